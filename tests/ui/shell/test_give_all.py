"""Handing follow-ups over in one step, as the clerk's menu offers it (M-49)."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.visit import NewVisit
from followup_desktop.store.rows import FollowUpRow
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.shell.give_all import GiveAllSheet
from followup_desktop.ui.shell.giving import give_all


def sheet_for(desk: Desk, qtbot: QtBot) -> GiveAllSheet:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 700)
    window.show()
    desk.setProperty("window", window)
    sheet = give_all(desk, window)
    assert sheet is not None
    return sheet


def a_visit(desk: Desk) -> None:
    desk.do(desk.services.shop.add_clerk, "Ana Lopez")
    visit = NewVisit(name="Jun Hayashi", phone="+1 646 555 0188", items=("Navy suit",))
    desk.do(desk.services.visits.record, visit)


def whose() -> set[int | None]:
    return {row.clerk_id for row in FollowUpRow.select()}


def test_all_of_mine_go_to_a_colleague_and_come_back(desk: Desk, qtbot: QtBot) -> None:
    a_visit(desk)
    sheet = sheet_for(desk, qtbot)
    assert sheet.what.value() is False  # nothing is due yet
    assert sheet.to.currentText() == "Ana Lopez"
    sheet.confirm.click()
    assert whose() == {2}
    desk.undo_last()
    assert whose() == {1}


def test_a_manager_hands_over_for_others(desk: Desk, qtbot: QtBot) -> None:
    a_visit(desk)
    sheet = sheet_for(desk, qtbot)
    sheet.whose.choose(2)
    sheet.whose.chosen.emit(2)
    assert sheet.to.currentText() == "Ed Marsh"
    assert not sheet.confirm.isEnabled()  # she has none


def test_a_clerk_hands_over_their_own_only(desk: Desk, qtbot: QtBot) -> None:
    a_visit(desk)
    desk.switch_clerk(2)
    sheet = sheet_for(desk, qtbot)
    assert not sheet.whose.isVisible()
    assert sheet.from_id() == 2


def test_nobody_at_the_desk_hands_over_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.switch_clerk(None)
    window = QWidget()
    qtbot.addWidget(window)
    assert give_all(desk, window) is None
