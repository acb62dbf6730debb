"""Promises, problems and referrals are kept (M-38 … M-40)."""

from collections.abc import Callable
from datetime import date, time

import pytest

from followup_desktop.domain.cadence.after_word import after_problem, after_promise
from followup_desktop.domain.changes import Changes, Did
from followup_desktop.domain.checks import Why
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import FollowUpStatus, Kind, ReferralState
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services.customers import Customers
from followup_desktop.services.keeping import Keeping
from followup_desktop.services.planning import plan
from followup_desktop.services.rules import cadence_of
from followup_desktop.services.shop import ShopService
from followup_desktop.services.visits import Visits
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.rows import (
    CustomerRow,
    FollowUpRow,
    PhoneRow,
    ProblemRow,
    PromiseRow,
    ReferralRow,
)
from followup_desktop.store.store import Store
from tests.services.world import at, everything


@pytest.fixture
def keeping(store: Store) -> Keeping:
    return Keeping(store, ShopService(store))


@pytest.fixture
def jun(store: Store, now: Now) -> int:
    added = Customers(store, ShopService(store)).add(now, 1, "Jun Hayashi", "212 555 0188")
    return added.customer_id or 0


@pytest.fixture
def promise(store: Store, now: Now, jun: int) -> int:
    """To call on Monday at 11, when the trousers are ready."""
    due_on, due_time, what = date(2026, 11, 23), time(11), "The trousers are ready"
    with store.quiet(now, 1) as unit:
        made = unit.insert(
            PromiseRow,
            customer=jun,
            what=what,
            due_on=due_on,
            due_time=due_time,
            clerk=1,
            made_at=now.utc,
        )
        plan(unit, after_promise(what, due_on, due_time), jun, 1, promise=made)
    return made


@pytest.fixture
def problem(store: Store, now: Now, jun: int) -> int:
    cadence = cadence_of(ShopService(store).shop())
    with store.quiet(now, 1) as unit:
        made = unit.insert(ProblemRow, customer=jun, what="Sleeves too long", opened_at=now.utc)
        plan(unit, after_problem("Sleeves too long", now, cadence), jun, 1, problem=made)
    return made


@pytest.fixture
def referral(store: Store, now: Now, jun: int) -> int:
    """Jun named Kenji, who was asked to ring us."""
    with store.quiet(now) as unit:
        return unit.insert(
            ReferralRow,
            referrer=jun,
            name="Kenji Mori",
            number="+12125550177",
            relation="cousin",
            what_for="a suit in spring",
            state=ReferralState.ASKED_TO_RING,
            made_at=now.utc,
        )


def follow_up(**link: int) -> FollowUpRow:
    ((name, row_id),) = link.items()
    newest = FollowUpRow.select().where(getattr(FollowUpRow, name) == row_id)
    row = newest.order_by(FollowUpRow.id.desc()).first()
    assert isinstance(row, FollowUpRow)
    return row


# Promises


@pytest.mark.parametrize(
    ("moment", "is_late"),
    [
        ("2026-11-21 18:00", False),
        ("2026-11-23 10:59", False),
        ("2026-11-23 11:01", True),
        ("2026-11-24 09:00", True),
    ],
)
def test_a_promise_is_kept_on_time_or_late(
    keeping: Keeping, promise: int, moment: str, is_late: bool
) -> None:
    now = at(moment)
    changes = keeping.promise_kept(now, 1, promise)
    assert changes.did is Did.PROMISE_CHANGED
    row = PromiseRow.get_by_id(promise)
    assert (row.kept_at, row.missed_at is not None) == (now.utc, is_late)
    assert follow_up(promise=promise).status is FollowUpStatus.DONE


def test_a_promise_is_taken_back(keeping: Keeping, promise: int, now: Now) -> None:
    keeping.withdraw_promise(now, 1, promise)
    assert PromiseRow.get_by_id(promise).withdrawn_at == now.utc
    assert follow_up(promise=promise).status is FollowUpStatus.CLOSED
    with pytest.raises(WorldError) as gone:
        keeping.promise_kept(now, 1, promise)
    assert gone.value.trouble is Trouble.GONE


def test_a_promise_moves_with_its_call(keeping: Keeping, promise: int, now: Now) -> None:
    keeping.move_promise(now, 1, promise, date(2026, 11, 24), time(9))
    row, call = PromiseRow.get_by_id(promise), follow_up(promise=promise)
    assert (row.due_on, row.due_time) == (date(2026, 11, 24), time(9))
    assert (call.due_on, call.due_time, call.is_timed, call.version) == (
        date(2026, 11, 24),
        time(9),
        True,
        2,
    )
    keeping.move_promise(now, 1, promise, date(2026, 11, 25))
    assert not follow_up(promise=promise).is_timed


def test_a_promise_whose_call_is_gone_gets_one_again(
    keeping: Keeping, store: Store, promise: int, now: Now
) -> None:
    with store.quiet(now) as unit:
        unit.delete(FollowUpRow, follow_up(promise=promise).id)
    keeping.move_promise(now, 1, promise, date(2026, 11, 24))
    assert [one.kind for one in open_of(promise=promise)] == [Kind.PROMISE]


# Problems


def test_a_problem_is_owned_put_right_and_seen_to_stay_so(
    keeping: Keeping, problem: int, now: Now
) -> None:
    assert [one.due_on for one in open_of(problem=problem)] == [now.day]
    keeping.problem_acknowledged(now, 1, problem)
    row = ProblemRow.get_by_id(problem)
    assert (row.acknowledged_at, row.owner_id) == (now.utc, 1)
    keeping.problem_put_right(now, 1, problem, "Aldo shortens them", date(2026, 11, 25), time(12))
    row = ProblemRow.get_by_id(problem)
    assert (row.put_right_how, row.put_right_by) == ("Aldo shortens them", date(2026, 11, 25))
    assert [(one.due_on, one.due_time) for one in open_of(problem=problem)] == [
        (now.day, None),
        (date(2026, 11, 25), time(12)),
    ]
    keeping.problem_put_right(now, 1, problem, "Aldo and Ann", date(2026, 11, 27))
    assert [one.due_on for one in open_of(problem=problem)] == [now.day, date(2026, 11, 27)]
    solved = at("2026-11-27 12:00")
    changes = keeping.problem_solved(solved, 1, problem)
    assert changes.did is Did.PROBLEM_CHANGED
    row = ProblemRow.get_by_id(problem)
    assert (row.acknowledged_at, row.solved_at) == (now.utc, solved.utc)
    assert [(one.kind, one.due_on) for one in open_of(problem=problem)] == [
        (Kind.PROBLEM, date(2026, 12, 4))
    ]
    with pytest.raises(WorldError) as gone:
        keeping.problem_solved(solved, 1, problem)
    assert gone.value.trouble is Trouble.GONE


# Referrals


def test_leave_to_call_makes_a_customer_and_a_first_hello(
    keeping: Keeping, referral: int, jun: int, now: Now
) -> None:
    changes = keeping.referral_state(now, 1, referral, ReferralState.MAY_CALL)
    assert (changes.did, changes.customer_id) == (Did.REFERRAL_CHANGED, jun)
    row = ReferralRow.get_by_id(referral)
    kenji = CustomerRow.get_by_id(row.referred_id)
    assert (kenji.name, row.may_call) == ("Kenji Mori", True)
    assert PhoneRow.get(PhoneRow.customer == kenji).number == "+12125550177"
    (hello,) = open_of(referral=referral)
    assert (hello.kind, hello.customer_id, hello.about) == (
        Kind.REFERRAL,
        kenji.id,
        "a suit in spring",
    )
    assert hello.due_on == date(2026, 11, 23)
    keeping.referral_state(now, 1, referral, ReferralState.MAY_CALL)
    assert len(open_of(referral=referral)) == 1


def test_who_bought_is_worth_one_thank_you(
    keeping: Keeping, referral: int, jun: int, now: Now
) -> None:
    keeping.referral_state(now, 1, referral, ReferralState.MAY_CALL)
    for _ in range(2):
        keeping.referral_state(now, 1, referral, ReferralState.BOUGHT)
        (thanks,) = open_of(referral=referral)
        assert (thanks.kind, thanks.customer_id) == (Kind.THANK_REFERRER, jun)


@pytest.mark.parametrize(
    "state", [ReferralState.ASKED_TO_RING, ReferralState.CALLED, ReferralState.CAME_IN]
)
def test_nobody_says_hello_to_who_waits_or_was_here(
    keeping: Keeping, referral: int, now: Now, state: ReferralState
) -> None:
    keeping.referral_state(now, 1, referral, ReferralState.MAY_CALL)
    keeping.referral_state(now, 1, referral, state)
    assert not [one for one in open_of(referral=referral) if one.kind is Kind.REFERRAL]
    assert ReferralRow.get_by_id(referral).state is state


def test_nobody_is_called_without_a_number(
    keeping: Keeping, store: Store, referral: int, now: Now
) -> None:
    with store.quiet(now) as unit:
        unit.update(ReferralRow, referral, number="")
    with pytest.raises(WorldError) as refused:
        keeping.referral_state(now, 1, referral, ReferralState.MAY_CALL)
    assert (refused.value.field, refused.value.why) == ("number", Why.MISSING)
    with pytest.raises(WorldError) as gone:
        keeping.referral_state(now, 1, 99, ReferralState.CALLED)
    assert gone.value.trouble is Trouble.GONE


# Together

Verb = Callable[[Keeping, Now, int, int, int], Changes]
VERBS: dict[str, Verb] = {
    "promise_kept": lambda k, now, promise, problem, referral: k.promise_kept(now, 1, promise),
    "withdraw_promise": lambda k, now, promise, problem, referral: k.withdraw_promise(
        now, 1, promise
    ),
    "move_promise": lambda k, now, promise, problem, referral: k.move_promise(
        now, 1, promise, date(2026, 12, 1)
    ),
    "problem_acknowledged": lambda k, now, promise, problem, referral: k.problem_acknowledged(
        now, 1, problem
    ),
    "problem_put_right": lambda k, now, promise, problem, referral: k.problem_put_right(
        now, 1, problem, "How", date(2026, 12, 1)
    ),
    "problem_solved": lambda k, now, promise, problem, referral: k.problem_solved(now, 1, problem),
    "may_call": lambda k, now, promise, problem, referral: k.referral_state(
        now, 1, referral, ReferralState.MAY_CALL
    ),
    "bought": lambda k, now, promise, problem, referral: k.referral_state(
        now, 1, referral, ReferralState.BOUGHT
    ),
}


@pytest.mark.parametrize("name", VERBS)
def test_undo_takes_each_back_whole(
    keeping: Keeping, store: Store, promise: int, problem: int, referral: int, now: Now, name: str
) -> None:
    before = everything(store)
    changes = VERBS[name](keeping, now, promise, problem, referral)
    assert everything(store) != before
    store.undo(changes.action_id or 0, now)
    assert everything(store) == before


@pytest.mark.parametrize(
    ("verb", "field", "why"),
    [
        (
            lambda k, now, promise, problem, referral: k.move_promise(
                now, 1, promise, date(2026, 11, 20)
            ),
            "due_on",
            Why.IN_THE_PAST,
        ),
        (
            lambda k, now, promise, problem, referral: k.move_promise(
                now, 1, promise, now.day, time(10)
            ),
            "due_time",
            Why.IN_THE_PAST,
        ),
        (
            lambda k, now, promise, problem, referral: k.problem_put_right(
                now, 1, problem, "", date(2026, 12, 1)
            ),
            "how",
            Why.MISSING,
        ),
        (
            lambda k, now, promise, problem, referral: k.problem_put_right(
                now, 1, problem, "How", date(2226, 12, 1)
            ),
            "by",
            Why.TOO_FAR,
        ),
    ],
)
def test_what_cannot_be_is_refused(
    keeping: Keeping,
    store: Store,
    promise: int,
    problem: int,
    referral: int,
    now: Now,
    verb: Verb,
    field: str,
    why: Why,
) -> None:
    before = everything(store)
    with pytest.raises(WorldError) as refused:
        verb(keeping, now, promise, problem, referral)
    assert (refused.value.field, refused.value.why) == (field, why)
    assert everything(store) == before


def test_kept_promises_of_a_visit(store: Store, keeping: Keeping, promise: int, jun: int) -> None:
    """A visit closes what it makes needless, and never a promise."""
    Visits(store, ShopService(store)).record(
        at("2026-11-23 10:30"), 1, NewVisit(customer_id=jun, items=("Belt",))
    )
    assert [one.kind for one in open_of(promise=promise)] == [Kind.PROMISE]
