"""Words given and kept: promises, referrals, late orders, problems (M-67, M-68)."""

from typing import Any

from peewee import fn

from followup_desktop.domain.insights.asked import Scope
from followup_desktop.domain.insights.in_short import Problems, Referrals, Told, Took, took
from followup_desktop.domain.insights.share import Share
from followup_desktop.domain.kinds import ReferralState
from followup_desktop.domain.shop_time import Now
from followup_desktop.store.reads.build import first, how_many, tuples
from followup_desktop.store.rows import (
    CallRow,
    DelayRow,
    OrderRow,
    ProblemRow,
    PromiseRow,
    ReferralRow,
)


def promises(scope: Scope, now: Now) -> Share:
    """Those that came to their end: kept, or their moment has passed. One that was missed stays
    so, whatever became of it; one that was taken back in time counts as none."""
    row = PromiseRow
    on_time = row.missed_at.is_null() & _within(row.kept_at, scope)
    earlier_today = (row.due_on == now.day) & (row.due_time < now.time)
    passed = (row.due_on < now.day) | earlier_today
    if scope.first_on is not None:
        passed &= row.due_on >= scope.first_on
    open_yet = row.missed_at.is_null() & row.kept_at.is_null() & row.withdrawn_at.is_null()
    missed = _within(row.missed_at, scope) | (open_yet & passed)
    query = row.select(how_many(on_time).alias("kept"), how_many(missed).alias("missed"))
    found = first(
        _of_clerk(query, row.clerk, scope), lambda kept, missed: Share(kept, kept + missed)
    )
    assert found is not None  # a sum is one row
    return found


def referrals(scope: Scope) -> Referrals:
    row = ReferralRow
    bought = row.state == ReferralState.BOUGHT
    query = (
        row.select(fn.COUNT(row.id).alias("named"), how_many(bought).alias("bought"))
        .join(CallRow, on=row.call == CallRow.id)
        .where(_within(row.made_at, scope))
    )
    found = first(_of_clerk(query, CallRow.clerk, scope), Referrals)
    assert found is not None  # a sum is one row
    return found


def told(scope: Scope) -> Told:
    """Of a clerk: what they told, and what they know and have not told."""
    row = DelayRow
    was_told = row.select(row.known_at, row.told_at).where(_within(row.told_at, scope))
    waiting = (
        row.select(fn.COUNT(row.id))
        .join(OrderRow)
        .where(row.told_at.is_null(), OrderRow.closed_at.is_null())
    )
    return Told(
        _took(_of_clerk(was_told, row.told_by, scope)),
        int(_of_clerk(waiting, row.known_by, scope).scalar()),
    )


def problems(scope: Scope) -> Problems:
    """Of a clerk: those that are theirs."""
    row = ProblemRow
    heard = row.select(row.opened_at, row.acknowledged_at).where(
        _within(row.acknowledged_at, scope)
    )
    solved = row.select(row.opened_at, row.solved_at).where(_within(row.solved_at, scope))
    still = row.select(fn.COUNT(row.id)).where(row.solved_at.is_null())
    return Problems(
        _took(_of_clerk(heard, row.owner, scope)),
        _took(_of_clerk(solved, row.owner, scope)),
        int(_of_clerk(still, row.owner, scope).scalar()),
    )


def _within(moment: Any, scope: Scope) -> Any:
    """It happened in the time that is asked about."""
    if scope.since is None:
        return moment.is_null(False)
    return moment >= scope.since


def _of_clerk(query: Any, clerk: Any, scope: Scope) -> Any:
    return query if scope.clerk_id is None else query.where(clerk == scope.clerk_id)


def _took(query: Any) -> Took:
    return took(ended - begun for begun, ended in tuples(query))
