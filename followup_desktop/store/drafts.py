"""Forms that are being filled in, kept so that closing the program loses no word.

Not part of the journal: undo gives back what was saved, not what was being typed.
"""

from followup_desktop.domain.shop_time import Now
from followup_desktop.store.reads.prepared import Prepared, slot
from followup_desktop.store.rows import DraftRow


def text(name: str) -> str | None:
    """The form of that name as it was left."""
    return next(iter(_TEXT(name=name)), None)


_TEXT = Prepared(
    lambda: DraftRow.select(DraftRow.text).where(DraftRow.name == slot("name")), str, {}
)


def keep(name: str, text: str, now: Now) -> None:
    """Within a unit's block."""
    DraftRow.insert(name=name, text=text, saved_at=now.utc).on_conflict(
        conflict_target=[DraftRow.name], preserve=[DraftRow.text, DraftRow.saved_at]
    ).execute()


def lay_aside(name: str) -> None:
    """Within a unit's block: another form of that name is filled in first."""
    found = DraftRow.get_or_none(DraftRow.name == name)
    if found is not None:
        found.name = f"{name} {found.id}"
        found.save()


def drop(name: str) -> None:
    """Within a unit's block: the draft goes with what was made of it, or not at all. The one that
    was laid aside last is the next."""
    DraftRow.delete().where(DraftRow.name == name).execute()
    aside = DraftRow.select(DraftRow.id).where(DraftRow.name.startswith(f"{name} "))
    last = aside.order_by(DraftRow.id.desc()).limit(1)
    DraftRow.update(name=name).where(DraftRow.id.in_(last)).execute()
