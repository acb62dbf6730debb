"""Names as people type them: cleaned to keep, folded to find, taken apart for a greeting."""

import unicodedata
from functools import cache, lru_cache

from followup_desktop.domain.symbols import first_symbol

# Cleaning ---------------------------------------------------------------------------------------

_KEPT_FORMAT = frozenset("\u200c\u200d\u200e\u200f")
"""Joiners, which emoji and Persian need, and the two direction marks, which reach only as far as
their neighbours."""


def _is_kept(letter: str) -> bool:
    match unicodedata.category(letter):
        case "Cc" | "Cs":
            return False
        case "Cf":  # among them the bidi overrides, which could turn the rest of a line around
            return letter in _KEPT_FORMAT or "\U000e0020" <= letter <= "\U000e007f"
        case _:
            return True


def clean(text: str) -> str:
    """One line, composed, without control characters and invisible tricks; words as typed.

    Empty when nothing is left that a reader could see. Never shortened: `checks` refuses what is
    too long.
    """
    words = " ".join(text.split())
    kept = "".join(letter for letter in words if _is_kept(letter))
    line = " ".join(unicodedata.normalize("NFC", kept).split())
    return line if any(unicodedata.category(letter)[0] in "LNSP" for letter in line) else ""


def clean_lines(text: str) -> str:
    """The same for notes, line by line; empty lines at both ends go."""
    return "\n".join(clean(line) for line in text.splitlines()).strip("\n")


# Finding ----------------------------------------------------------------------------------------

_LIKE = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "\u0131": "i",  # dotless
        "ŧ": "t",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ŋ": "ng",
        "ĸ": "k",
        "ə": "e",
        # O'Brien, O’Brien and OBrien are one name, and so with every other apostrophe.
        "'": "",
        "’": "",
        "‘": "",
        "\u02bc": "",
        "`": "",
        "\u00b4": "",
    }
)
"""Letters that have no decomposition of their own (ß becomes ss by case folding)."""


def fold(text: str) -> str:
    """Without accents and case, so that "muller" finds "Müller". Folding twice is folding once."""
    return _fold_once(_fold_once(text))


def _fold_once(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.translate(_LIKE).casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return bare.casefold().translate(_LIKE)


def tokens(text: str) -> tuple[str, ...]:
    """The folded words of a text; signs and spaces part them."""
    if text.isascii():  # what is typed most, in a tenth of the time
        return tuple(text.translate(_plain()).split())
    return tuple(_parted(text).split())


def _parted(text: str) -> str:
    return "".join(_letter_or_space(letter) for letter in fold(text))


def _letter_or_space(letter: str) -> str:
    return " " if unicodedata.category(letter)[0] in "PZC" else letter


@cache
def _plain() -> dict[int, str]:
    """What becomes of each letter of ASCII, none of which minds its neighbours."""
    return {code: _parted(chr(code)) for code in range(128)}


def sort_key(name: str) -> str:
    """For lists in alphabetical order: the last word first."""
    words = tokens(name)
    return " ".join((*words[-1:], *words[:-1]))


# Taking apart -----------------------------------------------------------------------------------


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PARTICLES = _words(
    "af al av bin d da dal de del della den der des di do dos du el ibn la las le los ten ter"
    " van von y zu zum zur"
)
_SUFFIXES = _words("jr sr ii iii iv phd md")
_TITLES = _words(
    "mr mrs ms miss mx dr prof sir madam rev mister"
    " mme mlle madame mademoiselle monsieur"
    " herr frau dipl-ing"
    " sra srta señor señora señorita doña sig sigra signor signora signorina dott dottssa"
    " dhr mevr mw pan pani hr fru"
)
_TITLES_BEFORE_ONE_WORD = _words("m sr")
"""The French and the Spanish Mr.; before more than one word they are rather an initial."""


def _bare(word: str) -> str:
    return word.replace(".", "").casefold()


def split_title(text: str) -> tuple[str, str]:
    """ "Mme Beaulieu" → ("Mme", "Beaulieu"). A title is only one when a name is left after it."""
    words = text.split()
    count = 0
    while count < len(words) - 1 and _is_title(words[count], words[count + 1 :]):
        count += 1
    titles = (word[:1].upper() + word[1:] for word in words[:count])
    return " ".join(titles), " ".join(words[count:])


def _is_title(word: str, rest: list[str]) -> bool:
    bare = _bare(word)
    return bare in _TITLES or (
        bare in _TITLES_BEFORE_ONE_WORD and word.endswith(".") and len(rest) == 1
    )


def first_name(name: str) -> str:
    words = name.split()
    return words[0] if words else ""


def last_name(name: str) -> str:
    """With what belongs to it: "van der Berg"; without "Jr."."""
    words = name.split()
    while len(words) > 1 and _bare(words[-1].rstrip(",")) in _SUFFIXES:
        words.pop()
    start = len(words) - 1
    while start > 1 and _bare(words[start - 1]) in _PARTICLES:
        start -= 1
    return " ".join(words[max(start, 0) :]).rstrip(",")


def greeting(name: str, title: str, address_as: str) -> str:
    """How a clerk addresses them: as they like it, by title and last name, or by first name."""
    if address_as:
        return address_as
    return f"{title} {last_name(name)}" if title else first_name(name)


@lru_cache(maxsize=1024)
def initials(name: str) -> str:
    """One or two letters for the round badge; of a name without letters its first symbol."""
    starts = [_from_first_letter(word) for word in name.split()]
    with_letters = [start for start in starts if start]
    if not with_letters:
        return first_symbol(name.strip())
    ends = dict.fromkeys((0, len(with_letters) - 1))
    return "".join(_upper(first_symbol(with_letters[end])) for end in ends)


def _from_first_letter(word: str) -> str:
    for position, letter in enumerate(word):
        if letter.isalnum():
            return word[position:]
    return ""


def _upper(symbol: str) -> str:
    """ß and a few others would become two letters; they stay."""
    upper = symbol.upper()
    return upper if len(upper) == len(symbol) else symbol
