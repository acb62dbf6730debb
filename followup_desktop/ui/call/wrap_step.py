"""Step 5: how did it go? (M-22 … M-30)"""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from followup_desktop.domain.call import GuidedCall, WrapUp
from followup_desktop.domain.kinds import CallStep, Feeling, Outcome, PurposeReached
from followup_desktop.domain.names import first_name
from followup_desktop.domain.wrap_up import ANSWERS
from followup_desktop.ui.call.caught_list import CaughtList
from followup_desktop.ui.call.next_cards import NextCard, NextForOthers
from followup_desktop.ui.call.step_panel import StepPanel
from followup_desktop.ui.kit.buttons import PrimaryButton, QuietButton
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.dates import DateField, TimeField
from followup_desktop.ui.kit.fields import Field, LineField, TextField
from followup_desktop.ui.kit.labels import Body
from followup_desktop.ui.kit.notices import Notice
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _, orders
from followup_desktop.words import call as words


class WrapStep(StepPanel):
    answered = Signal()
    """A choice was made; `answers()` says all of them."""
    edited = Signal()
    """Something was typed."""
    change_next_requested = Signal()
    step_requested = Signal(object)
    finish_requested = Signal(bool)
    """True: go on to the next follow-up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("How did it go?"), "", parent)
        self._base = WrapUp()
        self._build_answers()
        self._build_work()
        self._build_side()
        self._build_footer()
        self._connect()

    def answers(self) -> WrapUp:
        outcome, reached, feeling = (
            self.outcome.value(),
            self.reached.value(),
            self.feeling.value(),
        )
        return replace(
            self._base,
            outcome=outcome if isinstance(outcome, Outcome) else None,
            purpose_reached=reached if isinstance(reached, PurposeReached) else None,
            feeling=feeling if isinstance(feeling, Feeling) else None,
            gained=self.gained.text(),
            works_well=self.works_well.text(),
            could_be_better=self.could_be_better.text(),
            thanked_us=self.thanked_us.isChecked(),
            declined=self.declined.isChecked(),
            elsewhere_where=self.elsewhere_where.text(),
            elsewhere_why=self.elsewhere_why.text(),
            call_back_on=self.call_back_on.value(),
            call_back_time=self.call_back_time.value(),
        )

    def show_call(self, call: GuidedCall, today: date) -> None:
        answers = self._base = call.wrap_up
        self.outcome.choose(answers.outcome)
        self.reached.choose(answers.purpose_reached)
        self.feeling.choose(answers.feeling)
        for field, text in (
            (self.gained, answers.gained),
            (self.works_well, answers.works_well),
            (self.could_be_better, answers.could_be_better),
        ):
            field.set_text(text)
        for line, text in (
            (self.elsewhere_where, answers.elsewhere_where),
            (self.elsewhere_why, answers.elsewhere_why),
        ):
            if line.text() != text:
                line.setText(text)
        self.thanked_us.setChecked(answers.thanked_us)
        self.declined.setChecked(answers.declined)
        self.call_back_on.set_today(today)
        if self.call_back_on.understood():
            self.call_back_on.set_value(answers.call_back_on)
        if self.call_back_time.understood():
            self.call_back_time.set_value(answers.call_back_time)
        if call.purpose is not None:
            self.reached_field.label.setText(words.purpose_line(call.purpose))
        self._show_asked(answers.outcome)
        self.caught.show_caught(call.caught, today)
        order = call.order
        chose = orders.chose(order.choice, order.choice_note) if order and order.choice else ""
        self.chose.setText(chose)
        self.chose.setVisible(bool(chose))
        is_formal = call.greeting not in call.name
        name = call.greeting if is_formal else first_name(call.name)
        self.next.show_next(name, call.next_steps, answers.nothing_more, today)
        self.others.show_next(call.next_for_others, today)
        goes_on = call.next_due_id is not None
        self.save_next.set_label(
            _("Save, next: {name}").format(name=call.next_due_name) if goes_on else _("Save")
        )
        self.save_close.setVisible(goes_on)
        self.missing.show_note("")

    def show_missing(self, sentence: str) -> None:
        self.missing.show_problem(sentence)

    def first_field(self) -> QWidget:
        return self.outcome

    def _show_asked(self, outcome: Outcome | None) -> None:
        """Only what the outcome asks for is in sight."""
        asked = ANSWERS[outcome] if outcome is not None else frozenset[str]()
        self.reached_field.setVisible("purpose_reached" in asked)
        self.feeling_field.setVisible("feeling" in asked)
        self.heard.setVisible("gained" in asked)
        self.back.setVisible("call_back_on" in asked)
        self.elsewhere.setVisible("elsewhere_where" in asked)
        self.thanked_us.setVisible("thanked_us" in asked)
        self.declined.setVisible("declined" in asked)

    # Building

    def _build_answers(self) -> None:
        self.outcome = _choices(Outcome, words.outcome, "wrap_outcome", _("How did it go?"))
        self.reached = _choices(PurposeReached, words.reached, "wrap_reached", _("Purpose"))
        self.feeling = _choices(
            Feeling, words.feeling, "wrap_feeling", _("How they feel about it"), optional=True
        )
        self.gained = _note("wrap_gained")
        self.works_well = _note("wrap_works_well")
        self.could_be_better = _note("wrap_could_be_better")
        self.elsewhere_where = LineField(name="wrap_elsewhere_where")
        self.elsewhere_why = LineField(name="wrap_elsewhere_why")
        self.call_back_on = DateField(name="wrap_call_back_on", today=date.min)
        self.call_back_time = TimeField(name="wrap_call_back_time")
        self.thanked_us = Tick(_("They thanked me for calling"), name="wrap_thanked")
        self.declined = Tick(_("Asked, and they would rather not"), name="wrap_declined")

    def _build_work(self) -> None:
        self.heard = _row(
            Field(_("What they gained"), self.gained),
            Field(_("What works well"), self.works_well),
            Field(_("What could be better"), self.could_be_better),
        )
        self.back = _row(
            Field(_("When shall we call?"), self.call_back_on),
            Field(_("At"), self.call_back_time),
        )
        self.elsewhere = _row(
            Field(_("Where did they buy?"), self.elsewhere_where),
            Field(_("What made them choose it?"), self.elsewhere_why),
        )
        self.reached_field = Field(_("Purpose"), self.reached)
        self.feeling_field = Field(_("How they feel about it"), self.feeling)
        self.caught, self.chose = CaughtList(), Body(wrap=True)
        self.work.addWidget(self.outcome)
        for widget in (self.back, self.elsewhere, self.heard):
            self.work.addWidget(widget)
        self.work.addWidget(_row(self.reached_field, self.feeling_field))
        self.work.addWidget(_row(self.thanked_us, self.declined))
        self.work.addWidget(self.caught)
        self.work.addWidget(self.chose)

    def _build_side(self) -> None:
        self.next, self.others = NextCard(), NextForOthers()
        self.next.change_requested.connect(self.change_next_requested)
        self.side.addWidget(self.next)
        self.side.addWidget(self.others)

    def _build_footer(self) -> None:
        self.missing = Notice()
        self.to_call = QuietButton(_("Back to the call"), name="call_back_call", icon="arrow_left")
        self.save_close = QuietButton(_("Save and close"), name="wrap_save_close", large=True)
        self.save_next = PrimaryButton(_("Save"), name="wrap_save_next", large=True)
        self.footer.addWidget(self.to_call)
        self.footer.addWidget(self.missing, 1)
        self.footer.addStretch()
        self.footer.addWidget(self.save_close)
        self.footer.addWidget(self.save_next)

    def _connect(self) -> None:
        for choices in (self.outcome, self.reached, self.feeling):
            choices.chosen.connect(self._on_choice)
        for tick in (self.thanked_us, self.declined):
            tick.ticked.connect(self.answered)
        for typed in (self.call_back_on, self.call_back_time):
            typed.changed.connect(self.answered)
        for note in (self.gained, self.works_well, self.could_be_better):
            note.edited.connect(self.edited)
        for line in (self.elsewhere_where, self.elsewhere_why):
            line.textEdited.connect(self.edited)
        self.to_call.clicked.connect(lambda: self.step_requested.emit(CallStep.CALL))
        self.save_close.clicked.connect(lambda: self.finish_requested.emit(False))
        self.save_next.clicked.connect(lambda: self.finish_requested.emit(True))

    def _on_choice(self) -> None:
        self._show_asked(self.answers().outcome)
        self.answered.emit()


def _choices(codes, worded, name: str, label: str, *, optional: bool = False) -> Choices:  # type: ignore[no-untyped-def]
    options = [(code, worded(code)) for code in codes]
    return Choices(options, name=name, label=label, optional=optional)


def _note(name: str) -> TextField:
    return TextField(name=name, lines=3, most_lines=5, placeholder=_("Nothing noted"))


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(Space.MEDIUM)
    for widget in widgets:
        layout.addWidget(widget, 1)
    return row
