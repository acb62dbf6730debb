"""The shop itself: first start, settings, staff."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import time
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from followup_desktop.domain import names, settings
from followup_desktop.domain.calling_rules import proposed_for
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import FieldProblem, Why, checked, refuse
from followup_desktop.domain.shop import Clerk, ClosingDays, OpenHours, Shop
from followup_desktop.domain.shop_time import END_OF_DAY, Now, ShopCalendar
from followup_desktop.services.rules import calendar_of, calling_regions
from followup_desktop.store.reads import shop as reads
from followup_desktop.store.reads.shop import valuable_groups
from followup_desktop.store.rows import (
    ClerkRow,
    ClosingDayRow,
    OpeningHoursRow,
    SettingRow,
    ShopRow,
)
from followup_desktop.store.store import Store

if TYPE_CHECKING:
    from followup_desktop.domain.rule_book import RuleEffect
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
        after = self.as_changed(name, country, hours, closing_days)
        effect = self._effect(now, after)
        with self._store.action(Did.SHOP_CHANGED, now, clerk_id) as unit:
            if name is not None or country is not None:
                unit.update(ShopRow, reads.shop_id(), name=after.name, country=after.country)
            if hours is not None:
                _keep_hours(unit, after.hours)
            if closing_days is not None:
                _keep_closing_days(unit, after.closing_days)
            self._follow(unit, effect)
        return unit.changes(Changed.SHOP | Changed.FOLLOW_UPS)

    def as_changed(
        self,
        name: str | None = None,
        country: str | None = None,
        hours: Sequence[OpenHours] | None = None,
        closing_days: Sequence[ClosingDays] | None = None,
    ) -> Shop:
        """The shop as `change_shop` would make it. Raises `WorldError` for what cannot be kept."""
        shop = self.shop()
        return replace(
            shop,
            name=shop.name if name is None else _name("name", name),
            country=shop.country if country is None else _country(country),
            hours=shop.hours if hours is None else _hours(hours),
            closing_days=shop.closing_days if closing_days is None else _closing_days(closing_days),
        )

    def as_preferred(self, **preferences: object) -> Shop:
        """The shop as `prefer` would make it."""
        shop, checked_ones = self.shop(), _preferences(preferences)
        return replace(shop, preferences=replace(shop.preferences, **checked_ones))

    def _effect(self, now: Now, after: Shop) -> "RuleEffect":
        from followup_desktop.services import rule_effects  # late: most starts change no rule

        return rule_effects.of_shop(now, self.shop(), after, valuable_groups())

    def prefer(self, now: Now, clerk_id: int | None, **preferences: object) -> Changes:
        """Change preferences by the names of the fields of `Preferences`. What rules planned goes
        along with them, as `RuleService.preview_preferences` shows it."""
        kept = _preferences(preferences)
        texts = {name: settings.to_text(value) for name, value in kept.items()}
        effect = self._effect(now, self.as_preferred(**preferences))
        with self._store.action(Did.SHOP_CHANGED, now, clerk_id) as unit:
            ids = reads.setting_ids()
            for name, text in texts.items():
                if name in ids:
                    unit.update(SettingRow, ids[name], value=text)
                else:
                    unit.insert(SettingRow, name=name, value=text)
            self._follow(unit, effect)
        return unit.changes(Changed.SHOP | Changed.FOLLOW_UPS | Changed.CUSTOMERS)

    def _follow(self, unit: "Unit", effect: "RuleEffect") -> None:
        from followup_desktop.services.rule_effects import follow

        follow(unit, effect)

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


def _preferences(preferences: Mapping[str, object]) -> dict[str, Any]:
    return {name: settings.checked(name, value) for name, value in preferences.items()}


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


def _keep_hours(unit: "Unit", hours: Sequence[OpenHours]) -> None:
    for row_id in reads.hours_ids():
        unit.delete(OpeningHoursRow, row_id)
    for one in hours:
        unit.insert(OpeningHoursRow, weekday=one.weekday, opens=one.opens, closes=one.closes)


def _keep_closing_days(unit: "Unit", days: Sequence[ClosingDays]) -> None:
    for row_id in reads.closing_day_ids():
        unit.delete(ClosingDayRow, row_id)
    for one in days:
        unit.insert(ClosingDayRow, first_on=one.first_on, last_on=one.last_on, note=one.note)
