"""Settings: its parts behind tabs, each kept as soon as something is changed."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from followup_desktop import __version__
from followup_desktop.domain.calling_rules import CallingRules
from followup_desktop.domain.shop import Shop
from followup_desktop.ui.kit.labels import Heading
from followup_desktop.ui.kit.notices import Notice
from followup_desktop.ui.kit.scroller import Scroller
from followup_desktop.ui.kit.tabs import Tabs
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.settings.appearance_section import AppearanceSection
from followup_desktop.ui.settings.clerks_section import ClerksSection
from followup_desktop.ui.settings.data_section import DataSection
from followup_desktop.ui.settings.follow_ups_section import FollowUpsSection
from followup_desktop.ui.settings.groups_section import GroupsSection
from followup_desktop.ui.settings.playbooks_section import PlaybooksSection
from followup_desktop.ui.settings.rules_section import RulesSection
from followup_desktop.ui.settings.section import Section
from followup_desktop.ui.settings.shop_section import ShopSection
from followup_desktop.words import N_, _


class Part(StrEnum):
    SHOP = "shop"
    CLERKS = "clerks"
    FOLLOW_UPS = "follow_ups"
    RULES = "rules"
    GROUPS = "groups"
    PLAYBOOKS = "playbooks"
    APPEARANCE = "appearance"
    DATA = "data"


_TABS = {
    Part.SHOP: N_("Shop"),
    Part.CLERKS: N_("Clerks"),
    Part.FOLLOW_UPS: N_("Follow-ups"),
    Part.RULES: N_("Rules"),
    Part.GROUPS: N_("Product groups"),
    Part.PLAYBOOKS: N_("Playbooks"),
    Part.APPEARANCE: N_("Appearance"),
    Part.DATA: N_("Data"),
}


class SettingsPage(QWidget):
    def __init__(
        self,
        parent: QWidget | None,
        *,
        today: date,
        regions: Mapping[str, CallingRules],
        folder: Path | None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.tabs = Tabs(
            [(part, _(words)) for part, words in _TABS.items()],
            self,
            name="settings_tabs",
            label=_("Settings"),
        )
        self.shop = ShopSection(today, self)
        self.clerks = ClerksSection(self)
        self.follow_ups = FollowUpsSection(regions, self)
        self.rules = RulesSection(self)
        self.groups = GroupsSection(self)
        self.playbooks = PlaybooksSection(self)
        self.appearance = AppearanceSection(self)
        self.data = DataSection(folder, __version__, self)
        self.notice = Notice("", self)
        self._stack = QStackedWidget(self)
        self._build_ui()
        self.tabs.chosen.connect(self.show_part)

    @property
    def sections(self) -> dict[Part, Section]:
        return {
            Part.SHOP: self.shop,
            Part.CLERKS: self.clerks,
            Part.FOLLOW_UPS: self.follow_ups,
            Part.RULES: self.rules,
            Part.GROUPS: self.groups,
            Part.PLAYBOOKS: self.playbooks,
            Part.APPEARANCE: self.appearance,
            Part.DATA: self.data,
        }

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.PAGE - 4, Space.PAGE, 0)
        layout.setSpacing(Space.MEDIUM)
        layout.addWidget(Heading(_("Settings"), self))
        bar = self.tabs.layout()
        assert bar is not None
        bar.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.notice)
        layout.addWidget(self._stack, 1)
        for section in self.sections.values():
            self._stack.addWidget(Scroller(section, self))

    def show_part(self, part: Part) -> None:
        self.tabs.choose(part)
        self._stack.setCurrentIndex(list(self.sections).index(part))
        self.notice.show_note("")

    def show_snapshot(self, shop: Shop) -> None:
        self.notice.show_note("")
        for section in self.sections.values():
            section.show_shop(shop)

    def show_problem(self, sentence: str) -> None:
        """Why something was not kept; what was typed still stands in its field."""
        self.notice.show_problem(sentence)
