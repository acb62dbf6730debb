"""Connects the page with the desk."""

from collections.abc import Collection

from PySide6.QtCore import QLocale

from followup_desktop.domain.book import MOST_WEEKS, WEEKS, BookEntry
from followup_desktop.domain.changes import Changed
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.updates import Candidates, Update, UpdateKey
from followup_desktop.ui.ahead.news_form import news_form
from followup_desktop.ui.ahead.news_view import NewsSnapshot
from followup_desktop.ui.ahead.page import AheadPage, Part
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.room import Place, RoomController, RoomName


class AheadController(RoomController):
    shows = Changed.ORDERS | Changed.CUSTOMERS | Changed.FOLLOW_UPS | Changed.SHOP

    def __init__(self, desk: Desk, page: AheadPage) -> None:
        super().__init__(desk, page)
        self.ahead = page
        self._weeks = WEEKS
        self._candidates = Candidates(())
        self._ticks: dict[tuple[UpdateKey, int], bool] = {}
        """What somebody ticked or took off by hand."""
        self._connect()

    def _connect(self) -> None:
        page, desk = self.ahead, self.desk
        page.part_chosen.connect(lambda _part: self.refresh())
        page.book.opened.connect(self._on_entry_opened)
        page.book.more_weeks_requested.connect(self._on_more_weeks)
        page.news.chosen.connect(self._on_update_chosen)
        page.news.note_requested.connect(self._on_note_requested)
        page.news.groups_requested.connect(
            lambda: desk.go(Place(RoomName.SETTINGS, given="groups"))
        )
        candidates = page.news.candidates
        candidates.ticked.connect(self._on_ticked)
        candidates.all_requested.connect(self._on_all_requested)
        candidates.card_requested.connect(desk.open_card)
        candidates.plan_requested.connect(self._on_plan_requested)
        candidates.change_requested.connect(self._on_change_requested)

    def enter(self, place: Place) -> None:
        """`place.given` may name a `Part`, or an `UpdateKey` that is to be looked through."""
        key = place.given if isinstance(place.given, UpdateKey) else None
        if key is not None:
            self.ahead.show_part(Part.NEWS)
        elif place.given is not None:
            self.ahead.show_part(Part(str(place.given)))
        super().enter(place)
        if key is not None:
            self.ahead.news.list.choose(key)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        self.ahead.focus_list()

    def refresh(self) -> None:
        if self.ahead.part is Part.BOOK:
            self._show_book()
        else:
            self._show_news()

    # The book

    def _show_book(self) -> None:
        first = QLocale().firstDayOfWeek().value - 1
        book = self.desk.ask(self.desk.services.book.book, self._weeks, first)
        if book is not None:
            self.ahead.book.show_book(book, self._weeks)

    def _on_more_weeks(self) -> None:
        self._weeks = min(self._weeks + WEEKS, MOST_WEEKS)
        self._show_book()
        self.ahead.book.focus_list()

    def _on_entry_opened(self, entry: BookEntry) -> None:
        if entry.order_id is not None:
            self.desk.go(Place(RoomName.ORDERS, entry.order_id))
        elif entry.customer_id is not None:
            self.desk.open_card(entry.customer_id)
        elif entry.group_id is not None:
            self.desk.go(Place(RoomName.AHEAD, given=UpdateKey(entry.group_id)))

    # What's new

    def _show_news(self) -> None:
        updates = self.desk.ask(self.desk.services.updates.updates)
        groups = self.desk.ask(self.desk.services.product_groups.names)
        if updates is not None and groups is not None:
            snapshot = NewsSnapshot(self.desk.now().day, updates, bool(groups))
            self.ahead.news.show_snapshot(snapshot)

    def _on_update_chosen(self, update: Update | None) -> None:
        if update is None:
            return
        candidates = self.desk.ask(self.desk.services.updates.candidates, update.key)
        if candidates is None:
            return
        self._candidates = candidates
        ticked = self._ticked(update.key)
        self.ahead.news.show_candidates(update, candidates, set(ticked), self.desk.now().day)
        self._show_plan(update.key, ticked)

    def _ticked(self, key: UpdateKey) -> Collection[int]:
        """Who is on the list, as somebody left it."""
        return [
            one.owner.customer_id
            for one in self._candidates.lines
            if one.may_be_chosen
            and self._ticks.get((key, one.owner.customer_id), one.left_out is None)
        ]

    def _show_plan(self, key: UpdateKey, ticked: Collection[int]) -> None:
        days = self.desk.ask(self.desk.services.updates.days, key, ticked)
        self.ahead.news.candidates.show_plan(len(ticked), days or (), self.desk.now().day)

    def _on_ticked(self, customer_id: int, on: bool) -> None:
        update = self.ahead.news.update_chosen()
        if update is not None:
            self._ticks[update.key, customer_id] = on
            self._show_plan(update.key, self._ticked(update.key))

    def _on_all_requested(self, on: bool) -> None:
        update = self.ahead.news.update_chosen()
        if update is None:
            return
        for one in self._candidates.lines:
            self._ticks[update.key, one.owner.customer_id] = on and one.left_out is None
        self._on_update_chosen(update)

    def _on_plan_requested(self) -> None:
        update = self.ahead.news.update_chosen()
        if update is None:
            return
        ticked = self._ticked(update.key)
        if self.desk.do(self.desk.services.updates.plan, update.key, ticked) is not None:
            self._ticks = {of: on for of, on in self._ticks.items() if of[0] != update.key}
            self.ahead.news.list.setFocus()

    def _on_note_requested(self) -> None:
        groups = self.desk.ask(self.desk.services.product_groups.names)
        if groups:
            chosen = self.ahead.news.update_chosen()
            group_id = chosen.key.group_id if chosen is not None else groups[0].id
            news_form(self.desk, self.ahead.window(), groups, group_id).open()

    def _on_change_requested(self) -> None:
        update = self.ahead.news.update_chosen()
        groups = self.desk.ask(self.desk.services.product_groups.names)
        if update is not None and update.kind is Kind.SOMETHING_NEW and groups:
            news_form(self.desk, self.ahead.window(), groups, update.key.group_id, update).open()
