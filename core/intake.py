"""Brings what was found in articles, and what an event table tells, into a project.

It joins ``pipeline`` and ``exchange`` to ``project``; what is there already, and the user's decisions, stay.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from core import merge
from core.exchange import Imported
from core.exchange.sources import own
from core.model import Event, Mention
from core.pipeline import Processed, process
from core.project import (
    Add,
    Batch,
    Change,
    Command,
    Judge,
    Pin,
    Project,
    SetColour,
    SetDate,
    SetNote,
    SetParties,
    SetPlace,
    SetStatus,
    SetTitle,
    SetTrack,
    SetType,
    Tag,
)
from core.wording import count

_HERE = ("diplomatic", "battlefield")


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of a table: events and articles that were new, and events the project had already."""

    added: int
    known: int
    articles: int = 0


def absorb(project: Project, results: Iterable[Processed], grouped: Iterable[Event] = ()) -> Change:
    """Store articles and mentions in a project, and merge them with what it holds already.

    An article that is there already, or an earlier edition of it, is replaced; the user's decisions on it
    stay. Mentions that were merged elsewhere, as ``grouped`` has them, stay so.

    Raises:
        ProjectError: the project could not be written; nothing has changed.
    """
    new = {found.article.id: found for found in (_as_known(project, result) for result in results)}
    kept = [article for article in project.articles() if article.id not in new]
    mentions = [mention for mention in project.mentions() if mention.article not in new]
    articles_now = [*kept, *(found.article for found in new.values())]
    mentions_now = [*mentions, *(mention for found in new.values() for mention in found.mentions)]
    merged_now = merge.merge(articles_now, mentions_now, [*project.machine_events(), *grouped], new)
    by_article = {identifier: found.mentions for identifier, found in new.items()}
    added = [found.article for found in new.values()]
    return project.store(added, by_article, merged_now, merge.find_links(merged_now))


def _as_known(project: Project, result: Processed) -> Processed:
    """Return the result under the id by which the project knows the article."""
    identifier = project.known_as(result.article)
    if identifier == result.article.id:
        return result
    mentions = tuple(replace(mention, article=identifier) for mention in result.mentions)
    return Processed(replace(result.article, id=identifier), mentions)


def reextract(project: Project, identifiers: Iterable[str]) -> Change:
    """Read articles of a project anew, after the user has set their publication date."""
    return absorb(project, [process(project.article(identifier)) for identifier in identifiers])


def in_words(imported: Imported, came: Intake) -> str:
    """Say what came of a table: "5 events from ACLED, 2 events were there already"."""
    words = [f"{count(came.added, 'event')} from {imported.kind}"]
    words += [count(came.articles, "article")] if came.articles else []
    words += (
        [f"{count(came.known, 'event')} {'was' if came.known == 1 else 'were'} there already"]
        if came.known
        else []
    )
    return ", ".join(words)


def take_in(project: Project, imported: Imported, name: str, at: dt.datetime) -> Intake:
    """Add the events of a table to a project.

    Twotrack's own JSON brings articles: they are stored first, with their mentions grouped as they are there.
    All else is one act that can be undone: events that stand in no article, and the decisions on the others.
    Events that came before, or that were exported from this very project, are there already.

    Args:
        project: where to.
        imported: what was read.
        name: the table's name, for the undo menu.
        at: the time of the act.

    Raises:
        ProjectError: the project could not be written.
    """
    present = {article.id for article in project.articles()}
    brought = {article.id for article in imported.articles} - present
    homed: list[Event] = []
    lone: list[Event] = []
    for event in imported.events:
        articles = {mention.article for mention in event.mentions}
        if articles and articles <= present | brought:
            homed.append(_renamed(event))
        else:
            lone.append(event)
    told = [event for event in homed if brought.issuperset(mention.article for mention in event.mentions)]
    _store(project, imported, brought, homed)
    there = [*project.events(), *project.merged()]
    had = {known for event in there for known in (event.origin, own.origin(event.id, event.title))}
    new = {event.origin: event for event in map(_alone, lone) if event.origin not in had}
    commands: list[Command] = [Add(tuple(new.values()))] if new else []
    commands += _decided(project, told)
    if commands:
        project.apply(Batch(tuple(commands), f"import {name}"), at)
    added = len(new) + len(told)
    return Intake(added, len(imported.events) - added, len(brought))


def _renamed(event: Event) -> Event:
    """Return the event under an id that means the same in every project."""
    if event.id.startswith("user-"):  # counted up in each project anew
        key = event.mentions[0].id.encode("utf-8", "replace")
        return replace(event, id=f"e{hashlib.sha256(key).hexdigest()[:12]}")
    return event


def _alone(event: Event) -> Event:
    """Return an event that no article here tells of, with its origin."""
    return replace(event, mentions=(), articles=(), origin=event.origin or own.origin(event.id, event.title))


def _store(project: Project, imported: Imported, brought: set[str], events: Iterable[Event]) -> None:
    mentions: dict[str, list[Mention]] = {article: [] for article in brought}
    grouped = list(events)
    for event in grouped:
        for mention in event.mentions:
            if mention.article in brought:
                mentions[mention.article].append(mention)
    new = [Processed(a, tuple(mentions[a.id])) for a in imported.articles if a.id in brought]
    if new:
        absorb(project, new, grouped)


def _decided(project: Project, events: Iterable[Event]) -> Iterator[Command]:
    """Yield what must be decided so that the events read as they were in the project they come from."""
    shown = project.events()
    home = {mention.id: event for event in shown for mention in event.mentions}
    for event in events:
        found = home.get(event.mentions[0].id)
        if found is not None:
            yield from _differences((found.id,), found, event)


def _differences(ids: tuple[str, ...], is_: Event, was: Event) -> Iterator[Command]:
    if was.edtf != is_.edtf:
        yield SetDate(ids, was.edtf)
    if was.track != is_.track and was.track in _HERE:
        yield SetTrack(ids, was.track)
    if (was.type, was.mode) != (is_.type, is_.mode):
        yield SetType(ids, was.type, was.mode)
    if was.status is not is_.status:
        yield SetStatus(ids, was.status)
    if was.title != is_.title and was.title.strip():
        yield SetTitle(ids, was.title)
    if (was.source, was.target) != (is_.source, is_.target):
        yield SetParties(ids, was.source, was.target)
    if (was.place, was.country) != (is_.place, is_.country):
        yield SetPlace(ids, was.place, was.country)
    yield from _marked(ids, is_, was)


def _marked(ids: tuple[str, ...], is_: Event, was: Event) -> Iterator[Command]:
    if was.marks.confirmed is not is_.marks.confirmed:
        yield Judge(ids, was.marks.confirmed)
    if was.marks.pinned != is_.marks.pinned:
        yield Pin(ids, was.marks.pinned)
    if was.marks.note != is_.marks.note:
        yield SetNote(ids, was.marks.note)
    if was.marks.colour != is_.marks.colour:
        yield SetColour(ids, was.marks.colour)
    if was.marks.tags != is_.marks.tags:
        yield Tag(ids, was.marks.tags)
