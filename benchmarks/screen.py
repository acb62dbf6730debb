"""What the benchmarks with windows need: the program's look, and no screen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from followup_desktop.ui.kit import theme


def dressed() -> QApplication:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, theme.Appearance.LIGHT)
    return app
