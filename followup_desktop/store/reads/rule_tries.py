"""Open follow-ups that were tried and reached nobody, for a change of how often one tries."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from peewee import fn

from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import CallStep
from followup_desktop.domain.rule_book import Standing
from followup_desktop.store.reads.build import read_as, tuples
from followup_desktop.store.reads.call_follow_ups import REACHED, TRIED
from followup_desktop.store.reads.follow_ups import IS_OPEN
from followup_desktop.store.rows import CallRow, CustomerRow, FollowUpRow
from followup_desktop.store.search import listed

_RULES = frozenset(Rule)


@dataclass(frozen=True, slots=True)
class Tried:
    """Somebody whom the shop is trying to reach."""

    customer_id: int
    tries: int
    """In a row, without reaching them."""
    last_at: datetime
    ids: frozenset[int]
    """The follow-ups that were tried."""
    standing: tuple[Standing, ...]
    """Everything that is open for them, by day."""


def tried() -> tuple[Tried, ...]:
    row = FollowUpRow
    ids: dict[int, set[int]] = defaultdict(set)
    for customer_id, id_ in tuples(row.select(row.customer, row.id).where(IS_OPEN, row.tries > 0)):
        ids[customer_id].add(id_)
    tries, standing = _tries(ids), _standing(ids)
    return tuple(
        Tried(customer_id, *tries[customer_id], frozenset(theirs), tuple(standing[customer_id]))
        for customer_id, theirs in sorted(ids.items())
        if customer_id in tries
    )


def _tries(customer_ids: Collection[int]) -> dict[int, tuple[int, datetime]]:
    """How many since they were last reached, as `tries_in_a_row` counts them, and the last one; of
    all customers in one statement."""
    row, reached = CallRow, CallRow.alias("reached")
    reached_at = reached.select(fn.MAX(reached.finished_at)).where(
        reached.customer == row.customer,
        reached.step == CallStep.DONE,
        reached.outcome.in_(REACHED),
    )
    last = read_as(datetime.fromisoformat, fn.MAX(row.finished_at), "last_at")
    query = row.select(row.customer, fn.COUNT(row.id), last).where(
        row.customer.in_(listed(customer_ids)),
        row.step == CallStep.DONE,
        row.outcome.in_(TRIED),
        row.finished_at > fn.COALESCE(reached_at, ""),
    )
    found = tuples(query.group_by(row.customer))
    return {customer_id: (count, last_at) for customer_id, count, last_at in found}


def _standing(customer_ids: Collection[int]) -> dict[int, list[Standing]]:
    row, customer = FollowUpRow, CustomerRow
    query = (
        row.select(
            row.id, row.customer, customer.name, customer.title, row.rule, row.kind, row.about,
            row.due_on,
        )
        .join(customer, on=row.customer == customer.id)
        .where(IS_OPEN, row.customer.in_(listed(customer_ids)))
        .order_by(row.due_on, row.id)
    )  # fmt: skip
    found: dict[int, list[Standing]] = defaultdict(list)
    for id_, customer_id, name, title, rule, kind, about, due_on in tuples(query):
        known = Rule(rule) if rule in _RULES else None
        one = Standing(id_, customer_id, name, title, known, kind, about, due_on, base=None)
        found[customer_id].append(one)
    return found
