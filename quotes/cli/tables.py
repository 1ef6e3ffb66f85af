"""Rows of foreign text as a table: for a terminal, as CSV, JSON or Markdown."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from quotes.cli.terminal import json_text, plain

GAP, NARROW = 2, 8
Rows = Sequence[Mapping[str, Any]]

style_option = click.option(
    "--format",
    "style",
    type=click.Choice(["text", "csv", "json", "markdown"]),
    default="text",
    show_default=True,
    help="A table to read, CSV, JSON or a Markdown table.",
)


def shown(value: object) -> str:
    """A value as a reader has it: one line, nothing that a terminal would obey.

    >>> shown(None), shown(0.125), shown("hai\\ndòng\\x1b[2J")
    ('–', '12.5 %', 'hai dòng\\\\x1b[2J')
    """
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.1%}".replace("%", " %")
    return plain(" ".join(str(value).split()), keep="")


def print_table(rows: Rows, columns: Sequence[str]) -> None:
    """Rows on the terminal; the widest columns give way where it is narrow."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    cells = [[Text(shown(row[name])) for name in columns] for row in rows]
    widths = [max([len(name), *(line[i].cell_len for line in cells)]) for i, name in enumerate(columns)]
    while sum(widths) + GAP * len(widths) > console.width and max(widths) > NARROW:
        widths[widths.index(max(widths))] -= 1
    table = Table(box=None, padding=(0, GAP, 0, 0))
    for name, width in zip(columns, widths, strict=True):
        number = any(isinstance(row[name], int | float) for row in rows)
        table.add_column(name, justify="right" if number else "left", no_wrap=True, overflow="ellipsis", width=width)
    for line in cells:
        table.add_row(*line)
    console.print(table)


def cell(text: str) -> str:
    """Foreign text in a Markdown table: no markup of its own, no HTML, one line."""
    return re.sub(r"([\\`*_{}\[\]()#+!|<>~&])", r"\\\1", plain(text, keep=""))


def markdown(rows: Rows, columns: Sequence[str]) -> str:
    """Rows as a Markdown table.

    >>> print(markdown([{"speaker": "Ông | Nam", "n": 2}], ["speaker", "n"]))
    | speaker | n |
    | --- | --- |
    | Ông \\| Nam | 2 |
    """
    lines = [columns, ["---"] * len(columns), *([cell(shown(row[name])) for name in columns] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def print_rows(tables: Mapping[str, Rows], style: str, brief: Sequence[str] = ()) -> None:
    """Named tables, one after the other; a terminal has no room for more columns than ``brief``."""
    from quotes.exports.csv import to_csv

    if style == "json":
        only = next(iter(tables.values())) if len(tables) == 1 else tables
        click.echo(json_text(only, indent=2))
        return
    for number, (name, rows) in enumerate(tables.items()):
        if number:
            click.echo()
        columns = list(rows[0]) if rows else [name]
        if style == "csv":
            text = to_csv(rows, columns)
            click.echo(plain(text, keep="\r\n") if sys.stdout.isatty() else text, nl=False)
        elif style == "markdown":
            click.echo(f"**{name}**\n\n{markdown(rows, columns)}" if len(tables) > 1 else markdown(rows, columns))
        else:
            print_table(rows, [c for c in columns if not brief or c in brief or c == columns[0]])
