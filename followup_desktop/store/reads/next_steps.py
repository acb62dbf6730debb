"""Who has a next step, and who hasn't (M-55)."""

from typing import Any

from peewee import fn

from followup_desktop.store.reads.permissions import may_call
from followup_desktop.store.rows import CustomerRow


def without_next() -> tuple[Any, ...]:
    """Whom the shop would forget (M-55). Who asked not to be called, said no to calls, or of whom a
    clerk said why nothing more is needed, is left in peace on purpose."""
    row = CustomerRow
    return (
        row.erased_at.is_null(),
        row.next_on.is_null(),
        row.dont_call_at.is_null(),
        row.nothing_more.is_null(),
        fn.COALESCE(may_call(), True),
    )
