"""First buyers, and what is bought (M-67)."""

from datetime import date
from typing import Any

from peewee import fn

from followup_desktop.domain.insights.asked import Scope
from followup_desktop.domain.insights.coming_back import FirstBuyer, first_bought_between
from followup_desktop.domain.insights.in_short import Sales
from followup_desktop.store.reads.build import built, first, how_many, read_as
from followup_desktop.store.reads.insights_calls import began_at, is_ours
from followup_desktop.store.rows import CallRow, PurchaseRow, ReferralRow, VisitRow


def first_buyers(scope: Scope) -> tuple[FirstBuyer, ...]:
    """Whose window is over; each with the next day they bought on, and our first call."""
    row, visit = PurchaseRow, VisitRow
    first_on, last_on = first_bought_between(scope)
    later: Any = PurchaseRow.alias("later")
    next_day = later.select(fn.MIN(later.purchased_on)).where(
        later.customer == row.customer, later.purchased_on > row.purchased_on
    )
    called = CallRow.select(fn.MIN(began_at())).where(
        CallRow.customer == row.customer, is_ours(), began_at() > visit.visited_at
    )
    query = (
        row.select(
            row.purchased_on.alias("first_on"),
            read_as(date.fromisoformat, next_day, "second_on"),
            read_as(CallRow.started_at.python_value, called, "called_at"),
        )
        .join(visit)
        .where(row.purchased_on <= last_on, ~fn.EXISTS(_earlier(row, same_day=True)))
    )
    if first_on is not None:
        query = query.where(row.purchased_on >= first_on)
    if scope.clerk_id is not None:
        query = query.where(visit.clerk == scope.clerk_id)
    return built(query, FirstBuyer)


def first_purchase(scope: Scope) -> date | None:
    """The day on which anybody bought anything first; of a clerk, at their hands."""
    query = PurchaseRow.select(fn.MIN(PurchaseRow.purchased_on)).join(VisitRow)
    if scope.clerk_id is not None:
        query = query.where(VisitRow.clerk == scope.clerk_id)
    found: date | None = query.scalar()
    return found


def sales(scope: Scope) -> Sales:
    row, visit = PurchaseRow, VisitRow
    sent = ReferralRow.select(ReferralRow.id).where(ReferralRow.referred == row.customer)
    had_bought, was_sent = fn.EXISTS(_earlier(row)), fn.EXISTS(sent)
    query = (
        row.select(
            how_many(~had_bought & ~was_sent).alias("first"),
            how_many(~had_bought & was_sent).alias("referred"),
            how_many(had_bought).alias("again"),
        )
        .join(visit)
        .where(row.purchased_on <= scope.last_on)
    )
    if scope.first_on is not None:
        query = query.where(row.purchased_on >= scope.first_on)
    if scope.clerk_id is not None:
        query = query.where(visit.clerk == scope.clerk_id)
    found = first(query, Sales)
    assert found is not None  # a sum is one row
    return found


def _earlier(row: Any, *, same_day: bool = False) -> Any:
    """What they bought on a day before; with `same_day` also what was entered before it."""
    other = PurchaseRow.alias("earlier")
    before = other.purchased_on < row.purchased_on
    if same_day:
        before |= (other.purchased_on == row.purchased_on) & (other.id < row.id)
    return other.select(other.id).where(other.customer == row.customer, before)
