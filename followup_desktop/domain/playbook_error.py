"""What can be wrong with a playbook, as a code that `words.py` turns into a sentence."""

from enum import StrEnum


class PlaybookFault(StrEnum):
    """Why a playbook was refused."""

    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    """The file could not be read, or is not UTF-8 text."""
    TOO_BIG = "too_big"
    NOT_TOML = "not_toml"
    MISSING = "missing"
    """A key that every playbook has isn't there."""
    UNKNOWN_KEY = "unknown_key"
    WRONG_TYPE = "wrong_type"
    """A text where a number belongs, a table where a list belongs, and so on."""
    UNKNOWN_CODE = "unknown_code"
    """Not one of the closed list that belongs here: kinds, purposes, detours, parts."""
    DISAGREES = "disagrees"
    """Says something else than what is fixed about its kind, or is for another kind."""
    OUT_OF_RANGE = "out_of_range"
    """Too few or too many, too short or too long."""
    DUPLICATE = "duplicate"
    NOT_ONE_LINE = "not_one_line"
    """A wording with line breaks, doubled spaces, or spaces around it."""
    STRAY_BRACE = "stray_brace"
    UNKNOWN_FACT = "unknown_fact"
    NO_FALLBACK = "no_fallback"
    """A wording with a fact that may miss, and nothing to say when it does."""
    FACT_NOT_HERE = "fact_not_here"
    """A fact that may not be told here: to a machine, to somebody else, or to the clerk."""
    BRIDGE_MISSING = "bridge_missing"
    NO_NAME_IN_OPENING = "no_name_in_opening"
    """The opening must name the clerk and the shop."""
    NO_NEED_ASKED = "no_need_asked"
    """A suggestion to buy in a script that never listens for a need (M-78)."""


class PlaybookError(Exception):
    """A playbook that can't be used.

    `where` is the path of the offending entry, counted from 1 ("lines.3.cue"), empty for the file
    as a whole; `what` is the offending piece itself, cut to a length that can be shown.
    """

    def __init__(self, code: PlaybookFault, where: str = "", what: object = "") -> None:
        shown = str(what)
        self.code = code
        self.where = where
        self.what = shown if len(shown) <= 80 else shown[:79] + "…"
        super().__init__(f"{code} at {where or 'the file'}: {self.what}")

    def within(self, where: str) -> "PlaybookError":
        """The same fault in a playbook that stands at `where` in a larger file."""
        inner = f"{where}.{self.where}" if self.where else where
        return PlaybookError(self.code, inner, self.what)
