"""The form with literal answers: what the keyboard does, and how few keys a visit takes."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.checks import FieldProblem
from followup_desktop.domain.customer_list import CustomerHit
from followup_desktop.domain.kinds import Fulfilment, Kind, Stage
from followup_desktop.domain.planned import PlanChange, PlannedFollowUp
from followup_desktop.domain.visit import NewVisit, VisitPreview
from followup_desktop.ui.visit.page import VisitPage
from followup_desktop.ui.visit.phone_field import PhoneField

DAY = date(2026, 11, 21)
JUN = NewVisit(
    name="Jun Hayashi",
    phone="+1 646 555 0188",
    items=("Navy suit", "Tie"),
    occasion="Sister’s wedding",
    occasion_on=date(2026, 11, 28),
    for_whom="himself",
    is_gift=True,
    fulfilment=Fulfilment.ALTERATION,
    promised_on=date(2026, 11, 25),
    looked_at="linen",
    held_back="time to think",
    also_looking_at="the other shop",
    learned="Lives with his parents.",
    may_call=True,
    changes=(PlanChange("two_weeks", is_on=False),),
)
PLAN = (
    PlannedFollowUp("day_after", Kind.DAY_AFTER, date(2026, 11, 23)),
    PlannedFollowUp("two_weeks", Kind.TWO_WEEKS, date(2026, 12, 5)),
)
LIBIN = CustomerHit(7, "Richard Libin", "Mr.", Stage.CUSTOMER, "+1 212 555 0143", "Charcoal suit")


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[VisitPage]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    form = VisitPage(window, DAY)
    form.set_shop(DAY, "US")
    form.show_visit(NewVisit())
    window.show()
    form.open()
    yield form
    form.dismiss()


def type_here(qtbot: QtBot, text: str) -> int:
    """Type into whatever has the focus; the keystrokes it took."""
    here = QApplication.focusWidget()
    assert here is not None
    qtbot.keyClicks(here, text)
    return len(text)


def press(qtbot: QtBot, key: Qt.Key, *, control: bool = False) -> int:
    here = QApplication.focusWidget()
    assert here is not None
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(here, key, held)
    return 2 if control else 1


def test_holds_every_answer(form: VisitPage) -> None:
    form.show_visit(JUN)
    assert form.visit() == JUN


def test_a_new_customer_with_one_purchase_takes_few_keys(form: VisitPage, qtbot: QtBot) -> None:
    """M-32: 20 seconds. A practised hand types five keys a second, so a hundred at most."""
    keys = type_here(qtbot, "Jun Hayashi")
    keys += press(qtbot, Qt.Key.Key_Tab)
    keys += type_here(qtbot, "6465550188")
    keys += press(qtbot, Qt.Key.Key_Tab)
    keys += type_here(qtbot, "Navy suit")
    with qtbot.waitSignal(form.save_requested):
        keys += press(qtbot, Qt.Key.Key_Return, control=True)
    saved = form.visit()
    assert (saved.name, saved.items) == ("Jun Hayashi", ("Navy suit",))
    assert [c for c in saved.phone if c.isdigit()] == list("6465550188")
    assert saved.bought
    beside_the_words = keys - len("Jun Hayashi6465550188Navy suit")
    assert beside_the_words == 4


def test_a_number_keeps_its_digits_in_order_where_the_window_is_not_the_active_one(
    qtbot: QtBot,
) -> None:
    field = PhoneField(name="phone")
    field.set_country("US")
    qtbot.addWidget(field)
    QTest.keyClicks(field, "2125550165")
    assert field.text() == "212 555 0165"


def test_a_known_customer_is_taken_with_enter(form: VisitPage, qtbot: QtBot) -> None:
    form.who.asked.connect(lambda _text: form.who.show_hits((LIBIN,)))
    form.who.customer_chosen.connect(form.show_hit)
    type_here(qtbot, "lib")
    press(qtbot, Qt.Key.Key_Return)
    visit = form.visit()
    assert (visit.customer_id, visit.name, visit.phone) == (7, "Richard Libin", "+1 212 555 0143")
    assert form.who.badge.text() == "Repeat customer"


def test_typing_on_makes_it_somebody_new_again(form: VisitPage, qtbot: QtBot) -> None:
    form.show_hit(LIBIN)
    with qtbot.waitSignal(form.who.customer_chosen) as signal:
        qtbot.keyClicks(form.who, "a")
    assert signal.args == [None]
    assert form.visit().customer_id is None
    assert form.who.badge.text() == "New customer"


def test_several_things_in_one_line(form: VisitPage, qtbot: QtBot) -> None:
    line = form.bought_part.items.line
    qtbot.keyClicks(line, "Navy suit,Tie")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClicks(line, "Belt")
    assert form.visit().items == ("Navy suit", "Tie", "Belt")
    line.clear()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == "Tie"
    assert form.visit().items == ("Navy suit", "Tie")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_saving_by_keyboard_works_while_earlier_things_are_offered(
    form: VisitPage, qtbot: QtBot
) -> None:
    items = form.bought_part.items
    items.line.setFocus()
    items.offer(["Navy suit", "Navy coat"])
    type_here(qtbot, "nav")
    offered = QApplication.activePopupWidget()
    assert offered is not None and offered.objectName() == "completions"
    with qtbot.waitSignal(form.save_requested, timeout=500):
        qtbot.keyClick(offered, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.visit().items == ("nav",)
    assert QApplication.activePopupWidget() is None


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_an_earlier_thing_is_taken_with_enter(form: VisitPage, qtbot: QtBot) -> None:
    items = form.bought_part.items
    items.line.setFocus()
    items.offer(["Navy suit", "Navy coat"])
    type_here(qtbot, "nav")
    offered = QApplication.activePopupWidget()
    assert offered is not None
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.keyClick(offered, Qt.Key.Key_Return)
    assert form.visit().items == ("Navy suit",)


@pytest.mark.parametrize("field", ["occasion_on", "ready_on", "ready_time"])
def test_a_day_that_is_not_understood_is_not_left_out(
    form: VisitPage, qtbot: QtBot, field: str
) -> None:
    form.show_visit(JUN)
    typed = getattr(form.bought_part, field)
    typed.setFocus()
    typed.selectAll()
    type_here(qtbot, "whenever")
    saved: list[object] = []
    form.save_requested.connect(lambda: saved.append(None))
    press(qtbot, Qt.Key.Key_Return, control=True)
    assert not saved
    assert typed.hasFocus()
    assert typed.text() == "whenever"
    shown = {"occasion_on": "occasion_on", "ready_on": "promised_on", "ready_time": "promised_time"}
    assert form.fields[shown[field]].problem()


def test_every_line_is_named_as_its_label(form: VisitPage) -> None:
    assert form.bought_part.items.line.accessibleName() == "What"
    assert form.bought_part.occasion_on.accessibleName() == "When is it?"


def test_the_promised_day_is_asked_only_for_an_order(form: VisitPage) -> None:
    assert not form.bought_part.ready_field.isVisible()
    form.bought_part.fulfilment.pill(Fulfilment.ORDER).click()
    assert form.bought_part.ready_field.isVisible()


def test_left_without_buying_asks_other_things(form: VisitPage) -> None:
    form.bought.pill(False).click()
    assert form.left_part.isVisible() and not form.bought_part.isVisible()
    assert not form.visit().bought


def test_the_plan_can_be_switched_off(form: VisitPage, qtbot: QtBot) -> None:
    form.show_preview(VisitPreview(PLAN, (), ""), DAY)
    tick = form.plan.findChild(QWidget, "plan_two_weeks")
    assert tick is not None
    assert tick.accessibleName() == "Sat 5 Dec: Two weeks on: anything to adjust?"
    with qtbot.waitSignal(form.edited):
        qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert form.visit().changes == (PlanChange("two_weeks", is_on=False),)


def test_what_stands_in_the_way_is_said_at_its_field(form: VisitPage) -> None:
    form.show_visit(JUN)
    form.show_problems((FieldProblem("phone", "not_a_phone"),))
    assert form.fields["phone"].problem() == "This doesn’t look like a phone number yet."
    assert form.phone.hasFocus()
    assert form.visit() == JUN


def test_a_hint_stands_in_nobodys_way(form: VisitPage) -> None:
    hint = FieldProblem("name", "same_name", blocks=False)
    form.show_preview(VisitPreview(PLAN, (hint,), ""), DAY)
    assert not form.fields["name"].problem()


def test_odd_words_come_back_as_typed(form: VisitPage) -> None:
    odd = NewVisit(name="שרה 🌷 é" + "x" * 300, items=("<b>bold</b> & more",), learned="a\nb")
    form.show_visit(odd)
    assert form.visit() == odd


def test_saving_by_keyboard_works_from_every_control(form: VisitPage, qtbot: QtBot) -> None:
    form.show_visit(JUN)
    pill = form.bought_part.fulfilment.pill(Fulfilment.ALTERATION)
    for control in (form.who, pill, form.learned, form.may_call, form.cancel):
        control.setFocus()
        with qtbot.waitSignal(form.save_requested, timeout=500):
            press(qtbot, Qt.Key.Key_Return, control=True)
