"""What becomes of an order's follow-ups when it goes on, moves or runs late."""

from collections.abc import Sequence
from datetime import date, timedelta

from followup_desktop.domain.cadence.after_order import (
    order_checks,
    order_late,
    order_received,
    order_step_overdue,
    order_told,
)
from followup_desktop.domain.cadence.needless import ClosedWhy
from followup_desktop.domain.cadence.planning import Cadence, Planned
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.customer import Checkpoint
from followup_desktop.domain.delay import Delay
from followup_desktop.domain.kinds import KINDS, Kind, Step
from followup_desktop.domain.order import IN_THEIR_HANDS, PROMISED
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.planning import close_all, move, plan
from followup_desktop.store.reads import orders as reads
from followup_desktop.store.reads.delays import newest_delays
from followup_desktop.store.reads.follow_ups import Planned as Standing
from followup_desktop.store.reads.follow_ups import open_of, version_of
from followup_desktop.store.reads.orders import Order, late_without_a_call, overdue_steps
from followup_desktop.store.reads.today import begun_calls
from followup_desktop.store.rows import (
    CheckpointRow,
    DateChangeRow,
    DelayRow,
    FollowUpRow,
    OrderRow,
)
from followup_desktop.store.unit import Unit

ASKED_AGAIN_AFTER_DAYS = 7
"""What somebody has just asked about isn't asked again the next day."""


def after_check(
    unit: Unit, order: Order, step: Step, steps: Sequence[Checkpoint], cadence: Cadence
) -> None:
    """What a checkpoint answers, nobody has to ask any more."""
    done = {one.step for one in steps if one.done_at}
    standing = open_of(order=order.id)
    answered: list[Standing] = []
    if all(one.done_at for one in steps):
        answered = list(standing)
    elif step is Step.RECEIVED:
        answered = [one for one in standing if one.rule != Rule.ORDER_RECEIVED]
    elif done.issuperset(PROMISED):
        answered = [one for one in standing if one.kind is Kind.LATE_ORDER]
    close_all(unit, [one.id for one in answered], ClosedWhy.ANSWERED)
    if step is Step.RECEIVED and not done.issuperset(IN_THEIR_HANDS):
        asked_on = cadence.calendar.next_open_day(unit.now.day)
        for one in steps:
            if one.step in IN_THEIR_HANDS and one.done_at is None and one.due_on is None:
                unit.update(CheckpointRow, one.id, due_on=asked_on)
        _plan_missing(unit, order, order_received(unit.now.day, order.what, cadence))


def after_move(unit: Unit, order: Order, on: date, cadence: Cadence, *, is_told: bool) -> None:
    """Its checks move along. `order` is as it stood before. A later day the customer hears from us
    the same day, unless they know it already."""
    checks = order_checks(order.fulfilment, unit.now.day, on, order.what, cadence=cadence)
    standing = {one.rule: one for one in open_of(order=order.id)}
    for planned in checks:
        if one := standing.get(planned.rule):
            move(unit, one.id, planned.due_on, None, is_timed=False)
    if undated := standing.get(Rule.ORDER_NO_DATE):
        close_all(unit, [undated.id], ClosedWhy.ANSWERED)
    _plan_missing(unit, order, checks)
    if order.promised_on is not None and on > order.promised_on and not is_told:
        plan_telling(unit, order, cadence)


def plan_telling(unit: Unit, order: Order, cadence: Cadence) -> None:
    """The call that says so, today: a check that stands for today becomes that call."""
    checks = [
        one
        for one in open_of(order=order.id)
        if one.rule == Rule.ORDER_READY and one.due_on <= unit.now.day
    ]
    planned = order_late(unit.now.day, order.what, cadence)
    if planned and checks and not any(_tells(one) for one in open_of(order=order.id)):
        _becomes_telling(unit, checks[0])
    else:
        _plan_missing(unit, order, planned)


def after_telling(unit: Unit, order: Order, cadence: Cadence) -> None:
    """They know: nobody has to tell them any more. A call that is under way ends by itself."""
    begun = begun_calls()
    told = [one.id for one in open_of(order=order.id) if _tells(one) and one.id not in begun]
    close_all(unit, told, ClosedWhy.ANSWERED)
    if not [one for one in open_of(order=order.id) if not _tells(one)]:
        planned = order_told(unit.now.day, order.promised_on, order.what, cadence)
        _plan_missing(unit, order, planned)


def cancel(unit: Unit, order: Order, reason: str) -> None:
    """It won't come; nobody calls about it, or asks how they like it."""
    unit.insert(
        DateChangeRow,
        order=order.id,
        was_on=order.promised_on,
        now_on=None,
        reason=reason,
        changed_at=unit.now.utc,
        clerk=unit.clerk_id,
    )
    unit.update(OrderRow, order.id, closed_at=unit.now.utc, cancelled=True)
    about_it = {one.id for one in open_of(order=order.id)}
    about_it |= {one.id for one in open_of(purchase=order.purchase_id)}
    close_all(unit, sorted(about_it), ClosedWhy.CANCELLED)


def plan_late_orders(unit: Unit, cadence: Cadence) -> int:
    """An order past its date is told the same day; asked for once a day. Answers how many.

    Whoever was told since that day knows it; the shop knows it from now on, if it didn't before.
    """
    late = late_without_a_call(unit.now.day)
    delays = newest_delays([one.id for one in late])
    untold = [one for one in late if not _knows(delays.get(one.id), one, unit.now)]
    for order in untold:
        note_delay(unit, order, delays.get(order.id), "")
        plan_telling(unit, order, cadence)
    return len(untold)


def plan_overdue_steps(unit: Unit, cadence: Cadence) -> int:
    """A checkpoint that is past its day makes a follow-up; asked for once a day, after the late
    orders. Answers how many."""
    asked_since = unit.now.utc - timedelta(days=ASKED_AGAIN_AFTER_DAYS)
    overdue = overdue_steps(unit.now.day, asked_since)
    for one in overdue:
        if (order := reads.order(one.order_id)) is not None:
            planned = order_step_overdue(one.step, one.due_on, unit.now.day, order.what, cadence)
            _plan_missing(unit, order, planned)
    return len(overdue)


def note_delay(unit: Unit, order: Order, newest: Delay | None, what: str) -> int:
    """The shop knows that it won't be as promised; the delay's id. As long as nobody has told the
    customer it is the same one, and its hours go on."""
    if newest is None or newest.is_told:
        return unit.insert(
            DelayRow, order=order.id, what=what, known_at=unit.now.utc, known_by=unit.clerk_id
        )
    if what:
        unit.update(DelayRow, newest.id, what=what)
    return newest.id


def _knows(newest: Delay | None, order: Order, now: Now) -> bool:
    """They were told after the day had come: of an earlier telling they only know that day."""
    if newest is None or newest.told_at is None or order.promised_on is None:
        return False
    return now.day_of(newest.told_at) >= order.promised_on


def _tells(one: Standing) -> bool:
    return one.kind is Kind.LATE_ORDER


def _becomes_telling(unit: Unit, check: Standing) -> None:
    """The check that nobody got to."""
    unit.update(
        FollowUpRow,
        check.id,
        kind=Kind.LATE_ORDER,
        rank=KINDS[Kind.LATE_ORDER].rank,
        rule=Rule.ORDER_LATE,
        version=version_of(check.id) + 1,
    )


def _plan_missing(unit: Unit, order: Order, planned: Planned) -> None:
    """Of each rule one at a time."""
    standing = {one.rule for one in open_of(order=order.id)}
    missing = [one for one in planned if one.rule not in standing]
    plan(
        unit,
        missing,
        order.customer_id,
        unit.clerk_id,
        order=order.id,
        purchase=order.purchase_id,
    )
