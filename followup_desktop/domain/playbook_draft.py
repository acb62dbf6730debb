"""A playbook while it is edited: whatever is typed, finished or not (M-76).

Made of the same parts as a finished one, but nothing in them is checked: `playbook_faults` says
what is still wrong, and `playbook_data` leads to a file's plain data and back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from followup_desktop.domain.kinds import Detour, Kind, Purpose
from followup_desktop.domain.phrase import Phrase
from followup_desktop.domain.playbook_parts import Fear, Line, PurposePlan
from followup_desktop.domain.playbook_reading import ANY
from followup_desktop.domain.playbook_table import ROWS_LIMIT


@dataclass(frozen=True, slots=True)
class BridgeDraft:
    """As it is written: only the ways back that the bridge brings itself."""

    detour: Detour
    answer: Phrase
    backs: Mapping[str, Phrase]
    """By purpose, or by `ANY` for all that aren't named."""


@dataclass(frozen=True, slots=True)
class PlaybookDraft:
    kind: Kind
    title: str
    minutes: int
    why: Phrase
    opening: Line
    voicemail: Phrase
    purposes: tuple[PurposePlan, ...]
    lines: tuple[Line, ...]
    bridges: tuple[BridgeDraft, ...]
    fears: tuple[Fear, ...]

    @property
    def is_full(self) -> bool:
        return len(self.lines) >= ROWS_LIMIT


def change_line(draft: PlaybookDraft, at: int, line: Line) -> PlaybookDraft:
    return replace(draft, lines=(*draft.lines[:at], line, *draft.lines[at + 1 :]))


def add_line(draft: PlaybookDraft, at: int, line: Line) -> PlaybookDraft:
    """In front of the one that stands at `at`."""
    return replace(draft, lines=(*draft.lines[:at], line, *draft.lines[at:]))


def remove_line(draft: PlaybookDraft, at: int) -> PlaybookDraft:
    return replace(draft, lines=(*draft.lines[:at], *draft.lines[at + 1 :]))


def move_line(draft: PlaybookDraft, at: int, to: int) -> PlaybookDraft:
    """To where the line at `to` stands now."""
    return add_line(remove_line(draft, at), to, draft.lines[at])


def remove_purpose(draft: PlaybookDraft, purpose: Purpose) -> PlaybookDraft:
    """With what belongs to it alone: its lines and its ways back."""
    lines = []
    for line in draft.lines:
        left = line.purposes - {purpose}
        if left or not line.purposes:
            lines.append(replace(line, purposes=left))
    return replace(
        draft,
        purposes=tuple(plan for plan in draft.purposes if plan.purpose is not purpose),
        lines=tuple(lines),
        bridges=tuple(
            replace(one, backs={code: p for code, p in one.backs.items() if code != purpose})
            for one in draft.bridges
        ),
    )


def add_purpose(draft: PlaybookDraft, plan: PurposePlan) -> PlaybookDraft:
    """In front of the clerk's own words, which stay last. Where a bridge must bring its own way
    back and has no usual one, it gets an empty one to fill in."""
    bridges = tuple(
        replace(one, backs={**one.backs, plan.purpose.value: Phrase("")})
        if one.detour is Detour.NOT_THE_RIGHT_PERSON and ANY not in one.backs
        else one
        for one in draft.bridges
    )
    purposes = (*draft.purposes[:-1], plan, *draft.purposes[-1:])
    return replace(draft, purposes=purposes, bridges=bridges)
