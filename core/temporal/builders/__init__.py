"""Builders: one per form named in shapes.toml, each turning a hit into what it says."""

from collections.abc import Callable, Iterable

from core.temporal.builders import calendar, clock, lengths, periods, relative
from core.temporal.builders.draft import Draft
from core.temporal.shapes import Hit

Builder = Callable[[Hit], Iterable[Draft]]

BUILDERS: dict[str, Builder] = {
    **calendar.BUILDERS,
    **periods.BUILDERS,
    **relative.BUILDERS,
    **lengths.BUILDERS,
    **clock.BUILDERS,
}


def build(hit: Hit) -> list[Draft]:
    """Return what a hit says: no draft for what only looks like a time, several for "27 and 28 April"."""
    return list(BUILDERS[hit.shape.form](hit))
