"""Full-text search over the articles of a project (SQLite FTS5)."""

import re
import sqlite3
from dataclasses import dataclass

_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
_START, _END = "\x02", "\x03"  # mark the words found; control characters do not occur in articles


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found, with the passage around the words; ``marks`` are (start, end) of the words in it."""

    article: str
    snippet: str
    marks: tuple[tuple[int, int], ...]


def search(db: sqlite3.Connection, words: str, limit: int) -> list[Hit]:
    """Return the articles that hold all the words, best first."""
    query = _query(words)
    if not query:
        return []
    rows = db.execute(
        "SELECT article.id, snippet(search, -1, ?, ?, ' … ', 16) FROM search "
        "CROSS JOIN article ON article.n = search.rowid "
        "WHERE search MATCH ? AND rank MATCH 'bm25(4.0, 1.0)' ORDER BY rank LIMIT ?",
        (_START, _END, query, limit),
    )
    return [_hit(identifier, marked) for identifier, marked in rows]


def _query(words: str) -> str:
    """Return an FTS5 query: every word must occur, quoted words together, the last one may be unfinished.

    Each term is put in quotes, so that nothing in it is taken for an operator.
    """
    terms = [phrase or word for phrase, word in _TERM.findall(words.replace("\0", " "))]
    terms = [term for term in terms if any(sign.isalnum() for sign in term)]
    if not terms:
        return ""
    unfinished = not words[-1:].isspace() and not words.endswith('"')
    return " ".join(f'"{term}"' for term in terms) + ("*" if unfinished else "")


def _hit(identifier: str, marked: str) -> Hit:
    snippet, marks, start = "", [], 0
    for part in re.split(f"([{_START}{_END}])", marked):
        if part == _START:
            start = len(snippet)
        elif part == _END:
            marks.append((start, len(snippet)))
        else:
            snippet += part
    return Hit(identifier, snippet, tuple(marks))
