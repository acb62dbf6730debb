"""What's new, and time to renew: who might like to hear of it, who had better not be called, and on
which days it can be done calmly (M-41).

Nothing here is planned by itself: the clerk confirms the list.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.quiet import TALK_REST_DAYS
from followup_desktop.domain.resting import DECLINED_DAYS
from followup_desktop.domain.shop_time import Now, ShopCalendar, days_after

BOUGHT_LATELY_DAYS = 60
"""So long the talks after their purchase go on; something newer would spoil it."""
SOON_DAYS = 14
"""A call that is planned within these days can tell of it."""
SPREAD_DAYS = 120
"""How far ahead a list is spread. What doesn't fit then comes on the last day."""
A_YEAR = 12


@dataclass(frozen=True, slots=True)
class UpdateKey:
    """Which update: the news of a note, or without one the time to renew of a group."""

    group_id: int
    note_id: int | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """A reason to call those who own something of a product group."""

    key: UpdateKey
    group: str
    text: str = ""
    """What is new; empty where the time to renew has come."""
    noted_on: date | None = None
    renew_months: int | None = None
    owners: int = 0
    """Who might be told."""
    told: int = 0
    """For how many of them a call was planned, or made."""

    @property
    def kind(self) -> Kind:
        return Kind.TIME_TO_RENEW if self.key.note_id is None else Kind.SOMETHING_NEW


class LeftOut(StrEnum):
    """Why somebody isn't on the list at first."""

    DONT_CALL = "dont_call"
    NO_PERMISSION = "no_permission"
    TOLD = "told"
    """Never two for the same reason."""
    NO_NUMBER = "no_number"
    GIFT = "gift"
    """They gave it away: it isn't theirs, and may have been a surprise (M-34)."""
    BOUGHT_LATELY = "bought_lately"
    TALKED_LATELY = "talked_lately"
    PLANNED = "planned"
    """Another call is planned soon."""
    RESTS = "rests"
    """Not reached in all the tries (M-25)."""
    NOT_RIGHT = "not_right"
    """Tried, and not right for them (M-51)."""
    DECLINED = "declined"
    """Asked lately, and they would rather not (M-50)."""


NEVER = frozenset({LeftOut.DONT_CALL, LeftOut.NO_PERMISSION, LeftOut.TOLD})
"""The clerk can't overrule these."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who owns something of the group, with what speaks for and against a call."""

    customer_id: int
    name: str
    title: str
    item: str
    purchase_id: int
    bought_on: date
    is_gift: bool
    dont_call: bool
    may_call: bool | None
    has_number: bool
    last_contact_at: datetime | None
    rest_until: date | None
    declined_at: datetime | None
    planned_on: date | None
    """The next open follow-up."""
    is_told: bool
    not_right: bool
    owner_id: int | None
    """The clerk who looks after them, if still here."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line of the list that the clerk confirms."""

    owner: Owner
    left_out: LeftOut | None = None

    @property
    def may_be_chosen(self) -> bool:
        return self.left_out not in NEVER


@dataclass(frozen=True, slots=True)
class Candidates:
    """The list, those who are on it first, each part the longest owners first."""

    lines: tuple[Candidate, ...]
    more: int = 0
    """Owners beyond the list's end; they come when these are done."""


def weigh(owner: Owner, now: Now, *, asks_permission: bool) -> Candidate:
    """The first reason against a call, those that nobody can overrule before the others."""
    return Candidate(owner, next(_against(owner, now, asks_permission), None))


def _against(owner: Owner, now: Now, asks_permission: bool) -> Iterator[LeftOut]:
    since = None if owner.last_contact_at is None else now.day_of(owner.last_contact_at)
    declined = None if owner.declined_at is None else now.day_of(owner.declined_at)
    said = {
        LeftOut.DONT_CALL: owner.dont_call,
        LeftOut.NO_PERMISSION: owner.may_call is False
        or (asks_permission and owner.may_call is None),
        LeftOut.TOLD: owner.is_told,
        LeftOut.NO_NUMBER: not owner.has_number,
        LeftOut.GIFT: owner.is_gift,
        LeftOut.NOT_RIGHT: owner.not_right,
        LeftOut.RESTS: owner.rest_until is not None and owner.rest_until > now.day,
        LeftOut.DECLINED: _is_within(declined, now.day, DECLINED_DAYS),
        LeftOut.BOUGHT_LATELY: _is_within(owner.bought_on, now.day, BOUGHT_LATELY_DAYS),
        LeftOut.TALKED_LATELY: _is_within(since, now.day, TALK_REST_DAYS),
        LeftOut.PLANNED: owner.planned_on is not None
        and owner.planned_on <= days_after(now.day, SOON_DAYS),
    }
    return (why for why, is_so in said.items() if is_so)


def _is_within(day: date | None, today: date, days: int) -> bool:
    return day is not None and day > days_after(today, -days)


def in_order(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Who is on the list, then who was left out but may be chosen, then who may not."""
    return tuple(
        sorted(
            candidates,
            key=lambda one: (
                (0 if one.left_out is None else 1 if one.may_be_chosen else 2),
                one.owner.bought_on,
                one.owner.customer_id,
            ),
        )
    )


def months_after(day: date, months: int) -> date:
    """The same day of a later (or earlier) month, or that month's last."""
    count = day.year * A_YEAR + day.month - 1 + months
    year, month = count // A_YEAR, count % A_YEAR + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def spread(
    count: int,
    minutes: int,
    after: date,
    calendar: ShopCalendar,
    planned: Mapping[date, int],
    budget: int,
) -> Sequence[date]:
    """A day for each of `count` calls of so many minutes, from the open day after `after` on.

    `planned` are the minutes that already stand on a day. A day takes as many as fit in its budget,
    and one in any case when nothing stands on it.
    """
    days: list[date] = []
    day, last = calendar.next_open_day(after), days_after(after, SPREAD_DAYS)
    spent = planned.get(day, 0)
    while len(days) < count:
        if spent + minutes <= budget or spent == 0 or day >= last:
            days.append(day)
            spent += minutes
        else:
            day = calendar.next_open_day(day)
            spent = planned.get(day, 0)
    return days
