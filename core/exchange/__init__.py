"""Last step, beside the chart: events out as tables, calendars and the like, and event tables in."""

from core.exchange.collection import Collection, ExchangeError, Imported, Problem
from core.exchange.formats import FORMATS, Format, Options, find, fitting, render, write
from core.exchange.reading import SUFFIXES, is_table, read

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "Collection",
    "ExchangeError",
    "Format",
    "Imported",
    "Options",
    "Problem",
    "find",
    "fitting",
    "is_table",
    "read",
    "render",
    "write",
]
