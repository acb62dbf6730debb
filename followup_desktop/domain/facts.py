"""The facts a script may speak of, worded so that they fit into a sentence said to the customer.

A fact is a piece of a sentence, not a value: services and `words` make it from the card. How each
one must be worded stands beside its field, since every playbook relies on it.
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class MoreTip:
    """How to make something else of the purchase last (M-79), as it is said."""

    item: str
    tip: str
    words: str
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known when a call is planned. None, or only blanks, means: not known."""

    greeting: str
    """How the clerk addresses them: "Mr. Libin", "Jun"."""
    clerk: str
    """The clerk's name as said on the telephone."""
    shop: str

    first_name: str | None = None
    say_it_like: str | None = None
    """How their name is pronounced: "LIB-in"."""
    person: str | None = None
    """Somebody around them, as one says it to them: "Dana", or "your wife" without a name."""
    last_words: str | None = None
    """Something they said, in their own words, without quotation marks."""
    service_person: str | None = None
    """Whom they met for the work on it: "Aldo"."""
    manager: str | None = None
    """Who takes a call that a customer wants with a manager."""

    item: str | None = None
    """The main thing bought, without an article: "navy suit", "grey trousers"."""
    items: str | None = None
    """Everything of that purchase: "navy suit and two white shirts"."""
    product_group: str | None = None
    """In the plural: "suits"."""
    bought_when: str | None = None
    """"yesterday", "two weeks ago"."""
    occasion: str | None = None
    """What it is for, fit to follow "for": "your sister's wedding"."""
    occasion_date: str | None = None
    """Never relative, and without "on": "Saturday 28 November". So are all the dates here."""
    for_whom: str | None = None
    """Whom it was bought for: "Eli", "your son". None when they bought it for themselves."""
    tip: str | None = None
    """A care tip for the item, fit to follow a colon."""
    more_tips: tuple[MoreTip, ...] = ()
    """For the other things, a line of its own each; no playbook names them."""

    looked_at: str | None = None
    """What they looked at without buying it, without an article: "grey overcoat"."""
    held_back: str | None = None
    """What kept them from it, as noted; said after a colon."""

    promised: str | None = None
    """What was promised, as noted; said after a colon."""
    promised_date: str | None = None
    """As it stands now: for an order whose date was moved, the new one."""
    promised_time: str | None = None
    """"10:30", "half past ten"."""
    order_state: str | None = None
    """Where the order stands, fit to follow a colon: "at the tailor's"."""
    still_with_us: str | None = None
    """Where the thing is that they bought and don't have yet: "in the workroom"."""
    new_date: str | None = None
    """The date that replaces a promised one, once somebody has recorded it."""
    problem: str | None = None
    """What is wrong, as noted; said after a colon."""

    referrer: str | None = None
    """Who named this customer to us."""
    referred: str | None = None
    """Whom this customer named to us."""
    came_of_it: str | None = None
    """What came of that, fit to follow the name; never what they bought: "came in to see us"."""

    new_thing: str | None = None
    """What has come in, fit to follow a colon: "unlined jackets for spring"."""
    months: str | None = None
    """How long it has been, fit to follow "it's been": "about eight months"."""
    date_name: str | None = None
    """The date of theirs, as one says it to them: "your birthday"."""
    tries: str | None = None
    """How often they were tried: "twice", "three times"."""

    def __post_init__(self) -> None:
        """Raise ValueError when an always-known fact is blank: a line would be left with a hole."""
        for name in sorted(ALWAYS_KNOWN):
            if self.known(name) is None:
                raise ValueError(f"the fact {name!r} is always known, and may not be blank")

    def known(self, name: str) -> str | None:
        """The fact on one line, or None when it is not known."""
        value: str | None = getattr(self, name)
        return " ".join(value.split()) or None if value is not None else None


ALWAYS_KNOWN = frozenset({"greeting", "clerk", "shop"})
"""Facts no call is without; only these may stand in the wording that is used when others miss."""

FACT_NAMES = frozenset(field.name for field in fields(Facts)) - {"more_tips"}

SAID_TO_THEM = frozenset({"occasion", "for_whom", "person", "date_name"})
"""Facts worded for the customer's ear ("your wedding"), out of place in what the clerk is told."""

DISCREET = ALWAYS_KNOWN | {"first_name", "promised_date", "promised_time", "manager"}
"""All that may be said to a machine or to somebody else: it may have been a gift (M-34)."""

ASKABLE = frozenset(
    {"person", "item", "occasion", "occasion_date", "looked_at", "held_back", "last_words"}
)
"""Facts that a customer can tell us, and so are worth asking for when they miss (M-6)."""
