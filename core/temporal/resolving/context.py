"""What is known when an expression is resolved: the publication day, and what the text has told so far."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from core.temporal.spans import Span


@dataclass(frozen=True, slots=True)
class Context:
    """The publication day, whether the text is a history, and the dates told last.

    ``last`` is the date told last, ``day`` the last one known to the day, ``rest`` the one before it that the
    next sentence's hours are of, where ``day`` is of an earlier round, ``quarter`` the last quarter named,
    ``results`` the quarter or year whose results are told, ``explicit`` the last date told in full,
    ``chronicle`` the last of another year that opened a sentence (``entry``: this one opens an entry),
    ``line`` the date that opened this line as an entry of a list, ``year`` that of the line or its heading,
    ``episode`` what tells the year: a day told in full before, the month or year that the sentence is of.
    ``story`` is where a history has got to: a lone mention of a far year does not move it, it is kept as
    ``rival`` until a second one confirms it. ``ancient`` is the date before Christ told last.
    ``named`` are the days that the text names outright, ``reached`` those after publication whose hours it
    tells as past, ``beside`` is the day that an expression is joined to by "and" or "or", ``start`` the first
    one on which a plan told as past may fall. ``coming`` are the years told next.
    """

    dct: dt.date | None
    narrative: bool
    named: frozenset[dt.date] = frozenset()
    reached: frozenset[dt.date] = frozenset()
    start: dt.date | None = None
    beside: Span | None = None
    last: Span | None = None
    day: Span | None = None
    rest: Span | None = None
    quarter: Span | None = None
    results: Span | None = None
    explicit: Span | None = None
    chronicle: Span | None = None
    entry: bool = False
    line: Span | None = None
    year: int | None = None
    episode: Span | None = None
    story: Span | None = None
    rival: Span | None = None
    ancient: str = ""
    coming: tuple[int, ...] = ()

    def but(self, **changes: Any) -> "Context":
        """Return the context with these changes; itself where they change nothing, as they mostly do."""
        new = {name: value for name, value in changes.items() if getattr(self, name) is not value}
        return replace(self, **new) if new else self

    @property
    def now(self) -> dt.date | None:
        """The publication day, up to which news tells; None in a history, which was written long after."""
        return None if self.narrative else self.dct

    @property
    def ancient_year(self) -> int | None:
        """The year before Christ that the text is in."""
        return int(self.ancient[2:6]) if self.ancient else None

    @property
    def base(self) -> dt.date | None:
        """The day that undated words are counted from."""
        return self.story.first if self.narrative and self.story else self.dct
