"""The months of a scorecard, and what belongs to which (M-72)."""

from datetime import UTC, date, datetime

import pytest

from followup_desktop.domain.insights.concerns import Late, told_promptly
from followup_desktop.domain.insights.months import by_month, last_months, next_month, place_of
from followup_desktop.domain.insights.share import Share

NEW_YEAR = last_months(date(2027, 1, 1))


def test_twelve_months_end_with_the_one_that_is_under_way() -> None:
    assert (NEW_YEAR[0], NEW_YEAR[-2], NEW_YEAR[-1]) == (
        date(2026, 2, 1),
        date(2026, 12, 1),
        date(2027, 1, 1),
    )
    assert len(NEW_YEAR) == 12
    assert next_month(date(2026, 12, 1)) == date(2027, 1, 1)
    assert last_months(date(2028, 2, 29), 2) == (date(2028, 1, 1), date(2028, 2, 1))


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (date(2026, 1, 31), None),
        (date(2026, 2, 1), 0),
        (date(2026, 2, 28), 0),
        (date(2026, 12, 31), 10),
        (date(2027, 1, 31), 11),
        (date(2027, 2, 1), None),
    ],
)
def test_a_day_belongs_to_its_month(day: date, place: int | None) -> None:
    assert place_of(day, NEW_YEAR) == place


def test_what_was_as_it_should_be_is_counted_with_all_of_its_month() -> None:
    judged = [
        (date(2026, 3, 1), True),
        (date(2026, 3, 31), False),
        (date(2026, 12, 24), True),
        (date(2025, 12, 24), True),
    ]
    assert by_month(judged, NEW_YEAR) == {1: Share(1, 2), 10: Share(1, 1)}


def test_a_delay_isnt_judged_before_the_next_open_day_is_over() -> None:
    """Known on Saturday; Monday is the next open day."""
    saturday = datetime(2026, 11, 14, 18, tzinfo=UTC)
    monday = datetime(2026, 11, 16, 18, tzinfo=UTC)
    late = [Late(saturday, monday), Late(saturday, None)]

    def judged(today: date) -> list[bool]:
        found = told_promptly(late, today, datetime.date, lambda _day: monday.date())
        return [is_good for _day, is_good in found]

    assert judged(date(2026, 11, 16)) == []
    assert judged(date(2026, 11, 17)) == [True, False]
