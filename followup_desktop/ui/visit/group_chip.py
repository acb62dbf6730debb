"""The product group of what was bought, quietly at the end of its line: guessed, and changeable."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from followup_desktop.domain import names
from followup_desktop.domain.product_group import ItemGroup, ProductGroup
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.button_base import Coat, plain
from followup_desktop.ui.kit.buttons import MenuButton
from followup_desktop.ui.kit.tokens import Palette, Radius, Space, TextRole
from followup_desktop.words import _


class GroupChip(MenuButton):
    """Not a stop for the Tab key, so that a practised hand goes on as before; Alt+G opens it."""

    changed = Signal()
    side_padding = Space.SMALL
    radius = Radius.SMALL

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="visit_group")
        self.text_role = TextRole.SMALL
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._groups: dict[int | None, str] = {}
        self._found: tuple[ItemGroup, ...] = ()
        self._chosen: dict[str, int | None] = {}
        self.menu_shown.aboutToShow.connect(self._fill_menu)
        self.hide()

    def set_groups(self, groups: Sequence[ProductGroup]) -> None:
        self._groups = {group.id: group.name for group in groups}
        self.show_groups(())

    def set_chosen(self, chosen: Sequence[ItemGroup]) -> None:
        self._chosen = {one.item: one.group_id for one in chosen}

    def chosen(self, items: Sequence[str]) -> tuple[ItemGroup, ...]:
        """What somebody chose by hand, of the things that still stand on the form."""
        cleaned = (names.clean(item) for item in items)
        return tuple(ItemGroup(one, self._chosen[one]) for one in cleaned if one in self._chosen)

    def show_groups(self, found: Sequence[ItemGroup]) -> None:
        """What the shop thinks of each thing; nothing is shown in a shop without groups."""
        self._found = tuple(found)
        known = dict.fromkeys(self._name(one.group_id) for one in found if one.group_id)
        words = ", ".join(known) or _("Group")
        self.set_label(words)
        self.setAccessibleName(_("Product group: {groups}").format(groups=words))
        self.setToolTip(_("Which product group is it? Alt+G"))
        self.setVisible(bool(found and self._groups))

    def open(self) -> None:
        """By key."""
        if self.isVisible():
            self.showMenu()

    def _name(self, group_id: int | None) -> str:
        return self._groups.get(group_id, "")

    def _fill_menu(self) -> None:
        self.menu_shown.clear()
        for one in self._found:
            menu = self.menu_shown
            if len(self._found) > 1:
                menu = QMenu(plain(one.item), self.menu_shown)
                self.menu_shown.addMenu(menu)
            self._fill(menu, one)

    def _fill(self, menu: QMenu, one: ItemGroup) -> None:
        for group_id, name in (*self._groups.items(), (None, _("In no group"))):
            if group_id is None:
                menu.addSeparator()
            action = menu.addAction(plain(name))
            action.setCheckable(True)
            action.setChecked(one.group_id == group_id)
            action.triggered.connect(
                lambda _on=False, item=one.item, to=group_id: self._choose(item, to)
            )

    def _choose(self, item: str, group_id: int | None) -> None:
        self._chosen[item] = group_id
        self.show_groups(
            [ItemGroup(item, group_id) if one.item == item else one for one in self._found]
        )
        self.changed.emit()

    def _coat(self, palette: Palette) -> Coat:
        return Coat(palette.sunken if self.underMouse() else palette.window, "", palette.muted)

    def _height(self) -> int:
        return theme.metrics(self.text_role).height() + Space.SMALL
