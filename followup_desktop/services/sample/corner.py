"""The sample's shop and its clerks, and what they do there, as few words as a story needs.

Everything goes through the verbs that the windows use, at moments before now, so that the sample
holds exactly what the program would have written.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from followup_desktop.domain.call import WrapUp
from followup_desktop.domain.caught import CaughtForm
from followup_desktop.domain.changes import Changes
from followup_desktop.domain.kinds import CallStep, Kind, Outcome, PurposeReached, Step
from followup_desktop.domain.shop import OpenHours
from followup_desktop.domain.shop_time import Now, days_after
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.reads.follow_ups import Planned, open_of
from followup_desktop.store.store import Store

SUNDAY = 6
OPENS, CLOSES = time(10), time(19)
BUDGET_MINUTES = 40
"""Today's list then has something in each of its groups."""
FIRST_DONE = time(10, 5)
"""Today's first follow-up, when now is later than that."""

GROUPS = (
    ("Suits", 36, "Give it a day’s rest on a wide hanger after each day that you wear it."),
    ("Boots", 12, "Put wooden trees in while they are still warm, and let them dry for a day."),
    ("Loafers", 6, "Let them rest a day, and have the heels seen to before the leather goes."),
    ("Raincoats", 6, "Wash it at thirty degrees and iron it cool: that wakes the proofing up."),
    ("Coats", 36, "Brush it downwards after a walk, and hang it where air comes by."),
    ("Shirts", 18, "Undo the buttons before it goes into the wash."),
    ("Hats", None, "Lift it by the brim, and lay it on its crown."),
)
"""Name, time to renew in months, how to make it last."""


class Corner:
    """The Corner, with Ed Marsh, who runs it, Anna Berg and Noor Haddad."""

    def __init__(self, store: Store, now: Now) -> None:
        self.services = Services(store)
        self.now = now
        self.told: set[int] = set()
        """Customers whose follow-ups their own story tells from here on."""
        self._set_up()

    def _set_up(self) -> None:
        shop = self.services.shop
        opening = self._moment(days_after(self.now.day, -LONG_AGO), time(9))
        made = shop.set_up(opening, "The Corner", "US", _hours(self.now.day), "Ed Marsh")
        self.ed = _made(made)
        # On a public holiday the list would be empty, and a sample has to show one.
        shop.prefer(opening, self.ed, holidays=False, budget_minutes=BUDGET_MINUTES)
        self.anna = _made(shop.add_clerk(opening, self.ed, "Anna Berg"))
        self.noor = _made(shop.add_clerk(opening, self.ed, "Noor Haddad"))
        for name, months, tip in GROUPS:
            self.services.product_groups.add(
                opening, self.ed, name, renew_months=months, care_tip=tip
            )
        self.calendar = shop.calendar()

    # Moments ------------------------------------------------------------------------------------

    @property
    def today(self) -> date:
        return self.now.day

    def ago(self, days: int, at: str) -> Now:
        """So many days before today, or the last open day before that; `at` as "11:20"."""
        day = days_after(self.today, -days)
        while not self.calendar.is_open_day(day):
            day = days_after(day, -1)
        return self._moment(day, time.fromisoformat(at))

    def after(self, now: Now, days: int, at: str) -> Now:
        """So many days after a scene, or the next open day after that."""
        day = self.calendar.open_day_on_or_after(days_after(now.day, days))
        return self._moment(day, time.fromisoformat(at))

    def ahead(self, days: int) -> date:
        """So many days after today, or the next open day after that."""
        return self.calendar.open_day_on_or_after(days_after(self.today, days))

    def earlier_today(self, place: int) -> Now:
        """The first, second or third moment of today's work, always before now."""
        midnight = datetime.combine(self.today, time())
        half_an_hour_ago = max(midnight, self.now.local - timedelta(minutes=30))
        first = min(datetime.combine(self.today, FIRST_DONE), half_an_hour_ago)
        step = min(timedelta(minutes=10), (self.now.local - first) / 4)
        return self._at(first + step * (place - 1))

    def _moment(self, day: date, at: time) -> Now:
        return self._at(datetime.combine(day, at))

    def _at(self, local: datetime) -> Now:
        return Now(utc=self.now.utc - (self.now.local - local), local=local)

    def _later(self, now: Now, minutes: int) -> Now:
        """Never after now: what is done today is done."""
        return self._at(min(now.local + timedelta(minutes=minutes), self.now.local))

    # What clerks do -----------------------------------------------------------------------------

    def visit(self, now: Now, clerk_id: int, visit: NewVisit) -> int:
        """The customer's id."""
        recorded = self.services.visits.record(now, clerk_id, visit)
        assert recorded.customer_id is not None
        return recorded.customer_id

    def talk(
        self,
        now: Now,
        clerk_id: int,
        customer_id: int,
        kind: Kind | None = None,
        notes: str = "",
        caught: Iterable[CaughtForm] = (),
        minutes: int = 4,
        **answers: Any,
    ) -> int:
        """A whole guided call, about the open follow-up of that kind if there is one; its id."""
        calls = self.services.calls
        due = None if kind is None else self.open_one(customer_id, kind)
        call_id = _made(calls.begin(now, clerk_id, customer_id, due.id if due else None))
        calls.go(now, call_id, CallStep.CALL)
        if notes:
            calls.write_notes(now, call_id, notes)
        ended = self._later(now, minutes)
        for form in caught:
            calls.catch(ended, clerk_id, call_id, form)
        calls.go(ended, call_id, CallStep.WRAP_UP)
        answers.setdefault("outcome", Outcome.TALKED)
        if answers["outcome"] is Outcome.TALKED:
            answers.setdefault("purpose_reached", PurposeReached.REACHED)
        calls.answer(ended, call_id, replace(WrapUp(), **answers))
        calls.finish(ended, clerk_id, call_id)
        return call_id

    def check(self, now: Now, clerk_id: int, customer_id: int, *steps: Step) -> None:
        """Checkpoints of the customer's newest order."""
        orders = self.services.customers.card(now, customer_id).orders
        newest = max(orders, key=lambda order: order.id)
        for checkpoint in newest.checkpoints:
            if checkpoint.step in steps:
                self.services.orders.check(now, clerk_id, checkpoint.id)

    def open_one(self, customer_id: int, kind: Kind) -> Planned | None:
        """The next open follow-up of that kind."""
        standing = (one for one in open_of(customer=customer_id) if one.kind is kind)
        return min(standing, key=lambda one: one.due_on, default=None)


LONG_AGO = 400
"""Days since the shop opened its book."""


def _made(changes: Changes) -> int:
    assert changes.made_id is not None
    return changes.made_id


def _hours(today: date) -> tuple[OpenHours, ...]:
    """Monday to Saturday. Seen on a Sunday, the shop opens on Sundays and rests on Mondays: what
    is due today is then due on a day that it is open."""
    closed = 0 if today.weekday() == SUNDAY else SUNDAY
    return tuple(OpenHours(day, OPENS, CLOSES) for day in range(7) if day != closed)
