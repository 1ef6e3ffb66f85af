"""``quotes schema``."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of a record (Draft 2020-12).

    \b
    Example:
      quotes schema > quotation.schema.json
    """
    from quotes.records import schema_text

    click.echo(schema_text(), nl=False)
