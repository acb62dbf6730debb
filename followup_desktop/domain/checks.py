"""What a typed value has to be before it is kept, and the codes of the reasons why it isn't.

A problem that blocks stands in the way of saving; a hint is only said. `words` turns both into
sentences.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.partial_dates import is_real_day

LINE_LIMIT = 200
"""Letters of anything that stands on one line, names too: the longest real ones have about 90."""
TEXT_LIMIT = 20_000
"""Letters of a note."""
FAR = timedelta(days=5 * 366)
"""A due day beyond it is a slip of the finger."""


class Why(StrEnum):
    """`FieldProblem.why` and `WorldError.why`."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    NOT_A_PHONE = "not_a_phone"
    NOT_A_MAIL = "not_a_mail"
    NOT_A_DAY = "not_a_day"
    IN_THE_PAST = "in_the_past"
    TOO_FAR = "too_far"
    SHOP_CLOSED = "shop_closed"
    SAME_NAME = "same_name"
    """A hint: somebody of that name is here already."""
    SAME_PHONE = "same_phone"
    """A hint: the number is another customer's too; families share one (M-57)."""
    OUT_OF_RANGE = "out_of_range"
    ENDS_BEFORE = "ends_before"
    OVERLAPS = "overlaps"
    LAST_MANAGER = "last_manager"
    NOT_A_MANAGER = "not_a_manager"
    UNKNOWN = "unknown"
    DONT_CALL = "dont_call"
    """They asked not to be called; only service is left."""


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """Why a field cannot be kept as it is; `blocks` is False for a hint."""

    field: str
    why: str
    blocks: bool = True


def refuse(field: str, why: Why) -> WorldError:
    """The error to raise when a value cannot be kept."""
    return WorldError(Trouble.BAD_VALUE, field=field, why=why.value)


def text_problem(
    field: str, text: str, *, needed: bool = False, limit: int = LINE_LIMIT
) -> FieldProblem | None:
    """What is wrong with a text that has been cleaned."""
    if not text:
        return FieldProblem(field, Why.MISSING) if needed else None
    return FieldProblem(field, Why.TOO_LONG) if len(text) > limit else None


def checked(field: str, text: str, *, needed: bool = False, limit: int = LINE_LIMIT) -> str:
    """The text itself, or `WorldError`."""
    if problem := text_problem(field, text, needed=needed, limit=limit):
        raise refuse(field, Why(problem.why))
    return text


def due_problem(field: str, due_on: date, today: date) -> FieldProblem | None:
    """What is wrong with a day on which something is to happen."""
    if due_on < today:
        return FieldProblem(field, Why.IN_THE_PAST)
    return FieldProblem(field, Why.TOO_FAR) if due_on - today > FAR else None


def checked_due(field: str, due_on: date, today: date) -> date:
    """The day itself, or `WorldError`."""
    if problem := due_problem(field, due_on, today):
        raise refuse(field, Why(problem.why))
    return due_on


def checked_mail(field: str, address: str) -> str:
    """Only what would surely not arrive is refused; whether it does arrive, nobody can know."""
    name, at, host = address.partition("@")
    if not address:
        raise refuse(field, Why.MISSING)
    if not (name and at and "." in host.strip(".")) or set(" @,;<>") & set(name + host):
        raise refuse(field, Why.NOT_A_MAIL)
    return checked(field, address)


def checked_special_day(field: str, day: int, month: int, year: int | None) -> None:
    """29 February is a day even where no year is given (M-43)."""
    if not is_real_day(day, month, year):
        raise refuse(field, Why.NOT_A_DAY)
