"""The playbooks' part of the settings: opening one, sharing ours, looking at somebody else's."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.playbook_draft import PlaybookDraft
from followup_desktop.domain.playbook_error import PlaybookError
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.playbook_files import share
from followup_desktop.ui.room import Place, RoomName
from followup_desktop.ui.settings.playbooks_section import PlaybooksSection
from followup_desktop.ui.settings.shared_sheet import SharedSheet
from followup_desktop.words import _
from followup_desktop.words import playbook_faults as faults


class PlaybookSettings(QObject):
    def __init__(self, desk: Desk, section: PlaybooksSection) -> None:
        super().__init__(section)
        self._desk = desk
        self._section = section
        section.shown.connect(self.refresh)
        section.edit_requested.connect(self._on_edit)
        section.load_requested.connect(self._on_load)
        section.share_requested.connect(self._on_share)

    def refresh(self) -> None:
        entries = self._desk.ask(self._desk.services.playbook_edits.entries)
        if entries is not None:
            self._section.show_entries(entries)

    def refresh_in_sight(self) -> None:
        if self._section.isVisible():
            self.refresh()

    def look_at(self, path: Path) -> None:
        """Show what a file holds, before anything of it is taken."""
        edits = self._desk.services.playbook_edits
        try:
            shared = edits.look_at(path)
        except PlaybookError as error:
            SharedSheet.refused(self._section.window(), path.name, faults.placed(error)).open()
            return
        in_use = {draft.kind: edits.edit(draft.kind).in_use for draft in shared.drafts}
        sheet = SharedSheet(self._section.window(), shared, in_use)
        sheet.taken.connect(lambda drafts: self._take(sheet, drafts))
        sheet.open()

    def _take(self, sheet: SharedSheet, drafts: tuple[PlaybookDraft, ...]) -> None:
        if self._desk.do(self._desk.services.playbook_edits.take, drafts) is not None:
            sheet.dismiss()

    def _on_edit(self, kind: Kind) -> None:
        self._desk.go(Place(RoomName.PLAYBOOK, given=kind))

    def _on_load(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self._section.window(), _("Load a file"), "", _("Playbooks (*.toml)")
        )
        if chosen:
            self.look_at(Path(chosen))

    def _on_share(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self._section.window(),
            _("Save as one file"),
            "followup-playbooks.toml",
            _("Playbooks (*.toml)"),
        )
        if chosen:
            share(self._desk, chosen, self._desk.services.playbook_edits.own_kinds())
