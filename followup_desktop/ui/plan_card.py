"""The follow-ups that saving will plan, each to be switched off or moved."""

from datetime import date, time
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from followup_desktop.domain.planned import PlanChange, PlannedFollowUp
from followup_desktop.ui import tones
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.calendar_popup import CalendarPopup
from followup_desktop.ui.kit.chips import Badge
from followup_desktop.ui.kit.labels import ElidedLabel, Muted, Small
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _, codes, days, plans

_Key: TypeAlias = tuple[str, int | None]


def _key(one: PlannedFollowUp | PlanChange) -> _Key:
    return one.rule, one.follow_up_id


class PlanCard(Card):
    """Shows a plan and keeps what the clerk changed of it. A step that is new is known by its rule;
    one that stands already, by its row."""

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self._changes: dict[_Key, PlanChange] = {}
        self._lines: dict[_Key, _Line] = {}
        self._today = date.min
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.SMALL)
        self._grid.setVerticalSpacing(Space.HAIR)
        self._grid.setColumnStretch(2, 1)
        self._nothing = Muted(_("Nothing is planned yet."))
        self.note = Small("", wrap=True)
        self.note.hide()
        self.add(self._nothing)
        self.add(self._rows)
        self.add(self.note)

    def changes(self) -> tuple[PlanChange, ...]:
        return tuple(self._changes.values())

    def set_changes(self, changes: tuple[PlanChange, ...]) -> None:
        self._changes = {_key(change): change for change in changes}

    def show_plan(self, planned: tuple[PlannedFollowUp, ...], today: date) -> None:
        self._today = today
        self._nothing.setVisible(not planned)
        self._rows.setVisible(bool(planned))
        if list(self._lines) != [_key(one) for one in planned]:
            self._lay_out(planned)
        for one in planned:
            self._lines[_key(one)].show(one, today)

    def show_note(self, text: str) -> None:
        """Why there isn't more."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _lay_out(self, planned: tuple[PlannedFollowUp, ...]) -> None:
        for line in self._lines.values():
            line.remove()
        self._lines = {}
        for row, one in enumerate(planned):
            key = _key(one)
            line = _Line(self._rows, key)
            line.add_to(self._grid, row)
            line.tick.ticked.connect(lambda on, key=key: self._on_ticked(key, on))
            line.when.clicked.connect(lambda _=False, key=key: self._on_when(key))
            self._lines[key] = line

    def _on_ticked(self, key: _Key, on: bool) -> None:
        rule, follow_up_id = key
        was = self._changes.get(key)
        self._changes[key] = PlanChange(
            rule,
            is_on=on,
            due_on=was.due_on if was else None,
            due_time=was.due_time if was else None,
            follow_up_id=follow_up_id,
        )
        self.changed.emit()

    def _on_when(self, key: _Key) -> None:
        line = self._lines[key]
        popup = CalendarPopup(line.due_on, self._today, line.when)
        popup.picked.connect(lambda day: self._on_picked(key, day))
        popup.show_below(line.when)

    def _on_picked(self, key: _Key, day: date) -> None:
        rule, follow_up_id = key
        at = self._lines[key].agreed_at
        self._changes[key] = PlanChange(rule, due_on=day, due_time=at, follow_up_id=follow_up_id)
        self.changed.emit()


class _Line:
    """The widgets of one row."""

    def __init__(self, parent: QWidget, key: _Key) -> None:
        rule, follow_up_id = key
        name = f"plan_{rule}" if follow_up_id is None else f"plan_{rule}_{follow_up_id}"
        self.due_on = date.min
        self.agreed_at: time | None = None
        self.tick = Tick("", parent, name=name)
        self.when = LinkButton("", parent, name=f"{name}_when")
        self.what = ElidedLabel(parent=parent)
        self.badge = Badge("", parent=parent)

    def add_to(self, grid: QGridLayout, row: int) -> None:
        grid.addWidget(self.tick, row, 0)
        grid.addWidget(self.when, row, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.what, row, 2)
        grid.addWidget(self.badge, row, 3, Qt.AlignmentFlag.AlignRight)

    def show(self, planned: PlannedFollowUp, today: date) -> None:
        self.due_on = planned.due_on
        self.agreed_at = planned.due_time if planned.is_timed else None
        when = days.weekday_day(planned.due_on, today)
        if planned.due_time is not None:
            at = days.writer().time(planned.due_time)
            when = _("{day}, {time}").format(day=when, time=at)
        what = plans.sentence(planned)
        self.tick.setChecked(planned.is_on)
        self.tick.setAccessibleName(_("{day}: {sentence}").format(day=when, sentence=what))
        self.when.set_label(when)
        self.when.setToolTip(self._moved(planned, today))
        self.when.setEnabled(planned.is_on)
        self.what.setText(what)
        self.what.setEnabled(planned.is_on)
        self.badge.set_badge(codes.kind(planned.kind), tones.of_kind(planned.kind))

    def _moved(self, planned: PlannedFollowUp, today: date) -> str:
        if planned.moved_from is None:
            return _("Choose another day")
        return _("The shop is closed on {day}. Choose another day").format(
            day=days.weekday_day(planned.moved_from, today)
        )

    def remove(self) -> None:
        for widget in (self.tick, self.when, self.what, self.badge):
            widget.hide()
            widget.deleteLater()
