"""Times the project file with 10,000 articles and 50,000 mentions: open, search, edit, undo, import, size.

Run: python -m benchmarks.bench_project [ARTICLES]. The peer is a bare SQLite file with a full-text index.
"""

import datetime as dt
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from core.intake import absorb
from core.model import (
    Article,
    Basis,
    Block,
    BlockKind,
    Event,
    Mention,
    PublicationBasis,
    PublicationDate,
    Status,
    Trigger,
)
from core.pipeline import Processed
from core.project import Judge, Project, SetDate, open_project

WORDS_IN_ARTICLE = 600
MENTIONS_IN_ARTICLE = 5
AT = dt.datetime(2025, 6, 2, 12, tzinfo=dt.UTC)
LETTERS = "etaoinshrdlucmfwypvbgkjqxz"


def vocabulary(chance: random.Random, size: int = 20_000) -> list[str]:
    return ["".join(chance.choices(LETTERS, range(26, 0, -1), k=chance.randint(2, 9))) for _ in range(size)]


def articles(number: int, chance: random.Random) -> list[Article]:
    """Return articles whose words follow Zipf's law, as those of news do."""
    words = vocabulary(chance)
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    made = []
    for n in range(number):
        text = " ".join(chance.choices(words, cum_weights=weights, k=WORDS_IN_ARTICLE))
        day = dt.date(2022, 2, 24) + dt.timedelta(days=n % 1200)
        published = PublicationDate(day.isoformat(), PublicationBasis.METADATA, 1.0, ("stated in the page",))
        made.append(
            Article(
                f"{n:016x}",
                text,
                (Block(0, len(text), BlockKind.BODY),),
                title=text[:60],
                published=published,
            )
        )
    return made


def mentions(article: Article) -> list[Mention]:
    day = article.published.day
    step = len(article.text) // MENTIONS_IN_ARTICLE
    return [
        Mention(
            article=article.id,
            start=start,
            end=start + 120,
            quote=article.text[start : start + 120],
            trigger=Trigger(start + 10, start + 16, article.text[start + 10 : start + 16]),
            title=article.text[start : start + 55],
            track="battlefield",
            type="ASSAULT",
            mode="drone",
            status=Status.OCCURRED,
            edtf=article.published.edtf + "~",
            first=day,
            last=day,
            basis=Basis.DCT,
            source=("Russia",),
            target=("Ukraine",),
            place="Kharkiv",
            killed=start % 7,
            attribution="officials",
            confidence=0.7,
            reasons=("trigger of type ASSAULT with a drone", "no time told: news of the publication day"),
        )
        for start in range(0, step * MENTIONS_IN_ARTICLE, step)
    ]


def event(members: list[Mention]) -> Event:
    m = members[0]
    return Event(
        id=f"event-{m.id}",
        title=m.title,
        track=m.track,
        type=m.type,
        mode=m.mode,
        status=m.status,
        edtf=m.edtf,
        first=m.first,
        last=m.last,
        basis=m.basis,
        source=m.source,
        target=m.target,
        place=m.place,
        country=m.country,
        killed=(1, 3),
        injured=None,
        attribution=("officials",),
        confidence=0.7,
        mentions=tuple(members),
        articles=tuple(dict.fromkeys(x.article for x in members)),
        sources=1,
    )


def milliseconds(act: Callable[[], object], repeat: int = 7) -> float:
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


class Peer:
    """A bare SQLite file with the same texts and a full-text index, as plain as can be."""

    def __init__(self, path: Path, texts: list[Article]) -> None:
        self.path = path
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("CREATE TABLE article (id TEXT PRIMARY KEY, text TEXT)")
        self._db.execute("CREATE VIRTUAL TABLE search USING fts5 (text)")
        self._db.execute("BEGIN")
        self._db.executemany("INSERT INTO article VALUES (?, ?)", ((a.id, a.text) for a in texts))
        self._db.executemany("INSERT INTO search VALUES (?)", ((a.text,) for a in texts))
        self._db.execute("COMMIT")

    def search(self, word: str) -> list[tuple[str]]:
        found = "SELECT snippet(search, 0, '', '', '', 16) FROM search WHERE search MATCH ?"
        return self._db.execute(f"{found} ORDER BY rank LIMIT 100", (f'"{word}"',)).fetchall()

    def two_writes(self) -> None:
        for _ in range(2):
            self._db.execute("UPDATE article SET id = id WHERE rowid = 1")

    def close(self) -> None:
        self._db.close()


def edit(project: Project, identifier: str) -> None:
    project.apply(SetDate((identifier,), "2025-06-02"), AT)
    project.undo()


def seconds(act: Callable[[], object]) -> str:
    """Return how long one run takes: by the wall clock, and of the processor's time."""
    wall, busy = time.perf_counter(), time.process_time()
    act()
    return f"{time.perf_counter() - wall:8.2f} s  (processor {time.process_time() - busy:.2f} s)"


def fill(path: Path, number: int) -> list[Article]:
    made = articles(number, random.Random(1))
    found = {article.id: mentions(article) for article in made}
    flat = [mention for group in found.values() for mention in group]
    merged = [event(flat[n : n + 2]) for n in range(0, len(flat), 2)]
    project = open_project(path, create=True)
    print(f"store all             {seconds(lambda: project.store(made, found, merged, []))}")
    project.close()
    return made


def few(number: int) -> list[Processed]:
    more = [replace(article, id=f"new-{article.id}") for article in articles(number, random.Random(2))]
    return [Processed(article, tuple(mentions(article))) for article in more]


def measure(path: Path, peer: Peer, made: list[Article]) -> None:
    print(f"open and close        {milliseconds(lambda: open_project(path).close()):8.1f} ms")
    project = open_project(path)
    print(f"first list of events  {seconds(project.events)}")
    ids = tuple(found.id for found in project.events())
    common, rare = made[0].text.split()[0], max(made[1].text.split(), key=len)
    for words in (rare, common, f"{common} {rare}", f'"{made[2].text[:20]}"'):
        print(f"search {words[:22]:<23}{milliseconds(lambda w=words: project.search(w)):6.2f} ms")  # type: ignore[misc]
    print(f"  peer {common[:22]:<23}{milliseconds(lambda: peer.search(common)):6.2f} ms")
    print(f"edit and undo         {milliseconds(lambda: edit(project, ids[7]), 31):8.2f} ms")
    print(f"  peer, two writes    {milliseconds(peer.two_writes, 31):8.2f} ms")
    print(f"provenance            {milliseconds(lambda: project.provenance(ids[7])):8.2f} ms")
    print(f"all articles          {milliseconds(project.articles, 3):8.1f} ms")
    print(f"confirm all events    {seconds(lambda: project.apply(Judge(ids, True), AT))}")
    print(f"undo that             {seconds(project.undo)}")
    print(f"edit and undo then    {milliseconds(lambda: edit(project, ids[7]), 31):8.2f} ms")
    print(f"five more articles    {seconds(lambda: absorb(project, few(5)))}")
    project.close()


def main(number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.twotrack"
        made = fill(path, number)
        peer = Peer(Path(folder) / "peer.db", made)
        measure(path, peer, made)
        peer.close()
        size, bare = path.stat().st_size / 1e6, peer.path.stat().st_size / 1e6
        print(f"file                  {size:8.1f} MB  (peer {bare:.1f} MB, without events)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
