"""What ``run.py`` finds missing in the system, and how it is got."""

import subprocess
import sys
from collections.abc import Sequence
from types import ModuleType

import pytest

from tests.run.asking import exits, without_screen


def test_nothing_is_asked_for_when_nothing_is_missing(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("started something"))
    run.require([])


def test_a_user_who_may_not_install_is_given_the_one_line(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000)
    words = exits(run.require, ["python3.11-venv", "libegl1"])
    assert [line.strip() for line in words.splitlines() if "apt-get" in line] == [
        "sudo apt-get install -y python3.11-venv libegl1"
    ]


def test_a_system_without_apt_is_told_the_names(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.shutil, "which", lambda _: None)
    words = exits(run.require, ["libegl1"])
    assert "libegl1" in words
    assert "apt-get" not in words


@pytest.fixture
def apt(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], list[int]]:
    """What root starts, by its first two words, and what each of these returns."""
    started: list[str] = []
    statuses: list[int] = []

    def record(command: Sequence[str], **_: object) -> "subprocess.CompletedProcess[str]":
        started.append(" ".join(command[:2]))
        return subprocess.CompletedProcess(command, statuses.pop(0), "", f"{started[-1]} says\n")

    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(run.os, "geteuid", lambda: 0)
    monkeypatch.setattr(run.subprocess, "run", record)
    return started, statuses


@pytest.mark.parametrize("update", [0, 100])
def test_root_installs_at_once_even_if_one_source_is_dead(
    run: ModuleType, apt: tuple[list[str], list[int]], update: int
) -> None:
    started, statuses = apt
    statuses += [update, 0]
    run.require(["libegl1", "libgl1"])
    assert started == ["apt-get update", "apt-get install"]


def test_an_installation_that_was_cut_off_is_ended_first(
    run: ModuleType, apt: tuple[list[str], list[int]]
) -> None:
    started, statuses = apt
    statuses += [0, 100, 0, 0]
    run.require(["libegl1"])
    assert started == ["apt-get update", "apt-get install", "dpkg --configure", "apt-get install"]


def test_a_failed_installation_shows_why(run: ModuleType, apt: tuple[list[str], list[int]]) -> None:
    apt[1].extend([100, 100, 0, 100])
    words = exits(run.require, ["libegl1"])
    assert words.startswith("apt-get update says\napt-get install says\n")
    assert "This failed: apt-get install" in words


def test_missing_libraries_are_named_as_packages(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "loads", lambda library: library != "libEGL.so.1")
    assert run.missing_libraries() == ["libegl1"]
    monkeypatch.setattr(run, "loads", lambda _: False)
    with_x = run.missing_libraries()
    without_screen(monkeypatch)
    assert "libxcb-cursor0" in with_x
    assert "libxcb-cursor0" not in run.missing_libraries()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert run.missing_libraries() == []


def test_a_library_that_is_there_loads_and_another_does_not(run: ModuleType) -> None:
    assert not run.loads("libno-such-thing.so.99")
    if sys.platform == "linux":
        assert run.loads("libc.so.6")


def test_a_python_without_venv_needs_its_package_only_to_make_the_environment(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run.missing_venv() == []
    monkeypatch.setattr(
        run.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else object()
    )
    assert run.missing_venv() == [f"python3.{sys.version_info.minor}-venv"]
    monkeypatch.setattr(run, "works", lambda _: True)
    assert run.missing_venv() == []
    run.VENV.mkdir()
    run.UNFINISHED.touch()
    assert run.missing_venv() == [f"python3.{sys.version_info.minor}-venv"]
