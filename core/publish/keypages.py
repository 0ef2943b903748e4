"""Sets the key of a chart as pages of a PDF: each number with its date, title, quote, outlet and address."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from core import edtf
from core.publish.key import Entry
from core.scene import Line, Measure, Scene
from core.timeline.sheet import Sheet

_SIDE, _TOP, _FOOT = 28.0, 76.0, 36.0  # margins in px
_TITLE, _BODY, _SMALL = 12.0, 10.5, 10.0  # font sizes in px
_LEADING = 1.36  # from line to line, in font sizes
_GAP = 11.0  # px between entries
_NUMBER, _DATE, _SOURCE = 40.0, 0.16, 0.3  # widths of columns: px, and shares of the page
_LINES = 4  # of a quote at most
_REPORTS = 6  # of an event on end
_UNREADABLE = "(in letters that no font here has)"
_BETWEEN = 16.0  # px between columns

Row = list[tuple[float, str, float, str, bool]]
"""Lines of one column: height below the entry's top, text, size, colour, bold."""


def pages(measure: Measure, found: Sequence[Entry], title: str, size: tuple[float, float]) -> list[Scene]:
    """Return the key as scenes of a size in px, as many as it needs."""
    width, height = size
    scenes: list[Scene] = []
    sheet, y = Sheet(measure), _TOP
    for number, reports in _portions(found):
        block = _Block(measure, reports, width)
        if y + block.height > height - _FOOT and y > _TOP:
            scenes.append(_page(sheet, title, size, len(scenes) + 1))
            sheet, y = Sheet(measure), _TOP
        block.draw(sheet, number, y)
        y += block.height + _GAP
    if sheet.labels:
        scenes.append(_page(sheet, title, size, len(scenes) + 1))
    return scenes


def _portions(found: Sequence[Entry]) -> Iterator[tuple[int, list[Entry]]]:
    """Yield the reports of each event, those of one told by many in portions that fit on a page."""
    for number, reports in groupby(found, key=lambda entry: entry.number):
        every = list(reports)
        for start in range(0, len(every), _REPORTS):
            yield number, every[start : start + _REPORTS]


class _Block:
    """An event of the key: its columns, and the height they take."""

    def __init__(self, measure: Measure, reports: Sequence[Entry], width: float) -> None:
        inner = width - 2 * _SIDE
        self._sheet = Sheet(measure)
        date, source = inner * _DATE, inner * _SOURCE
        told = inner - _NUMBER - date - source
        self._columns = (
            (_SIDE + _NUMBER, self._dates(reports[0], date - _BETWEEN)),
            (_SIDE + _NUMBER + date, self._told(reports, told - _BETWEEN)),
            (_SIDE + _NUMBER + date + told, self._sources(reports, source)),
        )
        self._right = width - _SIDE
        self.height = max(row[-1][0] + row[-1][2] * 0.4 for _, row in self._columns if row)

    def draw(self, sheet: Sheet, number: int, top: float) -> None:
        """Draw the event from ``top`` down, with a line above."""
        sheet.lines.append(Line(((_SIDE, top - 4), (self._right, top - 4)), "grid", 0.8))
        sheet.text(_SIDE, top + _TITLE * _LEADING, str(number), _TITLE, "ink", bold=True)
        for x, row in self._columns:
            for y, text, size, colour, bold in row:
                sheet.text(x, top + y, text, size, colour, bold=bold)

    def _dates(self, entry: Entry, most: float) -> Row:
        told = edtf.words(entry.date) + ("" if entry.status == "occurred" else f", {entry.status}")
        return self._set([(told, _BODY, "muted", False, 3)], most)

    def _told(self, reports: Sequence[Entry], most: float) -> Row:
        texts = [(reports[0].title, _TITLE, "ink", True, 2)]
        texts += [(f"“{entry.quote}”", _BODY, "ink", False, _LINES) for entry in reports]
        return self._set(texts, most)

    def _sources(self, reports: Sequence[Entry], most: float) -> Row:
        texts = []
        for entry in reports:
            when = edtf.words(entry.published) if entry.published else ""
            named = ", ".join(part for part in (entry.outlet, when) if part)
            texts += [(part, _SMALL, "muted", False, 2) for part in (named, entry.article, entry.url) if part]
        return self._set(texts, most)

    def _set(self, texts: Sequence[tuple[str, float, str, bool, int]], most: float) -> Row:
        return list(self._lines(texts, most))

    def _lines(
        self, texts: Sequence[tuple[str, float, str, bool, int]], most: float
    ) -> Iterator[tuple[float, str, float, str, bool]]:
        y = 0.0
        for text, size, colour, bold, lines in texts:
            told = text if self._sheet.measure.shown(text) else _UNREADABLE
            for line in self._sheet.fitted(told, size, most, bold=bold, lines=lines):
                y += size * _LEADING
                yield y, line, size, colour, bold


def _page(sheet: Sheet, title: str, size: tuple[float, float], number: int) -> Scene:
    """Return what was set as a page with its heading."""
    width, height = size
    heading = f"Key to the numbers: {title}" if title else "Key to the numbers"
    sheet.text(_SIDE, 42, sheet.short(heading, 17, width - 2 * _SIDE, bold=True), 17, "ink", bold=True)
    sheet.text(width - _SIDE, height - 16, f"Key, page {number}", 11, "muted", align="right")
    parts = (), (), tuple(sheet.lines), (), tuple(sheet.labels)
    return Scene(width, height, *parts, {}, heading, heading)
