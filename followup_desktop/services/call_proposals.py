"""The next steps that a call's answers propose, for the customer and for whoever sent them."""

from dataclasses import replace
from datetime import timedelta

from followup_desktop.domain.cadence.after_call import Tried, after_call, is_kept_up, is_moved
from followup_desktop.domain.cadence.after_order import order_told
from followup_desktop.domain.cadence.after_word import problem_solved, referral_bore_fruit
from followup_desktop.domain.cadence.planning import Planned
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import KINDS, Kind, Outcome, PurposeReached
from followup_desktop.domain.planned import PlannedFollowUp
from followup_desktop.domain.shop_time import Stretch
from followup_desktop.services.call_situation import Situation
from followup_desktop.store.reads import call_follow_ups as reads
from followup_desktop.store.reads import orders
from followup_desktop.store.reads.call_follow_ups import AroundCall
from followup_desktop.store.reads.card_people import phones_of
from followup_desktop.store.reads.referrals import Thanks, thanks_for

MARKETING = tuple(kind for kind in Kind if KINDS[kind].marketing)
CAP_LOOKS_BACK = timedelta(days=60)
"""Further than any region counts tries."""


def proposed(situation: Situation, standing: Planned) -> Planned:
    """What the answers lead to, as the clerk changed it; switched off where nothing more is
    needed."""
    wrap_up = situation.wrap_up
    if wrap_up.outcome is None:
        return ()
    own = tuple(situation.changed(one) for one in situation.own)
    still_open = (*_unkept(situation), *_solved(situation), *_asked_after(situation, standing))
    has_next = bool(still_open) or any(one.is_on for one in (*standing, *own))
    steps = after_call(
        wrap_up.outcome,
        _tried(situation, standing, has_next=has_next),
        situation.now,
        situation.cadence,
        call_back_on=wrap_up.call_back_on,
        call_back_time=wrap_up.call_back_time,
    )
    return (*(_wanted(one, situation) for one in (*still_open, *steps)), *own)


def _wanted(one: PlannedFollowUp, situation: Situation) -> PlannedFollowUp:
    """As the clerk wants it. What was given as a word never drops out (M-38)."""
    changed = situation.changed(one)
    taken = situation.taken
    is_owed = taken is not None and is_kept_up(taken.kind) and one.kind is taken.kind
    if is_owed and one.rule != Rule.PROBLEM_STAYED_SO:
        return replace(changed, is_on=True)
    return replace(changed, is_on=changed.is_on and not situation.wrap_up.nothing_more.strip())


def split(steps: Planned, situation: Situation) -> tuple[PlannedFollowUp | None, Planned]:
    """What moves the follow-up that was taken up, and what is new beside it."""
    moved = next((one for one in steps if _is_the_same(one, situation)), None)
    return moved, tuple(one for one in steps if one is not moved)


def _is_the_same(one: PlannedFollowUp, situation: Situation) -> bool:
    taken, outcome = situation.taken, situation.wrap_up.outcome
    if taken is None or outcome is None or one.kind is not taken.kind:
        return False
    is_unkept = _is_owed(taken) and one.rule == _rule_of(taken)
    return is_unkept or is_moved(outcome, taken.kind, one)


# Promises and problems that a talk didn't settle, or did ----------------------------------------


def _unkept(situation: Situation) -> Planned:
    """They talked, and what was promised or wrong is still open: it stays on the list (M-38)."""
    taken, wrap_up = situation.taken, situation.wrap_up
    if taken is None or not _is_owed(taken) or wrap_up.outcome is not Outcome.TALKED:
        return ()
    if wrap_up.purpose_reached in (None, PurposeReached.REACHED):
        return ()
    if taken.order_id in {order.id for order in situation.given_up}:
        return ()
    day = situation.cadence.calendar.next_open_day(situation.now.day)
    return (PlannedFollowUp(_rule_of(taken), taken.kind, due_on=day, about=taken.about),)


def _is_owed(taken: AroundCall) -> bool:
    """Calling back was kept by talking, unless there was a promise or a problem behind it."""
    if taken.kind is Kind.CALL_BACK:
        return taken.promise_id is not None or taken.problem_id is not None
    return is_kept_up(taken.kind)


def _rule_of(taken: AroundCall) -> str:
    """One that a clerk planned by hand has none."""
    return taken.rule or Rule.PROMISE_DUE


def _solved(situation: Situation) -> Planned:
    """What was put right is looked at once more, to see that it stayed so (M-39)."""
    if situation.taken is None or not solves_problem(situation):
        return ()
    return problem_solved(situation.taken.about, situation.now.day, situation.cadence)


def _asked_after(situation: Situation, standing: Planned) -> Planned:
    """They know that it is late. Where it has no new day, somebody asks after it (M-37)."""
    taken, wrap_up = situation.taken, situation.wrap_up
    if taken is None or taken.kind is not Kind.LATE_ORDER or taken.order_id is None:
        return ()
    stands = {one.follow_up_id for one in standing}
    is_asked_after = any(
        one.order_id == taken.order_id and one.id in stands for one in situation.others
    )
    late = orders.order(taken.order_id)
    if (
        late is None
        or late.closed_at is not None
        or is_asked_after
        or late.id in {one.id for one in situation.given_up}
        or wrap_up.purpose_reached is not PurposeReached.REACHED
    ):
        return ()
    return order_told(situation.now.day, late.promised_on, taken.about, situation.cadence)


def solves_problem(situation: Situation) -> bool:
    """Whether the call put a problem right. The first one, on the same day, only says that
    somebody is on it, as long as another is to follow."""
    taken, wrap_up = situation.taken, situation.wrap_up
    return (
        taken is not None
        and taken.kind is Kind.PROBLEM
        and taken.problem_id is not None
        and taken.rule != Rule.PROBLEM_STAYED_SO
        and wrap_up.purpose_reached is PurposeReached.REACHED
        and not reads.is_more_planned(taken.problem_id, taken.id)
    )


# What was tried ---------------------------------------------------------------------------------


def _tried(situation: Situation, standing: Planned, *, has_next: bool) -> Tried:
    call, taken, now = situation.call, situation.taken, situation.now
    phones = [phone for phone in phones_of(call.customer_id) if not phone.is_wrong]
    tries = reads.marketing_tries(call.customer_id, MARKETING, now.utc - CAP_LOOKS_BACK)
    return Tried(
        kind=taken.kind if taken else call.kind,
        rule=taken.rule if taken else "",
        about=taken.about if taken else "",
        tries=reads.tries_in_a_row(call.customer_id) + 1,
        happened_on=reads.visited_on(taken.visit_id) if taken else None,
        marketing_tries=(*map(now.day_of, tries), now.day),
        good=_good_time(situation),
        next_of_event_on=min(
            (one.due_on for one in situation.others if taken and one.shares_event(taken)),
            default=None,
        ),
        taken=frozenset(one.due_on for one in standing if one.is_on),
        has_next=has_next,
        has_other_phone=len(phones) > 1,
    )


def _good_time(situation: Situation) -> Stretch | None:
    """When it suits them, on the number that was dialled."""
    phones = phones_of(situation.call.customer_id)
    dialled = next((one for one in phones if one.id == situation.call.phone_id), None)
    dialled = dialled or next(iter(phones), None)
    if dialled is None or dialled.good_from is None or dialled.good_to is None:
        return None
    return dialled.good_from, dialled.good_to


# For the one who sent them ----------------------------------------------------------------------


def thanks(situation: Situation) -> tuple[Thanks, PlannedFollowUp] | None:
    """Something came of a referral when the talk with the referred one reached its purpose."""
    taken, wrap_up = situation.taken, situation.wrap_up
    if taken is None or taken.kind is not Kind.REFERRAL or taken.referral_id is None:
        return None
    if wrap_up.purpose_reached is not PurposeReached.REACHED:
        return None
    whom = thanks_for(taken.referral_id)
    if whom is None:
        return None
    planned = referral_bore_fruit(whom.referred_name, situation.now.day, situation.cadence)
    return (whom, situation.changed(planned[0])) if planned else None
