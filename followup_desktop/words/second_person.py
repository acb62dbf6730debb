"""Turning what a clerk noted about somebody into what is said to them.

"Sister's wedding", "his sister's wedding" and "the wedding" are all noted; said is "your sister's
wedding" and "the wedding". These are rules of English. A language without rules of its own says
things as they were noted: `yours` leaves alone what it doesn't understand.
"""

import re

from followup_desktop.words import _

_ABOUT_THEM = ("his ", "her ", "their ", "my ", "own ")
_STANDS_BY_ITSELF = ("your ", "the ", "a ", "an ", "this ", "some ")
_ARTICLES = ("a ", "an ", "the ", "his ", "her ", "their ")
_THEMSELVES = frozenset({"himself", "herself", "themselves", "self", "myself", "me", "own use"})

_THEIRS = re.compile(r"\b(?:his|her|their)\b(?= \w)(?! (?:and|or|at|in|on|for|to|with)\b)")
"""Inside: "a talk at his old school", but not "a dinner with her and Tom"."""

_NAMES_OF_DAYS = (
    "christmas",
    "easter",
    "eid",
    "hanukkah",
    "diwali",
    "passover",
    "ramadan",
    "thanksgiving",
    "new year",
    "valentine",
    "mother’s day",
    "mother's day",
    "father’s day",
    "father's day",
)
"""Occasions that are everybody's: nobody says "your Christmas"."""


def yours(noted: str) -> str:
    """An occasion, or somebody around them, as said to them: "your sister's wedding", "Eli"."""
    text = _bare(noted)
    low = text.lower()
    if not text or low in _THEMSELVES:
        return ""
    if low.startswith(_NAMES_OF_DAYS):
        return text
    for word in _ABOUT_THEM:
        if low.startswith(word):
            return _("your {thing}").format(thing=text[len(word) :])
    if low.startswith(_STANDS_BY_ITSELF):
        return _THEIRS.sub("your", lower_first(text))
    if _is_somebodys_name(text):
        return text
    if _is_by_habit(text):
        text = text[:1].lower() + text[1:]
    return _("your {thing}").format(thing=lower_first(text))


def _is_by_habit(text: str) -> bool:
    first = text.split()[0].lower().replace("’", "'")
    return first.removesuffix("'s") in _CAPITALISED_BY_HABIT


def _is_somebodys_name(text: str) -> bool:
    """Capitalised, and neither an occasion nor a relation: "Eli", "Dana and Eli"."""
    first = text.partition(" ")[0]
    names_one = first[:1].isupper() and not _is_by_habit(text)
    return names_one and (first == text or lower_first(text) == text)


_BY_HABIT = """
    wedding birthday anniversary graduation interview holiday holidays vacation trip honeymoon
    party dinner gala prom ball concert christening baptism communion confirmation funeral meeting
    presentation speech conference work office job everyday commute travel sport sports race
    engagement retirement housewarming reunion
    wife husband partner son daughter mother father mum mom dad sister brother friend boss
    colleague cousin aunt uncle niece nephew grandson granddaughter grandmother grandfather
    fiancé fiancée girlfriend boyfriend neighbour neighbor child children parents baby
"""
_CAPITALISED_BY_HABIT = frozenset(_BY_HABIT.split())


def inside(noted: str) -> str:
    """As it was noted, inside a sentence to a clerk: "for sister's wedding", "for Eli"."""
    text = _bare(noted)
    if text.lower().startswith(_NAMES_OF_DAYS):
        return text
    return text[:1].lower() + text[1:] if text and _is_by_habit(text) else lower_first(text)


def item(noted: str) -> str:
    """What was bought, without an article and without what follows a comma: "navy suit"."""
    text = _bare(noted.split(",")[0])
    low = text.lower()
    for article in _ARTICLES:
        if low.startswith(article) and len(text) > len(article):
            text = text[len(article) :]
            break
    return lower_first(text)


def _bare(noted: str) -> str:
    return " ".join(noted.split()).rstrip(". ")


def lower_first(text: str) -> str:
    """Small at the start, unless the first word looks like a name: "iPhone", "BMW", "Levi's"."""
    text = text.strip()
    first, _space, rest = text.partition(" ")
    is_plain_word = first[:1].isupper() and first[1:] == first[1:].lower()
    is_title_case = any(word[:1].isupper() for word in rest.split())
    if is_plain_word and not is_title_case and "'" not in first and "’" not in first:
        return text[:1].lower() + text[1:]
    return text
