"""What ships can be used unchanged: said aloud, with much or little known, it reads well (M-75)."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import combinations
from typing import Any, cast

import pytest

from followup_desktop import paths
from followup_desktop.domain.cues import fits
from followup_desktop.domain.facts import DISCREET, Facts
from followup_desktop.domain.kinds import Detour, Kind, LinePart, Purpose
from followup_desktop.domain.phrase import Phrase, facts_in
from followup_desktop.domain.playbook import Line, Playbook
from followup_desktop.domain.script import bridge_words, plan_script, say
from followup_desktop.services.playbooks import Playbooks

PLAYBOOKS = {kind: Playbooks(paths.resources() / "playbooks").get(kind) for kind in Kind}

LITTLE = Facts(greeting="Jun", clerk="Maya", shop="The Corner")
MUCH = Facts(
    greeting="Mr. Lindqvist",
    clerk="Maya",
    shop="The Corner",
    first_name="Arvid",
    say_it_like="LIND-kvist",
    person="Dana",
    last_words="something I can forget I’m wearing",
    service_person="Aldo",
    manager="Ruth",
    item="grey trousers",
    items="grey trousers and two white shirts",
    product_group="trousers",
    bought_when="yesterday",
    occasion="your sister’s wedding",
    occasion_date="Saturday 28 November",
    tip="give it a day’s rest between two wearings",
    looked_at="camel overcoat",
    held_back="the sleeves felt long",
    promised="the hem let down a little",
    promised_date="Friday 20 November",
    promised_time="half past ten",
    order_state="at the tailor’s",
    new_date="Tuesday 24 November",
    problem="a seam came open",
    referrer="Jun Hartley",
    referred="Kenji Vale",
    came_of_it="came in to see us",
    new_thing="unlined jackets for spring",
    months="about eight months",
    date_name="your birthday",
    tries="twice",
)
OPTIONAL = sorted(field.name for field in fields(Facts) if field.default is None)


def but(facts: Facts, name: str, value: str | None) -> Facts:
    return replace(facts, **cast(dict[str, Any], {name: value}))


KNOWN = {
    "much": MUCH,
    "little": LITTLE,
    "a gift": replace(MUCH, for_whom="your son"),
    "a gift and little else": replace(LITTLE, for_whom="Eli"),
    **{f"all but {name}": but(MUCH, name, None) for name in OPTIONAL},
    **{f"only {name}": but(LITTLE, name, getattr(MUCH, name)) for name in OPTIONAL},
}

BUYING = frozenset({Purpose.NEXT_PURCHASE, Purpose.SOMETHING_NEW, Purpose.WIN_BACK})


def purposes(playbook: Playbook) -> list[Purpose]:
    return [plan.purpose for plan in playbook.purposes]


def all_lines(playbook: Playbook) -> tuple[Line, ...]:
    return (playbook.opening, *playbook.lines)


def phrases(playbook: Playbook) -> Iterator[Phrase]:
    """Everything that can be said, and everything said about it."""
    yield from (playbook.why, playbook.voicemail)
    for plan in playbook.purposes:
        yield from (plan.hint, plan.back)
        if plan.outcome is not None:
            yield plan.outcome
    for line in all_lines(playbook):
        yield from (line.words, line.cue)
    for bridge in playbook.bridges.values():
        yield from (bridge.answer, *bridge.backs.values())
    for fear in playbook.fears:
        yield from (fear.they_say, fear.way_out)


def wordings(phrase: Phrase) -> Iterator[str]:
    yield from phrase.wordings
    if phrase.for_whom is not None:
        yield phrase.for_whom


def sentences(playbook: Playbook, facts: Facts) -> Iterator[str]:
    """All that the clerk may come to say on this call."""
    yield from (say(playbook.why, facts), say(playbook.voicemail, facts))
    for purpose in purposes(playbook):
        yield from (line.text for line in plan_script(playbook, purpose, facts))
        yield from (bridge_words(playbook, detour, purpose, facts) for detour in Detour)
    for fear in playbook.fears:
        yield from (say(fear.they_say, facts), say(fear.way_out, facts))


def labels(playbook: Playbook, facts: Facts) -> Iterator[str]:
    """What stands without a full stop: cues, hints and outcomes."""
    for plan in playbook.purposes:
        yield say(plan.hint, facts)
        if plan.outcome is not None:
            yield say(plan.outcome, facts)
        yield from (line.cue for line in plan_script(playbook, plan.purpose, facts))


HOLE = re.compile(r"[{}!\n]|  |\bNone\b| [,.?;:]|[,.?;:]{2}|^\s|\s$|^$")
SMALL_START = re.compile(r"(^|(?<!Mr)[.?] )[a-z]")
RELATIVE_DAY = re.compile(
    r"\b(today|tonight|tomorrow|this (week|afternoon|evening|year)|next week"
    r"|(mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
# Verbs and pronouns that would say whether the thing is one or many ("the trousers is").
ONE_OR_MANY = re.compile(r"\{(item|items|looked_at)\} (is|are|was|were|has|have|does|do|\w+s)\b")


@pytest.mark.parametrize("known", KNOWN)
@pytest.mark.parametrize("kind", Kind)
def test_whatever_is_known_it_can_be_said_aloud(kind: Kind, known: str) -> None:
    playbook, facts = PLAYBOOKS[kind], KNOWN[known]
    for sentence in sentences(playbook, facts):
        assert not HOLE.search(sentence), sentence
        assert not SMALL_START.search(sentence), sentence
        assert sentence.endswith((".", "?")), sentence
    for label in labels(playbook, facts):
        assert not HOLE.search(label), label
        assert not label.endswith("."), label


@pytest.mark.parametrize("kind", Kind)
def test_lines_are_short_enough_to_say_and_cues_to_see(kind: Kind) -> None:
    for facts in KNOWN.values():
        for purpose in purposes(PLAYBOOKS[kind]):
            for line in plan_script(PLAYBOOKS[kind], purpose, facts):
                assert len(line.text) <= 160, line.text
                assert fits(line.cue), line.cue
            for detour in Detour:
                words = bridge_words(PLAYBOOKS[kind], detour, purpose, facts)
                assert len(words) <= 220, words


@pytest.mark.parametrize("kind", Kind)
def test_a_script_has_a_handful_of_lines_in_both_parts(kind: Kind) -> None:
    playbook = PLAYBOOKS[kind]
    for purpose in purposes(playbook):
        lines = plan_script(playbook, purpose, MUCH)
        parts = Counter(line.part for line in lines[1:])
        if purpose is Purpose.OWN_WORDS:
            assert 3 <= len(lines) <= 5
        else:
            assert 5 <= len(lines) <= 8, (purpose, len(lines))
            assert parts[LinePart.WHAT] <= 2 < parts[LinePart.HOW], purpose
            assert parts[LinePart.WHAT], purpose
        assert len({line.text for line in lines}) == len({line.cue for line in lines}) == len(lines)


@pytest.mark.parametrize("kind", Kind)
def test_two_purposes_together_stay_within_a_dozen_lines(kind: Kind) -> None:
    playbook = PLAYBOOKS[kind]
    for first, second in combinations(purposes(playbook), 2):
        assert len(plan_script(playbook, first, MUCH, second)) <= 12, (first, second)


@pytest.mark.parametrize("kind", Kind)
def test_the_opening_says_who_calls_and_asks_for_a_moment(kind: Kind) -> None:
    for wording in wordings(PLAYBOOKS[kind].opening.words):
        assert wording.startswith("Hello {greeting}, this is {clerk} from {shop}")
        assert re.search(r"(moment|minute)( now)?\?$", wording), wording


@pytest.mark.parametrize("kind", Kind)
def test_no_wording_gives_away_one_or_many_or_promises_a_day(kind: Kind) -> None:
    for phrase in phrases(PLAYBOOKS[kind]):
        for wording in wordings(phrase):
            assert not ONE_OR_MANY.search(wording), wording
            assert not RELATIVE_DAY.search(wording), wording


@pytest.mark.parametrize("kind", Kind)
def test_money_is_not_on_the_screen_during_the_call(kind: Kind) -> None:
    for line in all_lines(PLAYBOOKS[kind]):
        for wording in (*wordings(line.words), *wordings(line.cue)):
            assert not re.search(r"[€$£]|\b(price|money|cost|pay|cheap)", wording), wording


@pytest.mark.parametrize("kind", Kind)
def test_a_machine_or_somebody_else_hears_nothing_of_a_gift(kind: Kind) -> None:
    playbook = PLAYBOOKS[kind]
    wrong_person = playbook.bridges[Detour.NOT_THE_RIGHT_PERSON]
    for phrase in (playbook.voicemail, wrong_person.answer, *wrong_person.backs.values()):
        for wording in wordings(phrase):
            assert facts_in(wording) <= DISCREET
            assert not re.search(r"\b(bought|purchase|order|wear|worn|gift)\b", wording), wording


@pytest.mark.parametrize("kind", Kind)
def test_who_has_no_time_is_asked_for_a_better_one_with_this_purpose_in_mind(kind: Kind) -> None:
    playbook = PLAYBOOKS[kind]
    bridge = playbook.bridges[Detour.NOT_A_GOOD_TIME]
    backs = [bridge.backs[purpose].words for purpose in purposes(playbook)]
    assert len(set(backs)) == len(backs)
    assert not set(backs) & {plan.back.words for plan in playbook.purposes}


@pytest.mark.parametrize("kind", Kind)
def test_after_something_went_wrong_nobody_asks_for_a_name_or_a_sale(kind: Kind) -> None:
    playbook = PLAYBOOKS[kind]
    wrong = playbook.bridges[Detour.SOMETHING_WRONG]
    for plan in playbook.purposes:
        if plan.purpose in {*BUYING, Purpose.REFERRAL}:
            assert wrong.backs[plan.purpose] is not plan.back, plan.purpose


@pytest.mark.parametrize("kind", Kind)
def test_a_suggestion_to_buy_waits_for_a_need_and_for_its_purpose(kind: Kind) -> None:
    for line in PLAYBOOKS[kind].lines:
        if line.only_after_need:
            assert line.purposes
            assert line.purposes <= BUYING
    if not PLAYBOOKS[kind].marketing:
        assert purposes(PLAYBOOKS[kind])[0] not in BUYING


@pytest.mark.parametrize("kind", [Kind.THANK_YOU, Kind.THANK_REFERRER, Kind.PROBLEM])
def test_thanks_and_problems_have_nothing_to_sell_in_them(kind: Kind) -> None:
    assert not {*BUYING, Purpose.REFERRAL} & set(purposes(PLAYBOOKS[kind]))


def test_each_kind_is_a_call_of_its_own() -> None:
    said = {
        kind: {line.words.words for line in all_lines(playbook)}
        for kind, playbook in PLAYBOOKS.items()
    }
    for one, other in combinations(Kind, 2):
        assert len(said[one] & said[other]) <= 2, (one, other, said[one] & said[other])
    for field in ("title", "why", "opening", "voicemail"):
        assert len({str(getattr(playbook, field)) for playbook in PLAYBOOKS.values()}) == len(Kind)


def test_care_tips_stand_where_something_was_bought() -> None:
    with_tips = {k for k, playbook in PLAYBOOKS.items() if any(line.tip for line in playbook.lines)}
    assert with_tips >= {
        Kind.ORDER_CHECK,
        Kind.DAY_AFTER,
        Kind.TWO_WEEKS,
        Kind.TWO_MONTHS,
        Kind.AFTER_OCCASION,
        Kind.TIME_TO_RENEW,
    }
