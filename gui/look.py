"""The window's colours and spaces, for light and for dark."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from gui.icons import FOLDER, pixmap


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as CSS names. ``marked`` is behind the selected quote, ``touched`` behind the others."""

    name: str
    paper: str
    panel: str
    line: str
    ink: str
    faint: str
    accent: str
    on_accent: str
    diplomatic: str
    battlefield: str
    marked: str
    touched: str
    warning: str
    hover: str

    def track(self, name: str) -> str:
        """Return the accent of a track."""
        return {"diplomatic": self.diplomatic, "battlefield": self.battlefield}.get(name, self.faint)

    def sign(self, name: str) -> QIcon:
        """Return a small icon in the accent colour."""
        return _sign(name, self.accent)


LIGHT = Look(
    name="light",
    paper="#ffffff",
    panel="#f5f6f7",
    line="#dfe2e6",
    ink="#1f2328",
    faint="#646c76",
    accent="#0b5fa5",
    on_accent="#ffffff",
    diplomatic="#0b5fa5",
    battlefield="#b5390d",
    marked="#ffe28a",
    touched="#fff6d6",
    warning="#8a5a00",
    hover="#e9ecef",
)

DARK = Look(
    name="dark",
    paper="#1b1e22",
    panel="#23272c",
    line="#3a4047",
    ink="#e8eaed",
    faint="#9aa3ad",
    accent="#6db3f2",
    on_accent="#10202f",
    diplomatic="#6db3f2",
    battlefield="#f08a5d",
    marked="#6b5410",
    touched="#3a3420",
    warning="#e6b450",
    hover="#2f353b",
)


def current_look() -> Look:
    """Return the look that fits the system's colour scheme."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


def dress(application: QApplication, look: Look) -> None:
    """Give the application its palette and style sheet."""
    application.setPalette(_palette(look))
    sheet = (Path(__file__).parent / "window.qss").read_text("utf8")
    names = {name: getattr(look, name) for name in look.__dataclass_fields__}
    application.setStyleSheet(Template(sheet).substitute(names, icons=FOLDER.as_posix()))


def _palette(look: Look) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for colours, value in (
        ((role.Window, role.AlternateBase, role.Button), look.panel),
        ((role.Base, role.ToolTipBase), look.paper),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), look.ink),
        ((role.PlaceholderText,), look.faint),
        ((role.Highlight, role.Link), look.accent),
        ((role.HighlightedText,), look.on_accent),
        ((role.Mid, role.Midlight, role.Dark), look.line),
        ((role.Light,), look.paper),
    ):
        for colour in colours:
            palette.setColor(colour, QColor(value))
    pale = QColor(look.faint)
    pale.setAlpha(120)
    for colour in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, colour, pale)
    return palette


@cache
def _sign(name: str, colour: str) -> QIcon:
    return QIcon(pixmap(name, 32, QColor(colour)))
