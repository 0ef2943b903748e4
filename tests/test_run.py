"""What ``run.py`` decides before the program starts. Nothing is installed here."""

import importlib.metadata
import importlib.util
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from core import cli

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = {"--help", "-h", "--version"}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """``run.py`` as a module of its own, in a folder of its own, on a Linux with a screen."""
    spec = importlib.util.spec_from_file_location("run_of_the_test", ROOT / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(module, "UNFINISHED", tmp_path / ".venv" / "unfinished")
    monkeypatch.setattr(module, "__file__", str(tmp_path / "run.py"))
    (tmp_path / "run.py").touch()
    monkeypatch.setattr(module, "LOCKS", {name: tmp_path / f"{name}.lock" for name in ("run", "test")})
    for name, path in module.LOCKS.items():
        path.write_text(f"# {name}\none==1.0 \\\n    --hash=sha256:00\ntwo==2.0 \\\n    --hash=sha256:00\n")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    return module


def without_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


# --- no display


@pytest.mark.parametrize("inputs", [[], ["article.txt"], ["a.html", "folder"]])
def test_without_a_display_a_chart_is_drawn_instead_of_the_window(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], inputs: list[str]
) -> None:
    without_screen(monkeypatch)
    samples = str(run.ROOT / "assets" / "samples")
    assert run.without_display(inputs) == ["chart", *(inputs or [samples]), "-o", "timeline.png"]
    out, err = capsys.readouterr()
    assert out == ""
    assert "no display" in err
    assert "timeline.png" in err


@pytest.mark.parametrize(
    "argv", [["chart", "a.txt", "-o", "a.png"], ["tag", "-"], ["--screenshot", "a.png"], ["-h"]]
)
def test_without_a_display_commands_and_options_stay(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, argv: list[str]
) -> None:
    without_screen(monkeypatch)
    assert run.without_display(argv) == argv


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_with_a_display_the_window_opens(run: ModuleType, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    without_screen(monkeypatch)
    monkeypatch.setenv(name, "something")
    assert run.without_display([]) == []


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_always_have_a_display(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    without_screen(monkeypatch)
    monkeypatch.setattr(sys, "platform", platform)
    assert run.without_display([]) == []


def test_the_commands_that_need_no_window_are_those_of_the_command_line(run: ModuleType) -> None:
    assert set(cli.COMMANDS) | OPTIONS == run.WINDOWLESS


# --- what is missing


def exits(act: object, *arguments: object) -> str:
    with pytest.raises(SystemExit) as caught:
        act(*arguments)  # type: ignore[operator]
    assert isinstance(caught.value.code, str)
    return caught.value.code


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


# --- the environment


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
