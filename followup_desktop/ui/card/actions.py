"""What a click on a row does: a form, another card, or a short menu."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QMenu, QWidget

from followup_desktop.domain.customer import CustomerCard, EventKind, Fact, StoryEvent
from followup_desktop.domain.kinds import FactKind, ReferralState
from followup_desktop.domain.shop import Shop
from followup_desktop.ui.card import card_rows, forms_about, forms_open, forms_reach
from followup_desktop.ui.card.rows import Row
from followup_desktop.ui.card.story_model import Entry
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet
from followup_desktop.ui.kit.labels import Body, Muted
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.today.skip import SkipSheet
from followup_desktop.words import _
from followup_desktop.words import card as words
from followup_desktop.words.call import referral_state, upper_first

_T = TypeVar("_T")
Choice = tuple[str, Callable[[], object]]


class CardActions:
    """About one card at a time; `show` says which."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk = desk
        self._page = page
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

    def open_row(self, row: Row) -> FormSheet | None:
        """The form of a row, opened; None for one that has a menu instead."""
        kind, row_id = row.key
        if kind not in self._forms or self._card is None:
            return None
        return _opened(self._forms[kind](row_id))

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
        return []

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

    def plan(self) -> FormSheet | None:
        return _opened(self._form(forms_open.plan_form))

    def log(self, direction: object) -> FormSheet | None:
        return _opened(
            self._form(lambda d, w, card: forms_reach.log_form(d, w, card, direction))  # type: ignore[arg-type]
        )

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
        clerks = self._shop.clerks if self._shop is not None else ()
        return self._form(lambda d, w, card: forms_about.customer_form(d, w, card, clerks))

    def _why_form(self) -> FormSheet | None:
        card = self._card
        if card is None or card.last_purchase_id is None:
            return None
        was = {
            "occasion": card.occasion,
            "occasion_on": card.occasion_on,
            "for_whom": card.for_whom,
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
            lambda d, w, card: forms_about.fact_form(d, w, card.id, _by_id(card.facts, row_id))
        )

    def _person_form(self, row_id: int) -> FormSheet | None:
        return self._form(
            lambda d, w, card: forms_about.person_form(d, w, card.id, _by_id(card.people, row_id))
        )

    def _date_form(self, row_id: int) -> FormSheet | None:
        return self._form(
            lambda d, w, card: forms_about.date_form(d, w, card.id, _by_id(card.dates, row_id))
        )

    def _phone_form(self, row_id: int) -> FormSheet | None:
        return self._form(
            lambda d, w, card: forms_reach.phone_form(
                d, w, card.id, self._country(), _by_id(card.phones, row_id)
            )
        )

    def _mail_form(self, row_id: int) -> FormSheet | None:
        return self._form(
            lambda d, w, card: forms_reach.mail_form(d, w, card.id, _by_id(card.mails, row_id))
        )

    # Menus of rows

    def _of_follow_up(self, row_id: int) -> list[Choice]:
        card, today, window = self._card, self._desk.services.today, self._page.window()
        one = _by_id(card.coming_up, row_id) if card is not None else None
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
        keeping, window = self._desk.services.keeping, self._page.window()
        card = self._card
        promise = _by_id(card.promises, row_id) if card is not None else None
        if card is None or promise is None:
            return []
        return [
            (_("Start the call"), lambda: self._desk.start_call(card.id)),
            (_("Kept"), lambda: self._desk.do(keeping.promise_kept, row_id)),
            (_("Move it…"), lambda: forms_open.promise_form(self._desk, window, promise).open()),
            (_("No longer wanted"), lambda: self._desk.do(keeping.withdraw_promise, row_id)),
        ]

    def _of_problem(self, row_id: int) -> list[Choice]:
        keeping, window = self._desk.services.keeping, self._page.window()
        problem = _by_id(self._card.problems, row_id) if self._card is not None else None
        if problem is None:
            return []
        return [
            (
                _("They know we are on it"),
                lambda: self._desk.do(keeping.problem_acknowledged, row_id),
            ),
            (
                _("How and by when…"),
                lambda: forms_open.problem_form(self._desk, window, problem).open(),
            ),
            (_("Solved"), lambda: self._desk.do(keeping.problem_solved, row_id)),
        ]

    def _of_referral(self, row_id: int) -> list[Choice]:
        if self._card is None:
            return []
        sent = _by_id(self._card.has_referred, row_id)
        link = sent or _by_id(self._card.referred_by, row_id)
        choices: list[Choice] = []
        if link is not None and (other_id := link.customer_id) is not None:
            text = _("Open the card of {name}").format(name=link.name)
            choices.append((text, lambda: self._desk.open_card(other_id)))
        if sent is not None:
            choices += [
                (upper_first(referral_state(state)), self._to_state(row_id, state))
                for state in ReferralState
                if state not in (sent.state, ReferralState.NAMED)
            ]
        return choices

    def _to_state(self, row_id: int, state: ReferralState) -> Callable[[], object]:
        return lambda: self._desk.do(self._desk.services.keeping.referral_state, row_id, state)


def _by_id(rows: tuple[_T, ...], row_id: int) -> _T | None:
    return next((row for row in rows if row.id == row_id), None)  # type: ignore[attr-defined]


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
