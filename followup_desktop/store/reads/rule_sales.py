"""Purchases with talks about them that are still to come, for a change of what they count as."""

from collections import defaultdict
from datetime import date
from typing import Any

from peewee import fn

from followup_desktop.domain.cadence.after_visit import Bought
from followup_desktop.domain.cadence.changed_sales import TALKS, Sale, SaleStep
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import FollowUpStatus, Kind
from followup_desktop.domain.rule_book import Standing
from followup_desktop.store.reads.build import read_as, tuples
from followup_desktop.store.reads.follow_ups import IS_OPEN
from followup_desktop.store.reads.permissions import may_call
from followup_desktop.store.rows import CustomerRow, FollowUpRow, ItemRow, OrderRow, PurchaseRow


def sales(
    *, asks_permission: bool, customer_id: int | None = None, purchase_id: int | None = None
) -> list[Sale]:
    """All of them; of one customer; or one alone."""
    chosen = _chosen(customer_id, purchase_id)
    steps, items = _steps(chosen), _items(chosen)
    return [
        _sale(
            row,
            may_advertise=not dont_call and bool(not asks_permission if may is None else may),
            items=tuple((item_id, group) for item_id, _name, group in items[row[0]]),
            what=", ".join(name for _id, name, _group in items[row[0]]),
            steps=tuple(steps[row[0]]),
        )
        for *row, dont_call, may in tuples(_purchases(chosen))
    ]


def _sale(
    row: list[Any],
    *,
    may_advertise: bool,
    items: tuple[tuple[int, int | None], ...],
    what: str,
    steps: tuple[tuple[SaleStep, int | None], ...],
) -> Sale:
    id_, customer_id, name, title, first_n, number, on, *rest = row
    occasion, occasion_on, fulfilment, promised_on = rest
    return Sale(
        purchase_id=id_,
        customer_id=customer_id,
        name=name,
        title=title,
        clerk_id=next((clerk for step, clerk in steps if step.is_open), None),
        may_advertise=may_advertise,
        bought=Bought(
            on=on,
            sale=number,
            item=what,
            occasion=occasion,
            occasion_on=occasion_on,
            fulfilment=fulfilment,
            promised_on=promised_on,
            first_n_sales=first_n,
        ),
        items=items,
        steps=tuple(step for step, _clerk in steps),
    )


def _chosen(customer_id: int | None, purchase_id: int | None) -> Any:
    row = FollowUpRow
    conditions = [IS_OPEN, row.purchase.is_null(False), row.rule.in_(list(TALKS))]
    if customer_id is not None:
        conditions.append(row.customer == customer_id)
    if purchase_id is not None:
        conditions.append(row.purchase == purchase_id)
    return row.select(row.purchase).where(*conditions).distinct()


def _purchases(chosen: Any) -> Any:
    row, customer = PurchaseRow, CustomerRow
    earlier: Any = PurchaseRow.alias()
    number = earlier.select(fn.COUNT(earlier.id)).where(
        earlier.customer == row.customer,
        (earlier.purchased_on < row.purchased_on)
        | ((earlier.purchased_on == row.purchased_on) & (earlier.id <= row.id)),
    )
    promised = OrderRow.select(fn.MAX(OrderRow.promised_on)).where(OrderRow.purchase == row.id)
    return (
        row.select(
            row.id, row.customer, customer.name, customer.title, customer.first_n_sales,
            number.alias("number"), row.purchased_on, row.occasion, row.occasion_on,
            row.fulfilment, read_as(date.fromisoformat, promised, "promised_on"),
            customer.dont_call_at.is_null(False).alias("dont_call"), may_call().alias("may_call"),
        )
        .join(customer, on=row.customer == customer.id)
        .where(row.id.in_(chosen))
        .order_by(row.id)
    )  # fmt: skip


def _items(chosen: Any) -> dict[int, list[tuple[int, str, int | None]]]:
    row = ItemRow
    query = row.select(row.purchase, row.id, row.name, row.product_group)
    found: dict[int, list[tuple[int, str, int | None]]] = defaultdict(list)
    for purchase_id, *item in tuples(query.where(row.purchase.in_(chosen)).order_by(row.id)):
        found[purchase_id].append((item[0], item[1], item[2]))
    return found


def _steps(chosen: Any) -> dict[int, list[tuple[SaleStep, int | None]]]:
    row, customer = FollowUpRow, CustomerRow
    query = (
        row.select(
            row.purchase, row.clerk, row.id, row.customer, customer.name, customer.title,
            row.rule, row.kind, row.about, row.due_on, row.status, row.due_time, row.tries,
        )
        .join(customer, on=row.customer == customer.id)
        .where(row.purchase.in_(chosen), row.rule.in_(list(TALKS)))
        .order_by(row.due_on, row.id)
    )  # fmt: skip
    found: dict[int, list[tuple[SaleStep, int | None]]] = defaultdict(list)
    for purchase_id, clerk_id, *known, status, due_time, tries in tuples(query):
        id_, customer_id, name, title, rule, kind, about, due_on = known
        standing = Standing(
            id_, customer_id, name, title, Rule(rule), kind, about, due_on, base=None
        )
        step = SaleStep(
            standing,
            is_open=status is FollowUpStatus.OPEN,
            is_untouched=due_time is None and not tries,
        )
        found[purchase_id].append((step, clerk_id))
    return found


def renewals() -> list[tuple[Standing, date, frozenset[int]]]:
    """Planned calls that it is time to renew something, on the day a clerk confirmed: when it was
    bought, and the product groups of what was."""
    row, customer, purchase = FollowUpRow, CustomerRow, PurchaseRow
    query = (
        row.select(
            row.id, row.customer, customer.name, customer.title, row.about, row.due_on,
            purchase.id.alias("purchase_id"), purchase.purchased_on,
        )
        .join(customer, on=row.customer == customer.id)
        .join(purchase, on=row.purchase == purchase.id)
        .where(IS_OPEN, row.kind == Kind.TIME_TO_RENEW, row.version == 1)
        .order_by(row.due_on, row.id)
    )  # fmt: skip
    found = tuples(query)
    items = _items([one[-2] for one in found])
    return [
        (
            Standing(id_, who, name, title, None, Kind.TIME_TO_RENEW, about, due_on, base=None),
            bought_on,
            frozenset(group for _id, _name, group in items[purchase_id] if group is not None),
        )
        for id_, who, name, title, about, due_on, purchase_id, bought_on in found
    ]
