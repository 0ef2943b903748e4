"""Reads events once into arrays sorted by time, so that each view of 100,000 events takes milliseconds."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from core.model import Basis, Event, Status
from core.scene import Floats
from core.taxonomy import describe

T = TypeVar("T")
Indices = npt.NDArray[np.int64]

PINNED = 100.0
"""Weight that only pinned events have."""
_SPAN_TYPES = frozenset({"THREATEN"})
_WEIGHT = {
    "AGREE": 3.0,
    "CONSULT": 2.5,
    "CONCEDE": 2.5,
    "RETREAT": 2.5,
    "ASSAULT": 2.0,
    "REQUEST": 1.5,
    "THREATEN": 1.5,
}


@dataclass(frozen=True)
class EventTable:
    """Events in order of time. ``at`` is the time of the mark, ``start``/``end`` what it may reach over.

    Arrays have one entry per event; ``end`` is exclusive (the day after the last). ``span`` is true where
    the event itself lasts, false where ``start``..``end`` are merely the possible days. ``weight`` ranks
    events for labels; ``label`` is what their type is called, as an index into ``labels``.
    ``article`` numbers the article of each report, ``reports`` the event it reports.
    Events with no date at all are only counted, in ``undated``.
    """

    events: tuple[Event, ...]
    at: Floats
    start: Floats
    end: Floats
    span: npt.NDArray[np.bool_]
    weight: Floats
    sources: Floats
    track: npt.NDArray[np.int64]
    tracks: tuple[str, ...]
    label: Indices
    labels: tuple[str, ...]
    undated: int
    article: Indices
    reports: Indices

    def __len__(self) -> int:
        return len(self.events)


def prepare(events: Sequence[Event]) -> EventTable:
    """Return the events as a table; those without any date are left out and counted."""
    dated = [event for event in events if event.first or event.last]
    first = np.array([_ordinal(event, "first") for event in dated], dtype=float)
    last = np.array([_ordinal(event, "last") for event in dated], dtype=float)
    span = np.array([_is_span(event) for event in dated], dtype=bool)
    start, end = np.fmin(first, last), np.fmax(first, last) + 1
    at = np.where(span, start, (start + end) / 2)
    track, names = _coded([event.track for event in dated])
    kinds, types = _coded([(event.track, event.type, event.mode) for event in dated])
    weight = np.array([_weight(event) for event in dated], dtype=float)
    sources = np.array([max(1, event.sources) for event in dated], dtype=float)
    order = np.lexsort((-weight, at))
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return EventTable(
        tuple(dated[number] for number in order),
        at[order],
        start[order],
        end[order],
        span[order],
        weight[order],
        sources[order],
        track[order],
        names,
        kinds[order],
        tuple(describe(*each).label for each in types),
        len(events) - len(dated),
        _coded([name for event in dated for name in event.articles])[0],
        np.repeat(rank, [len(event.articles) for event in dated]),
    )


def _coded(values: Sequence[T]) -> tuple[Indices, tuple[T, ...]]:
    """Return the values as indices into the different ones."""
    index: dict[T, int] = {}
    codes = [index.setdefault(value, len(index)) for value in values]
    return np.array(codes, dtype=np.int64), tuple(index)


def _ordinal(event: Event, side: str) -> float:
    day = event.first if side == "first" else event.last
    return day.toordinal() if day else np.nan


def _is_span(event: Event) -> bool:
    """Say whether the event lasts: a deadline that runs, or a stretch of three days or more told as such."""
    if event.first is None or event.last is None or "/" not in event.edtf or ".." in event.edtf:
        return False
    days = (event.last - event.first).days
    return days >= 2 or (days >= 1 and event.type in _SPAN_TYPES)


def _weight(event: Event) -> float:
    """Return how much an event deserves its label: pinned, well sourced, deadly, of weighty type, sure."""
    toll = event.killed[1] if event.killed else 0
    return float(
        _WEIGHT.get(event.type, 1.0)
        + 1.5 * log2(1 + event.sources)
        + 0.4 * log2(1 + len(event.mentions))
        + 0.5 * log2(1 + toll)
        + event.confidence
        + (1.0 if event.basis is not Basis.DCT else 0.0)
        + (0.5 if event.status is not Status.OCCURRED else 0.0)
        + (PINNED if event.marks.pinned else 0.0)
    )
