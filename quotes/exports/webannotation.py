"""W3C Web Annotation (JSON-LD): an annotation for each quotation, and one for its cue and its source.

https://www.w3.org/TR/annotation-model/. Each target has two selectors that tell the same place: offsets, and the words
with what stands around them, by which the place is found again on a page that changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from quotes.exports import Annotated
from quotes.highlight import parts
from quotes.model import Span
from quotes.records import Record

AROUND = 32
CLASSES = ("quote_type", "speaker_kind", "role", "affiliation", "date")


def write(articles: Iterable[Annotated]) -> Iterator[tuple[str, bytes]]:
    """One ``AnnotationPage`` with all articles' annotations."""
    items = [item for article in articles for record in article.records for item in of_record(article.text, record)]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:quotes:page",
        "type": "AnnotationPage",
        "items": items,
    }
    yield "quotes.jsonld", (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode()


def of_record(text: str, record: Record) -> Iterator[dict[str, Any]]:
    """The annotations of a record: who speaks, then cue and source, each linked to the first."""
    name, source = f"urn:quotes:{quote(record['id'])}", record["url"] or f"urn:quotes:article:{quote(record['doc_id'])}"
    targets: dict[str, list[dict[str, Any]]] = {}
    for part, span in parts(record):
        targets.setdefault(part, []).append({"source": source, "selector": _selectors(text, span)})
    bodies = [_body("classifying", key, record[key]) for key in CLASSES if record[key] is not None]
    if record["speaker"] is not None:
        bodies.insert(0, _body("identifying", "speaker", record["speaker"]))
    yield {
        "id": name,
        "type": "Annotation",
        "motivation": "identifying",
        "body": bodies,
        "target": targets.pop("content"),
    }
    for name_of_part, target in targets.items():
        yield {
            "id": f"{name}:{name_of_part}",
            "type": "Annotation",
            "motivation": "linking",
            "body": [_body("tagging", "part", name_of_part), {"id": name, "type": "Annotation"}],
            "target": target,
        }


def _body(purpose: str, field: str, value: str) -> dict[str, str]:
    # The model has no place for a field's name but the body's own id.
    return {"id": f"urn:quotes:{field}:{quote(value)}", "type": "TextualBody", "purpose": purpose, "value": value}


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    start, end = span
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(start - AROUND, 0) : start],
            "suffix": text[end : end + AROUND],
        },
    ]
