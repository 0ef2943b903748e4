"""Which Python ``run.py`` takes, and what it starts in which order."""

import importlib.metadata
import importlib.util
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from tests.run.asking import exits, without_screen

ROOT = Path(__file__).resolve().parents[2]


# --- Python itself


def test_the_python_that_runs_the_tests_is_one_of_those_supported(run: ModuleType) -> None:
    run.check_python([])
    assert run.OLDEST <= sys.version_info[:2] <= run.NEWEST


@pytest.mark.parametrize("version", [(3, 9, 2), (3, 14, 0)])
def test_another_python_is_refused_in_words(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int]
) -> None:
    monkeypatch.setattr(run.sys, "version_info", version)
    monkeypatch.setattr(run.shutil, "which", lambda _: None)
    words = exits(run.check_python, [])
    assert "Python 3.11 to 3.13" in words
    assert f"this is Python 3.{version[1]}" in words


def test_on_another_python_one_that_is_supported_is_looked_for(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(run.sys, "version_info", (3, 14, 0))
    monkeypatch.setattr(
        run.shutil, "which", lambda name: "/usr/bin/python3.12" if name == "python3.12" else None
    )
    monkeypatch.setattr(run, "start", started.append)
    with pytest.raises(SystemExit):
        run.check_python(["tag", "-"])
    assert started == [["/usr/bin/python3.12", str(ROOT / "run.py"), "tag", "-"]]


def test_the_supported_pythons_are_those_of_the_package(run: ModuleType) -> None:
    (told,) = re.findall(
        r'requires-python = ">=(\d\.\d+),<(\d\.\d+)"', (ROOT / "pyproject.toml").read_text("utf-8")
    )
    newest = run.NEWEST
    assert told == (f"{run.OLDEST[0]}.{run.OLDEST[1]}", f"{newest[0]}.{newest[1] + 1}")


# --- the order of things


def test_a_command_asks_for_no_qt_and_the_window_does(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    started: list[list[str]] = []
    monkeypatch.setattr(run, "missing_libraries", lambda: ["libegl1"])
    monkeypatch.setattr(run, "require", asked.append)
    monkeypatch.setattr(run, "prepare", lambda purpose: asked.append([purpose]))
    monkeypatch.setattr(run, "run_tests", lambda argv: started.append(["pytest", *argv]))
    monkeypatch.setattr(run, "start", lambda command: started.append(command[1:]))
    program = str(run.ROOT / "twotrack.py")
    for argv, packages, purpose, command in (
        (["events", "-"], [], "run", [program, "events", "-"]),
        (["--version"], [], "run", [program, "--version"]),
        ([], ["libegl1"], "run", [program]),
        (["a.txt"], ["libegl1"], "run", [program, "a.txt"]),
        (["--screenshot", "a.png"], ["libegl1"], "run", [program, "--screenshot", "a.png"]),
        (["test", "tests/core", "-q"], ["libegl1"], "test", ["pytest", "tests/core", "-q"]),
    ):
        run.main(argv)
        assert asked == [packages, [purpose]]
        assert started == [command]
        asked.clear()
        started.clear()


def test_without_a_display_no_qt_is_asked_for(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    without_screen(monkeypatch)
    asked: list[list[str]] = []
    monkeypatch.setattr(run, "missing_libraries", lambda: ["libegl1"])
    monkeypatch.setattr(run, "require", asked.append)
    monkeypatch.setattr(run, "prepare", lambda _: None)
    monkeypatch.setattr(run, "start", lambda _: 0)
    run.main([])
    assert asked == [[]]


# --- the tests


def test_all_of_cores_tests_are_run_with_qt_out_of_reach(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Sequence[str]] = []

    def record(command: Sequence[str], **_: object) -> "subprocess.CompletedProcess[str]":
        started.append(command)
        return subprocess.CompletedProcess(command, len(started) - 1)

    monkeypatch.setattr(run.subprocess, "run", record)
    assert run.run_tests([]) == 1  # the second of the two failed
    without_qt, rest = started
    assert without_qt[-1] == "tests/core"
    assert "--ignore=tests/core" in rest
    plugins = {entry.name for entry in importlib.metadata.entry_points(group="pytest11")}
    refused = [word.removeprefix("no:") for word in without_qt if word.startswith("no:")]
    assert refused == ["pytest-qt"]
    assert plugins.issuperset(refused)


def test_arguments_go_to_pytest(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Sequence[str]] = []

    def record(command: Sequence[str], **_: object) -> "subprocess.CompletedProcess[str]":
        started.append(command)
        return subprocess.CompletedProcess(command, 3)

    monkeypatch.setattr(run.subprocess, "run", record)
    assert run.run_tests(["tests/core", "-x"]) == 3
    assert [command[-2:] for command in started] == [["tests/core", "-x"]]
