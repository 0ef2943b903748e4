"""The program's own line icons, drawn from SVG in the ink of the palette, so that they fit light and dark."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "icons"
_SIZES = (16, 20, 24, 32, 48, 64)


def icon(name: str) -> QIcon:
    """Return a line icon in the text colour, paler where it is disabled."""
    found = QIcon()
    palette = QApplication.palette()
    for mode, group in ((QIcon.Mode.Normal, QPalette.ColorGroup.Active), (QIcon.Mode.Disabled, _DISABLED)):
        colour = palette.color(group, QPalette.ColorRole.ButtonText)
        for size in _SIZES:
            found.addPixmap(pixmap(name, size, colour), mode)
    return found


def pixmap(name: str, size: int, colour: QColor) -> QPixmap:
    """Return a line icon as a square picture of ``size`` pixels in one colour."""
    picture = _rendered((FOLDER / f"{name}.svg").read_bytes(), size)
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), colour)
    painter.end()
    return picture


def program_icon() -> QIcon:
    """Return the program's icon in its own colours."""
    found = QIcon()
    for size in (*_SIZES, 128, 256):
        found.addPixmap(_rendered((FOLDER / "twotrack.svg").read_bytes(), size))
    return found


def _rendered(svg: bytes, size: int) -> QPixmap:
    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(svg).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


_DISABLED = QPalette.ColorGroup.Disabled
