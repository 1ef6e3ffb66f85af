"""``quotes import``."""

from __future__ import annotations

import json
from pathlib import Path

import click

from quotes.cli.files import write
from quotes.model import InputError


@click.command("import")
@click.argument("format_", metavar="FORMAT", type=click.Choice(["labelstudio"]))
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), default="gold.jsonl", show_default=True)
def import_(format_: str, path: Path, output: Path) -> None:
    """Read corrected annotations back as gold.

    FILE is what Label Studio exports as JSON (not JSON-MIN) of a project whose tasks came from
    `quotes export labelstudio`. The gold is what `quotes evaluate` takes.

    \b
    Examples:
      quotes import labelstudio project-1.json -o gold.jsonl
      quotes evaluate gold.jsonl output/ --texts seeds/
    """
    from quotes.exports.labelstudio import read_gold

    try:
        tasks = json.loads(path.read_bytes())
    except ValueError as error:
        raise InputError(f"{path}: not JSON ({error}); export the project as JSON") from error
    if not isinstance(tasks, list) or not all(isinstance(task, dict) and "data" in task for task in tasks):
        raise InputError(f"{path}: no list of Label Studio tasks; export the project as JSON, not as JSON-MIN")
    lines = [json.dumps(article, ensure_ascii=False) + "\n" for article in read_gold(tasks)]
    write(output, "".join(lines).encode())
    click.echo(f"{output}: {len(lines):,} of {len(tasks):,} tasks are annotated", err=True)
