"""The program with a screen: which data is open, what stands in the window, and when it ends.

What the first paint doesn't need is imported where it is used: here that is nearly everything.
"""

import gc
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from followup_desktop import paths
from followup_desktop.app.clock import wall_clock
from followup_desktop.ui.instance import Instance
from followup_desktop.ui.main_window import MainWindow
from followup_desktop.ui.memory import Memory

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from followup_desktop.app.first_start import FirstStart
    from followup_desktop.app.idle import IdleWork
    from followup_desktop.app.reminding import Reminding
    from followup_desktop.app.rescue import Rescue
    from followup_desktop.app.sample_maker import SampleMaker
    from followup_desktop.app.session import Session
    from followup_desktop.domain.changes import Changes
    from followup_desktop.domain.errors import WorldError
    from followup_desktop.domain.shop_time import Now

CANNOT_START = 1
"""Exit code of a program whose data could not be opened."""
SETTLE_MS = 100
"""From the paint of the first rows until what can wait is begun; the first preview comes before."""
UNSEEN_MS = 3_000
"""The same where nobody sees the window: minimised, or on another desktop."""
DATA_FILE, BACKUPS = "followup.db", "backups"
"""As the store names them; asking it would bring peewee before the first paint."""


class App(QObject):
    """`start` paints the window's ground; the data is opened once that is seen."""

    ended = Signal(int)
    """The window is closed and the data too; the exit code."""

    def __init__(
        self,
        folder: Path,
        clock: "Callable[[], Now]" = wall_clock,
        *,
        starts_at_login: bool = False,
    ) -> None:
        """`starts_at_login`: as the shop wants it. Without, the system's entry is let alone."""
        super().__init__()
        self.may_start_at_login = starts_at_login
        self._is_minimised = False
        self._is_ready = False
        self._was_opened = False
        self._has_ended = False
        self.folder = folder
        self.clock = clock
        self.session: Session | None = None
        self._maker: SampleMaker | None = None
        self.exit_code = 0
        self._rescue: Rescue | None = None
        self._alone: QWidget | None = None
        self.idle: IdleWork | None = None
        self.reminding: Reminding | None = None
        is_new = not any((folder / name).exists() for name in (DATA_FILE, BACKUPS))
        self._trouble = self._make_folder()
        self.memory = Memory(folder)
        self.instance = Instance(folder, self)
        self.window = MainWindow()
        self._settling = QTimer(self.window, singleShot=True)
        self._settling.timeout.connect(self._settle)
        self._is_new = is_new and not self.memory.in_sample

    @cached_property
    def _first_start(self) -> "FirstStart":
        from followup_desktop.app.first_start import FirstStart

        return FirstStart(self)

    def _make_folder(self) -> "WorldError | None":
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            from followup_desktop.domain.errors import Trouble, WorldError

            return WorldError(Trouble.CANNOT_WRITE, where=str(self.folder))
        return None

    def get_ready(self) -> None:
        """Dress the program and speak its language: before the first widget with words, and after
        the window's ground is painted."""
        from followup_desktop.ui.kit import icons
        from followup_desktop.ui.language import speak

        if self._is_ready:
            return
        self._is_ready = True
        icons.hold()
        self.dress()
        speak(self.memory.language)

    def dress(self) -> None:
        from followup_desktop.ui.kit import theme

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        known = set(theme.Appearance)
        look = self.memory.look if self.memory.look in known else theme.Appearance.SYSTEM
        theme.apply(app, theme.Appearance(look), self.memory.text_size)

    def start(self, *, minimised: bool = False) -> None:
        """`minimised`: at login. Where somebody has to answer, the window shows itself."""
        self._is_minimised = minimised
        self.window.ground = self.memory.ground
        if self.window.ground is None:
            self.get_ready()  # so that at least its colour is right
        if self._is_new and self._trouble is None:
            self._first_start.show()
        self.memory.place_window(self.window)
        self.window.painted.connect(self._on_painted)
        self.window.closed.connect(self._on_closed)
        self.window.own_requested.connect(self.open_own)
        self.instance.raise_requested.connect(self._on_raise_requested)
        if minimised and not self._is_new and self._trouble is None:
            self.window.showMinimized()
            QTimer.singleShot(0, self, self._on_painted)
        else:
            self.window.show()

    def _on_painted(self) -> None:
        """Once: a minimised window is painted only when somebody brings it up."""
        if self._was_opened or self._has_ended:
            return
        from followup_desktop.ui.kit import icons

        self._was_opened = True
        self.get_ready()
        icons.release()
        if self._trouble is not None:
            self._show_trouble(self._trouble, self.folder)
        elif not self._is_new:
            self.open_last()
        self._settling.start(UNSEEN_MS)
        self.window.next_paint().came.connect(self._on_rows_painted)

    def _on_rows_painted(self) -> None:
        if not self._has_ended:
            self._settling.start(SETTLE_MS)

    def _settle(self) -> None:
        """What can wait until somebody sees their day."""
        from followup_desktop.app.idle import IdleWork

        gc.enable()
        self.window.setWindowIcon(self._icon())
        self.instance.listen()
        self.idle = IdleWork(self.window, self.clock)
        if self.session is not None:
            self.idle.attach(self.session)
        self._begin_to_remind()

    def _begin_to_remind(self) -> None:
        from followup_desktop.app.reminding import Reminding

        self.reminding = Reminding(
            self.window, self.memory, self.clock, minimised=self._is_minimised
        )
        self.reminding.raise_requested.connect(self._on_raise_requested)
        self.reminding.quit_requested.connect(self.end)
        if self.session is not None and self.session.desk is not None:
            self.reminding.attach(self.session.desk)

    def _icon(self) -> "QIcon":
        from PySide6.QtGui import QIcon

        icon = QIcon()
        for path in (paths.resources() / "icons").glob("followup-*.png"):
            icon.addFile(str(path))
        return icon

    # Which data is open

    def open_last(self) -> None:
        if self.memory.in_sample:
            self.open_sample(afresh=False)
        else:
            self.open_own()

    def open_own(self) -> None:
        """The shop's own customers; the welcome, where the shop isn't set up yet."""
        self.memory.keep_in_sample(False)
        session = self.open_folder(self.folder, is_sample=False)
        if session is None:
            return
        if session.is_set_up:
            self.show_session(session)
        else:
            self._first_start.show()

    def open_sample(self, *, afresh: bool = True) -> None:
        """The invented shop. Its days are counted from today, so an old one is made anew."""
        import shutil

        folder = paths.sample_dir(self.folder)
        self._close_session()
        if afresh:
            shutil.rmtree(folder, ignore_errors=True)
        session = self.open_folder(folder, is_sample=True)
        # Until it stands whole. Leaving it has to work whatever became of it: nobody needs it.
        self.memory.keep_in_sample(False)
        if session is None:
            return
        if session.is_set_up:
            self._show_sample(session)
        else:
            self._make_sample(session)

    def _make_sample(self, session: "Session") -> None:
        from followup_desktop.app.sample_maker import SampleMaker
        from followup_desktop.ui.shell.moment import MomentPage
        from followup_desktop.words import _

        page = MomentPage(_("One moment"), _("A small shop is being made up for you."), self.window)
        self.show_alone(page)
        self._maker = SampleMaker(session.making_sample(), self)
        self._maker.progressed.connect(page.show_share)
        # No lambda: it would hold the program, and what is held by a child of its own alone is
        # deleted while that child is, which Qt then deletes a second time.
        self._maker.made.connect(self._on_sample_made)
        self._maker.failed.connect(self._on_sample_failed)

    def _on_sample_made(self) -> None:
        if self.session is not None:
            self._show_sample(self.session)

    def _on_sample_failed(self, error: "WorldError") -> None:
        if self.session is not None:
            self._show_trouble(error, self.session.folder)

    def _show_sample(self, session: "Session") -> None:
        self.memory.keep_in_sample(True)
        self.show_session(session)

    def open_folder(self, folder: Path, *, is_sample: bool) -> "Session | None":
        from followup_desktop.app.session import Session
        from followup_desktop.domain.errors import WorldError

        self._close_session()
        try:
            self.session = Session(folder, self.clock, is_sample=is_sample)
        except WorldError as error:
            self._show_trouble(error, folder)
            return None
        if self.idle is not None:
            self.idle.attach(self.session)
        return self.session

    def _close_session(self) -> None:
        session, self.session = self.session, None
        maker, self._maker = self._maker, None
        if maker is not None:
            maker.stop()
        if self.idle is not None:
            self.idle.detach()
        if self.reminding is not None:
            self.reminding.detach()
        if session is not None:
            session.close()

    def show_session(self, session: "Session") -> None:
        self.exit_code = 0
        self._end_alone()
        self.follow_preferences()
        clerk_id = None if session.is_sample else self.memory.clerk_id
        desk = session.show_in(self.window, clerk_id)
        desk.changed.connect(self._on_desk_changed)
        desk.clerk_changed.connect(self._on_clerk_changed)
        desk.sample_requested.connect(self.open_sample)
        if self.reminding is not None:
            self.reminding.attach(desk)

    def follow_preferences(self) -> None:
        """Look as the shop that is open wants it."""
        if self.session is not None:
            preferences = self.session.services.shop.shop().preferences
            self.memory.keep_preferences(preferences)
            self.dress()
            if self.may_start_at_login and not self.session.is_sample:
                from followup_desktop.app import autostart

                autostart.follow(self.session.services.shop, self.clock())

    def _on_desk_changed(self, changes: "Changes") -> None:
        from followup_desktop.domain.changes import Changed

        if changes.what & Changed.SHOP:
            self.follow_preferences()
        if self.idle is not None:
            self.idle.work_was_done()

    def _on_clerk_changed(self) -> None:
        session = self.session
        if session is not None and session.desk is not None and not session.is_sample:
            self.memory.keep_clerk(session.desk.clerk_id)

    # When the data cannot be opened

    def _show_trouble(self, error: "WorldError", folder: Path) -> None:
        from followup_desktop.app.rescue import Rescue

        self.exit_code = CANNOT_START
        self._rescue = Rescue(error, folder, self)

    def show_alone(self, page: QWidget) -> None:
        self._end_alone()
        self._alone = page
        self.window.show_alone(page)

    def _end_alone(self) -> None:
        page, self._alone = self._alone, None
        if page is not None:
            self.window.end_alone(page)

    def try_again(self) -> None:
        self._trouble = self._make_folder()
        if self._trouble is not None:
            self._show_trouble(self._trouble, self.folder)
        else:
            self.open_last()

    def show_folder(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    # The end

    def _on_raise_requested(self) -> None:
        """A second start: somebody looks for this window."""
        from PySide6.QtCore import Qt

        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def end(self, _request: object = None) -> None:
        """Close the window for good, also where closing it only goes to the tray."""
        if self.reminding is not None:
            self.reminding.end()
        self.window.close()

    def _on_closed(self) -> None:
        self.memory.keep_window(self.window, self.window.ground_now())
        self._has_ended = True
        self._settling.stop()
        if self.idle is not None:
            self.idle.stop()
        self._close_session()
        if self.reminding is not None:
            self.reminding.stop()
        self.instance.release()
        self.ended.emit(self.exit_code)
