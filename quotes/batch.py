"""Arrow in, Arrow out: the fixed schemas, and one pure function on which every engine stands.

>>> import pyarrow as pa
>>> articles = pa.table({"doc_id": ["a"], "text": ["Trời hôm nay đẹp."]})
>>> extract_batch(articles).num_rows, extract_batch(articles).schema.equals(QUOTATIONS)
(0, True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from quotes.model import METADATA, Article, InputError
from quotes.records import to_record

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPAN = pa.struct([("start", pa.int64()), ("end", pa.int64())])

# The record's fields as columns; a test holds them against the JSON Schema.
QUOTATIONS = pa.schema(
    [
        ("id", pa.string()),
        ("doc_id", pa.string()),
        ("speaker", pa.string()),
        ("speaker_kind", pa.string()),
        ("official", pa.bool_()),
        ("role", pa.string()),
        ("affiliation", pa.string()),
        ("quote", pa.string()),
        ("quote_type", pa.string()),
        ("quote_spans", pa.list_(_SPAN)),
        ("cue", pa.string()),
        ("cue_span", _SPAN),
        ("source", pa.string()),
        ("source_span", _SPAN),
        ("via", pa.string()),
        ("date", pa.string()),
        ("date_basis", pa.string()),
        ("context", pa.string()),
        ("title", pa.string()),
        ("published", pa.string()),
        ("outlet", pa.string()),
        ("url", pa.string()),
        ("rule", pa.string()),
        ("speaker_rule", pa.string()),
        ("confidence", pa.float64()),
        ("schema_version", pa.string()),
    ]
)


def extract_batch(table: pa.Table | pa.RecordBatch) -> pa.Table:
    """The quotations of a table of articles, in the articles' order.

    The table has the string columns ``doc_id`` and ``text``, and may have ``title``, ``published``, ``outlet``
    and ``url``; other columns are not read. The result has the schema ``QUOTATIONS``, whatever comes in.
    Raises ``InputError`` if a column is missing or an id or text is null.
    """
    from quotes.extract import extract_article

    records = [to_record(q) for article in _articles(table) for q in extract_article(article)]
    return pa.Table.from_pylist(records, schema=QUOTATIONS)


def _articles(table: pa.Table | pa.RecordBatch) -> Iterator[Article]:
    names = table.schema.names
    if missing := [name for name in ("doc_id", "text") if name not in names]:
        raise InputError(f"no column {missing[0]!r} among {names}; rename the one that holds it")
    for row in table.select([n for n in ("doc_id", "text", *METADATA) if n in names]).to_pylist():
        if row["doc_id"] is None or row["text"] is None:
            raise InputError(f"an article without id or text: {str(row)[:80]}; filter nulls out first")
        yield Article(**row)
