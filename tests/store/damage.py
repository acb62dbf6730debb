"""What a dying disk, a virus scanner or a curious person does to a file."""

import sqlite3
from contextlib import closing
from pathlib import Path

PAGE = 4096


def tear_a_page(path: Path, which: str = "SELECT 2") -> None:
    """Half of a page is something else. which: the SQL that answers its number."""
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as plain:
        number = plain.execute(which).fetchone()[0]
    with path.open("r+b") as file:
        file.seek((number - 1) * PAGE)
        file.write(b"\x5a" * (PAGE // 2))


def flip_a_letter(path: Path, text: str, into: str) -> None:
    """Where it stands in the file, every time."""
    held = path.read_bytes()
    assert text.encode() in held
    path.write_bytes(held.replace(text.encode(), into.encode()))
