"""The commands of Twotrack's command line and their options; hands each over to the module that does it."""

import argparse
import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

COMMANDS = {
    "tag": "time expressions (TIMEX3) of JSON lines {id, text, dct}",
    "pubdate": "publication dates inferred from JSON lines {id, title?, text}",
    "events": "event mentions of JSON lines {id, title?, text, published?}",
    "keydates": "the most important days of JSON lines {id, text, published}",
}


def main(argv: Sequence[str]) -> int:
    """Run a command; return the exit status: 0 all well, 1 something could not be read, 2 bad usage."""
    options = _parser().parse_args(argv)
    status: int = options.run(options)
    return status


def pixels(text: str) -> tuple[int, int]:
    """Return the width and height of a size like 1600x900.

    Raises:
        argparse.ArgumentTypeError: it is no such size.
    """
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and 0 < int(width) <= 20000 and 0 < int(height) <= 20000):
        raise argparse.ArgumentTypeError(f"{text!r} is no size in pixels like 1600x900")
    return int(width), int(height)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="twotrack", description="Twotrack's commands that need no window.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=COMMANDS[name], description=COMMANDS[name].capitalize() + ".")

    for name, run in (("tag", _tag), ("pubdate", _pubdate), ("events", _events), ("keydates", _keydates)):
        command = add(name)
        command.add_argument("file", metavar="FILE", help="JSON lines; - is standard input")
        command.set_defaults(run=run)
        if name == "events":
            command.add_argument(
                "--merge",
                action="store_true",
                help="all lines are one collection: tell which mentions are one event",
            )
        if name == "keydates":
            command.add_argument(
                "--top", type=int, default=20, metavar="N", help="how many days (default: 20)"
            )
    return parser


@contextlib.contextmanager
def _opened(name: str) -> Iterator[TextIO]:
    if name == "-":
        yield sys.stdin
        return
    try:
        file = Path(name).open(encoding="utf-8-sig")  # noqa: SIM115 - closed below
    except OSError as error:
        sys.exit(f"{name}: {error.strerror}. Check the name of the file.")
    with file:
        yield file


def _tag(options: argparse.Namespace) -> int:
    from core.cli import extract

    with _opened(options.file) as stream:
        return extract.answer(stream, extract.tag)


def _pubdate(options: argparse.Namespace) -> int:
    from core.cli import extract

    with _opened(options.file) as stream:
        return extract.answer(stream, extract.pubdate)


def _events(options: argparse.Namespace) -> int:
    from core.cli import extract

    with _opened(options.file) as stream:
        return extract.events_merged(stream) if options.merge else extract.answer(stream, extract.events)


def _keydates(options: argparse.Namespace) -> int:
    from core.cli import extract

    with _opened(options.file) as stream:
        return extract.keydates(stream, options.top)
