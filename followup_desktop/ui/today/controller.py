"""Connects the page with the desk."""

from datetime import date, time
from typing import TYPE_CHECKING

from followup_desktop.domain.changes import Changed
from followup_desktop.domain.shop import Clerk
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.today import Today
from followup_desktop.ui.after_paint import AfterPaint
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.room import Place, RoomController, RoomName
from followup_desktop.ui.today.page import TodayPage, TodaySnapshot
from followup_desktop.words import _
from followup_desktop.words.today import MANTRA

if TYPE_CHECKING:
    from followup_desktop.domain.later import Later


class TodayController(RoomController):
    shows = Changed.FOLLOW_UPS | Changed.CUSTOMERS | Changed.CALLS | Changed.SHOP | Changed.CLERKS

    def __init__(self, desk: Desk, page: TodayPage) -> None:
        super().__init__(desk, page)
        self.today_page = page
        self._day: TodaySnapshot | None = None
        self._sees_all = False
        # The rows are seen first: the first preview brings what reads phone numbers.
        self._first_preview = AfterPaint(page)
        self._connect()

    def enter(self, place: Place) -> None:
        super().enter(place)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        self.today_page.focus_list()

    def leave(self) -> None:
        """The shop may be closed before the first preview was asked for."""
        self._first_preview.cancel()

    def refresh(self) -> None:
        shop = self.desk.ask(self.desk.services.shop.shop)
        if shop is None:
            return
        me = next((clerk for clerk in shop.clerks if clerk.id == self.desk.clerk_id), None)
        colleagues = [clerk for clerk in shop.clerks if _is_colleague(clerk, me)]
        may_see_all = me is not None and me.is_manager and bool(colleagues)
        self._sees_all = self._sees_all and may_see_all
        today = self.desk.ask(self._everybodys if self._sees_all else self._mine)
        if today is None:
            return
        preferences = shop.preferences
        self._day = TodaySnapshot(
            today=today,
            now=self.desk.now().local,
            clerk_id=self.desk.clerk_id,
            clerk_name=me.name if me else shop.name,
            colleagues=colleagues,
            mantra=(preferences.mantra or _(MANTRA)) if preferences.mantra_shown else "",
            may_see_all=may_see_all,
            sees_all=self._sees_all,
        )
        self.today_page.show_snapshot(self._day)

    def print_out(self) -> bool:
        from followup_desktop.ui.paper.printing import print_day  # late: no row needs it

        print_day(self.desk, self.page.window(), everybody=self._sees_all)
        return True

    def _mine(self, now: Now) -> Today:
        return self.desk.services.today.today(now, self.desk.clerk_id)

    def _everybodys(self, now: Now) -> Today:
        return self.desk.services.today.today(now, None)

    def _on_everybody(self) -> None:
        self._sees_all = not self._sees_all
        self.refresh()

    def _connect(self) -> None:
        page, preview = self.today_page, self.today_page.preview
        self._first_preview.came.connect(self._show_preview)
        page.selected.connect(self._on_selected)
        page.empty_action_requested.connect(self._on_empty_action)
        page.everybody_requested.connect(self._on_everybody)
        page.print_requested.connect(self.print_out)
        page.list.start_requested.connect(self._on_start)
        page.list.key_requested.connect(self._on_key)
        preview.start_requested.connect(self._on_start)
        preview.later_requested.connect(self._on_later)
        preview.date_requested.connect(self._on_pick_day)
        preview.move_promise_requested.connect(self._on_move_promise)
        preview.skip_requested.connect(self._on_skip)
        preview.done_requested.connect(self._on_done)
        preview.give_requested.connect(self._on_give)
        preview.card_requested.connect(self._on_card)
        preview.keep_requested.connect(self._on_keep)
        self.desk.clerk_changed.connect(self._on_clerk_changed)
        self.desk.time_passed.connect(self._on_time)
        self.desk.day_changed.connect(self._on_time)

    def _on_clerk_changed(self) -> None:
        self._sees_all = False
        self._on_time()

    def _on_time(self) -> None:
        if self.page.isVisible():
            self.refresh()

    def _on_selected(self) -> None:
        if not self._first_preview.is_waiting:
            self._show_preview()

    def _show_preview(self) -> None:
        """Of the row that is selected by now."""
        self._first_preview.cancel()
        if line := self.today_page.list.entry():
            preview = self.desk.ask(self.desk.services.today.preview, line.row.due.id)
            self.today_page.show_preview(preview)

    def _on_key(self, asked: str) -> None:
        preview = self.today_page.preview
        match asked:
            case "later":
                preview.later.showMenu()
            case "menu":
                preview.more.showMenu()
            case "skip":
                self._on_skip()
            case "done":
                self._on_done()
            case "card":
                self._on_card()

    def _on_empty_action(self) -> None:
        if self._day is not None and self._day.today.customers:
            from followup_desktop.domain.customer_list import (
                CustomerFilter,  # late: no row needs it
            )

            self.desk.go(Place(RoomName.CUSTOMERS, given=CustomerFilter(no_next_step=True)))
        else:
            self.desk.record_visit()

    def _on_start(self) -> None:
        if line := self.today_page.list.entry():
            self.desk.start_call(line.row.due.customer_id, line.row.due.id)

    def _on_card(self) -> None:
        if line := self.today_page.list.entry():
            self.desk.open_card(line.row.due.customer_id)

    def _on_later(self, span: "Later") -> None:
        if line := self.today_page.list.entry():
            self.desk.do(self.desk.services.today.later, line.row.due.id, span)

    def _on_done(self) -> None:
        if line := self.today_page.list.entry():
            self.desk.do(self.desk.services.today.done, line.row.due.id)

    def _on_give(self, to_clerk_id: int) -> None:
        if line := self.today_page.list.entry():
            self.desk.do(self.desk.services.today.give, line.row.due.id, to_clerk_id)

    def _on_pick_day(self) -> None:
        from followup_desktop.ui.today.pick_day import PickDaySheet  # late: no row needs it

        line = self.today_page.list.entry()
        if line is None:
            return
        sheet = PickDaySheet(self.page.window(), self.desk.now().day)

        def move(on: date, at: time | None) -> None:
            self.desk.do(
                self.desk.services.today.move, line.row.due.id, on, at, is_timed=at is not None
            )

        sheet.picked.connect(move)
        sheet.open()

    def _on_move_promise(self) -> None:
        from followup_desktop.ui.keeping_forms import promise_form  # late: no row needs it

        line = self.today_page.list.entry()
        if line is None:
            return
        promise = self.desk.services.keeping.promise_of(line.row.due.id)
        if promise is not None:
            promise_form(self.desk, self.page.window(), promise).open()

    def _on_skip(self) -> None:
        from followup_desktop.ui.today.skip import SkipSheet  # late: no row needs it

        line = self.today_page.list.entry()
        if line is None:
            return
        sheet = SkipSheet(self.page.window(), line.words.name)
        sheet.skipped.connect(
            lambda why: self.desk.do(self.desk.services.today.skip, line.row.due.id, why)
        )
        sheet.open()

    def _on_keep(self) -> None:
        from followup_desktop.ui.today.keep_anyway import KeepAnywaySheet  # late: no row needs it

        line = self.today_page.list.entry()
        if line is None:
            return
        follow_up_id = line.row.due.id
        sheet = KeepAnywaySheet(self.page.window(), line.words.name)
        sheet.kept.connect(
            lambda why: self.desk.do(self.desk.services.today.keep_anyway, follow_up_id, why)
        )
        sheet.open()


def _is_colleague(clerk: Clerk, me: Clerk | None) -> bool:
    return clerk.left_on is None and clerk != me
