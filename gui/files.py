"""The acts on files: asking which to open, where to save, and whether an unsaved project may be left."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from core import articles
from core.inputs import PROJECT
from core.model import Event
from gui.importing import Importer
from gui.inputs import sort_opened
from gui.session import Session, now
from gui.settings import remember_recent

SAMPLES = Path(__file__).resolve().parent.parent / "assets" / "samples"
_PROJECTS = "Projects and charts (*.twotrack *.png);;All files (*)"
_BUSY = "Articles are still being read. Wait until that is done, or cancel it, and try again."


class Files:
    """Opens and saves for a window; refusals are told by the session's ``failed``."""

    def __init__(self, window: QWidget, session: Session, importer: Importer, store: QSettings) -> None:
        self._window = window
        self._session = session
        self._importer = importer
        self._store = store

    # --- opening

    def ask_articles(self) -> None:
        """Ask which articles and event tables to read, and read them."""
        from core import exchange  # imported late: it brings pandas, which the start must not wait for

        endings = " ".join(f"*{suffix}" for suffix in sorted(articles.SUFFIXES | exchange.SUFFIXES))
        kinds = f"Articles and event tables ({endings});;All files (*)"
        names, _ = QFileDialog.getOpenFileNames(self._window, "Open articles", self._folder(), kinds)
        self.open(map(Path, names))

    def ask_folder(self) -> None:
        """Ask for a folder, and read the articles in it."""
        name = QFileDialog.getExistingDirectory(self._window, "Open a folder of articles", self._folder())
        self.open([Path(name)] if name else [])

    def ask_project(self) -> None:
        """Ask for a project or chart, and open it."""
        name, _ = QFileDialog.getOpenFileName(self._window, "Open project", self._folder(), _PROJECTS)
        self.open([Path(name)] if name else [])

    def open(self, paths: Iterable[Path]) -> None:
        """Open what the paths are: a project or chart in place of this one, articles and tables into it."""
        opened = sort_opened(paths)
        for path in opened.projects[:1]:
            if not self.open_project(path):
                return
        for path in () if opened.projects else opened.charts[:1]:
            if not self.open_chart(path):
                return
        if opened.material:
            self._store.setValue("folder", str(opened.material[0].resolve().parent))
            self._importer.read(opened.material)

    def open_project(self, path: Path) -> bool:
        """Open a project in place of the one at hand; say whether that worked."""
        if not self.may_leave() or not self._session.open(path):
            return False
        self._remember(path)
        return True

    def open_chart(self, path: Path) -> bool:
        """Put the events that an exported PNG remembers into a new project; say whether that worked."""
        from core.exchange import Imported
        from core.publish import ChartError, remembered

        try:
            spec, content = remembered(path)
        except ChartError as error:
            self._session.failed.emit(str(error))
            return False
        if not self.new():
            return False
        self._session.chart = spec
        self._importer.take_in(Imported("the chart", content.events), path.name)
        return True

    def open_samples(self) -> None:
        """Read the sample articles into a new project."""
        if self.new():
            self._importer.read([SAMPLES])

    def new(self) -> bool:
        """Start an empty project; say whether the user let the present one go."""
        if not self.may_leave():
            return False
        self._session.new()
        return True

    def bring_in(self, paths: Sequence[Path], text: str) -> None:
        """Take what was dropped or pasted: files, or else the text of an article."""
        if paths:
            self.open(paths)
        elif text.strip():
            self._session.select("")  # so that the article is shown when it is read
            self._importer.read_text(text)
        else:
            self._session.failed.emit("There is no text to paste. Copy an article's text and try again.")

    # --- saving

    def save(self) -> bool:
        """Save: a project with a file of its own is saved already; say whether all is safe."""
        if self._session.path is None:
            return self.save_as()
        self._session.told.emit(f"{self._session.path}: every change is saved already.")
        return True

    def save_as(self) -> bool:
        """Ask for a file and save the project there; say whether that was done."""
        if self._busy():
            return False
        start = str(Path(self._folder()) / f"{self._session.name}{PROJECT}")
        name, _ = QFileDialog.getSaveFileName(self._window, "Save project", start, f"Projects (*{PROJECT})")
        if not name:
            return False
        path = Path(name if name.endswith(PROJECT) else name + PROJECT)
        if not self._session.save_as(path):
            return False
        self._remember(path)
        self._session.told.emit(f"{path}: saved. From now on every change is saved at once.")
        return True

    def may_leave(self) -> bool:
        """Say whether the project at hand may be left, asking where it has no file yet."""
        if self._busy():
            return False
        if self._session.clean:
            return True
        choice = self._ask_to_save()
        if choice is QMessageBox.StandardButton.Save:
            return self.save_as()
        if choice is QMessageBox.StandardButton.Discard:
            self._session.discard()
            return True
        return False

    def export_events(self, events: Sequence[Event]) -> None:
        """Ask for a file, and write the events to it in the format of its ending."""
        from core import exchange

        kinds = {f"{known.label} (*{known.suffix})": known for known in exchange.FORMATS}
        start = str(Path(self._folder()) / f"{self._session.name}.csv")
        name, kind = QFileDialog.getSaveFileName(self._window, "Export events", start, ";;".join(kinds))
        if not name:
            return
        known = kinds.get(kind)
        path = Path(name if known is None or name.lower().endswith(known.suffix) else name + known.suffix)
        session = self._session
        found = exchange.Collection(
            session.name, tuple(session.articles()), tuple(events), tuple(session.links())
        )
        try:
            written = exchange.write(found, path, exchange.Options(now()))
        except exchange.ExchangeError as error:
            session.failed.emit(str(error))
        else:
            session.told.emit(f"{', '.join(str(file) for file in written)} written.")

    # --- within

    def _ask_to_save(self) -> QMessageBox.StandardButton:
        button = QMessageBox.StandardButton
        box = QMessageBox(self._window)
        box.setWindowTitle("Twotrack")
        box.setText("Save this project?")
        box.setInformativeText(
            "It has no file yet. If you don't save it, its articles and decisions are gone."
        )
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.button(button.Discard).setText("Don't save")
        box.setDefaultButton(button.Save)
        return button(box.exec())

    def _busy(self) -> bool:
        if self._importer.busy:
            self._session.failed.emit(_BUSY)
        return self._importer.busy

    def _folder(self) -> str:
        return str(self._store.value("folder", str(Path.home())))

    def _remember(self, path: Path) -> None:
        remember_recent(self._store, path)
        self._store.setValue("folder", str(path.resolve().parent))
