"""Spark: a function for ``mapInArrow`` and the schema of what it gives. Nothing of Spark is imported here.

from quotes.engines.spark import SCHEMA, extract_batches

articles = spark.read.json("articles.jsonl").select("doc_id", "text", "title", "published", "outlet", "url")
articles.mapInArrow(extract_batches, SCHEMA).write.parquet("quotations/")
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa

from quotes.batch import QUOTATIONS, extract_batch

_NAMES = {"string": "string", "bool": "boolean", "int64": "bigint", "double": "double"}


def _ddl(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"array<{_ddl(kind.value_type)}>"
    if pa.types.is_struct(kind):
        return f"struct<{', '.join(f'{field.name}: {_ddl(field.type)}' for field in kind)}>"
    return _NAMES[str(kind)]


# The schema of a record in Spark's words.
SCHEMA = ", ".join(f"{field.name} {_ddl(field.type)}" for field in QUOTATIONS)


def extract_batches(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The quotations of a partition of articles, batch by batch; what ``mapInArrow`` asks for.

    Raises ``InputError`` if a column is missing or an id or text is null.
    """
    for batch in batches:
        yield from extract_batch(batch).to_batches()
