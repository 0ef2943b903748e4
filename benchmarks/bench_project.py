"""Times the project file with 10,000 articles and 50,000 mentions: open, load, search, edit, undo, size.

Run: python benchmarks/bench_project.py [ARTICLES]. The peer in the same run is a bare SQLite table of the same texts.
"""

import datetime as dt
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

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


def peer(path: Path, texts: list[Article]) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE article (id TEXT PRIMARY KEY, text TEXT)")
    with db:
        db.executemany("INSERT INTO article VALUES (?, ?)", ((a.id, a.text) for a in texts))
    db.close()


def edit(project: Project, identifier: str) -> None:
    project.apply(SetDate((identifier,), "2025-06-02"), AT)
    project.undo()


def main(number: int) -> None:
    chance = random.Random(1)
    made = articles(number, chance)
    found = {article.id: mentions(article) for article in made}
    flat = [mention for group in found.values() for mention in group]
    merged = [event(flat[n : n + 2]) for n in range(0, len(flat), 2)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.twotrack"
        project = open_project(path, create=True)
        start = time.perf_counter()
        project.store(made, found, merged, [])
        print(f"store all            {time.perf_counter() - start:8.2f} s")
        project.close()
        peer(Path(folder) / "peer.db", made)
        size, bare = path.stat().st_size / 1e6, (Path(folder) / "peer.db").stat().st_size / 1e6
        print(f"file                 {size:8.1f} MB  (texts alone in SQLite {bare:.1f} MB)")
        print(f"open and close       {milliseconds(lambda: open_project(path).close()):8.2f} ms")
        project = open_project(path)
        start = time.perf_counter()
        events = project.events()
        print(f"first list of events {(time.perf_counter() - start) * 1000:8.1f} ms  ({len(events)} events)")
        common, rare = made[0].text.split()[0], max(made[1].text.split(), key=len)
        for words in (rare, common, f"{common} {rare}", f'"{made[2].text[:20]}"'):
            print(f"search {words[:22]:<23}{milliseconds(lambda w=words: project.search(w)):6.2f} ms")  # type: ignore[misc]
        print(f"edit and undo        {milliseconds(lambda: edit(project, events[7].id), 31):8.2f} ms")
        print(f"list events again    {milliseconds(project.events):8.2f} ms")
        print(f"all articles         {milliseconds(project.articles, 3):8.1f} ms")
        ids = tuple(e.id for e in events)
        print(f"confirm all events   {milliseconds(lambda: project.apply(Judge(ids, True), AT), 1):8.1f} ms")
        print(f"undo that            {milliseconds(project.undo, 1):8.1f} ms")
        more = articles(1, random.Random(2))[0]
        print(
            "add one article      "
            f"{milliseconds(lambda: project.store([more], {more.id: mentions(more)}, merged, []), 1):8.1f} ms"
        )
        project.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
