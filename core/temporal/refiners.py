"""Joins drafts that belong together: clock times with their day, distances with the date they count from."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.temporal.builders.draft import Draft
from core.temporal.coordination import JOINING, between, coordinate
from core.temporal.forms import Anchor, Calendar, Clock, DayForm, Duration, Holiday, Shift, Unit
from core.temporal.lexicon import ENGLISH
from core.temporal.words import Words

_SIGNS = {"before": -1, "after": 1, "eve": -1}
_ARTICLES = frozenset({"the", "a", "his", "her", "its", "their"})


def refine(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Apply all refiners; drafts are in order of place."""
    drafts = _settle_order(words, drafts)
    return _count_from_dates(words, coordinate(words, _join_clocks(words, drafts)))


def _settle_order(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Read "2/6/2025" day first in a text that writes its other dates so ("27/5/2025", "2 June")."""
    votes = 0
    for draft in drafts:
        form, start = draft.form, words.word(draft.first)
        if isinstance(form, Calendar) and form.day and form.month and form.weekday is None:
            slashed = "/" in start
            if slashed and max(form.day, form.month) > 12:
                votes += 10 if start.startswith(str(form.day)) else -10
            elif not slashed and "-" not in start:
                votes += 1 if start[0].isdigit() else -1
    return [_day_first(words, draft) if votes > 0 else draft for draft in drafts]


def _day_first(words: Words, draft: Draft) -> Draft:
    form = draft.form
    if not isinstance(form, Calendar) or "/" not in words.word(draft.first) or (form.day or 13) > 12:
        return draft
    return replace(draft, form=replace(form, day=form.month, month=form.day))


def _count_from_dates(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Count "two days before 9 May" and "the day after Monday's talks" from the date named in them."""
    counted = [_counted(words, left, right) for left, right in pairwise(drafts)] + list(drafts[-1:])
    kept = [draft for draft in counted if not _is_lone_eve(words, draft)]
    return [left for left, right in pairwise(kept) if not _is_month_of(words, left, right)] + kept[-1:]


def _is_month_of(words: Words, left: Draft, right: Draft) -> bool:
    """Say whether "the month" stands in "the month of Ramadan"."""
    form = left.form
    return (
        isinstance(form, Shift)
        and isinstance(right.form, Holiday)
        and between(words, left, right) == ["of"]
        and form.unit is Unit.MONTH
    )


def _is_lone_eve(words: Words, draft: Draft) -> bool:
    """Say whether "the eve of" stands before something whose date the text does not tell."""
    if words.norm(draft.last - 1) != "eve" or not isinstance(draft.form, Shift):
        return False
    begins = words.word(draft.first)[0].isupper() and words.language != ENGLISH  # "Напередодні міністр ..."
    return draft.form.anchor is Anchor.CONTEXT and not begins


def _counted(words: Words, left: Draft, right: Draft) -> Draft:
    gap = between(words, left, right)
    if not _is_day(right.form) or len(gap) > 2:
        return left
    form = left.form
    if (
        isinstance(form, Shift)
        and form.unit in (Unit.WEEK, Unit.WEEKEND)
        and not form.count
        and gap == ["of"]
    ):
        return replace(left, form=replace(form, anchor=Anchor.EVENT))  # "the week of 3 March"
    beside = _ARTICLES | {"of"} if words.norm(left.last - 1) == "eve" else _ARTICLES
    if isinstance(form, Shift) and form.anchor is Anchor.CONTEXT and form.whole and beside.issuperset(gap):
        last = words.norm(left.last - 1)
        return replace(left, form=replace(form, anchor=Anchor.EVENT)) if last in _SIGNS else left
    if isinstance(form, Duration) and form.count is not None and gap[:1] and gap[0] in _SIGNS:
        count = form.count * _SIGNS[gap[0]]
        return (
            replace(left, form=Shift(form.unit, count, Anchor.EVENT)) if set(gap[1:]) <= _ARTICLES else left
        )
    return left


def _is_day(form: object) -> bool:
    if isinstance(form, Calendar):
        return form.day is not None or form.weekday is not None
    return isinstance(form, Holiday) or (isinstance(form, Shift) and form.unit is Unit.DAY)


def _join_clocks(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Join "9 a.m." and "Friday" into one expression where they touch, in either order."""
    out: list[Draft] = []
    for draft in drafts:
        joined = _joined(words, out[-1], draft) if out else None
        if joined:
            out[-1] = joined
            _share_day(words, out)
            continue
        if out and _is_bracketed(words, out[-1], draft):
            out[-1] = replace(out[-1], form=replace(out[-1].form, day=_day_form(draft)))
            _share_day(words, out)
        out.append(draft)
    return out


def _is_bracketed(words: Words, left: Draft, right: Draft) -> bool:
    """Say whether a time in brackets has its day after them: "14:00 local time (11:00 GMT) on Monday"."""
    if not isinstance(left.form, Clock) or left.form.day or not _is_day(right.form):
        return False
    return between(words, left, right) in ([")"], [")", "on"])


def _share_day(words: Words, drafts: list[Draft]) -> None:
    """Give "08:00" the day of "08:00 to 20:00 on Sunday"; changes the last but one of ``drafts``."""
    if len(drafts) < 2:
        return
    left, right = drafts[-2:]
    if not (isinstance(left.form, Clock) and isinstance(right.form, Clock)) or left.form.day:
        return
    gap = between(words, left, right)
    if gap and JOINING.union("(").issuperset(gap):
        drafts[-2] = replace(left, form=replace(left.form, day=right.form.day))


def _joined(words: Words, left: Draft, right: Draft) -> Draft | None:
    gap = between(words, left, right)
    if isinstance(left.form, Clock) and isinstance(right.form, Clock):
        whole = gap == ["of"] and not left.form.day and right.form.day  # "the early hours of Friday morning"
        return Draft(left.first, right.last, replace(left.form, day=right.form.day)) if whole else None
    if _is_overnight(left) and _is_day(right.form) and gap in ([], ["into"], ["on"]):
        joins = -1 if gap == ["into"] else 0
        return Draft(left.first, right.last, Clock(part="NI", day=_day_form(right), joins=joins))
    clock, day = (left, right) if isinstance(left.form, Clock) else (right, left)
    if not isinstance(clock.form, Clock) or clock.form.day or not _is_day(day.form):
        return None
    allowed = [[], [","], ["on"], ["of"]] if clock is left else [[]]
    if gap not in allowed:
        return None
    return Draft(left.first, right.last, replace(clock.form, day=_day_form(day)), clock.mod)


def _is_overnight(draft: Draft) -> bool:
    return draft.form == Clock(part="NI", day=Shift(Unit.DAY, 0.0), joins=-1)


def _day_form(draft: Draft) -> DayForm | None:
    return draft.form if isinstance(draft.form, Calendar | Shift | Holiday) else None
