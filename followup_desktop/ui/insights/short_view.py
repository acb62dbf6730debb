"""In short: the figures, the calls, and whether those who were called come back."""

from PySide6.QtWidgets import QWidget


class ShortView(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
