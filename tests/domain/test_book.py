"""The book's weeks and days (M-73)."""

from datetime import date, time

from followup_desktop.domain.book import (
    MOST,
    Book,
    BookEntry,
    Coming,
    build,
    by_week,
    last_day,
    week_of,
)
from followup_desktop.domain.shop import OpenHours
from followup_desktop.domain.shop_time import ShopCalendar

SATURDAY = date(2026, 11, 21)
THANKSGIVING = date(2026, 11, 26)
WEEK = ShopCalendar(
    hours=tuple(OpenHours(day, time(10), time(19)) for day in range(6)),
    holidays=lambda _year: (THANKSGIVING,),
)
SUNDAY = 6


def book(*entries: BookEntry, planned: dict[date, tuple[int, int]] | None = None) -> Book:
    until = last_day(SATURDAY, 2)
    return build(entries, SATURDAY, until, WEEK, {THANKSGIVING: "Thanksgiving"}, planned or {})


def test_a_week_begins_where_the_country_lets_it() -> None:
    assert week_of(SATURDAY) == date(2026, 11, 16)
    assert week_of(SATURDAY, SUNDAY) == date(2026, 11, 15)
    assert last_day(SATURDAY, 1) == date(2026, 11, 22)
    assert last_day(SATURDAY, 2, SUNDAY) == date(2026, 11, 28)


def test_days_stand_under_their_weeks_and_empty_ones_are_left_out() -> None:
    found = book(
        BookEntry(Coming.ORDER, date(2026, 11, 25), "suit"),
        BookEntry(Coming.PROMISE, SATURDAY, "hem"),
    )
    assert [(week.first_on.day, [day.on.day for day in week.days]) for week in found.weeks] == [
        (16, [21]),
        (23, [25, 26]),
    ]


def test_a_closed_day_says_why_and_sundays_need_not() -> None:
    (week,) = book().weeks
    (day,) = week.days
    assert (day.on, day.is_open, day.closed_for) == (THANKSGIVING, False, "Thanksgiving")


def test_a_closed_sunday_with_something_on_it_is_shown_as_closed() -> None:
    found = book(BookEntry(Coming.DATE, date(2026, 11, 22), "birthday"))
    day = found.weeks[0].days[0]
    assert (day.is_open, day.closed_for) == (False, "")


def test_a_day_is_in_its_order() -> None:
    found = book(
        BookEntry(Coming.DATE, SATURDAY, "birthday"),
        BookEntry(Coming.PROMISE, SATURDAY, "any time"),
        BookEntry(Coming.PROMISE, SATURDAY, "at noon", time(12)),
        BookEntry(Coming.ORDER, SATURDAY, "suit"),
    )
    whats = [entry.what for entry in found.weeks[0].days[0].entries]
    assert whats == ["at noon", "any time", "suit", "birthday"]


def test_other_follow_ups_are_only_counted() -> None:
    found = book(planned={date(2026, 11, 24): (3, 12)})
    day = found.weeks[0].days[0]
    assert (day.on.day, day.follow_ups, day.minutes, day.entries) == (24, 3, 12, ())
    assert not found.is_empty


def test_a_book_with_nothing_but_closing_days_is_empty() -> None:
    assert book().is_empty


def test_too_many_are_counted() -> None:
    found = book(*(BookEntry(Coming.ORDER, SATURDAY, f"{n}") for n in range(MOST + 5)))
    assert (found.entries, found.more) == (MOST + 5, 5)
    assert len(found.weeks[0].days[0].entries) == MOST


def test_renewals_are_gathered_by_week_and_group() -> None:
    def renewal(day: int, group: int, count: int) -> BookEntry:
        on = date(2026, 11, day)
        return BookEntry(Coming.RENEWAL, on, f"Group {group}", group_id=group, count=count)

    gathered = by_week(
        [renewal(21, 1, 2), renewal(22, 1, 1), renewal(24, 1, 4), renewal(25, 2, 1)], SATURDAY
    )
    assert [(one.on.day, one.group_id, one.count) for one in gathered] == [
        (21, 1, 3),
        (23, 1, 4),
        (23, 2, 1),
    ]
