"""Playbooks as text: as a shop keeps its own, and as it shares them (M-76).

A shared file is TOML like the shipped ones. One of several playbooks holds each as a table of the
list `playbooks`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.playbook import parse_playbook
from followup_desktop.domain.playbook_data import data_of, draft_of
from followup_desktop.domain.playbook_draft import PlaybookDraft
from followup_desktop.domain.playbook_error import PlaybookError, PlaybookFault
from followup_desktop.domain.playbook_table import Table
from followup_desktop.services.playbooks import file_text, parsed, read_playbook

SHARED_LIMIT = 4_000_000
"""Bytes of a file of many playbooks; all that ship have about a thirtieth of it."""
_MANY = "playbooks"
_HEAD = "# A playbook of Followup. It can be loaded in Settings, under Playbooks.\n\n"
_HEAD_MANY = "# Playbooks of Followup. They can be loaded in Settings, under Playbooks.\n\n"


@dataclass(frozen=True, slots=True)
class SharedPlaybooks:
    """What a file that was looked at holds; nothing is taken yet."""

    name: str
    """Of the file."""
    drafts: tuple[PlaybookDraft, ...]
    """Each is a playbook without a fault, and each of another kind."""


def playbook_text(draft: PlaybookDraft) -> str:
    """The file of one playbook."""
    return _HEAD + _toml(data_of(draft))


def shared_text(drafts: Sequence[PlaybookDraft]) -> str:
    """One file for all of them."""
    if len(drafts) == 1:
        return playbook_text(drafts[0])
    return _HEAD_MANY + _toml({_MANY: [data_of(draft) for draft in drafts]})


def read_draft(text: str) -> PlaybookDraft:
    """A playbook's draft from its text; raise PlaybookError when that can't be used as it is."""
    read_playbook(text)
    return draft_of(parsed(text))


def read_shared(path: Path) -> SharedPlaybooks:
    """Look at a file without taking anything; raise PlaybookError at its first fault."""
    data = parsed(file_text(path, SHARED_LIMIT))
    if _MANY not in data:
        parse_playbook(data)
        return SharedPlaybooks(path.name, (draft_of(data),))
    return SharedPlaybooks(path.name, _many(data))


def _many(data: Mapping[str, Any]) -> tuple[PlaybookDraft, ...]:
    file = Table(data)
    tables = file.tables(_MANY)
    file.done()
    if not tables:
        raise PlaybookError(PlaybookFault.MISSING, _MANY, _MANY)
    drafts: dict[Kind, PlaybookDraft] = {}
    for number, values in enumerate(data[_MANY], start=1):
        where = f"{_MANY}.{number}"
        try:
            playbook = parse_playbook(values)
        except PlaybookError as error:
            raise error.within(where) from error
        if playbook.kind in drafts:
            raise PlaybookError(PlaybookFault.DUPLICATE, f"{where}.kind", playbook.kind)
        drafts[playbook.kind] = draft_of(values)
    return tuple(drafts.values())


def _toml(data: Mapping[str, Any]) -> str:
    # Late: only who edits playbooks needs it.
    import tomli_w

    # What no file can hold, such as half of an emoji, is left out.
    return tomli_w.dumps(data).encode(errors="ignore").decode()
