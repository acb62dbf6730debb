"""The cadence's rules, changed by the shop: what a change would move is asked first (M-47)."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from followup_desktop.domain.cadence.rules import RULES, CadenceSettings, Override
from followup_desktop.domain.cadence.silence import silent_since
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import Why, refuse
from followup_desktop.domain.kinds import ALWAYS_FITS, KINDS, Kind, Stage
from followup_desktop.domain.rule_book import KindLine, RuleBook, RuleChange, RuleEffect, RuleLine
from followup_desktop.domain.shop import Shop
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.playbooks import Playbooks
from followup_desktop.services.rule_effects import CHANGEABLE, follow, moved_between, of_shop
from followup_desktop.services.rules import cadence_of
from followup_desktop.services.shop import ShopService
from followup_desktop.services.silence_plans import moments
from followup_desktop.store.reads import rule_follow_ups as reads
from followup_desktop.store.reads import rules as kept
from followup_desktop.store.reads.shop import valuable_groups
from followup_desktop.store.rows import CadenceRow, KindRow
from followup_desktop.store.store import Store
from followup_desktop.store.unit import Unit

SHOWN = Changed.SHOP | Changed.FOLLOW_UPS | Changed.CUSTOMERS
DAYS = range(-30, 1096)
MINUTES = range(1, 121)


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
        return self._effect(now, _checked(change))

    def change(self, now: Now, clerk_id: int | None, change: RuleChange) -> Changes:
        """The rule, and with it what it planned and nobody moved since."""
        effect = self._effect(now, _checked(change))
        with self._store.action(Did.RULES_CHANGED, now, clerk_id) as unit:
            _keep(unit, change)
            follow(unit, effect)
        return unit.changes(SHOWN)

    def _effect(self, now: Now, change: RuleChange) -> RuleEffect:
        before = cadence_of(self._shop.shop())
        after = replace(before, settings=_with(before.settings, change))
        return RuleEffect(moved=moved_between(now, before, after, (change.rule,)))

    # What isn't a rule by itself, and moves what rules planned

    def preview_shop(self, now: Now, **values: Any) -> RuleEffect:
        """What `ShopService.change_shop` would do: other hours, closing days, another country."""
        return self._between(now, self._shop.as_changed(**values))

    def preview_preferences(self, now: Now, **preferences: object) -> RuleEffect:
        """What `ShopService.prefer` would do: the first sales, the tries, who is loyal, holidays,
        the calling hours."""
        return self._between(now, self._shop.as_preferred(**preferences))

    def _between(self, now: Now, after: Shop) -> RuleEffect:
        return of_shop(now, self._shop.shop(), after, valuable_groups())

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
