"""In short: the figures, the calls, and whether those who were called come back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.domain.insights.in_short import InShort, Leak, Problems, Sales, Told
from followup_desktop.ui.insights.back_card import BackCard
from followup_desktop.ui.insights.calls_cards import CallsCard, HoursCard
from followup_desktop.ui.insights.figure_card import FigureCard, Figures
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.facts import FactGrid
from followup_desktop.ui.kit.labels import Muted
from followup_desktop.ui.kit.notices import EmptyState
from followup_desktop.ui.kit.scroller import Scroller
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _
from followup_desktop.words import in_short as words


class ShortView(QStackedWidget):
    never_contacted_requested = Signal()
    no_next_step_requested = Signal()
    visit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.promises = FigureCard(_("Promises kept on time"), self, name="figure_promises")
        self.came_back = FigureCard(_("Came back to buy again"), self, name="figure_came_back")
        self.referrals = FigureCard(_("Referrals from calls"), self, name="figure_referrals")
        self.reached = FigureCard(_("Reached when called"), self, name="figure_reached")
        self.calls, self.hours = CallsCard(self), HoursCard(self)
        self.back, self.leak = BackCard(self), LeakCard(self)
        self.wrong, self.sold = FactGrid(parent=self), FactGrid(parent=self)
        self.empty = EmptyState(
            _("Nothing to count yet"),
            _(
                "Your calls stand here week by week from the first one on, promises from the day"
                " they are due, and after 90 days whether first buyers came back."
            ),
            self,
            action=_("Record a visit"),
            name="insights_empty_visit",
        )
        self._build_ui()
        self.leak.never.clicked.connect(lambda: self.never_contacted_requested.emit())
        self.leak.without.clicked.connect(lambda: self.no_next_step_requested.emit())
        self.empty.action_requested.connect(self.visit_requested)

    def _build_ui(self) -> None:
        figures = Figures((self.promises, self.came_back, self.referrals, self.reached), self)
        left = _column(self.calls, self.hours)
        right = _column(
            self.back,
            _titled(_("When something went wrong"), self.wrong),
            _titled(_("Sales"), self.sold),
            self.leak,
        )
        columns = QHBoxLayout()
        columns.setSpacing(Space.LARGE)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.LARGE)
        layout.addWidget(figures)
        layout.addLayout(columns)
        layout.addStretch(1)
        self.scroller = Scroller(page, self)
        self._empty_card = Card(parent=self)
        self._empty_card.add(self.empty, 1)
        # Nothing of a new page is shown before it is counted.
        for part in (QWidget(self), self.scroller, self._empty_card):
            self.addWidget(part)

    def show_snapshot(self, found: InShort) -> None:
        self.setCurrentWidget(self._empty_card if found.is_empty else self.scroller)
        self.promises.show_figure(words.promises(found.promises))
        self.came_back.show_figure(words.came_back(found.coming_back))
        self.referrals.show_figure(words.referrals(found.referrals))
        self.reached.show_figure(words.reached(found.reached))
        self.calls.show_bars(found.calls)
        self.hours.show_hours(found.reached, found.scope.asked.first_weekday)
        self.back.show_groups(found.coming_back)
        self.wrong.set_facts(_wrong(found.told, found.problems))
        self.sold.set_facts(_sold(found.sales))
        self.leak.show_leak(found.leak)

    def focus_first(self) -> None:
        """The drawing, from which Tab leads on; else the first that takes the keyboard."""
        for one in (self.calls.columns, self.leak.never, self.leak.without, self.empty.action):
            if one.isVisibleTo(self):
                one.setFocus()
                return


def _wrong(told: Told, problems: Problems) -> list[tuple[str, str | QWidget]]:
    return [
        (_("Told of a late order"), words.told(told)),
        (_("Problem heard"), words.acknowledged(problems)),
        (_("Problem solved"), words.solved(problems)),
    ]


def _sold(sales: Sales) -> list[tuple[str, str | QWidget]]:
    return [
        (_("Bought again"), words.sold(sales.again, sales)),
        (_("First purchase"), words.sold(sales.first, sales)),
        (_("Sent by a customer"), words.sold(sales.referred, sales)),
    ]


def _titled(title: str, content: QWidget) -> Card:
    card = Card(title)
    card.add(content)
    return card


def _column(*cards: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(Space.LARGE)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column


class LeakCard(Card):
    """Whom nobody thinks of, today; each leads to the list (M-70)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Nobody slips through"), parent)
        self.never = LinkButton("", self, name="insights_never_contacted")
        self.without = LinkButton("", self, name="insights_no_next_step")
        self.none = Muted(_("Everybody was contacted, and everybody has a next step."), self)
        for part in (self.never, self.without, self.none):
            self.add(part)

    def show_leak(self, leak: Leak) -> None:
        self.never.set_label(words.never_contacted(leak.never_contacted))
        self.never.setVisible(leak.never_contacted > 0)
        self.without.set_label(words.no_next_step(leak.no_next_step))
        self.without.setVisible(leak.no_next_step > 0)
        self.none.setVisible(not leak.never_contacted and not leak.no_next_step)
