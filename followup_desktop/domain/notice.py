"""What is said about a follow-up that comes up (M-38, M-60)."""

from enum import StrEnum


class Notice(StrEnum):
    """What is said about one due version. Each is said once."""

    SOON = "soon"
    """Of a promise: its time is near."""
    DUE = "due"
