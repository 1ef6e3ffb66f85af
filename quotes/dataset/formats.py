"""What an output folder holds besides JSON Lines: a dataset for ``load_from_disk``, and Parquet for the Hub.

Rows are streamed, some thousand at a time. The only importer of datasets.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from hashlib import blake2b
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from datasets import (
    Dataset,
    Features,
    are_progress_bars_disabled,
    disable_progress_bars,
    enable_progress_bars,
)
from datasets.table import InMemoryTable

from quotes.batch import QUOTATIONS
from quotes.dataset.splits import ALL_TRAIN, SPLITS, parquet_file, split_of

ROWS = 2000
ARROW = "data-00000-of-00001.arrow"
PARQUET = parquet_file("train")


def features() -> Features:
    """The columns of the dataset, never guessed from the rows.

    >>> features()["quote_spans"]
    List({'start': Value('int64'), 'end': Value('int64')})
    """
    return Features.from_arrow_schema(QUOTATIONS)


def write_tables(quotes: Path, dataset: Path, hub: Path, shares: Sequence[int] = ALL_TRAIN) -> dict[str, int]:
    """Write the records of a JSONL file as a saved dataset and as the data of a Hub folder.

    Gives the rows of each split of the folder. There is no file for a split without rows, which
    ``datasets.load_dataset`` would refuse, but for ``train``.
    """
    schema = features().arrow_schema
    digest = blake2b(digest_size=8)
    (hub / PARQUET).parent.mkdir(parents=True)
    dataset.mkdir()
    counts = {"train": 0}
    with (
        quotes.open("rb") as lines,
        pa.OSFile(str(dataset / ARROW), "wb") as file,
        pa.ipc.new_stream(file, schema) as arrow,
        ExitStack() as open_files,
    ):
        writers = {"train": _writer(hub, "train", open_files)}
        while rows := list(islice(lines, ROWS)):
            digest.update(b"".join(rows))
            records = [json.loads(row) for row in rows]
            arrow.write_batch(pa.RecordBatch.from_pylist(records, schema=schema))
            for split, of_split in groupby(sorted(records, key=(key := _by(shares))), key):
                batch = pa.RecordBatch.from_pylist(list(of_split), schema=schema)
                writers[split] = writers.get(split) or _writer(hub, split, open_files)
                writers[split].write_batch(batch)
                counts[split] = counts.get(split, 0) + batch.num_rows
    _describe(dataset, digest.hexdigest())
    return {split: counts[split] for split in SPLITS if split in counts}


def _writer(hub: Path, split: str, open_files: ExitStack) -> pq.ParquetWriter:
    return open_files.enter_context(
        pq.ParquetWriter(hub / parquet_file(split), features().arrow_schema, compression="zstd")
    )


def _by(shares: Sequence[int]) -> Callable[[Mapping[str, Any]], str]:
    return lambda record: split_of(record["doc_id"], shares)


def _describe(dataset: Path, fingerprint: str) -> None:
    """Add what ``load_from_disk`` needs beside the rows, as datasets itself writes it for a dataset without any.

    To save the dataset itself would map all its rows into memory and write them a second time. The fingerprint is
    the content's, for datasets' own would hold the time of writing.
    """
    empty = features().arrow_schema.empty_table()
    with TemporaryDirectory(dir=dataset.parent) as beside, _no_bars():
        # num_shards: without it a dataset of no rows is saved as no file.
        Dataset(InMemoryTable(empty), fingerprint=fingerprint).save_to_disk(beside, num_shards=1)
        for name in ("state.json", "dataset_info.json"):
            (Path(beside) / name).rename(dataset / name)


@contextmanager
def _no_bars() -> Iterator[None]:
    off = are_progress_bars_disabled()
    disable_progress_bars()
    try:
        yield
    finally:
        if not off:
            enable_progress_bars()
