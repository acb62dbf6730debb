"""What is planned after what: every rule can be switched off and moved, every kind put aside."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from followup_desktop.domain.cadence.rules import SILENCE, Rule
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.rule_book import KindLine, RuleBook, RuleChange, RuleLine
from followup_desktop.domain.shop import Shop
from followup_desktop.ui.kit.fields import Field
from followup_desktop.ui.kit.labels import Body, Small
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.settings.number_choices import NumberChoices
from followup_desktop.ui.settings.section import Section
from followup_desktop.words import _, days, ngettext
from followup_desktop.words import rules as words

_FIRST_SALES = (1, 2, 3, 4, 5, 6)
_LOYAL = (3, 4, 5, 6, 8, 10)
_YEARS = (1, 2, 3, 5, 10)
_REFERRALS = (1, 2, 3, 4, 5)
_TRIES = (2, 3, 4, 5, 6, 8)
_MINUTES = (2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20)

_DAYS = (1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 365)
_OF_THEIR_OWN: dict[Rule, tuple[int, ...]] = {
    Rule.ORDER_READY: (-3, -2, -1, 0),
    Rule.DATE_BEFORE: (-1, -2, -3, -5, -7, -14),
    **dict.fromkeys(SILENCE.values(), (91, 122, 182, 274, 365, 547, 730)),
}
_ON_THE_DAY = frozenset({Rule.ORDER_LATE, Rule.PROBLEM_SAME_DAY, Rule.DATE_ON, Rule.YEARLY_THANKS})
"""These are about one day, and no other makes sense."""


class RulesSection(Section):
    rule_edited = Signal(object)
    """RuleChange."""
    minutes_edited = Signal(object, int)
    pause_edited = Signal(object, bool)
    """The Kind, and whether it is put aside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first_sales = NumberChoices(_FIRST_SALES, str, self, name="first_n_sales")
        self.loyal = NumberChoices(_LOYAL, _purchases, self, name="loyal_after")
        self.years = NumberChoices(_YEARS, str, self, name="loyal_years")
        self.referrals = NumberChoices(_REFERRALS, str, self, name="loyal_referrals")
        self.tries = NumberChoices(_TRIES, str, self, name="max_tries")
        self.rules: dict[Rule, RuleControls] = {}
        self.kinds: dict[Kind, KindControls] = {}
        self._build_ui()
        for choices in (
            self.first_sales, self.loyal, self.years, self.referrals, self.tries
        ):  # fmt: skip
            name = choices.objectName()
            choices.chosen.connect(
                lambda value, name=name: self.preference_edited.emit({name: value})
            )

    def _build_ui(self) -> None:
        before = {
            words.GROUPS[0][1]: self._add_sales,
            words.GROUPS[4][1]: self._add_tries,
            words.GROUPS[5][1]: self._add_loyal,
        }
        for caption, rules in words.GROUPS:
            card = self.add_card(words.group(caption))
            if rules in before:
                before[rules](card)
            grid = _grid()
            for row, rule in enumerate(rules):
                self.rules[rule] = controls = RuleControls(rule, self)
                controls.changed.connect(self.rule_edited)
                grid.addWidget(controls.tick, row, 0)
                grid.addWidget(controls.days, row, 1, Qt.AlignmentFlag.AlignRight)
            card.body.addLayout(grid)
        self._add_kinds(self.add_card(_("How long each takes")))
        self.close_column()

    def _add_sales(self, card: Card) -> None:
        card.add(
            Field(
                _("First purchases that get every call"),
                self.first_sales,
                hint=_("The first ones decide whether somebody comes back."),
            )
        )

    def _add_loyal(self, card: Card) -> None:
        card.add(Field(_("Loyal from this purchase on"), self.loyal))
        card.add(Field(_("Or with so many years, and more than one purchase"), self.years))
        card.add(Field(_("Or with so many people they sent, who bought"), self.referrals))

    def _add_tries(self, card: Card) -> None:
        card.add(
            Field(
                _("Tries before they are left in peace for a while"),
                self.tries,
                hint=_(
                    "At most one a day, each in another part of it. Where a region allows fewer, "
                    "the next one waits. Promises and problems are tried until somebody answers."
                ),
            )
        )

    def _add_kinds(self, card: Card) -> None:
        card.add(Small(_("What is put aside waits, and says so, until you untick it."), self))
        grid = _grid()
        for row, kind in enumerate(Kind):
            self.kinds[kind] = controls = KindControls(kind, self)
            controls.minutes.chosen.connect(
                lambda value, kind=kind: self.minutes_edited.emit(kind, value)
            )
            controls.pause.ticked.connect(lambda on, kind=kind: self.pause_edited.emit(kind, on))
            grid.addWidget(controls.name, row, 0)
            grid.addWidget(controls.minutes, row, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(controls.pause, row, 2)
        card.body.addLayout(grid)

    def show_shop(self, shop: Shop) -> None:
        self.first_sales.show_number(shop.preferences.first_n_sales)
        self.loyal.show_number(shop.preferences.loyal_after)
        self.years.show_number(shop.preferences.loyal_years)
        self.referrals.show_number(shop.preferences.loyal_referrals)
        self.tries.show_number(shop.preferences.max_tries)

    def show_book(self, book: RuleBook) -> None:
        for rule in book.rules:
            self.rules[rule.rule].show(rule)
        for kind in book.kinds:
            self.kinds[kind.kind].show(kind)


class RuleControls(QObject):
    """A rule's two controls, which stand in the card's grid."""

    changed = Signal(object)
    """RuleChange."""

    def __init__(self, rule: Rule, parent: QWidget) -> None:
        super().__init__(parent)
        self._rule = rule
        self._fixed = 0
        name = words.rule(rule)
        self.tick = Tick(name, parent, name=f"rule_{rule}")
        self.days = Picker(
            [], parent, name=f"rule_{rule}_days", label=_("When: {rule}").format(rule=name)
        )
        self.tick.ticked.connect(lambda _on: self._tell())
        self.days.chosen.connect(lambda _days: self._tell())

    def show(self, line: RuleLine) -> None:
        self._fixed = line.days
        usual = () if self._rule in _ON_THE_DAY else _OF_THEIR_OWN.get(self._rule, _DAYS)
        shown = sorted({*usual, line.days, line.usual_days}, reverse=line.usual_days < 0)
        self.tick.setChecked(line.is_on)
        self.days.set_options([(count, words.when(self._rule, count)) for count in shown])
        self.days.choose(line.days)
        self.days.setEnabled(line.is_on and len(shown) > 1)

    def _tell(self) -> None:
        count = self.days.value()
        days_ = count if isinstance(count, int) else self._fixed
        self.changed.emit(RuleChange(self._rule, self.tick.isChecked(), days_))


class KindControls:
    """A kind's name, its minutes, and whether it is put aside."""

    def __init__(self, kind: Kind, parent: QWidget) -> None:
        name = words.kind(kind)
        self.name = Body(name, parent)
        self.minutes = Picker(
            [], parent, name=f"minutes_{kind}", label=_("Minutes: {kind}").format(kind=name)
        )
        self.pause = Tick(_("Put aside"), parent, name=f"pause_{kind}")
        self.pause.setAccessibleName(_("Put aside: {kind}").format(kind=name))

    def show(self, line: KindLine) -> None:
        shown = sorted({*_MINUTES, line.minutes, line.usual_minutes})
        self.minutes.set_options([(count, days.minutes(count)) for count in shown])
        self.minutes.choose(line.minutes)
        self.pause.setChecked(line.is_paused)
        self.pause.setVisible(line.may_pause)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.LARGE)
    grid.setVerticalSpacing(Space.HAIR)
    grid.setColumnStretch(0, 1)
    return grid


def _purchases(count: int) -> str:
    return ngettext("{count} purchase", "{count} purchases", count).format(count=count)
