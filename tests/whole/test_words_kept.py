"""Words kept, through the window: a back order told late, a problem for the manager, a promise that
is put off, a referral that buys (M-19, M-20, M-37 … M-40)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from followup_desktop.domain.caught import PromiseForm
from followup_desktop.domain.kinds import (
    Fulfilment,
    Kind,
    OrderChoice,
    Outcome,
    PurposeReached,
    ReferralState,
)
from followup_desktop.domain.story import EventKind
from followup_desktop.domain.visit import NewVisit
from followup_desktop.store.reads.delays import newest_delay
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.rows import CustomerRow, FollowUpRow, ProblemRow
from followup_desktop.ui.card.page import CardPage
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.promises.page import PromisesPage
from followup_desktop.words import story as story_words
from tests.whole.day import Shop, a_shop

MONDAY, TUESDAY = "2026-11-23T10:20", "2026-11-24T10:40"

BOOTS = NewVisit(
    name="Adaeze Okafor",
    phone="212 555 0119",
    items=("Boots",),
    fulfilment=Fulfilment.ORDER,
    promised_on=date(2026, 11, 25),
    may_call=True,
)


@pytest.fixture
def shop(data_dir: Path, qtbot: QtBot) -> Iterator[Shop]:
    """Boots are on order for Wednesday; it is Monday."""
    with a_shop(data_dir, "2026-11-20T15:00", qtbot) as shop:
        shop.services.visits.record(shop.clock(), 1, BOOTS)
        shop.next_day(MONDAY)
        yield shop


def in_sight(shop: Shop) -> str:
    labels = shop.window.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


def adaeze() -> int:
    return int(CustomerRow.get(CustomerRow.name == "Adaeze Okafor").id)


def talked(shop: Shop) -> None:
    """The call is over, and its purpose was reached."""
    if shop.sees("end_call"):
        shop.click("end_call")
    shop.click(f"wrap_outcome_{Outcome.TALKED}")
    shop.click(f"wrap_reached_{PurposeReached.REACHED}")
    shop.click("wrap_save_close" if shop.sees("wrap_save_close") else "wrap_save_next")


def test_a_back_order_is_told_and_they_choose(shop: Shop) -> None:
    """Noted on the orders' page, told on the call, chosen at one click, read in the story."""
    shop.press(Qt.Key.Key_3, control=True)
    shop.click("order_not_complete")
    shop.type("missing_what", "One boot has the wrong sole")
    shop.click("not_complete_save")
    assert "1 customer to be told" in in_sight(shop)

    # The next day Ed calls: it is the first on his list.
    shop.next_day(TUESDAY)
    shop.press(Qt.Key.Key_1, control=True)
    shop.click("start_call")
    shop.click("call_now")
    shop.click(f"call_choice_{OrderChoice.HOLD}")
    (order,) = shop.services.orders.orders(shop.clock())
    delay = newest_delay(order.id)
    assert delay is not None and delay.choice is OrderChoice.HOLD
    shop.click("end_call")
    assert "They’d like us to hold it until it is complete" in in_sight(shop)
    talked(shop)

    shop.press(Qt.Key.Key_3, control=True)
    said = in_sight(shop)
    assert "Told after 24 hours, by Ed Marsh." in said
    assert "They’d like us to hold it until it is complete" in said
    story = shop.services.customers.story(adaeze(), kinds=(EventKind.DELAY,))
    assert [story_words.story(event, date(2026, 11, 24)).text for event in story] == [
        "One boot has the wrong sole. Told after 24 hours."
        " They’d like us to hold it until it is complete."
    ]
    assert [one.kind for one in open_of(order=order.id)] == [Kind.ORDER_CHECK]


def test_wanting_the_manager_leads_to_a_time(shop: Shop) -> None:
    ruth = shop.services.shop.add_clerk(shop.clock(), 1, "Ruth Marsh").made_id or 0
    shop.services.shop.set_manager(shop.clock(), 1, ruth, True)
    shop.services.shop.set_manager(shop.clock(), 1, 1, False)
    shop.desk.start_call(adaeze(), None)
    shop.click("call_now")
    shop.press(Qt.Key.Key_7, control=True)
    shop.click("bridge_note_it")
    shop.type("problem_what", "The left boot came without its box")
    assert not shop.sees("problem_which_manager"), "there is only one"
    keep = shop.page("catch_problem_keep")
    shop.type("problem_by", "25 nov")
    assert not keep.isEnabled(), "told to the customer, with a time"
    shop.type("problem_time", "11")
    shop.click("catch_problem_keep")
    (problem,) = ProblemRow.select()
    (call,) = open_of(problem=problem.id)
    assert problem.for_manager and call.clerk_id == ruth and call.is_timed


def test_of_several_managers_one_is_chosen(shop: Shop) -> None:
    """M-20: with one manager nothing is asked."""
    ruth = shop.services.shop.add_clerk(shop.clock(), 1, "Ruth Marsh", True).made_id or 0
    shop.desk.start_call(adaeze(), None)
    shop.click("call_now")
    shop.press(Qt.Key.Key_7, control=True)
    shop.click("bridge_note_it")
    which = shop.page("problem_which_manager")
    assert isinstance(which, Picker)
    assert which.value() == ruth, "a colleague comes first"
    which.choose(1)
    shop.type("problem_what", "The left boot came without its box")
    shop.type("problem_by", "25 nov")
    shop.type("problem_time", "11")
    shop.click("catch_problem_keep")
    (problem,) = ProblemRow.select()
    assert problem.for_manager and problem.owner_id == 1


def test_putting_a_promise_off_moves_only_the_call(shop: Shop, qtbot: QtBot) -> None:
    form = PromiseForm("the name of the cobbler", date(2026, 11, 23))
    shop.services.keeping.note(shop.clock(), 1, adaeze(), form)
    shop.press(Qt.Key.Key_2, control=True)
    shop.press(Qt.Key.Key_1, control=True)
    shop.press(Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: "cobbler" in in_sight(shop))
    later = shop.page("later").menu_shown  # type: ignore[attr-defined]
    offered = {one.text(): one for one in later.actions() if one.isVisible()}
    assert "Only your call moves. The promise stays for today." in offered
    offered["Tomorrow"].trigger()
    shop.press(Qt.Key.Key_4, control=True)
    page = shop.page("promises_page")
    assert isinstance(page, PromisesPage)
    assert page.panel.when.text() == "Today"
    assert "Your call is put off to tomorrow. What you promised isn’t." in in_sight(shop)

    # The next day it is missed: on top everywhere, with an apology proposed.
    shop.next_day(TUESDAY)
    shop.services.today.look_ahead(shop.clock())
    shop.press(Qt.Key.Key_1, control=True)
    lines = shop.page("today_page").list.lines()  # type: ignore[attr-defined]
    said = "You promised by yesterday: the name of the cobbler. Say sorry first"
    assert said in lines.index(1).data()
    shop.press(Qt.Key.Key_4, control=True)
    assert page.count.text() == "1 promise waits for us, 1 missed"


def test_a_referral_noted_on_the_card_buys_and_is_thanked_for(shop: Shop) -> None:
    shop.desk.open_card(adaeze())
    shop.click("referrals_add")
    shop.type("referral_name", "Kenji Mori")
    shop.type("referral_phone", "2125550177")
    shop.type("referral_relation", "cousin")
    shop.click("referral_may_call")
    shop.click("catch_referral_keep")
    card = shop.page("card_page")
    assert isinstance(card, CardPage)
    (row,) = card.referrals.rows.rows()
    assert (row.text, row.badge) == ("Kenji Mori", "may be called")
    kenji = int(CustomerRow.get(CustomerRow.name == "Kenji Mori").id)
    bought = NewVisit(customer_id=kenji, items=("Navy suit",))
    shop.clock.set(TUESDAY)
    shop.desk.do(shop.services.visits.record, bought)
    (row,) = card.referrals.rows.rows()
    assert row.badge == "bought"
    shop.press(Qt.Key.Key_4, control=True)
    page = shop.page("promises_page")
    assert isinstance(page, PromisesPage)
    shop.click("promises_tabs_referrals")
    assert page.panel.call.text() == "Thank Adaeze Okafor"
    thanks = FollowUpRow.get(FollowUpRow.kind == Kind.THANK_REFERRER)
    assert (thanks.customer_id, thanks.due_on) == (adaeze(), date(2026, 11, 25))
    shop.click("promise_call")
    shop.click("call_now")
    assert "Kenji Mori" in in_sight(shop)
    talked(shop)
    (line,) = shop.services.keeping.referrals(shop.clock())
    assert line.state is ReferralState.BOUGHT and line.is_done
