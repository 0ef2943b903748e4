"""The commands that answer JSON lines: ``tag``, ``pubdate``, ``events`` and ``keydates``."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from core.cli.command import Command
from core.cli.lines import Line, Refusal, Row, emit, opened, read_lines, refusal
from core.cli.options import number
from core.model import DateCandidate, Mention, PublicationDate, TimeExpression

if TYPE_CHECKING:
    from core.pipeline import Processed

T = TypeVar("T")

# The steps are imported where they are needed: ``tag`` must not wait for what finds events.


def answer(stream: Iterable[bytes], respond: Callable[[Line], Row]) -> int:
    """Answer each line on standard output as it comes; return 1 if any gave nothing, else 0."""
    status = 0
    for line in read_lines(stream):
        found = _attempt(respond, line) if isinstance(line, Line) else line
        if isinstance(found, Refusal):
            status = 1
            emit(found.answer())
        else:
            emit(found)
    return status


def tag(line: Line) -> Row:
    """Return the time expressions of the text, as TIMEX3, against the day given or else inferred.

    What is counted from a day stays open where only its month or year is given.
    """
    from core import temporal

    dct = PublicationDate(line.dct) if line.dct else _told(line)
    found = temporal.tag(line.article.text, dct.day, language=line.article.language)
    return {"id": line.id, "timexes": [_timex_row(timex) for timex in found]}


def _told(line: Line) -> PublicationDate:
    from core import pipeline

    return pipeline.publication(line.article)


def pubdate(line: Line) -> Row:
    """Return the publication date inferred from the text alone, with the candidates and their reasons."""
    from core import pipeline

    found = pipeline.publication(replace(line.article, published=PublicationDate()))
    stated = [DateCandidate(found.edtf, found.confidence, found.reasons)] if found.edtf else []
    candidates = [
        {"date": c.date, "score": round(c.score, 4), "reasons": c.reasons} for c in found.candidates or stated
    ]
    return {
        "id": line.id,
        "published": found.edtf if found.day else None,
        "confidence": round(found.confidence, 4),
        "candidates": candidates,
    }


def events(line: Line) -> Row:
    """Return the event mentions of the article."""
    return _events_row(line.id, _process(line), {})


def events_merged(stream: Iterable[bytes]) -> int:
    """Answer all lines as one collection, each mention with its event; return 1 if any gave nothing."""
    from core import pipeline

    lines = [
        (line, _attempt(_process, line) if isinstance(line, Line) else line) for line in read_lines(stream)
    ]
    merged, _ = pipeline.merged(found for _, found in lines if not isinstance(found, Refusal))
    events_of = {mention: event.id for event in merged for mention in event.mentions}
    for line, found in lines:
        emit(found.answer() if isinstance(found, Refusal) else _events_row(line.id, found, events_of))
    return int(any(isinstance(found, Refusal) for _, found in lines))


def keydates(stream: Iterable[bytes], top: int) -> int:
    """Write the collection's most important days as one JSON list, best first."""
    from core import merge, pipeline

    found = [_attempt(_process, line) if isinstance(line, Line) else line for line in read_lines(stream)]
    processed = [one for one in found if not isinstance(one, Refusal)]
    mentions = [mention for one in processed for mention in one.mentions]
    articles = [one.article for one in processed]
    timexes = {a.id: pipeline.time_expressions(a, a.published.day) for a in articles}
    days = merge.key_dates(articles, mentions, timexes, top)
    emit([{"date": day.isoformat(), "score": round(score, 4)} for day, score in days])
    return int(len(processed) < len(found))


def _process(line: Line) -> "Processed":
    from core import pipeline

    return pipeline.process(line.article)


def _attempt(work: Callable[[Line], T], line: Line) -> T | Refusal:
    """Work on a line; what goes wrong there must not cost the caller the other lines."""
    try:
        return work(line)
    except Exception as error:  # noqa: BLE001 - see above
        return refusal(line.number, line.id, f"could not be worked on ({type(error).__name__}: {error})")


def _timex_row(timex: TimeExpression) -> Row:
    row: Row = {"start": timex.start, "end": timex.end, "text": timex.text}
    row |= {"type": timex.type.value, "value": timex.value}
    return row | ({"mod": timex.mod} if timex.mod else {})


def _events_row(id_: object, processed: "Processed", events_of: Mapping[Mention, str]) -> Row:
    published = processed.article.published
    return {
        "id": id_,
        "published": published.edtf or None,
        "published_basis": published.basis.value,
        "events": [
            mention_row(m) | ({"event": events_of[m]} if m in events_of else {}) for m in processed.mentions
        ],
    }


def mention_row(mention: Mention) -> Row:
    """Return a mention under the annotation guidelines' field names."""
    return {
        "start": mention.start,
        "end": mention.end,
        "quote": mention.quote,
        "trigger": mention.trigger.text,
        "title": mention.title,
        "track": mention.track,
        "type": mention.type,
        "mode": mention.mode,
        "status": mention.status.value,
        "date": mention.edtf,
        "basis": mention.basis.value,
        "source": ", ".join(mention.source),
        "target": ", ".join(mention.target),
        "place": mention.place,
        "killed": mention.killed,
        "injured": mention.injured,
        "attribution": mention.attribution,
        "confidence": round(mention.confidence, 3),
    }


def _reads_lines(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="JSON lines; - is standard input")


def _events_options(parser: argparse.ArgumentParser) -> None:
    _reads_lines(parser)
    parser.add_argument(
        "--merge", action="store_true", help="all lines are one collection: tell which mentions are one event"
    )


def _keydates_options(parser: argparse.ArgumentParser) -> None:
    _reads_lines(parser)
    parser.add_argument("--top", type=number, default=20, metavar="N", help="how many days (default: 20)")


def _answering(respond: Callable[[Line], Row]) -> Callable[[argparse.Namespace], int]:
    def run(options: argparse.Namespace) -> int:
        with opened(options.file) as stream:
            return answer(stream, respond)

    return run


def _run_events(options: argparse.Namespace) -> int:
    with opened(options.file) as stream:
        return events_merged(stream) if options.merge else answer(stream, events)


def _run_keydates(options: argparse.Namespace) -> int:
    with opened(options.file) as stream:
        return keydates(stream, options.top)


COMMANDS = (
    Command("tag", "time expressions (TIMEX3) of JSON lines {id, text, dct}", _reads_lines, _answering(tag)),
    Command(
        "pubdate",
        "publication dates inferred from JSON lines {id, title?, text}",
        _reads_lines,
        _answering(pubdate),
    ),
    Command(
        "events", "event mentions of JSON lines {id, title?, text, published?}", _events_options, _run_events
    ),
    Command(
        "keydates",
        "the most important days of JSON lines {id, text, published}",
        _keydates_options,
        _run_keydates,
    ),
)
