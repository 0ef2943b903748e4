"""The key of a chart: each event with number, date, title, quote, outlet, URL, as CSV, JSON or Markdown."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from core import edtf
from core.model import Event, Mention
from core.publish.spec import Content, Source

FORMATS = ("csv", "json", "md")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Entry:
    """One report of an event: a line of the key. ``date`` is EDTF; an event has one for each article."""

    number: int
    date: str
    title: str
    status: str
    track: str
    quote: str
    outlet: str
    article: str
    url: str
    published: str


def entries(content: Content, numbers: Mapping[str, int]) -> list[Entry]:
    """Return the key of the numbered events, in order of their numbers."""
    sources = {source.id: source for source in content.sources}
    events = sorted((event for event in content.events if event.id in numbers), key=lambda e: numbers[e.id])
    return [
        _entry(numbers[event.id], event, mention, sources.get(mention.article, Source(mention.article)))
        for event in events
        for mention in _one_an_article(event)
    ]


def _one_an_article(event: Event) -> list[Mention]:
    """Return the best mention of each article, in the order of the articles."""
    best: dict[str, Mention] = {}
    for mention in event.mentions:
        kept = best.get(mention.article)
        if kept is None or mention.confidence > kept.confidence:
            best[mention.article] = mention
    return list(best.values())


def _entry(number: int, event: Event, mention: Mention, source: Source) -> Entry:
    return Entry(
        number,
        event.edtf,
        event.title,
        event.status.value,
        event.track,
        " ".join(mention.quote.split()),
        source.outlet,
        source.title,
        source.url,
        source.published,
    )


def written(found: Sequence[Entry], kind: str, title: str) -> str:
    """Return the key as text: "csv", "json" or "md"."""
    return _WRITERS[kind](found, title)


def _csv(found: Sequence[Entry], _title: str) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(Entry.__dataclass_fields__), lineterminator="\r\n")
    writer.writeheader()
    for entry in found:
        writer.writerow({name: _harmless(value) for name, value in asdict(entry).items()})
    return "\ufeff" + stream.getvalue()


def _harmless(value: object) -> object:
    """Keep a spreadsheet from taking a text of the article's for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _json(found: Sequence[Entry], title: str) -> str:
    return json.dumps(
        {"title": title, "key": [asdict(entry) for entry in found]}, ensure_ascii=False, indent=1
    )


def _markdown(found: Sequence[Entry], title: str) -> str:
    lines = [f"# {_escaped(title)}", ""]
    last = 0
    for entry in found:
        if entry.number != last:
            status = "" if entry.status == "occurred" else f", {entry.status}"
            lines += [
                "",
                f"**{entry.number}. {_escaped(entry.title)}** — {edtf.words(entry.date)}{status}",
                "",
            ]
            last = entry.number
        named = ", ".join(part for part in (entry.outlet, edtf.words(entry.published)) if part)
        told = _escaped(entry.article or entry.url or named or "article")
        link = f"[{told}](<{entry.url}>)" if entry.url else told
        lines.append(f"- “{_escaped(entry.quote)}” — {link}{f' ({_escaped(named)})' if named else ''}")
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in text)


_WRITERS: Mapping[str, Callable[[Sequence[Entry], str], str]] = {
    "csv": _csv,
    "json": _json,
    "md": _markdown,
}
