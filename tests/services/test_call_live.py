"""On the call: everything is saved as it happens (M-10 … M-16, M-21)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from followup_desktop.domain.caught import FactForm
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import CallStep, Detour, LinePart, Outcome, Purpose
from followup_desktop.services import Services
from followup_desktop.store.store import Store
from tests.services.call_world import COAT, ED, SUIT, Talk, visited
from tests.services.world import at, statements

NOTES = "Dana wants the grey.\n  Partner asked “where from?” 😀"


@pytest.fixture
def jun(store: Store) -> Talk:
    talk = visited(store, SUIT)
    talk.begin()
    return talk


def test_call_now_from_any_step(jun: Talk) -> None:
    call = jun.go(CallStep.CALL)
    assert call.step is CallStep.CALL
    assert call.started_at == jun.now.utc
    assert call.ended_at is None


def test_the_timer_runs_from_the_first_word_to_the_wrap_up(jun: Talk) -> None:
    jun.go(CallStep.CALL)
    jun.now = at("2026-11-21 10:48")
    call = jun.go(CallStep.WRAP_UP)
    assert (call.started_at, call.ended_at) == (at("2026-11-21 10:42").utc, jun.now.utc)
    jun.now = at("2026-11-21 10:49")
    assert jun.go(CallStep.CALL).ended_at is None
    assert jun.shown.started_at == at("2026-11-21 10:42").utc


def test_back_is_always_open(jun: Talk) -> None:
    jun.go(CallStep.CALL)
    for step in (CallStep.BRIDGE, CallStep.SCRIPT, CallStep.PURPOSE, CallStep.WRAP_UP):
        assert jun.go(step).step is step


def test_the_wrap_up_needs_a_call(jun: Talk) -> None:
    with pytest.raises(WorldError) as refused:
        jun.go(CallStep.WRAP_UP)
    assert (refused.value.field, refused.value.why) == ("step", "not_called_yet")


@pytest.mark.parametrize("end", [CallStep.DONE, CallStep.DROPPED])
def test_a_call_is_not_ended_by_going_somewhere(jun: Talk, end: CallStep) -> None:
    with pytest.raises(WorldError):
        jun.go(end)
    assert jun.shown.step is CallStep.PURPOSE


def test_ticks_in_any_order(jun: Talk) -> None:
    jun.go(CallStep.CALL)
    last, first = jun.shown.lines[-1].id, jun.shown.lines[0].id
    jun.services.calls.tick(jun.now, last)
    jun.services.calls.tick(jun.now, first)
    jun.services.calls.tick(jun.now, last, False)
    assert [line.id for line in jun.shown.lines if line.ticked] == [first]


def test_a_ticked_line_survives_another_purpose(jun: Talk) -> None:
    ticked = jun.shown.lines[-1]
    jun.services.calls.tick(jun.now, ticked.id)
    jun.services.calls.choose_purpose(jun.now, jun.call_id, Purpose.LEARN)
    assert ticked.words in [line.words for line in jun.shown.lines if line.ticked]


def test_notes_are_kept_letter_by_letter(jun: Talk) -> None:
    jun.services.calls.write_notes(jun.now, jun.call_id, NOTES)
    assert jun.shown.notes == NOTES


def test_notes_that_no_file_can_hold_lose_only_that(jun: Talk) -> None:
    jun.services.calls.write_notes(jun.now, jun.call_id, "a\0b\ud800c")
    assert jun.shown.notes == "abc"


def test_notes_that_are_too_long_leave_the_earlier_ones(jun: Talk) -> None:
    jun.services.calls.write_notes(jun.now, jun.call_id, NOTES)
    with pytest.raises(WorldError) as refused:
        jun.services.calls.write_notes(jun.now, jun.call_id, "x" * 20_001)
    assert refused.value.field == "notes"
    assert jun.shown.notes == NOTES


def test_a_detour_is_logged_each_time_and_leaves_the_cues(jun: Talk) -> None:
    jun.go(CallStep.CALL)
    before = jun.shown.lines
    for _ in range(2):
        jun.services.calls.take_detour(jun.now, jun.call_id, Detour.SOMETHING_WRONG)
    assert [one.detour for one in jun.shown.bridges if one.taken] == [Detour.SOMETHING_WRONG]
    assert jun.shown.lines == before


def test_another_number_can_be_chosen(jun: Talk) -> None:
    added = jun.services.customers.add_phone(jun.now, ED, jun.customer_id, "212 555 0199")
    assert added.made_id is not None
    jun.services.calls.choose_phone(jun.now, jun.call_id, added.made_id)
    assert jun.shown.phone_id == added.made_id


def test_a_number_of_somebody_else_is_not_theirs(jun: Talk, store: Store) -> None:
    theirs = visited(store, COAT)
    number = theirs.card.phones[0].id
    with pytest.raises(WorldError) as refused:
        jun.services.calls.choose_phone(jun.now, jun.call_id, number)
    assert refused.value.trouble is Trouble.GONE


@pytest.mark.parametrize("verb", ["tick", "take_detour", "write_notes"])
def test_a_call_that_is_not_here(jun: Talk, verb: str) -> None:
    calls = jun.services.calls
    verbs: dict[str, Callable[[], object]] = {
        "tick": lambda: calls.tick(jun.now, 999),
        "take_detour": lambda: calls.take_detour(jun.now, 999, Detour.PRICE),
        "write_notes": lambda: calls.write_notes(jun.now, 999, NOTES),
    }
    with pytest.raises(WorldError) as refused:
        verbs[verb]()
    assert refused.value.trouble is Trouble.GONE


def test_none_of_it_is_offered_for_undo(jun: Talk, store: Store) -> None:
    before = store.last_action()
    jun.services.calls.write_notes(jun.now, jun.call_id, NOTES)
    jun.services.calls.tick(jun.now, jun.shown.lines[0].id)
    jun.go(CallStep.CALL)
    assert store.last_action() == before


@pytest.mark.parametrize(
    "step", [CallStep.PURPOSE, CallStep.SCRIPT, CallStep.BRIDGE, CallStep.CALL, CallStep.WRAP_UP]
)
def test_the_program_may_end_at_any_step(
    tmp_path: Path, store: Store, jun: Talk, step: CallStep
) -> None:
    """Closed and opened again, the call is where it was, word by word (M-11, M-16)."""
    calls = jun.services.calls
    calls.choose_second(jun.now, jun.call_id, Purpose.LEARN)
    if step in (CallStep.CALL, CallStep.WRAP_UP):
        jun.go(CallStep.CALL)
        calls.write_notes(jun.now, jun.call_id, NOTES)
        calls.tick(jun.now, jun.shown.lines[2].id)
        calls.take_detour(jun.now, jun.call_id, Detour.JUST_CHATTING)
    jun.go(step)
    if step is CallStep.WRAP_UP:
        jun.answer(Outcome.TALKED, gained="Felt taller")
    before = jun.shown
    store.close()

    again = Store.open(tmp_path / "data", now=jun.now)
    try:
        reopened = Talk(Services(again), jun.now, jun.customer_id)
        assert reopened.begin() == before
    finally:
        again.close()


def test_what_is_shown_takes_a_fixed_number_of_statements(store: Store, jun: Talk) -> None:
    """However long the plan and the notes, and however much was caught: it is asked for anew with
    every tick."""
    jun.go(CallStep.CALL)
    with statements(store) as few:
        assert jun.shown
    for words in ("One more thing", "And another"):
        jun.services.calls.add_line(jun.now, jun.call_id, LinePart.HOW, words)
    jun.catch(FactForm("Rides a bicycle to work"))
    with statements(store) as many:
        assert jun.shown
    assert len(few) == len(many) < 30
