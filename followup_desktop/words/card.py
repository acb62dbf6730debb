"""The customer's card in words: who they are, how to reach them, what comes up (M-51)."""

from dataclasses import dataclass
from datetime import date, datetime, time

from followup_desktop.domain.customer import (
    ComingUp,
    CustomerCard,
    OpenProblem,
    OpenPromise,
    Permission,
    Person,
    Phone,
    ReferralLink,
    SpecialDate,
)
from followup_desktop.domain.kinds import FactKind, Way
from followup_desktop.domain.today import Waits
from followup_desktop.words import N_, _, codes, days, ngettext
from followup_desktop.words import waits as waiting
from followup_desktop.words.call import phone_kind, referral_state
from followup_desktop.words.keeping import reached_by
from followup_desktop.words.letters import upper_first
from followup_desktop.words.today import dated

# Who --------------------------------------------------------------------------------------------


def full_name(card: CustomerCard) -> str:
    if not card.title:
        return card.name
    return _("{title} {name}").format(title=card.title, name=card.name)


def header(card: CustomerCard) -> str:
    """Say “LIB-in” · prefers “Mr. Libin” · +1 212 555 0143 mobile · good to call 9:00 – 11:30"""
    parts = []
    if card.say_it_like:
        parts.append(_("Say “{sound}”").format(sound=card.say_it_like))
    if card.address_as:
        parts.append(_("prefers “{name}”").format(name=card.address_as))
    parts += [phone(one) for one in card.phones if not one.is_wrong][:2]
    return " · ".join(parts) or _("No phone number yet. Add one under “Reaching them”.")


def phone(phone: Phone) -> str:
    shown = _("{number} {kind}").format(
        number=phone.shown, kind=_lower_first(phone_kind(phone.kind))
    )
    good = good_times(phone)
    if not good:
        return shown
    return _("{phone} · good to call {span}").format(phone=shown, span=good)


def good_times(phone: Phone) -> str:
    if phone.good_from is None or phone.good_to is None:
        return ""
    return _("{start} – {end}").format(
        start=days.writer().time(phone.good_from), end=days.writer().time(phone.good_to)
    )


def phone_detail(phone: Phone) -> str:
    """The small line under a number."""
    good = good_times(phone)
    parts = [
        _("somebody else answered there") if phone.is_wrong else "",
        _("good to call {span}").format(span=good) if good else "",
        phone.note,
    ]
    return upper_first(" · ".join(part for part in parts if part))


def dont_call(card: CustomerCard, today: date) -> str:
    if card.dont_call_at is None:
        return ""
    day = days.day(days.local_day(card.dont_call_at), today)
    if not card.dont_call_by:
        return _("They asked on {day} not to be called. Please keep to it.").format(day=day)
    return _("They asked {clerk} on {day} not to be called. Please keep to it.").format(
        clerk=card.dont_call_by, day=day
    )


def rests(card: CustomerCard, today: date) -> str:
    """ "Left in peace until 3 Feb"; empty where they aren't, or not any more."""
    if card.rest_until is None or card.rest_until <= today:
        return ""
    return _("Left in peace until {day}").format(day=days.near_day(card.rest_until, today))


def owner(card: CustomerCard) -> str:
    if card.owner_name:
        return _("Looked after by {clerk}").format(clerk=card.owner_name)
    return _("Nobody in particular looks after them")


def nothing_open(card: CustomerCard) -> str:
    """What stands under "Open" where nothing does: a promise stands with its call."""
    if card.promises:
        return _("What you promised stands under “Coming up”, with its call.")
    return _("Nothing is promised, and nothing is wrong.")


def no_next_step(card: CustomerCard) -> str:
    """What stands where nothing comes up."""
    if card.nothing_more:
        return _("Nothing more needed: {reason}").format(reason=card.nothing_more)
    if card.dont_call_at is not None:
        return _("They asked not to be called.")
    return _("No next step yet.")


def full_cadence(count: int | None, usual: int) -> str:
    """How many of their purchases have all the calls after a purchase (M-35)."""
    if count is None:
        return _("{purchases}, as for everybody").format(purchases=_first_purchases(usual))
    return _first_purchases(count)


def _first_purchases(count: int) -> str:
    if not count:
        return _("No purchase")
    return ngettext("The first purchase", "The first {count} purchases", count).format(count=count)


# Before you talk --------------------------------------------------------------------------------

ASK_WHY = N_("Ask why")
"""The reason for a purchase is a first-class field (M-33)."""


def bought_for(card: CustomerCard, today: date) -> str:
    """Empty where nobody knows."""
    what = upper_first(card.occasion)
    if not what and card.occasion_on is not None:
        what = _("A day of theirs")
    said = dated(what, card.occasion_on, today)
    if card.for_whom:
        return (
            _("{occasion}, for {person}").format(occasion=said, person=card.for_whom)
            if said
            else _("For {person}").format(person=card.for_whom)
        )
    return said


def last_purchase(card: CustomerCard, today: date) -> str:
    said = dated(upper_first(card.last_item), card.last_purchase_on, today)
    return _("{purchase} · a gift").format(purchase=said) if card.is_gift else said


SHOWN_FACTS = (
    FactKind.LIKE,
    FactKind.SIZE,
    FactKind.NEED,
    FactKind.WANT,
    FactKind.THEIR_WORDS,
    FactKind.NOT_RIGHT,
)
"""In the order of the card; notes stand in the story."""

_FACTS = {
    FactKind.NOT_RIGHT: N_("Not right"),
    FactKind.THEIR_WORDS: N_("They say"),
}


def fact_label(kind: FactKind) -> str:
    return _(_FACTS[kind]) if kind in _FACTS else codes.fact(kind)


def fact_text(kind: FactKind, text: str) -> str:
    if kind is FactKind.THEIR_WORDS and not text.startswith(("“", '"')):
        return _("“{text}”").format(text=text)
    return upper_first(text)


# People, dates, referrals -----------------------------------------------------------------------


def person(person: Person) -> str:
    """ "Eli, 17, tall"; only the relation is certain."""
    return ", ".join(part for part in (person.name, person.note) if part) or _("name not known")


def special_day(day: SpecialDate, today: date) -> str:
    """ "3 Feb"; the year only of what happens once, and isn't near."""
    if day.yearly or day.year is None:
        # Any leap year does: only the day and the month are written.
        return days.writer().day(date(2000, day.month, day.day))
    return days.day(date(day.year, day.month, day.day), today)


def special_detail(day: SpecialDate, today: date) -> str:
    """How near it is, and since which year."""
    near = ""
    if day.next_on is None:
        near = _("has been")
    elif (day.next_on - today).days <= _NEAR:
        near = days.near_day(day.next_on, today)
    since_year = _("since {year}").format(year=day.year) if day.yearly and day.year else ""
    return " · ".join(part for part in (near, since_year) if part)


_NEAR = 14
"""Days."""


def referral(link: ReferralLink) -> str:
    return referral_state(link.state)


def referral_detail(link: ReferralLink, today: date, *, with_state: bool = False) -> str:
    """ "Friend · dinner jacket · Ed Marsh, 18 Nov": who they are, and by whom and when it came so
    far. `with_state`: how far, where no badge says so."""
    reached = "" if link.state_at is None else reached_by(link.state_at, link.state_by, today)
    state = referral(link) if with_state else ""
    parts = (link.relation, link.what_for, state, reached)
    return upper_first(" · ".join(part for part in parts if part))


# Open and coming up -----------------------------------------------------------------------------


def coming_when(one: ComingUp, today: date) -> str:
    """ "today by 11:00", "25 Nov"."""
    return _moment(one.due_on, one.due_time, today, by=one.is_timed)


def coming_what(one: ComingUp, today: date, promise: OpenPromise | None = None) -> str:
    """What it is about, and why it waits; of a promise whose call was put off, for when it was
    promised."""
    what = upper_first(one.about) or codes.kind(one.kind)
    if promise is not None and promise.due_on < one.due_on:
        what = _("{what} · promised for {day}").format(
            what=what, day=days.near_day(promise.due_on, today)
        )
    if one.waits is None or (one.waits is Waits.LATER_TODAY and one.due_time is not None):
        return what
    waits = waiting.short(one.waits, one.waits_until, today)
    return _("{what} · {waits}").format(what=what, waits=waits)


def more_coming(count: int) -> str:
    return ngettext("{count} more", "{count} more", count).format(count=count)


def promise_when(promise: OpenPromise, today: date) -> str:
    return _moment(promise.due_on, promise.due_time, today, by=True)


def _moment(on: date, at: time | None, today: date, *, by: bool) -> str:
    day = days.near_day(on, today)
    if at is None:
        return day
    clock = days.writer().time(at)
    pattern = _("{day} by {time}") if by else _("{day} after {time}")
    return pattern.format(day=day, time=clock)


def problem_detail(problem: OpenProblem, today: date) -> str:
    parts = [upper_first(problem.put_right_how)]
    if problem.put_right_by is not None:
        by = days.near_day(problem.put_right_by, today)
        parts.append(_("to be right by {day}").format(day=by))
    if problem.owner_name:
        parts.append(_("{clerk} sees to it").format(clerk=problem.owner_name))
    return " · ".join(part for part in parts if part)


# Permission and ways ----------------------------------------------------------------------------

_ALLOWED = {
    Way.CALL: N_("May be called"),
    Way.TEXT: N_("May be texted"),
    Way.MAIL: N_("May be written to"),
}
_REFUSED = {
    Way.CALL: N_("No calls, please"),
    Way.TEXT: N_("No texts, please"),
    Way.MAIL: N_("No mails, please"),
}
_SOURCES = {
    "dont_call": N_("asked not to be called"),
    "may_call_again": N_("said we may call again"),
    "visit": N_("said at a visit"),
}
"""Codes that verbs leave behind; anything else is in the clerk's own words."""


@dataclass(frozen=True, slots=True)
class PermissionWords:
    what: str
    since: str


def permission(given: Permission, today: date) -> PermissionWords:
    """ "May be called", "agreed 11 May 2026"."""
    what = _((_ALLOWED if given.allowed else _REFUSED)[given.way])
    day = days.day(days.local_day(given.given_at), today)
    pattern = _("agreed {day}") if given.allowed else _("said {day}")
    source = _(_SOURCES[given.source]) if given.source in _SOURCES else given.source
    since = pattern.format(day=day)
    return PermissionWords(what, " · ".join(part for part in (since, source) if part))


_PREFERRED = {
    Way.CALL: N_("Prefers a call"),
    Way.TEXT: N_("Prefers a text message"),
    Way.MAIL: N_("Prefers mail"),
}


def preferred(card: CustomerCard) -> str:
    """ "Prefers a call · in English"."""
    parts = []
    if card.preferred_way is not None:
        parts.append(_(_PREFERRED[card.preferred_way]))
    if card.language:
        parts.append(_("speaks {language}").format(language=card.language))
    return upper_first(" · ".join(parts))


def since(at: datetime | None, today: date, never: str) -> str:
    return never if at is None else days.near_day(days.local_day(at), today)


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
