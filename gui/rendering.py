"""Draws previews of a chart and writes its files off the UI thread, for the export dialog."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

from core.publish import ChartError, ChartSpec, Content, compose, export
from gui.drawing import painted


@dataclass(frozen=True)
class Preview:
    """The first page of a chart as a picture; its size as it will be written, and what the chart shows."""

    image: QImage
    pixels: tuple[int, int]
    description: str
    pages: int


class Rendering(QObject):
    """Works for one dialog, one thing at a time; of several previews wanted only the last is drawn.

    Signals:
        previewed(Preview): a preview is ready.
        refused(str): a preview cannot be drawn, and why.
        written(Exported): the files are written.
        failed(str): the files cannot be written, and why.
    """

    previewed = Signal(object)
    refused = Signal(str)
    written = Signal(object)
    failed = Signal(str)

    def __init__(self, content: Content, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._newest = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def preview(self, spec: ChartSpec, width: int) -> None:
        """Draw the first page, so many px wide."""
        self._newest += 1
        number = self._newest

        def draw() -> None:
            if number == self._newest:
                self.previewed.emit(self._drawn(spec, width))

        self._start(draw, self.refused.emit)

    def write(self, spec: ChartSpec, path: Path, *, remember: bool, keys: Sequence[str]) -> None:
        """Write the chart's files."""
        self._newest += 1  # previews still waiting are of no use any more
        self._start(
            lambda: self.written.emit(export(self._content, spec, path, remember=remember, keys=keys)),
            self.failed.emit,
        )

    def finish(self) -> None:
        """Wait until nothing runs any more."""
        self._newest += 1
        self._pool.waitForDone()

    def _drawn(self, spec: ChartSpec, width: int) -> Preview:
        composed = compose(self._content, spec)
        scene = composed.scenes[0]
        image, _ = painted(scene, width / scene.width, composed.theme)
        image.setDevicePixelRatio(1)
        return Preview(image, composed.format.pixels, composed.description, len(composed.scenes))

    def _start(self, work: Callable[[], None], refuse: Callable[[str], object]) -> None:
        def run() -> None:
            try:
                work()
            except ChartError as error:
                refuse(str(error))

        self._pool.start(run)
