"""Which backups are kept, and when the daily one is due."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.upkeep import (
    ALL_OF,
    DAILY,
    MONTHLY,
    WEEKLY,
    is_backup_due,
    to_keep,
)

NOW = datetime.fromisoformat("2026-11-21 10:42")
moments = st.datetimes(NOW - timedelta(days=1500), NOW + timedelta(days=400))
histories = st.lists(moments, max_size=120)


def every_day(days: int, hour: int = 9) -> list[datetime]:
    first = NOW.replace(hour=hour, minute=0)
    return [first - timedelta(days=back) for back in range(days)]


@given(histories)
def test_nothing_of_two_days_goes_nor_anything_from_a_clock_that_ran_ahead(
    made: list[datetime],
) -> None:
    kept = to_keep(made, NOW)
    assert {moment for moment in made if NOW - moment < ALL_OF} <= kept <= set(made)


@given(histories)
def test_the_newest_is_always_kept(made: list[datetime]) -> None:
    assert not made or max(made) in to_keep(made, NOW)


@given(histories)
def test_what_is_older_stays_few(made: list[datetime]) -> None:
    older = [moment for moment in to_keep(made, NOW) if NOW - moment >= ALL_OF]
    assert len(older) <= DAILY + WEEKLY + MONTHLY


@given(histories)
def test_each_of_the_last_days_with_a_backup_keeps_its_newest(made: list[datetime]) -> None:
    older = [moment for moment in made if NOW - moment >= ALL_OF]
    days = sorted({moment.date() for moment in older}, reverse=True)[:DAILY]
    newest = {max(moment for moment in older if moment.date() == day) for day in days}
    assert newest <= to_keep(made, NOW)


@given(histories)
def test_thinning_out_twice_takes_no_more_than_once(made: list[datetime]) -> None:
    kept = to_keep(made, NOW)
    assert to_keep(kept, NOW) == kept


@given(st.sets(st.integers(0, 600), max_size=300), st.integers(0, 23))
def test_thinning_out_every_day_keeps_what_thinning_once_would(
    days_open: set[int], hour: int
) -> None:
    """The program thins out after each backup: what a month needs must not go while it is young."""
    first = NOW - timedelta(days=600)
    made = [first + timedelta(days=day, hours=hour) for day in sorted(days_open)]
    kept: frozenset[datetime] = frozenset()
    for moment in made:
        kept = to_keep({*kept, moment}, moment)
    assert not made or kept == to_keep(made, made[-1])


def test_a_shop_that_is_open_every_day_can_go_back_ten_months() -> None:
    kept = sorted(to_keep(every_day(700), NOW), reverse=True)
    days_back = [(NOW.date() - moment.date()).days for moment in kept]
    assert days_back[:14] == list(range(14))
    gaps = [later - earlier for earlier, later in pairwise(days_back)]
    assert max(gaps[:24]) <= 7
    assert max(gaps) <= 31
    assert days_back[-1] > 300


def test_a_long_closure_costs_no_backup() -> None:
    """A shop that was closed all winter still has its last days before it."""
    before = [moment - timedelta(days=120) for moment in every_day(12)]
    assert to_keep([*before, NOW], NOW) == {*before, NOW}


@given(st.datetimes(NOW - timedelta(days=9), NOW))
def test_the_daily_one_is_due_once_a_day(newest: datetime) -> None:
    assert is_backup_due(newest, NOW) == (NOW - newest >= timedelta(hours=20))


def test_the_daily_one_is_due_without_any_and_after_a_clock_ran_ahead() -> None:
    assert is_backup_due(None, NOW)
    assert is_backup_due(NOW + timedelta(days=300), NOW)
