"""``Quotation`` to JSON record and back, and the record's check; the only importer of jsonschema.

The schema, ``schema/quotation.schema.json``, says what a record looks like. What a schema cannot say is checked
here beside it: spans in order, as long as their words and equal to the article's text, and days that exist.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotes.model import JOINT, Quotation, Span, ValidationError

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError as SchemaError

SCHEMA_VERSION = "1.0"

Record = dict[str, Any]

FIELDS = (
    *("id", "doc_id", "speaker", "speaker_kind", "official", "role", "affiliation"),
    *("quote", "quote_type", "quote_spans", "cue", "cue_span", "source", "source_span", "via"),
    *("date", "date_basis", "context", "title", "published", "outlet", "url"),
    *("rule", "speaker_rule", "confidence", "schema_version"),
)
_ORDER = {name: place for place, name in enumerate(FIELDS)}
_MENTIONS = ("cue", "source")


def to_record(quotation: Quotation) -> Record:
    """The record of a quotation, its fields in the schema's order.

    >>> q = Quotation("a:0-2", "a", "Nga", "country", True, None, None, "Có", "direct", (Span(0, 2),), None, None,
    ...     None, None, None, None, "none", "Có.", "pull_quote", None, 0.5)
    >>> to_record(q)["quote_spans"], to_record(q)["cue_span"]
    ([{'start': 0, 'end': 2}], None)
    >>> from_record(to_record(q)) == q
    True
    """
    record: Record = {name: getattr(quotation, name, None) for name in FIELDS}
    record["quote_spans"] = [span._asdict() for span in quotation.quote_spans]
    record["cue_span"] = quotation.cue_span and quotation.cue_span._asdict()
    record["source_span"] = quotation.source_span and quotation.source_span._asdict()
    record["schema_version"] = SCHEMA_VERSION
    return record


def from_record(record: Record) -> Quotation:
    """The quotation of a record; raises ``ValidationError`` when the record is not one."""
    if found := problems(record):
        raise ValidationError("; ".join(f"{field}: {message}" for field, message in found))
    values = {name: record[name] for name in FIELDS if name != "schema_version"}
    values["quote_spans"] = tuple(Span(**span) for span in record["quote_spans"])
    for name in _MENTIONS:
        span = record[f"{name}_span"]
        values[f"{name}_span"] = span and Span(**span)
    return Quotation(**values)


def to_line(record: Record) -> str:
    """A record as a line of ``quotes.jsonl``, its end of line included."""
    return json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"


@cache
def schema_text() -> str:
    """The JSON Schema of a record, as it is written."""
    packaged = files("quotes").joinpath("schema", "quotation.schema.json")
    if packaged.is_file():
        return packaged.read_text(encoding="utf-8")
    # A source tree, or an editable install of one: the schema is beside the package.
    return (Path(__file__).parents[1] / "schema" / "quotation.schema.json").read_text(encoding="utf-8")


@cache
def schema() -> Record:
    """The JSON Schema of a record.

    >>> schema()["properties"]["official"]["type"]
    'boolean'
    """
    loaded: Record = json.loads(schema_text())
    return loaded


@cache
def _reference() -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema())


@cache
def _fast() -> Callable[[Record], bool]:
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(schema()).is_valid


def problems(record: object, text: str | None = None) -> list[tuple[str, str]]:
    """What is wrong with one record: pairs of a field and what was expected in it.

    With ``text``, the article's, the spans are held against it too. jsonschema is the reference and says what is
    wrong; a validator that is ninety times as fast tells first whether anything is.

    >>> problems({"id": "a:0-2"})[0]
    ('doc_id', 'missing')
    """
    if not isinstance(record, dict):
        return [("", f"expected an object, found {_shown(record)}")]
    if not _fast()(record):
        found = [p for error in _reference().iter_errors(record) for p in _said(error)]
        return sorted(dict.fromkeys(found), key=lambda p: _ORDER.get(re.split(r"[.\[]", p[0])[0], len(_ORDER)))
    return [*_span_problems(record, text), *_date_problems(record)]


def _said(error: SchemaError) -> Iterator[tuple[str, str]]:
    """A schema's error in the words of this project."""
    field = error.json_path.removeprefix("$").removeprefix(".")
    wanted: Any = error.validator_value
    found: Any = error.instance
    within: Any = error.schema
    match error.validator:
        case "required":
            yield from ((f"{field}.{name}".lstrip("."), "missing") for name in wanted if name not in found)
        case "additionalProperties":
            known = within["properties"]
            yield from ((f"{field}.{n}".lstrip("."), "unknown field; take it out") for n in found if n not in known)
        case "anyOf":
            # Of "a span or null" an object was meant to be a span: what is wrong inside it says more.
            inside = (
                [e for e in error.context or () if e.validator != "type" or e.path] if isinstance(found, dict) else []
            )
            yield from (problem for inner in inside for problem in _said(inner))
            if not inside:
                yield field, f"expected: {within['description']} Found {_shown(found)}"
        case "type":
            types = wanted if isinstance(wanted, str) else " or ".join(wanted)
            yield field, f"expected {types}, found {_shown(found)}"
        case "enum":
            yield field, f"expected one of {', '.join(wanted)}, found {_shown(found)}"
        case "const":
            yield field, f"expected {_shown(wanted)}, found {_shown(found)}"
        case "minLength" | "minItems":
            yield field, "empty; give a value, or null where the schema allows it"
        case _:
            yield field, f"expected {error.validator} {_shown(wanted)}, found {_shown(found)}"


def _shown(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return written if len(written) <= 80 else written[:79] + "…"


def _span_problems(record: Record, text: str | None) -> Iterator[tuple[str, str]]:
    """Spans that are out of order, not as long as their words, or not in the text."""
    pieces: list[tuple[int, int]] = []
    for i, span in enumerate(record["quote_spans"]):
        field = f"quote_spans[{i}]"
        if fault := _bounds(span, text):
            yield field, fault
            return
        if pieces and span["start"] < pieces[-1][1]:
            yield field, f"expected to start after the piece before, at {pieces[-1][1]} or later; found {span['start']}"
            return
        pieces.append((span["start"], span["end"]))
    if fault := _words(record["quote"], pieces, text):
        yield "quote", fault
    for name in _MENTIONS:
        if span := record[f"{name}_span"]:
            if fault := _bounds(span, text):
                yield f"{name}_span", fault
            elif fault := _words(record[name], [(span["start"], span["end"])], text):
                yield name, fault


def _bounds(span: Mapping[str, int], text: str | None) -> str | None:
    start, end = span["start"], span["end"]
    if type(start) is not int or type(end) is not int:
        return f"expected whole numbers without a fraction, found {start} to {end}"
    if start >= end:
        return f"expected an end after the start, found {start} to {end}"
    if text is not None and end > len(text):
        return f"expected an end of {len(text)} or less, the length of the text; found {end}"
    return None


def _words(words: str, pieces: list[tuple[int, int]], text: str | None) -> str | None:
    """Whether the words are what stands at the pieces; without the text, whether they are as long."""
    if text is not None:
        there = JOINT.join(text[start:end] for start, end in pieces)
        return None if words == there else f"expected the words at its spans, {_shown(there)}, found {_shown(words)}"
    length = sum(end - start for start, end in pieces) + len(JOINT) * (len(pieces) - 1)
    return None if len(words) == length else f"expected {length} characters, as its spans have; found {len(words)}"


def _date_problems(record: Record) -> Iterator[tuple[str, str]]:
    if (day := record["date"]) and not _exists(day):
        yield "date", f"expected a day that exists, found {_shown(day)}"


def _exists(edtf: str) -> bool:
    """Whether the calendar has this year, month or day; 29 February is a day of some unknown year."""
    year, month, day = [*edtf.split("-"), "01", "01"][:3]
    try:
        date(2000 if year == "XXXX" else int(year), int(month), int(day))
    except ValueError:
        return False
    return True
