"""A shop whose program is killed again and again: `python -m tests.store.killing FOLDER 1000`.

A child saves as fast as it can and writes a line for every save that has come back; it is killed at
a moment nobody chose; then the file is looked at: everything that was acknowledged has to be there,
nothing half. The next child goes on with the same file.

The third argument is a mutant, which has to be caught: "early" acknowledges before COMMIT, "loose"
saves without a transaction.
"""

import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

from followup_desktop.domain.changes import Did
from followup_desktop.domain.kinds import FollowUpStatus, Kind
from followup_desktop.store.database import FollowupDatabase
from followup_desktop.store.rows import (
    ActionRow,
    CallRow,
    CustomerRow,
    DraftRow,
    FollowUpRow,
    ItemRow,
    PhoneRow,
    PromiseRow,
    PurchaseRow,
)
from followup_desktop.store.store import Store
from followup_desktop.store.unit import Unit
from tests.store.rooms import (
    NOW,
    TODAY,
    add_call,
    add_customer,
    add_follow_up,
    add_purchase,
)

LONGEST = 0.05
"""Seconds until a child is killed, once it has begun to save."""


class Lost(AssertionError):
    """An acknowledged save is not there, or one is half there."""


# The child ----------------------------------------------------------------------------------------


def save(store: Store, pipe: int, is_early: bool) -> None:
    """For ever: a visit, a wrap-up, a snooze, and the snooze undone; before each, typed notes. A
    letter is written for each that has come back."""
    while True:
        number = ActionRow.select().count()
        with store.quiet(NOW) as unit:
            unit.update(DraftRow, 1, text=str(number))
        os.write(pipe, b"n")
        if number % 4 == 3:
            store.undo(store.last_action() or 0, NOW)
        else:
            with store.action(Did.VISIT_RECORDED, NOW) as unit:
                (visit, wrap_up, snooze)[number % 4](unit, number)
                if is_early:
                    os.write(pipe, b"a")
            if is_early:
                continue
        os.write(pipe, b"a")


def visit(unit: Unit, number: int) -> None:
    customer = add_customer(unit, f"Ann Libin {number}")
    purchase = add_purchase(unit, customer)
    unit.insert(ItemRow, purchase=purchase, name="raincoat")
    for days in (1, 14):
        add_follow_up(unit, customer, TODAY + timedelta(days=days), purchase=purchase)


def wrap_up(unit: Unit, number: int) -> None:
    newest = FollowUpRow.select().order_by(FollowUpRow.id.desc()).first()
    customer = newest.customer_id
    call = add_call(unit, customer, follow_up=newest.id)
    promise = unit.insert(
        PromiseRow, customer=customer, call=call, what="a swatch", due_on=TODAY, made_at=NOW.utc
    )
    unit.update(FollowUpRow, newest.id, status=FollowUpStatus.DONE, closed_at=NOW.utc)
    add_follow_up(unit, customer, kind=Kind.PROMISE, promise=promise, call=call)


def snooze(unit: Unit, number: int) -> None:
    newest = FollowUpRow.select().order_by(FollowUpRow.id.desc()).first()
    unit.update(FollowUpRow, newest.id, due_on=newest.due_on + timedelta(days=1), version=number)


# What has to be there -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Acknowledged:
    actions: int
    notes: int


def look(folder: Path, since: Acknowledged) -> Acknowledged:
    """Raises `Lost`. Answers what is there now, from which the next child goes on."""
    store = Store.open(folder, now=NOW)
    try:
        actions = ActionRow.select().count()
        notes = int(DraftRow.get_by_id(1).text)
        _require(since.actions <= actions <= since.actions + 1, f"actions {since} {actions}")
        _require(since.notes <= notes <= actions, f"notes {since} {notes}")
        _require(_counts() == _counts_after(actions), f"{_counts()} after {actions}")
        _require(_newest_version() == _newest_version_after(actions), f"version after {actions}")
        report = store.check()
        _require(report.is_sound, str(report))
    finally:
        store.close()
    return Acknowledged(actions, notes)


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise Lost(what)


def _counts() -> dict[str, int]:
    rows = (CustomerRow, PhoneRow, PurchaseRow, ItemRow, CallRow, PromiseRow, FollowUpRow)
    return {row.__name__: row.select().count() for row in rows}


def _counts_after(actions: int) -> dict[str, int]:
    visits, wrap_ups = (actions + 3) // 4, (actions + 2) // 4
    of_visits = dict.fromkeys(("CustomerRow", "PhoneRow", "PurchaseRow", "ItemRow"), visits)
    of_calls = dict.fromkeys(("CallRow", "PromiseRow"), wrap_ups)
    return of_visits | of_calls | {"FollowUpRow": 2 * visits + wrap_ups}


def _newest_version() -> int | None:
    newest = FollowUpRow.select().order_by(FollowUpRow.id.desc()).first()
    return newest.version if newest else None


def _newest_version_after(actions: int) -> int | None:
    """A snooze is the third of each four, and the fourth takes it back."""
    if actions == 0:
        return None
    return actions - 1 if actions % 4 == 3 else 1


# Killing ------------------------------------------------------------------------------------------


def kill_again_and_again(folder: Path, times: int, mutant: str = "", seed: int = 0) -> int:
    """Answers how many saves were acknowledged in all. Raises `Lost`."""
    chance = random.Random(seed)
    store = Store.open(folder, now=NOW)
    with store.quiet(NOW) as unit:
        unit.insert(DraftRow, name="notes", text="0", saved_at=NOW.utc)
    store.close()
    there = Acknowledged(0, 0)
    for _ in range(times):
        letters = one_life(
            lambda pipe: _live(folder, pipe, mutant),  # used before the loop goes on
            chance.random() * LONGEST,
        )
        # Notes hold how many actions there were when they were typed.
        before_notes = letters[: letters.rfind(b"n") + 1]
        notes = there.actions + before_notes.count(b"a") if before_notes else there.notes
        there = look(folder, Acknowledged(there.actions + letters.count(b"a"), notes))
    return there.actions


def one_life(live: Callable[[int], None], seconds: float) -> bytes:
    """What a child wrote until it was killed. live: what it does for ever, given its end of the
    pipe; it writes a letter when it has begun and one for each thing that is done."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _until_killed(live, writing)
    os.close(writing)
    letters = os.read(reading, 1)  # it has begun
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while more := os.read(reading, 65536):
        letters += more
    os.close(reading)
    if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        raise RuntimeError("a child has ended by itself")
    return letters


def _until_killed(live: Callable[[int], None], pipe: int) -> NoReturn:
    try:
        live(pipe)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


def without_transactions() -> None:
    """The mutant "loose"."""
    FollowupDatabase.transaction = lambda self, *_: nullcontext()


def _live(folder: Path, pipe: int, mutant: str) -> None:
    if mutant == "loose":
        without_transactions()
    save(Store.open(folder, now=NOW), pipe, mutant == "early")


if __name__ == "__main__":
    where, count, *which = sys.argv[1:]
    saved = kill_again_and_again(Path(where), int(count), *which)
    print(f"{count} kills, {saved} acknowledged saves, none lost, nothing half done")
