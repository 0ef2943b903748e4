"""Follows where a history has got to, so that "in May" finds its year after an aside about another time."""

from collections.abc import Sequence
from dataclasses import replace

from core.model import Basis
from core.temporal import spans
from core.temporal.forms import Calendar, Direction, Expression, Holiday, Shift, Unit
from core.temporal.resolving.context import Context
from core.temporal.resolving.outcome import Outcome
from core.temporal.spans import Span

_STEP = 3  # a history moves on by so many years at a time, more is an aside until confirmed
_LEAP = 10  # a full date so far off is still taken at its word
_SURE = 0.6
_COMING = 2  # so many years told next say whether a date was an aside
_ENDING = frozenset({"until", "till"})  # "the siege that lasted until May 1905" only looks ahead
_FROM_PUBLICATION = (Basis.PARTIAL, Basis.RELATIVE)  # where no story is told yet, none begins with these
_PLACING = frozenset({"in", "by", "from", "since", "until", "after", "before", "for"})


def years_to_come(expressions: Sequence[Expression]) -> list[tuple[int, ...]]:
    """Return for each expression the years told next after it, at most two."""
    out: list[tuple[int, ...]] = []
    coming: tuple[int, ...] = ()
    for item in reversed(expressions):
        out.append(coming)
        form = item.form
        year = form.year if isinstance(form, Calendar | Holiday) else None
        if year and not (isinstance(form, Calendar) and form.bc):
            coming = (year, *coming)[:_COMING]
    return out[::-1]


def begin(context: Context, item: Expression, outcome: Outcome, *, ranged: bool) -> Context:
    """Return the context under a heading: the story starts at its date, of a range at the first."""
    span = outcome.span
    if ranged or span is None or item.mod == "END":
        return context
    year = spans.year(span.first.year)  # so that a month before that of the heading is no turn of the year
    return replace(context, story=year, rival=None, last=span, explicit=span, ancient="")


def advance(
    context: Context, item: Expression, outcome: Outcome, span: Span, coming: Sequence[int]
) -> Context:
    """Return the context with the story moved to a date, or with the date kept as an aside."""
    story = context.story
    if story is None or outcome.basis is not Basis.EXPLICIT:
        moves = _goes_on(item, story, span) if story else outcome.basis not in _FROM_PUBLICATION
        return replace(context, story=span) if moves else context
    if _moves(context, item, story, span) and not _returns(story, span, coming):
        return replace(context, story=span, rival=None)
    return context if item.bound in _ENDING else replace(context, rival=span)


def aside_of(context: Context) -> Span | None:
    """Return the far date just told, from which a list goes on: "in May 1919 ..., in June ..."."""
    rival = context.rival if context.narrative else None
    exact = rival is not None and rival.unit in (Unit.DAY, Unit.MONTH)
    return rival if exact and rival is context.last else None


def stay(context: Context, story: Span | None, outcome: Outcome) -> Context:
    """Return the context with the story where it was, after a date that went on from an aside."""
    on = outcome.span if outcome.basis is Basis.NARRATIVE else None
    return replace(context, story=story, rival=on) if on else context


def chronicle(context: Context, item: Expression, outcome: Outcome) -> Context:
    """Return the context with the past date that opens a sentence: those that open the next go on from it."""
    if not isinstance(item.form, Calendar) or context.now is None:
        return context
    carried = outcome.basis in (Basis.EXPLICIT, Basis.NARRATIVE)
    span = outcome.span if carried and item.form.month else None
    past = span is not None and span.first.year < context.now.year
    return replace(context, chronicle=span if past else None)


def _goes_on(item: Expression, story: Span, span: Span) -> bool:
    """Say whether a date that takes its year from the story carries it on, unlike "the previous May"."""
    form = item.form
    if isinstance(form, Shift):
        return form.unit is Unit.YEAR and (form.count or 0.0) > 0 and span.first > story.last
    back = isinstance(form, Calendar) and ((form.step or 0) < 0 or item.cue == "had")
    return isinstance(form, Calendar) and not (back and span.first < story.first)


def _is_aside(item: Expression, gap: int) -> bool:
    """Say whether the sentence only looks ahead to a later time or back to an earlier one."""
    if gap > 0:
        return item.direction is Direction.FUTURE and item.confidence >= _SURE
    return gap < 0 and (item.bound == "since" or item.cue == "had")


def _returns(story: Span, span: Span, coming: Sequence[int]) -> bool:
    """Say whether the text comes back after a date to where the story was, so that the date was an aside."""
    here, there = story.first.year, span.first.year
    if there == here or len(coming) < _COMING:
        return False
    if there > here:
        return all(here <= year < there for year in coming)
    return all(year >= here for year in coming)


def _moves(context: Context, item: Expression, story: Span, span: Span) -> bool:
    gap = span.first.year - story.first.year
    if _is_aside(item, gap):
        return False
    if span.unit in (Unit.DAY, Unit.MONTH) and abs(gap) <= _LEAP:
        return True
    if 0 <= gap <= _STEP and (span.unit is not Unit.YEAR or item.mod or item.bound in _PLACING):
        return True
    rival = context.rival
    return rival is not None and abs(span.first.year - rival.first.year) <= _STEP
