"""The colours of a chart: roles named by the scene, values by a theme."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from matplotlib.colors import is_color_like


@dataclass(frozen=True)
class Theme:
    """A named set of colours by role."""

    name: str
    colours: Mapping[str, str]

    def colour(self, role: str) -> str:
        """Return a role's colour; a colour given as such (an event's own) is itself."""
        if role.startswith("#") and is_color_like(role):
            return role
        if role in self.colours:
            return self.colours[role]
        stem, _, tone = role.rpartition("-")
        return self.colours.get(
            f"other-{tone}" if stem and tone in ("tint", "pale", "strong") else "other", "#555555"
        )


@cache
def themes() -> dict[str, Theme]:
    """Return all themes by name: light, dark and print."""
    data = tomllib.loads(Path(__file__).with_name("themes.toml").read_text(encoding="utf-8"))
    return {name: Theme(name, colours) for name, colours in data.items()}
