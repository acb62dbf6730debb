"""What following up brings, in words (M-67 … M-70). Each share says of how many."""

from datetime import date, time, timedelta
from typing import NamedTuple

from followup_desktop.domain.insights.calls import (
    ENOUGH_CALLS,
    Bar,
    Bars,
    Hour,
    Step,
    WhenReached,
)
from followup_desktop.domain.insights.coming_back import FEWEST_TO_COMPARE, WINDOW, ComingBack
from followup_desktop.domain.insights.in_short import (
    Problems,
    Referrals,
    Sales,
    Told,
    Took,
)
from followup_desktop.domain.insights.share import Share
from followup_desktop.words import N_, _, days, ngettext
from followup_desktop.words.orders import AT_ONCE, span

_A_MONDAY = date(2024, 1, 1)
NONE = N_("–")
"""In place of a figure, where there is nothing to count."""


class Figure(NamedTuple):
    number: str
    """Large."""
    detail: str = ""
    """Beside it: of how many."""
    note: str = ""
    """Below it."""

    def spoken(self, name: str) -> str:
        """All of it, read aloud."""
        said = [part for part in (self.number, self.detail, self.note) if part]
        return _("{name}: {said}").format(name=name, said=", ".join(said))


def share(share: Share) -> str:
    """ "96 %"; of a few, "3 of 4"."""
    if share.percent is None:
        return of(share)
    return _("{number} %").format(number=share.percent)


def of(share: Share) -> str:
    return _("{part} of {all}").format(part=share.part, all=share.of)


# The figures --------------------------------------------------------------------------------------


def promises(kept: Share) -> Figure:
    if not kept.of:
        return Figure(_(NONE), note=_("No promise came due in this time."))
    return Figure(share(kept), "" if kept.percent is None else of(kept))


def came_back(found: ComingBack) -> Figure:
    total = found.total
    if not total.of:
        return Figure(_(NONE), note=not_yet(found))
    within = _("Within {count} days").format(count=WINDOW.days)
    if total.percent is None:
        return Figure(of(total), ngettext("first buyer", "first buyers", total.of), within)
    detail = _("{part} of {count} first buyers").format(part=total.part, count=total.of)
    return Figure(share(total), detail, within)


def not_yet(found: ComingBack) -> str:
    """Why nobody is counted, and from when on somebody is."""
    if found.begins_on is None:
        return _("Nobody’s first {count} days ended in this time.").format(count=WINDOW.days)
    return _("The first one is counted from {day} on, after {count} days.").format(
        day=days.day(found.begins_on, found.last_on), count=WINDOW.days
    )


def referrals(found: Referrals) -> Figure:
    if not found.named:
        return Figure("0", note=_("Nobody was named on a call in this time."))
    bought = ngettext("{count} bought", "{count} bought", found.bought).format(count=found.bought)
    return Figure(str(found.named), bought)


def reached(found: WhenReached) -> Figure:
    total = found.total
    if not total.of:
        return Figure(_(NONE), note=_("Nobody was called in this time."))
    if total.percent is None:
        return Figure(of(total), ngettext("call", "calls", total.of), best(found))
    detail = _("{part} of {count} calls").format(part=total.part, count=total.of)
    return Figure(share(total), detail, best(found))


def best(found: WhenReached) -> str:
    """The hours in which most are reached, as far as that can be said."""
    if found.best is not None:
        return _("Best from {begins} to {ends}").format(
            begins=_hour(found.best.begins), ends=_hour(found.best.ends)
        )
    if found.is_enough:
        return _("No hours stand out so far")
    return _("Not enough calls yet to say which hours are best: {count} of {needed}").format(
        count=found.total.of, needed=ENOUGH_CALLS
    )


# Calls --------------------------------------------------------------------------------------------


_TITLES = {
    Step.WEEK: N_("Calls a week"),
    Step.MONTH: N_("Calls a month"),
    Step.QUARTER: N_("Calls a quarter"),
    Step.YEAR: N_("Calls a year"),
}


def calls_title(step: Step) -> str:
    return _(_TITLES[step])


def bar_label(bar: Bar, step: Step) -> str:
    """Below the bar."""
    match step:
        case Step.WEEK:
            return days.writer().day(bar.first_on)
        case Step.MONTH:
            return days.writer().month(bar.first_on)
        case Step.QUARTER:
            month = days.writer().month(bar.first_on)
            return _("{month} {year}").format(month=month, year=bar.first_on.year)
        case _:
            return str(bar.first_on.year)


def bar_words(bar: Bar, step: Step, today: date) -> str:
    """ "13 Oct to 19 Oct: 21 calls, 14 talked"."""
    match step:
        case Step.WEEK | Step.QUARTER:
            when = _("{first} to {last}").format(
                first=days.day(bar.first_on, today), last=days.day(bar.last_on, today)
            )
        case Step.MONTH:
            when = days.writer().month_year(bar.first_on)
        case _:
            when = str(bar.first_on.year)
    return _("{when}: {calls}").format(when=when, calls=_calls(bar.calls))


def bars_words(bars: Bars) -> str:
    return _("In all {calls}").format(calls=_calls(bars.total))


def hour_words(hour: Hour) -> str:
    """ "Tuesday, 16:00 to 17:00: 12 calls, 8 talked"."""
    return _("{weekday}, {begins} to {ends}: {calls}").format(
        weekday=weekday(hour.weekday),
        begins=_hour(hour.hour),
        ends=_hour(hour.hour + 1),
        calls=_calls(hour.calls),
    )


def hour_label(hour: int) -> str:
    return _hour(hour)


def weekday(weekday: int) -> str:
    """Monday is 0."""
    return days.writer().weekday_long(_A_MONDAY + timedelta(days=weekday))


def weekday_label(weekday: int) -> str:
    return days.writer().weekday(_A_MONDAY + timedelta(days=weekday))


def _calls(calls: Share) -> str:
    words = ngettext("{count} call, {talked} talked", "{count} calls, {talked} talked", calls.of)
    return words.format(count=calls.of, talked=calls.part)


def _hour(hour: int) -> str:
    return days.writer().time(time(hour % 24))


# Called, and not called ---------------------------------------------------------------------------


def compared(found: ComingBack) -> str:
    """Below the two groups: who is counted, and what it does not say."""
    if not found.total.of:
        if found.begins_on is None:
            return not_yet(found)
        return _("Nobody’s first {count} days are over yet. {first}").format(
            count=WINDOW.days, first=not_yet(found)
        )
    first_on = found.first_on or found.last_on
    who = _("First bought from {first} to {last}; came back within {count} days.").format(
        first=days.writer().day_year(first_on),
        last=days.writer().day_year(found.last_on),
        count=WINDOW.days,
    )
    if not found.can_compare:
        few = _("Too few to compare: it takes {count} in each group.").format(
            count=FEWEST_TO_COMPARE
        )
        return _("{few} {who}").format(few=few, who=who)
    link = _("Clerks chose whom to call, so this shows a link, not a cause.")
    return _("{who} {link}").format(who=who, link=link)


# What goes wrong ----------------------------------------------------------------------------------


def told(found: Told) -> str:
    """Late orders: how long they waited for the word."""
    if not found.took.count and not found.waiting:
        return _("None in this time")
    said = [_took(found.took)] if found.took.count else []
    if found.waiting:
        waiting = ngettext("{count} doesn’t know yet", "{count} don’t know yet", found.waiting)
        said.append(waiting.format(count=found.waiting))
    return _joined(said)


def acknowledged(found: Problems) -> str:
    return _took(found.acknowledged) if found.acknowledged.count else _("None in this time")


def solved(found: Problems) -> str:
    said = [_took(found.solved)] if found.solved.count else []
    if found.open:
        still = ngettext("{count} is still open", "{count} are still open", found.open)
        said.append(still.format(count=found.open))
    return _joined(said) if said else _("None in this time")


def _took(took: Took) -> str:
    """ "12, half of them within 3 hours": the middle one of them."""
    assert took.middle is not None
    if took.count == 1:
        if took.middle < AT_ONCE:
            return _("1, at once")
        return _("1, after {span}").format(span=span(took.middle))
    if took.middle < AT_ONCE:
        return _("{count}, half of them at once").format(count=took.count)
    return _("{count}, half of them within {span}").format(count=took.count, span=span(took.middle))


def _joined(said: list[str]) -> str:
    return said[0] if len(said) == 1 else _("{one}; {other}").format(one=said[0], other=said[1])


# Sales, and whom nobody thinks of -----------------------------------------------------------------


def sold(part: int, sales: Sales) -> str:
    return of(Share(part, sales.total))


def never_contacted(count: int) -> str:
    return ngettext("{count} never contacted", "{count} never contacted", count).format(count=count)


def no_next_step(count: int) -> str:
    return ngettext("{count} without a next step", "{count} without a next step", count).format(
        count=count
    )
