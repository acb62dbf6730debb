"""The open orders as rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from followup_desktop.domain.names import initials
from followup_desktop.domain.order import OrderLine
from followup_desktop.ui.kit.tokens import ToneName
from followup_desktop.words import _
from followup_desktop.words import orders as words
from followup_desktop.words.customers import full_name

DISPLAY = Qt.ItemDataRole.DisplayRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """An order with everything its row says, worded once."""

    order: OrderLine
    name: str
    initials: str
    what: str
    state: str
    promised: str
    badge: str
    done: int
    of: int

    @property
    def tone(self) -> ToneName:
        urgent = self.order.is_late or self.order.is_untold
        return ToneName.PROMISE if urgent else ToneName.PURCHASE


def entry(order: OrderLine, today: date) -> Entry:
    return Entry(
        order=order,
        name=full_name(order.name, order.title),
        initials=initials(order.name),
        what=words.title(order.fulfilment, order.what),
        state=words.state(order.fulfilment, order.checkpoints),
        promised=words.promised(order.promised_on, order.promised_time, today),
        badge=_("Tell them") if order.is_untold else _("Late") if order.is_late else "",
        done=words.done(order.checkpoints),
        of=len(order.checkpoints),
    )


class OrdersModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, place: int) -> Entry | None:
        return self._entries[place] if 0 <= place < len(self._entries) else None

    def place_of(self, order_id: int) -> int:
        """-1 when it is gone."""
        places = (i for i, one in enumerate(self._entries) if one.order.id == order_id)
        return next(places, -1)

    # Qt's own

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = DISPLAY) -> object:
        if role not in (DISPLAY, ACCESSIBLE):
            return None
        one = self._entries[index.row()]
        said = (one.badge, one.name, one.what, one.promised, one.state)
        return ", ".join(part for part in said if part)
