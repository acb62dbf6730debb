"""What SQLite says when the world does something to us, as the codes that a clerk is told."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from peewee import PeeweeException
from sqlcipher3 import dbapi2

from followup_desktop.domain.errors import Trouble, WorldError

# Primary result codes of sqlite.org/rescode.html, and the extended ones that mean something else.
_TROUBLES = {
    3: Trouble.CANNOT_WRITE,  # PERM
    5: Trouble.LOCKED,  # BUSY
    6: Trouble.LOCKED,
    8: Trouble.CANNOT_WRITE,  # READONLY
    10: Trouble.CANNOT_WRITE,  # IOERR
    11: Trouble.DAMAGED,  # CORRUPT
    13: Trouble.DISK_FULL,
    14: Trouble.CANNOT_WRITE,  # CANTOPEN
    26: Trouble.DAMAGED,  # NOTADB
}
_EXTENDED_TROUBLES = {
    266: Trouble.DAMAGED,  # IOERR_READ
    522: Trouble.DAMAGED,  # IOERR_SHORT_READ
    8458: Trouble.DAMAGED,  # IOERR_CORRUPTFS
}

_NO_TEXT = "Could not decode to UTF-8"
"""How the driver, not SQLite, says that a text is none."""


def trouble_of(error: BaseException) -> Trouble | None:
    """The world's trouble behind an error of the database; None means a bug."""
    driver_error = getattr(error, "orig", error)  # peewee wraps the driver's own
    code = getattr(driver_error, "sqlite_errorcode", None)
    if code is None:
        return Trouble.DAMAGED if str(driver_error).startswith(_NO_TEXT) else None
    return _EXTENDED_TROUBLES.get(code) or _TROUBLES.get(code & 0xFF)


def world_error(error: BaseException, where: str) -> WorldError | None:
    """The error of the world that stands behind one of the database; None means a bug."""
    trouble = trouble_of(error)
    return None if trouble is None else WorldError(trouble, where=where)


@contextmanager
def told(where: str = "") -> Iterator[None]:
    """Errors of the world come out as `WorldError`; a bug passes through as it is."""
    try:
        yield
    except (PeeweeException, dbapi2.Error) as error:
        known = world_error(error, where)
        if known is None:
            raise
        raise known from error
    except UnicodeDecodeError as error:  # of what SQLite says about a damaged schema
        raise WorldError(Trouble.DAMAGED, where=where) from error
    except OSError as error:
        raise WorldError(_trouble_of_system(error), where=where) from error


def _trouble_of_system(error: OSError) -> Trouble:
    """The same for files that we handle ourselves."""
    full = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return Trouble.DISK_FULL if error.errno in full else Trouble.CANNOT_WRITE
