"""Promises, problems and referrals in words (M-38 … M-40)."""

from dataclasses import replace
from datetime import date, time

import pytest

from followup_desktop.domain.keeping import (
    ProblemLine,
    PromiseLine,
    ReferralLine,
    StateReached,
    StepTaken,
)
from followup_desktop.domain.kinds import ProblemStep, ReferralState
from followup_desktop.words import keeping as words
from tests.services.world import at

NOW = at("2026-11-21 10:42")
EARLIER = at("2026-11-20 15:00").utc

PROMISE = PromiseLine(
    id=1, customer_id=1, name="Jun Hayashi", title="", phone="", what="the tie",
    due_on=date(2026, 11, 23), due_time=time(11), clerk_id=1, clerk_name="Ed", made_at=EARLIER,
    kept_at=None, missed_at=None, follow_up_id=1, call_on=date(2026, 11, 23), moved_from=None,
    moved_why="",
)  # fmt: skip
PROBLEM = ProblemLine(
    id=1, customer_id=1, name="Jun Hayashi", title="", phone="", what="a seam", owner_id=None,
    owner_name="", for_manager=False, opened_at=EARLIER, acknowledged_at=None, put_right_how="",
    put_right_by=None, put_right_time=None, solved_at=None, stayed_so_at=None, follow_up_id=None,
    call_on=None,
)  # fmt: skip
REFERRAL = ReferralLine(
    id=1, customer_id=1, name="Jun Hayashi", title="", phone="", referred_id=None,
    referred_name="Kenji", referred_phone="", relation="", what_for="", may_call=False,
    state=ReferralState.ASKED_TO_RING, made_at=EARLIER, thanked_at=None, hello_id=None,
    hello_on=None, thanks_id=None, thanks_on=None, same_number_id=None, same_number_name="",
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "when", "notes"),
    [
        ({}, "Monday by 11:00", []),
        ({"due_time": None}, "Monday", []),
        (
            {"kept_at": NOW.utc, "missed_at": NOW.utc},
            "kept today",
            ["Kept, but late."],
        ),
        (
            {"moved_from": date(2026, 11, 19)},
            "Monday by 11:00",
            ["Moved from 19 Nov"],
        ),
        (
            {"due_on": date(2026, 11, 20), "call_on": date(2026, 11, 24)},
            "yesterday by 11:00",
            [
                "Call to say sorry, and give them a day that holds.",
                "Your call is put off to Tuesday. What you promised isn’t.",
            ],
        ),
    ],
)
def test_a_promise(change: dict[str, object], when: str, notes: list[str]) -> None:
    promise = replace(PROMISE, **change)  # type: ignore[arg-type]
    assert words.promise_when(promise, NOW) == when
    assert words.promise_notes(promise, NOW) == notes


def test_who_gave_it() -> None:
    assert words.given_by(PROMISE, NOW.day) == "Ed promised it yesterday"
    assert words.given_by(replace(PROMISE, clerk_name=""), NOW.day) == "Promised yesterday"


@pytest.mark.parametrize(
    ("change", "when", "owner", "to_come"),
    [
        (
            {},
            "since yesterday",
            "Nobody sees to it yet",
            ["They know we are on it", "Owned", "Told how and by when", "Solved", "It stayed so"],
        ),
        (
            {
                "acknowledged_at": EARLIER, "owner_id": 2, "owner_name": "Ruth",
                "for_manager": True, "put_right_by": date(2026, 11, 23), "put_right_time": time(15),
            },
            "Monday by 15:00",
            "Ruth calls them, as they wished",
            ["Solved", "It stayed so"],
        ),
        (
            {"acknowledged_at": EARLIER, "owner_id": 1, "owner_name": "Ed", "solved_at": NOW.utc},
            "solved today",
            "Ed sees to it",
            ["It stayed so"],
        ),
        (
            {
                "acknowledged_at": EARLIER, "owner_id": 1, "owner_name": "Ed",
                "solved_at": NOW.utc, "call_on": date(2026, 11, 28),
            },
            "look again 28 Nov",
            "Ed sees to it",
            ["It stayed so"],
        ),
        (
            {
                "acknowledged_at": EARLIER, "owner_id": 1, "owner_name": "Ed",
                "solved_at": NOW.utc, "stayed_so_at": NOW.utc,
            },
            "stayed right",
            "Ed sees to it",
            [],
        ),
    ],
)  # fmt: skip
def test_a_problem(change: dict[str, object], when: str, owner: str, to_come: list[str]) -> None:
    problem = replace(PROBLEM, **change)  # type: ignore[arg-type]
    assert words.problem_when(problem, NOW) == when
    assert words.owner(problem) == owner
    assert words.steps_to_come(problem) == to_come


def test_every_step_of_a_problem_can_be_said() -> None:
    for step in ProblemStep:
        what, who = words.step_taken(StepTaken(step, NOW.utc, "Ed", "so"), NOW.day)
        assert what.endswith(": so") and who == "Ed, today"
        assert words.step_taken(StepTaken(step, NOW.utc, "", ""), NOW.day)[1] == "today"


@pytest.mark.parametrize(
    ("change", "when"),
    [
        ({}, "since yesterday"),
        ({"hello_on": date(2026, 11, 23)}, "first hello Monday"),
        ({"thanks_on": date(2026, 11, 23)}, "thank them Monday"),
        ({"state": ReferralState.BOUGHT, "thanked_at": NOW.utc}, "thanked today"),
    ],
)
def test_a_referral(change: dict[str, object], when: str) -> None:
    assert words.referral_when(replace(REFERRAL, **change), NOW.day) == when  # type: ignore[arg-type]


def test_the_way_of_a_referral_goes_round_where_we_may_not_call() -> None:
    steps = (
        StateReached(ReferralState.NAMED, NOW.utc, "Ed Marsh"),
        StateReached(ReferralState.ASKED_TO_RING, NOW.utc, ""),
        # Taken back since: what isn't reached any more has nobody who reached it.
        StateReached(ReferralState.BOUGHT, NOW.utc, "Ed Marsh"),
    )
    assert words.referral_way(replace(REFERRAL, steps=steps), NOW.day) == [
        ("Named", "Ed Marsh, today", True),
        ("Asked to call us", "today", True),
        ("Called", "", False),
        ("Came in", "", False),
        ("Bought", "", False),
    ]
    straight = replace(REFERRAL, may_call=True, state=ReferralState.CAME_IN)
    way = words.referral_way(straight, NOW.day)
    assert [done for *_what, done in way] == [True] * 4 + [False]
    assert way[1][0] == "May be called"


def test_counts_tell_what_is_late() -> None:
    assert words.promise_count(1, 0) == "1 promise waits for us"
    assert words.problem_count(2, 1) == "2 problems are open, 1 past the day we gave"
    assert words.referral_count(3) == "3 referrals go on"


def test_a_day_without_a_time_lasts_until_its_end() -> None:
    today = replace(PROMISE, due_on=NOW.day, due_time=None)
    assert not today.is_missed(NOW)
    assert today.is_missed(at("2026-11-22 00:01"))
    assert replace(today, due_time=time(10, 41)).is_missed(NOW)
    assert not replace(PROBLEM, put_right_by=NOW.day, put_right_time=time(10, 42)).is_late(NOW)
