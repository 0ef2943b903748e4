"""The commands by which a user corrects, judges and completes what the machine found.

A command says which decisions it sets (None takes one back); it changes nothing itself, so undo is exact.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, ClassVar, Protocol

from core import edtf
from core.codec import encode
from core.model import Event, Marks, Mention, Status
from core.project.decisions import ADDED, BELONGS, FIELDS, INTO, PUBLISHED, Address
from core.project.errors import ProjectError

Setting = tuple[Address, Any]


class View(Protocol):
    """What a command may ask about the project it is applied to."""

    def event(self, identifier: str) -> Event:
        """Return an event as shown; ProjectError if there is none of that id."""

    def key_of(self, mention: Mention) -> str:
        """Return the key of a mention as shown; ProjectError if there is none."""

    def has_article(self, identifier: str) -> bool:
        """Say whether the article is in the project."""

    def new_id(self) -> str:
        """Return an event id that was never used."""


class Command(Protocol):
    """A user's act: its words for the undo menu, and the decisions it sets."""

    @property
    def label(self) -> str:
        """The act in words, as in "Undo change date"."""

    def settings(self, view: View) -> Iterator[Setting]:
        """Yield the decisions to set; ProjectError where the command makes no sense here."""


@dataclass(frozen=True, slots=True)
class _OnEvents:
    """Sets the same values on one or many events: each further field of the class is one decision."""

    words: ClassVar[str]
    events: tuple[str, ...]

    @property
    def label(self) -> str:
        """The act in words, with the number of events where there are several."""
        return self.words if len(self.events) == 1 else f"{self.words} of {len(self.events)} events"

    def settings(self, view: View) -> Iterator[Setting]:
        """Yield one decision for each event and value."""
        values = {field.name: encode(getattr(self, field.name)) for field in fields(self)[1:]}
        for identifier in self.events:
            view.event(identifier)
            for kind, value in values.items():
                yield (kind, identifier), _said(kind, value)


@dataclass(frozen=True, slots=True)
class SetDate(_OnEvents):
    """Set the date as EDTF: a day, month, year or interval, with ``~`` where approximate; empty: unknown."""

    words = "change date"
    edtf: str

    def __post_init__(self) -> None:
        _check_date(self.edtf)


@dataclass(frozen=True, slots=True)
class SetTrack(_OnEvents):
    """Put events on the diplomatic or the battlefield track."""

    words = "change track"
    track: str

    def __post_init__(self) -> None:
        if self.track not in ("diplomatic", "battlefield"):
            raise ProjectError(f"There is no track {self.track!r}; use diplomatic or battlefield.")


@dataclass(frozen=True, slots=True)
class SetType(_OnEvents):
    """Set the PLOVER event type and mode."""

    words = "change type"
    type: str
    mode: str = ""


@dataclass(frozen=True, slots=True)
class SetStatus(_OnEvents):
    """Say whether it happened, is planned, proposed ..."""

    words = "change status"
    status: Status


@dataclass(frozen=True, slots=True)
class SetTitle(_OnEvents):
    """Set the headline."""

    words = "change title"
    title: str

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ProjectError("A title cannot be empty.")


@dataclass(frozen=True, slots=True)
class SetParties(_OnEvents):
    """Set who did it and to whom."""

    words = "change parties"
    source: tuple[str, ...]
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetPlace(_OnEvents):
    """Set the place and its country."""

    words = "change place"
    place: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Judge(_OnEvents):
    """Confirm events (True), reject them (False), or take the judgement back (None)."""

    words = "judge"
    confirmed: bool | None

    @property
    def label(self) -> str:
        """The act in words."""
        act = {True: "confirm", False: "reject", None: "take back judgement on"}[self.confirmed]
        return f"{act} event" if len(self.events) == 1 else f"{act} {len(self.events)} events"


@dataclass(frozen=True, slots=True)
class Pin(_OnEvents):
    """Keep events in view whatever else is left out of the chart, or no longer."""

    words = "change pin"
    pinned: bool = True


@dataclass(frozen=True, slots=True)
class SetNote(_OnEvents):
    """Write a note on events; empty removes it."""

    words = "change note"
    note: str


@dataclass(frozen=True, slots=True)
class SetColour(_OnEvents):
    """Mark events with a colour; empty removes it."""

    words = "change colour"
    colour: str


@dataclass(frozen=True, slots=True)
class Tag:
    """Add tags to events and take others off."""

    events: tuple[str, ...]
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The act in words."""
        return "change tags"

    def settings(self, view: View) -> Iterator[Setting]:
        """Yield each event's tags after the change."""
        for identifier in self.events:
            tags = dict.fromkeys((*view.event(identifier).marks.tags, *self.add))
            yield ("tags", identifier), _said("tags", [tag for tag in tags if tag not in self.remove])


@dataclass(frozen=True, slots=True)
class Reset:
    """Give fields back to the machine: the values it found hold again. ``fields`` as named in Event."""

    events: tuple[str, ...]
    fields: tuple[str, ...] = FIELDS

    @property
    def label(self) -> str:
        """The act in words."""
        return "go back to what was found"

    def settings(self, view: View) -> Iterator[Setting]:
        """Yield nothing decided for each event and field."""
        for identifier in self.events:
            view.event(identifier)
            for kind in self.fields:
                yield (kind, identifier), None


@dataclass(frozen=True, slots=True)
class Merge:
    """Make several events one. The first keeps its fields; tags and notes of all are kept."""

    events: tuple[str, ...]

    @property
    def label(self) -> str:
        """The act in words."""
        return f"merge {len(self.events)} events"

    def settings(self, view: View) -> Iterator[Setting]:
        """Yield where the others go, and the tags and notes put together."""
        keeper, *others = [view.event(identifier) for identifier in dict.fromkeys(self.events)]
        if not others:
            raise ProjectError("Choose two or more events to merge.")
        for other in others:
            yield (INTO, other.id), keeper.id
        tags = list(dict.fromkeys(tag for event in (keeper, *others) for tag in event.marks.tags))
        if tags:
            yield ("tags", keeper.id), tags
        notes = list(dict.fromkeys(e.marks.note for e in (keeper, *others) if e.marks.note))
        if notes:
            yield ("note", keeper.id), "\n".join(notes)


@dataclass(frozen=True, slots=True)
class Split:
    """Take mentions out of their event and make them an event of their own."""

    mentions: tuple[Mention, ...]

    @property
    def label(self) -> str:
        """The act in words."""
        return "split event"

    def settings(self, view: View) -> Iterator[Setting]:
        """Yield the new home of each mention."""
        if not self.mentions:
            raise ProjectError("Choose the mentions that are to be an event of their own.")
        new = view.new_id()
        for mention in self.mentions:
            yield (BELONGS, view.key_of(mention)), new


@dataclass(frozen=True, slots=True)
class Move:
    """Move mentions to another event."""

    mentions: tuple[Mention, ...]
    event: str

    @property
    def label(self) -> str:
        """The act in words."""
        return "move mention" if len(self.mentions) == 1 else f"move {len(self.mentions)} mentions"

    def settings(self, view: View) -> Iterator[Setting]:
        """Yield the new home of each mention."""
        target = view.event(self.event)
        if not self.mentions:
            raise ProjectError("Choose the mentions to move.")
        for mention in self.mentions:
            yield (BELONGS, view.key_of(mention)), target.id


@dataclass(frozen=True, slots=True)
class Add:
    """Add events made by hand, from a selection in an article (with a mention), or imported from a table.

    Their ids are given by the project; those handed in are not used.
    """

    events: tuple[Event, ...]
    words: str = "add event"

    @property
    def label(self) -> str:
        """The act in words."""
        return self.words

    def settings(self, view: View) -> Iterator[Setting]:
        """Yield the events under new ids."""
        for event in self.events:
            _check_date(event.edtf)
            identifier = view.new_id()
            yield (ADDED, identifier), encode(event, sparse=True) | {"id": identifier}


@dataclass(frozen=True, slots=True)
class SetPublished:
    """Set the publication date of articles as EDTF; empty takes it back. Their events are to be read anew."""

    articles: tuple[str, ...]
    edtf: str

    @property
    def label(self) -> str:
        """The act in words."""
        return "change publication date"

    def settings(self, view: View) -> Iterator[Setting]:
        """Yield the date for each article."""
        _check_date(self.edtf)
        for identifier in self.articles:
            if not view.has_article(identifier):
                raise ProjectError(f"There is no article {identifier!r} in this project.")
            yield (PUBLISHED, identifier), self.edtf or None


@dataclass(frozen=True, slots=True)
class Batch:
    """Several commands as one act, undone and redone together. Each sees the project as it was before all."""

    commands: tuple[Command, ...]
    label: str

    def settings(self, view: View) -> Iterator[Setting]:
        """Yield the decisions of all."""
        for command in self.commands:
            yield from command.settings(view)


def _said(kind: str, value: Any) -> Any:
    """Return the value, None for a mark that is taken off: marks that say nothing are not kept."""
    return None if kind in _unmarked() and value == _unmarked()[kind] else value


@cache
def _unmarked() -> dict[str, Any]:
    unmarked: dict[str, Any] = encode(Marks())
    return unmarked


def _check_date(date: str) -> None:
    try:
        first, last = edtf.bounds(date) if date else (None, None)
        in_order = first is None or last is None or first <= last
    except ValueError:
        in_order = False
    if not in_order:
        raise ProjectError(
            f"{date!r} is not a date Twotrack can use. Write 2025-06-02, 2025-06, 2025, 2025-06-02~ (about) "
            "or 2025-05-28/2025-06-11 (from, to)."
        )
