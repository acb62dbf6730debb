"""What the shop sells, in groups: when to renew, and how to make it last (M-41, M-79)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.domain.product_group import ProductGroup
from followup_desktop.domain.shop import Shop
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.labels import Body, ElidedLabel, Small
from followup_desktop.ui.kit.notices import EmptyState
from followup_desktop.ui.kit.tokens import Space, TextRole
from followup_desktop.ui.settings.section import Section
from followup_desktop.words import _
from followup_desktop.words import product_groups as words


class GroupsSection(Section):
    add_requested = Signal()
    change_requested = Signal(object)
    """ProductGroup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[ProductGroup, ...] = ()
        self.lines: list[GroupLine] = []
        self.add = QuietButton(_("Add a product group"), self, name="add_group", icon="plus")
        self.empty = EmptyState(
            _("No product groups yet"),
            _(
                "A few are enough: suits, shoes, watches. What is sold is put in them by itself, "
                "and you can find everybody who owns an older one."
            ),
            action=_("Add the first one"),
            name="add_first_group",
        )
        self._column_of_lines = QVBoxLayout()
        self._column_of_lines.setSpacing(Space.MEDIUM)
        self._build_ui()
        self.add.clicked.connect(lambda: self.add_requested.emit())
        self.empty.action_requested.connect(self.add_requested)

    def _build_ui(self) -> None:
        self.card = self.add_card(_("What the shop sells"))
        self.card.add(self.empty)
        self.card.body.addLayout(self._column_of_lines)
        line = QHBoxLayout()
        line.addWidget(self.add)
        line.addStretch(1)
        self.card.body.addLayout(line)
        self.close_column()

    def show_shop(self, shop: Shop) -> None:
        """The groups come by themselves: `show_groups`."""

    def show_groups(self, groups: Sequence[ProductGroup]) -> None:
        if tuple(groups) == self._groups and self.lines:
            return
        self._groups = tuple(groups)
        for line in self.lines:
            self._column_of_lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [GroupLine(group, self) for group in groups]
        for line in self.lines:
            line.change_requested.connect(self.change_requested)
            self._column_of_lines.addWidget(line)
        self.empty.setVisible(not groups)
        self.add.setVisible(bool(groups))


class GroupLine(QWidget):
    change_requested = Signal(object)

    def __init__(self, group: ProductGroup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ElidedLabel(group.name, self, role=TextRole.STRONG)
        self.detail = Small(words.detail(group), self)
        self.tip = Body(words.tip(group), self, wrap=True)
        self.change = QuietButton(_("Change"), self, name=f"change_group_{group.id}")
        self.change.setAccessibleName(_("Change {group}").format(group=group.name))
        self.change.clicked.connect(lambda: self.change_requested.emit(group))
        head = QHBoxLayout()
        head.setSpacing(Space.MEDIUM)
        head.addWidget(self.name)
        head.addWidget(self.detail, 1)
        texts = QVBoxLayout()
        texts.setSpacing(Space.HAIR)
        texts.addLayout(head)
        texts.addWidget(self.tip)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.LARGE)
        layout.addLayout(texts, 1)
        layout.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
