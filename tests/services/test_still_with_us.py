"""Nobody is asked how a thing feels that they don't have yet (M-6, M-37)."""

from dataclasses import replace
from datetime import date

import pytest

from followup_desktop.domain.kinds import Fulfilment, Kind, Purpose, Step
from followup_desktop.domain.script import plan_script
from followup_desktop.services.playbooks import Playbooks
from followup_desktop.store.reads.call_basis import call_basis
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.store import Store
from followup_desktop.words.facts import WordedFacts
from tests.services.call_world import ED, SUIT, Talk, visited

ALTERED = replace(SUIT, fulfilment=Fulfilment.ALTERATION, promised_on=date(2026, 11, 25))
HAD = ("worn", "put it on", "home", "What did people say")


def words_of(talk: Talk) -> str:
    (day_after,) = (one for one in open_of(customer=talk.customer_id) if one.kind is Kind.DAY_AFTER)
    return "\n".join(line.words for line in talk.begin(day_after.id).lines)


def test_while_it_is_altered_the_call_asks_about_the_choice(store: Store) -> None:
    said = words_of(visited(store, ALTERED))
    assert not any(words in said for words in HAD)
    assert "How do you feel about your choice" in said


def test_once_they_have_it_the_call_asks_how_it_feels(store: Store) -> None:
    talk = visited(store, ALTERED)
    (order,) = talk.services.orders.orders(talk.now)
    for one in order.checkpoints:
        if one.step is Step.RECEIVED:
            talk.services.orders.check(talk.now, ED, one.id)
    said = words_of(talk)
    assert "Have you worn it yet" in said
    assert "How do you feel about your choice" not in said


def test_what_was_carried_out_was_never_waited_for(store: Store) -> None:
    assert "Have you worn it yet" in words_of(visited(store, SUIT))


DAY_AFTER_PURPOSES = (
    Purpose.REFERRAL, Purpose.RELATIONSHIP, Purpose.LEARN, Purpose.ARRIVED, Purpose.NEXT_PURCHASE,
)  # fmt: skip


@pytest.mark.parametrize("purpose", DAY_AFTER_PURPOSES)
def test_the_wait_leaves_every_purpose_something_to_ask(store: Store, purpose: Purpose) -> None:
    talk = visited(store, ALTERED)
    playbooks: Playbooks = talk.services.playbooks
    playbook = playbooks.get(Kind.DAY_AFTER)
    basis = call_basis(Kind.DAY_AFTER, talk.customer_id, None, ED)
    assert basis is not None
    facts = WordedFacts().facts(basis, talk.now)
    assert facts.still_with_us == "in the workroom"
    lines = plan_script(playbook, purpose, facts)
    assert sum(line.part == "how" for line in lines) >= 2
