"""Tables as ACLED, UCDP and GDELT publish them, made here with the columns they are published with."""

import csv
import io
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from core.exchange import Imported, read
from core.model import Event

PUBLISHED = tomllib.loads(Path(__file__).with_name("columns.toml").read_text("utf-8"))
ACLED, UCDP, GDELT = (re.split(r",\s+", PUBLISHED[name].strip()) for name in ("acled", "ucdp", "gdelt"))
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
