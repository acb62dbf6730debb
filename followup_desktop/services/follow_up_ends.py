"""What it means that a follow-up was done without a call, or will not be."""

from followup_desktop.domain.cadence.needless import ClosedWhy
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import Kind, ProblemStep
from followup_desktop.services.keeping_promises import keep_promise
from followup_desktop.services.planning import close_all
from followup_desktop.services.problem_steps import take
from followup_desktop.store.reads.follow_ups import Planned, open_of
from followup_desktop.store.reads.keeping import open_promise
from followup_desktop.store.rows import CustomerRow, ProblemRow, PromiseRow, ReferralRow
from followup_desktop.store.unit import Unit

THANKS = frozenset({Kind.THANK_YOU, Kind.THANK_REFERRER})


def after_done(unit: Unit, one: Planned) -> None:
    """A promise is kept; a solved problem was asked about; thanks were said, on a card or in the
    shop."""
    promise = None if one.promise_id is None else open_promise(one.promise_id)
    if promise is not None:
        keep_promise(unit, promise)
    if one.problem_id is not None and one.rule == Rule.PROBLEM_STAYED_SO:
        unit.update(ProblemRow, one.problem_id, stayed_so_at=unit.now.utc)
        take(unit, one.problem_id, ProblemStep.STAYED_SO)
    if one.kind in THANKS:
        unit.update(CustomerRow, one.customer_id, last_thanked_at=unit.now.utc)
    if one.kind is Kind.THANK_REFERRER and one.referral_id is not None:
        unit.update(ReferralRow, one.referral_id, thanked_at=unit.now.utc)


def after_skip(unit: Unit, one: Planned) -> None:
    """A promise that nobody is going to keep is taken back."""
    promise = None if one.promise_id is None else open_promise(one.promise_id)
    if promise is not None:
        unit.update(PromiseRow, promise.id, withdrawn_at=unit.now.utc)
        standing = [other.id for other in open_of(promise=promise.id)]
        close_all(unit, standing, ClosedWhy.CANCELLED)
