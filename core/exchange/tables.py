"""The flat tables: one row per event, and one row per assertion, that is each mention in an article.

Both are pandas frames; the columns are told in README.md beside this file.
"""

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from core import taxonomy
from core.exchange.collection import Collection
from core.exchange.coordinates import point_of
from core.model import Article, Basis, Event, Mention, Status, Trigger
from core.selectors import TextQuoteSelector, describe

if TYPE_CHECKING:
    import pandas as pd

SEPARATOR = "; "  # between several names in one cell
QUAD_CLASSES = {
    "verbal-cooperation": 1,
    "material-cooperation": 2,
    "verbal-conflict": 3,
    "material-conflict": 4,
}
REVIEW = {None: "unverified", True: "confirmed", False: "rejected"}

_WHOLE = (
    "killed_low", "killed_high", "injured_low", "injured_high", "killed", "injured",
    "mentions", "sources", "quad_class", "start", "end",
)  # fmt: skip

# For the columns, which a table without rows has too.
_MENTION = Mention(
    "", 0, 0, "", Trigger(0, 0, ""), "", "", "", "", Status.OCCURRED, "", None, None, Basis.EXPLICIT
)
_EVENT = Event(
    "", "", "", "", "", Status.OCCURRED, "", None, None, Basis.EXPLICIT, (), (), "", "",
    None, None, (), 0.0, (), (), 0,
)  # fmt: skip

Row = dict[str, Any]


def event_row(event: Event, collection: Collection) -> Row:
    """Return an event as plain values; several names are lists."""
    info = taxonomy.describe(event.track, event.type, event.mode)
    latitude, longitude = point_of(event) or (None, None)
    killed, injured = event.killed or (None, None), event.injured or (None, None)
    return {
        "id": event.id,
        "title": event.title,
        "track": event.track,
        "type": event.type,
        "mode": event.mode,
        "status": event.status.value,
        "date": event.edtf,
        "first": event.first.isoformat() if event.first else "",
        "last": event.last.isoformat() if event.last else "",
        "basis": event.basis.value,
        "source": list(event.source),
        "target": list(event.target),
        "place": event.place,
        "country": event.country,
        "latitude": latitude,
        "longitude": longitude,
        "killed_low": killed[0],
        "killed_high": killed[1],
        "injured_low": injured[0],
        "injured_high": injured[1],
        "attribution": list(event.attribution),
        "confidence": round(event.confidence, 3),
        "mentions": len(event.mentions),
        "sources": event.sources,
        "articles": list(event.articles),
        "outlets": _outlets(event, collection),
        "links": [f"{link.kind} {link.earlier}" for link in collection.links_of.get(event.id, ())],
        "review": REVIEW[event.marks.confirmed],
        "pinned": event.marks.pinned,
        "note": event.marks.note,
        "tags": list(event.marks.tags),
        "colour": event.marks.colour,
        "origin": event.origin,
        "quad_class": QUAD_CLASSES.get(info.quad),
        "quad": info.quad,
        "acled_event_type": info.acled[0],
        "acled_sub_event_type": info.acled[1],
    }


def assertion_row(event: Event, mention: Mention, article: Article | None) -> Row:
    """Return what one article says of an event, as plain values."""
    words = words_of(mention, article)
    return {
        "event_id": event.id,
        "article_id": mention.article,
        "outlet": article.outlet if article else "",
        "article_title": article.title if article else "",
        "published": article.published.edtf if article else "",
        "published_basis": article.published.basis.value if article else "",
        "url": article.url if article else "",
        "file": article.source if article else "",
        "title": mention.title,
        "track": mention.track,
        "type": mention.type,
        "mode": mention.mode,
        "status": mention.status.value,
        "date": mention.edtf,
        "first": mention.first.isoformat() if mention.first else "",
        "last": mention.last.isoformat() if mention.last else "",
        "basis": mention.basis.value,
        "source": list(mention.source),
        "target": list(mention.target),
        "place": mention.place,
        "country": mention.country,
        "killed": mention.killed,
        "injured": mention.injured,
        "attribution": mention.attribution,
        "confidence": round(mention.confidence, 3),
        "trigger": mention.trigger.text,
        "quote": mention.quote,
        "before": words.prefix,
        "after": words.suffix,
        "start": mention.start,
        "end": mention.end,
        "rule": list(mention.reasons),
    }


def _outlets(event: Event, collection: Collection) -> list[str]:
    """Return who published the reports: the outlet, else the site or file they came from."""
    articles = filter(None, map(collection.by_id.get, event.articles))
    names = (a.outlet or urlsplit(a.url).hostname or PurePath(a.source).name for a in articles)
    return list(dict.fromkeys(filter(None, names)))


def words_of(mention: Mention, article: Article | None) -> TextQuoteSelector:
    """Return a mention's words with those around them, which are unknown where the article is not there."""
    if article is None:
        return TextQuoteSelector(mention.quote)
    return describe(article.text, mention.start, mention.end)[0]


def events(collection: Collection) -> "pd.DataFrame":
    """Return the table of events, one row each, in the collection's order."""
    return _frame(
        [event_row(event, collection) for event in collection.events], event_row(_EVENT, collection)
    )


def assertions(collection: Collection) -> "pd.DataFrame":
    """Return the table of assertions, one row for each mention, in the order of the events."""
    rows = [
        assertion_row(event, mention, collection.by_id.get(mention.article))
        for event in collection.events
        for mention in event.mentions
    ]
    return _frame(rows, assertion_row(_EVENT, _MENTION, None))


def _frame(rows: Sequence[Row], columns: Iterable[str]) -> "pd.DataFrame":
    import pandas as pd  # imported late: it takes half a second

    flat = [{name: _cell(value) for name, value in row.items()} for row in rows]
    frame = pd.DataFrame(flat, columns=list(columns))
    return frame.astype({name: "Int64" for name in _WHOLE if name in frame})


def _cell(value: Any) -> Any:
    return SEPARATOR.join(value) if isinstance(value, list) else value
