"""A shop of any size, made fast: `python -m benchmarks.make_shop FOLDER 100000 1000000`.

Rows go in by `executemany` on the store's own connection, indexes of the search after them, as an
import does. What the store keeps in step for single saves is made here in one go.
"""

import argparse
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import made_up
from followup_desktop.domain import names
from followup_desktop.domain.kinds import KINDS, Kind
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.stages import Loyalty, Record, stage_of
from followup_desktop.store import schema, search_index
from followup_desktop.store.database import FILE_NAME
from followup_desktop.store.rows import (
    ClerkRow,
    CustomerRow,
    FollowUpRow,
    ItemRow,
    PhoneRow,
    PurchaseRow,
    Row,
    ShopRow,
    VisitRow,
)
from followup_desktop.store.store import Store
from followup_desktop.store.tables import table_of

TODAY = date(2026, 11, 21)
NOW = Now(
    datetime(2026, 11, 21, 9, 30, tzinfo=UTC),
    datetime(2026, 11, 21, 10, 30),  # noqa: DTZ001 -- the shop's own clock
)
OPEN_SHARE = 0.12
KEPT = Path(__file__).parent.parent / "build" / "benchmarks"
WORTH_KEEPING = 10_000
"""Customers."""
ITEMS = "dark blue suit,raincoat,walking boots,silk scarf,winter coat,reading lamp,teapot,satchel"
OCCASIONS = ("", "", "a wedding", "the first day of work", "a birthday", "a journey")


def make(folder: Path, customers: int, follow_ups: int, seed: int = 1) -> Store:
    """The open store of a shop with this many of each. A large one is made once: a copy is kept in
    build/ for as long as neither the tables nor what is made up change."""
    if customers < WORTH_KEEPING:
        _make(folder, customers, follow_ups, seed)
        return Store.open(folder, now=NOW)
    kept = KEPT / f"{customers}-{follow_ups}-{seed}-{_digest()}.db"
    if not kept.exists():
        _make(folder, customers, follow_ups, seed)
        KEPT.mkdir(parents=True, exist_ok=True)
        copied = kept.with_suffix(f".{os.getpid()}")
        shutil.copyfile(folder / FILE_NAME, copied)
        copied.rename(kept)
    else:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept, folder / FILE_NAME)
    return Store.open(folder, now=NOW)


def _digest() -> str:
    """Of all that decides about the file."""
    sources = [Path(__file__), Path(made_up.__file__), *sorted(schema.FOLDER.glob("*.py"))]
    return sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]


def _make(folder: Path, customers: int, follow_ups: int, seed: int) -> None:
    random = Random(seed)
    store = Store.open(folder, now=NOW)
    store.database.execute_sql("PRAGMA synchronous = OFF")  # only here: it is made up anyway
    with store.database.transaction("IMMEDIATE"):
        _fill(store, ShopRow, iter([{"name": "The Corner Shop", "country": "US"}]))
        _fill(store, ClerkRow, iter([{"name": "Jun", "is_manager": True}, {"name": "Rosa"}]))
        purchases = [random.choice((0, 1, 1, 2, 3, 6)) for _ in range(customers)]
        _fill(store, CustomerRow, _customers(random, purchases))
        _fill(store, PhoneRow, _phones(random, customers))
        _fill(store, VisitRow, _visits(purchases))
        _fill(store, PurchaseRow, _purchases(random, purchases))
        _fill(store, ItemRow, _items(random, sum(purchases)))
        _fill(store, FollowUpRow, _follow_ups(random, customers, follow_ups, sum(purchases)))
        store.database.execute_sql(
            'UPDATE "customer" SET "next_on" = (SELECT MIN("due_on") FROM "follow_up"'
            ' WHERE "customer_id" = "customer"."id" AND "status" = \'open\')'
        )
        search_index.rebuild(store.database)
    store.database.execute_sql("PRAGMA optimize")
    store.close()


def _fill(store: Store, row: type[Row], rows: Iterator[dict[str, Any]]) -> None:
    """`rows` give columns in the types that are stored."""
    table = table_of(row)
    empty = table.defaults()
    connection = store.database.connection()
    values = (tuple((empty | given).values())[1:] for given in rows)
    connection.executemany(table.insert, values)


_LOYALTY = Loyalty(purchases=5, first_bought_by=date.min, referrals=2)
"""The years count from the first time that somebody looks ahead."""


def _customers(random: Random, purchases: list[int]) -> Iterator[dict[str, Any]]:
    made = made_up.names(random)
    for number, (count, (language, name)) in enumerate(zip(purchases, made, strict=False)):
        contacted = random.random() < 0.7
        yield {
            "name": name,
            "sort_key": names.sort_key(name),
            "search_key": search_index.key_of(name, "", erased=False),
            "language": language,
            "stage": stage_of(Record(count), _LOYALTY).value,
            "purchases": count,
            "owner_id": 1 + number % 2,
            "created_at": _moment(random),
            "last_contact_at": _moment(random) if contacted else None,
        }


def _moment(random: Random) -> str:
    day = TODAY - timedelta(days=random.randrange(1, 1000))
    return f"{day}T{random.randrange(9, 18):02}:{random.randrange(60):02}:00.000Z"


def _phones(random: Random, customers: int) -> Iterator[dict[str, Any]]:
    made = made_up.numbers(random)
    for customer_id in range(1, customers + 1):
        for number in {next(made) for _ in range(1 if random.random() < 0.85 else 2)}:
            yield {"customer_id": customer_id, "number": number}


def _visits(purchases: list[int]) -> Iterator[dict[str, Any]]:
    for customer_id, count in enumerate(purchases, start=1):
        for back in range(count):
            day = TODAY - timedelta(days=30 * back + customer_id % 400)
            yield {
                "customer_id": customer_id,
                "clerk_id": 1,
                "visited_at": f"{day}T14:00:00.000Z",
                "visited_on": str(day),
                "bought": 1,
            }


def _purchases(random: Random, purchases: list[int]) -> Iterator[dict[str, Any]]:
    for visit_id, visit in enumerate(_visits(purchases), start=1):
        yield {
            "visit_id": visit_id,
            "customer_id": visit["customer_id"],
            "purchased_on": visit["visited_on"],
            "occasion": random.choice(OCCASIONS),
        }


def _items(random: Random, purchases: int) -> Iterator[dict[str, Any]]:
    items = ITEMS.split(",")
    for purchase_id in range(1, purchases + 1):
        yield {"purchase_id": purchase_id, "name": random.choice(items)}


def _follow_ups(
    random: Random, customers: int, count: int, purchases: int
) -> Iterator[dict[str, Any]]:
    kinds = list(Kind)
    for _ in range(count):
        kind = random.choice(kinds)
        is_open = random.random() < OPEN_SHARE
        ahead = random.randrange(-30, 335) if is_open else -random.randrange(1, 1000)
        due_on = TODAY + timedelta(days=ahead)
        yield {
            "customer_id": random.randrange(1, customers + 1),
            "kind": kind.value,
            "rank": int(KINDS[kind].rank),
            "about": random.choice(ITEMS.split(",")),
            "due_on": str(due_on),
            "due_time": f"{random.randrange(9, 18):02}:30:00" if random.random() < 0.3 else None,
            "status": "open" if is_open else "done",
            "closed_at": None if is_open else f"{due_on}T15:00:00.000Z",
            "clerk_id": random.choice((None, 1, 2)),
            "created_at": _moment(random),
            "purchase_id": random.randrange(1, purchases + 1) if purchases else None,
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("customers", type=int)
    parser.add_argument("follow_ups", type=int)
    given = parser.parse_args()
    make(given.folder, given.customers, given.follow_ups).close()


if __name__ == "__main__":
    main()
