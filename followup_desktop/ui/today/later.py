"""Putting a follow-up off: the usual spans."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from followup_desktop.domain.later import Later
from followup_desktop.words import N_, _

_SPANS = {
    Later.TEN_MINUTES: N_("In 10 minutes"),
    Later.HOUR: N_("In an hour"),
    Later.THIS_AFTERNOON: N_("This afternoon"),
    Later.TOMORROW: N_("Tomorrow"),
    Later.NEXT_WEEK: N_("Next week"),
}


def fill_later(menu: QMenu, on_span: Callable[[Later], None], on_date: Callable[[], None]) -> None:
    for span, words in _SPANS.items():
        menu.addAction(_(words)).triggered.connect(lambda _=False, chosen=span: on_span(chosen))
    menu.addSeparator()
    menu.addAction(_("Pick a day…")).triggered.connect(lambda: on_date())


def fill_promise(menu: QMenu, said: str, on_move: Callable[[], None]) -> None:
    """What the menu says of a promise: "Later" moves the call, and never what they were told."""
    tell_first(menu, said)
    menu.addAction(_("Move the promise itself…")).triggered.connect(lambda: on_move())


def tell_first(menu: QMenu, said: str) -> None:
    """A sentence over what can be chosen."""
    first = menu.actions()[0]
    told = QAction(said, menu)
    told.setEnabled(False)
    menu.insertAction(first, told)
    menu.insertSeparator(first)
