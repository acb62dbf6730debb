"""What becomes of an order's follow-ups when it goes on, moves or runs late."""

from collections.abc import Sequence
from datetime import date

from followup_desktop.domain.cadence.after_order import order_checks, order_late, order_received
from followup_desktop.domain.cadence.needless import ClosedWhy
from followup_desktop.domain.cadence.planning import Cadence, Planned
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.customer import Checkpoint
from followup_desktop.domain.kinds import KINDS, Kind, Step
from followup_desktop.domain.order import PROMISED
from followup_desktop.services.planning import close_all, move, plan
from followup_desktop.store.reads.follow_ups import Planned as Standing
from followup_desktop.store.reads.follow_ups import open_of, version_of
from followup_desktop.store.reads.orders import Order, late_and_untold
from followup_desktop.store.rows import FollowUpRow
from followup_desktop.store.unit import Unit


def after_check(
    unit: Unit, order: Order, step: Step, steps: Sequence[Checkpoint], cadence: Cadence
) -> None:
    """What a checkpoint answers, nobody has to ask any more."""
    done = {one.step for one in steps if one.done_at}
    standing = open_of(order=order.id)
    answered: list[Standing] = []
    if done == set(Step):
        answered = list(standing)
    elif step is Step.RECEIVED:
        answered = [one for one in standing if one.rule != Rule.ORDER_RECEIVED]
    elif done.issuperset(PROMISED):
        answered = [one for one in standing if one.kind is Kind.LATE_ORDER]
    close_all(unit, [one.id for one in answered], ClosedWhy.ANSWERED)
    if step is Step.RECEIVED and Step.INTACT not in done:
        _plan_missing(unit, order, order_received(unit.now.day, order.what, cadence))


def after_move(unit: Unit, order: Order, on: date, cadence: Cadence) -> None:
    """Its checks move along. `order` is as it stood before."""
    checks = order_checks(order.fulfilment, unit.now.day, on, order.what, cadence=cadence)
    standing = {one.rule: one for one in open_of(order=order.id)}
    for planned in checks:
        if one := standing.get(planned.rule):
            move(unit, one.id, planned.due_on, None, is_timed=False)
    if undated := standing.get(Rule.ORDER_NO_DATE):
        close_all(unit, [undated.id], ClosedWhy.ANSWERED)
    _plan_missing(unit, order, checks)
    if order.promised_on is not None and on > order.promised_on:
        _plan_missing(unit, order, order_late(unit.now.day, order.what, cadence))


def plan_late_orders(unit: Unit, cadence: Cadence) -> int:
    """An order past its date is told the same day; asked for once a day. Answers how many.

    The check that nobody got to becomes that call.
    """
    number = 0
    for late in late_and_untold(unit.now.day):
        planned = order_late(unit.now.day, late.what, cadence)
        number += len(planned)
        checks = [one for one in open_of(order=late.id) if one.rule == Rule.ORDER_READY]
        if planned and checks:
            unit.update(
                FollowUpRow,
                checks[0].id,
                kind=Kind.LATE_ORDER,
                rank=KINDS[Kind.LATE_ORDER].rank,
                rule=Rule.ORDER_LATE,
                version=version_of(checks[0].id) + 1,
            )
        else:
            _plan_missing(unit, late, planned)
    return number


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
