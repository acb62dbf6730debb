"""An order: how far it is, what is asked next, and what can change (M-37)."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from followup_desktop.domain.customer import Checkpoint, OrderOnCard
from followup_desktop.domain.order import OrderLine
from followup_desktop.ui.kit.bars import StageLine
from followup_desktop.ui.kit.buttons import IconButton
from followup_desktop.ui.kit.labels import Body, ElidedLabel, Small
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space, TextRole, ToneName
from followup_desktop.words import _, codes
from followup_desktop.words import orders as words


class OrderCard(Card):
    checked = Signal(int)
    """The checkpoint that is done now."""
    unchecked = Signal(int)
    """The checkpoint that wasn't done after all."""
    move_requested = Signal(object)
    """The order, to another promised date."""
    cancel_requested = Signal(object)
    """The order."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent=parent)
        self.setObjectName(name)
        self._order: OrderOnCard | OrderLine | None = None
        self._next: Checkpoint | None = None
        self._last: Checkpoint | None = None
        self._build_ui(name)

    def show_order(self, order: OrderOnCard | OrderLine, today: date, *, is_late: bool) -> None:
        self._order = order
        self._next = words.next_one(order.checkpoints)
        ticked = [one for one in order.checkpoints if one.done_at is not None]
        self._last = ticked[-1] if ticked else None
        title = words.title(order.fulfilment, order.what)
        self.heading.setText(title)
        self.setAccessibleName(title)
        self.stages.set_progress(words.done(order.checkpoints), len(order.checkpoints))
        self.state.setText(words.state(order.fulfilment, order.checkpoints))
        self.ticked_by.setText(words.last_done(order.checkpoints, today))
        self.ticked_by.setVisible(bool(ticked))
        self.promised.setText(words.promised(order.promised_on, order.promised_time, today))
        self.promised.set_tone(ToneName.PROMISE if is_late else ToneName.NEUTRAL)
        self.next.setVisible(self._next is not None)
        self.next.setChecked(False)
        if self._next is not None:
            self.next.set_label(words.question(order.fulfilment, self._next.step))

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
        return menu

    def _on_ticked(self) -> None:
        if self._next is not None:
            self.checked.emit(self._next.id)

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
        self.stages = StageLine(0, 5)
        self.state, self.promised = Body(wrap=True), Small(wrap=True)
        self.ticked_by = Small(wrap=True)
        self.next = Tick("", name=f"{name}_next")
        self.next.ticked.connect(self._on_ticked)
        margins = self.body.contentsMargins()
        self.body.setContentsMargins(margins.left(), Space.MEDIUM, Space.MEDIUM, Space.LARGE)
        self.body.addLayout(head)
        for widget in (self.stages, self.state, self.promised, self.ticked_by, self.next):
            self.body.addWidget(widget)
