"""Playbooks edited in the program (M-76): drafts while typing, taken into use, shared as a file.

A draft is kept at every word without a trace for undo; what somebody did to it (a line changed,
added, moved) is an action that can be taken back. A playbook taken into use is for the calls begun
from then on: one that is planned keeps the edition it was planned with.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from followup_desktop.domain.call_basis import FactWriter
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import Why, refuse
from followup_desktop.domain.facts import Facts
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.playbook_data import data_of, draft_of
from followup_desktop.domain.playbook_draft import PlaybookDraft
from followup_desktop.domain.playbook_edit import PlaybookEdit, PlaybookEntry
from followup_desktop.domain.playbook_faults import faults_of
from followup_desktop.domain.shop_time import Now
from followup_desktop.services import call_edition
from followup_desktop.services.call_base import gone
from followup_desktop.services.playbook_files import (
    SharedPlaybooks,
    playbook_text,
    read_draft,
    read_shared,
    shared_text,
)
from followup_desktop.services.playbooks import SIZE_LIMIT, Playbooks, read_playbook
from followup_desktop.store import drafts
from followup_desktop.store.reads.call_basis import call_basis
from followup_desktop.store.reads.call_follow_ups import due_one
from followup_desktop.store.reads.playbook_edits import draft_ids, own_playbook
from followup_desktop.store.rows import DraftRow, PlaybookRow
from followup_desktop.store.store import Store
from followup_desktop.store.unit import Unit


class PlaybookEdits:
    def __init__(
        self, store: Store, playbooks: Playbooks, write: FactWriter, language: str
    ) -> None:
        """`language` is the one that the shop's own editions are kept under."""
        self._store = store
        self._playbooks = playbooks
        self._write = write
        self._language = language

    # What there is

    def entries(self) -> tuple[PlaybookEntry, ...]:
        """One for each kind, in the order of their closed list."""
        begun = draft_ids([self._draft_name(kind) for kind in Kind])
        return tuple(self._entry(kind, self._draft_name(kind) in begun) for kind in Kind)

    def _entry(self, kind: Kind, was_begun: bool) -> PlaybookEntry:
        title, minutes = self._playbooks.head(kind)
        has_draft = was_begun and self.edit(kind).has_draft
        is_own = bool(self._playbooks.own_text(kind))
        return PlaybookEntry(kind, title, minutes, is_own, has_draft, self._playbooks.fault(kind))

    def edit(self, kind: Kind) -> PlaybookEdit:
        """The playbook as it was left in the editor, else as it is in use."""
        in_use = read_draft(self._playbooks.text(kind))
        draft = self._kept_draft(kind) or in_use
        own = own_playbook(kind, self._language)
        return PlaybookEdit(
            in_use=in_use,
            draft=draft,
            is_own=bool(self._playbooks.own_text(kind)),
            changed_at=own.changed_at if own else None,
            changed_by=own.changed_by if own else "",
            faults=faults_of(draft),
        )

    def shipped(self, kind: Kind) -> PlaybookDraft:
        return read_draft(self._playbooks.shipped_text(kind))

    def _kept_draft(self, kind: Kind) -> PlaybookDraft | None:
        """None when another version of the program wrote what can't be read."""
        try:
            draft = draft_of(json.loads(drafts.text(self._draft_name(kind)) or "{}"))
        except (ValueError, TypeError, KeyError, AttributeError):
            return None
        return draft if draft.kind is kind else None

    def facts_of(self, now: Now, clerk_id: int | None, kind: Kind, customer_id: int) -> Facts:
        """What a call of that kind to a customer would be filled with."""
        due = due_one(customer_id, now.day)
        basis = call_basis(kind, customer_id, due, clerk_id)
        if basis is None:
            raise gone("customer", customer_id)
        return self._write.facts(basis, now)

    # The draft

    def keep_typed(self, now: Now, draft: PlaybookDraft) -> Changes:
        """Within a second of typing; nobody takes single letters back."""
        with self._store.quiet(now) as unit:
            drafts.keep(self._draft_name(draft.kind), _text(draft), now)
        return unit.changes(Changed.NOTHING)

    def change(
        self, now: Now, clerk_id: int | None, before: PlaybookDraft, after: PlaybookDraft
    ) -> Changes:
        """One thing that somebody did, from the draft as it stood before; undo leads back there,
        whatever was kept while it was typed."""
        with self._store.action(Did.PLAYBOOK_EDITED, now, clerk_id) as unit:
            drafts.keep(self._draft_name(before.kind), _text(before), now)
            unit.update(DraftRow, self._draft_id(before.kind), text=_text(after), saved_at=now.utc)
        return unit.changes(Changed.PLAYBOOKS)

    def drop_draft(self, now: Now, clerk_id: int | None, kind: Kind) -> Changes:
        """Back to the one in use."""
        with self._store.action(Did.PLAYBOOK_EDITED, now, clerk_id) as unit:
            self._drop_draft(unit, kind)
        return unit.changes(Changed.PLAYBOOKS)

    # In use

    def use(self, now: Now, clerk_id: int | None, draft: PlaybookDraft) -> Changes:
        """For the calls begun from now on. Raises PlaybookError while something is wrong in it."""
        with self._store.action(Did.PLAYBOOK_USED, now, clerk_id) as unit:
            self._use(unit, draft)
        return unit.changes(Changed.PLAYBOOKS | Changed.FOLLOW_UPS)

    def back_to_shipped(self, now: Now, clerk_id: int | None, kind: Kind) -> Changes:
        """The shop's own edition and the draft of it go; undo brings both back."""
        own = own_playbook(kind, self._language)
        with self._store.action(Did.PLAYBOOK_SHIPPED, now, clerk_id) as unit:
            self._drop_draft(unit, kind)
            if own is not None:
                call_edition.hold(kind, self._playbooks.own_text(kind), now)
                unit.delete(PlaybookRow, own.id)
        return unit.changes(Changed.PLAYBOOKS | Changed.FOLLOW_UPS)

    def _use(self, unit: Unit, draft: PlaybookDraft) -> None:
        text = playbook_text(draft)
        if len(text.encode()) > SIZE_LIMIT:
            raise refuse("playbook", Why.TOO_LONG)
        read_playbook(text, draft.kind)
        self._drop_draft(unit, draft.kind)
        call_edition.hold(draft.kind, self._playbooks.own_text(draft.kind), unit.now)
        values = {"text": text, "changed_at": unit.now.utc, "changed_by": unit.clerk_id}
        own = own_playbook(draft.kind, self._language)
        if own is not None:
            unit.update(PlaybookRow, own.id, **values)
        else:
            unit.insert(PlaybookRow, kind=draft.kind, language=self._language, **values)

    # As a file

    def share(self, path: Path, kinds: Iterable[Kind]) -> None:
        """Write the playbooks in use as one file. Raises OSError."""
        text = shared_text([read_draft(self._playbooks.text(kind)) for kind in kinds])
        path.write_text(text, encoding="utf-8", newline="\n")

    def own_kinds(self) -> tuple[Kind, ...]:
        return tuple(kind for kind in Kind if self._playbooks.own_text(kind))

    def look_at(self, path: Path) -> SharedPlaybooks:
        """What a file holds; nothing is taken yet. Raises PlaybookError."""
        return read_shared(path)

    def take(self, now: Now, clerk_id: int | None, taken: Sequence[PlaybookDraft]) -> Changes:
        """Use all of these, or none."""
        with self._store.action(Did.PLAYBOOKS_TAKEN, now, clerk_id) as unit:
            for draft in taken:
                self._use(unit, draft)
        return unit.changes(Changed.PLAYBOOKS | Changed.FOLLOW_UPS)

    # Its row

    def _draft_name(self, kind: Kind) -> str:
        return f"playbook {self._language} {kind}"

    def _draft_id(self, kind: Kind) -> int:
        name = self._draft_name(kind)
        return draft_ids([name])[name]

    def _drop_draft(self, unit: Unit, kind: Kind) -> None:
        name = self._draft_name(kind)
        if (found := draft_ids([name]).get(name)) is not None:
            unit.delete(DraftRow, found)


def _text(draft: PlaybookDraft) -> str:
    return json.dumps(data_of(draft))
