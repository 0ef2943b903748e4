"""Resolves "the same month last year", "the 2024 quarter": the period just spoken of, in another year."""

from core.model import Basis
from core.temporal import spans
from core.temporal.forms import SamePeriod, Unit
from core.temporal.resolving.context import Context
from core.temporal.resolving.outcome import Outcome, date, told_words, unknown
from core.temporal.spans import Span

_SHORT = (Unit.DAY, Unit.WEEK, Unit.WEEKEND)
_OPEN = {Unit.MONTH: "XXXX-XX", Unit.WEEK: "XXXX-WXX", Unit.DAY: "XXXX-XX-XX"}


def resolve(form: SamePeriod, context: Context) -> Outcome:
    """Resolve a period set beside one told before; where none was, beside that of publication."""
    told = _told(form, context)
    if told is None:
        if form.year:
            return date(spans.year(form.year), Basis.EXPLICIT, "the text names it")
        return unknown(_OPEN.get(form.unit or Unit.YEAR, "XXXX"), "no period is told that it is set beside")
    year = form.year or told.first.year - 1
    found = _in_year(told, year)
    if found is None:
        return unknown("XXXX", "beyond the calendar")
    return date(found, Basis.NARRATIVE, f"set beside {told_words(told)}, in {year}")


def _told(form: SamePeriod, context: Context) -> Span | None:
    """Return the period told before, as long as the form asks."""
    of_results = context.results if form.unit in (None, Unit.QUARTER) else None
    told = of_results or context.last
    if form.unit is None:
        return _whole_year(told, context) if told is None or told.unit in _SHORT else told
    if told is None:
        told = _just_over(form.unit, context)
    if told is None or told.unit is form.unit:
        return told
    longer = (told.last - told.first).days >= (spans.holding(told.first, form.unit).last - told.first).days
    return told if longer and told.unit is not Unit.DAY else spans.holding(told.first, form.unit)


def _just_over(unit: Unit, context: Context) -> Span | None:
    """Return the period of publication; of quarters the one before, of which results are told."""
    day = spans.moved(context.now, Unit.QUARTER, -1) if context.now and unit is Unit.QUARTER else context.now
    return spans.holding(day, unit) if day else None


def _whole_year(told: Span | None, context: Context) -> Span | None:
    day = told.first if told else context.now
    return spans.year(day.year) if day else None


def _in_year(told: Span, year: int) -> Span | None:
    if told.unit is Unit.QUARTER and told.value[4:5] == "-":
        return spans.part(year, told.value[5:])
    middle = told.first + (told.last - told.first) / 2  # that of a week lies in the week of the same number
    day = spans.moved(middle, Unit.YEAR, year - told.first.year)
    return spans.holding(day, told.unit) if day else None
