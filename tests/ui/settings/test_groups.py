"""Product groups in the settings, on a real shop (M-41, M-79)."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.services.rules import calling_regions
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet
from followup_desktop.ui.kit.fields import Field
from followup_desktop.ui.room import Place, RoomName
from followup_desktop.ui.settings.controller import SettingsController
from followup_desktop.ui.settings.page import Part, SettingsPage


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(None, today=desk.now().day, regions=calling_regions(), folder=desk.folder)
    qtbot.addWidget(page)
    controller = SettingsController(desk, page)
    page.resize(1200, 700)
    page.show()
    controller.enter(Place(RoomName.SETTINGS, given=Part.GROUPS))
    return page


def sheet_of(page: QWidget) -> FormSheet:
    (sheet,) = [one for one in page.findChildren(FormSheet) if one.isVisible()]
    return sheet


def add(page: SettingsPage, qtbot: QtBot, name: str) -> FormSheet:
    (page.groups.add if page.groups.lines else page.groups.empty.action).click()
    sheet = sheet_of(page)
    line = sheet.findChild(QWidget, "group_name")
    qtbot.keyClicks(line, name)
    return sheet


def names(page: SettingsPage) -> list[str]:
    return [line.name.text() for line in page.groups.lines]


def test_a_shop_without_groups_is_told_what_they_are_for(page: SettingsPage) -> None:
    assert page.groups.empty.isVisible()
    assert not page.groups.add.isVisible()


def test_a_group_is_added_changed_and_removed_and_each_taken_back(
    page: SettingsPage, desk: Desk, qtbot: QtBot
) -> None:
    sheet = add(page, qtbot, "Suits")
    sheet.findChild(QWidget, "renew_months").choose(24)  # type: ignore[attr-defined]
    sheet.findChild(QWidget, "is_valuable").click()  # type: ignore[attr-defined]
    sheet.save.click()
    assert names(page) == ["Suits"]
    assert not page.groups.empty.isVisible()
    assert page.groups.lines[0].detail.text() == "0 sold · time to renew after 2 years · valuable"
    assert page.groups.lines[0].tip.text() == "No care tip yet"

    page.groups.lines[0].change.click()
    sheet = sheet_of(page)
    qtbot.keyClicks(sheet.findChild(QWidget, "care_tip"), "Brush it after each wear.")
    sheet.save.click()
    assert page.groups.lines[0].tip.text() == "Brush it after each wear."

    page.groups.lines[0].change.click()
    sheet_of(page).remove.click()
    assert names(page) == []
    desk.undo_last()
    assert names(page) == ["Suits"]
    desk.undo_last()
    assert page.groups.lines[0].tip.text() == "No care tip yet"
    desk.undo_last()
    assert page.groups.empty.isVisible()


def test_a_name_that_is_there_already_is_said_at_its_field(
    page: SettingsPage, qtbot: QtBot
) -> None:
    add(page, qtbot, "Suits").save.click()
    sheet = add(page, qtbot, "suits")
    sheet.save.click()
    field = sheet.fields["group_name"]
    assert isinstance(field, Field)
    assert field.problem() == "There is a group of that name already."
    assert names(page) == ["Suits"]


def test_many_stand_in_alphabetical_order(page: SettingsPage, desk: Desk) -> None:
    for number in range(40, 0, -1):
        desk.do(desk.services.product_groups.add, f"Group {number:02}")
    assert names(page) == [f"Group {number:02}" for number in range(1, 41)]
