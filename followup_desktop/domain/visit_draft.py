"""A half-filled visit form as text, so that closing the program loses no word of it."""

import json
from collections.abc import Callable
from dataclasses import asdict, fields
from datetime import date, time
from typing import Any

from followup_desktop.domain.kinds import Fulfilment
from followup_desktop.domain.planned import PlanChange
from followup_desktop.domain.product_group import ItemGroup
from followup_desktop.domain.visit import NewVisit


def to_text(visit: NewVisit) -> str:
    return json.dumps(asdict(visit), default=str, ensure_ascii=False)


def from_text(text: str) -> NewVisit | None:
    """None when it cannot be read: it was written by another version of the program."""
    try:
        values = json.loads(text)
        if not isinstance(values, dict):
            return None
        return NewVisit(
            **{
                field.name: _READ.get(field.name, _as_it_is)(values[field.name])
                for field in fields(NewVisit)
                if field.name in values
            }
        )
    except (ValueError, TypeError, KeyError):
        return None


def _as_it_is(value: Any) -> Any:
    return value


def _date(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _time(value: str | None) -> time | None:
    return None if value is None else time.fromisoformat(value)


def _changes(values: list[dict[str, Any]]) -> tuple[PlanChange, ...]:
    return tuple(
        PlanChange(
            rule=value["rule"],
            is_on=value["is_on"],
            due_on=_date(value["due_on"]),
            due_time=_time(value["due_time"]),
        )
        for value in values
    )


def _item_groups(values: list[dict[str, Any]]) -> tuple[ItemGroup, ...]:
    return tuple(ItemGroup(item=value["item"], group_id=value["group_id"]) for value in values)


_READ: dict[str, Callable[[Any], Any]] = {
    "items": tuple,
    "item_groups": _item_groups,
    "occasion_on": _date,
    "fulfilment": Fulfilment,
    "promised_on": _date,
    "promised_time": _time,
    "changes": _changes,
}
