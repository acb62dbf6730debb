"""The short menus of what is open: follow-ups, promises, problems, referrals."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from followup_desktop.domain.customer import CustomerCard
from followup_desktop.ui.card import card_rows, forms_open
from followup_desktop.ui.card.rows import Row
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.keeping_actions import Choice, of_open_problem, of_promise, of_referral
from followup_desktop.ui.today.skip import SkipSheet
from followup_desktop.words import _
from followup_desktop.words import card as words


class _HasId(Protocol):
    @property
    def id(self) -> int: ...


_T = TypeVar("_T", bound=_HasId)


def by_id(rows: tuple[_T, ...], row_id: int) -> _T | None:
    return next((row for row in rows if row.id == row_id), None)


class RowMenus:
    """About one card at a time; `show` says which."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk = desk
        self._page = page
        self._card: CustomerCard | None = None

    def show(self, card: CustomerCard) -> None:
        self._card = card

    def choices(self, row: Row) -> list[Choice]:
        """What the menu of a row offers."""
        kind, row_id = row.key
        match kind:
            case card_rows.FOLLOW_UP:
                return self._of_follow_up(row_id)
            case card_rows.PROMISE:
                return self._of_promise(row_id)
            case card_rows.PROBLEM:
                return self._of_problem(row_id)
            case card_rows.REFERRAL:
                return self._of_referral(row_id)
            case card_rows.OWNER:
                return self._of_owner()
        return []

    def _of_follow_up(self, row_id: int) -> list[Choice]:
        card, today, window = self._card, self._desk.services.today, self._page.window()
        one = by_id(card.coming_up, row_id) if card is not None else None
        if card is None or one is None:
            return []
        return [
            (_("Start the call"), lambda: self._desk.start_call(card.id, row_id)),
            (_("Move it…"), lambda: forms_open.move_form(self._desk, window, one).open()),
            (_("Done without a call"), lambda: self._desk.do(today.done, row_id)),
            (_("Skip it…"), lambda: self._skip(row_id)),
        ]

    def _skip(self, row_id: int) -> SkipSheet:
        name = words.full_name(self._card) if self._card is not None else ""
        sheet = SkipSheet(self._page.window(), name)
        sheet.skipped.connect(
            lambda why: self._desk.do(self._desk.services.today.skip, row_id, why)
        )
        sheet.dismissed.connect(sheet.deleteLater)
        sheet.open()
        return sheet

    def _of_promise(self, row_id: int) -> list[Choice]:
        card = self._card
        promise = by_id(card.promises, row_id) if card is not None else None
        if card is None or promise is None:
            return []
        start: Choice = (_("Start the call"), lambda: self._desk.start_call(card.id))
        return [start, *of_promise(self._desk, self._page, promise)]

    def _of_problem(self, row_id: int) -> list[Choice]:
        problem = by_id(self._card.problems, row_id) if self._card is not None else None
        return [] if problem is None else of_open_problem(self._desk, self._page, problem)

    def _of_referral(self, row_id: int) -> list[Choice]:
        if self._card is None:
            return []
        sent = by_id(self._card.has_referred, row_id)
        link = sent or by_id(self._card.referred_by, row_id)
        choices: list[Choice] = []
        if link is not None and (other_id := link.customer_id) is not None:
            text = _("Open {name}’s card").format(name=link.name)
            choices.append((text, lambda: self._desk.open_card(other_id)))
        if sent is not None:
            choices += of_referral(self._desk, row_id, sent.state)
        return choices

    def _of_owner(self) -> list[Choice]:
        """Who looks after them from now on."""
        card, desk = self._card, self._desk
        if card is None:
            return []
        change = desk.services.customers.change
        clerks = desk.ask(desk.services.shop.clerks) or ()
        staff = [(one.name, one.id) for one in clerks if one.left_on is None]
        who: list[tuple[str, int | None]] = [*staff, (_("Nobody in particular"), None)]

        def choose(owner_id: int | None) -> Callable[[], object]:
            return lambda: desk.do(change, card.id, owner_id=owner_id)

        return [(name, choose(owner_id)) for name, owner_id in who if owner_id != card.owner_id]
