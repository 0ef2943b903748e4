"""GeoJSON, Web Annotations, and where a named town lies."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.exchange import Collection, Options, find, render
from core.exchange.coordinates import country_named, town


def parsed(name: str, collection: Collection, how: Options) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(collection, find(Path(name)), how)[""])
    return data


def test_each_event_is_a_feature_with_a_point_or_none(collection: Collection, how: Options) -> None:
    data = parsed("x.geojson", collection, how)
    assert data["type"] == "FeatureCollection"
    features = {feature["id"]: feature for feature in data["features"]}
    assert set(features) == {"e1", "e2", "e3", "e4", "e5", "user-1", "e7"}
    for feature in features.values():
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["type"] == "Feature"
    assert features["user-1"]["geometry"] == {
        "type": "Point",
        "coordinates": [30.25, 50.5],
    }  # longitude first
    longitude, latitude = features["e2"]["geometry"]["coordinates"]
    assert (longitude, latitude) == (pytest.approx(34.8, abs=0.1), pytest.approx(50.9, abs=0.1))
    assert features["e4"]["geometry"] is None
    assert features["e1"]["properties"]["source"] == ["Russia", "Ukraine"]


def test_each_mention_is_an_annotation_that_finds_its_words(collection: Collection, how: Options) -> None:
    page = parsed("x.jsonld", collection, how)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert len({item["id"] for item in page["items"]}) == len(page["items"]) == 3
    text = collection.articles[0].text
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["target"]["source"] == collection.articles[0].url
        by_quote, by_position = item["target"]["selector"]
        assert by_quote["type"] == "TextQuoteSelector"
        assert by_position["type"] == "TextPositionSelector"
        assert text[by_position["start"] : by_position["end"]] == by_quote["exact"]
        assert by_quote["prefix"] + by_quote["exact"] + by_quote["suffix"] in text
    said = [body.get("value") for body in page["items"][1]["body"]]
    assert "battlefield ASSAULT heavy-weapons" in said
    assert "date 2024-03-14~" in said


def test_an_article_that_is_not_there_is_still_named(collection: Collection, how: Options) -> None:
    alone = replace(collection, articles=())
    targets = [item["target"] for item in parsed("x.jsonld", alone, how)["items"]]
    assert {target["source"] for target in targets} == {"urn:x-twotrack:article:a1"}
    assert {target["selector"][0]["prefix"] for target in targets} == {""}


@pytest.mark.parametrize(
    ("place", "country", "latitude"),
    [
        ("Kyiv", "Ukraine", 50.4),
        ("Kiev", "", 50.4),
        ("Moscow", "", 55.8),  # there is a small one in Idaho
        ("Moscow", "United States", 46.7),
        ("Istanbul", "Türkiye", 41.0),
        ("Gaza City", "Palestinians", 31.5),
        ("KHARTOUM", "sudan", 15.6),
    ],
)
def test_a_town_is_found_by_name_and_country(place: str, country: str, latitude: float) -> None:
    found = town(place, country)
    assert found is not None
    assert found[0] == pytest.approx(latitude, abs=0.1)


@pytest.mark.parametrize(
    ("place", "country"),
    [("", ""), ("", "Ukraine"), ("Kursk region", "Russia"), ("Springfield", ""), ("Kyiv", "Chad")],
)
def test_what_is_not_sure_has_no_point(place: str, country: str) -> None:
    assert town(place, country) is None


def test_country_codes_have_names() -> None:
    assert country_named("UKR") == "Ukraine"
    assert country_named("sdn") == "Sudan"
    assert country_named("EUR") == ""
