"""The whole program reminds: it rings, the window answers, closing goes to the tray."""

from collections.abc import Callable, Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.app import autostart
from followup_desktop.app.app import App
from followup_desktop.app.reminding import Reminding
from followup_desktop.domain.changes import Did
from followup_desktop.domain.kinds import KINDS, FollowUpStatus, Kind
from followup_desktop.domain.shop_time import Now
from followup_desktop.services import Services
from followup_desktop.store.rows import AnnouncementRow, CustomerRow, FollowUpRow
from followup_desktop.store.store import Store
from followup_desktop.ui.kit import theme
from followup_desktop.ui.reminders.sheet import ReminderSheet
from followup_desktop.ui.room import Place, RoomName
from followup_desktop.ui.today.pick_day import PickDaySheet
from followup_desktop.ui.welcome.page import WelcomePage
from followup_desktop.words import days
from tests.services.world import HOURS, at

LAST_WEEK = at("2026-11-16 12:00")
MONDAY = at("2026-11-23 10:45")


@pytest.fixture(autouse=True)
def plain_after(qapp: QApplication) -> Iterator[None]:
    """The program dresses Qt and writes days for everybody; the next test finds them as before."""
    locale = QLocale()
    yield
    QLocale.setDefault(locale)
    days.use(days.PlainDays())
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.NORMAL)


@pytest.fixture
def shop(data_dir: Path) -> Path:
    """With three follow-ups that came up this morning."""
    store = Store.open(data_dir, now=LAST_WEEK)
    Services(store).shop.set_up(LAST_WEEK, "Marsh & Daughter", "US", HOURS, "Ed Marsh")
    with store.quiet(LAST_WEEK) as unit:
        for name in ("Jun Hayashi", "Tom Kessler", "Ada Berg"):
            who = unit.insert(CustomerRow, name=name, created_at=LAST_WEEK.utc)
            unit.insert(
                FollowUpRow,
                customer=who,
                kind=Kind.DAY_AFTER,
                rank=KINDS[Kind.DAY_AFTER].rank,
                due_on=MONDAY.day,
                created_at=LAST_WEEK.utc,
            )
    store.close()
    return data_dir


Start = Callable[..., Reminding]


@pytest.fixture
def start(qtbot: QtBot, shop: Path) -> Iterator[Start]:
    opened: list[App] = []

    def start(now: Now = MONDAY, *, has_tray: bool = True, minimised: bool = False) -> Reminding:
        app = App(shop, lambda: now)
        assert app.instance.claim()
        opened.append(app)
        qtbot.addWidget(app.window)
        app.start(minimised=minimised)
        qtbot.waitUntil(lambda: app.reminding is not None)
        assert app.reminding is not None
        app.reminding.tray._is_available = lambda: has_tray
        app.reminding.tray.look_for_tray()
        qtbot.waitUntil(lambda: app.reminding.bell.reminder is not None)  # type: ignore[union-attr]
        return app.reminding

    yield start
    for app in opened:
        app.end()


def ids(reminding: Reminding) -> tuple[int, ...]:
    assert reminding.bell is not None and reminding.bell.reminder is not None
    return reminding.bell.reminder.ids


def test_what_came_up_is_in_the_corner_and_in_the_tray(start: Start) -> None:
    reminding = start()
    assert reminding.window.isVisible()
    assert reminding.window.title.text() == "3 follow-ups are due"
    assert reminding.tray.tooltip() == "3 follow-ups are due."


def test_call_opens_the_guided_call_in_the_window(start: Start, qtbot: QtBot) -> None:
    reminding = start()
    reminding.window.rows[1].call.click()
    place = reminding._main.place
    assert place is not None and place.room is RoomName.CALL


def test_done_is_done_and_can_be_taken_back(start: Start, qtbot: QtBot) -> None:
    reminding = start()
    reminding.window.rows[0].done.click()
    qtbot.waitUntil(lambda: len(ids(reminding)) == 2)
    done = FollowUpRow.select().where(FollowUpRow.status == FollowUpStatus.DONE).count()
    assert done == 1
    desk = reminding._desk
    assert desk is not None and desk.undoable is not None
    assert desk.undoable.did is Did.FOLLOW_UP_DONE
    desk.undo_last()
    qtbot.waitUntil(lambda: len(ids(reminding)) == 3)


def test_closing_the_reminder_puts_all_away(start: Start) -> None:
    reminding = start()
    reminding.window.close_button.click()
    assert not reminding.window.isVisible()
    assert all(row.dismissed_at is not None for row in AnnouncementRow.select())


def test_a_time_is_picked_in_the_window(start: Start) -> None:
    reminding = start()
    reminding.window.foot.pick.click()
    sheet = reminding._main.findChild(PickDaySheet)
    assert sheet is not None
    sheet.picked.emit(MONDAY.day.replace(day=25), None)
    assert not reminding.window.isVisible()
    assert "3 were put off, the first comes back at Wednesday 10:30" in reminding.tray.tooltip()


def test_show_all_and_record_a_visit_open_the_window(start: Start) -> None:
    reminding = start()
    reminding._main.hide()
    reminding.window.foot.show_all.click()
    assert reminding._main.isVisible()
    reminding._main.hide()
    reminding.tray.visit_requested.emit()
    assert reminding._main.isVisible()


def test_closing_the_window_goes_to_the_tray_and_says_so_once(start: Start) -> None:
    reminding = start()
    reminding._main.close()
    assert not reminding._main.isVisible()
    assert reminding.bell is not None
    assert reminding.cards.card is not None and "goes on" in reminding.cards.card.title.text()
    first = reminding.cards.card
    reminding.tray.open_requested.emit()
    assert reminding._main.isVisible()
    reminding._main.close()
    assert reminding.cards.card is first


def test_without_a_tray_closing_ends_the_program(start: Start) -> None:
    reminding = start(has_tray=False)
    reminding._main.close()
    assert reminding.bell is None


def test_whoever_wants_it_ended_by_closing_gets_that(start: Start, qtbot: QtBot) -> None:
    reminding = start()
    desk = reminding._desk
    assert desk is not None
    desk.do(desk.services.shop.prefer, closes_to_tray=False)
    reminding._main.close()
    assert reminding.bell is None


def test_quit_ends_it_from_the_tray(start: Start) -> None:
    reminding = start()
    reminding._main.close()
    reminding.tray.quit_requested.emit()
    assert reminding.bell is None


def test_at_login_it_goes_to_the_tray_and_says_good_morning_once(
    start: Start, qtbot: QtBot
) -> None:
    reminding = start(minimised=True)
    assert not reminding._main.isVisible()
    reminding.greet()
    assert reminding.cards.card is not None
    assert reminding.cards.card.title.text() == "Good morning, Ed"
    assert reminding.cards.card.sentence.text().startswith("3 follow-ups today")
    assert "help people buy" in reminding.cards.card.mantra.text()
    assert not reminding.cards.card.geometry().intersects(reminding.window.geometry())
    first = reminding.cards.card
    reminding.greet()
    assert reminding.cards.card is first
    first.action.click()
    assert reminding._main.isVisible() and not first.isVisible()


def test_the_good_morning_is_off_by_a_switch(start: Start) -> None:
    """M-66: with the mantra."""
    reminding = start(minimised=True)
    desk = reminding._desk
    assert desk is not None
    desk.do(desk.services.shop.prefer, mantra_shown=False)
    reminding.greet()
    assert reminding.cards.card is None


def test_the_good_morning_goes_when_the_window_comes(start: Start) -> None:
    reminding = start(minimised=True)
    reminding.greet()
    card = reminding.cards.card
    assert card is not None and card.isVisible()
    reminding.tray.open_requested.emit()
    assert not card.isVisible()


def test_at_login_without_a_tray_the_window_stays_reachable(start: Start) -> None:
    reminding = start(has_tray=False, minimised=True)
    assert reminding._main.isVisible() and reminding._main.isMinimized()
    assert reminding.window.isVisible()


def test_a_tray_that_comes_hours_later_is_found_by_the_ticker(start: Start) -> None:
    reminding = start(has_tray=False, minimised=True)
    reminding.tray._is_available = lambda: True
    reminding.ticker.ticked.emit()
    assert reminding.tray.is_there
    assert not reminding._main.isVisible()


def test_names_are_hidden_when_the_shop_wants_it(start: Start, qtbot: QtBot) -> None:
    reminding = start()
    desk = reminding._desk
    assert desk is not None
    desk.do(desk.services.shop.prefer, hides_names=True)
    qtbot.waitUntil(lambda: not reminding.window.rows[0].isVisible())
    assert reminding.window.title.text() == "3 follow-ups are due"


def test_one_click_in_the_menu_names_nobody_while_a_screen_is_shared(
    start: Start, qtbot: QtBot
) -> None:
    reminding = start()
    reminding.tray.fill_menu()
    action = next(one for one in reminding.tray.menu.actions() if one.isCheckable())
    assert not action.isChecked()
    action.trigger()
    qtbot.waitUntil(lambda: not reminding.window.rows[0].isVisible())
    reminding.tray.fill_menu()
    shown = [one.text() for one in reminding.tray.menu.actions()]
    assert shown[0] == "3 follow-ups are due" and "Hayashi" not in " ".join(shown)
    assert reminding.tray.tooltip() == "3 follow-ups are due."
    next(one for one in reminding.tray.menu.actions() if one.isCheckable()).trigger()
    qtbot.waitUntil(lambda: reminding.window.rows[0].isVisible())


# By keyboard, in the window


def sheet_by_keyboard(reminding: Reminding, qtbot: QtBot) -> ReminderSheet:
    reminding._main.activateWindow()
    qtbot.waitUntil(reminding._main.isActiveWindow)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(reminding._main, Qt.Key.Key_R, control)
    assert reminding.answers is not None and reminding.answers.sheet is not None
    qtbot.waitUntil(reminding.answers.sheet.isVisible)
    return reminding.answers.sheet


def test_put_away_and_brought_back_without_a_mouse_or_a_tray(start: Start, qtbot: QtBot) -> None:
    reminding = start(has_tray=False)
    sheet = sheet_by_keyboard(reminding, qtbot)
    qtbot.keyClick(sheet.put_away, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: sheet.title.text() == "Nothing is due now")
    assert sheet.bring_all.text() == "Bring all 3 back"
    qtbot.keyClick(sheet.bring_all, Qt.Key.Key_Space)
    assert sheet.title.text() == "3 follow-ups are due"


def test_while_the_sheet_is_open_the_corner_is_left_free(start: Start, qtbot: QtBot) -> None:
    reminding = start()
    sheet = sheet_by_keyboard(reminding, qtbot)
    assert not reminding.window.isVisible()
    sheet.lines[0].done.click()
    qtbot.waitUntil(lambda: sheet.title.text() == "2 follow-ups are due")
    assert not reminding.window.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert reminding.window.isVisible()
    assert reminding.window.title.text() == "2 follow-ups are due"


def test_whoever_turns_away_from_the_sheet_is_reminded_in_the_corner(
    start: Start, qtbot: QtBot
) -> None:
    reminding = start()
    sheet = sheet_by_keyboard(reminding, qtbot)
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    qtbot.waitUntil(reminding.window.isVisible)
    assert sheet.isVisible()
    reminding._main.activateWindow()
    qtbot.waitUntil(lambda: not reminding.window.isVisible())
    reminding._main.close()
    qtbot.waitUntil(reminding.window.isVisible)


def test_later_for_one_leaves_the_others(start: Start, qtbot: QtBot) -> None:
    reminding = start()
    sheet = sheet_by_keyboard(reminding, qtbot)
    sheet.lines[0].later.menu_shown.actions()[1].trigger()
    qtbot.waitUntil(lambda: len(ids(reminding)) == 2)
    assert sheet.title.text() == "2 follow-ups are due"
    assert "1 comes back at 11:45" in sheet.sentence.text()


def test_a_time_picked_by_keyboard_is_when_it_comes_back(start: Start, qtbot: QtBot) -> None:
    reminding = start()
    sheet = sheet_by_keyboard(reminding, qtbot)
    sheet.lines[0].later.menu_shown.actions()[-1].trigger()
    assert not sheet.isVisible()
    picked = reminding._main.findChild(PickDaySheet)
    assert picked is not None and picked.isVisible()
    picked.picked.emit(MONDAY.day, time(15, 20))
    assert reminding.bell is not None and reminding.bell.reminder is not None
    assert reminding.bell.reminder.back_at == MONDAY.local.replace(hour=15, minute=20)


def test_call_and_show_all_leave_the_sheet(start: Start, qtbot: QtBot) -> None:
    reminding = start()
    sheet = sheet_by_keyboard(reminding, qtbot)
    sheet.show_all_requested.emit()
    assert not sheet.isVisible()
    assert reminding._main.place == Place(RoomName.TODAY)
    sheet = sheet_by_keyboard(reminding, qtbot)
    qtbot.keyClick(sheet.lines[1].call, Qt.Key.Key_Space)
    place = reminding._main.place
    assert not sheet.isVisible() and place is not None and place.room is RoomName.CALL


def test_the_bell_in_the_top_bar_opens_the_same(start: Start, qtbot: QtBot) -> None:
    reminding = start()
    qtbot.mouseClick(reminding._main.frame.top_bar.reminders, Qt.MouseButton.LeftButton)
    assert reminding.answers is not None and reminding.answers.sheet is not None
    assert reminding.answers.sheet.isVisible()


# At login


def test_the_entry_is_made_and_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    autostart.keep(True, ["/opt/My Shop/followup", "--minimised"])
    text = autostart.entry().read_text(encoding="utf-8")
    assert '\nExec="/opt/My Shop/followup" --minimised\n' in text
    assert "\nTryExec=/opt/My Shop/followup\n" in text  # one that is gone is passed over
    autostart.keep(False)
    autostart.keep(False)
    assert not autostart.entry().exists()


def test_where_it_can_t_be_written_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(blocked))
    autostart.keep(True)
    assert not autostart.entry().exists()


@pytest.mark.parametrize("wanted", [True, False])
def test_the_welcome_asks_whether_it_starts_with_the_pc(
    qtbot: QtBot, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: bool
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    app = App(data_dir, lambda: MONDAY, starts_at_login=True)
    qtbot.addWidget(app.window)
    assert app.instance.claim()
    app.start()
    page = app.window.findChild(WelcomePage)
    assert page is not None
    page.shop.setText("Marsh & Daughter")
    page.clerk.setText("Ed Marsh")
    page.at_login.setChecked(wanted)
    page.start.click()
    qtbot.waitUntil(lambda: app.session is not None and app.session.desk is not None)
    assert autostart.entry().exists() is wanted
    assert app.session is not None
    assert app.session.services.shop.shop().preferences.starts_at_login is wanted
    app.end()


def test_the_program_keeps_the_entry_as_the_shop_wants_it(
    qtbot: QtBot, shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    app = App(shop, lambda: MONDAY, starts_at_login=True)
    qtbot.addWidget(app.window)
    assert app.instance.claim()
    app.start()
    qtbot.waitUntil(lambda: app.session is not None and app.session.desk is not None)
    assert autostart.entry().exists()
    assert app.session is not None and app.session.desk is not None
    app.session.desk.do(app.session.services.shop.prefer, starts_at_login=False)
    assert not autostart.entry().exists()
    app.end()
