"""Changing what comes next: switch off, move, add one, or say why nothing is needed."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.domain.call import GuidedCall
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.dates import DateField, TimeField
from followup_desktop.ui.kit.fields import Field, LineField
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.plan_card import PlanCard
from followup_desktop.words import _


class NextSheet(Sheet):
    plan_changed = Signal(object)
    """A tuple of PlanChange."""
    own_added = Signal(object, object, str)
    """date, time or None, and what it is about."""
    nothing_more = Signal(str)
    """The reason why no next step is needed; empty: one is."""

    def __init__(self, window: QWidget, call: GuidedCall, today: date) -> None:
        super().__init__(window, _("What comes next?"), name="next_sheet", width=720)
        self.plan = PlanCard(_("We will remind you"), name="next_plan")
        self.own_day = DateField(name="next_own_day", today=today)
        self.own_time = TimeField(name="next_own_time")
        self.own_about = LineField(name="next_own_about", placeholder=_("What for?"))
        self.own_add = QuietButton(_("Add"), name="next_own_add", icon="plus")
        self._reason = call.wrap_up.nothing_more
        self.reason = LineField(call.wrap_up.nothing_more, name="next_nothing_reason")
        self._build_ui()
        self.show_call(call, today)
        self.plan.changed.connect(lambda: self.plan_changed.emit(self.plan.changes()))
        self.own_day.changed.connect(self._update)
        self.own_add.clicked.connect(self._on_add)
        self.reason.editingFinished.connect(self._keep_reason)
        self.dismissed.connect(self._keep_reason)

    def show_call(self, call: GuidedCall, today: date) -> None:
        self.plan.show_plan(call.next_steps, today)
        self._update()

    def _update(self) -> None:
        self.own_add.setEnabled(self.own_day.value() is not None)

    def _on_add(self) -> None:
        self.own_added.emit(
            self.own_day.value(), self.own_time.value(), self.own_about.text().strip()
        )
        self.own_day.set_value(None)
        self.own_time.set_value(None)
        self.own_about.clear()
        self._update()

    def _keep_reason(self) -> None:
        """Also when the sheet goes while the keyboard is still in the field."""
        reason = self.reason.text().strip()
        if reason != self._reason:
            self._reason = reason
            self.nothing_more.emit(reason)

    def _build_ui(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.SMALL)
        row.addWidget(Field(_("Another day"), self.own_day), 3)
        row.addWidget(Field(_("At"), self.own_time), 2)
        row.addWidget(Field(_("What for"), self.own_about), 5)
        row.addWidget(Field(" ", self.own_add))
        self.body.addWidget(self.plan)
        self.body.addLayout(row)
        nothing = Field(_("Or nothing more is needed, because"), self.reason)
        self.body.addWidget(nothing)
        done = self.add_primary(_("That’s it"), name="next_done")
        done.clicked.connect(self.request_close)
