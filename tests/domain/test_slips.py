"""One slip of the finger, against trying them all (M-56)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.made_up import slips
from followup_desktop.domain.slips import cuts, is_one_slip, is_one_slip_begun

WORDS = st.text("abcß李", min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("typed", "word", "is_one"),
    [
        ("libin", "libin", False),
        ("lbin", "libin", True),
        ("libinn", "libin", True),
        ("lubin", "libin", True),
        ("ilbin", "libin", True),
        ("libni", "libin", True),
        ("ibinl", "libin", False),
        ("lubni", "libin", False),
        ("李", "李娜", True),
        ("", "", False),
    ],
)
def test_a_slip(typed: str, word: str, is_one: bool) -> None:
    assert is_one_slip(typed, word) is is_one


@given(WORDS, WORDS)
def test_it_is_one_of_all_there_are(typed: str, word: str) -> None:
    letters = set(typed)
    tried = {
        word[:place] + new + word[place + cut :]
        for place in range(len(word) + 1)
        for cut in (0, 1)
        for new in (*letters, "")
    }
    tried |= {
        word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        for place in range(len(word) - 1)
    }
    assert is_one_slip(typed, word) is (typed in tried - {word})


@given(WORDS)
def test_words_one_slip_apart_have_a_cut_in_common(word: str) -> None:
    assert all(cuts(slip) & cuts(word) for slip in slips(word))


@given(WORDS, WORDS, st.data())
def test_a_word_that_is_only_begun(word: str, rest: str, data: st.DataObject) -> None:
    typed = data.draw(st.sampled_from(sorted(slips(word)) or [word + "x"]))
    assert is_one_slip_begun(typed, word + rest) or (word + rest).startswith(typed)
