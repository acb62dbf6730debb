"""An order: how far it is, what is asked next, what happens when it is late (M-37)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from followup_desktop.domain.customer import Checkpoint, OrderOnCard
from followup_desktop.domain.order import OrderLine, is_late, is_ready
from followup_desktop.domain.shop_time import Now
from followup_desktop.ui.kit.bars import StageLine
from followup_desktop.ui.kit.buttons import IconButton, QuietButton
from followup_desktop.ui.kit.flow import FlowLayout
from followup_desktop.ui.kit.labels import Body, ElidedLabel, Small
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space, TextRole, ToneName
from followup_desktop.ui.order_choice import OrderChoices
from followup_desktop.ui.order_steps import OrderSteps
from followup_desktop.words import _, codes
from followup_desktop.words import orders as words
from followup_desktop.words.letters import upper_first

AnyOrder = OrderOnCard | OrderLine


class OrderCard(Card):
    """`ui/order_forms.connect_order` connects what it asks for with the verbs."""

    checked = Signal(int)
    """The checkpoint that is done now."""
    unchecked = Signal(int)
    """The checkpoint that wasn't done after all."""
    move_requested = Signal(object)
    """The order, to another promised date."""
    cancel_requested = Signal(object)
    """The order."""
    not_complete_requested = Signal(object)
    """The order: something is missing."""
    told = Signal(int)
    """The order: they know that it will be late."""
    chosen = Signal(object, object)
    """The order, and their OrderChoice or None."""
    steps_requested = Signal(object)
    """The order, to be seen step by step."""

    def __init__(self, parent: QWidget | None = None, *, name: str, whole: bool = False) -> None:
        """`whole`: with each of its steps, where there is room for them."""
        super().__init__(parent=parent)
        self.setObjectName(name)
        self._whole = whole
        self._order: AnyOrder | None = None
        self._next: Checkpoint | None = None
        self._last: Checkpoint | None = None
        self._build_ui(name)

    def show_order(self, order: AnyOrder, now: Now) -> None:
        self._order = order
        today, checkpoints = now.day, order.checkpoints
        late = is_late(order.promised_on, order.promised_time, checkpoints, now)
        self._next = words.next_one(checkpoints)
        ticked = [one for one in checkpoints if one.done_at is not None]
        self._last = ticked[-1] if ticked else None
        title = words.title(order.fulfilment, order.what)
        self.heading.setText(title)
        self.setAccessibleName(title)
        self.stages.set_progress(words.done(checkpoints), len(checkpoints))
        self.state.setText(words.state(order.fulfilment, checkpoints))
        self.ticked_by.setText(words.last_done(checkpoints, today))
        self.ticked_by.setVisible(bool(ticked) and not self._whole)
        self.state.setVisible(not self._whole)
        if self.steps is not None:
            self.steps.show_steps(checkpoints, today)
        self.promised.setText(words.promised(order.promised_on, order.promised_time, today))
        self.promised.set_tone(ToneName.PROMISE if late else ToneName.NEUTRAL)
        self.next.setVisible(self._next is not None)
        self.next.setChecked(False)
        if self._next is not None:
            self.next.set_label(words.question(order.fulfilment, self._next.step))
        self._show_delay(order, now)

    def _show_delay(self, order: AnyOrder, now: Now) -> None:
        delay, ready = order.delay, is_ready(order.checkpoints)
        waits = delay is not None and not delay.is_told and not ready
        said = []
        if delay is not None and not ready:
            said = [upper_first(delay.what), words.delay(delay, now.utc)]
        if delay is not None and delay.choice is not None:
            said.append(words.chose(delay.choice, delay.choice_note))
        self.late.setText("\n".join(part for part in said if part))
        self.late.set_tone(ToneName.PROMISE if waits else ToneName.NEUTRAL)
        self.late.setVisible(bool(said))
        self.not_complete.setVisible(not ready)
        self.they_know.setVisible(waits)
        self.choices.setVisible(delay is not None and delay.is_told and not ready)
        self.choices.show_choice(delay.choice if delay is not None else None)

    def menu(self) -> QMenu:
        """What else can be done with it."""
        menu = QMenu(self)
        menu.addAction(_("Move the promised date…")).triggered.connect(
            lambda: self.move_requested.emit(self._order)
        )
        if (last := self._last) is not None:
            step = codes.order_step(last.step)
            menu.addAction(_("“{step}” wasn’t done yet").format(step=step)).triggered.connect(
                lambda: self.unchecked.emit(last.id)
            )
        menu.addAction(_("Cancel the order…")).triggered.connect(
            lambda: self.cancel_requested.emit(self._order)
        )
        if not self._whole:
            menu.addAction(_("Step by step…")).triggered.connect(
                lambda: self.steps_requested.emit(self._order)
            )
        return menu

    def _on_ticked(self) -> None:
        if self._next is not None:
            self.checked.emit(self._next.id)

    def _on_they_know(self) -> None:
        if self._order is not None:
            self.told.emit(self._order.id)

    def _on_more(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _build_ui(self, name: str) -> None:
        self.heading = ElidedLabel(role=TextRole.CAPS)
        self.more = IconButton(_("More about this order"), name=f"{name}_more", icon="more")
        self.more.clicked.connect(self._on_more)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.more)
        self.stages = StageLine(0, 6)
        self.state, self.promised = Body(wrap=True), Small(wrap=True)
        self.ticked_by, self.late = Small(wrap=True), Small(wrap=True)
        self.next = Tick("", name=f"{name}_next")
        self.next.ticked.connect(self._on_ticked)
        margins = self.body.contentsMargins()
        self.body.setContentsMargins(margins.left(), Space.MEDIUM, Space.MEDIUM, Space.LARGE)
        self.body.addLayout(head)
        for widget in (
            self.stages, self.state, self.promised, self.ticked_by, self.next, self.late,
            self._when_late(name),
        ):  # fmt: skip
            self.body.addWidget(widget)
        self.choices = OrderChoices(name=f"{name}_choice")
        self.choices.chosen.connect(lambda choice: self.chosen.emit(self._order, choice))
        self.body.addWidget(self.choices)
        self.steps = OrderSteps(name=f"{name}_steps") if self._whole else None
        if self.steps is not None:
            self.body.addWidget(self.steps)

    def _when_late(self, name: str) -> QWidget:
        self.not_complete = QuietButton(_("Not complete…"), name=f"{name}_not_complete")
        self.not_complete.clicked.connect(lambda: self.not_complete_requested.emit(self._order))
        self.they_know = QuietButton(_("They know"), name=f"{name}_they_know", icon="check")
        self.they_know.clicked.connect(self._on_they_know)
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(self.not_complete)
        flow.addWidget(self.they_know)
        return row
