"""The commands ``import`` and ``export``."""

import csv
import datetime as dt
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core import cli, intake, pipeline
from core.model import Event
from core.project import Batch, Change, Judge, Project, SetDate, open_project

AT = dt.datetime(2025, 6, 3, 9, tzinfo=dt.UTC)

Run = Callable[..., tuple[int, str]]

TALKS = "GENEVA, 6 March 2024 - The envoys of Sudan's army and of the rebels met in Geneva on Tuesday.\n"
WAR = "Shelling killed four people in Omdurman on 4 May 2025, the army said.\n"
ACLED = (
    "event_id_cnty,event_date,time_precision,event_type,sub_event_type,location,country,fatalities\n"
    "SDN1,2025-05-02,1,Battles,Armed clash,Omdurman,Sudan,3\n"
    "SDN2,soon,1,Battles,Armed clash,Omdurman,Sudan,3\n"
    "SDN3,2025-06-20,1,Strategic developments,Agreement,Jeddah,Saudi Arabia,0\n"
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    news = tmp_path / "news"
    news.mkdir()
    (news / "talks.txt").write_text(TALKS)
    (news / "war.txt").write_text(WAR)
    (tmp_path / "acled.csv").write_text(ACLED)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; return its status and what it told on standard error. It writes nothing else there."""

    def run(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        try:
            status: object = cli.main(arguments)
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else 1
            told = stop.code if isinstance(stop.code, str) else ""
        else:
            told = ""
        out, err = capsys.readouterr()
        assert out == ""
        assert isinstance(status, int)
        return status, err + told

    return run


def events(name: str = "p.twotrack") -> list[Event]:
    project = open_project(Path(name))
    found = project.events()
    project.close()
    return found


# --- import


def test_articles_folders_and_tables_come_into_one_project(run: Run) -> None:
    status, told = run("import", "news", "-p", "p.twotrack")
    assert status == 0
    assert told.splitlines()[:2] == ["1 of 2  talks.txt", "2 of 2  war.txt"]
    assert "p.twotrack: 2 articles, " in told
    assert any("Shelling" in mention.quote for event in events() for mention in event.mentions)
    status, told = run("import", "acled.csv", "-p", "p.twotrack")
    assert status == 1  # one row was bad
    assert "acled.csv, row 3: \"event_date\" is no date: 'soon'" in told
    assert "acled.csv: 2 events from ACLED." in told
    assert [event.origin for event in events() if event.origin] == ["ACLED SDN1", "ACLED SDN3"]
    assert any(event.mentions for event in events())


def test_what_gives_nothing_is_named_and_the_rest_goes_on(run: Run, here: Path) -> None:
    (here / "empty.txt").write_text("")
    (here / "prices.csv").write_text("item,price\nbread,2\n")
    status, told = run(
        "import", "none.txt", "none.csv", "empty.txt", "prices.csv", "news/war.txt", "-p", "p.twotrack"
    )
    assert status == 1
    for name in ("none.txt", "none.csv", "empty.txt", "prices.csv"):
        (line,) = [line for line in told.splitlines() if line.startswith(f"{name}: ")]
        assert line.endswith(".")
    assert "no table of events Twotrack knows (its columns: item, price)" in told
    assert len(events()) == 1


def test_a_project_with_nothing_in_it_is_not_left_behind(run: Run, here: Path) -> None:
    status, told = run("import", "none.txt", "-p", "p.twotrack")
    assert status == 1
    assert "p.twotrack: not made" in told
    assert not list(here.glob("p.twotrack*"))


def test_tables_in_a_folder_are_found_and_other_data_left_alone(run: Run, here: Path) -> None:
    (here / "acled.csv").rename(here / "news" / "acled.csv")
    (here / "news" / "prices.csv").write_text("item,price\nbread,2\n")
    (here / "news" / "notes.json").write_text("[1, 2]")
    status, told = run("import", "news", "-p", "p.twotrack")
    assert "2 events from ACLED" in told
    assert "prices" not in told
    assert "notes" not in told
    assert status == 1


def test_one_is_told_as_one(run: Run, here: Path) -> None:
    row = ACLED.splitlines()[1]
    (here / "one.csv").write_text(f"{ACLED.splitlines()[0]}\n{row}\n")
    _, told = run("import", "one.csv", "-p", "p.twotrack")
    assert "one.csv: 1 event from ACLED." in told
    assert "p.twotrack: 0 articles, 1 event." in told
    _, told = run("import", "one.csv", "-p", "p.twotrack")
    assert "1 event was there already" in told
    _, told = run("export", "p.twotrack", "-o", "out.csv")
    assert told.endswith(": 1 event.\n")


def test_importing_again_changes_nothing(run: Run) -> None:
    for _ in range(2):
        _, told = run("import", "news", "acled.csv", "-p", "p.twotrack")
    assert "2 events were there already" in told
    assert len([event for event in events() if event.origin]) == 2
    assert len([event for event in events() if event.mentions]) == len(events()) - 2


def test_what_was_exported_into_the_folder_is_not_taken_in_again(run: Run) -> None:
    run("import", "news", "-p", "news/p.twotrack")
    before = events("news/p.twotrack")
    for suffix in (".csv", ".xlsx", ".json"):
        run("export", "news/p.twotrack", "-o", f"news/out{suffix}")
    status, told = run("import", "news", "-p", "news/p.twotrack")
    assert status == 0
    assert told.count(f"{len(before)} events were there already") == 3
    assert "p.twotrack: 0 events" not in told
    assert events("news/p.twotrack") == before


def test_another_project_can_be_brought_in(run: Run) -> None:
    run("import", "news/talks.txt", "-p", "mine.twotrack")
    run("import", "news/war.txt", "acled.csv", "-p", "yours.twotrack")
    status, told = run("import", "yours.twotrack", "-p", "mine.twotrack")
    assert status == 0
    assert "1 article." in told
    titles = {event.title for event in events("mine.twotrack")}
    assert titles == {e.title for e in (*events("mine.twotrack"), *events("yours.twotrack"))}
    assert run("import", "none.twotrack", "-p", "mine.twotrack")[0] == 1


def test_a_file_that_is_no_project_is_refused_and_left_as_it_is(run: Run, here: Path) -> None:
    status, told = run("import", "news", "-p", "acled.csv")
    assert status == 1
    assert "acled.csv: " in told
    assert (here / "acled.csv").read_text() == ACLED


def test_a_damaged_project_is_exported_as_far_as_it_goes_and_not_written_to(run: Run) -> None:
    run("import", "news", "acled.csv", "-p", "p.twotrack")
    path = Path("p.twotrack")
    data = bytearray(path.read_bytes())
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    path.write_bytes(data)
    status, told = run("export", "p.twotrack", "-o", "out.json")
    assert status == 0
    assert "p.twotrack: The file is damaged" in told
    assert json.loads(Path("out.json").read_text("utf-8"))["format"] == "twotrack"
    status, told = run("import", "news", "-p", "p.twotrack")
    assert status == 1
    assert "The file is damaged" in told
    assert "Nothing can be written to it" in told
    assert path.read_bytes() == data


def test_a_folder_that_is_not_there_is_named(run: Run) -> None:
    status, told = run("import", "news", "-p", "none/p.twotrack")
    assert status == 1
    assert "none/p.twotrack: " in told


def test_what_was_read_is_kept_when_the_user_stops(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.process_file

    def stop(path: Path) -> list[pipeline.Result]:
        if path.name == "war.txt":
            raise KeyboardInterrupt
        return real(path)

    monkeypatch.setattr(pipeline, "process_file", stop)
    status, told = run("import", "news", "-p", "p.twotrack")
    assert status == 130
    assert told.endswith("Stopped.\n")
    project = open_project(Path("p.twotrack"))
    assert len(project.articles()) == 1
    project.close()


def test_many_articles_are_stored_in_parts(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "news" / "zone.txt").write_text(
        "Rebels seized the town of El Fasher on 6 May 2025, residents said.\n"
    )
    stored: list[int] = []
    real = intake.absorb

    def absorb(project: Project, results: list[pipeline.Processed]) -> Change:
        stored.append(len(results))
        return real(project, results)

    monkeypatch.setattr(intake, "absorb", absorb)
    monkeypatch.setattr("core.cli.projects._AT_ONCE", 2)
    assert run("import", "news", "-p", "p.twotrack")[0] == 0
    assert [number for number in stored if number] == [2, 1]
    assert len(events()) >= 3


# --- export


@pytest.fixture
def project() -> Path:
    cli.main(["import", "news", "acled.csv", "-p", "p.twotrack"])
    return Path("p.twotrack")


def rows(name: str) -> list[dict[str, str]]:
    with Path(name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_suffix_tells_the_format_and_each_file_is_named(run: Run, project: Path) -> None:
    count = len(events())
    told = f"out.csv and out-assertions.csv: {count} events.\n"
    assert run("export", str(project), "-o", "out.csv") == (0, told)
    assert {row["id"] for row in rows("out.csv")} == {event.id for event in events()}
    assert len(rows("out-assertions.csv")) == sum(len(event.mentions) for event in events())
    for suffix in (".xlsx", ".json", ".ics", ".geojson", ".timeline.json", ".timeline.csv", ".jsonld"):
        assert run("export", str(project), "-o", f"out{suffix}") == (0, f"out{suffix}: {count} events.\n")
        assert Path(f"out{suffix}").stat().st_size


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "p.twotrack", "-o", "out.csv"),
        ("chart", "p.twotrack", "-o", "out.png"),
        ("import", "p.twotrack", "-p", "other.twotrack"),
    ],
)
def test_a_project_that_is_only_read_keeps_every_byte(project: Path, arguments: tuple[str, ...]) -> None:
    before = project.read_bytes()
    assert cli.main(arguments) == 0
    assert project.read_bytes() == before


def test_what_is_exported_as_json_comes_in_as_the_same_project(run: Run, project: Path) -> None:
    run("export", str(project), "-o", "out.json")
    assert run("import", "out.json", "-p", "q.twotrack")[0] == 0
    assert [(e.title, e.edtf, e.mentions) for e in events("q.twotrack")] == [
        (e.title, e.edtf, e.mentions) for e in events()
    ]


def test_events_can_be_chosen_by_day_and_track(run: Run, project: Path) -> None:
    run("export", str(project), "-o", "out.csv", "--from", "2025-05-03", "--to", "2025-05")
    assert {row["first"] for row in rows("out.csv") if row["date"]} == {"2025-05-04"}
    run("export", str(project), "-o", "out.csv", "--track", "diplomatic", "--from", "2025-06")
    assert "ACLED SDN3" in {row["origin"] for row in rows("out.csv")}
    assert {row["track"] for row in rows("out.csv")} == {"diplomatic"}


def test_what_a_format_has_no_place_for_is_counted(run: Run, project: Path) -> None:
    opened = open_project(project)
    first, second, *_ = [event.id for event in opened.events()]
    opened.apply(Batch((SetDate((first,), ""), Judge((second,), False)), "change"), AT)
    opened.close()
    count = len(events()) - 2
    told = run("export", str(project), "-o", "out.ics")[1]
    assert told == f"out.ics: {count} events, left out 1 rejected and 1 without a date.\n"
    assert run("export", str(project), "-o", "out.json")[1] == f"out.json: {count + 2} events.\n"


def test_the_byte_order_mark_can_be_asked_for(run: Run, project: Path) -> None:
    run("export", str(project), "-o", "out.csv", "--bom")
    assert Path("out.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_named_format_can_go_to_standard_output(
    project: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.main(["export", str(project), "-o", "-", "--format", "json"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["format"] == "twotrack"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("p.twotrack", "-o", "out.docx"),
            "out.docx: Its name tells no format Twotrack writes. Let it end in one of .csv",
        ),
        (("p.twotrack", "-o", "out"), "Let it end in one of"),
        (("p.twotrack", "-o", "-"), "Say with --format"),
        (
            ("p.twotrack", "-o", "out.csv", "--format", "word"),
            "There is no format 'word'. Choose one of csv, xlsx",
        ),
        (("none.twotrack", "-o", "out.csv"), "none.twotrack: There is no such file"),
        (("acled.csv", "-o", "out.csv"), "acled.csv: "),
        (("p.twotrack", "-o", "none/out.csv"), "none/out.csv: It could not be written"),
        (("p.twotrack", "-o", "p.twotrack", "--format", "csv"), "never overwrites a project"),
        (
            ("p.twotrack", "-o", "out.csv", "--track", "diplomacy"),
            "No event is on the track 'diplomacy'. Choose of battlefield, diplomatic.",
        ),
        (
            ("p.twotrack", "-o", "out.csv", "--from", "2025-06", "--to", "2025-05"),
            "--from is later than --to",
        ),
    ],
)
def test_what_cannot_be_done_is_told(run: Run, project: Path, arguments: tuple[str, ...], says: str) -> None:
    before = events()
    status, told = run("export", *arguments)
    assert status == 1
    assert says in told
    assert events() == before
    assert not list(Path().glob("out*"))


@pytest.mark.parametrize("date", ["soon", "2025-13", "..", "2025-05-01/.."])
def test_a_bad_day_is_bad_usage(run: Run, date: str) -> None:
    status, told = run("export", "p.twotrack", "-o", "out.csv", "--from", date)
    assert status == 2
    assert "no date like 2025-05-29" in told


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_a_device_stays_a_device(run: Run, project: Path) -> None:
    assert run("export", str(project), "-o", "/dev/null", "--format", "json")[0] == 0
    assert Path("/dev/null").is_char_device()
