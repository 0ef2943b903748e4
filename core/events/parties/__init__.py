"""Tells who did it and to whom: names, demonyms, capitals and leaders resolved to their side."""

from core.events.parties.cases import Case, Filled
from core.events.parties.names import Kind, is_known
from core.events.parties.resolver import Parties
from core.events.parties.scanning import Span

__all__ = ["Case", "Filled", "Kind", "Parties", "Span", "is_known"]
