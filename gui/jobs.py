"""Work off the UI thread: reading files, pasted text, and articles whose publication date was changed.

A job writes through a connection of its own to the project's file, so the window stays free to be used.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event as Flag
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from core.model import Article
from core.project import Change, ProjectError, open_project

if TYPE_CHECKING:
    from core.pipeline import Result

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]
Extract = Callable[[Progress, Cancelled], "Iterable[Result]"]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a job: the articles taken in, what the project gained, and the files that gave nothing."""

    articles: tuple[str, ...] = ()
    change: Change | None = None
    failures: tuple[tuple[str, str], ...] = ()
    cancelled: bool = False
    error: str = ""


class Job(QThread):
    """Extracts mentions and stores them in a project file.

    Signals:
        progressed(int, int, str): articles done, articles in all, the one in work.
        reported(Report): the job is over.
    """

    progressed = Signal(int, int, str)
    reported = Signal(object)

    def __init__(self, extract: Extract, project: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._extract = extract
        self._project = project
        self._stop = Flag()

    def cancel(self) -> None:
        """Ask the job to stop; the articles read by then are kept."""
        self._stop.set()

    def run(self) -> None:
        """Do the work, on the thread."""
        try:
            results = list(self._extract(self.progressed.emit, self._stop.is_set))
            report = self._store(results)
        except ProjectError as error:
            report = Report(error=str(error))
        self.reported.emit(report)

    def _store(self, results: "Sequence[Result]") -> Report:
        from core import pipeline  # imported here: it brings pandas-sized libraries with it

        found = [result for result in results if isinstance(result, pipeline.Processed)]
        failures = tuple((r.source, r.message) for r in results if isinstance(r, pipeline.Failed))
        change = None
        if found:
            self.progressed.emit(0, 0, "")
            project = open_project(self._project)
            try:
                change = pipeline.absorb(project, found)
            finally:
                project.close()
        return Report(tuple(r.article.id for r in found), change, failures, self._stop.is_set())


def files(paths: Sequence[Path]) -> Extract:
    """Return the work of reading files and folders."""

    def extract(progress: Progress, cancelled: Cancelled) -> "Iterator[Result]":
        from core import pipeline

        # always in processes: extraction on a thread of this one would make the window stutter
        workers = max(1, min(os.cpu_count() or 1, len(pipeline.find_files(paths))))
        return pipeline.run(paths, workers=workers, progress=progress, cancelled=cancelled)

    return extract


def texts(articles: Sequence[Article]) -> Extract:
    """Return the work of reading articles that are at hand: pasted ones, or ones dated anew."""

    def extract(progress: Progress, cancelled: Cancelled) -> "Iterator[Result]":
        from core import pipeline

        return pipeline.run_again(articles, progress=progress, cancelled=cancelled)

    return extract
