"""The guided call: begun or taken up again, and as its screen shows it (M-1 … M-31)."""

from datetime import date
from typing import Protocol

from followup_desktop.domain.call import CallBridge, GuidedCall
from followup_desktop.domain.call_basis import FactWriter
from followup_desktop.domain.call_flow import CallState, take_up
from followup_desktop.domain.changes import Changed, Changes
from followup_desktop.domain.dialling import own_numbers, shown_number
from followup_desktop.domain.facts import Facts
from followup_desktop.domain.kinds import CallStep, FollowUpStatus, Kind, Purpose
from followup_desktop.domain.names import greeting
from followup_desktop.domain.phrase import say
from followup_desktop.domain.playbook import Playbook
from followup_desktop.domain.saved_call import SavedCall
from followup_desktop.domain.script import plan_script, worth_asking
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.today import Today, Waits
from followup_desktop.services.call_base import gone
from followup_desktop.services.call_catch import CatchVerbs
from followup_desktop.services.call_facts import (
    comes_first,
    fears_of,
    known_of,
    offers_of,
)
from followup_desktop.services.call_live import LiveVerbs
from followup_desktop.services.call_plan import PlanVerbs
from followup_desktop.services.call_script import lay
from followup_desktop.services.call_wrap_up import WrapUpVerbs
from followup_desktop.services.playbooks import Playbooks
from followup_desktop.services.shop import ShopService
from followup_desktop.store.reads import calls as reads
from followup_desktop.store.reads.call_basis import call_basis
from followup_desktop.store.reads.call_follow_ups import AroundCall, due_one, follow_up
from followup_desktop.store.reads.card_people import phones_of
from followup_desktop.store.reads.caught import caught_on
from followup_desktop.store.reads.delays import order_on_call
from followup_desktop.store.rows import CallRow
from followup_desktop.store.store import Store


class DayList(Protocol):
    """Who comes after this one (`services/today.py`)."""

    def today(self, now: Now, clerk_id: int | None) -> Today: ...


class Calls(PlanVerbs, LiveVerbs, CatchVerbs, WrapUpVerbs):
    """Everything about calls; each group of verbs has a file of its own."""

    def __init__(
        self,
        store: Store,
        shop: ShopService,
        playbooks: Playbooks,
        write: FactWriter,
        day: DayList,
    ) -> None:
        super().__init__(store, shop, playbooks, write)
        self._day = day

    # Beginning, and taking up again

    def begin(
        self,
        now: Now,
        clerk_id: int | None,
        customer_id: int,
        follow_up_id: int | None = None,
    ) -> Changes:
        """`made_id` is the call. One that was begun is taken up where it was left, with all that
        was planned (M-11). From the card it continues what is due for this customer, if anything
        is."""
        call_id = reads.unfinished_call(customer_id, follow_up_id)
        if follow_up_id is None and call_id is None:
            follow_up_id = due_one(customer_id, now.day)
            call_id = follow_up_id and reads.unfinished_call(customer_id, follow_up_id)
        if call_id is None:
            call_id = reads.dropped_call(customer_id, follow_up_id)
        if call_id is not None:
            return self._take_up(now, clerk_id, call_id)
        return self._plan(now, clerk_id, customer_id, _open(customer_id, follow_up_id))

    def _take_up(self, now: Now, clerk_id: int | None, call_id: int) -> Changes:
        call = self._saved(call_id)
        state = take_up(CallState(call.step, call.purpose, was_on_call=call.started_at is not None))
        with self._store.quiet(now) as unit:
            unit.update(CallRow, call_id, step=state.step, clerk=clerk_id)
        return unit.changes(BEGUN, customer_id=call.customer_id, made_id=call_id)

    def _plan(
        self, now: Now, clerk_id: int | None, customer_id: int, source: AroundCall | None
    ) -> Changes:
        """A new plan, complete and good enough to call with: the suggested purpose is chosen."""
        kind = source.kind if source is not None else Kind.CHECK_IN
        source_id = source.id if source is not None else None
        basis = call_basis(kind, customer_id, source_id, clerk_id)
        if basis is None:
            raise gone("customer", customer_id)
        playbook, facts = self._playbooks.get(kind), self._write.facts(basis, now)
        first = comes_first(basis, source.rule if source else "", now)
        declined_on = self._declined_on(customer_id, now)
        suggested = offers_of(playbook, facts, declined_on, now.day, first)[0]
        with self._store.quiet(now) as unit:
            call_id = unit.insert(
                CallRow,
                customer=customer_id,
                clerk=clerk_id,
                follow_up=source_id,
                kind=kind,
                purpose=suggested.purpose,
                desired=suggested.desired,
                planned_at=now.utc,
            )
            lay(unit, call_id, playbook, facts, suggested.purpose, None)
        return unit.changes(BEGUN, customer_id=customer_id, made_id=call_id)

    def unfinished(self, clerk_id: int | None) -> tuple[int, ...]:
        """The calls that this clerk has begun and not finished, newest first."""
        return reads.unfinished_calls(clerk_id)

    # What the screen shows

    def call(self, now: Now, call_id: int) -> GuidedCall:
        """The next steps, and whom "Save, next" goes on to, are there from the wrap-up on."""
        with self._store.one_reading():
            return self._guided(now, call_id)

    def _guided(self, now: Now, call_id: int) -> GuidedCall:
        call = self._saved(call_id)
        basis = self._basis(call)
        source = follow_up(call.follow_up_id)
        facts, playbook = self._write.facts(basis, now), self._playbook(call)
        phones = own_numbers(phones_of(call.customer_id), is_discreet=basis.is_discreet)
        after = self._after(call, now) if call.step is CallStep.WRAP_UP else None
        next_id, next_name = self._next_due(call, now) if after else (None, "")
        return GuidedCall(
            id=call.id,
            customer_id=call.customer_id,
            follow_up_id=call.follow_up_id,
            step=call.step,
            kind=call.kind,
            direction=call.direction,
            name=basis.name,
            greeting=facts.greeting,
            say_it_like=basis.say_it_like,
            pinned_note=basis.pinned_note,
            discreet=basis.is_discreet,
            purpose=call.purpose,
            desired=call.desired,
            second_purpose=call.second_purpose,
            offers=offers_of(
                playbook,
                facts,
                self._declined_on(call.customer_id, now),
                now.day,
                comes_first(basis, source.rule if source else "", now),
            ),
            why_now=say(playbook.why, facts),
            voicemail=say(playbook.voicemail, facts),
            fears=fears_of(playbook, facts),
            knows=known_of(basis, now),
            worth_asking=_worth_asking(call, playbook, facts),
            lines=tuple(saved.line for saved in reads.lines_of(call_id)),
            bridges=_bridges(call_id),
            phones=phones,
            phone_id=shown_number(call.phone_id, phones),
            notes=call.notes,
            planned_at=call.planned_at,
            started_at=call.started_at,
            ended_at=call.ended_at,
            caught=caught_on(call_id),
            wrap_up=call.wrap_up,
            next_steps=after.next_steps if after else (),
            next_for_others=after.next_for_others if after else (),
            tries=basis.tries,
            next_due_id=next_id,
            next_due_name=next_name,
            missing=after.missing if after else (),
            order=order_on_call(call.customer_id, source.order_id if source else None),
        )

    def _declined_on(self, customer_id: int, now: Now) -> date | None:
        at = reads.last_declined_at(customer_id)
        return None if at is None else now.day_of(at)

    def _next_due(self, call: SavedCall, now: Now) -> tuple[int | None, str]:
        """The next one in the list's order that may be called now; after the last, the first.
        Whoever calls while the shop is closed may go on calling."""
        rows = self._day.today(now, call.clerk_id).rows
        place = next((i for i, row in enumerate(rows) if row.due.id == call.follow_up_id), -1)
        for row in (*rows[place + 1 :], *rows[: max(place, 0)]):
            may_be_called = row.waits in (None, Waits.SHOP_CLOSED)
            if may_be_called and row.due.customer_id != call.customer_id:
                due = row.due
                return due.id, greeting(due.name, due.title, "") if due.title else due.name
        return None, ""


BEGUN = Changed.CALLS | Changed.FOLLOW_UPS | Changed.CUSTOMERS
"""A begun call shows on its row of the day's list and on the card."""


def _open(customer_id: int, follow_up_id: int | None) -> AroundCall | None:
    source = follow_up(follow_up_id)
    if follow_up_id is not None and (
        source is None
        or source.customer_id != customer_id
        or source.status is not FollowUpStatus.OPEN
    ):
        raise gone("follow_up", follow_up_id)
    return source


def _worth_asking(call: SavedCall, playbook: Playbook, facts: Facts) -> tuple[str, ...]:
    purpose = call.purpose or Purpose.OWN_WORDS
    return worth_asking(plan_script(playbook, purpose, facts, call.second_purpose))


def _bridges(call_id: int) -> tuple[CallBridge, ...]:
    return tuple(
        CallBridge(bridge.detour, bridge.words, bridge.taken)
        for bridge in reads.bridges_of(call_id)
    )
