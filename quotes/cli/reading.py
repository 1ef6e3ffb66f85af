"""The records of an output, with a bar on the terminal while they are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotes.records import Record


def records_of(path: Path) -> Iterator[Record]:
    """The records of a JSONL or an output folder; raises what ``quotes.jsonl.read_records`` does."""
    from quotes.jsonl import quotes_file, read_records

    if not sys.stderr.isatty():
        yield from read_records(path)
        return
    from rich.console import Console
    from rich.progress import track

    with quotes_file(path).open("rb") as lines:
        total = sum(1 for _ in lines)
    yield from track(read_records(path), "reading", total, console=Console(stderr=True), transient=True)
