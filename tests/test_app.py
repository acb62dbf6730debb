"""The whole program on a real data folder: first start, what is remembered, what can go wrong."""

import gc
import os
import sqlite3
import sys
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from followup_desktop.app import app as app_module
from followup_desktop.app.app import CANNOT_START, App
from followup_desktop.domain.shop import Look
from followup_desktop.services import Services
from followup_desktop.store import backups
from followup_desktop.store.database import FILE_NAME
from followup_desktop.store.store import Store
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.tokens import DARK
from followup_desktop.ui.room import Place, RoomName
from followup_desktop.ui.shell.moment import MomentPage
from followup_desktop.ui.shell.start_trouble import StartTroublePage
from followup_desktop.ui.welcome.page import WelcomePage
from followup_desktop.words import days
from tests.services.world import HOURS, at

NOW = at("2026-11-21 10:42")
TODAY = Place(RoomName.TODAY)

Start = Callable[[], App]


@pytest.fixture(autouse=True)
def plain_after(qapp: QApplication) -> Iterator[None]:
    """The program dresses Qt and writes days for everybody; the next test finds them as before."""
    locale = QLocale()
    yield
    QLocale.setDefault(locale)
    days.use(days.PlainDays())
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.NORMAL)


@pytest.fixture
def start(qtbot: QtBot, data_dir: Path) -> Iterator[Start]:
    """Starts the program on the test's folder; the one before has to be closed."""
    opened: list[App] = []

    def start() -> App:
        app = App(data_dir, lambda: NOW)
        assert app.instance.claim()
        opened.append(app)
        qtbot.addWidget(app.window)
        with qtbot.waitSignal(app.window.painted):
            app.start()
        app.window.resize(1366, 768)
        return app

    yield start
    for app in opened:
        app.window.close()


def _qt() -> QApplication:
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    return qt


def welcome(app: App) -> WelcomePage:
    page = app.window.findChild(WelcomePage)
    assert isinstance(page, WelcomePage)
    return page


def trouble(app: App) -> StartTroublePage:
    page = app.window.findChild(StartTroublePage)
    assert isinstance(page, StartTroublePage)
    return page


def wait_for_sample(app: App, qtbot: QtBot) -> None:
    """Until the invented shop is made and stands in the window."""

    def stands() -> bool:
        return app.session is not None and app.session.is_sample and app.session.desk is not None

    qtbot.waitUntil(stands, timeout=60_000)


def set_up(data_dir: Path) -> Store:
    """A shop from an earlier day, still open."""
    store = Store.open(data_dir, now=NOW)
    Services(store).shop.set_up(NOW, "Marsh & Daughter", "US", HOURS, "Ed Marsh")
    return store


# The first start


def test_from_an_empty_folder_to_todays_page(start: Start, qtbot: QtBot) -> None:
    app = start()
    page = welcome(app)
    qtbot.keyClicks(page.shop, "Marsh & Daughter")
    qtbot.keyClicks(page.clerk, "Ed Marsh")
    page.start.click()
    assert app.window.place == TODAY
    assert app.session is not None
    shop = app.session.services.shop.shop()
    assert (shop.name, [clerk.name for clerk in shop.clerks]) == ("Marsh & Daughter", ["Ed Marsh"])
    assert app.window.frame.top_bar.clerk.label() == "Ed Marsh"
    assert app.window.findChild(WelcomePage) is None or not page.isVisible()


def test_the_second_start_asks_nothing(start: Start, data_dir: Path) -> None:
    set_up(data_dir).close()
    app = start()
    assert app.window.findChild(WelcomePage) is None
    assert app.window.place == TODAY
    assert app.exit_code == 0


def test_a_welcome_that_was_left_comes_again(start: Start, data_dir: Path) -> None:
    Store.open(data_dir, now=NOW).close()
    assert welcome(start()).isVisible()


def test_looking_around_leaves_the_shops_own_folder_alone(start: Start, qtbot: QtBot) -> None:
    app = start()
    page = welcome(app)
    qtbot.keyClicks(page.shop, "Marsh & Daughter")
    page.look.click()
    wait_for_sample(app, qtbot)
    assert app.session is not None
    assert app.session.folder == app.folder / "sample"
    assert app.window.banner is not None
    assert app.window.banner.isVisible()
    assert app.session.services.customers.hits("a") != ()
    app.window.banner.leave.click()
    assert not app.window.banner.isVisible()
    assert welcome(app).shop.text() == "Marsh & Daughter"


def test_the_window_stays_alive_while_the_sample_is_made(start: Start, qtbot: QtBot) -> None:
    app = start()
    shares: list[float] = []
    beats: list[bool] = []
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(app.window.findChild(MomentPage) is not None))
    welcome(app).look.click()
    page = app.window.findChild(MomentPage)
    assert isinstance(page, MomentPage)
    assert page.isVisible()
    assert app._maker is not None
    app._maker.progressed.connect(shares.append)
    heart.start(0)
    wait_for_sample(app, qtbot)
    heart.stop()
    assert beats.count(True) > 100
    assert shares == sorted(shares)
    assert shares[-1] > 0.99
    assert not page.isVisible()


def test_a_sample_that_was_left_half_made_is_made_anew(start: Start, qtbot: QtBot) -> None:
    app = start()
    welcome(app).look.click()
    qtbot.waitUntil(lambda: app.session is not None and app.session.is_set_up)
    app.window.close()
    again = start()
    welcome(again).look.click()
    wait_for_sample(again, qtbot)
    assert again.session is not None
    assert again.session.services.customers.hits("Libin") != ()


def test_the_sample_is_open_again_at_the_next_start(start: Start, qtbot: QtBot) -> None:
    app = start()
    welcome(app).look.click()
    wait_for_sample(app, qtbot)
    app.window.close()
    again = start()
    assert again.session is not None
    assert again.session.is_sample
    assert again.window.place == TODAY


def test_with_the_shop_set_up_one_click_leads_back_to_it(
    start: Start, data_dir: Path, qtbot: QtBot
) -> None:
    set_up(data_dir).close()
    app = start()
    assert app.session is not None
    assert app.session.desk is not None
    app.session.desk.sample_requested.emit()
    wait_for_sample(app, qtbot)
    assert app.session.is_sample
    assert app.window.banner is not None
    app.window.banner.leave.click()
    assert not app.session.is_sample
    assert app.session.services.shop.shop().name == "Marsh & Daughter"
    assert app.window.place == TODAY


# What is remembered


def test_look_and_text_size_are_there_before_the_data_is_opened(
    start: Start, data_dir: Path, qtbot: QtBot
) -> None:
    set_up(data_dir).close()
    app = start()
    assert app.session is not None
    desk = app.session.desk
    assert desk is not None
    desk.do(desk.services.shop.prefer, look=Look.DARK, text_size=130)
    assert theme.current().palette.dark
    app.window.close()
    theme.apply(_qt(), theme.Appearance.LIGHT, theme.TextSize.NORMAL)
    again = App(data_dir, lambda: NOW)
    assert again.instance.claim()
    seen: list[object] = []
    again.window.painted.connect(lambda: seen.append(again.session))
    with qtbot.waitSignal(again.window.moved):
        again.start()
        assert again.window.ground is not None
        assert again.window.ground.page == DARK.window
    assert seen == [None]
    assert theme.current().palette.dark
    assert theme.current().text_size == 130
    again.window.close()


def test_a_look_can_be_taken_back(start: Start, data_dir: Path) -> None:
    set_up(data_dir).close()
    app = start()
    assert app.session is not None
    desk = app.session.desk
    assert desk is not None
    before = theme.current().palette.dark
    desk.do(desk.services.shop.prefer, look=Look.LIGHT if before else Look.DARK)
    desk.undo_last()
    assert theme.current().palette.dark is before


def test_who_was_at_the_desk_is_there_again(start: Start, data_dir: Path) -> None:
    store = set_up(data_dir)
    made = Services(store).shop.add_clerk(NOW, 1, "Ana Lopez").made_id
    store.close()
    app = start()
    assert app.session is not None
    assert app.session.desk is not None
    app.session.desk.switch_clerk(made)
    app.window.close()
    again = start()
    assert again.window.frame.top_bar.clerk.label() == "Ana Lopez"


def test_somebody_who_left_is_not_at_the_desk(start: Start, data_dir: Path) -> None:
    store = set_up(data_dir)
    shop = Services(store).shop
    made = shop.add_clerk(NOW, 1, "Ana Lopez").made_id
    assert made is not None
    store.close()
    app = start()
    assert app.session is not None
    assert app.session.desk is not None
    app.session.desk.switch_clerk(made)
    app.session.services.shop.clerk_left(NOW, 1, made, 1)
    app.window.close()
    assert start().window.frame.top_bar.clerk.label() == "Ed Marsh"


# What can go wrong


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected in another way there")
@pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_that_cannot_be_written_to_is_named(start: Start, data_dir: Path) -> None:
    data_dir.mkdir()
    data_dir.chmod(0o500)
    app = start()
    assert str(data_dir) in trouble(app).sentence.text()
    assert app.exit_code == CANNOT_START
    data_dir.chmod(0o700)
    trouble(app).again.click()
    assert welcome(app).isVisible()


def test_a_folder_that_is_a_file_is_named(start: Start, data_dir: Path) -> None:
    data_dir.write_text("not a folder")
    app = start()
    assert str(data_dir) in trouble(app).sentence.text()
    assert app.exit_code == CANNOT_START
    data_dir.unlink()
    trouble(app).again.click()
    assert welcome(app).isVisible()


def test_newer_data_is_left_as_it_is(start: Start, data_dir: Path) -> None:
    set_up(data_dir).close()
    path = data_dir / FILE_NAME
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version = 9999")
    raw.close()
    before = path.read_bytes()
    app = start()
    assert "newer Followup" in trouble(app).sentence.text()
    assert not trouble(app).backups_card.isVisible()
    assert app.exit_code == CANNOT_START
    assert path.read_bytes() == before


def test_a_database_of_something_else_is_left_as_it_is(start: Start, data_dir: Path) -> None:
    data_dir.mkdir()
    path = data_dir / FILE_NAME
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE recipe (name TEXT)")
    raw.close()
    before = path.read_bytes()
    app = start()
    assert "not made by Followup" in trouble(app).sentence.text()
    assert path.read_bytes() == before


def test_damaged_data_comes_back_from_its_backup_with_one_click(
    start: Start, data_dir: Path
) -> None:
    store = set_up(data_dir)
    Services(store).upkeep.backup(NOW)
    store.close()
    damage(data_dir / FILE_NAME)
    app = start()
    page = trouble(app)
    assert "is damaged" in page.sentence.text()
    assert page.newest_words.text().startswith("It is from Saturday, ")
    page.newest.click()
    assert app.window.place == TODAY
    assert app.session is not None
    assert app.session.services.shop.shop().name == "Marsh & Daughter"
    assert app.exit_code == 0


def test_damaged_data_without_a_backup_says_so_and_offers_none(
    start: Start, data_dir: Path
) -> None:
    set_up(data_dir).close()
    damage(data_dir / FILE_NAME)
    app = start()
    assert "is damaged" in trouble(app).sentence.text()
    assert not trouble(app).backups_card.isVisible()


def test_a_backup_that_is_damaged_too_is_passed_over(start: Start, data_dir: Path) -> None:
    store = set_up(data_dir)
    good = Services(store).upkeep.backup(at("2026-11-20 18:00"))
    bad = Services(store).upkeep.backup(at("2026-11-21 09:00"))
    store.close()
    damage(data_dir / FILE_NAME)
    damage(bad.path)
    app = start()
    assert backups.newest_good(data_dir) == good
    assert "Friday" in trouble(app).newest_words.text()


def damage(path: Path) -> None:
    """Every page but the first is overwritten."""
    content = bytearray(path.read_bytes())
    for position in range(4096, len(content)):
        content[position] = position % 251
    path.write_bytes(content)


# The end


def test_closing_the_window_ends_it_and_frees_the_folder(start: Start, data_dir: Path) -> None:
    set_up(data_dir).close()
    app = start()
    app.window.close()
    assert app.session is None
    again = start()
    assert again.window.place == TODAY


@pytest.mark.parametrize("until", ["welcome", "damaged", "making", "settled"])
def test_nothing_of_its_own_holds_a_program_that_was_closed(
    qtbot: QtBot, data_dir: Path, until: str
) -> None:
    """Were a child of it (or of its window) the last to hold it, it would go while that child is
    being deleted; and deleting its children, Qt would delete that one a second time: a crash."""
    if until == "damaged":
        store = set_up(data_dir)
        Services(store).upkeep.backup(NOW)
        store.close()
        damage(data_dir / FILE_NAME)
    app = App(data_dir, lambda: NOW)
    with qtbot.waitSignal(app.window.painted):
        app.start()
    if until in ("making", "settled"):
        welcome(app).look.click()
    if until == "settled":
        wait_for_sample(app, qtbot)
        qtbot.waitUntil(lambda: app.reminding is not None)
    app.window.close()
    held = weakref.ref(app)
    app = None  # type: ignore[assignment]
    gc.collect()
    assert held() is None


def test_the_window_is_seen_before_the_data_is_opened(qtbot: QtBot, data_dir: Path) -> None:
    set_up(data_dir).close()
    app = App(data_dir, lambda: NOW)
    qtbot.addWidget(app.window)
    seen: list[object] = []
    app.window.painted.connect(lambda: seen.append(app.session))
    with qtbot.waitSignal(app.window.moved):
        app.start()
    assert seen == [None]
    app.window.close()


def test_the_names_that_decide_about_the_first_start_are_the_stores() -> None:
    assert app_module.DATA_FILE == FILE_NAME
    assert app_module.BACKUPS == backups.FOLDER_NAME


def test_the_daily_backup_is_made_while_nobody_waits(
    start: Start, data_dir: Path, qtbot: QtBot
) -> None:
    set_up(data_dir).close()
    app = start()
    qtbot.waitUntil(lambda: app.idle is not None)
    assert app.idle is not None
    app.idle.back_up()
    app.idle.stop()
    assert [one.made_at for one in backups.listing(data_dir)] == [NOW.local.replace(microsecond=0)]


def test_keys_reach_the_page_without_a_mouse(start: Start, data_dir: Path, qtbot: QtBot) -> None:
    set_up(data_dir).close()
    app = start()
    app.window.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(app.window, Qt.Key.Key_Comma, control)
    assert app.window.place == Place(RoomName.SETTINGS)
    qtbot.keyClick(app.window, Qt.Key.Key_1, control)
    assert app.window.place == TODAY


def test_what_was_saved_is_put_in_order_while_nobody_waits(
    start: Start, data_dir: Path, qtbot: QtBot
) -> None:
    set_up(data_dir).close()
    app = start()
    qtbot.waitUntil(lambda: app.idle is not None)
    assert app.session is not None
    assert app.session.desk is not None
    desk = app.session.desk
    desk.do(desk.services.shop.prefer, budget_minutes=60)
    log = data_dir / f"{FILE_NAME}-wal"
    assert log.stat().st_size > 0
    assert app.idle is not None
    app.idle.rest()
    with sqlite3.connect(f"file:{data_dir / FILE_NAME}?immutable=1", uri=True) as raw:
        kept = raw.execute("SELECT value FROM setting WHERE name = 'budget_minutes'").fetchone()
    raw.close()
    assert kept == ("60",)
