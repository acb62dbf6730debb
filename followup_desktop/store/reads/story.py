"""The one story of a customer (M-52): everything that happened, newest first.

Each kind of thing is a query of its own, by the customer's index (`story_deeds`, `story_words`);
they are merged here. A search reads the whole story of the one customer and compares folded words.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from operator import attrgetter

from followup_desktop.domain import names
from followup_desktop.domain.story import EventKind, StoryEvent
from followup_desktop.store.fields import MomentField
from followup_desktop.store.reads import story_deeds as deeds
from followup_desktop.store.reads import story_words as words_said
from followup_desktop.store.reads.story_part import Part

PARTS: tuple[tuple[EventKind, tuple[Part, ...]], ...] = (
    (EventKind.CALL, (deeds.CALLS,)),
    (EventKind.PURCHASE, (deeds.PURCHASES,)),
    (EventKind.VISIT, (deeds.VISITS,)),
    (EventKind.ORDER, (deeds.MOVED_ORDERS, deeds.FINISHED_ORDERS)),
    (EventKind.DELAY, (deeds.DELAYS,)),
    (EventKind.PROMISE, (words_said.MOVED_PROMISES, words_said.PROMISES)),
    (EventKind.PROBLEM, (words_said.PROBLEMS,)),
    (EventKind.REFERRAL, (words_said.SENT_OTHERS, words_said.SENT_BY)),
    (EventKind.NOTE, (words_said.NOTES, words_said.DONE_WITHOUT_A_CALL)),
)
"""At one moment, what stands first here is told first."""

END_OF_TIME = "9999"
"""After every moment, as text."""
UNLIMITED = 1_000_000


def story(
    customer_id: int,
    text: str = "",
    kinds: Collection[EventKind] = (),
    before: datetime | None = None,
    limit: int = 100,
) -> tuple[StoryEvent, ...]:
    """The next `limit` events before `before`, and whatever happened at the moment of the last one.

    A moment is never torn apart, so the next stretch begins with `before` = the last event's `at`.
    """
    words = names.fold(text).split()
    stretch = UNLIMITED if words else limit
    ended = END_OF_TIME if before is None else MomentField().db_value(before)
    events = [
        event
        for kind, parts in PARTS
        if not kinds or kind in kinds
        for part in parts
        for event in _read(part, customer_id, ended, stretch)
    ]
    if words:
        events = [event for event in events if _speaks_of(event, words)]
    events.sort(key=attrgetter("at"), reverse=True)
    return tuple(_whole_moments(events, limit))


def _read(part: Part, customer_id: int, before: str | None, limit: int) -> Sequence[StoryEvent]:
    events = part.stretch(customer=customer_id, before=before, limit=limit)
    if len(events) == limit:
        last = events[-1].at
        same_moment = part.moment(customer=customer_id, at=MomentField().db_value(last))
        events = tuple(event for event in events if event.at > last) + same_moment
    return part.complete(events)


def _whole_moments(events: Sequence[StoryEvent], limit: int) -> Sequence[StoryEvent]:
    if len(events) <= limit:
        return events
    return [event for event in events if event.at >= events[limit - 1].at]


def _speaks_of(event: StoryEvent, words: Sequence[str]) -> bool:
    told = names.fold(
        " ".join(
            (
                event.title,
                event.text,
                event.gained,
                event.works_well,
                event.could_be_better,
                event.also_looking_at,
                event.for_whom,
                event.choice_note,
                event.clerk_name,
            )
        )
    )
    return all(word in told for word in words)
