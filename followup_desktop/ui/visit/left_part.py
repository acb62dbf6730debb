"""The half of the form for somebody who left without buying (M-36)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.kit.fields import Field, LineField
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _


class LeftPart(QWidget):
    """Its `extra` field stands in a row that the page shares out."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looked_at = LineField(name="visit_looked_at")
        self.held_back = LineField(
            name="visit_held_back", placeholder=_("The price, the colour, time to think…")
        )
        self.also = LineField(name="visit_also_looking_at")
        self.fields = {
            "looked_at": Field(_("What they looked at"), self.looked_at),
            "held_back": Field(_("What held them back"), self.held_back),
            "also_looking_at": Field(_("Also looking at"), self.also),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.MEDIUM + 2)
        grid.addWidget(self.fields["looked_at"], 0, 0)
        grid.addWidget(self.fields["held_back"], 0, 1)
        self.extra = self.fields["also_looking_at"]
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for line in (self.looked_at, self.held_back, self.also):
            line.textChanged.connect(self.edited)

    def answers(self) -> dict[str, object]:
        """The fields of `NewVisit` that stand here."""
        return {
            "looked_at": self.looked_at.text(),
            "held_back": self.held_back.text(),
            "also_looking_at": self.also.text(),
        }

    def show_visit(self, visit: NewVisit) -> None:
        self.looked_at.setText(visit.looked_at)
        self.held_back.setText(visit.held_back)
        self.also.setText(visit.also_looking_at)
