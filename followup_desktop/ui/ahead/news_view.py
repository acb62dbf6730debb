"""What's new: the news and the groups due to renew, and beside them who might hear of it (M-41)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.updates import Candidates, Update, UpdateKey
from followup_desktop.ui.ahead.candidates_card import CandidatesCard
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.lines import Line, LineKind
from followup_desktop.ui.kit.lines_view import LinesView
from followup_desktop.ui.kit.notices import EmptyState
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space, ToneName
from followup_desktop.words import _, codes
from followup_desktop.words import updates as words


@dataclass(frozen=True, slots=True)
class NewsSnapshot:
    today: date
    updates: tuple[Update, ...]
    has_groups: bool


class NewsView(QWidget):
    chosen = Signal(object)
    """Update, or None."""
    note_requested = Signal()
    groups_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_groups = True
        self._updates: dict[UpdateKey, Update] = {}
        self.list = LinesView(
            self, name="news_list", label=_("What is new, and time to renew"), two_lines=True
        )
        self.note = QuietButton(_("Note something new"), self, name="note_news", icon="plus")
        self.empty = EmptyState("", "", self, name="news_empty_action")
        self.candidates = CandidatesCard(self)
        self._build_ui()
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(lambda _line: self.candidates.list.setFocus())
        self.note.clicked.connect(lambda: self.note_requested.emit())
        self.empty.action_requested.connect(self._on_empty_action)

    def _build_ui(self) -> None:
        list_card = Card(parent=self, padding=1)
        list_card.body.setContentsMargins(1, Space.SMALL, 1, Space.SMALL)
        list_card.add(self.list, 1)
        left = QVBoxLayout()
        left.setSpacing(Space.MEDIUM)
        left.addWidget(list_card, 1)
        left.addWidget(self.note)
        self.columns = QWidget(self)
        columns = QHBoxLayout(self.columns)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(Space.LARGE)
        columns.addLayout(left, 9)
        columns.addWidget(self.candidates, 12)
        empty_card = Card(parent=self)
        empty_card.add(self.empty, 1)
        self.body = QStackedWidget(self)
        self.body.addWidget(self.columns)
        self.body.addWidget(empty_card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.body, 1)

    def show_snapshot(self, snapshot: NewsSnapshot) -> None:
        self._has_groups = snapshot.has_groups
        self._updates = {update.key: update for update in snapshot.updates}
        self.body.setCurrentIndex(0 if snapshot.updates else 1)
        if not snapshot.has_groups:
            self.empty.show_words(
                _("Product groups come first"),
                _("They tell who owns an older one of what has come in. A few are enough."),
                _("Product groups"),
            )
        else:
            self.empty.show_words(
                _("Nothing new yet"),
                _("Note what has come in, and see who owns an older one. Nobody is called by it."),
                _("Note something new"),
            )
        self.list.show_lines(_lines(snapshot.updates, snapshot.today))

    def update_chosen(self) -> Update | None:
        line = self.list.line()
        key = line.key if line is not None else None
        return self._updates.get(key) if isinstance(key, UpdateKey) else None

    def show_candidates(
        self, update: Update, candidates: Candidates, ticked: set[int], today: date
    ) -> None:
        self.candidates.show_candidates(update, candidates, ticked, today)

    def focus_list(self) -> None:
        (self.list if self._updates else self.empty.action).setFocus()

    def _on_chosen(self, _line: Line | None) -> None:
        self.chosen.emit(self.update_chosen())

    def _on_empty_action(self) -> None:
        (self.note_requested if self._has_groups else self.groups_requested).emit()


def _lines(updates: Sequence[Update], today: date) -> list[Line]:
    lines: list[Line] = []
    for kind, heading in (
        (Kind.SOMETHING_NEW, _("What’s new")),
        (Kind.TIME_TO_RENEW, codes.kind(Kind.TIME_TO_RENEW)),
    ):
        of_kind = [update for update in updates if update.kind is kind]
        if of_kind:
            lines.append(Line(LineKind.HEADING, heading))
        lines += [_line(update, today) for update in of_kind]
    return lines


def _line(update: Update, today: date) -> Line:
    return Line(
        LineKind.ENTRY,
        words.title(update) if update.kind is Kind.SOMETHING_NEW else update.group,
        second=words.detail(update, today),
        badge=words.to_tell(update),
        tone=ToneName.REFERRAL,
        key=update.key,
    )
