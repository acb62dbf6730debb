"""What a visit plans: somebody bought (M-35, M-37), or left without buying (M-36)."""

from dataclasses import dataclass
from datetime import date

from followup_desktop.domain.cadence.after_order import order_checks
from followup_desktop.domain.cadence.planning import Cadence, Planned, in_order
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import Fulfilment

SAME_TALK_DAYS = 3
"""A call this close to the one about the occasion would ask the same."""


@dataclass(frozen=True, slots=True)
class Bought:
    on: date
    sale: int
    """Which of this customer's purchases it is; the first is 1."""
    item: str = ""
    occasion: str = ""
    occasion_on: date | None = None
    fulfilment: Fulfilment = Fulfilment.TAKEN
    promised_on: date | None = None
    is_valuable: bool = False
    """A product group may say so: a month instead of two weeks."""
    first_n_sales: int | None = None
    """The customer's own number; None: the shop's."""

    @property
    def in_hand_on(self) -> date:
        """From when on they can wear it: the weeks and months count from then."""
        if self.fulfilment is Fulfilment.TAKEN or self.promised_on is None:
            return self.on
        return max(self.on, self.promised_on)


def after_purchase(bought: Bought, cadence: Cadence) -> Planned:
    first_n = bought.first_n_sales
    if first_n is None:
        first_n = cadence.settings.first_n_sales
    talks = _full(bought, cadence) if bought.sale <= first_n else _light(bought, cadence)
    checks = order_checks(
        bought.fulfilment, bought.on, bought.promised_on, bought.item, cadence=cadence
    )
    return in_order(talks + checks)


def _full(bought: Bought, cadence: Cadence) -> Planned:
    day_after = cadence.plan(Rule.DAY_AFTER, bought.on, about=bought.item)
    occasion = _after_occasion(bought, cadence)
    if occasion and day_after and bought.occasion_on is not None:
        if bought.occasion_on < day_after[0].due_on:
            occasion = ()  # the call on the day after asks about it
        elif bought.occasion_on == day_after[0].due_on:
            day_after = ()  # nobody is called on their great day
    weeks = Rule.ONE_MONTH if bought.is_valuable else Rule.TWO_WEEKS
    later = tuple(
        one
        for rule in (weeks, Rule.TWO_MONTHS)
        for one in cadence.plan(rule, bought.in_hand_on, about=bought.item)
        if not any(abs((one.due_on - o.due_on).days) <= SAME_TALK_DAYS for o in occasion)
    )
    return day_after + occasion + later


def _light(bought: Bought, cadence: Cadence) -> Planned:
    """One check, then thanks. The occasion, when there is one, is the better day to ask."""
    check = _after_occasion(bought, cadence) or cadence.plan(
        Rule.LIGHT_CHECK, bought.in_hand_on, about=bought.item
    )
    return check + cadence.plan(Rule.LIGHT_THANKS, bought.in_hand_on, about="")


def _after_occasion(bought: Bought, cadence: Cadence) -> Planned:
    if bought.occasion_on is None or bought.occasion_on < bought.on:
        return ()
    about = bought.occasion or bought.item
    return cadence.plan(Rule.AFTER_OCCASION, bought.occasion_on, about=about)


def after_leaving(on: date, looked_at: str, cadence: Cadence) -> Planned:
    """Every visitor counts. The third day is planned only when the first call reaches nobody."""
    rules = (Rule.LEFT_NEXT_DAY, Rule.LEFT_DAY_10, Rule.LEFT_DAY_30)
    return in_order(one for rule in rules for one in cadence.plan(rule, on, about=looked_at))
