"""The days on which the shop is closed although its week says otherwise."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.domain.shop import ClosingDays
from followup_desktop.ui.kit.buttons import IconButton, QuietButton
from followup_desktop.ui.kit.dates import DateField
from followup_desktop.ui.kit.fields import Field, LineField
from followup_desktop.ui.kit.labels import Body, Faint, Muted
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _, days


class ClosingDaysEditor(QWidget):
    changed = Signal(object)
    """tuple[ClosingDays, …]: a line was added or removed."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._kept: tuple[ClosingDays, ...] = ()
        self.first = DateField(self, name="closed_from", today=today)
        self.last = DateField(self, name="closed_until", today=today)
        self.note = LineField("", self, name="closed_note", placeholder=_("Summer holidays"))
        self.add = QuietButton(_("Add"), self, name="add_closing_days", icon="plus")
        self._first = Field(_("Closed from"), self.first)
        self._rows = QGridLayout()
        self._empty = Faint(_("None yet."), self)
        self._build_ui()
        self.first.changed.connect(self._on_first_changed)
        self.add.clicked.connect(self._on_add_clicked)
        self.note.returnPressed.connect(self._on_add_clicked)

    def _build_ui(self) -> None:
        self._rows.setHorizontalSpacing(Space.LARGE)
        self._rows.setVerticalSpacing(Space.HAIR)
        self._rows.setColumnStretch(1, 1)
        line = QHBoxLayout()
        line.setSpacing(Space.MEDIUM)
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self._first, 3, top)
        line.addWidget(Field(_("Closed until"), self.last), 3, top)
        line.addWidget(Field(_("Why"), self.note), 4, top)
        line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.MEDIUM)
        layout.addLayout(self._rows)
        layout.addWidget(self._empty)
        layout.addLayout(line)

    def set_today(self, today: date) -> None:
        self._today = today
        self.first.set_today(today)
        self.last.set_today(today)

    def show_days(self, kept: tuple[ClosingDays, ...]) -> None:
        """Those that are over stay kept, but aren't shown."""
        self._kept = kept
        while self._rows.count():
            widget = self._rows.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        coming = [one for one in sorted(kept) if one.last_on >= self._today]
        for row, one in enumerate(coming):
            self._add_row(row, one)
        self._empty.setVisible(not coming)

    def _add_row(self, row: int, one: ClosingDays) -> None:
        words = self._stretch(one)
        remove = IconButton(
            _("Remove {days}").format(days=words), self, name=f"remove_closed_{row}", icon="remove"
        )
        remove.clicked.connect(lambda: self._on_remove_clicked(one))
        self._rows.addWidget(Body(words, self), row, 0)
        self._rows.addWidget(Muted(one.note, self), row, 1)
        self._rows.addWidget(remove, row, 2)

    def _stretch(self, one: ClosingDays) -> str:
        first = days.weekday_day(one.first_on, self._today)
        if one.first_on == one.last_on:
            return first
        last = days.weekday_day(one.last_on, self._today)
        return _("{first} – {last}").format(first=first, last=last)

    def _on_first_changed(self, first: date | None) -> None:
        """Most closures are a day; the end follows until it is said."""
        last = self.last.value()
        if first is not None and (last is None or last < first):
            self.last.set_value(first)

    def _on_add_clicked(self) -> None:
        first, last = self.first.value(), self.last.value() or self.first.value()
        if first is None or last is None:
            self._first.set_problem(_("From which day?"))
            self.first.setFocus()
            return
        if last < first:
            self._first.set_problem(_("The end comes before the beginning."))
            return
        self._first.set_problem("")
        new = ClosingDays(first, last, self.note.text().strip())
        for field in (self.first, self.last):
            field.set_value(None)
        self.note.clear()
        self.first.setFocus()
        self.changed.emit((*self._kept, new))

    def _on_remove_clicked(self, one: ClosingDays) -> None:
        self.changed.emit(tuple(kept for kept in self._kept if kept != one))
