"""Sizes that follow the text, so that it is never cut at 150 %."""

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.tokens import TextRole

_CONTROL_PADDING = 18
_LARGE_PADDING = 28


def control_height(*, large: bool = False) -> int:
    """The height shared by buttons, choices and fields that stand in one row."""
    line = theme.metrics(TextRole.BUTTON).height()
    return line + (_LARGE_PADDING if large else _CONTROL_PADDING)


def chars(count: float, role: TextRole = TextRole.BODY) -> int:
    """A width that takes about `count` letters of `role`."""
    return round(theme.metrics(role).averageCharWidth() * count)
