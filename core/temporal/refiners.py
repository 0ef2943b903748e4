"""Settles drafts in the light of each other: the order of day and month, what distances are counted from."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.temporal.builders.draft import Draft
from core.temporal.clocks import is_day, join_clocks
from core.temporal.coordination import between, coordinate
from core.temporal.cue_lexicon import is_past_verb
from core.temporal.forms import Anchor, Calendar, Clock, Duration, Holiday, Shift, Unit
from core.temporal.lexicon import ENGLISH
from core.temporal.unions import join_lengths, join_weeks, only_told_eras
from core.temporal.words import Words

_SIGNS = {"before": -1, "after": 1, "eve": -1}
_APPOSING = ([",", "a"], ["(", "a"])
_SET_OFF = ([",", "in"], [","])
_ENDED = (["ended"], ["ending"])
_GRAINS = (Unit.DAY, Unit.WEEK, Unit.MONTH)
_CLOSE = 2  # words at most between a distance and its date
_AFTER_EVE = ("COMMA", "DOT", "END", "CLOSE", "BREAK", "DASH", "IN", "ON")
_SENTENCE_ENDS = frozenset({".", "!", "?", "\n\n"})
_ARTICLES = frozenset({"the", "a", "his", "her", "its", "their"})


def refine(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Apply all refiners; drafts are in order of place."""
    drafts = join_lengths(words, join_weeks(words, only_told_eras(words, drafts)))
    drafts = _named_day(words, _of_last_year(_to_the_day(_without_districts(words, drafts))))
    drafts = _appose(words, _settle_order(words, drafts))
    return _count_from_dates(words, coordinate(words, join_clocks(words, drafts)))


def _without_districts(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Drop "the quarter" where no quarter of a year is named: it is one of a town."""
    if any(isinstance(draft.form, Calendar) and draft.form.part[:1] == "Q" for draft in drafts):
        return list(drafts)
    told = Shift(Unit.QUARTER, 0.0, Anchor.CONTEXT, whole=True)
    return [
        draft
        for draft in drafts
        if draft.form != told or words.norm(draft.last - 1) != "quarter" or words.is_a(draft.last, "ENDED")
    ]


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


def _to_the_day(drafts: Sequence[Draft]) -> list[Draft]:
    """Join "a year ago today" and "three years ago this month": the first is as exact as the second."""
    out = list(drafts[:1])
    for left, right in pairwise(drafts):
        grain = _grain(right) if left.last == right.first else None
        if grain and isinstance(left.form, Shift) and left.form.sign < 0 and left.form.anchor is Anchor.DCT:
            out[-1] = Draft(left.first, right.last, replace(left.form, grain=grain), left.mod)
        else:
            out.append(right)
    return out


def _of_last_year(drafts: Sequence[Draft]) -> list[Draft]:
    """Join "Christmas Eve last year", "Boxing Day a year ago"."""
    out = list(drafts[:1])
    for left, right in pairwise(drafts):
        day, year = left.form, right.form
        named = isinstance(day, Holiday) and day.year is None and left.last == right.first
        counted = isinstance(year, Shift) and year.unit is Unit.YEAR and year.anchor is Anchor.DCT
        if (
            named
            and counted
            and isinstance(day, Holiday)
            and isinstance(year, Shift)
            and year.count is not None
        ):
            form = replace(day, step=None, year_step=int(year.count))
            out[-1] = Draft(left.first, right.last, form, left.mod)
        else:
            out.append(right)
    return out


def _named_day(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Join "3 September, a Thursday": the weekday is that of the date."""
    out = list(drafts[:1])
    for left, right in pairwise(drafts):
        date, named = left.form, right.form
        dated = isinstance(date, Calendar) and date.month and date.day and date.weekday is None
        alone = isinstance(named, Calendar) and named == Calendar(weekday=named.weekday)
        gap = between(words, left, right)
        if dated and alone and (gap in _APPOSING or (gap in _SET_OFF and _is_set_off(words, right))):
            out[-1] = replace(left, last=right.last)
        elif dated and alone and gap == ["("] and words.is_a(right.last, "CLOSE"):
            out.append(replace(right, form=date))
        else:
            out.append(right)
    return out


def _is_set_off(words: Words, draft: Draft) -> bool:
    """Say whether a weekday ends where its clause does: "13 квітня, у неділю, ..."."""
    ends = draft.last == len(words.codes) or any(words.is_a(draft.last, name) for name in _AFTER_EVE[:-2])
    return words.language != ENGLISH and ends


def _grain(draft: Draft) -> Unit | None:
    """Return the unit of "today", "this week" and "this month"."""
    form = draft.form
    present = isinstance(form, Shift) and form.anchor is Anchor.DCT and form.count == 0 and not draft.mod
    return form.unit if isinstance(form, Shift) and present and form.unit in _GRAINS else None


def _appose(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Let "the day before" in "23 February, the day before the invasion" tell the date it explains."""
    apposed = [
        replace(right, form=replace(right.form, count=0.0, anchor=Anchor.CONTEXT))
        if isinstance(right.form, Shift) and _explains(words, left, right)
        else right
        for left, right in pairwise(drafts)
    ]
    return [*drafts[:1], *apposed]


def _explains(words: Words, left: Draft, right: Draft) -> bool:
    form, after = right.form, words.norm(right.last) if right.last < len(words.codes) else ""
    beside = isinstance(form, Shift) and form.unit is Unit.DAY and form.whole and bool(form.count)
    told = is_day(left.form) and words.norm(right.last - 1) in _SIGNS
    return beside and told and between(words, left, right) == [","] and after.isalpha() and after != "and"


def _count_from_dates(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Count "two days before 9 May" and "the day after Monday's talks" from the date named in them."""
    beside = [_counted(words, left, right) for left, right in pairwise(drafts)] + list(drafts[-1:])
    counted = [_of_publication(words, draft) for draft in beside]
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
    return draft.form.anchor is Anchor.CONTEXT and not _stands_alone(words, draft)


def _stands_alone(words: Words, draft: Draft) -> bool:
    """Say whether the eve is of no event named after it ("як і напередодні, ...") or explains a date."""
    if words.language == ENGLISH:
        return False
    ends = draft.last == len(words.codes) or any(words.is_a(draft.last, name) for name in _AFTER_EVE)
    explains = isinstance(draft.form, Shift) and draft.form.count == 0
    return words.word(draft.first)[0].isupper() or ends or explains


def _counted(words: Words, left: Draft, right: Draft) -> Draft:
    gap, form = between(words, left, right), left.form
    if not is_day(right.form):
        return left
    if isinstance(form, Clock) and isinstance(form.day, Shift):  # "the night before Monday's talks"
        day = _counted(words, replace(left, form=form.day), right).form
        return replace(left, form=replace(form, day=day)) if isinstance(day, Shift) else left
    if isinstance(form, Duration):
        return _as_distance(left, form, gap)
    if not isinstance(form, Shift):
        return left
    ended = form.unit is Unit.QUARTER and not form.count and gap in _ENDED
    if ended or (gap == [","] and _is_named_after(form, right)):
        return replace(left, form=replace(form, anchor=Anchor.EVENT))
    week_of = (
        form.unit in (Unit.WEEK, Unit.WEEKEND) and not form.count and gap == ["of"]
    )  # "the week of 3 March"
    last = words.norm(left.last - 1)
    close = {"of", *_ARTICLES} if last == "eve" else _ARTICLES
    near = (close.issuperset(gap) and len(gap) <= _CLOSE) or _names_event(gap)
    apart = form.anchor is Anchor.CONTEXT and form.whole and bool(form.count)  # else it explains a date
    of_day = apart and last in _SIGNS and near
    return replace(left, form=replace(form, anchor=Anchor.EVENT)) if week_of or of_day else left


def _is_named_after(form: Shift, right: Draft) -> bool:
    """Say whether "that day" is the date named after it: "того ж дня, 15 листопада"."""
    that_day = form.unit is Unit.DAY and form.whole and form.count == 0 and form.anchor is Anchor.CONTEXT
    return that_day and isinstance(right.form, Calendar) and right.form.month is not None


def _of_publication(words: Words, draft: Draft) -> Draft:
    """Count "Накануне" from publication where it opens a sentence that goes on to tell of something else."""
    form, opens = draft.form, draft.first == 0 or words.word(draft.first - 1) in _SENTENCE_ENDS
    eve = isinstance(form, Shift) and form.anchor is Anchor.CONTEXT and words.norm(draft.last - 1) == "eve"
    if not (eve and isinstance(form, Shift) and opens) or words.language == ENGLISH or not form.count:
        return draft
    after = words.norm(draft.last) if draft.last < len(words.codes) else ""
    same = words.is_a(draft.last, "PRONOUN") or is_past_verb(words.language, after)
    return draft if same else replace(draft, form=replace(form, anchor=Anchor.DCT))


def _names_event(gap: list[str]) -> bool:
    """Say whether only an event stands between: "the day before the talks on Friday"."""
    return len(gap) == _CLOSE + 1 and gap[0] in _ARTICLES and gap[-1] == "on"


def _as_distance(left: Draft, form: Duration, gap: list[str]) -> Draft:
    """Turn the length of "two days before 9 May" into a distance from the date."""
    beside = gap[:1] and gap[0] in _SIGNS and len(gap) <= _CLOSE and _ARTICLES.issuperset(gap[1:])
    if form.count is None or form.more or not beside:
        return left
    return replace(left, form=Shift(form.unit, form.count * _SIGNS[gap[0]], Anchor.EVENT))
