"""Twotrack's entry point: a command goes to the command line, anything else opens the window."""

import argparse
import sys
from collections.abc import Sequence

from core import cli


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or open the window with the inputs given; return the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in (*cli.COMMANDS, "--version"):
        return cli.main(arguments)
    options = _window_parser().parse_args(arguments)

    from gui import app  # imported late: a command needs no Qt

    if options.screenshot:
        return app.screenshot(options.screenshot, options.inputs, options.size)
    return app.main(options.inputs)


def _window_parser() -> argparse.ArgumentParser:
    commands = "\n".join(f"  {name:9} {summary}" for name, summary in cli.COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="twotrack",
        description="Opens Twotrack's window, with the articles, folders or project given.",
        epilog=f"Commands that need no window:\n{commands}\n\n'twotrack COMMAND --help' tells more of one.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "inputs", nargs="*", metavar="INPUT", help="article, folder, project or chart to open"
    )
    parser.add_argument("--screenshot", metavar="FILE", help="render the window to a PNG file and leave")
    parser.add_argument(
        "--size", type=cli.pixels, default=(1440, 900), metavar="WxH", help="size of the screenshot in pixels"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
