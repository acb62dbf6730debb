"""The two documents: the day's list, and a call sheet with cues instead of a script."""

from collections.abc import Iterator

from followup_desktop.domain.paper import CallSheet, DaySheet, SheetCue
from followup_desktop.domain.today import Group
from followup_desktop.ui.paper.blocks import Heading, NoteLines, PersonRow, Text, TickLine, TickRow
from followup_desktop.ui.paper.ink import Face
from followup_desktop.ui.paper.pages import Block, Document
from followup_desktop.words import _
from followup_desktop.words import paper as words

_NOTE_LINES = 5


def day_document(sheet: DaySheet, clerk_id: int | None) -> Document:
    """`clerk_id` is who reads it."""
    return Document(
        name=f"follow-ups-{sheet.day.isoformat()}",
        country=sheet.country,
        head=_head(sheet.shop, words.long_day(sheet.day)),
        blocks=tuple(_day_blocks(sheet, clerk_id)),
    )


def call_document(sheet: CallSheet) -> Document:
    """The file's name names nobody."""
    return Document(
        name=f"call-sheet-{sheet.day.isoformat()}",
        country=sheet.country,
        head=_head(sheet.shop, sheet.clerk, words.long_day(sheet.day)),
        blocks=tuple(_call_blocks(sheet)),
    )


def _head(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _day_blocks(sheet: DaySheet, clerk_id: int | None) -> Iterator[Block]:
    yield Text(words.day_title(sheet), Face.TITLE, 1.0, keeps_with_next=True)
    yield Text(words.day_count(sheet), Face.SMALL, 2.0)
    for group in Group:
        rows = [row for row in sheet.rows if row.row.group is group]
        if rows:
            yield Heading(words.group(group))
        for row in rows:
            name, detail = words.row_name(row, sheet.day)
            yield PersonRow(
                name=name,
                detail=detail,
                why=words.row_why(row, sheet.day, clerk_id),
                phone=row.phone,
                when=words.row_when(row, sheet.day),
            )
    if sheet.more:
        yield Text(words.day_more(sheet.more), Face.SMALL)


def _call_blocks(sheet: CallSheet) -> Iterator[Block]:
    yield Text(sheet.name, Face.TITLE, 0.5, keeps_with_next=True)
    if detail := words.call_detail(sheet):
        yield Text(detail, Face.SMALL)
    for number in words.numbers(sheet):
        yield Text(number, Face.STRONG)
    if sheet.discreet:
        yield Text(_("Be discreet: their own number only, nothing in messages."), Face.STRONG)
    if sheet.pinned_note:
        yield Heading(_("Pinned note"))
        yield from _paragraphs(sheet.pinned_note)
    yield Heading(_("Why now"))
    yield from _paragraphs(sheet.why_now)
    if purpose := words.purpose(sheet):
        yield Heading(purpose)
        yield Text(sheet.desired, Face.LEAD)
    yield from _cues(_("What you want to say"), sheet.what)
    yield from _cues(_("How you will say it"), sheet.how)
    yield from _list(_("What you know"), words.known(sheet))
    yield from _list(_("Worth asking"), words.worth_asking(sheet))
    yield Heading(_("Catch it now"))
    yield TickRow(tuple(words.catches()))
    yield Heading(_("What they said"))
    for _line in range(_NOTE_LINES):
        yield NoteLines(1)


def _cues(title: str, cues: tuple[SheetCue, ...]) -> Iterator[Block]:
    if cues:
        yield Heading(title)
    for cue in cues:
        text = cue.words
        if cue.only_after_need:
            text = _("{cue} (only after a need)").format(cue=cue.words)
        yield TickLine(text, quiet=cue.only_after_need)


def _list(title: str, lines: list[str]) -> Iterator[Block]:
    if lines:
        yield Heading(title)
    for line in lines:
        yield from _paragraphs(line)


def _paragraphs(text: str) -> Iterator[Block]:
    """Each by itself, so that a page may break between them."""
    for paragraph in text.splitlines():
        for piece in _pieces(paragraph):
            yield Text(piece)


def _pieces(paragraph: str, most: int = 1_500) -> Iterator[str]:
    """What nobody breaks is broken, or it would not fit on a page."""
    while len(paragraph) > most:
        cut = paragraph.rfind(" ", 0, most) + 1 or most
        yield paragraph[:cut].rstrip()
        paragraph = paragraph[cut:]
    if paragraph.strip():
        yield paragraph
