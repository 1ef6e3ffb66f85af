"""``quotes diff``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotes.cli.tables import cell
from quotes.cli.terminal import plain

if TYPE_CHECKING:
    from quotes.evaluate import Change

_SIGNS = {"gain": "+", "loss": "-", "changed": "~"}


@click.command()
@click.argument("old", type=click.Path(exists=True, path_type=Path))
@click.argument("new", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="text; a Markdown table for a pull request; or one JSON object a line.",
)
def diff(old: Path, new: Path, style: str) -> None:
    """Compare two outputs: gains, losses, changed fields.

    OLD and NEW are each a JSONL of records or an output folder.

    \b
    Example:
      quotes diff output-before/ output/ --format markdown
    """
    from quotes.evaluate import changes
    from quotes.jsonl import read_records

    found = list(changes(read_records(old), read_records(new)))
    for line in {"text": _text, "markdown": _markdown, "json": _json}[style](found):
        click.echo(line)


def _summary(found: Sequence[Change]) -> str:
    count = Counter(change.what for change in found)
    fields = Counter(field for change in found for field in change.fields)
    named = ", ".join(f"{name} {number}" for name, number in fields.most_common())
    return f"{count['gain']} gained, {count['loss']} lost, {count['changed']} changed" + (
        f" ({named})" if named else ""
    )


def _text(found: Sequence[Change]) -> Iterator[str]:
    for change in found:
        record = _record(change)
        yield plain(f"{_SIGNS[change.what]} {record['doc_id']} {record['speaker']}: {record['quote']}", keep="")
        for field, before, after in _fields(change):
            yield plain(f"    {field}: {before} → {after}", keep="")
    yield _summary(found)


def _markdown(found: Sequence[Change]) -> Iterator[str]:
    yield _summary(found)
    if found:
        yield "\n| | article | speaker | quotation | changed |\n| --- | --- | --- | --- | --- |"
    for change in found:
        record = _record(change)
        told = "<br>".join(cell(f"{field}: {before} → {after}") for field, before, after in _fields(change))
        cells = [change.what, *(cell(str(record[name])) for name in ("doc_id", "speaker", "quote")), told]
        yield f"| {' | '.join(cells)} |"


def _json(found: Sequence[Change]) -> Iterator[str]:
    for change in found:
        row = {"change": change.what, "fields": change.fields, "old": change.old, "new": change.new}
        yield json.dumps(row, ensure_ascii=False)


def _record(change: Change) -> Any:
    return change.new or change.old


def _fields(change: Change) -> Iterator[tuple[str, str, str]]:
    for field in change.fields:
        before, after = ((side or {}).get(field) for side in (change.old, change.new))
        yield field, json.dumps(before, ensure_ascii=False), json.dumps(after, ensure_ascii=False)
