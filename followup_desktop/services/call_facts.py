"""What a plan shows beside the script: the purposes on offer, and what is known (M-2, M-7)."""

from collections.abc import Iterator
from datetime import date

from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.call import FearedAnswer, Known, KnownCode, PurposeOffer
from followup_desktop.domain.call_basis import CallBasis
from followup_desktop.domain.call_flow import may_propose
from followup_desktop.domain.facts import Facts
from followup_desktop.domain.keeping import has_passed
from followup_desktop.domain.kinds import FactKind, Kind, Purpose, Stage
from followup_desktop.domain.phrase import say
from followup_desktop.domain.playbook import Playbook
from followup_desktop.domain.shop_time import Now

NOTES_SHOWN = 3
"""Of what was noted about somebody, the newest."""


def comes_first(basis: CallBasis, rule: str, now: Now) -> Purpose | None:
    """The purpose that this very call is about, before the one its playbook suggests: a missed
    promise asks for an apology (M-38), a solved problem for a look whether it stayed so (M-39)."""
    promised = basis.promised
    if basis.kind is Kind.PROMISE and promised and has_passed(promised.on, promised.time, now):
        return Purpose.PUT_RIGHT
    return Purpose.RELATIONSHIP if rule == Rule.PROBLEM_STAYED_SO else None


def offers_of(
    playbook: Playbook,
    facts: Facts,
    declined_on: date | None,
    today: date,
    first: Purpose | None = None,
) -> tuple[PurposeOffer, ...]:
    """In the playbook's order, but for the one that comes first: that is the one to suggest. What
    was declined lately is left out (M-50)."""
    plans = sorted(playbook.purposes, key=lambda plan: plan.purpose is not first)
    return tuple(
        PurposeOffer(
            purpose=plan.purpose,
            hint=say(plan.hint, facts),
            desired=desired_of(playbook, plan.purpose, facts),
        )
        for plan in plans
        if may_propose(plan.purpose, declined_on, today)
    )


def desired_of(playbook: Playbook, purpose: Purpose, facts: Facts) -> str:
    outcome = playbook.plan(purpose).outcome
    return "" if outcome is None else say(outcome, facts)


def fears_of(playbook: Playbook, facts: Facts) -> tuple[FearedAnswer, ...]:
    return tuple(
        FearedAnswer(say(fear.they_say, facts), say(fear.way_out, facts)) for fear in playbook.fears
    )


def known_of(basis: CallBasis, now: Now) -> tuple[Known, ...]:
    """Everything worth remembering before and during the call, the nearest first."""
    return tuple(
        one
        for part in (_who(basis), _what(basis), _around(basis), _open(basis), _last(basis, now))
        for one in part
        if one.text or one.other or one.code in _SAY_ALL
    )


_SAY_ALL = frozenset({KnownCode.FIRST_PURCHASE, KnownCode.LOYAL})


def _who(basis: CallBasis) -> Iterator[Known]:
    yield Known(KnownCode.SAY_IT_LIKE, basis.say_it_like)
    if basis.sent_by is not None:
        yield Known(KnownCode.SENT_BY, basis.sent_by.name)


def _what(basis: CallBasis) -> Iterator[Known]:
    if basis.bought is not None:
        yield Known(KnownCode.BOUGHT, ", ".join(basis.bought.items), on=basis.bought.on)
        yield Known(KnownCode.OCCASION, basis.bought.occasion, on=basis.bought.occasion_on)
        yield Known(KnownCode.CARE_TIP, basis.bought.care_tip)
        for thing, tip in basis.bought.other_tips:
            yield Known(KnownCode.CARE_TIP, tip, thing)
    if basis.looked is not None:
        yield Known(KnownCode.LEFT, basis.looked.looked_at, on=basis.looked.on)
    match basis.stage:
        case Stage.FIRST_PURCHASE:
            yield Known(KnownCode.FIRST_PURCHASE)
        case Stage.LOYAL:
            yield Known(KnownCode.LOYAL)
        case _:
            pass


def _around(basis: CallBasis) -> Iterator[Known]:
    for person in basis.people:
        yield Known(KnownCode.PERSON, person.relation, person.name)
    yield Known(KnownCode.WORKS_AS, basis.works_as)
    yield Known(KnownCode.MET, basis.service_person)
    yield Known(KnownCode.LIKES, _texts(basis, FactKind.LIKE))
    yield Known(KnownCode.NOT_RIGHT, _texts(basis, FactKind.NOT_RIGHT))
    noted = [fact.text for fact in basis.facts if fact.kind is FactKind.NOTE]
    for text in noted[: -NOTES_SHOWN - 1 : -1]:
        yield Known(KnownCode.LEARNED, text)
    if basis.date is not None:
        yield Known(KnownCode.DATE, basis.date.name)


def _open(basis: CallBasis) -> Iterator[Known]:
    if basis.promised is not None:
        yield Known(KnownCode.OPEN_PROMISE, basis.promised.what, on=basis.promised.on)
    yield Known(KnownCode.OPEN_PROBLEM, basis.problem)
    if basis.ordered is not None:
        yield Known(KnownCode.ORDER, basis.ordered.what, on=basis.ordered.promised_on)


def _last(basis: CallBasis, now: Now) -> Iterator[Known]:
    on = now.day_of(basis.last_notes_at) if basis.last_notes_at else None
    yield Known(KnownCode.LAST_TALK, basis.last_notes, on=on)


def _texts(basis: CallBasis, kind: FactKind) -> str:
    return ", ".join(fact.text for fact in basis.facts if fact.kind is kind)
