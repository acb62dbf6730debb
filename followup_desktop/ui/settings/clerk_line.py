"""One clerk in the settings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.domain.names import initials
from followup_desktop.domain.shop import Clerk
from followup_desktop.ui.kit import metrics
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.chips import Avatar
from followup_desktop.ui.kit.fields import LineField
from followup_desktop.ui.kit.labels import Muted
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space, ToneName
from followup_desktop.words import _, ngettext


class ClerkLine(QWidget):
    """The name can be typed over; it is kept when the field is left."""

    renamed = Signal(int, str)
    manager_ticked = Signal(int, bool)
    left_requested = Signal(int)

    def __init__(self, clerk: Clerk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clerk = clerk
        self.avatar = Avatar("", ToneName.PURCHASE, parent=self)
        self.name = LineField("", self, name=f"clerk_{clerk.id}_name")
        self.manager = Tick(_("Manager"), self, name=f"clerk_{clerk.id}_manager")
        self.open = Muted("", self)
        self.left = LinkButton(_("Has left…"), self, name=f"clerk_{clerk.id}_left", muted=True)
        self._build_ui()
        self.name.editingFinished.connect(self._on_name_edited)
        self.manager.ticked.connect(lambda on: self.manager_ticked.emit(clerk.id, on))
        self.left.clicked.connect(lambda: self.left_requested.emit(clerk.id))
        self.show_clerk(clerk)

    def _build_ui(self) -> None:
        self.open.setMinimumWidth(metrics.chars(16))
        self.open.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.MEDIUM)
        layout.addWidget(self.avatar)
        layout.addWidget(self.name, 1)
        for widget in (self.manager, self.open, self.left):
            layout.addWidget(widget)

    def show_clerk(self, clerk: Clerk) -> None:
        self._clerk = clerk
        self.avatar.set_avatar(initials(clerk.name), ToneName.PURCHASE)
        self.name.setText(clerk.name)
        self.name.setAccessibleName(_("Name of {name}").format(name=clerk.name))
        self.manager.setChecked(clerk.is_manager)
        self.left.setAccessibleName(_("{name} has left").format(name=clerk.name))
        self.open.setText(
            ngettext("{count} follow-up", "{count} follow-ups", clerk.open_follow_ups).format(
                count=clerk.open_follow_ups
            )
        )

    def _on_name_edited(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setText(self._clerk.name)
        elif name != self._clerk.name:
            self.renamed.emit(self._clerk.id, name)
