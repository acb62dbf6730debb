"""Ctrl+P on the pages of a day: the list, a call sheet from the card and from the plan."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.paper import printing
from followup_desktop.ui.paper.pages import Document
from followup_desktop.ui.room import RoomName
from tests.whole.day import a_shop

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FRIDAY, SATURDAY = "2026-11-20T15:00", "2026-11-21T11:00"


def test_a_day_on_paper(
    data_dir: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[Document] = []

    def ask_where(_window: object, document: Document) -> Path:
        saved.append(document)
        return tmp_path / f"{len(saved)}.pdf"

    monkeypatch.setattr(printing, "ask_where", ask_where)
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        visit = NewVisit(name="Jun Hayashi", phone="6465550188", items=("Navy suit",))
        jun = shop.services.visits.record(shop.clock(), 1, visit).customer_id
        assert jun is not None
        shop.next_day(SATURDAY)
        shop.desk.open_page(RoomName.TODAY)
        for go in (
            lambda: None,
            lambda: shop.desk.open_card(jun),
            lambda: shop.desk.start_call(jun),
        ):
            go()
            shop.press(Qt.Key.Key_P, control=True)
            shop.click("paper_pdf")
            assert not shop.open_sheets()
        assert [one.name for one in saved] == [
            "follow-ups-2026-11-21",
            "call-sheet-2026-11-21",
            "call-sheet-2026-11-21",
        ]
        assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["1.pdf", "2.pdf", "3.pdf"]
        # Where there is nothing to print, that is said.
        shop.desk.open_page(RoomName.SETTINGS)
        with qtbot.waitSignal(shop.desk.said) as said:
            shop.press(Qt.Key.Key_P, control=True)
        assert said.args == ["There is nothing to print on this page."]
