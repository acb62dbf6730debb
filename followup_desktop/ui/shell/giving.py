"""Connects the sheet for handing over with the desk."""

from PySide6.QtWidgets import QWidget

from followup_desktop.ui.desk import Desk
from followup_desktop.ui.shell.give_all import GiveAllSheet


def give_all(desk: Desk, window: QWidget) -> GiveAllSheet | None:
    """Open it for the clerk at the desk; None when nobody is there."""
    clerks = [one for one in desk.ask(desk.services.shop.clerks) or () if one.left_on is None]
    me = next((one for one in clerks if one.id == desk.clerk_id), None)
    if me is None:
        return None
    sheet = GiveAllSheet(window, me, clerks)

    def show_numbers(who_id: int) -> None:
        sheet.show_numbers(*(desk.ask(desk.services.staff.open_numbers, who_id) or (0, 0)))

    def hand_over(from_id: int, to_id: int | None, only_due: bool) -> None:
        until = desk.now().day if only_due else None
        desk.do(desk.services.staff.hand_over, from_id, to_id, until)

    sheet.whose_chosen.connect(show_numbers)
    sheet.confirmed.connect(hand_over)
    show_numbers(me.id)
    sheet.open()
    return sheet
