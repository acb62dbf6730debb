"""A month to pick a day from, dropped down from a date field."""

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from followup_desktop.ui.kit import metrics, painting, theme
from followup_desktop.ui.kit.buttons import IconButton
from followup_desktop.ui.kit.labels import Strong
from followup_desktop.ui.kit.tokens import Radius, Space, TextRole
from followup_desktop.words import _
from followup_desktop.words.days import writer

_WEEKS = 6


class MonthGrid(QWidget):
    """One month by weeks. Arrow keys move, PageUp and PageDown go by months, Enter picks."""

    picked = Signal(object)
    moved = Signal(object)

    def __init__(self, day: date, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._today = day, today
        self._first_weekday = QLocale().firstDayOfWeek().value - 1
        self.setObjectName("month_grid")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.go(day)

    def day(self) -> date:
        return self._day

    def go(self, day: date) -> None:
        """Move to `day`, without picking it."""
        self._day = day
        words = writer()
        self.setAccessibleName(f"{words.weekday_long(day)} {words.day_year(day)}")
        self.moved.emit(day)
        self.update()

    def go_months(self, count: int) -> None:
        year, month = divmod(self._day.year * 12 + self._day.month - 1 + count, 12)
        if 1900 <= year <= 2199:
            longest = monthrange(year, month + 1)[1]
            self.go(date(year, month + 1, min(self._day.day, longest)))

    def day_at(self, pos: QPoint) -> date | None:
        """The day under a point, if there is one."""
        cell = self._cell()
        row = pos.y() // cell.height() - 1
        column = pos.x() // cell.width()
        if not (0 <= row < _WEEKS and 0 <= column < 7):
            return None
        if self.isRightToLeft():
            column = 6 - column
        return self._start() + timedelta(row * 7 + column)

    def _cell(self) -> QSize:
        line = theme.metrics(TextRole.BODY).height()
        return QSize(line + 18, line + 12)

    def _start(self) -> date:
        """The first day shown: the beginning of the week that holds the 1st."""
        first = self._day.replace(day=1)
        return first - timedelta((first.weekday() - self._first_weekday) % 7)

    def _rect_of(self, row: int, column: int) -> QRect:
        cell = self._cell()
        place = 6 - column if self.isRightToLeft() else column
        return QRect(QPoint(place * cell.width(), row * cell.height()), cell)

    def _paint_day(self, painter: QPainter, day: date, box: QRectF) -> None:
        palette = theme.current().palette
        side = min(box.width(), box.height())
        dot = QRectF(0, 0, side, side)
        dot.moveCenter(box.center())
        ink = palette.ink if day.month == self._day.month else palette.faint
        if day == self._day:
            painting.rounded(painter, dot, side / 2, palette.primary)
            ink = palette.on_primary
        elif day == self._today:
            painting.rounded(painter, dot, side / 2, "", palette.primary_ink, 1.5)
        painter.setFont(theme.font(TextRole.BODY))
        painter.setPen(theme.colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, QLocale().toString(day.day))

    # Qt's own

    def sizeHint(self) -> QSize:
        cell = self._cell()
        return QSize(cell.width() * 7, cell.height() * (_WEEKS + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        side = -1 if self.isRightToLeft() else 1
        days = {
            Qt.Key.Key_Left: -side,
            Qt.Key.Key_Right: side,
            Qt.Key.Key_Up: -7,
            Qt.Key.Key_Down: 7,
        }.get(Qt.Key(key))
        if days is not None:
            self.go(self._day + timedelta(days))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go_months(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.go(day)
            self.picked.emit(day)

    def paintEvent(self, event: QPaintEvent) -> None:
        start = self._start()
        names = writer()
        with painting.painter_on(self) as painter:
            painter.setFont(theme.font(TextRole.NAV))
            painter.setPen(theme.colour(theme.current().palette.faint))
            for column in range(7):
                name = names.weekday(start + timedelta(column))
                painter.drawText(self._rect_of(0, column), Qt.AlignmentFlag.AlignCenter, name)
            for index in range(_WEEKS * 7):
                row, column = divmod(index, 7)
                box = QRectF(self._rect_of(row + 1, column)).adjusted(2, 2, -2, -2)
                self._paint_day(painter, start + timedelta(index), box)


class CalendarPopup(QFrame):
    """Closes after a pick, on Escape, or at a click elsewhere."""

    picked = Signal(object)

    def __init__(self, day: date, today: date, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendar")
        self._title = Strong("", self)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.grid = MonthGrid(day, today, self)
        back = IconButton(_("Month before"), self, name="month_before", icon="left")
        on = IconButton(_("Month after"), self, name="month_after", icon="right")
        back.clicked.connect(lambda: self.grid.go_months(-1))
        on.clicked.connect(lambda: self.grid.go_months(1))
        head = QHBoxLayout()
        for widget, stretch in ((back, 0), (self._title, 1), (on, 0)):
            head.addWidget(widget, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.MEDIUM, Space.MEDIUM, Space.MEDIUM, Space.MEDIUM)
        layout.addLayout(head)
        layout.addWidget(self.grid)
        self.grid.moved.connect(self._on_grid_moved)
        self.grid.picked.connect(self._on_grid_picked)
        self._on_grid_moved(day)

    def show_below(self, field: QWidget) -> None:
        """Drop down from `field`, or up where there is no room below."""
        self.adjustSize()
        spot = field.mapToGlobal(QPoint(0, field.height() + 4))
        # Not field.screen(): PySide takes what it returns for the field's child.
        screen = QGuiApplication.screenAt(field.mapToGlobal(QPoint()))
        free = (screen or QGuiApplication.primaryScreen()).availableGeometry()
        if spot.y() + self.height() > free.bottom():
            spot = field.mapToGlobal(QPoint(0, -self.height() - 4))
        spot.setX(max(free.left(), min(spot.x(), free.right() - self.width())))
        spot.setY(max(free.top(), spot.y()))
        self.move(spot)
        self.show()
        self.grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_grid_moved(self, day: date) -> None:
        month = QLocale().standaloneMonthName(day.month)
        self._title.setText(_("{month} {year}").format(month=month, year=day.year))

    def _on_grid_picked(self, day: date) -> None:
        self.picked.emit(day)
        self.close()

    # Qt's own

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(metrics.chars(20), 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        with painting.painter_on(self) as painter:
            rect = QRectF(self.rect())
            painting.rounded(painter, rect, Radius.CONTROL, palette.surface, palette.button_line)
