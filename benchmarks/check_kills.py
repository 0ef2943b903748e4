"""Kills (SIGKILL) a process that imports into a project and edits it, many times; checks the file each time.

Run: python -m benchmarks.check_kills [KILLS]. Stops at the first thing acknowledged that is lost.
"""

import random
import sys
import tempfile
from pathlib import Path

from core.project import open_project
from tests.core.project.killing import Acknowledged, kill_once


def main(kills: int) -> None:
    chance = random.Random(5)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "killed.twotrack"
        known = Acknowledged()
        for kill in range(kills):
            if kill % 10 == 0:  # begin anew, so that the file stays as quick as a usual one
                path.unlink(missing_ok=True)
                open_project(path, create=True).close()
                known = Acknowledged()
            known = kill_once(path, known, chance)
            print(f"kill {kill + 1}: {known.articles} articles, {known.note} rounds of edits, nothing lost")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
