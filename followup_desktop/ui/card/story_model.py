"""The story as rows; more of it is added at the end as somebody scrolls there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from followup_desktop.domain.story import EventKind, StoryEvent
from followup_desktop.ui import tones
from followup_desktop.ui.kit.text_box import shortened
from followup_desktop.ui.kit.tokens import ToneName
from followup_desktop.words import story as words

DISPLAY = Qt.ItemDataRole.DisplayRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
_NO_PARENT = QModelIndex()
_TITLE, _TEXT = 160, 420
"""Letters that are shown; Enter shows the whole."""

_TONES = {
    EventKind.CALL: ToneName.REFERRAL,
    EventKind.PURCHASE: ToneName.PURCHASE,
    EventKind.VISIT: ToneName.NEUTRAL,
    EventKind.ORDER: ToneName.PURCHASE,
    EventKind.DELAY: ToneName.WARNING,
    EventKind.PROMISE: ToneName.PROMISE,
    EventKind.PROBLEM: ToneName.WARNING,
    EventKind.REFERRAL: ToneName.REFERRAL,
    EventKind.NOTE: ToneName.NEUTRAL,
}
"""Of the dot beside an entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    event: StoryEvent
    words: words.StoryWords
    """Whole."""
    day: str
    """Empty where the event above has the same."""
    title: str
    text: str
    tone: ToneName


class StoryModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show(self, events: Sequence[StoryEvent], today: date, reader: str) -> None:
        self.beginResetModel()
        self._entries = self._worded(events, today, reader, "")
        self.endResetModel()

    def add(self, events: Sequence[StoryEvent], today: date, reader: str) -> None:
        """What comes after the last."""
        if not events:
            return
        first = len(self._entries)
        self.beginInsertRows(_NO_PARENT, first, first + len(events) - 1)
        last_day = self._entries[-1].words.day if self._entries else ""
        self._entries += self._worded(events, today, reader, last_day)
        self.endInsertRows()

    def entry(self, place: int) -> Entry:
        return self._entries[place]

    def last(self) -> StoryEvent | None:
        return self._entries[-1].event if self._entries else None

    def _worded(
        self, events: Sequence[StoryEvent], today: date, reader: str, day_above: str
    ) -> list[Entry]:
        entries = []
        for event in events:
            told = words.story(event, today, reader)
            day = "" if told.day == day_above else told.day
            title, text = shortened(told.title, _TITLE), shortened(told.text, _TEXT)
            entries.append(Entry(event, told, day, title, text, _tone(event)))
            day_above = told.day
        return entries

    # Qt's own

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = DISPLAY) -> object:
        if role in (DISPLAY, ACCESSIBLE):
            return words.spoken(self._entries[index.row()].words)
        return None


def _tone(event: StoryEvent) -> ToneName:
    if event.call_kind is not None and event.status is None:
        kind_tone = tones.of_kind(event.call_kind)
        if kind_tone is ToneName.THANKS:
            return kind_tone
    return _TONES[event.kind]
