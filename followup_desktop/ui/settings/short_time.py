"""A time field that is just as wide as a time, at whatever text size."""

from datetime import time

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.dates import TimeField
from followup_desktop.ui.kit.tokens import Space, TextRole
from followup_desktop.words.days import writer

_WIDE = time(22, 58)


class ShortTime(TimeField):
    def __init__(self, parent: QWidget, *, name: str, value: time | None = None) -> None:
        super().__init__(parent, name=name, value=value)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # Qt's own

    def sizeHint(self) -> QSize:
        text = theme.metrics(TextRole.BODY).horizontalAdvance(writer().time(_WIDE))
        return QSize(text + 2 * Space.LARGE + Space.SMALL, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
