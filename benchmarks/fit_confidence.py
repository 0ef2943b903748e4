"""Fits the weights behind the confidence of a mention to annotated news, and says what they are worth.

Run: python -m benchmarks.fit_confidence ../shared [--write]. It reads the annotated articles of ``gold`` and
further articles of ``eval`` for which ``trigger_labels.jsonl`` says, by the trigger's offset, which
triggers a reader took for events. It prints detection with each article left out in turn (what to expect of
articles not seen) and how often a mention of a given confidence was right; with --write it replaces
``core/events/data/weights.toml``.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.labelled import label_of
from core import events, language, pipeline
from core.cli.lines import Line, read_lines
from core.events import quoting
from core.events.lexicon import standard
from core.events.proposing import Found, propose

Vector = NDArray[np.float64]

WEIGHTS = Path("core/events/data/weights.toml")
LABELS = Path(__file__).with_name("trigger_labels.jsonl")
PENALTY = 6.0  # of the squared weights; 3 to 10 do about as well
RARE = 8  # a feature seen less often gets no weight
LABELLED = 0.7  # how much a label without annotation counts beside one with it
THRESHOLDS = np.arange(0.25, 0.56, 0.01)
ABOUT_BEST = 0.5  # of F1: which of so good thresholds is the very best is chance; the highest errs least
BINS = 6
HEAD = """# Weights of the evidence for a trigger (its names: features.py): a logistic model fitted to
# annotated news by benchmarks/fit_confidence.py, which also measures it. A sum of 0 is a confidence of 0.5.

# Mentions below this confidence are not shown.
threshold = {threshold:.2f}

[weights]
"""


@dataclass(frozen=True)
class Candidate:
    """A trigger in an article: where its clause is, what speaks for it, whether it is an event."""

    start: int
    end: int
    trigger: str
    track: str
    type: str
    evidence: dict[str, float]
    right: bool = False


@dataclass(frozen=True)
class Story:
    """An article's candidates, and the events annotated in it (none where only triggers were labelled)."""

    group: str
    candidates: tuple[Candidate, ...]
    annotations: tuple[dict[str, Any], ...] = ()


def candidates(line: Line) -> Iterator[tuple[int, Candidate]]:
    """Yield every trigger of an article with its offset, however weak."""
    article = line.article
    published = pipeline.publication(article)
    timexes = pipeline.time_expressions(article, published.day)
    document = language.segment(article.text, article.blocks)
    document = language.parse(document, events.candidates(document))
    for found in propose(document, timexes, published, standard()):
        start, end = span(found)
        tokens = found.tree.tokens
        first, last = tokens[found.hit.tokens[0]].start, tokens[found.hit.tokens[-1]].end
        entry = found.hit.entry
        words = article.text[first:last]
        yield first, Candidate(start, end, words, entry.track, entry.type, found.evidence)


def span(found: Found) -> tuple[int, int]:
    keep = tuple(sorted(found.tokens()))
    first, last = quoting.clause(
        found.tree, found.hit.head, keep, verb=found.hit.entry.verb, outcomes=found.outcomes()
    )
    return found.tree.tokens[first].start, found.tree.tokens[last].end


def matched(gold: Sequence[dict[str, Any]], found: Sequence[Candidate]) -> set[int]:
    """Return which candidates match an annotation, one to one: same track, overlapping, best first."""
    pairs = []
    for g, event in enumerate(gold):
        for c, candidate in enumerate(found):
            overlap = min(event["end"], candidate.end) - max(event["start"], candidate.start)
            if overlap > 0 and event["track"] == candidate.track:
                named = event["trigger"].lower()[:5] in candidate.trigger.lower()
                width = max(event["end"], candidate.end) - min(event["start"], candidate.start)
                pairs.append((named, event["type"] == candidate.type, overlap / width, g, c))
    taken: set[int] = set()
    right: set[int] = set()
    for *_, g, c in sorted(pairs, reverse=True):
        if g not in taken and c not in right:
            taken.add(g)
            right.add(c)
    return right


def annotated(shared: Path) -> Iterator[Story]:
    """Yield the annotated articles; reports of one happening are of one group and left out together."""
    for file in sorted((shared / "gold").rglob("gold.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        text = file.with_name("article.txt").read_text(encoding="utf-8")
        row = {"id": file.parent.name, "text": text, "published": data["published"] or data["dct"]}
        found = [candidate for line in lines([row]) for _, candidate in candidates(line)]
        right = matched(data["events"], found)
        marked = tuple(mark(candidate, i in right) for i, candidate in enumerate(found))
        yield Story(data.get("group") or file.parent.name, marked, tuple(data["events"]))


def labelled(shared: Path) -> Iterator[Story]:
    """Yield the articles whose triggers were labelled; triggers that nobody has looked at are left out."""
    labels = {row["id"]: row for row in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines())}
    for file in sorted((shared / "eval").glob("*/*.jsonl")):
        rows = [json.loads(text) for text in file.read_text(encoding="utf-8").splitlines()]
        rows = [row | {"published": day(row)} for row in rows if label_of(row["id"]) in labels]
        for line in lines(rows):
            label = labels[label_of(line.id)]
            found = list(candidates(line))
            yes = tuple(mark(candidate, at in label["yes"]) for at, candidate in found if at in known(label))
            yield Story(str(line.id), yes)


def day(row: dict[str, str]) -> str:
    return (row.get("published") or row["dct"]).replace("/", "-")


def known(label: dict[str, list[int]]) -> set[int]:
    return {*label["yes"], *label["no"]}


def mark(candidate: Candidate, right: bool) -> Candidate:
    return Candidate(**{**candidate.__dict__, "right": right})


def lines(rows: Sequence[dict[str, Any]]) -> Iterator[Line]:
    stream = BytesIO("".join(json.dumps(row) + "\n" for row in rows).encode())
    yield from (line for line in read_lines(stream) if isinstance(line, Line))


def matrix(stories: Sequence[Story], names: Sequence[str]) -> Vector:
    """Return one row of evidence for each candidate; the last column marks those that were only labelled."""
    place = {name: i for i, name in enumerate(names)}
    rows = [(story, candidate) for story in stories for candidate in story.candidates]
    table = np.zeros((len(rows), len(names) + 1))
    for row, (story, candidate) in zip(table, rows, strict=True):
        for name, value in candidate.evidence.items():
            if name in place:
                row[place[name]] = value
        row[-1] = not story.annotations  # readers who only label take fewer for events
    return table


def fit(table: Vector, right: Vector, counts: Vector, free: Sequence[int]) -> Vector:
    """Return the weights of the penalised logistic model, by Newton's method; ``free`` columns go free."""
    penalty = np.full(table.shape[1], PENALTY)
    penalty[list(free)] = 0.01
    weights = np.zeros(table.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counts * (right - chance)) - penalty * weights
        curve = (table * (counts * chance * (1 - chance))[:, None]).T @ table + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights += step
        if abs(step).max() < 1e-4:
            break
    return weights


def detection(stories: Sequence[Story], chance: Vector, threshold: float) -> tuple[float, float, float]:
    """Return F1, precision and recall of the candidates above a threshold, in per cent."""
    at = hits = shown = 0
    for story in stories:
        own = chance[at : at + len(story.candidates)]
        at += len(story.candidates)
        kept = [c for c, p in zip(story.candidates, own, strict=True) if p >= threshold]
        shown += len(kept)
        hits += len(matched(story.annotations, kept))
    events_all = sum(len(story.annotations) for story in stories)
    precision, recall = hits / max(shown, 1), hits / events_all
    return 200 * precision * recall / (precision + recall), 100 * precision, 100 * recall


def left_out(
    stories: Sequence[Story], table: Vector, right: Vector, counts: Vector, free: list[int]
) -> Vector:
    """Return each candidate's confidence by a model that has not seen its article."""
    groups = np.array([story.group for story in stories for _ in story.candidates])
    chance = np.zeros(len(groups))
    for group, _ in groupby(sorted(groups)):
        weights = fit(table[groups != group], right[groups != group], counts[groups != group], free)
        chance[groups == group] = 1 / (1 + np.exp(-table[groups == group] @ weights))
    return chance


def calibration(chance: Vector, right: Vector) -> Iterator[str]:
    for part in np.array_split(np.argsort(chance), BINS):
        low, high, said, true = chance[part[0]], chance[part[-1]], chance[part].mean(), right[part].mean()
        yield f"  {low:.2f} to {high:.2f}: said {said:.2f}, right {true:.2f} of {len(part)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    gold = list(annotated(given.shared))
    stories = gold + list(labelled(given.shared))
    seen = Counter(name for story in stories for c in story.candidates for name in c.evidence)
    names = sorted(name for name, count in seen.items() if count >= RARE)
    table = matrix(stories, names)
    right = np.array([float(c.right) for story in stories for c in story.candidates])
    counts = np.array([1.0 if story.annotations else LABELLED for story in stories for _ in story.candidates])
    free = [names.index("bias"), len(names)]
    unseen = left_out(stories, table, right, counts, free)[: sum(len(story.candidates) for story in gold)]
    weights = fit(table, right, counts, free)
    fitted = 1 / (1 + np.exp(-table @ weights))
    reached = np.array([detection(gold, unseen, threshold)[0] for threshold in THRESHOLDS])
    threshold = float(THRESHOLDS[reached >= reached.max() - ABOUT_BEST].max())
    print(f"{len(stories)} articles, {len(right)} triggers, {len(names)} features; threshold {threshold:.2f}")
    for name, chance in (("article left out", unseen), ("fitted", fitted)):
        print(f"{name}: F1 {{:.1f}}, P {{:.1f}}, R {{:.1f}}".format(*detection(gold, chance, threshold)))
    print("confidence, article left out:", *calibration(unseen, right[: len(unseen)]), sep="\n")
    if given.write:
        kept = [
            (name, round(float(w), 2)) for name, w in zip(names, weights, strict=False) if abs(w) >= 0.015
        ]
        body = "".join(f'"{name}" = {weight:.2f}\n' for name, weight in kept)
        WEIGHTS.write_text(HEAD.format(threshold=threshold) + body, encoding="utf-8")


if __name__ == "__main__":
    main()
