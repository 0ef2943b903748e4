"""Clues from landmark events told with a time: "the deal signed on Friday", "last week's assassination".

The landmark's date is known; the time beside it says how far from it the publication day is.
"""

import datetime as dt
import math
from collections.abc import Callable, Iterator, Sequence

from core.edtf import words
from core.temporal.forms import Anchor, Calendar, Direction, Duration, Expression, Shift, Unit, date_of
from core.temporal.publication import grid
from core.temporal.publication.clue import Clue
from core.temporal.publication.landmarks import Hit, alternatives, inside, nearest

Window = tuple[int, int, float]
"""First and last possible lag of the publication day behind the landmark, and the gain in log-likelihood."""

_DAYS_IN = {Unit.DAY: 1.0, Unit.WEEK: 7.0, Unit.MONTH: 30.44, Unit.YEAR: 365.25}
_TO_THE_DAY = 8.0  # gain where the very day is told
_SLACK = {Unit.DAY: 0.15, Unit.WEEK: 0.5, Unit.MONTH: 0.5, Unit.YEAR: 0.5}  # share of the count's unit


def anchored_clues(text: str, hits: Sequence[Hit], expressions: Sequence[Expression]) -> Iterator[Clue]:
    """Yield a clue for each landmark and each time told in a sentence that speaks of it."""
    for group in alternatives([hit for hit in hits if hit.close]):
        told = set()
        for item in dict.fromkeys(item for hit in group for item in inside(hit, expressions)):
            windows = tuple(_window(text, item, hit) if inside(hit, [item]) else None for hit in group)
            if any(windows) and windows not in told:
                told.add(windows)
                yield _clue(item, group, windows)


def _clue(item: Expression, group: Sequence[Hit], windows: Sequence[Window | None]) -> Clue:
    weights = grid.flat()
    for hit, window in zip(group, windows, strict=True):
        if window:
            low, high, gain = window
            start = grid.index(hit.landmark.date)
            weights[max(start + low, 0) : max(start + high + 1, 0)] = gain
    fitting = [hit for hit, window in zip(group, windows, strict=True) if window]
    return Clue("anchored", item.text, weights, _say(item, fitting))


def _say(item: Expression, hits: Sequence[Hit]) -> Callable[[dt.date], str]:
    def say(day: dt.date) -> str:
        landmark = nearest(hits, day)
        return f"“{item.text}” is told of: {landmark.event} ({words(landmark.date.isoformat())})"

    return say


def _window(text: str, item: Expression, hit: Hit) -> Window | None:
    day = hit.landmark.date
    form = date_of(item.form)
    if isinstance(form, Calendar):
        return _calendar(form, item.direction, day)
    if isinstance(form, Duration) and form.count and text[item.end : item.end + 7] == " after ":
        return _distance(form.unit, form.count) if _comes_after(text, item, hit) else None
    if isinstance(form, Shift) and form.grain is Unit.DAY and form.count and form.unit is Unit.YEAR:
        lag = -form.count * _DAYS_IN[Unit.YEAR]  # "three years ago today"
        return math.floor(lag), math.ceil(lag), _TO_THE_DAY
    if isinstance(form, Shift) and form.anchor is Anchor.DCT and form.count is not None:
        return _whole(form, day) if form.whole else _distance(form.unit, -form.count)
    return None


def _comes_after(text: str, item: Expression, hit: Hit) -> bool:
    """Say whether a landmark is told of after "a week after": what happened a week after it is the news."""
    end = next(end for start, end in hit.spans if start <= item.start < end)
    rest = text[item.end : end].lower()
    telling = [[word for word in group if word.islower()] or group for group in hit.landmark.words]
    return not telling or any(word.lower() in rest for group in telling for word in group)


def _calendar(form: Calendar, direction: Direction, day: dt.date) -> Window | None:
    if form.year or form.context or form.part:
        return None
    if form.day and form.month:
        return (-150, 300, 2.5) if (form.month, form.day) == (day.month, day.day) else None
    if form.month and not form.day:
        end = (_month_after(day, 1) - day).days
        return (end, 330, 1.5) if form.month == day.month else None  # its name is told once it is over
    if form.weekday is not None and form.weekday == day.weekday():
        ahead = direction is Direction.FUTURE or form.step == 1
        return (-7, 0, 1.4) if ahead else None
    return None


def _distance(unit: Unit, lag: float) -> Window | None:
    if unit not in _DAYS_IN:
        return None
    size = _DAYS_IN[unit]
    slack = 0.0 if unit is Unit.DAY and abs(lag) < 4 else max(abs(lag) * 0.1, _SLACK[unit])
    return round((lag - slack) * size), round((lag + slack) * size), 2.0


def _whole(form: Shift, day: dt.date) -> Window | None:
    """Return the window of "last week", "this month" and the like: the calendar's units, not distances."""
    back = -round(form.count or 0)
    if form.unit is Unit.WEEK:
        low = 7 * back - day.weekday() - 1
        return (max(low, 0) if back == 0 else low, low + 7, 1.5)
    if form.unit is Unit.WEEKEND:
        return (1, 7, 1.5) if day.weekday() >= 4 and back >= 0 else None
    if form.unit is Unit.MONTH:
        first = _month_after(day, back)
        return ((first - day).days, (_month_after(day, back + 1) - day).days - 1, 1.2)
    if form.unit is Unit.YEAR:
        year = day.year + back
        return ((dt.date(year, 1, 1) - day).days, (dt.date(year, 12, 31) - day).days, 1.0)
    return None


def _month_after(day: dt.date, count: int) -> dt.date:
    months = day.year * 12 + day.month - 1 + count
    return dt.date(months // 12, months % 12 + 1, 1)
