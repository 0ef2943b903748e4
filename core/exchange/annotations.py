"""Writes each mention as a W3C Web Annotation, so that other tools find its words in the article again."""

import json
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from core.exchange.collection import Collection
from core.exchange.tables import words_of
from core.model import Article, Event, Mention
from core.selectors import TextPositionSelector, TextQuoteSelector


def annotation_bytes(collection: Collection) -> bytes:
    """Return an annotation page (JSON-LD) with one annotation for each mention.

    Each points to its words twice: by quote with what stands around it, and by position in the article's text
    in Unicode code points. The bodies name the event and say what the article tells of it.
    """
    data = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _urn("page", collection.name),
        "type": "AnnotationPage",
        "items": [
            _annotation(event, mention, collection.by_id.get(mention.article))
            for event in collection.events
            for mention in event.mentions
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _annotation(event: Event, mention: Mention, article: Article | None) -> dict[str, Any]:
    position = TextPositionSelector(mention.start, mention.end)
    return {
        "id": _urn("annotation", f"{event.id}:{mention.id}"),
        "type": "Annotation",
        "motivation": ["identifying", "classifying"],
        "body": [
            {"type": "SpecificResource", "purpose": "identifying", "source": _urn("event", event.id)},
            _said("classifying", f"{mention.track} {mention.type} {mention.mode}".strip()),
            _said("describing", mention.title),
            _said("tagging", f"date {mention.edtf}" if mention.edtf else "date unknown"),
            _said("tagging", f"status {mention.status.value}"),
        ],
        "target": {
            "source": (article.url if article else "") or _urn("article", mention.article),
            "selector": [_selector(words_of(mention, article)), _selector(position)],
        },
    }


def _said(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _selector(selector: TextQuoteSelector | TextPositionSelector) -> dict[str, Any]:
    return {"type": type(selector).__name__, **asdict(selector)}


def _urn(kind: str, name: str) -> str:
    return f"urn:x-twotrack:{kind}:{quote(name, safe=':')}"
