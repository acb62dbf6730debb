"""Whether a customer may be called, for the queries that ask it about many."""

from typing import Any

from followup_desktop.domain.kinds import Way
from followup_desktop.store.rows import CustomerRow, PermissionRow


def may_call() -> Any:
    """The newest word about calls of the customer in the outer query; null: never asked."""
    row = PermissionRow
    return (
        row.select(row.allowed)
        .where(row.customer == CustomerRow.id, row.way == Way.CALL)
        .order_by(row.given_at.desc(), row.id.desc())
        .limit(1)
    )
