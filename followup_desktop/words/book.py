"""The book in words (M-73)."""

from datetime import date, timedelta

from followup_desktop.domain.book import Book, BookDay, BookEntry, BookWeek, Coming
from followup_desktop.words import N_, _, days, ngettext
from followup_desktop.words.customers import full_name
from followup_desktop.words.letters import upper_first

_BADGES = {
    Coming.PROMISE: N_("Promise"),
    Coming.CALL_BACK: N_("Call back"),
    Coming.PROBLEM: N_("Problem"),
    Coming.ORDER: N_("Order"),
    Coming.OCCASION: N_("The day itself"),
    Coming.DATE: N_("A special day"),
    Coming.RENEWAL: N_("Time to renew"),
}
_WEEK = timedelta(days=7)


def badge(coming: Coming) -> str:
    return _(_BADGES[coming])


def week(week: BookWeek, today: date) -> str:
    """The heading of a week."""
    if week.first_on <= today < week.first_on + _WEEK:
        return _("This week")
    if week.first_on - _WEEK <= today:
        return _("Next week")
    return _("Week of {day}").format(day=days.day(week.first_on, today))


def day(on: date, today: date) -> str:
    """ "Tue 24 Nov", and the nearest two by name."""
    if on - today <= timedelta(days=1):
        return upper_first(days.near_day(on, today))
    return days.weekday_day(on, today)


def title(entry: BookEntry) -> str:
    """Who, or how many."""
    if entry.coming is Coming.RENEWAL:
        return ngettext("{count} customer", "{count} customers", entry.count).format(
            count=entry.count
        )
    return full_name(entry.name, entry.title)


def detail(entry: BookEntry) -> str:
    """What about; and who gave the word, where somebody did."""
    what = upper_first(entry.what)
    if not entry.clerk:
        return what
    if not what:
        return entry.clerk
    return _("{what} · {clerk}").format(what=what, clerk=entry.clerk)


def when(entry: BookEntry) -> str:
    return "" if entry.at is None else days.writer().time(entry.at)


def closed(day: BookDay) -> str:
    """What stands on a day that is closed."""
    return _("Closed: {why}").format(why=day.closed_for) if day.closed_for else _("Closed")


def planned(day: BookDay) -> str:
    """The follow-ups that are planned besides."""
    return ngettext(
        "{count} follow-up besides, about {minutes}",
        "{count} follow-ups besides, about {minutes}",
        day.follow_ups,
    ).format(count=day.follow_ups, minutes=days.minutes(day.minutes))


def until(book: Book) -> str:
    """How far it goes, and how much is in it."""
    return ngettext(
        "{count} entry until {day}", "{count} entries until {day}", book.entries
    ).format(count=book.entries, day=days.day(book.until, book.today))


def more(count: int) -> str:
    return ngettext(
        "{count} more entry after these. Shorter, the book shows all of it.",
        "{count} more entries after these. Shorter, the book shows all of it.",
        count,
    ).format(count=count)
