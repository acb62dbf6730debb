"""The domain's rules as they hold for this shop: its days, its cadence, when it may call."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from followup_desktop import paths
from followup_desktop.domain import calling_rules
from followup_desktop.domain.calling_rules import NOT_CHOSEN, CallingRules
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.shop import Shop
from followup_desktop.domain.shop_time import Holidays, ShopCalendar, no_holidays
from followup_desktop.services.kept_holidays import holidays_in
from followup_desktop.services.playbooks import Playbooks
from followup_desktop.store.reads import rules as reads

if TYPE_CHECKING:
    # Late: the day's list plans nothing.
    from followup_desktop.domain.cadence.planning import Cadence


@cache
def calling_regions() -> Mapping[str, CallingRules]:
    """Every preset by its code, the careful default first."""
    return calling_rules.parse((paths.resources() / "calling_rules.toml").read_text("utf-8"))


def region_of(shop: Shop) -> CallingRules:
    """A region that this program doesn't know is one that wasn't chosen."""
    regions = calling_regions()
    return regions.get(shop.preferences.calling_region, regions[NOT_CHOSEN])


def holidays_of(shop: Shop) -> Holidays:
    return holidays_in(shop.country) if shop.preferences.holidays else no_holidays


def calendar_of(shop: Shop) -> ShopCalendar:
    return ShopCalendar(
        hours=shop.hours,
        closing_days=shop.closing_days,
        holidays=holidays_of(shop),
        follow_up_times=shop.preferences.follow_up_times,
    )


def calling_calendar_of(shop: Shop) -> ShopCalendar:
    """When region and shop allow calls; not on its holidays, even where the shop is open then."""
    return region_of(shop).calendar(holidays_in(shop.country), shop.preferences)


def cadence_of(shop: Shop) -> "Cadence":
    """The shop's days and its rules, for everything that plans."""
    from followup_desktop.domain.cadence.planning import Cadence
    from followup_desktop.domain.cadence.rules import CadenceSettings

    return Cadence(
        calendar_of(shop),
        CadenceSettings(
            overrides=reads.overrides(),
            first_n_sales=shop.preferences.first_n_sales,
            max_tries=shop.preferences.max_tries,
            cap=region_of(shop).cap,
            asks_permission=region_of(shop).asks_permission,
        ),
    )


class Minutes(Mapping[Kind, int]):
    """How long each kind takes: as the shop says, else as its playbook does. A playbook is read
    when its kind is asked for, and asked once: make one for each look at the list."""

    def __init__(self, own: Mapping[Kind, int], playbooks: Playbooks) -> None:
        self._known = dict(own)
        self._playbooks = playbooks

    def __getitem__(self, kind: Kind) -> int:
        if kind not in self._known:
            self._known[kind] = self._playbooks.minutes(kind)
        return self._known[kind]

    def __iter__(self) -> Iterator[Kind]:
        return iter(Kind)

    def __len__(self) -> int:
        return len(Kind)
