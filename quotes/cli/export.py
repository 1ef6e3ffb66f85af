"""``quotes export``."""

from __future__ import annotations

from pathlib import Path

import click

from quotes.cli.files import write
from quotes.cli.reading import records_of, shown
from quotes.cli.terminal import counted
from quotes.cli.texts import texts_of, texts_option
from quotes.exports import FORMATS
from quotes.exports import export as files_of


@click.command(
    epilog="\b\nFormats:\n" + "\n".join(f"  {name:<14} {entry.help}" for name, entry in FORMATS.items()),
)
@click.argument("format_", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.argument("path", metavar="PATH", type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file, or a folder for brat and labelstudio.")
@texts_option
def export(format_: str, path: Path, output: Path | None, texts: str | None) -> None:
    """Write the quotations in another tool's format.

    PATH is an output folder or a JSONL of records. All formats but csv and parquet need --texts.

    \b
    Examples:
      quotes export csv output/ -o quotes.csv
      quotes export brat output/ --texts seeds/ -o brat/
      quotes export labelstudio output/ --texts seeds/
    """

    target = output or Path(FORMATS[format_].output)
    articles = texts_of(texts) if texts else None
    # With texts two bars follow one another: all records are read before the first article is written.
    records = list(records_of(path)) if articles else records_of(path)
    found = list(files_of(format_, records, articles, lambda each: shown(each, "writing", len(articles or ()))))
    for name, data in found:
        write(target / name if FORMATS[format_].folder else target, data)
    click.echo(f"{target}: {counted(len(found), 'file')}", err=True)
