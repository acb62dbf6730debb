"""What a clerk sees when the world stands in the way: a plain sentence, and every word kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from followup_desktop.store.rows import CustomerRow, FollowUpRow, VisitRow
from followup_desktop.ui.visit.page import VisitPage
from tests.store import disks
from tests.whole.day import Shop, a_shop


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[disks.SmallDisk]:
    yield from disks.mounted(tmp_path / "disk")


def said(shop: Shop) -> str:
    return "\n".join(one.text() for one in shop.window.findChildren(QLabel) if one.isVisible())


def form(shop: Shop) -> VisitPage:
    page = shop.page("visit_page")
    assert isinstance(page, VisitPage)
    return page


def test_a_full_disk_while_saving_keeps_the_form(disk: disks.SmallDisk, qtbot: QtBot) -> None:
    with a_shop(disk.path / "data", "2026-11-20T15:00", qtbot) as shop:
        shop.press(Qt.Key.Key_N, control=True)
        shop.write("Jun Hayashi")
        shop.press(Qt.Key.Key_Tab)
        shop.write("6465550188")
        shop.press(Qt.Key.Key_Tab)
        shop.write("Navy suit")
        before = form(shop).visit()
        disk.fill(leave=0)
        shop.press(Qt.Key.Key_Return, control=True)
        assert form(shop).visit() == before
        assert "The disk is full" in form(shop).notice.text()
        assert CustomerRow.select().count() == VisitRow.select().count() == 0
        disk.make_room()
        form(shop).save.click()
        assert not shop.open_sheets()
        assert CustomerRow.get().name == "Jun Hayashi"
        assert FollowUpRow.select().count() > 0


@pytest.mark.parametrize(
    ("name", "phone", "field"),
    [
        ("", "6465550188", "name"),
        ("x" * 10_000, "6465550188", "name"),
        ("Jun Hayashi", "call me", "phone"),
        ("Jun Hayashi", "12", "phone"),
        ("Jun Hayashi", "", "phone"),
    ],
)
def test_what_cannot_be_kept_is_said_where_it_stands(
    data_dir: Path, qtbot: QtBot, name: str, phone: str, field: str
) -> None:
    with a_shop(data_dir, "2026-11-20T15:00", qtbot) as shop:
        shop.press(Qt.Key.Key_N, control=True)
        page = form(shop)
        page.who.show_new(name)
        page.phone.setText(phone)
        page.bought_part.items.set_items(("Navy suit",))
        page.save.click()
        assert page.isVisible()
        assert page.fields[field].problem()
        assert (page.who.text(), page.phone.text()) == (name, phone)
        assert CustomerRow.select().count() == 0


@pytest.mark.parametrize(
    "name",
    [
        "Zoë 🌷",
        "شيماء الحداد",
        "林美玲",
        "Ana María de los Ángeles Núñez",
        "O’Brien <b> & Sons",
        "n̈ö̱",
        "Dr. Alexandrina-Charlotte von Hohenlohe-Langenburg-Schillingsfürst",
    ],
)
def test_names_of_the_whole_world_are_kept_and_found(
    data_dir: Path, qtbot: QtBot, name: str
) -> None:
    with a_shop(data_dir, "2026-11-20T15:00", qtbot) as shop:
        shop.press(Qt.Key.Key_N, control=True)
        page = form(shop)
        page.who.show_new(name)
        page.phone.setText("6465550188")
        page.bought_part.items.set_items(("Navy suit",))
        page.save.click()
        assert not shop.open_sheets()
        kept = CustomerRow.get()
        assert f"{kept.title} {kept.name}".strip() == name
        (hit,) = shop.services.customers.hits(name.split()[-1])[:1]
        assert hit.id == kept.id
        shop.next_day("2026-11-21T11:00")
        shop.click("open_card")
        assert shop.sees("card_page")
        assert not said(shop).count("{")


def test_a_closed_shop_is_asked_nothing_more(data_dir: Path, qtbot: QtBot) -> None:
    """What the form was to do a moment later isn't done any more."""
    with a_shop(data_dir, "2026-11-20T15:00", qtbot) as shop:
        shop.press(Qt.Key.Key_N, control=True)
        shop.write("Jun")
        waiting = form(shop).findChildren(QTimer)
        assert any(timer.isActive() for timer in waiting)
        shop.session.close()
        assert not any(timer.isActive() for timer in waiting)
