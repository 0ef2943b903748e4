"""The commands ``import`` and ``export``: articles and tables into a project file, and its events out."""

import argparse
import datetime as dt
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.command import Command
from core.cli.options import first_day, last_day
from core.inputs import PROJECT, look_through
from core.wording import count

if TYPE_CHECKING:
    from core.exchange import Collection, Imported
    from core.project import Project

_AT_ONCE = 500  # articles; so many are at risk if the machine stops, and merging them all at once is best

Failures = list[str]


def bring_in(options: argparse.Namespace) -> int:
    """Read articles and tables into a project; return 1 if any gave nothing, else 0."""
    from core.exchange import ExchangeError
    from core.project import ProjectError, open_project

    path: Path = options.project
    new = not path.exists()
    try:
        project = open_project(path, create=new)
        try:
            _warn(project)
            if project.read_only:
                sys.exit(f"{path}: Nothing can be written to it.")
            failures = read_into(project, options.inputs)
            articles, events = len(project.articles()), len(project.events())
            _say(f"{path}: {count(articles, 'article')}, {count(events, 'event')}.")
            empty = not (articles or events)
        finally:
            project.close()
    except (ProjectError, ExchangeError) as error:
        sys.exit(str(error))
    if new and empty:
        path.unlink()
        _say(f"{path}: not made, as there is nothing to put into it.")
    return int(bool(failures))


def read_into(project: "Project", inputs: Sequence[Path]) -> Failures:
    """Read articles, folders, tables and projects into a project; return what failed, which was also said."""
    found = look_through(inputs)
    failures: Failures = []
    readers = [_reader(project, path) for path in found.tables]
    for read in (lambda: _read_articles(project, found.articles), *readers):
        for failure in read():
            _say(failure)
            failures.append(failure)
    return failures


def _read_articles(project: "Project", files: Sequence[Path]) -> Iterator[str]:
    """Read articles into the project; yield what failed. What is read when the user stops it is kept."""
    from core import intake, pipeline

    read: list[pipeline.Processed] = []

    def store() -> None:
        if read:
            change = intake.absorb(project, read)
            intake.reextract(project, change.reextract)
            read.clear()

    try:
        for result in pipeline.run(files, progress=_progress):
            if isinstance(result, pipeline.Failed):
                yield f"{result.source}: {result.message}"
                continue
            read.append(result)
            if len(read) == _AT_ONCE:
                store()
    finally:
        store()


def _reader(project: "Project", path: Path) -> Callable[[], Iterator[str]]:
    return lambda: _read_table(project, path)


def _read_table(project: "Project", path: Path) -> Iterator[str]:
    """Read a table of events, or another project, into the project; yield what failed."""
    from core import exchange, intake
    from core.project import ProjectError

    try:
        found = _events_of(path) if path.suffix.lower() == PROJECT else exchange.read(path)
    except (exchange.ExchangeError, ProjectError) as error:
        yield str(error)
        return
    yield from map(str, found.problems)
    for note in found.notes:
        _say(note)
    came = intake.take_in(project, found, path.name, _now())
    _say(f"{path}: {intake.in_words(found, came)}.")


def _events_of(path: Path) -> "Imported":
    from core.exchange import Imported

    collection = _collection(path)
    return Imported("Twotrack", collection.events, articles=collection.articles)


def write_out(options: argparse.Namespace) -> int:
    """Write a project's events in another format; return the exit status."""
    from core import exchange
    from core.project import ProjectError

    output, to_stdout = Path(options.output), options.output == "-"
    try:
        if output.suffix.lower() == PROJECT:
            sys.exit(f"{output}: An export never overwrites a project. Give the file another name.")
        if to_stdout and not options.format:
            sys.exit("Say with --format what to write to standard output.")
        known = exchange.find(output, options.format)
        chosen = _chosen(_collection(options.project), options)
        how = exchange.Options(_now(), bom=options.bom)
        if to_stdout:
            sys.stdout.buffer.write(exchange.render(chosen, known, how)[""])
            return 0
        written = exchange.write(chosen, output, how, options.format)
    except (ProjectError, exchange.ExchangeError) as error:
        sys.exit(str(error))
    fitting = exchange.fitting(chosen, known)
    number = count(len(fitting.events), "event")
    _say(f"{' and '.join(map(str, written))}: {number}{_left_out(chosen, fitting)}.")
    return 0


def _left_out(chosen: "Collection", fitting: "Collection") -> str:
    """Return how many events the format has no place for, and why, in words; empty where there are none."""
    kept = {event.id for event in fitting.events}
    missing = [event for event in chosen.events if event.id not in kept]
    rejected = sum(event.marks.confirmed is False for event in missing)
    counts = {"rejected": rejected, "without a date": len(missing) - rejected}
    words = " and ".join(f"{count} {why}" for why, count in counts.items() if count)
    return f", left out {words}" if words else ""


def _collection(path: Path) -> "Collection":
    from core.exchange import Collection
    from core.project import open_project

    project = open_project(path, to_read=True)
    try:
        _warn(project)
        return Collection(
            path.stem, tuple(project.articles()), tuple(project.events()), tuple(project.links())
        )
    finally:
        project.close()


def _warn(project: "Project") -> None:
    """Say what of a damaged project is lost."""
    for warning in project.warnings:
        _say(warning)


def _chosen(collection: "Collection", options: argparse.Namespace) -> "Collection":
    """Return what lies, or may lie, within the days asked for and on the tracks asked for."""
    tracks = {event.track for event in collection.events}
    if unknown := [name for name in options.track or () if name not in tracks]:
        sys.exit(f"No event is on the track {unknown[0]!r}. Choose of {', '.join(sorted(tracks)) or 'none'}.")
    first, last = options.since or dt.date.min, options.until or dt.date.max
    if first > last:
        sys.exit("--from is later than --to. Exchange them.")
    if not (options.since or options.until or options.track):
        return collection
    return collection.only(
        *(
            event
            for event in collection.events
            if (event.first or event.last or dt.date.min) <= last
            and (event.last or event.first or dt.date.max) >= first
            and (not options.track or event.track in options.track)
        )
    )


def _progress(done: int, total: int, name: str) -> None:
    if sys.stderr.isatty():
        print(
            f"\r\033[K{done} of {total}  {name}",
            end="\n" if done == total else "",
            file=sys.stderr,
            flush=True,
        )
    elif name:
        _say(f"{done + 1} of {total}  {name}")


def _say(words: str) -> None:
    """Tell the user, apart from what a command may write to standard output."""
    print(words, file=sys.stderr, flush=True)


def _now() -> dt.datetime:
    """Return the time; the command line, as the window, is where the clock is read."""
    return dt.datetime.fromtimestamp(int(time.time()), dt.UTC)


def _import_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "inputs",
        nargs="+",
        type=Path,
        metavar="INPUT",
        help="article, folder, table of events (ACLED, UCDP GED, GDELT, TimelineJS, Twotrack) or project",
    )
    parser.add_argument(
        "-p",
        "--project",
        type=Path,
        required=True,
        metavar="FILE",
        help="the project; made if it is not there",
    )


def _export_options(parser: argparse.ArgumentParser) -> None:
    from core.exchange import FORMATS

    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "formats:\n" + "\n".join(f"  {f.name:17}{f.suffix:16}{f.label}" for f in FORMATS)
    parser.add_argument("project", type=Path, metavar="PROJECT", help="a .twotrack file")
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="where to; - is standard output. It is replaced"
    )
    parser.add_argument(
        "--format", default="", metavar="NAME", help="the format, where FILE's name tells none"
    )
    parser.add_argument(
        "--from", dest="since", type=first_day, metavar="DATE", help="leave out what was before"
    )
    parser.add_argument("--to", dest="until", type=last_day, metavar="DATE", help="leave out what came after")
    parser.add_argument("--track", action="append", metavar="NAME", help="only this track; may be repeated")
    parser.add_argument("--bom", action="store_true", help="mark CSV as UTF-8 for old versions of Excel")


COMMANDS = (
    Command("import", "read articles and tables of events into a project", _import_options, bring_in),
    Command(
        "export", "write a project's events as tables, calendar, map or timeline", _export_options, write_out
    ),
)
