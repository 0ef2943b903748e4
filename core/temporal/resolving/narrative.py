"""Says whether a text is a history, whose dates go on from each other, or news, read from publication.

Long histories show it by their far years; short ones by opening with a date that the next ones go on from.
"""

import datetime as dt
from collections.abc import Sequence

from core.temporal.forms import Anchor, Calendar, Direction, Expression, Reference, Shift, Unit, date_of

_FEW = 4  # fewer foreign years than this make no history by themselves
_EXACT = 2  # news tells the past by its years, histories by months and days
_NEWS_SHARE = 10  # in a history at most one date in ten is of the kind that news uses
_TODAY = Shift(Unit.DAY, 0.0)  # "today a holiday is kept": even a history may say so once
_FIRST_STEP = 125  # days from the one full date of a short history to the next date
_RECENT = 31  # days from publication within which news tells dates without a year
_YEAR_DAYS, _MONTH_DAYS = 365, 30


def is_narrative(
    expressions: Sequence[Expression], dct: dt.date | None, headings: frozenset[int] = frozenset()
) -> bool:
    """Say whether a text is a history: it tells mostly years other than that of its publication.

    ``headings`` are the places of the dates that stand in headings.
    """
    items = [item for item in expressions if isinstance(date_of(item.form), Calendar)]
    dates = [form for item in items if isinstance(form := date_of(item.form), Calendar)]
    told = [form for form in dates if form.year]
    far = [form for form in told if _is_far(form, dct)]
    exact = sum(form.month is not None or form.bc for form in far)
    news = [item for item in expressions if _is_news(item)]
    history = len(far) >= _FEW and exact >= _EXACT and len(far) * 2 > len(told)
    if history and len(news) * _NEWS_SHARE <= len(dates):
        return True
    todays = sum(item.form == _TODAY for item in news)
    return todays <= 1 and len(news) == todays and _is_short_history(items, dates, dct, 0 in headings)


def _is_far(form: Calendar, dct: dt.date | None) -> bool:
    return dct is None or form.bc or abs((form.year or 0) - dct.year) > 1


def _is_news(item: Expression) -> bool:
    """Say whether an expression is of the kind that only news and letters use."""
    form = date_of(item.form)
    if isinstance(form, Shift):
        return form.anchor is Anchor.DCT and form.sign <= 0 and (form.count or 0.0) <= 0
    if isinstance(form, Reference):
        return False
    return isinstance(form, Calendar) and form.weekday is not None and form.month is None


def _is_short_history(
    items: Sequence[Expression], dates: Sequence[Calendar], dct: dt.date | None, headed: bool
) -> bool:
    """Say whether a text without any word of news opens with a date of another year that it goes on from."""
    opening = next((form for form in dates if form.year or form.month), None)
    told = [form for form in dates if form.year]
    if opening is None or not opening.year or opening.bc or not (opening.month or headed):
        return False
    if any(form.bc or (dct and (form.year or 0) >= dct.year) for form in told):
        return False
    bare = [place for place, form in enumerate(dates) if form.lacks_year]
    ahead = any(items[place].direction is Direction.FUTURE for place in bare)
    near = sum(is_near(dates[place], dct) for place in bare) if dct else 0
    if not bare or ahead or (near * 2 > len(bare) and not headed):
        return False
    far = sum(_is_far(form, dct) for form in told)
    goes_on = headed or _days_on(opening, dates[bare[0]]) <= _FIRST_STEP
    return far > 1 or (goes_on and (far > 0 or len(told) > 1))


def is_near(form: Calendar, dct: dt.date) -> bool:
    """Say whether a day or month without a year may be one of the days around publication."""
    away = _days_on(Calendar(month=dct.month, day=dct.day), form)
    return min(away, _YEAR_DAYS - away) <= _RECENT


def _days_on(left: Calendar, right: Calendar) -> int:
    """Return about how many days after one date the next day or month of another's name comes."""
    months = ((right.month or 1) - (left.month or 1)) * _MONTH_DAYS
    days = (right.day - left.day) if left.day and right.day else 0
    return (months + days) % _YEAR_DAYS
