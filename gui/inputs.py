"""Tells projects and charts, which take the place of what is open, from what is read into it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent

from core.inputs import PROJECT

CHART = ".png"


@dataclass(frozen=True, slots=True)
class Opened:
    """Paths by what is to be done with them; ``material`` is articles, tables of events, and folders."""

    projects: tuple[Path, ...] = ()
    charts: tuple[Path, ...] = ()
    material: tuple[Path, ...] = ()


def sort_opened(paths: Iterable[Path]) -> Opened:
    """Sort what the user opens, drops or pastes by its ending."""
    sorted_: dict[str, list[Path]] = {}
    for path in paths:
        sorted_.setdefault(_kind(path), []).append(path)
    return Opened(**{kind: tuple(found) for kind, found in sorted_.items()})


def _kind(path: Path) -> str:
    return {PROJECT: "projects", CHART: "charts"}.get(path.suffix.lower(), "material")


def accept_copy(event: QDropEvent) -> None:
    """Accept what is dragged as a copy: a file manager that is told of a move may delete the user's file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def local_files(data: QMimeData | None) -> list[Path]:
    """Return the files on this computer that were dropped or copied; an empty clipboard has no data."""
    return [] if data is None else [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
