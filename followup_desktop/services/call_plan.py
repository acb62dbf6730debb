"""Planning a call: purpose, script and bridges, saved as they are typed (M-2 … M-8, M-11)."""

from followup_desktop.domain import names
from followup_desktop.domain.changes import Changed, Changes
from followup_desktop.domain.checks import LINE_LIMIT, Why, checked, refuse
from followup_desktop.domain.cues import CUE_LIMIT
from followup_desktop.domain.kinds import Detour, LinePart, Purpose
from followup_desktop.domain.saved_call import SavedCall, SavedLine
from followup_desktop.domain.script import propose_cue
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.call_base import CallBase, as_typed, gone
from followup_desktop.services.call_facts import desired_of
from followup_desktop.services.call_script import lay, place
from followup_desktop.store.reads import calls as reads
from followup_desktop.store.rows import CallBridgeRow, CallLineRow, CallRow
from followup_desktop.store.unit import Unit

PARTS = tuple(LinePart)
WORDS_LIMIT = 2_000
"""Letters of a line or a bridge as the clerk writes it; a playbook's are far shorter."""


class PlanVerbs(CallBase):
    """What the first three steps do."""

    # Purpose

    def choose_purpose(self, now: Now, call_id: int, purpose: Purpose) -> Changes:
        """The script and the bridges follow it; so does the sentence, unless it is the clerk's."""
        call = self._unfinished(call_id)
        playbook, facts = self._playbook(call), self._facts(call, now)
        proposed = {desired_of(playbook, plan.purpose, facts) for plan in playbook.purposes}
        second = None if call.second_purpose is purpose else call.second_purpose
        desired = call.desired
        if not desired or desired in proposed:
            desired = desired_of(playbook, purpose, facts)
        with self._store.quiet(now) as unit:
            unit.update(CallRow, call_id, purpose=purpose, second_purpose=second, desired=desired)
            lay(unit, call_id, playbook, facts, purpose, second)
        return unit.changes(Changed.CALLS, customer_id=call.customer_id)

    def choose_second(self, now: Now, call_id: int, purpose: Purpose | None) -> Changes:
        """And if that doesn't come up (M-3). None: no second one."""
        call = self._unfinished(call_id)
        if purpose is not None and purpose is call.purpose:
            raise refuse("second_purpose", Why.UNKNOWN)
        with self._store.quiet(now) as unit:
            unit.update(CallRow, call_id, second_purpose=purpose)
            lay(
                unit,
                call_id,
                self._playbook(call),
                self._facts(call, now),
                call.purpose or Purpose.OWN_WORDS,
                purpose,
            )
        return unit.changes(Changed.CALLS, customer_id=call.customer_id)

    def set_desired(self, now: Now, call_id: int, text: str) -> Changes:
        """The desired outcome in one sentence (M-4)."""
        call = self._unfinished(call_id)
        desired = as_typed("desired", text, LINE_LIMIT * 2)
        with self._store.quiet(now) as unit:
            unit.update(CallRow, call_id, desired=desired)
        return unit.changes(Changed.CALLS, customer_id=call.customer_id)

    # Script

    def change_line(
        self, now: Now, call_id: int, line_id: int, words: str, cue: str | None = None
    ) -> Changes:
        """Without a cue of its own a changed line gets a proposed one."""
        call, line = self._line(call_id, line_id)
        values = _line_values(words, cue, line.line.cue if words == line.line.words else "")
        with self._store.quiet(now) as unit:
            if not line.is_own:
                _remember(unit, call_id, line)
            unit.update(CallLineRow, line_id, is_own=True, filled="", **values)
        return unit.changes(Changed.CALLS, customer_id=call.customer_id)

    def add_line(
        self, now: Now, call_id: int, part: LinePart, words: str, cue: str | None = None
    ) -> Changes:
        """At the end of its part; `made_id` is the line."""
        call = self._unfinished(call_id)
        values = _line_values(words, cue)
        with self._store.quiet(now) as unit:
            line_id = unit.insert(
                CallLineRow, call=call_id, position=0, part=part, is_own=True, **values
            )
            lines = [one for one in reads.lines_of(call_id) if one.line.id != line_id]
            place(unit, _in_parts(lines, part, line_id, len(lines)))
        return unit.changes(Changed.CALLS, customer_id=call.customer_id, made_id=line_id)

    def remove_line(self, now: Now, call_id: int, line_id: int) -> Changes:
        """Another purpose doesn't bring it back."""
        call, line = self._line(call_id, line_id)
        with self._store.quiet(now) as unit:
            if line.is_own:
                unit.delete(CallLineRow, line_id)
            else:
                unit.update(CallLineRow, line_id, is_removed=True)
        return unit.changes(Changed.CALLS, customer_id=call.customer_id)

    def move_line(self, now: Now, call_id: int, line_id: int, to: int) -> Changes:
        """To place `to` (from 0) among all lines, as far as its part goes."""
        call, line = self._line(call_id, line_id)
        part = line.line.part
        lines = [one for one in reads.lines_of(call_id) if one.line.id != line_id]
        before = sum(1 for one in lines if PARTS.index(one.line.part) < PARTS.index(part))
        with self._store.quiet(now) as unit:
            place(unit, _in_parts(lines, part, line_id, to - before))
        return unit.changes(Changed.CALLS, customer_id=call.customer_id)

    # Bridges

    def change_bridge(self, now: Now, call_id: int, detour: Detour, words: str) -> Changes:
        call = self._unfinished(call_id)
        kept = checked("words", names.clean_lines(words), needed=True, limit=WORDS_LIMIT)
        there = {bridge.detour: bridge.id for bridge in reads.bridges_of(call_id)}
        with self._store.quiet(now) as unit:
            unit.update(CallBridgeRow, there[detour], words=kept, is_own=True)
        return unit.changes(Changed.CALLS, customer_id=call.customer_id)

    def _line(self, call_id: int, line_id: int) -> tuple[SavedCall, SavedLine]:
        call = self._unfinished(call_id)
        for one in reads.lines_of(call_id):
            if one.line.id == line_id:
                return call, one
        raise gone("call_line", line_id)


def _line_values(words: str, cue: str | None, kept_cue: str = "") -> dict[str, str]:
    said = checked("words", names.clean_lines(words), needed=True, limit=WORDS_LIMIT)
    own_cue = checked("cue", names.clean(cue or ""), limit=CUE_LIMIT)
    return {"words": said, "cue": own_cue or kept_cue or propose_cue(said)}


def _remember(unit: Unit, call_id: int, line: SavedLine) -> None:
    """The playbook's wording of a line that is changed: laying the script anew leaves it out."""
    unit.insert(
        CallLineRow,
        call=call_id,
        position=line.position,
        part=line.line.part,
        words=line.line.words,
        cue=line.line.cue,
        is_removed=True,
    )


def _in_parts(lines: list[SavedLine], part: LinePart, line_id: int, to: int) -> list[int]:
    """All lines in their order, with one more put into its part."""
    ids = {p: [one.line.id for one in lines if one.line.part is p] for p in LinePart}
    ids[part].insert(max(0, min(to, len(ids[part]))), line_id)
    return [one for p in LinePart for one in ids[p]]
