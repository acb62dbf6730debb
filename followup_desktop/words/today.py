"""The words around the day's list: the greeting, the count, what is left, and the preview."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.names import first_name, greeting
from followup_desktop.domain.today import Today
from followup_desktop.words import N_, _, codes, days, ngettext, waits
from followup_desktop.words.letters import upper_first

if TYPE_CHECKING:
    from followup_desktop.domain.follow_up import DueFollowUp
    from followup_desktop.domain.preview import PersonLine, Preview

MANTRA = N_("I am not here to sell. I am here to help people buy.")
"""Ours, until the shop writes its own (M-66)."""

SKIP_REASONS = (
    N_("Talked in the shop already"),
    N_("Not the right moment for them"),
    N_("No longer needed"),
    N_("Planned twice"),
)
"""Offered when a follow-up is skipped; own words are possible too."""


KEEP_REASONS = (
    N_("They asked for that time"),
    N_("They can’t talk earlier in the day"),
    N_("It is urgent for them"),
)
"""Offered when a promise is kept outside the hours."""


def good_morning(now: datetime, clerk_name: str) -> str:
    name = first_name(clerk_name)
    if now.hour < 12:
        return _("Good morning, {name}").format(name=name)
    if now.hour < 18:
        return _("Good afternoon, {name}").format(name=name)
    return _("Good evening, {name}").format(name=name)


def count(today: Today) -> str:
    """ "7 follow-ups today, about 35 minutes. 2 of them are promises. 4 for when there’s time." """
    if not today.rows:
        return _("Nothing is waiting for a call.")
    sentences = [_for_today(today)]
    if today.promises:
        sentences.append(
            ngettext(
                "{count} of them is a promise.", "{count} of them are promises.", today.promises
            ).format(count=today.promises)
        )
    if today.for_later:
        sentences.append(_for_later(today))
    if today.opens_at is not None:
        opening = waits.moment(today.opens_at, today.day)
        sentences.append(_("Reminders wait until {time}.").format(time=opening))
    return " ".join(sentences)


def _for_today(today: Today) -> str:
    if not today.for_today:
        return _("Nothing presses today.")
    return ngettext(
        "{count} follow-up today, about {minutes}.",
        "{count} follow-ups today, about {minutes}.",
        today.for_today,
    ).format(count=today.for_today, minutes=days.minutes(today.minutes))


def _for_later(today: Today) -> str:
    """What doesn't fit is told calmly, and how far it reaches (M-45)."""
    number, needed = today.for_later, today.days_for_the_rest
    if needed <= A_WEEK:
        return ngettext(
            "{count} more for when there’s time.", "{count} more for when there’s time.", number
        ).format(count=number)
    return _("{count} more for when there’s time: about {days} calm days.").format(
        count=number, days=needed
    )


A_WEEK = 6
"""Open days. What takes longer is worth a word about how long."""


def progress(today: Today) -> str:
    return _("{done} of {all} done").format(done=today.done, all=today.done + today.for_today)


def more(number: int) -> str:
    return ngettext(
        "{count} more comes up as you go along.", "{count} more come up as you go along.", number
    ).format(count=number)


def empty(today: Today) -> tuple[str, str, str]:
    """Title, sentence and what to do next, when nothing is due."""
    if not today.customers:
        return (
            _("A fresh start"),
            _("Record who came in, and tomorrow this page says whom to call and why."),
            _("Record a visit"),
        )
    if today.no_next_step:
        return (
            _("All done for today"),
            ngettext(
                "{count} customer has no next step yet. A good moment to plan one.",
                "{count} customers have no next step yet. A good moment to plan some.",
                today.no_next_step,
            ).format(count=today.no_next_step),
            _("See who"),
        )
    return (
        _("All done for today"),
        _("Everybody has a next step. Enjoy the people who come in."),
        "",
    )


def thanked(number: int) -> str:
    """What gives courage: how often people were glad of a call (M-29)."""
    if not number:
        return ""
    return ngettext(
        "{count} person thanked you for calling, these 30 days.",
        "{count} people thanked you for calling, these 30 days.",
        number,
    ).format(count=number)


def preview_detail(preview: "Preview") -> str:
    """ "Richard F. · say “LIB-in” · repeat customer"."""
    due = preview.row.due
    parts = [due.name if due.title and greeting(due.name, due.title, "") != due.name else ""]
    if preview.say_it_like:
        parts.append(_("say “{sound}”").format(sound=preview.say_it_like))
    parts.append(_lower_first(codes.stage(due.stage)))
    return " · ".join(part for part in parts if part)


def preview_facts(preview: "Preview", today: date, clerk_id: int | None) -> list[tuple[str, str]]:
    """The rows of what is worth knowing before the call; only those that are known.

    `clerk_id` is the clerk who reads them.
    """
    due = preview.row.due
    rows = [
        (
            _("Last purchase"),
            dated(upper_first(preview.last_purchase), preview.last_purchase_on, today),
        ),
        (_("Bought for"), dated(upper_first(preview.bought_for), preview.bought_for_on, today)),
        (_("People"), people(preview.people)),
        (_("Good to call"), good_times(preview)),
        (_("Last talk"), _("“{text}”").format(text=preview.last_talk) if preview.last_talk else ""),
    ]
    if due.clerk_name and due.clerk_id != clerk_id:
        rows.append((_("Whose"), due.clerk_name))
    return [(label, value) for label, value in rows if value]


def promise_stays(due: "DueFollowUp", today: date) -> str:
    """Said before the call about a promise is put off; empty of everything else (M-38)."""
    if due.kind is not Kind.PROMISE or due.promised_on is None:
        return ""
    day = days.near_day(due.promised_on, today)
    return _("Only your call moves. The promise stays for {day}.").format(day=day)


def dated(what: str, on: date | None, today: date) -> str:
    if not what or on is None:
        return what
    return _("{what}, {day}").format(what=what, day=days.day(on, today))


def people(lines: "tuple[PersonLine, ...]") -> str:
    """ "Wife Dana, son Eli (tall, 17)"."""
    said = ", ".join(_person(line) for line in lines)
    return upper_first(said)


def _person(line: "PersonLine") -> str:
    named = _("{relation} {name}").format(relation=_lower_first(line.relation), name=line.name)
    if line.note:
        return _("{person} ({note})").format(person=named.strip(), note=line.note)
    return named.strip()


def good_times(preview: "Preview") -> str:
    """ "9:00 – 11:30, mobile"."""
    due, writer = preview.row.due, days.writer()
    if due.good_from is not None and due.good_to is not None:
        span = _("{start} – {end}").format(
            start=writer.time(due.good_from), end=writer.time(due.good_to)
        )
        return ", ".join(part for part in (span, preview.phone_kind) if part)
    return ""


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
