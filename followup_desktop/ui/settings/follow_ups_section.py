"""How much a day holds, how it reminds, and when one may call."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.domain.calling_rules import CallingRules, stricter
from followup_desktop.domain.shop import Preferences, Shop
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.dates import TimeField
from followup_desktop.ui.kit.fields import Field
from followup_desktop.ui.kit.labels import Muted, Small
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.settings.number_choices import NumberChoices
from followup_desktop.ui.settings.section import Section
from followup_desktop.ui.settings.times_editor import TimesEditor
from followup_desktop.words import N_, _, days, regions

_BUDGETS = (15, 30, 45, 60, 90, 120)
_REMINDERS = {
    "starts_at_login": N_("Start Followup together with this PC"),
    "closes_to_tray": N_("Go on reminding when the window is closed"),
    "notifies": N_("Show the desktop’s own notification too"),
    "hides_names": N_("Name nobody in reminders, for when others see this screen"),
}
"""By the names of the preferences."""


class FollowUpsSection(Section):
    def __init__(self, rules: Mapping[str, CallingRules], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self.times = TimesEditor(self)
        self.budget = NumberChoices(_BUDGETS, days.minutes, self, name="budget_minutes")
        self.region = Picker(
            [(code, regions.region(code)) for code in rules],
            self,
            name="calling_region",
            label=_("Calling hours of"),
        )
        self.own_from = TimeField(self, name="calling_from")
        self.own_until = TimeField(self, name="calling_until")
        self.own_not_on = Choices(
            [(day, regions.weekday(day)) for day in range(7)],
            self,
            name="calling_not_on",
            label=_("We don’t call on"),
            several=True,
        )
        self.hours = Muted("", self, wrap=True)
        self.source = Small("", self, wrap=True)
        self.reminders = {
            name: Tick(_(words), self, name=name) for name, words in _REMINDERS.items()
        }
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        day = self.add_card(_("The day"))
        day.add(Field(_("Follow-ups without a time of their own are called up at"), self.times))
        day.add(
            Field(
                _("Time for follow-ups a day"),
                self.budget,
                hint=_("What doesn’t fit waits under “When there’s time”. Promises always fit."),
            )
        )
        reminding = self.add_card(_("Reminders"))
        for tick in self.reminders.values():
            reminding.add(tick)
        calling = self.add_card(_("When we may call"))
        calling.add(Field(_("Calling hours of"), self.region))
        calling.add(self.source)
        line = QHBoxLayout()
        line.setSpacing(Space.LARGE)
        line.addWidget(Field(_("We don’t call before"), self.own_from))
        line.addWidget(Field(_("We don’t call after"), self.own_until))
        line.addStretch(1)
        calling.body.addLayout(line)
        calling.add(Field(_("We don’t call on"), self.own_not_on))
        calling.add(self.hours)
        self.close_column()

    def _connect(self) -> None:
        self.times.changed.connect(
            lambda times: self.preference_edited.emit({"follow_up_times": times})
        )
        self.budget.chosen.connect(partial(self._on_chosen, self.budget.objectName()))
        for name, tick in self.reminders.items():
            tick.ticked.connect(partial(self._on_chosen, name))
        self.region.chosen.connect(
            lambda code: self.preference_edited.emit({"calling_region": code})
        )

        for field in (self.own_from, self.own_until):
            field.changed.connect(partial(self._on_chosen, field.objectName()))
        self.own_not_on.chosen.connect(partial(self._on_chosen, "calling_not_on"))

    def _on_chosen(self, name: str, value: object) -> None:
        self.preference_edited.emit({name: value})

    def show_shop(self, shop: Shop) -> None:
        kept = shop.preferences
        self.times.show_times(kept.follow_up_times)
        self.budget.show_number(kept.budget_minutes)
        for name, tick in self.reminders.items():
            tick.setChecked(getattr(kept, name))
        self.region.choose(kept.calling_region)
        rules = self._rules.get(kept.calling_region)
        self.own_from.set_value(kept.calling_from)
        self.own_until.set_value(kept.calling_until)
        self.own_not_on.choose(*kept.calling_not_on)
        self.hours.setText("" if rules is None else _effective(rules, kept))
        self.source.setText("" if rules is None else _source(rules))


def _effective(rules: CallingRules, own: Preferences) -> str:
    said = regions.hours(stricter(rules.hours, own))
    if rules.asks_permission:
        return _(
            "We call {hours}. Without a yes beforehand only calls that serve them remain: "
            "purchases, orders, promises, problems."
        ).format(hours=said)
    return _("We call {hours}.").format(hours=said)


def _source(rules: CallingRules) -> str:
    if rules.note:
        return _("{note} Source: {source}. This is not legal advice.").format(
            note=rules.note, source=rules.source
        )
    return _("Source: {source}. This is not legal advice.").format(source=rules.source)
