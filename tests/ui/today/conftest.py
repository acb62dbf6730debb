"""A look that the tests of the list can ask for."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from followup_desktop.ui.kit import theme


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.LARGEST)
    yield
    theme.apply(qapp, theme.Appearance.LIGHT)
