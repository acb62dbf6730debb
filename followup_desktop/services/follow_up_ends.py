"""What it means that a follow-up was done without a call, or will not be."""

from followup_desktop.domain.cadence.needless import ClosedWhy
from followup_desktop.domain.kinds import Kind
from followup_desktop.services.keeping_promises import keep_promise
from followup_desktop.services.planning import close_all
from followup_desktop.store.reads.follow_ups import Planned, open_of
from followup_desktop.store.reads.keeping import open_promise
from followup_desktop.store.rows import CustomerRow, PromiseRow, ReferralRow
from followup_desktop.store.unit import Unit

THANKS = frozenset({Kind.THANK_YOU, Kind.THANK_REFERRER})


def after_done(unit: Unit, one: Planned) -> None:
    """A promise is kept; thanks were said, on a card or in the shop."""
    promise = None if one.promise_id is None else open_promise(one.promise_id)
    if promise is not None:
        keep_promise(unit, promise)
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
