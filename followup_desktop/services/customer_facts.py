"""What is known about a customer: people, dates, sizes and likes, notes."""

from typing import Any

from followup_desktop.domain.changes import Changes, Did
from followup_desktop.domain.checks import TEXT_LIMIT, checked_special_day
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import FactKind
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.customer_action import (
    EDITED,
    CustomerAction,
    line,
    lines,
    require,
    whose,
)
from followup_desktop.services.date_plans import plan_date, remove_date, unplan_date
from followup_desktop.services.rules import cadence_of
from followup_desktop.store.reads.special_dates import special_date
from followup_desktop.store.rows import FactRow, PersonRow, SpecialDateRow

DAY = ("day", "month", "year")


class FactEdits(CustomerAction):
    # People

    def add_person(
        self,
        now: Now,
        clerk_id: int | None,
        customer_id: int,
        relation: str,
        name: str = "",
        note: str = "",
    ) -> Changes:
        """ "His wife" is enough; her name may come later."""
        values = _person(relation=relation, name=name, note=note)
        return self._add(PersonRow, now, clerk_id, customer_id, **values)

    def change_person(
        self, now: Now, clerk_id: int | None, person_id: int, **fields: str
    ) -> Changes:
        """`fields`: relation, name, note."""
        return self._change(PersonRow, now, clerk_id, person_id, **_person(**fields))

    def remove_person(self, now: Now, clerk_id: int | None, person_id: int) -> Changes:
        return self._remove(PersonRow, now, clerk_id, person_id)

    # Dates

    def add_date(
        self,
        now: Now,
        clerk_id: int | None,
        customer_id: int,
        name: str,
        day: int,
        month: int,
        year: int | None = None,
        yearly: bool = True,
        person_id: int | None = None,
    ) -> Changes:
        """Its follow-ups are planned with it (M-43)."""
        require(customer_id)
        kept = line("name", name, needed=True)
        checked_special_day("day", day, month, year)
        cadence = cadence_of(self._shop.shop())
        with self._store.action(Did.CUSTOMER_CHANGED, now, clerk_id) as unit:
            made_id = unit.insert(
                SpecialDateRow,
                customer=customer_id,
                name=kept,
                day=day,
                month=month,
                year=year,
                yearly=yearly,
                person=person_id,
            )
            plan_date(unit, made_id, clerk_id, cadence)
        return unit.changes(EDITED, customer_id=customer_id, made_id=made_id)

    def change_date(self, now: Now, clerk_id: int | None, date_id: int, **fields: Any) -> Changes:
        """`fields` as in `add_date`. What was planned for it is planned anew."""
        was = special_date(date_id)
        if was is None:
            raise WorldError(Trouble.GONE, where=f"date {date_id}")
        day, month, year = (fields.get(name, getattr(was, name)) for name in DAY)
        checked_special_day("day", day, month, year)
        if "name" in fields:
            fields["name"] = line("name", fields["name"], needed=True)
        if "person_id" in fields:
            fields["person"] = fields.pop("person_id")
        cadence = cadence_of(self._shop.shop())
        with self._store.action(Did.CUSTOMER_CHANGED, now, clerk_id) as unit:
            unit.update(SpecialDateRow, date_id, **fields)
            unplan_date(unit, date_id)
            plan_date(unit, date_id, clerk_id, cadence)
        return unit.changes(EDITED, customer_id=was.customer_id, made_id=date_id)

    def remove_date(self, now: Now, clerk_id: int | None, date_id: int) -> Changes:
        customer_id = whose(SpecialDateRow, date_id)
        with self._store.action(Did.CUSTOMER_CHANGED, now, clerk_id) as unit:
            remove_date(unit, date_id)
        return unit.changes(EDITED, customer_id=customer_id)

    # Facts and notes

    def add_fact(
        self, now: Now, clerk_id: int | None, customer_id: int, kind: FactKind, text: str
    ) -> Changes:
        return self._add(
            FactRow,
            now,
            clerk_id,
            customer_id,
            kind=kind,
            text=lines("text", text, TEXT_LIMIT, needed=True),
            learned_at=now.utc,
            clerk=clerk_id,
        )

    def change_fact(
        self,
        now: Now,
        clerk_id: int | None,
        fact_id: int,
        text: str,
        kind: FactKind | None = None,
    ) -> Changes:
        values: dict[str, Any] = {"text": lines("text", text, TEXT_LIMIT, needed=True)}
        if kind is not None:
            values["kind"] = kind
        return self._change(FactRow, now, clerk_id, fact_id, **values)

    def remove_fact(self, now: Now, clerk_id: int | None, fact_id: int) -> Changes:
        return self._remove(FactRow, now, clerk_id, fact_id)

    def note(self, now: Now, clerk_id: int | None, customer_id: int, text: str) -> Changes:
        """A note in the story."""
        return self.add_fact(now, clerk_id, customer_id, FactKind.NOTE, text)


def _person(**typed: str) -> dict[str, str]:
    return {name: line(name, text, needed=name == "relation") for name, text in typed.items()}
