"""The book on a real database: everything that comes, where it comes from (M-73)."""

from datetime import date, time

import pytest

from followup_desktop.domain.book import Book, BookEntry, Coming
from followup_desktop.domain.kinds import Fulfilment, Kind
from followup_desktop.domain.shop import ClosingDays
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.store import Store
from tests.services.world import at, statements


def entries(book: Book) -> list[BookEntry]:
    return [entry for week in book.weeks for day in week.days for entry in day.entries]


def come(services: Services, now: Now, name: str = "Jun Hayashi", **values: object) -> int:
    values = {"items": ("Navy suit",), **values}
    visit = NewVisit(name=name, phone="+1 646 555 0188", **values)  # type: ignore[arg-type]
    customer = services.visits.record(now, 1, visit).customer_id
    assert customer is not None
    return customer


def told(book: Book) -> list[tuple[Coming, date, str, str]]:
    return [(one.coming, one.on, one.name, one.what) for one in entries(book)]


def test_a_new_shop_has_an_empty_book(services: Services, now: Now) -> None:
    services.shop.prefer(now, 1, holidays=False)
    book = services.book.book(now)
    assert book.weeks == ()
    assert book.is_empty


def test_orders_and_occasions_and_promises_and_dates_come(services: Services, now: Now) -> None:
    jun = come(
        services,
        now,
        occasion="his sister’s wedding",
        occasion_on=date(2026, 12, 5),
        fulfilment=Fulfilment.ALTERATION,
        promised_on=date(2026, 12, 2),
        promised_time=time(15, 30),
    )
    services.today.plan(
        now, 1, jun, Kind.PROMISE, date(2026, 11, 24), time(11), "ring about the hem"
    )
    services.today.plan(now, 1, jun, Kind.CALL_BACK, date(2026, 11, 25), time(17))
    services.customers.add_date(now, 1, jun, name="Birthday", day=3, month=12)
    services.customers.add_date(now, 1, jun, name="Anniversary", day=3, month=3)
    book = services.book.book(now)
    assert told(book) == [
        (Coming.PROMISE, date(2026, 11, 24), "Jun Hayashi", "ring about the hem"),
        (Coming.CALL_BACK, date(2026, 11, 25), "Jun Hayashi", ""),
        (Coming.ORDER, date(2026, 12, 2), "Jun Hayashi", "Navy suit"),
        (Coming.DATE, date(2026, 12, 3), "Jun Hayashi", "Birthday"),
        (Coming.OCCASION, date(2026, 12, 5), "Jun Hayashi", "his sister’s wedding"),
    ]
    promise, _back, order, *_others = entries(book)
    assert (promise.at, promise.clerk, promise.customer_id) == (time(11), "Ed Marsh", jun)
    assert (order.at, order.order_id) == (time(15, 30), 1)


def test_what_is_done_or_called_off_leaves_the_book(services: Services, now: Now) -> None:
    jun = come(services, now, fulfilment=Fulfilment.ORDER, promised_on=date(2026, 12, 2))
    services.today.plan(now, 1, jun, Kind.PROMISE, date(2026, 11, 24), None, "the hem")
    card = services.customers.card(now, jun)
    services.orders.cancel(now, 1, card.orders[0].id, reason="too long")
    services.keeping.promise_kept(now, 1, card.promises[0].id)
    assert told(services.book.book(now)) == []


def test_whoever_may_not_be_called_is_left_in_peace(services: Services, now: Now) -> None:
    jun = come(services, now, occasion="a wedding", occasion_on=date(2026, 12, 5))
    services.customers.add_date(now, 1, jun, name="Birthday", day=3, month=12)
    services.customers.dont_call(now, 1, jun)
    assert told(services.book.book(now)) == []


def test_a_date_after_the_turn_of_the_year_comes_too(services: Services) -> None:
    now = at("2026-12-29 11:00")
    jun = come(services, now)
    services.customers.add_date(now, 1, jun, name="Birthday", day=4, month=1)
    assert (Coming.DATE, date(2027, 1, 4), "Jun Hayashi", "Birthday") in told(
        services.book.book(now, 2)
    )


def test_renewals_stand_week_by_week(services: Services, now: Now) -> None:
    group = services.product_groups.add(now, 1, "Suits", renew_months=24).made_id
    services.product_groups.add(now, 1, "Navy")
    come(services, at("2024-11-27 12:00"))
    come(services, at("2024-11-28 12:00"), "Ana Ruiz")
    come(services, at("2024-10-01 12:00"), "Mia Wolf")
    come(services, at("2024-10-01 12:00"), "Kim Lee", is_gift=True)
    renewals = [one for one in entries(services.book.book(now)) if one.coming is Coming.RENEWAL]
    assert [(one.on, one.count, one.group_id) for one in renewals] == [
        (date(2026, 11, 23), 2, group),
    ]


def test_closing_days_are_named(services: Services, now: Now) -> None:
    services.shop.change_shop(
        now,
        1,
        closing_days=[
            ClosingDays(date(2026, 11, 30), date(2026, 12, 1), "Stocktaking"),
            ClosingDays(date(2026, 12, 4), date(2026, 12, 4)),
        ],
    )
    closed = {
        day.on.isoformat(): day.closed_for
        for week in services.book.book(now, 3).weeks
        for day in week.days
        if not day.is_open
    }
    assert closed == {
        "2026-11-26": "Thanksgiving Day",
        "2026-11-30": "Stocktaking",
        "2026-12-01": "Stocktaking",
        "2026-12-04": "",
    }


def test_a_shop_that_opens_on_holidays_is_not_closed_then(services: Services, now: Now) -> None:
    services.shop.prefer(now, 1, holidays=False)
    assert services.book.book(now, 2).weeks == ()


def test_other_follow_ups_are_counted_with_their_minutes(services: Services, now: Now) -> None:
    come(services, now)
    days = {
        day.on.isoformat(): (day.follow_ups, day.minutes > 0)
        for week in services.book.book(now, 3).weeks
        for day in week.days
        if day.follow_ups
    }
    assert days == {"2026-11-23": (1, True), "2026-12-05": (1, True)}


@pytest.mark.parametrize("customers", [1, 8])
def test_it_takes_a_fixed_number_of_statements(
    services: Services, store: Store, now: Now, customers: int
) -> None:
    for number in range(customers):
        come(
            services,
            now,
            f"Customer {number}",
            occasion_on=date(2026, 12, 5),
            fulfilment=Fulfilment.ORDER,
            promised_on=date(2026, 12, 2),
        )
    services.book.book(now)
    with statements(store) as sent:
        services.book.book(now)
    assert len(sent) <= 20
