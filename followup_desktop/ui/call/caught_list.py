"""What was caught on the call, each to be changed or taken off again."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.domain.call import Caught, CaughtKind
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.chips import Badge
from followup_desktop.ui.kit.labels import ElidedLabel, Small
from followup_desktop.ui.kit.surfaces import Card, Divider
from followup_desktop.ui.kit.tokens import Space, ToneName
from followup_desktop.words import _, days
from followup_desktop.words import call as words
from followup_desktop.words.letters import upper_first

_TONES = {
    CaughtKind.PROMISE: ToneName.PROMISE,
    CaughtKind.REFERRAL: ToneName.REFERRAL,
    CaughtKind.PROBLEM: ToneName.WARNING,
    CaughtKind.DATE: ToneName.THANKS,
    CaughtKind.FACT: ToneName.NEUTRAL,
}


class CaughtList(QWidget):
    change_requested = Signal(object)
    """Caught."""
    drop_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.HAIR)
        layout.addWidget(Small(_("Caught on the call")))
        self._card = Card(padding=Space.SMALL)
        self._card.body.setContentsMargins(Space.LARGE, Space.SMALL, Space.MEDIUM, Space.SMALL)
        self._card.body.setSpacing(Space.SMALL)
        layout.addWidget(self._card)
        self._rows: list[QWidget] = []

    def show_caught(self, caught: tuple[Caught, ...], today: date) -> None:
        self.setVisible(bool(caught))
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for place, one in enumerate(caught):
            if place:
                self._add(Divider())
            self._add(self._row(one, today))

    def _add(self, widget: QWidget) -> None:
        self._card.add(widget)
        self._rows.append(widget)

    def _row(self, one: Caught, today: date) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.SMALL)
        layout.addWidget(Badge(words.caught(one.kind), _TONES[one.kind]))
        layout.addWidget(ElidedLabel(_said(one, today)), 1)
        name = f"caught_{one.kind}_{one.row_id}"
        change = LinkButton(_("Edit"), name=f"{name}_edit", muted=True)
        drop = LinkButton(_("Take off"), name=f"{name}_drop", muted=True)
        change.clicked.connect(lambda _=False: self.change_requested.emit(one))
        drop.clicked.connect(lambda _=False: self.drop_requested.emit(one))
        layout.addWidget(change)
        layout.addWidget(drop)
        return row


def _said(one: Caught, today: date) -> str:
    """ "Kenji Mori, cousin, needs a suit in spring · +81 90 5550 1234". A promise ends with
    the name of the clerk who gave it."""
    is_promise = one.kind is CaughtKind.PROMISE
    about = "" if is_promise else one.detail
    parts = [", ".join(part for part in (upper_first(one.text), about) if part)]
    if one.phone:
        parts.append(one.phone)
    if one.due_on is not None:
        parts.append(_("by {day}").format(day=_when(one, today)))
    if is_promise and one.detail:
        parts.append(one.detail)
    if one.kind is CaughtKind.REFERRAL and one.may_call is False:
        parts.append(_("they will call us"))
    return " · ".join(parts)


def _when(one: Caught, today: date) -> str:
    assert one.due_on is not None
    day = days.weekday_day(one.due_on, today)
    if one.due_time is None:
        return day
    return _("{day}, {time}").format(day=day, time=days.writer().time(one.due_time))
