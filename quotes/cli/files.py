"""Files that a command writes besides the dataset: whole or not at all."""

from __future__ import annotations

from pathlib import Path

from quotes.model import OutputError


def write(path: Path, data: bytes) -> None:
    """Write a file by way of a neighbour, so that a run that dies leaves the old one; raises ``OutputError``."""
    beside = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}; give another place with -o") from error
