"""The words of the tray: its window, its menu, its tooltip, and the card of the morning."""

from collections.abc import Sequence
from datetime import date, datetime

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import Kind, Rank
from followup_desktop.domain.later import Later
from followup_desktop.domain.names import initials as initials_of
from followup_desktop.domain.quiet import Wait
from followup_desktop.domain.reminder import Reminder
from followup_desktop.domain.today import Waits
from followup_desktop.words import N_, _, codes, days, ngettext, waits, why
from followup_desktop.words.letters import upper_first

MANY_MINUTES = 120
"""More than this is nothing to tell anybody who has a shop to run."""

LATER = {
    Later.TEN_MINUTES: N_("10 min"),
    Later.HOUR: N_("1 hour"),
    Later.THIS_AFTERNOON: N_("This afternoon"),
    Later.TOMORROW: N_("Tomorrow"),
}
"""The spans that the window offers, in its order."""


# The window -------------------------------------------------------------------------------------


def title(reminder: Reminder) -> str:
    """ "3 follow-ups are due"; says no more, so that it may be shown to anybody."""
    return _due(len(reminder.ids))


def subtitle(reminder: Reminder) -> str:
    """What comes first, and how long all of it takes."""
    minutes = days.minutes(reminder.minutes) if reminder.minutes <= MANY_MINUTES else ""
    if reminder.late and minutes:
        return _("They came up meanwhile. About {minutes} in all.").format(minutes=minutes)
    if reminder.late:
        return _("They came up meanwhile. Start with the first, the rest can wait.")
    if reminder.first_is_promise and minutes:
        return _("The first one is a promise. About {minutes} in all.").format(minutes=minutes)
    if minutes:
        return _("About {minutes}").format(minutes=minutes)
    return _("Start with the first, the rest can wait.")


def sheet_sentence(reminder: Reminder) -> str:
    """What the sheet over the window says under its title; empty when there is nothing to say."""
    said = [subtitle(reminder)] if reminder.ids else []
    return " ".join([*said, *_coming(reminder)])


def bring_all_back(count: int) -> str:
    return ngettext("Bring {count} back", "Bring all {count} back", count).format(count=count)


def more(reminder: Reminder) -> str:
    """ "4 more", below the rows; empty when all are shown."""
    if not reminder.more:
        return ""
    return ngettext("{count} more", "{count} more", reminder.more).format(count=reminder.more)


def badge(due: DueFollowUp) -> str:
    """ "Promise · 11:00"; only where there is a time to keep."""
    if due.due_time is None or not due.is_timed:
        return codes.kind(due.kind) if due.rank is Rank.PROMISES else ""
    return _("{kind} · {time}").format(
        kind=codes.kind(due.kind), time=days.writer().time(due.due_time)
    )


def initials(due: DueFollowUp) -> str:
    return initials_of(due.name)


def later(span: Later) -> str:
    return _(LATER[span])


def promise_stays(due: DueFollowUp, today: date) -> str:
    """Said where a promise can be put off: the reminder waits, and never the promise itself (M-38,
    M-62). Empty of everything else."""
    if due.kind is not Kind.PROMISE or due.promised_on is None:
        return ""
    day = days.near_day(due.promised_on, today)
    return _("Only your call waits. The promise stays for {day}.").format(day=day)


def promises_stay(reminder: Reminder) -> str:
    """The same where all are put off together."""
    if any(promise_stays(due, reminder.now.date()) for due in reminder.rows):
        return _("Only the calls wait. What was promised stays as it is.")
    return ""


def moment(at: datetime, now: datetime) -> str:
    """ "11:42" today, "Monday 10:00" on another day."""
    time = days.writer().time(at.time())
    if at.date() == now.date():
        return time
    return _("{day} {time}").format(day=days.near_day(at.date(), now.date()), time=time)


# The tray's icon and menu -----------------------------------------------------------------------


def tooltip(reminder: Reminder) -> str:
    said = [_due(reminder.count) if reminder.count else _("Nothing is due.")]
    if reminder.count:
        said = [_("{sentence}.").format(sentence=said[0])]
    return " ".join([*said, *_coming(reminder)])


def _coming(reminder: Reminder) -> list[str]:
    """What is put off, and until when it is quiet."""
    said = []
    if reminder.back_at is not None:
        said.append(
            ngettext(
                "{count} comes back at {time}.",
                "{count} were put off, the first comes back at {time}.",
                reminder.put_off,
            ).format(count=reminder.put_off, time=moment(reminder.back_at, reminder.now))
        )
    if reminder.busy_until is not None:
        said.append(_("Quiet until {time}.").format(time=moment(reminder.busy_until, reminder.now)))
    return said


def menu_line(due: DueFollowUp) -> str:
    """ "Mr. Libin · promise by 11:00"."""
    name, kind = why.headline(due), codes.kind(due.kind)
    kind = kind[:1].lower() + kind[1:]
    if due.due_time is not None and due.is_timed:
        time = days.writer().time(due.due_time)
        return _("{name} · {kind} by {time}").format(name=name, kind=kind, time=time)
    return _("{name} · {kind}").format(name=name, kind=kind)


def menu_more(count: int) -> str:
    return ngettext("{count} more…", "{count} more…", count).format(count=count)


def unnamed(count: int) -> str:
    """In place of names, where others may look at the screen."""
    return _due(count)


def _due(count: int) -> str:
    return ngettext("{count} follow-up is due", "{count} follow-ups are due", count).format(
        count=count
    )


# The desktop's own notification -----------------------------------------------------------------


def names(rows: Sequence[DueFollowUp], today: date) -> str:
    """One line for each of the first."""
    return "\n".join(
        _("{name}: {why}").format(name=why.headline(due), why=reason(due, today)) for due in rows
    )


def reason(due: DueFollowUp, today: date, wait: Wait | None = None) -> str:
    """Why now, or why not just now, for a window that comes up by itself: whoever stands beside it
    may be the one the surprise is for (M-34)."""
    said = why.why(due, today)
    if due.discreet:
        said = _("{kind}. Be discreet: what it is about stands on the card").format(
            kind=codes.kind(due.kind)
        )
    if wait is None or wait.why is Waits.LATER_TODAY:
        return said
    return _("{waits} · {why}").format(
        waits=upper_first(waits.short(wait.why, wait.until, today)), why=said
    )


STILL_HERE = N_(
    "Followup is still here, in the corner of the screen, and reminds you. To end it, choose Quit."
)
"""Said the first time that the window is closed to the tray."""
