"""The tables of the project file, one script for each version of the format.

An old file is never changed in place: the steps run on a copy, which replaces it when all are done.
"""

import sqlite3

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

STEPS = (_VERSION_1,)
VERSION = len(STEPS)


def version(db: sqlite3.Connection) -> int:
    """Return the version of the file's format; 0 is an empty file."""
    number: int = db.execute("PRAGMA user_version").fetchone()[0]
    return number


def upgrade(db: sqlite3.Connection) -> None:
    """Bring the tables from the file's version to the newest, in one transaction for each step."""
    for number, step in enumerate(STEPS[version(db) :], start=version(db) + 1):
        db.executescript(
            f"BEGIN IMMEDIATE; {step} PRAGMA application_id = {APPLICATION_ID}; "
            f"PRAGMA user_version = {number}; COMMIT;"
        )
