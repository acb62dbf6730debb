"""Lines filled from the card: never a hole, never a placeholder (M-5, M-6, M-8)."""

from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.cues import CUE_LIMIT
from followup_desktop.domain.kinds import ContactType, Detour, Kind, LinePart, Purpose
from followup_desktop.domain.phrase import Phrase, fill_wording
from followup_desktop.domain.playbook import Bridge, Line, Playbook, PurposePlan
from followup_desktop.domain.script import (
    Facts,
    FilledLine,
    bridge_words,
    fill,
    plan_script,
    propose_cue,
    say,
    worth_asking,
)

NOTHING = Facts(greeting="Jun", clerk="Maya", shop="The Corner")
SUIT = replace(NOTHING, item="navy suit", occasion="your sister’s wedding")


def line(words: Phrase, cue: Phrase | None = None, **changes: Any) -> Line:
    return Line(LinePart.HOW, words, cue or Phrase("Cue"), **changes)


FIRST_WORN = line(
    Phrase(
        "When will you wear the {item}, {greeting}? For {occasion}?",
        ("When will you wear the {item}?", "When will you wear it?"),
        for_whom="Has {for_whom} had it yet?",
    ),
    Phrase("For {occasion}?", ("First time?",), for_whom="Had it yet?"),
)


# Filling ------------------------------------------------------------------------------------------


def test_facts_stand_in_the_line_and_are_marked() -> None:
    filled = fill(FIRST_WORN, SUIT)
    assert filled.text == "When will you wear the navy suit, Jun? For your sister’s wedding?"
    assert [filled.text[start:end] for start, end in filled.spans] == [
        "navy suit",
        "Jun",
        "your sister’s wedding",
    ]
    assert filled.cue == "For your sister’s wedding?"
    assert filled.missing == frozenset()


def test_a_missing_fact_takes_the_best_fallback_that_can_be_said() -> None:
    without_occasion = fill(FIRST_WORN, replace(SUIT, occasion=None))
    assert without_occasion.text == "When will you wear the navy suit?"
    assert without_occasion.cue == "First time?"
    assert without_occasion.missing == {"occasion"}

    without_both = fill(FIRST_WORN, replace(NOTHING, item=" \n "))
    assert without_both.text == "When will you wear it?"
    assert without_both.missing == {"item", "occasion"}


def test_the_cue_goes_with_the_words_that_are_said() -> None:
    asks = line(
        Phrase("How is it going with {occasion}?", ("What’s coming up for you?",)),
        Phrase("How’s it going?", ("What’s coming up?",)),
    )
    assert fill(asks, SUIT).cue == "How’s it going?"
    assert fill(asks, NOTHING).cue == "What’s coming up?"


def test_bought_for_somebody_else_has_its_own_words_and_misses_nothing() -> None:
    filled = fill(FIRST_WORN, replace(NOTHING, for_whom="Eli"))
    assert (filled.text, filled.cue, filled.missing) == (
        "Has Eli had it yet?",
        "Had it yet?",
        frozenset(),
    )


def test_a_cue_that_a_long_fact_makes_unreadable_gives_way() -> None:
    filled = fill(FIRST_WORN, replace(SUIT, occasion="the christening of your sister’s twins"))
    assert "twins" in filled.text
    assert filled.cue == "First time?"


def test_a_fact_that_ends_its_own_sentence_takes_no_second_full_stop() -> None:
    noted = Phrase("You noted this: {problem}. I’m sorry.", ("I’m sorry.",))
    assert (
        say(noted, replace(NOTHING, problem="It shrank."))
        == "You noted this: It shrank. I’m sorry."
    )
    assert (
        say(noted, replace(NOTHING, problem="it shrank")) == "You noted this: it shrank. I’m sorry."
    )


@pytest.mark.parametrize(
    "value", ["{clerk}", "}{", "{", "%s {0}", "👩‍👧 robe", "فستان أزرق", "e\u0301te\u0301"]
)
def test_what_a_fact_contains_is_taken_literally(value: str) -> None:
    filled = fill(line(Phrase("The {item}?", ("It?",))), replace(NOTHING, item=value))
    assert filled.text == f"The {value}?"
    assert filled.spans == ((4, 4 + len(value)),)


def test_a_fact_never_brings_a_second_line() -> None:
    filled = fill(line(Phrase("The {item}?", ("It?",))), replace(NOTHING, item=" navy\n\n suit "))
    assert filled.text == "The navy suit?"


@pytest.mark.parametrize("name", ["greeting", "clerk", "shop"])
def test_what_is_always_known_may_not_be_blank(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        replace(NOTHING, **{name: " "})


def test_a_fact_that_is_not_known_is_never_filled() -> None:
    with pytest.raises(KeyError, match="item"):
        fill_wording("The {item}?", NOTHING)


OPTIONAL = sorted(f.name for f in fields(Facts) if f.default is None)
known_facts = st.fixed_dictionaries(
    {}, optional={name: st.none() | st.text(max_size=30) for name in OPTIONAL}
).map(lambda known: replace(NOTHING, **cast(dict[str, Any], known)))


@given(known_facts)
def test_whatever_is_known_the_line_has_no_hole(facts: Facts) -> None:
    filled = fill(FIRST_WORN, facts)
    said = [facts.known(name) for name in ("item", "greeting", "occasion", "for_whom")]
    rest = filled.text
    for start, end in reversed(filled.spans):
        assert filled.text[start:end] in said
        rest = rest[:start] + "·" + rest[end:]
    assert "{" not in rest
    assert rest in {
        "When will you wear the ·, ·? For ·?",
        "When will you wear the ·?",
        "When will you wear it?",
        "Has · had it yet?",
    }
    assert 0 < len(filled.cue) <= CUE_LIMIT
    assert not any(facts.known(name) for name in filled.missing)


# The plan -----------------------------------------------------------------------------------------

LEARN, REFERRAL, OWN = Purpose.LEARN, Purpose.REFERRAL, Purpose.OWN_WORDS


def spoken(words: str, *purposes: Purpose, part: LinePart = LinePart.HOW, **changes: Any) -> Line:
    cue = Phrase(words.removesuffix(".").replace("{item}", "it"))
    fallback = ("Fallback.",) if "{item}" in words else ()
    return Line(part, Phrase(words, fallback), cue, frozenset(purposes), **changes)


def purpose(code: Purpose, back: Phrase) -> PurposePlan:
    return PurposePlan(code, Phrase("Hint"), None, back)


BACKS = {
    LEARN: Phrase("So how is the {item}?", ("So how is it?",)),
    REFERRAL: Phrase("So who asked?"),
    OWN: Phrase("One more thing."),
}
PLAYBOOK = Playbook(
    kind=Kind.CHECK_IN,
    title="Check-in",
    contact_type=ContactType.SERVICE,
    marketing=True,
    minutes=4,
    why=Phrase("Why."),
    opening=spoken("Opening.", part=LinePart.WHAT),
    purposes=tuple(purpose(code, back) for code, back in BACKS.items()),
    lines=(
        spoken("How for all."),
        spoken("How to learn of the {item}.", LEARN, hears_need=True),
        spoken("How to ask.", REFERRAL, only_after_need=True),
        spoken("What to learn.", LEARN, part=LinePart.WHAT, tip=True),
        spoken("What for both.", LEARN, REFERRAL, part=LinePart.WHAT),
        spoken("What to refer.", REFERRAL, part=LinePart.WHAT),
    ),
    bridges=MappingProxyType(
        {
            detour: Bridge(detour, Phrase("The {item}, I see.", ("I see.",)), BACKS)
            for detour in Detour
        }
    ),
    voicemail=Phrase("Voicemail."),
    fears=(),
)


def texts(lines: tuple[FilledLine, ...]) -> list[str]:
    return [each.text for each in lines]


def test_the_plan_opens_then_what_then_how_in_the_playbooks_order() -> None:
    assert texts(plan_script(PLAYBOOK, LEARN, SUIT)) == [
        "Opening.",
        "What to learn.",
        "What for both.",
        "How for all.",
        "How to learn of the navy suit.",
    ]


def test_a_second_purpose_brings_its_questions_along_each_once() -> None:
    assert texts(plan_script(PLAYBOOK, LEARN, SUIT, REFERRAL)) == [
        "Opening.",
        "What to learn.",
        "What for both.",
        "How for all.",
        "How to learn of the navy suit.",
        "How to ask.",
    ]


def test_own_words_and_a_purpose_that_is_gone_keep_what_belongs_to_all() -> None:
    for code in (OWN, Purpose.WIN_BACK):
        assert texts(plan_script(PLAYBOOK, code, SUIT)) == ["Opening.", "How for all."]


def test_what_a_line_is_for_goes_with_it() -> None:
    by_text = {each.text: each for each in plan_script(PLAYBOOK, LEARN, SUIT, REFERRAL)}
    assert by_text["How to ask."].only_after_need
    assert by_text["How to learn of the navy suit."].hears_need
    assert by_text["What to learn."].tip
    assert by_text["What to learn."].part is LinePart.WHAT


def test_a_bridge_answers_and_leads_back_to_this_purpose() -> None:
    def words(code: Purpose, facts: Facts) -> str:
        return bridge_words(PLAYBOOK, Detour.PRICE, code, facts)

    assert words(REFERRAL, SUIT) == "The navy suit, I see. So who asked?"
    assert words(LEARN, NOTHING) == "I see. So how is it?"
    assert words(Purpose.WIN_BACK, NOTHING) == "I see. One more thing."


def test_worth_asking_is_what_they_could_tell_once_and_in_order() -> None:
    lines = (
        fill(line(Phrase("{person}? {promised_date}!", ("?",))), NOTHING),
        fill(FIRST_WORN, NOTHING),
        fill(line(Phrase("{person}?", ("?",))), NOTHING),
    )
    assert worth_asking(lines) == ("person", "item", "occasion")
    assert worth_asking(plan_script(PLAYBOOK, LEARN, SUIT)) == ()


# Cues ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("What did people say about it?", "What did people say about it?"),
        ("How did it make you feel?", "How did it make you feel?"),
        ("Did anyone ask where you bought it?", "Anyone ask where bought?"),
        ("Did your friends or family like the navy suit?", "Friends family like navy suit?"),
        ("I’m glad. When would you like to come by?", "When like come by?"),
        ("Your trousers are ready, pressed and waiting.", "Trousers ready pressed waiting"),
        ("one two three four five six seven.", "One two three four five six"),
        ("Will you, would you, could you, may you have it then?", "Will you would you could you?"),
        ("Unbelievably comfortable, incomprehensibly soft", "Unbelievably comfortable"),
        ("Donaudampfschifffahrtsgesellschaft?", "Donaudampfschifffahrtsgesellsc…?"),
        ("Thank you for coming in, Mr. Libin, at 6 p.m. sharp.", "Thank coming Mr Libin 6 p.m"),
        ("It cost 2.5 times as much as the other one. Sorry.", "Cost 2.5 times much other one"),
        ("So be it. Done.", "So be it Done"),
        ("  \n ", ""),
        ("?!", "?!"),
        ("… Thank you.", "Thank you"),
        ("“Aldo”, she asked.", "Aldo she asked"),
        ("هل أعجبك المعطف؟", "هل أعجبك المعطف؟"),
        ("👗🎉 party dress", "👗🎉 party dress"),
        ("🎉🎉🎉", "🎉🎉🎉"),
        ("straße", "Straße"),
        ("ßa", "ßa"),
    ],
)
def test_a_changed_line_gets_a_short_cue(words: str, cue: str) -> None:
    assert propose_cue(words) == cue


def test_a_cue_is_never_torn_inside_an_accent_or_an_emoji() -> None:
    assert propose_cue("o" + "e\u0301" * 40) == "O" + "e\u0301" * 15 + "…"
    family = "👩\u200d👩\u200d👧"
    assert propose_cue("a" * 28 + family * 9) == "A" + "a" * 27 + "…"
    assert propose_cue("a" * 30 + "👍🏽" * 9) == "A" + "a" * 29 + "…"
    assert propose_cue("\u0301" * 90) == "\u0301" * 31 + "…"


awkward = st.text(max_size=60) | st.text("a é?؟.!, \n{}👩🏽\u200d\u0301ש", max_size=10_000)


@given(awkward)
def test_a_proposed_cue_is_short_single_and_never_empty(words: str) -> None:
    cue = propose_cue(words)
    assert cue == propose_cue(words)
    assert bool(cue) == bool(words.strip())
    assert len(cue) <= CUE_LIMIT
    assert cue.split() == cue.split(" ") or not cue
    assert "\n" not in cue
    assert len(cue.split()) <= 6 or not any(each.isalnum() for each in words)


@given(st.text("abc dé", min_size=1, max_size=200).filter(str.strip))
def test_a_question_stays_a_question(words: str) -> None:
    assert propose_cue(f"{words}?").endswith("?")
    assert "?" not in propose_cue(f"{words}.")
