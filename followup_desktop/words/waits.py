"""Why a follow-up waits, in two or three words: for a row of the list, and for the card (M-47)."""

from datetime import date, datetime

from followup_desktop.domain.today import Waits
from followup_desktop.words import N_, _, days

_SHORT = {
    Waits.THEIR_NIGHT: N_("closed hours there, until {time}"),
    Waits.TALKED_LATELY: N_("talked lately, until {time}"),
    Waits.TRIED_TODAY: N_("tried today"),
    Waits.TRIED_OFTEN: N_("tried often, until {time}"),
    Waits.RESTS: N_("in peace until {time}"),
    Waits.DECLINED: N_("said no lately, until {time}"),
    Waits.PAUSED: N_("put aside"),
    Waits.DONT_CALL: N_("please don’t call"),
    Waits.NO_PERMISSION: N_("no permission yet"),
    Waits.GOOD_TIME: N_("good from {time}"),
}


def short(why: Waits, until: datetime | None, today: date) -> str:
    """ "tried today", "in peace until 3 Feb"; until when alone where that says enough."""
    if until is None:
        return _(_SHORT[why]).format(time=_("later")) if why in _SHORT else _("waits")
    pattern = _(_SHORT[why]) if why in _SHORT else _("waits until {time}")
    return pattern.format(time=moment(until, today))


_WITHHELD = {
    Waits.DONT_CALL: N_("They asked not to be called: only what serves them is planned."),
    Waits.NO_PERMISSION: N_(
        "Only what serves them is planned, until they say that we may call. Ask them."
    ),
}


def withheld(why: Waits | None) -> str:
    """Why a plan holds nothing but service (M-28)."""
    return "" if why is None else _(_WITHHELD[why])


def moment(at: datetime, today: date) -> str:
    """A time today, or another day."""
    if at.date() == today:
        return days.writer().time(at.time())
    return days.near_day(at.date(), today)
