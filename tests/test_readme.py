"""What README.md points at is there."""

import re
from pathlib import Path

import pytest

from core import cli
from core.publish import remembered

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf8")
LINKS = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", README)
NAMED = re.findall(r"`((?:core|gui|assets|tests|benchmarks|\.ci)(?:/[\w./-]+)?)`", README)


@pytest.mark.parametrize("target", sorted({*LINKS, *NAMED}))
def test_links_pictures_and_files_exist(target: str) -> None:
    assert (ROOT / target).exists()


def test_every_step_of_core_is_in_the_map() -> None:
    folders = {f"core/{path.parent.name}" for path in (ROOT / "core").glob("*/__init__.py")}
    assert folders - set(NAMED) == set()


def test_commands_exist() -> None:
    named = re.findall(r"^python3 run\.py ([a-z]+)", README, re.MULTILINE)
    named += re.findall(r"^\| `([a-z]+) FILE", README, re.MULTILINE)
    assert named
    assert set(named) <= {*cli.COMMANDS, "test"}


def test_the_chart_shown_can_be_opened_again() -> None:
    _, content = remembered(ROOT / "assets" / "pictures" / "chart.png")
    assert len(content.events) > 20
