"""The main window: menus, toolbar, the workbench or the welcome page, messages and the status bar."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, QSize, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from core.wording import count
from gui import importing, settings, wording
from gui.about import show_about, show_keys
from gui.actions import fill_menus, fill_toolbar, join_actions, make_actions, renew_icons
from gui.decisions import Decisions
from gui.files import Files
from gui.importing import Importer
from gui.inputs import accept_copy, local_files
from gui.jobs import Report
from gui.look import Look
from gui.notices import Notice, Offer, Progress
from gui.report_dialog import ReportDialog
from gui.session import Session
from gui.welcome import Welcome
from gui.workbench import Workbench

_ON_PROJECT = (
    "export",
    "export_events",
    "find",
    "zoom_in",
    "zoom_out",
    "fit",
    "save",
    "save_as",
    "next_event",
    "previous_event",
    "table",
    "reader",
    "legend",
    "rejected",
)
_ON_EVENT = ("confirm", "reject", "change_date", "merge", "next_mention", "previous_mention")


class MainWindow(QMainWindow):
    """The program's window on one project."""

    def __init__(self, look: Look, *, store: QSettings | None = None, drafts: Path | None = None) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self._store = store or settings.settings()
        self.session = Session(self, drafts=drafts)
        self.importer = Importer(self.session, self)
        self.files = Files(self, self.session, self.importer, self._store)
        self.actions_ = make_actions(self)
        self.workbench = Workbench(self.session, look, self.actions_, self)
        self.decisions = Decisions(self, self.session, self.workbench)
        join_actions(self.actions_, self._handlers())
        self.welcome = Welcome(self.actions_, self)
        self.notice = Notice(self)  # what has just happened
        self.condition = Notice(self)  # what holds for the project
        self.trouble = Notice(self)  # what holds until the program ends
        self.progress = Progress(self)
        self._stack = QStackedWidget(self)
        self._counts = QLabel(self)
        self._recent = QMenu("Open &recent", self)
        self._arrange()
        self._join()
        self._recall()
        self._follow_project()

    # --- for the program and its tests

    def open(self, paths: Sequence[Path]) -> None:
        """Open what was given on the command line."""
        self.files.open(paths)

    def offer_drafts(self) -> None:
        """Offer to open a project that was left unsaved when the program last ended badly."""
        for path in self.session.left_behind()[:1]:
            self.notice.say(
                "A project was not saved when Twotrack last ended. Nothing in it is lost.",
                [
                    ("Open it", partial(self.session.open_draft, path)),
                    ("Delete it", partial(path.unlink, missing_ok=True)),
                ],
            )

    def warn(self, problems: Sequence[str]) -> None:
        """Tell what of the user's own files is left out."""
        self.trouble.say("\n".join(problems))

    @property
    def quiet(self) -> bool:
        """Whether nothing is being read or drawn."""
        return not self.importer.busy and self.workbench.chart.quiet

    def restyle(self, look: Look) -> None:
        """Take on the colours of light or dark."""
        renew_icons(self.actions_)
        self.workbench.restyle(look)

    # --- its parts

    def _arrange(self) -> None:
        fill_menus(self, self.actions_, self._recent)
        bar = self.addToolBar("Main")
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        fill_toolbar(bar, self.actions_)
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.workbench)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        for notice in (self.trouble, self.condition, self.notice):
            layout.addWidget(notice)
        layout.addWidget(self.progress)
        self.setCentralWidget(page)
        self.statusBar().addPermanentWidget(self._counts)
        self.setMinimumSize(860, 560)

    def _join(self) -> None:
        self.session.opened.connect(self._follow_project)
        self.session.changed.connect(self._follow_project)
        self.session.saved.connect(self._follow_project)
        self.session.selected.connect(self._follow_selection)
        self.session.warned.connect(self.condition.say)
        self.session.failed.connect(self.notice.say)
        self.session.told.connect(partial(self.statusBar().showMessage, timeout=12_000))
        self.importer.started.connect(self._on_started)
        self.importer.progressed.connect(self.progress.advance)
        self.importer.finished.connect(self._on_finished)
        self.progress.cancelled.connect(self.importer.cancel)
        self.workbench.date_wanted.connect(self.decisions.change_publication_date)
        self.workbench.reader.date_accepted.connect(self.decisions.set_publication_date)
        self.welcome.recent_chosen.connect(self._open_recent)
        self._recent.aboutToShow.connect(self._fill_recent)

    def _handlers(self) -> dict[str, Callable[..., object]]:
        bench, chart, files, decisions = self.workbench, self.workbench.chart, self.files, self.decisions
        return {
            "open": files.ask_articles,
            "open_folder": files.ask_folder,
            "open_project": files.ask_project,
            "sample": files.open_samples,
            "paste": self._paste,
            "new": files.new,
            "save": files.save,
            "save_as": files.save_as,
            "export": self._export,
            "export_events": self._export_events,
            "quit": self.close,
            "undo": self.session.undo,
            "redo": self.session.redo,
            "find": bench.table.seek,
            "confirm": decisions.confirm,
            "reject": decisions.reject,
            "change_date": decisions.change_date,
            "merge": decisions.merge,
            "split": decisions.split,
            "remove_article": decisions.remove_article,
            "publication_date": decisions.change_publication_date,
            "zoom_in": chart.canvas.zoom_in,
            "zoom_out": chart.canvas.zoom_out,
            "fit": chart.canvas.fit,
            "next_event": partial(bench.step_event, 1),
            "previous_event": partial(bench.step_event, -1),
            "next_mention": partial(bench.step_mention, 1),
            "previous_mention": partial(bench.step_mention, -1),
            "legend": chart.show_legend,
            "rejected": bench.table.show_rejected,
            "reader": bench.show_reader,
            "table": bench.show_lists,
            "about": partial(show_about, self),
            "keys": partial(show_keys, self, self.actions_.values()),
        }

    # --- following the session

    def _follow_project(self) -> None:
        empty = self.session.is_empty
        self._stack.setCurrentWidget(self.welcome if empty else self.workbench)
        if empty:
            self.welcome.show_recent(settings.recent(self._store))
        self.setWindowTitle("Twotrack" if empty else f"{self.session.name} – Twotrack")
        self._name_turn("undo", "&Undo", self.session.undo_label)
        self._name_turn("redo", "&Redo", self.session.redo_label)
        for name in _ON_PROJECT:
            self.actions_[name].setEnabled(not empty)
        self._counts.setText("" if empty else self._count())
        self._follow_selection()

    def _follow_selection(self, _identifier: str = "") -> None:
        event = self.session.find(self.session.selection)
        for name in _ON_EVENT:
            self.actions_[name].setEnabled(event is not None)
        self.actions_["split"].setEnabled(event is not None and len(event.mentions) > 1)
        judged = event.marks.confirmed if event else None
        self.actions_["confirm"].setText("Take back &confirmation" if judged is True else "&Confirm event")
        self.actions_["reject"].setText("Bring event &back" if judged is False else "Re&ject event")
        for name in ("publication_date", "remove_article"):
            self.actions_[name].setEnabled(self.workbench.article_at_hand() is not None)

    def _name_turn(self, name: str, words: str, label: str) -> None:
        self.actions_[name].setText(f"{words} {label}".rstrip())
        self.actions_[name].setEnabled(bool(label))

    def _count(self) -> str:
        articles = self.session.articles()
        shown = [event for event in self.session.events() if event.marks.confirmed is not False]
        parts = [count(len(articles), "article"), count(len(shown), "event")]
        for track, label in wording.TRACKS.items():
            parts.append(f"{sum(event.track == track for event in shown):,} {label.lower()}")
        if undated := sum(not article.published.edtf for article in articles):
            parts.append(f"{undated} without publication date")
        return "   ·   ".join(parts)

    # --- reading

    def _on_started(self) -> None:
        self.notice.hide()
        self.progress.start()

    def _on_finished(self, report: Report) -> None:
        if not self.importer.busy:
            self.progress.hide()
        offers: list[Offer] = []
        if report.failures:
            offers.append(("Show them", lambda: ReportDialog(report.failures, self).show()))
        if report.failures or report.error or report.cancelled or report.tables or report.change is None:
            self.notice.say(importing.in_words(report), offers)
        else:
            self.statusBar().showMessage(importing.in_words(report), 8000)
        self._follow_project()
        if len(report.articles) == 1:
            self.workbench.show_article(report.articles[0])

    # --- the rest

    def _paste(self) -> None:
        clipboard = QGuiApplication.clipboard()
        self.files.bring_in(local_files(clipboard.mimeData()), clipboard.text())

    def _export(self) -> None:
        from core.publish import ChartSpec, content
        from gui.export_dialog import ExportDialog, in_words  # brings matplotlib with it

        session = self.session
        shown = content(self.workbench.table.filter.events(), session.links(), session.articles())
        spec = session.chart or ChartSpec()
        first, last = self.workbench.chart.days_in_view() or (spec.first, spec.last)
        in_view = replace(spec, first=first, last=last)
        dialog = ExportDialog(shown, spec, in_view, self._store, session.name, parent=self)
        dialog.exec()
        if dialog.exported is not None:
            session.chart = dialog.form.spec
            self.statusBar().showMessage(in_words(dialog.exported), 12_000)
        dialog.deleteLater()

    def _export_events(self) -> None:
        self.files.export_events(self.workbench.table.filter.events())

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in settings.recent(self._store):
            action = self._recent.addAction(Path(path).stem)
            action.setStatusTip(path)
            action.triggered.connect(lambda _checked=False, path=path: self._open_recent(path))
        if self._recent.isEmpty():
            self._recent.addAction("No projects yet").setEnabled(False)

    def _open_recent(self, path: str) -> None:
        self.files.open_project(Path(path))

    def _recall(self) -> None:
        self.resize(1280, 800)
        if geometry := self._store.value("window/geometry"):
            self.restoreGeometry(geometry)
        self.workbench.recall(self._store)

    # --- what Qt tells

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            accept_copy(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        accept_copy(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        accept_copy(event)
        # the data is gone once this returns, and the drop must be over before a dialog may open
        paths, text = local_files(event.mimeData()), event.mimeData().text()
        QTimer.singleShot(0, self, lambda: self.files.bring_in(paths, text))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.session.sync()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.importer.stop()
        if not self.files.may_leave():
            event.ignore()
            return
        self._store.setValue("window/geometry", self.saveGeometry())
        self.workbench.remember(self._store)
        self._store.sync()
        self.session.close()
        event.accept()
