"""Recognises an article that comes again with its text changed a little, as corrected pages do."""

import json
import sqlite3
from collections.abc import Iterator

from core.model import Article

_RUN = 4  # words; two texts are compared by the runs of words they share
_SAME_ADDRESS, _SAME_ORIGIN = 0.4, 0.8  # share of the longer text's runs that both have


def earlier_edition(db: sqlite3.Connection, article: Article) -> str | None:
    """Return the id of the article in the project that this one is a later edition of, None if it is new.

    An edition has the same address, or where there is none the same outlet and the same file or title, and
    much of the same text. The same text from another outlet is an article of its own.
    """
    if db.execute("SELECT 1 FROM article WHERE id = ?", (article.id,)).fetchone():
        return article.id
    runs = _runs(article.text)
    enough = _SAME_ADDRESS if article.url else _SAME_ORIGIN
    for identifier, text in _of_one_origin(db, article):
        others = _runs(text)
        if len(runs & others) >= enough * max(len(runs), len(others)):
            return identifier
    return None


def _of_one_origin(db: sqlite3.Connection, article: Article) -> Iterator[tuple[str, str]]:
    """Yield (id, text) of the articles that come from where this one comes from."""
    if article.url:
        yield from db.execute("SELECT id, text FROM article WHERE data ->> 'url' = ?", (article.url,))
        return
    for name, value in (("data ->> 'source'", article.source), ("title", article.title)):
        if value:
            query = f"SELECT id, text, data FROM article WHERE {name} = ?"  # noqa: S608 - one of two words
            for identifier, text, data in db.execute(query, (value,)):
                known = json.loads(data)
                if known.get("outlet", "") == article.outlet and not known.get("url"):
                    yield identifier, text


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = text.split()
    return frozenset(tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1)))
