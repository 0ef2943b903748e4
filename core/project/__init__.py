"""The project file: articles and what the machine found in them, with the user's decisions kept apart.

``machine`` (what is found) and ``decisions`` (what is set) make up the ``overlay`` (what is shown).
``commands`` set decisions; ``intake`` takes new readings in so that decisions keep knowing their events, with
``matching`` for mentions and ``editions`` for articles; ``provenance`` says where all comes from. ``file``,
``schema`` and ``salvage`` keep the file; ``opening`` opens it as a ``project``, the door to it all.
"""

from core.project.commands import (
    Add,
    Batch,
    Command,
    Judge,
    Merge,
    Move,
    Pin,
    Reset,
    SetColour,
    SetDate,
    SetNote,
    SetParties,
    SetPlace,
    SetPublished,
    SetStatus,
    SetTitle,
    SetTrack,
    SetType,
    Split,
    Tag,
)
from core.project.errors import ProjectError
from core.project.handmade import event_by_hand, event_from_selection
from core.project.opening import new_project, open_project
from core.project.project import Change, Project
from core.project.provenance import Act, Agent, Evidence, Origin, Provenance
from core.project.search import Hit

__all__ = [
    "Act",
    "Add",
    "Agent",
    "Batch",
    "Change",
    "Command",
    "Evidence",
    "Hit",
    "Judge",
    "Merge",
    "Move",
    "Origin",
    "Pin",
    "Project",
    "ProjectError",
    "Provenance",
    "Reset",
    "SetColour",
    "SetDate",
    "SetNote",
    "SetParties",
    "SetPlace",
    "SetPublished",
    "SetStatus",
    "SetTitle",
    "SetTrack",
    "SetType",
    "Split",
    "Tag",
    "event_by_hand",
    "event_from_selection",
    "new_project",
    "open_project",
]
