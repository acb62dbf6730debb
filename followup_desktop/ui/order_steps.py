"""The checkpoints of an order, one below the other: done by whom and when, or due when (M-37)."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.domain.customer import Checkpoint
from followup_desktop.domain.order import is_overdue
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.labels import Small
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space, ToneName
from followup_desktop.words import _, codes
from followup_desktop.words import orders as words


class OrderSteps(QWidget):
    checked = Signal(int)
    """The checkpoint that is done now."""
    unchecked = Signal(int)
    date_requested = Signal(object)
    """The Checkpoint, which is to get another day."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(_("Step by step"))
        self._rows: list[_StepRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.HAIR)

    def rows(self) -> "list[_StepRow]":
        return [row for row in self._rows if not row.isHidden()]

    def last_stop(self) -> QWidget:
        """What Tab comes to last in it."""
        return self._rows[-1].due if self._rows else self

    def show_steps(self, checkpoints: tuple[Checkpoint, ...], today: date) -> None:
        while len(self._rows) < len(checkpoints):
            row = _StepRow(self, name=f"{self.objectName()}_{len(self._rows)}")
            row.checked.connect(self.checked)
            row.unchecked.connect(self.unchecked)
            row.date_requested.connect(self.date_requested)
            self._layout.addWidget(row)
            if self._rows:
                QWidget.setTabOrder(self._rows[-1].due, row.tick)
            self._rows.append(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(checkpoints))
            if place < len(checkpoints):
                row.show_step(checkpoints[place], today)


class _StepRow(QWidget):
    checked = Signal(int)
    unchecked = Signal(int)
    date_requested = Signal(object)

    def __init__(self, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self._step: Checkpoint | None = None
        self.tick = Tick("", name=f"{name}_tick")
        self.done = Small("")
        self.due = LinkButton("", name=f"{name}_due", muted=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.SMALL)
        layout.addWidget(self.tick, 1)
        layout.addWidget(self.done)
        layout.addWidget(self.due)
        self.tick.ticked.connect(self._on_ticked)
        self.due.clicked.connect(lambda: self.date_requested.emit(self._step))

    def show_step(self, step: Checkpoint, today: date) -> None:
        self._step = step
        is_done = step.done_at is not None
        said, name = words.step(step, today), codes.order_step(step.step)
        self.tick.set_label(name)
        self.tick.setChecked(is_done)
        late = is_overdue(step, today)
        self.done.setText(said if is_done or late else "")
        self.done.set_tone(ToneName.PROMISE if late else ToneName.NEUTRAL)
        self.done.setVisible(is_done or late)
        self.due.set_label(_("Change") if late else said)
        self.due.setAccessibleDescription(name)
        self.due.setVisible(not is_done)

    def _on_ticked(self, on: bool) -> None:
        if self._step is not None:
            (self.checked if on else self.unchecked).emit(self._step.id)
