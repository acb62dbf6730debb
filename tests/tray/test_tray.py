"""The icon in the tray: there or not, later or never; its menu and its words."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time
from typing import Any

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from followup_desktop.domain.reminder import Busy, Dismissed
from followup_desktop.tray import icon
from followup_desktop.tray.tray import LOOKS, Tray
from tests.domain.follow_ups import TODAY
from tests.tray.snapshots import HAYASHI, KESSLER, LIBIN, reminder

ROWS = (LIBIN, HAYASHI, KESSLER)


class Host:
    """A desktop that has a tray, or hasn't yet."""

    def __init__(self) -> None:
        self.is_there = True

    def __call__(self) -> bool:
        return self.is_there


@pytest.fixture
def host() -> Host:
    return Host()


@pytest.fixture
def make(qapp: QApplication, host: Host) -> Iterator[Callable[..., Tray]]:
    made: list[Tray] = []

    def make(dismissed: tuple[Dismissed, ...] = ()) -> Tray:
        tray = Tray(lambda: ROWS, lambda: dismissed, is_available=host)
        made.append(tray)
        return tray

    yield make
    for tray in made:
        tray.stop()
        tray.menu.deleteLater()


@pytest.fixture
def tray(make: Callable[..., Tray]) -> Tray:
    return make()


def texts(tray: Tray) -> list[str]:
    tray.menu.aboutToShow.emit()
    return [action.text() for action in tray.menu.actions() if action.text()]


def choose(tray: Tray, text: str) -> None:
    tray.menu.aboutToShow.emit()
    next(action for action in tray.menu.actions() if action.text() == text).trigger()


# There, later, never


def test_with_a_tray_there_is_an_icon_at_once(tray: Tray) -> None:
    tray.start()
    assert tray.is_there and tray.icon is not None


def test_a_tray_that_comes_later_gets_an_icon_of_its_own(
    tray: Tray, host: Host, qtbot: QtBot
) -> None:
    host.is_there = False
    tray.start()
    assert not tray.is_there and tray.icon is None
    host.is_there = True
    with qtbot.waitSignal(tray.appeared):
        tray.look_for_tray()
    assert tray.is_there


def test_after_a_while_no_timer_of_its_own_looks_for_a_tray(tray: Tray, host: Host) -> None:
    host.is_there = False
    tray.start()
    assert tray._later.isActive()
    for _look in range(LOOKS):
        tray.look_for_tray()
    assert not tray._later.isActive()


def test_a_tray_that_went_away_is_none(tray: Tray, host: Host) -> None:
    tray.start()
    host.is_there = False
    assert not tray.is_there


def test_without_a_tray_nothing_is_notified(tray: Tray, host: Host) -> None:
    host.is_there = False
    tray.start()
    tray.notify("3 follow-ups are due", "")
    tray.show_reminder(reminder(), hides_names=False)
    assert tray.icon is None


# A click opens, and never closes


def test_each_click_of_a_double_click_opens(tray: Tray) -> None:
    tray.start()
    opened: list[bool] = []
    tray.open_requested.connect(lambda: opened.append(True))
    assert tray.icon is not None
    for reason in (
        QSystemTrayIcon.ActivationReason.Trigger,
        QSystemTrayIcon.ActivationReason.Trigger,
        QSystemTrayIcon.ActivationReason.DoubleClick,
    ):
        tray.icon.activated.emit(reason)
    assert len(opened) == 2


# The menu


def test_the_menu_has_the_first_ones_with_their_reason(tray: Tray) -> None:
    tray.show_reminder(reminder(count=7), hides_names=False)
    assert texts(tray) == [
        "Mr. Libin · promise by 11:00",
        "Jun Hayashi · after purchase",
        "Tom Kessler · referral",
        "4 more…",
        "Open Followup",
        "Record a visit…",
        "Quiet for 1 hour",
        "Quiet until tomorrow",
        "Name nobody in reminders",
        "Quit",
    ]
    assert tray.menu.defaultAction() is tray.menu.actions()[0]


def test_with_nothing_due_it_begins_with_open(tray: Tray) -> None:
    tray.show_reminder(reminder(count=0), hides_names=False)
    assert texts(tray)[0] == "Open Followup"


def test_without_names_it_has_a_number(tray: Tray) -> None:
    away = (Dismissed(HAYASHI, datetime(2026, 11, 23, tzinfo=UTC)),)
    tray._dismissed = lambda: away
    tray.show_reminder(reminder(), hides_names=True)
    assert texts(tray)[:2] == ["3 follow-ups are due", "Open Followup"]
    assert "Recently dismissed" not in texts(tray)


@pytest.mark.parametrize(
    ("text", "signal", "args"),
    [
        ("Jun Hayashi · after purchase", "call_requested", [HAYASHI.id]),
        ("4 more…", "show_all_requested", []),
        ("Open Followup", "open_requested", []),
        ("Record a visit…", "visit_requested", []),
        ("Quiet for 1 hour", "busy_requested", [Busy.HOUR]),
        ("Quiet until tomorrow", "busy_requested", [Busy.UNTIL_TOMORROW]),
        ("Name nobody in reminders", "names_requested", [True]),
        ("Quit", "quit_requested", []),
    ],
)
def test_each_line_of_the_menu_asks_for_its_own(
    tray: Tray, qtbot: QtBot, text: str, signal: str, args: list[Any]
) -> None:
    tray.show_reminder(reminder(count=7), hides_names=False)
    with qtbot.waitSignal(getattr(tray, signal)) as asked:
        choose(tray, text)
    assert asked.args == args


def test_whoever_is_busy_can_be_back(tray: Tray, qtbot: QtBot) -> None:
    busy = reminder(busy_until=datetime.combine(TODAY, time(12)))
    tray.show_reminder(busy, hides_names=False)
    assert "Quiet for 1 hour" not in texts(tray)
    with qtbot.waitSignal(tray.busy_requested) as asked:
        choose(tray, "No longer busy")
    assert asked.args == [None]


def test_what_was_put_away_can_be_brought_back_alone_or_all_together(
    make: Callable[..., Tray], qtbot: QtBot
) -> None:
    at = datetime(2026, 11, 23, 10, tzinfo=UTC)
    tray = make((Dismissed(HAYASHI, at), Dismissed(KESSLER, at)))
    tray.fill_menu()
    assert "Recently dismissed" in texts(tray)
    one, _other, everything = (one for one in tray.dismissed_menu.actions() if one.text())
    for action, ids in ((one, (HAYASHI.id,)), (everything, (HAYASHI.id, KESSLER.id))):
        with qtbot.waitSignal(tray.bring_back_requested) as asked:
            action.trigger()
        assert asked.args == [ids]


# Its words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"count": 0}, "Nothing is due."),
        ({"count": 1}, "1 follow-up is due."),
        (
            {"count": 3, "put_off": 1, "back_at": datetime.combine(TODAY, time(11, 42))},
            "3 follow-ups are due. 1 comes back at 11:42.",
        ),
        (
            {
                "count": 0,
                "put_off": 2,
                "back_at": datetime.combine(TODAY.replace(day=24), time(10)),
            },
            "Nothing is due. 2 were put off, the first comes back at tomorrow 10:00.",
        ),
        (
            {"count": 3, "busy_until": datetime.combine(TODAY, time(12))},
            "3 follow-ups are due. Quiet until 12:00.",
        ),
    ],
)
def test_the_tooltip_says_it_in_words(tray: Tray, facts: dict[str, Any], words: str) -> None:
    tray.start()
    tray.show_reminder(reminder(**facts), hides_names=False)
    assert tray.icon is not None
    assert tray.icon.toolTip() == words


# The picture


@pytest.mark.parametrize(
    ("count", "side", "figures"),
    [(3, 16, "3"), (12, 16, "9+"), (12, 24, "12"), (120, 24, "99"), (120, 64, "99+")],
)
def test_the_count_is_as_long_as_can_be_read(count: int, side: int, figures: str) -> None:
    assert icon.figures(count, side) == figures


@pytest.mark.parametrize("side", [16, 22, 32, 48, 64])
def test_each_size_is_painted_for_itself(qapp: QApplication, side: int) -> None:
    made = icon.icon(3).pixmap(side, side)
    assert (made.width(), made.height()) == (side, side)
    red, green = QColor("#c0352f"), QColor("#1f5a4c")
    image = icon.pixmap(3, side).toImage()
    colours = {image.pixelColor(x, y).rgb() for x in range(side) for y in range(side)}
    assert red.rgb() in colours and green.rgb() in colours
    neutral = icon.pixmap(0, side).toImage()
    colours = {neutral.pixelColor(x, y).rgb() for x in range(side) for y in range(side)}
    assert red.rgb() not in colours and green.rgb() in colours


def test_it_stands_out_on_a_dark_panel(qapp: QApplication) -> None:
    edge = icon.pixmap(0, 32).toImage().pixelColor(16, 0)
    assert edge.alpha() > 100 and edge.lightness() > 200
    assert icon.pixmap(0, 32).toImage().pixelColor(0, 0).alpha() < 60
