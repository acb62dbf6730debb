"""A shop's day, killed again and again: `python -m tests.services.killing FOLDER 1000`.

A clerk speaks the verbs of a day, one after the other, as fast as the PC can. Beside the shop that
is killed stands a second one with the same clerk, the same words and the same clock, which nobody
kills. After each kill the first has to stand, row by row and journal and all, where the second
stands after everything that was acknowledged, or one verb further: nothing is lost, nothing is half
done.

The third argument is a mutant, which has to be caught: "early" acknowledges before COMMIT, "loose"
saves without a transaction.
"""

import itertools
import os
import random
import shutil
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from followup_desktop.domain.call import WrapUp
from followup_desktop.domain.caught import ProblemForm, PromiseForm
from followup_desktop.domain.kinds import CallStep, Fulfilment, Kind, Outcome, PurposeReached
from followup_desktop.domain.later import Later
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.rows import CallRow, CustomerRow, FollowUpRow
from followup_desktop.store.store import Store
from tests.services.world import HOURS, at
from tests.store.killing import Lost, one_life, without_transactions
from tests.store.rooms import Everything, everything

ED = 1
LONGEST = 0.2
"""Seconds until a child is killed, once its program is open."""
KILLS_IN_A_SHOP = 100
"""Then a new one is opened: looking through a grown one takes longer than everything else."""
OPEN, SAVED = b"o", b"s"

MONDAY = date(2026, 11, 23)
SUIT = NewVisit(
    items=("Navy suit, two-button", "Belt"),
    occasion="A wedding",
    occasion_on=date(2027, 2, 20),
    fulfilment=Fulfilment.ALTERATION,
    promised_on=date(2026, 11, 27),
    learned="Comes with his sister.",
    may_call=True,
)
COAT = NewVisit(bought=False, looked_at="Camel coat", held_back="The sleeves", may_call=True)
TALKED = WrapUp(
    outcome=Outcome.TALKED,
    purpose_reached=PurposeReached.REACHED,
    gained="He felt at ease.",
    thanked_us=True,
)


# What a clerk does all day ------------------------------------------------------------------------


class Clerk:
    """Speaks the verbs of a day in a fixed order. What each is about is found in the rows alone,
    so that whoever takes over after a kill does the same."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._services = Services(store)
        self._day: tuple[Callable[[Now, int], object], ...] = (
            self._types_a_visit,
            lambda now, number: self._records(now, number, SUIT),
            lambda now, number: self._services.today.later(now, ED, self._due, Later.TOMORROW),
            lambda now, number: self._store.undo(self._store.last_action() or 0, now, ED),
            lambda now, number: self._services.calls.begin(now, ED, self._customer, self._due),
            lambda now, number: self._services.calls.go(now, self._call, CallStep.CALL),
            self._types_notes,
            self._catches_a_promise,
            self._catches_a_problem,
            lambda now, number: self._services.calls.go(now, self._call, CallStep.WRAP_UP),
            lambda now, number: self._services.calls.answer(now, self._call, TALKED),
            lambda now, number: self._services.calls.finish(now, ED, self._call),
            lambda now, number: self._records(now, number, COAT),
            lambda now, number: self._services.today.done(now, ED, self._due, "Met in the street"),
            self._plans,
            lambda now, number: self._services.today.skip(now, ED, self._due, "On holiday"),
        )

    def does(self, number: int) -> None:
        moment = at("2026-11-21 10:42")
        moved = timedelta(seconds=number)
        self._day[number % len(self._day)](Now(moment.utc + moved, moment.local + moved), number)

    @property
    def _customer(self) -> int:
        return int(CustomerRow.select().order_by(CustomerRow.id.desc()).first().id)

    @property
    def _due(self) -> int:
        due = FollowUpRow.select().where(FollowUpRow.customer == self._customer)
        return int(due.where(FollowUpRow.status == "open").order_by(FollowUpRow.id).first().id)

    @property
    def _call(self) -> int:
        return int(CallRow.select().order_by(CallRow.id.desc()).first().id)

    def _types_a_visit(self, now: Now, number: int) -> None:
        self._services.visits.keep_draft(now, NewVisit(name=f"Jun {number}"))

    def _records(self, now: Now, number: int, visit: NewVisit) -> None:
        phone = f"212 555 01{number % 100:02}"
        changed = {field: getattr(visit, field) for field in visit.__slots__}
        whole = changed | {"name": f"Jun Hayashi {number}", "phone": phone}
        self._services.visits.record(now, ED, NewVisit(**whole))

    def _types_notes(self, now: Now, number: int) -> None:
        self._services.calls.write_notes(now, self._call, f"Went to the wedding {number}")

    def _catches_a_promise(self, now: Now, number: int) -> None:
        promise = PromiseForm(f"A swatch {number}", MONDAY)
        self._services.calls.catch(now, ED, self._call, promise)

    def _catches_a_problem(self, now: Now, number: int) -> None:
        problem = ProblemForm("A button is loose", "Aldo sews it on", MONDAY)
        self._services.calls.catch(now, ED, self._call, problem)

    def _plans(self, now: Now, number: int) -> None:
        self._services.today.plan(now, ED, self._customer, Kind.CHECK_IN, MONDAY, None, "A chat")


# The two shops ------------------------------------------------------------------------------------


def _set_up(folder: Path) -> None:
    now = at("2026-11-21 10:00")
    store = Store.open(folder, now=now)
    Services(store).shop.set_up(now, "Marsh & Daughter", "US", HOURS, "Ed Marsh")
    store.close()


class Spared:
    """The shop that nobody kills."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._done = 0

    def after(self, verbs: int) -> Everything:
        store = Store.open(self._folder, now=at("2026-11-21 10:42"))
        store.database.execute_sql("PRAGMA synchronous = OFF")  # nobody kills it
        clerk = Clerk(store)
        while self._done < verbs:
            clerk.does(self._done)
            self._done += 1
        held = everything(store, journal=True)
        store.close()
        return held


def _look(folder: Path, spared: Spared, acknowledged: int) -> int:
    """How many verbs are in it. Raises `Lost`."""
    store = Store.open(folder, now=at("2026-11-21 10:42"))
    held, report = everything(store, journal=True), store.check()
    store.close()
    if not report.is_sound:
        raise Lost(str(report))
    for verbs in (acknowledged, acknowledged + 1):
        if held == spared.after(verbs):
            return verbs
    raise Lost(f"after {acknowledged} acknowledged verbs it stands nowhere")


def _live(folder: Path, pipe: int, first: int, mutant: str) -> None:
    if mutant == "loose":
        without_transactions()
    clerk = Clerk(Store.open(folder, now=at("2026-11-21 10:42")))
    os.write(pipe, OPEN)
    for number in itertools.count(first):
        if mutant == "early":
            os.write(pipe, SAVED)
        clerk.does(number)
        if mutant != "early":
            os.write(pipe, SAVED)


def _warm_up(folder: Path) -> None:
    """Import everything once, so that a child doesn't spend its life on that."""
    _set_up(folder)
    Spared(folder).after(16)


def kill_again_and_again(folder: Path, times: int, mutant: str = "", seed: int = 0) -> int:
    """Answers how many verbs were acknowledged in all. Raises `Lost`."""
    chance = random.Random(seed)
    _warm_up(folder / "warm")
    acknowledged = 0
    for life in range(times):
        if life % KILLS_IN_A_SHOP == 0:
            killed, other = folder / f"killed {life}", folder / f"spared {life}"
            _set_up(killed)
            shutil.copytree(killed, other)
            spared, there = Spared(other), 0
        letters = one_life(
            lambda pipe: _live(killed, pipe, there, mutant),  # noqa: B023 -- called at once
            chance.random() * LONGEST,
        )
        acknowledged += letters.count(SAVED)
        there = _look(killed, spared, there + letters.count(SAVED))
    return acknowledged


if __name__ == "__main__":
    where, count, *which = sys.argv[1:]
    verbs = kill_again_and_again(Path(where), int(count), *which)
    print(f"{count} kills, {verbs} acknowledged verbs, none lost, nothing half done")
