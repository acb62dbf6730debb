"""The page: a greeting, the list with its groups, and the person behind the selected row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from followup_desktop.domain.preview import Preview
from followup_desktop.domain.shop import Clerk
from followup_desktop.domain.today import Today
from followup_desktop.ui.kit import metrics, theme
from followup_desktop.ui.kit.bars import ProgressLine
from followup_desktop.ui.kit.buttons import IconButton, LinkButton
from followup_desktop.ui.kit.labels import ElidedLabel, Muted, Small
from followup_desktop.ui.kit.notices import EmptyState
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space, TextRole
from followup_desktop.ui.today.list_model import Entry, entry
from followup_desktop.ui.today.list_view import TodayList
from followup_desktop.ui.today.preview import PreviewPanel
from followup_desktop.words import _, why
from followup_desktop.words import today as words


@dataclass(frozen=True, slots=True)
class TodaySnapshot:
    """Everything the page shows but the preview, which follows the selection."""

    today: Today
    now: datetime
    """The shop's local time."""
    clerk_id: int | None
    clerk_name: str
    colleagues: Sequence[Clerk]
    mantra: str
    may_see_all: bool = False
    """A manager, with colleagues."""
    sees_all: bool = False
    """Everybody's day is shown (M-74)."""


_BESIDE = 60
"""Letters of the sentence beside what is done."""


class TodayPage(QWidget):
    selected = Signal(int)
    """The follow-up whose preview is wanted."""
    empty_action_requested = Signal()
    everybody_requested = Signal()
    """The shop's day instead of one's own, or back."""
    print_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today_page")
        self._snapshot: TodaySnapshot | None = None
        self.everybody: LinkButton | None = None
        self._build_ui()
        self.list.chosen.connect(self._on_entry_chosen)
        self.empty.action_requested.connect(self.empty_action_requested)

    def show_snapshot(self, snapshot: TodaySnapshot) -> None:
        self._snapshot = snapshot
        today = snapshot.today
        had_keyboard = self._with_keyboard()
        self.greeting.setText(words.good_morning(snapshot.now, snapshot.clerk_name))
        self.count.setText(words.count(today))
        self._show_whose(snapshot)
        number = len(today.rows)
        self.progress_words.setText(words.progress(today))
        self.progress.set_progress(today.done, today.done + today.for_today)
        for widget in (self.progress_words, self.progress):
            widget.setVisible(bool(today.done + number))
        self.more.setText(words.more(today.more))
        self.more.setVisible(bool(today.more))
        self.preview.show_colleagues(snapshot.colleagues)
        self.preview.show_courage(snapshot.mantra, today.thanked)
        self.empty.show_words(*words.empty(today))
        self.body.setCurrentWidget(self.work if today.rows else self.empty_card)
        self.list.show_entries(
            [
                entry(row, why.row(row, today.day, snapshot.clerk_id, today.opens_at))
                for row in today.rows
            ]
        )
        if had_keyboard is not None and not had_keyboard.isVisibleTo(self):
            # Qt would leave it at whatever comes next.
            self.focus_list()

    def _show_whose(self, snapshot: TodaySnapshot) -> None:
        """A manager may look at everybody's day."""
        if snapshot.may_see_all and self.everybody is None:
            self.everybody = LinkButton("", self, name="today_everybody", muted=True)
            self.everybody.clicked.connect(lambda: self.everybody_requested.emit())
            self.tools.insertWidget(1, self.everybody)
            self.setTabOrder(self.print, self.everybody)
        if self.everybody is not None:
            self.everybody.setVisible(snapshot.may_see_all)
            self.everybody.set_label(_("Only mine") if snapshot.sees_all else _("Everybody’s day"))
        if snapshot.sees_all:
            self.greeting.setText(_("Everybody’s day"))

    def show_preview(self, preview: Preview | None) -> None:
        self.preview.setVisible(preview is not None)
        if preview is not None and self._snapshot is not None:
            self.preview.show_preview(preview, self._snapshot.now, self._snapshot.clerk_id)

    def focus_list(self) -> None:
        """Or what stands in its place: the keyboard goes on from there when rows come."""
        if self.body.currentWidget() is self.work:
            self.list.setFocus()
        elif self.empty.action.isVisibleTo(self):
            self.empty.action.setFocus()
        else:
            self.empty_card.setFocus()

    def _with_keyboard(self) -> QWidget | None:
        """What on the page the keyboard is at."""
        here = QApplication.focusWidget()
        return here if here is not None and self.isAncestorOf(here) else None

    def _on_entry_chosen(self, line: Entry | None) -> None:
        if line is None:
            self.show_preview(None)
        else:
            self.selected.emit(line.row.due.id)

    def _build_ui(self) -> None:
        self.list = TodayList()
        self.preview = PreviewPanel()
        self.empty = EmptyState("", "", name="today_empty_action")
        self.empty_card = Card()
        self.empty_card.add(self.empty, 1)
        list_card = Card(padding=1)
        list_card.body.setContentsMargins(1, Space.SMALL, 1, Space.SMALL)
        list_card.add(self.list, 1)
        self.more = Small(wrap=True)
        below = QHBoxLayout()
        below.setContentsMargins(Space.CARD, 0, Space.CARD, Space.SMALL)
        below.addWidget(self.more)
        list_card.body.addLayout(below)
        self.work = list_card
        self.body = QStackedWidget()
        self.body.addWidget(self.work)
        self.body.addWidget(self.empty_card)
        left = QVBoxLayout()
        left.setSpacing(Space.LARGE)
        left.addLayout(self._head())
        left.addWidget(self.body, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        layout.setSpacing(Space.LARGE + Space.HAIR)
        layout.addLayout(left, 13)
        layout.addWidget(self.preview, 7)
        self.preview.setMaximumWidth(metrics.chars(72))

    def _head(self) -> QGridLayout:
        self.greeting = ElidedLabel(role=TextRole.HEADING)
        self.count = Muted(wrap=True)
        self.progress_words, self.progress = Small(), ProgressLine()
        self.progress.setMinimumWidth(metrics.chars(24))
        self.print = IconButton(_("Print today’s list"), name="today_print", icon="print")
        self.print.clicked.connect(lambda: self.print_requested.emit())
        self.tools = QHBoxLayout()
        self.tools.setSpacing(Space.SMALL)
        self.tools.addStretch()
        self.tools.addWidget(self.print)
        done_column = QVBoxLayout()
        done_column.setSpacing(Space.HAIR)
        done_column.addStretch()
        done_column.addLayout(self.tools)
        done_column.addWidget(self.progress_words, 0, Qt.AlignmentFlag.AlignRight)
        done_column.addWidget(self.progress)
        self.head = QGridLayout()
        self.head.setHorizontalSpacing(Space.MEDIUM)
        self.head.setVerticalSpacing(Space.HAIR)
        self.head.setColumnStretch(0, 1)
        self.head.addWidget(self.greeting, 0, 0)
        self._done = QWidget()
        self._done.setLayout(done_column)
        done_column.setContentsMargins(0, 0, 0, 0)
        self._place_head(beside=True)
        theme.changed.connect(self._arrange_head)
        return self.head

    def _place_head(self, *, beside: bool) -> None:
        self._is_beside = beside
        self.head.addWidget(self._done, 0, 1, 2 if beside else 1, 1)
        self.head.addWidget(self.count, 1, 0, 1, 1 if beside else 2)

    def _arrange_head(self) -> None:
        """Large letters need the whole width for the sentence: beside what is done it would take
        four lines of what the list has."""
        room = self.head.geometry().width() - self._done.sizeHint().width()
        beside = room > metrics.chars(_BESIDE)
        if beside != self._is_beside:
            self._place_head(beside=beside)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_head()
