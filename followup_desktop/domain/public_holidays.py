"""The public holidays of a country. `holidays` is slow to import, so it waits for the first use."""

from collections.abc import Collection
from datetime import date
from functools import cache, partial

from followup_desktop.domain.shop_time import Holidays


def public_holidays(country: str) -> Holidays:
    """For `ShopCalendar`. `country` is ISO 3166 alpha-2; an unknown one has no holidays."""
    return partial(_of_year, country)


@cache
def _of_year(country: str, year: int) -> Collection[date]:
    import holidays

    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()
