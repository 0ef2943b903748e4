"""Times the tagger beside dateparser's search on the same texts, and over texts of growing length.

Run: python -m benchmarks.bench_tag [FILE]. FILE holds JSON lines with a `text`; without one, a built-in
report is repeated. Prints milliseconds per 1,000 words, best of three warm runs.
"""

import datetime as dt
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dateparser.search import search_dates  # noqa: TID251  the peer to compare with

from core.temporal import tag

DCT = dt.date(2025, 5, 29)
REPORT = (
    "The foreign ministers will meet in Geneva on Monday, two weeks after the truce of 14 May broke down. "
    "Shells fell on the harbour overnight, and a column that had left the town last week was hit on Tuesday. "
    "An envoy said the deadline of 2 June stands; since February 2022 four such deadlines have passed. "
    "Nothing in the draft speaks of prisoners, he told reporters, and the generals may want more time. "
)
PEER_WORDS = 2_000
LENGTHS = (1_000, 10_000, 100_000)


def texts() -> list[str]:
    if len(sys.argv) > 1:
        lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["text"] for line in lines[:60]]
    return [REPORT * 8] * 20


def best(work: Callable[[str], object], of: Sequence[str]) -> float:
    """Return milliseconds per 1,000 words, the best of three runs after a warm-up."""
    words = sum(len(text.split()) for text in of)
    work(of[0])
    times = []
    for _ in range(3):
        start = time.perf_counter()
        for text in of:
            work(text)
        times.append(time.perf_counter() - start)
    return min(times) / words * 1e6


def few(of: Sequence[str]) -> list[str]:
    """Return as many texts as the slow peer can read in a moment."""
    out: list[str] = []
    for text in of:
        if sum(len(each.split()) for each in out) > PEER_WORDS:
            break
        out.append(text)
    return out


def main() -> None:
    every = texts()
    ours = best(lambda text: tag(text, DCT), every)
    settings = {"RELATIVE_BASE": dt.datetime.combine(DCT, dt.time())}
    peer = best(lambda text: search_dates(text, languages=["en"], settings=settings), few(every))
    print(f"twotrack   {ours:7.1f} ms per 1,000 words")
    print(f"dateparser {peer:7.1f} ms per 1,000 words, {peer / ours:.1f} times as long")
    words = " ".join(every).split()
    for length in LENGTHS:
        repeated = " ".join((words * (length // len(words) + 1))[:length])
        print(f"{length:7} words {best(lambda text: tag(text, DCT), [repeated]):7.1f} ms per 1,000 words")


if __name__ == "__main__":
    main()
