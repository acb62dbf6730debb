"""A panel with a StatusNotifier tray, as far as a program needs one to put its icon there. KDE
brings a real one, and GNOME with an extension. What is in the tray is asked for with `dbus-send`.
"""

import sys

from PySide6.QtCore import ClassInfo, Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

WATCHER = "org.kde.StatusNotifierWatcher"


@ClassInfo({"D-Bus Interface": WATCHER})
class Watcher(QObject):
    """In the names of the specification."""

    StatusNotifierItemRegistered = Signal(str)
    StatusNotifierHostRegistered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._items: list[str] = []

    @Slot(str)
    def RegisterStatusNotifierItem(self, service: str) -> None:
        self._items.append(service)
        self.StatusNotifierItemRegistered.emit(service)

    @Slot(str)
    def RegisterStatusNotifierHost(self, service: str) -> None:
        """There is one: this."""

    @Property(bool, constant=True)
    def IsStatusNotifierHostRegistered(self) -> bool:
        return True

    @Property(int, constant=True)
    def ProtocolVersion(self) -> int:
        return 0

    @Property("QStringList")
    def RegisteredStatusNotifierItems(self) -> list[str]:
        return self._items


app = QCoreApplication(sys.argv)
bus = QDBusConnection.sessionBus()
watcher = Watcher()
everything = QDBusConnection.RegisterOption.ExportAllContents
assert bus.registerObject("/StatusNotifierWatcher", watcher, everything)
assert bus.registerService(WATCHER)
watcher.StatusNotifierHostRegistered.emit()
app.exec()
