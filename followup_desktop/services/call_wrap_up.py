"""After the call: its answers, the next step, and finishing it (M-22 … M-31)."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date, datetime, time

from followup_desktop.domain import names
from followup_desktop.domain.call import WrapUp
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import LINE_LIMIT, TEXT_LIMIT, Why, checked, checked_due, refuse
from followup_desktop.domain.dialling import own_numbers, shown_number
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import CallStep, Direction, Kind, Outcome
from followup_desktop.domain.planned import PlanChange
from followup_desktop.domain.saved_call import SavedCall
from followup_desktop.domain.shop_time import Now
from followup_desktop.services import call_changes, call_edition, call_finish
from followup_desktop.services.call_base import CallBase, as_typed, gone
from followup_desktop.services.call_next import AfterCall, after
from followup_desktop.services.rules import cadence_of
from followup_desktop.store.reads.calls import customer_exists
from followup_desktop.store.reads.card_people import phones_of
from followup_desktop.store.rows import CallRow

EVERYTHING = Changed.CALLS | Changed.FOLLOW_UPS | Changed.CUSTOMERS
TEXTS = dict.fromkeys(
    ("gained", "works_well", "could_be_better", "elsewhere_where", "elsewhere_why"), TEXT_LIMIT
) | {"nothing_more": LINE_LIMIT}
"""The answers in the clerk's own words, and how long they may be."""


class WrapUpVerbs(CallBase):
    """What the last step does, and contacts that need no plan."""

    def answer(self, now: Now, call_id: int, wrap_up: WrapUp) -> Changes:
        """Keep the answers as far as they are given; the next steps follow them."""
        call = self._unfinished(call_id)
        answers = asdict(wrap_up)
        for name, limit in TEXTS.items():
            answers[name] = as_typed(name, answers[name], limit)
        with self._store.quiet(now) as unit:
            unit.update(CallRow, call_id, **answers)
        return unit.changes(Changed.CALLS, customer_id=call.customer_id)

    def change_next(self, now: Now, call_id: int, changes: Iterable[PlanChange]) -> Changes:
        """Switch a next step off, or move it; kept until the call is finished."""
        call, kept = self._unfinished(call_id), tuple(changes)
        for change in kept:
            if change.is_on and change.due_on is not None:
                checked_due("due_on", change.due_on, now.day)
        with self._store.quiet(now) as unit:
            call_changes.keep_changes(call_id, kept, now)
        return unit.changes(Changed.CALLS, customer_id=call.customer_id)

    def add_next(
        self, now: Now, call_id: int, due_on: date, due_time: time | None = None, about: str = ""
    ) -> Changes:
        """A next step of the clerk's own."""
        call = self._unfinished(call_id)
        checked_due("due_on", due_on, now.day)
        what = checked("about", names.clean(about))
        with self._store.quiet(now) as unit:
            call_changes.keep_own(call_id, due_on, due_time, what, now)
        return unit.changes(Changed.CALLS, customer_id=call.customer_id)

    def finish(self, now: Now, clerk_id: int | None, call_id: int) -> Changes:
        """Refuses with the first thing that is missing; `where` lists all of them."""
        call = self._unfinished(call_id)
        if call.step is not CallStep.WRAP_UP:
            raise refuse("outcome", Why.MISSING)
        outcome = self._after(call, now)
        self._check(outcome, now)
        with self._store.action(Did.CALL_FINISHED, now, clerk_id) as unit:
            call_finish.write(unit, outcome, self._dialled(call))
            call_changes.drop(call_id)
            call_edition.drop(call_id)
        return unit.changes(EVERYTHING, customer_id=call.customer_id, made_id=call_id)

    def drop(self, now: Now, call_id: int) -> Changes:
        """Not now. The plan is kept, and taken up when the follow-up is."""
        call = self._unfinished(call_id)
        with self._store.quiet(now) as unit:
            unit.update(CallRow, call_id, step=CallStep.DROPPED)
        return unit.changes(Changed.CALLS | Changed.FOLLOW_UPS, customer_id=call.customer_id)

    def log(
        self,
        now: Now,
        clerk_id: int | None,
        customer_id: int,
        direction: Direction,
        text: str,
        was_reached: bool = True,
        on: date | None = None,
    ) -> Changes:
        """A contact that nobody planned: they called, a text, a talk in the shop (M-31). `on`: the
        day, when it wasn't today. One of an earlier day closes what it made needless, and plans
        nothing: whoever notes it down today is reminded of nothing by it."""
        if not customer_exists(customer_id):
            raise gone("customer", customer_id)
        notes = as_typed("text", text.strip())
        then = _moment_on(on, now)
        with self._store.action(Did.CALL_FINISHED, now, clerk_id) as unit:
            call_id = unit.insert(
                CallRow,
                customer=customer_id,
                clerk=clerk_id,
                kind=Kind.CHECK_IN,
                direction=direction,
                step=CallStep.WRAP_UP,
                planned_at=then.utc,
                started_at=then.utc,
                ended_at=then.utc,
                notes=notes,
                outcome=Outcome.TALKED if was_reached else Outcome.LEFT_MESSAGE,
            )
            if was_reached:
                outcome = self._after(self._saved(call_id), then)
                if then is not now:
                    outcome = replace(outcome, new=())
                call_finish.write(unit, outcome, None)
            unit.update(CallRow, call_id, step=CallStep.DONE, finished_at=then.utc)
        return unit.changes(EVERYTHING, customer_id=customer_id, made_id=call_id)

    def _after(self, call: SavedCall, now: Now) -> AfterCall:
        return after(call, call_changes.kept(call.id), now, cadence_of(self._shop.shop()))

    def _check(self, outcome: AfterCall, now: Now) -> None:
        wrap_up = outcome.situation.wrap_up
        if wanting := outcome.missing:
            raise WorldError(
                Trouble.BAD_VALUE, where=",".join(wanting), field=wanting[0], why=Why.MISSING
            )
        if wrap_up.call_back_on is not None:
            checked_due("call_back_on", wrap_up.call_back_on, now.day)
            is_today = wrap_up.call_back_on == now.day
            if is_today and wrap_up.call_back_time and wrap_up.call_back_time <= now.time:
                raise refuse("call_back_time", Why.IN_THE_PAST)

    def _dialled(self, call: SavedCall) -> int | None:
        """The number that was chosen, else the one that was shown."""
        is_discreet = self._basis(call).is_discreet
        return shown_number(
            call.phone_id, own_numbers(phones_of(call.customer_id), is_discreet=is_discreet)
        )


def _moment_on(on: date | None, now: Now) -> Now:
    """Now, or the middle of an earlier day: nobody remembers the minute."""
    if on is None or on == now.day:
        return now
    if on > now.day:
        raise refuse("on", Why.OUT_OF_RANGE)
    local = datetime.combine(on, time(12))
    return Now(utc=now.utc - (now.local - local), local=local)
