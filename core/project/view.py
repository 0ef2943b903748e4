"""What a command sees of the project, and the steps that follow from it."""

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from core.model import Event, Mention
from core.project.commands import Command
from core.project.decisions import Decision, Step
from core.project.errors import ProjectError
from core.project.overlay import Overlay

_MADE = "user-"


@dataclass(frozen=True, slots=True)
class _View:
    overlay: Overlay
    ids: Iterator[str]

    def event(self, identifier: str) -> Event:
        return event_in(self.overlay, identifier)

    def key_of(self, mention: Mention) -> str:
        key = self.overlay.key_of(mention)
        if key is None:
            raise ProjectError(f"The mention “{mention.quote}” is no longer in the project.")
        return key

    def has_article(self, identifier: str) -> bool:
        return identifier in self.overlay.machine.articles

    def new_id(self) -> str:
        return next(self.ids)


def event_in(overlay: Overlay, identifier: str) -> Event:
    """Return an event as shown.

    Raises:
        ProjectError: there is none of that id.
    """
    found = overlay.events.get(identifier)
    if found is None:
        raise ProjectError(f"There is no event {identifier!r} in this project any more.")
    return found


def steps(command: Command, overlay: Overlay, at: dt.datetime) -> list[Step]:
    """Return what a command changes, each address once."""
    settings = dict(command.settings(_View(overlay, _new_ids(overlay))))
    changes = []
    for address, value in settings.items():
        before = overlay.decisions.get(address)
        after = None if value is None else Decision(value, at)
        if after != before and (before is None or after is None or before.value != after.value):
            changes.append(Step(address, before, after))
    return changes


def _new_ids(overlay: Overlay) -> Iterator[str]:
    """Yield ids for events the user makes, that no decision speaks of."""
    numbers = (name.removeprefix(_MADE) for name in overlay.decisions.events() if name.startswith(_MADE))
    highest = max((int(number) for number in numbers if number.isdigit()), default=0)
    for number in itertools.count(highest + 1):
        yield f"{_MADE}{number}"
