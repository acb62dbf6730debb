"""Open follow-ups with the days that their rules count from, for a change of the rules."""

from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain.cadence.changed_rules import WHENEVER, EventDays, Place
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import Kind, Rank
from followup_desktop.domain.rule_book import Standing
from followup_desktop.store.reads.build import read_as, tuples
from followup_desktop.store.reads.follow_ups import IS_OPEN
from followup_desktop.store.rows import (
    CustomerRow,
    FollowUpRow,
    KindRow,
    OrderRow,
    PurchaseRow,
    SpecialDateRow,
    VisitRow,
)
from followup_desktop.store.search import listed

# A rule that was changed before, or a closing day, has moved it as well: that makes it nobody's.
_UNTOUCHED = (FollowUpRow.version == 1) | (
    FollowUpRow.due_time.is_null()
    & (FollowUpRow.tries == 0)
    & FollowUpRow.rule.not_in(list(WHENEVER))
)


def planned_by(rules: Collection[Rule], day_of: Callable[[datetime], date]) -> Iterator[Standing]:
    """Neither tried nor given a time by anybody; whether a person gave one its day, that day tells
    where the rule counts from something. `day_of`: a moment's day on the shop's calendar."""
    row, customer, purchase = FollowUpRow, CustomerRow, PurchaseRow
    promised = OrderRow.select(fn.MAX(OrderRow.promised_on)).where(
        (OrderRow.id == row.order) | (OrderRow.purchase == row.purchase)
    )
    query = (
        row.select(
            row.id, row.customer, customer.name, customer.title, row.rule, row.kind, row.about,
            row.due_on, row.created_at, purchase.purchased_on, purchase.occasion_on,
            read_as(date.fromisoformat, promised, "promised_on"), VisitRow.visited_on,
            SpecialDateRow.day, SpecialDateRow.month,
        )
        .join(customer, on=row.customer == customer.id)
        .join(purchase, JOIN.LEFT_OUTER, on=row.purchase == purchase.id)
        .join(VisitRow, JOIN.LEFT_OUTER, on=row.visit == VisitRow.id)
        .join(SpecialDateRow, JOIN.LEFT_OUTER, on=row.special_date == SpecialDateRow.id)
        .where(IS_OPEN, row.rule.in_(list(rules)), _UNTOUCHED)
        .order_by(row.due_on, row.id)
    )  # fmt: skip
    for id_, customer_id, name, title, rule, kind, about, due_on, created_at, *days in tuples(
        query
    ):
        purchased_on, occasion_on, promised_on, visited_on, day, month = days
        known = EventDays(
            created_on=day_of(created_at),
            purchased_on=purchased_on,
            occasion_on=occasion_on,
            promised_on=promised_on,
            visited_on=visited_on,
            special=None if day is None else (day, month),
        )
        rule = Rule(rule)
        base = known.base(rule, due_on)
        yield Standing(id_, customer_id, name, title, rule, kind, about, due_on, base)


def places(customer_ids: Collection[int]) -> Iterator[Place]:
    """Where everything stands that is open for these customers."""
    row = FollowUpRow
    query = row.select(row.customer, row.rank, row.due_on).where(
        IS_OPEN, row.customer.in_(listed(customer_ids))
    )
    for customer_id, rank, due_on in tuples(query):
        yield customer_id, Rank(rank), due_on


def open_by_kind() -> dict[Kind, int]:
    row = FollowUpRow
    query = row.select(row.kind, fn.COUNT(row.id)).where(IS_OPEN).group_by(row.kind)
    return dict(tuples(query))


def kind_ids() -> dict[Kind, int]:
    row: Any = KindRow
    return dict(tuples(row.select(row.code, row.id)))
