"""The iCalendar file, read by a small strict reader of RFC 5545's own, and by two libraries, one not ours."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import icalendar
import pytest
import vobject

from core.exchange import Collection, Options, find, render

Entry = dict[str, list[tuple[dict[str, str], str]]]

_LINE = re.compile(r"([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(.*)", re.DOTALL)


def parse(data: bytes) -> tuple[Entry, list[Entry]]:
    """Return the calendar's own properties and its events', after checking lines, folds and nesting."""
    assert data.endswith(b"\r\n")
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75
    unfolded: list[bytes] = []
    for line in lines:
        line.decode("utf-8")  # a fold never cuts a character
        if line.startswith(b" "):
            unfolded[-1] += line[1:]
        else:
            unfolded.append(line)
    stack: list[Entry] = []
    calendar: Entry = {}
    entries: list[Entry] = []
    for text in (line.decode("utf-8") for line in unfolded):
        match = _LINE.fullmatch(text)
        assert match, text
        name, value = match[1].upper(), match[3]
        given = dict(part.split("=", 1) for part in match[2].split(";")[1:])
        if name == "BEGIN":
            stack.append(calendar if value == "VCALENDAR" else {})
        elif name == "END":
            done = stack.pop()
            if value == "VEVENT":
                entries.append(done)
        else:
            stack[-1].setdefault(name, []).append((given, value))
    assert not stack
    return calendar, entries


def unescape(value: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def one(entry: Entry, name: str) -> str:
    ((_, value),) = entry[name]
    return value


@pytest.fixture
def entries(collection: Collection, how: Options) -> dict[str, Entry]:
    calendar, found = parse(render(collection, find(Path("x.ics")), how)[""])
    assert one(calendar, "VERSION") == "2.0"
    assert calendar["PRODID"]
    return {one(entry, "UID").partition(".")[0]: entry for entry in found}


@pytest.mark.parametrize("name", ["", "Spring; talks, and «more» 😀"])
def test_other_programs_libraries_find_no_fault_and_read_the_same(
    collection: Collection, how: Options, name: str
) -> None:
    long = replace(collection.events[0], id="long", title="Talks, “again”; a\\b 😀 " * 20 + "\nEND:VEVENT")
    sent = replace(collection, name=name, events=(*collection.events, long))
    data = render(sent, find(Path("x.ics")), how)[""]
    written = icalendar.Calendar.from_ical(data)
    assert [component.errors for component in written.walk()] == [[]] * (1 + 7)
    read = vobject.readOne(data.decode("utf-8"))
    assert read.validate(raiseException=True)
    told = [
        (str(entry["uid"]), str(entry["summary"]), entry.decoded("dtstart"), entry.decoded("dtend"))
        for entry in written.walk("VEVENT")
    ]
    assert [
        (entry.uid.value, entry.summary.value, entry.dtstart.value, entry.dtend.value)
        for entry in read.vevent_list
    ] == told
    assert told[-1][1:] == (long.title, dt.date(2024, 3, 14), dt.date(2024, 3, 15))


def test_every_dated_event_that_was_not_rejected_is_an_entry(entries: dict[str, Entry]) -> None:
    assert set(entries) == {"e1", "e2", "e4", "e5", "user-1", "e7"}
    for entry in entries.values():
        assert one(entry, "DTSTAMP") == "20240401T123000Z"
        assert {"UID", "DTSTART", "DTEND", "SUMMARY", "STATUS", "CATEGORIES", "X-EDTF"} <= entry.keys()


def test_entries_are_whole_days_and_end_on_the_day_after(entries: dict[str, Entry]) -> None:
    assert entries["e1"]["DTSTART"] == [({"VALUE": "DATE"}, "20240314")]
    assert entries["e1"]["DTEND"] == [({"VALUE": "DATE"}, "20240315")]
    assert (one(entries["e2"], "DTSTART"), one(entries["e2"], "DTEND")) == ("20240313", "20240316")
    assert (one(entries["e7"], "DTSTART"), one(entries["e7"], "DTEND")) == ("20230101", "20240101")


def test_an_open_date_is_the_day_that_is_known_and_keeps_its_edtf(entries: dict[str, Entry]) -> None:
    assert (one(entries["e5"], "DTSTART"), one(entries["e5"], "DTEND")) == ("20240331", "20240401")
    assert one(entries["e5"], "X-EDTF") == "../2024-03-31"


def test_the_status_says_what_has_happened(entries: dict[str, Entry]) -> None:
    said = {name: one(entry, "STATUS") for name, entry in entries.items()}
    assert (said["e1"], said["e5"], said["e4"]) == ("CONFIRMED", "TENTATIVE", "CANCELLED")
    assert one(entries["e5"], "X-TWOTRACK-STATUS") == "planned"


def test_an_outcome_is_related_to_what_announced_it(entries: dict[str, Entry]) -> None:
    ((given, uid),) = entries["e1"]["RELATED-TO"]
    assert uid == one(entries["e5"], "UID")
    assert given == {"RELTYPE": "SIBLING", "X-LINK": "fulfils"}
    assert "RELATED-TO" not in entries["e2"]  # what it responds to was rejected


def test_text_place_and_source_are_told(entries: dict[str, Entry]) -> None:
    talks = entries["e1"]
    assert unescape(one(talks, "SUMMARY")) == "Envoys <meet> & talk"
    assert one(talks, "CATEGORIES") == "diplomatic,talks"
    assert unescape(one(talks, "LOCATION")) == "Geneva, Switzerland"
    assert one(entries["user-1"], "GEO") == "50.5;30.25"
    assert one(talks, "URL") == "https://example.org/envoys?a=1&b=2"
    told = unescape(one(talks, "DESCRIPTION")).split("\n")
    assert told[0] == "Occurred, 14 March 2024."
    assert told[-1] == "“Envoys of both sides met in Geneva on 14 March” (The Courier, 2024-03-15)"
    assert unescape(one(entries["user-1"], "DESCRIPTION")).endswith("From ACLED UKR1.")


def test_long_and_odd_text_is_folded_and_escaped(collection: Collection, how: Options) -> None:
    title = "Talks, “again”; a\\b 😀 " * 20 + "\nEND:VEVENT"
    odd = collection.only(replace(collection.events[0], title=title))
    ((entry,),) = [parse(render(odd, find(Path("x.ics")), how)[""])[1]]
    assert unescape(one(entry, "SUMMARY")) == title


def test_the_same_event_has_the_same_uid_whenever_it_is_exported(
    collection: Collection, how: Options
) -> None:
    first = parse(render(collection, find(Path("x.ics")), how)[""])[1]
    later = replace(how, stamp=how.stamp.replace(year=2025))
    again = parse(render(collection.only(*collection.events[:2]), find(Path("x.ics")), later)[""])[1]
    assert [one(entry, "UID") for entry in again] == [one(entry, "UID") for entry in first[:2]]
    assert len({one(entry, "UID") for entry in first}) == len(first)
