"""Beside the list: whose, what, how far it has come, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.ui.keeping_actions import Choice
from followup_desktop.ui.kit import metrics
from followup_desktop.ui.kit.buttons import PrimaryButton, QuietButton
from followup_desktop.ui.kit.chips import Avatar
from followup_desktop.ui.kit.flow import FlowLayout
from followup_desktop.ui.kit.labels import Caps, Serif, Small, Subheading
from followup_desktop.ui.kit.scroller import Scroller
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tab_order import tab_through
from followup_desktop.ui.kit.tokens import Space, ToneName
from followup_desktop.ui.promises.entries import Detail, Step
from followup_desktop.words import _


class PromisePanel(Card):
    call_requested = Signal(int, object)
    """The customer, and the follow-up or None."""
    card_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=Space.PAGE)
        self.setObjectName("promise_panel")
        self._detail: Detail | None = None
        self.buttons: list[QuietButton] = []
        self._build_ui()

    def show_detail(self, detail: Detail | None, choices: Sequence[Choice]) -> None:
        self._detail = detail
        self.setVisible(detail is not None)
        if detail is None:
            return
        self.avatar.set_avatar(detail.initials, detail.tone)
        self.name.setText(detail.name)
        self.phone.setText(detail.phone or _("No phone number yet"))
        self.caption.setText(detail.caption)
        self.what.setText(detail.what)
        self.when.setText(detail.when)
        self.when.setVisible(bool(detail.when))
        self.when.set_tone(ToneName.PROMISE if detail.is_urgent else ToneName.NEUTRAL)
        self.notes.setText("\n".join(detail.notes))
        self._show_steps(detail.steps)
        self._show_actions(choices)
        self.call.set_label(detail.call or _("Start a call"))
        self.call.setVisible(bool(detail.call))
        self.open_card.set_label(detail.card or _("Open card"))
        self.other_card.set_label(detail.other)
        self.other_card.setVisible(detail.other_id is not None)

    def act(self) -> None:
        """The first thing that can be done, as a click on it does."""
        if self.buttons:
            self.buttons[0].click()

    def _show_steps(self, steps: Sequence[Step]) -> None:
        _clear(self._steps)
        self.steps.setVisible(bool(steps))
        for step in steps:
            self._steps.addWidget(_StepLine(step))

    def _show_actions(self, choices: Sequence[Choice]) -> None:
        had_keyboard = any(button.hasFocus() for button in self.buttons)
        _clear(self._flow)
        self.buttons = []
        for place, (text, does) in enumerate(choices):
            button = QuietButton(text, name=f"promise_action_{place}")
            button.clicked.connect(lambda _=False, act=does: act())
            self._flow.addWidget(button)
            button.show()  # at once, or it couldn't take the keyboard yet
            self.buttons.append(button)
        # They are made anew; what stands below them comes after them all the same.
        if self.buttons:
            tab_through(self.buttons[-1], self.call, self.open_card, self.other_card)
        if had_keyboard and self.buttons:
            self.buttons[0].setFocus()

    def _on_call(self) -> None:
        if self._detail is not None:
            self.call_requested.emit(self._detail.call_who, self._detail.call_about)

    def _on_card(self) -> None:
        if self._detail is not None:
            self.card_requested.emit(self._detail.given.customer_id)

    def _on_other_card(self) -> None:
        if self._detail is not None and self._detail.other_id is not None:
            self.card_requested.emit(self._detail.other_id)

    def _build_ui(self) -> None:
        self.setMinimumWidth(metrics.chars(36))
        self.setMaximumWidth(metrics.chars(72))
        self.avatar, self.name, self.phone = Avatar("", size=52), Subheading(wrap=True), Small()
        names = QVBoxLayout()
        names.setSpacing(Space.HAIR)
        names.addWidget(self.name)
        names.addWidget(self.phone)
        head = QHBoxLayout()
        head.setSpacing(Space.MEDIUM)
        head.addWidget(self.avatar)
        head.addLayout(names, 1)
        self.body.addLayout(head)
        self.add(Scroller(self._about()), 1)
        self.call = PrimaryButton("", name="promise_call", icon="phone", large=True)
        self.open_card = QuietButton(_("Open card"), name="promise_open_card")
        self.other_card = QuietButton("", name="promise_other_card")
        for button in (self.call, self.open_card, self.other_card):
            self.add(button)
        self.call.clicked.connect(self._on_call)
        self.open_card.clicked.connect(self._on_card)
        self.other_card.clicked.connect(self._on_other_card)

    def _about(self) -> QWidget:
        self.caption, self.what = Caps(""), Serif(wrap=True)
        self.when, self.notes = Small(wrap=True), Small(wrap=True)
        self.steps, buttons = QWidget(), QWidget()
        self._steps = QVBoxLayout(self.steps)
        self._steps.setContentsMargins(0, Space.SMALL, 0, Space.SMALL)
        self._steps.setSpacing(Space.HAIR)
        self._flow = FlowLayout(buttons)
        about = QWidget()
        rows = QVBoxLayout(about)
        rows.setContentsMargins(0, Space.MEDIUM, 0, 0)
        rows.setSpacing(Space.SMALL)
        for widget in (self.caption, self.what, self.when, self.notes, self.steps, buttons):
            rows.addWidget(widget)
        rows.addStretch(1)
        return about


class _StepLine(QWidget):
    """To read: what was done by whom, or what is still to come."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        mark = Small("✓" if step.is_done else "○")
        mark.setFixedWidth(metrics.chars(2))
        mark.set_tone(ToneName.PURCHASE if step.is_done else ToneName.NEUTRAL)
        what, detail = Small(step.what, wrap=True), Small(step.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        row.addWidget(mark)
        row.addWidget(what, 1)
        row.addWidget(detail)


def _clear(layout: QVBoxLayout | FlowLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
