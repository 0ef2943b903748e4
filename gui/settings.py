"""What the window remembers from one start to the next: recent files, its size, its columns."""

from pathlib import Path

from PySide6.QtCore import QSettings

_MOST = 8


def settings() -> QSettings:
    """Return the program's settings on this computer."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "twotrack", "twotrack")


def recent(store: QSettings) -> list[str]:
    """Return the projects opened last that are still there, newest first."""
    return [path for path in _stored(store) if Path(path).is_file()]


def remember_recent(store: QSettings, path: Path) -> None:
    """Put a project at the head of the recent ones."""
    name = str(path.resolve())
    store.setValue("recent", [name, *(other for other in _stored(store) if other != name)][:_MOST])


def _stored(store: QSettings) -> list[str]:
    found = store.value("recent", [])
    return [found] if isinstance(found, str) else [str(path) for path in found or []]  # type: ignore[attr-defined]
