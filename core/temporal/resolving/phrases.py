"""Reads the phrases by which texts tell where a date belongs, as one pattern for all languages.

A language is added in ``phrases.toml``.
"""

from core.temporal.lexicon import data


def phrases(name: str) -> str:
    """Return the alternatives of one table of ``phrases.toml``, to be put into a group."""
    return "|".join(data("resolving/phrases.toml")[name].values())
