"""The command line of Twotrack: JSON lines through the steps, and articles to charts and projects."""

from core.cli.parser import COMMANDS, main, pixels

__all__ = ["COMMANDS", "main", "pixels"]
