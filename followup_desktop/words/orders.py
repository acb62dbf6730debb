"""Orders in words: how far they are, and what is asked next (M-37)."""

from datetime import date, time

from followup_desktop.domain.customer import Checkpoint
from followup_desktop.domain.kinds import Fulfilment, Step
from followup_desktop.words import N_, _, days, ngettext

_TITLES = {
    Fulfilment.TAKEN: N_("Order · {what}"),
    Fulfilment.ALTERATION: N_("Alteration · {what}"),
    Fulfilment.ORDER: N_("Order · {what}"),
    Fulfilment.DELIVERY: N_("Delivery · {what}"),
}

_NEXT = {
    Step.ENTERED: N_("Is it entered?"),
    Step.READY: N_("Is it ready?"),
    Step.COMPLETE: N_("Is it complete?"),
    Step.RECEIVED: N_("Has it been received?"),
    Step.INTACT: N_("Did it arrive intact?"),
}

_NEXT_OF_DELIVERY = {Step.READY: N_("Has it been shipped?")}

_REACHED = {
    None: N_("Not entered yet."),
    Step.ENTERED: N_("Entered, in the works."),
    Step.READY: N_("Ready."),
    Step.COMPLETE: N_("Ready and complete."),
    Step.RECEIVED: N_("Received."),
    Step.INTACT: N_("Received, all as it should be."),
}

_REACHED_BY = {
    (Fulfilment.ALTERATION, Step.ENTERED): N_("Entered, in the workroom."),
    (Fulfilment.ORDER, Step.ENTERED): N_("Entered and ordered."),
    (Fulfilment.DELIVERY, Step.ENTERED): N_("Entered, being packed."),
    (Fulfilment.DELIVERY, Step.READY): N_("Shipped."),
}


def title(fulfilment: Fulfilment, what: str) -> str:
    """ "Alteration · charcoal suit"."""
    return _(_TITLES[fulfilment]).format(what=what)


def done(checkpoints: tuple[Checkpoint, ...]) -> int:
    return sum(one.done_at is not None for one in checkpoints)


def next_one(checkpoints: tuple[Checkpoint, ...]) -> Checkpoint | None:
    return next((one for one in checkpoints if one.done_at is None), None)


def state(fulfilment: Fulfilment, checkpoints: tuple[Checkpoint, ...]) -> str:
    """How far it is: the last checkpoint that is done."""
    reached = [one.step for one in checkpoints if one.done_at is not None]
    last = reached[-1] if reached else None
    if last is not None and (fulfilment, last) in _REACHED_BY:
        return _(_REACHED_BY[fulfilment, last])
    return _(_REACHED[last])


def question(fulfilment: Fulfilment, step: Step) -> str:
    """The next checkpoint as what one asks."""
    if fulfilment is Fulfilment.DELIVERY and step in _NEXT_OF_DELIVERY:
        return _(_NEXT_OF_DELIVERY[step])
    return _(_NEXT[step])


def promised(on: date | None, at: time | None, today: date) -> str:
    if on is None:
        return _("No date promised")
    day = days.near_day(on, today)
    if on < today:
        return _("Was promised for {day}").format(day=day)
    if at is None:
        return _("Promised for {day}").format(day=day)
    return _("Promised for {day}, {time}").format(day=day, time=days.writer().time(at))


def last_done(checkpoints: tuple[Checkpoint, ...], today: date) -> str:
    """ "Ready: Ed Marsh, yesterday": who ticked the last one, and when."""
    ticked = [one for one in checkpoints if one.done_at is not None]
    if not ticked or ticked[-1].done_at is None:
        return ""
    day = days.near_day(days.local_day(ticked[-1].done_at), today)
    if not ticked[-1].done_by:
        return _("Checked {day}").format(day=day)
    return _("Checked by {clerk}, {day}").format(clerk=ticked[-1].done_by, day=day)


def count(orders: int, late: int) -> str:
    """ "4 orders on their way, 1 late"."""
    said = ngettext("{count} order on its way", "{count} orders on their way", orders).format(
        count=orders
    )
    if not late:
        return said
    return _("{orders}, {count} late").format(orders=said, count=late)
