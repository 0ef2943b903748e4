"""Runs import jobs on the session's project, one after another, and says what came of them."""

from collections import deque
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core import articles
from core.wording import count
from gui import jobs
from gui.jobs import Job, Report, Work
from gui.session import Session, now

if TYPE_CHECKING:
    from core.exchange import Imported


class Importer(QObject):
    """Brings articles into the project at hand.

    Signals:
        started: a job begins.
        progressed(int, int, str): articles done, in all, and the one in work.
        finished(Report): a job is over, and the session has taken over what it wrote.
    """

    started = Signal()
    progressed = Signal(int, int, str)
    finished = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: deque[Work] = deque()
        self._job: Job | None = None
        session.outdated.connect(self.reread)

    @property
    def busy(self) -> bool:
        """Whether a job is running."""
        return self._job is not None

    def read(self, paths: Sequence[Path]) -> None:
        """Read articles, tables of events, and folders of both."""
        self._enqueue(jobs.files(tuple(paths), now()))

    def take_in(self, found: "Imported", name: str) -> None:
        """Take in events that are at hand: those a chart remembers."""
        self._enqueue(jobs.events(found, name, now()))

    def read_text(self, text: str) -> None:
        """Read an article that was copied to the clipboard."""
        self._enqueue(jobs.texts([articles.from_text(text, source="pasted text")]))

    def reread(self, identifiers: Iterable[str]) -> None:
        """Read articles of the project anew, with the publication dates they have now."""
        chosen = frozenset(identifiers)
        found = [article for article in self._session.articles() if article.id in chosen]
        if found:
            self._enqueue(jobs.texts(found))

    def cancel(self) -> None:
        """Stop after the article in work; those waiting are dropped, those read are kept."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def stop(self) -> None:
        """Cancel and wait until nothing runs any more; for leaving the program."""
        self.cancel()
        if self._job is not None:
            self._job.reported.disconnect(self._report)
            self._job.wait()
            self._job.deleteLater()
            self._job = None

    def _enqueue(self, work: Work) -> None:
        self._waiting.append(work)
        if not self.busy:
            self._next()

    def _next(self) -> None:
        job = Job(self._waiting.popleft(), self._session.project.path, self)
        self._job = job
        job.progressed.connect(self.progressed)
        job.reported.connect(self._report)
        self.started.emit()
        job.start()

    def _report(self, report: Report) -> None:
        if self._job is not None:
            self._job.wait()
            self._job.deleteLater()
            self._job = None
        if report.change is not None:
            self._session.refresh(report.change)
        if self._waiting and not report.cancelled:
            self._next()
        self.finished.emit(report)


def in_words(report: Report) -> str:
    """Say what came of a job in a line."""
    if report.error:
        return report.error
    parts = []
    if report.cancelled:
        parts.append("Stopped.")
    if report.articles:
        parts.append(f"{count(len(report.articles), 'article')} read, {_gain(report)}.")
    parts += report.tables
    if report.failures:
        parts.append(f"{_failed(report)} gave no events.")
    return " ".join(parts) or "There was nothing to read in what you opened."


def _failed(report: Report) -> str:
    rows = sum(", row " in source for source, _ in report.failures)
    found = ((len(report.failures) - rows, "file"), (rows, "row"))
    return " and ".join(count(number, word) for number, word in found if number)


def _gain(report: Report) -> str:
    added = len(report.change.added) if report.change else 0
    changed = len(report.change.changed) if report.change else 0
    if added or not changed:
        return f"{count(added, 'new event')}"
    return f"{count(changed, 'event')} changed"
