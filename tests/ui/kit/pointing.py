"""A pointer that rests on a list."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QTextDocumentFragment
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolTip
from pytestqt.qtbot import QtBot


def tooltip_at(qtbot: QtBot, view: QAbstractItemView, place: QPoint) -> str:
    """What the tooltip says that comes up; "" where none does."""
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())  # it stays for a while
    on_screen = view.viewport().mapToGlobal(place)
    rests = QHelpEvent(QEvent.Type.ToolTip, place, on_screen)
    QApplication.sendEvent(view.viewport(), rests)
    if not QToolTip.isVisible():
        return ""
    return QTextDocumentFragment.fromHtml(QToolTip.text()).toPlainText()
