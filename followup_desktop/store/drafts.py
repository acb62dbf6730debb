"""Forms that are being filled in, kept so that closing the program loses no word.

Not part of the journal: undo gives back what was saved, not what was being typed.
"""

from followup_desktop.domain.shop_time import Now
from followup_desktop.store.rows import DraftRow


def text(name: str) -> str | None:
    """The form of that name as it was left."""
    found: str | None = DraftRow.select(DraftRow.text).where(DraftRow.name == name).scalar()
    return found


def keep(name: str, text: str, now: Now) -> None:
    """Within a unit's block."""
    DraftRow.insert(name=name, text=text, saved_at=now.utc).on_conflict(
        conflict_target=[DraftRow.name], preserve=[DraftRow.text, DraftRow.saved_at]
    ).execute()


def drop(name: str) -> None:
    """Within a unit's block: the draft goes with what was made of it, or not at all."""
    DraftRow.delete().where(DraftRow.name == name).execute()
