"""Tells who did it and to whom: names, demonyms, capitals and leaders resolved to their side."""

from core.events.parties.resolver import Resolver

__all__ = ["Resolver"]
