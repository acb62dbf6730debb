"""On the call: ticks, notes, detours, and going from step to step (M-10 … M-16, M-21)."""

from typing import Any

from followup_desktop.domain import call_flow
from followup_desktop.domain.call_flow import CallState, NotPossible
from followup_desktop.domain.changes import Changed, Changes
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import CallStep, Detour
from followup_desktop.domain.saved_call import SavedCall
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.call_base import CallBase, as_typed, gone
from followup_desktop.store.reads import calls as reads
from followup_desktop.store.reads.card_people import phones_of
from followup_desktop.store.rows import CallLineRow, CallRow, DetourRow


class LiveVerbs(CallBase):
    """What is saved while the clerk talks. None of it can be undone, and none of it is lost."""

    def go(self, now: Now, call_id: int, step: CallStep) -> Changes:
        """To another of the five steps; the state machine says whether that is possible."""
        call = self._unfinished(call_id)
        if step in call_flow.ENDS:
            raise WorldError(Trouble.BAD_VALUE, field="step", why=call_flow.NoGo.NOT_ANSWERED)
        try:
            state = call_flow.go(_state(call), step)
        except NotPossible as refused:
            raise WorldError(Trouble.BAD_VALUE, field="step", why=refused.code) from refused
        with self._store.quiet(now) as unit:
            unit.update(CallRow, call_id, step=state.step, **_clock(call, state.step, now))
        return unit.changes(Changed.CALLS, customer_id=call.customer_id)

    def tick(self, now: Now, line_id: int, on: bool = True) -> Changes:
        call = self._unfinished(reads.call_of_line(line_id) or 0)
        with self._store.quiet(now) as unit:
            unit.update(CallLineRow, line_id, ticked_at=now.utc if on else None)
        return unit.changes(Changed.CALLS, customer_id=call.customer_id)

    def write_notes(self, now: Now, call_id: int, text: str) -> Changes:
        """Nobody else shows what is being typed, so no page has to ask again."""
        call = self._unfinished(call_id)
        notes = as_typed("notes", text)
        with self._store.quiet(now) as unit:
            unit.update(CallRow, call_id, notes=notes)
        return unit.changes(Changed.NOTHING, customer_id=call.customer_id)

    def take_detour(self, now: Now, call_id: int, detour: Detour) -> Changes:
        """Each time it is taken is kept: it says what calls are like (M-15)."""
        call = self._unfinished(call_id)
        with self._store.quiet(now) as unit:
            unit.insert(DetourRow, call=call_id, detour=detour, taken_at=now.utc)
        return unit.changes(Changed.CALLS, customer_id=call.customer_id)

    def choose_phone(self, now: Now, call_id: int, phone_id: int) -> Changes:
        call = self._unfinished(call_id)
        if phone_id not in {phone.id for phone in phones_of(call.customer_id)}:
            raise gone("phone", phone_id)
        with self._store.quiet(now) as unit:
            unit.update(CallRow, call_id, phone=phone_id)
        return unit.changes(Changed.CALLS, customer_id=call.customer_id)


def _state(call: SavedCall) -> CallState:
    return CallState(step=call.step, purpose=call.purpose, was_on_call=call.started_at is not None)


def _clock(call: SavedCall, step: CallStep, now: Now) -> dict[str, Any]:
    """The timer begins with the first moment on the call and stops at the wrap-up."""
    if step is CallStep.CALL:
        return {"started_at": call.started_at or now.utc, "ended_at": None}
    if step is CallStep.WRAP_UP:
        return {"ended_at": call.ended_at or now.utc}
    return {}
