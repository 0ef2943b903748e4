"""Writes a composed chart as PNG, SVG or PDF; the same chart gives the same bytes, whenever and wherever."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import matplotlib as mpl
import numpy as np
import numpy.typing as npt
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf, PdfPages
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from core.chart import draw
from core.publish import memory
from core.publish.composing import Composed
from core.publish.spec import ChartSpec, Content
from core.scene import Scene

_MAKER = "Twotrack"
_COMPRESSION = 6
_SETTINGS = {"svg.hashsalt": _MAKER, "svg.fonttype": "path", "pdf.fonttype": 42}


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of one file, and how many of them are the chart's memory."""

    data: bytes
    memory: int = 0


def figure(composed: Composed, scene: Scene) -> Figure:
    """Return a figure with a scene drawn on it, of the format's size and dpi."""
    width, height = composed.format.pixels
    dpi = composed.format.dpi
    made = Figure(figsize=(width / dpi, height / dpi), dpi=dpi)
    FigureCanvasAgg(made)
    draw(made, scene, composed.theme)
    return made


def png(composed: Composed, scene: Scene, remember: tuple[ChartSpec, Content] | None) -> Picture:
    """Return a page as PNG, with title and description, and with what it shall remember."""
    canvas = FigureCanvasAgg(figure(composed, scene))
    canvas.draw()  # type: ignore[no-untyped-call]
    image = Image.fromarray(_opaque(canvas))
    told = PngInfo()
    for keyword, text in (("Title", scene.title), ("Description", scene.description), ("Software", _MAKER)):
        told.add_itxt(keyword, text)
    about = len(told.chunks)
    for part in memory.parts(memory.packed(*remember) or "") if remember else ():
        told.add_itxt(memory.KEYWORD, part, zip=True)
    stream = io.BytesIO()
    dpi = (composed.format.dpi, composed.format.dpi)
    image.save(stream, "PNG", pnginfo=told, dpi=dpi, compress_level=_COMPRESSION)
    return Picture(stream.getvalue(), sum(len(chunk[1]) for chunk in told.chunks[about:]))


def _opaque(canvas: FigureCanvasAgg) -> npt.NDArray[np.uint8]:
    pixels = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    return np.ascontiguousarray(pixels[:, :, :3])


def svg(composed: Composed, scene: Scene) -> Picture:
    """Return a page as SVG, its texts as outlines, with title and desc for those who cannot see it."""
    stream = io.StringIO()
    with mpl.rc_context(_SETTINGS):
        canvas = FigureCanvasSVG(figure(composed, scene))
        about = {"Date": None, "Creator": _MAKER}
        canvas.print_svg(stream, metadata=about)  # type: ignore[no-untyped-call]
    text = stream.getvalue()
    start = text.index("<svg")
    inside = text.index(">", start)
    told = f"\n <title>{escape(scene.title)}</title>\n <desc>{escape(scene.description)}</desc>"
    return Picture((text[:inside] + ' role="img"' + ">" + told + text[inside + 1 :]).encode())


def pdf(composed: Composed, scenes: Sequence[Scene]) -> Picture:
    """Return all pages as one PDF, its texts as letters that can be searched."""
    stream = io.BytesIO()
    about = {
        "Title": scenes[0].title,
        "Subject": scenes[0].description,
        "Creator": _MAKER,
        "CreationDate": None,
    }
    with mpl.rc_context(_SETTINGS), PdfPages(stream, metadata=about) as pages:
        for scene in scenes:
            made = figure(composed, scene)
            FigureCanvasPdf(made)
            pages.savefig(made)
    return Picture(stream.getvalue())
