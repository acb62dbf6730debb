"""What a dying disk, a virus scanner or a curious person does to a file."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

PAGE, SECTOR = 4096, 512
TABLE_LEAF = 0x0D
"""The first byte of a page that holds a table's rows (SQLite's file format)."""

Damage = Callable[[Random, bytearray], None]


def _bit(random: Random, held: bytearray) -> None:
    held[random.randrange(len(held))] ^= 1 << random.randrange(8)


def _bits(random: Random, held: bytearray) -> None:
    for _ in range(random.randint(2, 200)):
        _bit(random, held)


def _bit_in_the_head(random: Random, held: bytearray) -> None:
    held[random.randrange(100)] ^= 1 << random.randrange(8)


def _block(random: Random, held: bytearray, size: int) -> slice:
    start = random.randrange(max(1, len(held) // size)) * size
    return slice(start, min(start + size, len(held)))


def _empty(random: Random, held: bytearray, size: int) -> None:
    block = _block(random, held, size)
    held[block] = bytes(block.stop - block.start)


def _noise(random: Random, held: bytearray, size: int) -> None:
    block = _block(random, held, size)
    held[block] = random.randbytes(block.stop - block.start)


def _swapped(random: Random, held: bytearray, size: int) -> None:
    """Written to the wrong place; the length stays."""
    one, other = _block(random, held, size), _block(random, held, size)
    if one.stop - one.start == other.stop - other.start:
        held[one], held[other] = held[other], held[one]


def _cut_off(random: Random, held: bytearray) -> None:
    del held[random.randrange(len(held)) :]


def _page_lost(random: Random, held: bytearray) -> None:
    del held[_block(random, held, PAGE)]


def _prolonged(random: Random, held: bytearray) -> None:
    held.extend(random.randbytes(random.choice((1, SECTOR, PAGE, 3 * PAGE))))


DAMAGES: dict[str, Damage] = {
    "a bit": _bit,
    "bits": _bits,
    "a bit in the head": _bit_in_the_head,
    "a sector is empty": lambda random, held: _empty(random, held, SECTOR),
    "a sector is noise": lambda random, held: _noise(random, held, SECTOR),
    "a sector in the wrong place": lambda random, held: _swapped(random, held, SECTOR),
    "a page is empty": lambda random, held: _empty(random, held, PAGE),
    "a page is noise": lambda random, held: _noise(random, held, PAGE),
    "a page in the wrong place": lambda random, held: _swapped(random, held, PAGE),
    "a page is lost": _page_lost,
    "cut off": _cut_off,
    "prolonged": _prolonged,
}


def damaged(random: Random, whole: bytes, kind: str) -> bytes:
    """Not what it was, for sure."""
    while True:
        held = bytearray(whole)
        DAMAGES[kind](random, held)
        if held != whole:
            return bytes(held)


def tear_a_page(path: Path, which: str = "SELECT 2") -> None:
    """Half of a page is something else. which: the SQL that answers its number."""
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as plain:
        number = plain.execute(which).fetchone()[0]
    with path.open("r+b") as file:
        file.seek((number - 1) * PAGE)
        file.write(b"\x5a" * (PAGE // 2))


def page_with(path: Path, text: bytes) -> int:
    """The number of the page in the middle of those whose rows hold it."""
    held = path.read_bytes()
    pages = [held[at : at + PAGE] for at in range(0, len(held), PAGE)]
    holding = [n for n, page in enumerate(pages, 1) if page[0] == TABLE_LEAF and text in page]
    return holding[len(holding) // 2]


def flip_a_letter(path: Path, text: bytes, into: bytes) -> None:
    """Where it stands in the file, every time."""
    held = path.read_bytes()
    assert text in held
    path.write_bytes(held.replace(text, into))
