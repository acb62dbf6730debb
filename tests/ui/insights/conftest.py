"""Counting, in these tests, is waited for; those of a slow count set a patience of their own."""

import pytest


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("followup_desktop.ui.insights.counting.PATIENCE", 30)
