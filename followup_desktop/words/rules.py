"""The cadence's rules in words, and what a change of one would do."""

from datetime import date

from followup_desktop.domain.cadence.rules import SILENCE, Rule
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.rule_book import Moved, RuleEffect, Waiting
from followup_desktop.words import N_, _, days, ngettext, waits
from followup_desktop.words.letters import upper_first

GROUPS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    (
        N_("After a purchase"),
        (
            Rule.DAY_AFTER,
            Rule.TWO_WEEKS,
            Rule.ONE_MONTH,
            Rule.TWO_MONTHS,
            Rule.AFTER_OCCASION,
            Rule.LIGHT_CHECK,
            Rule.LIGHT_THANKS,
        ),
    ),
    (
        N_("Left without buying"),
        (Rule.LEFT_NEXT_DAY, Rule.LEFT_DAY_3, Rule.LEFT_DAY_10, Rule.LEFT_DAY_30),
    ),
    (
        N_("Orders and problems"),
        (
            Rule.ORDER_READY,
            Rule.ORDER_NO_DATE,
            Rule.ORDER_RECEIVED,
            Rule.ORDER_LATE,
            Rule.PROBLEM_SAME_DAY,
            Rule.PROBLEM_STAYED_SO,
        ),
    ),
    (N_("Referrals"), (Rule.REFERRAL_NEXT_DAY, Rule.THANK_REFERRER)),
    (N_("Hard to reach"), (Rule.OTHER_WAY, Rule.REST_OVER)),
    (N_("Their dates, and thanks"), (Rule.DATE_BEFORE, Rule.DATE_ON, Rule.YEARLY_THANKS)),
    (N_("Staying in touch"), (Rule.CHECK_IN, *SILENCE.values())),
)
"""As Settings shows them: every rule that a shop can change, once."""

_RULES = {
    Rule.DAY_AFTER: N_("How do they feel about it?"),
    Rule.TWO_WEEKS: N_("Anything to adjust?"),
    Rule.ONE_MONTH: N_("The same for valuables"),
    Rule.TWO_MONTHS: N_("Still a good choice?"),
    Rule.AFTER_OCCASION: N_("How did their day go?"),
    Rule.LIGHT_CHECK: N_("One check, after the later purchases"),
    Rule.LIGHT_THANKS: N_("Thanks, after the later purchases"),
    Rule.LEFT_NEXT_DAY: N_("Thank you for looking"),
    Rule.LEFT_DAY_3: N_("A second try, when nobody was reached"),
    Rule.LEFT_DAY_10: N_("Still thinking about it?"),
    Rule.LEFT_DAY_30: N_("A last friendly word"),
    Rule.ORDER_READY: N_("Is it ready, complete, as promised?"),
    Rule.ORDER_NO_DATE: N_("An order without a date: how far is it?"),
    Rule.ORDER_RECEIVED: N_("Did it arrive, complete and intact?"),
    Rule.ORDER_LATE: N_("It is late: tell them before they ask"),
    Rule.PROBLEM_SAME_DAY: N_("Something is wrong: say that you are on it"),
    Rule.PROBLEM_STAYED_SO: N_("It was put right: has it stayed so?"),
    Rule.REFERRAL_NEXT_DAY: N_("First hello to somebody who was named"),
    Rule.THANK_REFERRER: N_("Thanks to whoever named them"),
    Rule.OTHER_WAY: N_("The number is wrong: find another way"),
    Rule.REST_OVER: N_("A fresh try, after the last one"),
    Rule.DATE_BEFORE: N_("A birthday or a day of theirs is near"),
    Rule.DATE_ON: N_("It is today"),
    Rule.YEARLY_THANKS: N_("Another year with you: thank the loyal"),
    Rule.CHECK_IN: N_("See how they are doing, when nothing else is planned"),
    Rule.SILENCE_PROSPECT: N_("Long silence: those who never bought"),
    Rule.SILENCE_FIRST: N_("Long silence: after a first purchase"),
    Rule.SILENCE_CUSTOMER: N_("Long silence: customers"),
    Rule.SILENCE_LOYAL: N_("Long silence: the loyal"),
}

_KINDS = {
    Kind.PROMISE: N_("Promise"),
    Kind.CALL_BACK: N_("Call back"),
    Kind.PROBLEM: N_("Problem"),
    Kind.LATE_ORDER: N_("Late order"),
    Kind.ORDER_CHECK: N_("Order check"),
    Kind.DAY_AFTER: N_("Day after"),
    Kind.TWO_WEEKS: N_("Two weeks on"),
    Kind.TWO_MONTHS: N_("Two months on"),
    Kind.AFTER_OCCASION: N_("After the occasion"),
    Kind.LEFT_FIRST: N_("Left without buying, first call"),
    Kind.LEFT_SECOND: N_("Left without buying, second call"),
    Kind.LEFT_LATER: N_("Left without buying, last call"),
    Kind.REFERRAL: N_("Referral"),
    Kind.THANK_REFERRER: N_("Thank the referrer"),
    Kind.HARD_TO_REACH: N_("Hard to reach"),
    Kind.SOMETHING_NEW: N_("Something new"),
    Kind.TIME_TO_RENEW: N_("Time to renew"),
    Kind.THANK_YOU: N_("Thank you"),
    Kind.DATE: N_("Dates"),
    Kind.LONG_SILENCE: N_("Long silence"),
    Kind.CHECK_IN: N_("Check-in"),
}


def group(caption: str) -> str:
    return _(caption)


def rule(rule: Rule) -> str:
    """What it plans, in one short line."""
    return _(_RULES[rule])


def kind(kind: Kind) -> str:
    """A kind by its own name: three of them have one badge."""
    return _(_KINDS[kind])


def when(rule: Rule, count: int) -> str:
    """ "after 14 days", "3 days before", "after 6 months"."""
    if rule in SILENCE.values():
        months = max(1, round(count / _DAYS_A_MONTH))
        return ngettext("after {count} month", "after {count} months", months).format(count=months)
    if count < 0:
        return ngettext("{count} day before", "{count} days before", -count).format(count=-count)
    if count == 0:
        return _("on the day")
    return ngettext("after {count} day", "after {count} days", count).format(count=count)


_DAYS_A_MONTH = 365 / 12


_PREFERENCES = {
    "first_n_sales": N_("First purchases that get every call"),
    "max_tries": N_("Tries before they are left in peace for a while"),
    "holidays": N_("Closed on public holidays"),
    "calling_region": N_("When we may call"),
    "calling_from": N_("When we may call"),
    "calling_until": N_("When we may call"),
    "calling_not_on": N_("When we may call"),
}
_LOYAL = N_("Who is loyal")
"""Of what makes somebody so there are three."""


def preference(name: str) -> str:
    """Over what a change of a preference would move."""
    return _(_PREFERENCES.get(name, _LOYAL))


# What a change would do -------------------------------------------------------------------------


def effect(effect: RuleEffect) -> str:
    """ "12 follow-ups would move, and 3 would go. 2 calls would wait longer than now." """
    said = (_what_moves(effect), _what_comes(effect), _what_waits(effect))
    return " ".join(sentence for sentence in said if sentence)


def _what_moves(effect: RuleEffect) -> str:
    moves = ngettext(
        "{count} follow-up would move", "{count} follow-ups would move", effect.moves
    ).format(count=effect.moves)
    if effect.moves and effect.goes:
        return _("{moves}, and {goes}.").format(
            moves=moves,
            goes=ngettext("{count} would go", "{count} would go", effect.goes).format(
                count=effect.goes
            ),
        )
    if effect.goes:
        return ngettext(
            "{count} follow-up would go.", "{count} follow-ups would go.", effect.goes
        ).format(count=effect.goes)
    return _("{sentence}.").format(sentence=moves) if effect.moves else ""


def _what_comes(effect: RuleEffect) -> str:
    count = len(effect.comes)
    if not count:
        return ""
    if effect.moves or effect.goes:
        return ngettext(
            "{count} new one would come instead.", "{count} new ones would come instead.", count
        ).format(count=count)
    return ngettext(
        "{count} follow-up would come.", "{count} follow-ups would come.", count
    ).format(count=count)


def _what_waits(effect: RuleEffect) -> str:
    sentences = []
    if effect.waits:
        sentences.append(
            ngettext(
                "{count} follow-up would wait until you take this up again.",
                "{count} follow-ups would wait until you take this up again.",
                effect.waits,
            ).format(count=effect.waits)
        )
    if count := len(effect.waiting):
        sentences.append(
            ngettext(
                "{count} call would wait longer than now.",
                "{count} calls would wait longer than now.",
                count,
            ).format(count=count)
        )
    if effect.freed:
        sentences.append(
            ngettext(
                "{count} call could be made sooner.",
                "{count} calls could be made sooner.",
                effect.freed,
            ).format(count=effect.freed)
        )
    return " ".join(sentences)


def note(effect: RuleEffect) -> str:
    """What the change leaves alone."""
    if effect.moved or effect.comes:
        return _("What somebody moved by hand, and what was promised, stays as it is.")
    if effect.waiting or effect.freed:
        return _("Everything stays on its day. Each call says until when it waits.")
    return ""


def lines(effect: RuleEffect, today: date) -> tuple[tuple[str, str], ...]:
    """(who and what about, what happens): "Jun Hayashi · Navy suit", "Wed 25 Nov → Fri 27 Nov"."""
    moved = [
        (one.one.due_on, _who(one.one.name, one.one.about, one.one.kind), _moved_when(one, today))
        for one in effect.moved
        if one.is_seen
    ]
    comes = [
        (
            one.planned.due_on,
            _who(one.name, one.planned.about, one.planned.kind),
            _("new: {day}").format(day=days.weekday_day(one.planned.due_on, today)),
        )
        for one in effect.comes
    ]
    waiting = [
        (one.was.date(), _who(one.name, one.about, one.kind), _waits_when(one, today))
        for one in effect.waiting
    ]
    ordered = sorted((*moved, *comes, *waiting), key=lambda line: line[0])
    return tuple((who, when) for _day, who, when in ordered)


def _who(name: str, about: str, of: Kind) -> str:
    """ "Jun Hayashi · Navy suit", "Jun Hayashi · Thank you"."""
    what = upper_first(about) if about else kind(of)
    return _("{name} · {about}").format(name=name, about=what)


def _moved_when(one: Moved, today: date) -> str:
    """ "Wed 25 Nov → Fri 27 Nov"."""
    was = days.weekday_day(one.one.due_on, today)
    if one.to is None:
        return _("{day}: goes").format(day=was)
    to = days.weekday_day(one.to, today)
    if one.rule is Rule.REST_OVER:
        return _("{day}: in peace until {new_day}").format(day=was, new_day=to)
    return _("{day} → {new_day}").format(day=was, new_day=to)


def _waits_when(one: Waiting, today: date) -> str:
    """ "Wed 25 Nov: waits until 12:00", "… until Mon 30 Nov", "…: no permission yet"."""
    on = one.was.date()
    day = days.weekday_day(on, today)
    if one.until is None:
        said = waits.short(one.why, None, today)
        return _("{day}: {waits}").format(day=day, waits=said)
    if one.until.date() != on:
        until = days.weekday_day(one.until.date(), today)
        return _("{day}: waits until {until}").format(day=day, until=until)
    until = days.writer().time(one.until.time())
    return _("{day}: waits until {until}").format(day=day, until=until)


def more(count: int) -> str:
    return ngettext("and {count} more", "and {count} more", count).format(count=count)
