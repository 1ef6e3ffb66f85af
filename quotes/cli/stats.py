"""``quotes stats``."""

from __future__ import annotations

from pathlib import Path

import click

from quotes.cli.reading import records_of
from quotes.cli.tables import print_rows, style_option

KEYS = ("speaker", "role", "body", "month", "outlet", "type", "kind", "rule", "article")
USUAL = ("speaker", "role", "body", "month", "outlet", "type")


@click.command()
@click.argument("path", metavar="PATH", type=click.Path(exists=True, path_type=Path))
@click.option("--by", multiple=True, type=click.Choice(KEYS), help="What to count by; may be given several times.")
@click.option("--top", type=click.IntRange(min=1), default=10, show_default=True, help="Rows of each table.")
@click.option("--all", "everything", is_flag=True, help="All rows of each table.")
@style_option
def stats(path: Path, by: tuple[str, ...], top: int, everything: bool, style: str) -> None:
    """Count by speaker, role, body, month, outlet and type.

    PATH is an output folder or a JSONL of records. A dash, or an empty cell, counts the quotations that have no such
    value. CSV, JSON and Markdown also have columns for articles and types.

    \b
    Examples:
      quotes stats output/
      quotes stats output/ --by speaker --by month --format markdown
      quotes stats output/ --by body --all --format csv > bodies.csv
    """
    from quotes.stats import count, frame

    data = frame(records_of(path))
    tables = {key: count(data, key, None if everything else top).to_dicts() for key in by or USUAL}
    print_rows(tables, style, brief=("quotations", "share", "official", "first", "last"))
