"""Connects the editor of a playbook with the desk (M-76)."""

from dataclasses import replace

from PySide6.QtWidgets import QFileDialog

from followup_desktop.domain.changes import Changed
from followup_desktop.domain.customer_list import CustomerHit
from followup_desktop.domain.facts import Facts
from followup_desktop.domain.kinds import Kind, Purpose
from followup_desktop.domain.playbook_draft import PlaybookDraft
from followup_desktop.domain.playbook_edit import PlaybookEdit
from followup_desktop.domain.playbook_faults import faults_of
from followup_desktop.domain.playbook_preview import Known, preview
from followup_desktop.ui.autosave import Autosave
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.kit.asking import ask
from followup_desktop.ui.playbook.page import PlaybookPage
from followup_desktop.ui.playbook.readings import readings_of
from followup_desktop.ui.playbook_files import share
from followup_desktop.ui.rehearsal import Rehearsal
from followup_desktop.ui.room import Place, RoomController, RoomName
from followup_desktop.words import _
from followup_desktop.words import playbooks as words

_HITS = 6


class PlaybookController(RoomController):
    shows = Changed.PLAYBOOKS

    def __init__(self, desk: Desk, page: PlaybookPage) -> None:
        super().__init__(desk, page)
        self._page = page
        self._edits = desk.services.playbook_edits
        self._kind = Kind.DAY_AFTER
        self._edit: PlaybookEdit | None = None
        self._done: PlaybookDraft | None = None
        """The draft as the last thing that was done left it; undo leads back to it."""
        self._purpose: Purpose | None = None
        self._known = Known.MUCH
        self._customer: CustomerHit | None = None
        self._facts: Facts | None = None
        self._autosave = Autosave(self)
        self._autosave.saved.connect(lambda: page.show_saved(_("Draft kept")))
        self._connect()

    def _connect(self) -> None:
        page = self._page
        for part in page.parts.values():
            part.edited.connect(self._on_edited)
            part.changed.connect(self._on_changed)
            part.kept.connect(self._on_kept)
        page.part_shown.connect(self._show_preview)
        page.back_requested.connect(self._go_back)
        page.use_requested.connect(self._on_use)
        page.rehearsal_requested.connect(self._on_rehearsal)
        page.share_requested.connect(self._on_share)
        page.give_up_requested.connect(self._on_give_up)
        page.shipped_requested.connect(self._on_shipped)
        page.preview.purpose_chosen.connect(self._on_purpose)
        page.preview.known_chosen.connect(self._on_known)
        page.preview.customer_asked.connect(self._on_customer_asked)
        page.preview.customer_chosen.connect(self._on_customer)

    # Coming and going

    def enter(self, place: Place) -> None:
        """`place.given` is the kind."""
        if place.given is not None and Kind(str(place.given)) is not self._kind:
            self._kind, self._edit = Kind(str(place.given)), None
        self._facts = None
        fresh = self._edit is None
        super().enter(place)
        if fresh and self._edit is not None:
            self._purpose = self._edit.draft.purposes[0].purpose
            self._show()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        self._page.focus_part()

    def leave(self) -> None:
        self._on_kept()
        self._autosave.flush()

    def refresh(self) -> None:
        self._autosave.flush()
        edit = self.desk.ask(self._edits.edit, self._kind)
        if edit is not None:
            self._edit, self._done = edit, edit.draft
            self._show()

    def _show(self) -> None:
        edit = self._edit
        if edit is None:
            return
        purposes = {plan.purpose for plan in edit.draft.purposes}
        if self._purpose not in purposes:
            self._purpose = None
        self._page.show_snapshot(edit, self._purpose)
        self._show_preview()

    def _show_preview(self) -> None:
        if self._edit is not None and (facts := self._known_facts()) is not None:
            self._page.show_preview(preview(self._edit.draft, self._purpose, facts))

    # The draft

    def _on_edited(self, draft: PlaybookDraft) -> None:
        self._take(draft)
        self._page.show_saved("")
        self._autosave.soon("draft", lambda: self._keep(draft))
        if draft == self._done:
            # Somebody took their typing back: what undo finds has to be what stands there.
            self._autosave.flush()

    def _keep(self, draft: PlaybookDraft) -> bool:
        return self.desk.ask(self._edits.keep_typed, draft) is not None

    def _on_changed(self, draft: PlaybookDraft) -> None:
        """One thing is done; what was typed before is another one, done first."""
        self._on_kept()
        self._take(draft)
        self._on_kept()

    def _on_kept(self) -> None:
        """What was typed becomes one thing that can be taken back."""
        before, edit = self._done, self._edit
        if before is None or edit is None or edit.draft == before:
            return
        self._autosave.flush()
        self._done = edit.draft
        if self.desk.do(self._edits.change, before, edit.draft) is None:
            self._done = before

    def _take(self, draft: PlaybookDraft) -> None:
        if self._edit is not None:
            self._edit = replace(self._edit, draft=draft, faults=faults_of(draft))
            self._show()

    # Into use, and back

    def _on_use(self) -> None:
        self._on_kept()
        if self._edit is not None and self._edit.has_draft and not self._edit.faults:
            self.desk.do(self._edits.use, self._edit.draft)

    def _on_give_up(self) -> None:
        self._on_kept()
        self.desk.do(self._edits.drop_draft, self._kind)

    def _on_shipped(self) -> None:
        self._on_kept()
        sure = ask(
            self._page.window(),
            _("Back to the one that came with Followup?"),
            _("Your shop’s own words for this call are put away. You can take this back."),
            _("Yes, back to it"),
            _("Leave it"),
        )
        if sure:
            self.desk.do(self._edits.back_to_shipped, self._kind)

    def _go_back(self) -> None:
        self.desk.go(Place(RoomName.SETTINGS, given="playbooks"))

    def _on_share(self) -> None:
        """The one in use, as the others would get it."""
        self._on_kept()
        chosen, _filter = QFileDialog.getSaveFileName(
            self._page.window(), _("Save as a file"), f"{self._kind}.toml", _("Playbooks (*.toml)")
        )
        if chosen:
            share(self.desk, chosen, (self._kind,))

    # Before somebody

    def _known_facts(self) -> Facts | None:
        if self._facts is None:
            if self._customer is not None:
                self._facts = self.desk.ask(self._edits.facts_of, self._kind, self._customer.id)
            else:
                shop = self.desk.ask(self.desk.services.shop.shop)
                if shop is not None:
                    self._facts = words.sample(shop.name, self._clerk_name(), self._known)
        return self._facts

    def _clerk_name(self) -> str:
        clerks = self.desk.ask(self.desk.services.shop.clerks) or ()
        return next((one.name for one in clerks if one.id == self.desk.clerk_id), "")

    def _on_purpose(self, purpose: Purpose | None) -> None:
        self._purpose = purpose
        self._show()

    def _on_known(self, known: Known) -> None:
        self._known, self._customer, self._facts = known, None, None
        self._page.preview.show_customer(None)
        self._show_preview()

    def _on_customer_asked(self, text: str) -> None:
        hits = self.desk.ask(self.desk.services.customers.hits, text, _HITS)
        self._page.preview.customer.show_hits(hits or ())

    def _on_customer(self, hit: CustomerHit | None) -> None:
        self._customer, self._facts = hit, None
        self._page.preview.show_customer(hit)
        if hit is None:
            self._page.preview.known.choose(self._known)
        self._show_preview()

    def _on_rehearsal(self) -> None:
        edit, facts = self._edit, self._known_facts()
        if edit is not None and facts is not None:
            seen = preview(edit.draft, self._purpose or edit.draft.purposes[0].purpose, facts)
            Rehearsal(self._page.window(), edit.draft.title, readings_of(seen)).open()
