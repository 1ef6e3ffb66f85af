"""``quotes validate``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotes.cli.reading import shown
from quotes.cli.terminal import counted, json_text, plain
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
    from quotes.jsonl import count_problems, quotes_file, validate_lines

    articles = texts_of(texts) if texts else None
    records = wrong = 0
    for path in paths:
        file, of_this = quotes_file(path), 0
        with file.open("rb") as lines:
            for found in shown(validate_lines(lines, str(file), articles), "checking", file):
                of_this += 1
                wrong += _told(found, style)
        if path.is_dir():
            wrong += _told(count_problems(path, of_this), style)
        records += of_this
    click.echo(f"{counted(records, 'record')}, {counted(wrong, 'problem')}", err=style != "text")
    if wrong:
        raise SystemExit(1)


def _told(problems: Sequence[Problem], style: str) -> int:
    for problem in problems:
        click.echo(_written(problem, style))
    return len(problems)


def _written(problem: Problem, style: str) -> str:
    if style == "json":
        return json_text(asdict(problem))
    if style == "text":
        return plain(str(problem), keep="")
    message = f"{problem.field}: {problem.message}" if problem.field else problem.message
    message = plain(message, keep="\r\n")
    return f"::error file={_escaped(problem.path, ',:')},line={problem.line},title=quotes validate::{_escaped(message)}"


def _escaped(text: str, separators: str = "") -> str:
    """Workflow commands end at a line's end; their properties also at a comma or colon."""
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + separators else c for c in text)
