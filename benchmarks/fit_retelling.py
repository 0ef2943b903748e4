"""Fits the weights by which two mentions of an article are held to tell of one event, and measures them.

Run: python -m benchmarks.fit_retelling ../shared [--write]. It reads the annotated articles of ``gold``, both
with the mentions found in them and with those annotated, and further articles of ``eval`` for which
``retelling_labels.jsonl`` says, by the triggers' offsets, which mentions a reader took for one event. It
prints how well mentions are grouped with each story left out in turn (what to expect of articles not seen)
and with all of them fitted; with --write it replaces ``core/merge/weights.toml``.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.labelled import label_of
from core import articles, pipeline
from core.edtf import bounds
from core.merge.chains import compared
from core.merge.linkage import grouped
from core.merge.retelling import Story, evidence
from core.merge.traits import Traits, read
from core.merge.wording import settings
from core.model import Article, Basis, Mention, Status, Trigger

Vector = NDArray[np.float64]
Row = dict[str, Any]
Grouping = Callable[["Told"], list[list[int]]]

WEIGHTS = Path("core/merge/weights.toml")
LABELS = Path(__file__).with_name("retelling_labels.jsonl")
PENALTY = 4.0  # of the squared weights; 2 to 8 do about as well
LARGE = 0.25  # power of an event's size by which its pairs count less: they are not independent
FOUND, ANNOTATED, LABELLED = "found", "annotated", "labelled"
# Rare in what is annotated, and held to be so until news says otherwise: what the grammar of a sentence
# tells, that the same sides hold talks once a day and set no two deadlines with the same ends, that nobody
# talks for others nor in the company of others, that the dead told after an attack are its dead and two
# attacks seldom have the same toll, that nothing in common but the trigger is chance, and so are acts of
# others on no day that is told.
EXPECTED = {
    "harm": 3.0,
    "harm_after": 1.5,
    "toll": 1.5,
    "talks_for": 3.0,
    "talks_day": 3.5,
    "talks_others": -2.0,
    "company_other": -3.0,
    "deadline": 4.0,
    "no_word": -1.5,
    "strangers": -2.0,
}
COUNTS = {FOUND: 1.0, ANNOTATED: 0.5, LABELLED: 1.0}
HEAD = """# Weights of the evidence that two mentions tell of one event (its names: retelling.py), a logistic
# model fitted to annotated news by benchmarks/fit_retelling.py, which also measures it.
"""


@dataclass(frozen=True)
class Told:
    """An article's mentions, the event each tells of (none where nobody looked), what speaks for pairs."""

    kind: str
    story: str
    events: tuple[str, ...]
    pairs: Mapping[tuple[int, int], Mapping[str, float]]

    @classmethod
    def of(
        cls, kind: str, story: str, article: Article, events: Mapping[str, str], mentions: Sequence[Mention]
    ) -> "Told":
        """Read the mentions of an article; ``events`` by the mentions' ids."""
        traits: list[Traits] = read([article], mentions)[0] if mentions else []
        whole = Story.of(traits)
        pairs = {(i, j): evidence(traits[i], traits[j], whole) for i, j in compared(traits)}
        return cls(kind, story, tuple(events.get(t.mention.id, "") for t in traits), pairs)


def annotated(shared: Path) -> Iterator[Told]:
    """Yield the annotated articles, with the mentions found and with those annotated."""
    for file in sorted((shared / "gold").rglob("gold.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        name, story = file.parent.name, data.get("group") or file.parent.name
        text = file.with_name("article.txt").read_text(encoding="utf-8")
        article = articles.from_text(text, id=name, published=data["published"] or data["dct"])
        found = pipeline.process(article).mentions
        right = [(row, _mention(name, row)) for row in data["events"]]
        same = {one.id: row["event"] for row, mark in right for one in found if _same(one, mark)}
        yield Told.of(FOUND, story, article, same, found)
        events = {mark.id: row["event"] for row, mark in right}
        yield Told.of(ANNOTATED, story, article, events, [mark for _, mark in right])


def _same(one: Mention, other: Mention) -> bool:
    """Say whether the triggers of two mentions overlap."""
    a, b = one.trigger, other.trigger
    return one.track == other.track and a.start < b.end and b.start < a.end


def _mention(article: str, row: Row) -> Mention:
    start = row["start"] + max(row["quote"].find(row["trigger"]), 0)
    first, last = bounds(row["date"])
    return Mention(
        article=article,
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
        trigger=Trigger(start, start + len(row["trigger"]), row["trigger"]),
        title=row["title"],
        track=row["track"],
        type=row["type"],
        mode=row["mode"],
        status=Status(row["status"]),
        edtf=row["date"],
        first=first,
        last=last,
        basis=Basis(row["basis"]),
        source=_names(row["source"]),
        target=_names(row["target"]),
        place=row["place"],
        killed=row["killed"],
        injured=row["injured"],
        confidence=1.0,
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.split(", ") if name)


def labelled(shared: Path) -> Iterator[Told]:
    """Yield the articles of which a reader has said which mentions tell of one event."""
    rows: dict[str, dict[str, Row]] = {}
    for label in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines()):
        if label["set"] not in rows:
            texts = (shared / "eval" / label["set"]).read_text(encoding="utf-8").splitlines()
            rows[label["set"]] = {label_of(row["id"]): row for row in map(json.loads, texts)}
        row = rows[label["set"]][label["id"]]
        day = (row.get("published") or row.get("dct") or "").replace("/", "-")[:10]
        article = articles.from_text(row["text"], id=label["id"], title=row.get("title") or "", published=day)
        event = {start: f"{number}" for number, starts in enumerate(label["events"]) for start in starts}
        event |= {start: f"once at {start}" for start in label["once"]}
        found = pipeline.process(article).mentions
        events = {one.id: event[one.trigger.start] for one in found if one.trigger.start in event}
        yield Told.of(LABELLED, label.get("story", label["id"]), article, events, found)


def table(told: Sequence[Told], names: Sequence[str]) -> tuple[Vector, Vector, Vector, NDArray[np.str_]]:
    """Return a row of evidence for each pair, whether it is one event, what it counts, and its story."""
    place = {name: i for i, name in enumerate(names)}
    rows: list[tuple[Vector, float, float, str]] = []
    for one in told:
        sizes = Counter(one.events)
        for (i, j), found in one.pairs.items():
            if one.events[i] and one.events[j]:
                values = np.zeros(len(names))
                values[[place[name] for name in found]] = list(found.values())
                same = one.events[i] == one.events[j]
                count = COUNTS[one.kind] / ((sizes[one.events[i]] - 1) ** LARGE if same else 1.0)
                rows.append((values, float(same), count, one.story))
    evidence_, same_, counts, stories = zip(*rows, strict=True)
    return np.array(evidence_), np.array(same_), np.array(counts), np.array(stories)


def fit(values: Vector, same: Vector, counts: Vector, expected: Vector) -> Vector:
    """Return the weights of the penalised logistic model, by Newton's method; the first one goes free.

    What is penalised is how far a weight is from the one ``expected``.
    """
    penalty = np.full(values.shape[1], PENALTY)
    penalty[0] = 0.05 * PENALTY
    weights = expected.copy()
    for _ in range(60):
        chance = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (counts * (same - chance)) - penalty * (weights - expected)
        curve = (values * (counts * chance * (1 - chance))[:, None]).T @ values + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights += step
        if abs(step).max() < 1e-6:
            break
    return weights


def groups(one: Told, weights: Mapping[str, float]) -> list[list[int]]:
    """Return the groups of an article's mentions that the weights make."""
    odds = {
        pair: weights["bias"] + sum(weights[name] * value for name, value in found.items())
        for pair, found in one.pairs.items()
    }
    return grouped(len(one.events), odds, settings()["retelling"]["least"])


def measured(told: Sequence[Told], grouping: Grouping) -> str:
    """Return precision, recall and F1 of the pairs, and F1 of B-cubed, in per cent."""
    hits = made = right = 0
    precise: list[float] = []
    recalled: list[float] = []
    for one in told:
        of = {i: number for number, group in enumerate(grouping(one)) for i in group}
        known = [i for i, event in enumerate(one.events) if event]
        for i, j in combinations(known, 2):
            same, joined = one.events[i] == one.events[j], of[i] == of[j]
            hits, made, right = hits + (same and joined), made + joined, right + same
        for i in known:
            mine = {j for j in known if of[j] == of[i]}
            true = {j for j in known if one.events[j] == one.events[i]}
            precise.append(len(mine & true) / len(mine))
            recalled.append(len(mine & true) / len(true))
    b, r = float(np.mean(precise)), float(np.mean(recalled))
    pairs = f"P {100 * hits / made:.1f}, R {100 * hits / right:.1f}, F1 {200 * hits / (made + right):.1f}"
    return f"{pairs} of {right} pairs; B-cubed {200 * b * r / (b + r):.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    told = [*annotated(given.shared), *labelled(given.shared)]
    names = ["bias", *sorted({name for one in told for found in one.pairs.values() for name in found})]
    values, same, counts, stories = table(told, names)
    values[:, 0] = 1.0

    expected = np.array([EXPECTED.get(name, 0.0) for name in names])

    def weights(kept: NDArray[np.bool_]) -> dict[str, float]:
        found = fit(values[kept], same[kept], counts[kept], expected)
        return dict(zip(names, found.tolist(), strict=True))

    unseen = {story: weights(stories != story) for story in {one.story for one in told}}
    fitted = {name: round(weight, 2) for name, weight in weights(stories != "").items()}
    print(f"{len(told)} articles, {len(same)} pairs, {int(same.sum())} of one event, {len(names)} features")
    for kind in COUNTS:
        some = [one for one in told if one.kind == kind]
        print(f"{kind}, story left out: {measured(some, lambda one: groups(one, unseen[one.story]))}")
        print(f"{kind}, fitted:         {measured(some, lambda one: groups(one, fitted))}")
    if given.write:
        body = "".join(f"{name} = {weight:.2f}\n" for name, weight in fitted.items())
        WEIGHTS.write_text(HEAD + body, encoding="utf-8")


if __name__ == "__main__":
    main()
