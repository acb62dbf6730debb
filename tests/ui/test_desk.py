"""What every room leans on: verbs with `now` and the clerk in front, one signal, undo."""

import pytest
from pytestqt.qtbot import QtBot

from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.shop_time import Now
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.room import Place, RoomName


def budget(desk: Desk) -> int:
    return desk.services.shop.shop().preferences.budget_minutes


def told(desk: Desk) -> list[WorldError]:
    found: list[WorldError] = []
    desk.troubled.connect(found.append)
    return found


def test_a_verb_gets_the_clock_and_the_clerk(desk: Desk, now: Now) -> None:
    seen: list[object] = []

    def verb(now: Now, clerk_id: int | None, what: str) -> Changes:
        seen.extend((now, clerk_id, what))
        return Changes(Changed.NOTHING)

    desk.do(verb, "something")
    assert seen == [now, 1, "something"]


def test_a_verb_without_a_clerk_gets_the_clock_alone(desk: Desk, now: Now) -> None:
    assert desk.ask(lambda now, call_id: (now, call_id), 7) == (now, 7)
    assert desk.ask(lambda text: text, "Libin") == "Libin"


def test_a_change_is_announced_and_can_be_taken_back_and_done_again(
    desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.changed) as told:
        desk.do(desk.services.shop.prefer, budget_minutes=60)
    assert told.args[0].did is Did.SHOP_CHANGED
    assert budget(desk) == 60
    with qtbot.waitSignal(desk.changed):
        desk.undo_last()
    assert budget(desk) == 45
    assert desk.undoable is None
    desk.redo_last()
    assert budget(desk) == 60
    desk.undo_last()
    assert budget(desk) == 45


def test_actions_are_taken_back_newest_first(desk: Desk) -> None:
    for minutes in (30, 60):
        desk.do(desk.services.shop.prefer, budget_minutes=minutes)
    desk.undo_last()
    assert budget(desk) == 30
    desk.undo_last()
    assert budget(desk) == 45
    assert desk.undo_last() is None


def test_a_new_action_ends_doing_again(desk: Desk) -> None:
    desk.do(desk.services.shop.prefer, budget_minutes=60)
    desk.undo_last()
    desk.do(desk.services.shop.prefer, budget_minutes=30)
    assert desk.redo_last() is None
    assert budget(desk) == 30


def test_what_changed_since_is_told_and_not_offered_twice(desk: Desk, now: Now) -> None:
    desk.do(desk.services.shop.prefer, budget_minutes=60)
    # Somebody else, at another desk.
    desk.services.shop.prefer(now, None, budget_minutes=90)
    troubles = told(desk)
    assert desk.undo_last() is None
    assert [error.trouble for error in troubles] == [Trouble.CHANGED_SINCE]
    assert desk.undoable is None
    assert budget(desk) == 90


def test_a_refused_verb_says_so_and_saves_nothing(desk: Desk, qtbot: QtBot) -> None:
    troubles = told(desk)
    with qtbot.assertNotEmitted(desk.changed):
        assert desk.do(desk.services.shop.prefer, budget_minutes=0) is None
    assert troubles[0].field == "budget_minutes"
    assert budget(desk) == 45


def test_a_form_shows_a_refused_field_itself(desk: Desk) -> None:
    troubles = told(desk)
    answer = desk.attempt(desk.services.shop.add_clerk, " ")
    assert isinstance(answer, WorldError)
    assert answer.field == "name"
    assert troubles == []


def test_a_full_disk_is_told_in_a_form_too(desk: Desk) -> None:
    def verb(now: Now) -> Changes:
        raise WorldError(Trouble.DISK_FULL)

    troubles = told(desk)
    assert isinstance(desk.attempt(verb), WorldError)
    assert troubles[0].trouble is Trouble.DISK_FULL


def test_a_bug_is_not_taken_for_the_world(desk: Desk) -> None:
    def verb(now: Now) -> Changes:
        raise KeyError("a bug")

    with pytest.raises(KeyError):
        desk.do(verb)


def test_another_clerk_takes_nothing_back_of_the_last_one(desk: Desk, qtbot: QtBot) -> None:
    desk.do(desk.services.shop.prefer, budget_minutes=60)
    with qtbot.waitSignal(desk.clerk_changed):
        desk.switch_clerk(2)
    assert desk.clerk_id == 2
    assert desk.undo_last() is None
    with qtbot.assertNotEmitted(desk.clerk_changed):
        desk.switch_clerk(2)


def test_intents_name_a_place(desk: Desk) -> None:
    places: list[Place] = []
    desk.place_requested.connect(places.append)
    desk.open_card(3)
    desk.open_call(4)
    desk.open_page(RoomName.ORDERS)
    desk.record_visit()
    assert places == [
        Place(RoomName.CARD, 3),
        Place(RoomName.CALL, 4),
        Place(RoomName.ORDERS),
        Place(RoomName.VISIT),
    ]
