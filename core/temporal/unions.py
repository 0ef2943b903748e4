"""Joins what tells one time in two parts: the week of a day, a length in two units; years before Christ."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.temporal.builders.draft import Draft
from core.temporal.coordination import between
from core.temporal.forms import Anchor, Calendar, Duration, Form, Shift, Unit
from core.temporal.lexicon import ENGLISH
from core.temporal.words import Words

_OF_DAY = (["of"], ["beginning"], ["starting"], ["ending"], ["ended"], ["commencing"], ["from"])
_SUMS = (["and"],)  # and "2 часа 15 минут", with nothing between
_LINES = frozenset({"-", "–", "—", "and", "to", "or", "/"})
_THE_WEEK = Shift(Unit.WEEK, 0.0, Anchor.CONTEXT, whole=True)
_FINER = tuple(Unit)
_IN_FINER = {(Unit.YEAR, Unit.MONTH): 12, (Unit.WEEK, Unit.DAY): 7}
_REACH = 150  # years from one before Christ that the text tells within which it means others so


def join_weeks(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Join "the week of 4 May" and "the week ending 9 August": the week that holds the day."""
    out = list(drafts[:1])
    for left, right in pairwise(drafts):
        week = _week_of(right.form)
        ranged = right.last < len(words.codes) and words.norm(right.last) in _LINES
        if week and left.form == _THE_WEEK and between(words, left, right) in _OF_DAY and not ranged:
            out[-1] = Draft(left.first, right.last, week, left.mod)
        else:
            out.append(right)
    return out


def _week_of(day: Form) -> Calendar | None:
    """Return the week of a day told with its month."""
    if not isinstance(day, Calendar) or day.month is None or day.day is None or day.bc:
        return None
    return replace(day, weekday=None, week=0)


def join_lengths(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Join "a year and a day" and "two years and three months ago"."""
    out = list(drafts[:1])
    for left, right in pairwise(drafts):
        told = between(words, left, right) in (_SUMS if words.language == ENGLISH else (*_SUMS, []))
        joined = _added(left, right) if told else None
        if joined:
            out[-1] = joined
        else:
            out.append(right)
    return out


def _added(left: Draft, right: Draft) -> Draft | None:
    """Return the sum of a length and one in a finer unit; None where they are no such two."""
    length, finer = left.form, right.form
    if not isinstance(length, Duration) or length.count is None or right.mod:
        return None
    if not isinstance(finer, Duration | Shift) or finer.count is None:
        return None
    if _FINER.index(finer.unit) >= _FINER.index(length.unit):
        return None
    if isinstance(finer, Duration):
        return replace(left, last=right.last, form=replace(length, more=(finer.unit, finer.count)))
    size = _IN_FINER.get((length.unit, finer.unit))
    if size is None or not finer.sign:
        return None
    form = replace(finer, count=finer.count + finer.sign * size * length.count)
    return Draft(left.first, right.last, form, left.mod)


def only_told_eras(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Keep "in 406" as a year before Christ only where the text tells such years outright, and near it."""
    ancient = [draft for draft in drafts if _is_ancient(draft)]
    if not ancient or words.language != ENGLISH:
        return list(drafts)
    told = [_year(draft) for draft in ancient if _is_told(words, draft)]
    near = range(min(told) - _REACH, max(told) + _REACH) if told else range(0)
    kept = (
        draft if not _is_ancient(draft) or _year(draft) in near else _of_no_year(draft) for draft in drafts
    )
    return [draft for draft in kept if draft]


def _of_no_year(draft: Draft) -> Draft | None:
    """Return the month and day of what is followed by a count, not a year: "in June 300 of them fled"."""
    if not isinstance(draft.form, Calendar) or draft.form.month is None:
        return None
    return replace(draft, last=draft.last - 1, form=replace(draft.form, year=None, bc=False))


def _is_ancient(draft: Draft) -> bool:
    return isinstance(draft.form, Calendar) and draft.form.bc


def _year(draft: Draft) -> int:
    return draft.form.year or 0 if isinstance(draft.form, Calendar) else 0


def _is_told(words: Words, draft: Draft) -> bool:
    """Say whether "BC" stands with a year, or with the other end of its range: "499-493 BC"."""
    return any(words.is_a(place, "BC") for place in range(draft.first, draft.last + 3))
