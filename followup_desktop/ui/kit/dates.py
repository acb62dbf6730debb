"""Fields for a day, a day that comes round every year, and a time."""

from datetime import date, time, timedelta
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit.buttons import IconButton
from followup_desktop.ui.kit.calendar_popup import CalendarPopup
from followup_desktop.ui.kit.date_words import date_words
from followup_desktop.ui.kit.typed_dates import (
    Annual,
    Prefer,
    parse_annual,
    parse_date,
)
from followup_desktop.ui.kit.typed_field import TypedField
from followup_desktop.ui.kit.typed_times import parse_time
from followup_desktop.words import _
from followup_desktop.words.days import weekday_day, writer


class DateField(TypedField):
    """A day: typed ("28 nov", "tomorrow", "wed", "+3"), stepped with Up and Down, or picked.

    Alt+Down or F4 drops the calendar down. `today` is handed in; tell the field when it changes.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        today: date,
        value: date | None = None,
        prefer: Prefer = Prefer.FUTURE,
        placeholder: str = "",
    ) -> None:
        super().__init__(parent, name=name, placeholder=placeholder)
        self._today = today
        self._prefer = prefer
        self._calendar = IconButton(
            _("Open the calendar"), self.tail, name=f"{name}_calendar", icon="calendar"
        )
        # The field itself opens it by Alt+Down, so that Tab passes only once.
        self._calendar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._calendar.clicked.connect(self.open_calendar)
        self.tail.row.addWidget(self._calendar)
        self.set_value(value)

    def value(self) -> date | None:
        return cast("date | None", self._value)

    def set_value(self, value: date | None) -> None:
        self._put(value)

    def set_today(self, today: date) -> None:
        """The day has changed; a value already there stays the day it was."""
        self._today = today
        if not self._edited and self._value is not None:
            self._put(self._value)

    def open_calendar(self) -> CalendarPopup:
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        popup = CalendarPopup(self.value() or self._today, self._today, self)
        popup.picked.connect(self._pick)
        popup.show_below(self)
        return popup

    def _read(self, text: str) -> date | None:
        return parse_date(text, self._today, date_words(), self._prefer)

    def _write(self, value: object) -> str:
        day = cast(date, value)
        short = weekday_day(day, self._today)
        if self._read(short) == day:
            return short
        # Typed again, the short form would mean another year.
        words = writer()
        return _("{weekday} {day}").format(weekday=words.weekday(day), day=words.day_year(day))

    def _not_understood(self) -> str:
        example = writer().day(self._today + timedelta(7))
        return _("Try it like “{example}”, “tomorrow”, “Wed” or “+3”.").format(example=example)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_F4 or (alt and key is Qt.Key.Key_Down):
            self.open_calendar()
            return
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(key)
        if step is None or alt:
            super().keyPressEvent(event)
            return
        if self.understood():
            day = self.value()
            self._pick(self._today if day is None else day + timedelta(step))
            self.selectAll()


class AnnualField(TypedField):
    """A birthday or an anniversary: "3 Feb", its year typed or not; the value is `Annual`."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        value: Annual | None = None,
        placeholder: str = "",
    ) -> None:
        super().__init__(parent, name=name, placeholder=placeholder)
        self.set_value(value)

    def value(self) -> Annual | None:
        return cast("Annual | None", self._value)

    def set_value(self, value: Annual | None) -> None:
        self._put(value)

    def _read(self, text: str) -> Annual | None:
        return parse_annual(text, date_words())

    def _write(self, value: object) -> str:
        annual = cast(Annual, value)
        if annual.year is not None:
            return writer().day_year(date(annual.year, annual.month, annual.day))
        # Any leap year does: only the day and the month are written.
        return writer().day(date(2000, annual.month, annual.day))

    def _not_understood(self) -> str:
        example = writer().day(date(2000, 2, 3))
        return _("Try it like “{example}”; the year may be left out.").format(example=example)


class TimeField(TypedField):
    """A time of day: "11", "1530", "3pm". Up and Down go by a quarter of an hour."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        value: time | None = None,
        placeholder: str = "",
    ) -> None:
        super().__init__(parent, name=name, placeholder=placeholder)
        self.set_value(value)

    def value(self) -> time | None:
        return cast("time | None", self._value)

    def set_value(self, value: time | None) -> None:
        self._put(value)

    def _read(self, text: str) -> time | None:
        return parse_time(text)

    def _write(self, value: object) -> str:
        return writer().time(cast(time, value))

    def _not_understood(self) -> str:
        return _("Try it like “{example}” or “1530”.").format(example=writer().time(time(11)))

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 15, Qt.Key.Key_Down: -15}.get(Qt.Key(event.key()))
        value = self.value()
        if step is None or value is None:
            super().keyPressEvent(event)
            return
        minutes = (value.hour * 60 + value.minute) // 15 * 15 + step
        if step < 0 and value.minute % 15:
            minutes += 15
        self._pick(time(*divmod(minutes % (24 * 60), 60)))
        self.selectAll()
