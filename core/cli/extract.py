"""The commands that answer JSON lines: ``tag``, ``pubdate``, ``events`` and ``keydates``."""

from collections.abc import Callable, Mapping
from typing import TextIO

from core import merge, pipeline, temporal
from core.cli.lines import Line, Refusal, Row, emit, read_lines
from core.model import Mention, TimeExpression


def answer(stream: TextIO, respond: Callable[[Line], Row]) -> int:
    """Answer each line on standard output as it comes; return 1 if any could not be read, else 0."""
    status = 0
    for line in read_lines(stream):
        if isinstance(line, Refusal):
            status = 1
            emit(line.answer())
        else:
            emit(respond(line))
    return status


def tag(line: Line) -> Row:
    """Return the time expressions of the text, as TIMEX3."""
    found = temporal.tag(line.article.text, line.dct, language=line.article.language)
    return {"id": line.id, "timexes": [_timex_row(timex) for timex in found]}


def pubdate(line: Line) -> Row:
    """Return the publication date inferred from the text, with the candidates and their reasons."""
    found = pipeline.publication(line.article)
    candidates = [
        {"date": c.date, "score": round(c.score, 4), "reasons": c.reasons} for c in found.candidates
    ]
    published = found.edtf if found.day else None
    return {
        "id": line.id,
        "published": published,
        "confidence": round(found.confidence, 4),
        "candidates": candidates,
    }


def events(line: Line) -> Row:
    """Return the event mentions of the article."""
    return _events_row(line.id, pipeline.process(line.article), {})


def events_merged(stream: TextIO) -> int:
    """Answer all lines as one collection, each mention with its event; return 1 if any could not be read."""
    lines = list(read_lines(stream))
    processed = {i: pipeline.process(line.article) for i, line in enumerate(lines) if isinstance(line, Line)}
    merged, _ = pipeline.merged(processed.values())
    events_of = {mention.id: event.id for event in merged for mention in event.mentions}
    for i, line in enumerate(lines):
        emit(line.answer() if isinstance(line, Refusal) else _events_row(line.id, processed[i], events_of))
    return int(len(processed) < len(lines))


def keydates(stream: TextIO, top: int) -> int:
    """Write the collection's most important days as one JSON list, best first."""
    lines = list(read_lines(stream))
    processed = [pipeline.process(line.article) for line in lines if isinstance(line, Line)]
    mentions = [mention for found in processed for mention in found.mentions]
    days = merge.key_dates([found.article for found in processed], mentions, top)
    emit([{"date": day.isoformat(), "score": round(score, 4)} for day, score in days])
    return int(len(processed) < len(lines))


def _timex_row(timex: TimeExpression) -> Row:
    row: Row = {"start": timex.start, "end": timex.end, "text": timex.text}
    row |= {"type": timex.type.value, "value": timex.value}
    return row | ({"mod": timex.mod} if timex.mod else {})


def _events_row(id_: object, processed: pipeline.Processed, events_of: Mapping[str, str]) -> Row:
    published = processed.article.published
    return {
        "id": id_,
        "published": published.edtf or None,
        "published_basis": published.basis.value,
        "events": [
            mention_row(m) | ({"event": events_of[m.id]} if m.id in events_of else {})
            for m in processed.mentions
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
