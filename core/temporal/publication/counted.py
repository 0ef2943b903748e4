"""Days told by their distance from a date named after it: "on Sunday, a day before the talks due on 2 June".

Such a day is named as surely as if its date stood there, and a weekday beside it tells the year.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from core.temporal.forms import Anchor, Calendar, Duration, Expression, Shift, Unit, date_of
from core.temporal.publication.named import Named

Distance = tuple[int, int, int]
"""Where a distance stands in the text, from and to, and its days: negative before the date."""

_WAY = re.compile(r"\s(?:(?P<back>before|ahead of|prior to)|after|following)\b")
_EVE = re.compile(r"\bthe eve of\b")
_REACH = 120  # characters from the distance to the date it is counted from
# What may stand between: no other sentence, and a comma only where what is counted from is told more of
_BETWEEN = re.compile(r"(?:[^.!?\n;:,]|,(?= (?:which|where|when|whose|due|set|scheduled|planned|on)\b))*")
_SAME_SENTENCE = re.compile(r"[^.!?\n]*")
_DAYS_IN = {Unit.DAY: 1, Unit.WEEK: 7}
_MOST_DAYS = 15  # beyond, counts are rounded
_SOME_YEAR = 2001


def counted(text: str, expressions: Sequence[Expression]) -> Iterator[Named]:
    """Yield each day that the text tells by a distance, with its date and the weekday told beside it."""
    for start, end, days in (*_distances(text, expressions), *_eves(text)):
        date = next((item for item in expressions if item.start >= end), None)
        told = next((item for item in reversed(expressions) if item.end <= start), None)
        day = _counted_from(text[end : date.start], date, days) if date else None
        if date and day:
            beside = told if told and _SAME_SENTENCE.fullmatch(text, told.end, start) else None
            yield _named(start, f"{text[start:end]} … {date.text}", day, beside, date)


def _distances(text: str, expressions: Sequence[Expression]) -> Iterator[Distance]:
    for item in expressions:
        form = item.form
        size = _DAYS_IN.get(form.unit, 0) if isinstance(form, Shift | Duration) else 0
        if not size or not isinstance(form, Shift | Duration) or not form.count:
            continue
        days, end = round(form.count * size), item.end
        if isinstance(form, Duration):
            way = _WAY.match(text, item.end)
            days = 0 if way is None else -days if way["back"] else days
            end = way.end() if way else end
        elif form.anchor is not Anchor.EVENT or (form.whole and form.unit is Unit.WEEK):
            days = 0  # "the week before" holds seven days
        if days and abs(days) <= _MOST_DAYS:
            yield item.start, end, days


def _eves(text: str) -> Iterator[Distance]:
    for match in _EVE.finditer(text):
        yield match.start(), match.end(), -1


def _counted_from(between: str, date: Expression, days: int) -> Calendar | None:
    """Return the day so many days from a date; None where that is no date or stands too far off."""
    form = date.form
    if not isinstance(form, Calendar) or len(between) > _REACH or not _BETWEEN.fullmatch(between):
        return None
    try:
        day = dt.date(form.year or _SOME_YEAR, form.month or 0, form.day or 0) + dt.timedelta(days)
    except (ValueError, OverflowError):
        return None
    return Calendar(day.year if form.year else None, day.month, day.day)


def _named(start: int, quote: str, day: Calendar, beside: Expression | None, date: Expression) -> Named:
    weekday = _weekday(beside) if beside else None
    return Named(
        start,
        date.end,
        quote,
        weekday,
        day.day,
        day.month,
        day.year,
        (beside if beside and weekday is not None else date).direction.value,
        alone=False,
    )


def _weekday(item: Expression) -> int | None:
    form = date_of(item.form)
    return form.weekday if isinstance(form, Calendar) and not form.day and form.step is None else None
