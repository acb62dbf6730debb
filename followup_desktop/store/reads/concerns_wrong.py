"""What the ten concerns are measured by: problems, days they wait for, and orders (M-72)."""

from datetime import date, datetime
from typing import Any

from peewee import JOIN, Case, fn

from followup_desktop.domain.insights.concerns import Awaited, DatedOrder, Late
from followup_desktop.domain.insights.months import Stretch, Tallies
from followup_desktop.domain.kinds import CallStep, Direction, Outcome, ProblemStep
from followup_desktop.domain.order import PROMISED
from followup_desktop.store.reads.build import built, read_as
from followup_desktop.store.reads.concerns import contacts
from followup_desktop.store.reads.months import (
    added,
    columns,
    mine,
    of_day,
    of_moment,
    tallies,
)
from followup_desktop.store.rows import (
    CallRow,
    CheckpointRow,
    ClerkRow,
    DateChangeRow,
    DelayRow,
    OrderRow,
    ProblemRow,
    ProblemStepRow,
    PromiseRow,
    PurchaseRow,
    VisitRow,
)

_moment = datetime.fromisoformat

# Problems ---------------------------------------------------------------------------------------


def authority(stretch: Stretch) -> Tallies:
    """Problems for which somebody wanted the manager: a manager did something about it, or talked
    to them since."""
    row, step, call, manager = ProblemRow, ProblemStepRow, CallRow, ClerkRow
    month, is_over = of_moment(row.opened_at, stretch)
    seen_to = (
        step.select(step.id)
        .join(manager)
        .where(
            step.problem == row.id,
            step.step.in_((ProblemStep.OWNED, ProblemStep.TOLD, ProblemStep.SOLVED)),
            manager.is_manager,
        )
    )
    talked = (
        contacts(row.customer)
        .join(manager)
        .where(
            call.finished_at >= row.opened_at, call.direction != Direction.TEXT, manager.is_manager
        )
    )
    query = row.select(*columns(month, fn.EXISTS(seen_to) | fn.EXISTS(talked)))
    return tallies(query.where(is_over, row.for_manager, *_my_problem(stretch)))


def owned_up(stretch: Stretch) -> Tallies:
    """Problems that somebody took on and said how they are put right; and missed promises that
    somebody talked with them about."""
    return added(_problems_owned(stretch), _misses_owned(stretch))


def _problems_owned(stretch: Stretch) -> Tallies:
    row, step = ProblemRow, ProblemStepRow
    month, is_over = of_moment(row.opened_at, stretch)
    said = step.select(step.id).where(
        step.problem == row.id, step.step.in_((ProblemStep.TOLD, ProblemStep.SOLVED))
    )
    query = row.select(*columns(month, row.owner.is_null(False) & fn.EXISTS(said)))
    return tallies(query.where(is_over, *_my_problem(stretch)))


def _misses_owned(stretch: Stretch) -> Tallies:
    row = PromiseRow
    month, is_over = of_moment(row.missed_at, stretch)
    talked = contacts(row.customer).where(CallRow.finished_at >= row.missed_at)
    query = row.select(*columns(month, fn.EXISTS(talked)))
    return tallies(query.where(is_over, *mine(row.clerk, stretch)))


def _my_problem(stretch: Stretch) -> tuple[Any, ...]:
    """Whoever noted it, or owns it."""
    if stretch.clerk_id is None:
        return ()
    row, step = ProblemRow, ProblemStepRow
    noted = step.select(step.problem).where(
        step.step == ProblemStep.ACKNOWLEDGED, *mine(step.clerk, stretch)
    )
    return ((row.owner == stretch.clerk_id) | row.id.in_(noted),)


# They wait until a day ---------------------------------------------------------------------------


def call_backs(stretch: Stretch) -> tuple[Awaited, ...]:
    """By the day they named; we came when we next tried, whether they were there or not."""
    row, after = CallRow, CallRow.alias("after")
    _month, is_over = of_day(row.call_back_on, stretch)
    next_try = after.select(fn.MIN(after.finished_at)).where(
        after.customer == row.customer,
        after.step == CallStep.DONE,
        after.finished_at > row.finished_at,
    )
    query = row.select(row.call_back_on.alias("by"), read_as(_moment, next_try, "came_at")).where(
        is_over,
        row.step == CallStep.DONE,
        row.outcome == Outcome.CALL_BACK_LATER,
        *mine(row.clerk, stretch),
    )
    return built(query, Awaited)


def problems_awaited(stretch: Stretch) -> tuple[Awaited, ...]:
    """By the day they were told that it would be right."""
    row = ProblemRow
    _month, is_over = of_day(row.put_right_by, stretch)
    query = row.select(row.put_right_by.alias("by"), row.solved_at.alias("came_at"))
    return built(query.where(is_over, *_my_problem(stretch)), Awaited)


# Orders -----------------------------------------------------------------------------------------


def late_orders(stretch: Stretch) -> tuple[Late, ...]:
    row = DelayRow
    _month, is_over = of_moment(row.known_at, stretch)
    query = _of_my_orders(row.select(row.known_at, row.told_at).join(OrderRow), stretch)
    return built(query.where(is_over), Late)


def dated_orders(stretch: Stretch) -> tuple[DatedOrder, ...]:
    """By the day they were first promised for."""
    row, change, step = OrderRow, DateChangeRow, CheckpointRow
    first = change.select(fn.MIN(change.id)).where(
        change.order == row.id, change.was_on.is_null(False)
    )
    first_on = fn.COALESCE(change.was_on, row.promised_on)
    promised = step.select(fn.MAX(step.done_at)).where(
        step.order == row.id, step.step.in_(PROMISED)
    )
    undone = step.select(step.id).where(
        step.order == row.id, step.step.in_(PROMISED), step.done_at.is_null()
    )
    query = (
        row.select(
            read_as(date.fromisoformat, first_on, "first_on"),
            read_as(_moment, Case(None, [(~fn.EXISTS(undone), promised)]), "ready_at"),
            read_as(_moment, Case(None, [(row.cancelled, row.closed_at)]), "cancelled_at"),
        )
        .join(change, JOIN.LEFT_OUTER, on=change.id == first)
        .where(first_on >= stretch.months[0], first_on < stretch.today)
    )
    return built(_of_my_orders(query.switch(row), stretch), DatedOrder)


def _of_my_orders(query: Any, stretch: Stretch) -> Any:
    """From orders: the clerk's own are those of their visits."""
    if stretch.clerk_id is None:
        return query
    query = query.join(PurchaseRow, on=OrderRow.purchase == PurchaseRow.id)
    return query.join(VisitRow).where(*mine(VisitRow.clerk, stretch))
