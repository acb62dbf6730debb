"""What differs between two playbooks (M-76)."""

from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.playbook_rows import Mark, Row, compare

FIRST, SECOND, THIRD = (Row("Lines", f"Line {n}", f"Line {n}") for n in (1, 2, 3))
ROWS = st.lists(
    st.builds(Row, st.sampled_from("AB"), st.sampled_from("123456"), st.sampled_from("xyz")),
    unique_by=lambda row: (row.section, row.key),
)


def marks(was: list[Row], now: list[Row]) -> list[tuple[Mark, str]]:
    return [(one.mark, one.row.said) for one in compare(was, now)]


def test_what_is_the_same_is_the_same() -> None:
    assert {mark for mark, _said in marks([FIRST, SECOND], [FIRST, SECOND])} == {Mark.SAME}


def test_a_new_line_and_one_left_out() -> None:
    assert marks([FIRST, SECOND], [FIRST, SECOND, THIRD])[-1] == (Mark.NEW, "Line 3")
    assert marks([FIRST, SECOND], [SECOND]) == [(Mark.GONE, "Line 1"), (Mark.SAME, "Line 2")]


def test_another_wording_in_its_place_is_a_change() -> None:
    other = Row("Lines", "Other", "Other")
    (_first, changed, _third) = compare([FIRST, SECOND, THIRD], [FIRST, other, THIRD])
    assert (changed.mark, changed.row, changed.was) == (Mark.CHANGED, other, SECOND)


def test_what_belongs_to_a_line_changes_it_too() -> None:
    other = Row("Lines", "Line 1", "Line 1", ("Cue: One",))
    (changed,) = compare([FIRST], [other])
    assert (changed.mark, changed.was) == (Mark.CHANGED, FIRST)


def test_a_line_that_only_moved_is_the_same() -> None:
    assert {mark for mark, _said in marks([FIRST, SECOND, THIRD], [THIRD, FIRST, SECOND])} == {
        Mark.SAME
    }


def test_nothing_of_one_section_stands_for_something_of_another() -> None:
    fear = Row("Fears", "It was dear.", "It was dear.")
    assert {mark for mark, _said in marks([FIRST], [fear])} == {Mark.NEW, Mark.GONE}


@given(ROWS, ROWS)
def test_the_new_one_is_there_whole_and_nothing_old_is_lost(was: list[Row], now: list[Row]) -> None:
    found = compare(was, now)
    assert [one.row for one in found if one.mark is not Mark.GONE] == now
    named = [(one.was or one.row) for one in found if one.mark in (Mark.CHANGED, Mark.GONE)]
    same = [one.row for one in found if one.mark is Mark.SAME]
    assert sorted(one.said for one in (*named, *same)) == sorted(one.said for one in was)
