"""Planning a call on the real store (M-1 … M-11)."""

from dataclasses import replace
from datetime import date, time

import pytest

from followup_desktop.domain.call import KnownCode
from followup_desktop.domain.checks import Why
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import (
    CallStep,
    Detour,
    Direction,
    FactKind,
    Fulfilment,
    Kind,
    LinePart,
    Outcome,
    Purpose,
)
from followup_desktop.services import Services
from followup_desktop.store.rows import CustomerRow, PlaybookRow
from followup_desktop.store.store import Store
from tests.services.call_world import COAT, ED, SUIT, Talk, visited
from tests.services.world import at


@pytest.fixture
def jun(store: Store) -> Talk:
    return visited(store, SUIT)


def words(talk: Talk) -> list[str]:
    return [line.words for line in talk.shown.lines]


# Begin


def test_a_plan_is_good_enough_to_call_with_unchanged(jun: Talk) -> None:
    call = jun.begin()
    assert call.kind is Kind.DAY_AFTER
    assert call.step is CallStep.PURPOSE
    assert call.purpose is Purpose.REFERRAL is call.offers[0].purpose
    assert call.desired == "A referral, and a good feeling about the navy suit"
    assert call.why_now.startswith("Bought yesterday.")
    assert call.lines[0].words.startswith("Hello Jun, this is Ed Marsh from Marsh & Daughter.")
    assert {bridge.detour for bridge in call.bridges} == set(Detour)
    assert "person" in call.worth_asking
    assert call.phone_id == call.phones[0].id


def test_facts_are_marked_where_they_stand(jun: Talk) -> None:
    line = next(line for line in jun.begin().lines if line.words.endswith("like the navy suit?"))
    assert [line.words[start:end] for start, end in line.filled] == ["navy suit"]


def test_a_call_from_the_card_continues_what_is_due(jun: Talk) -> None:
    due = jun.card.coming_up[0]
    assert jun.begin().follow_up_id == due.id


def test_a_call_without_anything_due_is_a_check_in(jun: Talk) -> None:
    jun.now = at("2026-11-20 16:00")
    call = jun.begin()
    assert (call.kind, call.follow_up_id) == (Kind.CHECK_IN, None)


def test_a_follow_up_that_is_not_open_cannot_be_begun(jun: Talk) -> None:
    due = jun.card.coming_up[0].id
    jun.services.today.done(jun.now, ED, due)
    with pytest.raises(WorldError) as refused:
        jun.begin(due)
    assert refused.value.trouble is Trouble.GONE


@pytest.mark.parametrize("follow_up_id", [None, 999])
def test_nobody_to_call(store: Store, follow_up_id: int | None) -> None:
    with pytest.raises(WorldError) as refused:
        Services(store).calls.begin(at("2026-11-21 10:42"), ED, 999, follow_up_id)
    assert refused.value.trouble is Trouble.GONE


def test_a_stranger_gets_no_hole_and_no_placeholder(store: Store) -> None:
    marguerite = visited(store, replace(COAT, looked_at="", held_back=""))
    call = marguerite.begin()
    said = [call.why_now, call.voicemail, call.desired, *words(marguerite)]
    assert not any(set(text) & set("{}") for text in said)
    assert "looked_at" in call.worth_asking


# Taken up again


@pytest.mark.parametrize("step", [CallStep.PURPOSE, CallStep.SCRIPT, CallStep.CALL])
def test_a_plan_is_taken_up_where_it_was_left(jun: Talk, step: CallStep) -> None:
    first = jun.begin()
    jun.services.calls.set_desired(jun.now, first.id, "Hear how the speech went")
    jun.go(step)
    again = jun.begin()
    assert (again.id, again.step) == (first.id, step)
    assert again.desired == "Hear how the speech went"
    assert jun.services.calls.unfinished(ED) == (first.id,)
    assert jun.card.call_id == first.id


def test_a_plan_put_aside_keeps_everything(jun: Talk) -> None:
    first = jun.begin()
    jun.services.calls.add_line(jun.now, first.id, LinePart.HOW, "And the shoes?")
    jun.go(CallStep.SCRIPT)
    jun.services.calls.drop(jun.now, first.id)
    assert jun.services.calls.unfinished(ED) == ()
    again = jun.begin()
    assert (again.id, again.step) == (first.id, CallStep.SCRIPT)
    assert "And the shoes?" in words(jun)


def test_each_follow_up_has_its_own_plan(jun: Talk) -> None:
    first = jun.begin()
    later = jun.card.coming_up[1].id
    assert jun.begin(later).id != first.id
    assert jun.begin(first.follow_up_id).id == first.id


def test_a_finished_call_is_over(jun: Talk) -> None:
    jun.end(Outcome.TALKED)
    calls, call_id = jun.services.calls, jun.call_id
    line_id = calls.call(jun.now, call_id).lines[0].id
    for verb in (
        lambda: calls.choose_purpose(jun.now, call_id, Purpose.LEARN),
        lambda: calls.go(jun.now, call_id, CallStep.CALL),
        lambda: calls.write_notes(jun.now, call_id, "more"),
        lambda: calls.tick(jun.now, line_id),
        lambda: calls.drop(jun.now, call_id),
        lambda: calls.finish(jun.now, ED, call_id),
    ):
        with pytest.raises(WorldError) as refused:
            verb()
        assert (refused.value.field, refused.value.why) == ("step", "over")


# Purpose


def test_another_purpose_lays_the_script_anew(jun: Talk) -> None:
    call = jun.begin()
    before = words(jun)
    jun.services.calls.choose_purpose(jun.now, call.id, Purpose.LEARN)
    assert words(jun)[0] == before[0], "the opening belongs to every purpose"
    assert words(jun) != before
    assert jun.shown.desired == "I know what made it right for them, and what could be better"
    assert jun.shown.bridges != call.bridges


def test_another_purpose_leaves_alone_what_the_clerk_has_written(jun: Talk) -> None:
    call = jun.begin()
    calls = jun.services.calls
    changed = call.lines[2]
    calls.change_line(jun.now, call.id, changed.id, "Have you danced in it yet?")
    calls.add_line(jun.now, call.id, LinePart.WHAT, "Your tie is here")
    calls.remove_line(jun.now, call.id, call.lines[0].id)
    calls.set_desired(jun.now, call.id, "A laugh")
    calls.change_bridge(jun.now, call.id, Detour.PRICE, "It is a lot. May I ask about the tie?")
    for purpose in (Purpose.LEARN, Purpose.REFERRAL):
        calls.choose_purpose(jun.now, call.id, purpose)
        assert "Have you danced in it yet?" in words(jun)
        assert changed.words not in words(jun)
        assert "Your tie is here" in words(jun)
        assert call.lines[0].words not in words(jun)
        assert jun.shown.desired == "A laugh"
        price = next(one for one in jun.shown.bridges if one.detour is Detour.PRICE)
        assert price.words == "It is a lot. May I ask about the tie?"
    parts = [line.part for line in jun.shown.lines]
    assert parts == sorted(parts, key=list(LinePart).index)


def test_a_second_purpose_stands_behind_the_first(jun: Talk) -> None:
    call = jun.begin()
    jun.services.calls.choose_second(jun.now, call.id, Purpose.LEARN)
    assert jun.shown.second_purpose is Purpose.LEARN
    assert len(words(jun)) > len(call.lines)
    jun.services.calls.choose_purpose(jun.now, call.id, Purpose.LEARN)
    assert jun.shown.second_purpose is None
    with pytest.raises(WorldError):
        jun.services.calls.choose_second(jun.now, call.id, Purpose.LEARN)


def test_what_was_declined_is_not_proposed_for_sixty_days(jun: Talk) -> None:
    jun.end(Outcome.TALKED, declined=True)
    jun.call_id, jun.now = 0, at("2026-12-30 11:00")
    offered = {offer.purpose for offer in jun.begin().offers}
    assert not offered & {Purpose.REFERRAL, Purpose.NEXT_PURCHASE}
    jun.now = at("2027-01-20 11:00")
    assert Purpose.NEXT_PURCHASE in {offer.purpose for offer in jun.shown.offers} | {
        offer.purpose for offer in jun.begin().offers
    }


# Script


def test_a_changed_line_gets_a_proposed_cue(jun: Talk) -> None:
    call = jun.begin()
    line = call.lines[1]
    jun.services.calls.change_line(jun.now, call.id, line.id, "What did Dana say about the suit?")
    changed = jun.shown.lines[1]
    assert changed.id == line.id
    assert changed.cue == "What Dana suit?"
    assert changed.filled == ()


def test_a_cue_can_be_changed_by_itself(jun: Talk) -> None:
    call = jun.begin()
    line = call.lines[1]
    jun.services.calls.change_line(jun.now, call.id, line.id, line.words, "Family?")
    assert jun.shown.lines[1].cue == "Family?"
    jun.services.calls.change_line(jun.now, call.id, line.id, line.words)
    assert jun.shown.lines[1].cue == "Family?"


def test_lines_move_within_their_part(jun: Talk) -> None:
    call = jun.begin()
    what = [line.id for line in call.lines if line.part is LinePart.WHAT]
    how = [line.id for line in call.lines if line.part is LinePart.HOW]
    jun.services.calls.move_line(jun.now, call.id, how[-1], len(what))
    assert [line.id for line in jun.shown.lines] == [*what, how[-1], *how[:-1]]
    jun.services.calls.move_line(jun.now, call.id, how[-1], 0)
    assert [line.id for line in jun.shown.lines][: len(what)] == what


@pytest.mark.parametrize(("text", "why"), [("  ", Why.MISSING), ("x" * 2_001, Why.TOO_LONG)])
def test_a_line_that_cannot_be_kept(jun: Talk, text: str, why: Why) -> None:
    call = jun.begin()
    with pytest.raises(WorldError) as refused:
        jun.services.calls.add_line(jun.now, call.id, LinePart.HOW, text)
    assert (refused.value.field, refused.value.why) == ("words", why)
    assert jun.shown.lines == call.lines


def test_a_line_of_another_call_is_not_here(jun: Talk, store: Store) -> None:
    theirs = visited(store, COAT).begin().lines[0].id
    call = jun.begin()
    with pytest.raises(WorldError) as refused:
        jun.services.calls.remove_line(jun.now, call.id, theirs)
    assert refused.value.trouble is Trouble.GONE


def test_an_own_line_that_is_removed_is_gone(jun: Talk) -> None:
    call = jun.begin()
    calls = jun.services.calls
    made = calls.add_line(jun.now, call.id, LinePart.HOW, "And the shoes?", "Shoes?")
    assert made.made_id is not None
    calls.remove_line(jun.now, call.id, made.made_id)
    assert jun.shown.lines == call.lines


# What is known


def test_what_is_known_and_why_now(jun: Talk) -> None:
    customers = jun.services.customers
    customers.change(jun.now, ED, jun.customer_id, say_it_like="HA-ya-shi", works_as="Teacher")
    customers.add_person(jun.now, ED, jun.customer_id, "sister", "Mei")
    known = [(one.code.value, one.text, one.other) for one in jun.begin().knows]
    assert known[0] == ("say_it_like", "HA-ya-shi", "")
    assert ("bought", "Navy suit, two-button", "") in known
    assert ("occasion", "Sister’s wedding", "") in known
    assert ("first_purchase", "", "") in known
    assert ("person", "sister", "Mei") in known
    assert ("works_as", "Teacher", "") in known


def test_a_surprise_stays_one(store: Store) -> None:
    """Only the number in their own pocket, and not a word about it to a machine (M-34)."""
    jun = visited(store, replace(SUIT, is_gift=True, for_whom="wife"))
    home = jun.services.customers.add_phone(
        jun.now, ED, jun.customer_id, "212 555 0199", kind="home"
    )
    call = jun.begin()
    assert call.discreet
    assert home.made_id not in {phone.id for phone in call.phones}
    assert "suit" not in call.voicemail


def test_a_promise_behind_the_follow_up_is_known(jun: Talk) -> None:
    planned = jun.services.today.plan(
        jun.now, ED, jun.customer_id, Kind.PROMISE, date(2026, 11, 21), time(11), "the hem is done"
    )
    call = jun.begin(planned.made_id)
    assert call.purpose is Purpose.KEEP_PROMISE
    assert any("the hem is done" in line.words for line in call.lines)
    assert ("open_promise", "the hem is done") in [(one.code, one.text) for one in call.knows]


def test_everything_that_is_noted_is_known(store: Store, jun: Talk) -> None:
    customers = jun.services.customers
    for kind, text in (
        (FactKind.LIKE, "charcoal"),
        (FactKind.LIKE, "two buttons"),
        (FactKind.NOT_RIGHT, "pleats"),
        (FactKind.NOTE, "nervous about the speech"),
    ):
        customers.add_fact(jun.now, ED, jun.customer_id, kind, text)
    jun.end(Outcome.BOUGHT_ELSEWHERE)
    jun.services.calls.log(jun.now, ED, jun.customer_id, Direction.INBOUND, "Loves it")
    jun.call_id, jun.now = 0, at("2026-11-30 11:00")
    known = {(one.code.value, one.text, one.on) for one in jun.begin().knows}
    assert {
        ("likes", "charcoal, two buttons", None),
        ("not_right", "pleats", None),
        ("learned", "nervous about the speech", None),
        ("last_talk", "Loves it", date(2026, 11, 21)),
    } <= known


def test_an_order_and_how_far_it_is(store: Store) -> None:
    jun = visited(
        store,
        replace(SUIT, fulfilment=Fulfilment.ALTERATION, promised_on=date(2026, 11, 25)),
    )
    jun.now = at("2026-11-25 11:00")
    check = next(one for one in jun.card.coming_up if one.kind is Kind.ORDER_CHECK)
    call = jun.begin(check.id)
    assert call.kind is Kind.ORDER_CHECK
    ordered = next(one for one in call.knows if one.code is KnownCode.ORDER)
    assert ordered.on == date(2026, 11, 25)


def test_a_loyal_customer_is_known_as_one(store: Store, jun: Talk) -> None:
    for month in (3, 5, 7, 9):
        jun.services.visits.record(
            at(f"2026-{month:02}-02 11:00"), ED, replace(SUIT, customer_id=jun.customer_id)
        )
    assert KnownCode.LOYAL in {one.code for one in jun.begin().knows}


def test_a_day_of_theirs(jun: Talk) -> None:
    jun.services.customers.add_date(jun.now, ED, jun.customer_id, "Birthday", 25, 11)
    jun.now = at("2026-11-25 11:00")
    day = next(one for one in jun.card.coming_up if one.kind is Kind.DATE and one.due_on.day == 25)
    call = jun.begin(day.id)
    assert ("date", "Birthday") in [(one.code, one.text) for one in call.knows]


def test_the_shops_own_playbook_is_used(store: Store, jun: Talk) -> None:
    shipped = jun.services.playbooks.shipped_text(Kind.DAY_AFTER)
    own = shipped.replace("I’d love to hear how", "Do tell me how")
    with store.quiet(jun.now) as unit:
        unit.insert(
            PlaybookRow, kind=Kind.DAY_AFTER, language="en", text=own, changed_at=jun.now.utc
        )
    assert "Do tell me how" in jun.begin().lines[0].words


def test_somebody_who_was_erased_meanwhile(store: Store, jun: Talk) -> None:
    call = jun.begin()
    with store.quiet(jun.now) as unit:
        unit.update(CustomerRow, jun.customer_id, erased_at=jun.now.utc)
    with pytest.raises(WorldError) as refused:
        jun.services.calls.call(jun.now, call.id)
    assert refused.value.trouble is Trouble.GONE


def test_a_talk_that_was_only_logged_can_be_looked_at(jun: Talk) -> None:
    logged = jun.services.calls.log(jun.now, ED, jun.customer_id, Direction.IN_SHOP, "Hello")
    assert logged.made_id is not None
    shown = jun.services.calls.call(jun.now, logged.made_id)
    assert (shown.step, shown.purpose, shown.lines) == (CallStep.DONE, None, ())
