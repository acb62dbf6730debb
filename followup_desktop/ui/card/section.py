"""A side card: a small title, rows, and a way to add one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.ui.card.row_painter import SIDE
from followup_desktop.ui.card.rows import Row
from followup_desktop.ui.card.rows_view import RowsView
from followup_desktop.ui.kit.buttons import IconButton
from followup_desktop.ui.kit.labels import Caps, Small
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space


class Section(Card):
    """Emits what a person asks for; `hint` stands where there is no row yet."""

    add_requested = Signal()
    opened = Signal(object, object)
    """Row, and the QPoint on the screen where a menu about it drops down."""

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        *,
        name: str,
        add: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(parent=parent, padding=Space.MEDIUM - 2)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.body.setContentsMargins(
            Space.CARD - SIDE, Space.MEDIUM, Space.CARD - SIDE, Space.MEDIUM
        )
        self.body.setSpacing(Space.HAIR)
        self.heading = Caps(title)
        self.rows = RowsView(name=f"{name}_rows", label=title)
        self.hint = Small(hint, wrap=True)
        self.hint.setContentsMargins(SIDE, 0, SIDE, 0)
        head = QHBoxLayout()
        head.setContentsMargins(SIDE, 0, 0, 0)
        head.addWidget(self.heading, 1)
        if add:
            self.add_button = IconButton(add, name=f"{name}_add", icon="plus")
            self.add_button.clicked.connect(lambda: self.add_requested.emit())
            head.addWidget(self.add_button)
        self.body.addLayout(head)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.rows)
        self.rows.opened.connect(lambda row: self.opened.emit(row, self.rows.below_current()))
        self._has_hint = bool(hint)

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.rows.show_rows(rows)
        self.rows.setVisible(bool(rows))
        self.hint.setVisible(self._has_hint and not rows)
