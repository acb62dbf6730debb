"""Whole weeks through the services, as one customer has them: a first buyer's first sixty days, a
visitor who comes back on the third try, somebody who asks not to be called and buys again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

from followup_desktop.domain.call import WrapUp
from followup_desktop.domain.kinds import (
    CallStep,
    Feeling,
    FollowUpStatus,
    Fulfilment,
    Kind,
    Outcome,
    PurposeReached,
    Stage,
)
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.today import TodayRow, Waits
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.rows import FollowUpRow
from followup_desktop.words import why
from tests.services.call_world import ED
from tests.services.world import at

TALKED = WrapUp(
    outcome=Outcome.TALKED, purpose_reached=PurposeReached.REACHED, feeling=Feeling.DELIGHTED
)
NO_ANSWER = WrapUp(outcome=Outcome.NO_ANSWER)


def rows(services: Services, now: Now) -> tuple[TodayRow, ...]:
    services.today.look_ahead(now)
    return services.today.today(now, ED).rows


def call(services: Services, now: Now, row: TodayRow, answers: WrapUp) -> None:
    call_id = services.calls.begin(now, ED, row.due.customer_id, row.due.id).made_id or 0
    services.calls.go(now, call_id, CallStep.CALL)
    services.calls.go(now, call_id, CallStep.WRAP_UP)
    services.calls.answer(now, call_id, answers)
    services.calls.finish(now, ED, call_id)


def call_everybody(services: Services, now: Now, answers: WrapUp) -> list[Kind]:
    """Whoever may be called, one after the other, as the list goes on."""
    called = []
    while row := next((row for row in rows(services, now) if row.waits is None), None):
        call(services, now, row, answers)
        called.append(row.due.kind)
    return called


def hand_over(services: Services, now: Now) -> None:
    """Everything that was ordered for today is ready, and they take it home."""
    for order in services.orders.orders(now):
        if order.promised_on == now.day:
            for checkpoint in order.checkpoints:
                if checkpoint.done_at is None:
                    services.orders.check(now, ED, checkpoint.id)


def days_from(first: str, number: int) -> Iterator[Now]:
    morning = at(first)
    for ahead in range(number):
        by = timedelta(days=ahead)
        yield Now(morning.utc + by, morning.local + by)


def test_a_first_buyers_first_sixty_days(services: Services) -> None:
    """M-35: the day after, after the occasion, two weeks, two months; each is called when it
    comes up, and nobody hears from the shop more often than that."""
    bought_on = at("2026-11-21 16:10")
    suit = NewVisit(
        name="Jun Hayashi",
        phone="212 555 0188",
        items=("Navy suit",),
        occasion="his sister’s wedding",
        occasion_on=date(2026, 12, 19),
        fulfilment=Fulfilment.ALTERATION,
        promised_on=date(2026, 11, 25),
        may_call=True,
    )
    jun = services.visits.record(bought_on, ED, suit).customer_id or 0
    called: list[tuple[Kind, date]] = []
    for now in days_from("2026-11-22 10:30", 60):
        hand_over(services, now)
        called += [(kind, now.day) for kind in call_everybody(services, now, TALKED)]
    assert called == [
        (Kind.DAY_AFTER, date(2026, 11, 23)),  # Sunday is closed
        (Kind.TWO_WEEKS, date(2026, 12, 9)),  # from when it was in his hands
        (Kind.AFTER_OCCASION, date(2026, 12, 21)),
    ]
    standing = [(one.kind, one.due_on) for one in open_of(customer=jun)]
    assert standing == [(Kind.TWO_MONTHS, date(2027, 1, 25))]  # Sunday the 24th is closed
    (last,) = rows(services, at("2027-01-25 10:30"))
    call(services, at("2027-01-25 10:30"), last, TALKED)
    card = services.customers.card(at("2027-01-25 12:00"), jun)
    assert card.stage is Stage.FIRST_PURCHASE
    # Nobody drops out after the last one: a check-in stands (M-24).
    assert [one.kind for one in card.coming_up] == [Kind.CHECK_IN]


def test_a_visitor_comes_back_on_the_third_try(services: Services) -> None:
    """M-25, M-36: another part of the day each time, the tries counted and shown; and whatever was
    still planned goes when they stand in the shop again."""
    left = NewVisit(
        name="Mme Marguerite Beaulieu",
        phone="212 555 0189",
        bought=False,
        looked_at="Camel coat",
        held_back="The sleeves",
        may_call=True,
    )
    beaulieu = services.visits.record(at("2026-11-16 17:00"), ED, left).customer_id or 0

    tuesday = at("2026-11-17 10:30")
    (first,) = rows(services, tuesday)
    call(services, tuesday, first, NO_ANSWER)
    thursday = at("2026-11-19 14:30")
    assert not rows(services, at("2026-11-18 16:00"))
    (second,) = rows(services, thursday)
    assert (second.due.kind, second.due.tries, second.due.due_time) == (
        Kind.LEFT_FIRST,
        1,
        time(14),
    )
    said = why.why(second.due, thursday.day)
    assert said == "Looked at camel coat, left to think. Try 2, in the afternoon this time."
    assert "Tried 1 time." in why.fine_to_call(second, thursday.local)
    call(services, thursday, second, NO_ANSWER)

    saturday = at("2026-11-21 17:30")
    (third,) = rows(services, saturday)
    assert (third.due.tries, third.due.due_time) == (2, time(17))
    call(services, saturday, third, replace(TALKED, feeling=None))
    tuesday = at("2026-11-24 12:00")
    services.visits.record(
        tuesday, ED, NewVisit(customer_id=beaulieu, items=("Camel coat",), may_call=True)
    )
    kinds = {one.kind for one in open_of(customer=beaulieu)}
    assert kinds == {Kind.DAY_AFTER, Kind.TWO_WEEKS, Kind.TWO_MONTHS}
    closed = FollowUpRow.select().where(FollowUpRow.status == FollowUpStatus.CLOSED)
    assert {row.closed_why for row in closed} == {"bought"}


def test_six_tries_then_peace_then_again(services: Services) -> None:
    """M-25: hard to reach, from the first try to the one after the rest."""
    visit = NewVisit(name="Kenji Mori", phone="212 555 0177", bought=False, looked_at="Hat")
    kenji = services.visits.record(at("2026-11-02 17:00"), ED, visit).customer_id or 0
    tried: list[date] = []
    for now in days_from("2026-11-03 18:10", 60):
        for row in rows(services, now):
            if row.waits is None and row.due.kind is not Kind.HARD_TO_REACH:
                call(services, now, row, NO_ANSWER)
                tried.append(now.day)
    assert len(tried) == len(set(tried)) == 6
    assert tried[-1] - tried[0] <= timedelta(days=35)
    card = services.customers.card(at("2027-01-02 11:00"), kenji)
    assert card.rest_until is not None
    assert (card.rest_until - tried[-1]).days in range(90, 93)
    assert [(one.kind, one.due_on) for one in card.coming_up] == [
        (Kind.HARD_TO_REACH, card.rest_until)
    ]
    services.customers.add_date(at("2026-12-10 11:00"), ED, kenji, "Birthday", 20, 12)
    birthday = at("2026-12-21 11:00")
    held_back = [row for row in rows(services, birthday) if row.due.kind is Kind.DATE]
    assert {row.waits for row in held_back} == {Waits.RESTS}
    again = at(f"{card.rest_until} 11:00")
    fresh = next(row for row in rows(services, again) if row.due.kind is Kind.HARD_TO_REACH)
    assert fresh.waits is None


def test_whoever_asks_not_to_be_called_and_buys_again_is_only_served(services: Services) -> None:
    """M-28: it closes the advertising at once and stays, whatever they buy; service goes on; and
    they stand in no list of the forgotten."""
    suit = NewVisit(name="Jun Hayashi", phone="212 555 0188", items=("Navy suit",), may_call=True)
    jun = services.visits.record(at("2026-11-21 16:10"), ED, suit).customer_id or 0
    monday = at("2026-11-23 10:30")
    call(services, monday, rows(services, monday)[0], WrapUp(outcome=Outcome.DONT_CALL))
    assert [one.kind for one in open_of(customer=jun)] == [Kind.TWO_WEEKS]

    december = at("2026-12-10 15:00")
    order = NewVisit(
        customer_id=jun,
        items=("Grey trousers",),
        fulfilment=Fulfilment.ORDER,
        promised_on=date(2026, 12, 18),
        may_call=True,
    )
    preview = services.visits.preview(december, order)
    assert preview.withheld is Waits.DONT_CALL
    services.visits.record(december, ED, order)
    services.customers.add_date(december, ED, jun, "Birthday", 14, 3)
    served: list[Kind] = []
    for now in days_from("2026-12-11 10:30", 40):
        hand_over(services, now)
        assert all(row.waits is None for row in rows(services, now))
        served += call_everybody(services, now, replace(TALKED, nothing_more="All is well"))
    assert set(served) <= {Kind.DAY_AFTER, Kind.TWO_WEEKS, Kind.ORDER_CHECK}
    assert {Kind.DAY_AFTER, Kind.TWO_WEEKS} <= set(served)
    card = services.customers.card(at("2027-01-20 11:00"), jun)
    assert (card.purchases, card.dont_call_at) == (2, monday.utc)
    assert card.coming_up == ()
    assert services.today.without_next_step(at("2027-01-20 11:00")) == ()

    services.customers.may_call_again(at("2027-01-21 11:00"), ED, jun)
    services.today.look_ahead(at("2027-01-22 10:30"))
    assert [one.rule for one in open_of(customer=jun)] == ["date_before", "date_on"]


def test_a_try_keeps_off_the_day_of_another_purchase(services: Services) -> None:
    """M-25, M-47: one call a day. On Monday somebody asks how the coat is, so the shirt that nobody
    could be asked about on Saturday waits until Tuesday."""
    coat = NewVisit(name="Jun Hayashi", phone="212 555 0143", items=("Coat",))
    jun = services.visits.record(at("2026-11-09 15:00"), ED, coat).customer_id or 0
    (weeks,) = (one for one in open_of(customer=jun) if one.kind is Kind.TWO_WEEKS)
    assert weeks.due_on == date(2026, 11, 23)
    services.today.move(at("2026-11-20 14:00"), ED, weeks.id, date(2026, 11, 30))
    shirt = NewVisit(customer_id=jun, items=("Shirt",))
    services.visits.record(at("2026-11-20 15:00"), ED, shirt)
    services.today.move(at("2026-11-20 16:00"), ED, weeks.id, weeks.due_on)
    saturday = at("2026-11-21 11:00")
    (row,) = (one for one in rows(services, saturday) if one.due.item == "Shirt")
    call(services, saturday, row, NO_ANSWER)
    due = {
        one.about: one.due_on for one in open_of(customer=jun) if one.kind is not Kind.TWO_MONTHS
    }
    assert (due["Coat"], services.today.preview(saturday, row.due.id).row.due.due_on) == (
        date(2026, 11, 23),
        date(2026, 11, 24),
    )
