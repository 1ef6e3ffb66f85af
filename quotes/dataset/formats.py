"""What an output folder holds besides JSON Lines: a dataset for ``load_from_disk``, and Parquet for the Hub.

Rows are streamed, some thousand at a time. The only importer of datasets.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from datasets import (
    Dataset,
    DatasetInfo,
    Features,
    are_progress_bars_disabled,
    disable_progress_bars,
    enable_progress_bars,
)

from quotes.batch import QUOTATIONS

ROWS = 2000
PARQUET = "data/train-00000-of-00001.parquet"


def features() -> Features:
    """The columns of the dataset, never guessed from the rows.

    >>> features()["quote_spans"]
    List({'start': Value('int64'), 'end': Value('int64')})
    """
    return Features.from_arrow_schema(QUOTATIONS)


def write_tables(quotes: Path, dataset: Path, hub: Path) -> None:
    """Write the records of a JSONL file as a saved dataset and as the data of a Hub folder."""
    schema = features().arrow_schema
    stream = dataset.with_suffix(".arrow")
    (hub / PARQUET).parent.mkdir(parents=True)
    digest = blake2b(digest_size=8)
    with (
        quotes.open("rb") as lines,
        pa.OSFile(str(stream), "wb") as file,
        pa.ipc.new_stream(file, schema) as arrow,
        pq.ParquetWriter(hub / PARQUET, schema, compression="zstd") as parquet,
    ):
        while rows := list(islice(lines, ROWS)):
            digest.update(b"".join(rows))
            batch = pa.RecordBatch.from_pylist([json.loads(row) for row in rows], schema=schema)
            arrow.write_batch(batch)
            parquet.write_batch(batch)
    _save(stream, dataset, digest.hexdigest())
    stream.unlink()


def _save(stream: Path, dataset: Path, fingerprint: str) -> None:
    """Save an Arrow stream as datasets does; its own fingerprint would hold the time of writing."""
    table: Any = Dataset.from_file(str(stream)).data
    with _no_bars():
        # num_shards: without it a dataset of no rows is saved as no file, which load_from_disk refuses.
        Dataset(table, info=DatasetInfo(features=features()), fingerprint=fingerprint).save_to_disk(
            str(dataset), num_shards=1
        )


@contextmanager
def _no_bars() -> Iterator[None]:
    off = are_progress_bars_disabled()
    disable_progress_bars()
    try:
        yield
    finally:
        if not off:
            enable_progress_bars()
