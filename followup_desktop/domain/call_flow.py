"""The guided call as a state machine: purpose, script, bridge, call, wrap-up, and its two ends.

It knows nothing of windows or tables. A state is a value: going somewhere gives a new one, and
what was planned stays in it, so leaving and taking up again is only a matter of keeping it.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from followup_desktop.domain.kinds import CallStep, Purpose
from followup_desktop.domain.resting import DECLINED_DAYS
from followup_desktop.domain.shop_time import days_after

STEPS = (CallStep.PURPOSE, CallStep.SCRIPT, CallStep.BRIDGE, CallStep.CALL, CallStep.WRAP_UP)
"""The five steps, in their order."""
PLANNING = frozenset(STEPS[:3])
ENDS = frozenset({CallStep.DONE, CallStep.DROPPED})


@dataclass(frozen=True, slots=True)
class CallState:
    step: CallStep = CallStep.PURPOSE
    purpose: Purpose | None = None
    suggested: Purpose | None = None
    """What "Call now, I'm ready" takes when no purpose was chosen."""
    was_on_call: bool = False
    is_answered: bool = False
    """The wrap-up has everything it needs (`wrap_up.missing`)."""


class NoGo(StrEnum):
    """Why a step can't be gone to."""

    NO_PURPOSE = "no_purpose"
    NOT_CALLED_YET = "not_called_yet"
    NOT_ANSWERED = "not_answered"
    OVER = "over"


class NotPossible(Exception):
    """A step was asked for that `why_not` would have refused."""

    def __init__(self, code: NoGo) -> None:
        super().__init__(code.value)
        self.code = code


def why_not(state: CallState, to: CallStep) -> NoGo | None:
    """What stands in the way of going there; None when nothing does.

    Back is always open until the call is over, and so is dropping it. Forward, the script and the
    bridge need a purpose; the call takes the suggested one; the wrap-up needs a call, and the end
    its answers.
    """
    if to == state.step:
        return None
    if state.step in ENDS:
        return NoGo.OVER
    match to:
        case CallStep.SCRIPT | CallStep.BRIDGE if state.purpose is None:
            return NoGo.NO_PURPOSE
        case CallStep.CALL if state.purpose is None and state.suggested is None:
            return NoGo.NO_PURPOSE
        case CallStep.WRAP_UP if not state.was_on_call:
            return NoGo.NOT_CALLED_YET
        case CallStep.DONE if state.step is not CallStep.WRAP_UP or not state.is_answered:
            return NoGo.NOT_ANSWERED
        case _:
            return None


def can_go(state: CallState, to: CallStep) -> bool:
    return why_not(state, to) is None


def go(state: CallState, to: CallStep) -> CallState:
    """The state at that step; raises `NotPossible`."""
    if refused := why_not(state, to):
        raise NotPossible(refused)
    if to is not CallStep.CALL:
        return replace(state, step=to)
    return replace(state, step=to, purpose=state.purpose or state.suggested, was_on_call=True)


def take_up(state: CallState) -> CallState:
    """A dropped call again, as far as it had come; any other is where it was left (M-11)."""
    if state.step is not CallStep.DROPPED:
        return state
    if state.was_on_call:
        return replace(state, step=CallStep.WRAP_UP if state.is_answered else CallStep.CALL)
    return replace(state, step=CallStep.SCRIPT if state.purpose else CallStep.PURPOSE)


def next_step(step: CallStep) -> CallStep | None:
    """The step that "Next" leads to; after the wrap-up comes the end."""
    if step in ENDS:
        return None
    return (*STEPS, CallStep.DONE)[STEPS.index(step) + 1]


def previous_step(step: CallStep) -> CallStep | None:
    """The step that "Back" leads to."""
    return STEPS[STEPS.index(step) - 1] if step in STEPS[1:] else None


def may_propose(purpose: Purpose, declined_on: date | None, today: date) -> bool:
    """A no is respected for a while: neither a referral nor a next purchase is proposed (M-50)."""
    if declined_on is None or purpose not in (Purpose.REFERRAL, Purpose.NEXT_PURCHASE):
        return True
    return today >= days_after(declined_on, DECLINED_DAYS)
