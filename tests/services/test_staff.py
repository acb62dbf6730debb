"""Several clerks at one PC, on a real database (M-49, M-74)."""

from datetime import date

import pytest

from followup_desktop.domain.call import WrapUp
from followup_desktop.domain.caught import ProblemForm
from followup_desktop.domain.checks import Why
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.kinds import CallStep, Kind, Outcome, PurposeReached
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.rows import FollowUpRow, ProblemRow
from followup_desktop.store.store import Store
from tests.services.world import at

ED = 1


@pytest.fixture
def ana(services: Services, now: Now) -> int:
    return services.shop.add_clerk(now, ED, "Ana Lopez").made_id or 0


@pytest.fixture
def jun(services: Services, now: Now) -> int:
    visit = NewVisit(name="Jun Hayashi", phone="+1 646 555 0188", items=("Navy suit",))
    return services.visits.record(now, ED, visit).customer_id or 0


def whose() -> set[int | None]:
    return {row.clerk_id for row in FollowUpRow.select()}


def test_all_of_a_clerks_follow_ups_are_handed_over_and_taken_back(
    services: Services, store: Store, now: Now, ana: int, jun: int
) -> None:
    assert services.staff.open_numbers(now, ED) == (0, 3)
    done = services.staff.hand_over(now, ED, ED, ana)
    assert whose() == {ana}
    assert services.customers.card(now, jun).owner_id == ED
    assert done.action_id is not None
    store.undo(done.action_id, now)
    assert whose() == {ED}


def test_only_what_is_due_by_today_can_be_handed_over(
    services: Services, now: Now, ana: int, jun: int
) -> None:
    monday = at("2026-11-23 10:30")
    assert services.staff.open_numbers(monday, ED) == (1, 3)
    services.staff.hand_over(monday, ED, ED, ana, monday.day)
    assert services.staff.open_numbers(monday, ED) == (0, 2)
    assert services.staff.open_numbers(monday, ana) == (1, 1)


def test_whoever_has_time_may_take_them(services: Services, now: Now, ana: int, jun: int) -> None:
    services.staff.hand_over(now, ED, ED, None)
    assert whose() == {None}


def test_a_problem_gets_its_new_owner(services: Services, now: Now, ana: int, jun: int) -> None:
    call_id = services.calls.begin(now, ED, jun).made_id or 0
    services.calls.go(now, call_id, CallStep.CALL)
    services.calls.catch(now, ED, call_id, ProblemForm("the hem", put_right_by=date(2026, 11, 24)))
    services.staff.hand_over(now, ED, ED, ana)
    assert [row.owner_id for row in ProblemRow.select()] == [ana]


def test_a_manager_hands_over_for_somebody_who_is_away(
    services: Services, now: Now, ana: int, jun: int
) -> None:
    services.staff.hand_over(now, ED, ED, ana)
    services.staff.hand_over(now, ED, ana, ED)
    assert whose() == {ED}


@pytest.mark.parametrize(
    ("by", "from_id", "to_id", "field", "why"),
    [
        (2, 1, 2, "from_id", Why.NOT_A_MANAGER),
        (None, 1, 2, "from_id", Why.NOT_A_MANAGER),
        (1, 9, 2, "from_id", Why.UNKNOWN),
        (1, 1, 9, "to_id", Why.UNKNOWN),
        (1, 1, 1, "to_id", Why.UNKNOWN),
    ],
)
def test_what_nobody_may_hand_over(
    services: Services,
    now: Now,
    ana: int,
    jun: int,
    by: int | None,
    from_id: int,
    to_id: int,
    field: str,
    why: Why,
) -> None:
    with pytest.raises(WorldError) as refused:
        services.staff.hand_over(now, by, from_id, to_id)
    assert (refused.value.field, refused.value.why) == (field, why)
    assert whose() == {ED}


# Who looks after a customer


def test_new_follow_ups_go_to_who_looks_after_them(
    services: Services, now: Now, ana: int, jun: int
) -> None:
    again = NewVisit(customer_id=jun, items=("Silk tie",))
    preview = services.visits.preview(now, again)
    assert (preview.owner_id, preview.owner_name) == (ED, "Ed Marsh")
    services.visits.record(now, ana, again)
    assert whose() == {ED}


def test_when_nobody_looks_after_them_they_go_to_whoever_was_there(
    services: Services, now: Now, ana: int, jun: int
) -> None:
    services.customers.change(now, ED, jun, owner_id=None)
    again = NewVisit(customer_id=jun, items=("Silk tie",))
    assert services.visits.preview(now, again).owner_id is None
    services.visits.record(now, ana, again)
    assert whose() == {ED, ana}


def test_who_has_left_looks_after_nobody(services: Services, now: Now, ana: int, jun: int) -> None:
    services.shop.set_manager(now, ED, ana, True)
    services.shop.clerk_left(now, ED, ED, ana)
    assert services.visits.preview(now, NewVisit(customer_id=jun)).owner_id == ana
    assert services.customers.card(now, jun).owner_name == "Ana Lopez"
    assert whose() == {ana}


# Managers, and numbers of one's own


def test_a_problem_that_wants_a_manager_comes_onto_a_managers_list(
    services: Services, now: Now, ana: int, jun: int
) -> None:
    """M-20: Ana notes it, Ed is to call at the time that was told."""
    call_id = services.calls.begin(now, ana, jun).made_id or 0
    services.calls.go(now, call_id, CallStep.CALL)
    by, time = date(2026, 11, 23), at("2026-11-23 15:00").time
    form = ProblemForm("the hem", put_right_by=by, put_right_time=time, wants_manager=True)
    services.calls.catch(now, ana, call_id, form)
    monday = at("2026-11-23 14:00")
    rows = {row.due.kind for row in services.today.today(monday, ED).rows}
    assert Kind.PROBLEM in rows
    assert Kind.PROBLEM not in {row.due.kind for row in services.today.today(monday, ana).rows}


def test_who_was_thanked_is_their_own_number_and_the_shop_sees_the_sum(
    services: Services, now: Now, ana: int, jun: int
) -> None:
    """M-74"""
    for clerk in (ED, ED, ana):
        call_id = services.calls.begin(now, clerk, jun).made_id or 0
        services.calls.go(now, call_id, CallStep.CALL)
        services.calls.go(now, call_id, CallStep.WRAP_UP)
        answers = WrapUp(
            outcome=Outcome.TALKED,
            purpose_reached=PurposeReached.REACHED,
            thanked_us=True,
            nothing_more="all is well",
        )
        services.calls.answer(now, call_id, answers)
        services.calls.finish(now, clerk, call_id)
    thanked = [services.today.today(now, clerk).thanked for clerk in (ED, ana, None)]
    assert thanked == [2, 1, 3]
