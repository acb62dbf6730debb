"""What was caught on a call, as the wrap-up lists it and its forms hold it."""

from types import SimpleNamespace
from typing import Any

from peewee import JOIN

from followup_desktop.domain import phones
from followup_desktop.domain.call import Caught, CaughtKind
from followup_desktop.domain.caught import (
    CaughtForm,
    DateForm,
    FactForm,
    ProblemForm,
    PromiseForm,
    ReferralForm,
)
from followup_desktop.store.reads.build import or_empty
from followup_desktop.store.reads.prepared import Named, slot
from followup_desktop.store.reads.readers import readers_of
from followup_desktop.store.rows import (
    ClerkRow,
    FactRow,
    ProblemRow,
    PromiseRow,
    ReferralRow,
    Row,
    SpecialDateRow,
)

ROWS: dict[CaughtKind, type[Row]] = {
    CaughtKind.PROMISE: PromiseRow,
    CaughtKind.REFERRAL: ReferralRow,
    CaughtKind.PROBLEM: ProblemRow,
    CaughtKind.DATE: SpecialDateRow,
    CaughtKind.FACT: FactRow,
}


def caught_on(call_id: int) -> tuple[Caught, ...]:
    """In the order of the kinds, each in the order it was caught."""
    return (
        *(_promise(row) for row in _PROMISES(call=call_id)),
        *(_referral(row) for row in _REFERRALS(call=call_id)),
        *(_problem(row) for row in _PROBLEMS(call=call_id)),
        *(_date(row) for row in _DATES(call=call_id)),
        *(_fact(row) for row in _FACTS(call=call_id)),
    )


def caught_form(call_id: int, kind: CaughtKind, row_id: int) -> CaughtForm | None:
    """As it was caught on that call; None when it isn't there (any more)."""
    table: Any = ROWS[kind]
    row = table.get_or_none(table.id == row_id, table.call == call_id)
    return None if row is None else _FORMS[kind](row)


def _of(table: Any) -> Named[Any]:
    """The rows of a table that belong to a call."""
    return Named(
        lambda: table.select().where(table.call == slot("call")).order_by(table.id),
        SimpleNamespace,
        readers_of(table),
    )


def _promises() -> Any:
    row = PromiseRow
    return (
        row.select(row, or_empty(ClerkRow.name, "clerk_name"))
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(row.call == slot("call"), row.withdrawn_at.is_null())
        .order_by(row.id)
    )


_PROMISES: Named[Any] = Named(_promises, SimpleNamespace, readers_of(PromiseRow))
_REFERRALS, _PROBLEMS = _of(ReferralRow), _of(ProblemRow)
_DATES, _FACTS = _of(SpecialDateRow), _of(FactRow)


def _promise(row: Any) -> Caught:
    return Caught(
        kind=CaughtKind.PROMISE,
        row_id=row.id,
        text=row.what,
        detail=row.clerk_name,
        due_on=row.due_on,
        due_time=row.due_time,
        form=_promise_form(row),
    )


def _referral(row: Any) -> Caught:
    return Caught(
        kind=CaughtKind.REFERRAL,
        row_id=row.id,
        text=row.name,
        detail=", ".join(part for part in (row.relation, row.what_for) if part),
        phone=phones.shown(row.number) if row.number else "",
        may_call=row.may_call,
        state=row.state,
        form=_referral_form(row),
    )


def _problem(row: Any) -> Caught:
    return Caught(
        kind=CaughtKind.PROBLEM,
        row_id=row.id,
        text=row.what,
        detail=row.put_right_how,
        due_on=row.put_right_by,
        due_time=row.put_right_time,
        form=_problem_form(row),
    )


def _date(row: Any) -> Caught:
    return Caught(kind=CaughtKind.DATE, row_id=row.id, text=row.name, form=_date_form(row))


def _fact(row: Any) -> Caught:
    return Caught(kind=CaughtKind.FACT, row_id=row.id, text=row.text, form=_fact_form(row))


def _promise_form(row: Any) -> CaughtForm:
    return PromiseForm(row.what, row.due_on, row.due_time, row.clerk_id)


def _referral_form(row: Any) -> CaughtForm:
    shown = phones.shown(row.number) if row.number else ""
    return ReferralForm(row.name, shown, row.relation, row.what_for, row.may_call)


def _problem_form(row: Any) -> CaughtForm:
    return ProblemForm(
        row.what,
        row.put_right_how,
        row.put_right_by,
        row.put_right_time,
        row.for_manager,
        row.owner_id if row.for_manager else None,
    )


def _date_form(row: Any) -> CaughtForm:
    return DateForm(row.name, row.day, row.month, row.year, row.yearly, row.person_id)


def _fact_form(row: Any) -> CaughtForm:
    return FactForm(row.text, row.kind)


_FORMS = {
    CaughtKind.PROMISE: _promise_form,
    CaughtKind.REFERRAL: _referral_form,
    CaughtKind.PROBLEM: _problem_form,
    CaughtKind.DATE: _date_form,
    CaughtKind.FACT: _fact_form,
}
