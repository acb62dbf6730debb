"""The playbook that a planned call stays with when the shop's own is changed meanwhile (M-76)."""

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.shop_time import Now
from followup_desktop.store import drafts
from followup_desktop.store.reads.playbook_edits import draft_ids, unfinished_calls


def hold(kind: Kind, own_text: str, now: Now) -> None:
    """Within a unit's block, before another edition comes into use: the calls that were begun with
    this one keep it. Empty: the one that ships."""
    names = [_name(call_id) for call_id in unfinished_calls(kind)]
    held = draft_ids(names)
    for name in names:
        if name not in held:
            drafts.keep(name, own_text, now)


def held(call_id: int) -> str | None:
    """None: the one in use."""
    return drafts.text(_name(call_id))


def drop(call_id: int) -> None:
    """Within a unit's block: the call is over."""
    drafts.drop(_name(call_id))


def _name(call_id: int) -> str:
    return f"call {call_id} playbook"
