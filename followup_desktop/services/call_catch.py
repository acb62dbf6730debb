"""Catching it now, without leaving the call; changed or dropped at any time (M-17)."""

from typing import Any

from followup_desktop.domain.call import CaughtForm, CaughtKind
from followup_desktop.domain.caught import (
    DateForm,
    FactForm,
    ProblemForm,
    PromiseForm,
    ReferralForm,
)
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import Why, refuse
from followup_desktop.domain.saved_call import SavedCall
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.call_base import CallBase, gone
from followup_desktop.services.call_caught import (
    Around,
    DateCatcher,
    FactCatcher,
    ProblemCatcher,
    PromiseCatcher,
    ReferralCatcher,
    Values,
)
from followup_desktop.services.date_plans import remove_date
from followup_desktop.services.rules import cadence_of
from followup_desktop.store.reads.caught import ROWS, caught_form
from followup_desktop.store.unit import Unit

CAUGHT = Changed.CALLS | Changed.FOLLOW_UPS | Changed.CUSTOMERS

KINDS: dict[type[Any], CaughtKind] = {
    PromiseForm: CaughtKind.PROMISE,
    ReferralForm: CaughtKind.REFERRAL,
    ProblemForm: CaughtKind.PROBLEM,
    DateForm: CaughtKind.DATE,
    FactForm: CaughtKind.FACT,
}

CATCHERS: dict[CaughtKind, Any] = {
    CaughtKind.PROMISE: PromiseCatcher(),
    CaughtKind.REFERRAL: ReferralCatcher(),
    CaughtKind.PROBLEM: ProblemCatcher(),
    CaughtKind.DATE: DateCatcher(),
    CaughtKind.FACT: FactCatcher(),
}


def keep_caught(unit: Unit, kind: CaughtKind, values: Values, around: Around) -> int:
    """What was checked becomes its row, with everything that follows; the row's id."""
    catcher = CATCHERS[kind]
    whose = "referrer" if kind is CaughtKind.REFERRAL else "customer"
    links = {whose: around.customer_id, "call": around.call_id}
    made_id = unit.insert(ROWS[kind], **links, **values, **catcher.new_values(around))
    catcher.follow(unit, made_id, values, around)
    return made_id


class CatchVerbs(CallBase):
    """One for all five: the form says what it is."""

    def catch(self, now: Now, clerk_id: int | None, call_id: int, form: CaughtForm) -> Changes:
        """`made_id` is the promise, the referral, …"""
        call = self._unfinished(call_id)
        kind, around = KINDS[type(form)], self._around(now, clerk_id, call)
        catcher = CATCHERS[kind]
        values = catcher.values(form, around)
        with self._store.action(Did.CAUGHT, now, clerk_id) as unit:
            made_id = keep_caught(unit, kind, values, around)
        return unit.changes(CAUGHT, customer_id=call.customer_id, made_id=made_id)

    def change_caught(
        self,
        now: Now,
        clerk_id: int | None,
        call_id: int,
        kind: CaughtKind,
        row_id: int,
        form: CaughtForm,
    ) -> Changes:
        """During the wrap-up and after it. What it planned is planned anew; what somebody has done
        about it since stays. The same form again changes nothing."""
        if KINDS[type(form)] is not kind:
            raise refuse("kind", Why.UNKNOWN)
        call, before = self._caught(call_id, kind, row_id)
        around, catcher = self._around(now, clerk_id, call), CATCHERS[kind]
        values = catcher.values(form, around)
        with self._store.action(Did.CAUGHT, now, clerk_id) as unit:
            if form != before:
                catcher.unfollow(unit, row_id)
                unit.update(ROWS[kind], row_id, **values)
                catcher.follow(unit, row_id, values, around)
        return unit.changes(CAUGHT, customer_id=call.customer_id, made_id=row_id)

    def drop_caught(
        self, now: Now, clerk_id: int | None, call_id: int, kind: CaughtKind, row_id: int
    ) -> Changes:
        """It was a slip; what it planned goes with it."""
        call, _form = self._caught(call_id, kind, row_id)
        with self._store.action(Did.CAUGHT, now, clerk_id) as unit:
            if kind is CaughtKind.DATE:
                remove_date(unit, row_id)
            else:
                CATCHERS[kind].unfollow(unit, row_id)
                unit.delete(ROWS[kind], row_id)
        return unit.changes(CAUGHT, customer_id=call.customer_id)

    def _caught(self, call_id: int, kind: CaughtKind, row_id: int) -> tuple[SavedCall, CaughtForm]:
        form = caught_form(call_id, kind, row_id)
        if form is None:
            raise gone(kind, row_id)
        return self._saved(call_id), form

    def _around(self, now: Now, clerk_id: int | None, call: SavedCall) -> Around:
        shop = self._shop.shop()
        return Around(now, clerk_id, call.id, call.customer_id, shop, cadence_of(shop))
