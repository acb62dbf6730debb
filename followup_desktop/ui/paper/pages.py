"""A printed document: blocks one under the other, broken into pages with a head and a foot."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from followup_desktop.domain.paper import LETTER
from followup_desktop.ui.paper.ink import Face, Ink
from followup_desktop.words import paper as words

MARGIN_MM = 16.0


class Block(Protocol):
    """Something that stays together on a page."""

    @property
    def keeps_with_next(self) -> bool:
        """A heading is never the last thing on a page."""

    @property
    def text(self) -> str:
        """What it says."""

    def height(self, ink: Ink) -> float: ...

    def paint(self, ink: Ink, y: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    """What a file with it is called, without the ending."""
    country: str
    head: str
    """At the top of every page: the shop, and the day."""
    blocks: tuple[Block, ...]


def page_layout(country: str) -> QPageLayout:
    """Letter where people have Letter in the printer, else A4."""
    size = QPageSize.PageSizeId.Letter if country in LETTER else QPageSize.PageSizeId.A4
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    return QPageLayout(
        QPageSize(size), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )


def paginate(blocks: Sequence[Block], ink: Ink) -> list[list[Block]]:
    """As many blocks on a page as fit; one that is taller than a page has one for itself."""
    top, bottom = _top(ink), ink.height - _foot_height(ink)
    pages: list[list[Block]] = [[]]
    y = top
    for place, block in enumerate(blocks):
        needed = block.height(ink)
        if block.keeps_with_next and place + 1 < len(blocks):
            needed += blocks[place + 1].height(ink)
        if pages[-1] and y + needed > bottom:
            pages.append([])
            y = top
        pages[-1].append(block)
        y += block.height(ink)
    return pages


def render(document: Document, device: QPagedPaintDevice) -> int:
    """Paint it; answers the number of pages. The device has its layout already."""
    painter = QPainter(device)
    try:
        ink = Ink(painter, device)
        pages = paginate(document.blocks, ink)
        for number, page in enumerate(pages, start=1):
            if number > 1:
                device.newPage()
            _frame(ink, document, number, len(pages))
            y = _top(ink)
            for block in page:
                block.paint(ink, y)
                y += block.height(ink)
    finally:
        painter.end()
    return len(pages)


def _frame(ink: Ink, document: Document, number: int, of: int) -> None:
    ink.draw(ink.lay(document.head, Face.SMALL, ink.width), 0, 0)
    y = ink.height - _foot_height(ink) + ink.mm(2)
    ink.rule(y)
    y += ink.mm(1.5)
    taken = ink.draw_at_end(words.page(number, of), Face.SMALL, ink.width, y)
    ink.draw(ink.lay(words.foot(), Face.SMALL, ink.width - taken - ink.mm(4)), 0, y)


def _top(ink: Ink) -> float:
    return ink.lay("X", Face.SMALL, ink.width).height + ink.mm(4)


def _foot_height(ink: Ink) -> float:
    """Two lines: a long language needs them."""
    return 2 * ink.lay("X", Face.SMALL, ink.width).height + ink.mm(4)
