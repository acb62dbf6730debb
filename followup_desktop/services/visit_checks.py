"""What stands in the way of recording a visit, and what is only worth a hint."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from followup_desktop.domain import names
from followup_desktop.domain.checks import (
    FAR,
    TEXT_LIMIT,
    FieldProblem,
    Why,
    due_problem,
    text_problem,
)
from followup_desktop.domain.kinds import Fulfilment
from followup_desktop.domain.phones import ParsedPhone
from followup_desktop.domain.shop_time import Now, ShopCalendar
from followup_desktop.domain.visit import NewVisit
from followup_desktop.store.reads import visits as reads

LINES = ("occasion", "for_whom", "looked_at", "also_looking_at")
TEXTS = ("held_back", "learned")


def cleaned(visit: NewVisit) -> NewVisit:
    """As it will be kept: without the spaces, empty items and invisible letters of typing."""
    lines: dict[str, Any] = {name: names.clean(getattr(visit, name)) for name in ("name", *LINES)}
    texts: dict[str, Any] = {name: names.clean_lines(getattr(visit, name)) for name in TEXTS}
    items = tuple(item for typed in visit.items if (item := names.clean(typed)))
    return replace(visit, phone=visit.phone.strip(), items=items, **lines, **texts)


def problems(
    visit: NewVisit, phone: ParsedPhone, now: Now, calendar: ShopCalendar
) -> tuple[FieldProblem, ...]:
    """Of a cleaned visit, in the order of the form."""
    found = [
        *_who(visit, phone),
        *_what(visit, now),
        *_how(visit, now, calendar),
        *(text_problem(name, getattr(visit, name), limit=TEXT_LIMIT) for name in TEXTS),
        *_plan(visit, now),
    ]
    return tuple(problem for problem in found if problem is not None)


def _who(visit: NewVisit, phone: ParsedPhone) -> Iterator[FieldProblem | None]:
    """A name and one way to reach them; whoever is here already has both."""
    is_new = visit.customer_id is None
    if is_new:
        yield text_problem("name", visit.name, needed=True)
        if visit.name and reads.is_name_known(visit.name):
            yield FieldProblem("name", Why.SAME_NAME, blocks=False)
    if not visit.phone:
        yield FieldProblem("phone", Why.MISSING) if is_new else None
    elif not phone.is_valid:
        yield FieldProblem("phone", Why.NOT_A_PHONE)
    elif reads.is_phone_known(phone.e164, but_of=visit.customer_id):
        yield FieldProblem("phone", Why.SAME_PHONE, blocks=False)


def _what(visit: NewVisit, now: Now) -> Iterator[FieldProblem | None]:
    if visit.bought:
        yield from (text_problem("items", item) for item in visit.items or ("",) if item)
        if not visit.items:
            yield FieldProblem("items", Why.MISSING)
    yield from (text_problem(name, getattr(visit, name)) for name in LINES)
    if visit.bought and visit.occasion_on is not None:
        # It may have been: they came back for the photographs.
        if visit.occasion_on < now.day:
            yield FieldProblem("occasion_on", Why.IN_THE_PAST, blocks=False)
        elif visit.occasion_on - now.day > FAR:
            yield FieldProblem("occasion_on", Why.TOO_FAR)


def _how(visit: NewVisit, now: Now, calendar: ShopCalendar) -> Iterator[FieldProblem | None]:
    if not visit.bought or visit.fulfilment is Fulfilment.TAKEN or visit.promised_on is None:
        return
    problem = due_problem("promised_on", visit.promised_on, now.day)
    yield problem
    if problem is None and not calendar.is_open_day(visit.promised_on):
        yield FieldProblem("promised_on", Why.SHOP_CLOSED, blocks=False)
    is_today = visit.promised_on == now.day
    if is_today and visit.promised_time is not None and visit.promised_time <= now.time:
        yield FieldProblem("promised_time", Why.IN_THE_PAST)


def _plan(visit: NewVisit, now: Now) -> Iterator[FieldProblem | None]:
    for change in visit.changes:
        if change.is_on and change.due_on is not None:
            yield due_problem("changes", change.due_on, now.day)
