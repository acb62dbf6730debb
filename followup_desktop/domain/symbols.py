"""What a reader sees as one symbol: a letter with its accents, a family of four emoji, a flag."""

import unicodedata

_JOINER = "\u200d"
_KEYCAP = "\u20e3"


def first_symbol(text: str) -> str:
    """The first symbol of `text`, whole: the main rules of Unicode's grapheme clusters (UAX 29)."""
    end = min(1, len(text))
    if _is_flag_half(text[:1]) and _is_flag_half(text[1:2]):
        end = 2
    while end < len(text):
        if text[end] == _JOINER and end + 1 < len(text):
            end += 2
        elif _continues(text[end]):
            end += 1
        else:
            break
    return text[:end]


def _is_flag_half(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def _continues(letter: str) -> bool:
    return (
        unicodedata.category(letter) in ("Mn", "Mc", "Me")
        or letter in (_JOINER, _KEYCAP)
        or "\U0001f3fb" <= letter <= "\U0001f3ff"
        or "\U000e0020" <= letter <= "\U000e007f"
    )
