"""How far a referral has come, by whom and when: named, may be called, called, came in, bought
(M-40)."""

from followup_desktop.domain.kinds import ReferralState
from followup_desktop.store.reads.referrals import states_reached
from followup_desktop.store.rows import ReferralRow, ReferralStepRow
from followup_desktop.store.unit import Unit


def reach(unit: Unit, referral_id: int, state: ReferralState, **values: int) -> None:
    """`values`: of the referral, where more than its state changes."""
    unit.update(ReferralRow, referral_id, state=state, **values)
    _take(unit, referral_id, state)


def noted(unit: Unit, referral_id: int, state: ReferralState) -> None:
    """As it was caught; asked again as the note is changed."""
    reached = states_reached(referral_id)
    if not reached:
        _take(unit, referral_id, ReferralState.NAMED)
    if state not in (ReferralState.NAMED, *reached[-1:]):
        _take(unit, referral_id, state)


def _take(unit: Unit, referral_id: int, state: ReferralState) -> None:
    unit.insert(
        ReferralStepRow,
        referral=referral_id,
        state=state,
        taken_at=unit.now.utc,
        clerk=unit.clerk_id,
    )
