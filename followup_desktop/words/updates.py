"""What's new and time to renew, in words (M-41)."""

from collections.abc import Sequence
from datetime import date

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.updates import Candidate, LeftOut, Owner, Update
from followup_desktop.words import N_, _, days, ngettext, product_groups
from followup_desktop.words.letters import upper_first

_LEFT_OUT = {
    LeftOut.DONT_CALL: N_("Asked not to be called"),
    LeftOut.NO_PERMISSION: N_("Didn’t say that we may call"),
    LeftOut.TOLD: N_("Planned or told already"),
    LeftOut.NO_NUMBER: N_("No phone number"),
    LeftOut.GIFT: N_("It was a gift: be discreet"),
    LeftOut.BOUGHT_LATELY: N_("Bought lately"),
    LeftOut.TALKED_LATELY: N_("We talked this week"),
    LeftOut.PLANNED: N_("Another call is planned soon"),
    LeftOut.RESTS: N_("Not reached in many tries, and rests"),
    LeftOut.NOT_RIGHT: N_("Tried, and not right for them"),
    LeftOut.DECLINED: N_("Would rather not, the last time we asked"),
}


def title(update: Update) -> str:
    if update.kind is Kind.SOMETHING_NEW:
        return upper_first(update.text)
    return _("Time to renew: {group}").format(group=update.group)


def detail(update: Update, today: date) -> str:
    """The group and since when, or how long they have had it."""
    if update.noted_on is not None:
        return _("{group} · since {day}").format(
            group=update.group, day=days.near_day(update.noted_on, today)
        )
    assert update.renew_months is not None
    return _("Bought {time} ago or before").format(time=product_groups.time(update.renew_months))


def owners(update: Update) -> str:
    """ "12 own an older one, 3 told"."""
    said = ngettext("{count} owns an older one", "{count} own an older one", update.owners).format(
        count=update.owners
    )
    if not update.told:
        return said
    return _("{owners} · {count} told or planned").format(owners=said, count=update.told)


def to_tell(update: Update) -> str:
    """The badge: for how many nothing is planned; empty when for nobody."""
    left = update.owners - update.told
    return (
        ngettext("{count} to look at", "{count} to look at", left).format(count=left)
        if left > 0
        else ""
    )


def owned(owner: Owner, today: date) -> str:
    """ "Navy suit, 14 Nov 2023"."""
    return _("{item}, {day}").format(
        item=upper_first(owner.item), day=days.day(owner.bought_on, today)
    )


def why(candidate: Candidate, today: date) -> str:
    """Why they are on the list, or why not."""
    owner = candidate.owner
    if candidate.left_out is LeftOut.PLANNED and owner.planned_on is not None:
        return _("Another call is planned: {day}").format(
            day=days.near_day(owner.planned_on, today)
        )
    if candidate.left_out is not None:
        return _(_LEFT_OUT[candidate.left_out])
    if owner.last_contact_at is None:
        return _("Never called yet")
    return _("Last contact {day}").format(
        day=days.near_day(days.local_day(owner.last_contact_at), today)
    )


def plan(count: int) -> str:
    """The button."""
    if not count:
        return _("Nobody is ticked")
    return ngettext("Plan {count} call", "Plan {count} calls", count).format(count=count)


def spread(on: Sequence[date], today: date) -> str:
    """On which days, before anything is planned."""
    if not on:
        return _("Nothing is planned before you say so.")
    first, last = min(on), max(on)
    if first == last:
        return _("On {day}, as your day allows.").format(day=days.weekday_day(first, today))
    return _("From {first} to {last}, a few a day, as your days allow.").format(
        first=days.weekday_day(first, today), last=days.weekday_day(last, today)
    )


def more(count: int) -> str:
    return ngettext(
        "{count} more owns one. They come when these are planned.",
        "{count} more own one. They come when these are planned.",
        count,
    ).format(count=count)
