"""One slip of the finger in a word: a letter too many, missing, wrong, or two swapped.

Two words that are one slip apart become the same when each loses at most one letter. So whatever
the script, there is no more to look for than a word has letters.
"""

LENGTHS = range(2, 42)
"""Letters of a word that is found in spite of a slip."""


def cuts(word: str) -> set[str]:
    """The word, and what is left of it without one of its letters."""
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


def is_one_slip(typed: str, word: str) -> bool:
    """Whether somebody who typed this may have meant that word."""
    same = 0
    for one, other in zip(typed, word, strict=False):
        if one != other:
            break
        same += 1
    rest, other_rest = typed[same:], word[same:]
    return (
        rest != other_rest
        and (
            rest[1:] in (other_rest, other_rest[1:])  # too many, wrong
            or rest == other_rest[1:]  # missing
            or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])  # swapped
        )
    )


def is_one_slip_begun(typed: str, word: str) -> bool:
    """Whether somebody who typed this may have meant the beginning of that word."""
    lengths = range(len(typed) - 1, len(typed) + 2)
    return any(is_one_slip(typed, word[:length]) for length in lengths)
