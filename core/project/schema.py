"""The tables of the project file, one step for each version of the format, from an empty file on.

A step stands on its own: it must still read its version when the model has moved on. Every table has row
numbers, so that a damaged file can be read on past the damage.
"""

import json
import sqlite3
import zlib
from typing import Any

APPLICATION_ID = 0x54775472  # "TwTr", at offset 68 of the file

_VERSION_1 = """
CREATE TABLE article (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,                      -- as read; all offsets count in it
    data TEXT NOT NULL                       -- JSON: the other fields of Article
);
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, content = 'article', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
    INSERT INTO search (rowid, title, text) VALUES (new.n, new.title, new.text);
END;
CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
    INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
END;
CREATE TRIGGER article_changed AFTER UPDATE OF title, text ON article BEGIN
    INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
    INSERT INTO search (rowid, title, text) VALUES (new.n, new.title, new.text);
END;
CREATE TABLE mention (key TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE event (
    id TEXT PRIMARY KEY,
    mentions TEXT NOT NULL,                  -- JSON: keys of table mention
    data TEXT NOT NULL                       -- JSON: the other fields of Event
) WITHOUT ROWID;
CREATE TABLE link (n INTEGER PRIMARY KEY, data TEXT NOT NULL);
CREATE TABLE decision (                      -- what the user has set and still holds
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,                   -- id of the event or article, key of the mention
    value TEXT NOT NULL,                     -- JSON
    at TEXT NOT NULL,                        -- ISO 8601
    PRIMARY KEY (kind, subject)
) WITHOUT ROWID;
CREATE TABLE log (                           -- the commands, for undo and redo
    n INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    changes TEXT NOT NULL,                   -- JSON: [kind, subject, [value, at] before, [value, at] after]
    undone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE anchor (                        -- where decided events and mentions are now, after new readings
    kind TEXT NOT NULL,                      -- 'event' or 'mention'
    subject TEXT NOT NULL,
    current TEXT,                            -- id or key in the machine output; NULL: not found again
    kept TEXT,                               -- JSON: the event or mention as last seen, if not found again
    PRIMARY KEY (kind, subject)
) WITHOUT ROWID;
"""

# Events and mentions carry the names by which decisions know them, so that no anchors are needed; what the
# machine no longer finds is kept beside the rest, marked as not found.
_VERSION_2 = """
CREATE INDEX article_title ON article (title);
CREATE INDEX article_url ON article (data ->> 'url');
CREATE INDEX article_source ON article (data ->> 'source');
CREATE TABLE reading (                       -- the mentions of one article
    n INTEGER PRIMARY KEY,
    article TEXT NOT NULL,                   -- its id
    found INTEGER NOT NULL,                  -- 0: no longer found, but decisions speak of them
    mentions BLOB NOT NULL,                  -- JSON, deflated (zlib): mentions by key
    UNIQUE (article, found)
);
CREATE TABLE event_now (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    found INTEGER NOT NULL,                  -- 0: no longer found, but decisions speak of it
    mentions TEXT NOT NULL,                  -- JSON: keys in table reading
    data TEXT NOT NULL                       -- JSON: the other fields of Event
);
INSERT INTO event_now (id, found, mentions, data)
    SELECT coalesce(own.subject, event.id), 1, event.mentions,
        json_set(event.data, '$.id', '', '$.mentions', json_array()) FROM event
    LEFT JOIN anchor AS own ON own.kind = 'event' AND own.current = event.id;
CREATE TABLE decision_now (                  -- what the user has set and still holds
    n INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,                   -- id of the event or article, key of the mention
    value TEXT NOT NULL,                     -- JSON
    at TEXT NOT NULL,                        -- ISO 8601
    UNIQUE (kind, subject)
);
UPDATE article SET data = json_set(data, '$.id', '', '$.text', '');
INSERT INTO decision_now (kind, subject, value, at) SELECT kind, subject, value, at FROM decision;
CREATE TABLE log_now (                       -- the commands, for undo and redo
    n INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,       -- before the changes, which can be megabytes long
    changes TEXT NOT NULL                    -- JSON: [kind, subject, [value, at] before, [value, at] after]
);
INSERT INTO log_now (n, at, label, undone, changes) SELECT n, at, label, undone, changes FROM log;
UPDATE link SET data = json_set(data, '$.later', anchor.subject)
    FROM anchor WHERE anchor.kind = 'event' AND anchor.current = link.data ->> 'later';
UPDATE link SET data = json_set(data, '$.earlier', anchor.subject)
    FROM anchor WHERE anchor.kind = 'event' AND anchor.current = link.data ->> 'earlier';
"""
_VERSION_2_END = """
DROP TABLE event;
DROP TABLE mention;
DROP TABLE decision;
DROP TABLE anchor;
DROP TABLE log;
ALTER TABLE log_now RENAME TO log;
CREATE INDEX log_undone ON log (n) WHERE undone;
ALTER TABLE event_now RENAME TO event;
ALTER TABLE decision_now RENAME TO decision;
"""


def _to_1(db: sqlite3.Connection) -> None:
    _run(db, _VERSION_1)


def _to_2(db: sqlite3.Connection) -> None:
    _run(db, _VERSION_2)
    names = dict(db.execute("SELECT current, subject FROM anchor WHERE kind = 'mention' AND current NOTNULL"))
    found: dict[str, dict[str, Any]] = {}
    for key, data in db.execute("SELECT key, data FROM mention"):
        mention = json.loads(data)
        found.setdefault(mention["article"], {})[names.get(key, key)] = mention
    waiting: dict[str, dict[str, Any]] = {}
    for name, data in db.execute("SELECT subject, kept FROM anchor WHERE kind = 'mention' AND kept NOTNULL"):
        mention = json.loads(data)
        waiting.setdefault(mention["article"], {})[name] = mention
    for name, data in db.execute("SELECT subject, kept FROM anchor WHERE kind = 'event' AND kept NOTNULL"):
        event = json.loads(data)
        own = {f"kept:{name}:{number}": m for number, m in enumerate(event["mentions"])}
        event |= {"id": "", "mentions": []}
        for key, mention in own.items():
            waiting.setdefault(mention["article"], {})[key] = mention
        row = (name, json.dumps(list(own)), json.dumps(event, ensure_ascii=False))
        db.execute("INSERT OR IGNORE INTO event_now (id, found, mentions, data) VALUES (?, 0, ?, ?)", row)
    for mark, readings in ((1, found), (0, waiting)):
        rows = ((a, mark, zlib.compress(json.dumps(by_key).encode())) for a, by_key in readings.items())
        db.executemany("INSERT INTO reading (article, found, mentions) VALUES (?, ?, ?)", rows)
    for n, keys in db.execute("SELECT n, mentions FROM event_now WHERE found").fetchall():
        renamed = json.dumps([names.get(key, key) for key in json.loads(keys)])
        db.execute("UPDATE event_now SET mentions = ? WHERE n = ?", (renamed, n))
    _run(db, _VERSION_2_END)


STEPS = (_to_1, _to_2)
VERSION = len(STEPS)


def version(db: sqlite3.Connection) -> int:
    """Return the version of the file's format; 0 is an empty file."""
    number: int = db.execute("PRAGMA user_version").fetchone()[0]
    return number


def upgrade(db: sqlite3.Connection, to: int = VERSION) -> None:
    """Bring the tables from the file's version to the newest, each step in a transaction of its own."""
    for number in range(version(db), to):
        db.execute("BEGIN IMMEDIATE")
        STEPS[number](db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {number + 1}")
        db.execute("COMMIT")


def _run(db: sqlite3.Connection, script: str) -> None:
    """Execute statements within the transaction at hand, which ``executescript`` would end."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
