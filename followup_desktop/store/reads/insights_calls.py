"""Our calls, counted (M-69)."""

from datetime import UTC, datetime, timedelta
from typing import Any

from peewee import fn

from followup_desktop.domain.insights.asked import Scope
from followup_desktop.domain.insights.calls import Tally
from followup_desktop.domain.kinds import CallStep, Direction, Outcome
from followup_desktop.store.reads.build import tuples
from followup_desktop.store.rows import CallRow

_QUARTER = 15
_REACHED = [outcome for outcome in Outcome if outcome.reached]


def tallies(scope: Scope) -> list[Tally]:
    """Calls of ours that ended, by the quarter of an hour in which they began."""
    at = began_at()
    hour, quarter = fn.SUBSTR(at, 1, 13), fn.SUBSTR(at, 15, 2).cast("INTEGER") / _QUARTER
    reached = fn.SUM(CallRow.outcome.in_(_REACHED).cast("INTEGER"))
    query = CallRow.select(hour, quarter, reached, fn.COUNT(CallRow.id)).where(*_meant(scope))
    return [
        Tally(_moment(hour, quarter), reached, calls)
        for hour, quarter, reached, calls in tuples(query.group_by(hour, quarter))
    ]


def is_ours(row: Any = CallRow) -> Any:
    """We called, and it ended somehow."""
    return (
        (row.direction == Direction.OUTBOUND)
        & (row.step == CallStep.DONE)
        & row.outcome.is_null(False)
    )


def began_at(row: Any = CallRow) -> Any:
    return fn.COALESCE(row.started_at, row.finished_at)


def _meant(scope: Scope) -> list[Any]:
    conditions = [is_ours(), CallRow.finished_at.is_null(False)]
    if scope.since is not None:
        since = CallRow.finished_at.db_value(scope.since)
        # No call ends before it begins: the column itself narrows what has to be looked at.
        conditions += [CallRow.finished_at >= scope.since, began_at() >= since]
    if scope.clerk_id is not None:
        conditions.append(CallRow.clerk == scope.clerk_id)
    return conditions


def _moment(hour: str, quarter: int) -> datetime:
    begun = datetime.fromisoformat(f"{hour}:00").replace(tzinfo=UTC)
    return begun + timedelta(minutes=_QUARTER * quarter)
