"""Drops drafts that only look like times: counted things, names, ordinals, verbs."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from core.temporal.builders.draft import Draft
from core.temporal.forms import Calendar, Clock, Duration, Era, Reference, Repetition, Shift, Unit
from core.temporal.lexicon import ENGLISH
from core.temporal.words import Words

_NEWS_YEARS = range(1900, 2051)
_OWN = frozenset({"his", "her", "their", "my", "your", "our"})
_YEAR_WORDS = frozenset({"year", "years", "р", "рр", "г", "гг"})
_ROUGHLY = frozenset({"about", "over", "nearly", "than"})
_PLACING = frozenset({"in", "since", "until", "till", "by", "from", "during", "before", "after"})
_SEASON_BEFORE = frozenset({"in", "by", "during", "since", "until", "throughout", "through"})
_NO_PLURAL = frozenset({"was", "is", "has", "as", "its", "his", "this"})
_GLUED = frozenset({"$", "£", "€", "#", ".", ":"})


@dataclass(frozen=True, slots=True)
class _Lists:
    weekday_before: frozenset[str]
    weekday_after: frozenset[str]
    counted: frozenset[str]
    nations: frozenset[str]
    not_season_before: frozenset[str]
    length_before: frozenset[str]
    year_before: frozenset[str]
    not_year_before: frozenset[str]
    clock_before: frozenset[str]
    place_after: frozenset[str]
    programme_after: frozenset[str]
    speeds: frozenset[str]


@cache
def _lists() -> _Lists:
    data = tomllib.loads(files(__package__).joinpath("filters.toml").read_text(encoding="utf-8"))
    return _Lists(**{name: frozenset(words) for name, words in data.items()})


def is_time(words: Words, draft: Draft) -> bool:
    """Say whether a draft, seen among its neighbours, tells a time."""
    if _is_name(words, draft) or _is_title(words, draft):
        return False
    match draft.form:
        case Clock():
            return not _is_bare_clock(words, draft)
        case Era():
            return _around(words, draft)[0] not in _OWN  # "in his 30s"
        case Calendar() as form:
            return _is_calendar(words, draft, form)
        case Duration() | Shift():
            return _is_unit(words, draft, draft.form)
    return True


def _is_told_year(words: Words, draft: Draft, year: int) -> bool:
    """Say whether a lone number is a year, by the word for year where the language sets it ("1943 року")."""
    before, after = _around(words, draft)
    if words.language != ENGLISH:
        if after in _YEAR_WORDS:
            return True
        if before in _ROUGHLY or (year not in _NEWS_YEARS and after.isalpha()):
            return False
    return _is_year(words, draft, year)


def _is_calendar(words: Words, draft: Draft, form: Calendar) -> bool:
    if form == Calendar(year=form.year) and not draft.mod and draft.last - draft.first == 1:
        return _is_told_year(words, draft, form.year or 0)
    if form == Calendar(weekday=form.weekday, step=form.step):
        return _is_weekday(words, draft)
    return _is_season(words, draft, form)


def _is_name(words: Words, draft: Draft) -> bool:
    """Say whether a lone time word is part of a name: "Russia Today", "the Daily Mirror"."""
    before_name, capital = words.is_a(draft.last, "NAME"), words.word(draft.last - 1).istitle()
    after_name = words.is_a(draft.first - 1, "NAME")
    lone = draft.last - draft.first == 1
    match draft.form:
        case Clock(part=part) if part and draft.last - draft.first == 2:
            return before_name and capital  # "the Evening Standard"
        case Clock(hour=hour) if lone:  # "High Noon", "Midnight Express", but "Overnight Moscow said"
            return capital and (after_name or (before_name and hour is not None))
        case Calendar() as form:
            return before_name and _is_month_of_name(words, draft, form)
        case Repetition() if lone:  # "the Daily Mirror", "the daily Granma"
            return before_name and (capital or after_name or words.is_a(draft.first - 1, "THE"))
        case Shift() | Reference() if lone:
            return capital and (after_name or _around(words, draft)[1] in _lists().programme_after)
    return False


def _is_title(words: Words, draft: Draft) -> bool:
    """Say whether "the Future" stands in a title: "the Pact for the Future"."""
    several = draft.last - draft.first > 1
    named = isinstance(draft.form, Reference) and draft.form.value.endswith("_REF")
    return several and named and words.word(draft.last - 1).istitle()


def _is_month_of_name(words: Words, draft: Draft, form: Calendar) -> bool:
    """Say whether a month before a name belongs to it: "the 14 July Bridge", "April Glaspie"."""
    if form == Calendar(month=form.month, day=form.day) and form.day:
        return _around(words, draft)[1] in _lists().place_after
    if form != Calendar(month=form.month) or draft.last - draft.first > 1 or words.language != ENGLISH:
        return False
    before = words.word(draft.first - 1) if draft.first else ""
    joined = before == "and" and words.is_a(draft.first - 2, "NAME")
    return joined or words.is_a(draft.first - 1, "NAME") or not before.isalpha()


def _is_bare_clock(words: Words, draft: Draft) -> bool:
    """Say whether "01:45" stands where no time of day is meant, such as the length of a film."""
    before, after = _around(words, draft)
    bare = draft.last - draft.first == 1 and words.word(draft.first)[-1].isdigit()
    told = before in _lists().clock_before or words.is_a(draft.first - 1, "CLOCKPREP")
    return bare and not told and after not in ("local", "on")


def _around(words: Words, draft: Draft) -> tuple[str, str]:
    before = words.norm(draft.first - 1) if draft.first else ""
    after = words.norm(draft.last) if draft.last < len(words.codes) else ""
    return before, after


def _touches(words: Words, left: int) -> bool:
    """Say whether a word and the next stand without a space between."""
    return 0 <= left < len(words.codes) - 1 and words.ends[left] == words.starts[left + 1]


def _is_year(words: Words, draft: Draft, year: int) -> bool:
    before, after = _around(words, draft)
    lists = _lists()
    glued = _touches(words, draft.first - 1)
    counted = after in lists.counted or (after in lists.nations and before not in _PLACING)
    if before in lists.not_year_before or counted or (glued and before in _GLUED):
        return False
    if before.isdigit() and len(before) != 4:  # a telephone number
        return False
    if glued and before in ("-", "–", "/"):
        return draft.first > 1 and _before_line(words.norm(draft.first - 2))
    if after in ("-", "–", "/") and _touches(words, draft.last - 1):
        beyond = words.word(draft.last + 1) if draft.last + 1 < len(words.codes) else ""
        return _before_line(beyond) or (year in _NEWS_YEARS and before in lists.year_before)
    if year in _NEWS_YEARS:
        return before in lists.year_before or not words.is_a(draft.first - 1, "NAME")
    plural = after.endswith("s") and after not in _NO_PLURAL
    return before in lists.year_before and not (plural and before in ("of", "to", "the"))


def _before_line(word: str) -> bool:
    """Say whether a word may stand on the other side of a year's hyphen: "1939-45", "pre-1914"."""
    if word in ("mid", "pre", "post"):
        return True
    return word.isdecimal() and (len(word) == 2 or (len(word) == 4 and int(word) <= _NEWS_YEARS[-1]))


def _is_weekday(words: Words, draft: Draft) -> bool:
    before, after = _around(words, draft)
    following = words.word(draft.last) if after else ""
    named = after in _lists().weekday_before and following[0].isupper()
    return not named and before not in _lists().weekday_after


def _is_season(words: Words, draft: Draft, form: Calendar) -> bool:
    told = words.norm(draft.last - 1)
    if form.part and words.is_a(draft.last, "OFFENSIVEW"):
        return True  # "the fall offensive", "the Chinese Winter Offensive"
    if form.part and words.word(draft.first).istitle() and words.is_a(draft.first - 1, "NAME"):
        return False  # "Prague Spring"
    if told == "spring" and _around(words, draft)[1] in _lists().not_season_before:
        return False
    if form.part != "FA" or told != "fall" or form.year or form.step is not None:
        return True
    before, after = _around(words, draft)
    return not after.isalpha() or before in _SEASON_BEFORE or after in ("and", "or")


def _is_unit(words: Words, draft: Draft, form: Duration | Shift) -> bool:
    text = words.text[words.starts[draft.first] : words.ends[draft.last - 1]].lower()
    before, after = _around(words, draft)
    if isinstance(form, Duration) and not _is_length(form, text, after):
        return False
    if before == "as" and text.startswith("many "):  # "the fourth raid in as many weeks"
        return False
    if form == Duration(Unit.HOUR, 1.0) and text == "an hour" and before in _lists().speeds:
        return False
    if isinstance(form, Shift) and form.whole:
        titled = words.language == ENGLISH and words.word(draft.last - 1).istitle()
        hyphened = after == "-" and _touches(words, draft.last - 1) and form.unit is Unit.QUARTER
        if titled or hyphened:  # "Man of the Year", "the last quarter-century"
            return False
    glued = before in ("$", "£", "€", "-", ":") and _touches(words, draft.first - 1)
    return not (glued and text.split()[0].isdigit())


def _is_length(form: Duration, text: str, after: str) -> bool:
    """Say whether a length is one: no fraction ("three quarters of"), no ordinal, no offer."""
    if form.unit is Unit.SECOND and not text.endswith("seconds"):
        return text[:1].isdigit() and after not in ("round", "half")
    if form.unit is Unit.QUARTER and form.count in (1, 3):
        return form.side != 0 and after != "of"
    return after not in _lists().length_before and not (text == "hours" and after == "of")
