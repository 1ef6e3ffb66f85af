"""``quotes validate``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotes.cli.terminal import plain
from quotes.cli.texts import texts_of, texts_option

if TYPE_CHECKING:
    from quotes.jsonl import Problem


@click.command()
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@texts_option
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="text; one JSON object a line; or workflow commands, which GitHub shows beside the lines.",
)
def validate(paths: tuple[Path, ...], texts: str | None, style: str) -> None:
    """Check records against the schema, and against their text.

    PATH is a JSONL of records or an output folder. With --texts every span is held against the article. The exit code
    is 1 when anything is wrong.

    \b
    Examples:
      quotes validate output/
      quotes validate output/quotes.jsonl --texts seeds/ --format github
    """
    from quotes.jsonl import quotes_file, validate_lines

    articles: Mapping[str, str] | None = texts_of(texts) if texts else None
    records = wrong = 0
    for path in map(quotes_file, paths):
        with path.open("rb") as lines:
            for found in validate_lines(lines, str(path), articles):
                records += 1
                wrong += len(found)
                for problem in found:
                    click.echo(_written(problem, style))
    click.echo(f"{records:,} {_count(records, 'record')}, {wrong:,} {_count(wrong, 'problem')}", err=style != "text")
    if wrong:
        raise SystemExit(1)


def _count(number: int, noun: str) -> str:
    return noun if number == 1 else noun + "s"


def _written(problem: Problem, style: str) -> str:
    if style == "json":
        return json.dumps(asdict(problem), ensure_ascii=False)
    if style == "text":
        return plain(str(problem), keep="")
    message = f"{problem.field}: {problem.message}" if problem.field else problem.message
    return f"::error file={_escaped(problem.path, ',:')},line={problem.line},title=quotes validate::{_escaped(message)}"


def _escaped(text: str, separators: str = "") -> str:
    """Workflow commands end at a line's end; their properties also at a comma or colon."""
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + separators else c for c in text)
