"""The shop: its name, its country, when it is open."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.domain.shop import Shop
from followup_desktop.ui.kit.fields import Field, LineField
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.settings.closing_days import ClosingDaysEditor
from followup_desktop.ui.settings.countries import countries
from followup_desktop.ui.settings.hours_editor import HoursEditor
from followup_desktop.ui.settings.section import Section
from followup_desktop.words import _


class ShopSection(Section):
    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop: Shop | None = None
        self.name = LineField("", self, name="shop_name")
        self.country = Picker(countries(), self, name="country", label=_("Country"))
        self.hours = HoursEditor(self)
        self.closing = ClosingDaysEditor(today, self)
        self.holidays = Tick(_("Closed on public holidays"), self, name="holidays")
        self.name_field = Field(_("The shop’s name"), self.name)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(Space.LARGE)
        line.addWidget(self.name_field, 1)
        line.addWidget(Field(_("Country"), self.country), 1)
        self.add_card(_("The shop")).body.addLayout(line)
        self.add_card(_("Opening hours")).add(self.hours)
        closed = self.add_card(_("Closing days"))
        closed.add(self.holidays)
        closed.add(self.closing)
        self.close_column()

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._on_name_edited)
        self.country.chosen.connect(lambda code: self.shop_edited.emit({"country": code}))
        self.hours.settled.connect(self._on_hours_settled)
        self.closing.changed.connect(lambda kept: self.shop_edited.emit({"closing_days": kept}))
        self.holidays.ticked.connect(lambda on: self.preference_edited.emit({"holidays": on}))

    def show_shop(self, shop: Shop) -> None:
        self._shop = shop
        self.name_field.set_problem("")
        if not self.name.hasFocus() or not self.name.isModified():
            self.name.setText(shop.name)
        self.country.choose(shop.country)
        if self.hours.hours() != shop.hours:
            self.hours.show_hours(shop.hours)
        self.closing.show_days(shop.closing_days)
        self.holidays.setChecked(shop.preferences.holidays)

    def _on_name_edited(self) -> None:
        name = self.name.text().strip()
        self.name.setModified(False)
        if self._shop is None or name == self._shop.name:
            return
        if not name:
            self.name_field.set_problem(_("How is the shop called?"))
            return
        self.shop_edited.emit({"name": name})

    def _on_hours_settled(self) -> None:
        hours = self.hours.hours()
        if self._shop is not None and hours != self._shop.hours and not self.hours.problem():
            self.shop_edited.emit({"hours": hours})
