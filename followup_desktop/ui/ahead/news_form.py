"""Something new: what it is, and of which product group."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from followup_desktop.domain.product_group import ProductGroup
from followup_desktop.domain.updates import Update
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet, keep
from followup_desktop.ui.kit.fields import LineField
from followup_desktop.ui.kit.labels import Muted
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.words import _


def news_form(
    desk: Desk,
    window: QWidget,
    groups: Sequence[ProductGroup],
    group_id: int,
    was: Update | None = None,
) -> FormSheet:
    """`was` None: a new note."""
    service = desk.services.updates
    sheet = FormSheet(
        window,
        _("Something new"),
        name="news_form",
        remove=_("It isn’t new any more") if was else "",
    )
    text = LineField(
        was.text if was else "", name="news_text", placeholder=_("unlined jackets for spring")
    )
    sheet.add("text", _("What has come in, as you would tell a customer"), text)
    if was is None:
        group = Picker([(one.id, one.name) for one in groups], name="news_group")
        group.choose(group_id)
        sheet.add("group_id", _("For those who own an older one of"), group)
        sheet.body.addWidget(
            Muted(_("Nobody is called by this. You look through the list first."), wrap=True)
        )
        keep(desk, sheet, service.note)
    else:
        assert was.key.note_id is not None
        note_id = was.key.note_id
        keep(desk, sheet, service.change_note, note_id)
        sheet.removed.connect(lambda: _remove(desk, sheet, note_id))
    sheet.need("text")
    return sheet


def _remove(desk: Desk, sheet: FormSheet, note_id: int) -> None:
    """Gone at a click, with the calls that nobody made yet; the bar below takes that back."""
    if desk.do(desk.services.updates.remove_note, note_id) is not None:
        sheet.dismiss()
