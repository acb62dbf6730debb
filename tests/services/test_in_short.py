"""What following up brings, counted on a real database; each expectation is counted by hand."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count

import pytest

from followup_desktop.domain.call import WrapUp
from followup_desktop.domain.caught import ProblemForm, ReferralForm
from followup_desktop.domain.checks import Why
from followup_desktop.domain.customer_list import CustomerFilter
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.insights.asked import Asked, Period, Whose
from followup_desktop.domain.insights.in_short import (
    InShort,
    Leak,
    Problems,
    Referrals,
    Sales,
    Told,
    Took,
)
from followup_desktop.domain.insights.share import Share
from followup_desktop.domain.kinds import (
    CallStep,
    Direction,
    Fulfilment,
    Kind,
    Outcome,
    PurposeReached,
)
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.rows import CallRow
from followup_desktop.store.store import Store
from tests.services.world import at, statements

ED = 1
TODAY = at("2026-11-20 18:00")
"""A Friday."""
QUARTER = Asked()
ALL = Asked(Period.ALL)
MINE = Asked(whose=Whose.MINE)


@dataclass
class People:
    """What clerks do, in a line each."""

    services: Services
    number = count(100)

    def buys(
        self, moment: str, name: str = "", clerk: int = ED, who: int | None = None, **more: object
    ) -> int:
        place = next(self.number)
        visit = NewVisit(
            customer_id=who,
            name=name or f"Customer {place}",
            phone="" if who else f"+1 212 555 0{place}",
            items=("Scarf",),
            may_call=True,
            **more,  # type: ignore[arg-type]
        )
        return self.services.visits.record(at(moment), clerk, visit).customer_id or 0

    def calls(
        self,
        moment: str,
        who: int,
        outcome: Outcome = Outcome.TALKED,
        clerk: int = ED,
        caught: ReferralForm | ProblemForm | None = None,
    ) -> int:
        now, calls = at(moment), self.services.calls
        call_id = calls.begin(now, clerk, who).made_id or 0
        calls.go(now, call_id, CallStep.CALL)
        if caught is not None:
            calls.catch(now, clerk, call_id, caught)
        calls.go(now, call_id, CallStep.WRAP_UP)
        reached = PurposeReached.REACHED if outcome is Outcome.TALKED else None
        calls.answer(now, call_id, WrapUp(outcome=outcome, purpose_reached=reached))
        if calls.call(now, call_id).missing:
            calls.answer(
                now,
                call_id,
                WrapUp(outcome=outcome, purpose_reached=reached, nothing_more="All is well"),
            )
        calls.finish(now, clerk, call_id)
        return call_id

    def promises(self, moment: str, who: int, on: date, clerk: int = ED) -> int:
        """The promise's id."""
        services = self.services
        services.today.plan(at(moment), clerk, who, Kind.PROMISE, on, None, "Ring back")
        return max(one.id for one in services.keeping.promises(at(moment)))


@pytest.fixture
def people(services: Services) -> People:
    return People(services)


@pytest.fixture
def ana(services: Services) -> int:
    return services.shop.add_clerk(at("2026-01-02 10:00"), ED, "Ana Lopez").made_id or 0


@pytest.fixture
def zoe(services: Services) -> int:
    return services.shop.add_clerk(at("2026-01-02 10:00"), ED, "Zoe Hart").made_id or 0


def seen(services: Services, asked: Asked = QUARTER, clerk: int | None = ED) -> InShort:
    return services.insights.in_short(TODAY, clerk, asked)


def test_a_new_shop_has_nothing_to_count(services: Services) -> None:
    found = seen(services)
    assert found.is_empty
    assert (found.coming_back.begins_on, found.calls.total) == (None, Share(0, 0))


# From the first purchase to the second ------------------------------------------------------------


def test_first_buyers_who_came_back_called_and_not_called(
    services: Services, people: People
) -> None:
    """M-67. Counted are those whose ninety days ended in the last twelve weeks: who bought first
    between 1 June and 21 August."""
    called_and_back = people.buys("2026-06-01 12:00")
    people.calls("2026-06-02 10:00", called_and_back)
    people.buys("2026-08-30 12:00", "Customer 100", who=called_and_back)  # the ninetieth day

    called_too_late = people.buys("2026-06-01 12:00")
    people.buys("2026-07-01 12:00", "Customer 102", who=called_too_late)
    people.calls("2026-07-02 10:00", called_too_late)

    tried_only = people.buys("2026-08-21 12:00")
    people.calls("2026-08-22 10:00", tried_only, Outcome.NO_ANSWER)

    too_late = people.buys("2026-06-01 12:00")
    people.buys("2026-08-31 12:00", "Customer 105", who=too_late)  # the ninety-first

    people.buys("2026-05-31 12:00")  # their days ended before the twelve weeks
    people.buys("2026-08-22 12:00")  # theirs end tomorrow

    twice_at_once = people.buys("2026-07-10 12:00")
    people.buys("2026-07-10 16:00", "Customer 109", who=twice_at_once)

    found = seen(services).coming_back
    assert found.called == Share(1, 2)
    assert found.not_called == Share(1, 3)
    assert (found.first_on, found.last_on) == (date(2026, 6, 1), date(2026, 8, 21))
    assert not found.can_compare
    everybody = seen(services, ALL).coming_back
    assert everybody.total == Share(2, 6)
    assert everybody.first_on == date(2026, 5, 31)


def test_what_they_told_us_in_the_shop_is_no_call(services: Services, people: People) -> None:
    jun = people.buys("2026-06-01 12:00")
    talk = at("2026-06-05 12:00")
    services.calls.log(talk, ED, jun, Direction.IN_SHOP, "Came in to say hello")
    assert seen(services).coming_back.not_called == Share(0, 1)


def test_a_young_shop_hears_when_the_first_one_is_counted(
    services: Services, people: People
) -> None:
    people.buys("2026-09-10 12:00")
    found = seen(services).coming_back
    assert (found.total, found.begins_on) == (Share(0, 0), date(2026, 12, 10))


def test_sales_are_first_ones_sent_ones_and_ones_again(services: Services, people: People) -> None:
    """M-67: each purchase counts once."""
    jun = people.buys("2026-10-01 12:00", "Jun Hayashi")
    people.buys("2026-11-01 12:00", "Jun Hayashi", who=jun)
    people.buys("2026-11-02 12:00", "Jun Hayashi", who=jun)
    kenji = ReferralForm("Kenji Mori", "+1 212 555 0191", may_call=True)
    people.calls("2026-11-03 10:00", jun, caught=kenji)
    sent = services.customers.hits("Kenji")[0].id
    people.buys("2026-11-10 12:00", "Kenji Mori", who=sent)
    people.buys("2026-11-11 12:00", "Kenji Mori", who=sent)
    found = seen(services)
    assert found.sales == Sales(first=1, referred=1, again=3)
    assert found.referrals == Referrals(named=1, bought=1)
    assert seen(services, Asked(Period.FOUR_WEEKS)).sales == Sales(0, 1, 3)


def test_a_referral_that_was_not_named_on_a_call_is_none_of_the_calls(
    services: Services, people: People
) -> None:
    jun = people.buys("2026-10-01 12:00")
    form = ReferralForm("Kenji Mori", "+1 212 555 0191", may_call=True)
    services.keeping.note(at("2026-10-02 12:00"), ED, jun, form)
    assert seen(services).referrals == Referrals(0, 0)


# Promises, late orders, problems (M-68) -----------------------------------------------------------


def test_promises_kept_on_time_of_those_that_came_to_their_end(
    services: Services, people: People
) -> None:
    jun, keeping = people.buys("2026-10-01 12:00"), services.keeping
    early = people.promises("2026-10-05 10:00", jun, date(2026, 10, 30))
    keeping.promise_kept(at("2026-10-07 10:00"), ED, early)
    late = people.promises("2026-10-05 10:00", jun, date(2026, 10, 8))
    keeping.promise_kept(at("2026-10-09 10:00"), ED, late)
    # Moved in time, and kept on the day they were told then.
    moved = people.promises("2026-10-05 10:00", jun, date(2026, 10, 8))
    keeping.move_promise(at("2026-10-07 10:00"), ED, moved, date(2026, 10, 12), None, "No cloth")
    keeping.promise_kept(at("2026-10-12 10:00"), ED, moved)
    # Missed, and then moved: it stays missed.
    hidden = people.promises("2026-10-05 10:00", jun, date(2026, 10, 8))
    keeping.move_promise(at("2026-10-10 10:00"), ED, hidden, date(2026, 12, 1), None, "Forgot")
    taken_back = people.promises("2026-10-05 10:00", jun, date(2026, 10, 8))
    keeping.withdraw_promise(at("2026-10-06 10:00"), ED, taken_back)
    people.promises("2026-10-05 10:00", jun, date(2026, 11, 19))  # passed, and nobody noticed yet
    people.promises("2026-10-05 10:00", jun, date(2026, 11, 20))  # today is not over
    assert seen(services).promises == Share(2, 5)
    # In the last four weeks, from 26 October on, only that one.
    assert seen(services, Asked(Period.FOUR_WEEKS)).promises == Share(0, 1)


def test_how_long_they_waited_for_the_word(services: Services, people: People) -> None:
    """The middle one of three, nights included; whoever doesn't know yet is counted too."""
    orders = services.orders
    for place, told in enumerate(("2026-11-10 10:30", "2026-11-10 13:00", "2026-11-13 10:00", "")):
        people.buys(
            f"2026-11-0{place + 2} 12:00",
            fulfilment=Fulfilment.ORDER,
            promised_on=date(2026, 11, 11),
        )
        order_id = max(one.id for one in orders.orders(TODAY))
        orders.not_complete(at("2026-11-10 10:00"), ED, order_id, "Still at the weaver’s")
        if told:
            orders.told(at(told), ED, order_id)
    assert seen(services).told == Told(Took(3, timedelta(hours=3)), waiting=1)


def test_how_long_a_problem_took(services: Services, people: People) -> None:
    jun, keeping = people.buys("2026-10-01 12:00"), services.keeping
    squeak = ProblemForm("The left boot squeaks", "A new heel", date(2026, 11, 12))
    people.calls("2026-11-05 10:00", jun, caught=squeak)
    people.calls("2026-11-06 10:00", jun, caught=squeak)
    first = min(one.id for one in keeping.problems(TODAY))
    keeping.problem_solved(at("2026-11-07 12:00"), ED, first)
    assert seen(services).problems == Problems(
        acknowledged=Took(2, timedelta()),
        solved=Took(1, timedelta(days=2, hours=2)),
        open=1,
    )


# Calls (M-69) -------------------------------------------------------------------------------------


def test_calls_are_counted_by_week_and_hour(services: Services, people: People) -> None:
    jun = people.buys("2026-10-01 12:00")
    people.calls("2026-08-30 10:00", jun)  # a Sunday: the week before the twelve
    people.calls("2026-11-16 10:05", jun)
    people.calls("2026-11-17 10:50", jun, Outcome.NO_ANSWER)
    people.calls("2026-11-18 16:00", jun, Outcome.DONT_CALL)  # somebody was talked to
    # Neither a call that is only planned nor one of theirs.
    services.calls.begin(TODAY, ED, jun)
    services.calls.log(TODAY, ED, jun, Direction.INBOUND, "Asked for our hours")
    found = seen(services)
    assert len(found.calls.bars) == 12
    assert found.calls.bars[-1].calls == Share(2, 3)
    assert found.calls.total == Share(2, 3)
    by_hour = [(one.weekday, one.hour, one.calls) for one in found.reached.hours]
    assert by_hour == [(0, 10, Share(1, 1)), (1, 10, Share(0, 1)), (2, 16, Share(1, 1))]
    assert seen(services, ALL).calls.total == Share(3, 4)


@pytest.fixture
def new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The PC's own clock."""
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has one zone for all programs")
@pytest.mark.usefixtures("new_york")
def test_weeks_and_hours_are_those_on_the_shops_wall(services: Services, people: People) -> None:
    """The clocks there went back on 1 November: ten in the morning was 14:00 UTC, and is 15:00."""
    jun = people.buys("2026-10-01 12:00")
    people.calls("2026-10-30 14:00", jun)
    people.calls("2026-11-06 15:00", jun)
    people.calls("2026-11-16 04:30", jun)  # Sunday, 23:30
    utc = at("2026-11-20 18:00").utc
    now = Now(utc, utc.astimezone().replace(tzinfo=None))
    found = services.insights.in_short(now, ED, QUARTER)
    assert [(one.weekday, one.hour) for one in found.reached.hours] == [(4, 10), (6, 23)]
    weeks = {bar.first_on: bar.calls.of for bar in found.calls.bars if bar.calls.of}
    assert weeks == {date(2026, 10, 26): 1, date(2026, 11, 2): 1, date(2026, 11, 9): 1}
    assert found.scope.since == datetime.fromisoformat("2026-08-31T04:00+00:00")


# The leak (M-70) ----------------------------------------------------------------------------------


def test_the_leak_is_what_the_lists_say(services: Services, people: People) -> None:
    people.buys("2026-11-01 12:00")
    called = people.buys("2026-11-01 12:00")
    people.calls("2026-11-02 10:00", called)
    services.customers.add(at("2026-11-02 12:00"), ED, "Priya Raman", "+1 212 555 0194")
    assert seen(services).leak == Leak(never_contacted=2, no_next_step=1)
    list_says = services.customers.page(CustomerFilter(never_contacted=True), 0, 0).total
    assert list_says == 2


# Whose (M-74) -------------------------------------------------------------------------------------


def test_ones_own_numbers_are_ones_own(
    services: Services, people: People, ana: int, zoe: int
) -> None:
    """Ana's first buyer, call, promise and customer; and Ed's."""
    for clerk, first in ((ED, "2026-06-02 12:00"), (ana, "2026-06-03 12:00")):
        who = people.buys(first, clerk=clerk)
        people.calls("2026-11-16 10:00", who, clerk=clerk)
        promise = people.promises("2026-11-16 12:00", who, date(2026, 11, 18), clerk=clerk)
        if clerk == ana:
            services.keeping.promise_kept(at("2026-11-17 12:00"), ana, promise)
    mine = seen(services, MINE, ana)
    assert mine.promises == Share(1, 1)
    assert mine.coming_back.total == Share(0, 1)
    assert mine.calls.total == Share(1, 1)
    assert mine.scope.clerk_id == ana
    shops = seen(services, QUARTER, ana)
    assert (shops.promises, shops.calls.total) == (Share(1, 2), Share(2, 2))
    assert seen(services, MINE, ED).promises == Share(0, 1)
    assert seen(services, MINE, zoe).calls.total == Share(0, 0)


def test_of_two_clerks_only_the_manager_sees_the_shops(
    services: Services, people: People, ana: int
) -> None:
    """The shop's less one's own would be the colleague's."""
    assert services.insights.choices(TODAY, ana) == (Whose.MINE,)
    with pytest.raises(WorldError) as refused:
        seen(services, QUARTER, ana)
    assert (refused.value.field, refused.value.why) == ("whose", Why.NOT_A_MANAGER)
    assert seen(services, QUARTER, ED).scope.clerk_id is None
    assert seen(services, MINE, ana).scope.clerk_id == ana


# What it costs ------------------------------------------------------------------------------------


def test_it_takes_as_many_statements_however_much_there_is(
    services: Services, store: Store, people: People
) -> None:
    with statements(store) as few:
        seen(services)
    for place in range(12):
        who = people.buys(f"2026-06-{place + 1:02} 12:00")
        people.calls(f"2026-11-{place + 2:02} 11:00", who)
    assert CallRow.select().count() == 12
    with statements(store) as many:
        seen(services)
    assert len(many) == len(few)
