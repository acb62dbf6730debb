"""The list of playbooks, and a file of them, looked at before it is taken (M-76, M-77)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from followup_desktop.domain.kinds import Kind
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.fact_text import plain_names
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.chips import Badge
from followup_desktop.ui.kit.labels import Label, Small
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.playbook_files import share
from followup_desktop.ui.room import RoomName
from followup_desktop.ui.settings.playbooks import PlaybookSettings
from followup_desktop.ui.settings.playbooks_section import PlaybooksSection
from followup_desktop.ui.settings.shared_playbook import SharedPlaybook
from followup_desktop.ui.settings.shared_sheet import SharedSheet


@pytest.fixture
def section(desk: Desk, qtbot: QtBot) -> Iterator[PlaybooksSection]:
    section = PlaybooksSection()
    section.resize(1000, 1200)
    qtbot.addWidget(section)
    section.settings = PlaybookSettings(desk, section)  # type: ignore[attr-defined]
    section.settings.refresh()  # type: ignore[attr-defined]
    section.show()
    yield section


def look_at(section: PlaybooksSection, path: Path) -> Sheet:
    section.settings.look_at(path)  # type: ignore[attr-defined]
    return next(sheet for sheet in section.findChildren(Sheet) if sheet.isVisible())


def shared(desk: Desk, path: Path, *kinds: Kind) -> Path:
    """A file with other minutes and another first line for each of these kinds."""
    edits = desk.services.playbook_edits
    for kind in kinds:
        draft = edits.edit(kind).draft
        line = replace(draft.lines[0], words=replace(draft.lines[0].words, words="Hello again."))
        changed = replace(draft, minutes=11, lines=(line, *draft.lines[1:]))
        desk.do(edits.use, changed)
    share(desk, str(path), kinds)
    for kind in kinds:
        desk.do(edits.back_to_shipped, kind)
    return path


def test_all_kinds_are_listed_with_what_they_are(section: PlaybooksSection) -> None:
    assert set(section.lines) == set(Kind)
    assert section.lines[Kind.TWO_MONTHS].accessibleName() == "Two months on, 5 minutes, Marketing"
    assert section.lines[Kind.DAY_AFTER].accessibleName() == "The day after, 5 minutes, Service"
    assert not section.share.isEnabled()


def test_one_that_was_changed_says_so(section: PlaybooksSection, desk: Desk) -> None:
    edits = desk.services.playbook_edits
    draft = replace(edits.edit(Kind.DATE).draft, title="Their big day")
    desk.do(edits.keep_typed, draft)
    section.settings.refresh()  # type: ignore[attr-defined]
    assert section.lines[Kind.DATE].state.text() == "Draft"
    desk.do(edits.use, draft)
    section.settings.refresh()  # type: ignore[attr-defined]
    line = section.lines[Kind.DATE]
    assert (line.title.text(), line.state.text()) == ("Their big day", "Changed by you")
    assert section.share.isEnabled()


def test_one_that_cannot_be_read_says_why(section: PlaybooksSection, desk: Desk) -> None:
    edits = desk.services.playbook_edits
    desk.do(edits.use, replace(edits.edit(Kind.DATE).draft, minutes=9))
    desk.services.playbook_edits._store.database.execute_sql(
        "UPDATE playbook SET text = replace(text, 'minutes = 9', 'minutes = 99')"
    )
    section.settings.refresh()  # type: ignore[attr-defined]
    line = section.lines[Kind.DATE]
    assert line.state.text() == "Can’t be read"
    assert line.toolTip() == "The minutes: A call takes between 1 and 60 minutes."


def test_by_keyboard_through_the_list_and_into_the_editor(
    section: PlaybooksSection, desk: Desk, qtbot: QtBot
) -> None:
    places: list[object] = []
    desk.place_requested.connect(places.append)
    first = section.lines[Kind.PROMISE]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    second = section.lines[Kind.PROBLEM]
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Up)
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    (place,) = places
    assert (place.room, place.given) == (RoomName.PLAYBOOK, Kind.PROMISE)  # type: ignore[attr-defined]


def test_a_file_is_shown_before_it_is_taken(
    section: PlaybooksSection, desk: Desk, tmp_path: Path
) -> None:
    file = shared(desk, tmp_path / "theirs.toml", Kind.DAY_AFTER, Kind.DATE)
    sheet = look_at(section, file)
    assert isinstance(sheet, SharedSheet)
    assert sheet.title.text() == "What is in theirs.toml"
    assert desk.services.playbooks.minutes(Kind.DAY_AFTER) == 5, "nothing is taken yet"

    sheet.ticks[Kind.DATE].click()
    sheet.take.click()
    assert sheet.isHidden()
    assert desk.services.playbooks.minutes(Kind.DAY_AFTER) == 11
    assert desk.services.playbooks.minutes(Kind.DATE) == 3
    desk.undo_last()
    assert desk.services.playbooks.minutes(Kind.DAY_AFTER) == 5


def test_one_playbook_is_shown_whole_with_what_changed_marked(
    section: PlaybooksSection, desk: Desk, tmp_path: Path
) -> None:
    """M-76"""
    file = shared(desk, tmp_path / "theirs.toml", Kind.DAY_AFTER)
    sheet = look_at(section, file)
    told = [one.accessibleName() for one in sheet.findChildren(Label) if one.isVisible()]
    playbook = desk.services.playbook_edits.edit(Kind.DAY_AFTER).in_use
    for line in (playbook.opening, *playbook.lines[1:]):
        assert plain_names(line.words.words) in told
    assert "Hello again." in told
    assert f"Until now: {plain_names(playbook.lines[0].words.words)}" in told
    assert "Until now: 5 minutes" in told
    assert [badge.text() for badge in sheet.findChildren(Badge)] == ["Changed", "Changed"]
    assert "Beside the one in use: 2 changed." in [one.text() for one in sheet.findChildren(Small)]


def test_several_are_shown_whole_one_by_one(
    section: PlaybooksSection, desk: Desk, tmp_path: Path
) -> None:
    file = shared(desk, tmp_path / "theirs.toml", Kind.DAY_AFTER, Kind.DATE)
    sheet = look_at(section, file)
    assert not sheet.findChildren(SharedPlaybook)
    link = sheet.findChild(LinkButton, "shared_date_whole")
    assert link is not None
    link.click()
    (whole,) = sheet.findChildren(SharedPlaybook)
    assert whole.isVisible()
    assert not sheet.grab().isNull(), "and painted without a fault"
    link.click()
    assert not whole.isVisible()


def test_what_is_the_same_already_need_not_be_taken(
    section: PlaybooksSection, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "same.toml"
    share(desk, str(file), (Kind.DATE,))
    sheet = look_at(section, file)
    assert isinstance(sheet, SharedSheet)
    assert not sheet.take.isEnabled()


def test_a_file_that_cannot_be_used_says_why_and_where(
    section: PlaybooksSection, desk: Desk, tmp_path: Path
) -> None:
    file = shared(desk, tmp_path / "theirs.toml", Kind.DATE)
    text = file.read_text(encoding="utf-8").replace("Hello again.", "Hello {nobody}.")
    file.write_text(text, encoding="utf-8")
    sheet = look_at(section, file)
    assert sheet.title.text() == "theirs.toml can’t be used"
    said = [child.accessibleName() for child in sheet.findChildren(type(sheet.panel))]
    assert ("Line 1: There is no fact called “nobody”. Is it a slip of the pen?") in said
    assert desk.services.playbooks.minutes(Kind.DATE) == 3


def test_a_place_that_cannot_be_written_to_is_told(desk: Desk, tmp_path: Path) -> None:
    said: list[str] = []
    desk.said.connect(said.append)
    share(desk, str(tmp_path / "gone" / "ours.toml"), (Kind.DATE,))
    share(desk, str(tmp_path / "ours"), (Kind.DATE,))
    assert said == [
        "The file could not be written there. Choose another place.",
        "Saved as ours.toml.",
    ]
