"""What is still wrong with a playbook that is being edited."""

from collections.abc import Callable
from functools import partial

from followup_desktop.domain.phrase import Phrase
from followup_desktop.domain.playbook import parse_playbook
from followup_desktop.domain.playbook_data import Data, data_of
from followup_desktop.domain.playbook_draft import PlaybookDraft
from followup_desktop.domain.playbook_error import PlaybookError
from followup_desktop.domain.playbook_parts import PurposePlan
from followup_desktop.domain.playbook_reading import (
    check_needs,
    read_bridge,
    read_fear,
    read_line,
    read_minutes,
    read_opening,
    read_purpose,
    read_voicemail,
    read_why,
)
from followup_desktop.domain.playbook_table import Table

_SOUND = Phrase("…")
"""Stands for a purpose's own words while only a bridge is looked at."""


def faults_of(draft: PlaybookDraft) -> tuple[PlaybookError, ...]:
    """All that has to be mended before it can be used, at most one fault for each part, in their
    order. None at all means that it reads as a playbook."""
    data = data_of(draft)
    faults = list(_part_faults(draft, data))
    if not faults:
        try:
            parse_playbook(data)
        except PlaybookError as error:
            faults.append(error)
    return tuple(faults)


def _part_faults(draft: PlaybookDraft, data: Data) -> list[PlaybookError]:
    faults: list[PlaybookError] = []
    try:
        readings = _readings(draft, Table(data))
    except PlaybookError as error:  # more lines than anybody says
        return [error]
    for read in readings:
        try:
            read()
        except PlaybookError as error:
            faults.append(error)
    return faults


def _readings(draft: PlaybookDraft, file: Table) -> tuple[Callable[[], object], ...]:
    """Each part, read by itself."""
    known = tuple(plan.purpose for plan in draft.purposes)
    plans = tuple(PurposePlan(code, _SOUND, None, _SOUND) for code in known)
    bridges = zip(file.tables("bridges"), draft.bridges, strict=True)
    return (
        partial(file.text, "title"),
        partial(read_minutes, file),
        partial(read_why, file),
        partial(read_opening, file.table("opening")),
        partial(read_voicemail, file),
        *(partial(read_purpose, table) for table in file.tables("purposes")),
        *(partial(read_line, table, known) for table in file.tables("lines")),
        *(partial(read_bridge, table, bridge.detour, plans) for table, bridge in bridges),
        *(partial(read_fear, table) for table in file.tables("fears")),
        partial(check_needs, known, draft.lines),
    )
