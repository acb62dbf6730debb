"""A promise, a problem or a referral, noted on the card without a call."""

from PySide6.QtWidgets import QWidget

from followup_desktop.domain.caught import CaughtForm, CaughtKind
from followup_desktop.domain.errors import WorldError
from followup_desktop.ui.call.catch_sheets import (
    CatchSheet,
    ProblemSheet,
    PromiseSheet,
    ReferralSheet,
)
from followup_desktop.ui.desk import Desk


def note_sheet(desk: Desk, window: QWidget, customer_id: int, kind: CaughtKind) -> CatchSheet:
    """The form that catches it on a call, kept by `Keeping.note`."""
    sheet = _sheet(desk, window, kind)

    def keep(form: CaughtForm) -> None:
        answer = desk.attempt(desk.services.keeping.note, customer_id, form)
        if isinstance(answer, WorldError):
            sheet.show_refused(answer)
        else:
            sheet.dismiss()

    sheet.caught.connect(keep)
    sheet.dismissed.connect(sheet.deleteLater)
    return sheet


def _sheet(desk: Desk, window: QWidget, kind: CaughtKind) -> CatchSheet:
    shop, today = desk.services.shop.shop(), desk.now().day
    match kind:
        case CaughtKind.PROMISE:
            here = [clerk for clerk in shop.clerks if clerk.left_on is None]
            return PromiseSheet(window, today, here, desk.clerk_id)
        case CaughtKind.PROBLEM:
            return ProblemSheet(window, today, shop.clerks, desk.clerk_id)
        case _:
            return ReferralSheet(window, shop.country)
