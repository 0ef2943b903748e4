"""Durations and sets, and references that name no date."""

from collections.abc import Iterable

from core.temporal import numbers
from core.temporal.builders.draft import Draft, approximation, whole
from core.temporal.builders.relative import count_of, length, unit_of
from core.temporal.forms import DayCount, Duration, Reference, Repetition, Unit
from core.temporal.lexicon import data
from core.temporal.shapes import Hit

_LETTERS = {
    Unit.SECOND: "T{}S",
    Unit.MINUTE: "T{}M",
    Unit.HOUR: "T{}H",
    Unit.DAY: "{}D",
    Unit.WEEKEND: "{}WE",
    Unit.WEEK: "{}W",
    Unit.MONTH: "{}M",
    Unit.QUARTER: "{}Q",
    Unit.YEAR: "{}Y",
    Unit.DECADE: "{}DE",
    Unit.CENTURY: "{}CE",
}
_BELOW_DAY = (Unit.HOUR, Unit.MINUTE)
_RATES = (Unit.HOUR, Unit.MINUTE, Unit.SECOND)
_HALVES = {Unit.YEAR: "6M", Unit.HOUR: "30M", Unit.MINUTE: "30S"}
_MANY = {Unit.DECADE: 10.0, Unit.CENTURY: 100.0}
_LEAST_MINUTES, _MINUTES = 10, 60  # of an hour told without the word for minutes
_LONG_WAR = 100  # days from which "day 1,345" needs no word for what is counted


def period(unit: Unit, count: float | None) -> str:
    """Return the TIMEX3 value of a length: P2W, PT30M, PXY; decades and centuries are told in years."""
    if count is not None and unit in _MANY:
        unit, count = Unit.YEAR, count * _MANY[unit]
    if count is not None and count % 1 == 0.5 and unit in _HALVES:
        start = _LETTERS[unit].format(int(count)) if count > 1 else "T" * (unit in _BELOW_DAY)
        return f"P{start}{_HALVES[unit]}"
    told = "X" if count is None else f"{count:.10g}"
    return "P" + _LETTERS[unit].format(told)


def length_value(form: Duration) -> str:
    """Return the TIMEX3 value of a length with what a finer unit adds: P1Y1D, PT2H10M."""
    first = period(form.unit, form.count)
    if form.more is None:
        return first
    rest = period(*form.more).removeprefix("P")
    return first + (rest.removeprefix("T") if "T" in first else rest)


def duration(hit: Hit) -> Iterable[Draft]:
    """Build "two weeks", "the past three months", "weeks"."""
    if hit.has("old"):
        return []
    count, unit = length(hit)
    apart = numbers.last_numeral(hit.group("count")) if hit.has("hyphen") else 0
    if apart:  # "two four-year terms"
        count = numbers.number(hit.group("count")[apart:])
        return [Draft(hit.indices("count").start + apart, hit.last, Duration(unit, count))]
    side_word = hit.group("side") or [word for word in hit.group("count") if word == "recent"]
    if side_word == ["following"] and hit.words.norm(hit.first) != "the" and not hit.has("count"):
        return [
            Draft(hit.last - 1, hit.last, Duration(unit, None))
        ]  # "following months of fighting": after them
    if not hit.has("count") and side_word and hit.words.norm(hit.last - 1) == unit.value:
        count = 1.0
    if hit.has("long") and not hit.has("count") and hit.words.norm(hit.first) == unit.value:
        count = 1.0
    return whole(hit, Duration(unit, count, side=_side(side_word)), approximation(hit))


def compound(hit: Hit) -> Iterable[Draft]:
    """Build a length told in one word: "yearlong", or one that stands for "two-week"."""
    count, unit = (hit.code("COMPOUND", "compound") or hit.group("compound")[0]).split("-")
    return whole(hit, Duration(Unit(unit), None if count == "x" else float(count)))


def hours_minutes(hit: Hit) -> Iterable[Draft]:
    """Build "час сорок": an hour and forty minutes, without the word for these."""
    minutes = numbers.number(hit.group("minutes"))
    if minutes is None or not _LEAST_MINUTES <= minutes < _MINUTES:
        return []
    form = Duration(Unit.HOUR, numbers.number(hit.group("count")) or 1.0, more=(Unit.MINUTE, minutes))
    return whole(hit, form)


def _side(words: list[str]) -> int:
    if words[:1] and words[0] in ("last", "past", "recent", "previous", "preceding"):
        return -1
    return 1 if words[:1] and words[0] in ("next", "coming", "following", "ensuing") else 0


def repetition(hit: Hit) -> Iterable[Draft]:
    """Build "daily", "every Friday", "per month"."""
    value = hit.code("ADVSET", "adverb") or _named(hit)
    if not value and hit.has("compound"):  # "раз в полгода"
        number, unit = hit.group("compound")[0].split("-")
        value = period(Unit(unit), float(number))
    if not value:
        count = count_of(hit.group("count")) if hit.has("count") else 1.0
        if hit.words.norm(hit.first) == "per" and unit_of(hit, "unit") in _RATES:
            return []  # "rounds per minute"
        value = period(unit_of(hit, "unit"), 2.0 if "other" in hit.group("each") else count)
    return whole(hit, Repetition(value))


def weekly(weekday: int) -> str:
    """Return the TIMEX3 value of a weekday that comes again and again."""
    return f"XXXX-WXX-{weekday + 1}"


def _named(hit: Hit) -> str:
    weekday = hit.number("WEEKDAYNAME WEEKDAYS", "weekday", "weekday2")
    if weekday is not None:
        part = hit.code("DAYPART", "daypart") or ("NI" if hit.group("nights") == ["nights"] else "")
        return weekly(weekday) + (f"T{part}" if part else "")
    month = hit.number("MONTHNAME MONTHWORD MONTHABBR", "month", "month2", "month3")
    if month:
        day = numbers.ordinal(hit.group("day", "day2"))
        return f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
    season, part = hit.code("SEASON", "season"), hit.code("DAYPART", "part")
    if season or part:
        return f"XXXX-{season}" if season else f"XXXX-XX-XXT{part}"
    quarter = numbers.ordinal(hit.group("number"))
    return f"XXXX-Q{quarter}" if quarter and quarter <= 4 else ""


def reference(hit: Hit) -> Iterable[Draft]:
    """Build "now", "recently", "the future"."""
    value = hit.code("REF", "ref")
    named = [name for name in ("past", "present", "future") if hit.has(name)]
    return whole(hit, Reference(value or f"{named[0].upper()}_REF"))


def daycount(hit: Hit) -> Iterable[Draft]:
    """Build "day 151 of the invasion"."""
    number = numbers.ordinal(hit.group("number", "number2"))
    counted = data("lexicon.toml")["counted"]
    event = next((word for word in hit.group("event") if word in counted), "")
    if not hit.has("event") and number and number >= _LONG_WAR:  # "what we know on day 1,345"
        event = "war"
    unit = unit_of(hit, "unit", "unit2")
    if not event or number is None or unit not in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR):
        return []
    end = max(hit.indices(name).stop for name in ("unit", "unit2", "number", "number2"))
    return [Draft(hit.first, end, DayCount(number, event, unit))]


def day_alone(hit: Hit) -> Iterable[Draft]:
    """Build "on day four", "on the third day", counted from a day that the text has told."""
    number = numbers.ordinal(hit.group("number", "number2"))
    return whole(hit, DayCount(number, "")) if number else []


BUILDERS = {
    "duration": duration,
    "compound": compound,
    "hours_minutes": hours_minutes,
    "repetition": repetition,
    "reference": reference,
    "daycount": daycount,
    "day_alone": day_alone,
}
