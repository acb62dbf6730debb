"""The day's list as it is read: what is due, in its order, and the preview of one row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import Rank
from followup_desktop.domain.queue import Budget, build, days_for_the_rest, minutes_of
from followup_desktop.domain.quiet import HOURS, QuietRules
from followup_desktop.domain.shop import Shop
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.today import Group, Today, TodayRow
from followup_desktop.services.playbooks import Playbooks
from followup_desktop.services.quiet_rules import quiet_rules
from followup_desktop.services.rules import Minutes
from followup_desktop.services.shop import ShopService
from followup_desktop.store.reads import queue
from followup_desktop.store.reads import today as reads
from followup_desktop.store.reads.rules import own_minutes
from followup_desktop.store.store import Store

if TYPE_CHECKING:
    # Late, as what is imported within functions here: the rows are to be seen first.
    from followup_desktop.domain.customer_list import CustomerLine
    from followup_desktop.domain.preview import Preview

LIMIT = 200
"""Rows of the list. Nobody calls more in a day; `Today.more` counts the rest."""
THANKED_DAYS = 30


@dataclass(frozen=True, slots=True)
class _Rules:
    """What the list goes by at one moment."""

    shop: Shop
    quiet: QuietRules
    minutes: Minutes


class DayList:
    def __init__(self, store: Store, shop: ShopService, playbooks: Playbooks) -> None:
        self._store = store
        self._shop = shop
        self._playbooks = playbooks

    def today(self, now: Now, clerk_id: int | None, limit: int = LIMIT) -> Today:
        """With a clerk: theirs, and what is nobody's."""
        due = queue.due(now.day, limit, clerk_id)
        rules = self._rules(now, due)
        done = reads.done_since(_moment(now, datetime.combine(now.day, time.min)), clerk_id)
        spent = sum(rules.minutes[kind] * times for kind, times in done.items())
        budget = Budget(max(0, rules.shop.preferences.budget_minutes - spent), rules.minutes)
        put_off = reads.put_off([one.id for one in due], now)
        rows = build(due, now, rules.quiet, budget, reads.begun_calls(), put_off)
        in_all = reads.due_number(now.day, clerk_id) if len(due) == limit else len(due)
        counts = reads.counts(now.utc - timedelta(days=THANKED_DAYS), clerk_id)
        return Today(
            day=now.day,
            rows=rows,
            more=in_all - len(rows),
            minutes=minutes_of(rows),
            promises=sum(row.due.rank is Rank.PROMISES for row in rows),
            done=sum(done.values()),
            no_next_step=counts.no_next_step,
            customers=counts.customers,
            thanked=counts.thanked,
            days_for_the_rest=days_for_the_rest(
                rows, in_all - len(rows), rules.shop.preferences.budget_minutes
            ),
        )

    def preview(self, now: Now, follow_up_id: int) -> "Preview":
        """An open follow-up, due or not."""
        from followup_desktop.services.day_preview import preview

        return preview(now, follow_up_id, self.row)

    def without_next_step(self, now: Now, limit: int = 20) -> "tuple[CustomerLine, ...]":
        """Who would be forgotten (M-55); the longest without a word first."""
        from followup_desktop.store.reads.customer_list import without_next_step

        return without_next_step(limit)

    def row(self, now: Now, due: DueFollowUp) -> tuple[TodayRow, bool]:
        """An open follow-up by itself, due or not, as the list would show it; and whether its time
        is outside the hours."""
        rules = self._rules(now, (due,))
        return self._row(now, due, rules), _is_outside(due, now, rules.quiet)

    def _row(self, now: Now, due: DueFollowUp, rules: _Rules) -> TodayRow:
        calls = reads.begun_calls()
        budget = Budget(rules.shop.preferences.budget_minutes, rules.minutes)
        put_off = reads.put_off((due.id,), now)
        for row in build((due,), now, rules.quiet, budget, calls, put_off):
            return row
        return TodayRow(
            due=due,
            group=Group.WHEN_THERES_TIME,
            minutes=rules.minutes[due.kind],
            overdue_days=0,
            call_id=calls.get(due.id),
        )

    def _rules(self, now: Now, due: Sequence[DueFollowUp]) -> _Rules:
        shop = self._shop.shop()
        return _Rules(
            shop=shop,
            quiet=quiet_rules(shop, now, {one.customer_id for one in due}),
            minutes=Minutes(own_minutes(), self._playbooks),
        )


def _is_outside(due: DueFollowUp, now: Now, quiet: QuietRules) -> bool:
    """At the time that was promised, or now when that has come."""
    if due.rank is not Rank.PROMISES or due.despite:
        return False
    local = now.local
    if due.is_timed and due.due_time is not None:
        local = max(local, datetime.combine(due.due_on, due.due_time))
    wait = quiet.wait(due, Now(utc=now.utc + (local - now.local), local=local))
    return wait is not None and wait.why in HOURS


def _moment(now: Now, local: datetime) -> datetime:
    return now.utc - (now.local - local)
