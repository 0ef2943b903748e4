import random
from pathlib import Path

import pytest

from core.project import open_project
from tests.core.project.killing import Acknowledged, kill_once


@pytest.mark.parametrize("seed", range(3))
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(path: Path, seed: int) -> None:
    """Twelve kills in all, four of them in one file after another; 60 with benchmarks/check_kills.py."""
    open_project(path, create=True).close()
    known, chance = Acknowledged(), random.Random(seed)
    for _ in range(4):
        known = kill_once(path, known, chance)
    assert known.articles
    assert [left.name for left in path.parent.iterdir()] == [path.name]
