"""Runs the steps in order: a file becomes articles, an article its dated mentions, all mentions the events.

With ``intake`` and the command line the only place that knows more than one step.
"""

import datetime as dt
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as TaskTimeout
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from pebble import ProcessFuture, ProcessPool

from core import articles, events, language, merge, temporal
from core.model import Article, BlockKind, Event, Link, Mention, PublicationDate, TimeExpression

ARTICLE_SECONDS = 60  # an article that takes longer is given up; a usual one takes a fraction of a second
_FEW = 3  # up to so many files, starting processes costs more than it saves


@dataclass(frozen=True, slots=True)
class Processed:
    """An article with its publication date found and its mentions."""

    article: Article
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that gave nothing, or no event: which, and what happened and what to do in words."""

    source: str
    message: str


Result = Processed | Failed
Progress = Callable[[int, int, str], None]


def readable_text(article: Article) -> str:
    """Return the article's text with furniture blanked out; all offsets stay."""
    text = article.text
    for block in article.blocks:
        if block.kind is BlockKind.FURNITURE:
            blank = re.sub(r"[^\n]", " ", text[block.start : block.end])
            text = text[: block.start] + blank + text[block.end :]
    return text


def publication(article: Article) -> PublicationDate:
    """Return the article's publication date: as stated with it or in it, else as inferred from its text."""
    known = article.published
    if not known.edtf:
        known = temporal.stated_publication(article.text, language=article.language)
    if known.edtf:
        return known
    return temporal.infer_publication(readable_text(article), title=article.title, language=article.language)


def time_expressions(article: Article, day: dt.date | None) -> list[TimeExpression]:
    """Return the time expressions of the article proper, resolved against its publication day."""
    return temporal.tag(readable_text(article), day, language=article.language)


def process(article: Article) -> Processed:
    """Find an article's publication date and its dated mentions."""
    published = publication(article)
    timexes = time_expressions(article, published.day)
    document = language.segment(article.text, article.blocks)
    document = language.parse(document, events.candidates(document))
    mentions = events.extract(article.id, document, timexes, published)
    return Processed(replace(article, published=published), tuple(mentions))


def process_file(path: Path) -> list[Result]:
    """Read and process all articles of a file; what cannot be read becomes a ``Failed``."""
    try:
        found = articles.read(path)
    except articles.ArticleError as error:
        return [Failed(error.source, f"{error.what[0].upper()}{error.what[1:]}. {error.advice}")]
    except Exception as error:  # noqa: BLE001 - one file's trouble must not cost the user the others
        return [_unexpected(str(path), error)]
    return [result for article in found for result in _attempt(article, str(path))]


def _attempt(article: Article, source: str) -> list[Result]:
    try:
        done = process(article)
    except Exception as error:  # noqa: BLE001 - one article's trouble must not cost the user the others
        return [_unexpected(source, error)]
    if done.mentions or article.language == "en":
        return [done]
    return [done, Failed(source, "No event was found. Twotrack finds events in English text only.")]


def run(
    files: Sequence[Path],
    *,
    workers: int | None = None,
    progress: Progress = lambda _done, _total, _name: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Result]:
    """Read and process files; results come in their order.

    Args:
        files: articles.
        workers: processes to use; 0 works in this process, None chooses by the number of files.
        progress: called with (files done, files in all, file in work).
        cancelled: asked between files; work in hand is then stopped and the iteration ends.
    """
    tasks = [_Task(process_file, path, path.name, str(path)) for path in files]
    if workers is None:
        workers = 0 if len(tasks) <= _FEW else min(os.cpu_count() or 1, len(tasks))
    return _run(tasks, workers, progress, cancelled)


def run_again(
    found: Sequence[Article],
    *,
    workers: int = 1,
    progress: Progress = lambda _done, _total, _name: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Result]:
    """Process articles that are at hand: pasted ones, or ones whose publication date was set. See ``run``."""
    names = {article.id: article.title or article.source or "untitled article" for article in found}
    tasks = [_Task(_process_article, article, names[article.id], names[article.id]) for article in found]
    return _run(tasks, workers, progress, cancelled)


@dataclass(frozen=True, slots=True)
class _Task:
    """One thing to be worked on: its name for the progress, and what messages call it."""

    work: Callable[[Any], list[Result]]
    item: Path | Article
    name: str
    source: str


def _process_article(article: Article) -> list[Result]:
    return _attempt(article, article.title or article.source or "untitled article")


def _run(
    tasks: Sequence[_Task], workers: int, progress: Progress, cancelled: Callable[[], bool]
) -> Iterator[Result]:
    results = _in_pool(tasks, workers, cancelled) if workers else (task.work(task.item) for task in tasks)
    for done, task in enumerate(tasks):
        progress(done, len(tasks), task.name)
        if cancelled():
            return
        batch = next(results, None)
        if batch is None:
            return
        yield from batch
    progress(len(tasks), len(tasks), "")


def _in_pool(tasks: Sequence[_Task], workers: int, cancelled: Callable[[], bool]) -> Iterator[list[Result]]:
    """Work in spawned processes, with a time limit for each task; ends early when cancelled."""
    with ProcessPool(max_workers=workers, context=get_context("spawn")) as pool:
        futures = [pool.schedule(task.work, args=[task.item], timeout=ARTICLE_SECONDS) for task in tasks]
        try:
            for task, future in zip(tasks, futures, strict=True):
                if not _wait(future, cancelled):
                    return
                yield _outcome(task, future)
        finally:
            pool.stop()  # type: ignore[no-untyped-call]


def _wait(future: "ProcessFuture[list[Result]]", cancelled: Callable[[], bool]) -> bool:
    """Wait for a task, looking every tenth of a second whether the user has cancelled."""
    while not future.done():
        if cancelled():
            return False
        try:
            future.exception(timeout=0.1)
        except TaskTimeout:
            continue
    return True


def _outcome(task: _Task, future: "ProcessFuture[list[Result]]") -> list[Result]:
    error = future.exception()
    if isinstance(error, TaskTimeout):
        message = f"The article took longer than {ARTICLE_SECONDS} seconds. Split it into shorter ones."
        return [Failed(task.source, message)]
    if error is not None:  # the process itself died, for want of memory for instance
        return [_unexpected(task.source, error)]
    return future.result()


def _unexpected(source: str, error: BaseException) -> Failed:
    what = f"Twotrack could not work on this article ({type(error).__name__}: {error}). The others went on."
    return Failed(source, what)


def merged(results: Iterable[Processed]) -> tuple[list[Event], list[Link]]:
    """Return the events all mentions tell of, and the links between them."""
    processed = list(results)
    found = merge.merge([p.article for p in processed], [m for p in processed for m in p.mentions])
    return found, merge.find_links(found)
