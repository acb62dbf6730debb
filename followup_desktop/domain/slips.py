"""One slip of the finger in a word: a letter too many, missing, wrong, or two swapped."""

_SCRIPTS = tuple(
    "".join(map(chr, range(first, last + 1)))
    for first, last in (
        (0x61, 0x7A),  # Latin, after folding
        (0x30, 0x39),
        (0x3B1, 0x3C9),  # Greek
        (0x430, 0x45F),  # Cyrillic
        (0x561, 0x586),  # Armenian
        (0x5D0, 0x5EA),  # Hebrew
        (0x621, 0x64A),  # Arabic
        (0x905, 0x939),  # Devanagari
        (0xE01, 0xE2E),  # Thai
        (0x10D0, 0x10F0),  # Georgian
        (0x1100, 0x1112),  # Hangul, which folding takes apart into its letters
        (0x1161, 0x1175),
        (0x11A8, 0x11C2),
        (0x3041, 0x3096),  # Hiragana
        (0x30A1, 0x30FA),  # Katakana
    )
)
"""The letters of each script that has few enough to try them all. In any other a slip is only
looked for among the letters that are there."""


def one_slip_away(word: str) -> set[str]:
    """Every folded word that becomes `word` by one slip."""
    letters = _letters_of(word)
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    found = {before + after[1:] for before, after in cuts if after}
    found.update(before + after[1] + after[0] + after[2:] for before, after in cuts if after[1:])
    found.update(before + new + after for before, after in cuts for new in letters)
    found.update(before + new + after[1:] for before, after in cuts if after for new in letters)
    found.discard(word)
    found.discard("")
    return found


def _letters_of(word: str) -> str:
    if word.isascii() and word.isalpha():
        return _SCRIPTS[0]
    return "".join(script for script in _SCRIPTS if any(letter in script for letter in word))
