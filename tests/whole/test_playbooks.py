"""A day on which a shop puts a playbook into its own words, in the whole window (M-76)."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.kit.asking import Question
from followup_desktop.ui.playbook.line_editor import LineEditor
from followup_desktop.ui.playbook.line_row import LineRow
from followup_desktop.ui.rehearsal import Rehearsal
from followup_desktop.ui.room import Place, RoomName
from tests.services.world import everything
from tests.whole.day import Clock, Shop, a_shop

SAID = "Was the party a good one?"
SHIPPED = "Did your friends or family like the navy suit?"


def record(shop: Shop, name: str, phone: str) -> int:
    visit = NewVisit(
        name=name,
        phone=phone,
        items=("Navy suit",),
        occasion="Sister’s wedding",
        occasion_on=date(2026, 11, 28),
        may_call=True,
    )
    made = shop.desk.do(shop.services.visits.record, visit)
    assert made is not None and made.customer_id is not None
    return made.customer_id


def open_editor(shop: Shop) -> None:
    """Settings, Playbooks, The day after: by keyboard."""
    shop.press(Qt.Key.Key_Comma, control=True)
    shop.wait_for("settings")
    shop.click("settings_tabs_playbooks")
    line = shop.page(f"playbook_{Kind.DAY_AFTER}")
    line.setFocus()
    shop.press(Qt.Key.Key_Return)
    shop.wait_for("playbook_page")
    shop.wait_for("playbook_line_1")


def open_line(shop: Shop) -> LineEditor:
    row = shop.page("playbook_line_1")
    assert isinstance(row, LineRow)
    row.setFocus()
    shop.press(Qt.Key.Key_Return)
    assert isinstance(row.editor, LineEditor)
    return row.editor


def script(shop: Shop, customer_id: int) -> list[str]:
    """Begin the call to them, and read its script."""
    shop.desk.start_call(customer_id)
    shop.wait_for("call_page")
    calls = shop.services.calls
    begun = [calls.call(shop.clock(), one) for one in calls.unfinished(shop.desk.clerk_id)]
    (call,) = [one for one in begun if one.customer_id == customer_id]
    return [line.words for line in call.lines]


def back_to_shipped(shop: Shop) -> None:
    """In the menu of the page, and yes to the question."""

    def yes() -> None:
        next(one for one in shop.window.findChildren(Question) if one.isVisible()).yes.click()

    QTimer.singleShot(50, yes)
    shop.page("playbook_page").shipped.trigger()  # type: ignore[attr-defined]


def test_a_changed_line_is_said_in_the_next_call_until_the_shipped_one_is_back(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with a_shop(tmp_path, "2026-11-20 10:42", qtbot) as shop:
        people = [
            record(shop, name, f"212 555 014{number}")
            for number, name in enumerate(("Jun Hayashi", "Ada Lind", "Vera Stone"))
        ]
        shop.next_day("2026-11-21 10:42")
        assert SHIPPED in script(shop, people[0])
        shop.press(Qt.Key.Key_Escape)

        open_editor(shop)
        words = open_line(shop).words.words
        shop.press(Qt.Key.Key_A, control=True)
        shop.write(SAID)
        shop.press(Qt.Key.Key_Return, control=True)
        assert shop.services.playbooks.get(Kind.DAY_AFTER).lines[0].words.words == SAID
        assert words.hasFocus()

        assert SAID in script(shop, people[1])
        shop.press(Qt.Key.Key_Escape)
        assert SHIPPED in script(shop, people[0]), "it was planned before"
        shop.press(Qt.Key.Key_Escape)

        open_editor(shop)
        back_to_shipped(shop)
        assert shop.services.playbooks.get(Kind.DAY_AFTER).lines[0].words.words != SAID
        assert SHIPPED in script(shop, people[2])


def test_ctrl_z_takes_it_out_of_use_again(tmp_path: Path, qtbot: QtBot) -> None:
    with a_shop(tmp_path, "2026-11-20 10:42", qtbot) as shop:
        open_editor(shop)
        open_line(shop)
        shop.press(Qt.Key.Key_A, control=True)
        shop.write(SAID)
        shop.page("playbook_use").setFocus()
        shop.press(Qt.Key.Key_Return)
        in_use = shop.services.playbooks.get
        assert in_use(Kind.DAY_AFTER).lines[0].words.words == SAID
        shop.page("playbook_rehearse").setFocus()
        shop.press(Qt.Key.Key_Z, control=True)
        assert in_use(Kind.DAY_AFTER).lines[0].words.words != SAID
        assert shop.page("playbook_line_1").accessibleName() == SAID, "still there, as a draft"
        shop.press(Qt.Key.Key_Z, control=True)
        assert not shop.services.playbook_edits.edit(Kind.DAY_AFTER).has_draft


@pytest.mark.parametrize("is_killed", [True, False])
def test_half_a_sentence_is_there_the_next_time(
    tmp_path: Path, qtbot: QtBot, is_killed: bool
) -> None:
    shop = Shop(tmp_path, Clock("2026-11-20 10:42"), qtbot)
    open_editor(shop)
    words = open_line(shop).words.words
    shop.press(Qt.Key.Key_A, control=True)
    shop.write("Was the par")
    if is_killed:
        saved = shop.page("playbook_page").saved  # type: ignore[attr-defined]
        qtbot.waitUntil(lambda: saved.text() == "Draft kept")
        # A killed program doesn't notice that the keyboard leaves.
        words.blockSignals(True)
    else:
        shop.window.close()
    shop.kill()
    with a_shop(tmp_path, "2026-11-20 11:30", qtbot) as shop:
        open_editor(shop)
        assert shop.page("playbook_line_1").accessibleName() == "Was the par"


def test_the_editor_lights_the_settings_and_leads_back_to_the_list(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with a_shop(tmp_path, "2026-11-20 10:42", qtbot) as shop:
        shop.desk.go(Place(RoomName.PLAYBOOK, given=Kind.PROMISE))
        shop.wait_for("playbook_page")
        shop.click("playbooks_back")
        shop.wait_for(f"playbook_{Kind.PROMISE}")


def test_a_plan_is_rehearsed_by_keyboard_and_no_call_is_logged(
    tmp_path: Path, qtbot: QtBot
) -> None:
    """M-9."""
    with a_shop(tmp_path, "2026-11-20 10:42", qtbot) as shop:
        jun = record(shop, "Jun Hayashi", "212 555 0143")
        shop.next_day("2026-11-21 10:42")
        said = script(shop, jun)
        before = everything(shop.session.store)
        shop.qtbot.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier
        )
        rehearsal = shop.page("rehearsal")
        assert isinstance(rehearsal, Rehearsal)
        heard = []
        for _line in said:
            heard.append(rehearsal.page.words.text())
            shop.press(Qt.Key.Key_Space)
        assert heard == said
        shop.press(Qt.Key.Key_Escape)
        assert not shop.sees("rehearsal")
        assert shop.page("call_page").isVisible(), "the plan is still there"
        assert everything(shop.session.store) == before
