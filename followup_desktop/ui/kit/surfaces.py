"""Cards, and the thin lines between things."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.labels import ElidedLabel
from followup_desktop.ui.kit.tokens import Palette, Radius, Space, TextRole, ToneName


class Card(QFrame):
    """A white rounded surface with an optional small title; what goes on it goes into `body`."""

    def __init__(
        self, title: str = "", parent: QWidget | None = None, *, padding: int = Space.CARD
    ) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(Space.SMALL)
        self.title = ElidedLabel("", self, role=TextRole.CAPS)
        self.body.addWidget(self.title)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.setAccessibleName(title)

    def add(self, widget: QWidget, stretch: int = 0) -> QWidget:
        self.body.addWidget(widget, stretch)
        return widget

    def _colours(self, palette: Palette) -> tuple[str, str]:
        """Fill and line."""
        return palette.surface, palette.line

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, line = self._colours(theme.current().palette)
        with painting.painter_on(self) as painter:
            width = painting.hairline(self)
            painting.rounded(painter, QRectF(self.rect()), Radius.CARD, fill, line, width)


class TintedCard(Card):
    """A card that stands out quietly.

    Sunken by default, or in a tone ("Worth asking" is `WARNING`).
    """

    def __init__(
        self,
        title: str = "",
        parent: QWidget | None = None,
        *,
        tone: ToneName | None = None,
        padding: int = Space.CARD - 4,
    ) -> None:
        self._tone = tone
        super().__init__(title, parent, padding=padding)
        if tone is not None:
            self.title.set_tone(tone)

    def _colours(self, palette: Palette) -> tuple[str, str]:
        if self._tone is None:
            return palette.window, ""
        tone = palette.tone(self._tone)
        return tone.tint, tone.line


class Divider(QFrame):
    """A hairline across its layout."""

    def __init__(self, parent: QWidget | None = None, *, vertical: bool = False) -> None:
        super().__init__(parent)
        fixed, grow = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if vertical else grow, grow if vertical else fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting.painter_on(self) as painter:
            painter.fillRect(self.rect(), theme.colour(theme.current().palette.line))
