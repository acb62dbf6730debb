"""One weekday's hours: open or closed, from when to when, and perhaps a break in between."""

from datetime import time
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from followup_desktop.domain.shop import OpenHours
from followup_desktop.ui.kit import metrics
from followup_desktop.ui.kit.chips import Chip
from followup_desktop.ui.kit.labels import Faint
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.settings.short_time import ShortTime
from followup_desktop.words import _

USUAL = (time(10), time(19))
USUAL_BREAK = (time(13), time(14))


class DayHours(QObject):
    """The widgets of a line in the grid of `HoursEditor`."""

    edited = Signal()
    """On every change, while typing too."""
    settled = Signal()
    """A field was left, or something was ticked."""

    def __init__(self, weekday: int, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.weekday = weekday
        self.words = words
        self.open_tick = Tick(words, parent, name=f"open_{weekday}")
        self.open_tick.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.opens = self._field("opens", _("{day}, opens at"), USUAL[0])
        self.closes = self._field("closes", _("{day}, closes at"), USUAL[1])
        self.break_chip = Chip(
            _("Break"), parent, name=f"break_{weekday}", icon="rest", checkable=True
        )
        self.break_chip.setAccessibleName(_("{day}, closed in between").format(day=words))
        self.break_from = self._field("break_from", _("{day}, break from"), USUAL_BREAK[0])
        self.break_to = self._field("break_to", _("{day}, break until"), USUAL_BREAK[1])
        self.closed = Faint(_("Closed"), parent)
        self._dashes = (self._dash(parent), self._dash(parent))
        for switch in (self.open_tick, self.break_chip):
            switch.clicked.connect(self._on_switched)
        self._show_parts()

    def _field(self, part: str, label: str, value: time) -> ShortTime:
        parent = self.parent()
        assert isinstance(parent, QWidget)
        field = ShortTime(parent, name=f"{part}_{self.weekday}", value=value)
        field.setAccessibleName(label.format(day=self.words))
        field.changed.connect(self._on_changed)
        field.editingFinished.connect(self.settled)
        return field

    def _dash(self, parent: QWidget) -> Faint:
        dash = Faint("–", parent)
        dash.setAlignment(Qt.AlignmentFlag.AlignCenter)
        dash.setMinimumWidth(metrics.chars(2))
        return dash

    def place_in(self, grid: QGridLayout, row: int) -> None:
        before, between = self._dashes
        line = (
            self.open_tick, self.opens, before, self.closes,
            self.break_chip, self.break_from, between, self.break_to,
        )  # fmt: skip
        for column, widget in enumerate(line):
            grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.closed, row, 1, 1, 3, Qt.AlignmentFlag.AlignVCenter)

    def show_hours(self, stretches: list[OpenHours]) -> None:
        """One stretch, or two with a break between; what is more than that is kept by nobody."""
        stretches = sorted(stretches)
        self.open_tick.setChecked(bool(stretches))
        self.break_chip.setChecked(len(stretches) > 1)
        if stretches:
            self.opens.set_value(stretches[0].opens)
            self.closes.set_value(stretches[-1].closes)
        if len(stretches) > 1:
            self.break_from.set_value(stretches[0].closes)
            self.break_to.set_value(stretches[1].opens)
        self._show_parts()

    def hours(self) -> list[OpenHours]:
        """As far as it is understood; see `problem`."""
        opens, closes = self.opens.value(), self.closes.value()
        if not self.open_tick.isChecked() or opens is None or closes is None:
            return []
        if not self.break_chip.isChecked():
            return [OpenHours(self.weekday, opens, closes)]
        rest, again = self.break_from.value(), self.break_to.value()
        if rest is None or again is None:
            return [OpenHours(self.weekday, opens, closes)]
        return [OpenHours(self.weekday, opens, rest), OpenHours(self.weekday, again, closes)]

    def problem(self) -> str:
        """What isn't right with this line, in a sentence; empty when it is."""
        times = [self.opens.value(), self.closes.value()]
        if self.break_chip.isChecked():
            times[1:1] = [self.break_from.value(), self.break_to.value()]
        if not self.open_tick.isChecked():
            return ""
        given = [at for at in times if at is not None]
        if len(given) < len(times):
            return _("{day}: a time is missing.").format(day=self.words)
        times_in_order = [*given[:-1], _midnight_last(given[-1])]
        if any(later <= earlier for earlier, later in pairwise(times_in_order)):
            return _("{day}: these times are not in order.").format(day=self.words)
        return ""

    def _show_parts(self) -> None:
        is_open = self.open_tick.isChecked()
        for widget in (self.opens, self.closes, self.break_chip, self._dashes[0]):
            widget.setVisible(is_open)
        for widget in (self.break_from, self.break_to, self._dashes[1]):
            widget.setVisible(is_open and self.break_chip.isChecked())
        self.closed.setVisible(not is_open)

    def _on_switched(self) -> None:
        self._on_changed()
        self.settled.emit()

    def _on_changed(self) -> None:
        self._show_parts()
        self.edited.emit()


def _midnight_last(closes: time) -> time:
    """Closing at 00:00 is the end of the day."""
    return time.max if closes == time(0) else closes
