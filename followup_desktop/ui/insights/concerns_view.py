"""The part "Ten concerns": the scorecard, and under it what a field counts (M-72)."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.domain.insights.concerns import Scorecard
from followup_desktop.ui.insights.concerns_model import Field
from followup_desktop.ui.insights.concerns_table import ConcernsTable
from followup_desktop.ui.kit.labels import Body, Small
from followup_desktop.ui.kit.notices import EmptyState
from followup_desktop.ui.kit.surfaces import Card, Divider
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _
from followup_desktop.words import concerns as words


class ConcernsView(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("concerns_view")
        self.table = ConcernsTable(self)
        self.count = Body("", self, wrap=True)
        self.more = Small("", self, wrap=True)
        self.empty = EmptyState(
            _("Nothing to count yet"),
            _("Ten things that customers care about stand here, month by month, as you go along."),
            self,
        )
        self._build_ui()
        self.table.chosen.connect(self._on_chosen)

    def show_card(self, card: Scorecard) -> None:
        self.body.setCurrentWidget(self.empty_card if card.is_empty else self.card)
        self.table.show_card(card)

    def focus_first(self) -> None:
        if self.table.isVisibleTo(self):
            self.table.setFocus()

    def _on_chosen(self, field: Field | None) -> None:
        if field is not None:
            self.count.setText(field.words())
            self.more.setText(words.more(field.concern))

    def _build_ui(self) -> None:
        self.card = Card(parent=self, padding=1)
        self.card.body.setSpacing(0)
        self.card.body.setContentsMargins(1, Space.SMALL, 1, 1)
        self.card.add(self.table, 1)
        self.card.add(Divider(self))
        foot = QVBoxLayout()
        foot.setContentsMargins(Space.CARD, Space.SMALL, Space.CARD, Space.SMALL)
        foot.setSpacing(2)
        foot.addWidget(self.count)
        foot.addWidget(self.more)
        self.card.body.addLayout(foot)
        self.empty_card = Card(parent=self)
        self.empty_card.add(self.empty, 1)
        self.body = QStackedWidget(self)
        for card in (self.card, self.empty_card):
            self.body.addWidget(card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.body, 1)
