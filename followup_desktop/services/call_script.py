"""Laying a plan's lines and bridges, leaving alone what the clerk has made of them (M-5, M-8)."""

from collections.abc import Iterable

from followup_desktop.domain.facts import Facts
from followup_desktop.domain.kinds import Detour, LinePart, Purpose
from followup_desktop.domain.playbook import Playbook
from followup_desktop.domain.saved_call import SavedLine
from followup_desktop.domain.script import FilledLine, bridge_words, plan_script
from followup_desktop.store.reads import calls as reads
from followup_desktop.store.rows import CallBridgeRow, CallLineRow
from followup_desktop.store.unit import Unit


def lay(
    unit: Unit,
    call_id: int,
    playbook: Playbook,
    facts: Facts,
    purpose: Purpose,
    second_purpose: Purpose | None,
) -> None:
    """The plan for these purposes. Lines and bridges of the clerk's own stay, ticked lines too."""
    _lay_lines(unit, call_id, plan_script(playbook, purpose, facts, second_purpose))
    _lay_bridges(unit, call_id, playbook, facts, purpose)


def _lay_lines(unit: Unit, call_id: int, wanted: Iterable[FilledLine]) -> None:
    removed = reads.removed_words(call_id)
    there = reads.lines_of(call_id)
    stays = [one for one in there if one.is_own or one.line.ticked]
    free = {(one.line.part, one.line.words): one for one in there if one not in stays}
    said = {one.line.words for one in stays}
    laid: dict[LinePart, list[int]] = {part: [] for part in LinePart}
    for line in wanted:
        if line.text in removed or line.text in said:
            continue
        same = free.pop((line.part, line.text), None)
        laid[line.part].append(same.line.id if same else _insert(unit, call_id, line))
    for one in free.values():
        unit.delete(CallLineRow, one.line.id)
    _put_back(laid, there, stays)
    place(unit, [line_id for part in LinePart for line_id in laid[part]])


def _put_back(
    laid: dict[LinePart, list[int]], there: Iterable[SavedLine], stays: Iterable[SavedLine]
) -> None:
    """The clerk's own lines where they stood among their part."""
    before = {part: [one.line.id for one in there if one.line.part is part] for part in LinePart}
    for one in stays:
        part = one.line.part
        laid[part].insert(before[part].index(one.line.id), one.line.id)


def _insert(unit: Unit, call_id: int, line: FilledLine) -> int:
    return unit.insert(
        CallLineRow,
        call=call_id,
        position=0,
        part=line.part,
        words=line.text,
        cue=line.cue,
        only_after_need=line.only_after_need,
        hears_need=line.hears_need,
        tip=line.tip,
        filled=reads.spans_text(line.spans),
    )


def place(unit: Unit, line_ids: Iterable[int]) -> None:
    """Number the lines in this order."""
    for position, line_id in enumerate(line_ids):
        unit.update(CallLineRow, line_id, position=position)


def _lay_bridges(
    unit: Unit, call_id: int, playbook: Playbook, facts: Facts, purpose: Purpose
) -> None:
    there = {bridge.detour: bridge for bridge in reads.bridges_of(call_id)}
    for detour in Detour:
        words = bridge_words(playbook, detour, purpose, facts)
        if detour not in there:
            unit.insert(CallBridgeRow, call=call_id, detour=detour, words=words)
        elif not there[detour].is_own:
            unit.update(CallBridgeRow, there[detour].id, words=words)
