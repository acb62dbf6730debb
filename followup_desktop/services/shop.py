"""The shop itself: first start, settings, staff."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from itertools import pairwise

from followup_desktop.domain import names, settings
from followup_desktop.domain.calling_rules import proposed_for
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import FieldProblem, Why, checked, refuse
from followup_desktop.domain.shop import Clerk, ClosingDays, OpenHours, Shop
from followup_desktop.domain.shop_time import END_OF_DAY, Now, ShopCalendar
from followup_desktop.services.rules import cadence_of, calendar_of, calling_regions
from followup_desktop.store.reads import shop as reads
from followup_desktop.store.rows import (
    ClerkRow,
    ClosingDayRow,
    OpeningHoursRow,
    SettingRow,
    ShopRow,
)
from followup_desktop.store.store import Store
from followup_desktop.store.unit import Unit


class ShopService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def is_set_up(self) -> bool:
        return reads.is_set_up()

    def shop(self) -> Shop:
        shop = reads.shop()
        if shop is None:
            raise LookupError("the first start isn't finished")
        return shop

    def calendar(self) -> ShopCalendar:
        return calendar_of(self.shop())

    def clerks(self) -> tuple[Clerk, ...]:
        """Everybody, those who left last."""
        return reads.clerks()

    def set_up(
        self,
        now: Now,
        name: str,
        country: str,
        hours: Sequence[OpenHours],
        clerk_name: str,
        *,
        starts_at_login: bool = True,
    ) -> Changes:
        """The first start; `made_id` is the first clerk, who is a manager. Nobody undoes it.

        The calling rules are those proposed for the country, until somebody chooses others.
        """
        shop = {"name": _name("name", name), "country": _country(country)}
        clerk = _name("clerk_name", clerk_name)
        open_hours = _hours(hours)
        region = proposed_for(shop["country"], calling_regions().values())
        with self._store.quiet(now) as unit:
            if reads.is_set_up():
                raise RuntimeError("the shop is set up already")
            unit.insert(ShopRow, **shop)
            _keep_hours(unit, open_hours)
            chosen = {"calling_region": region, "starts_at_login": starts_at_login}
            for setting, value in chosen.items():
                unit.insert(SettingRow, name=setting, value=settings.to_text(value))
            made_id = unit.insert(ClerkRow, name=clerk, is_manager=True)
        return replace(
            unit.changes(Changed.SHOP | Changed.CLERKS, made_id=made_id), did=Did.SHOP_SET_UP
        )

    def change_shop(
        self,
        now: Now,
        clerk_id: int | None,
        *,
        name: str | None = None,
        country: str | None = None,
        hours: Sequence[OpenHours] | None = None,
        closing_days: Sequence[ClosingDays] | None = None,
    ) -> Changes:
        """What is None stays as it is. What was planned for a day that is closed now goes to the
        next open one, unless somebody chose its day."""
        values = {}
        if name is not None:
            values["name"] = _name("name", name)
        if country is not None:
            values["country"] = _country(country)
        open_hours = None if hours is None else _hours(hours)
        closed = None if closing_days is None else _closing_days(closing_days)
        from followup_desktop.services import rule_book  # late: it stands on this room

        moved = rule_book.off_closed_days(now, cadence_of(self.shop()), open_hours, closed)
        with self._store.action(Did.SHOP_CHANGED, now, clerk_id) as unit:
            if values:
                unit.update(ShopRow, reads.shop_id(), **values)
            if open_hours is not None:
                _keep_hours(unit, open_hours)
            if closed is not None:
                _keep_closing_days(unit, closed)
            rule_book.follow(unit, moved)
        return unit.changes(Changed.SHOP | Changed.FOLLOW_UPS)

    def prefer(self, now: Now, clerk_id: int | None, **preferences: object) -> Changes:
        """Change preferences by the names of the fields of `Preferences`."""
        texts = {
            name: settings.to_text(settings.checked(name, value))
            for name, value in preferences.items()
        }
        with self._store.action(Did.SHOP_CHANGED, now, clerk_id) as unit:
            ids = reads.setting_ids()
            for name, text in texts.items():
                if name in ids:
                    unit.update(SettingRow, ids[name], value=text)
                else:
                    unit.insert(SettingRow, name=name, value=text)
        return unit.changes(Changed.SHOP | Changed.FOLLOW_UPS | Changed.CUSTOMERS)

    # Staff

    def clerk_hint(self, name: str, who_id: int | None = None) -> FieldProblem | None:
        """Said while a clerk's name is typed: another one has it. They may; nothing blocks."""
        folded = names.fold(names.clean(name))
        same = (
            one
            for one in self.clerks()
            if one.left_on is None and one.id != who_id and names.fold(one.name) == folded
        )
        return FieldProblem("name", Why.SAME_NAME, blocks=False) if next(same, None) else None

    def add_clerk(
        self, now: Now, clerk_id: int | None, name: str, is_manager: bool = False
    ) -> Changes:
        """Two of the same name are told apart by their ids; `clerk_hint` says so before."""
        values = {"name": _name("name", name), "is_manager": is_manager}
        with self._store.action(Did.CLERK_ADDED, now, clerk_id) as unit:
            made_id = unit.insert(ClerkRow, **values)
        return unit.changes(Changed.CLERKS, made_id=made_id)

    def rename_clerk(self, now: Now, clerk_id: int | None, who_id: int, name: str) -> Changes:
        kept = _name("name", name)
        with self._store.action(Did.CLERK_CHANGED, now, clerk_id) as unit:
            unit.update(ClerkRow, who_id, name=kept)
        return unit.changes(Changed.CLERKS)

    def set_manager(self, now: Now, clerk_id: int | None, who_id: int, is_manager: bool) -> Changes:
        with self._store.action(Did.CLERK_CHANGED, now, clerk_id) as unit:
            if not is_manager:
                self._require_another_manager("is_manager", who_id)
            unit.update(ClerkRow, who_id, is_manager=is_manager)
        return unit.changes(Changed.CLERKS)

    def clerk_left(
        self, now: Now, clerk_id: int | None, who_id: int, heir_id: int | None
    ) -> Changes:
        """Hand over everything of theirs in one step (M-49). Without an heir it is anybody's."""
        with self._store.action(Did.CLERK_CHANGED, now, clerk_id) as unit:
            self._require_another_manager("who_id", who_id)
            self._require_present("heir_id", heir_id, who_id)
            unit.update(ClerkRow, who_id, left_on=now.day, is_manager=False)
            for row, row_id, field in reads.belongings_of(who_id):
                unit.update(row, row_id, **{field: heir_id})
        return unit.changes(Changed.CLERKS | Changed.FOLLOW_UPS | Changed.CUSTOMERS)

    def _require_another_manager(self, field: str, who_id: int) -> None:
        managers = {one.id for one in self.clerks() if one.is_manager and one.left_on is None}
        if managers == {who_id}:
            raise refuse(field, Why.LAST_MANAGER)

    def _require_present(self, field: str, heir_id: int | None, who_id: int) -> None:
        present = {one.id for one in self.clerks() if one.left_on is None} - {who_id}
        if heir_id is not None and heir_id not in present:
            raise refuse(field, Why.UNKNOWN)


def _name(field: str, name: str) -> str:
    return checked(field, names.clean(name), needed=True)


def _country(country: str) -> str:
    code = country.strip().upper()
    if not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise refuse("country", Why.UNKNOWN)
    return code


def _hours(hours: Sequence[OpenHours]) -> tuple[OpenHours, ...]:
    """A closing time of 00:00 is midnight."""
    kept = tuple(sorted(set(hours)))
    ends = [END_OF_DAY if one.closes == time(0) else one.closes for one in kept]
    if any(end <= one.opens for one, end in zip(kept, ends, strict=True)):
        raise refuse("hours", Why.ENDS_BEFORE)
    for end, (earlier, later) in zip(ends, pairwise(kept), strict=False):
        if earlier.weekday == later.weekday and later.opens < end:
            raise refuse("hours", Why.OVERLAPS)
    return kept


def _closing_days(days: Sequence[ClosingDays]) -> tuple[ClosingDays, ...]:
    kept = []
    for one in days:
        if one.last_on < one.first_on:
            raise refuse("closing_days", Why.ENDS_BEFORE)
        kept.append(replace(one, note=checked("closing_days", names.clean(one.note))))
    return tuple(sorted(set(kept)))


def _keep_hours(unit: Unit, hours: Sequence[OpenHours]) -> None:
    for row_id in reads.hours_ids():
        unit.delete(OpeningHoursRow, row_id)
    for one in hours:
        unit.insert(OpeningHoursRow, weekday=one.weekday, opens=one.opens, closes=one.closes)


def _keep_closing_days(unit: Unit, days: Sequence[ClosingDays]) -> None:
    for row_id in reads.closing_day_ids():
        unit.delete(ClosingDayRow, row_id)
    for one in days:
        unit.insert(ClosingDayRow, first_on=one.first_on, last_on=one.last_on, note=one.note)
