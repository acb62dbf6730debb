"""Orders in words: how far they are, and what is asked next (M-37)."""

from datetime import date, datetime, time, timedelta

from followup_desktop.domain.customer import Checkpoint
from followup_desktop.domain.delay import Delay
from followup_desktop.domain.kinds import Fulfilment, OrderChoice, Step
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
    Step.QUESTIONS: N_("Any questions left?"),
}

_NEXT_OF_DELIVERY = {Step.READY: N_("Has it been shipped?")}

_REACHED = {
    None: N_("Not entered yet."),
    Step.ENTERED: N_("Entered, in the works."),
    Step.READY: N_("Ready."),
    Step.COMPLETE: N_("Ready and complete."),
    Step.RECEIVED: N_("Received."),
    Step.INTACT: N_("Received, all as it should be."),
    Step.QUESTIONS: N_("Received, and no question left."),
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


def step(step: Checkpoint, today: date) -> str:
    """Done by whom and when; or by when it should be."""
    if step.done_at is not None:
        day = days.near_day(days.local_day(step.done_at), today)
        if not step.done_by:
            return day
        return _("{clerk}, {day}").format(clerk=step.done_by, day=day)
    if step.due_on is None:
        return _("Set a day")
    day = days.near_day(step.due_on, today)
    if step.due_on < today:
        return _("since {day}").format(day=day)
    return _("by {day}").format(day=day)


def last_done(checkpoints: tuple[Checkpoint, ...], today: date) -> str:
    """ "Ready: Ed Marsh, yesterday": who ticked the last one, and when."""
    ticked = [one for one in checkpoints if one.done_at is not None]
    if not ticked or ticked[-1].done_at is None:
        return ""
    day = days.near_day(days.local_day(ticked[-1].done_at), today)
    if not ticked[-1].done_by:
        return _("Checked {day}").format(day=day)
    return _("Checked by {clerk}, {day}").format(clerk=ticked[-1].done_by, day=day)


def count(orders: int, late: int, untold: int = 0) -> str:
    """ "4 orders on their way, 1 late, 1 to be told"."""
    said = ngettext("{count} order on its way", "{count} orders on their way", orders).format(
        count=orders
    )
    if late:
        said = _("{orders}, {count} late").format(orders=said, count=late)
    if untold:
        said = ngettext(
            "{orders}, {count} customer to be told",
            "{orders}, {count} customers to be told",
            untold,
        ).format(orders=said, count=untold)
    return said


# Late -------------------------------------------------------------------------------------------

CHOICES = {
    OrderChoice.HOLD: N_("Hold until complete"),
    OrderChoice.PART_NOW: N_("A part now"),
    OrderChoice.ALTERNATIVE: N_("Something instead"),
    OrderChoice.CANCEL: N_("Cancel it"),
}
"""What is offered to them, in this order."""

_CHOSE = {
    OrderChoice.HOLD: N_("They’d like us to hold it until it is complete"),
    OrderChoice.PART_NOW: N_("They take a part now"),
    OrderChoice.ALTERNATIVE: N_("They’d like something instead"),
    OrderChoice.CANCEL: N_("They’d rather cancel it"),
}


def chose(choice: OrderChoice, note: str = "") -> str:
    said = _(_CHOSE[choice])
    return _("{choice}: {note}").format(choice=said, note=note) if note else said


def delay(delay: Delay, now: datetime) -> str:
    """Since when they know, or since when they should; `now` is UTC."""
    if not delay.is_told:
        return _("Not told yet. We have known for {span}.").format(span=span(delay.waited(now)))
    told = told_after(delay.waited(now))
    said = _("{told}, by {clerk}").format(told=told, clerk=delay.told_by) if delay.told_by else told
    return _("{sentence}.").format(sentence=said)


def told_after(waited: timedelta) -> str:
    """The hours to tell (M-68)."""
    if waited < AT_ONCE:
        return _("Told at once")
    return _("Told after {span}").format(span=span(waited))


AT_ONCE = timedelta(minutes=5)
"""What takes less took no time worth the name."""


def span(waited: timedelta) -> str:
    """Whole minutes below an hour, whole hours below two days."""
    minutes = int(waited.total_seconds() // 60)
    if minutes < 60:
        shown = max(minutes, 1)
        return ngettext("{count} minute", "{count} minutes", shown).format(count=shown)
    hours = round(minutes / 60)
    if hours < 48:
        return ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    whole = round(hours / 24)
    return ngettext("{count} day", "{count} days", whole).format(count=whole)
