"""The one error of the project file: words for the user, also for errors of SQLite and the disk."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class ProjectError(Exception):
    """What went wrong with a project, with which file, and what to do: a sentence to show as it is."""


_FULL = (
    "The disk is full. Nothing that was saved before is lost; this last change is not saved. Free some space "
    "and do it again"
)
_NO_ANSWER = (
    "The disk or network drive did not answer. Nothing that was saved before is lost; this last change is "
    "not saved. Check the drive and do it again"
)
_WRITING = "Another window or program is writing to it. Try again in a moment"
_TO_READ = "It can only be read here. Use Save as to keep changes in another place"
_WORDS = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _TO_READ,
    sqlite3.SQLITE_BUSY: _WRITING,
    sqlite3.SQLITE_LOCKED: _WRITING,
    sqlite3.SQLITE_CORRUPT: "The file is damaged. Close the project and open it again: what can "
    "still be read is then shown",
    sqlite3.SQLITE_NOTADB: "It is not a Twotrack project, or it is damaged at its very start",
    sqlite3.SQLITE_CANTOPEN: "It cannot be opened. Check that the folder is there and that you may use it",
    sqlite3.SQLITE_PERM: "It cannot be opened. Check that you may read it",
    sqlite3.SQLITE_IOERR: _NO_ANSWER,
}
_DISK_WORDS = {errno.ENOSPC: _FULL, errno.EDQUOT: _FULL, errno.EROFS: _TO_READ, errno.EIO: _NO_ANSWER}


def is_damage(error: sqlite3.Error) -> bool:
    """Say whether the error means that the file, being a database, can be read in part."""
    return _code(error) == sqlite3.SQLITE_CORRUPT or str(error).startswith("damaged: ")


def _code(error: sqlite3.Error) -> int:
    """Return the primary SQLite result code of an error, 0 where it has none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and the disk into a :class:`ProjectError` that names the file and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        reason = _WORDS.get(_code(error), f"SQLite says: {error}")
        raise ProjectError(f"{path}: {reason}.") from error
    except OSError as error:
        reason = _DISK_WORDS.get(error.errno or 0, f"It cannot be written: {error.strerror or error}")
        raise ProjectError(f"{path}: {reason}.") from error
    except UnicodeEncodeError as error:
        reason = "A text holds a broken character (half of a pair) and cannot be stored. Paste it again"
        raise ProjectError(f"{path}: {reason}.") from error
