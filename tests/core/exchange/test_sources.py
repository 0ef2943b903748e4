"""Tables of events that come in from ACLED, UCDP GED and GDELT."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from core.exchange import read
from core.model import Basis, Status
from tests.core.exchange.foreign import ACLED, BATTLE, CODED, STRIKE, UCDP, acled, gdelt, only, table

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
