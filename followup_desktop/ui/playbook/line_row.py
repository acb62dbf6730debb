"""A line of the playbook among the others."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from followup_desktop.domain.kinds import Purpose
from followup_desktop.domain.playbook_error import PlaybookError
from followup_desktop.domain.playbook_parts import Line
from followup_desktop.ui.fact_text import plain_names, with_names
from followup_desktop.ui.kit import theme
from followup_desktop.ui.playbook.fold_row import FoldRow
from followup_desktop.ui.playbook.line_editor import LineEditor
from followup_desktop.words import _
from followup_desktop.words import playbook_faults as faults
from followup_desktop.words import playbooks as words


class LineRow(FoldRow):
    line_edited = Signal(object)
    line_changed = Signal(object)
    kept = Signal()

    def __init__(
        self,
        line: Line,
        purposes: Sequence[Purpose],
        parent: QWidget | None = None,
        *,
        name: str,
        is_opening: bool = False,
        names_purposes: bool = False,
    ) -> None:
        """`names_purposes`: say which it is for, where lines of all stand side by side."""
        super().__init__(parent, name=name, movable=not is_opening, removable=not is_opening)
        self.line = line
        self._purposes = tuple(purposes)
        self._is_opening = is_opening
        self._names_purposes = names_purposes
        self._faults: tuple[PlaybookError, ...] = ()
        self.show_line(line, ())
        theme.changed.connect(self._show_words)

    def show_line(self, line: Line, found: Sequence[PlaybookError]) -> None:
        shown = (self.line, [(e.code, e.where, e.what) for e in self._faults])
        if shown == (line, [(e.code, e.where, e.what) for e in found]) and self.accessibleName():
            return
        self.line = line
        self._faults = tuple(found)
        self._show_words()
        if isinstance(self.editor, LineEditor):
            self.editor.show_line(line)
            self.editor.show_faults(found)
        self.show_problem(" ".join(faults.fault(error) for error in found))

    def make_editor(self) -> QWidget:
        editor = LineEditor(self.line, self._purposes, self, is_opening=self._is_opening)
        editor.show_faults(self._faults)
        editor.edited.connect(self.line_edited)
        editor.changed.connect(self.line_changed)
        editor.kept.connect(self.kept)
        return editor

    def _show_words(self) -> None:
        line = self.line
        said = line.words.words or _("Nothing to say yet")
        self.show_head(
            with_names(said), plain_names(said), plain_names(line.cue.words), self._note()
        )

    def _note(self) -> str:
        """What is special about it; whom it is for shows where it isn't all."""
        line = self.line
        if self._is_opening:
            return ""
        said_for = (words.purposes(line.purposes),) if self._names_purposes else ()
        return " · ".join((*said_for, *words.said_when(line)))
