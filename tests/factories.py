"""An article written for the tests, with its quotations as records."""

from __future__ import annotations

from typing import Any

from quotes.records import FIELDS, SCHEMA_VERSION, to_line

DOC_ID = "bai-1"
TEXT = """Cầu mới nối hai bờ sông

Ngày 12/1/2022, ông Trần Văn Bình, Giám đốc Sở Giao thông, nói: “Cầu sẽ xong vào mùa hè”.
Theo bà Lê Thị Hoa, người dân rất vui.
“Chúng tôi chờ đã lâu”, bà nói, “nay thì yên tâm rồi”.
"""


def span(words: str, after: str = "") -> dict[str, int]:
    """Where words stand in ``TEXT``, the first time after some others."""
    start = TEXT.index(words, TEXT.index(after))
    return {"start": start, "end": start + len(words)}


def record(*pieces: str, cue: str | None, source: str | None, after: str = "", **values: Any) -> dict[str, Any]:
    """A record that validates; ``values`` overwrite its fields."""
    made: dict[str, Any] = dict.fromkeys(FIELDS)
    spans = [span(piece) for piece in pieces]
    made |= {
        "id": f"{DOC_ID}:{spans[0]['start']}",
        "doc_id": DOC_ID,
        "speaker_kind": "person",
        "official": False,
        "quote": " … ".join(pieces),
        "quote_type": "direct",
        "quote_spans": spans,
        "cue": cue,
        "cue_span": cue and span(cue, after),
        "source": source,
        "source_span": source and span(source, after),
        "date_basis": "none",
        "context": TEXT.splitlines()[2],
        "rule": "source_cue_content",
        "confidence": 0.9,
        "schema_version": SCHEMA_VERSION,
    }
    return made | values


def records() -> list[dict[str, Any]]:
    """Three quotations of ``TEXT``: direct, indirect, and direct in two pieces."""
    official = {"official": True, "role": "Giám đốc Sở Giao thông", "affiliation": "Sở Giao thông"}
    dated = {"date": "2022-01-12", "date_basis": "explicit"}
    binh, hoa = {"speaker": "Trần Văn Bình"}, {"speaker": "Lê Thị Hoa", "speaker_rule": "full_name"}
    return [
        record("Cầu sẽ xong vào mùa hè", cue="nói", source="ông Trần Văn Bình", **binh, **official, **dated),
        record("người dân rất vui", cue="Theo", source="bà Lê Thị Hoa", quote_type="indirect", **hoa),
        record("Chúng tôi chờ đã lâu", "nay thì yên tâm rồi", cue="nói", source="bà", after="lâu”", **hoa),
    ]


def jsonl(rows: list[dict[str, Any]]) -> bytes:
    """Records as the bytes of a ``quotes.jsonl``."""
    return "".join(map(to_line, rows)).encode()
