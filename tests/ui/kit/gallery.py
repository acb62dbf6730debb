"""Every kit widget on three boards, as pictures: `python -m tests.ui.kit.gallery FOLDER`.

For people who change the look: run it, and look. Nothing is tested here.
"""

import os
import sys
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.bars import ProgressLine, StageLine
from followup_desktop.ui.kit.buttons import (
    IconButton,
    LinkButton,
    MenuButton,
    PrimaryButton,
    QuietButton,
)
from followup_desktop.ui.kit.calendar_popup import CalendarPopup
from followup_desktop.ui.kit.chips import Avatar, Badge, Chip, KeyHint
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.columns import Column, Columns
from followup_desktop.ui.kit.dates import DateField, TimeField
from followup_desktop.ui.kit.facts import FactGrid
from followup_desktop.ui.kit.fields import Field, LineField, TextField
from followup_desktop.ui.kit.labels import (
    Body,
    Caps,
    ElidedLabel,
    Faint,
    Heading,
    Mantra,
    Muted,
    Number,
    Serif,
    Small,
    Strong,
    Subheading,
)
from followup_desktop.ui.kit.nav import NavButton
from followup_desktop.ui.kit.notices import EmptyState, Notice
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.quiet_bar import QuietBar
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.squares import Square, Squares
from followup_desktop.ui.kit.steps import StepBar
from followup_desktop.ui.kit.surfaces import Card, Divider, TintedCard
from followup_desktop.ui.kit.tabs import Tabs
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space, ToneName

TODAY = date(2026, 11, 21)


def row(*widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(Space.SMALL)
    for widget in widgets:
        layout.addWidget(widget)
    if stretch:
        layout.addStretch()
    return layout


def card_board() -> QWidget:
    """Like the customer's card: rail, top bar, three columns."""
    board = QWidget()
    grid = QGridLayout(board)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(0)
    rail = QWidget()
    places = QVBoxLayout(rail)
    places.setContentsMargins(8, 74, 8, 14)
    for text, icon in (
        ("Today", "today"),
        ("Customers", "customers"),
        ("Orders", "orders"),
        ("Insights", "insights"),
    ):
        button = NavButton(text, name=icon, icon=icon)
        button.setChecked(icon == "customers")
        places.addWidget(button)
    places.addStretch()
    places.addWidget(NavButton("Settings", name="settings", icon="settings"))
    grid.addWidget(rail, 0, 0, 2, 1)
    search = LineField(name="search", placeholder="Find a customer by name or phone")
    search.set_trailing(KeyHint("Ctrl K"))
    search.setMinimumWidth(420)
    bar = row(
        search,
        QuietButton("Record a visit", name="visit", icon="plus"),
        MenuButton("Ed Marsh", name="clerk", bare=True),
    )
    bar.setContentsMargins(24, 12, 24, 12)
    grid.addLayout(bar, 0, 1)
    page = QVBoxLayout()
    page.setContentsMargins(24, 12, 24, 24)
    page.setSpacing(16)
    head = Card()
    line = row(
        Avatar("RL", ToneName.PROMISE, 60),
        Heading("Mr. Richard Libin"),
        Badge("Repeat customer · 3 purchases", ToneName.PURCHASE),
    )
    line.addWidget(QuietButton("Edit", name="edit"))
    line.addWidget(PrimaryButton("Start a call", name="call", large=True))
    head.body.addLayout(line)
    head.add(Muted("Say “LIB-in” · prefers “Mr. Libin” · +1 212 555 0143 mobile"))
    page.addWidget(head)
    columns = QHBoxLayout()
    columns.setSpacing(16)
    columns.addLayout(_left_column(), 3)
    columns.addLayout(_middle_column(), 6)
    columns.addLayout(_right_column(), 3)
    page.addLayout(columns, 1)
    grid.addLayout(page, 1, 1)
    grid.setColumnStretch(1, 1)
    return board


def _left_column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(16)
    known = Card("Before you talk")
    known.add(
        FactGrid(
            [
                ("Bought for", "Board meeting, 24 Nov"),
                ("Works as", "Architect, own studio"),
                ("Likes", "Charcoal, two-button, no pleats"),
                ("Sizes", "42 L, 34/34, shoe 11"),
            ]
        )
    )
    people = Card("People")
    people.add(FactGrid([("Wife", "Dana"), ("Referred", LinkButton("Tom Kessler", name="tom"))]))
    calls = Card("Calls a week")
    columns = Columns(name="calls", label="Calls a week")
    columns.show_columns([Column(f"{day} Nov", day % 5, 5, "") for day in (2, 9, 16)], "")
    hours = Squares(name="hours", label="When people are reached")
    shares = [Square(at % 2, at, at / 5 if at else None, "") for at in range(6)]
    hours.show_squares(["Mon", "Tue"], [str(10 + at) for at in range(6)], shares, "")
    for part in (columns, hours, ProgressLine(3, 5, thick=True)):
        calls.add(part)
    for card in (known, people, calls):
        column.addWidget(card)
    column.addStretch()
    return column


def _middle_column() -> QVBoxLayout:
    column = QVBoxLayout()
    story = Card(padding=0)
    story.add(Tabs([(1, "Story"), (2, "Purchases"), (3, "Calls"), (4, "Notes")], name="tabs"))
    inner = QVBoxLayout()
    inner.setContentsMargins(18, 8, 18, 18)
    inner.addWidget(Strong("You called · 6 min · reached"))
    inner.addWidget(Small("“Dana loved it. Asked who the tailor was.” Gave a referral.", wrap=True))
    inner.addWidget(Divider())
    inner.addWidget(ElidedLabel("A very long line that has no room " * 6))
    inner.addWidget(Faint("any time"))
    inner.addWidget(Notice("The number was not saved. It looks too short.", problem=True))
    inner.addWidget(Notice("This shop is sample data. Look around as you like."))
    inner.addWidget(
        EmptyState(
            "All done for today",
            "Three customers have no next step yet.",
            action="Show them",
            name="leak",
        ),
        1,
    )
    story.body.addLayout(inner, 1)
    column.addWidget(story)
    return column


def _right_column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(16)
    coming = Card("Coming up")
    for tone, word, when in (
        (ToneName.PROMISE, "Promise", "today by 11:00"),
        (ToneName.PURCHASE, "After purchase", "25 Nov"),
        (ToneName.NOT_BOUGHT, "Not bought yet", "26 Nov"),
        (ToneName.REFERRAL, "Referral", "any time"),
        (ToneName.THANKS, "Thank you", "11 May"),
    ):
        coming.body.addLayout(row(Badge(word, tone), Strong(when)))
    coming.add(QuietButton("Plan a follow-up", name="plan", icon="plus"))
    order = Card("Order · charcoal suit")
    order.add(StageLine(2, 5))
    order.add(Small("Entered, in the workroom. Next: ready?", wrap=True))
    order.add(ProgressLine(3, 10))
    why = TintedCard("Why this call")
    told = Body("", wrap=True)
    told.set_emphasis("On Saturday you said you would call by 11:00 today.", "11:00 today")
    why.add(told)
    asking = TintedCard("Worth asking", tone=ToneName.WARNING)
    asking.add(Body("You don’t know what he does for work.", wrap=True))
    for card in (coming, order, why, asking):
        column.addWidget(card)
    column.addStretch()
    return column


def call_board() -> QWidget:
    """Like the guided call."""
    board = QWidget()
    column = QVBoxLayout(board)
    column.setContentsMargins(24, 12, 24, 24)
    column.setSpacing(16)
    steps = StepBar(["Purpose", "Script", "Bridge", "Call", "Wrap up"], name="steps")
    steps.show_step(3)
    top = row(
        IconButton("Leave the call", name="leave", icon="close"), Subheading("Mr. Libin"), steps
    )
    top.addWidget(Number("04:12"))
    top.addWidget(PrimaryButton("End the call", name="end"))
    column.addLayout(top)
    parts = QHBoxLayout()
    parts.setSpacing(16)
    talk = Card(padding=22)
    talk.add(Caps("Purpose"))
    talk.add(Serif("Keep the promise, then a lead to Tom’s colleague", wrap=True))
    for index, cue in enumerate(("Trousers ready", "Dana’s verdict?", "May I call them?")):
        talk.add(Divider())
        tick = Tick(cue, name=f"cue_{index}", cue=True)
        tick.setChecked(index == 0)
        talk.add(tick)
    talk.add(Caps("Notes"))
    notes = TextField("Dana wants the grey for him too.", name="notes")
    notes.fill_height()
    talk.add(notes, 1)
    parts.addWidget(talk, 2)
    side = Card("If they go elsewhere")
    for chip in ("Not a good time", "Price", "Bought elsewhere"):
        side.add(QuietButton(chip, name=chip, leading=True))
    outcome = Choices(
        [(i, words) for i, words in enumerate(("Talked", "No answer", "Left a message", "Later"))],
        name="outcome",
    )
    outcome.choose(0)
    side.add(outcome)
    side.body.addLayout(row(Chip("10 min", name="t"), Chip("1 hour", name="h", checkable=True)))
    side.add(Mantra("You planned it. Now talk, don’t read.", wrap=True))
    off = QuietButton("Not now", name="off")
    off.setEnabled(False)
    no = PrimaryButton("Save", name="no")
    no.setEnabled(False)
    side.body.addLayout(row(off, no))
    side.body.addStretch()
    parts.addWidget(side, 1)
    column.addLayout(parts, 1)
    QuietBar(board).offer("Moved to tomorrow", "Undo")
    return board


def visit_board() -> QWidget:
    """Like the visit form, over a page."""
    board = QWidget()
    sheet = Sheet(board, "Record a visit", name="visit")
    bought = Choices([(1, "Bought something"), (0, "Left without buying")], name="bought")
    bought.choose(1)
    sheet.body.addWidget(bought)
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(12)
    who = LineField("Jun Hayashi", name="who")
    who.set_trailing(Badge("New customer", ToneName.PURCHASE))
    phone = Field("Phone", LineField("+1 646 555", name="phone"))
    phone.set_problem("That number looks too short.")
    reach = Choices([(0, "Takes it now"), (1, "Alteration"), (2, "Order")], name="reach")
    reach.choose(1)
    ready = DateField(name="ready", today=TODAY, value=date(2026, 11, 25))
    when = TimeField(name="when", value=time(15, 30))
    grid.addWidget(Field("Who", who), 0, 0)
    grid.addWidget(phone, 0, 1)
    grid.addWidget(Field("What", LineField("Navy suit, two-button", name="what")), 1, 0)
    grid.addWidget(
        Field("What is it for?", Picker([(1, "Sister’s wedding"), (2, "Other")], name="for")), 1, 1
    )
    grid.addWidget(Field("How does it reach them?", reach), 2, 0)
    grid.addWidget(Field("Ready on", ready), 2, 1)
    grid.addWidget(Field("At", when), 3, 1)
    sheet.body.addLayout(grid)
    learned = TextField("Lives with his parents. Nervous about the speech.", name="learned")
    sheet.body.addWidget(Field("Anything you learned about them", learned))
    planned = Card("We will remind you")
    for words in ("How do you feel about it?", "Is it ready, complete, as promised?"):
        tick = Tick(words, name="tick")
        tick.setChecked(True)
        line = row(tick)
        line.addWidget(Badge("After purchase", ToneName.PURCHASE))
        planned.body.addLayout(line)
    sheet.body.addWidget(planned)
    sheet.footer.insertWidget(0, Tick("May call this number", name="may"))
    sheet.add_cancel("Cancel")
    sheet.add_primary("Save visit", name="save")
    board.sheet = sheet  # type: ignore[attr-defined]
    return board


def calendar_board() -> QWidget:
    return CalendarPopup(date(2026, 11, 25), TODAY, None)


BOARDS: dict[str, Callable[[], QWidget]] = {
    "card": card_board,
    "call": call_board,
    "visit": visit_board,
    "calendar": calendar_board,
}


def draw(folder: Path, *, width: int = 1366, height: int = 768) -> None:
    """Every board, light and dark, at 100 % and 150 %."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    for look in (theme.Appearance.LIGHT, theme.Appearance.DARK):
        for size in (100, 150):
            theme.apply(app, look, size)
            for name, build in BOARDS.items():
                board = build()
                if name != "calendar":
                    board.resize(width, height)
                board.show()
                if (sheet := getattr(board, "sheet", None)) is not None:
                    sheet.open()
                app.processEvents()
                board.grab().save(str(folder / f"{name}_{look}_{size}.png"))
                board.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    draw(Path(sys.argv[1]))
