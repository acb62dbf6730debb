"""The cues of the call: large, tickable in any order; the script itself stays hidden (M-12)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.domain.call import CallLine
from followup_desktop.ui.kit.surfaces import Divider
from followup_desktop.ui.kit.tab_order import TabPlace
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _

_KEYS = 9


class Cues(QWidget):
    """Alt+1 … Alt+9 tick without leaving the notes."""

    ticked = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks: dict[int, Tick] = {}
        self._shown: list[QWidget] = []
        self._place = TabPlace(self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def add_shortcuts(self, scope: QWidget) -> None:
        for number in range(1, _KEYS + 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), scope)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda place=number - 1: self._on_key(place))

    def show_lines(self, lines: tuple[CallLine, ...]) -> None:
        if list(self.ticks) != [line.id for line in lines]:
            self._lay_out(lines)
        heard = any(line.hears_need and line.ticked for line in lines)
        for line in lines:
            tick = self.ticks[line.id]
            tick.set_label(line.cue)
            tick.setChecked(line.ticked)
            waits = line.only_after_need and not heard and not line.ticked
            tick.setEnabled(not waits)
            tick.setToolTip(_("Only once you have heard what they need") if waits else "")

    def _lay_out(self, lines: tuple[CallLine, ...]) -> None:
        for widget in self._shown:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.ticks, self._shown = {}, []
        for line in lines:
            tick = Tick(line.cue, name=f"cue_{line.id}", cue=True)
            tick.setContentsMargins(0, 0, 0, 0)
            tick.ticked.connect(lambda on, which=line.id: self.ticked.emit(which, on))
            row = QWidget()
            inner = QVBoxLayout(row)
            inner.setContentsMargins(Space.PAGE - 2, Space.HAIR, Space.PAGE - 2, Space.HAIR)
            inner.addWidget(tick)
            for widget in (row, Divider()):
                self._rows.addWidget(widget)
                self._shown.append(widget)
            self.ticks[line.id] = tick
        self._place.lead_through(*self.ticks.values())

    def _on_key(self, place: int) -> None:
        ticks = list(self.ticks.values())
        if place < len(ticks) and ticks[place].isEnabled():
            ticks[place].click()
