"""The world's errors: told plainly to the clerk, nothing lost.

A bug is any other exception.
"""

from enum import StrEnum


class Trouble(StrEnum):
    """What the world can do to us."""

    DISK_FULL = "disk_full"
    CANNOT_WRITE = "cannot_write"
    LOCKED = "locked"
    DAMAGED = "damaged"
    NOT_OURS = "not_ours"
    NEWER = "newer"
    NO_SHOP = "no_shop"
    """The folder holds no shop, or one whose first start isn't finished."""
    SQLITE_TOO_OLD = "sqlite_too_old"
    BACKUP_FAILED = "backup_failed"
    CHANGED_SINCE = "changed_since"
    """Undo: the row was changed again after the action."""
    GONE = "gone"
    """What was asked for is no longer there."""
    BAD_VALUE = "bad_value"
    """A value that cannot be kept; `field` says which, `why` the code of the reason."""


class WorldError(Exception):
    """Something outside the program went wrong, or a person typed what cannot be kept.

    Holds codes and paths, never a customer's data, so that it may be logged.
    `words.troubles` says it to a clerk.
    """

    def __init__(
        self, trouble: Trouble, *, where: str = "", field: str = "", why: str = ""
    ) -> None:
        super().__init__(trouble.value, where, field, why)
        self.trouble = trouble
        self.where = where
        self.field = field
        self.why = why
