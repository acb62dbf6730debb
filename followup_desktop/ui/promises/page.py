"""The page: three lists behind tabs, and the chosen line beside them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.domain.shop_time import Now
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.labels import Heading, Muted
from followup_desktop.ui.kit.lines import Line
from followup_desktop.ui.kit.lines_view import LinesView
from followup_desktop.ui.kit.notices import EmptyState
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tabs import Tabs
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.promises import entries
from followup_desktop.ui.promises.entries import Given, Part
from followup_desktop.ui.promises.panel import PromisePanel
from followup_desktop.words import N_, _

_TABS = {
    Part.PROMISES: N_("Promises"),
    Part.PROBLEMS: N_("Problems"),
    Part.REFERRALS: N_("Referrals"),
}
_EMPTY = {
    Part.PROMISES: (
        N_("No promise waits for us"),
        N_("What you promise on a call or note on a card stands here until it is kept."),
    ),
    Part.PROBLEMS: (
        N_("Nothing is wrong"),
        N_("What goes wrong for somebody stands here until it is right, and has stayed so."),
    ),
    Part.REFERRALS: (
        N_("Nobody was named yet"),
        N_("Whom customers think of stands here, and who is to be thanked for it."),
    ),
}


@dataclass(frozen=True, slots=True)
class PromisesSnapshot:
    part: Part
    given: Sequence[Given]
    """Those of the part that is shown, everybody's."""
    clerk_id: int | None
    has_colleagues: bool
    now: Now


class GivenList(LinesView):
    """Enter opens the card; Space does what comes first."""

    act_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.line() is not None:
            self.act_requested.emit()
            return
        super().keyPressEvent(event)


class PromisesPage(QWidget):
    part_chosen = Signal(object)
    """Part."""
    selected = Signal(object)
    """Given, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("promises_page")
        self._snapshot: PromisesSnapshot | None = None
        self._shown: dict[object, Given] = {}
        self._build_ui()
        self._connect()

    @property
    def part(self) -> Part:
        return Part(str(self.tabs.value()))

    def show_part(self, part: Part) -> None:
        self.tabs.choose(part)

    def show_snapshot(self, snapshot: PromisesSnapshot) -> None:
        if self._snapshot is None or self._snapshot.part is not snapshot.part:
            self.list.setCurrentIndex(QModelIndex())
        self._snapshot = snapshot
        self.whose.setVisible(snapshot.has_colleagues and snapshot.part is not Part.REFERRALS)
        given = [one for one in snapshot.given if self._is_meant(one)]
        self._shown = {(snapshot.part, one.id): one for one in given}
        self.count.setText(entries.count(snapshot.part, given, snapshot.now))
        self._show_empty(has_others=bool(snapshot.given))
        self.body.setCurrentWidget(self.list_card if given else self.empty_card)
        self.list.show_lines(self._lines(given))
        if not given:
            self.selected.emit(None)

    def focus_list(self) -> None:
        if self._shown:
            self.list.setFocus()
        elif self.empty.action.isVisibleTo(self):
            self.empty.action.setFocus()
        else:
            self.tabs.setFocus()

    def choose(self, row_id: int) -> None:
        self.list.choose((self.part, row_id))

    def given(self) -> Given | None:
        """The chosen one."""
        line = self.list.line()
        return None if line is None else self._shown.get(line.key)

    def _lines(self, given: Sequence[Given]) -> list[Line]:
        assert self._snapshot is not None
        lines_of: dict[Part, Callable[..., list[Line]]] = {
            Part.PROMISES: entries.promise_lines,
            Part.PROBLEMS: entries.problem_lines,
            Part.REFERRALS: entries.referral_lines,
        }
        return lines_of[self._snapshot.part](given, self._snapshot.now)

    def _is_meant(self, one: Given) -> bool:
        """Mine, or nobody's."""
        snapshot = self._snapshot
        if snapshot is None or self.whose.isHidden() or self.whose.value() != "mine":
            return True
        whose = getattr(one, "clerk_id", None) or getattr(one, "owner_id", None)
        return whose in (None, snapshot.clerk_id)

    def _show_empty(self, *, has_others: bool) -> None:
        title, sentence = _EMPTY[self.part]
        if has_others:
            self.empty.show_words(
                _("Nothing of yours"),
                _("There is something of your colleagues, though."),
                _("Show everybody’s"),
            )
        else:
            self.empty.show_words(_(title), _(sentence), "")

    def _on_whose(self) -> None:
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)

    def _on_everybodys(self) -> None:
        self.whose.choose("all")
        self._on_whose()
        self.focus_list()

    def _build_ui(self) -> None:
        self.count = Muted()
        self.tabs = Tabs(
            [(part, _(words)) for part, words in _TABS.items()],
            self,
            name="promises_tabs",
            label=_("Promises, problems, referrals"),
        )
        self.whose = Choices(
            [("all", _("Everybody’s")), ("mine", _("Mine"))],
            name="promises_whose",
            label=_("Whose"),
        )
        self.whose.choose("all")
        self.list = GivenList(
            name="promises_list", label=_("Promises, problems, referrals"), two_lines=True
        )
        self.list_card = Card(padding=1)
        self.list_card.body.setContentsMargins(1, Space.SMALL, 1, Space.SMALL)
        self.list_card.add(self.list, 1)
        self.empty = EmptyState("", "", action=_("Show everybody’s"), name="promises_all")
        self.empty_card = Card()
        self.empty_card.add(self.empty, 1)
        self.body = QStackedWidget()
        self.body.addWidget(self.list_card)
        self.body.addWidget(self.empty_card)
        self.panel = PromisePanel()
        self.panel.hide()
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.MEDIUM)
        head.addWidget(Heading(_("Promises")))
        head.addWidget(self.count, 1)
        head.addWidget(self.whose)
        bar = self.tabs.layout()
        assert bar is not None
        bar.setContentsMargins(0, 0, 0, 0)
        left = QVBoxLayout()
        left.setSpacing(Space.MEDIUM)
        left.addLayout(head)
        left.addWidget(self.tabs)
        left.addWidget(self.body, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.PAGE - 4, Space.PAGE, Space.PAGE)
        layout.setSpacing(Space.LARGE + Space.HAIR)
        layout.addLayout(left, 13)
        layout.addWidget(self.panel, 7)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.part_chosen)
        self.whose.chosen.connect(self._on_whose)
        self.empty.action_requested.connect(self._on_everybodys)
        self.list.chosen.connect(lambda _line: self.selected.emit(self.given()))
        self.list.act_requested.connect(self.panel.act)
        self.list.opened.connect(lambda _line: self.panel.open_card.click())
