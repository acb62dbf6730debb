"""The shop's week: a line for each weekday, in the order this country counts them."""

from datetime import date, timedelta

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from followup_desktop.domain.shop import OpenHours
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.fields import HintLine
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.settings.day_hours import USUAL, DayHours
from followup_desktop.words import _, days

_A_MONDAY = date(2024, 1, 1)
_SUNDAY = 6
_BREAK_COLUMN = 4

USUAL_WEEK = tuple(OpenHours(weekday, *USUAL) for weekday in range(_SUNDAY))
"""Until the shop says otherwise."""


class HoursEditor(QWidget):
    settled = Signal()
    """Somebody is done with a line: ask `problem()`, and when it is empty `hours()`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hours")
        self.setAccessibleName(_("Opening hours"))
        self._days = [self._make_day(weekday) for weekday in weekdays_in_order()]
        self._same = LinkButton(
            _("The same hours on all open days"), self, name="same_hours", muted=True
        )
        self._same.clicked.connect(self._on_same_clicked)
        self._line = HintLine(self)
        self._build_ui()
        self.show_hours(USUAL_WEEK)

    def _make_day(self, weekday: int) -> DayHours:
        words = days.writer().weekday_long(_A_MONDAY + timedelta(days=weekday))
        day = DayHours(weekday, words[:1].upper() + words[1:], self)
        day.edited.connect(self._on_day_edited)
        day.settled.connect(self.settled)
        return day

    def _build_ui(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.SMALL)
        grid.setVerticalSpacing(Space.HAIR + 2)
        for row, day in enumerate(self._days):
            day.place_in(grid, row)
            grid.setRowMinimumHeight(row, day.opens.sizeHint().height())
        grid.setColumnMinimumWidth(_BREAK_COLUMN - 1, 0)
        grid.setColumnStretch(_BREAK_COLUMN + 4, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.SMALL)
        layout.addLayout(grid)
        layout.addWidget(self._line)
        layout.addWidget(self._same)

    def show_hours(self, hours: tuple[OpenHours, ...]) -> None:
        for day in self._days:
            day.show_hours([stretch for stretch in hours if stretch.weekday == day.weekday])
        self._line.show_problem(self.problem())

    def hours(self) -> tuple[OpenHours, ...]:
        return tuple(sorted(stretch for day in self._days for stretch in day.hours()))

    def problem(self) -> str:
        return next((found for day in self._days if (found := day.problem())), "")

    def _on_day_edited(self) -> None:
        self._line.show_problem(self.problem())

    def _on_same_clicked(self) -> None:
        """The first open day's hours, on every open day."""
        pattern = next((hours for day in self._days if (hours := day.hours())), None)
        if pattern is None:
            return
        for day in self._days:
            if day.open_tick.isChecked():
                day.show_hours([OpenHours(day.weekday, s.opens, s.closes) for s in pattern])
        self._on_day_edited()
        self.settled.emit()


def weekdays_in_order() -> list[int]:
    """Monday is 0; the week begins where this PC's country lets it begin."""
    first = QLocale().firstDayOfWeek().value - 1
    return [(first + offset) % 7 for offset in range(7)]
