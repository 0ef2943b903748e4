"""Times scene, drawing and export of 40 to 100,000 events beside matplotlib's empty figure of two dated axes.

Run: python -m benchmarks.bench_chart. Prints milliseconds of the processor, best of some warm runs, and how
many times the empty figure that is. A table is prepared once per list of events, as the window does.
"""

import datetime as dt
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from core.chart import FontMeasure, draw, themes
from core.publish import ChartSpec, Content, export
from core.publish.made_up import events
from core.scene import Frame, View
from core.timeline import build_scene, prepare

FIRST = dt.date(2023, 3, 1)
SIZES = ((40, 60), (110, 60), (300, 120), (5_000, 900), (100_000, 1200))  # events over so many days
RUNS = 7
VIEW = View(width=1600, height=900, frame=Frame.BARE)


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return milliseconds of the processor, the best of some runs after a warm-up."""
    work()
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def empty() -> None:
    """Draw what matplotlib needs for two axes with dates, and nothing on them."""
    figure = Figure(figsize=(16, 9), dpi=100)
    canvas = FigureCanvasAgg(figure)
    for axes in figure.subplots(2, 1):
        axes.set_xlim(FIRST, FIRST + dt.timedelta(900))
        axes.xaxis_date()
    canvas.draw()  # type: ignore[no-untyped-call]


def main() -> None:
    peer = best(empty)
    print(f"{'empty figure of two axes':34}{peer:9.1f} ms")
    measure, theme = FontMeasure(), themes()["light"]
    for number, days in SIZES:
        made = events(number, FIRST, days)
        table = prepare(made)
        scene = build_scene(table, [], VIEW, measure)
        figure = Figure(figsize=(16, 9), dpi=100)
        canvas = FigureCanvasAgg(figure)

        def full() -> None:
            draw(figure, scene, theme)  # noqa: B023 - called before the next turn
            canvas.draw()  # type: ignore[no-untyped-call]  # noqa: B023

        preparing = best(lambda: prepare(made), 2)  # noqa: B023
        building, drawing = best(lambda: build_scene(table, [], VIEW, measure)), best(full)  # noqa: B023
        print(
            f"{number:7,} events: prepare {preparing:7.1f} ms   scene {building:6.1f} ms   "
            f"draw {drawing:6.1f} ms = {drawing / peer:.1f} x the empty figure"
        )
    content = Content(tuple(events(2_000, FIRST, 400)))
    with tempfile.TemporaryDirectory() as folder:
        for suffix in (".png", ".svg", ".pdf"):
            spec = ChartSpec(size="16x9in", dpi=300)
            took = best(lambda: export(content, spec, Path(folder) / f"chart{suffix}"), 3)  # noqa: B023
            print(f"2,000 events, 300 dpi, 16 x 9 in, {suffix}: {took:7.0f} ms")


if __name__ == "__main__":
    main()
