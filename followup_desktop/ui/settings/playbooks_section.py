"""All playbooks: what each is for, and whose words it has (M-77)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.domain.kinds import ContactType, Kind
from followup_desktop.domain.playbook_edit import PlaybookEntry
from followup_desktop.domain.shop import Shop
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.labels import Caps, Muted
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.settings.playbook_line import PlaybookLine
from followup_desktop.ui.settings.section import Section
from followup_desktop.words import _
from followup_desktop.words import playbooks as words


class PlaybooksSection(Section):
    edit_requested = Signal(object)
    """Kind."""
    load_requested = Signal()
    share_requested = Signal()
    shown = Signal()
    """It comes into sight: only then its entries are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[Kind, PlaybookLine] = {}
        self._groups: dict[ContactType, QVBoxLayout] = {}
        self.load = QuietButton(_("Load a file…"), self, name="load_playbooks")
        self.share = QuietButton(_("Save ours as one file…"), self, name="share_playbooks")
        self.share.setToolTip(_("Those that you changed"))
        self._build_ui()
        self.load.clicked.connect(lambda: self.load_requested.emit())
        self.share.clicked.connect(lambda: self.share_requested.emit())

    def show_shop(self, shop: Shop) -> None:
        """The playbooks come by themselves: `show_entries`."""

    def show_entries(self, entries: Sequence[PlaybookEntry]) -> None:
        for entry in entries:
            if entry.kind not in self.lines:
                line = PlaybookLine(entry, self)
                line.edit_requested.connect(self.edit_requested)
                line.step_requested.connect(self._step)
                self.lines[entry.kind] = line
                self._groups[entry.contact_type].addWidget(line)
                line.show()
            self.lines[entry.kind].show_entry(entry)
        self.share.setEnabled(any(entry.is_own for entry in entries))

    def _step(self, kind: Kind, by: int) -> None:
        """The arrow keys go through all of them as they stand on the page."""
        order = sorted(self.lines.values(), key=lambda line: line.mapTo(self, line.pos()).y())
        at = order.index(self.lines[kind]) + by
        if 0 <= at < len(order):
            order[at].setFocus()

    def _build_ui(self) -> None:
        card = self.add_card("")
        about = Muted(
            _(
                "The prepared calls. They are good to use as they come; change the words to yours. "
                "A call takes them when it is begun."
            ),
            wrap=True,
        )
        card.add(about)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SMALL)
        buttons.addWidget(self.load)
        buttons.addWidget(self.share)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        for contact_type in _ORDER:
            card.body.addSpacing(Space.SMALL)
            card.add(Caps(words.contact_type(contact_type)))
            rows = QVBoxLayout()
            rows.setSpacing(0)
            card.body.addLayout(rows)
            self._groups[contact_type] = rows
        self.close_column()

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()


_ORDER = (
    ContactType.SERVICE,
    ContactType.REFERRAL,
    ContactType.UPDATE,
    ContactType.HARD_TO_REACH,
    ContactType.THANKS,
)
