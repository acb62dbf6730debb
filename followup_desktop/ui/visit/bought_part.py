"""The half of the form for somebody who bought: what, what for, for whom, how it reaches them."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from followup_desktop.domain.kinds import Fulfilment
from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.kit import metrics
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.completions import Completions
from followup_desktop.ui.kit.dates import DateField, TimeField
from followup_desktop.ui.kit.fields import Field, LineField
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.kit.typed_field import TypedField
from followup_desktop.ui.visit.items_field import ItemsField
from followup_desktop.words import _, codes


class BoughtPart(QWidget):
    """Its `extra` fields stand in a row that the page shares out."""

    edited = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build_ui(today)
        self._connect()

    def answers(self) -> dict[str, object]:
        """The fields of `NewVisit` that stand here."""
        fulfilment = self.fulfilment.value()
        ordered = fulfilment is not Fulfilment.TAKEN
        items = self.items.items()
        return {
            "items": items,
            "item_groups": self.items.group.chosen(items),
            "occasion": self.occasion.text(),
            "occasion_on": self.occasion_on.value(),
            "for_whom": self.for_whom.text(),
            "is_gift": self.gift.isChecked(),
            "fulfilment": fulfilment,
            "promised_on": self.ready_on.value() if ordered else None,
            "promised_time": self.ready_time.value() if ordered else None,
        }

    def show_visit(self, visit: NewVisit) -> None:
        self.items.set_items(visit.items)
        self.items.group.set_chosen(visit.item_groups)
        self.items.show_groups(())
        self.occasion.setText(visit.occasion)
        self.occasion_on.set_value(visit.occasion_on)
        self.for_whom.setText(visit.for_whom)
        self.gift.setChecked(visit.is_gift)
        self.fulfilment.choose(visit.fulfilment)
        self.ready_on.set_value(visit.promised_on)
        self.ready_time.set_value(visit.promised_time)
        self._show_ready()

    def unclear(self) -> TypedField | None:
        """The first day or time that was typed and isn't understood; it says so itself."""
        ordered = self.fulfilment.value() is not Fulfilment.TAKEN
        typed = [self.occasion_on, *((self.ready_on, self.ready_time) if ordered else ())]
        for field in typed:
            field.settle()
        return next((field for field in typed if not field.understood()), None)

    def _show_ready(self) -> None:
        ordered = self.fulfilment.value() is not Fulfilment.TAKEN
        self.ready_field.setVisible(ordered)
        self.ready_time_field.setVisible(ordered)

    def _on_fulfilment_chosen(self) -> None:
        self._show_ready()
        self.edited.emit()

    def _build_ui(self, today: date) -> None:
        self.items = ItemsField(name="visit_items")
        self.occasion = LineField(name="visit_occasion", placeholder=_("Their reason"))
        self.occasions = Completions(self)
        self.occasion.setCompleter(self.occasions)
        self.occasion_on = DateField(name="visit_occasion_on", today=today, placeholder=_("Date"))
        self.for_whom = LineField(name="visit_for_whom", placeholder=_("Themselves"))
        self.gift = Tick(_("It’s a gift"), name="visit_gift")
        self.gift.setMinimumHeight(metrics.control_height())
        kinds = [(one, codes.fulfilment(one)) for one in Fulfilment]
        self.fulfilment = Choices(
            kinds, name="visit_fulfilment", label=_("How does it reach them?")
        )
        self.ready_on = DateField(name="visit_ready_on", today=today)
        self.ready_time = TimeField(name="visit_ready_time")
        self.fields = {
            "items": Field(_("What"), self.items),
            "occasion": Field(_("What is it for?"), self.occasion),
            "occasion_on": Field(_("When is it?"), self.occasion_on),
            "for_whom": Field(_("For whom?"), self.for_whom),
            "promised_on": Field(_("Ready on"), self.ready_on),
            "promised_time": Field(_("At"), self.ready_time),
        }
        self.ready_field = self.fields["promised_on"]
        self.ready_time_field = self.fields["promised_time"]
        self._lay_out()
        self._show_ready()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.MEDIUM + 2)
        grid.setVerticalSpacing(Space.MEDIUM)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.fields["items"], 0, 0)
        grid.addLayout(_beside(self.fields["occasion"], self.fields["occasion_on"], 1, 1), 0, 1)
        grid.addWidget(Field(_("How does it reach them?"), self.fulfilment), 1, 0)
        grid.addLayout(_beside(self.ready_field, self.ready_time_field), 1, 1)
        self.extra = QWidget()
        self.extra.setLayout(_beside(self.fields["for_whom"], Field(" ", self.gift)))

    def _connect(self) -> None:
        self.items.edited.connect(self.edited)
        for line in (self.occasion, self.for_whom):
            line.textChanged.connect(self.edited)
        for typed in (self.occasion_on, self.ready_on, self.ready_time):
            typed.changed.connect(self.edited)
        self.gift.ticked.connect(self.edited)
        self.fulfilment.chosen.connect(self._on_fulfilment_chosen)


def _beside(
    first: QWidget, second: QWidget, first_share: int = 3, second_share: int = 2
) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.SMALL)
    row.addWidget(first, first_share)
    row.addWidget(second, second_share)
    return row
