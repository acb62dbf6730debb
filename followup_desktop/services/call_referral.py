"""A referral that was caught: the referred one becomes a customer when we may call (M-19, M-40)."""

from typing import Any

from followup_desktop.domain import names, phones
from followup_desktop.domain.cadence.after_word import after_referral
from followup_desktop.domain.cadence.planning import Cadence
from followup_desktop.domain.caught import ReferralForm
from followup_desktop.domain.checks import Why, checked, refuse
from followup_desktop.domain.kinds import ReferralState, Way
from followup_desktop.services.planning import plan
from followup_desktop.store.reads import referrals as reads
from followup_desktop.store.rows import (
    CustomerRow,
    FollowUpRow,
    PermissionRow,
    PhoneRow,
    ReferralRow,
)
from followup_desktop.store.unit import Unit


def values_of(form: ReferralForm, country: str) -> dict[str, Any]:
    """What is kept of the form. Without leave to call they are asked to ring us."""
    return {
        "name": checked("name", names.clean(form.name), needed=True),
        "number": _number(form, country),
        "relation": checked("relation", names.clean(form.relation)),
        "what_for": checked("what_for", names.clean(form.what_for)),
        "may_call": form.may_call,
        "state": ReferralState.MAY_CALL if form.may_call else ReferralState.ASKED_TO_RING,
    }


def _number(form: ReferralForm, country: str) -> str:
    """As E.164. Whoever rings us needs none."""
    typed = form.phone.strip()
    if not typed:
        if form.may_call:
            raise refuse("phone", Why.MISSING)
        return ""
    number = phones.parse(typed, country)
    if not number.is_valid:
        raise refuse("phone", Why.NOT_A_PHONE)
    return number.e164


def follow(
    unit: Unit,
    referral_id: int,
    values: dict[str, Any],
    referrer_id: int,
    call_id: int | None,
    cadence: Cadence,
) -> None:
    """With leave to call: the person, and the first hello on the next open day."""
    if not values["may_call"]:
        return
    name, number = values["name"], values["number"]
    known = reads.known_by_phone(number, referrer_id, names.tokens(name))
    referred_id = known.customer_id if known else _newcomer(unit, name, number)
    unit.update(ReferralRow, referral_id, referred=referred_id)
    if known is not None and known.dont_call:
        return  # what they said themselves counts for more
    planned = after_referral(values["what_for"], unit.now.day, cadence, may_call=True)
    plan(unit, planned, referred_id, unit.clerk_id, referral=referral_id, call=call_id)


def _newcomer(unit: Unit, typed: str, number: str) -> int:
    title, name = names.split_title(typed)
    customer_id = unit.insert(
        CustomerRow, name=name, title=title, owner=unit.clerk_id, created_at=unit.now.utc
    )
    unit.insert(PhoneRow, customer=customer_id, number=number)
    unit.insert(
        PermissionRow,
        customer=customer_id,
        way=Way.CALL,
        allowed=True,
        given_at=unit.now.utc,
        source=reads.PERMITTED_BY,
        clerk=unit.clerk_id,
    )
    return customer_id


def unfollow(unit: Unit, referral_id: int) -> None:
    """Take back what `follow` did, as far as nobody has built upon it."""
    for follow_up_id in reads.first_hellos(referral_id):
        unit.delete(FollowUpRow, follow_up_id)
    referred_id = reads.referred_by_it(referral_id)
    if referred_id is None:
        return
    unit.update(ReferralRow, referral_id, referred=None)
    if reads.is_nobody_else(referred_id):
        unit.delete(CustomerRow, referred_id)
