"""Pages: A4 or Letter, nothing cut, headings with what they head, and two hundred rows."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from followup_desktop.domain.paper import LETTER
from followup_desktop.ui.kit import fonts
from followup_desktop.ui.paper.blocks import Heading, NoteLines, PersonRow, Text, TickLine, TickRow
from followup_desktop.ui.paper.ink import Face, Ink
from followup_desktop.ui.paper.pages import Block, Document, page_layout, paginate
from followup_desktop.ui.paper.printing import pdf_of

DAY = date(2026, 11, 20)
ROW = PersonRow("Jun Hayashi", "first purchase", "How does it feel?", "+1 646 555 0188", "day 1")
MANY = TickRow(tuple(f"Something to catch {number}" for number in range(12)))
LONGEST = "Anneliese-Charlotte von Hohenstein-Wolfsburg zu Lichtenfels-" + "Oberhausen" * 13


@pytest.fixture
def ink(qapp: QApplication) -> Iterator[Ink]:
    fonts.load()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(300)
    writer.setPageLayout(page_layout("DE"))
    painter = QPainter(writer)
    yield Ink(painter, writer)
    painter.end()


def document(*blocks: Block, country: str = "US") -> Document:
    return Document("a-name", country, "The Corner · Friday 20 Nov 2026", blocks)


def pages_in(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize(
    ("country", "size"),
    [
        ("US", QPageSize.PageSizeId.Letter),
        ("CA", QPageSize.PageSizeId.Letter),
        ("GB", QPageSize.PageSizeId.A4),
        ("FR", QPageSize.PageSizeId.A4),
        ("", QPageSize.PageSizeId.A4),
    ],
)
def test_the_paper_is_what_the_country_has(country: str, size: QPageSize.PageSizeId) -> None:
    assert page_layout(country).pageSize().id() == size
    assert (country in LETTER) == (size == QPageSize.PageSizeId.Letter)


def test_the_size_is_in_the_file(qapp: QApplication) -> None:
    assert b"612" in pdf_of(document(Text("hello")))
    assert b"842" in pdf_of(document(Text("hello"), country="DE"))


def test_two_hundred_rows_are_broken_between_rows(ink: Ink) -> None:
    blocks: list[Block] = [Heading("Now"), *[ROW] * 200]
    pages = paginate(blocks, ink)
    assert sum(len(page) for page in pages) == 201
    room = ink.height
    for page in pages:
        assert sum(block.height(ink) for block in page) < room
        assert page[-1] is ROW
    assert 10 <= len(pages) <= 20
    assert pages_in(pdf_of(document(*blocks, country="DE"))) == len(pages)


def test_a_heading_is_never_the_last_thing_on_a_page(ink: Ink) -> None:
    row = ROW.height(ink)
    fits = int((ink.height - ink.mm(30)) / row)
    for many in range(fits - 3, fits + 3):
        for page in paginate([*[ROW] * many, Heading("Now"), ROW], ink):
            assert not page[-1].keeps_with_next


def test_an_empty_document_is_one_page(qapp: QApplication) -> None:
    assert pages_in(pdf_of(document())) == 1


def test_what_is_taller_than_a_page_has_one_for_itself(ink: Ink) -> None:
    tall = NoteLines(80)
    assert paginate([ROW, tall, ROW], ink) == [[ROW], [tall], [ROW]]


def test_the_longest_name_keeps_clear_of_the_number(ink: Ink) -> None:
    row = PersonRow(LONGEST, LONGEST, LONGEST * 2, "+1 646 555 0188", "since yesterday")
    width = row.words_width(ink)
    number = ink.lay(row.phone, Face.STRONG, ink.width).layout.maximumWidth()
    assert width + number < ink.width
    for text, face in ((row.name, Face.STRONG), (row.detail, Face.SMALL), (row.why, Face.BODY)):
        laid = ink.lay(text, face, width)
        widest = max(
            laid.layout.lineAt(at).naturalTextWidth() for at in range(laid.layout.lineCount())
        )
        assert widest <= width + 1
    assert row.height(ink) > 3 * ROW.height(ink)


@pytest.mark.parametrize(
    "block",
    [
        Text("hello"),
        Heading("Now"),
        TickLine("Still fits?"),
        TickLine("Later", quiet=True),
        MANY,
        ROW,
    ],
)
def test_every_block_says_what_it_says(block: Block, ink: Ink) -> None:
    assert block.text
    assert block.height(ink) > 0
    block.paint(ink, 0)


def test_boxes_beside_each_other_go_on_in_the_next_line(ink: Ink) -> None:
    assert MANY.height(ink) > 2 * TickRow(("One",)).height(ink)
