"""Reads the command line and runs the command; what a command takes and does is told in its own module."""

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from core import __version__, own_files
from core.cli import charting, extract, projects
from core.cli.command import Command

_ALL: tuple[Command, ...] = (*extract.COMMANDS, *projects.COMMANDS, *charting.COMMANDS)
COMMANDS = {command.name: command.summary for command in _ALL}

_INTERRUPTED, _NOBODY_READS = 130, 141  # 128 and the number of the signal, as shells have it


def main(argv: Sequence[str]) -> int:
    """Run a command; return the exit status: 0 all well, 1 something could not be read, 2 bad usage."""
    options = _parser(argv[0] if argv else "").parse_args(argv)
    for problem in own_files.problems():
        print(problem, file=sys.stderr)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # whatever the terminal's own: JSON is UTF-8
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the exit would fail again
        return _NOBODY_READS
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return _INTERRUPTED
    return status


def _parser(chosen: str) -> argparse.ArgumentParser:
    """Return the parser; only the chosen command tells its options, so that none waits for another's."""
    parser = argparse.ArgumentParser(prog="twotrack", description="Twotrack's commands that need no window.")
    parser.add_argument("--version", action="version", version=f"twotrack {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in _ALL:
        description = f"{command.summary[0].upper()}{command.summary[1:]}."
        added = commands.add_parser(command.name, help=command.summary, description=description)
        if command.name == chosen:
            command.options(added)
        added.set_defaults(run=command.run)
    return parser
