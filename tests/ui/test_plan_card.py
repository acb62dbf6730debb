"""The card of planned follow-ups: each line is a step of its own, whatever their rules."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.planned import PlanChange, PlannedFollowUp
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.calendar_popup import CalendarPopup
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.plan_card import PlanCard

TODAY = date(2026, 11, 21)
NEW = PlannedFollowUp("check_in", Kind.CHECK_IN, date(2027, 2, 19))
PROMISE = PlannedFollowUp(
    "promise_due", Kind.PROMISE, date(2026, 11, 23), time(10), True, "The hem", follow_up_id=4
)
ANOTHER = PlannedFollowUp(
    "promise_due", Kind.PROMISE, date(2026, 11, 24), None, False, "The tie", follow_up_id=5
)


@pytest.fixture
def card(qtbot: QtBot) -> PlanCard:
    card = PlanCard("We will remind you", name="plan")
    qtbot.addWidget(card)
    card.show_plan((PROMISE, ANOTHER, NEW), TODAY)
    card.show()
    return card


def test_two_promises_are_two_lines(card: PlanCard) -> None:
    assert len(card.findChildren(Tick)) == 3


def test_a_change_says_which_one_it_is_about(card: PlanCard) -> None:
    ticks = card.findChildren(Tick)
    ticks[1].click()
    ticks[2].click()
    assert card.changes() == (
        PlanChange("promise_due", is_on=False, follow_up_id=5),
        PlanChange("check_in", is_on=False),
    )


# The off-screen platform says this of every popup.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_another_day_keeps_the_time_that_was_agreed(card: PlanCard, qtbot: QtBot) -> None:
    promised = card.findChild(LinkButton, "plan_promise_due_4_when")
    promised.click()
    popup = promised.findChild(CalendarPopup)
    qtbot.keyClick(popup.grid, Qt.Key.Key_Right)
    qtbot.keyClick(popup.grid, Qt.Key.Key_Return)
    (change,) = card.changes()
    assert (change.due_on, change.due_time) == (date(2026, 11, 24), time(10))
