"""A part of the settings: cards under one another, in a column that stays easy to read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from followup_desktop.domain.shop import Shop
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space

_WIDTH = 860


class Section(QWidget):
    """What is changed is emitted at once, by the names that the service knows it under."""

    shop_edited = Signal(dict)
    """For `ShopService.change_shop`."""
    preference_edited = Signal(dict)
    """For `ShopService.prefer`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.changed.connect(self._set_width)
        self._set_width()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, Space.PAGE)
        self._column.setSpacing(Space.LARGE)

    def _set_width(self) -> None:
        self.setMaximumWidth(theme.current().px(_WIDTH))

    def add_card(self, title: str) -> Card:
        card = Card(title, self)
        card.body.setSpacing(Space.MEDIUM)
        self._column.addWidget(card)
        return card

    def close_column(self) -> None:
        """After the last card: what room is left stays below."""
        self._column.addStretch(1)

    def show_shop(self, shop: Shop) -> None:
        """Show what is kept; a text that somebody is typing stays theirs."""
        raise NotImplementedError
