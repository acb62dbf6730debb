"""What the clerk made of a call's proposed next steps, kept until it is finished (M-24)."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any, TypeAlias

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.planned import PlanChange, PlannedFollowUp
from followup_desktop.domain.shop_time import Now
from followup_desktop.store import drafts

Key: TypeAlias = tuple[str, int | None]

OWN = "own "
"""The rule of a step that the clerk added begins so; a number follows."""


def key_of(one: PlanChange | PlannedFollowUp) -> Key:
    """What stands already is known by its id; what is proposed, by its rule."""
    return ("", one.follow_up_id) if one.follow_up_id is not None else (one.rule, None)


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """The clerk's changes of what is proposed, and steps of their own."""

    changes: tuple[PlanChange, ...] = ()
    own: tuple[PlannedFollowUp, ...] = ()


def kept(call_id: int) -> OwnPlan:
    """Nothing, when another version of the program wrote what can't be read."""
    try:
        values = json.loads(drafts.text(_name(call_id)) or "{}")
        return OwnPlan(
            tuple(_change(one) for one in values.get("changes", ())),
            tuple(_own(one) for one in values.get("own", ())),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return OwnPlan()


def keep_changes(call_id: int, changes: Iterable[PlanChange], now: Now) -> None:
    """Within a unit's block. A later change of the same step takes the place of the earlier."""
    was = kept(call_id)
    newest = {key_of(one): one for one in (*was.changes, *changes)}
    _keep(call_id, OwnPlan(tuple(newest.values()), was.own), now)


def keep_own(call_id: int, due_on: date, due_time: time | None, about: str, now: Now) -> None:
    """Within a unit's block."""
    was = kept(call_id)
    step = PlannedFollowUp(
        rule=f"{OWN}{len(was.own) + 1}",
        kind=Kind.CHECK_IN,
        due_on=due_on,
        due_time=due_time,
        is_timed=due_time is not None,
        about=about,
    )
    _keep(call_id, OwnPlan(was.changes, (*was.own, step)), now)


def drop(call_id: int) -> None:
    """Within a unit's block."""
    drafts.drop(_name(call_id))


def _keep(call_id: int, plan: OwnPlan, now: Now) -> None:
    text = json.dumps(asdict(plan), default=str, ensure_ascii=False)
    drafts.keep(_name(call_id), text, now)


def _name(call_id: int) -> str:
    return f"call {call_id} next"


def _change(values: dict[str, Any]) -> PlanChange:
    return PlanChange(
        rule=str(values["rule"]),
        is_on=bool(values["is_on"]),
        due_on=_day(values["due_on"]),
        due_time=_time(values["due_time"]),
        follow_up_id=values["follow_up_id"],
    )


def _own(values: dict[str, Any]) -> PlannedFollowUp:
    return PlannedFollowUp(
        rule=str(values["rule"]),
        kind=Kind(values["kind"]),
        due_on=date.fromisoformat(values["due_on"]),
        due_time=_time(values["due_time"]),
        is_timed=bool(values["is_timed"]),
        about=str(values["about"]),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _time(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)
