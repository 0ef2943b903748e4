"""What a time expression says before anything is known of the publication date (the DCT of TIMEX3).

The tagger works in two steps, so that the publication date can be inferred between them:

    recognise(text) -> list[Expression]          knows no date but those the text names
    resolve(text, expressions, dct) -> list[TimeExpression]

Forms say what is *known*; a part that the text does not name is None:

    "2 June"            Calendar(month=6, day=2)
    "Monday"            Calendar(weekday=0)                    0 is Monday, as in ``date.weekday()``
    "Monday, 2 June"    Calendar(weekday=0, month=6, day=2)
    "last March"        Calendar(month=3, step=-1)             step: last -1, this 0, next 1
    "the third quarter" Calendar(part="Q3")                    TIMEX3 codes Q1-Q4, H1-H2, SP SU FA WI
    "the 1990s"         Era(unit=Unit.DECADE, number=199)
    "two weeks ago"     Shift(Unit.WEEK, -2.0)
    "yesterday"         Shift(Unit.DAY, -1.0)
    "last year"         Shift(Unit.YEAR, -1.0, whole=True)     whole: the calendar unit, not a distance
    "two days later"    Shift(Unit.DAY, 2.0, Anchor.CONTEXT)
    "two days before" 9 May  Shift(Unit.DAY, -2.0, Anchor.EVENT)   from the expression after it in the list
    "years ago"         Shift(Unit.YEAR, None, sign=-1)        how many is not told
    "the same month last year"   SamePeriod(Unit.MONTH)        the month told last, a year before
    "two-week"          Duration(Unit.WEEK, 2.0)
    "every Friday"      Repetition("XXXX-WXX-5", ...)
    "now"               Reference("PRESENT_REF")
    "Friday night"      Clock(part="NI", day=Calendar(weekday=4))
    "10:30 a.m."        Clock(hour=10, minute=30)
    "Easter Monday"     Holiday("easter monday")
    "day 151 of the invasion"   DayCount(151, "invasion")

An ``Expression`` adds where it stands, the TIMEX3 modifier, which way the words around it point
(``direction``, ``cue``: those words, ``confidence`` 0..1) and the ``bound``: "by", "until", "since",
"within", "before", "after" make a window of the date. ``range_with`` is the index, in the same list, of the
other end of a range ("from 3 March to 5 May"); ``planned`` is a plan told as past ("was to have met on
Monday"). Nothing here depends on the day of publication.
"""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """Units of time, finest first."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Anchor(StrEnum):
    """What a distance in time is counted from."""

    DCT = "dct"  # the publication day: "two weeks ago"
    CONTEXT = "context"  # the date told last: "two days later"
    DAY = "day"  # the day told in the sentence: "later in the day"
    EVENT = "event"  # the date named after it: "two days before 9 May"


class Direction(StrEnum):
    """Which way the words around an expression point."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar, with only the named parts set."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str = ""  # a quarter, half or season of the year, TIMEX3 code
    step: int | None = None  # "before last" -2, "last" -1, "this" 0, "next" 1
    year_step: int | None = None  # "May last year"
    week_step: int | None = None  # "Monday of last week"
    week: int | None = (
        None  # "the second week of March" 2, "the last Monday of March" -1; with a day: its week
    )
    context: bool = False  # "that year", "the 12th": taken from the date told before
    bc: bool = False

    @property
    def lacks_year(self) -> bool:
        """Whether it names a month, and neither its year nor how many years away it is."""
        return self.month is not None and self.year is None and self.step is None and self.year_step is None


@dataclass(frozen=True, slots=True)
class Era:
    """A decade (``number`` 199: the 1990s) or century (``number`` 19: 1900 to 1999)."""

    unit: Unit
    number: int
    bc: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A distance from an anchor, negative before it; ``count`` None where only ``sign`` is told.

    ``grain`` is how exact it is where more is told than its unit: "a year ago today" DAY.
    """

    unit: Unit
    count: float | None
    anchor: Anchor = Anchor.DCT
    whole: bool = False
    sign: int = 0
    grain: Unit | None = None
    turn: bool = False  # "the new year": in January it has begun


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """The period told last, in another year: ``unit`` None for any, ``year`` None for the year before."""

    unit: Unit | None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; ``count`` None where not told. ``side``: -1 the past N, +1 the next N, 0 neither.

    ``more`` is what a finer unit adds: the day of "a year and a day".
    """

    unit: Unit
    count: float | None
    side: int = 0
    more: tuple[Unit, float] | None = None


@dataclass(frozen=True, slots=True)
class Repetition:
    """A SET: ``value`` is its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day; ``name`` is its key in the data, ``year`` as the text tells it.

    ``unit`` is WEEK or WEEKEND for the one around the day ("Easter weekend").
    """

    name: str
    year: int | None = None
    step: int | None = None
    unit: Unit = Unit.DAY
    year_step: int | None = None  # "Christmas Eve last year"


@dataclass(frozen=True, slots=True)
class DayCount:
    """The ``number``-th day (week, month) of an event named in the text ("invasion", "war")."""

    number: int
    event: str
    unit: Unit = Unit.DAY


DayForm = Calendar | Shift | Holiday


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: an hour, or a ``part`` of a day (TIMEX3 MO, AF, EV, NI, DT); ``day`` None: not named.

    ``joins`` says which other day a night reaches into: -1 the one before ("overnight"), 1 the one after
    ("last night"), 0 not told.
    """

    hour: int | None = None
    minute: int | None = None
    part: str = ""
    day: DayForm | None = None
    zone: str = ""
    joins: int = 0


Form = Calendar | Era | Shift | SamePeriod | Duration | Repetition | Reference | Holiday | DayCount | Clock


def date_of(form: Form) -> Form | None:
    """Return the form of the date a time of day is of, None where it names none; other forms as they are."""
    return form.day if isinstance(form, Clock) else form


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression found in a text: ``text[start:end]`` and what it says."""

    start: int
    end: int
    text: str
    form: Form
    mod: str = ""
    direction: Direction = Direction.OPEN
    cue: str = ""
    confidence: float = 0.0
    bound: str = ""
    range_with: int | None = None
    planned: bool = False
