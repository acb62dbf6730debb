"""What each part of the editor has in common: it shows a draft, and hands back another one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.domain.kinds import Purpose
from followup_desktop.domain.playbook_draft import PlaybookDraft
from followup_desktop.domain.playbook_error import PlaybookError
from followup_desktop.ui.kit.tokens import Space


@dataclass(frozen=True, slots=True)
class Shown:
    """What the editor stands on just now."""

    draft: PlaybookDraft
    faults: tuple[PlaybookError, ...]
    purpose: Purpose | None
    """Only what is said for it; None: everything."""

    def faults_at(self, where: str) -> tuple[PlaybookError, ...]:
        """Those of one entry, "lines.3", and of all that stands in it."""
        return tuple(
            error
            for error in self.faults
            if error.where == where or error.where.startswith(f"{where}.")
        )


class DraftPart(QWidget):
    edited = Signal(object)
    """PlaybookDraft: somebody types; it is kept soon."""
    changed = Signal(object)
    """PlaybookDraft: one thing is done, which can be taken back."""
    kept = Signal()
    """Somebody has done with a field: what was typed becomes one thing that was done."""

    looked_at = Signal(int)
    """The place of the line that is opened, the opening's is -1; the preview shows it too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Shown | None = None
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, Space.SMALL, Space.LARGE)
        self.rows.setSpacing(Space.SMALL)

    @property
    def draft(self) -> PlaybookDraft:
        assert self.shown is not None
        return self.shown.draft

    def show_draft(self, shown: Shown) -> None:
        """What is being typed keeps its cursor while it says the same."""
        raise NotImplementedError

    def go_to(self, where: str) -> bool:
        """Open the entry of a fault; False when it isn't here."""
        raise NotImplementedError


def take_away(widgets: Sequence[QWidget]) -> None:
    """Without a word: a field that loses the keyboard by it would tell that somebody has done with
    it, and the part be shown anew while it is still being shown."""
    for widget in widgets:
        for child in widget.findChildren(QWidget):
            child.blockSignals(True)
        widget.hide()
        widget.deleteLater()
