"""A window on a real shop with a clock of its own, and hands to use it with."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.app.session import Session
from followup_desktop.domain.shop import OpenHours
from followup_desktop.domain.shop_time import Now
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.main_window import MainWindow
from followup_desktop.ui.rooms import ROOMS

HOURS = tuple(OpenHours(weekday, time(10), time(19)) for weekday in range(6))


class Clock:
    """The PC's clock, which in these tests stands in UTC and moves when it is told to."""

    def __init__(self, moment: str) -> None:
        self.set(moment)

    def set(self, moment: str) -> None:
        local = datetime.fromisoformat(moment)
        self._now = Now(utc=local.replace(tzinfo=UTC), local=local)

    def __call__(self) -> Now:
        return self._now


class Shop:
    """The running program, as one person at its window sees it."""

    def __init__(self, folder: Path, clock: Clock, qtbot: QtBot) -> None:
        self.clock, self.qtbot = clock, qtbot
        self.session = Session(folder, clock, is_sample=False)
        if not self.session.is_set_up:
            self.session.services.shop.set_up(clock(), "The Corner", "US", HOURS, "Ed Marsh")
        self.window = MainWindow(ROOMS)
        self.window.resize(1366, 768)
        self.desk: Desk = self.session.show_in(self.window, None)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def services(self):  # type: ignore[no-untyped-def]
        return self.session.services

    def page(self, name: str) -> QWidget:
        """The page of that objectName; it has to be in sight."""
        found = [one for one in self.window.findChildren(QWidget, name) if one.isVisible()]
        assert found, f"{name} is not in sight"
        return found[0]

    def sees(self, name: str) -> bool:
        return any(one.isVisible() for one in self.window.findChildren(QWidget, name))

    def wait_for(self, name: str) -> None:
        """Until it is in sight: what is laid out anew is shown a moment later."""

        def has_room() -> bool:
            return any(
                one.isVisible() and not one.size().isEmpty()
                for one in self.window.findChildren(QWidget, name)
            )

        self.qtbot.waitUntil(has_room)

    def click(self, name: str) -> None:
        self.wait_for(name)
        self.qtbot.mouseClick(self.page(name), Qt.MouseButton.LeftButton)

    def type(self, name: str, text: str) -> None:
        """Type into the control of that objectName."""
        control = self.page(name)
        control.setFocus()
        target = control.focusProxy() or control
        self.qtbot.keyClicks(target, text)

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        """A key, wherever the keyboard is."""
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)

    def write(self, text: str) -> None:
        """Letters, wherever the keyboard is."""
        here = QApplication.focusWidget()
        assert here is not None
        self.qtbot.keyClicks(here, text)

    def open_sheets(self) -> list[Sheet]:
        return [one for one in self.window.findChildren(Sheet) if one.isVisible()]

    def next_day(self, moment: str) -> None:
        self.clock.set(moment)
        self.desk.day_changed.emit()

    def kill(self) -> None:
        """The program is gone between two moments; nothing is said goodbye to."""
        self.session.store.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)


@contextmanager
def a_shop(folder: Path, moment: str, qtbot: QtBot) -> Iterator[Shop]:
    shop = Shop(folder, Clock(moment), qtbot)
    try:
        yield shop
    finally:
        shop.window.close()
        shop.session.close()
        shop.window.deleteLater()
