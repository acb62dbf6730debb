"""A product group: its name, when it is time to renew, how to make it last."""

from PySide6.QtWidgets import QWidget

from followup_desktop.domain.product_group import ProductGroup
from followup_desktop.domain.rule_book import RuleEffect
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.effect_sheet import first_shown
from followup_desktop.ui.form_sheet import FormSheet, keep
from followup_desktop.ui.kit.fields import LineField, TextField
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.words import _
from followup_desktop.words import product_groups as words

_MONTHS = (3, 6, 9, 12, 18, 24, 30, 36, 48, 60, 84, 120)


def group_form(desk: Desk, window: QWidget, was: ProductGroup | None = None) -> FormSheet:
    """`was` None: a new one."""
    service = desk.services.product_groups
    sheet = FormSheet(
        window,
        was.name if was else _("A product group"),
        name="group_form",
        remove=_("Remove the group") if was else "",
    )
    name = LineField(was.name if was else "", name="group_name", placeholder=_("Suits"))
    sheet.add_row(
        ("group_name", _("Name"), name, 3),
        ("renew_months", _("Time to renew"), _renew(was), 2),
    )
    valuable = Tick(_("Valuable: ask after a month instead of two weeks"), name="is_valuable")
    valuable.setChecked(was.is_valuable if was else False)
    sheet.add("is_valuable", "", valuable)
    tip = TextField(was.care_tip if was else "", name="care_tip", lines=2)
    sheet.add("care_tip", _("How to make it last, in a sentence"), tip)
    sheet.need("group_name")
    if was is None:
        keep(desk, sheet, service.add, weigh=service.preview)
    else:
        keep(desk, sheet, service.change, was.id, weigh=service.preview)
        sheet.removed.connect(lambda: _remove(desk, sheet, was.id))
    return sheet


def _renew(was: ProductGroup | None) -> Picker:
    own = was.renew_months if was else None
    months = sorted({*_MONTHS, *(() if own is None else (own,))})
    picker = Picker(
        [(one, words.renew(one)) for one in (None, *months)],
        name="renew_months",
        label=_("Time to renew"),
    )
    picker.choose(own)
    return picker


def _remove(desk: Desk, sheet: FormSheet, group_id: int) -> None:
    """Gone at a click where nothing moves; the bar below offers to take that back."""
    service = desk.services.product_groups

    def remove() -> None:
        if desk.do(service.remove, group_id) is not None:
            sheet.dismiss()

    def weigh() -> RuleEffect:
        return service.preview_removal(desk.now(), group_id)

    first_shown(desk, sheet.window(), sheet.title.text(), weigh, remove)
