"""Fewer tries than before: who has been tried so often already is left in peace now (M-25).

More tries change nothing for whoever rests: they were left in peace, and stay so until their day.
"""

from collections.abc import Iterator

from followup_desktop.domain.cadence.after_call import is_kept_up
from followup_desktop.domain.cadence.needless import ClosedWhy, OpenFollowUp, while_resting
from followup_desktop.domain.cadence.planning import Cadence
from followup_desktop.domain.cadence.rules import RULES, Rule
from followup_desktop.domain.kinds import FollowUpStatus
from followup_desktop.domain.planned import PlannedFollowUp
from followup_desktop.domain.rule_book import Moved
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.planning import close, plan
from followup_desktop.store.reads.follow_ups import planned
from followup_desktop.store.reads.rule_tries import Tried, tried
from followup_desktop.store.rows import CustomerRow
from followup_desktop.store.unit import Unit


def now_resting(now: Now, before: Cadence, after: Cadence) -> tuple[Moved, ...]:
    """The next try becomes the fresh one after the rest; what else would be said meanwhile goes."""
    if after.settings.max_tries >= before.settings.max_tries:
        return ()
    return tuple(
        moved
        for one in tried()
        if one.tries >= after.settings.max_tries
        for moved in _to_rest(one, now, after)
    )


def _to_rest(one: Tried, now: Now, cadence: Cadence) -> Iterator[Moved]:
    next_tries = [
        standing
        for standing in one.standing
        if standing.id in one.ids and not is_kept_up(standing.kind)
    ]
    fresh = cadence.plan(Rule.REST_OVER, now.day_of(one.last_at), not_before=now.day)
    if not next_tries or not fresh:
        yield from (Moved(standing, None, why=ClosedWhy.RESTS) for standing in next_tries)
        return
    first, until = next_tries[0], fresh[0].due_on
    yield Moved(first, until, Rule.REST_OVER, ClosedWhy.RESTS)
    others = {
        other.id: other
        for other in one.standing
        if other.id != first.id and other.rule is not Rule.REST_OVER
    }
    weighed = (
        OpenFollowUp(other.id, other.kind, other.rule or "", other.due_on)
        for other in others.values()
    )
    for needless in while_resting(weighed, until):
        yield Moved(others[needless.id], None, why=needless.why)


def rest(unit: Unit, one: Moved) -> None:
    """Within an action."""
    was = planned(one.one.id)
    assert one.to is not None and was is not None
    close(unit, one.one.id, FollowUpStatus.CLOSED, one.why)
    kind = RULES[Rule.REST_OVER].kind
    fresh = PlannedFollowUp(Rule.REST_OVER, kind, one.to, about=one.one.about)
    plan(unit, (fresh,), one.one.customer_id, was.clerk_id)
    unit.update(CustomerRow, one.one.customer_id, rest_until=one.to)
