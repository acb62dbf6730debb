"""The rules of the wrap-up: what an outcome asks for, and what it does (M-22 … M-29)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from followup_desktop.domain.call import WrapUp
from followup_desktop.domain.kinds import Feeling, Outcome
from followup_desktop.domain.planned import PlannedFollowUp


class Missing(StrEnum):
    """What a call still needs before it can be finished, in the order it is asked."""

    OUTCOME = "outcome"
    PURPOSE_REACHED = "purpose_reached"
    CALL_BACK_ON = "call_back_on"
    PROBLEM = "problem"
    NEXT_STEP = "next_step"
    """Or the reason why nothing more is needed."""


ANSWERS: dict[Outcome, frozenset[str]] = {
    Outcome.TALKED: frozenset(
        {
            "purpose_reached",
            "gained",
            "works_well",
            "could_be_better",
            "feeling",
            "thanked_us",
            "declined",
        }
    ),
    Outcome.NO_ANSWER: frozenset(),
    Outcome.LEFT_MESSAGE: frozenset(),
    Outcome.CALL_BACK_LATER: frozenset({"call_back_on", "call_back_time"}),
    Outcome.BOUGHT_ELSEWHERE: frozenset({"elsewhere_where", "elsewhere_why", "thanked_us"}),
    Outcome.WRONG_NUMBER: frozenset(),
    Outcome.DONT_CALL: frozenset(),
}
"""The answers that are asked after each outcome, as fields of `WrapUp`; none but those in
`missing` has to be given."""


class Closes(StrEnum):
    """Which other open follow-ups an outcome closes (`cadence/needless.py`)."""

    NOTHING = "nothing"
    TALKED_ABOUT = "talked_about"
    NOT_BOUGHT_YET = "not_bought_yet"
    MARKETING = "marketing"


@dataclass(frozen=True, slots=True)
class Effects:
    """What an outcome does beside being kept; `Outcome.reached` says whether it is a contact."""

    is_a_try: bool = False
    """The follow-up's tries go up."""
    closes: Closes = Closes.NOTHING
    stamps_dont_call: bool = False
    number_is_wrong: bool = False
    needs_next_step: bool = True


EFFECTS: dict[Outcome, Effects] = {
    Outcome.TALKED: Effects(closes=Closes.TALKED_ABOUT),
    Outcome.NO_ANSWER: Effects(is_a_try=True),
    Outcome.LEFT_MESSAGE: Effects(is_a_try=True),
    Outcome.CALL_BACK_LATER: Effects(),
    Outcome.BOUGHT_ELSEWHERE: Effects(closes=Closes.NOT_BOUGHT_YET),
    Outcome.WRONG_NUMBER: Effects(number_is_wrong=True),
    # "Please don't call" says itself why nothing more is needed.
    Outcome.DONT_CALL: Effects(
        closes=Closes.MARKETING, stamps_dont_call=True, needs_next_step=False
    ),
}


def missing(
    wrap_up: WrapUp, *, has_problem: bool, next_steps: Iterable[PlannedFollowUp]
) -> tuple[Missing, ...]:
    """What is still needed; empty when the call can be finished.

    `has_problem`: one is recorded on this call or open for the customer. `next_steps`: everything
    that is planned for the customer once this is saved.
    """
    if wrap_up.outcome is None:
        return (Missing.OUTCOME,)
    talked = wrap_up.outcome is Outcome.TALKED
    calls_back = wrap_up.outcome is Outcome.CALL_BACK_LATER
    is_cared_for = any(one.is_on for one in next_steps) or bool(wrap_up.nothing_more.strip())
    needed = {
        Missing.PURPOSE_REACHED: talked and wrap_up.purpose_reached is None,
        Missing.CALL_BACK_ON: calls_back and wrap_up.call_back_on is None,
        Missing.PROBLEM: talked and wrap_up.feeling is Feeling.UNHAPPY and not has_problem,
        Missing.NEXT_STEP: EFFECTS[wrap_up.outcome].needs_next_step and not is_cared_for,
    }
    return tuple(what for what, is_missing in needed.items() if is_missing)


def fitting(wrap_up: WrapUp) -> WrapUp:
    """Without the answers that belong to an outcome the clerk no longer means.

    Only for finishing: until then everything typed is kept, so that a slip of the mouse costs
    nothing.
    """
    if wrap_up.outcome is None:
        return wrap_up
    kept = {name: getattr(wrap_up, name) for name in ANSWERS[wrap_up.outcome]}
    return replace(WrapUp(outcome=wrap_up.outcome, nothing_more=wrap_up.nothing_more), **kept)
