"""Parquet with the dataset's columns, for any set of records (an output folder has its own in ``hub/data``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from quotes.batch import QUOTATIONS
from quotes.records import Record

ROWS = 2000


def write(records: Iterable[Record]) -> Iterator[tuple[str, bytes]]:
    """Records as one Parquet file, its columns those of ``quotes.batch.QUOTATIONS``."""
    sink: Any = pa.BufferOutputStream()
    rows = iter(records)
    with pq.ParquetWriter(sink, QUOTATIONS, compression="zstd") as parquet:
        while batch := list(islice(rows, ROWS)):
            parquet.write_batch(pa.RecordBatch.from_pylist(batch, schema=QUOTATIONS))
    yield "quotes.parquet", sink.getvalue().to_pybytes()
