"""Where a customer stands with the shop (method.md, "Words")."""

from dataclasses import dataclass
from datetime import date

from followup_desktop.domain.kinds import Stage
from followup_desktop.domain.partial_dates import years_before
from followup_desktop.domain.shop import Preferences


@dataclass(frozen=True, slots=True)
class Loyalty:
    """What makes somebody loyal, as the shop has set it."""

    purchases: int
    """At least two."""
    first_bought_by: date
    """Or bought since that day, and more than once."""
    referrals: int
    """Or so many whom they sent have bought."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a customer's stage follows from."""

    purchases: int = 0
    first_bought_on: date | None = None
    sent: int = 0
    """People they sent, who bought."""


def loyalty(preferences: Preferences, today: date) -> Loyalty:
    return Loyalty(
        preferences.loyal_after,
        years_before(today, preferences.loyal_years),
        preferences.loyal_referrals,
    )


def stage_of(record: Record, by: Loyalty) -> Stage:
    """Whoever never bought is a prospect, whomever they sent."""
    if record.purchases <= 0:
        return Stage.PROSPECT
    if record.purchases >= by.purchases or record.sent >= by.referrals or _by_years(record, by):
        return Stage.LOYAL
    return Stage.FIRST_PURCHASE if record.purchases == 1 else Stage.CUSTOMER


def _by_years(record: Record, by: Loyalty) -> bool:
    first = record.first_bought_on
    return record.purchases > 1 and first is not None and first <= by.first_bought_by
