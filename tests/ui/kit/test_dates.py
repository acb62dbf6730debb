from collections.abc import Callable, Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.ui.kit.buttons import IconButton
from followup_desktop.ui.kit.calendar_popup import CalendarPopup, MonthGrid
from followup_desktop.ui.kit.dates import AnnualField, DateField, TimeField
from followup_desktop.ui.kit.fields import Field, LineField
from followup_desktop.ui.kit.typed_dates import Annual, Prefer
from tests.ui.kit.keyboard import focused, press, show_active

SATURDAY = date(2026, 11, 21)


class Form(QWidget):
    """A field that is left for another one."""

    def __init__(self, control: QWidget) -> None:
        super().__init__()
        self.field = Field("Ready on", control)
        self.other = LineField(name="other")
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.other)


Shown = Callable[[QWidget], Form]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Lays a control into a form, with the keyboard on it; the form lives as long as the test."""
    forms: list[Form] = []

    def show(control: QWidget) -> Form:
        form = Form(control)
        forms.append(form)
        qtbot.addWidget(form)
        form.resize(400, 200)
        show_active(qtbot, form)
        control.setFocus()
        return form

    return show


@pytest.fixture
def ready(qtbot: QtBot) -> DateField:
    return DateField(name="ready", today=SATURDAY)


def test_a_typed_day_is_written_out_when_the_field_is_left(
    qtbot: QtBot, shown: Shown, ready: DateField
) -> None:
    form = shown(ready)
    told: list[object] = []
    ready.changed.connect(told.append)
    qtbot.keyClicks(ready, "wed")
    assert ready.value() == date(2026, 11, 25)
    assert told == [date(2026, 11, 25)]
    assert ready.text() == "wed"
    assert ready.tail.meaning.text() == "Wed 25 Nov"

    form.other.setFocus()
    assert ready.text() == "Wed 25 Nov"
    assert ready.tail.meaning.isHidden()
    assert told == [date(2026, 11, 25)]


def test_enter_writes_it_out_too(qtbot: QtBot, shown: Shown, ready: DateField) -> None:
    shown(ready)
    qtbot.keyClicks(ready, "+3")
    qtbot.keyClick(ready, Qt.Key.Key_Return)
    assert ready.text() == "Tue 24 Nov"


def test_what_is_not_understood_stays_and_is_said_kindly(
    qtbot: QtBot, shown: Shown, ready: DateField
) -> None:
    form = shown(ready)
    qtbot.keyClicks(ready, "when it is hemmed")
    assert form.field.problem() == ""
    form.other.setFocus()
    assert ready.text() == "when it is hemmed"
    assert ready.value() is None
    assert not ready.understood()
    assert form.field.problem() == "Try it like “28 Nov”, “tomorrow”, “Wed” or “+3”."

    ready.setFocus()
    ready.selectAll()
    qtbot.keyClicks(ready, "t")
    assert form.field.problem() == ""
    qtbot.keyClicks(ready, "omorrow")
    form.other.setFocus()
    assert form.field.problem() == ""
    assert ready.text() == "Sun 22 Nov"


def test_an_empty_field_is_no_problem(qtbot: QtBot, shown: Shown, ready: DateField) -> None:
    form = shown(ready)
    ready.set_value(date(2026, 11, 25))
    told: list[object] = []
    ready.changed.connect(told.append)
    ready.selectAll()
    qtbot.keyClick(ready, Qt.Key.Key_Delete)
    form.other.setFocus()
    assert told == [None]
    assert ready.value() is None
    assert ready.understood()
    assert form.field.problem() == ""


def test_the_program_setting_a_day_says_nothing(qtbot: QtBot, ready: DateField) -> None:
    with qtbot.assertNotEmitted(ready.changed):
        ready.set_value(date(2026, 11, 25))
    assert ready.text() == "Wed 25 Nov"


def test_a_day_behind_shows_its_year_where_typing_it_would_mean_the_next(
    qtbot: QtBot, ready: DateField
) -> None:
    qtbot.addWidget(ready)
    ready.set_value(date(2026, 11, 14))
    assert ready.text() == "Sat 14 Nov 2026"
    behind = DateField(name="came", today=SATURDAY, value=date(2026, 11, 14), prefer=Prefer.PAST)
    qtbot.addWidget(behind)
    assert behind.text() == "Sat 14 Nov"


def test_up_and_down_go_by_days(qtbot: QtBot, shown: Shown, ready: DateField) -> None:
    shown(ready)
    told: list[object] = []
    ready.changed.connect(told.append)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(ready, key)
    assert told == [SATURDAY, date(2026, 11, 22), SATURDAY]


def test_up_and_down_leave_words_that_mean_nothing(
    qtbot: QtBot, shown: Shown, ready: DateField
) -> None:
    shown(ready)
    qtbot.keyClicks(ready, "soon")
    qtbot.keyClick(ready, Qt.Key.Key_Up)
    assert ready.text() == "soon"


def test_a_new_day_writes_the_same_value_anew(qtbot: QtBot, ready: DateField) -> None:
    qtbot.addWidget(ready)
    ready.set_value(date(2026, 11, 22))
    ready.set_today(date(2026, 11, 23))
    assert ready.value() == date(2026, 11, 22)
    assert ready.text() == "Sun 22 Nov 2026"


def test_a_new_day_does_not_touch_what_is_being_typed(
    qtbot: QtBot, shown: Shown, ready: DateField
) -> None:
    shown(ready)
    qtbot.keyClicks(ready, "wed")
    ready.set_today(date(2026, 11, 22))
    assert ready.text() == "wed"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_day_is_picked_from_the_calendar(qtbot: QtBot, shown: Shown, ready: DateField) -> None:
    shown(ready)
    ready.set_value(date(2026, 11, 25))
    calendar = ready.findChild(IconButton, "ready_calendar")
    qtbot.mouseClick(calendar, Qt.MouseButton.LeftButton)
    popup = ready.findChild(CalendarPopup, "calendar")
    assert popup.isVisible()
    with qtbot.waitSignal(ready.changed) as told:
        qtbot.keyClick(popup.grid, Qt.Key.Key_Down)
        qtbot.keyClick(popup.grid, Qt.Key.Key_Right)
        qtbot.keyClick(popup.grid, Qt.Key.Key_Return)
    assert told.args == [date(2026, 12, 3)]
    assert ready.text() == "Thu 3 Dec"


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_the_keyboard_opens_the_calendar_and_escape_leaves_it(
    qtbot: QtBot, shown: Shown, ready: DateField, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    shown(ready)
    press(key, modifier)
    popup = ready.findChild(CalendarPopup, "calendar")
    assert popup.isVisible()
    qtbot.keyClick(popup.grid, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert ready.value() is None


def test_the_month_grid_goes_by_days_weeks_and_months(qtbot: QtBot) -> None:
    grid = MonthGrid(date(2026, 1, 31), SATURDAY)
    qtbot.addWidget(grid)
    for key, day in (
        (Qt.Key.Key_PageDown, date(2026, 2, 28)),
        (Qt.Key.Key_Right, date(2026, 3, 1)),
        (Qt.Key.Key_Up, date(2026, 2, 22)),
        (Qt.Key.Key_Left, date(2026, 2, 21)),
        (Qt.Key.Key_PageUp, date(2026, 1, 21)),
    ):
        qtbot.keyClick(grid, key)
        assert grid.day() == day
    assert grid.accessibleName() == "Wednesday 21 Jan 2026"


def test_a_click_on_a_day_picks_it(qtbot: QtBot) -> None:
    grid = MonthGrid(date(2026, 11, 25), SATURDAY)
    qtbot.addWidget(grid)
    grid.resize(grid.sizeHint())
    cell = grid.width() // 7, grid.height() // 7
    # November 2026 begins on a Sunday: the second week starts with Monday 2.
    second_of_november = QPoint(cell[0] // 2, cell[1] * 2 + cell[1] // 2)
    assert grid.day_at(second_of_november) == date(2026, 11, 2)
    with qtbot.waitSignal(grid.picked) as told:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=second_of_november)
    assert told.args == [date(2026, 11, 2)]
    assert grid.day_at(QPoint(5, 5)) is None


def test_times(qtbot: QtBot, shown: Shown) -> None:
    at = TimeField(name="at")
    form = shown(at)
    with qtbot.waitSignal(at.changed) as told:
        qtbot.keyClicks(at, "3")
    assert told.args == [time(15)]
    assert at.tail.meaning.text() == "15:00"
    form.other.setFocus()
    assert at.text() == "15:00"
    at.setFocus()
    qtbot.keyClick(at, Qt.Key.Key_Down)
    assert at.value() == time(14, 45)


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (time(11, 7), Qt.Key.Key_Up, time(11, 15)),
        (time(11, 7), Qt.Key.Key_Down, time(11)),
        (time(11), Qt.Key.Key_Down, time(10, 45)),
        (time(23, 50), Qt.Key.Key_Up, time(0)),
        (time(0), Qt.Key.Key_Down, time(23, 45)),
    ],
)
def test_a_time_steps_by_quarters(qtbot: QtBot, start: time, key: Qt.Key, end: time) -> None:
    at = TimeField(name="at", value=start)
    qtbot.addWidget(at)
    at.show()
    qtbot.keyClick(at, key)
    assert at.value() == end


def test_a_time_that_is_not_understood(qtbot: QtBot, shown: Shown) -> None:
    at = TimeField(name="at")
    form = shown(at)
    qtbot.keyClicks(at, "after lunch")
    form.other.setFocus()
    assert at.text() == "after lunch"
    assert form.field.problem() == "Try it like “11:00” or “1530”."


def test_a_birthday_with_or_without_its_year(qtbot: QtBot, shown: Shown) -> None:
    born = AnnualField(name="born")
    form = shown(born)
    qtbot.keyClicks(born, "29 feb")
    form.other.setFocus()
    assert born.value() == Annual(2, 29)
    assert born.text() == "29 Feb"
    born.setFocus()
    born.selectAll()
    qtbot.keyClicks(born, "3 feb 1985")
    form.other.setFocus()
    assert born.value() == Annual(2, 3, 1985)
    assert born.text() == "3 Feb 1985"


def test_tab_passes_the_calendar_button(qtbot: QtBot, shown: Shown, ready: DateField) -> None:
    form = shown(ready)
    press(Qt.Key.Key_Tab)
    assert focused() == form.other.objectName()


@pytest.fixture
def french() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("fr_FR"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mer", date(2026, 11, 25)),
        ("wed", date(2026, 11, 25)),
        ("3 fevr.", date(2027, 2, 3)),
        ("3 feb", date(2027, 2, 3)),
        ("5/12", date(2026, 12, 5)),
    ],
)
def test_the_language_of_the_pc_and_english(
    qtbot: QtBot, shown: Shown, ready: DateField, typed: str, meant: date
) -> None:
    shown(ready)
    qtbot.keyClicks(ready, typed)
    assert ready.value() == meant


def test_what_comes_back_while_it_is_typed_leaves_the_typing_alone(qtbot: QtBot) -> None:
    field = TimeField(name="at")
    qtbot.addWidget(field)

    def come_back(value: object) -> None:
        """As in a form that is saved with each letter, and shown again."""
        if field.understood():
            field.set_value(value)  # type: ignore[arg-type]

    field.changed.connect(come_back)
    qtbot.keyClicks(field, "17:30")
    assert (field.text(), field.value()) == ("17:30", time(17, 30))
    field.set_value(time(9))
    assert field.text() == "09:00"
