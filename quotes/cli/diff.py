"""``quotes diff``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotes.cli.reading import records_of
from quotes.cli.tables import cell
from quotes.cli.terminal import json_text, plain
from quotes.exports.csv import flat

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
    help="text; a Markdown table for a pull request; or one JSON object a line, which has all fields.",
)
@click.option("--context", is_flag=True, help="Show the sentences around each, as the record has them.")
def diff(old: Path, new: Path, style: str, context: bool) -> None:
    """Compare two outputs: gains, losses, changed fields.

    OLD and NEW are each a JSONL of records or an output folder.

    \b
    Examples:
      quotes diff output-before/ output/ --context
      quotes diff output-before/ output/ --format markdown
    """
    from quotes.evaluate import changes

    found = list(changes(records_of(old), records_of(new)))
    for line in {"text": _text, "markdown": _markdown, "json": _json}[style](found, context):
        click.echo(line)


def _summary(found: Sequence[Change]) -> str:
    count = Counter(change.what for change in found)
    fields = Counter(field for change in found for field in change.fields)
    named = ", ".join(f"{name} {number}" for name, number in fields.most_common())
    return f"{count['gain']} gained, {count['loss']} lost, {count['changed']} changed" + (
        f" ({named})" if named else ""
    )


def _text(found: Sequence[Change], context: bool) -> Iterator[str]:
    for change in found:
        record = _record(change)
        yield plain(f"{_SIGNS[change.what]} {record['doc_id']} {record['speaker']}: {record['quote']}", keep="")
        for field, before, after in _fields(change):
            yield plain(f"    {field}: {before} → {after}", keep="")
        if context:
            yield plain(f"    in: {' '.join(record['context'].split())}\n")
    yield _summary(found)


def _markdown(found: Sequence[Change], context: bool) -> Iterator[str]:
    columns = ("doc_id", "speaker", "quote", *(("context",) if context else ()))
    yield _summary(found)
    if found:
        heads = ("", "article", "speaker", "quotation", *(("context",) if context else ()), "changed")
        yield f"\n| {' | '.join(heads)} |\n|{' --- |' * len(heads)}"
    for change in found:
        record = _record(change)
        told = "<br>".join(cell(f"{field}: {before} → {after}") for field, before, after in _fields(change))
        cells = [change.what, *(cell(str(record[name])) for name in columns), told]
        yield f"| {' | '.join(cells)} |"


def _json(found: Sequence[Change], context: bool) -> Iterator[str]:
    for change in found:
        row = {"change": change.what, "fields": change.fields, "old": change.old, "new": change.new}
        yield json_text(row)


def _record(change: Change) -> Any:
    return change.new or change.old


def _fields(change: Change) -> Iterator[tuple[str, str, str]]:
    for field in change.fields:
        # Places as in the CSV: 12-40 52-60.
        before, after = (dict(flat({field: (side or {}).get(field)})) for side in (change.old, change.new))
        yield field, json.dumps(before[field], ensure_ascii=False), json.dumps(after[field], ensure_ascii=False)
