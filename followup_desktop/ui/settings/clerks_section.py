"""Who works here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.domain.shop import Clerk, Shop
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.fields import Field, LineField
from followup_desktop.ui.kit.labels import Muted
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.settings.clerk_line import ClerkLine
from followup_desktop.ui.settings.section import Section
from followup_desktop.words import _, days


class ClerksSection(Section):
    added = Signal(str)
    renamed = Signal(int, str)
    manager_ticked = Signal(int, bool)
    left_requested = Signal(object)
    """Clerk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clerks: dict[int, Clerk] = {}
        self._lines: dict[int, ClerkLine] = {}
        self._column_of_lines = QVBoxLayout()
        self._column_of_lines.setSpacing(Space.SMALL)
        self.new = LineField("", self, name="new_clerk")
        self.add = QuietButton(_("Add"), self, name="add_clerk", icon="plus")
        self.new_field = Field(_("A new clerk’s name"), self.new)
        self._gone = self._build_ui()
        self.add.clicked.connect(self._on_add_clicked)
        self.new.returnPressed.connect(self._on_add_clicked)

    def _build_ui(self) -> Muted:
        here = self.add_card(_("Here now"))
        here.body.addLayout(self._column_of_lines)
        line = QHBoxLayout()
        line.setSpacing(Space.MEDIUM)
        line.addWidget(self.new_field, 1)
        line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        here.body.addSpacing(Space.SMALL)
        here.body.addLayout(line)
        self.gone_card = self.add_card(_("Have left"))
        gone = Muted("", self.gone_card, wrap=True)
        self.gone_card.add(gone)
        self.close_column()
        return gone

    def show_shop(self, shop: Shop) -> None:
        here = [clerk for clerk in shop.clerks if clerk.left_on is None]
        if [clerk.id for clerk in here] != list(self._lines):
            self._make_lines(here)
        for clerk in here:
            self._lines[clerk.id].show_clerk(clerk)
            # Somebody has to be here.
            self._lines[clerk.id].left.setVisible(len(here) > 1)
        self._clerks = {clerk.id: clerk for clerk in here}
        gone = [clerk for clerk in shop.clerks if clerk.left_on is not None]
        self.gone_card.setVisible(bool(gone))
        self._gone.setText("\n".join(_gone_words(clerk) for clerk in gone))

    def _make_lines(self, here: list[Clerk]) -> None:
        for line in self._lines.values():
            self._column_of_lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = {clerk.id: self._make_line(clerk) for clerk in here}
        for line in self._lines.values():
            self._column_of_lines.addWidget(line)

    def _make_line(self, clerk: Clerk) -> ClerkLine:
        line = ClerkLine(clerk, self)
        line.renamed.connect(self.renamed)
        line.manager_ticked.connect(self.manager_ticked)
        line.left_requested.connect(lambda who: self.left_requested.emit(self._clerks[who]))
        return line

    def _on_add_clicked(self) -> None:
        name = self.new.text().strip()
        if not name:
            self.new_field.set_problem(_("A name is needed."))
            self.new.setFocus()
            return
        self.added.emit(name)

    def gone_words(self) -> str:
        """Those who have left, a line each."""
        return self._gone.text()

    def clear_new(self) -> None:
        """The new clerk is kept."""
        self.new.clear()
        self.new_field.set_problem("")


def _gone_words(clerk: Clerk) -> str:
    assert clerk.left_on is not None
    return _("{name}, until {day}").format(
        name=clerk.name, day=days.writer().day_year(clerk.left_on)
    )
