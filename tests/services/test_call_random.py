"""Whatever is clicked in whatever order: nothing but the world's errors, and no word lost."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from followup_desktop.domain.call import CaughtKind, WrapUp
from followup_desktop.domain.caught import (
    DateForm,
    FactForm,
    ProblemForm,
    PromiseForm,
    ReferralForm,
)
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.kinds import (
    CallStep,
    Detour,
    Feeling,
    Kind,
    LinePart,
    Outcome,
    Purpose,
    PurposeReached,
)
from followup_desktop.domain.planned import PlanChange
from followup_desktop.services import Services
from followup_desktop.store.rows import CallRow
from followup_desktop.store.store import Store
from tests.services.call_world import COAT, ED, SUIT, Talk
from tests.services.world import HOURS, at

text = st.text(max_size=40)
days = st.dates(date(2026, 11, 18), date(2026, 12, 20))
times = st.none() | st.sampled_from([time(9), time(11), time(15, 30)])
phones = st.sampled_from(["", "x", "212 555 0143", "212 555 0199", "+81 90 5550 1234"])
ids = st.integers(0, 12)

FORMS = st.one_of(
    st.builds(PromiseForm, text, days, times, st.none() | ids),
    st.builds(ReferralForm, text, phones, text, text, st.booleans()),
    st.builds(ProblemForm, text, text, st.none() | days, times, st.booleans()),
    st.builds(DateForm, text, st.integers(0, 32), st.integers(0, 13), st.none(), st.booleans()),
    st.builds(FactForm, text),
)
ANSWERS = st.builds(
    WrapUp,
    outcome=st.none() | st.sampled_from(Outcome),
    purpose_reached=st.none() | st.sampled_from(PurposeReached),
    gained=text,
    feeling=st.none() | st.sampled_from(Feeling),
    thanked_us=st.booleans(),
    declined=st.booleans(),
    elsewhere_where=text,
    call_back_on=st.none() | days,
    call_back_time=times,
    nothing_more=st.just("") | text,
)
CHANGES = st.lists(
    st.builds(
        PlanChange,
        st.sampled_from(["retry", "check_in", "call_back", "two_weeks", "own 1", ""]),
        st.booleans(),
        st.none() | days,
        times,
        st.none() | ids,
    ),
    max_size=3,
)

VERBS: dict[str, tuple[Any, ...]] = {
    "choose_purpose": (st.sampled_from(Purpose),),
    "choose_second": (st.none() | st.sampled_from(Purpose),),
    "set_desired": (text,),
    "change_line": (ids, text, st.none() | text),
    "add_line": (st.sampled_from(LinePart), text),
    "remove_line": (ids,),
    "move_line": (ids, st.integers(-3, 20)),
    "change_bridge": (st.sampled_from(Detour), text),
    "go": (st.sampled_from(CallStep),),
    "write_notes": (text,),
    "take_detour": (st.sampled_from(Detour),),
    "choose_phone": (ids,),
    "answer": (ANSWERS,),
    "change_next": (CHANGES,),
    "add_next": (days, times, text),
    "drop": (),
}
BY_A_CLERK: dict[str, tuple[Any, ...]] = {
    "catch": (FORMS,),
    "change_caught": (st.sampled_from(CaughtKind), ids, FORMS),
    "drop_caught": (st.sampled_from(CaughtKind), ids),
    "finish": (),
}


def steps(verbs: dict[str, tuple[Any, ...]], *first: Any) -> st.SearchStrategy[Any]:
    return st.one_of(
        st.tuples(st.just(name), st.just(first), st.tuples(*arguments))
        for name, arguments in verbs.items()
    )


STEPS = st.lists(steps(VERBS) | steps(BY_A_CLERK, ED), min_size=5, max_size=30)


@contextmanager
def world() -> Iterator[tuple[Store, Talk]]:
    """One shop for each example: Hypothesis doesn't make fixtures anew."""
    with TemporaryDirectory() as folder:
        store = Store.open(Path(folder), now=at("2026-11-20 10:00"))
        try:
            services = Services(store)
            services.shop.set_up(at("2026-11-20 10:00"), "Marsh", "US", HOURS, "Ed Marsh")
            customers = [
                services.visits.record(at("2026-11-20 15:00"), ED, visit).customer_id
                for visit in (SUIT, COAT)
            ]
            yield store, Talk(services, at("2026-11-21 10:42"), customers[0] or 0)
        finally:
            store.close()


def tried(verb: Callable[..., object], *arguments: object) -> bool:
    try:
        verb(*arguments)
    except WorldError:
        return False
    return True


@settings(max_examples=60)
@given(STEPS, st.booleans())
def test_any_order_of_clicks(clicks: list[Any], on_the_call: bool) -> None:
    with world() as (store, talk):
        calls, notes = talk.services.calls, ""
        talk.begin()
        if on_the_call:
            talk.go(CallStep.CALL)
        for name, first, arguments in clicks:
            verb = getattr(calls, name)
            done = tried(verb, talk.now, *first, talk.call_id, *arguments)
            if done and name == "write_notes":
                notes = arguments[0].replace("\0", "")
            shown = talk.shown
            assert shown.notes == notes
            positions = [line.part for line in shown.lines]
            assert positions == sorted(positions, key=list(LinePart).index)
        assert not store.database.execute_sql("PRAGMA foreign_key_check").fetchall()
        nothing_is_left_without_a_next_step(talk)


@settings(max_examples=60)
@given(ANSWERS, CHANGES, st.lists(FORMS, max_size=2))
def test_what_is_shown_is_what_happens(
    answers: WrapUp, changes: list[PlanChange], forms: list[Any]
) -> None:
    """Whatever is answered: finishing is refused for what is listed as missing, or leaves exactly
    the next steps that were shown."""
    with world() as (_store, talk):
        talk.begin()
        talk.go(CallStep.CALL)
        for form in forms:
            tried(talk.services.calls.catch, talk.now, ED, talk.call_id, form)
        talk.go(CallStep.WRAP_UP)
        tried(talk.services.calls.answer, talk.now, talk.call_id, answers)
        tried(talk.services.calls.change_next, talk.now, talk.call_id, changes)
        shown = talk.shown
        finished = tried(talk.finish)
        assert finished or shown.missing or answers.outcome is Outcome.CALL_BACK_LATER
        if not finished:
            return
        managers = [
            one.planned for one in shown.next_for_others if one.planned.kind is Kind.PROBLEM
        ]
        expected = [one for one in (*shown.next_steps, *managers) if one.is_on]
        assert whens(talk.card.coming_up) == whens(expected)
        nothing_is_left_without_a_next_step(talk)


def whens(planned: Iterable[Any]) -> list[str]:
    return sorted(f"{one.due_on} {one.due_time} {one.kind}" for one in planned)


def nothing_is_left_without_a_next_step(talk: Talk) -> None:
    """M-24: a next step, a reason why none is needed, or "please don't call"."""
    for call in CallRow.select().where(CallRow.step == CallStep.DONE):
        is_cared_for = (
            talk.services.customers.card(talk.now, call.customer_id).coming_up
            or call.nothing_more
            or call.outcome is Outcome.DONT_CALL
        )
        assert is_cared_for
