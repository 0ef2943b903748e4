"""The frozen dataclasses that flow from step to step, from the article read to the merged event.

The steps know each other only through this module. All offsets are Python ``str`` indices into
``Article.text``, end exclusive; that text never changes after the article is read.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of an article's text is. Only furniture is left unread."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"  # the place, day and agency that a report opens with
    CAPTION = "caption"
    BODY = "body"
    FURNITURE = "furniture"


class PublicationBasis(StrEnum):
    """Where a publication date comes from, most trusted first."""

    USER = "user"
    METADATA = "metadata"
    DATELINE = "dateline"
    URL = "url"
    FEED = "feed"
    FILE = "file"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class TimexType(StrEnum):
    """TIMEX3 types (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Basis(StrEnum):
    """How an event's date was found."""

    EXPLICIT = "explicit"  # a full date in the text
    PARTIAL = "partial"  # a date with a part missing: "2 June", "Monday"
    RELATIVE = "relative"  # "yesterday", "two weeks ago"
    NARRATIVE = "narrative"  # taken from a neighbouring sentence
    DCT = "dct"  # no time told: news of the publication day
    USER = "user"  # set by hand


class Status(StrEnum):
    """Whether the event has happened, as the article tells it on its own date."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    PROPOSED = "proposed"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the article's text of one kind; ``why`` says in words why furniture was left out."""

    start: int
    end: int
    kind: BlockKind
    why: str = ""


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A possible publication date: an EDTF day, month or year, its score in 0..1 and the reasons in words."""

    date: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """An article's publication date (the DCT of TIMEX3).

    ``edtf`` is a day, a month, a year, or empty where nothing is known; never a guess made exact.
    """

    edtf: str = ""
    basis: PublicationBasis = PublicationBasis.UNKNOWN
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()
    candidates: tuple[DateCandidate, ...] = ()

    @property
    def day(self) -> dt.date | None:
        """The day, where the date is known to the day."""
        return dt.date.fromisoformat(self.edtf) if len(self.edtf) == 10 else None


@dataclass(frozen=True, slots=True)
class Article:
    """One news article, as read. ``blocks`` cover ``text``; ``source`` is the file or URL it came from."""

    id: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    language: str = "en"
    source: str = ""
    published: PublicationDate = field(default_factory=PublicationDate)


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its syntax (Universal POS, Penn tag, dependency label of spaCy's English models).

    ``head`` is the index of the governing token within the sentence; the root governs itself.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, headline or caption. ``tokens`` is empty until the sentence is parsed."""

    start: int
    end: int
    kind: BlockKind
    paragraph: int
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An article's text cut into sentences, furniture left out.

    ``cased`` is the text with the parsed headlines in capitals written as sentences; all offsets stay.
    """

    text: str
    sentences: tuple[Sentence, ...]
    cased: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 with its meaning as an EDTF date.

    ``value`` and ``mod`` are TIMEX3's. ``edtf`` is empty for durations and sets that name no day;
    ``first`` and ``last`` are the first and last possible day, None where open or unknown.
    ``reason`` says in words how the date follows from the text.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str = ""
    edtf: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    basis: Basis = Basis.EXPLICIT
    reason: str = ""

    @property
    def day(self) -> dt.date | None:
        """The one day that it names; None where it names none or more."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word or words that name the event."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One clause that reports one event. Fields are those of the annotation guidelines.

    ``edtf`` is never empty when the article's date is known; ``first``/``last`` bound the possible days.
    ``source``/``target`` are countries or organisations in their usual short English form.
    ``reasons`` tell in words which rule, trigger, cue and time expression made the mention.
    """

    article: str
    start: int
    end: int
    quote: str
    trigger: Trigger
    title: str
    track: str
    type: str
    mode: str
    status: Status
    edtf: str
    first: dt.date | None
    last: dt.date | None
    basis: Basis
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    place: str = ""
    country: str = ""
    killed: int | None = None
    injured: int | None = None
    attribution: str = ""
    confidence: float = 0.5
    reasons: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Stable within an article as long as its text and the trigger's place stay."""
        return f"{self.article}:{self.trigger.start}-{self.trigger.end}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two events, from the later to the earlier.

    ``kind`` is one of fulfils, moves, cancels, reissues, responds.
    """

    kind: str
    later: str
    earlier: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the user has set on an event beside its fields. ``confirmed`` is None while nobody has looked."""

    confirmed: bool | None = None
    pinned: bool = False
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One event with all its mentions, the sources' differences kept in them.

    ``killed``/``injured`` are (lowest, highest) over the mentions that name a number.
    ``articles`` are the ids of the reporting articles; ``sources`` counts independent ones
    (near-copies of one text count once). ``origin`` names the table and the row there that an imported event
    comes from ("ACLED UKR1234"), empty for all others; ``point`` is its (latitude, longitude) in degrees.
    """

    id: str
    title: str
    track: str
    type: str
    mode: str
    status: Status
    edtf: str
    first: dt.date | None
    last: dt.date | None
    basis: Basis
    source: tuple[str, ...]
    target: tuple[str, ...]
    place: str
    country: str
    killed: tuple[int, int] | None
    injured: tuple[int, int] | None
    attribution: tuple[str, ...]
    confidence: float
    mentions: tuple[Mention, ...]
    articles: tuple[str, ...]
    sources: int
    marks: Marks = field(default_factory=Marks)
    origin: str = ""
    point: tuple[float, float] | None = None
