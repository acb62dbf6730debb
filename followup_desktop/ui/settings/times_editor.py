"""The times of day at which follow-ups are announced together."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.ui.kit.buttons import IconButton, QuietButton
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.settings.short_time import ShortTime
from followup_desktop.words import _

MOST = 4


class TimesEditor(QWidget):
    changed = Signal(object)
    """tuple[time, …], in order, at least one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("follow_up_times")
        self._times: tuple[time, ...] = ()
        self._fields = [self._make_field(number) for number in range(MOST)]
        self._removers = [self._make_remover(number) for number in range(MOST)]
        self.add = QuietButton(_("Another time"), self, name="add_time", icon="plus")
        self.add.clicked.connect(self._on_add_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.HAIR)
        for field, remover in zip(self._fields, self._removers, strict=True):
            layout.addWidget(field)
            layout.addWidget(remover)
            layout.addSpacing(Space.SMALL)
        layout.addWidget(self.add)
        layout.addStretch(1)

    def show_times(self, times: tuple[time, ...]) -> None:
        self._times = times
        for number, (field, remover) in enumerate(zip(self._fields, self._removers, strict=True)):
            there = number < len(times)
            field.setVisible(there)
            remover.setVisible(there and len(times) > 1)
            if there and field.value() != times[number]:
                field.set_value(times[number])
        self.add.setVisible(len(times) < MOST)

    def _make_field(self, number: int) -> ShortTime:
        field = ShortTime(self, name=f"follow_up_time_{number}")
        field.setAccessibleName(_("Follow-up time {number}").format(number=number + 1))
        field.editingFinished.connect(self._on_field_left)
        return field

    def _make_remover(self, number: int) -> IconButton:
        words = _("Remove follow-up time {number}").format(number=number + 1)
        remover = IconButton(words, self, name=f"remove_time_{number}", icon="close")
        remover.clicked.connect(lambda: self._on_remove_clicked(number))
        return remover

    def _on_field_left(self) -> None:
        times = tuple(
            at for field in self._fields[: len(self._times)] if (at := field.value()) is not None
        )
        if len(times) == len(self._times):
            self._change(times)

    def _on_remove_clicked(self, number: int) -> None:
        self._change(self._times[:number] + self._times[number + 1 :])

    def _on_add_clicked(self) -> None:
        """Two hours after the last one, to be typed over."""
        last = self._times[-1] if self._times else time(8, 0)
        self._change((*self._times, time(min(last.hour + 2, 23), last.minute)))
        self._fields[len(self._times) - 1].setFocus()
        self._fields[len(self._times) - 1].selectAll()

    def _change(self, times: tuple[time, ...]) -> None:
        in_order = tuple(sorted(set(times)))
        if in_order and in_order != self._times:
            self.show_times(in_order)
            self.changed.emit(in_order)
