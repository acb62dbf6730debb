"""Customers as the list and the search show them (M-56)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from followup_desktop.domain.kinds import Kind, Stage


@dataclass(frozen=True, slots=True)
class CustomerHit:
    """A line of the search box's drop-down."""

    id: int
    name: str
    title: str
    stage: Stage
    phone: str
    last_item: str


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """A row of the customers' list."""

    id: int
    name: str
    title: str
    stage: Stage
    purchases: int
    phone: str
    owner_name: str
    last_contact_at: datetime | None
    next_on: date | None
    next_kind: Kind | None
    dont_call: bool


class CustomerOrder(StrEnum):
    NAME = "name"
    LAST_CONTACT = "last_contact"
    NEXT_FOLLOW_UP = "next_follow_up"


@dataclass(frozen=True, slots=True)
class CustomerFilter:
    text: str = ""
    no_next_step: bool = False
    never_contacted: bool = False
    silent: tuple[tuple[Stage, datetime], ...] = ()
    """Last heard from before the moment of their stage (M-44)."""
    stage: Stage | None = None
    owner_id: int | None = None
    order: CustomerOrder = CustomerOrder.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """A stretch of the list. `total` is exact."""

    lines: tuple[CustomerLine, ...]
    total: int
