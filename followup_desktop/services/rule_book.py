"""The cadence's rules, changed by the shop: what a change would move is asked first (M-47)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from followup_desktop.domain.cadence.changed_rules import changed
from followup_desktop.domain.cadence.needless import ClosedWhy
from followup_desktop.domain.cadence.planning import Cadence
from followup_desktop.domain.cadence.rules import RULES, CadenceSettings, Override, Rule
from followup_desktop.domain.cadence.silence import silent_since
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import Why, refuse
from followup_desktop.domain.kinds import ALWAYS_FITS, KINDS, FollowUpStatus, Kind, Stage
from followup_desktop.domain.rule_book import (
    KindLine,
    Moved,
    RuleBook,
    RuleChange,
    RuleEffect,
    RuleLine,
)
from followup_desktop.domain.shop import ClosingDays, OpenHours
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.planning import close, move
from followup_desktop.services.playbooks import Playbooks
from followup_desktop.services.rules import cadence_of
from followup_desktop.services.shop import ShopService
from followup_desktop.services.silence_plans import moments
from followup_desktop.store.reads import rule_follow_ups as reads
from followup_desktop.store.reads import rules as kept
from followup_desktop.store.rows import CadenceRow, KindRow
from followup_desktop.store.store import Store
from followup_desktop.store.unit import Unit

SHOWN = Changed.SHOP | Changed.FOLLOW_UPS | Changed.CUSTOMERS
DAYS = range(-30, 1096)
MINUTES = range(1, 121)

CHANGEABLE = tuple(rule for rule, facts in RULES.items() if not facts.agreed and rule != Rule.RETRY)
"""What was agreed with a customer is no rule of ours; the tries have their own number."""


class RuleService:
    def __init__(self, store: Store, shop: ShopService, playbooks: Playbooks) -> None:
        self._store = store
        self._shop = shop
        self._playbooks = playbooks

    def book(self) -> RuleBook:
        settings = cadence_of(self._shop.shop()).settings
        own, paused = kept.own_minutes(), kept.paused_kinds()
        planned = reads.open_by_kind()
        return RuleBook(
            rules=tuple(
                RuleLine(rule, settings.is_on(rule), settings.days(rule), RULES[rule].days)
                for rule in CHANGEABLE
            ),
            kinds=tuple(
                KindLine(
                    kind=kind,
                    minutes=own.get(kind) or self._playbooks.minutes(kind),
                    usual_minutes=self._playbooks.minutes(kind),
                    is_paused=kind in paused,
                    may_pause=_may_pause(kind),
                    open=planned.get(kind, 0),
                )
                for kind in Kind
            ),
        )

    def silence(self, now: Now) -> tuple[tuple[Stage, datetime], ...]:
        """Since when somebody wasn't heard from, by stage, for it to be long (M-44)."""
        settings = cadence_of(self._shop.shop()).settings
        return tuple(moments(silent_since(settings, now.day), now).items())

    # Rules

    def preview(self, now: Now, change: RuleChange) -> RuleEffect:
        """What `change` would do; writes nothing."""
        return RuleEffect(moved=self._moved(now, _checked(change)))

    def change(self, now: Now, clerk_id: int | None, change: RuleChange) -> Changes:
        """The rule, and with it what it planned and nobody moved since."""
        moved = self._moved(now, _checked(change))
        with self._store.action(Did.RULES_CHANGED, now, clerk_id) as unit:
            _keep(unit, change)
            follow(unit, moved)
        return unit.changes(SHOWN)

    def _moved(self, now: Now, change: RuleChange) -> tuple[Moved, ...]:
        before = cadence_of(self._shop.shop())
        after = replace(before, settings=_with(before.settings, change))
        return moved_between(now, before, after, (change.rule,))

    # The days on which the shop is open

    def preview_days(
        self,
        now: Now,
        hours: Sequence[OpenHours] | None = None,
        closing_days: Sequence[ClosingDays] | None = None,
    ) -> RuleEffect:
        """What would move were the shop open on other days; `ShopService.change_shop` does it."""
        moved = off_closed_days(now, cadence_of(self._shop.shop()), hours, closing_days)
        return RuleEffect(moved=moved)

    # Kinds

    def preview_pause(self, now: Now, kind: Kind, paused: bool) -> RuleEffect:
        return RuleEffect(waits=reads.open_by_kind().get(kind, 0) if paused else 0)

    def pause(self, now: Now, clerk_id: int | None, kind: Kind, paused: bool) -> Changes:
        """What is planned of this kind waits, and says why, until it is taken up again."""
        if paused and not _may_pause(kind):
            raise refuse("kind", Why.OUT_OF_RANGE)
        return self._kind(now, clerk_id, kind, paused=paused)

    def take_minutes(self, now: Now, clerk_id: int | None, kind: Kind, minutes: int) -> Changes:
        """How long such a call takes here; as many as the playbook says: as it says."""
        if minutes not in MINUTES:
            raise refuse("minutes", Why.OUT_OF_RANGE)
        own = None if minutes == self._playbooks.minutes(kind) else minutes
        return self._kind(now, clerk_id, kind, minutes=own)

    def _kind(self, now: Now, clerk_id: int | None, kind: Kind, **values: object) -> Changes:
        with self._store.action(Did.RULES_CHANGED, now, clerk_id) as unit:
            unit.update(KindRow, reads.kind_ids()[kind], **values)
        return unit.changes(SHOWN)


def off_closed_days(
    now: Now,
    before: Cadence,
    hours: Sequence[OpenHours] | None,
    closing_days: Sequence[ClosingDays] | None,
) -> tuple[Moved, ...]:
    """What is due on a day that would be closed goes to the next open one. What was moved by an
    older closure stays where it is when that is taken back."""
    calendar = before.calendar
    if hours is not None:
        calendar = replace(calendar, hours=tuple(hours))
    if closing_days is not None:
        calendar = replace(calendar, closing_days=tuple(closing_days))
    if calendar == before.calendar:
        return ()
    moved = moved_between(now, before, replace(before, calendar=calendar))
    return tuple(one for one in moved if not calendar.is_open_day(one.one.due_on))


def moved_between(
    now: Now, before: Cadence, after: Cadence, rules: tuple[Rule, ...] = CHANGEABLE
) -> tuple[Moved, ...]:
    standing = tuple(reads.planned_by(rules, now.day_of))
    taken = reads.places({one.customer_id for one in standing})
    return changed(standing, before, after, now.day, taken)


def follow(unit: Unit, moved: tuple[Moved, ...]) -> None:
    """Within an action: what is planned goes along with the rules."""
    for one in moved:
        if one.to is None:
            close(unit, one.one.id, FollowUpStatus.CLOSED, ClosedWhy.RULE_OFF)
        else:
            move(unit, one.one.id, one.to, None, is_timed=False)


def _may_pause(kind: Kind) -> bool:
    return KINDS[kind].rank not in ALWAYS_FITS


def _checked(change: RuleChange) -> RuleChange:
    if change.rule not in CHANGEABLE:
        raise refuse("rule", Why.UNKNOWN)
    if change.days not in DAYS:
        raise refuse("days", Why.OUT_OF_RANGE)
    return change


def _with(settings: CadenceSettings, change: RuleChange) -> CadenceSettings:
    others = tuple(one for one in settings.overrides if one.rule is not change.rule)
    own = Override(change.rule, change.is_on, change.days)
    return replace(settings, overrides=(*others, own))


def _keep(unit: Unit, change: RuleChange) -> None:
    """No row means: as it comes."""
    days = None if change.days == RULES[change.rule].days else change.days
    row_id = kept.override_ids().get(change.rule)
    if row_id is None:
        unit.insert(CadenceRow, rule=change.rule, is_on=change.is_on, days=days)
    elif change.is_on and days is None:
        unit.delete(CadenceRow, row_id)
    else:
        unit.update(CadenceRow, row_id, is_on=change.is_on, days=days)
