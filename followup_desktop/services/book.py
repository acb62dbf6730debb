"""The book: what is coming, from every corner of the shop (M-73)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from followup_desktop.domain.book import (
    WEEKS,
    Book,
    BookEntry,
    Coming,
    build,
    by_week,
    last_day,
)
from followup_desktop.domain.public_holidays import name_of
from followup_desktop.domain.shop import Shop
from followup_desktop.domain.shop_time import Now, days_after
from followup_desktop.domain.updates import UpdateKey, months_after
from followup_desktop.services.playbooks import Playbooks
from followup_desktop.services.rules import Minutes, calendar_of
from followup_desktop.services.shop import ShopService
from followup_desktop.store.reads import book as reads
from followup_desktop.store.reads import product_groups, updates
from followup_desktop.store.reads.rules import own_minutes


class BookService:
    def __init__(self, shop: ShopService, playbooks: Playbooks) -> None:
        self._shop = shop
        self._playbooks = playbooks

    def book(self, now: Now, weeks: int = WEEKS, first_weekday: int = 0) -> Book:
        """Of the whole shop, this week and the ones after it; `first_weekday` 0 is Monday."""
        shop = self._shop.shop()
        today, until = now.day, last_day(now.day, weeks, first_weekday)
        entries = [
            *reads.promises(today, until),
            *reads.call_backs(today, until),
            *reads.problems(today, until),
            *reads.orders(today, until),
            *reads.occasions(today, until),
            *reads.dates(today, until),
            *by_week(_renewals(today, until), today, first_weekday),
        ]
        return build(
            entries,
            today,
            until,
            calendar_of(shop),
            dict(_closed_for(shop, today, until)),
            self._planned(today, until),
            first_weekday,
        )

    def _planned(self, today: date, until: date) -> dict[date, tuple[int, int]]:
        minutes = Minutes(own_minutes(), self._playbooks)
        planned: dict[date, tuple[int, int]] = defaultdict(lambda: (0, 0))
        for day, kind, count in reads.planned(today, until):
            follow_ups, spent = planned[day]
            planned[day] = (follow_ups + count, spent + count * minutes[kind])
        return planned


def _renewals(today: date, until: date) -> Iterator[BookEntry]:
    """What comes due. What is due already waits under "What's new" until somebody looks at it."""
    for group in product_groups.names_only():
        if group.renew_months is None:
            continue
        after = months_after(days_after(today, -1), -group.renew_months)
        last = months_after(until, -group.renew_months)
        for bought_on, count in updates.to_renew(UpdateKey(group.id), after, last).items():
            on = max(today, months_after(bought_on, group.renew_months))
            yield BookEntry(Coming.RENEWAL, on, group.name, group_id=group.id, count=count)


def _closed_for(shop: Shop, today: date, until: date) -> Iterator[tuple[date, str]]:
    """Days on which the shop is closed although its week says otherwise, and why where it is known.
    A closing day's own note says more than the holiday's name."""
    for ahead in range((until - today).days + 1):
        on = today + timedelta(days=ahead)
        notes = [one.note for one in shop.closing_days if one.first_on <= on <= one.last_on]
        holiday = name_of(shop.country, on) if shop.preferences.holidays else ""
        if notes or holiday:
            yield on, next((note for note in notes if note), holiday)
