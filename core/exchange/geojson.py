"""Writes events as GeoJSON (RFC 7946) for maps: a point where the town is known, no geometry elsewhere."""

import json
from typing import Any

from core.exchange.collection import Collection
from core.exchange.coordinates import point_of
from core.exchange.tables import event_row
from core.model import Event


def geojson_bytes(collection: Collection) -> bytes:
    """Return a feature for each event; its properties are the columns of the table of events."""
    data: dict[str, Any] = {
        "type": "FeatureCollection",
        "features": [_feature(event, collection) for event in collection.events],
    }
    if collection.name:
        data["name"] = collection.name
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _feature(event: Event, collection: Collection) -> dict[str, Any]:
    point = point_of(event)
    row = event_row(event, collection)
    del row["id"], row["latitude"], row["longitude"]
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": point and {"type": "Point", "coordinates": [point[1], point[0]]},
        "properties": row,
    }
