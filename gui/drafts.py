"""Drafts: untitled projects, kept in a folder of the user's until they are saved or thrown away.

A running window locks its draft; one without a lock was left by a window that did not end as it should.
"""

from pathlib import Path

from PySide6.QtCore import QLockFile

from core.project import Project, new_project, open_project


def new_draft(folder: Path) -> tuple[Project, QLockFile]:
    """Return an empty untitled project in the folder, and the lock that says it is in use."""
    project = new_project(folder)
    return project, _lock(project.path)


def open_draft(path: Path) -> tuple[Project, QLockFile]:
    """Open a draft that was left behind.

    Raises:
        ProjectError: it cannot be opened.
    """
    project = open_project(path)
    project.untitled = True
    return project, _lock(path)


def left_behind(folder: Path) -> list[Path]:
    """Return the drafts no running window uses, newest first."""
    found = [path for path in folder.glob("untitled-*.twotrack") if _is_free(path)]
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)


def _lock(path: Path) -> QLockFile:
    lock = _lock_of(path)
    lock.tryLock(0)
    return lock


def _is_free(path: Path) -> bool:
    lock = _lock_of(path)
    free = lock.tryLock(0)
    lock.unlock()
    return free


def _lock_of(path: Path) -> QLockFile:
    lock = QLockFile(str(path.with_name(path.name + ".lock")))
    lock.setStaleLockTime(0)  # only the end of its process makes a lock void, however long it is held
    return lock
