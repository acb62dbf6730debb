"""The editor of a playbook, through its widgets and a real shop (M-76)."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.kinds import Detour, Kind, LinePart, Purpose
from followup_desktop.domain.playbook_preview import Known
from followup_desktop.services import Services
from followup_desktop.store.store import Store
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.kit import theme
from followup_desktop.ui.playbook.around_part import AroundPart
from followup_desktop.ui.playbook.bridges_part import BridgesPart
from followup_desktop.ui.playbook.controller import PlaybookController
from followup_desktop.ui.playbook.fold_row import FoldRow
from followup_desktop.ui.playbook.line_editor import LineEditor
from followup_desktop.ui.playbook.line_row import LineRow
from followup_desktop.ui.playbook.page import Part, PlaybookPage
from followup_desktop.ui.playbook.purposes_part import PurposesPart
from followup_desktop.ui.playbook.script_part import ScriptPart
from followup_desktop.ui.rehearsal import Rehearsal
from followup_desktop.ui.room import Place, RoomName
from tests.services.call_world import SUIT
from tests.services.world import everything

OPENING = -1


class Editor:
    """The page with its controller, and hands to use it with."""

    def __init__(self, desk: Desk, qtbot: QtBot, kind: Kind) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.page = PlaybookPage()
        self.page.resize(1260, 900)
        qtbot.addWidget(self.page)
        self.controller = PlaybookController(desk, self.page)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.controller.enter(Place(RoomName.PLAYBOOK, given=kind))

    @property
    def script(self) -> ScriptPart:
        part = self.page.parts[Part.SCRIPT]
        assert isinstance(part, ScriptPart)
        return part

    @property
    def draft(self):  # type: ignore[no-untyped-def]
        return self.kept.draft

    @property
    def kept(self):  # type: ignore[no-untyped-def]
        """As it would be found after a kill."""
        kind = self.controller._kind
        return self.desk.services.playbook_edits.edit(kind)

    @property
    def heard(self) -> list[str]:
        """The sentences of the preview."""
        return self.page.preview.lines.texts()

    def row(self, place: int) -> LineRow:
        return self.script.lines[place]

    def open_line(self, place: int) -> LineEditor:
        self.row(place).setFocus()
        self.qtbot.keyClick(self.row(place), Qt.Key.Key_Return)
        editor = self.row(place).editor
        assert isinstance(editor, LineEditor)
        return editor

    def type_over(self, field: QWidget, text: str) -> None:
        field.setFocus()
        self.qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClicks(field, text)

    def wait_kept(self) -> None:
        self.qtbot.waitUntil(lambda: self.page.saved.text() == "Draft kept")

    def undo(self) -> None:
        self.desk.undo_last()


@pytest.fixture
def editor(desk: Desk, qtbot: QtBot) -> Iterator[Editor]:
    editor = Editor(desk, qtbot, Kind.DAY_AFTER)
    yield editor
    editor.controller.leave()


# What is in sight -------------------------------------------------------------------------------


def test_it_shows_the_playbook_and_how_it_sounds(editor: Editor) -> None:
    page = editor.page
    assert page.heading.text() == "The day after"
    assert (page.contact_type.text(), page.marketing.text()) == ("Looking after", "Service")
    assert page.own.isHidden()
    assert not page.use.isEnabled()
    assert page.state.text() == "In use, as it came with Followup."
    assert editor.heard[1] == "Did your friends or family like the navy suit?"


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (Known.MUCH, "Did your friends or family like the navy suit?"),
        (Known.LITTLE, "Did your friends or family like it?"),
        (Known.GIFT, "I’ve been thinking of your son, and of the moment of giving it."),
        (Known.WAITING, "We’re taking good care of the navy suit, and I wanted you to know."),
    ],
)
def test_it_shows_what_stands_when_a_fact_is_missing(
    editor: Editor, known: Known, said: str
) -> None:
    editor.page.preview.known.pill(known).click()
    assert editor.heard[1] == said


def test_it_can_speak_to_a_real_customer(editor: Editor, qtbot: QtBot) -> None:
    editor.desk.do(editor.desk.services.visits.record, SUIT)
    field = editor.page.preview.customer
    field.setFocus()
    qtbot.keyClicks(field, "hayas")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Jun Hayashi"
    assert editor.heard[0].startswith("Hello Jun, this is Ed Marsh from Marsh & Daughter.")
    assert editor.page.preview.known.value() is None

    editor.page.preview.known.pill(Known.MUCH).click()
    assert field.text() == ""
    assert editor.heard[0].startswith("Hello Mrs. Example")


def test_another_purpose_shows_its_lines(editor: Editor) -> None:
    chosen = editor.page.preview.purpose
    chosen.choose(Purpose.ARRIVED)
    chosen.chosen.emit(Purpose.ARRIVED)
    assert "Is everything there, and in good shape?" in editor.heard
    assert "Did your friends or family like the navy suit?" not in editor.heard
    chosen.chosen.emit(None)
    assert len(editor.script.lines) == len(editor.draft.lines) + 1


# Typing -----------------------------------------------------------------------------------------


def test_what_is_typed_is_heard_at_once_and_kept_soon(editor: Editor) -> None:
    words = editor.open_line(0).words.words
    began = time.perf_counter()
    editor.type_over(words, "Was it a good night?")
    taken = time.perf_counter() - began
    assert editor.heard[1] == "Was it a good night?"
    assert taken / 21 < 0.15, "about as long as a key may take"
    editor.wait_kept()
    assert editor.draft.lines[0].words.words == "Was it a good night?"
    assert editor.page.state.text().startswith("A draft.")


def test_it_goes_on_after_a_kill(editor: Editor, desk: Desk, qtbot: QtBot) -> None:
    words = editor.open_line(0).words.words
    editor.type_over(words, "Was it a good n")
    editor.wait_kept()
    again = Editor(desk, qtbot, Kind.DAY_AFTER)
    assert again.row(0).accessibleName() == "Was it a good n"
    assert again.page.give_up.isEnabled()


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
def test_a_brace_opens_the_menu_of_facts_and_nobody_types_one(editor: Editor, qtbot: QtBot) -> None:
    line = editor.open_line(0)
    editor.type_over(line.words.words, "How is ")
    qtbot.keyClicks(line.words.words, "{")
    menu = next(menu for menu in line.words.findChildren(QMenu) if menu.isVisible())
    names = [action.text() for action in menu.actions()]
    assert names[:2] == ["how to address them", "first name"]
    next(action for action in menu.actions() if action.text() == "item").trigger()
    menu.close()
    assert line.words.words.text() == "How is {item}"
    assert line.words.fallbacks[0].isVisible(), "asked at once what to say without it"


def test_a_further_wording_for_missing_facts_can_be_added(editor: Editor, qtbot: QtBot) -> None:
    """M-6, M-76: it comes before the one that says it without any fact, and is heard at once."""
    line = editor.open_line(0)
    phrase = line.words
    editor.type_over(phrase.words, "How did ")
    phrase.words.insertPlainText("{person} like the {item}?")
    editor.type_over(phrase.fallbacks[0], "Did they like it?")
    add = phrase.instead.add
    qtbot.waitUntil(lambda: add.height() >= add.sizeHint().height())
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    assert phrase.fallbacks[0].hasFocus()
    assert [field.sentence() for field in phrase.fallbacks] == ["", "Did they like it?"]
    assert phrase.fallbacks[0].accessibleName() != phrase.fallbacks[1].accessibleName()

    qtbot.keyClicks(phrase.fallbacks[0], "Did they like the ")
    phrase.fallbacks[0].insertPlainText("{item}?")
    assert editor.page.use.isEnabled()
    editor.wait_kept()
    assert editor.draft.lines[0].words.fallbacks == (
        "Did they like the {item}?",
        "Did they like it?",
    )
    editor.page.preview.known.pill(Known.LITTLE).click()
    assert editor.heard[1] == "Did they like it?"


def test_a_further_wording_left_empty_goes_again(editor: Editor, qtbot: QtBot) -> None:
    phrase = editor.open_line(0).words
    before = editor.draft
    phrase.instead.add.click()
    assert len(phrase.fallbacks) == 2
    phrase.words.setFocus()
    assert len(phrase.fallbacks) == 1
    assert phrase.instead.add.isVisible()
    assert editor.draft == before

    for _more in range(5):
        phrase.instead.add.click()
        qtbot.keyClicks(QApplication.focusWidget(), "Was it liked?")
    assert len(phrase.fallbacks) == 6
    assert not phrase.instead.add.isVisible(), "a playbook takes no more"


def test_a_missing_fallback_and_a_wrong_fact_are_told_at_the_field(editor: Editor) -> None:
    line = editor.open_line(0)
    line.words.fallbacks[0].show_sentence("")
    editor.type_over(line.words.words, "x")
    line.words.words.insertPlainText(" {item}")
    assert line.words.problem.text() == (
        "What is said when this isn’t known: item? Add a wording without it."
    )
    assert not editor.page.use.isEnabled()
    assert editor.page.to_mend.label().startswith("To mend first: What is said when")
    assert editor.heard[1] == "x navy suit"

    editor.page.preview.known.pill(Known.LITTLE).click()
    assert editor.heard[1] == "x …"
    line.words.words.set_text("")
    line.words.words.insertPlainText("x {itm}")
    assert "There is no fact called “itm”." in line.words.problem.text()


def test_a_line_without_a_cue_gets_one(editor: Editor, qtbot: QtBot) -> None:
    line = editor.open_line(0)
    editor.type_over(line.words.words, "Did you sleep well in it?")
    editor.type_over(line.cue.words, " ")
    qtbot.keyClick(line.cue.words, Qt.Key.Key_Return)
    assert line.cue.words.text() == "Did you sleep well in it?"


def test_a_fault_leads_to_its_place(editor: Editor) -> None:
    page = editor.page
    page.show_part(Part.AROUND)
    around = page.parts[Part.AROUND]
    assert isinstance(around, AroundPart)
    editor.type_over(around.title, " ")
    page.show_part(Part.SCRIPT)
    assert "The title: Something has to stand here." in page.to_mend.label()
    page.to_mend.click()
    assert page.part is Part.AROUND
    assert around.title.hasFocus()
    assert around.title_field.problem() == "Something has to stand here."


def test_a_fault_in_a_line_of_another_purpose_is_found_too(editor: Editor) -> None:
    chosen = editor.page.preview.purpose
    chosen.chosen.emit(Purpose.LEARN)
    learn = next(at for at, one in enumerate(editor.draft.lines) if one.purposes == {Purpose.LEARN})
    editor.type_over(editor.open_line(learn).words.words, " ")
    chosen.chosen.emit(Purpose.ARRIVED)
    assert learn not in editor.script.lines
    editor.page.to_mend.click()
    assert editor.row(learn).is_open


def test_another_look_is_no_change_of_the_text(
    editor: Editor, qapp: QApplication, qtbot: QtBot
) -> None:
    editor.open_line(0)
    edited: list[object] = []
    for part in editor.page.parts.values():
        part.edited.connect(edited.append)
    theme.apply(qapp, theme.Appearance.DARK, theme.TextSize.LARGEST)
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.NORMAL)
    qtbot.wait(20)
    assert not edited


# One thing after the other ----------------------------------------------------------------------


def test_lines_are_added_moved_and_removed_by_keyboard_and_each_can_be_taken_back(
    editor: Editor, qtbot: QtBot
) -> None:
    before = editor.draft
    control = Qt.KeyboardModifier.ControlModifier
    how = [at for at in editor.script.lines if at != OPENING and before.lines[at].part == "how"]
    first, second = how[:2]
    editor.row(second).setFocus()
    qtbot.keyClick(editor.row(second), Qt.Key.Key_Up, control)
    assert editor.draft.lines[first] == before.lines[second]
    assert editor.row(first).hasFocus()
    qtbot.keyClick(editor.row(first), Qt.Key.Key_Up, control)
    assert editor.draft.lines[first] == before.lines[second], "it stays within its part"

    qtbot.keyClick(editor.row(first), Qt.Key.Key_Delete)
    assert before.lines[second] not in editor.draft.lines
    editor.undo()
    assert before.lines[second] in editor.draft.lines
    editor.undo()
    assert editor.draft == before

    editor.script.add[LinePart.WHAT].click()
    at = next(i for i, one in enumerate(editor.draft.lines) if one not in before.lines)
    added = editor.draft.lines[at]
    assert (added.part, added.purposes) == (LinePart.WHAT, {Purpose.REFERRAL})
    line = editor.row(at).editor
    assert isinstance(line, LineEditor)
    assert line.words.words.hasFocus()
    qtbot.keyClicks(line.words.words, "I was thinking of you.")
    qtbot.keyClick(line.words.words, Qt.Key.Key_Escape)
    assert not editor.row(at).is_open
    assert editor.row(at).hasFocus()
    assert editor.draft.lines[at].words.words == "I was thinking of you."
    editor.undo()
    assert editor.draft.lines[at].words.words == ""
    editor.undo()
    assert editor.draft == before


def test_what_is_open_and_typed_in_can_be_removed(desk: Desk, qtbot: QtBot) -> None:
    """Its field loses the keyboard while the rows are made anew."""
    editor = Editor(desk, qtbot, Kind.LEFT_FIRST)
    page = editor.page

    def rows_in_sight() -> list[str]:
        return [row.accessibleName() for row in page.findChildren(FoldRow) if row.isVisible()]

    editor.type_over(editor.open_line(0).words.words, "Half a line")
    editor.row(0).removed.emit()
    assert len(rows_in_sight()) == len(editor.script.lines)
    assert "Half a line" not in rows_in_sight()

    page.show_part(Part.PURPOSES)
    purposes = page.parts[Part.PURPOSES]
    assert isinstance(purposes, PurposesPart)
    row = purposes.purposes[Purpose.LEARN]
    row.open_up()
    editor.type_over(row.fields["hint"].words, "Half a hint")
    row.removed.emit()
    assert rows_in_sight() == ["Build the relationship", "A next purchase", "In your own words"]

    page.show_part(Part.AROUND)
    around = page.parts[Part.AROUND]
    assert isinstance(around, AroundPart)
    around.fears[0].open_up()
    editor.type_over(around.fears[0]._fields["way_out"].words, "Half an answer")
    around.fears[0].removed.emit()
    assert len(rows_in_sight()) == len(editor.draft.fears) == 4
    editor.controller.leave()


def test_what_was_typed_is_taken_back_as_one_thing(editor: Editor, qtbot: QtBot) -> None:
    before = editor.draft
    words = editor.open_line(0).words.words
    editor.type_over(words, "Was it a good night?")
    editor.wait_kept()
    qtbot.keyClicks(words, " Really?")
    editor.page.rehearse.setFocus()
    assert editor.draft.lines[0].words.words == "Was it a good night? Really?"
    editor.undo()
    assert editor.draft == before
    assert editor.row(0).accessibleName() == "Did your friends or family like the [item]?"


def test_ticks_and_purposes_of_a_line_count_at_once(editor: Editor) -> None:
    line = editor.open_line(0)
    line.hears.click()
    line.tip.click()
    line.purposes.pill(Purpose.LEARN).click()
    kept = editor.draft.lines[0]
    assert (kept.hears_need, kept.tip) == (True, True)
    assert kept.purposes == {Purpose.REFERRAL, Purpose.LEARN}
    for _count in range(3):
        editor.undo()
    assert not editor.kept.has_draft


def test_a_suggestion_needs_a_line_that_hears_a_need(editor: Editor) -> None:
    """M-78."""
    editor.open_line(0).after.click()
    assert editor.page.to_mend.label().startswith(
        "To mend first: The lines: For the purpose “A referral” something is suggested"
    )


# Purposes, bridges, and around ------------------------------------------------------------------


def test_purposes_are_changed_added_moved_and_removed(editor: Editor) -> None:
    editor.page.show_part(Part.PURPOSES)
    part = editor.page.parts[Part.PURPOSES]
    assert isinstance(part, PurposesPart)
    assert editor.heard[0] == "Someone who noticed and may want the same"
    part.purposes[Purpose.REFERRAL].moved.emit(1)
    assert [plan.purpose for plan in editor.draft.purposes][:2] == [
        Purpose.RELATIONSHIP,
        Purpose.REFERRAL,
    ]
    part.purposes[Purpose.REFERRAL].removed.emit()
    assert Purpose.REFERRAL not in {plan.purpose for plan in editor.draft.purposes}
    actions = part.add.menu_shown.actions()
    next(action for action in actions if action.text() == "Thank them").trigger()
    row = part.purposes[Purpose.THANK]
    assert row.is_open
    assert not editor.page.use.isEnabled()
    for code, said in (("hint", "Thanks"), ("outcome", "They know"), ("back", "And thank you.")):
        editor.type_over(row.fields[code].words, said)
    editor.page.rehearse.setFocus()
    plan = editor.draft.purposes[-2]
    assert (plan.purpose, plan.back.words) == (Purpose.THANK, "And thank you.")
    assert editor.page.use.isEnabled()


def test_a_way_back_can_be_left_to_the_purpose(editor: Editor) -> None:
    editor.page.show_part(Part.BRIDGES)
    part = editor.page.parts[Part.BRIDGES]
    assert isinstance(part, BridgesPart)
    row = part.bridges[Detour.PRICE]
    row.open_up()
    back = row._fields[Purpose.REFERRAL]
    assert back.words.text() == "And the people around you, what do they say about it?"
    back.for_whom.show_sentence("")
    editor.type_over(back.words, " ")
    assert back.words.placeholderText() == "Tell me, whom did you tell about it first?"
    price = list(Detour).index(Detour.PRICE)
    assert editor.heard[price].endswith("Tell me, whom did you tell about it first?")
    editor.type_over(row._fields[""].words, "I see.")
    editor.page.rehearse.setFocus()
    bridge = next(one for one in editor.draft.bridges if one.detour is Detour.PRICE)
    assert bridge.answer.words == "I see."
    assert Purpose.REFERRAL not in bridge.backs


def test_somebody_else_hears_no_more_than_they_may(editor: Editor) -> None:
    editor.page.show_part(Part.BRIDGES)
    part = editor.page.parts[Part.BRIDGES]
    assert isinstance(part, BridgesPart)
    row = part.bridges[Detour.NOT_THE_RIGHT_PERSON]
    row.open_up()
    answer = row._fields[""]
    answer.words.setFocus()
    answer.words.insertPlainText("{item} ")
    assert "so this stays out of it: item" in answer.problem.text()


def test_title_minutes_and_feared_answers(editor: Editor) -> None:
    """M-80: what may be feared, each with a way out."""
    editor.page.show_part(Part.AROUND)
    part = editor.page.parts[Part.AROUND]
    assert isinstance(part, AroundPart)
    editor.type_over(part.title, "Our first call")
    part.minutes.chosen.emit(7)
    part.add.click()
    row = part.fears[0]
    editor.type_over(row._fields["they_say"].words, "I am busy.")
    editor.type_over(row._fields["way_out"].words, "Then another time.")
    editor.page.rehearse.setFocus()
    assert editor.page.heading.text() == "Our first call"
    draft = editor.draft
    assert (draft.title, draft.minutes) == ("Our first call", 7)
    assert draft.fears[0].way_out.words == "Then another time."
    assert "Then another time." in editor.heard
    row.removed.emit()
    assert editor.draft.fears == ()


# Into use, and back -----------------------------------------------------------------------------


def test_it_comes_into_use_by_keyboard_and_goes_back(
    editor: Editor, qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = editor.open_line(0).words.words
    editor.type_over(words, "Was it a good night?")
    qtbot.keyClick(words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    playbook = desk.services.playbooks.get
    assert playbook(Kind.DAY_AFTER).lines[0].words.words == "Was it a good night?"
    assert editor.page.own.isVisible()
    assert not editor.page.use.isEnabled()

    monkeypatch.setattr("followup_desktop.ui.playbook.controller.ask", lambda *_: True)
    editor.page.shipped.trigger()
    assert editor.page.own.isHidden()
    assert playbook(Kind.DAY_AFTER).lines[0].words.words.startswith("Did your friends")
    editor.undo()
    assert editor.page.own.isVisible()


def test_one_that_cannot_be_read_can_be_put_away(
    editor: Editor, desk: Desk, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    edits = desk.services.playbook_edits
    desk.do(edits.use, replace(editor.draft, minutes=9))
    store.database.execute_sql("UPDATE playbook SET text = 'minutes = '")
    editor.controller.refresh()
    assert editor.page.own.isHidden()
    monkeypatch.setattr("followup_desktop.ui.playbook.controller.ask", lambda *_: True)
    editor.page.shipped.trigger()
    assert desk.services.playbooks.fault(Kind.DAY_AFTER) is None
    assert not editor.page.shipped.isEnabled()


def test_a_draft_that_is_given_up_leaves_the_one_in_use(editor: Editor) -> None:
    editor.type_over(editor.open_line(0).words.words, "Was it a good night?")
    editor.page.give_up.trigger()
    assert not editor.kept.has_draft
    assert editor.heard[1] == "Did your friends or family like the navy suit?"
    editor.undo()
    assert editor.heard[1] == "Was it a good night?"


def test_leaving_the_page_keeps_what_is_half_typed(editor: Editor, store: Store) -> None:
    editor.type_over(editor.open_line(0).words.words, "Was it")
    editor.controller.leave()
    assert (
        Services(store).playbook_edits.edit(Kind.DAY_AFTER).draft.lines[0].words.words == "Was it"
    )


# Rehearsing -------------------------------------------------------------------------------------


def test_it_is_read_aloud_line_by_line_and_nothing_is_written(
    editor: Editor, qtbot: QtBot, store: Store
) -> None:
    """M-9."""
    before = everything(store)
    editor.page.rehearse.click()
    sheet = editor.page.window().findChild(Rehearsal)
    assert sheet is not None
    assert sheet.page.caption.text() == "The opening"
    qtbot.keyClick(sheet.page, Qt.Key.Key_Space)
    assert sheet.page.words.text() == "Did your friends or family like the navy suit?"
    assert sheet.page.cue.text() == "On the call: Family liked it?"
    qtbot.keyClick(sheet.page, Qt.Key.Key_Left)
    assert sheet.at == 0
    qtbot.keyClick(sheet.page, Qt.Key.Key_End)
    assert sheet.page.caption.text() == "If a machine answers"
    assert sheet.next.label() == "Done"
    qtbot.keyClick(sheet.page, Qt.Key.Key_Home)
    assert sheet.at == 0
    qtbot.keyClick(sheet.page, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert everything(store) == before
