"""Quarters, halves, decades and centuries."""

from collections.abc import Iterable

from core.temporal import numbers
from core.temporal.builders.calendar import MONTHS
from core.temporal.builders.draft import Draft, whole
from core.temporal.forms import Anchor, Calendar, Era, SamePeriod, Shift, Unit
from core.temporal.shapes import Hit

_FIRST_DECADE = 1100  # "1000's" are thousands of things
_HALVES = {"first": 1, "last": 2, "latter": 2}


def quarter(hit: Hit) -> Iterable[Draft]:
    """Build "the third quarter of 2023"."""
    last = hit.code("SPANEDGE", "last") == "END"
    number = 4 if last else numbers.ordinal(hit.group("number", "number2", "last")) or 0
    if not 1 <= number <= 4:
        return []
    return whole(
        hit,
        Calendar(
            year=numbers.year(hit.group("year")),
            part=f"Q{number}",
            year_step=hit.number("STEP", "yearstep"),
        ),
    )


def months_quarter(hit: Hit) -> Iterable[Draft]:
    """Build "the July-September quarter"; other three months are no quarter of the calendar."""
    first, last = hit.number(MONTHS, "month") or 0, hit.number(MONTHS, "month2") or 0
    if first % 3 == 1 and last - first == 2:
        return whole(hit, Calendar(numbers.year(hit.group("year")), part=f"Q{last // 3}"))
    month, month2 = hit.indices("month"), hit.indices("month2")
    return [
        Draft(month.start, month.stop, Calendar(month=first)),
        Draft(month2.start, month2.stop, Calendar(month=last)),
    ]


def quarter_code(hit: Hit) -> Iterable[Draft]:
    """Build "Q3 2024"; alone, a code such as "H1" may mean anything."""
    year, code = numbers.year(hit.group("year")), hit.words.word(hit.first)
    return whole(hit, Calendar(year=year, part=code)) if year or code[0] == "Q" else []


def year_ago_quarter(hit: Hit) -> Iterable[Draft]:
    """Build "the year-ago quarter": the one a year before the quarter spoken of."""
    number = numbers.ordinal(hit.group("number"))
    if number:
        return whole(hit, Calendar(part=f"Q{number}", year_step=-1)) if 1 <= number <= 4 else []
    if hit.has("unit", "any", "long"):
        return same_period(hit)
    return whole(hit, Shift(Unit.YEAR, -1.0, Anchor.CONTEXT))


def same_period(hit: Hit) -> Iterable[Draft]:
    """Build "the same month last year", "the 1988 period", "the year-earlier quarter"."""
    unit = hit.code("UNITS BIGUNIT", "unit", "unit2") or ("year" if hit.has("long") else "")
    return whole(hit, SamePeriod(Unit(unit) if unit else None, numbers.year(hit.group("year"))))


def latest_period(hit: Hit) -> Iterable[Draft]:
    """Build "the latest period": reports of companies call the quarter so."""
    return whole(hit, Shift(Unit.QUARTER, 0.0, Anchor.CONTEXT, whole=True))


def half(hit: Hit) -> Iterable[Draft]:
    """Build "the first half of 2023"."""
    words = hit.group("number")
    number = _HALVES.get(words[0]) or numbers.ordinal(words)
    if number not in (1, 2):
        return []
    return whole(
        hit,
        Calendar(
            year=numbers.year(hit.group("year")),
            part=f"H{number}",
            year_step=hit.number("STEP", "yearstep"),
        ),
    )


def stretch_of_year(hit: Hit) -> Iterable[Draft]:
    """Build "the first six months of 2023", its first half, and "the last three months of last year"."""
    edges = (1, 4) if hit.has("quarter") else (1, 2)
    number = edges[hit.code("SPANEDGE", "spanedge") == "END"]
    form = Calendar(
        year=numbers.year(hit.group("year")),
        part=f"{'Q' if hit.has('quarter') else 'H'}{number}",
        year_step=hit.number("STEP", "yearstep"),
    )
    return [Draft(hit.first, hit.last, form)]


def decade(hit: Hit) -> Iterable[Draft]:
    """Build "the late 1990s" and "the nineties"."""
    word = hit.number("DECADEWORD", "decadeword")
    if word is not None:
        return whole(hit, Era(Unit.DECADE, 190 + word))
    bc = hit.has("bc")
    digits = "".join(char for char in (hit.group("decade") or [""])[0] if char.isdigit())
    if len(digits) == 4 and digits[3] == "0" and _FIRST_DECADE <= int(digits) <= 2100:
        return whole(hit, Era(Unit.DECADE, int(digits) // 10))
    if bc and len(digits) in (2, 3) and digits[-1] == "0":
        return whole(hit, Era(Unit.DECADE, int(digits) // 10, bc=True))
    if len(digits) == 2 and int(digits) >= 20:
        return whole(hit, Era(Unit.DECADE, 190 + int(digits) // 10))
    return []


def century(hit: Hit) -> Iterable[Draft]:
    """Build "the 19th century"."""
    number = numbers.ordinal(hit.group("number"))
    if hit.group("century") != ["century"] or number is None or not 1 < number <= 22:
        return []
    return whole(hit, Era(Unit.CENTURY, number - 1, bc=hit.has("bc")))


BUILDERS = {
    "quarter": quarter,
    "months_quarter": months_quarter,
    "quarter_code": quarter_code,
    "year_ago_quarter": year_ago_quarter,
    "same_period": same_period,
    "latest_period": latest_period,
    "half": half,
    "stretch_of_year": stretch_of_year,
    "decade": decade,
    "century": century,
}
