"""Keeps what is changed in the settings."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from followup_desktop.domain.changes import Changed, Changes
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.product_group import ProductGroup
from followup_desktop.domain.shop import Clerk
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.kit.row_list import came_by_key
from followup_desktop.ui.room import Place, RoomController
from followup_desktop.ui.settings.backing_up import BackingUp
from followup_desktop.ui.settings.group_form import group_form
from followup_desktop.ui.settings.handover_sheet import HandoverSheet
from followup_desktop.ui.settings.page import Part, SettingsPage
from followup_desktop.ui.settings.playbooks import PlaybookSettings
from followup_desktop.ui.settings.rules_part import RulesPart
from followup_desktop.words import _, troubles


class SettingsController(RoomController):
    shows = Changed.SHOP | Changed.CLERKS | Changed.FOLLOW_UPS | Changed.PLAYBOOKS

    def __init__(self, desk: Desk, page: SettingsPage) -> None:
        super().__init__(desk, page)
        self._page = page
        self._shop = desk.services.shop
        self._rules = RulesPart(desk, page.rules, self._tell, self.refresh)
        self._playbooks = PlaybookSettings(desk, page.playbooks)
        self._backing_up = BackingUp(self)
        page.data.sample_card.setVisible(not desk.is_sample)
        self._connect()

    def _connect(self) -> None:
        page = self._page
        for section in page.sections.values():
            section.shop_edited.connect(self._rules.shop_edited)
            section.preference_edited.connect(self._rules.preferences_edited)
        page.clerks.added.connect(self._on_clerk_added)
        page.clerks.renamed.connect(self._on_clerk_renamed)
        page.clerks.manager_ticked.connect(self._on_manager_ticked)
        page.clerks.left_requested.connect(self._on_left_requested)
        page.groups.add_requested.connect(self._on_group_add_requested)
        page.groups.change_requested.connect(self._on_group_change_requested)
        page.data.folder_requested.connect(self._on_folder_requested)
        page.data.backup_requested.connect(self._on_backup_requested)
        page.data.backup_cancelled.connect(self._backing_up.cancel)
        self._backing_up.progressed.connect(page.data.show_progress)
        self._backing_up.cancelled.connect(self._on_backup_cancelled)
        self._backing_up.made.connect(self._on_backup_made)
        self._backing_up.failed.connect(self._on_backup_failed)
        page.data.sample_requested.connect(self.desk.sample_requested)

    def enter(self, place: Place) -> None:
        """`place.given` may name a `Part`."""
        if place.given is not None:
            self._page.show_part(Part(str(place.given)))
        super().enter(place)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        # Without a shortcut the ring comes with the first key.
        by_key = came_by_key(Qt.FocusReason.OtherFocusReason)
        reason = Qt.FocusReason.ShortcutFocusReason if by_key else Qt.FocusReason.MouseFocusReason
        self._page.tabs.setFocus(reason)

    def refresh(self) -> None:
        shop = self.desk.ask(self._shop.shop)
        if shop is None:
            return
        self._page.shop.closing.set_today(self.desk.now().day)
        self._page.show_snapshot(shop)
        self._page.groups.show_groups(self.desk.ask(self.desk.services.product_groups.groups) or ())
        self._playbooks.refresh_in_sight()
        self._rules.show()
        self._show_backups()

    def _tell(self, answer: Changes | WorldError) -> bool:
        """Say on the page why something could not be kept."""
        if isinstance(answer, WorldError):
            if answer.trouble is Trouble.BAD_VALUE:
                self.refresh()
                self._page.show_problem(troubles.trouble(answer))
            return False
        return True

    # The shop and its people

    def _on_clerk_added(self, name: str) -> None:
        if self._tell(self.desk.attempt(self._shop.add_clerk, name)):
            self._page.clerks.clear_new()

    def _on_clerk_renamed(self, who_id: int, name: str) -> None:
        self._tell(self.desk.attempt(self._shop.rename_clerk, who_id, name))

    def _on_manager_ticked(self, who_id: int, is_manager: bool) -> None:
        self._tell(self.desk.attempt(self._shop.set_manager, who_id, is_manager))

    def _on_left_requested(self, clerk: Clerk) -> None:
        clerks = self.desk.ask(self._shop.clerks) or ()
        others = tuple(one for one in clerks if one.left_on is None and one.id != clerk.id)
        sheet = HandoverSheet(self._page.window(), clerk, others)
        sheet.confirmed.connect(self._on_handover_confirmed)
        sheet.open()

    def _on_handover_confirmed(self, who_id: int, heir_id: int | None) -> None:
        """Whoever leaves isn't at the desk any more either."""
        if not self._tell(self.desk.attempt(self._shop.clerk_left, who_id, heir_id)):
            return
        if who_id == self.desk.clerk_id:
            here = [one.id for one in self.desk.ask(self._shop.clerks) or () if not one.left_on]
            self.desk.switch_clerk(heir_id or next(iter(here), None))

    # What is sold

    def _on_group_add_requested(self) -> None:
        group_form(self.desk, self._page.window()).open()

    def _on_group_change_requested(self, group: ProductGroup) -> None:
        group_form(self.desk, self._page.window(), group).open()

    # The data

    def _on_folder_requested(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.folder)))

    def _on_backup_requested(self) -> None:
        self._page.data.show_backing_up()
        self._backing_up.start(self.desk.services.upkeep, self.desk.now())

    def _on_backup_made(self, name: str) -> None:
        self._page.data.show_result(_("Backed up and checked: {name}").format(name=name))
        self._show_backups()

    def _on_backup_cancelled(self) -> None:
        self._page.data.show_result(
            _("The backup was cancelled. The earlier ones are still there.")
        )

    def _on_backup_failed(self, error: WorldError) -> None:
        self._page.data.show_result("")
        self.desk.troubled.emit(error)

    def _show_backups(self) -> None:
        backups = self.desk.ask(self.desk.services.upkeep.backups) or ()
        newest = max((one.made_at for one in backups), default=None)
        self._page.data.show_backups(len(backups), newest, self.desk.now().local)
