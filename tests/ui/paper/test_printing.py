"""The sheets themselves, and where they go: cues and no script, discreet, and no file left."""

import errno
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.visit import NewVisit
from followup_desktop.store.rows import ActionRow, CallRow
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.paper import printing
from followup_desktop.ui.paper.pages import Document
from followup_desktop.ui.paper.sheets import call_document, day_document
from tests.services.world import at


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 700)
    window.show()
    return window


def bought(desk: Desk, name: str = "Jun Hayashi", **values: object) -> int:
    visit = NewVisit(
        name=name,
        phone="+1 646 555 0188",
        items=("Navy suit",),
        occasion="his sister’s wedding",
        **values,  # type: ignore[arg-type]
    )
    customer = desk.services.visits.record(at("2026-11-20 12:00"), 1, visit).customer_id
    assert customer is not None
    return customer


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def day(desk: Desk) -> Document:
    return day_document(desk.services.paper.day(desk.now(), 1), 1)


def call(desk: Desk, customer: int) -> Document:
    return call_document(desk.services.paper.customer(desk.now(), 1, customer))


def test_the_list_has_who_and_why_and_the_number(desk: Desk) -> None:
    bought(desk)
    assert texts(day(desk)) == [
        "Ed Marsh’s follow-ups",
        "1 follow-up, about 5 minutes.",
        "Now",
        "Jun Hayashi · first purchase · Navy suit for his sister’s wedding, yesterday. "
        "How does it feel? · +1 646 555 0188 · day 1",
    ]
    assert day(desk).name == "follow-ups-2026-11-21"


def test_of_a_surprise_nothing_lies_around_on_paper(desk: Desk) -> None:
    """M-34"""
    bought(desk, is_gift=True)
    said = "\n".join(texts(day(desk)))
    assert "suit" not in said
    assert "wedding" not in said
    assert "After purchase. Be discreet: what it is about stands on the card" in said


def test_a_call_sheet_has_cues_and_no_script(desk: Desk) -> None:
    jun = bought(desk)
    call_id = desk.services.calls.begin(desk.now(), 1, jun).made_id or 0
    planned = desk.services.calls.call(desk.now(), call_id)
    said = texts(call_document(desk.services.paper.call(desk.now(), call_id)))
    for line in planned.lines:
        assert line.words not in said or line.words == line.cue
        assert any(line.cue in one for one in said)
    assert "+1 646 555 0188" in "\n".join(said)
    assert planned.desired in said
    for bridge in planned.bridges:
        assert bridge.words not in said


def test_a_sheet_from_the_card_is_what_a_plan_would_begin_with_and_plans_nothing(
    desk: Desk,
) -> None:
    jun = bought(desk)
    actions = ActionRow.select().count()
    before = call(desk, jun)
    assert (CallRow.select().count(), ActionRow.select().count()) == (0, actions)
    desk.services.calls.begin(desk.now(), 1, jun)
    assert texts(call(desk, jun)) == texts(before)


def test_whoever_has_nothing_planned_has_a_sheet_too(desk: Desk) -> None:
    added = desk.services.customers.add(desk.now(), 1, "Ana Ruiz", "+1 646 555 0189")
    said = texts(call(desk, added.customer_id or 0))
    assert said[0] == "Ana Ruiz"
    assert "Why now" in said


def test_a_discreet_sheet_leaves_out_what_is_known(desk: Desk) -> None:
    jun = bought(desk, is_gift=True)
    said = texts(call(desk, jun))
    assert "What you know" not in said
    assert "Be discreet: their own number only, nothing in messages." in said


def test_the_longest_pinned_note_is_broken_over_pages(desk: Desk) -> None:
    jun = bought(desk)
    desk.do(desk.services.customers.change, jun, pinned_note="Likes tea. " * 1_500)
    document = call(desk, jun)
    assert len([one for one in texts(document) if one.startswith("Likes tea")]) > 5
    assert printing.pdf_of(document).startswith(b"%PDF")


def test_a_word_of_caution_comes_first(desk: Desk, window: QWidget) -> None:
    bought(desk)
    sheet = printing.print_day(desk, window)
    assert sheet is not None
    assert "tear it up" in sheet.caution.text()
    assert sheet.pdf.accessibleName() == "Save as PDF…"


def test_it_is_saved_where_the_clerk_says_and_nowhere_else(
    desk: Desk, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    bought(desk)
    folder = tmp_path / "documents"
    folder.mkdir()
    target = folder / "list.pdf"
    monkeypatch.setattr(printing, "ask_where", lambda _window, _document: target)
    sheet = printing.print_day(desk, window)
    assert sheet is not None
    with qtbot.waitSignal(desk.said) as said:
        sheet.pdf.click()
    assert said.args == ["Saved: list.pdf"]
    assert [one.name for one in folder.iterdir()] == ["list.pdf"]
    assert target.read_bytes().startswith(b"%PDF")


def test_no_place_chosen_saves_nothing(
    desk: Desk, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    bought(desk)
    monkeypatch.setattr(printing, "ask_where", lambda _window, _document: None)
    sheet = printing.print_day(desk, window)
    assert sheet is not None
    sheet.pdf.click()
    assert sheet.isVisible()


def test_a_folder_that_is_gone_is_told_and_no_half_file_stays(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    bought(desk)
    target = tmp_path / "gone" / "list.pdf"
    with qtbot.waitSignal(desk.troubled) as told:
        assert not printing.save(desk, day(desk), target)
    error = told.args[0]
    assert isinstance(error, WorldError)
    assert error.trouble is Trouble.CANNOT_WRITE
    assert not target.exists()


def test_an_empty_day_is_not_printed(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.said):
        assert printing.print_day(desk, window) is None


def test_everybodys_list_says_so(desk: Desk) -> None:
    bought(desk)
    document = day_document(desk.services.paper.day(desk.now(), None), 1)
    assert texts(document)[0] == "Everybody’s follow-ups"


def test_what_does_not_fit_is_counted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("Jun Hayashi", "Ana Ruiz", "Mia Wolf"):
        bought(desk, name)
    sheet = desk.services.paper.day(desk.now(), 1)
    short = sheet.__class__(
        shop=sheet.shop,
        clerk=sheet.clerk,
        country=sheet.country,
        day=sheet.day,
        rows=sheet.rows[:1],
        more=2,
        minutes=sheet.minutes,
    )
    assert texts(day_document(short, 1))[-1] == "2 more follow-ups are not on this list."


def test_a_gone_customer_or_call_is_told(desk: Desk, window: QWidget) -> None:
    troubles: list[WorldError] = []
    desk.troubled.connect(troubles.append)
    assert printing.print_customer(desk, window, 99) is None
    assert printing.print_call(desk, window, 99) is None
    assert [one.trouble for one in troubles] == [Trouble.GONE, Trouble.GONE]


def test_a_promise_by_a_colleague_is_worded_so(desk: Desk) -> None:
    jun = bought(desk)
    desk.do(desk.services.shop.add_clerk, "Ana Lopez")
    desk.switch_clerk(2)
    desk.do(
        desk.services.today.plan, jun, Kind.PROMISE, date(2026, 11, 21), None, "ring about the hem"
    )
    sheet = desk.services.paper.day(desk.now(), None)
    assert any("Ana Lopez promised" in one for one in texts(day_document(sheet, 1)))


@pytest.mark.parametrize(
    ("chosen", "path"),
    [("", None), ("/somewhere/list", "list.pdf"), ("/somewhere/list.PDF", "list.PDF")],
)
def test_the_ending_is_added_where_it_misses(
    desk: Desk, window: QWidget, monkeypatch: pytest.MonkeyPatch, chosen: str, path: str | None
) -> None:
    asked: list[str] = []

    def ask(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        asked.append(proposed)
        return chosen, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    found = printing.ask_where(window, day(desk))
    assert (found.name if found else None) == path
    assert asked[0].endswith("follow-ups-2026-11-21.pdf")


@pytest.mark.parametrize("accepted", [True, False])
def test_only_what_the_clerk_agreed_to_is_printed(
    desk: Desk, window: QWidget, monkeypatch: pytest.MonkeyPatch, accepted: bool
) -> None:
    bought(desk)
    code = QPrintDialog.DialogCode.Accepted if accepted else QPrintDialog.DialogCode.Rejected
    printed: list[Document] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: code)
    monkeypatch.setattr(printing, "render", lambda document, _printer: printed.append(document))
    sheet = printing.print_day(desk, window)
    assert sheet is not None
    sheet.print.click()
    assert bool(printed) == accepted
    assert sheet.isVisible() != accepted


def test_a_full_disk_is_told_and_an_older_file_is_not_taken_away(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    bought(desk)
    target = tmp_path / "list.pdf"
    target.write_bytes(b"older")

    def full(_path: Path, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(Path, "write_bytes", full)
    with qtbot.waitSignal(desk.troubled) as told:
        assert not printing.save(desk, day(desk), target)
    assert told.args[0].trouble is Trouble.DISK_FULL
    assert target.exists()


def test_a_pinned_note_and_a_second_purpose_are_on_the_sheet(desk: Desk) -> None:
    jun = bought(desk)
    desk.do(desk.services.customers.change, jun, pinned_note="Likes tea.\nNever before ten.")
    call_id = desk.services.calls.begin(desk.now(), 1, jun).made_id or 0
    calls = desk.services.calls
    first, second, *_more = calls.call(desk.now(), call_id).offers
    calls.choose_second(desk.now(), call_id, second.purpose)
    said = texts(call_document(desk.services.paper.call(desk.now(), call_id)))
    assert {"Likes tea.", "Never before ten.", "Pinned note"} <= set(said)
    assert any("If that doesn’t come up" in one for one in said)
    assert first.desired in said
