"""Says where an event and each of its fields come from: the words in the articles, the rules, or the user.

Quotes are told as W3C Web Annotation selectors, so that they can be found again when a text has changed.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.model import Article, Basis, Event, Mention
from core.project import decisions, machine
from core.project.decisions import ADDED, BELONGS, FIELDS, INTO, MARKS
from core.project.overlay import Overlay
from core.selectors import TextPositionSelector, TextQuoteSelector, describe


class Agent(StrEnum):
    """Who made or set something."""

    MACHINE = "machine"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A mention with where its words stand.

    ``quote`` and ``position`` select the clause, ``anchor`` the trigger in it; ``rules`` tell in words which
    rule, cue and time expression made it. ``moved`` is when the user put it into this event, else None.
    """

    mention: Mention
    title: str
    outlet: str
    url: str
    published: str
    quote: TextQuoteSelector
    position: TextPositionSelector
    anchor: TextPositionSelector
    rules: tuple[str, ...]
    basis: Basis
    moved: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the value of one field comes from.

    ``found`` is what the machine has, where the user set another value ``at`` a time; ``evidence`` are the
    positions, in the event's evidence, of the mentions that tell the value.
    """

    field: str
    value: Any
    by: Agent
    at: dt.datetime | None = None
    found: Any = None
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """A decision in the history of an event: what was set, from what to what, and whether that was undone."""

    at: dt.datetime
    label: str
    field: str
    before: Any
    after: Any
    undone: bool


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an event comes from, as a whole, by field and by mention, and what was decided on it.

    ``by`` is the user for an event added by hand, imported, or split off; ``at`` is then when.
    """

    event: str
    by: Agent
    at: dt.datetime | None
    fields: tuple[Origin, ...]
    evidence: tuple[Evidence, ...]
    history: tuple[Act, ...]

    def of(self, field: str) -> Origin:
        """Return where one field comes from; KeyError if there is none of that name."""
        found = next((origin for origin in self.fields if origin.field == field), None)
        if found is None:
            raise KeyError(field)
        return found


_TOLD = (*FIELDS, "killed", "injured", "attribution")


def trace(db: sqlite3.Connection, overlay: Overlay, event: Event) -> Provenance:
    """Return the provenance of an event as shown."""
    keys = overlay.members(event.id)
    made = overlay.decisions.get((ADDED, event.id))
    moves = [move.at for key in keys if (move := overlay.decisions.get((BELONGS, key)))]
    by_user = made is not None or overlay.base(event.id) is None
    return Provenance(
        event=event.id,
        by=Agent.USER if by_user else Agent.MACHINE,
        at=made.at if made else min(moves, default=None) if by_user else None,
        fields=tuple(_origin(name, event, overlay) for name in (*_TOLD, *MARKS)),
        evidence=tuple(_evidence(db, overlay, event.mentions, keys)),
        history=tuple(_history(db, overlay, event.id, keys)),
    )


def _origin(name: str, event: Event, overlay: Overlay) -> Origin:
    on_mark = name in MARKS
    value = getattr(event.marks if on_mark else event, name)
    decision = overlay.decisions.get((name, event.id))
    base = overlay.base(event.id)
    if decision is not None:
        found = None if base is None or on_mark else getattr(base, name)
        return Origin(name, value, Agent.USER, decision.at, found)
    made = overlay.decisions.get((ADDED, event.id))
    if made is not None:
        return Origin(name, value, Agent.USER, made.at)
    telling = () if on_mark else tuple(i for i, m in enumerate(event.mentions) if _tells(m, name, value))
    return Origin(name, value, Agent.MACHINE, evidence=telling)


def _tells(mention: Mention, name: str, value: Any) -> bool:
    """Say whether a mention bears out what its event has in a field."""
    told = getattr(mention, name)
    if name in ("source", "target"):
        return bool(set(told) & set(value))
    if name in ("killed", "injured", "attribution"):
        return value is not None and told in value
    return bool(told == value)


def _evidence(
    db: sqlite3.Connection, overlay: Overlay, mentions: Sequence[Mention], keys: Sequence[str]
) -> Iterable[Evidence]:
    articles: dict[str, Article | None] = {}
    for mention, key in zip(mentions, keys, strict=True):
        if mention.article not in articles:
            articles[mention.article] = next(iter(machine.read_articles(db, mention.article)), None)
        article = articles[mention.article]
        quote, position = (
            (TextQuoteSelector(mention.quote), TextPositionSelector(mention.start, mention.end))
            if article is None or article.text[mention.start : mention.end] != mention.quote
            else describe(article.text, mention.start, mention.end)
        )
        dated = overlay.decisions.value(decisions.PUBLISHED, mention.article)
        moved = overlay.decisions.get((BELONGS, key))
        yield Evidence(
            mention,
            title=article.title if article else "",
            outlet=article.outlet if article else "",
            url=article.url if article else "",
            published=dated or (article.published.edtf if article else ""),
            quote=quote,
            position=position,
            anchor=TextPositionSelector(mention.trigger.start, mention.trigger.end),
            rules=mention.reasons,
            basis=mention.basis,
            moved=moved.at if moved else None,
        )


def _history(db: sqlite3.Connection, overlay: Overlay, name: str, keys: Sequence[str]) -> Iterable[Act]:
    """Yield the decisions on the event, on its mentions and on what was merged into it, oldest first."""
    for at, label, step, undone in decisions.history(db, {name, *keys, *overlay.parts(name)}):
        kind = step.address[0]
        before, after = (side.value if side else None for side in (step.before, step.after))
        if kind in (*FIELDS, *MARKS) and step.address[1] != name:
            continue
        yield Act(
            at,
            label,
            {BELONGS: "mentions", INTO: "merged", ADDED: "event"}.get(kind, kind),
            before,
            after,
            undone,
        )
