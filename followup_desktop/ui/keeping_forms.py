"""Forms about words given: a promise on another day, how a problem is put right, and by whom."""

from datetime import date, time
from typing import Protocol

from PySide6.QtWidgets import QWidget

from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet, keep
from followup_desktop.ui.kit.dates import DateField, TimeField
from followup_desktop.ui.kit.fields import LineField, TextField
from followup_desktop.ui.kit.labels import Muted
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.words import _


class APromise(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def due_on(self) -> date: ...
    @property
    def due_time(self) -> time | None: ...


class AProblem(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def put_right_how(self) -> str: ...
    @property
    def put_right_by(self) -> date | None: ...


def promise_form(desk: Desk, window: QWidget, promise: APromise) -> FormSheet:
    sheet = FormSheet(window, _("Another day for it"), name="promise_form", save=_("Move it"))
    sheet.body.addWidget(
        Muted(_("They have to hear the new day from you. Its call moves along."), wrap=True)
    )
    day = DateField(name="promise_day", today=desk.now().day, value=promise.due_on)
    at = TimeField(name="promise_time", value=promise.due_time)
    sheet.add_row(("due_on", _("Day"), day, 3), ("due_time", _("Time, if it matters"), at, 2))
    sheet.add("reason", _("Why, if you like"), LineField(name="promise_why"))
    sheet.need("due_on")
    keep(desk, sheet, desk.services.keeping.move_promise, promise.id)
    return sheet


def problem_form(desk: Desk, window: QWidget, problem: AProblem) -> FormSheet:
    sheet = FormSheet(window, _("How it is put right"), name="problem_form")
    how = TextField(problem.put_right_how, name="problem_how", lines=2)
    sheet.add("how", _("What did you tell them?"), how)
    sheet.add_row(
        ("by", _("By when"),
         DateField(name="problem_by", today=desk.now().day, value=problem.put_right_by), 3),
        ("by_time", _("At"), TimeField(name="problem_by_time"), 2),
    )  # fmt: skip
    sheet.need("how", "by")
    keep(desk, sheet, desk.services.keeping.problem_put_right, problem.id)
    return sheet


def hand_over_form(desk: Desk, window: QWidget, problem_id: int) -> FormSheet:
    """To a manager first of all; with the time that the customer is told (M-20)."""
    sheet = FormSheet(window, _("Hand it over"), name="hand_over", save=_("Hand it over"))
    sheet.body.addWidget(
        Muted(_("Tell them who calls, and when. That time is the promise."), wrap=True)
    )
    here = [one for one in desk.services.shop.clerks() if one.left_on is None]
    others = [one for one in here if one.id != desk.clerk_id] or here
    others.sort(key=lambda one: not one.is_manager)
    names = [
        (one.id, _("{name}, manager").format(name=one.name) if one.is_manager else one.name)
        for one in others
    ]
    who = Picker(names, name="hand_over_to")
    who.choose(names[0][0])
    sheet.add("to_clerk_id", _("Who sees to it"), who)
    sheet.add_row(
        ("on", _("Day"), DateField(name="hand_over_day", today=desk.now().day), 3),
        ("at", _("At"), TimeField(name="hand_over_time"), 2),
    )
    sheet.need("to_clerk_id", "on", "at")
    keep(desk, sheet, desk.services.keeping.hand_over_problem, problem_id)
    return sheet
