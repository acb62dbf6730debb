"""What every event shares: a rule and a day become a proposed follow-up on an open day."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, time

from followup_desktop.domain.cadence.rules import RULES, CadenceSettings, Rule
from followup_desktop.domain.kinds import KINDS
from followup_desktop.domain.planned import PlanChange, PlannedFollowUp
from followup_desktop.domain.shop_time import ShopCalendar

Planned = tuple[PlannedFollowUp, ...]


@dataclass(frozen=True, slots=True)
class Cadence:
    """The shop's days and its rules."""

    calendar: ShopCalendar
    settings: CadenceSettings = field(default_factory=CadenceSettings)

    def plan(
        self, rule: Rule, base: date, *, about: str = "", not_before: date = date.min
    ) -> Planned:
        """The rule's follow-up after `base`, on an open day; none when the shop switched it off."""
        if not self.settings.is_on(rule):
            return ()
        meant = max(self.settings.day(rule, base), not_before)
        due_on = self.calendar.open_day_on_or_after(meant)
        return (
            PlannedFollowUp(
                rule=rule,
                kind=RULES[rule].kind,
                due_on=due_on,
                about=about,
                moved_from=None if due_on == meant else meant,
            ),
        )


def agreed(rule: Rule, on: date, at: time | None, *, about: str = "") -> Planned:
    """What a customer was told: on that day and at that time, closed or not."""
    return (
        PlannedFollowUp(
            rule=rule,
            kind=RULES[rule].kind,
            due_on=on,
            due_time=at,
            is_timed=at is not None,
            about=about,
        ),
    )


def in_order(planned: Iterable[PlannedFollowUp]) -> Planned:
    """By day, and never two for the same reason on one day: a long closure may bring them together.

    Of those the one that was handed in first stays.
    """
    kept: dict[tuple[date, int], PlannedFollowUp] = {}
    for one in planned:
        kept.setdefault((one.due_on, KINDS[one.kind].rank), one)
    return tuple(sorted(kept.values(), key=lambda one: (one.due_on, KINDS[one.kind].rank)))


def with_changes(planned: Planned, changes: Iterable[PlanChange]) -> Planned:
    """The proposal as a clerk changed it. A day that a person chose stays as chosen."""
    by_rule = {change.rule: change for change in changes}
    return tuple(
        _changed(one, by_rule[one.rule]) if one.rule in by_rule else one for one in planned
    )


def _changed(planned: PlannedFollowUp, change: PlanChange) -> PlannedFollowUp:
    if change.due_on is None and change.due_time is None:
        return replace(planned, is_on=change.is_on)
    return replace(
        planned,
        is_on=change.is_on,
        due_on=change.due_on or planned.due_on,
        due_time=change.due_time,
        is_timed=change.due_time is not None,
        moved_from=None if change.due_on else planned.moved_from,
    )
