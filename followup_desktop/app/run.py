"""From the command line to the last window."""

import builtins
import gc
import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from followup_desktop import paths
from followup_desktop.app.app import CANNOT_START, App
from followup_desktop.app.crash_guard import CrashGuard
from followup_desktop.ui.instance import Joined
from followup_desktop.ui.kit.qt_style import QT_STYLE, STYLED


def run(data_dir: Path | None = None, *, minimised: bool = False) -> int:
    """Open the window and stay until the program ends; its exit code. Only the usual data folder is
    one to begin the day with: with another one nothing starts at login."""
    _import_plainly()
    os.umask(0o077)  # whatever is written is the owner's alone
    gc.disable()  # until Today is seen: looking for garbage is a tenth of the start
    qt = QApplication([*sys.argv[:1], "-style", QT_STYLE])
    qt.setProperty(STYLED, True)
    qt.setApplicationName(paths.APP)
    qt.setApplicationDisplayName(paths.APP)
    qt.setDesktopFileName("followup-desktop")
    qt.setQuitOnLastWindowClosed(False)  # closed to the tray it goes on; `ended` says when it ends
    app = App(paths.data_dir(data_dir), starts_at_login=data_dir is None)
    joined = app.instance.join()
    if joined is not Joined.AS_THE_ONE:
        return 0 if joined is Joined.HEARD else _say_that_it_is_open()
    guard = CrashGuard(app.folder, lambda: app.clock().local, app)
    guard.close_requested.connect(app.end)
    qt.commitDataRequest.connect(app.end)
    guard.install()
    app.ended.connect(qt.exit)
    app.start(minimised=minimised)
    return qt.exec()


def _import_plainly() -> None:
    """PySide watches imports for its switches, `from __feature__ import …`, and reads the source of
    each module to see whether it uses PySide: milliseconds of every start. We use no such switch.
    """
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


def _say_that_it_is_open() -> int:
    """Another Followup has this data, and doesn't show itself."""
    from PySide6.QtWidgets import QMessageBox

    from followup_desktop.words import _

    QMessageBox.information(
        None,
        paths.APP,
        _("Followup is open already, but doesn’t answer. Please wait a moment and try again."),
    )
    return CANNOT_START
