"""The product group on the visit form: guessed quietly, changed when it is wrong (M-41)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from followup_desktop.domain.product_group import ItemGroup, ProductGroup
from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.visit.items_field import ItemsField

GROUPS = (ProductGroup(1, "Shirts"), ProductGroup(2, "Suits"))


def field_with(qtbot: QtBot, text: str, *found: ItemGroup) -> ItemsField:
    field = ItemsField(name="visit_items")
    qtbot.addWidget(field)
    field.show()
    field.group.set_groups(GROUPS)
    qtbot.keyClicks(field.line, text)
    field.show_groups(found)
    return field


def actions(field: ItemsField) -> list[QAction]:
    field.group.menu_shown.aboutToShow.emit()
    return [one for one in field.group.menu_shown.actions() if not one.isSeparator()]


def test_it_says_the_group_of_what_is_typed(qtbot: QtBot) -> None:
    field = field_with(qtbot, "Navy suit", ItemGroup("Navy suit", 2))
    assert field.group.isVisible()
    assert field.group.label() == "Suits"
    assert field.group.accessibleName() == "Product group: Suits"
    assert [(one.text(), one.isChecked()) for one in actions(field)] == [
        ("Shirts", False),
        ("Suits", True),
        ("In no group", False),
    ]


def test_it_is_no_stop_on_the_way_of_a_practised_hand(qtbot: QtBot) -> None:
    field = field_with(qtbot, "Navy suit", ItemGroup("Navy suit", 2))
    assert not field.group.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_another_one_is_chosen_and_goes_into_the_visit(qtbot: QtBot) -> None:
    field = field_with(qtbot, "Navy suit", ItemGroup("Navy suit", 2))
    with qtbot.waitSignal(field.edited):
        actions(field)[0].trigger()
    assert field.group.label() == "Shirts"
    assert field.group.chosen(("Navy  suit", "Belt")) == (ItemGroup("Navy suit", 1),)


def test_several_things_have_a_menu_each(qtbot: QtBot) -> None:
    field = field_with(qtbot, "Navy suit,Belt", ItemGroup("Navy suit", 2), ItemGroup("Belt", None))
    assert field.group.label() == "Suits"
    assert [one.text() for one in actions(field)] == ["Navy suit", "Belt"]


def test_it_is_not_there_in_a_shop_without_groups(qtbot: QtBot) -> None:
    field = field_with(qtbot, "Navy suit")
    assert not field.group.isVisible()


def test_a_thing_in_no_group_can_be_put_in_one(qtbot: QtBot) -> None:
    field = field_with(qtbot, "Belt", ItemGroup("Belt", None))
    assert field.group.label() == "Group"
    actions(field)[1].trigger()
    assert field.group.chosen(("Belt",)) == (ItemGroup("Belt", 2),)


def test_what_was_chosen_comes_back_with_the_draft(qtbot: QtBot) -> None:
    field = field_with(qtbot, "Belt")
    field.group.set_chosen(NewVisit(item_groups=(ItemGroup("Belt", 1),)).item_groups)
    assert field.group.chosen(("Belt",)) == (ItemGroup("Belt", 1),)
