"""Opens, creates and copies the project file: SQLite, in WAL mode once written to, a single file when closed.

An older file is brought to the newest format on a copy, which replaces it when all is done. A damaged one,
and one on read-only media, is opened to be read; what is only looked at keeps every byte.
"""

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from core.project import schema
from core.project.errors import ProjectError, in_words, is_damage
from core.project.salvage import salvage

SUFFIX = ".twotrack"
_WAIT = 5  # seconds to wait for another window's write


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection to a file of the newest format; ``warning`` says in words what a damaged one had lost."""

    db: sqlite3.Connection
    read_only: bool = False
    warning: str = ""


def create(path: Path) -> sqlite3.Connection:
    """Return a connection to a new, empty project file.

    Raises:
        ProjectError: there is a file of that name, or it cannot be made.
    """
    if path.exists():
        raise ProjectError(f"{path}: There is a file of this name already. Choose another name.")
    if not path.parent.is_dir():
        raise ProjectError(f"{path}: The folder does not exist.")
    with in_words(path), _closed_on_error(_connection(path)) as db:
        schema.upgrade(db)
        return db


def connect(path: Path, *, to_read: bool = False) -> Opened:
    """Return a connection to a project file; one to read leaves the file as it is, byte for byte.

    Raises:
        ProjectError: the file is missing, no project, made by a newer version, or cannot be opened.
    """
    if not path.is_file():
        raise ProjectError(f"{path}: There is no such file. It may have been moved or renamed.")
    with in_words(path):
        try:
            return _open(path, to_read=to_read)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            return salvaged(path)


def salvaged(path: Path) -> Opened:
    """Open what can still be read of a damaged file, in memory, and say what cannot."""
    whole = sqlite3.connect(":memory:", isolation_level=None)
    with contextlib.closing(_frozen(path)) as damaged:
        lost = salvage(damaged, whole)
    named = f"Lost: {'; '.join(lost)}." if lost else "All its contents could be read."
    warning = (
        f"{path}: The file is damaged and was opened to be read only. {named} Use Save as to keep what is "
        "there in a new file; the damaged one was not changed."
    )
    return Opened(whole, read_only=True, warning=warning)


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another that has taken its name, None where it is no longer there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def copy(db: sqlite3.Connection, path: Path) -> None:
    """Write a complete copy to ``path``; a file already there is replaced only when the copy is complete."""
    if not path.parent.is_dir():
        raise ProjectError(f"{path}: The folder does not exist.")
    if path.is_dir():
        raise ProjectError(f"{path}: There is a folder of this name. Choose another name.")
    if path.exists() and not _alone(path):
        raise ProjectError(f"{path}: This project is open in another window. Choose another name.")
    with in_words(path):
        _replace(path, db)


def prepare_to_write(db: sqlite3.Connection) -> None:
    """Let others read on while this connection writes. It changes the file: it is for the first write."""
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")  # what a user has been told is saved also survives a power cut


def close(db: sqlite3.Connection) -> None:
    """Close; the last one to close leaves a single file that can be opened on read-only media."""
    with contextlib.suppress(sqlite3.Error):
        db.execute("PRAGMA journal_mode = DELETE")
    db.close()


def _open(path: Path, *, to_read: bool) -> Opened:
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if to_read or not writable:
        return Opened(_newest(_shared(path) if writable else _frozen(path), path), read_only=True)
    with _closed_on_error(_connection(path)) as db:
        outdated = _check(db, path) < schema.VERSION
        _look_through(db)
    if outdated:
        db.close()
        _bring_up_to_date(path)
        db = _connection(path)
    return Opened(db)


def _newest(db: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Return a connection to read in the newest format: this one, or an upgraded copy in memory."""
    with _closed_on_error(db):
        outdated = _check(db, path) < schema.VERSION
        _look_through(db)
    if not outdated:
        return db
    newest = _in_memory(db)
    schema.upgrade(newest)
    return newest


def _connection(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=_WAIT)


def _shared(path: Path) -> sqlite3.Connection:
    """Open to read what another window may be writing to at this time."""
    return sqlite3.connect(_address(path, "mode=ro"), uri=True, isolation_level=None, timeout=_WAIT)


def _frozen(path: Path) -> sqlite3.Connection:
    """Open where nothing can be written; what a window that was cut off left beside it counts too."""
    journal = path.with_name(path.name + "-wal")
    if journal.exists() and journal.stat().st_size:
        with tempfile.TemporaryDirectory() as folder:
            shutil.copyfile(path, inside := Path(folder) / "copy")
            shutil.copyfile(journal, inside.with_name("copy-wal"))
            return _in_memory(_connection(inside))
    # immutable: on read-only media SQLite cannot make the files beside it that locking needs
    return sqlite3.connect(_address(path, "mode=ro&immutable=1"), uri=True, isolation_level=None)


def _address(path: Path, how: str) -> str:
    return f"file:{quote(str(path.resolve()))}?{how}"


def _in_memory(db: sqlite3.Connection) -> sqlite3.Connection:
    held = sqlite3.connect(":memory:", isolation_level=None)
    db.backup(held)
    db.close()
    return held


@contextmanager
def _closed_on_error(db: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield db
    except BaseException:
        db.close()
        raise


def _check(db: sqlite3.Connection, path: Path) -> int:
    """Return the version of a project file; refuse what is no project or was made by a newer version."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    if application != schema.APPLICATION_ID:
        raise ProjectError(f"{path}: This is not a Twotrack project.")
    version = schema.version(db)
    if version > schema.VERSION:
        raise ProjectError(
            f"{path}: This project was saved by a newer Twotrack (file format {version}; this one reads "
            f"up to {schema.VERSION}). Update Twotrack to open it. The file was not changed."
        )
    return version


def _look_through(db: sqlite3.Connection) -> None:
    """Read every page once, so that damage shows on opening and not when it is too late."""
    found = [row[0] for row in db.execute("PRAGMA quick_check(1)")]
    if found != ["ok"]:
        raise sqlite3.DatabaseError(f"damaged: {found[0]}")


def _bring_up_to_date(path: Path) -> None:
    """Take an older file to the newest format on a copy, which then replaces it."""
    if not _alone(path):
        raise ProjectError(
            f"{path}: This project was saved by an older Twotrack and is open in another window. Close it "
            "there first."
        )
    with contextlib.closing(_connection(path)) as old:
        _replace(path, old, upgrade=True)


def _alone(path: Path) -> bool:
    """Say whether no other window has the file open; only then can it leave WAL mode."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as db:
        try:
            db.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError:
            return False
        except sqlite3.DatabaseError:  # no database at all: nobody works in it
            return True
    return True


def _replace(path: Path, db: sqlite3.Connection, *, upgrade: bool = False) -> None:
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with contextlib.closing(_connection(part)) as target:
            db.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
            if upgrade:
                schema.upgrade(target)
        if upgrade:
            db.close()
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
