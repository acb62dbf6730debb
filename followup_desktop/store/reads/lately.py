"""The calls of the last weeks, as far as they make the next one wait (M-47)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from followup_desktop.domain.kinds import CallStep, Direction, Kind, Outcome
from followup_desktop.store.fields import MomentField
from followup_desktop.store.reads.prepared import Prepared, Slot, slot
from followup_desktop.store.rows import CallRow
from followup_desktop.store.search import as_list, listed_as


@dataclass(frozen=True, slots=True)
class Called:
    """A call of ours that ended."""

    customer_id: int
    at: datetime
    kind: Kind
    outcome: Outcome
    declined: bool


def called(customer_ids: Collection[int], since: datetime) -> tuple[Called, ...]:
    """What these customers were called for since; the oldest first."""
    return _CALLED(ids=as_list(customer_ids), since=MomentField().db_value(since))


def _query() -> Any:
    row = CallRow
    return (
        row.select(row.customer, row.finished_at, row.kind, row.outcome, row.declined)
        .where(
            row.customer.in_(listed_as(Slot("ids"))),
            row.finished_at >= slot("since"),
            row.step == CallStep.DONE,
            row.direction == Direction.OUTBOUND,
            row.outcome.is_null(False),
        )
        .order_by(row.finished_at, row.id)
    )


_CALLED = Prepared(
    _query,
    Called,
    {
        "finished_at": datetime.fromisoformat,
        "kind": Kind,
        "outcome": Outcome,
        "declined": bool,
    },
)
