"""Playbooks in words: their facts, the people of the preview, what they are for."""

from followup_desktop.domain.facts import ALWAYS_KNOWN, Facts
from followup_desktop.domain.kinds import ContactType, LinePart, Purpose
from followup_desktop.domain.playbook_parts import Line
from followup_desktop.domain.playbook_preview import Known
from followup_desktop.words import N_, _, ngettext
from followup_desktop.words import call as call_words

_CONTACT_TYPES = {
    ContactType.REFERRAL: N_("Referral"),
    ContactType.SERVICE: N_("Looking after"),
    ContactType.UPDATE: N_("News and updates"),
    ContactType.HARD_TO_REACH: N_("Hard to reach"),
    ContactType.THANKS: N_("Thanks"),
}

FACTS = {
    "greeting": N_("how to address them"),
    "first_name": N_("first name"),
    "clerk": N_("your name"),
    "shop": N_("shop’s name"),
    "item": N_("item"),
    "items": N_("everything bought"),
    "product_group": N_("product group"),
    "bought_when": N_("when it was bought"),
    "occasion": N_("occasion"),
    "occasion_date": N_("day of the occasion"),
    "for_whom": N_("whom it is for"),
    "tip": N_("care tip"),
    "looked_at": N_("what they looked at"),
    "held_back": N_("what held them back"),
    "person": N_("somebody around them"),
    "last_words": N_("their own words"),
    "say_it_like": N_("how to say their name"),
    "service_person": N_("who works on it"),
    "manager": N_("manager"),
    "promised": N_("what was promised"),
    "promised_date": N_("promised day"),
    "promised_time": N_("promised time"),
    "order_state": N_("where the order stands"),
    "still_with_us": N_("where it is, while they wait for it"),
    "new_date": N_("new day"),
    "problem": N_("what is wrong"),
    "referrer": N_("who sent them"),
    "referred": N_("whom they sent"),
    "came_of_it": N_("what came of it"),
    "new_thing": N_("new arrival"),
    "months": N_("how long it has been"),
    "date_name": N_("special day"),
    "tries": N_("how often you tried"),
}
"""In the order of the menu that puts one into a sentence."""

_KNOWN = {
    Known.MUCH: N_("Much is known"),
    Known.LITTLE: N_("Little is known"),
    Known.GIFT: N_("A gift"),
    Known.WAITING: N_("Still waiting"),
}

_PARTS = {
    LinePart.WHAT: N_("What you want to say"),
    LinePart.HOW: N_("How you will say it"),
}


def contact_type(contact_type: ContactType) -> str:
    return _(_CONTACT_TYPES[contact_type])


def service_or_marketing(is_marketing: bool) -> str:
    """What the calling rules of the region ask about (M-77)."""
    return _("Marketing") if is_marketing else _("Service")


def minutes(count: int) -> str:
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)


def fact(name: str) -> str:
    """Its name in menus and lists: "item"; an unknown one by what was typed."""
    return _(FACTS[name]) if name in FACTS else name


def known(known: Known) -> str:
    """The invented customer of the preview."""
    return _(_KNOWN[known])


def part(part: LinePart) -> str:
    return _(_PARTS[part])


def purpose(purpose: Purpose) -> str:
    """Its name, where it isn't offered for choosing."""
    if purpose is Purpose.OWN_WORDS:
        return _("In your own words")
    return call_words.purpose(purpose)


def purposes(line_purposes: frozenset[Purpose]) -> str:
    """ "A referral · Learn"; every purpose when there are none."""
    named = [purpose(one) for one in Purpose if one in line_purposes]
    return " · ".join(named) if named else _("For every purpose")


def said_when(line: Line) -> tuple[str, ...]:
    """What is special about a line."""
    marks = {
        _("hears a need"): line.hears_need,
        _("only after a need"): line.only_after_need,
        _("how to make it last"): line.tip,
        _("once they have it"): line.once_in_hand,
        _("while they wait for it"): line.while_waiting,
    }
    return tuple(words for words, holds in marks.items() if holds)


def not_known(names: frozenset[str]) -> str:
    """Why a line says what it says instead of its first words."""
    missing = ", ".join(fact(name) for name in FACTS if name in names - ALWAYS_KNOWN)
    return _("Not known: {facts}").format(facts=missing) if missing else ""


def sample(shop: str, clerk: str, known: Known) -> Facts:
    """Somebody plainly invented, of whom much or little is known."""
    little = Facts(
        greeting=_("Mrs. Example"),
        clerk=clerk or _("your name"),
        shop=shop or _("your shop"),
        for_whom=_("your son") if known is Known.GIFT else None,
    )
    if known is Known.LITTLE:
        return little
    return _much(little, _("in the workroom") if known is Known.WAITING else None)


def _much(little: Facts, still_with_us: str | None) -> Facts:
    return Facts(
        greeting=little.greeting,
        clerk=little.clerk,
        shop=little.shop,
        for_whom=little.for_whom,
        first_name=_("Eve"),
        say_it_like=_("EX-am-pel"),
        person=_("Dana"),
        last_words=_("something I can forget I’m wearing"),
        service_person=_("Aldo"),
        manager=_("Ruth"),
        item=_("navy suit"),
        items=_("navy suit and two white shirts"),
        product_group=_("suits"),
        bought_when=_("yesterday"),
        still_with_us=still_with_us,
        occasion=_("your sister’s wedding"),
        occasion_date=_("Saturday 28 November"),
        tip=_("give it a day’s rest between two wearings"),
        looked_at=_("camel coat"),
        held_back=_("the sleeves felt long"),
        promised=_("the hem let down a little"),
        promised_date=_("Friday 20 November"),
        promised_time=_("half past ten"),
        order_state=_("at the tailor’s"),
        new_date=_("Tuesday 24 November"),
        problem=_("a seam came open"),
        referrer=_("Jun Sample"),
        referred=_("Kenji Sample"),
        came_of_it=_("came in to see us"),
        new_thing=_("unlined jackets for spring"),
        months=_("about eight months"),
        date_name=_("your birthday"),
        tries=_("twice"),
    )
