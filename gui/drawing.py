"""provisional"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gui.span import Span


@dataclass(frozen=True)
class Drawn:
    image: QImage
    span: Span
    plot: QRectF
    places: dict

    def event_at(self, at):
        for k, r in self.places.items():
            if r.contains(at):
                return k
        return ""

    def place_of(self, i):
        return self.places.get(i)


def whole_span(events):
    days = [d.toordinal() for e in events for d in (e.first, e.last) if d]
    if not days:
        return None
    pad = max(2.0, (max(days) - min(days)) * 0.05)
    return Span(min(days) - pad, max(days) + 1 + pad)


def draw_chart(events, links, span, size, ratio, *, theme, legend):
    im = QImage(
        int(size.width() * ratio), int(size.height() * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    im.setDevicePixelRatio(ratio)
    im.fill(QColor("#fff" if theme == "light" else "#1b1e22"))
    plot = QRectF(80, 10, size.width() - 100, size.height() - 40)
    p = QPainter(im)
    places = {}
    for e in events:
        d = e.first or e.last
        x = plot.left() + span.share(d.toordinal() + 0.5) * plot.width()
        y = plot.center().y() + (-50 if e.track == "diplomatic" else 50)
        p.setBrush(QColor("#0b5fa5" if y < plot.center().y() else "#b5390d"))
        r = QRectF(x - 6, y - 6, 12, 12)
        places[e.id] = r
        p.drawEllipse(r)
    p.end()
    return Drawn(im, span, plot, places)
