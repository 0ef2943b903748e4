"""Work off the UI thread: reading articles and tables, pasted text, and articles that were dated anew.

A job writes through a connection of its own to the project's file, so the window stays free to be used.
"""

import datetime as dt
import os
import traceback
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event as Flag
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from core.model import Article
from core.project import Change, ProjectError, open_project

if TYPE_CHECKING:
    from core.exchange import Imported
    from core.pipeline import Result

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]
Failure = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a job.

    ``articles`` were taken in, ``tables`` says of each table and chart what came of it; ``failures`` are the
    files or rows that gave nothing, each with what happened; ``change`` is what the project may have gained,
    None for nothing.
    """

    articles: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    change: Change | None = None
    failures: tuple[Failure, ...] = ()
    cancelled: bool = False
    error: str = ""


Work = Callable[[Path, Progress, Cancelled], Report]
"""Given the project's file, how to tell of progress, and how to learn that the user cancelled."""


class Job(QThread):
    """Does one piece of work on a project file.

    Signals:
        progressed(int, int, str): things done, things in all, the one in work.
        reported(Report): the job is over.
    """

    progressed = Signal(int, int, str)
    reported = Signal(object)

    def __init__(self, work: Work, project: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._project = project
        self._stop = Flag()

    def cancel(self) -> None:
        """Ask the job to stop; what is read by then is kept."""
        self._stop.set()

    def run(self) -> None:
        """Do the work, on the thread."""
        try:
            report = self._work(self._project, self.progressed.emit, self._stop.is_set)
        except ProjectError as error:
            report = Report(error=str(error), change=Change())
        except Exception as error:  # noqa: BLE001 - whatever it is, the window must not wait for ever
            traceback.print_exc()
            words = f"Reading stopped by a fault of Twotrack: {error!r}. What was there is kept."
            report = Report(error=words, change=Change())
        self.reported.emit(report)


def files(paths: Sequence[Path], at: dt.datetime) -> Work:
    """Return the work of reading articles, tables of events and folders; ``at`` is the time of the act."""

    def work(project: Path, progress: Progress, cancelled: Cancelled) -> Report:
        from core import pipeline
        from core.inputs import look_through

        found = look_through(paths)
        # always in processes: extraction on a thread of this one would make the window stutter
        workers = max(1, min(os.cpu_count() or 1, len(found.articles)))
        results = pipeline.run(found.articles, workers=workers, progress=progress, cancelled=cancelled)
        reports = [_stored(project, results, progress, cancelled)] if found.articles else []
        for done, path in enumerate(found.tables):
            if not cancelled():
                progress(done, len(found.tables), path.name)
                reports.append(_table(project, path, at))
        return replace(_together(reports), cancelled=cancelled())

    return work


def texts(articles: Sequence[Article]) -> Work:
    """Return the work of reading articles that are at hand: pasted ones, or ones dated anew."""

    def work(project: Path, progress: Progress, cancelled: Cancelled) -> Report:
        from core import pipeline

        results = pipeline.run_again(articles, progress=progress, cancelled=cancelled)
        return _stored(project, results, progress, cancelled)

    return work


def events(found: "Imported", name: str, at: dt.datetime) -> Work:
    """Return the work of taking in events that are at hand: those a chart remembers."""

    def work(project: Path, progress: Progress, cancelled: Cancelled) -> Report:
        progress(0, 1, name)
        return replace(_taken_in(project, found, name, at), cancelled=cancelled())

    return work


def _table(project: Path, path: Path, at: dt.datetime) -> Report:
    from core import exchange

    try:
        found = exchange.read(path)
    except exchange.ExchangeError as error:
        return Report(failures=((str(path), str(error)),))
    return _taken_in(project, found, path.name, at)


def _taken_in(path: Path, found: "Imported", name: str, at: dt.datetime) -> Report:
    from core import intake

    with closing(open_project(path)) as project:
        came = intake.take_in(project, found, name, at)
    failures = tuple((f"{bad.source}, row {bad.row}", bad.message) for bad in found.problems)
    return Report(
        tables=(f"{name}: {intake.in_words(found, came)}.", *found.notes), change=Change(), failures=failures
    )


def _stored(path: Path, results: "Iterable[Result]", progress: Progress, cancelled: Cancelled) -> Report:
    from core import intake, pipeline  # imported here: they bring pandas-sized libraries with them

    read = list(results)
    found = [result for result in read if isinstance(result, pipeline.Processed)]
    failures = tuple((r.source, r.message) for r in read if isinstance(r, pipeline.Failed))
    change = None
    if found:
        progress(0, 0, "")
        with closing(open_project(path)) as project:
            change = intake.absorb(project, found)
    articles = tuple(result.article.id for result in found)
    return Report(articles, change=change, failures=failures, cancelled=cancelled())


def _together(reports: Sequence[Report]) -> Report:
    """Return one report; where articles were read, its change is theirs: it says which to read anew."""
    return Report(
        articles=tuple(name for report in reports for name in report.articles),
        tables=tuple(words for report in reports for words in report.tables),
        change=next((report.change for report in reports if report.change is not None), None),
        failures=tuple(failure for report in reports for failure in report.failures),
    )
