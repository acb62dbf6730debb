"""Cards, facts, bars, notices, steps, tabs, pickers, badges, and the flow that wraps them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.bars import ProgressLine, StageLine
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.chips import Avatar, Badge, Chip
from followup_desktop.ui.kit.facts import FactGrid
from followup_desktop.ui.kit.flow import FlowLayout
from followup_desktop.ui.kit.labels import Body, Faint
from followup_desktop.ui.kit.notices import EmptyState, Notice
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.scroller import Scroller
from followup_desktop.ui.kit.steps import StepBar
from followup_desktop.ui.kit.surfaces import Card, TintedCard
from followup_desktop.ui.kit.tabs import Tabs
from followup_desktop.ui.kit.tokens import LIGHT, ToneName
from tests.ui.kit.keyboard import press, show_active


def colours_of_row(image: QImage, y: int) -> list[str]:
    """The colours met from left to right, each once in a row."""
    row: list[str] = []
    for x in range(image.width()):
        name = image.pixelColor(x, y).name()
        if not row or row[-1] != name:
            row.append(name)
    return row


def test_a_card_shows_its_title_or_none(qtbot: QtBot) -> None:
    card = Card("Before you talk")
    qtbot.addWidget(card)
    assert card.title.text() == "Before you talk"
    assert card.accessibleName() == "Before you talk"
    plain = Card()
    qtbot.addWidget(plain)
    plain.show()
    assert not plain.title.isVisible()


def test_a_card_is_white_with_round_corners(qtbot: QtBot) -> None:
    page = QWidget()
    card = Card("Known", page)
    qtbot.addWidget(page)
    card.resize(200, 100)
    page.resize(200, 100)
    image = page.grab().toImage()
    assert image.pixelColor(0, 0).name() == LIGHT.window
    assert image.pixelColor(100, 0).name() == LIGHT.line
    assert image.pixelColor(100, 95).name() == LIGHT.surface


def test_a_tinted_card_wears_its_tone(qtbot: QtBot) -> None:
    card = TintedCard("Worth asking", tone=ToneName.WARNING)
    qtbot.addWidget(card)
    card.resize(200, 100)
    assert card.grab().toImage().pixelColor(100, 95).name() == LIGHT.warning.tint


def test_facts_wrap_and_line_up(qtbot: QtBot) -> None:
    grid = FactGrid([("Likes", "Charcoal, two-button, no pleats, ever"), ("Sizes", "42 L")])
    qtbot.addWidget(grid)
    grid.resize(220, 200)
    grid.show()
    likes, sizes = grid.findChildren(Body)
    names = grid.findChildren(Faint)
    assert likes.x() == sizes.x()
    assert likes.height() >= 2 * likes.fontMetrics().height()
    assert [name.text() for name in names] == ["Likes", "Sizes"]
    assert names[0].y() == likes.y()


def test_a_label_stays_on_one_line_beside_a_long_value(qtbot: QtBot) -> None:
    grid = FactGrid([("Last purchase", "Charcoal two-button suit, 14 Nov " * 4)])
    qtbot.addWidget(grid)
    grid.resize(230, 300)
    grid.show()
    label = grid.findChild(Faint)
    assert label.width() >= label.fontMetrics().horizontalAdvance("Last purchase")
    assert label.height() < 2 * label.fontMetrics().height()


def test_a_long_label_wraps_instead_of_pushing_its_value_away(qtbot: QtBot) -> None:
    grid = FactGrid([("What they looked at when they were here last", "A raincoat")])
    qtbot.addWidget(grid)
    grid.resize(600, 100)
    grid.show()
    assert grid.findChild(Body).x() < 200


def test_facts_can_be_replaced_and_hold_widgets(qtbot: QtBot) -> None:
    grid = FactGrid([("Likes", "Charcoal")])
    qtbot.addWidget(grid)
    grid.show()
    link = LinkButton("Tom Kessler", name="tom")
    grid.set_facts([("Wife", "Dana"), ("Referred", link)])
    QApplication.processEvents()
    assert link.isVisible()
    shown = [label.text() for label in grid.findChildren(Body) if label.isVisible()]
    assert shown == ["Dana"]
    assert grid.findChildren(Body)[-1].x() == link.x()
    # Values stand beside their labels, however little there is of them.
    grid.resize(500, 100)
    QApplication.processEvents()
    names = [label for label in grid.findChildren(Faint) if label.isVisible()]
    assert link.x() < max(name.fontMetrics().horizontalAdvance(name.text()) for name in names) + 24


def test_a_fact_of_ten_thousand_letters_keeps_its_column(qtbot: QtBot) -> None:
    grid = FactGrid([("Note", "x" * 10_000)])
    qtbot.addWidget(grid)
    assert grid.minimumSizeHint().width() < 250


@pytest.mark.parametrize(
    ("done", "of", "share"), [(0, 10, 0), (3, 10, 0.3), (10, 10, 1), (12, 10, 1), (1, 0, 0)]
)
def test_a_bar_is_as_full_as_it_says(qtbot: QtBot, done: int, of: int, share: float) -> None:
    bar = ProgressLine(done, of)
    qtbot.addWidget(bar)
    bar.resize(200, 6)
    image = bar.grab().toImage()
    full = sum(image.pixelColor(x, 3).name() == LIGHT.primary_ink for x in range(200))
    assert full == pytest.approx(200 * share, abs=4)


def test_stages_show_what_is_done_and_what_is_under_way(qtbot: QtBot) -> None:
    line = StageLine(1, 3)
    qtbot.addWidget(line)
    line.resize(300, 6)
    seen = [name for name in colours_of_row(line.grab().toImage(), 3)]
    main = [c for c in seen if c in (LIGHT.primary_ink, LIGHT.under_way, LIGHT.track)]
    assert main == [LIGHT.primary_ink, LIGHT.under_way, LIGHT.track]


def test_a_notice_is_there_only_while_it_says_something(qtbot: QtBot) -> None:
    page = QWidget()
    layout = QVBoxLayout(page)
    notice = Notice()
    layout.addWidget(notice)
    qtbot.addWidget(page)
    page.show()
    assert not notice.isVisible()
    notice.show_problem("Nothing was saved: the disk is full.")
    assert notice.isVisible()
    assert notice.text() == "Nothing was saved: the disk is full."
    assert notice.accessibleName() == notice.text()
    notice.show_note("")
    assert not notice.isVisible()


def test_an_empty_place_says_what_to_do_next(qtbot: QtBot) -> None:
    empty = EmptyState(
        "All done for today", "Three customers have no next step.", action="Show them", name="leak"
    )
    qtbot.addWidget(empty)
    empty.show()
    assert empty.action.objectName() == "leak"
    with qtbot.waitSignal(empty.action_requested):
        qtbot.mouseClick(empty.action, Qt.MouseButton.LeftButton)
    empty.show_words("Nothing here yet", "Record a visit to begin.")
    assert not empty.action.isVisible()


def test_steps_can_be_asked_for(qtbot: QtBot) -> None:
    bar = StepBar(["Purpose", "Script", "Bridge", "Call", "Wrap up"], name="steps")
    qtbot.addWidget(bar)
    bar.show()
    bar.show_step(1, closed={4})
    steps = [bar.findChild(QWidget, f"steps_{number}") for number in range(1, 6)]
    with qtbot.waitSignal(bar.step_requested) as told:
        qtbot.mouseClick(steps[3], Qt.MouseButton.LeftButton)
    assert told.args == [3]
    with qtbot.assertNotEmitted(bar.step_requested):
        qtbot.mouseClick(steps[4], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.step_requested) as told:
        qtbot.keyClick(steps[0], Qt.Key.Key_Return)
    assert told.args == [0]


def test_steps_say_where_one_is(qtbot: QtBot) -> None:
    bar = StepBar(["Purpose", "Script", "Bridge"], name="steps")
    qtbot.addWidget(bar)
    width = bar.sizeHint().width()
    bar.show_step(1)
    said = []
    for number in (1, 2, 3):
        step = bar.findChild(QWidget, f"steps_{number}")
        interface = QAccessible.queryAccessibleInterface(step)
        said.append(
            (
                interface.text(QAccessible.Text.Name),
                interface.text(QAccessible.Text.Description),
            )
        )
    assert said == [("Purpose", "Done"), ("Script", "The step you are at"), ("Bridge", "")]
    assert bar.sizeHint().width() == width


def test_tabs_by_mouse_and_by_arrow_keys(qtbot: QtBot) -> None:
    tabs = Tabs([("story", "Story"), ("calls", "Calls"), ("notes", "Notes")], name="tabs")
    qtbot.addWidget(tabs)
    show_active(qtbot, tabs)
    told: list[object] = []
    tabs.chosen.connect(told.append)
    assert tabs.value() == "story"
    qtbot.mouseClick(tabs.findChild(QWidget, "tabs_calls"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(tabs.findChild(QWidget, "tabs_calls"), Qt.MouseButton.LeftButton)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Left)
    assert told == ["calls", "notes", "story", "notes"]
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.choose("calls")
    assert tabs.value() == "calls"


def test_what_a_picker_has_no_room_for_is_its_tooltip(qtbot: QtBot) -> None:
    words = "The first 4 purchases, as for everybody"
    picker = Picker([(4, words), (1, "None")], name="span", label="All the calls after")
    qtbot.addWidget(picker)
    picker.setFixedWidth(120)
    picker.choose(4)
    picker.grab()
    assert picker.toolTip() == words
    picker.choose(1)
    picker.grab()
    assert picker.toolTip() == ""


def test_a_picker_chooses_by_keyboard(qtbot: QtBot) -> None:
    picker = Picker([(12, "12 weeks"), (52, "A year")], name="span", label="How long")
    qtbot.addWidget(picker)
    picker.show()
    assert picker.value() is None
    with qtbot.assertNotEmitted(picker.chosen):
        picker.choose(12)
    with qtbot.waitSignal(picker.chosen) as told:
        qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert told.args == [52]
    picker.set_options([(52, "A year"), (104, "Two years")])
    assert picker.value() == 52
    picker.choose("gone")
    assert picker.value() is None
    assert picker.accessibleName() == "How long"


def test_a_badge_says_what_it_shows_and_can_shrink(qtbot: QtBot) -> None:
    badge = Badge("After purchase", ToneName.PURCHASE)
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "After purchase"
    image = badge.grab().toImage()
    assert image.pixelColor(image.width() // 2, 1).name() == LIGHT.purchase.tint
    badge.set_badge("x" * 10_000, ToneName.NEUTRAL)
    assert badge.sizeHint().width() < 400
    badge.grab()


@pytest.mark.parametrize("initials", ["RL", "", "WWW", "Ω", "👩"])
def test_an_avatar_grows_with_the_text(qtbot: QtBot, qapp: QApplication, initials: str) -> None:
    avatar = Avatar(initials, ToneName.PROMISE, 40)
    qtbot.addWidget(avatar)
    assert avatar.sizeHint().width() == 40
    image = avatar.grab().toImage()
    assert image.pixelColor(20, 1).name() == LIGHT.promise.tint
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.LARGEST)
    assert avatar.sizeHint().width() == 60


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_a_flow_wraps_and_overlaps_nothing(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    page = QWidget()
    page.setLayoutDirection(direction)
    flow = FlowLayout(page)
    chips = [Chip(words, name=words) for words in ("Price", "Not a good time", "Just chatting")]
    for chip in chips:
        flow.addWidget(chip)
    qtbot.addWidget(page)
    page.resize(200, 300)
    page.show()
    boxes = [chip.geometry() for chip in chips]
    assert len({box.y() for box in boxes}) == 3
    assert all(page.rect().contains(box) for box in boxes)
    page.resize(900, 60)
    QApplication.processEvents()
    boxes = [chip.geometry() for chip in chips]
    assert len({box.y() for box in boxes}) == 1
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
    assert (boxes[0].x() < boxes[1].x()) == (direction is Qt.LayoutDirection.LeftToRight)


def test_a_chip_wider_than_its_line_is_narrowed(qtbot: QtBot) -> None:
    page = QWidget()
    flow = FlowLayout(page)
    chip = Chip("A bridge with quite a long name", name="long")
    flow.addWidget(chip)
    qtbot.addWidget(page)
    flow.setGeometry(page.rect().adjusted(0, 0, 0, 0))
    page.resize(120, 100)
    flow.setGeometry(page.rect())
    assert chip.width() <= 120


def test_a_column_scrolls_only_in_height(qtbot: QtBot) -> None:
    content = QWidget()
    layout = QVBoxLayout(content)
    for number in range(40):
        layout.addWidget(Body(f"A line that says {number} times the same thing", wrap=True))
    scroller = Scroller(content)
    qtbot.addWidget(scroller)
    scroller.resize(260, 300)
    scroller.show()
    QApplication.processEvents()
    assert scroller.verticalScrollBar().isVisible()
    assert not scroller.horizontalScrollBar().isVisible()
    assert content.width() == scroller.viewport().width()
    assert scroller.minimumSizeHint().width() >= content.minimumSizeHint().width()


def test_what_is_too_wide_brings_no_bar_at_the_bottom(qtbot: QtBot) -> None:
    content = QWidget()
    content.setMinimumWidth(500)
    scroller = Scroller(content)
    qtbot.addWidget(scroller)
    scroller.resize(200, 300)
    scroller.show()
    QApplication.processEvents()
    assert not scroller.horizontalScrollBar().isVisible()
