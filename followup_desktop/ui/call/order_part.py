"""On the call: the order they wait for, and what they choose when it isn't complete (M-37)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from followup_desktop.domain.delay import OrderOnCall
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.order_choice import OrderChoices
from followup_desktop.words import _
from followup_desktop.words.letters import upper_first


class OrderPart(Card):
    """Hidden on a call that is about no order."""

    chosen = Signal(int, object)
    """The order, and OrderChoice or None."""
    new_day_requested = Signal(object)
    """OrderOnCall."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("If it isn’t complete"), parent)
        self._order: OrderOnCall | None = None
        self.choices = OrderChoices(name="call_choice")
        self.new_day = LinkButton(_("Agree on a new day…"), name="call_new_day", muted=True)
        self.add(self.choices)
        self.add(self.new_day)
        self.choices.chosen.connect(self._on_chosen)
        self.new_day.clicked.connect(lambda: self.new_day_requested.emit(self._order))
        self.hide()

    def show_order(self, order: OrderOnCall | None) -> None:
        self._order = order
        self.setVisible(order is not None)
        if order is not None:
            self.choices.caption.setText(upper_first(order.what))
            self.choices.show_choice(order.choice)

    def _on_chosen(self, choice: object) -> None:
        if self._order is not None:
            self.chosen.emit(self._order.id, choice)
