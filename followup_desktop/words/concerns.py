"""The ten concerns in words: what is counted for each, and what nobody can count (M-72)."""

from followup_desktop.domain.insights.concerns import Concern
from followup_desktop.domain.insights.share import Share
from followup_desktop.words import N_, _, in_short

_TITLES = {
    Concern.PROMISED_CALLS: N_("Promised calls"),
    Concern.NUMBERS_AND_TIMES: N_("Contact numbers and best times"),
    Concern.AUTHORITY: N_("Somebody in authority"),
    Concern.APPRECIATION: N_("Appreciation"),
    Concern.NO_WAITING: N_("No waiting"),
    Concern.CARE: N_("Costs and care advice"),
    Concern.TOLD_PROMPTLY: N_("Told promptly"),
    Concern.OWNED_UP: N_("Owned up"),
    Concern.PERSONALLY: N_("Politely and personally"),
    Concern.HONEST_DATES: N_("Honest dates"),
}
_COUNTED = {
    Concern.PROMISED_CALLS: N_("Promises kept by their day"),
    Concern.NUMBERS_AND_TIMES: N_("Buyers: number and good times known"),
    Concern.AUTHORITY: N_("Asked for a manager, heard from one"),
    Concern.APPRECIATION: N_("Purchases: in touch within two weeks"),
    Concern.NO_WAITING: N_("Called back, put right, by the day told"),
    Concern.CARE: N_("Talks: the tip that was ready, given"),
    Concern.TOLD_PROMPTLY: N_("Late orders told by the next open day"),
    Concern.OWNED_UP: N_("What went wrong, owned and talked about"),
    Concern.PERSONALLY: N_("In touch by voice, or as they like best"),
    Concern.HONEST_DATES: N_("Orders ready by the day first promised"),
}
_MORE = {
    Concern.PROMISED_CALLS: N_(
        "Every promise counts in the month of its day, once that day is over. One that was taken"
        " back in time is left out; one that was moved in time counts by its new day."
    ),
    Concern.NUMBERS_AND_TIMES: N_(
        "Everybody who bought in the month, by what stands on their card today. Whether they have"
        " your number and your best times, Followup can’t see: ask yourselves once a month."
    ),
    Concern.AUTHORITY: N_(
        "Problems for which somebody wanted the manager: a manager talked to them since, or took it"
        " on, said how, or solved it."
    ),
    Concern.APPRECIATION: N_(
        "A talk or a message that reached them after they bought, counted once the two weeks are"
        " over. Whoever asked not to be called is left out. Whether they felt thanked, Followup"
        " can’t see."
    ),
    Concern.NO_WAITING: N_(
        "Those who asked to be called back, and problems that were to be right by a day: did it"
        " happen by then? Who waits at the counter, Followup can’t see."
    ),
    Concern.CARE: N_(
        "Talks whose plan had a line on how to make it last: was it ticked? What is said about"
        " costs, Followup can’t see: ask yourselves once a month."
    ),
    Concern.TOLD_PROMPTLY: N_(
        "From the day the shop knew that an order would be late. They should hear it from you by"
        " the end of the next day that the shop is open."
    ),
    Concern.OWNED_UP: N_(
        "Problems that somebody took on and said how they are put right, and promises that were"
        " missed and then talked about with the customer. Whether somebody said sorry, Followup"
        " can’t hear."
    ),
    Concern.PERSONALLY: N_(
        "Everybody you were in touch with: a talk on the telephone or in the shop, or a message to"
        " somebody who prefers those. Whether it was polite, Followup can’t hear: ask yourselves"
        " once a month."
    ),
    Concern.HONEST_DATES: N_(
        "Ready and complete by the first day they were promised, wherever it was moved to. An order"
        " that was cancelled before its day is left out."
    ),
}


def title(concern: Concern) -> str:
    return _(_TITLES[concern])


def counted(concern: Concern) -> str:
    """In a few words, under the title."""
    return _(_COUNTED[concern])


def more(concern: Concern) -> str:
    """Exactly, with what Followup can't see."""
    return _(_MORE[concern])


def share(share: Share) -> str:
    if not share.of:
        return _(in_short.NONE)
    return in_short.of(share)


def in_percent(share: Share) -> str:
    """Where the numbers are too long for their place."""
    return in_short.share(share)


def spoken(concern: Concern, month: str, share: Share) -> str:
    """A field, read aloud: whose it is and what is counted."""
    count = in_short.of(share) if share.of else _("nothing to count")
    return _("{concern}, {month}: {count}").format(concern=title(concern), month=month, count=count)
