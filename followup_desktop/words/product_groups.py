"""Product groups as a line, and their times to renew."""

from followup_desktop.domain.product_group import ProductGroup
from followup_desktop.words import _, ngettext

A_YEAR = 12


def detail(group: ProductGroup) -> str:
    """ "34 sold · time to renew after 2 years · valuable"."""
    parts = [ngettext("{count} sold", "{count} sold", group.items).format(count=group.items)]
    if group.renew_months is not None:
        parts.append(_("time to renew after {time}").format(time=time(group.renew_months)))
    if group.is_valuable:
        parts.append(_("valuable"))
    return " · ".join(parts)


def tip(group: ProductGroup) -> str:
    """How to make it last, or that nobody has said."""
    return group.care_tip or _("No care tip yet")


def renew(months: int | None) -> str:
    """A choice of the form."""
    return _("Never") if months is None else _("After {time}").format(time=time(months))


def time(months: int) -> str:
    """ "2 years", "18 months"."""
    years, rest = divmod(months, A_YEAR)
    if years and not rest:
        return ngettext("{count} year", "{count} years", years).format(count=years)
    return ngettext("{count} month", "{count} months", months).format(count=months)
