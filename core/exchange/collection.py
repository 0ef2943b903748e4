"""What the formats are given: a project's articles, events and links; and what a table gave."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from core.model import Article, Event, Link, Mention


class ExchangeError(Exception):
    """A file that cannot be written or read: which, what is wrong, and what to do. A sentence to show."""


@dataclass(frozen=True)
class Collection:
    """Events with the articles they were found in and the links between them. ``name`` is the project's."""

    name: str = ""
    articles: tuple[Article, ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """The articles by their id."""
        return {article.id: article for article in self.articles}

    @cached_property
    def links_of(self) -> Mapping[str, tuple[Link, ...]]:
        """The links to earlier events, by the id of the later one."""
        found: dict[str, tuple[Link, ...]] = {}
        for link in self.links:
            found[link.later] = (*found.get(link.later, ()), link)
        return found

    def told_in(self, mention: Mention) -> str:
        """Return where a mention stands, as in "The Courier, 2024-03-15"; empty where that is unknown."""
        article = self.by_id.get(mention.article)
        if article is None:
            return ""
        return ", ".join(filter(None, (article.outlet or article.title, article.published.edtf)))

    def only(self, *events: Event) -> "Collection":
        """Return the collection with these events and the links between them."""
        ids = {event.id for event in events}
        links = tuple(link for link in self.links if link.later in ids and link.earlier in ids)
        return replace(self, events=events, links=links)


@dataclass(frozen=True, slots=True)
class Problem:
    """A row of a table that gave no event: which, what is wrong with it and what to do. Rows count from 1."""

    source: str
    row: int
    message: str

    def __str__(self) -> str:
        return f"{self.source}, row {self.row}: {self.message}"


@dataclass(frozen=True, slots=True)
class Imported:
    """What a table gave: events nobody has verified here, and the rows that gave none.

    ``notes`` say what was left out on purpose. ``articles`` are those that Twotrack's own JSON brings; the
    events' mentions are in them.
    """

    kind: str
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    articles: tuple[Article, ...] = ()
