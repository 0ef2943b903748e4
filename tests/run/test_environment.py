"""How ``run.py`` makes the environment, once and whole."""

import re
import subprocess
import sys
import threading
from pathlib import Path
from types import ModuleType

import pytest

from tests.run.asking import exits

ROOT = Path(__file__).resolve().parents[2]


def prepared(run: ModuleType, monkeypatch: pytest.MonkeyPatch, purpose: str) -> list[str]:
    """Prepare, and return what was done for it."""
    done: list[str] = []

    def make() -> None:
        run.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        run.PYTHON.touch()
        done.append("made")

    monkeypatch.setattr(run, "works", lambda python: python.exists())
    monkeypatch.setattr(run, "make_environment", make)
    monkeypatch.setattr(run, "install", lambda lock: done.append(lock.name))
    run.prepare(purpose)
    return done


def test_the_first_run_installs_and_later_runs_do_nothing(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert prepared(run, monkeypatch, "run") == ["made", "run.lock"]
    assert prepared(run, monkeypatch, "run") == []
    assert prepared(run, monkeypatch, "test") == ["test.lock"]


def test_what_is_installed_for_the_tests_serves_the_program_too(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert prepared(run, monkeypatch, "test") == ["made", "test.lock"]
    assert prepared(run, monkeypatch, "run") == []


def test_a_changed_lock_or_python_is_installed_anew(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(run, monkeypatch, "run")
    run.LOCKS["run"].write_text("one==1.1\n")
    assert prepared(run, monkeypatch, "run") == ["run.lock"]
    monkeypatch.setattr(sys, "version", "3.11.99")
    assert prepared(run, monkeypatch, "run") == ["run.lock"]


def test_an_environment_whose_python_is_gone_is_made_anew(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared(run, monkeypatch, "run")
    run.PYTHON.unlink()
    assert prepared(run, monkeypatch, "run") == ["made", "run.lock"]


def test_what_an_interrupted_run_left_is_made_anew(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(run, monkeypatch, "run")
    run.LOCKS["run"].write_text("one==1.1\n")

    def interrupted(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "install", interrupted)
    for _ in range(2):  # where it stops in mid-update, then while all is made afresh
        with pytest.raises(KeyboardInterrupt):
            run.prepare("run")
    half = run.VENV / "half-unpacked"
    half.touch()
    assert prepared(run, monkeypatch, "run") == ["made", "run.lock"]
    assert not half.exists()
    assert prepared(run, monkeypatch, "run") == []


def test_a_stamp_of_an_environment_that_is_being_changed_counts_for_nothing(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared(run, monkeypatch, "run")
    run.UNFINISHED.touch()
    assert prepared(run, monkeypatch, "run") == ["made", "run.lock"]


def test_a_folder_that_cannot_be_written_is_told(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    run.VENV.touch()  # even root cannot make a folder there
    monkeypatch.setattr(run, "VENV", run.VENV / "within")
    assert f"{run.VENV} cannot be written" in exits(run.open_environment)


def test_a_second_run_waits_for_the_first_and_finds_all_done(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    done: list[list[str]] = []
    second = threading.Thread(target=lambda: done.append(prepared(run, monkeypatch, "run")))
    waits = threading.Event()
    monkeypatch.setattr(run.time, "sleep", lambda _: waits.set())
    with run.alone():
        second.start()
        assert waits.wait(60)
        assert not done
        run.PYTHON.parent.mkdir(parents=True)
        run.PYTHON.touch()
        run.stamp_of("run").write_text(run.state("run"))
    second.join(60)
    assert done == [[]]
    assert "waiting" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="there a killed run.py leaves no lock")
def test_what_a_killed_run_started_holds_its_place(run: ModuleType) -> None:
    with run.alone():
        left = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, close_fds=False)
    with Path(str(run.__file__)).open("rb") as held:
        assert not run.takes(held.fileno())
        left.communicate(b"\n")
        assert run.takes(held.fileno())


def test_a_python_that_does_not_start_does_not_work(run: ModuleType) -> None:
    run.PYTHON.parent.mkdir(parents=True)
    assert not run.works(run.PYTHON)
    run.PYTHON.write_text("no program")
    assert not run.works(run.PYTHON)
    assert run.works(Path(sys.executable))


def fake_pip(run: ModuleType, script: str) -> None:
    run.PYTHON.parent.mkdir(parents=True)
    run.PYTHON.write_text(f"#!/bin/sh\n{script}\n")
    run.PYTHON.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for Python")
def test_progress_is_told_apart_from_the_programs_output(
    run: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_pip(
        run,
        "echo Collecting one==1.0 '(from -r run.lock)'\necho 'Requirement already satisfied: two==2.0 in /x'",
    )
    run.install(run.LOCKS["run"])
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "  2 of 2  two\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for Python")
def test_a_failed_install_shows_pips_last_words(run: ModuleType) -> None:
    fake_pip(run, "printf 'ERROR: hashes do not match \\377\\n'\nexit 1")
    words = exits(run.install, run.LOCKS["run"])
    assert words.startswith("ERROR: hashes do not match")
    assert "start run.py again" in words


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for Python")
def test_a_package_that_was_changed_on_its_way_is_told(run: ModuleType) -> None:
    fake_pip(run, "echo 'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.'\nexit 1")
    words = exits(run.install, run.LOCKS["run"])
    assert "not the one run.lock names" in words
    assert "nothing was installed" in words
    assert "Check the network" not in words


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Collecting numpy==2.4.6 (from -r requirements.lock (line 3))\n", "numpy"),
        ("Collecting a-b>=1\n", "a-b"),
        ("Requirement already satisfied: six==1.17.0 in ./.venv/lib (from -r x)\n", "six"),
    ],
)
def test_pips_lines_name_a_package(run: ModuleType, line: str, name: str) -> None:
    assert run.package_in(line) == name


def test_the_locks_agree_and_name_no_place() -> None:
    pins: list[dict[str, str]] = []
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        assert "index" not in re.sub(r"^\S+==.*$", "", text, flags=re.MULTILINE)
        found = re.findall(
            r"^([\w.\-]+)==([^\s\\;]+)[^\n]*\\\n((?:\s+--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
            text,
            re.MULTILINE,
        )
        assert len(found) == len(re.findall(r"^\S+==", text, re.MULTILINE))  # each with its hashes
        pins.append({package: version for package, version, _ in found})
    program, tests = pins
    assert program.items() <= tests.items()
