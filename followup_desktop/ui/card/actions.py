"""What a click does: a form about what is known, or the menu of what is open (`row_menus`)."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from followup_desktop.domain.caught import CaughtKind
from followup_desktop.domain.customer import CustomerCard, Fact
from followup_desktop.domain.kinds import Direction, FactKind
from followup_desktop.domain.shop import Shop
from followup_desktop.domain.story import EventKind, StoryEvent
from followup_desktop.ui.card import card_rows, forms_about, forms_open, forms_reach
from followup_desktop.ui.card.row_menus import RowMenus, by_id
from followup_desktop.ui.card.rows import Row
from followup_desktop.ui.card.story_model import Entry
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet
from followup_desktop.ui.keeping_actions import Choice
from followup_desktop.ui.kit.labels import Body, Muted
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.words import _
from followup_desktop.words.letters import upper_first


class CardActions:
    """About one card at a time; `show` says which."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk = desk
        self._page = page
        self._menus = RowMenus(desk, page)
        self._card: CustomerCard | None = None
        self._shop: Shop | None = None
        self._forms: dict[str, Callable[[int], FormSheet | None]] = {
            card_rows.CUSTOMER: lambda _id: self._customer_form(),
            card_rows.PURCHASE: lambda _id: self._why_form(),
            card_rows.FACT: self._fact_form,
            card_rows.PERSON: self._person_form,
            card_rows.DATE: self._date_form,
            card_rows.PHONE: self._phone_form,
            card_rows.MAIL: self._mail_form,
            card_rows.PERMISSION: lambda _id: self._form(forms_reach.permission_form),
        }

    def show(self, card: CustomerCard, shop: Shop) -> None:
        self._card, self._shop = card, shop
        self._menus.show(card)

    def open_row(self, row: Row) -> FormSheet | None:
        """The form of a row, opened; None for one that has a menu instead."""
        kind, row_id = row.key
        if kind not in self._forms or self._card is None:
            return None
        return _opened(self._forms[kind](row_id))

    def choices(self, row: Row) -> list[Choice]:
        """What the menu of a row offers; nothing for one that has a form instead."""
        return self._menus.choices(row)

    def menu(self, choices: list[Choice]) -> QMenu:
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, does in choices:
            menu.addAction(text.replace("&", "&&")).triggered.connect(
                lambda _=False, act=does: act()
            )
        return menu

    # From the head and the cards' own buttons

    def edit(self) -> FormSheet | None:
        return _opened(self._customer_form())

    def pin(self) -> FormSheet | None:
        return _opened(self._form(forms_about.pinned_form))

    def settle(self) -> FormSheet | None:
        return _opened(self._form(forms_about.settle_form))

    def plan(self) -> FormSheet | None:
        return _opened(self._form(forms_open.plan_form))

    def log(self, direction: Direction) -> FormSheet | None:
        return _opened(self._form(lambda d, w, card: forms_reach.log_form(d, w, card, direction)))

    def add_fact(self) -> FormSheet | None:
        return _opened(self._form(lambda d, w, card: forms_about.fact_form(d, w, card.id)))

    def add_person(self) -> FormSheet | None:
        return _opened(self._form(lambda d, w, card: forms_about.person_form(d, w, card.id)))

    def add_date(self) -> FormSheet | None:
        return _opened(self._form(lambda d, w, card: forms_about.date_form(d, w, card.id)))

    def ways_to_add(self) -> list[Choice]:
        return [
            (_("A phone number…"), self.add_phone),
            (_("A mail address…"), self.add_mail),
            (_("What they allow…"), self.add_permission),
        ]

    def words_to_note(self) -> list[Choice]:
        return [
            (_("A promise…"), lambda: self.note(CaughtKind.PROMISE)),
            (_("A problem…"), lambda: self.note(CaughtKind.PROBLEM)),
        ]

    def note(self, kind: CaughtKind) -> Sheet | None:
        """A word given in the shop, as on a call (M-17)."""
        from followup_desktop.ui.card.noting import note_sheet  # late: it brings the call's forms

        if self._card is None:
            return None
        sheet = note_sheet(self._desk, self._page.window(), self._card.id, kind)
        sheet.open()
        return sheet

    def add_phone(self) -> FormSheet | None:
        return _opened(
            self._form(lambda d, w, card: forms_reach.phone_form(d, w, card.id, self._country()))
        )

    def add_mail(self) -> FormSheet | None:
        return _opened(self._form(lambda d, w, card: forms_reach.mail_form(d, w, card.id)))

    def add_permission(self) -> FormSheet | None:
        return _opened(self._form(forms_reach.permission_form))

    def open_event(self, entry: Entry) -> Sheet:
        """A purchase and a note can be changed; anything else is read as a whole."""
        event, window = entry.event, self._page.window()
        if event.kind is EventKind.PURCHASE:
            sheet: Sheet = forms_about.purchase_form(
                self._desk, window, event.row_id, _purchase(event), entry.words.title
            )
        elif event.kind is EventKind.NOTE and event.status is None:
            fact = Fact(event.row_id, FactKind.NOTE, event.text)
            sheet = forms_about.fact_form(self._desk, window, 0, fact)
        else:
            sheet = _reading(window, entry)
        sheet.open()
        return sheet

    # Forms of rows

    def _form(self, make: Callable[[Desk, QWidget, CustomerCard], FormSheet]) -> FormSheet | None:
        if self._card is None:
            return None
        return make(self._desk, self._page.window(), self._card)

    def _country(self) -> str:
        return self._shop.country if self._shop is not None else ""

    def _customer_form(self) -> FormSheet | None:
        shop = self._shop
        if shop is None:
            return None
        return self._form(lambda d, w, card: forms_about.customer_form(d, w, card, shop))

    def _why_form(self) -> FormSheet | None:
        card = self._card
        if card is None or card.last_purchase_id is None:
            return None
        was = {
            "occasion": card.occasion,
            "occasion_on": card.occasion_on,
            "for_whom": card.for_whom,
            "is_gift": card.is_gift,
        }
        return forms_about.purchase_form(
            self._desk,
            self._page.window(),
            card.last_purchase_id,
            was,
            upper_first(card.last_item) or _("Their last purchase"),
        )

    def _fact_form(self, row_id: int) -> FormSheet | None:
        return self._form(
            lambda d, w, card: forms_about.fact_form(d, w, card.id, by_id(card.facts, row_id))
        )

    def _person_form(self, row_id: int) -> FormSheet | None:
        return self._form(
            lambda d, w, card: forms_about.person_form(d, w, card.id, by_id(card.people, row_id))
        )

    def _date_form(self, row_id: int) -> FormSheet | None:
        return self._form(
            lambda d, w, card: forms_about.date_form(d, w, card.id, by_id(card.dates, row_id))
        )

    def _phone_form(self, row_id: int) -> FormSheet | None:
        return self._form(
            lambda d, w, card: forms_reach.phone_form(
                d, w, card.id, self._country(), by_id(card.phones, row_id)
            )
        )

    def _mail_form(self, row_id: int) -> FormSheet | None:
        return self._form(
            lambda d, w, card: forms_reach.mail_form(d, w, card.id, by_id(card.mails, row_id))
        )


def _opened(sheet: FormSheet | None) -> FormSheet | None:
    if sheet is not None:
        sheet.open()
    return sheet


def _purchase(event: StoryEvent) -> dict[str, object]:
    return {
        "occasion": event.text,
        "occasion_on": event.occasion_on,
        "for_whom": event.for_whom,
        "is_gift": event.is_gift,
    }


def _reading(window: QWidget, entry: Entry) -> Sheet:
    sheet = Sheet(window, entry.words.title[:300], name="story_event", width=640)
    by = " · ".join(part for part in (entry.words.day, entry.event.clerk_name) if part)
    sheet.body.addWidget(Muted(by))
    sheet.body.addWidget(Body(entry.words.text, wrap=True))
    sheet.add_cancel(_("Close"))
    sheet.dismissed.connect(sheet.deleteLater)
    return sheet
