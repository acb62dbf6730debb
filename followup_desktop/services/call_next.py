"""What comes after a call: everything that its answers lead to, before anything is saved.

The wrap-up shows it and `finish` writes it, so that what was shown is what happens.
"""

from dataclasses import dataclass
from datetime import date

from followup_desktop.domain.cadence.needless import Needless, while_resting
from followup_desktop.domain.cadence.planning import Cadence, Planned
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.call import NextForOther
from followup_desktop.domain.planned import PlannedFollowUp
from followup_desktop.domain.saved_call import SavedCall
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.wrap_up import Missing, fitting, missing
from followup_desktop.services import call_proposals as proposals
from followup_desktop.services.call_changes import OwnPlan, key_of
from followup_desktop.services.call_situation import Situation, as_it_stands
from followup_desktop.store.reads import call_follow_ups as reads
from followup_desktop.store.reads.call_follow_ups import ForAnother
from followup_desktop.store.reads.calls import has_open_problem
from followup_desktop.store.reads.delays import given_up_since
from followup_desktop.store.reads.orders import Order, order
from followup_desktop.store.reads.referrals import Thanks


@dataclass(frozen=True, slots=True)
class AfterCall:
    situation: Situation
    moved: PlannedFollowUp | None
    """Where the follow-up goes that was taken up; None: it is closed."""
    new: Planned
    """What is planned for the customer beside it."""
    standing: Planned
    """What is open anyway and stays, as the clerk moved it."""
    needless: tuple[Needless, ...]
    others: tuple[tuple[ForAnother, PlannedFollowUp], ...]
    """What the call has planned for others already, and how the clerk wants it: a manager, the
    referred ones."""
    thanks: tuple[Thanks, PlannedFollowUp] | None
    """For the one who sent the customer, when something came of it."""
    rest_until: date | None
    solves_problem: bool

    @property
    def planned(self) -> Planned:
        """All that is open for the customer once this is saved, by day."""
        moved = () if self.moved is None else (self.moved,)
        return tuple(sorted((*moved, *self.new, *self.standing), key=lambda one: one.due_on))

    @property
    def next_steps(self) -> Planned:
        """The same, without what `next_for_others` tells under a manager's name."""
        told = {one.follow_up.id for one, _changed in self.others}
        return tuple(one for one in self.planned if one.follow_up_id not in told)

    @property
    def next_for_others(self) -> tuple[NextForOther, ...]:
        planned = tuple(NextForOther(one.name, changed) for one, changed in self.others)
        if self.thanks is None:
            return planned
        whom, thanks = self.thanks
        return (*planned, NextForOther(whom.referrer_name, thanks))

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What is still needed before the call can be finished."""
        return missing(
            self.situation.wrap_up,
            has_problem=has_open_problem(self.situation.call.customer_id),
            next_steps=self.planned,
        )


def after(call: SavedCall, plan: OwnPlan, now: Now, cadence: Cadence) -> AfterCall:
    """What the answers given so far lead to."""
    everything = reads.open_ones(call.customer_id)
    taken = next((one for one in everything if one.id == call.follow_up_id), None)
    situation = Situation(
        call=call,
        wrap_up=fitting(call.wrap_up),
        taken=taken,
        others=tuple(one for one in everything if one is not taken),
        changes={key_of(change): change for change in plan.changes},
        own=plan.own,
        given_up=_given_up(call),
        now=now,
        cadence=cadence,
    )
    needless = situation.needless()
    steps = proposals.proposed(situation, situation.standing(needless))
    rest_until = next(
        (one.due_on for one in steps if one.rule == Rule.REST_OVER and one.is_on), None
    )
    if rest_until is not None:
        needless = while_resting(situation.open_follow_ups(), rest_until)
    moved, new = proposals.split(steps, situation)
    return AfterCall(
        situation=situation,
        moved=moved,
        new=new,
        standing=situation.standing(needless),
        needless=needless,
        others=_for_others(situation),
        thanks=proposals.thanks(situation),
        rest_until=rest_until,
        solves_problem=proposals.solves_problem(situation),
    )


def _given_up(call: SavedCall) -> tuple[Order, ...]:
    given_up = (order(one) for one in given_up_since(call.customer_id, call.planned_at))
    return tuple(one for one in given_up if one is not None)


def _for_others(situation: Situation) -> tuple[tuple[ForAnother, PlannedFollowUp], ...]:
    call = situation.call
    found = (
        *reads.planned_for_managers(call.id),
        *reads.planned_for_others(call.id, call.customer_id),
    )
    return tuple((one, situation.changed(as_it_stands(one.follow_up))) for one in found)
