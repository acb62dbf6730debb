"""A row that opens to be edited where it stands: by a click, Enter or F2; Escape closes it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.fields import HintLine
from followup_desktop.ui.kit.labels import Small
from followup_desktop.ui.kit.moving_row import MovingRow
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _


class FoldRow(MovingRow):
    """Closed it shows what it is about; open it shows `make_editor()` below that."""

    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        movable: bool = True,
        removable: bool = True,
    ) -> None:
        super().__init__(
            parent,
            name=name,
            menu=(_("What to do with this"), f"{name}_menu"),
            cue_chars=28,
            movable=movable,
            removable=removable,
        )
        self.editor: QWidget | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._build_ui()

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

    def _line(self) -> str:
        return theme.current().palette.control_line if self.is_open else super()._line()

    def _build_ui(self) -> None:
        self.note = Small(wrap=True)
        self.problem = HintLine()
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
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.fold()
        else:
            super().keyPressEvent(event)
