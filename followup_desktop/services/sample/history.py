"""The past, told through the verbs of the services at the moments at which it happened."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from followup_desktop.domain.call import CaughtForm, WrapUp
from followup_desktop.domain.follow_up import PlanChange
from followup_desktop.domain.kinds import CallStep, Feeling, Kind, Outcome, PurposeReached
from followup_desktop.domain.shop_time import Now, days_after
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.reads.follow_ups import open_of

NOON = time(12)
TALKED = WrapUp(
    outcome=Outcome.TALKED, purpose_reached=PurposeReached.REACHED, feeling=Feeling.FINE
)
DELIGHTED = replace(TALKED, feeling=Feeling.DELIGHTED)
NO_ANSWER = WrapUp(outcome=Outcome.NO_ANSWER)


@dataclass(frozen=True, slots=True)
class History:
    services: Services
    now: Now
    ed: int
    nora: int

    # When

    def ago(self, days: int, at: time = NOON) -> Now:
        local = datetime.combine(days_after(self.now.day, -days), at)
        return Now(self.now.utc - (self.now.local - local), local)

    def earlier_today(self, minutes: int) -> Now:
        """Not before midnight, however early somebody looks."""
        midnight = datetime.combine(self.now.day, time())
        local = max(self.now.local - timedelta(minutes=minutes), midnight)
        return Now(self.now.utc - (self.now.local - local), local)

    def later_today(self, minutes: int) -> time:
        """A full or a half hour, before midnight, however late somebody looks."""
        last = datetime.combine(self.now.day, time(23, 59))
        soonest = self.now.local + timedelta(minutes=minutes)
        up = timedelta(minutes=-soonest.minute % 30)
        return min((soonest + up).replace(second=0, microsecond=0), last).time()

    # What happened

    def visit(
        self, when: Now, visit: NewVisit, keep: Collection[str] = (), clerk_id: int | None = None
    ) -> int:
        """Of what it plans only the rules in `keep` stay: the rest is long past. Answers the
        customer."""
        planned = self.services.visits.preview(when, visit).planned
        off = tuple(PlanChange(one.rule, is_on=False) for one in planned if one.rule not in keep)
        changed = replace(visit, changes=off)
        made = self.services.visits.record(when, clerk_id or self.ed, changed).customer_id
        assert made is not None
        return made

    def call(
        self,
        when: Now,
        customer_id: int,
        notes: str,
        answers: WrapUp = TALKED,
        *,
        minutes: int = 4,
        caught: Collection[CaughtForm] = (),
        clerk_id: int | None = None,
    ) -> None:
        """A guided call about whatever is due then, from its first step to its last."""
        calls, clerk = self.services.calls, clerk_id or self.ed
        call_id = calls.begin(when, clerk, customer_id).made_id
        assert call_id is not None
        calls.go(when, call_id, CallStep.CALL)
        calls.write_notes(when, call_id, notes)
        for line in calls.call(when, call_id).lines[:3]:
            calls.tick(when, line.id)
        for form in caught:
            calls.catch(when, clerk, call_id, form)
        span = timedelta(minutes=minutes)
        after = Now(when.utc + span, when.local + span)
        calls.go(after, call_id, CallStep.WRAP_UP)
        calls.answer(after, call_id, answers)
        calls.finish(after, clerk, call_id)

    def follow_up(self, customer_id: int, kind: Kind) -> int:
        """The open one of that kind."""
        return next(one.id for one in open_of(customer=customer_id) if one.kind is kind)

    def card_order(self, customer_id: int) -> int:
        """Their newest order."""
        return self.services.customers.card(self.now, customer_id).orders[0].id
