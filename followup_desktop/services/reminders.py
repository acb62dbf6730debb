"""The tray's verbs: what is due, said, put off, put away, brought back; and a busy clerk's quiet.

One PC stands in the shop, so everybody's follow-ups are announced there, whoever is at the desk: a
promise has to be kept also when its clerk is at lunch.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta

from followup_desktop.domain.changes import Changed, Changes
from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.later import Later
from followup_desktop.domain.putting_off import busy_now, busy_until, snoozed_until
from followup_desktop.domain.quiet import QuietRules
from followup_desktop.domain.reminder import Announcement, Busy, Dismissed, Reminder
from followup_desktop.domain.reminding import State, looks_ahead_to, state_of, sum_up
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.playbooks import Playbooks
from followup_desktop.services.quiet_rules import quiet_rules
from followup_desktop.services.rules import Minutes
from followup_desktop.services.shop import ShopService
from followup_desktop.store import announcing
from followup_desktop.store.reads import queue
from followup_desktop.store.reads import reminders as reads
from followup_desktop.store.reads.rules import own_minutes
from followup_desktop.store.rows import SettingRow
from followup_desktop.store.store import Store

SHOWN = 3
"""Rows of the window and of the menu; the rest is a number."""
BROUGHT_BACK_DAYS = 7
DISMISSED_LIMIT = 50
SLICE = 400
"""So many are looked at, or written down, before a window may breathe again."""


class Reminders:
    def __init__(self, store: Store, shop: ShopService, playbooks: Playbooks) -> None:
        self._store = store
        self._shop = shop
        self._playbooks = playbooks

    # What the tray shows

    def due(self, now: Now) -> Reminder:
        """Everything that the tray shows. Whoever shows it calls `announced` with what is fresh."""
        return next(seen for seen in self.looking(now) if seen is not None)

    def looking(self, now: Now) -> Iterator[Reminder | None]:
        """The same, little by little: None as long as there is more to look at, so that a window
        can go on living meanwhile. Begin anew when something was written in between."""
        raw = reads.remindable(looks_ahead_to(now).date())
        rules = self._rules(now, raw)
        states: list[State] = []
        for start in range(0, len(raw), SLICE):
            if len(raw) > SLICE:
                yield None
            some = raw[start : start + SLICE]
            states += [state_of(reads.made(one), now, rules) for one in some]
        yield self._reminder(now, states, rules)

    def _reminder(self, now: Now, states: list[State], rules: QuietRules) -> Reminder:
        seen = sum_up(states, now, self._busy(now))
        minutes = Minutes(own_minutes(), self._playbooks)
        standing = set(seen.standing)
        kinds = Counter(state.due.kind for state in states if state.due.id in standing)
        rows = _rows(seen.standing[:SHOWN])
        return Reminder(
            now=now.local,
            rows=rows,
            ids=seen.standing,
            minutes=sum(minutes[kind] * number for kind, number in kinds.items()),
            fresh=seen.fresh,
            is_quiet=seen.is_quiet,
            late=seen.late,
            come_up=seen.come_up[:SHOWN],
            count=len(seen.come_up) + reads.put_away_count(now.day),
            put_off=seen.put_off,
            back_at=seen.back_at,
            busy_until=self._busy(now),
            next_at=seen.next_at,
            waits={due.id: wait for due in rows if (wait := rules.wait(due, now))},
        )

    def first(self, now: Now, seen: Reminder) -> tuple[DueFollowUp, ...]:
        """The first of all that `seen.count` counts, for the tray's menu. Those that are done since
        then are left out."""
        rows = _rows((*seen.come_up, *reads.put_away(now.day, SHOWN)))
        return tuple(sorted(rows, key=lambda due: (due.rank, due.due_on, due.id)))[:SHOWN]

    def recently_dismissed(self, now: Now) -> tuple[Dismissed, ...]:
        """What was put away in the last week and is still open; the last one first."""
        since = now.utc - timedelta(days=BROUGHT_BACK_DAYS)
        found = dict(reads.dismissed_since(since, DISMISSED_LIMIT))
        return tuple(Dismissed(due, found[due.id]) for due in _rows(found))

    # What a person answers

    def announced(self, now: Now, fresh: Collection[Announcement]) -> Changes:
        """It stands in the window from now on, also when the program ends before it is answered."""
        with self._store.quiet(now) as unit:
            announcing.say(fresh, now)
        return unit.changes(Changed.NOTHING)

    def snooze(
        self,
        now: Now,
        clerk_id: int | None,
        follow_up_ids: Collection[int],
        until: Later | datetime,
    ) -> Changes:
        """`until` a datetime: the shop's local time. The follow-up itself stays where it is."""
        calendar = self._shop.calendar()
        promised, asked_for = reads.promised(), set(follow_up_ids)
        others = asked_for - promised.keys()
        by_moment = {snoozed_until(until, None, now, calendar): others}
        for follow_up_id in asked_for & promised.keys():
            moment = snoozed_until(until, promised[follow_up_id], now, calendar)
            by_moment.setdefault(moment, set()).add(follow_up_id)
        with self._store.quiet(now, clerk_id) as unit:
            for moment, ids in by_moment.items():
                announcing.put_off(ids, moment)
        return unit.changes(Changed.FOLLOW_UPS)

    def dismiss(self, now: Now, clerk_id: int | None, follow_up_ids: Collection[int]) -> Changes:
        with self._store.quiet(now, clerk_id) as unit:
            announcing.put_away(follow_up_ids, now)
        return unit.changes(Changed.FOLLOW_UPS)

    def bring_back(self, now: Now, clerk_id: int | None, follow_up_ids: Collection[int]) -> Changes:
        with self._store.quiet(now, clerk_id) as unit:
            announcing.bring_back(follow_up_ids)
        return unit.changes(Changed.FOLLOW_UPS)

    def busy(self, now: Now, clerk_id: int | None, busy: Busy | None) -> Changes:
        """Quiet while a clerk is with a customer; None: they are back."""
        until = now.local if busy is None else busy_until(busy, now)
        with self._store.quiet(now, clerk_id) as unit:
            kept = reads.busy_until()
            text = until.isoformat(timespec="seconds")
            if kept is None:
                unit.insert(SettingRow, name=reads.BUSY, value=text)
            else:
                unit.update(SettingRow, kept[0], value=text)
        return unit.changes(Changed.FOLLOW_UPS)

    # The rules, as they hold now

    def _rules(self, now: Now, raw: Iterable[reads.Raw]) -> QuietRules:
        return quiet_rules(self._shop.shop(), now, {reads.customer_of(one) for one in raw})

    def _busy(self, now: Now) -> datetime | None:
        kept = reads.busy_until()
        if kept is None:
            return None
        try:
            return busy_now(datetime.fromisoformat(kept[1]), now)
        except ValueError:
            return None


def _rows(follow_up_ids: Iterable[int]) -> tuple[DueFollowUp, ...]:
    found = (queue.one(follow_up_id) for follow_up_id in follow_up_ids)
    return tuple(due for due in found if due is not None)
