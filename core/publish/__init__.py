"""Makes charts to be published: from events and a specification to PNG, SVG and PDF, and back from a PNG.

``export(content(events, links, articles), ChartSpec(...), path)`` writes one; ``remembered(path)`` reads it
back from a PNG as specification and content; ``compose`` gives the scenes, ``presets`` the formats.
"""

from core.publish.composing import Composed, compose
from core.publish.errors import ChartError
from core.publish.exporting import SUFFIXES, Exported, export
from core.publish.memory import remembered
from core.publish.presets import Format, Preset, format_of, presets
from core.publish.spec import ChartSpec, Content, Source, content

__all__ = [
    "SUFFIXES",
    "ChartError",
    "ChartSpec",
    "Composed",
    "Content",
    "Exported",
    "Format",
    "Preset",
    "Source",
    "compose",
    "content",
    "export",
    "format_of",
    "presets",
    "remembered",
]
