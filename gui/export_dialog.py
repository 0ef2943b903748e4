"""The dialog that exports the chart: the form, a preview of what will be written, its description."""

from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.publish import ChartSpec, Content, Exported
from core.wording import count
from gui.chart_form import ChartForm
from gui.rendering import Preview, Rendering

_REST = 200  # ms without a change until the preview is drawn


class ExportDialog(QDialog):
    """Exports a chart; ``exported`` tells what was written, None as long as nothing was."""

    def __init__(
        self,
        content: Content,
        spec: ChartSpec,
        in_view: ChartSpec,
        store: QSettings,
        name: str,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export chart")
        self.resize(1120, 680)
        self._store, self._name = store, name
        self.exported: Exported | None = None
        self.form = ChartForm(spec, in_view, self)
        self.form.recall_choices(store)
        self._rendering = Rendering(content, self)
        self._picture = _Picture(self)
        self._size = QLabel(self)
        self._size.setObjectName("quiet")
        self._says = QLabel(self)
        self._says.setAccessibleName("Description of the chart")
        self._says.setObjectName("quiet")
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        self._says.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = QPushButton("Copy description", self)
        self._copy.setToolTip("The alternative text for those who cannot see the chart")
        self._buttons = QDialogButtonBox(self)
        self._save = self._buttons.addButton("Export…", QDialogButtonBox.ButtonRole.AcceptRole)
        self._close = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._arrange()
        self._join()
        self._rest.start(0)

    @property
    def quiet(self) -> bool:
        """Whether the preview shows what the form says."""
        return not self._rest.isActive() and self._picture.shown

    @property
    def description(self) -> str:
        """What the chart shows, in words; or why there is none."""
        return self._says.text()

    def save(self, path: Path) -> None:
        """Write the chart to a file; the dialog closes when that is done."""
        self._rest.stop()
        self._say_busy(True)
        self._store.setValue("folder", str(path.resolve().parent))
        self._rendering.write(self.form.spec, path, remember=self.form.remember, keys=self.form.keys)

    @override
    def done(self, result: int) -> None:
        self._rest.stop()
        self._rendering.finish()
        self.form.remember_choices(self._store)
        super().done(result)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rest.start()

    # --- its parts

    def _arrange(self) -> None:
        area = QScrollArea(self)
        area.setAccessibleName("Settings of the chart")
        area.setWidget(self.form)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(340)
        about = QHBoxLayout()
        about.addWidget(self._says, 1)
        about.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self._picture, 1)
        left.addWidget(self._size)
        left.addLayout(about)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(left, 1)
        columns.addWidget(area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(14)
        layout.addLayout(columns, 1)
        layout.addWidget(self._buttons)

    def _join(self) -> None:
        self.form.changed.connect(self._rest.start)
        self._rest.timeout.connect(self._preview)
        self._rendering.previewed.connect(self._show)
        self._rendering.refused.connect(self._refuse)
        self._rendering.written.connect(self._finish)
        self._rendering.failed.connect(self._fail)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._says.text()))
        self._buttons.accepted.connect(self._ask)
        self._buttons.rejected.connect(self.reject)

    # --- the preview

    def _preview(self) -> None:
        self._picture.outdate()
        width = round(self._picture.width() * self.devicePixelRatioF())
        self._rendering.preview(self.form.spec, max(200, width))

    def _show(self, preview: Preview) -> None:
        self._picture.show_image(QPixmap.fromImage(preview.image))
        width, height = preview.pixels
        parts = [f"{width:,} × {height:,} px"]
        if preview.pages > 1:
            parts.append(f"page 1 of {preview.pages}")
        self._size.setText(" · ".join(parts))
        self._says.setText(preview.description)
        self._copy.setEnabled(True)
        self._save.setEnabled(True)

    def _refuse(self, why: str) -> None:
        self._picture.show_image(QPixmap())
        self._size.clear()
        self._says.setText(why)
        self._copy.setEnabled(False)
        self._save.setEnabled(False)

    # --- writing

    def _ask(self) -> None:
        suffix = self.form.suffix
        start = str(Path(str(self._store.value("folder", str(Path.home())))) / f"{self._name}{suffix}")
        name, _ = QFileDialog.getSaveFileName(self, "Export chart", start, f"Charts (*{suffix})")
        if name:
            self.save(Path(name if name.lower().endswith(suffix) else name + suffix))

    def _say_busy(self, busy: bool) -> None:
        self._save.setEnabled(not busy)
        self._save.setText("Exporting …" if busy else "Export…")

    def _finish(self, exported: Exported) -> None:
        self.exported = exported
        self.accept()

    def _fail(self, why: str) -> None:
        self._say_busy(False)
        self._says.setText(why)


def in_words(exported: Exported) -> str:
    """Say what was written."""
    first = exported.files[0]
    others = f" and {count(len(exported.files) - 1, 'file')} beside it" if exported.files[1:] else ""
    kept = f"; its events take {max(1, exported.memory // 1024):,} kB of it" if exported.memory else ""
    return f"{first} written{others}{kept}."


class _Picture(QLabel):
    """A picture as large as there is room for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(320, 200)
        self.setAccessibleName("Preview of the chart")
        self.shown = False

    def outdate(self) -> None:
        """Say that another picture is to come."""
        self.shown = False

    def show_image(self, pixmap: QPixmap) -> None:
        """Show a picture; an empty one for none."""
        self.shown = True
        ratio = self.devicePixelRatioF()
        if not pixmap.isNull():
            room = self.size() * ratio
            kind = Qt.AspectRatioMode.KeepAspectRatio
            pixmap = pixmap.scaled(room, kind, Qt.TransformationMode.SmoothTransformation)
            pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)
