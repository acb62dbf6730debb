"""Forms about the customer: who they are, what they bought for, what was learned."""

from typing import Any

from PySide6.QtWidgets import QWidget

from followup_desktop.domain.customer import CustomerCard, Fact, Person, SpecialDate
from followup_desktop.domain.kinds import FactKind, Way
from followup_desktop.domain.product_group import ItemSold
from followup_desktop.domain.shop import Shop
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet, keep
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.dates import AnnualField, DateField
from followup_desktop.ui.kit.fields import LineField, TextField
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.text_box import shortened
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.typed_dates import Annual
from followup_desktop.words import _, codes
from followup_desktop.words import card as words

_ITEM_CHARS = 40
"""What of an item's name stands above a field."""
_CADENCES = (0, 1, 2, 3, 4, 5, 6, 10, 20)


def customer_form(desk: Desk, window: QWidget, card: CustomerCard, shop: Shop) -> FormSheet:
    sheet = FormSheet(window, words.full_name(card), name="customer_form", width=720)
    sheet.add_row(
        ("title", _("Title"), LineField(card.title, name="customer_title"), 1),
        ("name", _("Name"), LineField(card.name, name="customer_name"), 4),
    )
    sheet.add_row(
        ("say_it_like", _("Say it like"), LineField(card.say_it_like, name="say_it_like"), 1),
        ("address_as", _("Address them as"), LineField(card.address_as, name="address_as"), 1),
        ("language", _("Language"), LineField(card.language, name="language"), 1),
    )
    sheet.add_row(
        ("works_as", _("Works as"), LineField(card.works_as, name="works_as"), 1),
        (
            "service_person",
            _("Met here (the tailor, …)"),
            LineField(card.service_person, name="service_person"),
            1,
        ),
    )
    ways = [(way, codes.way(way)) for way in Way]
    preferred = Choices(ways, name="preferred_way", optional=True)
    preferred.choose(card.preferred_way)
    sheet.add("preferred_way", _("Prefers"), preferred)
    staff = [(one.id, one.name) for one in shop.clerks if one.left_on is None]
    owner = Picker([(None, _("Nobody in particular")), *staff], name="owner_id")
    owner.choose(card.owner_id)
    sheet.add_row(
        ("owner_id", _("Looked after by"), owner, 1),
        ("first_n_sales", _("All the calls after"), _cadence(card, shop), 1),
        (
            "rest_until",
            _("Leave them in peace until"),
            DateField(name="rest_until", today=desk.now().day, value=card.rest_until),
            1,
        ),
    )
    discreet = Tick(_("Be discreet: their own number only, nothing in messages"), name="discreet")
    discreet.setChecked(card.discreet)
    sheet.add("discreet", "", discreet)
    sheet.need("name")
    service = desk.services.customers
    keep(desk, sheet, service.change, card.id, weigh=service.preview_change)
    return sheet


def _cadence(card: CustomerCard, shop: Shop) -> Picker:
    usual, own = shop.preferences.first_n_sales, card.first_n_sales
    counts = sorted({*_CADENCES, *(() if own is None else (own,))})
    picker = Picker(
        [(count, words.full_cadence(count, usual)) for count in (None, *counts)],
        name="first_n_sales",
    )
    picker.choose(own)
    return picker


def settle_form(desk: Desk, window: QWidget, card: CustomerCard) -> FormSheet:
    sheet = FormSheet(window, _("Nothing more is needed"), name="settle_form")
    why = LineField(card.nothing_more or "", name="settle_why", placeholder=_("They moved away"))
    sheet.add("why", _("Why?"), why, needed=True)
    keep(desk, sheet, desk.services.customers.settle, card.id)
    return sheet


def pinned_form(desk: Desk, window: QWidget, card: CustomerCard) -> FormSheet:
    sheet = FormSheet(window, _("Pinned note"), name="pinned_form")
    note = TextField(card.pinned_note, name="pinned_note", lines=3)
    sheet.add("pinned_note", _("Shown whenever the card or a call opens"), note)
    keep(desk, sheet, desk.services.customers.change, card.id)
    return sheet


def purchase_form(
    desk: Desk, window: QWidget, purchase_id: int, was: dict[str, Any], title: str
) -> FormSheet:
    """`was`: occasion, occasion_on, for_whom, is_gift."""
    sheet = FormSheet(window, title, name="purchase_form")
    occasion = LineField(was["occasion"], name="occasion")
    day = DateField(name="occasion_on", today=desk.now().day, value=was["occasion_on"])
    sheet.add("occasion", _("What was it for?"), occasion)
    sheet.add_row(
        ("occasion_on", _("When is it?"), day, 1),
        ("for_whom", _("For whom?"), LineField(was["for_whom"], name="for_whom"), 1),
    )
    gift = Tick(_("A gift: be discreet"), name="is_gift")
    gift.setChecked(was["is_gift"])
    sheet.add("is_gift", "", gift)
    pickers = _group_pickers(desk, purchase_id)
    for item, picker in pickers.items():
        sheet.add(
            picker.objectName(),
            _("Product group of “{item}”").format(item=shortened(item.name, _ITEM_CHARS)),
            picker,
        )

    def changed(values: dict[str, object]) -> dict[str, object]:
        """Who gives a gift becomes discreet; saying it again would undo what was said since."""
        if values["is_gift"] == was["is_gift"]:
            del values["is_gift"]
        groups = {item.id: values.pop(picker.objectName()) for item, picker in pickers.items()}
        return {**values, "item_groups": groups}

    keep(desk, sheet, desk.services.customers.change_purchase, purchase_id, read=changed)
    return sheet


def _group_pickers(desk: Desk, purchase_id: int) -> dict[ItemSold, Picker]:
    """One for each thing; none in a shop without product groups."""
    groups = desk.ask(desk.services.product_groups.names)
    items = desk.ask(desk.services.product_groups.items, purchase_id)
    if not groups or not items:
        return {}
    options = [(None, _("In no group")), *((one.id, one.name) for one in groups)]
    pickers = {item: Picker(options, name=f"item_group_{item.id}") for item in items}
    for item, picker in pickers.items():
        picker.choose(item.group_id)
    return pickers


def fact_form(desk: Desk, window: QWidget, customer_id: int, was: Fact | None = None) -> FormSheet:
    customers = desk.services.customers
    is_note = was is not None and was.kind is FactKind.NOTE
    title = _("Note") if is_note else _("What you learned")
    sheet = FormSheet(
        window, title, name="fact_form", remove=_("Take it off the card") if was else ""
    )
    if not is_note:
        kinds = [(kind, words.fact_label(kind)) for kind in words.SHOWN_FACTS]
        kind = Choices(kinds, name="fact_kind")
        kind.choose(was.kind if was else FactKind.LIKE)
        sheet.add("kind", _("What is it?"), kind)
    text = TextField(was.text if was else "", name="fact_text", lines=2)
    sheet.add("text", _("In a few words"), text, needed=True)
    if was is None:
        keep(desk, sheet, customers.add_fact, customer_id)
    else:
        keep(desk, sheet, customers.change_fact, was.id)
        removing(desk, sheet, customers.remove_fact, was.id)
    return sheet


def person_form(
    desk: Desk, window: QWidget, customer_id: int, was: Person | None = None
) -> FormSheet:
    customers = desk.services.customers
    sheet = FormSheet(
        window,
        _("Somebody around them"),
        name="person_form",
        remove=_("Take them off the card") if was else "",
    )
    relation = LineField(
        was.relation if was else "", name="person_relation", placeholder=_("Wife, son, boss…")
    )
    sheet.add_row(
        ("relation", _("Who is it?"), relation, 1),
        ("name", _("Name"), LineField(was.name if was else "", name="person_name"), 1),
    )
    note = LineField(was.note if was else "", name="person_note", placeholder=_("17, tall"))
    sheet.add("note", _("Good to know"), note)
    sheet.need("relation")
    if was is None:
        keep(desk, sheet, customers.add_person, customer_id)
    else:
        keep(desk, sheet, customers.change_person, was.id)
        removing(desk, sheet, customers.remove_person, was.id)
    return sheet


def date_form(
    desk: Desk, window: QWidget, customer_id: int, was: SpecialDate | None = None
) -> FormSheet:
    customers = desk.services.customers
    sheet = FormSheet(
        window,
        _("A date to remember"),
        name="date_form",
        remove=_("Take it off the card") if was else "",
    )
    name = LineField(was.name if was else "", name="date_name", placeholder=_("Birthday"))
    day = AnnualField(
        name="date_day",
        value=Annual(was.month, was.day, was.year) if was else None,
        placeholder=_("3 Feb, the year is optional"),
    )
    sheet.add_row(("name", _("What is it?"), name, 1), ("day", _("When?"), day, 1))
    yearly = Tick(_("It comes every year"), name="date_yearly")
    yearly.setChecked(was.yearly if was else True)
    sheet.add("yearly", "", yearly)
    sheet.need("name", "day")
    if was is None:
        keep(desk, sheet, customers.add_date, customer_id, read=_with_day)
    else:
        keep(desk, sheet, customers.change_date, was.id, read=_with_day)
        removing(desk, sheet, customers.remove_date, was.id)
    return sheet


def _with_day(values: dict[str, object]) -> dict[str, object]:
    annual = values["day"]
    assert isinstance(annual, Annual)
    return {**values, "day": annual.day, "month": annual.month, "year": annual.year}


def removing(desk: Desk, sheet: FormSheet, verb: Any, row_id: int) -> None:
    """Taken off the card at a click; the bar below offers to take that back."""

    def remove() -> None:
        if desk.do(verb, row_id) is not None:
            sheet.dismiss()

    sheet.removed.connect(remove)
