"""What customers said, from the calls, the problems and the facts that were noted (M-71).

What it is about is what the call was about; otherwise what they had bought last by then. Of several
things that were bought at once the one that the call names comes first.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import JOIN, Case, Value, fn

from followup_desktop.domain.insights.asked import Scope
from followup_desktop.domain.insights.said import Group, Mark, SaidKind, SaidWanted
from followup_desktop.domain.kinds import NOT_BOUGHT_YET, FactKind
from followup_desktop.store.fields import MomentField
from followup_desktop.store.reads.build import or_empty, read_as, tuples
from followup_desktop.store.rows import (
    CUSTOMER_SAYS,
    CallRow,
    CustomerRow,
    FactRow,
    FollowUpRow,
    ItemRow,
    ProblemRow,
    ProductGroupRow,
    PurchaseRow,
    VisitRow,
)

KINDS = tuple(SaidKind)
_ANSWERS = {
    SaidKind.GAINED: CallRow.gained,
    SaidKind.WORKS_WELL: CallRow.works_well,
    SaidKind.COULD_BE_BETTER: CallRow.could_be_better,
}
_FACTS = {
    SaidKind.WISH: (FactKind.NEED, FactKind.WANT),
    SaidKind.THEIR_WORDS: (FactKind.THEIR_WORDS,),
}


@dataclass(frozen=True, slots=True)
class Row:
    kind: SaidKind
    row_id: int
    at: datetime
    text: str
    customer_id: int
    name: str
    title: str
    is_discreet: bool
    group_id: int | None
    group: str
    item: str


def said(scope: Scope, wanted: SaidWanted, before: Mark | None, limit: int | None) -> Iterator[Row]:
    """The newest first, one after the other. What text is wanted the caller looks for."""
    words = _words(scope, wanted.kind)
    if before is not None:
        words = _all_of(words).where(_comes_after(words, before)).alias("later")
    if wanted.group is None and limit is not None:
        # What each is about is asked of these alone.
        words = _in_order(_all_of(words), words).limit(limit).alias("page")
    is_discreet = CustomerRow.discreet | fn.COALESCE(PurchaseRow.is_gift, False)
    query = _about(
        words,
        read_as(KINDS.__getitem__, words.c.rank, "kind"),
        words.c.row_id,
        read_as(datetime.fromisoformat, words.c.at, "at"),
        words.c.text,
        CustomerRow.id.alias("customer_id"),
        CustomerRow.name,
        CustomerRow.title,
        read_as(bool, is_discreet, "is_discreet"),
        ProductGroupRow.id.alias("group_id"),
        or_empty(ProductGroupRow.name, "group"),
        or_empty(ItemRow.name, "item"),
    )
    if wanted.group is not None:
        query = query.where(_is_of(wanted.group))
    found: Iterator[Row] = _in_order(query, words).limit(limit).objects(Row).iterator()
    return found


def _in_order(query: Any, words: Any) -> Any:
    return query.order_by(words.c.at.desc(), words.c.rank, words.c.row_id)


def counts(scope: Scope) -> list[tuple[Group, SaidKind, int]]:
    words, group = _words(scope, None), ProductGroupRow
    query = _about(
        words, group.id, or_empty(group.name, "name"), words.c.rank, fn.COUNT(words.c.at)
    )
    found = tuples(query.group_by(group.id, group.name, words.c.rank))
    return [(Group(group_id, name), KINDS[rank], count) for group_id, name, rank, count in found]


def _is_of(group: Group) -> Any:
    row = ProductGroupRow
    return row.id.is_null() if group.id is None else row.id == group.id


def _comes_after(words: Any, mark: Mark) -> Any:
    at, rank = MomentField().db_value(mark.at), KINDS.index(mark.kind)
    same_rank = (words.c.rank == rank) & (words.c.row_id > mark.row_id)
    return (words.c.at < at) | ((words.c.at == at) & ((words.c.rank > rank) | same_rank))


def _about(words: Any, *columns: Any) -> Any:
    """Who said it, and what it is about."""
    row, follow_up, item = CustomerRow, FollowUpRow, ItemRow.alias("named")
    named = (
        item.select(item.id)
        .where(item.purchase == PurchaseRow.id)
        .order_by((item.name == follow_up.about).desc(), item.product_group.is_null(), item.id)
        .limit(1)
    )
    return (
        row.select(*columns)
        .join(words, on=words.c.customer_id == row.id)
        .join(follow_up, JOIN.LEFT_OUTER, on=words.c.follow_up_id == follow_up.id)
        .join(PurchaseRow, JOIN.LEFT_OUTER, on=PurchaseRow.id == _purchase(words))
        .join(ItemRow, JOIN.LEFT_OUTER, on=ItemRow.id == named)
        .join(ProductGroupRow, JOIN.LEFT_OUTER, on=ItemRow.product_group == ProductGroupRow.id)
    )


def _purchase(words: Any) -> Any:
    """Who left without buying talked about what they looked at, and not about an older purchase.
    What was bought by then goes by moments: the shop's day isn't the day of UTC."""
    follow_up, before, visit = FollowUpRow, PurchaseRow.alias("before"), VisitRow.alias("bought_at")
    last = (
        before.select(before.id)
        .join(visit, on=before.visit == visit.id)
        .where(before.customer == words.c.customer_id, visit.visited_at <= words.c.at)
        .order_by(before.purchased_on.desc(), before.id.desc())
        .limit(1)
    )
    looked_only = fn.COALESCE(follow_up.kind, "").in_([kind.value for kind in NOT_BOUGHT_YET])
    return fn.COALESCE(follow_up.purchase, Case(None, [(looked_only, None)], last))


# Where it was noted -----------------------------------------------------------------------------


def _words(scope: Scope, kind: SaidKind | None) -> Any:
    """All of it as one table: rank, row_id, at, text, customer_id, follow_up_id."""
    first, *rest = [arm for one in KINDS if kind in (None, one) for arm in [_arm(one, scope)]]
    for arm in rest:
        first = first.union_all(arm)
    return first.alias("words")


def _all_of(words: Any) -> Any:
    """Its columns, to be narrowed."""
    names = ("rank", "row_id", "at", "text", "customer_id", "follow_up_id")
    return words.select_from(*(getattr(words.c, name) for name in names))


def _arm(kind: SaidKind, scope: Scope) -> Any:
    if kind in _ANSWERS:
        return _of_calls(kind, scope)
    return _of_problems(scope) if kind is SaidKind.WENT_WRONG else _of_facts(kind, scope)


def _of_calls(kind: SaidKind, scope: Scope) -> Any:
    row, text = CallRow, _ANSWERS[kind]
    return _noted(kind, row, row.finished_at, text, row.clerk, scope).where(
        text != "", CUSTOMER_SAYS, row.finished_at.is_null(False)
    )


def _of_problems(scope: Scope) -> Any:
    row = ProblemRow
    query = _noted(SaidKind.WENT_WRONG, row, row.opened_at, row.what, row.owner, scope)
    return query.switch(row).join(CallRow, JOIN.LEFT_OUTER, on=row.call == CallRow.id)


def _of_facts(kind: SaidKind, scope: Scope) -> Any:
    row = FactRow
    query = _noted(kind, row, row.learned_at, row.text, row.clerk, scope)
    query = query.switch(row).join(CallRow, JOIN.LEFT_OUTER, on=row.call == CallRow.id)
    return query.where(row.kind.in_(_FACTS[kind]))


def _noted(kind: SaidKind, row: Any, at: Any, text: Any, clerk: Any, scope: Scope) -> Any:
    """With the follow-up that the call took up, if it was on a call."""
    conditions = [at < scope.until, CustomerRow.erased_at.is_null()]
    if scope.since is not None:
        conditions.append(at >= scope.since)
    if scope.clerk_id is not None:
        conditions.append(clerk == scope.clerk_id)
    return (
        row.select(
            Value(KINDS.index(kind)).alias("rank"),
            row.id.alias("row_id"),
            at.alias("at"),
            text.alias("text"),
            row.customer.alias("customer_id"),
            CallRow.follow_up.alias("follow_up_id"),
        )
        .join(CustomerRow, on=row.customer == CustomerRow.id)
        .where(*conditions)
    )
