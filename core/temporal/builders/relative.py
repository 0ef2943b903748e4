"""Expressions counted from the publication day or from the date told last."""

from collections.abc import Iterable

from core.temporal import numbers
from core.temporal.builders.draft import Draft, modifier, whole
from core.temporal.forms import Anchor, Calendar, Duration, Reference, Shift, Unit
from core.temporal.shapes import Hit

_CLOSING = ("DOT", "COMMA", "END", "CLOSE", "BREAK", "")
_KNOWN = ("the", "his", "her", "their", "its", "this", "that", "those", "these", "had", "was", "were")
_LONG = (Unit.DECADE, Unit.CENTURY)
_FAR = {"before": -1, "after": 1}
_OVER = ("within", "over", "in", "during", "for")
_UP_TO_NOW = (Unit.WEEK, Unit.MONTH, Unit.YEAR)
_BACK = ("ago", "earlier", "previously", "until")
_HALF, _HALF_YEAR = 0.5, 6.0
_DAYS = {Unit.SECOND, Unit.MINUTE, Unit.HOUR}


def unit_of(hit: Hit, *groups: str) -> Unit:
    """Return the unit a hit names."""
    return Unit(hit.code("UNITS PLURAL BIGUNIT", *groups) or "day")


def relday(hit: Hit) -> Iterable[Draft]:
    """Build "yesterday" and "the day after tomorrow"."""
    step = hit.number("RELDAY", "relday") or 0
    beyond = hit.group("beyond")
    step += {"before": -1, "after": 1}[beyond[0]] if beyond else 0
    return whole(hit, Shift(Unit.DAY, float(step)))


def step(hit: Hit) -> Iterable[Draft]:
    """Build "last week", "the end of the month", "the week"."""
    unit = unit_of(hit, "unit", "the")
    which = hit.number("STEP", "step") or 0
    if hit.has("far"):  # "the week before last"
        return whole(hit, Shift(unit, 2.0 * _FAR[hit.group("far")[0]], whole=True))
    if unit is Unit.DAY:
        return _day_step(hit, which)
    if hit.has("the"):
        return _bare(hit, unit)
    word = (hit.group("step") or [""])[0]
    up_to_now = word == "last" and unit in _UP_TO_NOW and not hit.followed_by("OF")
    the = hit.words.norm(hit.first) == "the" and not hit.has("edge", "position", "position2", "mod2")
    if (word == "past" and unit is not Unit.WEEKEND) or (the and (up_to_now or (which and unit in _LONG))):
        return whole(hit, Duration(unit, 1.0, side=which))  # "over the past week": the seven days up to now
    if unit is Unit.WEEKEND and not hit.has("step"):
        return whole(hit, Shift(unit, 0.0, whole=True))
    anchor = Anchor.DCT if hit.has("step") else Anchor.CONTEXT
    return whole(hit, Shift(unit, float(which), anchor, whole=True))


def _day_step(hit: Hit, which: int) -> Iterable[Draft]:
    word = (hit.group("step") or [""])[0]
    if hit.has("edge", "position", "position2"):  # "later in the day" told in the sentence, else today
        return whole(hit, Shift(Unit.DAY, 0.0, Anchor.DAY))
    if word == "this":
        return whole(hit, Shift(Unit.DAY, 0.0, Anchor.CONTEXT))
    if word in ("last", "past") and _is_up_to_now(hit):
        return whole(hit, Duration(Unit.DAY, 1.0, side=-1))
    return whole(hit, Shift(Unit.DAY, float(which), Anchor.CONTEXT)) if word in ("next", "following") else []


def _is_up_to_now(hit: Hit) -> bool:
    """Say whether "the last day" is the one just over: "60 raids in the last day", not "... of the war"."""
    over = hit.first > 0 and hit.words.norm(hit.first - 1) in _OVER
    return over and hit.words.norm(hit.first) == "the" and not hit.followed_by("OF", "BEFORE")


def _bare(hit: Hit, unit: Unit) -> Iterable[Draft]:
    """Build "the quarter", "the week", "the year": the one spoken of."""
    named = hit.followed_by("OF") and hit.words.is_a(hit.last + 1, "THE") and unit is not Unit.WEEK
    if named or unit in (Unit.DECADE, Unit.CENTURY):  # "the year of the coup"
        return []
    if unit is Unit.YEAR and hit.followed_by("ENDED"):
        return whole(hit, Duration(unit, 1.0))  # "the year ended 31 March" is no calendar year
    if hit.has("latest") and unit is not Unit.QUARTER:
        return whole(hit, Shift(unit, -1.0, Anchor.CONTEXT, whole=True))
    return whole(hit, Shift(unit, 0.0, Anchor.CONTEXT, whole=True))


def year_end(hit: Hit) -> Iterable[Draft]:
    """Build "month's end", and "year-end": so written it is the day on which accounts are closed."""
    unit = unit_of(hit, "unit")
    if unit is Unit.YEAR and hit.has("hyphen"):
        return whole(hit, Calendar(month=12, day=31))
    return whole(hit, Shift(unit, 0.0, whole=True), "END") if unit is not Unit.WEEKEND else []


def year_adverb(hit: Hit) -> Iterable[Draft]:
    """Build the one word for "last year" that some languages have."""
    return whole(hit, Shift(Unit.YEAR, float(hit.number("STEP", "step") or 0), whole=True))


def new_year(hit: Hit) -> Iterable[Draft]:
    """Build "early in the new year", but not "in the New Year Honours"."""
    if hit.followed_by("NAME") and hit.words.word(hit.last - 1).istitle():
        return []
    return whole(hit, Shift(Unit.YEAR, 1.0, whole=True, turn=True))


def eve(hit: Hit) -> Iterable[Draft]:
    """Build "the eve of": the day before the date named after it, or before the one told last."""
    return whole(hit, Shift(Unit.DAY, -1.0, Anchor.CONTEXT, whole=True))


def context(hit: Hit) -> Iterable[Draft]:
    """Build "that year", "the same day", "the following week"."""
    unit = unit_of(hit, "unit", "unit2")
    which = hit.number("CONTEXTSTEP", "contextstep") or 0
    if unit in _DAYS:
        return []
    if which and unit in _LONG:
        return whole(hit, Duration(unit, 1.0, side=which))
    from_now = hit.group("contextstep") == ["next"] and hit.first and hit.words.norm(hit.first - 1) in _OVER
    anchor = Anchor.DCT if from_now and unit is not Unit.DAY else Anchor.CONTEXT  # "within the next week"
    if hit.group("contextstep") == ["same"] and _is_of_clause(hit):
        anchor = Anchor.EVENT
    return whole(hit, Shift(unit, float(which), anchor, whole=True))


def _is_of_clause(hit: Hit) -> bool:
    """Say whether "the same day" is that of what is told after it: "they came the same day Moscow struck"."""
    place = hit.first - (hit.words.norm(hit.first - 1) == "on") if hit.first else 0
    opens = place == 0 or any(hit.words.is_a(place - 1, name) for name in (*_CLOSING[:-1], "AND"))
    following = hit.words.norm(hit.last) if hit.last < len(hit.words.codes) else ""
    return following in ("as", "that") or (hit.followed_by("NAME") and not opens)


def then(hit: Hit) -> Iterable[Draft]:
    """Build the "then" of "until then": the date told last."""
    return whole(hit, Shift(Unit.DAY, 0.0, Anchor.CONTEXT))


def day_beside(hit: Hit) -> Iterable[Draft]:
    """Build "the day before", "the week after": beside the date told last."""
    unit = unit_of(hit, "unit")
    word = hit.group("ago", "ago2")[0]
    sign = -1.0 if word in ("before", "earlier", "previous", "preceding", "last", "past") else 1.0
    if unit in _DAYS or word in ("last", "past", "next", "coming"):
        return []
    return whole(hit, Shift(unit, sign, _beside_what(hit), whole=True))


def _beside_what(hit: Hit) -> Anchor:
    """Return what "the day after" counts from: the date told last, or the event named after it.

    "The day after the attack" speaks of what was just told, "the day after Moscow struck" may not.
    """
    following = hit.words.norm(hit.last) if hit.last < len(hit.words.codes) else ""
    told = hit.has("that") or hit.followed_by(*_CLOSING, "AND", "OF") or following in _KNOWN
    after_all = hit.group("ago") == ["following"] and not hit.followed_by(
        "NAME"
    )  # "the day following saw ..."
    return Anchor.CONTEXT if told or after_all else Anchor.EVENT


def ago(hit: Hit) -> Iterable[Draft]:
    """Build "two weeks ago", "three days later", "a week from now"."""
    word = (hit.group("ago") or ["ago"])[0]
    if not hit.has("unit"):
        return whole(hit, Shift(Unit.YEAR, -1.0, Anchor.CONTEXT))
    count, unit = length(hit)
    if hit.followed_by("THANW"):  # "a day later than planned"
        return [Draft(hit.first, hit.last - 1, Duration(unit, count), modifier(hit))]
    if word in ("before", "after", "on"):
        return _beside(hit, count, unit, word)
    if word == "hence" and hit.followed_by("AFTER"):
        return whole(hit, Duration(unit, count))  # "через год после начала войны"
    sign = -1 if word in _BACK else 1
    now = word in ("ago", "from", "hence", "time") and not hit.has("told")
    anchor = Anchor.DCT if now or hit.has("coming", "ahead") else Anchor.CONTEXT
    if count is None and unit is not Unit.YEAR and anchor is Anchor.DCT and not hit.has("count"):
        return whole(hit, Reference("PAST_REF"))
    grain = Unit.DAY if hit.has("exact") else None
    return whole(hit, Shift(unit, None if count is None else sign * count, anchor, sign=sign, grain=grain))


def weeks_from(hit: Hit) -> Iterable[Draft]:
    """Build "a week on Monday", weeks after the coming Monday; "a week ago Monday", before the last one."""
    weeks = count_of(hit.group("count", "count2")) or (2.0 if hit.group("later") == ["fortnight"] else 1.0)
    weekday = hit.number("WEEKDAYNAME", "weekday", "weekday2")
    if weekday is not None:
        step = 1 + int(weeks)
        return whole(hit, Calendar(weekday=weekday, step=-step if hit.has("ago") else step))
    days = hit.number("RELDAY", "relday", "relday2") or 0
    return whole(hit, Shift(Unit.DAY, 7 * weeks + days))


def compound_ago(hit: Hit) -> Iterable[Draft]:
    """Build "half a year ago" where the length is one word."""
    count, unit = hit.group("compound")[0].split("-")
    word = hit.group("ago")[0]
    sign, anchor = (-1 if word in _BACK else 1), (Anchor.DCT if word in ("ago", "hence") else Anchor.CONTEXT)
    return whole(hit, Shift(Unit(unit), sign * float(count), anchor, sign=sign))


def _beside(hit: Hit, count: float | None, unit: Unit, word: str) -> Iterable[Draft]:
    """Build "two days after": a length where something follows that it is counted from, else a distance."""
    if hit.has("that") or (hit.followed_by(*_CLOSING) and word != "on"):
        sign = -1 if word == "before" else 1
        return whole(hit, Shift(unit, None if count is None else sign * count, Anchor.CONTEXT, sign=sign))
    return [Draft(hit.first, hit.last - 1, Duration(unit, count), modifier(hit))]


def length(hit: Hit) -> tuple[float | None, Unit]:
    """Return count and unit of a length of time."""
    words = hit.group("count")
    half_more = 0.5 if hit.has("half") else 0.0
    count = count_of(words)
    if hit.value("FORTNIGHT", "unit"):
        return (count or 1) * 2, Unit.WEEK
    unit = unit_of(hit, "unit", "unit2")
    if count is None and not words and hit.group("unit", "unit2") in ([unit.value], ["daytime"]):
        count = 1.0  # "тиждень тому", "днём ранее": one week, one day, without a word for one
    if count == _HALF and unit is Unit.YEAR:
        return _HALF_YEAR, Unit.MONTH  # "пів року тому": to the month, like what is told in months
    return None if count is None else count + half_more, unit


def count_of(words: list[str]) -> float | None:
    """Return how many a count says: "a couple of" is 2, "half a" 0.5, "several" None."""
    if not words:
        return None
    if "couple" in words or "pair" in words:
        return 2.0
    if words[0] == "half":
        return _HALF * (numbers.number(words[1:]) or 1)  # "пів сотні"
    found = numbers.number([word for word in words if word not in ("a", "an", "another")])
    if found is not None:
        return found
    return 1.0 if words[-1] in ("a", "an", "another") else None


BUILDERS = {
    "relday": relday,
    "step": step,
    "year_end": year_end,
    "year_adverb": year_adverb,
    "new_year": new_year,
    "eve": eve,
    "context": context,
    "then": then,
    "day_beside": day_beside,
    "ago": ago,
    "weeks_from": weeks_from,
    "compound_ago": compound_ago,
    "nothing": lambda _: [],
}
