"""Beside the wrap-up: what comes next for the customer, and for whom else the call plans."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.domain.call import NextForOther
from followup_desktop.domain.planned import PlannedFollowUp
from followup_desktop.ui import tones
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.chips import Badge
from followup_desktop.ui.kit.labels import Muted, Small, Strong
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _, codes, days, plans


class _Plans(QWidget):
    """Planned follow-ups, one under the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Space.MEDIUM)
        self._widgets: list[QWidget] = []

    def clear(self) -> None:
        for widget in self._widgets:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = []

    def add(self, widget: QWidget) -> None:
        self._rows.addWidget(widget)
        self._widgets.append(widget)

    def add_plan(self, planned: PlannedFollowUp, today: date) -> None:
        row = QWidget()
        rows = QVBoxLayout(row)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(Space.SMALL)
        head.addWidget(Strong(_when(planned, today)))
        head.addWidget(Badge(codes.kind(planned.kind), tones.of_kind(planned.kind)))
        head.addStretch()
        rows.addLayout(head)
        rows.addWidget(Small(plans.sentence(planned), wrap=True))
        self.add(row)


class NextCard(Card):
    change_requested = Signal()

    def __init__(self) -> None:
        super().__init__(" ")
        self.setObjectName("next_card")
        self.plans = _Plans()
        self.change = QuietButton(_("Change…"), name="wrap_change_next")
        self.change.clicked.connect(self.change_requested)
        self.body.setSpacing(Space.MEDIUM)
        self.add(self.plans)
        self.add(self.change)

    def show_next(
        self, name: str, planned: tuple[PlannedFollowUp, ...], nothing_more: str, today: date
    ) -> None:
        self.set_title(_("Next for {name}").format(name=name))
        self.plans.clear()
        kept = [one for one in planned if one.is_on]
        for one in kept:
            self.plans.add_plan(one, today)
        if nothing_more:
            said = _("Nothing more needed: {reason}").format(reason=nothing_more)
            self.plans.add(Muted(said, wrap=True))
        elif not kept:
            self.plans.add(Muted(_("No next step yet."), wrap=True))


class NextForOthers(QWidget):
    """One card for each other person the call plans something for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Space.LARGE)
        self._cards: list[Card] = []

    def show_next(self, others: tuple[NextForOther, ...], today: date) -> None:
        for card in self._cards:
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        self.setVisible(bool(others))
        for other in others:
            card = Card(_("Next for {name}").format(name=other.name))
            shown = _Plans()
            shown.add_plan(other.planned, today)
            card.add(shown)
            self._rows.addWidget(card)
            self._cards.append(card)


def _when(planned: PlannedFollowUp, today: date) -> str:
    day = days.weekday_day(planned.due_on, today)
    if planned.due_time is None:
        return day
    at = days.writer().time(planned.due_time)
    if planned.is_timed:
        return _("{day}, {time}").format(day=day, time=at)
    return _("{day}, after {time}").format(day=day, time=at)
