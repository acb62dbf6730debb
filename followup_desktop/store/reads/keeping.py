"""Promises, problems and referrals, as the verbs that keep them need to know them."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from followup_desktop.domain.kinds import ReferralState
from followup_desktop.store.reads.build import built, first
from followup_desktop.store.rows import ProblemRow, PromiseRow, ReferralRow


@dataclass(frozen=True, slots=True)
class Promise:
    id: int
    customer_id: int
    what: str
    due_on: date
    due_time: time | None
    clerk_id: int | None
    missed_at: datetime | None


def open_promise(promise_id: int) -> Promise | None:
    """None when it is gone, kept or taken back."""
    return first(_open_promises().where(PromiseRow.id == promise_id), Promise)


def missed_promises(today: date) -> tuple[Promise, ...]:
    """Open ones of the days before that were not called missed yet."""
    row = PromiseRow
    return built(_open_promises().where(row.due_on < today, row.missed_at.is_null()), Promise)


def _open_promises() -> Any:
    row = PromiseRow
    return row.select(
        row.id,
        row.customer.alias("customer_id"),
        row.what,
        row.due_on,
        row.due_time,
        row.clerk.alias("clerk_id"),
        row.missed_at,
    ).where(row.kept_at.is_null(), row.withdrawn_at.is_null())


@dataclass(frozen=True, slots=True)
class Problem:
    id: int
    customer_id: int
    what: str
    owner_id: int | None
    acknowledged_at: datetime | None


def open_problem(problem_id: int) -> Problem | None:
    """None when it is gone or solved."""
    row = ProblemRow
    return first(_problems().where(row.id == problem_id, row.solved_at.is_null()), Problem)


def solved_problem(problem_id: int) -> Problem | None:
    """None when it is gone, or open."""
    row = ProblemRow
    return first(_problems().where(row.id == problem_id, row.solved_at.is_null(False)), Problem)


def _problems() -> Any:
    row = ProblemRow
    return row.select(
        row.id,
        row.customer.alias("customer_id"),
        row.what,
        row.owner.alias("owner_id"),
        row.acknowledged_at,
    )


@dataclass(frozen=True, slots=True)
class Referral:
    id: int
    referrer_id: int
    referred_id: int | None
    name: str
    number: str
    relation: str
    what_for: str
    may_call: bool
    state: ReferralState


def referral(referral_id: int) -> Referral | None:
    row = ReferralRow
    query = row.select(
        row.id,
        row.referrer.alias("referrer_id"),
        row.referred.alias("referred_id"),
        row.name,
        row.number,
        row.relation,
        row.what_for,
        row.may_call,
        row.state,
    )
    return first(query.where(row.id == referral_id), Referral)
