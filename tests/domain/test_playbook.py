"""A playbook is read strictly: what is wrong is refused with a code, a place and the piece."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.facts import ALWAYS_KNOWN, ASKABLE, DISCREET, FACT_NAMES, SAID_TO_THEM
from followup_desktop.domain.kinds import ContactType, Detour, Kind, LinePart, Purpose
from followup_desktop.domain.playbook import PlaybookError, PlaybookFault, parse_playbook

Data = dict[str, Any]


def good() -> Data:
    """A small playbook with nothing wrong in it."""
    bridges: list[Data] = [
        {"detour": str(detour), "answer": "I see.", "back": {"any": "When may I try again?"}}
        for detour in Detour
    ]
    return {
        "kind": "left_first",
        "title": "Left without buying",
        "contact_type": "update",
        "marketing": True,
        "minutes": 4,
        "why": {"words": "They liked the {looked_at}.", "fallback": "They had a look."},
        "opening": {"words": "Hello {greeting}, {clerk} from {shop}.", "cue": "Hello"},
        "voicemail": "This is {clerk} from {shop}.",
        "purposes": [
            {
                "purpose": "learn",
                "hint": "What held them back",
                "outcome": "I know what held them back",
                "back": {"words": "And {held_back}?", "fallback": "And what was it?"},
            },
            {"purpose": "own_words", "hint": "In your own words", "back": "One more thing."},
        ],
        "lines": [
            {
                "part": "how",
                "purposes": ["learn"],
                "words": "Is it for {occasion}?",
                "fallback": "What is it for?",
                "for_whom": "What does {for_whom} need?",
                "cue": "For {occasion}?",
                "fallback_cue": "What for?",
                "hears_need": True,
            },
            {"part": "what", "words": "Thank you.", "cue": "Thanks"},
        ],
        "bridges": bridges,
        "fears": [{"they_say": "I was only looking.", "way_out": "And you’re welcome to."}],
    }


def refusal(data: object) -> PlaybookError:
    with pytest.raises(PlaybookError) as caught:
        parse_playbook(data)  # type: ignore[arg-type]
    return caught.value


def test_a_good_one_is_read_whole() -> None:
    playbook = parse_playbook(good())

    assert (playbook.kind, playbook.title) == (Kind.LEFT_FIRST, "Left without buying")
    assert (playbook.contact_type, playbook.marketing) == (ContactType.UPDATE, True)
    assert playbook.minutes == 4
    assert [plan.purpose for plan in playbook.purposes] == [Purpose.LEARN, Purpose.OWN_WORDS]
    assert playbook.purposes[0].outcome is not None
    assert playbook.purposes[1].outcome is None
    how, what = playbook.lines
    assert (how.part, what.part) == (LinePart.HOW, LinePart.WHAT)
    assert how.purposes == {Purpose.LEARN}
    assert not what.purposes
    assert how.hears_need
    assert not (how.tip or how.only_after_need or what.hears_need)
    assert how.words.for_whom == "What does {for_whom} need?"
    assert set(playbook.bridges) == set(Detour)
    assert playbook.fears[0].way_out.words == "And you’re welcome to."


def test_a_purpose_that_the_playbook_lacks_is_in_the_clerks_own_words() -> None:
    playbook = parse_playbook(good())
    assert playbook.plan(Purpose.LEARN).purpose is Purpose.LEARN
    assert playbook.plan(Purpose.REFERRAL).purpose is Purpose.OWN_WORDS


def test_a_bridge_prefers_its_own_way_back_to_any_and_any_to_the_purposes() -> None:
    data = good()
    price, chat, wrong = data["bridges"][2], data["bridges"][4], data["bridges"][0]
    price["back"] = {"learn": "Leaving that aside?", "any": "Anyway."}
    del chat["back"]
    wrong["back"] = {"own_words": "First this."}

    bridges = parse_playbook(data).bridges

    assert bridges[Detour.PRICE].backs[Purpose.LEARN].words == "Leaving that aside?"
    assert bridges[Detour.PRICE].backs[Purpose.OWN_WORDS].words == "Anyway."
    assert bridges[Detour.JUST_CHATTING].backs[Purpose.LEARN].words == "And {held_back}?"
    assert bridges[Detour.SOMETHING_WRONG].backs[Purpose.LEARN].words == "And {held_back}?"


Spoil = Callable[[Data], object]


def put(*path: str | int, value: object) -> Spoil:
    """Sets a value somewhere inside."""

    def spoil(data: Data) -> None:
        place: Any = data
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return spoil


def drop(*path: str | int) -> Spoil:
    def spoil(data: Data) -> None:
        place: Any = data
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]

    return spoil


F = PlaybookFault
SPOILED: list[tuple[Spoil, PlaybookFault, str, str]] = [
    (put("kind", value="sell_more"), F.UNKNOWN_CODE, "kind", "sell_more"),
    (put("kind", value=7), F.WRONG_TYPE, "kind", "7"),
    (put("kind", value="day_after"), F.DISAGREES, "contact_type", "update"),
    (put("contact_type", value="thanks"), F.DISAGREES, "contact_type", "thanks"),
    (put("marketing", value=False), F.DISAGREES, "marketing", "False"),
    (put("marketing", value="yes"), F.WRONG_TYPE, "marketing", "yes"),
    (drop("marketing"), F.MISSING, "marketing", "marketing"),
    (drop("title"), F.MISSING, "title", "title"),
    (put("title", value="  "), F.OUT_OF_RANGE, "title", "  "),
    (put("colour", value="green"), F.UNKNOWN_KEY, "colour", "colour"),
    (put("minutes", value="four"), F.WRONG_TYPE, "minutes", "four"),
    (put("minutes", value=True), F.WRONG_TYPE, "minutes", "True"),
    (put("minutes", value=0), F.OUT_OF_RANGE, "minutes", "0"),
    (put("minutes", value=61), F.OUT_OF_RANGE, "minutes", "61"),
    (put("why", value=["They left."]), F.WRONG_TYPE, "why", "['They left.']"),
    (put("why", value="They said {last_words}."), F.NO_FALLBACK, "why", "last_words"),
    (put("why", "words", value="For {occasion}."), F.FACT_NOT_HERE, "why.words", "occasion"),
    (put("why", "tone", value="warm"), F.UNKNOWN_KEY, "why.tone", "tone"),
    (put("why", "words", value="Two\nlines"), F.NOT_ONE_LINE, "why.words", "Two\nlines"),
    (put("why", "words", value="Two  gaps"), F.NOT_ONE_LINE, "why.words", "Two  gaps"),
    (put("why", "words", value="Oh {dear"), F.STRAY_BRACE, "why.words", "Oh {dear"),
    (put("why", "words", value="Oh {Item}"), F.UNKNOWN_FACT, "why.words", "Item"),
    (put("why", "words", value="Oh {}"), F.UNKNOWN_FACT, "why.words", ""),
    (put("why", "words", value="{wallet}"), F.UNKNOWN_FACT, "why.words", "wallet"),
    (put("why", "words", value="a" * 301), F.OUT_OF_RANGE, "why.words", "a" * 79 + "…"),
    (put("why", "fallback", value=["a"] * 7), F.OUT_OF_RANGE, "why.fallback", "7"),
    (put("why", "fallback", value=["a", 5]), F.WRONG_TYPE, "why.fallback.2", "5"),
    (put("why", "for_whom", value="A gift."), F.FACT_NOT_HERE, "why.words", "for_whom"),
    (
        put("opening", "words", value="Hello {greeting}, from {shop}."),
        F.NO_NAME_IN_OPENING,
        "opening.words",
        "Hello {greeting}, from {shop}.",
    ),
    (put("opening", "for_whom", value="Hello."), F.NO_NAME_IN_OPENING, "opening.words", "Hello."),
    (put("opening", value="Hello"), F.WRONG_TYPE, "opening", "Hello"),
    (put("voicemail", value="Your {item} is in."), F.FACT_NOT_HERE, "voicemail", "item"),
    (put("purposes", value=[]), F.OUT_OF_RANGE, "purposes", "0"),
    (put("purposes", value="learn"), F.WRONG_TYPE, "purposes", "learn"),
    (put("purposes", value=[{}] * 41), F.OUT_OF_RANGE, "purposes", "41"),
    (put("purposes", value=["learn"]), F.WRONG_TYPE, "purposes.1", "learn"),
    (put("purposes", 0, "purpose", value="profit"), F.UNKNOWN_CODE, "purposes.1.purpose", "profit"),
    (
        lambda data: data["purposes"].append(data["purposes"][0]),
        F.DUPLICATE,
        "purposes.3.purpose",
        "learn",
    ),
    (lambda data: data["purposes"].reverse(), F.MISSING, "purposes", "own_words"),
    (drop("purposes", 0, "outcome"), F.MISSING, "purposes.1.outcome", "outcome"),
    (put("purposes", 1, "outcome", value="Mine"), F.UNKNOWN_KEY, "purposes.2.outcome", "outcome"),
    (drop("lines"), F.MISSING, "lines", "lines"),
    (put("lines", 0, "part", value="when"), F.UNKNOWN_CODE, "lines.1.part", "when"),
    (put("lines", 0, "purposes", value=["thank"]), F.UNKNOWN_CODE, "lines.1.purposes", "thank"),
    (put("lines", 0, "purposes", value=[3]), F.WRONG_TYPE, "lines.1.purposes", "3"),
    (put("lines", 0, "tip", value="yes"), F.WRONG_TYPE, "lines.1.tip", "yes"),
    (put("lines", 0, "cues", value="For?"), F.UNKNOWN_KEY, "lines.1.cues", "cues"),
    (drop("lines", 0, "cue"), F.MISSING, "lines.1.cue", "cue"),
    (drop("lines", 0, "fallback"), F.NO_FALLBACK, "lines.1.words", "occasion"),
    (drop("lines", 0, "fallback_cue"), F.NO_FALLBACK, "lines.1.cue", "occasion"),
    (put("lines", 1, "cue", value="Hello {clerk}"), F.NO_FALLBACK, "lines.2.cue", "clerk"),
    (put("lines", 1, "cue", value="a" * 33), F.OUT_OF_RANGE, "lines.2.cue", "a" * 33),
    (put("lines", 1, "cue", value="a b c d e f g"), F.OUT_OF_RANGE, "lines.2.cue", "a b c d e f g"),
    (put("lines", 0, "for_whom_cue", value="a" * 33), F.OUT_OF_RANGE, "lines.1.cue", "a" * 33),
    (put("lines", 0, "for_whom", value="The {item}?"), F.NO_FALLBACK, "lines.1.words", "item"),
    (
        put("lines", 0, "fallback", value=["For {item}?", "For {person}?"]),
        F.NO_FALLBACK,
        "lines.1.words",
        "person",
    ),
    (put("lines", 1, "only_after_need", value=True), F.NO_NEED_ASKED, "lines", "own_words"),
    (drop("bridges", 6), F.BRIDGE_MISSING, "bridges", "wants_manager"),
    (drop("bridges"), F.BRIDGE_MISSING, "bridges", "something_wrong"),
    (put("bridges", 1, "detour", value="price"), F.DUPLICATE, "bridges.3.detour", "price"),
    (put("bridges", 1, "detour", value="rain"), F.UNKNOWN_CODE, "bridges.2.detour", "rain"),
    (
        put("bridges", 1, "back", "thank", value="So."),
        F.UNKNOWN_KEY,
        "bridges.2.back.thank",
        "thank",
    ),
    (put("bridges", 7, "answer", value="The {item}."), F.FACT_NOT_HERE, "bridges.8.answer", "item"),
    (drop("bridges", 7, "back"), F.MISSING, "bridges.8.back", "back"),
    (
        put("bridges", 7, "back", value={"learn": "So."}),
        F.MISSING,
        "bridges.8.back.own_words",
        "own_words",
    ),
    (drop("fears"), F.MISSING, "fears", "fears"),
    (drop("fears", 0, "way_out"), F.MISSING, "fears.1.way_out", "way_out"),
    (put("fears", 0, "so", value="what"), F.UNKNOWN_KEY, "fears.1.so", "so"),
]


@pytest.mark.parametrize(
    ("spoil", "code", "where", "what"),
    SPOILED,
    ids=[f"{code}-{where}-{what[:12]}" for _, code, where, what in SPOILED],
)
def test_what_is_wrong_is_refused_with_its_code_and_place(
    spoil: Spoil, code: PlaybookFault, where: str, what: str
) -> None:
    data = good()
    spoil(data)
    error = refusal(data)
    assert (error.code, error.where, error.what) == (code, where, what)


def test_a_file_that_is_no_table_is_refused() -> None:
    assert refusal(["kind"]).code is PlaybookFault.WRONG_TYPE
    assert str(refusal({})) == "missing at kind: kind"


def test_only_playbooks_for_those_who_did_not_buy_need_fears() -> None:
    data = good()
    data.update(kind="something_new")
    del data["fears"]
    assert parse_playbook(data).fears == ()


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(st.sampled_from(sorted(good())), json_like)
def test_whatever_stands_at_a_key_it_is_a_playbook_or_a_playbook_error(
    key: str, value: object
) -> None:
    try:
        parse_playbook(good() | {key: value})
    except PlaybookError as error:
        assert error.where.startswith((key, "contact_type"))


def test_the_sets_of_facts_name_real_facts() -> None:
    for names in (ALWAYS_KNOWN, ASKABLE, DISCREET, SAID_TO_THEM):
        assert names <= FACT_NAMES
    assert not DISCREET & {"item", "items", "occasion", "for_whom", "person"}
