"""What customers say, in their own words, by what they bought (M-71)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class SaidKind(StrEnum):
    """What was asked, or what they came with; in the order in which it is shown."""

    GAINED = "gained"
    WORKS_WELL = "works_well"
    COULD_BE_BETTER = "could_be_better"
    WENT_WRONG = "went_wrong"
    WISH = "wish"
    """A need or a want."""
    THEIR_WORDS = "their_words"


@dataclass(frozen=True, slots=True)
class SaidWanted:
    """Which of it is to be shown; nothing leaves nothing out."""

    kind: SaidKind | None = None
    group: "Group | None" = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A product group; without an id what belongs to none."""

    id: int | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the words, the newest of which come first."""

    at: datetime
    kind: SaidKind
    row_id: int


@dataclass(frozen=True, slots=True)
class Said:
    kind: SaidKind
    row_id: int
    """Of what `kind` says: a call, a problem or a fact."""
    at: datetime
    on: date
    """The shop's day."""
    text: str
    customer_id: int
    name: str
    """Empty where it was a gift, or they asked to be discreet (M-34)."""
    title: str
    group: Group
    item: str
    """What they bought; empty where nobody is to read it, or nobody knows."""

    @property
    def is_discreet(self) -> bool:
        return not self.name

    @property
    def mark(self) -> Mark:
        return Mark(self.at, self.kind, self.row_id)


@dataclass(frozen=True, slots=True)
class SaidPage:
    words: tuple[Said, ...]
    has_more: bool


@dataclass(frozen=True, slots=True)
class GroupSaid:
    group: Group
    counts: tuple[tuple[SaidKind, int], ...]
    """In the order of the kinds; those that nobody said anything to are left out."""

    @property
    def total(self) -> int:
        return sum(count for _kind, count in self.counts)


@dataclass(frozen=True, slots=True)
class SaidSummary:
    groups: tuple[GroupSaid, ...]
    """Of which most was said first; what belongs to no group comes last."""

    @property
    def everything(self) -> GroupSaid:
        return _gathered(Group(None), (counted for one in self.groups for counted in one.counts))


def summary(counted: Iterable[tuple[Group, SaidKind, int]]) -> SaidSummary:
    by_group: dict[Group, list[tuple[SaidKind, int]]] = defaultdict(list)
    for group, kind, count in counted:
        by_group[group].append((kind, count))
    groups = [_gathered(group, counts) for group, counts in by_group.items()]
    groups.sort(key=lambda one: (one.group.id is None, -one.total, one.group.name.casefold()))
    return SaidSummary(tuple(groups))


def _gathered(group: Group, counts: Iterable[tuple[SaidKind, int]]) -> GroupSaid:
    sums: dict[SaidKind, int] = defaultdict(int)
    for kind, count in counts:
        sums[kind] += count
    return GroupSaid(group, tuple((kind, sums[kind]) for kind in SaidKind if sums[kind]))
