"""Promises, problems and referrals as their page lists them, in a fixed number of statements."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain import names, phones
from followup_desktop.domain.keeping import (
    ProblemLine,
    PromiseLine,
    ReferralLine,
    StateReached,
    StepTaken,
)
from followup_desktop.domain.kinds import Kind, ReferralState
from followup_desktop.domain.shop_time import Now
from followup_desktop.store.reads.build import built, first, or_empty, read_as, tuples
from followup_desktop.store.reads.customers import first_number
from followup_desktop.store.reads.follow_ups import IS_OPEN
from followup_desktop.store.rows import (
    ClerkRow,
    CustomerRow,
    DateChangeRow,
    FollowUpRow,
    PhoneRow,
    ProblemRow,
    ProblemStepRow,
    PromiseRow,
    ReferralRow,
    ReferralStepRow,
)

AT_ONCE = 300
"""Nobody reads more; the ones that wait longest are among them."""

NOT_ERASED = CustomerRow.erased_at.is_null()


def _since(now: Now, days: int) -> datetime:
    return now.utc - timedelta(days=days)


def _shown(number: str | None) -> str:
    return phones.shown(number) if number else ""


# Promises ---------------------------------------------------------------------------------------


def promises(now: Now, lately_days: int) -> tuple[PromiseLine, ...]:
    """Open ones by their day, so that the missed ones come first; then those kept lately."""
    row = PromiseRow
    waiting = _promises().where(row.kept_at.is_null()).order_by(row.due_on, row.due_time, row.id)
    kept = _promises().where(row.kept_at >= _since(now, lately_days)).order_by(row.kept_at.desc())
    lines = [
        line
        for query in (waiting, kept)
        for line in built(query.where(row.withdrawn_at.is_null()).limit(AT_ONCE), _promise_line)
    ]
    # A time without a day before it: SQLite sorts what has no time first, and it lasts longest.
    lines.sort(key=lambda one: (one.kept_at is not None, not one.is_missed(now)))
    return tuple(lines)


def promise_of(follow_up_id: int) -> PromiseLine | None:
    row = PromiseRow
    reminded = FollowUpRow.select(FollowUpRow.promise).where(FollowUpRow.id == follow_up_id)
    query = _promises().where(row.id == reminded, row.kept_at.is_null(), row.withdrawn_at.is_null())
    return first(query, _promise_line)


def _promises() -> Any:
    row, moved, later = PromiseRow, DateChangeRow, DateChangeRow.alias("later")
    newest = later.select(fn.MAX(later.id)).where(later.promise == row.id)
    return (
        row.select(
            row.id,
            CustomerRow.id.alias("customer_id"),
            CustomerRow.name,
            CustomerRow.title,
            first_number(),
            row.what,
            row.due_on,
            row.due_time,
            row.clerk.alias("clerk_id"),
            or_empty(ClerkRow.name, "clerk_name"),
            row.made_at,
            row.kept_at,
            row.missed_at,
            *_next_call(FollowUpRow.promise == row.id),
            moved.was_on.alias("moved_from"),
            or_empty(moved.reason, "moved_why"),
        )
        .join(CustomerRow)
        .switch(row)
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .switch(row)
        .join(moved, JOIN.LEFT_OUTER, on=moved.id == newest)
        .where(NOT_ERASED)
    )


def _promise_line(*, number: str | None, **values: Any) -> PromiseLine:
    return PromiseLine(phone=_shown(number), **values)


# Problems ---------------------------------------------------------------------------------------


def problems(now: Now, lately_days: int) -> tuple[ProblemLine, ...]:
    row = ProblemRow
    going_on = row.stayed_so_at.is_null() | (row.stayed_so_at >= _since(now, lately_days))
    query = (
        _problems()
        .where(going_on)
        .order_by(
            row.solved_at.is_null(False), row.stayed_so_at.is_null(False), row.opened_at, row.id
        )
    )
    lines = built(query.limit(AT_ONCE), _problem_line)
    steps = _steps_of([line.id for line in lines])
    return tuple(replace(line, steps=tuple(steps.get(line.id, ()))) for line in lines)


def _problems() -> Any:
    row = ProblemRow
    return (
        row.select(
            row.id,
            CustomerRow.id.alias("customer_id"),
            CustomerRow.name,
            CustomerRow.title,
            first_number(),
            row.what,
            row.owner.alias("owner_id"),
            or_empty(ClerkRow.name, "owner_name"),
            row.for_manager,
            row.opened_at,
            row.acknowledged_at,
            row.put_right_how,
            row.put_right_by,
            row.put_right_time,
            row.solved_at,
            row.stayed_so_at,
            *_next_call(FollowUpRow.problem == row.id),
        )
        .join(CustomerRow)
        .switch(row)
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(NOT_ERASED)
    )


def _problem_line(*, number: str | None, **values: Any) -> ProblemLine:
    return ProblemLine(phone=_shown(number), **values)


def _steps_of(problem_ids: list[int]) -> dict[int, list[StepTaken]]:
    row = ProblemStepRow
    query = (
        row.select(row.problem, row.step, row.taken_at, or_empty(ClerkRow.name, "who"), row.note)
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(row.problem.in_(problem_ids))
        .order_by(row.id)
    )
    found: dict[int, list[StepTaken]] = {}
    for problem_id, step, at, who, note in tuples(query):
        found.setdefault(problem_id, []).append(StepTaken(step, at, who, note))
    return found


# Referrals --------------------------------------------------------------------------------------


def referrals(now: Now, lately_days: int) -> tuple[ReferralLine, ...]:
    row = ReferralRow
    done = (row.state == ReferralState.BOUGHT) & row.thanked_at.is_null(False)
    query = (
        _referrals()
        .where(~done | (row.thanked_at >= _since(now, lately_days)))
        .order_by(done, row.made_at.desc(), row.id.desc())
    )
    lines = built(query.limit(AT_ONCE), _referral_line)
    steps = _states_of([line.id for line in lines])
    return tuple(
        replace(_with_the_same_number(line), steps=tuple(steps.get(line.id, ()))) for line in lines
    )


def _states_of(referral_ids: list[int]) -> dict[int, list[StateReached]]:
    row = ReferralStepRow
    query = (
        row.select(row.referral, row.state, row.taken_at, or_empty(ClerkRow.name, "who"))
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(row.referral.in_(referral_ids))
        .order_by(row.id)
    )
    found: dict[int, list[StateReached]] = {}
    for referral_id, *step in tuples(query):
        found.setdefault(referral_id, []).append(StateReached(*step))
    return found


def _referrals() -> Any:
    row, hello, thanks = ReferralRow, FollowUpRow.alias("hello"), FollowUpRow.alias("thanks")
    return (
        row.select(
            row.id,
            CustomerRow.id.alias("customer_id"),
            CustomerRow.name,
            CustomerRow.title,
            first_number(),
            row.referred.alias("referred_id"),
            row.name.alias("referred_name"),
            row.number.alias("referred_number"),
            row.relation,
            row.what_for,
            row.may_call,
            row.state,
            row.made_at,
            row.thanked_at,
            hello.id.alias("hello_id"),
            hello.due_on.alias("hello_on"),
            thanks.id.alias("thanks_id"),
            thanks.due_on.alias("thanks_on"),
        )
        .join(CustomerRow, on=row.referrer == CustomerRow.id)
        .switch(row)
        .join(hello, JOIN.LEFT_OUTER, on=hello.id == _first_open(row, Kind.REFERRAL))
        .switch(row)
        .join(thanks, JOIN.LEFT_OUTER, on=thanks.id == _first_open(row, Kind.THANK_REFERRER))
        .where(NOT_ERASED)
    )


def _first_open(referral: Any, kind: Kind) -> Any:
    row = FollowUpRow
    return row.select(fn.MIN(row.id)).where(row.referral == referral.id, row.kind == kind, IS_OPEN)


def _referral_line(*, number: str | None, referred_number: str, **values: Any) -> ReferralLine:
    return ReferralLine(
        phone=_shown(number),
        referred_phone=_shown(referred_number),
        same_number_id=None,
        same_number_name="",
        **values,
    )


def _with_the_same_number(line: ReferralLine) -> ReferralLine:
    """Somebody who came by themselves may be the one who was named. The number alone may be a
    family's (M-57), so a person says whether it is them."""
    if line.referred_id is not None:
        return line
    row = CustomerRow
    numbers = ReferralRow.select(ReferralRow.number).where(
        ReferralRow.id == line.id, ReferralRow.number != ""
    )
    with_it = PhoneRow.select(PhoneRow.customer).where(PhoneRow.number.in_(numbers))
    query = (
        row.select(row.id, row.name)
        .where(
            row.id.in_(with_it) | (row.sort_key == names.sort_key(line.referred_name)),
            row.id != line.customer_id,
            NOT_ERASED,
        )
        .order_by(row.id)
        .limit(1)
    )
    for customer_id, name in tuples(query):
        return replace(line, same_number_id=customer_id, same_number_name=name)
    return line


def _next_call(belongs: Any) -> tuple[Any, Any]:
    """The first open follow-up of something, and when it is due."""
    row = FollowUpRow
    due = row.select(row.id).where(belongs, IS_OPEN).order_by(row.due_on, row.id).limit(1)
    day = row.select(row.due_on).where(belongs, IS_OPEN).order_by(row.due_on, row.id).limit(1)
    return due.alias("follow_up_id"), read_as(date.fromisoformat, day, "call_on")
