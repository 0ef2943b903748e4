"""The commands that answer JSON lines: the contract, and lines that are not as they should be."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import cli, pipeline, temporal
from core.cli.lines import Line, Refusal, read_lines

Run = Callable[..., tuple[int, list[Any], str]]

TALKS = "The envoys met in Geneva on Tuesday. They will meet again on 14 March 2024, the ministry said."
WAR = "Shelling killed four people in Omdurman on Monday, the army said."


@pytest.fixture
def run(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command on lines (bytes, or what becomes JSON); return status, answers and standard error."""

    def run(command: str, *lines: object, options: tuple[str, ...] = ()) -> tuple[int, list[Any], str]:
        path = tmp_path / "lines.jsonl"
        path.write_bytes(
            b"".join(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines)
        )
        status = cli.main([command, str(path), *options])
        out, err = capsysbinary.readouterr()
        return status, [json.loads(line) for line in out.decode("utf-8").splitlines()], err.decode("utf-8")

    return run


# --- the contract


def test_tag_answers_each_line_with_its_time_expressions(run: Run) -> None:
    status, answers, err = run(
        "tag", {"id": "a", "text": TALKS, "dct": "2024-03-07"}, {"id": 2, "text": "None."}
    )
    assert (status, err) == (0, "")
    first, second = answers
    assert second == {"id": 2, "timexes": []}
    assert first["id"] == "a"
    assert [(t["text"], t["type"], t["value"]) for t in first["timexes"]] == [
        ("Tuesday", "DATE", "2024-03-05"),
        ("14 March 2024", "DATE", "2024-03-14"),
    ]
    for timex in first["timexes"]:
        assert set(timex) <= {"start", "end", "text", "type", "value", "mod"}
        assert TALKS[timex["start"] : timex["end"]] == timex["text"]


def test_tag_without_a_day_counts_from_the_one_the_text_tells(run: Run) -> None:
    text = "Talks end by the lake\n\nPublished: 7 March 2024\n\nThe envoys left Geneva on Tuesday."
    _, (answer,), _ = run("tag", {"id": "a", "text": text})
    assert [t["value"] for t in answer["timexes"]] == ["2024-03-07", "2024-03-05"]


def test_pubdate_answers_with_candidates_and_reasons(run: Run) -> None:
    text = "The talks will go on on Monday, 2 June, after the truce of Sunday, 25 May 2025."
    status, (answer,), _ = run("pubdate", {"id": 1, "title": "Talks", "text": text})
    assert status == 0
    assert set(answer) == {"id", "published", "confidence", "candidates"}
    assert answer["published"] is None or len(answer["published"]) == 10
    assert 0 <= answer["confidence"] <= 1
    assert answer["candidates"]
    for candidate in answer["candidates"]:
        assert set(candidate) == {"date", "score", "reasons"}
        assert candidate["reasons"]
    scores = [candidate["score"] for candidate in answer["candidates"]]
    assert scores == sorted(scores, reverse=True)


def test_a_date_the_text_states_is_the_one_candidate(run: Run) -> None:
    text = f"GENEVA, 6 March 2024 - {WAR}"
    (answer,) = run("pubdate", {"id": 1, "text": text})[1]
    assert answer["published"] == "2024-03-06"
    (candidate,) = answer["candidates"]
    assert candidate["date"] == "2024-03-06"
    assert candidate["reasons"]


def test_pubdate_does_not_look_at_a_date_given_with_the_line(run: Run) -> None:
    line = {"id": 1, "text": WAR}
    assert run("pubdate", line | {"published": "2011-11-11"})[1] == run("pubdate", line)[1]


FIELDS = [
    "start", "end", "quote", "trigger", "title", "track", "type", "mode", "status", "date", "basis",
    "source", "target", "place", "killed", "injured", "attribution", "confidence",
]  # fmt: skip


def test_events_answers_with_the_fields_of_the_guidelines(run: Run) -> None:
    status, (answer,), _ = run("events", {"id": "x", "text": f"{TALKS}\n\n{WAR}", "published": "2024-03-07"})
    assert status == 0
    assert {name: answer[name] for name in ("id", "published", "published_basis")} == {
        "id": "x", "published": "2024-03-07", "published_basis": "metadata",
    }  # fmt: skip
    assert list(answer["events"][0]) == FIELDS
    shelling = next(event for event in answer["events"] if event["track"] == "battlefield")
    assert (shelling["date"], shelling["killed"], shelling["place"]) == ("2024-03-04", 4, "Omdurman")
    assert shelling["attribution"]
    assert shelling["injured"] is None


def test_merged_events_share_an_id_within_and_across_lines(run: Run) -> None:
    report = {"text": f"{WAR} The shelling was the third within a week.", "published": "2024-03-07"}
    status, answers, _ = run("events", {"id": 1} | report, {"id": 1} | report, options=("--merge",))
    assert status == 0
    assert [answer["id"] for answer in answers] == [1, 1]  # the caller's ids need not differ
    mentions = [[(event["quote"], event["event"]) for event in answer["events"]] for answer in answers]
    assert mentions[0] == mentions[1]
    assert all(identifier for _, identifier in mentions[0])


def test_keydates_writes_one_list_best_first(run: Run) -> None:
    lines = [{"id": n, "text": WAR, "published": f"2024-03-0{n}"} for n in (5, 6, 7)]
    status, (days,), _ = run("keydates", *lines, options=("--top", "2"))
    assert status == 0
    assert 1 <= len(days) <= 2
    assert days[0]["date"] == "2024-03-04"
    assert [day["score"] for day in days] == sorted((day["score"] for day in days), reverse=True)


def test_keydates_of_nothing_is_an_empty_list(run: Run) -> None:
    assert run("keydates") == (0, [[]], "")


# --- lines that are not as they should be


@pytest.mark.parametrize(
    ("line", "id_", "says"),
    [
        (b"nonsense\n", None, "not JSON"),
        (b'{"id": 1, "text": "cut\n', None, "not JSON"),
        (b'["a", "list"]\n', None, "not a JSON object"),
        (b'"a string"\n', None, "not a JSON object"),
        (b"null\n", None, "not a JSON object"),
        (b'{"id": NaN, "text": ""}\n', None, "NaN is no JSON number"),
        (b"[" * 100_000 + b"\n", None, "not JSON"),
        (b'{"id": 1, "text": "\xff"}\n', None, r"not UTF-8 \(byte 20\)"),
        ({"id": 7}, 7, '"text" is missing'),
        ({"id": "n", "text": None}, "n", '"text" is missing'),
        ({"id": {"a": [1]}, "text": 5}, {"a": [1]}, '"text" is no string'),
        ({"id": 1.5, "text": ["a"]}, 1.5, '"text" is no string'),
        ({"id": None, "text": "a", "title": 0}, None, '"title" is no string'),
        ({"id": 1, "text": "a", "dct": "soon"}, 1, "\"dct\" is no date like 2025-05-29: 'soon'"),
        ({"id": 1, "text": "a", "dct": "2025-02-30"}, 1, '"dct" is no date'),
        ({"id": 1, "text": "a", "dct": 20250529}, 1, '"dct" is no string'),
        ({"id": 1, "text": "a", "published": "2025-05-01/2025-05-02"}, 1, '"published" is no date'),
        ({"text": "a", "published": "29 May 2025"}, None, '"published" is no date'),
    ],
)
def test_a_bad_line_is_answered_and_named_and_the_rest_goes_on(
    run: Run, line: object, id_: object, says: str
) -> None:
    good = {"id": "good", "text": TALKS, "dct": "2024-03-07"}
    status, answers, err = run("tag", good, line, good)
    assert status == 1
    assert [answer["id"] for answer in answers] == ["good", id_, "good"]
    assert set(answers[1]) == {"id", "error"}
    assert answers[0] == answers[2]
    assert re.search(says, answers[1]["error"])
    assert err == f"line 2: {answers[1]['error']}\n"


@pytest.mark.parametrize("command", [("tag",), ("pubdate",), ("events",), ("events", "--merge")])
def test_every_command_answers_bad_lines_alike(run: Run, command: tuple[str, ...]) -> None:
    name, *options = command
    good = {"id": 1, "text": WAR, "published": "2024-03-07"}
    status, answers, err = run(name, b"{\n", good, {"id": 3}, good, options=tuple(options))
    assert status == 1
    assert ["error" in answer for answer in answers] == [True, False, True, False]
    assert err.startswith("line 1: not JSON")
    assert "\nline 3: " in err


def test_keydates_goes_on_after_a_bad_line(run: Run) -> None:
    status, (days,), err = run("keydates", b"{\n", {"id": 1, "text": WAR, "published": "2024-03-05"})
    assert status == 1
    assert days[0]["date"] == "2024-03-04"
    assert err.startswith("line 1: ")


def test_blank_lines_a_byte_order_mark_and_windows_line_ends_do_no_harm(run: Run) -> None:
    line = json.dumps({"id": "é", "text": WAR}).encode()
    status, answers, err = run(
        "tag", b"\xef\xbb\xbf" + line + b"\r\n", b"\r\n", b"  \n", line
    )  # no end of line
    assert (status, err) == (0, "")
    assert [answer["id"] for answer in answers] == ["é", "é"]


def test_line_numbers_count_blank_lines(run: Run) -> None:
    assert run("tag", b"\n\n{\n")[2].startswith("line 3: ")


@pytest.mark.parametrize("missing", [{}, {"dct": None}, {"dct": ""}, {"title": None, "published": None}])
def test_what_is_optional_may_be_missing_null_or_empty(run: Run, missing: dict[str, object]) -> None:
    for command in ("tag", "pubdate", "events"):
        status, (answer,), _ = run(command, {"text": WAR} | missing)
        assert (status, answer["id"]) == (0, None)


def test_an_empty_text_holds_nothing(run: Run) -> None:
    assert run("tag", {"id": 1, "text": ""})[1] == [{"id": 1, "timexes": []}]
    ((answer,),) = [run("events", {"id": 1, "text": "  \n"})[1]]
    assert (answer["published"], answer["events"]) == (None, [])


@pytest.mark.parametrize("dct", ["2024", "2024-03"])
def test_days_are_not_counted_from_a_month_or_year(run: Run, dct: str) -> None:
    text = "They met yesterday, will meet again within two weeks, and on Monday signed a truce."
    (answer,) = run("tag", {"id": 1, "text": text, "dct": dct})[1]
    assert [timex["value"] for timex in answer["timexes"]] == ["XXXX-XX-XX", "P2W", "XXXX-WXX-1"]


@pytest.mark.parametrize("dct", ["2024-03-07", "2024-03-07T23:59:59Z", "2024-03-07 10:00", " 2024-03-07 "])
def test_a_date_may_have_a_time_of_day(run: Run, dct: str) -> None:
    (answer,) = run("tag", {"id": 1, "text": "They met yesterday.", "dct": dct})[1]
    assert answer["timexes"][0]["value"] == "2024-03-06"


def test_trouble_with_one_line_costs_no_other(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    real = temporal.tag

    def stumble(text: str, *rest: Any, **more: Any) -> Any:
        if "boom" in text:
            raise ZeroDivisionError("boom")
        return real(text, *rest, **more)

    monkeypatch.setattr(temporal, "tag", stumble)
    status, answers, err = run("tag", {"id": 1, "text": "boom"}, {"id": 2, "text": "On 2 May 2025."})
    assert status == 1
    assert answers[0] == {"id": 1, "error": "could not be worked on (ZeroDivisionError: boom)"}
    assert answers[1]["timexes"]
    assert err == "line 1: could not be worked on (ZeroDivisionError: boom)\n"


def test_trouble_with_one_line_of_a_collection_costs_no_other(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pipeline.process
    monkeypatch.setattr(pipeline, "process", lambda a: 1 / 0 if "boom" in a.text else real(a))
    status, answers, _ = run(
        "events", {"id": 1, "text": "boom"}, {"id": 2, "text": WAR}, options=("--merge",)
    )
    assert status == 1
    assert "ZeroDivisionError" in answers[0]["error"]
    assert answers[1]["events"]


def test_half_a_surrogate_pair_is_answered_in_utf8(run: Run) -> None:
    text = "They met \ud83d on 2 May 2025."
    for command in ("tag", "events", "pubdate"):
        status, (answer,), _ = run(command, {"id": "\ud83d", "text": text})
        assert (status, answer["id"]) == (0, "\ud83d")
    (tagged,) = run("tag", {"id": 1, "text": text})[1]
    assert text[tagged["timexes"][0]["start"] :].startswith("2 May 2025")


ODD_TEXTS = {
    "windows line ends": f"Envoys meet\r\n\r\n{TALKS}\r\n\r\n{WAR}\r\n",
    "old mac line ends": f"Envoys meet\r\r{TALKS}\r\r{WAR}",
    "emoji": f"🕊️ Envoys meet 😀\n\n😀 {TALKS}\n\n👩‍👩‍👧 {WAR} 😀",
    "no-break spaces": f"{TALKS}\n\n{WAR}".replace(" ", "\u00a0"),
    "leading white space": f" \n\t\n   {TALKS}\n\n \u2003{WAR}",
    "looks like HTML": f"<html><p>{TALKS}</p>\n\n<b>&amp; {WAR}</b></html>",
    "soft hyphens and zero width": f"\u200b{TALKS}\n\nShel\u00adling\u200b continued. {WAR}",
    "separators": f"{TALKS}\u2028{WAR}\x0c{WAR}\x0b{WAR}\x85{WAR}",
    "decomposed accents": f"{TALKS}\n\n{WAR}".replace("Geneva", "Gene\u0300ve"),
    "tabs": f"\t{TALKS}\t\n\n\t{WAR}",
    "a nul": f"{TALKS}\x00\n\n{WAR}",
}


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_offsets_index_the_text_as_given(run: Run, text: str) -> None:
    (tagged,) = run("tag", {"id": 1, "text": text, "dct": "2024-03-07"})[1]
    assert tagged["timexes"]
    for timex in tagged["timexes"]:
        assert text[timex["start"] : timex["end"]] == timex["text"]
    (found,) = run("events", {"id": 1, "text": text, "published": "2024-03-07"})[1]
    assert found["events"]
    for event in found["events"]:
        assert text[event["start"] : event["end"]] == event["quote"]
        assert event["trigger"] in event["quote"]


def test_a_very_long_line_is_read(run: Run) -> None:
    text = "Nothing to tell here. " * 50_000 + "They met on 2 May 2025."
    (answer,) = run("tag", {"id": 1, "text": text})[1]
    assert [timex["start"] for timex in answer["timexes"]] == [text.index("2 May")]


values = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.just("2025-05-29")
objects = st.dictionaries(st.sampled_from(["id", "text", "title", "dct", "published"]), values)


@given(st.lists(st.binary(max_size=12) | objects.map(lambda row: json.dumps(row).encode()), max_size=6))
def test_any_line_is_read_or_refused_in_words(given_lines: list[bytes]) -> None:
    parts = [line.replace(b"\n", b"") + b"\n" for line in given_lines]
    read = list(read_lines(parts))
    assert len(read) == sum(bool(part.strip()) for part in parts)
    for line in read:
        if isinstance(line, Refusal):
            assert line.message
            assert set(line.answer()) == {"id", "error"}
    names = [line.article.id for line in read if isinstance(line, Line)]
    assert len(set(names)) == len(names)


# --- files and options


def test_a_dash_is_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    line = '{"id": "ї", "text": "Вони зустрілися."}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line.encode()), encoding="latin-1"))
    assert cli.main(["tag", "-"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["id"] == "ї"


@pytest.mark.parametrize("name", ["none.jsonl", "."])
def test_a_file_that_cannot_be_opened_is_named(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as caught:
        cli.main(["tag", name])
    assert str(caught.value.code).startswith(f"{name}: ")


@pytest.mark.parametrize("top", ["0", "-1", "many", "1.5", "²"])
def test_a_bad_number_of_days_is_bad_usage(top: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["keydates", "-", "--top", top])
    assert caught.value.code == 2
    assert "no whole number above zero" in capsys.readouterr().err


def test_every_command_has_help_and_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    for name, summary in cli.COMMANDS.items():
        with pytest.raises(SystemExit) as caught:
            cli.main([name, "--help"])
        assert caught.value.code == 0
        assert summary.split()[-1] in " ".join(capsys.readouterr().out.split())


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith("twotrack 0.")
