"""Shares what is told once for several dates: "27 and 28 April 2024", "Mondays and Tuesdays"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.temporal.builders.draft import Draft
from core.temporal.builders.lengths import weekly
from core.temporal.forms import Anchor, Calendar, Repetition, Shift, Unit
from core.temporal.words import Words

JOINING = frozenset({"and", "or", "to", "through", "until", "till", "-", "–", "—", ",", "from"})
_WITHIN = ([","], [",", "on"], [",", "in"], ["on"], ["in"], [",", "closer", "by"], [",", "closer", "until"])
_GOING_ON = (["and"], ["until"], ["till"], ["to"], ["through"], ["–"], ["-"])
_REACH = 3  # words between two dates of one story
_OWNING = (["'s"], ["’s"])  # "last year's October attack"
_LISTING = (["and"], ["or"], [","], [",", "and"])


def between(words: Words, left: Draft, right: Draft) -> list[str]:
    """Return the words between two drafts, at most four."""
    return [words.norm(index) for index in range(left.last, min(right.first, left.last + 4))]


def coordinate(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Let dates that stand in one list or range share what is told of one of them."""
    return _place_within(words, _share_repetition(words, _share_years(words, drafts)))


def _share_years(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Give "3 March" the year of "3 March and 5 May 2024", "March" that of "March, April and May 2022"."""
    out = list(drafts)
    listed = False  # whether the next date stands in a list that ends in a year
    for place in range(len(out) - 2, -1, -1):
        left, right = out[place], out[place + 1]
        gap = between(words, left, right)
        listed = _shares_year(left, right) and _joins(gap, listed=listed)
        if listed and isinstance(left.form, Calendar) and isinstance(right.form, Calendar):
            out[place] = replace(left, form=replace(left.form, year=right.form.year))
    return [*out[:1], *(_carried(words, left, right) for left, right in pairwise(out))]


def _carried(words: Words, left: Draft, right: Draft) -> Draft:
    """Give "20 May" the year of "began on 3 March 2022 and ended on 20 May"."""
    if not (isinstance(left.form, Calendar) and isinstance(right.form, Calendar)):
        return right
    gap = between(words, left, right)
    goes_on = gap[:1] in _GOING_ON and right.first - left.last <= _REACH
    later = right.form.lacks_year and (left.form.month or 13) <= (right.form.month or 0)
    if not goes_on or not later or left.form.year is None or right.form.weekday is not None:
        return right
    return replace(right, form=replace(right.form, year=left.form.year))


def _joins(gap: list[str], *, listed: bool) -> bool:
    return bool(gap) and JOINING.issuperset(gap) and (gap != [","] or listed)


def _shares_year(left: Draft, right: Draft) -> bool:
    if not (isinstance(left.form, Calendar) and isinstance(right.form, Calendar)):
        return False
    if not left.form.lacks_year or right.form.year is None or right.form.month is None:
        return False
    return right.form.month >= (left.form.month or 13)


def _place_within(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Place "Wednesday" in the week of "next week, on Wednesday", "May" in the year of "last year in May"."""
    out = list(drafts)
    for place in range(1, len(out)):
        whole, part = out[place - 1].form, out[place].form
        if not (isinstance(whole, Shift) and isinstance(part, Calendar)) or whole.anchor is not Anchor.DCT:
            continue
        gap = between(words, out[place - 1], out[place])
        owned = whole.unit is Unit.YEAR and gap in _OWNING
        if whole.count is None or not (owned or gap in _WITHIN):
            continue
        if whole.unit is Unit.WEEK and whole.whole and part == Calendar(weekday=part.weekday):
            out[place] = replace(out[place], form=replace(part, week_step=int(whole.count)))
        elif whole.unit is Unit.YEAR and part == Calendar(month=part.month, day=part.day) and part.month:
            out[place] = replace(out[place], form=replace(part, year_step=int(whole.count)))
    return out


def _share_repetition(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Repeat "Thursday" with "every Tuesday and Thursday", and "Monday" with "Monday and Tuesday nights"."""
    out = list(drafts)
    for place in range(1, len(out)):
        out[place] = _repeated(words, out[place - 1], out[place], out[place - 1])
    for place in range(len(out) - 2, -1, -1):
        after = out[place + 1]
        if words.norm(after.first) not in ("every", "each"):
            out[place] = _repeated(words, out[place], after, after)
    return out


def _repeated(words: Words, left: Draft, right: Draft, model: Draft) -> Draft:
    """Return the one of two drafts that is not the model, repeated as the model is if both are weekdays."""
    other = right if model is left else left
    if not isinstance(model.form, Repetition) or not isinstance(other.form, Calendar):
        return other
    weekday = other.form.weekday
    alone = weekday is not None and other.form == Calendar(weekday=weekday)
    if weekday is None or not alone or not model.form.value.startswith(weekly(0)[:-1]):
        return other
    if between(words, left, right) not in _LISTING:
        return other
    return replace(other, form=Repetition(weekly(weekday) + model.form.value[len(weekly(0)) :]))
