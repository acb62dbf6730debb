"""The public holidays of a country. `holidays` is slow to import, so it waits for the first use."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import cache, partial

from followup_desktop.domain.shop_time import Holidays


def public_holidays(country: str) -> Holidays:
    """For `ShopCalendar`. `country` is ISO 3166 alpha-2; an unknown one has no holidays."""
    return partial(_of_year, country)


def name_of(country: str, day: date) -> str:
    """ "Thanksgiving Day"; empty on any other day."""
    return _names(country, day.year).get(day, "")


def _of_year(country: str, year: int) -> Collection[date]:
    return _names(country, year).keys()


@cache
def _names(country: str, year: int) -> Mapping[date, str]:
    import holidays

    try:
        return dict(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return {}
