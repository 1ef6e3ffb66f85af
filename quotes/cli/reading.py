"""What a command works through, with a bar on the terminal while it does."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from quotes.records import Record

T = TypeVar("T")


def records_of(path: Path) -> Iterator[Record]:
    """The records of a JSONL or an output folder; raises what ``quotes.jsonl.read_records`` does."""
    from quotes.jsonl import quotes_file, read_records

    return shown(read_records(path), "reading", quotes_file(path))


def shown(items: Iterable[T], doing: str, total: int | Path) -> Iterator[T]:
    """The items, with a bar while they are worked through; a file's lines are counted where its path is the total."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    if isinstance(total, Path):
        with total.open("rb") as lines:
            total = sum(1 for _ in lines)
    # What the command prints meanwhile goes above the bar, and past it where it goes to a file.
    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty()) as bars:
        yield from bars.track(items, total, description=doing)


@contextmanager
def waiting(doing: str) -> Iterator[None]:
    """A sign of life on the terminal while something is done of which no part can be counted."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(doing):
        yield
