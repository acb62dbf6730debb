"""Putting a follow-up off to a day, and maybe a time."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.ui.kit.dates import DateField, TimeField
from followup_desktop.ui.kit.fields import Field
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _


class PickDaySheet(Sheet):
    """A day, and a time if it matters."""

    picked = Signal(object, object)
    """date, time or None."""

    def __init__(self, window: QWidget, today: date) -> None:
        super().__init__(window, _("When suits better?"), name="pick_day", width=480)
        self.day = DateField(name="later_day", today=today)
        self.time = TimeField(name="later_time")
        row = QHBoxLayout()
        row.setSpacing(Space.MEDIUM)
        row.addWidget(Field(_("Day"), self.day), 3)
        row.addWidget(Field(_("Time, if it matters"), self.time), 2)
        self.body.addLayout(row)
        self.add_cancel(_("Cancel"))
        self.move_it = self.add_primary(_("Move it"), name="later_move")
        self.move_it.setEnabled(False)
        self.day.changed.connect(self._update)
        self.day.problem_changed.connect(self._update)
        self.time.problem_changed.connect(self._update)
        self.move_it.clicked.connect(self._on_move_clicked)
        for field in (self.day, self.time):
            field.returnPressed.connect(self.move_it.click)
        self.setFocusProxy(self.day)

    def _update(self) -> None:
        self.move_it.setEnabled(self.day.value() is not None and self.time.understood())

    def _on_move_clicked(self) -> None:
        self.picked.emit(self.day.value(), self.time.value())
        self.dismiss()
