"""How each thing that can be caught is checked, kept, and followed up (M-17 … M-20)."""

from dataclasses import dataclass
from typing import Any

from followup_desktop.domain import names
from followup_desktop.domain.cadence.after_word import after_problem, after_promise
from followup_desktop.domain.cadence.planning import Cadence, Planned, agreed
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.caught import (
    DateForm,
    FactForm,
    ProblemForm,
    PromiseForm,
    ReferralForm,
)
from followup_desktop.domain.checks import (
    TEXT_LIMIT,
    Why,
    checked,
    checked_due,
    checked_special_day,
    refuse,
)
from followup_desktop.domain.shop import Shop
from followup_desktop.domain.shop_time import Now
from followup_desktop.services import call_referral, problem_steps, referral_steps
from followup_desktop.services.date_plans import plan_date, unplan_date
from followup_desktop.services.planning import plan
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.rows import FollowUpRow
from followup_desktop.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Around:
    """What a form is checked against, and what its row belongs to."""

    now: Now
    clerk_id: int | None
    call_id: int | None
    """None: noted without a call."""
    customer_id: int
    shop: Shop
    cadence: Cadence


Values = dict[str, Any]


class PromiseCatcher:
    """It becomes a follow-up at once, with a reminder at its time."""

    def values(self, form: PromiseForm, around: Around) -> Values:
        checked_due("due_on", form.due_on, around.now.day)
        if form.due_time and (form.due_on, form.due_time) <= (around.now.day, around.now.time):
            raise refuse("due_time", Why.IN_THE_PAST)
        return {
            "what": checked("what", names.clean(form.what), needed=True),
            "due_on": form.due_on,
            "due_time": form.due_time,
            "clerk": _present(form.clerk_id, around) or around.clerk_id,
        }

    def new_values(self, around: Around) -> Values:
        return {"made_at": around.now.utc}

    def follow(self, unit: Unit, row_id: int, values: Values, around: Around) -> None:
        planned = after_promise(values["what"], values["due_on"], values["due_time"])
        _plan(unit, planned, around, values["clerk"], promise=row_id)

    def unfollow(self, unit: Unit, row_id: int) -> None:
        _delete_open(unit, promise=row_id)


class ReferralCatcher:
    def values(self, form: ReferralForm, around: Around) -> Values:
        return call_referral.values_of(form, around.shop.country)

    def new_values(self, around: Around) -> Values:
        return {"made_at": around.now.utc}

    def follow(self, unit: Unit, row_id: int, values: Values, around: Around) -> None:
        referral_steps.noted(unit, row_id, values["state"])
        call_referral.follow(
            unit, row_id, values, around.customer_id, around.call_id, around.cadence
        )

    def unfollow(self, unit: Unit, row_id: int) -> None:
        call_referral.unfollow(unit, row_id)


class ProblemCatcher:
    """Acknowledged by noting it while they are on the line; owned by whoever notes it, or by a
    manager, who calls at the time that the customer was told."""

    def values(self, form: ProblemForm, around: Around) -> Values:
        if form.put_right_by is not None:
            checked_due("put_right_by", form.put_right_by, around.now.day)
        elif form.wants_manager:
            raise refuse("put_right_by", Why.MISSING)
        if form.wants_manager and form.put_right_time is None:
            raise refuse("put_right_time", Why.MISSING)
        return {
            "what": checked("what", names.clean(form.what), needed=True),
            "put_right_how": checked(
                "put_right_how", names.clean_lines(form.put_right_how), limit=TEXT_LIMIT
            ),
            "put_right_by": form.put_right_by,
            "put_right_time": form.put_right_time if form.put_right_by else None,
            "for_manager": form.wants_manager,
            "owner": _manager(around, form.manager_id) if form.wants_manager else around.clerk_id,
        }

    def new_values(self, around: Around) -> Values:
        return {"opened_at": around.now.utc, "acknowledged_at": around.now.utc}

    def follow(self, unit: Unit, row_id: int, values: Values, around: Around) -> None:
        by, at = values["put_right_by"], values["put_right_time"]
        if values["for_manager"]:
            planned = agreed(Rule.PROBLEM_BY_DATE, by, at, about=values["what"])
        else:
            planned = after_problem(
                values["what"], around.now, around.cadence, put_right_by=by, put_right_time=at
            )
        _plan(unit, planned, around, values["owner"], problem=row_id)
        problem_steps.noted(unit, row_id, values)

    def unfollow(self, unit: Unit, row_id: int) -> None:
        _delete_open(unit, problem=row_id)


class DateCatcher:
    def values(self, form: DateForm, around: Around) -> Values:
        checked_special_day("day", form.day, form.month, form.year)
        return {
            "name": checked("name", names.clean(form.name), needed=True),
            "day": form.day,
            "month": form.month,
            "year": form.year,
            "yearly": form.yearly,
            "person": form.person_id,
        }

    def new_values(self, around: Around) -> Values:
        return {}

    def follow(self, unit: Unit, row_id: int, values: Values, around: Around) -> None:
        plan_date(unit, row_id, around.clerk_id, around.cadence)

    def unfollow(self, unit: Unit, row_id: int) -> None:
        unplan_date(unit, row_id)


class FactCatcher:
    def values(self, form: FactForm, around: Around) -> Values:
        text = checked("text", names.clean_lines(form.text), needed=True, limit=TEXT_LIMIT)
        return {"text": text, "kind": form.kind}

    def new_values(self, around: Around) -> Values:
        return {"learned_at": around.now.utc, "clerk": around.clerk_id}

    def follow(self, unit: Unit, row_id: int, values: Values, around: Around) -> None:
        """A fact asks for nothing."""

    def unfollow(self, unit: Unit, row_id: int) -> None:
        """Nor does it leave anything behind."""


def _plan(unit: Unit, planned: Planned, around: Around, clerk_id: int | None, **link: int) -> None:
    plan(unit, planned, around.customer_id, clerk_id, call=around.call_id, **link)


def _delete_open(unit: Unit, **link: int) -> None:
    for one in open_of(**link):
        unit.delete(FollowUpRow, one.id)


def _present(clerk_id: int | None, around: Around) -> int | None:
    if clerk_id is None:
        return None
    if clerk_id not in {one.id for one in around.shop.clerks if one.left_on is None}:
        raise refuse("clerk_id", Why.UNKNOWN)
    return clerk_id


def _manager(around: Around, chosen: int | None) -> int | None:
    """The one who was chosen; else another one than the clerk on the call, if the shop has one."""
    managers = [one.id for one in around.shop.clerks if one.is_manager and one.left_on is None]
    if chosen is not None:
        if chosen not in managers:
            raise refuse("manager_id", Why.UNKNOWN)
        return chosen
    others = [one for one in managers if one != around.clerk_id]
    return next(iter((*others, *managers)), around.clerk_id)
