"""A promise, a problem or a referral: its line in the list, and what the panel shows of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from followup_desktop.domain.keeping import ProblemLine, PromiseLine, ReferralLine
from followup_desktop.domain.names import initials
from followup_desktop.domain.shop_time import Now
from followup_desktop.ui.kit.lines import Line, LineKind
from followup_desktop.ui.kit.tokens import ToneName
from followup_desktop.words import _
from followup_desktop.words import keeping as words
from followup_desktop.words.call import referral_state
from followup_desktop.words.customers import full_name
from followup_desktop.words.letters import upper_first

Given: TypeAlias = PromiseLine | ProblemLine | ReferralLine


class Part(StrEnum):
    PROMISES = "promises"
    PROBLEMS = "problems"
    REFERRALS = "referrals"


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the way: what, by whom and when, and whether it was done."""

    what: str
    detail: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Detail:
    """What the panel shows of one."""

    given: Given
    name: str
    initials: str
    phone: str
    tone: ToneName
    caption: str
    what: str
    when: str
    is_urgent: bool
    notes: tuple[str, ...]
    steps: tuple[Step, ...]
    call: str
    """What its button says; empty where nobody has to be called any more."""
    call_who: int
    """The customer."""
    call_about: int | None
    """The follow-up."""
    card: str = ""
    """What the button to the customer's card says, where there is another one beside it."""
    other_id: int | None = None
    """Somebody else whose card it leads to."""
    other: str = ""


# Lists ------------------------------------------------------------------------------------------


def promise_lines(promises: Iterable[PromiseLine], now: Now) -> list[Line]:
    def group(one: PromiseLine) -> str:
        if one.kept_at is not None:
            return _("Kept lately")
        return _("Missed") if one.is_missed(now) else _("Waiting for us")

    def line(one: PromiseLine) -> Line:
        missed = one.is_missed(now)
        badge = _("Missed") if missed else _("Kept") if one.kept_at is not None else ""
        return Line(
            LineKind.ENTRY,
            title=full_name(one.name, one.title),
            second=upper_first(one.what),
            when=" · ".join(filter(None, (one.clerk_name, words.promise_when(one, now)))),
            badge=badge or _promise_badge(one, now),
            tone=ToneName.PROMISE if missed else _tone_of(one.kept_at is not None),
            key=(Part.PROMISES, one.id),
        )

    return _grouped(promises, group, line)


def _promise_badge(one: PromiseLine, now: Now) -> str:
    return _("Today") if one.due_on == now.day else ""


def _tone_of(is_done: bool) -> ToneName:
    return ToneName.THANKS if is_done else ToneName.WARNING


def problem_lines(problems: Iterable[ProblemLine], now: Now) -> list[Line]:
    def group(one: ProblemLine) -> str:
        if one.stayed_so_at is not None:
            return _("Stayed right")
        return _("To look at again") if one.is_looked_at_again else _("Open")

    def line(one: ProblemLine) -> Line:
        return Line(
            LineKind.ENTRY,
            title=full_name(one.name, one.title),
            second=upper_first(one.what),
            when=" · ".join(filter(None, (one.owner_name, words.problem_when(one, now)))),
            badge=_problem_badge(one, now),
            tone=ToneName.PROMISE if one.is_late(now) else _tone_of(not one.is_open),
            key=(Part.PROBLEMS, one.id),
        )

    return _grouped(problems, group, line)


def _problem_badge(one: ProblemLine, now: Now) -> str:
    if one.is_late(now):
        return _("Late")
    if not one.is_open:
        return _("Solved")
    if one.acknowledged_at is None:
        return _("Tell them we are on it")
    if one.put_right_by is None:
        return _("By when?")
    return _("Manager") if one.for_manager else ""


def referral_lines(referrals: Iterable[ReferralLine], now: Now) -> list[Line]:
    def group(one: ReferralLine) -> str:
        return _("Thanked lately") if one.is_done else _("Going on")

    def line(one: ReferralLine) -> Line:
        state = upper_first(referral_state(one.state))
        return Line(
            LineKind.ENTRY,
            title=words.referral_title(one),
            second=words.referral_detail(one),
            when=words.referral_when(one, now.day),
            badge=state,
            tone=ToneName.THANKS if one.is_done else ToneName.REFERRAL,
            key=(Part.REFERRALS, one.id),
        )

    return _grouped(referrals, group, line)


def _grouped(
    given: Iterable[Given], group: Callable[..., str], line: Callable[..., Line]
) -> list[Line]:
    """A heading before the first of each group; they come in the order of their groups."""
    lines: list[Line] = []
    above = ""
    for one in given:
        if (heading := group(one)) != above:
            lines.append(Line(LineKind.HEADING, title=heading))
            above = heading
        lines.append(line(one))
    return lines


# The panel --------------------------------------------------------------------------------------


def detail(given: Given, now: Now) -> Detail:
    if isinstance(given, PromiseLine):
        return _promise(given, now)
    return _problem(given, now) if isinstance(given, ProblemLine) else _referral(given, now)


def _promise(one: PromiseLine, now: Now) -> Detail:
    missed = one.is_missed(now)
    return Detail(
        given=one,
        name=full_name(one.name, one.title),
        initials=initials(one.name),
        phone=one.phone,
        tone=ToneName.PROMISE if missed else ToneName.PURCHASE,
        caption=_("Promise"),
        what=upper_first(one.what),
        when=upper_first(words.promise_when(one, now)),
        is_urgent=missed,
        notes=(words.given_by(one, now.day), *words.promise_notes(one, now)),
        steps=(),
        call="" if one.kept_at is not None else _("Start the call"),
        call_who=one.customer_id,
        call_about=one.follow_up_id,
    )


def _problem(one: ProblemLine, now: Now) -> Detail:
    taken = [Step(*words.step_taken(step, now.day), True) for step in one.steps]
    to_come = [Step(what, "", False) for what in words.steps_to_come(one)]
    late = one.is_late(now)
    return Detail(
        given=one,
        name=full_name(one.name, one.title),
        initials=initials(one.name),
        phone=one.phone,
        tone=ToneName.PROMISE if late else ToneName.WARNING,
        caption=_("Problem"),
        what=upper_first(one.what),
        when=upper_first(words.by_when(one, now.day)) if one.is_open else "",
        is_urgent=late,
        notes=(words.owner(one),),
        steps=(*taken, *to_come),
        call="" if one.stayed_so_at is not None else _("Start the call"),
        call_who=one.customer_id,
        call_about=one.follow_up_id,
    )


def _referral(one: ReferralLine, now: Now) -> Detail:
    who, about, call = one.customer_id, one.thanks_id, _("Call {name}").format(name=one.name)
    if one.hello_id is not None and one.referred_id is not None:
        who, about = one.referred_id, one.hello_id
        call = _("Call {name}").format(name=one.referred_name)
    elif one.thanks_id is not None:
        call = _("Thank {name}").format(name=one.name)
    return Detail(
        given=one,
        name=one.referred_name,
        initials=initials(one.referred_name),
        phone=one.referred_phone,
        tone=ToneName.REFERRAL,
        caption=_("Referral"),
        what=words.referral_detail(one) or words.referral_title(one),
        when=_("Sent by {name}").format(name=full_name(one.name, one.title)),
        is_urgent=False,
        notes=(*words.referral_notes(one), upper_first(words.referral_when(one, now.day))),
        steps=tuple(Step(*step) for step in words.referral_way(one, now.day)),
        call="" if one.is_done else call,
        call_who=who,
        call_about=about,
        card=_card_of(one.name, one.title),
        other_id=one.referred_id,
        other=_card_of(one.referred_name),
    )


def _card_of(name: str, title: str = "") -> str:
    return _("Open {name}’s card").format(name=full_name(name, title))


def count(part: Part, given: Sequence[Given], now: Now) -> str:
    """What stands beside the heading."""
    promises = [one for one in given if isinstance(one, PromiseLine) and one.kept_at is None]
    problems = [one for one in given if isinstance(one, ProblemLine) and one.is_open]
    referrals = [one for one in given if isinstance(one, ReferralLine) and not one.is_done]
    match part:
        case Part.PROMISES:
            missed = sum(one.is_missed(now) for one in promises)
            return words.promise_count(len(promises), missed)
        case Part.PROBLEMS:
            return words.problem_count(len(problems), sum(one.is_late(now) for one in problems))
        case Part.REFERRALS:
            return words.referral_count(len(referrals))
