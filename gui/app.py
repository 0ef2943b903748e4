"""Starts the window, or renders it to a file."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QSettings, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from core import own_files
from core.model import Event
from gui.icons import program_icon
from gui.look import current_look, dress
from gui.window import MainWindow

_PATIENCE = 300_000  # ms until a screenshot is given up
_SETTLE = 400  # ms the window must be quiet before its picture is taken


def main(argv: Sequence[str]) -> int:
    """Open the window with the articles, folders, projects and charts given; return the exit status."""
    application = start()
    window = MainWindow(current_look())
    follow_system(application, window)
    window.show()
    QTimer.singleShot(0, window, lambda: _begin(window, argv))
    status = application.exec()
    QThreadPool.globalInstance().waitForDone()
    return status


def screenshot(path: str, inputs: Sequence[str], size: tuple[int, int]) -> int:
    """Render the window with the inputs to a PNG file once it is quiet; return the exit status."""
    if _no_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = start()
    with TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(current_look(), store=store, drafts=Path(folder))
        window.resize(*size)
        window.show()
        window.open([Path(name) for name in inputs])
        settled = _settle(window)
        if settled:
            window.session.select(_most_told(window.session.events()))
            settled = _settle(window)
        saved = settled and window.grab().save(path)
        window.importer.stop()
        window.session.close()
        window.deleteLater()
        application.processEvents()
    if not saved:
        why = "the picture could not be written" if settled else "the window did not come to rest"
        sys.stderr.write(f"{path}: {why}.\n")
    return 0 if saved else 1


def start() -> QApplication:
    """Return the application, dressed for the system's light or dark."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Twotrack")
    application.setDesktopFileName("twotrack")
    application.setWindowIcon(program_icon())
    application.setStyle("Fusion")
    dress(application, current_look())
    return application


def follow_system(application: QApplication, window: MainWindow) -> None:
    """Change between light and dark when the system does."""

    def change() -> None:
        look = current_look()
        dress(application, look)
        window.restyle(look)

    application.styleHints().colorSchemeChanged.connect(change)


def _no_screen() -> bool:
    """Say whether there is no display that a window could be shown on."""
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return sys.platform.startswith("linux") and not shown


def _begin(window: MainWindow, argv: Sequence[str]) -> None:
    """Do what needs the heavy libraries once the window stands."""
    QThreadPool.globalInstance().start(_warm_up)
    window.warn(own_files.problems())
    if argv:
        window.open([Path(name) for name in argv])
    else:
        window.offer_drafts()


def _warm_up() -> None:
    """Import what the first import and the first chart need, off the UI thread."""
    for name in ("core.chart", "core.pipeline"):
        import_module(name)


def _most_told(events: Sequence[Event]) -> str:
    """Return the event that shows most of the window: the one told most often; empty where there is none."""
    return max(events, key=lambda event: len(event.mentions)).id if events else ""


def _settle(window: MainWindow) -> bool:
    """Wait until nothing has been read or drawn for a moment; False where that never comes."""
    loop = QEventLoop()
    still = QTimer(loop, singleShot=True, interval=_SETTLE)
    still.timeout.connect(lambda: loop.exit(0))
    watch = QTimer(loop, interval=50)
    watch.timeout.connect(lambda: (still.isActive() or still.start()) if window.quiet else still.stop())
    watch.start()
    QTimer.singleShot(_PATIENCE, loop, lambda: loop.exit(1))
    return loop.exec() == 0
