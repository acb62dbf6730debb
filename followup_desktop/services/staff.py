"""Several clerks at one PC: handing follow-ups over to a colleague (M-49)."""

from datetime import date

from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import Why, refuse
from followup_desktop.domain.shop_time import Now
from followup_desktop.store.reads import staff as reads
from followup_desktop.store.reads.shop import clerks
from followup_desktop.store.rows import FollowUpRow, ProblemRow
from followup_desktop.store.store import Store


class Staff:
    def __init__(self, store: Store) -> None:
        self._store = store

    def open_numbers(self, now: Now, who_id: int) -> tuple[int, int]:
        """Of a clerk's follow-ups: how many are due by today, and how many are open in all."""
        return reads.open_numbers(who_id, now.day)

    def hand_over(
        self,
        now: Now,
        clerk_id: int | None,
        from_id: int,
        to_id: int | None,
        until: date | None = None,
    ) -> Changes:
        """Their open follow-ups, or with `until` those that are due by then, to a colleague; None:
        to whoever has time. The history goes with them, and a problem gets its new owner. Whom
        they look after stays theirs: they are away for a day, not gone.

        Somebody else's are handed over by a manager only.
        """
        here = {clerk.id: clerk for clerk in clerks() if clerk.left_on is None}
        if from_id not in here:
            raise refuse("from_id", Why.UNKNOWN)
        if to_id == from_id or (to_id is not None and to_id not in here):
            raise refuse("to_id", Why.UNKNOWN)
        if clerk_id != from_id and not (clerk_id in here and here[clerk_id].is_manager):
            raise refuse("from_id", Why.NOT_A_MANAGER)
        with self._store.action(Did.FOLLOW_UPS_GIVEN, now, clerk_id) as unit:
            for one in reads.open_of(from_id, until):
                unit.update(FollowUpRow, one.id, clerk=to_id)
                if one.problem_id is not None:
                    unit.update(ProblemRow, one.problem_id, owner=to_id)
        return unit.changes(Changed.FOLLOW_UPS | Changed.CUSTOMERS | Changed.CLERKS)
