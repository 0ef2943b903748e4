"""Turns time expressions into what the clues weigh: the parts of a date each names, the way it points."""

import re
from collections.abc import Iterator, Sequence

from core.temporal.forms import Calendar, Direction, Duration, Expression, Shift, date_of
from core.temporal.publication.named import Named

# A date stands by itself at the start of a line or part of one, as in a dateline, a caption's end or a post
_BY_ITSELF = re.compile(r"(?:^|[\n|(){}\[\]·•:;.,!?”\"–—-])[ \t]{0,9}$")


def named(text: str, expressions: Sequence[Expression]) -> list[Named]:
    """Return the expressions that can tell something of the publication day."""
    return list(_all(text, expressions))


def _all(text: str, expressions: Sequence[Expression]) -> Iterator[Named]:
    end = 0
    for item in expressions:
        listed = text[end : item.start].strip() == ","  # "on 3 May, 9 May and 20 May"
        end = item.end
        form = date_of(item.form)
        if isinstance(form, Calendar) and _is_free(form):
            yield Named(
                item.start,
                item.end,
                item.text,
                form.weekday,
                form.day,
                form.month,
                form.year,
                item.direction.value,
                not listed and _BY_ITSELF.search(text, max(0, item.start - 12), item.start) is not None,
                item.direction is Direction.PAST and text.endswith((" on ", "On "), 0, item.start),
            )
        elif isinstance(form, Shift | Duration) and form.count is not None:
            shift = (form.unit.value, form.count)
            yield Named(item.start, item.end, item.text, direction=item.direction.value, shift=shift)


def _is_free(form: Calendar) -> bool:
    """Say whether the expression names a date by itself, not by one told before or by "last" and "next"."""
    steps = (form.step, form.year_step, form.week_step)
    if form.weekday is not None and form.week is not None:
        return False  # "the first Monday in May"
    return not form.context and not form.bc and not form.part and steps == (None, None, None)
