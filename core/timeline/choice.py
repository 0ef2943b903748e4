"""Chooses the events and lanes a view shows."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from core.model import Event
from core.scene import View
from core.taxonomy import Track, tracks
from core.timeline.table import EventTable, Indices

Mask = npt.NDArray[np.bool_]


def wanted(table: EventTable, view: View) -> Indices:
    """Return the events that the view's filters let through."""
    if not (view.tracks or view.statuses or view.confidence):
        return np.arange(len(table))
    kept = [
        i
        for i, event in enumerate(table.events)
        if (not view.tracks or event.track in view.tracks)
        and (not view.statuses or event.status.value in view.statuses)
        and event.confidence >= view.confidence
    ]
    return np.array(kept, dtype=np.int64)


def lasting_or_within(table: EventTable, chosen: Indices, first: float, last: float) -> Mask:
    """Say which events are seen in a time: their mark lies in it, or they last into it."""
    at = table.at[chosen]
    lasting = table.span[chosen] & (table.start[chosen] < last) & (table.end[chosen] > first)
    return ((at >= first) & (at <= last)) | lasting


def shown(table: EventTable, view: View, first: float, last: float) -> Iterator[Event]:
    """Yield the events that a view shows in a time."""
    chosen = wanted(table, view)
    for i in chosen[lasting_or_within(table, chosen, first, last)].tolist():
        yield table.events[i]


def lanes(table: EventTable, view: View) -> tuple[Track, ...]:
    """Return the lanes: the two tracks always, others where they occur; unknown ones by their own name."""
    known = tracks()
    names = {track.name for track in known}
    extra = [Track(name, name.capitalize(), "other", 99) for name in table.tracks if name not in names]
    every = [track for track in known if track.order <= 2 or track.name in table.tracks] + extra
    return tuple(track for track in every if not view.tracks or track.name in view.tracks)


def of_track(table: EventTable, chosen: Indices, track: Track) -> Mask:
    """Say which events belong to a track."""
    number = table.tracks.index(track.name) if track.name in table.tracks else -1
    return np.equal(table.track[chosen], number)


def heaviest(table: EventTable, chosen: Indices, most: int) -> Indices:
    """Return the weightiest events, in order of weight."""
    weights = table.weight[chosen]
    if len(chosen) > most:
        part = np.argpartition(-weights, most)[:most]
        chosen, weights = chosen[part], weights[part]
    return chosen[np.lexsort((chosen, -weights))]
