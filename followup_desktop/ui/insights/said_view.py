"""The part "What customers say": the product groups, and beside them the words (M-71)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.domain.insights.said import (
    Group,
    GroupSaid,
    Said,
    SaidKind,
    SaidPage,
    SaidSummary,
    SaidWanted,
)
from followup_desktop.ui.insights.said_list import SaidList
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.lines import Line, LineKind
from followup_desktop.ui.kit.lines_view import LinesView
from followup_desktop.ui.kit.notices import EmptyState
from followup_desktop.ui.kit.search_field import SearchField
from followup_desktop.ui.kit.surfaces import Card, Divider
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _
from followup_desktop.words import said as words

_TOGETHER_MS = 120
_EVERY_KIND = "every"
_EVERY_GROUP = "every"


class SaidView(QWidget):
    wanted = Signal()
    """Another group, kind or text: ask for `looked_for`."""
    more_wanted = Signal()
    """What comes after the last that is shown."""
    card_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("said_view")
        self._summary = SaidSummary(())
        self._group: object = _EVERY_GROUP
        self._kinds: list[object] = []
        self._has_more = False
        self._is_showing = False
        self._shown: SaidWanted | None = None
        """What the words in sight answer."""
        self.groups = LinesView(self, name="said_groups", label=_("Product groups"), two_lines=True)
        self.kinds = Choices([], self, name="said_kinds", label=_("What of it"))
        self.search = SearchField(_("Find in their words"), self, name="said_search")
        self.list = SaidList(self)
        self.nothing_like_it = EmptyState(
            _("Nothing like that"), _("Nobody said anything with these words."), self
        )
        self.empty = EmptyState(
            _("Nothing heard in this time"),
            _(
                "At the end of a talk the call asks what they gained, what works well and what"
                " could be better. It stands here in their words, by what they bought."
            ),
            self,
        )
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TOGETHER_MS)
        self._build_ui()
        self._connect()

    def looked_for(self) -> SaidWanted:
        kind, group = self.kinds.value(), self._group
        return SaidWanted(
            kind=kind if isinstance(kind, SaidKind) else None,
            group=group if isinstance(group, Group) else None,
            text=self.search.text().strip(),
        )

    def show_said(self, summary: SaidSummary, page: SaidPage, today: date) -> None:
        """What was asked for. A group or a kind that nothing is said of any more gives way, and
        then something else is to be asked."""
        asked = self.looked_for()
        self._summary = summary
        self.body.setCurrentWidget(self.columns if summary.groups else self.empty_card)
        self._is_showing = True
        self.groups.show_lines(_lines(summary))
        self._is_showing = False
        self._show_kinds()
        if self.looked_for() != asked:
            self.wanted.emit()
            return
        self.list.show_words(page.words, today, stays=asked == self._shown)
        self._shown = asked
        self.words.setCurrentWidget(self.list if page.words else self.nothing_like_it)
        self._go_on(page)

    def add_words(self, page: SaidPage) -> None:
        self.list.lines().add(page.words)
        self._go_on(page)

    def last(self) -> Said | None:
        return self.list.lines().last()

    def focus_first(self) -> None:
        if self._summary.groups:
            self.groups.setFocus()

    def _go_on(self, page: SaidPage) -> None:
        self._has_more = page.has_more
        if page.has_more:
            self.list.look_ahead_soon()

    def _show_kinds(self) -> None:
        """Those of the group that is looked at."""
        said = self._summary.everything
        for one in self._summary.groups:
            if one.group == self._group:
                said = one
        options: list[tuple[object, str]] = [(_EVERY_KIND, words.everything(said.total))]
        options += [(kind, words.kind_and_count(kind, count)) for kind, count in said.counts]
        had_keyboard = any(self.kinds.pill(kind).hasFocus() for kind in self._kinds)
        self._kinds = [kind for kind, _words in options]
        self.kinds.set_options(options)
        if self.kinds.value() is None:
            self.kinds.choose(_EVERY_KIND)
        if had_keyboard:
            self.kinds.setFocus()

    def _on_group(self, line: Line | None) -> None:
        group = line.key if line is not None else _EVERY_GROUP
        if group == self._group:
            return
        self._group = group
        if not self._is_showing:
            self._show_kinds()
            self.wanted.emit()

    def _on_more_wanted(self) -> None:
        if self._has_more:
            self._has_more = False
            self.more_wanted.emit()

    def _connect(self) -> None:
        self.groups.chosen.connect(self._on_group)
        self.groups.opened.connect(lambda _line: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.kinds.chosen.connect(lambda _kind: self.wanted.emit())
        self.search.textEdited.connect(lambda: self._soon.start())
        self._soon.timeout.connect(self.wanted)
        self.list.opened.connect(lambda said: self.card_requested.emit(said.customer_id))
        self.list.more_wanted.connect(self._on_more_wanted)

    def _build_ui(self) -> None:
        groups = Card(parent=self, padding=1)
        groups.body.setContentsMargins(1, Space.SMALL, 1, Space.SMALL)
        groups.add(self.groups, 1)
        self.columns = QWidget(self)
        columns = QHBoxLayout(self.columns)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(Space.LARGE)
        columns.addWidget(groups, 9)
        columns.addWidget(self._build_words(), 17)
        self.empty_card = Card(parent=self)
        self.empty_card.add(self.empty, 1)
        self.body = QStackedWidget(self)
        self.body.addWidget(self.columns)
        self.body.addWidget(self.empty_card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.body, 1)

    def _build_words(self) -> Card:
        card = Card(parent=self, padding=1)
        card.body.setContentsMargins(1, 1, 1, Space.SMALL)
        card.body.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(Space.CARD, Space.MEDIUM, Space.CARD, Space.MEDIUM)
        head.setSpacing(Space.SMALL)
        head.addWidget(self.search)
        head.addWidget(self.kinds)
        card.body.addLayout(head)
        card.add(Divider(self))
        self.words = QStackedWidget(self)
        self.words.addWidget(self.list)
        self.words.addWidget(self.nothing_like_it)
        card.add(self.words, 1)
        return card


def _lines(summary: SaidSummary) -> Sequence[Line]:
    if not summary.groups:
        return []
    groups = [_line(words.group(one.group), one, one.group) for one in summary.groups]
    return [_line(_("Everything"), summary.everything, _EVERY_GROUP), *groups]


def _line(title: str, said: GroupSaid, key: object) -> Line:
    return Line(LineKind.ENTRY, title, second=words.counts(said), badge=str(said.total), key=key)
