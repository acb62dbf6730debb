"""The settings, on a real shop: what is changed is kept at once, and can be taken back."""

from datetime import date, time
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.shop import ClosingDays, Look, Preferences, Shop
from followup_desktop.services.rules import calling_regions
from followup_desktop.store import backups
from followup_desktop.store.rows import database
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.room import Place, RoomName
from followup_desktop.ui.settings.controller import SettingsController
from followup_desktop.ui.settings.handover_sheet import HandoverSheet
from followup_desktop.ui.settings.page import Part, SettingsPage

PLACE = Place(RoomName.SETTINGS)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(None, today=desk.now().day, regions=calling_regions(), folder=desk.folder)
    qtbot.addWidget(page)
    controller = SettingsController(desk, page)
    page.resize(1200, 700)
    page.show()
    controller.enter(PLACE)
    return page


def shop(desk: Desk) -> Shop:
    return desk.services.shop.shop()


def preferences(desk: Desk) -> Preferences:
    return shop(desk).preferences


def button(parent: QWidget, name: str) -> QAbstractButton:
    found = parent.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton), name
    return found


def field(parent: QWidget, name: str) -> QLineEdit:
    found = parent.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit), name
    return found


def retype(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


# The shop


def test_a_new_name_is_kept_when_the_field_is_left(
    page: SettingsPage, desk: Desk, qtbot: QtBot
) -> None:
    retype(qtbot, page.shop.name, "Marsh & Daughters")
    assert shop(desk).name == "Marsh & Daughters"
    desk.undo_last()
    assert shop(desk).name == "Marsh & Daughter"
    assert page.shop.name.text() == "Marsh & Daughter"


def test_an_empty_name_is_asked_for_and_not_kept(
    page: SettingsPage, desk: Desk, qtbot: QtBot
) -> None:
    retype(qtbot, page.shop.name, "  ")
    assert page.shop.name_field.problem() == "How is the shop called?"
    assert shop(desk).name == "Marsh & Daughter"
    assert desk.undoable is None


def test_leaving_a_field_as_it_is_changes_nothing(
    page: SettingsPage, desk: Desk, qtbot: QtBot
) -> None:
    retype(qtbot, page.shop.name, "Marsh & Daughter")
    assert desk.undoable is None


def test_hours_are_kept_once_they_are_right(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    before = shop(desk).hours
    retype(qtbot, field(page, "opens_0"), "20")
    assert shop(desk).hours == before
    retype(qtbot, field(page, "opens_0"), "11")
    assert shop(desk).hours[0].opens == time(11)
    desk.undo_last()
    assert shop(desk).hours == before
    assert field(page, "opens_0").text().startswith("10")


def test_closing_days_are_added_and_removed(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    closing = page.shop.closing
    retype(qtbot, closing.first, "24 dec")
    assert closing.last.value() == date(2026, 12, 24)
    retype(qtbot, closing.last, "26 dec")
    retype(qtbot, closing.note, "Christmas")
    kept = ClosingDays(date(2026, 12, 24), date(2026, 12, 26), "Christmas")
    assert shop(desk).closing_days == (kept,)
    assert closing.note.text() == ""
    button(page, "remove_closed_0").click()
    assert shop(desk).closing_days == ()
    desk.undo_last()
    assert shop(desk).closing_days == (kept,)


def test_closing_days_without_a_day_are_asked_for(page: SettingsPage, desk: Desk) -> None:
    page.shop.closing.add.click()
    assert shop(desk).closing_days == ()
    assert desk.undoable is None


# The clerks


def test_a_clerk_is_added_renamed_and_made_a_manager(
    page: SettingsPage, desk: Desk, qtbot: QtBot
) -> None:
    retype(qtbot, page.clerks.new, "Ana Lopez")
    assert page.clerks.new.text() == ""
    assert [clerk.name for clerk in shop(desk).clerks] == ["Ana Lopez", "Ed Marsh"]
    retype(qtbot, field(page, "clerk_2_name"), "Anna Lopez")
    button(page, "clerk_2_manager").click()
    ana = next(clerk for clerk in shop(desk).clerks if clerk.id == 2)
    assert (ana.name, ana.is_manager) == ("Anna Lopez", True)


def test_two_clerks_may_have_the_same_name(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    retype(qtbot, page.clerks.new, "Ed Marsh")
    assert [clerk.name for clerk in shop(desk).clerks] == ["Ed Marsh", "Ed Marsh"]


def test_the_only_manager_stays_one_and_is_told_why(page: SettingsPage, desk: Desk) -> None:
    button(page, "clerk_1_manager").click()
    assert "needs one manager" in page.notice.text()
    assert shop(desk).clerks[0].is_manager
    assert button(page, "clerk_1_manager").isChecked()


def test_a_name_of_ten_thousand_letters_stays_in_its_field(page: SettingsPage, desk: Desk) -> None:
    page.clerks.new.setText("é" * 10_000)
    page.clerks.add.click()
    assert len(shop(desk).clerks) == 1
    assert page.notice.text() == "This is too long to keep. Please shorten it."
    assert len(page.clerks.new.text()) == 10_000


def test_somebody_alone_cannot_leave(page: SettingsPage) -> None:
    page.show_part(Part.CLERKS)
    assert not button(page, "clerk_1_left").isVisible()


def test_who_leaves_hands_over_in_one_step(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    retype(qtbot, page.clerks.new, "Ana Lopez")
    button(page, "clerk_2_manager").click()
    button(page, "clerk_1_left").click()
    sheet = page.window().findChild(HandoverSheet)
    assert isinstance(sheet, HandoverSheet)
    assert sheet.heir.value() == 2
    button(sheet, "handover_confirm").click()
    gone = next(clerk for clerk in shop(desk).clerks if clerk.id == 1)
    assert gone.left_on == date(2026, 11, 21)
    assert desk.clerk_id == 2
    assert "Ed Marsh" in page.clerks.gone_words()


# Follow-ups


def test_times_budget_and_sales_are_kept(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    times = page.follow_ups.times
    times.add.click()
    assert preferences(desk).follow_up_times == (time(10, 30), time(16), time(18))
    retype(qtbot, field(page, "follow_up_time_2"), "9")
    assert preferences(desk).follow_up_times == (time(9), time(10, 30), time(16))
    button(page, "remove_time_0").click()
    assert preferences(desk).follow_up_times == (time(10, 30), time(16))
    button(page, "budget_minutes_60").click()
    button(page, "first_n_sales_2").click()
    button(page, "loyal_after_8").click()
    kept = preferences(desk)
    assert (kept.budget_minutes, kept.first_n_sales, kept.loyal_after) == (60, 2, 8)


def test_a_number_that_is_none_of_the_usual_is_shown_too(page: SettingsPage, desk: Desk) -> None:
    desk.do(desk.services.shop.prefer, budget_minutes=50)
    assert page.follow_ups.budget.value() == 50
    desk.undo_last()
    assert page.follow_ups.budget.value() == 45


def test_a_region_says_its_hours_and_its_source(
    page: SettingsPage, desk: Desk, qtbot: QtBot
) -> None:
    region = page.follow_ups.region
    region.setFocus()
    qtbot.keyClicks(region, "France")
    qtbot.keyClick(region, Qt.Key.Key_Return)
    if preferences(desk).calling_region != "fr":
        region.choose("fr")
        region.activated.emit(region.currentIndex())
    assert preferences(desk).calling_region == "fr"
    assert "10:00" in page.follow_ups.hours.text()
    assert "not legal advice" in page.follow_ups.source.text()


# Appearance


def test_look_text_size_and_sentence_are_kept(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    button(page, "look_dark").click()
    button(page, "text_size_130").click()
    retype(qtbot, page.appearance.mantra, "Help first.")
    kept = preferences(desk)
    assert (kept.look, kept.text_size, kept.mantra) == (Look.DARK, 130, "Help first.")
    button(page, "mantra_shown").click()
    assert not preferences(desk).mantra_shown
    assert not page.appearance.mantra.isEnabled()


# The data


def test_the_sample_can_be_opened_from_here(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.sample_requested):
        button(page, "open_sample").click()


def test_a_backup_is_made_and_checked_while_one_goes_on(
    page: SettingsPage, desk: Desk, qtbot: QtBot
) -> None:
    assert page.data.backups.text() == "None yet. One is made every day by itself."
    button(page, "back_up").click()
    assert "You can go on working." in page.data.result.text()
    assert not page.data.back_up.isEnabled()
    qtbot.waitUntil(page.data.back_up.isEnabled)
    (made,) = desk.services.upkeep.backups()
    assert page.data.result.text() == f"Backed up and checked: {made.name}"
    assert "There is 1, from today, 10:42." in page.data.backups.text()


def test_a_backup_that_lasts_says_how_far_it_is_and_can_be_cancelled(
    page: SettingsPage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More than a second: a disk that is slow to begin."""
    has_begun, goes_on = Event(), Event()
    pack = backups.pack

    def slowly(source: Any, part: Path) -> None:
        has_begun.set()
        assert goes_on.wait(30)
        pack(source, part)

    monkeypatch.setattr(backups, "pack", slowly)
    page.show_part(Part.DATA)
    assert not page.data.cancel.isVisible()
    button(page, "back_up").click()
    assert has_begun.wait(30)
    qtbot.waitUntil(page.data.cancel.isVisible)
    assert page.data.result.text() == "0 % is copied. You can go on working."
    page.data.cancel.click()
    goes_on.set()
    qtbot.waitUntil(page.data.back_up.isEnabled)
    assert page.data.result.text() == "The backup was cancelled. The earlier ones are still there."
    assert not page.data.cancel.isVisible()
    assert desk.services.upkeep.backups() == ()


def test_a_backup_that_fails_is_told(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    (desk.folder / "backups").touch()  # where the folder would have to be
    troubles: list[WorldError] = []
    desk.troubled.connect(troubles.append)
    button(page, "back_up").click()
    qtbot.waitUntil(page.data.back_up.isEnabled)
    assert [error.trouble for error in troubles] == [Trouble.BACKUP_FAILED]
    assert page.data.result.text() == ""


def test_the_folder_is_named(page: SettingsPage, desk: Desk) -> None:
    assert page.data.folder.text() == str(desk.folder)


def test_a_full_disk_leaves_the_text_where_it_is(
    page: SettingsPage, desk: Desk, qtbot: QtBot
) -> None:
    fill_disk(desk)
    troubles: list[WorldError] = []
    desk.troubled.connect(troubles.append)
    longer = "Marsh & Daughters " * 10
    retype(qtbot, page.shop.name, longer)
    assert {error.trouble for error in troubles} == {Trouble.DISK_FULL}
    assert page.shop.name.text() == longer
    assert shop(desk).name == "Marsh & Daughter"


def fill_disk(desk: Desk) -> None:
    """To SQLite a file that may not grow is a full disk; what room is left in it is used up."""
    pages = database.execute_sql("PRAGMA page_count").fetchone()[0]
    database.execute_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(WorldError):
        for number in range(10_000):
            desk.services.shop.prefer(desk.now(), 1, mantra=f"{number} " * 30)
