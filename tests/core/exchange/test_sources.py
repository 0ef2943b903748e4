"""Tables of events that come in: those of others are made here, with the columns they are published with."""

import csv
import io
import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from core.exchange import Collection, ExchangeError, Imported, Options, is_table, read, write
from core.model import Basis, Event, Status

PUBLISHED = tomllib.loads(Path(__file__).with_name("columns.toml").read_text("utf-8"))
ACLED, UCDP, GDELT = (re.split(r",\s+", PUBLISHED[name].strip()) for name in ("acled", "ucdp", "gdelt"))
SHEET = (
    "Year",
    "Month",
    "Day",
    "End Year",
    "End Month",
    "End Day",
    "Display Date",
    "Headline",
    "Type",
    "Group",
)

STRIKE = {
    "event_id_cnty": "UKR12345", "event_date": "2025-05-29", "year": "2025", "time_precision": "1",
    "disorder_type": "Political violence", "event_type": "Explosions/Remote violence",
    "sub_event_type": "Air/drone strike", "actor1": "Military Forces of Russia (2000-) Air Force",
    "actor2": "Military Forces of Ukraine (2019-)", "inter1": "State forces", "interaction": "10",
    "country": "Ukraine", "admin1": "Sumy", "location": "Sumy", "latitude": "50.9077", "longitude": "34.7981",
    "geo_precision": "1", "source": "Suspilne Media; Ukrinform",
    "notes": "On 29 May 2025, drones hit a depot.", "fatalities": "3", "timestamp": "1748900000",
}  # fmt: skip

BATTLE = {
    "id": "412700", "year": "2022", "type_of_violence": "1", "conflict_name": "Russia - Ukraine",
    "side_a": "Government of Russia (Soviet Union)", "side_b": "Government of Ukraine",
    "number_of_sources": "2", "source_office": "Reuters;BBC", "where_prec": "2",
    "source_headline": "Heavy fighting near the town",
    "where_coordinates": "Bakhmut", "adm_1": "Donetsk", "latitude": "48.6", "longitude": "38.0",
    "country": "Ukraine", "event_clarity": "1", "date_prec": "1", "date_start": "2022-08-01 00:00:00.000",
    "date_end": "2022-08-01 00:00:00.000", "best": "12", "high": "20", "low": "10",
}  # fmt: skip

CODED = {
    "GLOBALEVENTID": "1244000001", "SQLDATE": "20250529", "MonthYear": "202505", "Year": "2025",
    "Actor1Code": "RUS", "Actor1Name": "RUSSIA", "Actor1CountryCode": "RUS", "Actor2Code": "REB",
    "Actor2Name": "REBEL GROUP", "IsRootEvent": "1", "EventCode": "1952", "EventBaseCode": "195",
    "EventRootCode": "19", "QuadClass": "4", "GoldsteinScale": "-10", "NumMentions": "8", "NumSources": "2",
    "ActionGeo_Type": "4", "ActionGeo_FullName": "Kyiv, Kyyiv, Misto, Ukraine", "ActionGeo_CountryCode": "UP",
    "ActionGeo_Lat": "50.4333", "ActionGeo_Long": "30.5167", "DATEADDED": "20250529101500",
    "SOURCEURL": "https://news.example.org/strike",
}  # fmt: skip


def table(path: Path, columns: Sequence[str], *rows: Mapping[str, str], delimiter: str = ",") -> Path:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, columns, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(buffer.getvalue().encode("utf-8"))
    return path


def gdelt(path: Path, *rows: Mapping[str, str]) -> Path:
    assert len(GDELT) == 61
    path.write_text("".join("\t".join(row.get(name, "") for name in GDELT) + "\n" for row in rows), "utf-8")
    return path


def only(found: Imported) -> Event:
    assert not found.problems, found.problems
    (event,) = found.events
    return event


def acled(tmp_path: Path, **changed: str) -> Imported:
    return read(table(tmp_path / "acled.csv", ACLED, STRIKE | changed))


# --- ACLED


def test_an_acled_row_is_an_unverified_event_that_says_where_it_comes_from(tmp_path: Path) -> None:
    event = only(acled(tmp_path))
    assert event.origin == "ACLED UKR12345"
    assert event.title == "Air/drone strike in Sumy"
    assert (event.track, event.type, event.mode) == ("battlefield", "ASSAULT", "drone")
    assert (event.edtf, event.basis, event.status) == ("2025-05-29", Basis.EXPLICIT, Status.OCCURRED)
    assert (event.place, event.country, event.point) == ("Sumy", "Ukraine", (50.9077, 34.7981))
    assert (event.killed, event.attribution, event.sources) == ((3, 3), ("Suspilne Media", "Ukrinform"), 2)
    assert event.marks.confirmed is None
    assert event.marks.tags == ("imported", "ACLED", "Air/drone strike")
    assert event.marks.note == "On 29 May 2025, drones hit a depot."
    assert not event.mentions


def test_acled_actors_are_told_apart_only_where_civilians_were_attacked(tmp_path: Path) -> None:
    both = only(acled(tmp_path))
    assert (len(both.source), both.target) == (2, ())
    attack = {
        "event_type": "Violence against civilians",
        "sub_event_type": "Attack",
        "actor2": "Civilians (Sudan)",
    }
    one_sided = only(acled(tmp_path, **attack))
    assert one_sided.source == ("Military Forces of Russia (2000-) Air Force",)
    assert one_sided.target == ("Civilians (Sudan)",)


@pytest.mark.parametrize("written", ["2025-05-29", "29-05-2025", "29 May 2025", "29-May-2025"])
def test_acled_dates_are_read_in_each_way_it_has_written_them(tmp_path: Path, written: str) -> None:
    assert only(acled(tmp_path, event_date=written)).edtf == "2025-05-29"


def test_an_imprecise_acled_date_stays_imprecise(tmp_path: Path) -> None:
    week, month = (only(acled(tmp_path, time_precision=precision)) for precision in ("2", "3"))
    assert (week.edtf, str(week.first), str(week.last)) == ("2025-05-29~", "2025-05-26", "2025-06-01")
    assert (month.edtf, str(month.first), str(month.last)) == ("2025-05-29~", "2025-05-01", "2025-05-31")


def test_a_capital_that_stands_for_its_region_is_no_point(tmp_path: Path) -> None:
    assert only(acled(tmp_path, geo_precision="3")).point is None


@pytest.mark.parametrize(
    ("kind", "sub_event", "coded"),
    [
        ("Battles", "Armed clash", ("battlefield", "ASSAULT", "firearms")),
        ("Battles", "Non-state actor overtakes territory", ("battlefield", "ASSAULT", "firearms")),
        ("Strategic developments", "Agreement", ("diplomatic", "AGREE", "")),
        (
            "Strategic developments",
            "Non-violent transfer of territory",
            ("battlefield", "RETREAT", "withdraw"),
        ),
        ("Riots", "Mob violence", ("diplomatic", "PROTEST", "riot")),
    ],
)
def test_acled_types_have_their_place(
    tmp_path: Path, kind: str, sub_event: str, coded: tuple[str, str, str]
) -> None:
    event = only(acled(tmp_path, event_type=kind, sub_event_type=sub_event))
    assert (event.track, event.type, event.mode) == coded


def test_the_answer_of_acleds_api_and_its_workbook_are_read_alike(tmp_path: Path) -> None:
    answer = tmp_path / "acled.json"
    answer.write_text(json.dumps({"status": 200, "data": [{**STRIKE, "fatalities": 3, "latitude": 50.9077}]}))
    book = Workbook()
    book.worksheets[0].append(ACLED)
    book.worksheets[0].append([3 if name == "fatalities" else STRIKE.get(name) for name in ACLED])
    book.save(tmp_path / "acled.xlsx")
    assert only(read(answer)) == only(read(tmp_path / "acled.xlsx")) == only(acled(tmp_path))


# --- UCDP GED


def test_a_ucdp_row_keeps_its_lowest_and_highest_toll(tmp_path: Path) -> None:
    event = only(read(table(tmp_path / "ged.csv", UCDP, BATTLE)))
    assert event.origin == "UCDP GED 412700"
    assert event.title == "Fighting in Bakhmut"
    assert (event.track, event.type, event.killed) == ("battlefield", "ASSAULT", (10, 20))
    assert (event.edtf, event.point) == ("2022-08-01", (48.6, 38.0))
    assert event.source == ("Government of Russia (Soviet Union)", "Government of Ukraine")
    assert (event.attribution, event.sources) == (("Reuters", "BBC"), 2)


def test_ucdp_columns_are_read_by_name_whatever_their_order(tmp_path: Path) -> None:
    there = only(read(table(tmp_path / "a.csv", UCDP, BATTLE)))
    assert only(read(table(tmp_path / "b.csv", sorted(UCDP), BATTLE))) == there


def test_ucdp_days_are_possible_days_unless_the_row_sums_up(tmp_path: Path) -> None:
    span = {"date_start": "2022-08-01", "date_end": "2022-08-07"}
    within = only(read(table(tmp_path / "ged.csv", UCDP, BATTLE | span)))
    assert (within.edtf, str(within.first), str(within.last)) == ("2022-08-04~", "2022-08-01", "2022-08-07")
    whole = only(read(table(tmp_path / "ged.csv", UCDP, BATTLE | span | {"event_clarity": "2"})))
    assert whole.edtf == "2022-08-01/2022-08-07"


def test_one_sided_violence_has_a_target(tmp_path: Path) -> None:
    sides = {"type_of_violence": "3", "side_a": "IS", "side_b": "Civilians", "number_of_sources": "-1"}
    event = only(read(table(tmp_path / "ged.csv", UCDP, BATTLE | sides)))
    assert (event.title, event.source, event.target) == (
        "Attack on civilians in Bakhmut",
        ("IS",),
        ("Civilians",),
    )


# --- GDELT


def test_a_gdelt_row_is_known_without_a_header_and_trusted_little(tmp_path: Path) -> None:
    event = only(read(gdelt(tmp_path / "20250529.export.CSV", CODED)))
    assert event.origin == "GDELT 1244000001"
    assert event.title == "Drone strike in Kyiv: Russia – Rebel Group"
    assert (event.track, event.type, event.mode) == ("battlefield", "ASSAULT", "drone")
    assert (event.edtf, event.place, event.country) == ("2025-05-29", "Kyiv", "Ukraine")
    assert event.point == (50.4333, 30.5167)
    assert (event.source, event.target) == (("Russia",), ("Rebel Group",))
    assert (event.attribution, event.marks.note) == (("news.example.org",), "https://news.example.org/strike")
    assert event.confidence < 0.5


@pytest.mark.parametrize(
    ("code", "coded"),
    [
        ("040", ("diplomatic", "CONSULT", "")),
        ("036", ("diplomatic", "AGREE", "")),
        ("0871", ("diplomatic", "RETREAT", "ceasefire")),
        ("125", ("diplomatic", "REJECT", "meet")),
        ("138", ("diplomatic", "THREATEN", "")),
        ("194", ("battlefield", "ASSAULT", "heavy-weapons")),
        ("204", ("battlefield", "ASSAULT", "unconventional")),
    ],
)
def test_cameo_codes_have_their_place(tmp_path: Path, code: str, coded: tuple[str, str, str]) -> None:
    event = only(read(gdelt(tmp_path / "e.csv", CODED | {"EventCode": code})))
    assert (event.track, event.type, event.mode) == coded


def test_public_statements_are_left_out_and_counted(tmp_path: Path) -> None:
    found = read(gdelt(tmp_path / "e.csv", CODED | {"EventCode": "010"}, CODED, CODED | {"EventCode": "014"}))
    assert len(found.events) == 1
    assert not found.problems
    assert "2 left out: public statements" in found.notes[0]


def test_a_lost_leading_zero_is_told_and_a_country_is_no_point(tmp_path: Path) -> None:
    country = {"ActionGeo_Type": "1", "ActionGeo_FullName": "Ukraine"}
    found = read(gdelt(tmp_path / "e.csv", CODED | {"EventCode": "42"}, CODED | country))
    assert [problem.row for problem in found.problems] == [1]
    assert "leading zero" in str(found.problems[0])
    (event,) = found.events
    assert (event.place, event.country, event.point) == ("", "Ukraine", None)


# --- TimelineJS and our own


def test_a_slide_keeps_its_precision_and_its_group(tmp_path: Path) -> None:
    rows = (
        {"Year": "", "Headline": "The whole story", "Type": "title"},
        {"Year": "2025", "Month": "6", "Headline": "<b>Talks</b> &amp; more", "Group": "diplomatic"},
        {"Year": "2025", "Month": "6", "Day": "2", "End Year": "2025", "End Month": "6", "End Day": "4",
         "Headline": "Siege", "Group": "Battlefield"},
        {"Year": "2024", "Display Date": "around 2024", "Headline": "Envoys", "Group": "Oslo"},
    )  # fmt: skip
    found = read(table(tmp_path / "sheet.csv", SHEET, *rows))
    told = [(event.title, event.edtf, event.track) for event in found.events]
    assert told == [
        ("Talks & more", "2025-06", "diplomatic"),
        ("Siege", "2025-06-02/2025-06-04", "battlefield"),
        ("Envoys", "2024~", "diplomatic"),
    ]
    assert found.events[2].marks.tags == ("imported", "TimelineJS", "Oslo")
    assert not found.problems
    assert "title slides" in found.notes[0]


def test_a_slide_without_a_headline_or_date_is_named(tmp_path: Path) -> None:
    rows = (
        {"Year": "2025", "Month": "13", "Headline": "A"},
        {"Year": "2025", "Month": "1"},
        {"Month": "1", "Headline": "B"},
        {"Year": "2025", "Month": "5", "End Year": "2024", "Headline": "C"},
    )
    found = read(table(tmp_path / "sheet.csv", SHEET, *rows))
    assert not found.events
    assert [problem.row for problem in found.problems] == [2, 3, 4, 5]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_our_own_table_comes_back_as_it_went(
    suffix: str, collection: Collection, how: Options, tmp_path: Path
) -> None:
    path = tmp_path / f"x{suffix}"
    write(collection, path, replace(how, bom=True))
    found = read(path)
    assert not found.problems
    sent = [event for event in collection.events if event.marks.confirmed is not False]
    for event, was in zip(found.events, sent, strict=True):
        for name in ("title", "track", "type", "mode", "status", "edtf", "first", "last", "source", "target"):
            assert getattr(event, name) == getattr(was, name), name
        assert (event.place, event.country, event.killed) == (was.place, was.country, was.killed)
        assert (event.basis, event.injured, event.sources or 1) == (was.basis, was.injured, was.sources or 1)
        assert (event.marks.note, event.marks.pinned) == (was.marks.note, was.marks.pinned)
        assert set(event.marks.tags) == {"imported", *was.marks.tags}
        assert event.marks.confirmed is None  # whoever takes it in has not looked at it yet
        assert event.origin == (was.origin or f"Twotrack {was.id}")


def test_a_date_edited_in_a_spreadsheet_leaves_its_old_bounds_behind(
    collection: Collection, how: Options, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    write(collection, path, how)
    path.write_bytes(path.read_bytes().replace(b"2024-03-14~,2024-03-13", b"2024-03-20~,2024-03-13"))
    event = read(path).events[1]
    assert (event.edtf, str(event.first), str(event.last)) == ("2024-03-20~", "2024-03-20", "2024-03-20")


# --- tables as they come


def test_a_bad_row_is_named_with_its_file_and_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows = [
        STRIKE | {"event_date": "soon"},
        STRIKE,
        STRIKE | {"fatalities": "many"},
        STRIKE | {"latitude": "95"},
        STRIKE | {"sub_event_type": "Picnic"},
        STRIKE | {"time_precision": "9"},
        {},
        STRIKE | {"event_id_cnty": "UKR2"},
    ]
    path = table(tmp_path / "acled.csv", ACLED, *rows)
    found = read(path)
    assert [event.origin for event in found.events] == ["ACLED UKR12345", "ACLED UKR2"]
    assert [problem.row for problem in found.problems] == [2, 4, 5, 6, 7]
    words = [str(problem) for problem in found.problems]
    assert words[0] == f"{path}, row 2: \"event_date\" is no date: 'soon'. Write it like 2025-05-29."
    assert "'many'" in words[1]
    assert "95, 34.7981" in words[2]
    assert "'Picnic'" in words[3]


def test_a_row_with_too_many_cells_is_named(tmp_path: Path) -> None:
    path = table(tmp_path / "acled.csv", ACLED, STRIKE)
    path.write_text(path.read_text("utf-8") + ",".join("x" * 40) + "\n", "utf-8")
    found = read(path)
    assert len(found.events) == 1
    assert str(found.problems[0]).startswith(f"{path}, row 3: The row has 40 cells, the table 31 columns.")


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8-sig", ","), ("utf-16", "\t"), ("cp1252", ";"), ("utf-8", ";"), ("utf-8", "\t")],
)
def test_tables_are_read_however_a_spreadsheet_saved_them(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    noted = STRIKE | {
        "notes": "“Drones” hit a café in the town, officials said; line one.\nLine two – the end."
    }
    path = table(tmp_path / "acled.csv", ACLED, noted, delimiter=delimiter)
    path.write_bytes(path.read_text("utf-8").encode(encoding))
    assert only(read(path)).marks.note == noted["notes"]


def test_a_row_without_an_id_is_the_same_row_when_it_comes_again(tmp_path: Path) -> None:
    first, again = (only(acled(tmp_path, event_id_cnty="")) for _ in range(2))
    other = only(acled(tmp_path, event_id_cnty="", location="Kharkiv"))
    assert first.origin == again.origin != other.origin


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        (
            "shopping.csv",
            b"item,price\nbread,2\n",
            r"no table of events Twotrack knows \(its columns: item, price\)",
        ),
        ("empty.csv", b"", "its columns: none"),
        ("broken.json", b"{", "not JSON"),
        ("list.json", b"[1, 2]", "no table of events"),
        ("deep.json", b"[" * 100_000, "not JSON"),
        ("sheet.xlsx", b"PK\x03\x04 no workbook", "no table of events|cannot be read"),
        ("noise.csv", bytes(range(256)) * 4, "no table of events|not text"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert not is_table(path)
    with pytest.raises(ExchangeError, match=says) as caught:
        read(path)
    assert name in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert not is_table(tmp_path / "none.csv")
    with pytest.raises(ExchangeError, match=r"none\.csv: It cannot be read \(No such file"):
        read(tmp_path / "none.csv")


def test_articles_are_no_tables(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("event_date,event_type,sub_event_type\n", "utf-8")
    assert not is_table(path)
