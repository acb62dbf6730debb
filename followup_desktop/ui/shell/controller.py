"""Connects what stands on every page with the desk."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.errors import WorldError
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.kit.quiet_bar import QuietBar
from followup_desktop.ui.main_window import MainWindow
from followup_desktop.ui.room import Place, RoomName
from followup_desktop.ui.shell.keys import Keys
from followup_desktop.ui.shell.trouble_bar import TroubleBar
from followup_desktop.words import _, codes

if TYPE_CHECKING:
    # Late, as what is imported within functions here: Today's rows don't need them.
    from followup_desktop.domain.customer_list import CustomerHit
    from followup_desktop.ui.shell.search_rows import NewCustomer

_HITS = 8


class ShellController(QObject):
    """One for a desk; goes with it when another data folder is opened."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = window
        self._bar = QuietBar(window)
        self._troubles = TroubleBar(window)
        self._keys = Keys(window, self._key_actions())
        self._connect()
        self._show_clerks()
        self._on_window_moved()

    def _connect(self) -> None:
        desk, bar = self._desk, self._window.frame.top_bar
        desk.changed.connect(self._on_desk_changed)
        desk.troubled.connect(self._on_desk_troubled)
        desk.said.connect(self._on_desk_said)
        desk.clerk_changed.connect(self._show_clerks)
        self._window.moved.connect(self._on_window_moved)
        self._bar.undo_requested.connect(self._on_undo_requested)
        self._window.frame.rail.page_requested.connect(self._on_page_requested)
        bar.search.asked.connect(self._on_search_asked)
        bar.search.hit_chosen.connect(self._on_hit_chosen)
        bar.search.call_chosen.connect(lambda hit: self._desk.start_call(hit.id))
        bar.visit.clicked.connect(self._on_visit_clicked)
        bar.reminders.clicked.connect(desk.reminders_requested)
        bar.clerk.clerk_chosen.connect(desk.switch_clerk)
        bar.clerk.give_requested.connect(self._on_give_requested)
        bar.clerk.clerks_requested.connect(self._on_clerks_requested)

    def close(self) -> None:
        """Take the bars and the keys off the window, before another desk brings its own."""
        self._keys.close()
        for bar in (self._bar, self._troubles):
            bar.hide()
            bar.deleteLater()
        self._window.frame.top_bar.clerk.hide()

    # The keys

    def _key_actions(self) -> dict[str, Callable[[], object]]:
        desk, bar = self._desk, self._window.frame.top_bar
        actions: dict[str, Callable[[], object]] = {
            "find": bar.search.begin,
            "visit": desk.record_visit,
            "clerk": bar.clerk.showMenu,
            "reminders": desk.reminders_requested.emit,
            "print": self._print,
            "back": desk.go_back,
            "undo": desk.undo_last,
            "help": self._show_help,
        }
        for name in (
            RoomName.TODAY, RoomName.CUSTOMERS, RoomName.ORDERS, RoomName.PROMISES, RoomName.AHEAD,
            RoomName.INSIGHTS, RoomName.SETTINGS,
        ):  # fmt: skip
            actions[name.value] = partial(desk.open_page, name)
        return {name: partial(self._unless_covered, action) for name, action in actions.items()}

    def _unless_covered(self, action: Callable[[], object]) -> None:
        """While a sheet lies over the page, the page behind it stays as it is."""
        from followup_desktop.ui.kit.sheet import Sheet

        if not any(sheet.isVisible() for sheet in self._window.findChildren(Sheet)):
            action()

    def _print(self) -> None:
        place = self._window.place
        if place is None or not self._window.controller(place.room).print_out():
            self._desk.say(_("There is nothing to print on this page."))

    def _show_help(self) -> None:
        from followup_desktop.ui.shell.help import HelpSheet

        place = self._window.place
        HelpSheet(self._window, place.room if place is not None else None).open()

    def _on_window_moved(self) -> None:
        self._keys.show_place(in_call=self._window.in_call)
        if self._window.in_call:
            # Nothing but the call itself is offered while somebody calls.
            self._bar.dismiss()

    # The bars

    def _on_desk_changed(self, changes: Changes) -> None:
        self._troubles.hide()
        if changes.did is Did.UNDONE and self._can_redo():
            self._bar.offer(codes.did(changes.did), _("Do it again"))
        elif changes.did is Did.UNDONE:
            self._bar.offer(_("Done again."), _("Undo") if self._desk.undoable else "")
        elif changes.did is not None:
            undo = _("Undo") if changes.action_id is not None else ""
            self._bar.offer(codes.did(changes.did), undo)
        if changes.what & (Changed.CLERKS | Changed.SHOP):
            self._show_clerks()

    def _can_redo(self) -> bool:
        return self._desk.redoable is not None

    def _on_undo_requested(self) -> None:
        """The bar's one button: takes back, or does again what was taken back."""
        if self._can_redo():
            self._desk.redo_last()
        else:
            self._desk.undo_last()

    def _on_desk_troubled(self, error: WorldError) -> None:
        from followup_desktop.words import troubles

        self._bar.dismiss()
        self._troubles.show_trouble(troubles.trouble(error))

    def _on_desk_said(self, sentence: str) -> None:
        self._bar.offer(sentence, "")

    # The top bar and the rail

    def _show_clerks(self) -> None:
        clerks = self._desk.ask(self._desk.services.shop.clerks)
        if clerks is not None:
            self._window.frame.top_bar.clerk.show_clerks(clerks, self._desk.clerk_id)

    def _on_search_asked(self, text: str) -> None:
        hits = self._desk.ask(self._desk.services.customers.hits, text, limit=_HITS)
        self._window.frame.top_bar.search.show_hits(hits or ())

    def _on_hit_chosen(self, hit: "CustomerHit | NewCustomer") -> None:
        from followup_desktop.domain.visit import NewVisit
        from followup_desktop.ui.shell.search_rows import NewCustomer

        if not isinstance(hit, NewCustomer):
            self._desk.open_card(hit.id)
        elif _is_number(hit.text):
            self._desk.record_visit(NewVisit(phone=hit.text))
        else:
            self._desk.record_visit(NewVisit(name=hit.text))

    def _on_visit_clicked(self) -> None:
        self._desk.record_visit()

    def _on_page_requested(self, name: RoomName) -> None:
        self._desk.go(Place(name))

    def _on_give_requested(self) -> None:
        from followup_desktop.ui.shell.giving import give_all

        give_all(self._desk, self._window)

    def _on_clerks_requested(self) -> None:
        self._desk.go(Place(RoomName.SETTINGS, given="clerks"))


def _is_number(text: str) -> bool:
    """What was typed into the search box is rather a phone number than a name."""
    digits = sum(letter.isdigit() for letter in text)
    return digits >= 3 and not any(letter.isalpha() for letter in text)
