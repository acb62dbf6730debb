"""The book: week by week, day by day (M-73)."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.domain.book import MOST_WEEKS, Book, BookDay, BookEntry, Coming
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.labels import Muted
from followup_desktop.ui.kit.lines import Line, LineKind
from followup_desktop.ui.kit.lines_view import LinesView
from followup_desktop.ui.kit.notices import EmptyState
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space, ToneName
from followup_desktop.words import _
from followup_desktop.words import book as words

_TONES = {
    Coming.PROMISE: ToneName.PROMISE,
    Coming.CALL_BACK: ToneName.PROMISE,
    Coming.PROBLEM: ToneName.WARNING,
    Coming.ORDER: ToneName.PURCHASE,
    Coming.OCCASION: ToneName.THANKS,
    Coming.DATE: ToneName.THANKS,
    Coming.RENEWAL: ToneName.REFERRAL,
}


class BookView(QWidget):
    opened = Signal(object)
    """BookEntry."""
    more_weeks_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = LinesView(
            self, name="book_list", label=_("What is coming"), opens_at_click=True
        )
        self.count = Muted("", self)
        self.further = QuietButton(_("Look further ahead"), self, name="book_further", icon="down")
        self.empty = EmptyState(
            _("Nothing is in the book yet"),
            _("Promises, orders, birthdays and what is due to renew stand here, day by day."),
            self,
            action=_("Look further ahead"),
            name="book_empty_further",
        )
        self._build_ui()
        self.list.opened.connect(lambda line: self.opened.emit(line.key))
        self.further.clicked.connect(lambda: self.more_weeks_requested.emit())
        self.empty.action_requested.connect(self.more_weeks_requested)

    def _build_ui(self) -> None:
        self.list_card = Card(parent=self, padding=1)
        self.list_card.body.setContentsMargins(1, Space.SMALL, 1, Space.SMALL)
        self.list_card.add(self.list, 1)
        self.empty_card = Card(parent=self)
        self.empty_card.add(self.empty, 1)
        self.body = QStackedWidget(self)
        self.body.addWidget(self.list_card)
        self.body.addWidget(self.empty_card)
        foot = QHBoxLayout()
        foot.setSpacing(Space.MEDIUM)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.further)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.MEDIUM)
        layout.addWidget(self.body, 1)
        layout.addLayout(foot)

    def show_book(self, book: Book, weeks: int) -> None:
        self.body.setCurrentWidget(self.empty_card if book.is_empty else self.list_card)
        self.list.show_lines(list(_lines(book)))
        self.count.setText(words.until(book))
        can_go_on = weeks < MOST_WEEKS
        self.further.setVisible(can_go_on and not book.is_empty)
        self.count.setVisible(not book.is_empty)
        self.empty.action.setVisible(can_go_on)

    def focus_list(self) -> None:
        (self.list if self.body.currentWidget() is self.list_card else self.empty.action).setFocus()


def _lines(book: Book) -> Iterator[Line]:
    for week in book.weeks:
        yield Line(LineKind.HEADING, words.week(week, book.today))
        for day in week.days:
            yield from _of_day(day, book)
    if book.more:
        yield Line(LineKind.NOTE, words.more(book.more))


def _of_day(day: BookDay, book: Book) -> Iterator[Line]:
    """The day stands before its first line only."""
    said = words.day(day.on, book.today)
    lead = said
    if not day.is_open:
        yield Line(LineKind.NOTE, words.closed(day), lead=lead)
        lead = ""
    for entry in day.entries:
        yield _entry(entry, lead, said)
        lead = ""
    if day.follow_ups:
        yield Line(LineKind.NOTE, words.planned(day), lead=lead)


def _entry(entry: BookEntry, lead: str, said: str) -> Line:
    return Line(
        LineKind.ENTRY,
        words.title(entry),
        detail=words.detail(entry),
        lead=lead,
        when=words.when(entry),
        badge=words.badge(entry.coming),
        tone=_TONES[entry.coming],
        key=entry,
        said=said,
    )
