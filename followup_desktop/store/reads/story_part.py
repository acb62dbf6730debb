"""One thing that a story is put together from: its query, and the events it makes."""

from collections.abc import Callable
from functools import partial
from typing import Any

from followup_desktop.domain.story import EventKind, StoryEvent
from followup_desktop.store.reads.build import or_empty
from followup_desktop.store.reads.prepared import Named, slot
from followup_desktop.store.reads.readers import READERS
from followup_desktop.store.rows import ClerkRow

CLERK_NAME = or_empty(ClerkRow.name, "clerk_name")
CUSTOMER = slot("customer")

Events = tuple[StoryEvent, ...]
Asked = tuple[Any, Any]
"""A query for one customer, and the moment that its rows are ordered by."""


class Part:
    """One thing that can have happened: a stretch of it, newest first, or what was at one moment.

    `complete` adds what one query could not bring.
    """

    def __init__(
        self,
        asked: Callable[[], Asked],
        make: Callable[..., StoryEvent],
        complete: Callable[[Events], Events] = lambda events: events,
    ) -> None:
        def stretch() -> Any:
            query, at = asked()
            return query.where(at < slot("before")).order_by(at.desc()).limit(slot("limit"))

        def moment() -> Any:
            query, at = asked()
            return query.where(at == slot("at"))

        self.stretch = Named(stretch, make, READERS)
        self.moment = Named(moment, make, READERS)
        self.complete = complete


def event_of(kind: EventKind) -> Callable[..., StoryEvent]:
    return partial(StoryEvent, kind)
