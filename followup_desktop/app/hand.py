"""A hand that uses the real window as a clerk does: types, presses, looks. For the tour."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

_W = TypeVar("_W", bound=QWidget)
_LATER = 200
"""Milliseconds in which a preview follows what was typed."""
_SETTLED = 6
"""Rounds of the event loop after which layouts that follow one another have come to rest."""

_PATIENCE = 60_000
"""Milliseconds after which something that was to come doesn't come any more."""


class NotThere(Exception):
    """What the hand was to touch isn't in sight; `str` names it."""


class Hand:
    def __init__(self, window: QWidget, pictures: Path, count: int = 0) -> None:
        self._window = window
        self._pictures = pictures
        self.count = count
        """Pictures taken so far."""

    def see(self, name: str, kind: type[_W] = QWidget) -> _W:  # type: ignore[assignment]
        """The visible widget of that objectName; the topmost, where a sheet has one too."""
        self.rest()
        found = [one for one in self._window.findChildren(kind, name) if one.isVisible()]
        if not found:
            raise NotThere(name)
        return found[-1]

    def press(self, name: str) -> None:
        button = self.see(name, QAbstractButton)
        if not button.isEnabled():
            raise NotThere(f"{name}, which is grey")
        button.click()
        self.rest()

    def press_first(self, *names: str) -> None:
        """The first of them that is there."""
        for name in names:
            if self._is_seen(name):
                self.press(name)
                return
        raise NotThere(" or ".join(names))

    def press_some(self, start: str, count: int) -> None:
        """The first `count` that can be pressed of those whose name begins with `start`."""
        buttons = [
            one
            for one in self._window.findChildren(QAbstractButton)
            if one.objectName().startswith(start) and one.isVisible() and one.isEnabled()
        ]
        if len(buttons) < count:
            raise NotThere(start)
        for button in buttons[:count]:
            button.click()
            self.rest()

    def write(self, name: str, text: str) -> None:
        """Into the field of that name, in place of what stands in it."""
        field: QWidget = self.see(name)
        if not isinstance(field, (QLineEdit, QPlainTextEdit)):
            raise NotThere(f"{name}, to be written into")
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        self._type(field, text)

    def wait(self, name: str) -> None:
        """Until something of that objectName is in sight, as one waits for a page."""
        self._wait(name, True)

    def wait_gone(self, name: str) -> None:
        """Until nothing of that objectName is in sight, as one waits for what is being counted."""
        self._wait(name, False)

    def _wait(self, name: str, is_there: bool) -> None:
        patience = QDeadlineTimer(_PATIENCE)
        while is_there is not self._is_seen(name):
            if patience.hasExpired():
                raise NotThere(name)
            self.rest()

    def _is_seen(self, name: str) -> bool:
        return any(one.isVisible() for one in self._window.findChildren(QWidget, name))

    def key(self, key: Qt.Key, *, control: bool = False) -> None:
        """A key to whatever has the focus."""
        modifier = Qt.KeyboardModifier
        held = modifier.ControlModifier if control else modifier.NoModifier
        for event in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            target = QApplication.focusWidget() or self._window
            QApplication.sendEvent(target, QKeyEvent(event, key, held))
        self.rest()

    def shortcut(self, name: str) -> None:
        """One of the window's shortcuts, which only the system's own key events would reach."""
        self.rest()
        shortcut = self._window.findChild(QShortcut, name)
        if shortcut is None or not shortcut.isEnabled():
            raise NotThere(name)
        shortcut.activated.emit()
        self.rest()

    def type(self, text: str) -> None:
        self._type(QApplication.focusWidget() or self._window, text)

    def picture(self, name: str, *, with_bar: bool = False) -> None:
        """Look at the whole window; pictures are numbered in the order they are taken.

        The bar that offers undo is put away first, unless the picture is about it.
        """
        self.rest(_LATER)
        if not with_bar:
            for cross in self._window.findChildren(QAbstractButton, "quiet_bar_close"):
                cross.click()
            self.rest()
        self.count += 1
        path = self._pictures / f"{self.count:02}-{name}.png"
        if not self._window.grab().save(str(path)):
            raise OSError(f"cannot write {path}")

    def rest(self, milliseconds: int = 0) -> None:
        """Let the window catch up; with `milliseconds`, also with what it does a little later."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
        for _round in range(_SETTLED):
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def _type(self, target: QWidget, text: str) -> None:
        for letter in text:
            for event in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(event, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(target, key)
        self.rest()
