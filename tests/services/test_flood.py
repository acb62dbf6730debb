"""Three weeks closed, and four hundred follow-ups overdue: the day is calm, nothing has vanished,
promises and problems are on top (M-45)."""

from datetime import date, time

import pytest

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.shop import ClosingDays
from followup_desktop.domain.today import Group, Today
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.reads.today import due_number
from followup_desktop.words import today as words
from tests.services.call_world import ED
from tests.services.world import at

BEFORE = at("2026-10-30 11:00")
REOPENED = at("2026-11-23 09:30")
"""A Monday, after three weeks closed."""
CLOSED = ClosingDays(date(2026, 11, 1), date(2026, 11, 22), "Building works")


@pytest.fixture
def flooded(services: Services) -> Services:
    """Two hundred came in; the shop had to close on the next day, and nobody planned for that."""
    for number in range(200):
        bought = number % 3 != 0
        visit = NewVisit(
            name=f"Customer {number:03}",
            phone=f"212 555 01{number % 100:02}",
            bought=bought,
            items=("Navy suit",) if bought else (),
            looked_at="" if bought else "Camel coat",
        )
        services.visits.record(BEFORE, ED, visit)
    for customer_id, at_what_time in ((5, time(11)), (6, time(16)), (7, None)):
        services.today.plan(
            BEFORE, ED, customer_id, Kind.PROMISE, date(2026, 11, 4), at_what_time, "Ring back"
        )
    services.today.plan(BEFORE, ED, 8, Kind.PROBLEM, date(2026, 11, 5), about="A loose button")
    # Noted down only afterwards: everything is overdue.
    services.shop.change_shop(REOPENED, ED, closing_days=(CLOSED,))
    return services


def seen(services: Services) -> Today:
    services.today.look_ahead(REOPENED)
    return services.today.today(REOPENED, ED)


def test_the_day_is_calm(flooded: Services) -> None:
    today = seen(flooded)
    in_all = len(today.rows) + today.more
    assert in_all == due_number(REOPENED.day, ED) >= 400
    assert today.minutes <= 45 + 4 * 3  # promises and a problem always fit
    assert today.for_today < 15
    assert today.for_later == in_all - today.for_today
    said = words.count(today)
    assert said.startswith(f"{today.for_today} follow-ups today")
    assert f"{today.for_later} more for when there’s time" in said
    assert f"about {today.days_for_the_rest} calm days" in said
    assert 20 <= today.days_for_the_rest <= 60


def test_promises_and_problems_stand_on_top(flooded: Services) -> None:
    rows = seen(flooded).rows
    assert [row.due.kind for row in rows[:4]] == [Kind.PROMISE] * 3 + [Kind.PROBLEM]
    assert [row.group for row in rows[:4]] == [Group.PROMISED] * 3 + [Group.NOW]
    assert [row.due.due_time for row in rows[:3]] == [time(11), time(16), None]
    groups = [row.group for row in rows]
    assert groups == sorted(groups, key=list(Group).index)


def test_nothing_vanishes_day_after_day(flooded: Services) -> None:
    """Each day a dozen are done; everything else is still there, with the day it was due."""
    seen_in_all: set[int] = set()
    before = seen(flooded)
    total = len(before.rows) + before.more
    for day in (23, 24, 25):
        now = at(f"2026-11-{day} 10:30")
        today = flooded.today.today(now, ED)
        assert len(today.rows) + today.more == total - len(seen_in_all)
        assert all(row.overdue_days > 0 for row in today.rows)
        for row in today.rows:
            if row.group is not Group.WHEN_THERES_TIME:
                flooded.today.done(now, ED, row.due.id)
                seen_in_all.add(row.due.id)
    after = flooded.today.today(at("2026-11-26 10:30"), ED)
    assert len(after.rows) + after.more == total - len(seen_in_all)
    assert not seen_in_all & {row.due.id for row in after.rows}


def test_a_flood_proposes_nobody_on_top(flooded: Services) -> None:
    flooded.customers.add(at("2020-01-02 11:00"), ED, "Long Ago", "212 555 0199")
    rows = seen(flooded).rows
    assert Kind.LONG_SILENCE not in {row.due.kind for row in rows}
