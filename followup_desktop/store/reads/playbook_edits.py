"""What the editor of the playbooks needs to know of its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from peewee import JOIN

from followup_desktop.domain.kinds import CallStep, Kind
from followup_desktop.store.reads.build import first, or_empty
from followup_desktop.store.rows import CallRow, ClerkRow, DraftRow, PlaybookRow


@dataclass(frozen=True, slots=True)
class OwnPlaybook:
    id: int
    changed_at: datetime
    changed_by: str


def own_playbook(kind: Kind, language: str) -> OwnPlaybook | None:
    """The row of the shop's own edition, and whose change it was."""
    row = PlaybookRow
    query = (
        row.select(row.id, row.changed_at, or_empty(ClerkRow.name, "changed_by"))
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(row.kind == kind, row.language == language)
    )
    return first(query, OwnPlaybook)


def draft_ids(names: Sequence[str]) -> dict[str, int]:
    """Which of these drafts there are, with their rows."""
    query = DraftRow.select(DraftRow.name, DraftRow.id).where(DraftRow.name.in_(list(names)))
    return {row.name: row.id for row in query}


def unfinished_calls(kind: Kind) -> tuple[int, ...]:
    """Those that are planned, under way or were left, and may be taken up again."""
    row = CallRow
    open_steps = [step for step in CallStep if step is not CallStep.DONE]
    query = row.select(row.id).where(row.step.in_(open_steps), row.kind == kind)
    return tuple(call.id for call in query)
