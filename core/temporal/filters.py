"""Drops drafts that only look like times: counted things, names, ordinals, verbs."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from core.temporal.builders.draft import Draft
from core.temporal.cue_lexicon import is_past_verb
from core.temporal.forms import Calendar, Clock, Duration, Era, Reference, Repetition, Shift, Unit
from core.temporal.lexicon import ENGLISH
from core.temporal.words import Words

_NEWS_YEARS = range(1900, 2051)
_OWN = frozenset({"his", "her", "their", "my", "your", "our"})
_YEAR_WORDS = frozenset({"year", "years", "р", "рр", "г", "гг"})
_LISTING = frozenset({",", "and", "or", "to", "on"})
_AFTER_DAY = frozenset({"числа", "and", "or", "until", "on", "to"})
_LONE_AFTER = frozenset({"in", "at", "on", "for", "from", "with", ".", ","})
_CLOCK_REACH = 8  # words before "8.30" among which one tells that it is a price
_DESIGNATION = 2  # letters of a heavenly body's name: not "1918 H1N1"
_COUNTED_FROM = frozenset(
    {"after", "before", "later", "earlier", "ago", "into", "down", "since", "from", "prior"}
)
_OLDER = frozenset({"older", "younger"})
_DETERMINED = frozenset({"the", "his", "her", "its", "their", "our", "my", "these", "those", "such"})
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
    numbered: frozenset[str]
    games: frozenset[str]
    priced: frozenset[str]


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
        if (
            before in _ROUGHLY
            or _is_listed_count(words, draft)
            or (year not in _NEWS_YEARS and after.isalpha())
        ):
            return False
    return _is_year(words, draft, year)


def _is_listed_count(words: Words, draft: Draft) -> bool:
    """Say whether a dash or colon sets a number beside what it counts: "Утрати за добу: 1050"."""
    mark = draft.first - 1
    set_off = words.is_a(mark, "SPACED") or words.norm(mark) == ":"
    return set_off and not (words.is_a(mark - 1, "NUMBER") or words.norm(mark - 1) in _YEAR_WORDS)


def _is_calendar(words: Words, draft: Draft, form: Calendar) -> bool:
    if form == Calendar(year=form.year) and not draft.mod and draft.last - draft.first == 1:
        return _is_told_year(words, draft, form.year or 0)
    if form == Calendar(weekday=form.weekday, step=form.step):
        return _is_weekday(words, draft)
    if form.month is None and form.day:
        if words.language != ENGLISH:
            return _is_lone_day(words, draft)
        return _around(words, draft)[1] not in _lists().numbered  # "on the 12th Street"
    return _is_season(words, draft, form)


def _is_lone_day(words: Words, draft: Draft) -> bool:
    """Say whether "25-го" is a day: no noun follows it, or a list of such ("1-го, 2-го і 3-го фронтів")."""
    place = draft.last
    while _goes_on_listing(words, place):
        place += 1 + draft.last - draft.first
    place += words.is_a(place, "NAME") or words.is_a(place, "PRONOUN")  # "25-го він пішов"
    after = words.norm(place) if place < len(words.codes) else ""
    verb = is_past_verb(words.language, after)
    return verb or (not words.is_a(place - 1, "NAME") and (not after.isalpha() or after in _AFTER_DAY))


def _goes_on_listing(words: Words, place: int) -> bool:
    """Say whether another such day follows in a list."""
    listed = words.is_a(place + 1, "DAYNUMBER") and words.is_a(place + 2, "HYPHEN")
    return listed and words.norm(place) in _LISTING


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
    if bare and words.is_a(draft.first, "DECIMAL"):
        return _is_amount(words, draft)
    told = before in _lists().clock_before or any(
        words.is_a(draft.first - 1, name) for name in ("CLOCKPREP", "CLOCKAFTER")
    )
    dated = words.language != ENGLISH and _begins_date(words, draft.last)
    return bare and not (told or dated or is_stamp(words, draft)) and after not in ("local", "on")


def _begins_date(words: Words, place: int) -> bool:
    """Say whether a date stands at a place: "станом на 8:00 14 квітня"."""
    month = any(words.is_a(place + 1, name) for name in ("MONTHNAME", "MONTHWORD"))
    return words.is_a(place, "NUMERIC") or (words.is_a(place, "DAYNUMBER") and month)


def is_stamp(words: Words, draft: Draft) -> bool:
    """Say whether an hour in figures begins a paragraph or has its line to itself, as in a live page."""
    if not words.is_a(draft.first, "CLOCK") or words.word(draft.first).count(":") > 1:
        return False
    return _begins_paragraph(words, draft) or is_heading(words, draft)


def _begins_paragraph(words: Words, draft: Draft) -> bool:
    return draft.first == 0 or words.is_a(draft.first - 1, "BREAK")


def _begins_line(words: Words, draft: Draft) -> bool:
    """Say whether a line of the text begins with a draft."""
    before = words.text[words.ends[draft.first - 1] : words.starts[draft.first]] if draft.first else "\n"
    return "\n" in before or _begins_paragraph(words, draft)


def _ends_line(words: Words, draft: Draft) -> bool:
    """Say whether a line of the text ends with a draft."""
    end = words.starts[draft.last] if draft.last < len(words.codes) else None
    return end is None or "\n" in words.text[words.ends[draft.last - 1] : end + 1]


def is_heading(words: Words, draft: Draft) -> bool:
    """Say whether a draft has a line to itself, but for a colon."""
    colon = draft.last < len(words.codes) and words.word(draft.last) == ":"
    return _begins_line(words, draft) and (colon or _ends_line(words, draft))


def _is_amount(words: Words, draft: Draft) -> bool:
    """Say whether "8.30" is a price or a rate: one without minutes, or among words of trade."""
    hour, minutes = words.word(draft.first).split(".")
    near = range(max(0, draft.first - _CLOCK_REACH), min(draft.last + 2, len(words.codes)))
    priced = any(words.norm(place) in _lists().priced for place in near)
    return priced or len(minutes) != 2 or len(hour) > 2


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
    if _is_count(words, draft) or _is_designation(words, draft) or (glued and before in _GLUED):
        return False
    if glued and before in ("-", "–", "/"):
        return draft.first > 1 and _before_line(words.norm(draft.first - 2))
    if after in ("-", "–", "/") and _touches(words, draft.last - 1):
        beyond = words.word(draft.last + 1) if draft.last + 1 < len(words.codes) else ""
        return _before_line(beyond) or (year in _NEWS_YEARS and before in lists.year_before)
    if year in _NEWS_YEARS:
        return before in lists.year_before or not words.is_a(draft.first - 1, "NAME")
    return _is_early_year(words, draft)


def _is_count(words: Words, draft: Draft) -> bool:
    """Say whether a number counts or numbers things, or is part of one for the telephone."""
    before, after = _around(words, draft)
    lists = _lists()
    counted = after in lists.counted or (after in lists.nations and before not in _PLACING)
    return counted or before in lists.not_year_before or (before.isdigit() and len(before) != 4)


def _is_designation(words: Words, draft: Draft) -> bool:
    """Say whether a year opens the name of a heavenly body: "2012 DA14"."""
    code = words.word(draft.last) if draft.last + 1 < len(words.codes) else ""
    figures = words.is_a(draft.last + 1, "NUMBER") and _touches(words, draft.last)
    return figures and code.isalpha() and code.isupper() and len(code) == _DESIGNATION


def _is_early_year(words: Words, draft: Draft) -> bool:
    """Say whether a number is a year before those of news: by the word before it, or as a heading."""
    before, after = _around(words, draft)
    titled = after == ":" or (words.is_a(draft.last, "SPACED") and not words.is_a(draft.last + 1, "NUMBER"))
    if _begins_line(words, draft) and titled:
        return True  # "1854: Alma to Inkerman"
    if _begins_paragraph(words, draft):
        return _ends_line(words, draft)  # "1854" alone, but no hour of a live page, line after line
    if before == "the" and after in _LONE_AFTER:  # "ran the 1500 in 3:34"
        return False
    plural = after.endswith("s") and after not in _NO_PLURAL
    return before in _lists().year_before and not (plural and before in ("of", "to", "the"))


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
    english = words.language == ENGLISH
    if english and form == Calendar(part=form.part) and words.is_a(draft.last, "NAME"):  # "the Summer Palace"
        return words.word(draft.last - 1).islower() and _around(words, draft)[1] not in _lists().games
    if told == "spring" and _around(words, draft)[1] in _lists().not_season_before:
        return False
    if form.part != "FA" or told != "fall" or form.year or form.step is not None:
        return True
    before, after = _around(words, draft)
    return not after.isalpha() or before in _SEASON_BEFORE or after in ("and", "or")


def _is_unit(words: Words, draft: Draft, form: Duration | Shift) -> bool:
    text = words.text[words.starts[draft.first] : words.ends[draft.last - 1]].lower()
    before, after = _around(words, draft)
    if isinstance(form, Duration) and not _is_length(words, draft, form, text):
        return False
    if before == "as" and text.startswith("many "):  # "the fourth raid in as many weeks"
        return False
    if isinstance(form, Shift) and form.whole:
        titled = words.language == ENGLISH and words.word(draft.last - 1).istitle()
        hyphened = after == "-" and _touches(words, draft.last - 1) and form.unit is Unit.QUARTER
        if titled or hyphened:  # "Man of the Year", "the last quarter-century"
            return False
    glued = before in ("$", "£", "€", "-", ":") and _touches(words, draft.first - 1)
    return not (glued and text.split()[0].isdigit())


def _is_length(words: Words, draft: Draft, form: Duration, text: str) -> bool:
    """Say whether a length is one: no name, fraction ("three quarters of"), ordinal, offer or speed."""
    before, after = _around(words, draft)
    if _is_named_length(words, draft) or (form.count is None and _is_kind(words, draft)):
        return False
    if form.unit is Unit.SECOND and not text.endswith("seconds"):
        return text[:1].isdigit() and after not in ("round", "half")
    if form.unit is Unit.QUARTER and form.count in (1, 3):
        return form.side != 0 and after != "of"
    if text == "an hour" and before in _lists().speeds:
        return False
    return after not in _lists().length_before and not (text == "hours" and after == "of")


def _is_kind(words: Words, draft: Draft) -> bool:
    """Say whether of a lone "days" is told what they were like, not how many they were: "the dark days"."""
    if draft.last - draft.first > 1 or words.language != ENGLISH:
        return False
    after = _around(words, draft)[1]
    described = words.is_a(draft.first - 1, "PLAINWORD") and words.norm(draft.first - 2) in _DETERMINED
    return (described and after not in _COUNTED_FROM) or after in _OLDER


def _is_named_length(words: Words, draft: Draft) -> bool:
    """Say whether a length is a name: "the Hundred Days", though "the Seven Days Battles" tell how long."""
    several = [words.word(place) for place in range(draft.first + 1, draft.last)]
    determined = words.norm(draft.first) == "the" and words.is_a(draft.first + 1, "NUMWORD")
    alone = determined and not (draft.last < len(words.codes) and words.word(draft.last).istitle())
    return alone and all(word.istitle() for word in several)
