"""What is done with the rows of the day's list: moved, skipped, done, given, planned.

What the first list doesn't need is imported where it is used.
"""

from datetime import date, time
from typing import TYPE_CHECKING, Any

from followup_desktop.domain import names
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import TEXT_LIMIT, Why, checked, checked_due, refuse
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import KINDS, FollowUpStatus, Kind, Rank
from followup_desktop.domain.queue import Budget
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.customer_action import require
from followup_desktop.services.day_list import DayList
from followup_desktop.services.planning import close, move, plan
from followup_desktop.services.rules import Minutes, cadence_of
from followup_desktop.store.reads.rules import own_minutes
from followup_desktop.store.reads.shop import clerks
from followup_desktop.store.rows import FollowUpRow, PromiseRow

if TYPE_CHECKING:
    from followup_desktop.domain.later import Later
    from followup_desktop.store.reads.follow_ups import Planned

SHOWN = Changed.FOLLOW_UPS | Changed.CUSTOMERS


class TodayService(DayList):
    def move(
        self,
        now: Now,
        clerk_id: int | None,
        follow_up_id: int,
        due_on: date,
        due_time: time | None = None,
        is_timed: bool | None = None,
    ) -> Changes:
        """To a day that a person picked, closed or not. `is_timed`: at that minute, or only not
        before it; when it isn't said, a time is a time."""
        one = _open(follow_up_id)
        checked_due("due_on", due_on, now.day)
        timed = due_time is not None if is_timed is None else is_timed
        if timed and due_time is not None and due_on == now.day and due_time <= now.time:
            raise refuse("due_time", Why.IN_THE_PAST)
        with self._store.action(Did.FOLLOW_UP_MOVED, now, clerk_id) as unit:
            move(unit, follow_up_id, due_on, due_time, is_timed=timed)
        return unit.changes(SHOWN, customer_id=one.customer_id, made_id=follow_up_id)

    def later(self, now: Now, clerk_id: int | None, follow_up_id: int, span: "Later") -> Changes:
        """A promise itself stays where it is: only the call moves."""
        from followup_desktop.domain.later import put_off

        one = _open(follow_up_id)
        due = put_off(span, now, self._shop.calendar())
        with self._store.action(Did.FOLLOW_UP_MOVED, now, clerk_id) as unit:
            move(unit, follow_up_id, due.on, due.at, is_timed=due.is_timed)
        return unit.changes(SHOWN, customer_id=one.customer_id, made_id=follow_up_id)

    def skip(self, now: Now, clerk_id: int | None, follow_up_id: int, why: str) -> Changes:
        """Not done, for a reason that stays in the story."""
        from followup_desktop.services.follow_up_ends import after_skip

        one = _open(follow_up_id)
        reason = checked("why", names.clean_lines(why), needed=True, limit=TEXT_LIMIT)
        with self._store.action(Did.FOLLOW_UP_SKIPPED, now, clerk_id) as unit:
            close(unit, follow_up_id, FollowUpStatus.SKIPPED, reason)
            after_skip(unit, one)
        return unit.changes(SHOWN, customer_id=one.customer_id, made_id=follow_up_id)

    def done(self, now: Now, clerk_id: int | None, follow_up_id: int, note: str = "") -> Changes:
        """Done without a call. It stands in the story, and doesn't count as a talk."""
        from followup_desktop.services.follow_up_ends import after_done

        one = _open(follow_up_id)
        said = checked("note", names.clean_lines(note), limit=TEXT_LIMIT)
        with self._store.action(Did.FOLLOW_UP_DONE, now, clerk_id) as unit:
            close(unit, follow_up_id, FollowUpStatus.DONE, said)
            after_done(unit, one)
        return unit.changes(SHOWN, customer_id=one.customer_id, made_id=follow_up_id)

    def give(self, now: Now, clerk_id: int | None, follow_up_id: int, to_clerk_id: int) -> Changes:
        """To a colleague; the history goes with it, and a problem gets its new owner (M-49)."""
        one = _open(follow_up_id)
        if to_clerk_id not in {clerk.id for clerk in clerks() if clerk.left_on is None}:
            raise refuse("to_clerk_id", Why.UNKNOWN)
        with self._store.action(Did.FOLLOW_UP_GIVEN, now, clerk_id) as unit:
            unit.update(FollowUpRow, follow_up_id, clerk=to_clerk_id)
            if one.problem_id is not None:
                from followup_desktop.services.problem_steps import hand_over

                hand_over(unit, one.problem_id, to_clerk_id)
        return unit.changes(SHOWN, customer_id=one.customer_id, made_id=follow_up_id)

    def keep_anyway(self, now: Now, clerk_id: int | None, follow_up_id: int, why: str) -> Changes:
        """What was promised is kept outside the hours too, for a reason that is shown (M-47)."""
        one = _open(follow_up_id)
        if KINDS[one.kind].rank is not Rank.PROMISES:
            raise refuse("kind", Why.OUT_OF_RANGE)
        reason = checked("why", names.clean(why), needed=True)
        with self._store.action(Did.FOLLOW_UP_OVERRULED, now, clerk_id) as unit:
            unit.update(FollowUpRow, follow_up_id, despite=reason)
        return unit.changes(SHOWN, customer_id=one.customer_id, made_id=follow_up_id)

    def plan(
        self,
        now: Now,
        clerk_id: int | None,
        customer_id: int,
        kind: Kind,
        due_on: date,
        due_time: time | None = None,
        about: str = "",
    ) -> Changes:
        """A follow-up that a clerk thought of. One of the kind PROMISE is a promise."""
        from followup_desktop.domain.planned import PlannedFollowUp

        require(customer_id)
        what = checked("about", names.clean(about), needed=kind is Kind.PROMISE)
        checked_due("due_on", due_on, now.day)
        if due_time is not None and due_on == now.day and due_time <= now.time:
            raise refuse("due_time", Why.IN_THE_PAST)
        _require_allowed(customer_id, kind)
        one = PlannedFollowUp(
            rule="",
            kind=kind,
            due_on=due_on,
            due_time=due_time,
            is_timed=due_time is not None,
            about=what,
        )
        with self._store.action(Did.FOLLOW_UP_PLANNED, now, clerk_id) as unit:
            links: dict[str, Any] = {}
            if kind is Kind.PROMISE:
                links["promise"] = unit.insert(
                    PromiseRow,
                    customer=customer_id,
                    what=what,
                    due_on=due_on,
                    due_time=due_time,
                    clerk=clerk_id,
                    made_at=now.utc,
                )
            (made_id,) = plan(unit, (one,), customer_id, clerk_id, **links)
        return unit.changes(SHOWN, customer_id=customer_id, made_id=made_id)

    def look_ahead(self, now: Now) -> Changes:
        """Once a day: what has become late or missed, and what comes again, is planned."""
        from followup_desktop.services.look_ahead import look_ahead

        shop = self._shop.shop()
        kept, day = shop.preferences, Minutes(own_minutes(), self._playbooks)
        budget = Budget(kept.budget_minutes, day)
        with self._store.quiet(now) as unit:
            found = look_ahead(unit, cadence_of(shop), kept.loyal_referrals, budget)
        return unit.changes(SHOWN | Changed.ORDERS if found else Changed.NOTHING)


def _open(follow_up_id: int) -> "Planned":
    from followup_desktop.store.reads.follow_ups import planned

    one = planned(follow_up_id)
    if one is None or one.status is not FollowUpStatus.OPEN:
        raise WorldError(Trouble.GONE, where=f"follow-up {follow_up_id}")
    return one


def _require_allowed(customer_id: int, kind: Kind) -> None:
    """Whoever asked not to be called is called for service, and for nothing else (M-28)."""
    from followup_desktop.store.reads.visits import visitor

    customer = visitor(customer_id)
    if customer is not None and customer.dont_call and KINDS[kind].marketing:
        raise refuse("kind", Why.DONT_CALL)
