"""What the shop knows, worded for the script."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from followup_desktop.domain.call_basis import (
    BoughtBefore,
    CallBasis,
    DateBefore,
    LookedBefore,
    OrderedBefore,
    PromisedBefore,
    SentBefore,
)
from followup_desktop.domain.customer import Fact, Person
from followup_desktop.domain.facts import FACT_NAMES, Facts
from followup_desktop.domain.kinds import FactKind, Fulfilment, Kind, ReferralState, Stage, Step
from followup_desktop.domain.shop_time import Now
from followup_desktop.words.facts import WordedFacts, spoken_day

TODAY = date(2026, 11, 21)
NOW = Now(
    utc=datetime(2026, 11, 21, 10, 42, tzinfo=UTC), local=datetime.combine(TODAY, time(10, 42))
)

STRANGER = CallBasis(
    kind=Kind.CHECK_IN,
    about="",
    tries=0,
    shop="Marsh & Daughter",
    clerk="Ed",
    manager="",
    name="Jun Hayashi",
    title="",
    address_as="",
    say_it_like="",
    pinned_note="",
    is_discreet=False,
    stage=Stage.PROSPECT,
    works_as="",
    service_person="",
    last_contact_at=None,
    last_notes="",
    last_notes_at=None,
    people=(),
    facts=(),
    bought=None,
    looked=None,
    promised=None,
    ordered=None,
    problem="",
    sent_by=None,
    has_sent=None,
    date=None,
)

SUIT = BoughtBefore(
    items=("Navy suit, two-button", "White shirts", "A tie"),
    on=TODAY - timedelta(days=1),
    occasion="his sister’s wedding",
    occasion_on=date(2026, 11, 28),
    for_whom="",
    is_gift=False,
    product_group="Suits",
    care_tip="Let it rest a day between wears",
)


def facts_of(**known: Any) -> Facts:
    return WordedFacts().facts(replace(STRANGER, **known), NOW)


def test_a_stranger_has_only_what_no_call_is_without() -> None:
    facts = facts_of()
    known = {name for name in FACT_NAMES if facts.known(name) is not None}
    assert known == {"greeting", "clerk", "shop", "first_name"}
    assert facts.greeting == "Jun"


def test_a_call_without_a_clerk_still_has_somebody_who_calls() -> None:
    assert facts_of(clerk="").clerk


def test_a_manager_who_calls_promises_nobody_else() -> None:
    assert facts_of(manager="Ruth").manager == "Ruth"
    assert facts_of(manager="Ed").known("manager") is None


def test_what_was_bought_is_said_as_one_says_it() -> None:
    facts = facts_of(bought=SUIT)
    assert facts.item == "navy suit"
    assert facts.items == "navy suit, white shirts and tie"
    assert facts.product_group == "suits"
    assert facts.bought_when == "yesterday"
    assert facts.occasion == "your sister’s wedding"
    assert facts.occasion_date == "Saturday 28 November"
    assert facts.tip == "let it rest a day between wears"
    assert facts.for_whom is None


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (4, "Tuesday"),
        (7, "a week ago"),
        (14, "two weeks ago"),
        (61, "two months ago"),
        (366, "twelve months ago"),
        (800, "two years ago"),
    ],
)
def test_how_long_ago(days: int, said: str) -> None:
    bought = replace(SUIT, on=TODAY - timedelta(days=days))
    assert facts_of(bought=bought).bought_when == said


def test_a_single_thing_needs_no_and() -> None:
    facts = facts_of(bought=replace(SUIT, items=("Navy suit",)))
    assert facts.items == facts.item == "navy suit"


def test_a_purchase_without_things_says_nothing_of_them() -> None:
    facts = facts_of(bought=replace(SUIT, items=(" ",), occasion="", occasion_on=None))
    assert (facts.item, facts.items, facts.occasion_date) == (None, None, None)


def test_what_they_looked_at() -> None:
    facts = facts_of(looked=LookedBefore("The camel coat", "the sleeves", TODAY))
    assert (facts.looked_at, facts.held_back) == ("camel coat", "the sleeves")


def test_a_promise_has_its_own_date() -> None:
    facts = facts_of(
        promised=PromisedBefore("the trousers are ready", date(2026, 11, 23), time(11)),
        ordered=OrderedBefore(
            "Trousers", Fulfilment.ALTERATION, date(2026, 11, 25), None, Step.ENTERED, False
        ),
    )
    assert facts.promised == "the trousers are ready"
    assert facts.promised_date == "Monday 23 November"
    assert facts.promised_time == "11:00"
    assert facts.order_state == "in the workroom"
    assert facts.new_date is None
    assert facts.item == "trousers"


@pytest.mark.parametrize("fulfilment", [f for f in Fulfilment if f is not Fulfilment.TAKEN])
@pytest.mark.parametrize("step", [None, *Step])
def test_every_state_of_an_order_can_be_said(fulfilment: Fulfilment, step: Step | None) -> None:
    ordered = OrderedBefore("Boots", fulfilment, date(2026, 12, 4), time(15), step, True)
    facts = facts_of(ordered=ordered)
    assert (facts.order_state is None) == (step is None)
    assert facts.new_date == facts.promised_date == "Friday 4 December"


def test_who_sent_whom_and_what_came_of_it() -> None:
    facts = facts_of(
        sent_by=SentBefore("Richard Libin", ReferralState.MAY_CALL, "a dinner jacket"),
        has_sent=SentBefore("Kenji Mori", ReferralState.BOUGHT, "a suit"),
    )
    assert facts.referrer == "Richard Libin"
    assert facts.referred == "Kenji Mori"
    assert facts.came_of_it == "came in to see us"
    named = SentBefore("Kenji Mori", ReferralState.NAMED, "")
    assert facts_of(has_sent=named).came_of_it is None


def test_the_first_person_with_a_name_is_asked_after() -> None:
    people = (Person(1, "son", "", ""), Person(2, "wife", "Dana", ""))
    assert facts_of(people=people).person == "Dana"
    assert facts_of(people=people[:1]).person == "your son"


def test_the_newest_of_their_own_words() -> None:
    said = (
        Fact(1, FactKind.THEIR_WORDS, "like my father’s"),
        Fact(2, FactKind.THEIR_WORDS, "“I felt taller.”"),
        Fact(3, FactKind.LIKE, "charcoal"),
    )
    assert facts_of(facts=said).last_words == "I felt taller"


def test_dates_of_theirs() -> None:
    assert facts_of(date=DateBefore("Birthday", "")).date_name == "your birthday"
    assert facts_of(date=DateBefore("Birthday", "Dana")).date_name == "Dana’s birthday"


@pytest.mark.parametrize(
    ("months", "said"),
    [(1, None), (8, "about eight months"), (14, "about 14 months"), (24, "about two years")],
)
def test_how_long_it_has_been(months: int, said: str | None) -> None:
    last = NOW.utc - timedelta(days=months * 30.44)
    assert facts_of(last_contact_at=last).months == said


def test_without_a_talk_it_has_been_since_they_came_in() -> None:
    looked = LookedBefore("coat", "", TODAY - timedelta(days=92))
    assert facts_of(looked=looked).months == "about three months"


@pytest.mark.parametrize(
    ("tries", "said"), [(0, None), (1, "once"), (2, "twice"), (3, "three times")]
)
def test_how_often_they_were_tried(tries: int, said: str | None) -> None:
    assert facts_of(tries=tries).tries == said


def test_a_spoken_day_is_whole() -> None:
    assert spoken_day(date(2028, 2, 29)) == "Tuesday 29 February"
