"""Where "Later" puts a follow-up (M-59)."""

from datetime import UTC, date, datetime, time

import pytest

from followup_desktop.domain.later import Due, Later, put_off
from followup_desktop.domain.shop import OpenHours
from followup_desktop.domain.shop_time import Now, ShopCalendar

WEEK = tuple(OpenHours(weekday, time(10), time(19)) for weekday in range(5))
SATURDAY_MORNING = OpenHours(5, time(10), time(13))
SHOP = ShopCalendar((*WEEK, SATURDAY_MORNING))

FRIDAY, SATURDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)


def at(moment: str) -> Now:
    local = datetime.fromisoformat(moment)
    return Now(local.replace(tzinfo=UTC), local)


@pytest.mark.parametrize(
    ("span", "moment", "due"),
    [
        (Later.TEN_MINUTES, "2026-11-20 10:42", Due(FRIDAY, time(10, 52), True)),
        (Later.TEN_MINUTES, "2026-11-20 10:42:07", Due(FRIDAY, time(10, 53), True)),
        (Later.TEN_MINUTES, "2026-11-20 23:55", Due(SATURDAY, time(0, 5), True)),
        (Later.HOUR, "2026-11-20 10:42", Due(FRIDAY, time(11, 42), True)),
        (Later.THIS_AFTERNOON, "2026-11-20 10:42", Due(FRIDAY, time(14))),
        (Later.THIS_AFTERNOON, "2026-11-20 14:00", Due(FRIDAY, time(16))),
        (Later.THIS_AFTERNOON, "2026-11-20 17:00", Due(SATURDAY)),
        (Later.THIS_AFTERNOON, "2026-11-21 10:42", Due(MONDAY, time(14))),
        (Later.TOMORROW, "2026-11-20 10:42", Due(SATURDAY)),
        (Later.TOMORROW, "2026-11-21 10:42", Due(MONDAY)),
        (Later.NEXT_WEEK, "2026-11-20 10:42", Due(date(2026, 11, 27))),
        (Later.NEXT_WEEK, "2026-11-22 10:42", Due(date(2026, 11, 30))),
    ],
)
def test_later(span: Later, moment: str, due: Due) -> None:
    assert put_off(span, at(moment), SHOP) == due


def test_a_shop_that_is_never_open_still_has_a_later() -> None:
    closed = ShopCalendar()
    assert put_off(Later.THIS_AFTERNOON, at("2026-11-20 10:42"), closed).on >= FRIDAY
    assert put_off(Later.TOMORROW, at("2026-11-20 10:42"), closed).on >= FRIDAY


def test_a_shop_that_opens_late_has_its_afternoon_when_it_opens() -> None:
    late = ShopCalendar((OpenHours(4, time(15), time(22)),))
    assert put_off(Later.THIS_AFTERNOON, at("2026-11-20 10:42"), late) == Due(FRIDAY, time(15))
