"""Referrals go on: called, came in, bought, and thanked for (M-19, M-40, M-54)."""

from typing import Any

from followup_desktop.domain.cadence.after_word import referral_bore_fruit
from followup_desktop.domain.cadence.needless import ClosedWhy
from followup_desktop.domain.changes import Changes, Did
from followup_desktop.domain.checks import Why, refuse
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.keeping import LATELY_DAYS, ReferralLine
from followup_desktop.domain.kinds import Kind, ReferralState
from followup_desktop.domain.shop_time import Now
from followup_desktop.services import call_referral
from followup_desktop.services.customer_action import require
from followup_desktop.services.keeping_promises import SHOWN, KeepingBase
from followup_desktop.services.planning import close_all, plan
from followup_desktop.services.referral_steps import reach
from followup_desktop.services.rules import cadence_of
from followup_desktop.store.reads import keeping as reads
from followup_desktop.store.reads import keeping_lists as lists
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.reads.keeping import Referral
from followup_desktop.store.reads.referrals import thanks_for
from followup_desktop.store.rows import ReferralRow
from followup_desktop.store.unit import Unit

CAME_OF_IT = frozenset({ReferralState.CAME_IN, ReferralState.BOUGHT})
"""Something came of it: worth a thank-you to the one who sent them."""
NEEDS_NO_HELLO = frozenset(ReferralState) - {ReferralState.MAY_CALL}


class ReferralVerbs(KeepingBase):
    def referrals(self, now: Now) -> tuple[ReferralLine, ...]:
        """Those that go on, the newest first; then those that came to a good end lately."""
        return lists.referrals(now, LATELY_DAYS)

    def referral_state(
        self, now: Now, clerk_id: int | None, referral_id: int, state: ReferralState
    ) -> Changes:
        """Leave to call plans the first hello; who was called or has come in needs none; who came
        in or bought is worth a thank-you to the one who sent them."""
        referral = _referral(referral_id)
        if state is ReferralState.MAY_CALL and not (referral.referred_id or referral.number):
            raise refuse("number", Why.MISSING)
        with self._store.action(Did.REFERRAL_CHANGED, now, clerk_id) as unit:
            reach(unit, referral_id, state)
            self._follow_referral(unit, referral, state)
        return unit.changes(SHOWN, customer_id=referral.referrer_id, made_id=referral_id)

    def link_referral(
        self, now: Now, clerk_id: int | None, referral_id: int, customer_id: int
    ) -> Changes:
        """The one who was named is this customer: each card leads to the other."""
        referral = _referral(referral_id)
        require(customer_id)
        if customer_id == referral.referrer_id:
            raise refuse("customer_id", Why.UNKNOWN)
        with self._store.action(Did.REFERRAL_CHANGED, now, clerk_id) as unit:
            unit.update(ReferralRow, referral_id, referred=customer_id)
        return unit.changes(SHOWN, customer_id=customer_id, made_id=referral_id)

    def drop_referral(self, now: Now, clerk_id: int | None, referral_id: int) -> Changes:
        """It was a slip; what it planned goes with it."""
        referral = _referral(referral_id)
        with self._store.action(Did.REFERRAL_CHANGED, now, clerk_id) as unit:
            close_all(unit, [one.id for one in open_of(referral=referral_id)], ClosedWhy.CANCELLED)
            call_referral.unfollow(unit, referral_id)
            unit.delete(ReferralRow, referral_id)
        return unit.changes(SHOWN, customer_id=referral.referrer_id)

    def _follow_referral(self, unit: Unit, referral: Referral, state: ReferralState) -> None:
        cadence = cadence_of(self._shop.shop())
        if state is ReferralState.MAY_CALL and not referral.may_call:
            unit.update(ReferralRow, referral.id, may_call=True)
            call_referral.follow(
                unit, referral.id, _allowed(referral), referral.referrer_id, None, cadence
            )
        if state in NEEDS_NO_HELLO:
            hellos = [one for one in open_of(referral=referral.id) if one.kind is Kind.REFERRAL]
            close_all(unit, [one.id for one in hellos], ClosedWhy.ANSWERED)
        if state in CAME_OF_IT and (thanks := thanks_for(referral.id)):
            planned = referral_bore_fruit(thanks.referred_name, unit.now.day, cadence)
            plan(unit, planned, thanks.referrer_id, unit.clerk_id, referral=referral.id)


def _referral(referral_id: int) -> Referral:
    referral = reads.referral(referral_id)
    if referral is None:
        raise WorldError(Trouble.GONE, where=f"referral {referral_id}")
    return referral


def _allowed(referral: Referral) -> dict[str, Any]:
    """As it was caught, with the leave to call that has come since."""
    return {
        "name": referral.name,
        "number": referral.number,
        "what_for": referral.what_for,
        "may_call": True,
    }
