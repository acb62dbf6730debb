"""A row of a script: what is said, its cue at the side, and what can be done with it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from followup_desktop.ui.kit import metrics, painting, theme
from followup_desktop.ui.kit.buttons import IconButton
from followup_desktop.ui.kit.labels import Body, ElidedLabel
from followup_desktop.ui.kit.tokens import Radius, TextRole
from followup_desktop.words import _

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class MovingRow(QFrame):
    """Enter or F2 opens it to be changed where it stands; Ctrl+Up and Ctrl+Down move it, Del
    removes it. Whoever lays it out finds `words`, `cue` and `menu` made."""

    moved = Signal(int)
    """By how many places."""
    removed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        menu: tuple[str, str],
        cue_chars: int,
        movable: bool = True,
        removable: bool = True,
    ) -> None:
        """`menu`: what its button is called, and its objectName."""
        super().__init__(parent)
        self._movable, self._removable = movable, removable
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = Body(wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.cue = ElidedLabel(role=TextRole.SERIF_SMALL)
        self.cue.setProperty("tone", "purchase")
        self.cue.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.cue.setMaximumWidth(metrics.chars(cue_chars))
        self.menu = IconButton(menu[0], name=menu[1], icon="more")
        self.menu.setMenu(self._make_menu())

    def open_up(self) -> None:
        """Let it be changed."""
        raise NotImplementedError

    def _line(self) -> str:
        """The colour of its edge."""
        return theme.current().palette.line

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(_("Change"), self.open_up)
        if self._movable:
            menu.addAction(_("Move up"), lambda: self.moved.emit(-1))
            menu.addAction(_("Move down"), lambda: self.moved.emit(1))
        if self._removable:
            menu.addSeparator()
            menu.addAction(_("Remove"), self.removed.emit)
        return menu

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            # What is typed in it is none of its own keys.
            case _ if not self.hasFocus():
                super().keyPressEvent(event)
            case key if key in _OPENS and not control:
                self.open_up()
            case Qt.Key.Key_Up if control and self._movable:
                self.moved.emit(-1)
            case Qt.Key.Key_Down if control and self._movable:
                self.moved.emit(1)
            case Qt.Key.Key_Delete if self._removable:
                self.removed.emit()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        fill = theme.current().palette.surface
        with painting.painter_on(self) as painter:
            rect, width = QRectF(self.rect()), painting.hairline(self)
            painting.rounded(painter, rect, Radius.CONTROL, fill, self._line(), width)
            if self.hasFocus():
                painting.focus_ring(painter, rect, Radius.CONTROL)
