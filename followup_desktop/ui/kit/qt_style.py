"""Which of Qt's styles the look is made for. By itself, for it is said before the first paint."""

QT_STYLE = "Fusion"

STYLED = "followup_style"
"""The property of an application that wears it already."""
