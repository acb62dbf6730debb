"""Our calls: week by week, and at which hours people are reached (M-69)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from followup_desktop.domain.insights.calls import FEWEST_IN_AN_HOUR, Bars, WhenReached
from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.columns import Column, Columns
from followup_desktop.ui.kit.labels import ElidedLabel, Muted, Small
from followup_desktop.ui.kit.squares import Square, Squares
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space, TextRole
from followup_desktop.words import _
from followup_desktop.words import in_short as words


class CallsCard(Card):
    """Bars, and below them what the one says that somebody points at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self.columns = Columns(self, name="calls_chart", label=_("Calls"))
        self.nothing = Muted(_("Nobody was called in this time."), self, wrap=True)
        self.said = ElidedLabel("", self, role=TextRole.SMALL)
        self._summary = ""
        self._key = QWidget(self)
        key = QHBoxLayout(self._key)
        key.setContentsMargins(0, 0, 0, 0)
        key.setSpacing(Space.SMALL)
        for colour, label in (("primary", _("talked")), ("button_line", _("not reached"))):
            key.addWidget(_Patch(colour, self))
            key.addWidget(Small(label, self))
        self.said.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        key.addWidget(self.said, 1)
        self.add(self.columns)
        self.add(self._key)
        self.add(self.nothing)
        self.body.addStretch()
        self.columns.pointed.connect(lambda said: self.said.setText(said or self._summary))

    def show_bars(self, bars: Bars) -> None:
        has_any = bars.total.of > 0
        for part in (self.columns, self._key):
            part.setVisible(has_any)
        self.nothing.setVisible(not has_any)
        title = words.calls_title(bars.step)
        self.set_title(title)
        self.columns.setAccessibleName(title)
        self._summary = words.bars_words(bars)
        self.said.setText(self._summary)
        columns = [
            Column(
                words.bar_label(bar, bars.step),
                bar.calls.part,
                bar.calls.of,
                words.bar_words(bar, bars.step, bars.bars[-1].last_on),
            )
            for bar in bars.bars
        ]
        self.columns.show_columns(columns, self._summary)


class HoursCard(Card):
    """Weekdays and hours; only where somebody was called there is a square."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("When people are reached"), parent)
        self.squares = Squares(self, name="hours_chart", label=_("When people are reached"))
        self.said = Small("", self, wrap=True)
        self.add(self.squares)
        self.add(self.said)
        self.body.addStretch()
        self._key = _(
            "The fuller the colour, the more were reached. An outline: fewer than {count} calls."
        ).format(count=FEWEST_IN_AN_HOUR)
        self.squares.pointed.connect(lambda said: self.said.setText(said or self._key))

    def show_hours(self, reached: WhenReached, first_weekday: int) -> None:
        self.setVisible(bool(reached.hours))
        if not reached.hours:
            return
        hours = [hour.hour for hour in reached.hours]
        first = min(hours)
        weekdays = sorted(
            {hour.weekday for hour in reached.hours}, key=lambda day: (day - first_weekday) % 7
        )
        squares = [
            Square(
                weekdays.index(hour.weekday),
                hour.hour - first,
                hour.calls.part / hour.calls.of if hour.calls.of >= FEWEST_IN_AN_HOUR else None,
                words.hour_words(hour),
            )
            for hour in reached.hours
        ]
        self.squares.show_squares(
            [words.weekday_label(day) for day in weekdays],
            [words.hour_label(hour) for hour in range(first, max(hours) + 1)],
            sorted(squares, key=lambda square: (square.row, square.column)),
            words.best(reached),
        )
        self.said.setText(self._key)


class _Patch(QWidget):
    """A patch of colour before what it stands for."""

    def __init__(self, colour: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # Qt's own

    def sizeHint(self) -> QSize:
        side = theme.current().px(10)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting.painter_on(self) as painter:
            colour = getattr(theme.current().palette, self._colour)
            painting.rounded(painter, QRectF(self.rect()), 2, colour)
