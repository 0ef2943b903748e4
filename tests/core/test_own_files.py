"""Files of the user's own that cannot be read are named, each with what is left out for it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TELL = "from core import own_files; print(*own_files.problems(), sep=chr(10))"


def told(taxonomy: str, facts: str) -> str:
    """Return the problems that a new process tells; each process reads the files once."""
    environment = os.environ | {"TWOTRACK_TAXONOMY": taxonomy, "TWOTRACK_FACTS": facts}
    command = [sys.executable, "-c", TELL]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_nothing_is_told_without_such_files() -> None:
    assert told("", "") == ""


def test_each_bad_file_is_told_of(tmp_path: Path) -> None:
    types, facts = tmp_path / "types.toml", tmp_path / "facts"
    types.write_text("[tracks.economy]\norder = 3\n", encoding="utf-8")
    facts.mkdir()
    (facts / "wars.csv").write_text("war,places,start,end\nFirst,Somewhere,soon,\n", encoding="utf-8")
    first, second = told(str(types), str(facts)).splitlines()
    assert "types.toml" in first
    assert first.endswith("Your own event types are left out.")
    assert "wars.csv, line 2" in second
    assert second.endswith("Your own facts are left out.")
