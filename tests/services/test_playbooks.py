"""Playbooks at hand: shipped, in another language, and the shop's own edition."""

from pathlib import Path

import pytest

from followup_desktop import paths
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.playbook import PlaybookError, PlaybookFault
from followup_desktop.services.playbooks import (
    SIZE_LIMIT,
    Playbooks,
    not_shipped,
    read_playbook,
    read_playbook_file,
)

SHIPPED = paths.resources() / "playbooks"
DAY_AFTER = (SHIPPED / "en" / "day_after.toml").read_text(encoding="utf-8")


def edited(title: str) -> str:
    return DAY_AFTER.replace('title = "The day after"', f'title = "{title}"')


def refusal(text: str, kind: Kind | None = None) -> PlaybookError:
    with pytest.raises(PlaybookError) as caught:
        read_playbook(text, kind)
    return caught.value


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_ships_with_a_playbook(kind: Kind) -> None:
    at_hand = Playbooks(SHIPPED).at_hand(kind)
    assert at_hand.playbook.kind is kind
    assert (at_hand.own, at_hand.fault) == (False, None)


def test_a_kind_whose_playbook_was_left_out_is_known(tmp_path: Path) -> None:
    assert not_shipped(SHIPPED) == ()
    (tmp_path / "en").mkdir()
    for file in (SHIPPED / "en").iterdir():
        if file.stem != Kind.PROMISE:
            (tmp_path / "en" / file.name).touch()
    assert not_shipped(tmp_path) == (Kind.PROMISE,)


def test_nothing_else_lies_in_the_folder() -> None:
    assert {path.name for path in (SHIPPED / "en").iterdir()} == {f"{kind}.toml" for kind in Kind}


def test_a_shipped_playbook_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    file = tmp_path / "en" / "day_after.toml"
    file.write_text(DAY_AFTER, encoding="utf-8")
    playbooks = Playbooks(tmp_path)
    first = playbooks.get(Kind.DAY_AFTER)
    file.unlink()
    assert playbooks.get(Kind.DAY_AFTER) is first


@pytest.mark.parametrize(
    ("language", "title"),
    [("de", "Am Tag danach"), ("de_AT", "Am Tag danach"), ("fr", "The day after")],
)
def test_another_language_is_used_where_there_is_one(
    tmp_path: Path, language: str, title: str
) -> None:
    for folder, text in (("en", DAY_AFTER), ("de", edited("Am Tag danach"))):
        (tmp_path / folder).mkdir()
        # With the mark that some Windows editors put in front.
        (tmp_path / folder / "day_after.toml").write_text(text, encoding="utf-8-sig")
    assert Playbooks(tmp_path, language).get(Kind.DAY_AFTER).title == title


def test_the_shops_own_edition_comes_first_and_is_read_again_when_it_changes() -> None:
    own: dict[Kind, str] = {}
    playbooks = Playbooks(SHIPPED, own_text=own.get)
    assert playbooks.get(Kind.DAY_AFTER).title == "The day after"

    own[Kind.DAY_AFTER] = edited("Our first call")
    at_hand = playbooks.at_hand(Kind.DAY_AFTER)
    assert (at_hand.playbook.title, at_hand.own) == ("Our first call", True)
    assert playbooks.at_hand(Kind.DAY_AFTER) is at_hand
    assert playbooks.shipped(Kind.DAY_AFTER).title == "The day after"
    assert playbooks.get(Kind.PROMISE).title == "Keep a promise"

    own[Kind.DAY_AFTER] = edited("Our very first call")
    assert playbooks.get(Kind.DAY_AFTER).title == "Our very first call"
    del own[Kind.DAY_AFTER]
    assert playbooks.get(Kind.DAY_AFTER).title == "The day after"


def test_a_call_never_waits_for_a_broken_edition() -> None:
    playbooks = Playbooks(SHIPPED, own_text=lambda kind: "title = ")
    at_hand = playbooks.at_hand(Kind.PROMISE)
    assert (at_hand.playbook.title, at_hand.own) == ("Keep a promise", False)
    assert at_hand.fault is not None
    assert at_hand.fault.code is PlaybookFault.NOT_TOML


@pytest.mark.parametrize(
    "own", ["title = ", "title = 'Ours'", edited("Ours").replace("minutes = 5", "minutes = 'soon'")]
)
def test_the_minutes_of_a_broken_edition_are_those_of_what_is_used_instead(own: str) -> None:
    asked = Playbooks(SHIPPED, own_text=lambda kind: own)
    assert asked.minutes(Kind.DAY_AFTER) == Playbooks(SHIPPED).get(Kind.DAY_AFTER).minutes


def test_an_edition_starts_from_the_text_that_ships() -> None:
    assert Playbooks(SHIPPED).shipped_text(Kind.DAY_AFTER) == DAY_AFTER


def test_a_playbook_for_another_kind_is_refused() -> None:
    error = refusal(DAY_AFTER, Kind.TWO_WEEKS)
    assert (error.code, error.where, error.what) == (PlaybookFault.DISAGREES, "kind", "day_after")
    assert read_playbook(DAY_AFTER).kind is Kind.DAY_AFTER


@pytest.mark.parametrize(
    "text",
    [
        "kind = day_after",
        "<html></html>",
        "kind = 'day_after'\nkind = 'promise'",
        "minutes = " + "9" * 5000,
        "deep = " + "[" * 5000,
        "\x00",
    ],
    ids=["bare word", "html", "twice", "number", "deep", "zero"],
)
def test_what_is_not_toml_is_refused(text: str) -> None:
    assert refusal(text).code is PlaybookFault.NOT_TOML


def test_a_huge_text_is_refused_unread() -> None:
    assert refusal("# " + "é" * SIZE_LIMIT).code is PlaybookFault.TOO_BIG


def test_a_lone_surrogate_is_no_crash() -> None:
    assert refusal("title = '\ud800'").code is PlaybookFault.MISSING


def test_a_shared_file_is_read_like_any_other(tmp_path: Path) -> None:
    shared = tmp_path / "from a friend.toml"
    shared.write_text(edited("Theirs"), encoding="utf-8")
    assert read_playbook_file(shared, Kind.DAY_AFTER).title == "Theirs"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("gone.toml", None, PlaybookFault.NOT_FOUND),
        ("picture.toml", b"\x89PNG\r\n\xff\xfe", PlaybookFault.UNREADABLE),
        ("huge.toml", b"#" * (SIZE_LIMIT + 1), PlaybookFault.TOO_BIG),
        ("empty.toml", b"", PlaybookFault.MISSING),
    ],
)
def test_a_file_that_cannot_be_used_says_why(
    tmp_path: Path, name: str, content: bytes | None, code: PlaybookFault
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(PlaybookError) as caught:
        read_playbook_file(file)
    assert caught.value.code is code


def test_a_folder_in_place_of_a_file_says_why(tmp_path: Path) -> None:
    with pytest.raises(PlaybookError) as caught:
        read_playbook_file(tmp_path)
    assert caught.value.code is PlaybookFault.UNREADABLE


def test_a_missing_shipped_playbook_is_told(tmp_path: Path) -> None:
    with pytest.raises(PlaybookError) as caught:
        Playbooks(tmp_path).get(Kind.DATE)
    assert (caught.value.code, caught.value.what) == (PlaybookFault.NOT_FOUND, "date.toml")
