"""Where Tab comes to what is made later: Qt puts that behind everything else in the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(after: QWidget, *widgets: QWidget) -> None:
    """Let Tab come to `widgets`, and to what is in them, right after `after`.

    All of them are in the same window; `after` is something that Tab could come to.
    """
    for widget in widgets:
        for stop in (widget, *widget.findChildren(QWidget)):
            if stop.focusPolicy() is not Qt.FocusPolicy.NoFocus and stop.focusProxy() is None:
                QWidget.setTabOrder(after, stop)
                after = stop


class TabPlace(QWidget):
    """Keeps the place of what is made later. It is never seen, and so never has the keyboard; but
    Qt lets nothing follow a widget that could not have it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def lead_through(self, *widgets: QWidget) -> None:
        tab_through(self, *widgets)
