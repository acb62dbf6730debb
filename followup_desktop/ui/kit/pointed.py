"""What a drawing is made of, one place after the other: each says in words what it shows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.ui.kit import painting
from followup_desktop.ui.kit.tokens import Radius

NOWHERE = -1


class Pointed(QWidget):
    """One Tab stop; the mouse or the arrow keys point at a place, and what it shows is said: by
    `pointed`, as the tooltip, and to whoever listens to the page. A drawing overrides `rect_of`,
    `step` and its painting."""

    pointed = Signal(str)
    """What the place says; empty: at none."""

    def __init__(self, parent: QWidget | None = None, *, name: str, label: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words: tuple[str, ...] = ()
        self._summary = ""
        self._place = NOWHERE
        self._ring = False

    @property
    def place(self) -> int:
        """The one that is pointed at."""
        return self._place

    def words(self) -> tuple[str, ...]:
        return self._words

    def show_words(self, words: Sequence[str], summary: str) -> None:
        """What each place says, in their order; `summary` is all of it in a sentence."""
        self._words, self._summary = tuple(words), summary
        self._place = NOWHERE
        self.setAccessibleDescription(summary)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def rect_of(self, place: int) -> QRectF:
        """Where it is drawn."""
        raise NotImplementedError

    def step(self, place: int, key: Qt.Key) -> int:
        """The place that an arrow key leads to."""
        raise NotImplementedError

    def first_place(self) -> int:
        """Where the keyboard begins."""
        return len(self._words) - 1

    def point(self, place: int) -> None:
        if place == self._place:
            return
        self._place = place
        words = self._words[place] if place != NOWHERE else ""
        self.setToolTip(words)
        self.setAccessibleDescription(words or self._summary)
        change = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(change)
        self.pointed.emit(words)
        self.update()

    def paint_ring(self, painter: QPainter) -> None:
        """Around the place that the keyboard is at."""
        if self._ring and self.hasFocus() and self._place != NOWHERE:
            rect = self.rect_of(self._place).adjusted(-3, -3, 3, 3)
            rect = rect.intersected(QRectF(self.rect()))
            painting.focus_ring(painter, rect, Radius.SMALL)

    def _place_at(self, point: QPointF) -> int:
        places = range(len(self._words))
        return next((place for place in places if self.rect_of(place).contains(point)), NOWHERE)

    # Qt's own

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._ring = False
        self.point(self._place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self.point(NOWHERE)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_tab = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in by_tab and self._words:
            self._ring = True
            self.point(self.first_place())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.point(NOWHERE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = (
            Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
            Qt.Key.Key_Home, Qt.Key.Key_End,
        )  # fmt: skip
        key = Qt.Key(event.key())
        if key not in arrows or not self._words or event.modifiers():
            super().keyPressEvent(event)
            return
        turned = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}
        key = turned.get(key, key) if self.isRightToLeft() else key
        self._ring = True
        place = self.first_place() if self._place == NOWHERE else self.step(self._place, key)
        self.point(place)
        self.update()
