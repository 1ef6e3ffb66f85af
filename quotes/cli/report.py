"""``quotes report``."""

from __future__ import annotations

from pathlib import Path

import click

from quotes.cli.files import write
from quotes.cli.reading import records_of, waiting
from quotes.cli.texts import texts_of, texts_option


@click.command()
@click.argument("path", metavar="PATH", type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), default="report.html", show_default=True)
@click.option("--title", default="Who said what, and when", show_default=True, help="The page's heading.")
@texts_option
def report(path: Path, output: Path, title: str, texts: str | None) -> None:
    """Make one HTML page of an output folder or a JSONL of records.

    The page holds everything it needs and asks no network. With --texts every quotation stands in its
    article; without, in its context.

    \b
    Example:
      quotes report output/ --texts seeds/ -o report.html
    """
    from quotes.report import render

    records, articles = list(records_of(path)), texts_of(texts) if texts else None
    with waiting("making the page"):
        page = render(records, articles, title=title)
    write(output, page.encode())
    click.echo(f"{output}: open it in a browser", err=True)
