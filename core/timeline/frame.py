"""Sets what stands around the plots: title, subtitle, legend, source line, and the room they take."""

from core.scene import Box, Frame, View
from core.timeline.sheet import Sheet

_BRAND = "Twotrack"
_SMALL = 11.0
_LINE = 13.0  # px from one line of the source line to the next, of which two fit below the plots
_LEAST = 13.0  # px of a title that has to be small to fit


def area(view: View, legend: float) -> Box:
    """Return the box of the plots, below a legend of so many px."""
    gutter = 104.0 if view.width >= 700 else 84.0
    edge = side(view)
    if view.frame is Frame.BARE:
        return edge + gutter, 8.0 + legend, view.width - edge, view.height - 6.0
    return edge + gutter, top(view) + legend, view.width - edge, view.height - 40.0


def side(view: View) -> float:
    """Return the margin at the sides."""
    if view.frame is Frame.BARE:
        return 12.0
    return 28.0 if view.width >= 700 else 16.0


def top(view: View) -> float:
    """Return where the legend begins."""
    return 8.0 if view.frame is Frame.BARE else _size(view) * 1.6 + 48


def _size(view: View) -> float:
    return max(16.0, min(26.0, view.width / 50, view.height / 22))


def surround(sheet: Sheet, view: View, title: str, subtitle: str, source: str) -> None:
    """Set the title and subtitle above, and where it all comes from below."""
    left, right, size = side(view), view.width - side(view), _size(view)
    baseline, small = size * 1.6, max(12.0, size * 0.58)
    shown = sheet.measure.shown(title)
    while size > _LEAST and sheet.measure.width(shown, size, bold=True) > right - left:
        size -= 0.5
    sheet.text(left, baseline, sheet.short(title, size, right - left, bold=True), size, "ink", bold=True)
    sheet.text(left, baseline + 26, sheet.short(subtitle, small, right - left), small, "muted")
    foot = view.height - 16
    brand = sheet.text(right, foot, _BRAND, _SMALL, "muted", align="right")
    lines = sheet.fitted(source, _SMALL, brand.box[0] - left - 20, lines=2)
    for above, line in enumerate(reversed(lines)):
        sheet.text(left, foot - above * _LINE, line, _SMALL, "muted")
