"""Catching something on the call: the small forms, and the verbs behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from followup_desktop.domain.call import Caught
from followup_desktop.domain.caught import (
    CaughtForm,
    CaughtKind,
    DateForm,
    FactForm,
    ProblemForm,
    PromiseForm,
    ReferralForm,
)
from followup_desktop.domain.changes import Changes
from followup_desktop.domain.errors import WorldError
from followup_desktop.ui.call.catch_sheets import (
    CatchSheet,
    DateSheet,
    FactSheet,
    ProblemSheet,
    PromiseSheet,
    ReferralSheet,
)

if TYPE_CHECKING:
    from followup_desktop.ui.call.controller import CallController


class Catching:
    def __init__(self, controller: CallController) -> None:
        self._controller = controller
        self._desk = controller.desk

    def begin(self, kind: CaughtKind) -> None:
        self._open(self._sheet(kind, None), self._controller.calls.catch, self._call_id())

    def begin_problem(self, wants_manager: bool) -> None:
        """From a bridge; the manager's call needs a time that the customer is told (M-20)."""
        sheet = self._sheet(CaughtKind.PROBLEM, None)
        if isinstance(sheet, ProblemSheet) and wants_manager:
            sheet.want_manager()
        self._open(sheet, self._controller.calls.catch, self._call_id())

    def change(self, caught: Caught) -> None:
        sheet = self._sheet(caught.kind, caught.form)
        verb = self._controller.calls.change_caught
        self._open(sheet, verb, self._call_id(), caught.kind, caught.row_id)

    def drop(self, caught: Caught) -> None:
        verb = self._controller.calls.drop_caught
        self._controller.write(verb, self._call_id(), caught.kind, caught.row_id)

    def _call_id(self) -> int:
        return self._controller.call.id if self._controller.call else 0

    def _open(self, sheet: CatchSheet, verb: Callable[..., Changes], *args: object) -> None:
        def keep(form: CaughtForm) -> None:
            self._controller.autosave.flush()
            answer = self._desk.attempt(verb, *args, form)
            if isinstance(answer, WorldError):
                sheet.show_refused(answer)
            else:
                sheet.dismiss()

        sheet.caught.connect(keep)
        sheet.dismissed.connect(sheet.deleteLater)
        sheet.open()

    def _sheet(self, kind: CaughtKind, was: CaughtForm | None) -> CatchSheet:
        window, today = self._controller.page.window(), self._desk.now().day
        shop = self._desk.services.shop.shop()
        match kind:
            case CaughtKind.PROMISE:
                here = [clerk for clerk in shop.clerks if clerk.left_on is None]
                form = was if isinstance(was, PromiseForm) else None
                return PromiseSheet(window, today, here, self._desk.clerk_id, form)
            case CaughtKind.REFERRAL:
                form_ = was if isinstance(was, ReferralForm) else None
                return ReferralSheet(window, shop.country, form_)
            case CaughtKind.PROBLEM:
                wrong = was if isinstance(was, ProblemForm) else None
                return ProblemSheet(window, today, shop.clerks, self._desk.clerk_id, wrong)
            case CaughtKind.DATE:
                return DateSheet(window, was if isinstance(was, DateForm) else None)
            case CaughtKind.FACT:
                return FactSheet(window, was if isinstance(was, FactForm) else None)
