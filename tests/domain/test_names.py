"""Names: kept as typed, found without accents, greeted properly, shortened without harm."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain import names

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
WAVE = "\U0001f44b\U0001f3fd"
SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
FLAGS = "\U0001f1ec\U0001f1e7\U0001f1eb\U0001f1f7"

texts = st.text(max_size=60)

# Cleaning


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Jun \t Hayashi\n", "Jun Hayashi"),
        ("Ade\u0301le", "Adéle"),
        ("Jun\x00 \x07Hayashi", "Jun Hayashi"),
        ("Jun\u202e Hayashi\u2066", "Jun Hayashi"),
        ("Jun\u200b\ufeff", "Jun"),
        ("Jun\ud800", "Jun"),
        (f"Ana {FAMILY}", f"Ana {FAMILY}"),
        (SCOTLAND, SCOTLAND),
        ("می\u200cترسم", "می\u200cترسم"),
        ("שרה", "שרה"),
        ("", ""),
        (" \n ", ""),
        ("\u200d\u200d", ""),
        ("\u0301", ""),
    ],
)
def test_clean(typed: str, kept: str) -> None:
    assert names.clean(typed) == kept


def test_nothing_is_cut() -> None:
    assert names.clean("x" * 10_000) == "x" * 10_000


def test_notes_keep_their_lines() -> None:
    assert names.clean_lines("\n\n Nervous  about\r\nthe speech. \n\nCall \x07late\n\n") == (
        "Nervous about\nthe speech.\n\nCall late"
    )


@given(texts)
def test_cleaning_twice_is_cleaning_once_and_leaves_no_control_characters(text: str) -> None:
    once = names.clean(text)
    assert names.clean(once) == once
    assert not {unicodedata.category(letter) for letter in once} & {"Cc", "Cs"}
    assert "\u202e" not in once
    once.encode("utf-8")


# Finding


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Müller", "muller"),
        ("STRAUSS", "strauss"),
        ("Strauß", "strauss"),
        ("Łukasz Żółw", "lukasz zolw"),
        ("Søren Kjær", "soren kjaer"),
        ("Đorđe", "dorde"),
        ("Þórður", "thordur"),
        ("IŞIK \u0131ş\u0131k", "isik isik"),
        ("İpek", "ipek"),
        ("Œuvre", "oeuvre"),
        ("O’Brien O'Brien", "obrien obrien"),
        ("\uff21\uff44\uff41", "ada"),
        ("مُحَمَّد", "محمد"),
        ("", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert names.fold(name) == folded


def test_folding_any_letter_twice_is_folding_it_once() -> None:
    for code in (*range(0x20000), *range(0x2F800, 0x2FA20)):  # elsewhere nothing folds
        once = names.fold(chr(code))
        assert names.fold(once) == once, hex(code)


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = names.fold(text)
    assert names.fold(once) == once


@given(texts)
def test_case_and_composition_dont_matter(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert names.fold(apart) == names.fold(unicodedata.normalize("NFC", text))
    assert names.tokens(text.casefold()) == names.tokens(text)


@given(st.text(st.characters(max_codepoint=127), max_size=60))
def test_plain_letters_are_folded_as_they_are_among_others(text: str) -> None:
    assert names.tokens(f"{text} é") == (*names.tokens(text), "e")


def test_tokens() -> None:
    assert names.tokens(" Anne-Marie  d’Arc, (Dr.)") == ("anne", "marie", "darc", "dr")
    assert names.tokens("🦊") == ("🦊",)
    assert names.tokens(" … ") == ()


def test_sort_key() -> None:
    assert names.sort_key("Richard F. Libin") == "libin richard f"
    assert names.sort_key("Ødegård") == "odegard"
    assert names.sort_key("") == ""


# Taking apart


@pytest.mark.parametrize(
    ("typed", "title", "name"),
    [
        ("Mr. Jun Hayashi", "Mr.", "Jun Hayashi"),
        ("mr jun hayashi", "Mr", "jun hayashi"),
        ("Mme Beaulieu", "Mme", "Beaulieu"),
        ("Dr. Paula Silva", "Dr.", "Paula Silva"),
        ("Prof. Dr. Müller", "Prof. Dr.", "Müller"),
        ("M. Dupont", "M.", "Dupont"),
        ("M. Night Watch", "", "M. Night Watch"),
        ("M Dupont", "", "M Dupont"),
        ("Señora García", "Señora", "García"),
        ("Jun Hayashi", "", "Jun Hayashi"),
        ("Mr.", "", "Mr."),
        ("Dr. Mr.", "Dr.", "Mr."),
        ("", "", ""),
    ],
)
def test_split_title(typed: str, title: str, name: str) -> None:
    assert names.split_title(typed) == (title, name)


@given(texts.map(names.clean))
def test_splitting_loses_no_word(text: str) -> None:
    title, name = names.split_title(text)
    assert f"{title} {name}".split()[-1:] == text.split()[-1:]
    assert len(title.split()) + len(name.split()) == len(text.split())
    assert bool(name) == bool(text)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Richard F. Libin", "Richard", "Libin"),
        ("Jan van der Berg", "Jan", "van der Berg"),
        ("María de la Cruz", "María", "de la Cruz"),
        ("Sam Davis, Jr.", "Sam", "Davis"),
        ("Van Helsing", "Van", "Helsing"),
        ("Libin", "Libin", "Libin"),
        ("Jr.", "Jr.", "Jr."),
        ("山田太郎", "山田太郎", "山田太郎"),
        ("", "", ""),
    ],
)
def test_first_and_last_name(name: str, first: str, last: str) -> None:
    assert (names.first_name(name), names.last_name(name)) == (first, last)


def test_greeting() -> None:
    assert names.greeting("Richard F. Libin", "Mr.", "") == "Mr. Libin"
    assert names.greeting("Richard F. Libin", "", "") == "Richard"
    assert names.greeting("Richard F. Libin", "Mr.", "Richie") == "Richie"
    assert names.greeting("Libin", "Mr.", "") == "Mr. Libin"


# Initials


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Richard F. Libin", "RL"),
        ("libin", "L"),
        ("E\u0301lodie ßtar", "E\u0301ß"),
        ("“Bob” (Grant)", "BG"),
        ("Anna 🌸", "A"),
        (f"{FAMILY} 🦊", FAMILY),
        (WAVE, WAVE),
        (FLAGS, FLAGS[:2]),
        (SCOTLAND, SCOTLAND),
        ("🌸\ufe0f\u200d", "🌸\ufe0f\u200d"),
        ("김민준", "김"),
        ("…", "…"),
        ("", ""),
    ],
)
def test_initials(name: str, initials: str) -> None:
    assert names.initials(name) == initials


@given(texts.map(names.clean).filter(bool))
def test_whoever_has_a_name_has_initials(name: str) -> None:
    assert names.initials(name)
