"""What stands on paper beside what the screens say."""

from datetime import date

from followup_desktop.domain.call import KnownCode
from followup_desktop.domain.caught import CaughtKind
from followup_desktop.domain.paper import CallSheet, DaySheet, DaySheetRow
from followup_desktop.domain.today import Group
from followup_desktop.words import _, codes, days, ngettext, why
from followup_desktop.words import call as call_words
from followup_desktop.words import card as card_words


def caution() -> str:
    """Before anything is printed."""
    return _(
        "Names and numbers leave this PC with the paper. Keep it with you, show it to nobody, "
        "and tear it up in the evening."
    )


def foot() -> str:
    """At the bottom of every page."""
    return _("Customers’ data. Keep it with you and tear it up in the evening.")


def page(number: int, of: int) -> str:
    return _("Page {number} of {all}").format(number=number, all=of)


def long_day(on: date) -> str:
    """ "Friday 20 Nov 2026"."""
    return _("{weekday} {day}").format(
        weekday=days.writer().weekday_long(on), day=days.writer().day_year(on)
    )


# The day ----------------------------------------------------------------------------------------


def day_title(sheet: DaySheet) -> str:
    if not sheet.clerk:
        return _("Everybody’s follow-ups")
    return _("{clerk}’s follow-ups").format(clerk=sheet.clerk)


def day_count(sheet: DaySheet) -> str:
    """What the day has time for, and how many there are besides."""
    later = sum(row.row.group is Group.WHEN_THERES_TIME for row in sheet.rows) + sheet.more
    now = len(sheet.rows) + sheet.more - later
    said = ngettext(
        "{count} follow-up, about {minutes}.", "{count} follow-ups, about {minutes}.", now
    ).format(count=now, minutes=days.minutes(sheet.minutes))
    if not later:
        return said
    return _("{now} {count} more for when there’s time.").format(now=said, count=later)


def group(group: Group) -> str:
    return codes.group(group)


def row_name(row: DaySheetRow, today: date) -> tuple[str, str]:
    """Who, and a word about them. Of a surprise nothing lies around on paper (M-34)."""
    due = row.row.due
    return why.headline(due), "" if due.discreet else why.detail(due, today)


def row_why(row: DaySheetRow, today: date, clerk_id: int | None) -> str:
    if row.row.due.discreet:
        return _("{kind}. Be discreet: what it is about stands on the card").format(
            kind=codes.kind(row.row.due.kind)
        )
    return why.why(row.row.due, today, clerk_id)


def row_when(row: DaySheetRow, today: date) -> str:
    return why.when(row.row, today)


def day_more(count: int) -> str:
    return ngettext(
        "{count} more follow-up is not on this list.",
        "{count} more follow-ups are not on this list.",
        count,
    ).format(count=count)


# A call -----------------------------------------------------------------------------------------


def call_detail(sheet: CallSheet) -> str:
    """How to say the name and how to address them."""
    parts = []
    if sheet.say_it_like:
        parts.append(_("say “{name}”").format(name=sheet.say_it_like))
    if sheet.greeting and sheet.greeting != sheet.name:
        parts.append(_("address as “{name}”").format(name=sheet.greeting))
    return " · ".join(parts)


def numbers(sheet: CallSheet) -> list[str]:
    return [card_words.phone(phone) for phone in sheet.phones]


def purpose(sheet: CallSheet) -> str:
    """What for, and what behind it."""
    if sheet.purpose is None:
        return ""
    first = call_words.purpose_line(sheet.purpose)
    if sheet.second_purpose is None:
        return first
    return _("{purpose}. If that doesn’t come up: {second}").format(
        purpose=first, second=call_words.purpose(sheet.second_purpose)
    )


def known(sheet: CallSheet) -> list[str]:
    """What is known; nothing of it for a surprise (M-34)."""
    if sheet.discreet:
        return []
    under_the_name = KnownCode.SAY_IT_LIKE
    return [
        call_words.known(one, sheet.day) for one in sheet.knows if one.code is not under_the_name
    ]


def worth_asking(sheet: CallSheet) -> list[str]:
    return [call_words.worth_asking(fact) for fact in sheet.worth_asking]


def catches() -> list[str]:
    """What to listen for."""
    kinds = [call_words.caught(kind) for kind in CaughtKind]
    return [*kinds, _("They thanked us")]
