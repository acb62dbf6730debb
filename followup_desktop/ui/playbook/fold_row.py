"""A row that opens to be edited where it stands: by a click, Enter or F2; Escape closes it."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from followup_desktop.ui.kit import metrics, painting, theme
from followup_desktop.ui.kit.buttons import IconButton
from followup_desktop.ui.kit.fields import HintLine
from followup_desktop.ui.kit.labels import Body, ElidedLabel, Small
from followup_desktop.ui.kit.tokens import Radius, Space, TextRole
from followup_desktop.words import _


class FoldRow(QFrame):
    """Closed it shows what it is about; open it shows `make_editor()` below that."""

    opened = Signal()
    closed = Signal()
    moved = Signal(int)
    """By how many places."""
    removed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        movable: bool = True,
        removable: bool = True,
    ) -> None:
        super().__init__(parent)
        self._movable, self._removable = movable, removable
        self.editor: QWidget | None = None
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._build_ui(name)

    def make_editor(self) -> QWidget:
        """What is shown while the row is open; its focus proxy gets the keyboard."""
        raise NotImplementedError

    @property
    def is_open(self) -> bool:
        return self.editor is not None

    def open_up(self) -> None:
        if self.editor is None:
            self.editor = self.make_editor()
            self._layout.addWidget(self.editor)
            self.editor.show()
            self.problem.hide()
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self.opened.emit()
            self.updateGeometry()
            # Once it is laid out.
            QTimer.singleShot(0, self, self._come_into_sight)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _come_into_sight(self) -> None:
        at = self.parentWidget()
        while at is not None and not isinstance(at, QScrollArea):
            at = at.parentWidget()
        if at is not None and self.editor is not None:
            at.ensureWidgetVisible(self.editor, 0, Space.PAGE)
            at.ensureWidgetVisible(self.words, 0, Space.PAGE)

    def fold(self) -> None:
        """Close it; the keyboard stays on the row."""
        if self.editor is None:
            return
        here = QApplication.focusWidget()
        had_focus = here is not None and self.editor.isAncestorOf(here)
        gone, self.editor = self.editor, None
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._layout.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.closed.emit()
        self.updateGeometry()

    def show_head(self, rich: str, spoken: str, cue: str = "", note: str = "") -> None:
        """`rich` is what is seen, `spoken` the same for those who hear it."""
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setText(rich)
        self.cue.setText(cue)
        self.cue.setVisible(bool(cue))
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.setAccessibleName(spoken)

    def show_problem(self, sentence: str) -> None:
        """Seen while it is closed; an open one says it at the field."""
        self.problem.show_problem("" if self.is_open else sentence)
        self.setAccessibleDescription(sentence)

    def _build_ui(self, name: str) -> None:
        self.words = Body(wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.cue = ElidedLabel(role=TextRole.SERIF_SMALL)
        self.cue.setProperty("tone", "purchase")
        self.cue.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.cue.setMaximumWidth(metrics.chars(28))
        self.note = Small(wrap=True)
        self.problem = HintLine()
        self.menu = IconButton(_("What to do with this"), name=f"{name}_menu", icon="more")
        self.menu.setMenu(self._make_menu())
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for widget in (self.words, self.note, self.problem):
            texts.addWidget(widget)
        head = QHBoxLayout()
        head.setSpacing(Space.MEDIUM)
        head.addLayout(texts, 3)
        head.addWidget(self.cue, 2)
        head.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignTop)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(Space.LARGE - 1, Space.SMALL, Space.SMALL, Space.SMALL)
        self._layout.setSpacing(Space.MEDIUM)
        self._layout.addLayout(head)

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.is_open:
            head = self.words.geometry().united(self.cue.geometry())
            if head.contains(event.position().toPoint()):
                self.fold()
        else:
            self.open_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Escape if self.is_open:
                self.fold()
            case _ if not self.hasFocus():
                super().keyPressEvent(event)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 if not control:
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
        palette = theme.current().palette
        with painting.painter_on(self) as painter:
            rect, width = QRectF(self.rect()), painting.hairline(self)
            line = palette.control_line if self.is_open else palette.line
            painting.rounded(painter, rect, Radius.CONTROL, palette.surface, line, width)
            if self.hasFocus():
                painting.focus_ring(painter, rect, Radius.CONTROL)
