"""The commands ``chart`` and ``gallery``: articles, a project or a PNG into a chart; charts of all kinds."""

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.cli.command import Command
from core.cli.options import first_day, last_day, number
from core.inputs import PROJECT

if TYPE_CHECKING:
    from core.publish import ChartSpec, Content

_PNG = ".png"
_PRESETS = ("slide", "a4", "letter", "square", "banner", "poster")


def chart(options: argparse.Namespace) -> int:
    """Draw a chart; return 1 if something could not be read, else 0."""
    from core.project import ProjectError
    from core.publish import ChartError, export

    try:
        spec, content, status = _told(options)
        if not any(event.first or event.last for event in content.events):
            sys.exit("There is no dated event in what was given, so there is no chart to draw.")
        spec = _asked(spec, options)
        done = export(content, spec, options.output, remember=not options.forget, keys=options.key or ())
    except (ChartError, ProjectError) as error:
        sys.exit(str(error))
    for path in done.files:
        _say(f"{path}: written.")
    if done.memory:
        _say(f"{done.memory / 1024:,.0f} KB of it let Twotrack open the chart again.")
    elif options.output.suffix.lower() == _PNG and not options.forget:
        _say("It has too many events to be opened again from the picture. Keep the project for that.")
    print(done.description)
    return status


def gallery(options: argparse.Namespace) -> int:
    """Draw charts of all kinds from made-up events, and a page that shows them."""
    from core.publish import ChartError
    from core.publish.gallery import write

    try:
        for path in write(options.folder, options.only or ()):
            _say(str(path))
    except ChartError as error:
        sys.exit(str(error))
    return 0


def _told(options: argparse.Namespace) -> "tuple[ChartSpec, Content, int]":
    """Return what to draw, with the specification it brings along, and the exit status so far."""
    from core.publish import ChartSpec, remembered

    inputs: list[Path] = options.inputs
    if options.from_png:
        if inputs:
            sys.exit("Give either articles or --from-png, not both.")
        return *remembered(options.from_png), 0
    if not inputs:
        sys.exit("Give articles, folders, tables of events or a project to draw, or a chart with --from-png.")
    if len(inputs) == 1 and inputs[0].suffix.lower() == _PNG:
        return *remembered(inputs[0]), 0
    content, status = _content(inputs)
    return ChartSpec(), content, status


def _content(inputs: list[Path]) -> "tuple[Content, int]":
    from core.cli.projects import read_into
    from core.project import open_project
    from core.publish import content

    if len(inputs) == 1 and inputs[0].suffix.lower() == PROJECT:
        project = open_project(inputs[0], to_read=True)
        try:
            return content(project.events(), project.links(), project.articles()), 0
        finally:
            project.close()
    with tempfile.TemporaryDirectory(prefix="twotrack-") as folder:
        project = open_project(Path(folder) / f"chart{PROJECT}", create=True)
        try:
            failures = read_into(project, inputs)
            return content(project.events(), project.links(), project.articles()), int(bool(failures))
        finally:
            project.close()


def _asked(spec: "ChartSpec", options: argparse.Namespace) -> "ChartSpec":
    """Return the specification with what the command line names changed."""
    given = {
        name: value for name, value in vars(options).items() if hasattr(spec, name) and value is not None
    }
    lists: dict[str, Any] = {name: tuple(value) for name, value in given.items() if isinstance(value, list)}
    if options.key:
        lists["numbered"] = True
    return replace(spec, **{**given, **lists})


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _chart_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "inputs",
        nargs="*",
        type=Path,
        metavar="INPUT",
        help="article, folder, table of events, project, or one PNG chart that remembers its events",
    )
    add("-o", "--output", type=Path, required=True, metavar="FILE", help="a .png, .svg or .pdf file to write")
    add("--from-png", type=Path, metavar="FILE", help="draw the chart again that this PNG remembers")
    add("--title", help="instead of the sides and the time")
    add("--subtitle", help="instead of the numbers of events")
    add("--note", help="added to the source line")
    add("--from", dest="first", type=first_day, metavar="DATE", help="first day shown")
    add("--to", dest="last", type=last_day, metavar="DATE", help="last day shown")
    add("--preset", choices=_PRESETS, help="format of the chart (default: slide)")
    add("--size", metavar="WxH", help="format of your own: 1600x900px, 29.7x21cm, 16x9in")
    add("--dpi", type=number, metavar="N", help="pixels per inch")
    add("--theme", choices=("light", "dark", "print"), help="print is in greys (default: light)")
    add(
        "--text", type=float, metavar="N", help="enlarges all texts; chosen by the room there is if not given"
    )
    add("--track", dest="tracks", action="append", metavar="NAME", help="only this track; may be repeated")
    add(
        "--status", dest="statuses", action="append", metavar="NAME", help="only this status; may be repeated"
    )
    add("--confidence", type=float, metavar="N", help="leave out events less sure than this, 0 to 1")
    add("--rows", type=number, metavar="N", help="stack the time in so many rows")
    add("--pages", type=number, metavar="N", help="part the time over so many pages")
    add("--numbered", action="store_true", default=None, help="number the events, for a key")
    add(
        "--key",
        action="append",
        choices=("csv", "json", "md"),
        help="write the key beside the chart, numbered",
    )
    add("--today", type=first_day, metavar="DATE", help="mark this day as today")
    add("--published", action="store_true", default=None, help="mark the days the articles came out")
    add("--forget", action="store_true", help="leave the events out of the PNG; it cannot be opened again")
    for name in ("legend", "labels", "links", "density"):
        add(f"--no-{name}", dest=name, action="store_false", default=None, help=f"draw no {name}")
    add("--no-fold", dest="fold", action="store_false", default=None, help="do not shorten empty years")


def _gallery_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="where to; made if it is not there")
    parser.add_argument("--only", action="append", metavar="NAME", help="only this chart; may be repeated")


COMMANDS = (
    Command("chart", "draw a chart of articles, a project or a PNG chart", _chart_options, chart),
    Command("gallery", "draw charts of all kinds from made-up events", _gallery_options, gallery),
)
