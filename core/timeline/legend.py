"""Lays out the legend: a word for each symbol that occurs on the chart, and for no other."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Event
from core.scene import Bar, Line, Mark, Panel
from core.taxonomy import kinds
from core.timeline import symbols
from core.timeline.band import published
from core.timeline.density import bin_days
from core.timeline.sheet import RADIUS, Sheet

_SIZE = 11.5
_LINE = 22.0
_SWATCH = {
    "span": 26.0,
    "range": 26.0,
    "density": 22.0,
    "earlier": 22.0,
    "later": 22.0,
    "link": 26.0,
    "about": 24.0,
    "fold": 20.0,
    "published": 20.0,
    "count": 20.0,
}
_WORDS = {
    "span": "deadline or stretch of time",
    "range": "possible time",
    "about": "about that day",
    "earlier": "or earlier",
    "later": "or later",
    "link": "plan or deadline, and what came of it",
    "fold": "time left out",
    "published": "article published",
    "count": "more events",
}
_LIKELY = ("about", "range", "density")
_LOOKS = ("hollow", "dashed", "struck")


@dataclass(frozen=True, slots=True)
class _Entry:
    symbol: str
    text: str
    glyph: str = ""
    colour: str = "muted"

    @property
    def lead(self) -> float:
        return _SWATCH.get(self.symbol, 2 * RADIUS) + 7


def lay_out(sheet: Sheet, panel: Panel, left: float, top: float, width: float) -> float:
    """Draw the legend from ``top`` down; return its height in px."""
    x, y = left, top + _LINE / 2
    for entry in _entries(sheet.symbols, bin_days(panel)[1]):
        needed = entry.lead + sheet.measure.width(entry.text, _SIZE) + 22
        if x + needed - 22 > left + width and x > left:
            x, y = left, y + _LINE
        _draw(sheet, entry, x, y)
        sheet.text(x + entry.lead, y + 4, entry.text, _SIZE, "muted")
        x += needed
    return y + _LINE / 2 - top


def guess(sheet: Sheet, panel: Panel, events: Sequence[Event], width: float) -> float:
    """Return the height the legend will most likely have, from the events most likely to be named."""
    trial = Sheet(sheet.measure)
    for event in events:
        symbols.note(trial, event)
    for symbol in _LIKELY:
        trial.note(symbol)
    return height(trial, panel, width)


def height(sheet: Sheet, panel: Panel, width: float) -> float:
    """Return the height the legend will have."""
    trial = Sheet(sheet.measure, symbols=dict(sheet.symbols))
    return lay_out(trial, panel, 0, 0, width) if sheet.symbols else 0.0


def _entries(symbols: dict[str, int], density: str) -> list[_Entry]:
    order = {kind.name: number for number, kind in enumerate(kinds())}
    found = [symbol.split(":") for symbol in symbols if symbol.startswith("kind:")]
    found.sort(key=lambda parts: (order.get(parts[1], 99), parts[2]))
    kinds_found = {(label, glyph): colour for _, _, label, glyph, colour in reversed(found)}
    entries = [_Entry("kind", *named, colour) for named, colour in reversed(kinds_found.items())]
    for look in _LOOKS:
        names = sorted({symbol.split(":")[2] for symbol in symbols if symbol.startswith(f"status:{look}:")})
        if names:
            entries.append(_Entry(look, " or ".join(names), "circle"))
    entries += [_Entry(symbol, text) for symbol, text in _WORDS.items() if symbol in symbols]
    if "density" in symbols:
        entries.append(_Entry("density", f"reports per {density}"))
    return entries


def _draw(sheet: Sheet, entry: _Entry, x: float, y: float) -> None:
    if entry.glyph:
        look = entry.symbol if entry.symbol in _LOOKS else "filled"
        sheet.marks.append(Mark(x + RADIUS, y, RADIUS, entry.glyph, entry.colour, look))
    elif entry.symbol == "span":
        sheet.bars.append(Bar((x, y - 6, x + 26, y + 6), "swatch", layer=3))
        sheet.lines.append(Line(((x + 26, y - 6), (x + 26, y + 6)), "muted", 2.2, layer=4))
    elif entry.symbol == "range":
        sheet.lines.append(Line(((x, y), (x + 26, y)), "muted", 1.6, layer=3))
        sheet.lines += [Line(((end, y - 4), (end, y + 4)), "muted", 1.6, layer=3) for end in (x, x + 26)]
    elif entry.symbol == "density":
        for n, part in enumerate((0.45, 1.0, 0.7)):
            sheet.bars.append(Bar((x + n * 7.5, y + 6 - 12 * part, x + n * 7.5 + 6, y + 6), "swatch"))
    elif entry.symbol == "about":
        sheet.lines.append(Line(((x, y), (x + 24, y)), "muted", 1.8, dashed=True, layer=3))
    elif entry.symbol == "published":
        sheet.bars.append(Bar((x, y - 8, x + 20, y + 8), "band", layer=2))
        sheet.lines += published(x + 10, y - 8, y + 8)
    elif entry.symbol == "fold":
        sheet.lines += [Line(((x + n, y + 6), (x + n + 6, y - 6)), "marker", 1.4, layer=3) for n in (2, 10)]
    elif entry.symbol == "count":
        sheet.text(x, y + 3.5, "+N", 10, "muted", bold=True)
    else:
        ends = ((x + 20, y), (x, y)) if entry.symbol == "earlier" else ((x, y), (x + 20, y))
        sheet.lines.append(Line(ends, "muted", 1.3, entry.symbol == "link", True, 3))
