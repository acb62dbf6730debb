"""What an order plans while it is on its way (M-37)."""

from datetime import date

from followup_desktop.domain.cadence.planning import Cadence, Planned
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import Fulfilment, Step


def order_checks(
    fulfilment: Fulfilment, on: date, promised_on: date | None, what: str, *, cadence: Cadence
) -> Planned:
    """Is it ready, complete, as promised? And what is sent: did it arrive, and whole?

    An order without a promised date is asked after in a week. `on` is the day this is planned;
    nothing is planned before it.
    """
    if fulfilment is Fulfilment.TAKEN:
        return ()
    if promised_on is None:
        return cadence.plan(Rule.ORDER_NO_DATE, on, about=what)
    ready = cadence.plan(Rule.ORDER_READY, promised_on, about=what, not_before=on)
    if fulfilment is not Fulfilment.DELIVERY:
        return ready
    return ready + cadence.plan(Rule.ORDER_RECEIVED, promised_on, about=what, not_before=on)


def order_late(on: date, what: str, cadence: Cadence) -> Planned:
    """It won't be complete as promised: they hear it from us the same day, with the new date."""
    return cadence.plan(Rule.ORDER_LATE, on, about=what)


def order_received(on: date, what: str, cadence: Cadence) -> Planned:
    """They have it: is everything as it should be, any questions?"""
    return cadence.plan(Rule.ORDER_RECEIVED, on, about=what)


def order_told(on: date, promised_on: date | None, what: str, cadence: Cadence) -> Planned:
    """They know that it is late. Without a new day somebody asks after it again in a week; with
    one, the check on that day stands already."""
    if promised_on is not None and promised_on > on:
        return ()
    return cadence.plan(Rule.ORDER_NO_DATE, on, about=what)


def order_step_overdue(
    step: Step, due_on: date, today: date, what: str, cadence: Cadence
) -> Planned:
    """A checkpoint whose day has passed is looked after: ours, or whether it reached them."""
    rule = _LOOKED_AFTER_BY.get(step, Rule.ORDER_RECEIVED)
    return cadence.plan(rule, due_on, about=what, not_before=today)


_LOOKED_AFTER_BY = dict.fromkeys((Step.ENTERED, Step.READY, Step.COMPLETE), Rule.ORDER_READY)
