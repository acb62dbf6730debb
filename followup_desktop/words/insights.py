"""Insights in words (M-67 … M-74)."""

from followup_desktop.domain.insights.asked import Period, Whose
from followup_desktop.words import N_, _

_PERIODS = {
    Period.FOUR_WEEKS: N_("4 weeks"),
    Period.TWELVE_WEEKS: N_("12 weeks"),
    Period.YEAR: N_("A year"),
    Period.ALL: N_("All"),
}
_SHOPS = {
    Period.FOUR_WEEKS: N_("The shop, last 4 weeks"),
    Period.TWELVE_WEEKS: N_("The shop, last 12 weeks"),
    Period.YEAR: N_("The shop, last 12 months"),
    Period.ALL: N_("The shop, from the beginning"),
}
_ONES_OWN = {
    Period.FOUR_WEEKS: N_("{clerk}’s own, last 4 weeks"),
    Period.TWELVE_WEEKS: N_("{clerk}’s own, last 12 weeks"),
    Period.YEAR: N_("{clerk}’s own, last 12 months"),
    Period.ALL: N_("{clerk}’s own, from the beginning"),
}


def period(period: Period) -> str:
    return _(_PERIODS[period])


def whose(whose: Whose) -> str:
    return _("Everyone") if whose is Whose.SHOP else _("Only mine")


def subtitle(period: Period, whose: Whose, clerk: str) -> str:
    """Under the page's name: whose numbers, of which time."""
    if whose is Whose.SHOP:
        return _(_SHOPS[period])
    return _(_ONES_OWN[period]).format(clerk=clerk)
