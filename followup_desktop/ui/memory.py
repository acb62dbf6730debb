"""What this PC remembers of the window, beside the shop's data and not in it.

The look and the text size are the shop's preferences; a copy stands here for the first paint, which
comes before the data file is opened. A file that can't be read or written is no trouble.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from followup_desktop.ui.ground import Ground

if TYPE_CHECKING:
    from datetime import date

    from followup_desktop.domain.shop import Preferences

FILE_NAME = "window.ini"
_USUAL_SIZE = QSize(1366, 800)
SMALL_SCREEN = 1366
"""Up to this width the window takes all of it the first time."""


class Memory:
    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)

    @property
    def look(self) -> str:
        """The value of a `domain.shop.Look`; empty when there is none yet."""
        return str(self._settings.value("look", ""))

    @property
    def text_size(self) -> int:
        return self._number("text_size") or 100

    @property
    def language(self) -> str:
        return str(self._settings.value("language", ""))

    @property
    def clerk_id(self) -> int | None:
        """Who was at this desk last."""
        return self._number("clerk") or None

    @property
    def in_sample(self) -> bool:
        """The sample shop was open when the program was closed."""
        return self._settings.value("sample", "") == "yes"

    @property
    def ground(self) -> Ground | None:
        """What the window paints first."""
        return Ground.read(str(self._settings.value("ground", "")))

    @property
    def greeted_on(self) -> "date | None":
        """The day of the last good morning."""
        from datetime import date

        try:
            return date.fromisoformat(str(self._settings.value("greeted", "")))
        except ValueError:
            return None

    @property
    def knows_tray(self) -> bool:
        """It was said that closing the window goes to the tray."""
        return self._settings.value("tray", "") == "known"

    def keep_greeted_on(self, day: "date") -> None:
        self._settings.setValue("greeted", day.isoformat())

    def keep_knows_tray(self) -> None:
        self._settings.setValue("tray", "known")

    def keep_preferences(self, preferences: "Preferences") -> None:
        self._settings.setValue("look", preferences.look.value)
        self._settings.setValue("text_size", preferences.text_size)
        self._settings.setValue("language", preferences.language)

    def keep_clerk(self, clerk_id: int | None) -> None:
        self._settings.setValue("clerk", clerk_id or 0)

    def keep_in_sample(self, in_sample: bool) -> None:
        self._settings.setValue("sample", "yes" if in_sample else "no")

    def keep_window(self, window: QMainWindow, ground: Ground | None = None) -> None:
        self._settings.setValue("window", window.saveGeometry())
        if ground is not None:
            self._settings.setValue("ground", str(ground))
        self._settings.sync()

    def place_window(self, window: QMainWindow) -> None:
        """Where it was; the first time in the middle, and never larger than the screen."""
        geometry = self._settings.value("window")
        # Qt itself brings back one that would lie outside of every screen.
        if isinstance(geometry, QByteArray) and window.restoreGeometry(geometry):
            return
        # Not window.screen(): PySide takes what it returns for the window's child, and deletes it
        # with the window; the next window finds no screen, and the program is gone.
        area = QGuiApplication.primaryScreen().availableGeometry()
        window.resize(_USUAL_SIZE.boundedTo(area.size()))
        frame = window.frameGeometry()
        frame.moveCenter(area.center())
        window.move(frame.topLeft())
        if area.width() <= SMALL_SCREEN:
            # Late: naming Qt makes all of its enums, a tenth of what comes before the first paint.
            from PySide6.QtCore import Qt

            window.setWindowState(Qt.WindowState.WindowMaximized)

    def _number(self, key: str) -> int:
        found = str(self._settings.value(key, "0"))
        return int(found) if found.isdecimal() and len(found) < 10 else 0
