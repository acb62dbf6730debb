"""What can be done about a promise, a problem or a referral: the same on the card and in the
room."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtWidgets import QWidget

from followup_desktop.domain.kinds import ReferralState
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.keeping_forms import (
    AProblem,
    APromise,
    hand_over_form,
    problem_form,
    promise_form,
)
from followup_desktop.words import _
from followup_desktop.words.call import referral_state
from followup_desktop.words.letters import upper_first

Choice = tuple[str, Callable[[], object]]
"""What an entry of a menu or a button says, and what it does."""


class AKnownProblem(AProblem, Protocol):
    @property
    def owner_id(self) -> int | None: ...
    @property
    def acknowledged_at(self) -> datetime | None: ...


def of_promise(desk: Desk, page: QWidget, promise: APromise) -> list[Choice]:
    keeping = desk.services.keeping
    return [
        (_("Kept"), lambda: desk.do(keeping.promise_kept, promise.id)),
        (_("Move it…"), lambda: promise_form(desk, page.window(), promise).open()),
        (_("No longer wanted"), lambda: desk.do(keeping.withdraw_promise, promise.id)),
    ]


def of_open_problem(desk: Desk, page: QWidget, problem: AKnownProblem) -> list[Choice]:
    """The next step first."""
    keeping = desk.services.keeping
    choices: list[Choice] = []
    if problem.acknowledged_at is None:
        choices.append(
            (
                _("They know we are on it"),
                lambda: desk.do(keeping.problem_acknowledged, problem.id),
            )
        )
    if problem.owner_id is None or problem.owner_id != desk.clerk_id:
        choices.append((_("I see to it"), lambda: desk.do(keeping.problem_owned, problem.id)))
    solved: Choice = (_("Solved"), lambda: desk.do(keeping.problem_solved, problem.id))
    told: Choice = (
        _("How and by when…"),
        lambda: problem_form(desk, page.window(), problem).open(),
    )
    choices += [told, solved] if problem.put_right_by is None else [solved, told]
    choices.append(
        (_("Hand it over…"), lambda: hand_over_form(desk, page.window(), problem.id).open())
    )
    return choices


def of_solved_problem(desk: Desk, problem_id: int) -> list[Choice]:
    keeping = desk.services.keeping
    return [
        (_("It stayed so"), lambda: desk.do(keeping.problem_stayed_so, problem_id)),
        (_("It came back"), lambda: desk.do(keeping.problem_came_back, problem_id)),
    ]


_FAR = {
    ReferralState.NAMED: 0,
    ReferralState.MAY_CALL: 1,
    ReferralState.ASKED_TO_RING: 1,
    ReferralState.CALLED: 2,
    ReferralState.CAME_IN: 3,
    ReferralState.BOUGHT: 4,
}
"""How far a referral has come."""


def of_referral(
    desk: Desk, referral_id: int, state: ReferralState, same_id: int | None = None, same: str = ""
) -> list[Choice]:
    """The states that it isn't in, what comes next first. `same_id`: somebody who may be them."""
    keeping = desk.services.keeping
    choices: list[Choice] = []
    if same_id is not None:
        choices.append(
            (
                _("It is {name}").format(name=same),
                lambda: desk.do(keeping.link_referral, referral_id, same_id),
            )
        )
    later = [one for one in ReferralState if _FAR[one] > _FAR[state]]
    others = [one for one in ReferralState if one not in (*later, state, ReferralState.NAMED)]

    def to(wanted: ReferralState) -> Choice:
        said = upper_first(referral_state(wanted))
        return said, lambda: desk.do(keeping.referral_state, referral_id, wanted)

    choices += [to(one) for one in (*later, *others)]
    choices.append((_("A slip: take it off"), lambda: desk.do(keeping.drop_referral, referral_id)))
    return choices
