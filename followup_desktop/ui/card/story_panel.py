"""The middle of the card: the story with its tabs, its search, and the line for a note."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from followup_desktop.domain.story import EventKind, StoryEvent
from followup_desktop.ui.card.story_view import StoryView
from followup_desktop.ui.kit.fields import LineField
from followup_desktop.ui.kit.notices import EmptyState
from followup_desktop.ui.kit.search_field import SearchField
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tabs import Tabs
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _

_TOGETHER_MS = 60

TAB_KINDS: dict[str, tuple[EventKind, ...]] = {
    "story": (),
    "purchases": (EventKind.PURCHASE, EventKind.VISIT, EventKind.ORDER, EventKind.DELAY),
    "calls": (EventKind.CALL,),
    "notes": (EventKind.NOTE,),
}
"""What each tab shows; nothing means all."""


@dataclass(frozen=True, slots=True)
class StoryWanted:
    text: str = ""
    kinds: tuple[EventKind, ...] = ()


class StoryPanel(Card):
    wanted = Signal(object)
    """StoryWanted: show this part of the story."""
    more_wanted = Signal()
    """What comes after the last event that is shown."""
    opened = Signal(object)
    """Entry."""
    note_added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=0)
        self.setObjectName("story_panel")
        self._today, self._reader = date.min, ""
        self._has_more = False
        self._build_ui()
        self._connect()

    def looked_for(self) -> StoryWanted:
        return StoryWanted(self.search.text().strip(), TAB_KINDS[str(self.tabs.value())])

    def begin(self) -> None:
        """Another customer: all of their story, and no half typed note of somebody else's."""
        self.tabs.choose("story")
        self.search.clear()
        self.note.clear()

    def show_story(
        self, events: Sequence[StoryEvent], today: date, reader: str, *, has_more: bool
    ) -> None:
        self._today, self._reader, self._has_more = today, reader, has_more
        scrolled = self.view.verticalScrollBar().value()
        self.view.story().show(events, today, reader)
        self.view.verticalScrollBar().setValue(scrolled)
        self.body_stack.setCurrentWidget(self.view if events else self.empty)
        if not events:
            self.empty.show_words(*self._empty_words())
        if has_more:
            self.view.look_ahead_soon()

    def add_events(self, events: Sequence[StoryEvent], *, has_more: bool) -> None:
        self._has_more = has_more
        self.view.story().add(events, self._today, self._reader)

    def last(self) -> StoryEvent | None:
        return self.view.story().last()

    def note_kept(self) -> None:
        self.note.clear()

    def _empty_words(self) -> tuple[str, str]:
        if self.search.text().strip():
            return _("Nothing like that"), _("No event of this customer holds these words.")
        if self.looked_for().kinds:
            return _("Nothing here yet"), _("It comes as you go along.")
        return _("The story begins"), _("Visits, calls and notes will stand here, newest first.")

    def _on_more_wanted(self) -> None:
        if self._has_more:
            self._has_more = False
            self.more_wanted.emit()

    def _on_looked_for(self) -> None:
        self._soon.stop()
        self.view.scrollToTop()
        self.wanted.emit(self.looked_for())

    def _on_note_entered(self) -> None:
        if text := self.note.text().strip():
            self.note_added.emit(text)

    def _build_ui(self) -> None:
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TOGETHER_MS)
        self.tabs = Tabs(
            [
                ("story", _("Story")),
                ("purchases", _("Purchases")),
                ("calls", _("Calls")),
                ("notes", _("Notes")),
            ],
            name="story_tabs",
            label=_("What of the story"),
        )
        self.view = StoryView()
        self.empty = EmptyState("", "")
        self.body_stack = QStackedWidget()
        self.body_stack.addWidget(self.view)
        self.body_stack.addWidget(self.empty)
        self.note = LineField("", name="add_note", placeholder=_("Add a note"))
        self.note.setAccessibleName(_("Add a note"))
        self.search = SearchField(_("Find in the story"), name="story_search")
        below = QHBoxLayout()
        below.setContentsMargins(Space.CARD, Space.SMALL, Space.CARD, Space.CARD)
        below.setSpacing(Space.SMALL)
        below.addWidget(self.note, 3)
        below.addWidget(self.search, 2)
        self.body.setSpacing(0)
        self.body.setContentsMargins(1, 0, 1, 0)
        self.body.addWidget(self.tabs)
        self.body.addSpacing(Space.SMALL)
        self.body.addWidget(self.body_stack, 1)
        self.body.addLayout(below)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_looked_for)
        self.search.textEdited.connect(lambda: self._soon.start())
        self._soon.timeout.connect(self._on_looked_for)
        self.view.more_wanted.connect(self._on_more_wanted)
        self.view.opened.connect(self.opened)
        self.note.returnPressed.connect(self._on_note_entered)
