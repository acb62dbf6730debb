"""How much a day holds, how it reminds, and when one may call."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from followup_desktop.domain.calling_rules import CallingRules
from followup_desktop.domain.shop import Shop
from followup_desktop.ui.kit.fields import Field
from followup_desktop.ui.kit.labels import Muted, Small
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.ticks import Tick
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
        calling.add(self.hours)
        calling.add(self.source)
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
        self.hours.setText("" if rules is None else regions.hours(rules.hours))
        self.source.setText("" if rules is None else _source(rules))


def _source(rules: CallingRules) -> str:
    if rules.note:
        return _("{note} Source: {source}. This is not legal advice.").format(
            note=rules.note, source=rules.source
        )
    return _("Source: {source}. This is not legal advice.").format(source=rules.source)
