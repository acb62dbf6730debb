"""Every test of the tray starts in the light look at 100 %."""

import pytest
from PySide6.QtWidgets import QApplication

from followup_desktop.ui.kit import theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.NORMAL)
