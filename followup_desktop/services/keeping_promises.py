"""Promises are kept, moved, taken back (M-38)."""

from datetime import date, time

from followup_desktop.domain import names
from followup_desktop.domain.cadence.after_word import after_promise
from followup_desktop.domain.cadence.needless import ClosedWhy
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import Why, checked, checked_due, refuse
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.keeping import LATELY_DAYS, PromiseLine, has_passed
from followup_desktop.domain.kinds import FollowUpStatus
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.planning import close, close_all, move, plan
from followup_desktop.services.shop import ShopService
from followup_desktop.store.reads import keeping as reads
from followup_desktop.store.reads import keeping_lists as lists
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.reads.keeping import Promise
from followup_desktop.store.rows import DateChangeRow, PromiseRow
from followup_desktop.store.store import Store
from followup_desktop.store.unit import Unit

SHOWN = Changed.CUSTOMERS | Changed.FOLLOW_UPS


class KeepingBase:
    """What the verbs of all three share."""

    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop


class PromiseVerbs(KeepingBase):
    def promises(self, now: Now) -> tuple[PromiseLine, ...]:
        """Those that wait for us, the missed ones first; then those kept lately, the last first."""
        return lists.promises(now, LATELY_DAYS)

    def promise_of(self, follow_up_id: int) -> PromiseLine | None:
        """The open promise that a follow-up reminds of."""
        return lists.promise_of(follow_up_id)

    def promise_kept(self, now: Now, clerk_id: int | None, promise_id: int) -> Changes:
        """On time, or late: then it counts as missed as well."""
        promise = _promise(promise_id)
        with self._store.action(Did.PROMISE_CHANGED, now, clerk_id) as unit:
            keep_promise(unit, promise)
            for one in open_of(promise=promise_id):
                close(unit, one.id, FollowUpStatus.DONE)
        return unit.changes(SHOWN, customer_id=promise.customer_id, made_id=promise_id)

    def withdraw_promise(self, now: Now, clerk_id: int | None, promise_id: int) -> Changes:
        """It is no longer wanted, and the customer knows it."""
        promise = _promise(promise_id)
        with self._store.action(Did.PROMISE_CHANGED, now, clerk_id) as unit:
            unit.update(PromiseRow, promise_id, withdrawn_at=now.utc)
            standing = [one.id for one in open_of(promise=promise_id)]
            close_all(unit, standing, ClosedWhy.CANCELLED)
        return unit.changes(SHOWN, customer_id=promise.customer_id, made_id=promise_id)

    def move_promise(
        self,
        now: Now,
        clerk_id: int | None,
        promise_id: int,
        due_on: date,
        due_time: time | None = None,
        reason: str = "",
    ) -> Changes:
        """The customer was told another day; its call moves along. The first day stays known: a
        promise that had been missed by then was missed."""
        promise = _promise(promise_id)
        checked_moment("due_on", due_on, "due_time", due_time, now)
        said = checked("reason", names.clean(reason))
        with self._store.action(Did.PROMISE_CHANGED, now, clerk_id) as unit:
            if due_on != promise.due_on:
                unit.insert(
                    DateChangeRow,
                    promise=promise_id,
                    was_on=promise.due_on,
                    now_on=due_on,
                    reason=said,
                    changed_at=now.utc,
                    clerk=clerk_id,
                )
            unit.update(
                PromiseRow,
                promise_id,
                due_on=due_on,
                due_time=due_time,
                missed_at=_missed_at(promise, now),
            )
            standing = open_of(promise=promise_id)
            for one in standing:
                move(unit, one.id, due_on, due_time, is_timed=True)
            if not standing:
                planned = after_promise(promise.what, due_on, due_time)
                plan(unit, planned, promise.customer_id, promise.clerk_id, promise=promise_id)
        return unit.changes(SHOWN, customer_id=promise.customer_id, made_id=promise_id)


def keep_promise(unit: Unit, promise: Promise) -> None:
    """Within an action that does it."""
    missed_at = _missed_at(promise, unit.now)
    unit.update(PromiseRow, promise.id, kept_at=unit.now.utc, missed_at=missed_at)


def _missed_at(promise: Promise, now: Now) -> object:
    is_late = has_passed(promise.due_on, promise.due_time, now)
    return promise.missed_at or (now.utc if is_late else None)


def _promise(promise_id: int) -> Promise:
    promise = reads.open_promise(promise_id)
    if promise is None:
        raise WorldError(Trouble.GONE, where=f"promise {promise_id}")
    return promise


def checked_moment(on_field: str, on: date, time_field: str, at: time | None, now: Now) -> None:
    checked_due(on_field, on, now.day)
    if at is not None and on == now.day and at <= now.time:
        raise refuse(time_field, Why.IN_THE_PAST)
