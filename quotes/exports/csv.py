"""CSV for spreadsheets: one row a quotation, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from quotes.records import FIELDS, Record

# A cell that begins so is a formula to a spreadsheet (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(value: object) -> object:
    """A cell that a spreadsheet shows and does not run: an apostrophe goes before what looks like a formula.

    >>> safe("=HYPERLINK(1)"), safe("- Ông nói"), safe(-3)
    ("'=HYPERLINK(1)", "'- Ông nói", -3)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def to_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """Rows as CSV with a heading (RFC 4180)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([safe(row[name]) for name in columns] for row in rows)
    return out.getvalue()


def flat(record: Record) -> Iterator[tuple[str, object]]:
    """A record with its spans written ``start-end``, several with a blank between.

    >>> dict(flat({"quote_spans": [{"start": 1, "end": 4}, {"start": 9, "end": 12}], "cue_span": None}))
    {'quote_spans': '1-4 9-12', 'cue_span': None}
    """
    for name, value in record.items():
        if name.endswith(("_span", "_spans")) and value is not None:
            spans = value if isinstance(value, list) else [value]
            yield name, " ".join(f"{span['start']}-{span['end']}" for span in spans)
        else:
            yield name, value


def write(records: Iterable[Record]) -> Iterator[tuple[str, bytes]]:
    """Records as CSV in UTF-8, with the mark at its head without which Excel garbles Vietnamese."""
    yield "quotes.csv", to_csv((dict(flat(record)) for record in records), FIELDS).encode("utf-8-sig")
