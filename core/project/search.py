"""Full-text search over the articles of a project (SQLite FTS5)."""

import re
import sqlite3

_TERM = re.compile(r'"([^"]*)"?|(\S+)')


def search(db: sqlite3.Connection, words: str, limit: int) -> list[tuple[str, str]]:
    """Return (article id, snippet) of the articles that hold all the words, best first."""
    query = _query(words)
    if not query:
        return []
    return [
        (identifier, snippet)
        for identifier, snippet in db.execute(
            "SELECT article.id, snippet(search, 1, '', '', ' … ', 16) FROM search "
            "JOIN article ON article.n = search.rowid WHERE search MATCH ? "
            "ORDER BY bm25(search, 4.0, 1.0) LIMIT ?",
            (query, limit),
        )
    ]


def _query(words: str) -> str:
    """Return an FTS5 query: every word must occur, quoted words together, the last one may be unfinished."""
    terms = [phrase or word for phrase, word in _TERM.findall(words)]
    terms = [term.replace('"', "") for term in terms if any(sign.isalnum() for sign in term)]
    if not terms:
        return ""
    unfinished = not words[-1:].isspace() and not words.endswith('"')
    return " ".join(f'"{term}"' for term in terms) + ("*" if unfinished else "")
