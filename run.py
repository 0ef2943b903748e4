#!/usr/bin/env python3
"""Sets Twotrack up beside this file when needed, and starts it: ``python3 run.py [ARGS]``.

Standard library only. ``python3 run.py test`` runs the test suite the same way.
"""

from __future__ import annotations  # so that an old Python gets as far as being told that it is one

import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
UNFINISHED = VENV / "unfinished"  # there from the first change to the environment to the last
LOCKS = {"run": ROOT / "requirements.lock", "test": ROOT / "requirements-dev.lock"}
OLDEST, NEWEST = (3, 11), (3, 13)

# Qt's system libraries on Linux: what is looked for, and the Debian package that holds it.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgthread-2.0.so.0": "libglib2.0-0",
}
# Needed on top of these to show a window on an X display.
XCB_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# Commands of the program that draw no window and so need no Qt.
WINDOWLESS = frozenset(
    {
        "tag",
        "pubdate",
        "events",
        "keydates",
        "chart",
        "import",
        "export",
        "gallery",
        "--help",
        "-h",
        "--version",
    }
)


def main(argv: list[str]) -> int:
    """Prepare what is missing, then hand over to the program or the tests."""
    testing = argv[:1] == ["test"]
    check_python(argv)
    arguments = argv if testing else without_display(argv)
    windowless = not testing and arguments[:1] and arguments[0] in WINDOWLESS
    require([*missing_venv(), *([] if windowless else missing_libraries())])
    prepare("test" if testing else "run")
    if testing:
        return run_tests(argv[1:])
    return start([str(PYTHON), str(ROOT / "twotrack.py"), *arguments])


def check_python(argv: Sequence[str]) -> None:
    """On a Python that the locked packages do not support, go on in one that they do, or stop and say so."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other:
            sys.exit(start([other, str(ROOT / "run.py"), *argv]))
    span = " to ".join(".".join(map(str, v)) for v in (OLDEST, NEWEST))
    here = ".".join(map(str, sys.version_info[:2]))
    sys.exit(f"Twotrack runs on Python {span}; this is Python {here}. Start run.py with one of these.")


def without_display(argv: list[str]) -> list[str]:
    """Where a window is asked for but there is no screen, chart what it would show instead of failing."""
    screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    told = argv and (argv[0] in WINDOWLESS or any(word.startswith("-") for word in argv))
    if told or screen or not sys.platform.startswith("linux"):
        return argv
    what = "this" if argv else "the samples"
    say(f"There is no display here, so no window can be shown: drawing {what} to timeline.png instead.")
    return ["chart", *(argv or [str(ROOT / "assets" / "samples")]), "-o", "timeline.png"]


def prepare(purpose: str) -> None:
    """Make the virtual environment and install the locked packages, unless that is done already."""
    if is_ready(purpose):
        return
    with alone():
        if is_ready(purpose):  # another run.py has done it meanwhile
            return
        say(f"Setting up Twotrack in {VENV} (once; it takes a minute or two)")
        open_environment()
        install(LOCKS[purpose])
        for ready in {"run", purpose}:  # what the tests need holds what the program needs
            stamp_of(ready).write_text(state(ready))
        UNFINISHED.unlink()


@contextmanager
def alone() -> Iterator[None]:
    """Let one run.py at a time change the environment; what it starts holds the place for it too."""
    with Path(__file__).open("rb") as held:
        os.set_inheritable(held.fileno(), True)
        told = False
        while not takes(held.fileno()):
            if not told:
                say("Another run.py is setting Twotrack up: waiting for it.")
            told = True
            time.sleep(0.2)
        yield


def takes(descriptor: int) -> bool:
    """Try to lock an open file; it is unlocked when all who hold it have ended, however they end."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, 1 << 30, os.SEEK_SET)  # past the end: a locked byte could not be read
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # some network drives lock nothing
        return True
    return True


def is_ready(purpose: str) -> bool:
    """Tell whether the environment holds what the lock asks for, on this Python."""
    stamp = stamp_of(purpose)
    whole = PYTHON.exists() and not UNFINISHED.exists()
    return whole and stamp.exists() and stamp.read_text() == state(purpose)


def stamp_of(purpose: str) -> Path:
    """Return the file that remembers what was installed."""
    return VENV / f"{LOCKS[purpose].stem}.stamp"


def state(purpose: str) -> str:
    """Return what stands for the locked packages and the Python they are installed on."""
    return hashlib.sha256(LOCKS[purpose].read_bytes() + sys.version.encode()).hexdigest()


def works(python: Path) -> bool:
    """Tell whether the environment's Python can still be run (its base may have been removed or moved)."""
    try:
        return (
            python.exists()
            and subprocess.run([python, "-m", "pip", "--version"], capture_output=True).returncode == 0
        )
    except OSError:
        return False


def is_whole() -> bool:
    """Tell whether ``.venv`` can be built on: its Python runs, and no run.py was cut off in changing it."""
    return works(PYTHON) and not UNFINISHED.exists()


def missing_venv() -> list[str]:
    """Return the Debian package that is missing for making ``.venv``, unless that is made already."""
    if all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")) or is_whole():
        return []
    return [f"python3.{sys.version_info.minor}-venv"]


def open_environment() -> None:
    """Mark ``.venv`` as being changed; where it is not there, or not whole, make it afresh."""
    afresh = not is_whole()
    if afresh:
        shutil.rmtree(VENV, ignore_errors=True)
    try:
        VENV.mkdir(exist_ok=True)
        UNFINISHED.touch()
    except OSError as error:
        sys.exit(f"{VENV} cannot be written ({error.strerror}). Keep Twotrack where you may write.")
    if afresh:
        make_environment()


def make_environment() -> None:
    """Make the virtual environment."""
    command = [sys.executable, "-m", "venv", str(VENV)]
    made = subprocess.run(command, capture_output=True, text=True, errors="replace", close_fds=False)
    if made.returncode:
        sys.exit(f"Twotrack could not make {VENV}:\n{made.stdout}{made.stderr}")


def install(lock: Path) -> None:
    """Install the locked packages with their hashes checked, showing which one is at hand."""
    total = len(re.findall(r"^\S+==", lock.read_text(), re.MULTILINE))
    options = "--require-hashes --only-binary :all: --no-input --disable-pip-version-check --progress-bar off"
    command = [str(PYTHON), "-m", "pip", "install", *options.split(), "-r", str(lock)]
    lines: list[str] = []
    done = 0
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        close_fds=False,  # it holds the place of alone() even if this run.py is killed
    ) as pip:
        for line in pip.stdout or ():
            lines.append(line)
            if line.startswith(("Collecting ", "Requirement already satisfied: ")):
                done = min(done + 1, total)
                show_progress(done, total, package_in(line))
            elif line.startswith("Installing collected"):
                show_progress(total, total, "unpacking")
    if sys.stderr.isatty():
        say("")
    if pip.returncode:
        tail = "".join(lines[-15:])
        if "DO NOT MATCH THE HASHES" in tail:
            sys.exit(
                f"{tail}\nA package that came is not the one {lock.name} names, so nothing was installed. "
                "Start run.py again; if that does not help, try another network or package mirror."
            )
        sys.exit(f"{tail}\nThe packages could not be installed. Check the network and start run.py again.")


def package_in(line: str) -> str:
    """Return the name of the package a line of pip's is about."""
    rest = line.partition(": ")[2] if line.startswith("Requirement") else line.partition(" ")[2]
    return re.split(r"[=<>!~;\[ \n]", rest)[0]


def show_progress(done: int, total: int, name: str) -> None:
    """Show one line that is written over on a terminal, and a few lines elsewhere.

    It goes to standard error, as all that is told here: standard output is the program's own.
    """
    if sys.stderr.isatty():
        print(f"\r  {done:3} of {total}  {name:40.40}", end="", file=sys.stderr, flush=True)
    elif done % 20 == 0 or done == total:
        say(f"  {done} of {total}  {name}")


def missing_libraries() -> list[str]:
    """Return the Debian packages of Qt's system libraries that are not there (Linux only)."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = QT_LIBRARIES | (XCB_LIBRARIES if os.environ.get("DISPLAY") else {})
    return [package for library, package in wanted.items() if not loads(library)]


def loads(library: str) -> bool:
    """Tell whether the system's loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def require(packages: Sequence[str]) -> None:
    """Install Debian packages where we may, else print the one line that does and stop."""
    if not packages:
        return
    why = "Twotrack needs system packages that are not installed"
    line = f"apt-get install -y {' '.join(packages)}"
    if shutil.which("apt-get") is None:
        sys.exit(f"{why}. Install what your system calls these of Debian's: {' '.join(packages)}")
    if os.geteuid() != 0:
        sys.exit(f"{why}. Install them with:\n\n    sudo {line}\n\nand start run.py again.")
    say(f"{why}: {line}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"]
    install += packages
    words = ""
    for command in (
        ["apt-get", "update", "-qq"],  # one dead source among many fails it, and may not matter
        install,
        ["dpkg", "--configure", "-a"],  # an installation that was cut off must be ended first
        install,
    ):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, errors="replace")
        if command is install and done.returncode == 0:
            return
        words += done.stdout + done.stderr
    sys.exit(f"{words}\nThis failed: {' '.join(install)}")


def run_tests(arguments: Sequence[str]) -> int:
    """Run the test suite offscreen; first all of core's with PySide6 out of reach."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    pytest = [str(PYTHON), "-m", "pytest"]
    if arguments:
        return subprocess.run([*pytest, *arguments], cwd=ROOT, env=environment).returncode
    say("core's tests, with PySide6 out of reach")
    without_qt = subprocess.run(
        [*pytest, "-p", "tests.without_qt", "-p", "no:pytest-qt", "tests/core"], cwd=ROOT, env=environment
    )
    say("the window's and the whole program's tests")
    rest = subprocess.run([*pytest, "--ignore=tests/core"], cwd=ROOT, env=environment)
    return without_qt.returncode or rest.returncode


def start(command: Sequence[str]) -> int:
    """Become the program, so that signals and the exit status are its own."""
    if os.name == "nt":
        return subprocess.run(command).returncode
    return os.execv(command[0], list(command))


def say(text: str) -> None:
    """Tell the user what happens, apart from the program's own output."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Stopped. Start run.py again to go on.")
