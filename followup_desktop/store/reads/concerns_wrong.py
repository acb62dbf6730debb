"""What the ten concerns are measured by: problems, days they wait for, and orders (M-72)."""

from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain.insights.concerns import Late
from followup_desktop.domain.insights.months import Shares, Stretch
from followup_desktop.domain.kinds import Direction, ProblemStep
from followup_desktop.domain.order import PROMISED
from followup_desktop.store.reads.build import built
from followup_desktop.store.reads.concerns import contacts
from followup_desktop.store.reads.months import (
    added,
    by_month,
    columns,
    days_of,
    mine,
    of_moment,
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

# Problems ---------------------------------------------------------------------------------------


def authority(stretch: Stretch) -> Shares:
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
    return by_month(query.where(is_over, row.for_manager, *_my_problem(stretch)))


def owned_up(stretch: Stretch) -> Shares:
    """Problems that somebody took on and said how they are put right; and missed promises that
    somebody talked with them about."""
    return added(_problems_owned(stretch), _misses_owned(stretch))


def _problems_owned(stretch: Stretch) -> Shares:
    row, step = ProblemRow, ProblemStepRow
    month, is_over = of_moment(row.opened_at, stretch)
    said = step.select(step.id).where(
        step.problem == row.id, step.step.in_((ProblemStep.TOLD, ProblemStep.SOLVED))
    )
    query = row.select(*columns(month, row.owner.is_null(False) & fn.EXISTS(said)))
    return by_month(query.where(is_over, *_my_problem(stretch)))


def _misses_owned(stretch: Stretch) -> Shares:
    row = PromiseRow
    month, is_over = of_moment(row.missed_at, stretch)
    talked = contacts(row.customer).where(CallRow.finished_at >= row.missed_at)
    query = row.select(*columns(month, fn.EXISTS(talked)))
    return by_month(query.where(is_over, *mine(row.clerk, stretch)))


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


def no_waiting(stretch: Stretch) -> Shares:
    """They were told a day: we called back, or it was right by then."""
    return added(_called_back(stretch), _put_right(stretch))


def _called_back(stretch: Stretch) -> Shares:
    """We came when we tried, whether they were there or not."""
    row, again, days = CallRow, CallRow.alias("again"), days_of(stretch)
    tried = again.select(again.id).where(
        again.customer == row.customer,
        again.planned_at > row.planned_at,
        again.planned_at < days.c.until,
        again.finished_at.is_null(False),
    )
    query = (
        row.select(*columns(days.c.place, fn.EXISTS(tried)))
        .join(days, on=row.call_back_on == days.c.day)
        .where(
            row.call_back_on.is_null(False),
            row.finished_at.is_null(False),
            *mine(row.clerk, stretch),
        )
    )
    return by_month(query.with_cte(days))


def _put_right(stretch: Stretch) -> Shares:
    row, days = ProblemRow, days_of(stretch)
    query = row.select(*columns(days.c.place, row.solved_at < days.c.until)).join(
        days, on=row.put_right_by == days.c.day
    )
    is_told = row.put_right_by.is_null(False)
    return by_month(query.where(is_told, *_my_problem(stretch)).with_cte(days))


# Orders -----------------------------------------------------------------------------------------


def late_orders(stretch: Stretch) -> tuple[Late, ...]:
    row = DelayRow
    _month, is_over = of_moment(row.known_at, stretch)
    query = _of_my_orders(row.select(row.known_at, row.told_at).join(OrderRow), stretch)
    return built(query.where(is_over), Late)


def honest_dates(stretch: Stretch) -> Shares:
    """Orders, by the day they were first promised for: ready and complete by then. One that was
    cancelled before its day could still have been ready: it isn't counted."""
    row, change, step, days = OrderRow, DateChangeRow, CheckpointRow, days_of(stretch)
    first = change.select(fn.MIN(change.id)).where(
        change.order == row.id, change.was_on.is_null(False)
    )
    unready = step.select(step.id).where(
        step.order == row.id,
        step.step.in_(PROMISED),
        step.done_at.is_null() | (step.done_at >= days.c.until),
    )
    query = (
        row.select(*columns(days.c.place, ~fn.EXISTS(unready)))
        .join(change, JOIN.LEFT_OUTER, on=change.id == first)
        .join(days, on=fn.COALESCE(change.was_on, row.promised_on) == days.c.day)
        .where(~row.cancelled | (row.closed_at >= days.c.until))
    )
    return by_month(_of_my_orders(query.switch(row), stretch).with_cte(days))


def _of_my_orders(query: Any, stretch: Stretch) -> Any:
    """From orders: the clerk's own are those of their visits."""
    if stretch.clerk_id is None:
        return query
    query = query.join(PurchaseRow, on=OrderRow.purchase == PurchaseRow.id)
    return query.join(VisitRow).where(*mine(VisitRow.clerk, stretch))
