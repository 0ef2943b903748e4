"""What is known when an expression is resolved: the publication day, and what the text has told so far."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from core.temporal.forms import Anchor, Calendar, Clock, Expression, Reference, Shift
from core.temporal.spans import Span

_FEW = 4  # fewer foreign years than this make no history
_EXACT = 2  # news tells the past by its years, histories by months and days
_NEWS_SHARE = 10  # in a history at most one date in ten is of the kind that news uses


@dataclass(frozen=True, slots=True)
class Context:
    """The publication day, whether the text is a history, and the dates told last.

    ``last`` is the date told last, ``day`` the last one known to the day, ``quarter`` the last quarter named,
    ``results`` the quarter or year whose results are told, ``explicit`` the last date told in full,
    ``chronicle`` the last of another year that opened a sentence, ``episode`` the day told in full before
    in the same sentence, for a month the year that opens it. ``story`` is where a history has got to: a
    lone mention of a far year does not move it, it is kept as ``rival`` until a second one confirms it.
    ``ancient`` is the year before Christ that the text is in. ``named`` are the days that the text names
    outright, ``reached`` those after publication whose hours it tells as past, ``beside`` is the day that an
    expression is joined to by "and" or "or".
    """

    dct: dt.date | None
    narrative: bool
    named: frozenset[dt.date] = frozenset()
    reached: frozenset[dt.date] = frozenset()
    beside: Span | None = None
    last: Span | None = None
    day: Span | None = None
    quarter: Span | None = None
    results: Span | None = None
    explicit: Span | None = None
    chronicle: Span | None = None
    episode: Span | None = None
    story: Span | None = None
    rival: Span | None = None
    ancient: int | None = None

    @property
    def now(self) -> dt.date | None:
        """The publication day, up to which news tells; None in a history, which was written long after."""
        return None if self.narrative else self.dct

    @property
    def base(self) -> dt.date | None:
        """The day that undated words are counted from."""
        return self.story.first if self.narrative and self.story else self.dct


def is_narrative(expressions: Sequence[Expression], dct: dt.date | None) -> bool:
    """Say whether a text is a history: it tells mostly years other than that of its publication."""
    dates = [item.form for item in expressions if isinstance(item.form, Calendar)]
    told = [form for form in dates if form.year]
    far = [form for form in told if dct is None or form.bc or abs((form.year or 0) - dct.year) > 1]
    exact = sum(form.month is not None or form.bc for form in far)
    news = sum(_is_news(item) for item in expressions)
    history = len(far) >= _FEW and exact >= _EXACT and len(far) * 2 > len(told)
    return history and news * _NEWS_SHARE <= len(dates)


def _is_news(item: Expression) -> bool:
    """Say whether an expression is of the kind that only news and letters use."""
    form = item.form.day if isinstance(item.form, Clock) else item.form
    if isinstance(form, Shift):
        return form.anchor is Anchor.DCT and form.sign <= 0
    if isinstance(form, Reference):
        return False
    return isinstance(form, Calendar) and form.weekday is not None and form.month is None
