"""What a command of the command line is: its name, its options and its work, told where the work is."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command. ``run`` returns the exit status: 0 all well, 1 something could not be read or done."""

    name: str
    summary: str
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
