"""A user's own file of types, tracks and triggers works without code, and a bad one costs nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
OWN = """
[tracks.humanitarian]
label = "Humanitarian"
order = 3

[types.DISPLACE]
label = "displacement"
track = "humanitarian"

[classes]
uprooted = "refugee, villager"

[[triggers]]
track = "humanitarian"
type = "DISPLACE"
strength = 3
verbs = "flee, cross over"
subject = "uprooted"
"""
LINE = {
    "id": "a",
    "text": "Thousands of refugees fled Khartoum on Wednesday after the army shelled a market, killing nine.",
    "published": "2025-03-21",
}


def events(own: Path) -> tuple[list[tuple[str, str, str]], str]:
    done = subprocess.run(
        [sys.executable, str(ROOT / "twotrack.py"), "events", "-"],
        input=json.dumps(LINE),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env=os.environ | {"TWOTRACK_TAXONOMY": str(own)},
    )
    found = json.loads(done.stdout)["events"]
    return [(event["track"], event["type"], event["date"]) for event in found], done.stderr


def test_own_types_are_found_on_a_track_of_their_own(tmp_path: Path) -> None:
    own = tmp_path / "humanitarian.toml"
    own.write_text(OWN, encoding="utf-8")
    found, said = events(own)
    assert ("humanitarian", "DISPLACE", "2025-03-19") in found
    assert ("battlefield", "ASSAULT", "2025-03-19") in found
    assert said == ""


def test_a_file_that_cannot_be_used_is_named_and_left_out(tmp_path: Path) -> None:
    own = tmp_path / "broken.toml"
    own.write_text("[tracks.economy]\norder = 3\n", encoding="utf-8")
    found, said = events(own)
    assert {track for track, _, _ in found} == {"battlefield"}
    assert "broken.toml" in said
    assert "lacks label" in said


def test_own_types_can_be_chosen_in_the_window(tmp_path: Path) -> None:
    own = tmp_path / "humanitarian.toml"
    own.write_text(OWN, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "from gui import wording; print(wording.TRACKS, wording.TYPES)"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=ROOT,
        env=os.environ | {"TWOTRACK_TAXONOMY": str(own)},
    )
    assert "'humanitarian': 'Humanitarian'" in done.stdout
    assert "('DISPLACE', ''): 'Displacement'" in done.stdout
