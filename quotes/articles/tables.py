"""Tables of articles: Parquet files, datasets saved to disk, and datasets of the Hub.

Only the columns that are asked for are read, some rows at a time. datasets is imported for its own folders and the
Hub alone; a Hub dataset is the one input that goes to the network, and only where a name says ``hub:``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotes.articles.rows import ROW_NUMBER, Item, Options, Rejection, article_of
from quotes.model import InputError

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 128
HUB = "hub:"


def parquet_articles(path: Path, options: Options) -> Iterator[Item]:
    """The articles of a Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        with pq.ParquetFile(path) as file:
            columns = _columns(file.schema_arrow.names, str(path), options)
            for batch in file.iter_batches(ROWS, columns=columns):
                yield from _rows(batch, number, str(path), options)
                number += batch.num_rows
            if number < file.metadata.num_rows:  # a damaged dictionary can make rows vanish without an error
                raise OSError(f"{file.metadata.num_rows} rows are declared")
    except PermissionError as error:
        yield Rejection(str(path), None, None, "unreadable", f"cannot be opened: {error.strerror}")
    except (pa.ArrowException, OSError, ValueError) as error:
        message = f"no Parquet, or damaged after row {number}: {error}; fetch it again"
        yield Rejection(str(path), number + 1 if number else None, None, "truncated", message)


def is_saved(folder: Path) -> bool:
    """Whether a folder was written by ``datasets.save_to_disk``."""
    try:
        return (folder / "state.json").is_file() or (folder / "dataset_dict.json").is_file()
    except PermissionError:
        return False


def saved_articles(folder: Path, options: Options) -> Iterator[Item]:
    """The articles of a dataset saved to disk, of all its splits if none is named."""
    if not (folder / "state.json").is_file():
        splits = json.loads((folder / "dataset_dict.json").read_bytes())["splits"]
        wanted = splits if options.split is None else [options.split]
        if not set(wanted) <= set(splits) or any(Path(split).name != split for split in wanted):
            raise InputError(f"{folder}: no split {options.split!r} among {splits}; name one with --split")
        for split in wanted:
            yield from saved_articles(folder / split, options)
        return
    from datasets import load_from_disk

    try:
        for file in json.loads((folder / "state.json").read_bytes())["_data_files"]:
            if Path(file["filename"]).name != file["filename"]:
                raise ValueError(f"its state.json names a file elsewhere, {file['filename']!a}")
        dataset: Any = load_from_disk(str(folder))
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield Rejection(str(folder), None, None, "unreadable", f"no dataset that can be loaded: {error}")
        return
    yield from _dataset(dataset, str(folder), options)


def hub_articles(name: str, options: Options) -> Iterator[Item]:
    """The articles of ``hub:NAME`` or ``hub:NAME:CONFIGURATION``, streamed from the Hugging Face Hub."""
    from datasets import load_dataset

    path, _, configuration = name.removeprefix(HUB).partition(":")
    try:
        dataset: Any = load_dataset(path, configuration or None, split=options.split or "train", streaming=True)
    except Exception as error:  # whatever the network and its libraries raise
        raise InputError(f"{name}: cannot be loaded: {error}; check the name, the split and the connection") from error
    yield from _dataset(dataset, name, options)


def _dataset(dataset: Any, path: str, options: Options) -> Iterator[Item]:
    names = dataset.column_names or list(next(iter(dataset), {}))  # a streamed one may not know before its first row
    dataset = dataset.select_columns(_columns(names, path, options)).with_format("arrow")
    number = 0
    try:
        for batch in dataset.iter(batch_size=ROWS):
            yield from _rows(batch, number, path, options)
            number += batch.num_rows
    except (OSError, ValueError) as error:
        message = f"the dataset breaks off or is damaged after row {number}: {error}; fetch it again"
        yield Rejection(path, number + 1, None, "truncated", message)


def _columns(names: Iterable[str], path: str, options: Options) -> list[str]:
    """The columns to read. Raises ``InputError`` if there is none for text or id."""
    wanted, there = options.columns, list(names)
    for name, option in ((wanted.text, "--text-column"), (wanted.id, "--id-column")):
        if name not in there and name != ROW_NUMBER:
            rows = ", or number the rows with --id-column '#'" if option == "--id-column" else ""
            raise InputError(f"{path}: no column {name!r} among {', '.join(there)}; name one with {option}{rows}")
    fields = (wanted.text, wanted.id, wanted.title, wanted.date, wanted.outlet, wanted.url)
    return [name for name in there if name in fields]


def _rows(batch: pa.RecordBatch | pa.Table, before: int, path: str, options: Options) -> Iterator[Item]:
    whole = _sound(batch)
    for i in range(batch.num_rows):
        number, row = before + i + 1, batch.slice(i, 1)
        if whole or _sound(row):
            yield article_of(row.to_pylist()[0], path, number, options.columns)
        else:
            yield Rejection(path, number, None, "encoding", "damaged or not UTF-8; write the text as UTF-8")


def _sound(batch: pa.RecordBatch | pa.Table) -> bool:
    """Whether all offsets and strings are what they should be; files can hold others, and Arrow trusts them."""
    try:
        batch.validate(full=True)
    except ValueError:
        return False
    return True
