"""The page: the head, what to know beside it, the story, and what is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from followup_desktop.domain.customer import CustomerCard
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.story import StoryEvent
from followup_desktop.ui.card import card_rows
from followup_desktop.ui.card.header import CardHeader
from followup_desktop.ui.card.rows import Row
from followup_desktop.ui.card.section import Section
from followup_desktop.ui.card.story_panel import StoryPanel
from followup_desktop.ui.kit import metrics
from followup_desktop.ui.kit.buttons import IconButton, QuietButton
from followup_desktop.ui.kit.labels import Body
from followup_desktop.ui.kit.scroller import Scroller
from followup_desktop.ui.kit.surfaces import TintedCard
from followup_desktop.ui.kit.tokens import Space, ToneName
from followup_desktop.ui.order_card import OrderCard
from followup_desktop.words import _
from followup_desktop.words import card as words

_LONGEST_NOTE = 600


@dataclass(frozen=True, slots=True)
class CardSnapshot:
    card: CustomerCard
    story: tuple[StoryEvent, ...]
    """The newest of what is looked for."""
    has_more: bool
    now: Now
    clerk_name: str
    """Who reads it; empty when nobody is at the desk."""


class CardPage(QWidget):
    opened = Signal(object, object)
    """Row, QPoint: a click on one of the side cards' rows, and where its menu drops down."""
    order_added = Signal(object)
    """OrderCard: one more is needed; whoever listens connects it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card_page")
        self._snapshot: CardSnapshot | None = None
        self._shows_all_coming = False
        self._orders: list[OrderCard] = []
        self._build_ui()
        self._connect()

    def begin(self) -> None:
        """Another customer comes."""
        self._shows_all_coming = False
        self.story.begin()
        for scroller in (self.left, self.right):
            scroller.verticalScrollBar().setValue(0)
        self.story.view.scrollToTop()

    def show_snapshot(self, snapshot: CardSnapshot) -> None:
        self._snapshot = snapshot
        card, today = snapshot.card, snapshot.now.day
        self.header.show_card(card)
        self._show_notices(card, today)
        self.before.show_rows(card_rows.before_you_talk(card, today))
        self.people.show_rows(card_rows.people(card))
        self.dates.show_rows(card_rows.dates(card, today))
        referrals = card_rows.referrals(card, today)
        self.referrals.show_rows(referrals)
        open_things = card_rows.open_things(card, today)
        self.open.hint.setText(words.nothing_open(card))
        self.open.show_rows(open_things)
        self.coming.hint.setText(words.no_next_step(card))
        self.coming.show_rows(card_rows.coming_up(card, today, whole=self._shows_all_coming))
        self._show_orders(snapshot)
        self.reaching.show_rows(card_rows.reaching(card, today))
        self.story.show_story(
            snapshot.story, today, snapshot.clerk_name, has_more=snapshot.has_more
        )

    def _show_notices(self, card: CustomerCard, today: date) -> None:
        self.dont_call.setText(words.dont_call(card, today))
        self.dont_call_card.setVisible(card.dont_call_at is not None)
        self.pinned.setText(card.pinned_note[:_LONGEST_NOTE])
        self.pinned_card.setVisible(bool(card.pinned_note))

    def _show_orders(self, snapshot: CardSnapshot) -> None:
        orders = [order for order in snapshot.card.orders if not order.closed]
        while len(self._orders) < len(orders):
            self._orders.append(self._new_order(f"order_{len(self._orders)}"))
        for place, shown in enumerate(self._orders):
            shown.setVisible(place < len(orders))
            if place < len(orders):
                shown.show_order(orders[place], snapshot.now)

    def _new_order(self, name: str) -> OrderCard:
        order = OrderCard(name=name)
        self.order_added.emit(order)
        self._right_column.insertWidget(self._right_column.indexOf(self.reaching), order)
        return order

    def sections(self) -> Sequence[Section]:
        return (
            self.before, self.people, self.dates, self.referrals,
            self.open, self.coming, self.reaching,
        )  # fmt: skip

    # Building

    def _build_ui(self) -> None:
        self.header, self.story = CardHeader(), StoryPanel()
        self._build_notices()
        self._build_sections()
        self.left, _left_column = _column(self.before, self.people, self.dates, self.referrals)
        self.right, self._right_column = _column(self.open, self.coming, self.reaching)
        columns = QHBoxLayout()
        columns.setSpacing(Space.LARGE)
        columns.addWidget(self.left, 24)
        columns.addWidget(self.story, 50)
        columns.addWidget(self.right, 25)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        layout.setSpacing(Space.LARGE)
        layout.addWidget(self.header)
        layout.addWidget(self.dont_call_card)
        layout.addWidget(self.pinned_card)
        layout.addLayout(columns, 1)

    def _build_notices(self) -> None:
        self.dont_call, self.pinned = Body(wrap=True), Body(wrap=True)
        self.dont_call_card = TintedCard(tone=ToneName.PROMISE, padding=Space.MEDIUM)
        self.dont_call_card.add(self.dont_call)
        self.pinned_card = TintedCard(tone=ToneName.WARNING, padding=Space.MEDIUM)
        self.change_pinned = IconButton(
            _("Change the pinned note"), name="pinned_change", icon="edit"
        )
        row = QHBoxLayout()
        row.addWidget(self.pinned, 1)
        row.addWidget(self.change_pinned, 0, Qt.AlignmentFlag.AlignTop)
        self.pinned_card.body.addLayout(row)

    def _build_sections(self) -> None:
        self.before = Section(
            _("Before you talk"), name="before", add=_("Add what you learned"),
            hint=_("What you learn about them stands here."),
        )  # fmt: skip
        self.people = Section(
            _("People"), name="people", add=_("Add a person"),
            hint=_("Who is around them?"),
        )  # fmt: skip
        self.dates = Section(
            _("Dates"), name="dates", add=_("Add a date"),
            hint=_("Birthdays, anniversaries, days of their own."),
        )  # fmt: skip
        self.referrals = Section(
            _("Referrals"), name="referrals", add=_("Note whom they thought of"),
            hint=_("Who sent them, and whom they sent."),
        )  # fmt: skip
        self.open = Section(
            _("Open"), name="open", add=_("Note a promise or a problem"),
            hint=_("Nothing is promised, and nothing is wrong."),
        )  # fmt: skip
        self.coming = Section(_("Coming up"), name="coming_up", hint=_("No next step yet."))
        self.coming.hint.set_tone(ToneName.WARNING)
        self.plan = QuietButton(_("Plan a follow-up"), name="plan_follow_up", icon="plus")
        self.coming.body.addSpacing(Space.HAIR)
        self.coming.body.addWidget(self.plan)
        self.reaching = Section(
            _("Reaching them"), name="reaching", add=_("Add a number or an address")
        )

    def _connect(self) -> None:
        for section in self.sections():
            section.opened.connect(self._on_opened)

    def _on_opened(self, row: Row, place: QPoint) -> None:
        if row.key == card_rows.MORE and self._snapshot is not None:
            self._shows_all_coming = True
            self.show_snapshot(self._snapshot)
        else:
            self.opened.emit(row, place)


def _column(*sections: QWidget) -> tuple[Scroller, QVBoxLayout]:
    content = QWidget()
    layout = QVBoxLayout(content)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(Space.LARGE)
    for section in sections:
        layout.addWidget(section)
    layout.addStretch()
    scroller = Scroller(content)
    scroller.setMinimumWidth(metrics.chars(26))
    scroller.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
    return scroller, layout
