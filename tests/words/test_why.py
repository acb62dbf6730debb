"""Rows of the day's list in words (M-46, M-48)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import KINDS, Kind, Rank, Stage
from followup_desktop.domain.today import Group, TodayRow, Waits
from followup_desktop.words import why

SATURDAY = date(2026, 11, 21)
NOW = datetime.combine(SATURDAY, time(10, 42))

BARE = DueFollowUp(
    id=1,
    customer_id=1,
    kind=Kind.DAY_AFTER,
    rank=Rank.AFTER_PURCHASE,
    about="",
    due_on=SATURDAY,
    due_time=None,
    is_timed=False,
    tries=0,
    version=1,
    clerk_id=1,
    clerk_name="Ed",
    name="Jun Hayashi",
    title="",
    address_as="",
    stage=Stage.FIRST_PURCHASE,
    purchases=1,
    discreet=False,
    item="",
    happened_on=None,
    occasion="",
    occasion_on=None,
    sent_by="",
    promised_on=None,
    last_contact_at=None,
    dont_call=False,
    may_call=None,
    good_from=None,
    good_to=None,
)

FULL = replace(
    BARE,
    about="navy suit",
    item="navy suit",
    happened_on=date(2026, 11, 20),
    occasion="sister’s wedding",
    occasion_on=date(2026, 11, 28),
    sent_by="Richard Libin",
    promised_on=date(2026, 11, 24),
    last_contact_at=datetime(2026, 11, 14, 12, 0, tzinfo=UTC),
)


def row(due: DueFollowUp, group: Group = Group.NOW, overdue_days: int = 0) -> TodayRow:
    return TodayRow(due, group, minutes=5, overdue_days=overdue_days)


def test_the_row_of_a_day_after() -> None:
    words = why.row(row(FULL), SATURDAY)
    assert words.name == "Jun Hayashi"
    assert words.detail == "first purchase"
    assert words.why == "Navy suit for sister’s wedding, yesterday. How does it feel?"
    assert words.badge == "After purchase"
    assert words.when == "day 1"


def test_what_a_customer_only_looked_at_is_not_said_to_be_bought() -> None:
    due = replace(FULL, kind=Kind.LEFT_FIRST, stage=Stage.CUSTOMER, purchases=2)
    assert why.detail(due, SATURDAY) == ""


def test_the_row_of_a_promise_by_the_clerk_who_reads_it() -> None:
    due = replace(
        FULL,
        kind=Kind.PROMISE,
        rank=Rank.PROMISES,
        about="call about the trouser hem",
        name="Richard F. Libin",
        title="Mr.",
        stage=Stage.CUSTOMER,
        purchases=3,
        happened_on=date(2026, 11, 19),
        due_time=time(11),
        is_timed=True,
    )
    words = why.row(row(due, Group.PROMISED), SATURDAY, clerk_id=1)
    assert words.name == "Mr. Libin"
    assert words.detail == "Richard F. · bought Thursday"
    assert words.why == "You promised: call about the trouser hem"
    assert words.when == "by 11:00"
    assert why.why(due, SATURDAY, clerk_id=2) == "Ed promised: call about the trouser hem"


def test_a_second_try_says_at_which_other_part_of_the_day() -> None:
    due = replace(
        BARE,
        kind=Kind.LEFT_FIRST,
        rank=Rank.NOT_BOUGHT_YET,
        item="camel coat",
        stage=Stage.PROSPECT,
        purchases=0,
        tries=1,
        due_time=time(14),
    )
    assert why.why(due, SATURDAY) == (
        "Looked at camel coat, left to think. Try 2, in the afternoon this time."
    )
    assert why.when(row(due), SATURDAY) == "after 14:00"


def test_a_referral_names_who_sent_them() -> None:
    due = replace(
        BARE,
        kind=Kind.REFERRAL,
        rank=Rank.NOT_BOUGHT_YET,
        name="Tom Kessler",
        stage=Stage.PROSPECT,
        purchases=0,
        about="looking for a dinner jacket",
        sent_by="Mr. Libin",
    )
    assert why.detail(due, SATURDAY) == "sent by Mr. Libin"
    assert why.why(due, SATURDAY) == "Looking for a dinner jacket. Thank Mr. Libin after"
    assert why.when(row(due), SATURDAY) == "any time"


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("due", [BARE, FULL], ids=["nothing known", "all known"])
@pytest.mark.parametrize("tries", [0, 2])
def test_every_kind_has_a_whole_line(kind: Kind, due: DueFollowUp, tries: int) -> None:
    line = why.why(replace(due, kind=kind, rank=KINDS[kind].rank, tries=tries), SATURDAY)
    assert line
    assert line[0].isupper()
    assert not set(line) & set("{}!")
    assert ".." not in line


def test_overdue_says_since_when_and_no_more() -> None:
    due = replace(BARE, due_on=date(2026, 11, 18), due_time=time(9))
    assert why.when(row(due, overdue_days=3), SATURDAY) == "since Wednesday"


@pytest.mark.parametrize(
    ("at", "part"), [(time(10), "morning"), (time(14), "afternoon"), (time(17), "evening")]
)
def test_a_further_try_names_its_part_of_the_day(at: time, part: str) -> None:
    due = replace(BARE, kind=Kind.CHECK_IN, tries=2, due_time=at)
    assert why.why(due, SATURDAY).endswith(f"Try 3, in the {part} this time.")


def test_what_was_bought_long_ago_is_named_with_its_day() -> None:
    due = replace(FULL, kind=Kind.CHECK_IN, stage=Stage.CUSTOMER, purchases=2)
    assert why.detail(due, SATURDAY) == "bought yesterday"
    long_ago = replace(due, happened_on=date(2024, 3, 2))
    assert why.detail(long_ago, SATURDAY) == "navy suit, 2 Mar 2024"


def test_what_is_known_in_part_is_said_in_part() -> None:
    day_after = replace(BARE, item="navy suit", happened_on=date(2026, 11, 20))
    assert why.why(day_after, SATURDAY) == "Navy suit, yesterday. How does it feel?"
    occasion = replace(BARE, kind=Kind.AFTER_OCCASION, occasion="wedding")
    assert why.why(occasion, SATURDAY) == "Wedding. How did it go?"
    sent = replace(BARE, kind=Kind.REFERRAL, rank=Rank.NOT_BOUGHT_YET, sent_by="Mr. Libin")
    assert why.why(sent, SATURDAY) == "First hello. Thank Mr. Libin after"


def test_a_loyal_customer_is_named_as_one() -> None:
    due = replace(BARE, kind=Kind.THANK_YOU, stage=Stage.LOYAL, purchases=9)
    assert why.detail(due, SATURDAY) == "loyal, 9 purchases"
    assert why.when(row(due, Group.WHEN_THERES_TIME), SATURDAY) == ""


def test_when_they_last_talked_and_that_it_is_fine_to_call() -> None:
    assert why.fine_to_call(row(FULL), NOW) == "Last talked 14 Nov. Fine to call now."


def test_how_often_they_were_tried() -> None:
    said = why.fine_to_call(row(replace(BARE, tries=2)), NOW)
    assert said == "You haven’t talked since they came in. Tried 2 times. Fine to call now."


def test_until_when_it_waits() -> None:
    waiting = replace(
        row(BARE), waits=Waits.GOOD_TIME, waits_until=datetime.combine(SATURDAY, time(14))
    )
    assert why.waits(waiting, NOW) == "Waits until 14:00: their good time."
    monday = replace(waiting, waits=Waits.SHOP_CLOSED, waits_until=NOW + timedelta(days=2))
    assert why.waits(monday, NOW) == "Waits until Monday, when the shop is open."
    assert why.waits(row(BARE), NOW) == ""


def test_the_row_says_until_when_its_reminder_waits() -> None:
    """What the tray is silent about, the list says (M-47, M-62)."""
    at = datetime.combine(SATURDAY, time(14))
    closed = replace(row(BARE), waits=Waits.SHOP_CLOSED, waits_until=at)
    assert why.row(closed, SATURDAY).below.endswith("waits until 14:00")
    monday = replace(closed, waits_until=at + timedelta(days=2))
    assert why.row(monday, SATURDAY).below.endswith("waits until Monday")
    asked_not_to = replace(closed, waits=Waits.DONT_CALL, waits_until=None)
    assert "waits" not in why.row(asked_not_to, SATURDAY).below


def test_what_the_list_says_of_all_no_row_repeats() -> None:
    at = datetime.combine(SATURDAY, time(10))
    closed = replace(row(BARE), waits=Waits.SHOP_CLOSED, waits_until=at)
    assert "waits" not in why.row(closed, SATURDAY, opens_at=at).below
    later = replace(closed, waits=Waits.GOOD_TIME, waits_until=at.replace(hour=14))
    assert why.row(later, SATURDAY, opens_at=at).below.endswith("good from 14:00")


def test_what_waits_is_not_for_any_time() -> None:
    at = datetime.combine(SATURDAY, time(14))
    assert why.row(row(BARE), SATURDAY).below == "any time"
    for waiting in (
        replace(row(BARE), waits=Waits.GOOD_TIME, waits_until=at),
        replace(row(BARE), put_off_until=at),
    ):
        assert "any time" not in why.row(waiting, SATURDAY).below


def test_the_row_names_a_time_once() -> None:
    due = replace(BARE, kind=Kind.CHECK_IN, due_time=time(14))
    at = datetime.combine(SATURDAY, time(14))
    later = replace(row(due), waits=Waits.LATER_TODAY, waits_until=at)
    assert why.row(later, SATURDAY).below == "after 14:00"
    closed_until_three = replace(later, waits_until=at.replace(hour=15))
    assert why.row(closed_until_three, SATURDAY).below == "after 14:00 · waits until 15:00"


def test_until_when_it_is_put_off() -> None:
    at = datetime.combine(SATURDAY, time(14))
    today = replace(row(BARE), put_off_until=at)
    assert why.row(today, SATURDAY).below.endswith("put off until 14:00")
    assert why.fine_to_call(today, NOW).endswith("The reminder is put off until 14:00.")
    monday = replace(row(BARE), put_off_until=at + timedelta(days=2))
    assert why.row(monday, SATURDAY).below.endswith("put off until Monday")
    assert why.put_off(monday, NOW) == "The reminder is put off until Monday, 14:00."


@pytest.mark.parametrize("code", Waits)
def test_every_wait_has_a_reason(code: Waits) -> None:
    assert why.waits(replace(row(BARE), waits=code), NOW).endswith(".")
