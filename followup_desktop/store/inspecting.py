"""What a database file is, before anything is written to it or believed of it."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.store import schema
from followup_desktop.store.database import APPLICATION_ID, connect_raw, read_once, scalar
from followup_desktop.store.troubles import told, trouble_of

_MAGIC = b"SQLite format 3\x00"
_PAGE = 4096


@dataclass(frozen=True, slots=True)
class Header:
    """The two numbers of a file's first page that say what it is."""

    application_id: int
    version: int


NOTHING_YET = Header(0, 0)
"""Of a first start that was cut short before anything was in the file."""


def look(path: Path, newest: int) -> int:
    """The version of the file at `path`; 0 means that nothing is in it yet.

    Reads only, and in an order that leaves a file from a newer program untouched byte for byte:
    first its header without SQLite; then, for what may still stand in the WAL, a connection that
    cannot write. Raises NOT_OURS, NEWER or DAMAGED.
    """
    with told(str(path)):
        if _is_empty(path):
            if not _is_empty(beside(path, "-wal")):  # SQLite would throw those saves away
                raise WorldError(Trouble.DAMAGED, where=str(path), why="missing")
            return 0
        _require_no_newer(_header(path), path, newest)
        with closing(connect(path)) as connection:
            read_once(connection)
            found = _header_by(connection)
            if found.application_id != APPLICATION_ID:
                _require_nothing_yet(found, connection, path)
                return 0
            _require_no_newer(found, path, newest)
            if found.version < 1 or damage(connection, "quick_check"):
                raise WorldError(Trouble.DAMAGED, where=str(path))
    return found.version


def _require_no_newer(header: Header, path: Path, newest: int) -> None:
    if header.application_id == APPLICATION_ID and header.version > newest:
        raise WorldError(Trouble.NEWER, where=str(path))


def _require_nothing_yet(header: Header, connection: Any, path: Path) -> None:
    """A database that doesn't call itself ours: nobody's yet, another program's, or ours with a
    damaged head."""
    names = {name for _, name, *_ in schema.objects(connection)}
    if header != NOTHING_YET or names:
        trouble = Trouble.DAMAGED if "follow_up" in names else Trouble.NOT_OURS
        raise WorldError(trouble, where=str(path))


def connect(path: Path) -> Any:
    """A connection that only reads. Where no WAL lies beside the file, it leaves none there."""
    return connect_raw(path, immutable=not beside(path, "-wal").exists())


def _is_empty(path: Path) -> bool:
    return not path.exists() or path.stat().st_size == 0


def beside(path: Path, what: str) -> Path:
    """A file that SQLite keeps beside a database: "-wal", "-shm", "-journal"."""
    return path.with_name(f"{path.name}{what}")


def damage(connection: Any, check: str) -> tuple[str, ...]:
    """What `quick_check` or `integrity_check` find. `quick_check` leaves out the indexes."""
    try:
        lines = [line for (line,) in connection.execute(f"PRAGMA {check}")]
    except (dbapi2.DatabaseError, UnicodeDecodeError) as error:
        if trouble_of(error) not in (None, Trouble.DAMAGED):
            raise
        return (str(error),)  # so damaged that not even the check comes to its end
    return () if lines == ["ok"] else tuple(lines)


def _header(path: Path) -> Header:
    with path.open("rb") as file:
        first = file.read(100)
    number = [int.from_bytes(first[at : at + 4], "big") for at in (60, 68)]
    header = Header(application_id=number[1], version=number[0])
    if first.startswith(_MAGIC) and len(first) == 100:
        return header
    # Whole pages that call themselves ours: a database that lost its head. Otherwise: no database.
    was_ours = (
        first.startswith(_MAGIC)
        or header.application_id == APPLICATION_ID
        or path.stat().st_size % _PAGE == 0
    )
    raise WorldError(Trouble.DAMAGED if was_ours else Trouble.NOT_OURS, where=str(path))


def _header_by(connection: Any) -> Header:
    return Header(
        scalar(connection, "PRAGMA application_id"), scalar(connection, "PRAGMA user_version")
    )


def require_known(path: Path, newest: int) -> None:
    """That a file which came from elsewhere is a whole, sound database of ours and nothing more.

    A planted trigger passes every check that SQLite has; so the schema has to be, word by word, one
    that our own migrations make. Raises NOT_OURS, NEWER or DAMAGED.
    """
    from followup_desktop.store.bad_values import bad_values  # late: no start needs the rows here

    with told(str(path)):
        _require_no_newer(_header(path), path, newest)
        with closing(connect(path)) as connection:
            found = _header_by(connection)
            _require_no_newer(found, path, newest)
            if found.application_id != APPLICATION_ID or found.version < 1:
                raise WorldError(Trouble.NOT_OURS, where=str(path))
            if schema.differences(connection, found.version):
                raise WorldError(Trouble.NOT_OURS, where=str(path), why="schema")
            if damage(connection, "integrity_check") or broken_links(connection):
                raise WorldError(Trouble.DAMAGED, where=str(path))
            if found.version == newest and bad_values(connection):
                raise WorldError(Trouble.DAMAGED, where=str(path), why="values")


def broken_links(connection: Any) -> tuple[str, ...]:
    found = connection.execute("PRAGMA foreign_key_check").fetchall()
    return tuple(f"{table} {row} → {parent}" for table, row, parent, _ in found)
