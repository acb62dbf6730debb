"""Connects the card with the desk."""

from PySide6.QtCore import QPoint

from followup_desktop.domain.caught import CaughtKind
from followup_desktop.domain.changes import Changed
from followup_desktop.domain.customer import CustomerCard
from followup_desktop.domain.shop import Shop
from followup_desktop.domain.story import StoryEvent
from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.card.actions import CardActions
from followup_desktop.ui.card.page import CardPage, CardSnapshot
from followup_desktop.ui.card.rows import Row
from followup_desktop.ui.card.story_panel import StoryWanted
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.order_forms import connect_order
from followup_desktop.ui.room import Place, RoomController

STRETCH = 30
"""Events that are asked for at once; more as somebody scrolls there."""


class CardController(RoomController):
    shows = (
        Changed.CUSTOMERS
        | Changed.FOLLOW_UPS
        | Changed.CALLS
        | Changed.ORDERS
        | Changed.CLERKS
        | Changed.SHOP
    )

    def __init__(self, desk: Desk, page: CardPage) -> None:
        super().__init__(desk, page)
        self.card_page = page
        self.actions = CardActions(desk, page)
        self._customer_id: int | None = None
        self._card: CustomerCard | None = None
        self._wanted = StoryWanted()
        self._shown = STRETCH
        self._connect_page()
        self._connect_cards()

    def enter(self, place: Place) -> None:
        if place.row_id is not None and place.row_id != self._customer_id:
            self._customer_id = place.row_id
            self._wanted, self._shown = StoryWanted(), STRETCH
            self.card_page.begin()
        super().enter(place)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        self.card_page.header.call.setFocus()

    def print_out(self) -> bool:
        from followup_desktop.ui.paper.printing import print_customer

        if self._customer_id is not None:
            print_customer(self.desk, self.page.window(), self._customer_id)
        return True

    def refresh(self) -> None:
        if self._customer_id is None:
            return
        card = self.desk.ask(self.desk.services.customers.card, self._customer_id)
        shop = self.desk.ask(self.desk.services.shop.shop)
        if card is None or shop is None:
            return
        self._card = card
        self.actions.show(card, shop)
        story = self._story(self._shown)
        self.card_page.show_snapshot(
            CardSnapshot(
                card=card,
                story=story,
                has_more=len(story) >= self._shown,
                now=self.desk.now(),
                clerk_name=self._reader(shop),
            )
        )

    def _reader(self, shop: Shop) -> str:
        return next((one.name for one in shop.clerks if one.id == self.desk.clerk_id), "")

    # The story

    def _story(self, limit: int, after: StoryEvent | None = None) -> tuple[StoryEvent, ...]:
        found = self.desk.ask(
            self.desk.services.customers.story,
            self._customer_id,
            self._wanted.text,
            self._wanted.kinds,
            after.at if after is not None else None,
            limit,
        )
        return found or ()

    def _on_story_wanted(self, wanted: StoryWanted) -> None:
        self._wanted, self._shown = wanted, STRETCH
        self.refresh()

    def _on_more_wanted(self) -> None:
        events = self._story(STRETCH, self.card_page.story.last())
        self._shown += len(events)
        self.card_page.story.add_events(events, has_more=len(events) >= STRETCH)

    def _on_note_added(self, text: str) -> None:
        if self.desk.do(self.desk.services.customers.note, self._customer_id, text) is not None:
            self.card_page.story.note_kept()

    # What a person asks for

    def _connect_page(self) -> None:
        page, header, story = self.card_page, self.card_page.header, self.card_page.story
        header.call_requested.connect(self._on_call)
        header.edit_requested.connect(self.actions.edit)
        header.visit_requested.connect(self._on_visit)
        header.pin_requested.connect(self.actions.pin)
        header.print_requested.connect(self.print_out)
        header.settle_requested.connect(self.actions.settle)
        header.log_requested.connect(self.actions.log)
        header.dont_call_requested.connect(self._on_dont_call)
        header.may_call_requested.connect(self._on_may_call)
        page.change_pinned.clicked.connect(self.actions.pin)
        story.wanted.connect(self._on_story_wanted)
        story.more_wanted.connect(self._on_more_wanted)
        story.opened.connect(self.actions.open_event)
        story.note_added.connect(self._on_note_added)

    def _connect_cards(self) -> None:
        page = self.card_page
        page.opened.connect(self._on_row_opened)
        page.before.add_requested.connect(self.actions.add_fact)
        page.people.add_requested.connect(self.actions.add_person)
        page.dates.add_requested.connect(self.actions.add_date)
        page.reaching.add_requested.connect(self._on_add_way)
        page.open.add_requested.connect(self._on_add_open)
        page.referrals.add_requested.connect(lambda: self.actions.note(CaughtKind.REFERRAL))
        page.plan.clicked.connect(self.actions.plan)
        page.order_added.connect(lambda order: connect_order(self.desk, page, order))

    def _on_row_opened(self, row: Row, place: QPoint) -> None:
        if choices := self.actions.choices(row):
            self.actions.menu(choices).popup(place)
        else:
            self.actions.open_row(row)

    def _on_add_open(self) -> None:
        button = self.card_page.open.add_button
        menu = self.actions.menu(self.actions.words_to_note())
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_add_way(self) -> None:
        button = self.card_page.reaching.add_button
        menu = self.actions.menu(self.actions.ways_to_add())
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_call(self) -> None:
        if self._card is None:
            return
        if self._card.call_id is not None:
            self.desk.open_call(self._card.call_id)
        else:
            self.desk.start_call(self._card.id)

    def _on_visit(self) -> None:
        if self._card is not None:
            self.desk.record_visit(NewVisit(customer_id=self._card.id, name=self._card.name))

    def _on_dont_call(self) -> None:
        self.desk.do(self.desk.services.customers.dont_call, self._customer_id)

    def _on_may_call(self) -> None:
        self.desk.do(self.desk.services.customers.may_call_again, self._customer_id)
