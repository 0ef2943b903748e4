"""The command line of Twotrack: JSON lines through the steps, and articles to charts and projects."""

from core.cli.options import pixels
from core.cli.parser import COMMANDS, main

__all__ = ["COMMANDS", "main", "pixels"]
