"""The pages of the Help menu."""

from collections.abc import Iterable
from html import escape

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QTextBrowser, QVBoxLayout, QWidget

from core import __version__

_NATIVE = QKeySequence.SequenceFormat.NativeText
_CHART_KEYS = (
    ("Wheel, pinch, + and −", "Zoom the chart at the pointer"),
    ("Drag, Shift + wheel, ← and →", "Move along the time axis"),
    ("Home and End", "Go to the first or the last event"),
    ("Tab and Shift + Tab", "Go from part to part of the window"),
)


def show_about(parent: QWidget) -> None:
    """Say what the program is."""
    QMessageBox.about(
        parent,
        "About Twotrack",
        f"<h3>Twotrack {__version__}</h3>"
        "<p>Reads news of a war and its negotiations, and draws the diplomatic and the battlefield timeline "
        "in parallel. Everything drawn can be traced to the words it came from.</p>"
        "<p>Works without network. Free software under the MIT licence.</p>",
    )


def show_keys(parent: QWidget, actions: Iterable[QAction]) -> None:
    """List all keys, in a window that can stay open."""
    rows = [*_CHART_KEYS, *((_key(a), a.statusTip()) for a in actions if a.shortcuts())]
    cells = "".join(
        f"<tr><td style='padding:4px 24px 4px 0'><b>{escape(keys)}</b></td>"
        f"<td style='padding:4px 0'>{escape(words)}</td></tr>"
        for keys, words in rows
    )
    dialog = QDialog(parent)
    dialog.setWindowTitle("Keyboard")
    dialog.resize(620, 560)
    text = QTextBrowser(dialog)
    text.document().setDocumentMargin(16)
    text.setHtml(f"<table>{cells}</table>")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(text)
    layout.addWidget(buttons)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()


def _key(action: QAction) -> str:
    return action.shortcut().toString(_NATIVE)
