"""What a chart is made of: the specification (how it looks) and the content (what it tells)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core import edtf
from core.model import Article, Event, Link, PublicationBasis
from core.scene import SourceFacts


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """How a chart looks. None stands for what is made from the events, an empty text for none.

    ``preset`` names the format, unless ``size`` ("29.7x21cm") gives another; ``dpi`` 0 is the preset's own.
    ``first`` and ``last`` are the days shown. ``text`` enlarges all texts and marks; 0 chooses by the room
    there is. ``rows`` stacks the time on one page, ``pages`` parts it over several. ``fold`` shortens empty
    years. ``published`` marks the days on which the articles came out.
    """

    preset: str = "slide"
    size: str = ""
    dpi: int = 0
    theme: str = "light"
    title: str | None = None
    subtitle: str | None = None
    note: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    tracks: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    confidence: float = 0.0
    legend: bool = True
    labels: bool = True
    links: bool = True
    density: bool = True
    numbered: bool = False
    rows: int = 1
    pages: int = 1
    fold: bool = True
    text: float = 0.0
    today: dt.date | None = None
    published: bool = False


_UNTOLD = ("", "Twotrack")  # made by hand, or in another project: who told of it first is not known


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a source to be named: everything but its text. ``published`` is EDTF."""

    id: str
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """What a chart tells: events, the links between them, and the articles they come from."""

    events: tuple[Event, ...]
    links: tuple[Link, ...] = ()
    sources: tuple[Source, ...] = ()

    def facts(self, shown: Iterable[Event]) -> SourceFacts:
        """Return what the source line tells: of the articles and tables that tell of the events shown."""
        events = list(shown)
        telling = {name for event in events for name in event.articles}
        tables = Counter(event.origin.rpartition(" ")[0] for event in events if not event.articles)
        sources = [source for source in self.sources if source.id in telling]
        days = sorted(source.published for source in sources if source.published)
        outlets = {source.outlet for source in sources}
        return SourceFacts(
            articles=len(telling),
            outlets=0 if "" in outlets else len(outlets),
            first=days[0] if days else "",
            last=days[-1] if days else "",
            inferred=sum(source.inferred for source in sources),
            tables=tuple(sorted((name, number) for name, number in tables.items() if name not in _UNTOLD)),
        )

    def publication_days(self) -> tuple[float, ...]:
        """Return the noons of the days on which articles came out, as times of the scene."""
        days = {edtf.bounds(source.published)[0] for source in self.sources if len(source.published) == 10}
        return tuple(sorted(day.toordinal() + 0.5 for day in days if day))


def content(events: Sequence[Event], links: Sequence[Link], articles: Sequence[Article]) -> Content:
    """Return the content of a chart: events not rejected; of the articles only what names them."""
    kept = tuple(event for event in events if event.marks.confirmed is not False)
    return Content(kept, tuple(links), tuple(_source(article) for article in articles))


def _source(article: Article) -> Source:
    published = article.published
    inferred = published.basis is PublicationBasis.INFERRED
    url = article.url if article.url.startswith(("http://", "https://")) else ""
    return Source(article.id, article.title, article.outlet, url, published.edtf, inferred)
