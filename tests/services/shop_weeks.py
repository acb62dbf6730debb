"""Weeks in a shop, played at random through the services, with what has to hold on every day."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from random import Random

from followup_desktop.domain.cadence.rules import RULES, Rule
from followup_desktop.domain.call import WrapUp
from followup_desktop.domain.kinds import (
    KINDS,
    CallStep,
    Direction,
    Fulfilment,
    Kind,
    Outcome,
    PurposeReached,
    Rank,
    Way,
)
from followup_desktop.domain.resting import TriesCap
from followup_desktop.domain.shop import ClosingDays
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.today import TodayRow
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.services.rules import calendar_of, region_of
from followup_desktop.store.reads.follow_ups import Planned, open_of

ED = 1
FIRST_DAY = date(2026, 10, 19)
"""The clocks change on the 25th in Europe and on 1 November in New York."""
CHRISTMAS = ClosingDays(date(2026, 12, 24), date(2027, 1, 2), "Christmas")
OUTCOMES = (
    *(Outcome.TALKED,) * 4,
    *(Outcome.NO_ANSWER,) * 6,
    Outcome.LEFT_MESSAGE,
    Outcome.CALL_BACK_LATER,
    Outcome.BOUGHT_ELSEWHERE,
    Outcome.DONT_CALL,
)
OF_ONE_REASON = frozenset({Rank.AFTER_PURCHASE, Rank.NOT_BOUGHT_YET, Rank.THANKS})
"""Of orders, problems and dates there may be two on one day: each is about another one."""


@dataclass
class Weeks:
    """One shop with its customers; `play` lets some days go by."""

    services: Services
    random: Random
    numbers: str
    """How a number begins here that nobody has."""
    customers: list[int] = field(default_factory=list)
    promised: dict[int, tuple[date, time | None]] = field(default_factory=dict)
    """Open promises by follow-up, as they were given."""
    calls: list[tuple[int, date, Kind, Outcome]] = field(default_factory=list)
    """Ours, in their order: whom, when, what about, how it ended."""

    def play(self, days: int, first_day: date = FIRST_DAY) -> None:
        for ahead in range(days):
            morning, afternoon = self._moments(first_day + timedelta(days=ahead))
            self.services.today.look_ahead(morning)
            for now in (morning, afternoon):
                for _ in range(self.random.randint(0, 3)):
                    self._happen(now)
            self.check(afternoon)

    def _moments(self, day: date) -> Iterator[Now]:
        for hour in (10, 16):
            local = datetime.combine(day, time(hour, self.random.randint(15, 50)))
            yield Now(local.replace(tzinfo=UTC), local)

    # What happens

    def _happen(self, now: Now) -> None:
        if not calendar_of(self.services.shop.shop()).is_open(now.local):
            return
        roll = self.random.random()
        if roll < 0.25 or not self.customers:
            self._visit(now)
        elif roll < 0.8:
            self._call(now)
        elif roll < 0.87:
            self._promise(now)
        elif roll < 0.93:
            whom, how = self.random.choice(self.customers), self.random.choice(list(Direction)[1:])
            self.services.calls.log(now, ED, whom, how, "They told us")
        else:
            whom = self.random.choice(self.customers)
            self.services.customers.permit(now, ED, whom, Way.CALL, False)

    def _visit(self, now: Now) -> None:
        is_known = bool(self.customers) and self.random.random() < 0.5
        bought = self.random.random() < 0.6
        is_sent = bought and self.random.random() < 0.2
        occasion = now.day + timedelta(days=self.random.randint(0, 40))
        visit = NewVisit(
            customer_id=self.random.choice(self.customers) if is_known else None,
            name="" if is_known else f"Customer {len(self.customers):03}",
            phone="" if is_known else f"{self.numbers}{len(self.customers) % 100:02}",
            bought=bought,
            items=("Suit",) if bought else (),
            looked_at="" if bought else "Coat",
            occasion_on=occasion if bought and self.random.random() < 0.4 else None,
            fulfilment=Fulfilment.DELIVERY if is_sent else Fulfilment.TAKEN,
            promised_on=now.day + timedelta(days=6) if is_sent else None,
            may_call=self.random.choice((None, True, True, False)),
        )
        if is_known:
            card = self.services.customers.card(now, visit.customer_id or 0)
            visit = replace(visit, name=card.name)
        made = self.services.visits.record(now, ED, visit)
        if not is_known and made.customer_id is not None:
            self.customers.append(made.customer_id)

    def _promise(self, now: Now) -> None:
        on = now.day + timedelta(days=self.random.randint(1, 12))
        at = self.random.choice((None, time(11), time(20, 30)))
        whom = self.random.choice(self.customers)
        made = self.services.today.plan(now, ED, whom, Kind.PROMISE, on, at, "Ring back")
        self.promised[made.made_id or 0] = (on, at)

    def _call(self, now: Now) -> None:
        """The first one that doesn't wait, as the list asks for it."""
        row = next((row for row in self.services.today.today(now, ED).rows if not row.waits), None)
        if row is None:
            return
        whom, outcome = row.due.customer_id, self.random.choice(OUTCOMES)
        call_id = self.services.calls.begin(now, ED, whom, row.due.id).made_id or 0
        self.services.calls.go(now, call_id, CallStep.CALL)
        self.services.calls.go(now, call_id, CallStep.WRAP_UP)
        self.services.calls.answer(now, call_id, self._answers(now, outcome))
        if self.services.calls.call(now, call_id).missing:
            settled = replace(self._answers(now, outcome), nothing_more="All is well")
            self.services.calls.answer(now, call_id, settled)
        self.services.calls.finish(now, ED, call_id)
        self.promised.pop(row.due.id, None)
        self.calls.append((whom, now.day, row.due.kind, outcome))

    def _answers(self, now: Now, outcome: Outcome) -> WrapUp:
        wrap_up = WrapUp(outcome=outcome)
        if outcome is Outcome.TALKED:
            return replace(wrap_up, purpose_reached=PurposeReached.REACHED)
        if outcome is Outcome.CALL_BACK_LATER:
            return replace(wrap_up, call_back_on=now.day + timedelta(days=2))
        return wrap_up

    # What has to hold

    def check(self, now: Now) -> None:
        self._on_open_days()
        self._never_two_for_one_reason()
        self._promises_stand()
        self._the_cap_holds()
        self._one_talk_a_week()
        self._everybody_is_cared_for(now)
        self._nothing_vanishes(now)

    def _open(self) -> Iterator[Planned]:
        for whom in self.customers:
            yield from open_of(customer=whom)

    def _on_open_days(self) -> None:
        """What a rule planned is due on a day on which the shop is open, at a time within its
        hours. What was agreed with them is due when they were told."""
        calendar = calendar_of(self.services.shop.shop())
        for one in self._open():
            if not one.rule or RULES[Rule(one.rule)].agreed or one.kind is Kind.CALL_BACK:
                continue
            assert calendar.is_open_day(one.due_on), one
            if one.due_time is not None:
                assert calendar.is_open(datetime.combine(one.due_on, one.due_time)), one

    def _never_two_for_one_reason(self) -> None:
        places = [
            (one.customer_id, one.kind, one.due_on)
            for one in self._open()
            if one.rule and KINDS[one.kind].rank in OF_ONE_REASON
        ]
        assert len(places) == len(set(places)), places

    def _promises_stand(self) -> None:
        """Nothing but a call about it moves or closes a promise."""
        stand = {one.id: (one.due_on, one.due_time) for one in self._open()}
        for follow_up_id, given in self.promised.items():
            assert stand[follow_up_id] == given

    def _the_cap_holds(self) -> None:
        cap = region_of(self.services.shop.shop()).cap
        for whom in self.customers if cap else ():
            days = [on for who, on, kind, _ in self.calls if who == whom and KINDS[kind].marketing]
            assert not _exceeds(days, cap or TriesCap(99, 1)), (whom, days)

    def _one_talk_a_week(self) -> None:
        for whom in self.customers:
            talks = [
                on
                for who, on, kind, outcome in self.calls
                if who == whom and KINDS[kind].marketing and outcome.reached
            ]
            for first, second in pairwise(talks):
                assert (second - first).days >= 7, (whom, talks)

    def _everybody_is_cared_for(self, now: Now) -> None:
        """A next step, or a reason why there is none: their own no, or what a clerk said."""
        for whom in self.customers:
            card = self.services.customers.card(now, whom)
            allowed = [one.allowed for one in card.permissions if one.way is Way.CALL]
            said_no = card.dont_call_at is not None or (allowed and not allowed[0])
            asks = region_of(self.services.shop.shop()).asks_permission and not allowed
            assert card.coming_up or card.nothing_more or said_no or asks, card.name

    def _nothing_vanishes(self, now: Now) -> None:
        """Everything that is due is in the list, or counted behind it."""
        today = self.services.today.today(now, None)
        due = [one for one in self._open() if one.due_on <= now.day]
        assert len(today.rows) + today.more == len(due)
        held_back: list[TodayRow] = [row for row in today.rows if row.waits]
        assert all(row.waits is not None for row in held_back)


def _exceeds(days: list[date], cap: TriesCap) -> bool:
    return any(
        sum(first <= day < first + timedelta(days=cap.days) for day in days) > cap.tries
        for first in days
    )
