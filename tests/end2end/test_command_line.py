"""The command line as a user runs it: real processes, pipes, files, Ctrl-C."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "assets" / "samples"
# A terminal of another encoding must not change what is read or written.
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(ROOT),
    "PYTHONIOENCODING": "latin-1",
    "PYTHONWARNINGS": "error",
}
LONG = 120  # seconds; the machine may be busy


def start(*arguments: str, **more: Any) -> "subprocess.Popen[bytes]":
    command = [sys.executable, str(ROOT / "twotrack.py"), *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=ENVIRONMENT, **more)


def run(*arguments: str, given: bytes = b"") -> tuple[int, str, str]:
    process = start(*arguments)
    out, err = process.communicate(given, timeout=LONG)
    return process.returncode, out.decode("utf-8"), err.decode("utf-8")


def lines(*rows: object) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8")


def article(name: str) -> dict[str, object]:
    return {"id": name, "text": (SAMPLES / f"{name}.txt").read_text("utf-8"), "published": name[:10]}


def test_tag_reads_standard_input_and_answers_in_utf8() -> None:
    given = (
        lines({"id": "перший", "text": "“Зустріч” – a meeting of all – took place in Kyiv on 2 May 2025."})
        + b"oops\n"
    )
    status, out, err = run("tag", "-", given=given)
    first, second = map(json.loads, out.splitlines())
    assert (first["id"], [t["value"] for t in first["timexes"]]) == ("перший", ["2025-05-02"])
    assert second["id"] is None
    assert err == f"line 2: {second['error']}\n"
    assert status == 1


def test_pubdate_infers_a_day_with_its_reasons(tmp_path: Path) -> None:
    text = (SAMPLES / "2025-06-02-istanbul.txt").read_text("utf-8")
    path = tmp_path / "lines.jsonl"
    path.write_bytes(lines({"id": 1, "text": text}))
    status, out, err = run("pubdate", str(path))
    answer = json.loads(out)
    assert (status, err) == (0, "")
    assert answer["candidates"]
    assert all(candidate["reasons"] for candidate in answer["candidates"])


def test_events_of_the_samples_merge_across_articles(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    rows = [article(name) for name in ("2025-05-16-istanbul-wire", "2025-06-02-istanbul")]
    path.write_bytes(lines(*rows))
    status, out, err = run("events", str(path), "--merge")
    assert (status, err) == (0, "")
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["id"] for answer in answers] == [row["id"] for row in rows]
    for row, answer in zip(rows, answers, strict=True):
        assert answer["events"]
        for event in answer["events"]:
            assert str(row["text"])[event["start"] : event["end"]] == event["quote"]
            assert event["event"]


def test_keydates_is_one_json_list(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(lines(article("2025-06-02-istanbul"), article("2025-05-16-istanbul-wire")))
    status, out, _ = run("keydates", str(path), "--top", "3")
    days = json.loads(out)
    assert status == 0
    assert 1 <= len(days) <= 3
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day["date"]) for day in days)


def test_articles_go_in_and_tables_come_out(tmp_path: Path) -> None:
    project, table, calendar = (str(tmp_path / name) for name in ("p.twotrack", "out.csv", "out.ics"))
    status, out, err = run(
        "import", str(SAMPLES / "2025-06-02-istanbul.txt"), str(tmp_path / "no.txt"), "-p", project
    )
    assert (status, out) == (1, "")
    assert "no.txt: There is no such file." in err
    assert "1 article," in err
    assert run("export", project, "-o", table)[0] == 0
    status, _, err = run("export", project, "-o", calendar)
    assert status == 0
    assert re.fullmatch(rf"{re.escape(calendar)}: \d+ events(, left out .+)?\.\n", err)
    assert Path(calendar).read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    status, out, _ = run("export", project, "-o", "-", "--format", "json")
    data = json.loads(out)
    assert len(data["events"]) == len(Path(table).read_text("utf-8").splitlines()) - 1
    assert status == 0


def test_a_reader_that_leaves_early_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(lines(*({"id": n, "text": "On 2 May 2025. " * 50} for n in range(3000))))
    process = start("tag", str(path))
    assert process.stdout
    assert process.stderr
    assert json.loads(process.stdout.readline())["id"] == 0
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(LONG) == 141
    process.stderr.close()
    assert process.stdin
    process.stdin.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent another way there")
def test_ctrl_c_stops_without_a_traceback() -> None:
    process = start("tag", "-", start_new_session=True)
    assert process.stdin
    assert process.stdout
    process.stdin.write(lines({"id": 1, "text": "On 2 May 2025."}))
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["id"] == 1  # it is at work
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=LONG)
    assert (process.returncode, err) == (130, b"Stopped.\n")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of articles that takes long to read; none of the tests waits for the end."""
    text = (SAMPLES / "2025-06-02-istanbul.txt").read_text("utf-8")
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number:03}.txt").write_text(f"{text}\n\nReport number {number}.\n", "utf-8")
    return folder


def articles_in(project: Path) -> int:
    return len(json.loads(run("export", str(project), "-o", "-", "--format", "json")[1])["articles"])


def wait_for(process: "subprocess.Popen[bytes]", words: bytes) -> None:
    """Read what the process tells until a line begins with the words."""
    assert process.stderr
    assert any(line.startswith(words) for line in process.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent another way there")
def test_ctrl_c_in_an_import_keeps_what_was_read(many: Path, tmp_path: Path) -> None:
    project = tmp_path / "p.twotrack"
    process = start("import", str(many), "-p", str(project), start_new_session=True)
    wait_for(process, b"3 of 200")
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=LONG)
    assert process.returncode == 130
    assert err.endswith(b"Stopped.\n")
    assert b"Traceback" not in err
    assert 2 <= articles_in(project) < 200


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent another way there")
def test_a_killed_import_loses_nothing_that_was_there(many: Path, tmp_path: Path) -> None:
    project = tmp_path / "p.twotrack"
    assert run("import", str(many / "000.txt"), "-p", str(project))[0] == 0
    process = start("import", str(many), "-p", str(project), start_new_session=True)
    wait_for(process, b"3 of 200")
    process.kill()
    process.communicate(timeout=LONG)  # the processes that read end by themselves
    assert articles_in(project) >= 1


def test_the_version_and_the_help_need_no_window() -> None:
    assert re.fullmatch(r"twotrack \d+\.\d+\.\d+\n", run("--version")[1])
    status, out, err = run("--help")
    assert (status, err) == (0, "")
    for name in ("tag", "pubdate", "events", "keydates", "import", "export"):
        assert re.search(rf"^  {name} +\w", out, re.MULTILINE)


@pytest.mark.parametrize("arguments", [(), ("--no-such",), ("a.jsonl", "b.jsonl")])
def test_bad_usage_says_how_to_use_it(arguments: tuple[str, ...]) -> None:
    status, out, err = run("tag", *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("usage: twotrack")


@pytest.mark.parametrize(
    ("command", "unneeded"),
    [
        (
            "tag",
            ("PySide6", "matplotlib", "pandas", "spacy", "trafilatura", "sqlite3", "openpyxl", "icalendar"),
        ),
        ("events", ("PySide6", "matplotlib", "pandas", "trafilatura", "openpyxl", "icalendar")),
    ],
)
def test_a_command_loads_nothing_it_does_not_need(
    command: str, unneeded: tuple[str, ...], tmp_path: Path
) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(lines({"id": 1, "text": "They met on 2 May 2025.", "published": "2025-05-03"}))
    script = f"import sys, twotrack; twotrack.main(sys.argv[1:]); print({{*{unneeded}}} & {{*sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", script, command, str(path)],
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
        timeout=LONG,
        cwd=ROOT,
    )
    assert done.stderr == b""
    assert done.stdout.decode("utf-8").splitlines()[-1] == "set()"


def test_the_window_is_rendered_where_there_is_no_screen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delitem(ENVIRONMENT, name, raising=False)
    picture = tmp_path / "window.png"
    status, _, err = run("--screenshot", str(picture), str(SAMPLES / "2025-06-02-istanbul.txt"))
    assert status == 0, err
    assert picture.read_bytes().startswith(b"\x89PNG")
