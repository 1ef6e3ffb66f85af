"""``quotes show``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from quotes.cli.tables import print_table
from quotes.cli.terminal import plain
from quotes.model import InputError

if TYPE_CHECKING:
    from rich.text import Text

# Told apart on a dark and on a light ground, and by people who do not see red and green as two.
COLOURS = ("blue", "magenta", "cyan", "yellow", "green", "red")
STYLES = {"content": "{}", "cue": "underline {}", "source": "bold {}"}


@click.command()
@click.argument("article", metavar="ARTICLE")
@click.option("--id", "doc_id", help="Which article, where ARTICLE is a file or folder of several.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour; auto is for a terminal. NO_COLOR is heeded.",
)
def show(article: str, doc_id: str | None, color: str) -> None:
    """Show an article with its quotations in colour.

    Each colour is a speaker. What was said stands in ⟦brackets⟧ with the number of its row in the table below, cues are
    underlined, sources bold.

    \b
    Examples:
      quotes show seeds/004_b84349246a41da5a.txt
      quotes show articles.jsonl --id bai-1 --color always | less -R
    """
    from rich.console import Console

    from quotes.articles import Located, Reader
    from quotes.extract import extract_article
    from quotes.records import to_record

    forced = {"auto": None, "always": True, "never": False}[color]
    console = Console(highlight=False, markup=False, emoji=False, force_terminal=forced)
    shown = 0
    for item in Reader([article]):
        if not isinstance(item, Located):
            click.echo(plain(str(item)), err=True)
        elif doc_id is None or item.article.doc_id == doc_id:
            records = [to_record(quotation) for quotation in extract_article(item.article)]
            console.print(coloured(item.article.text, records), soft_wrap=not console.is_terminal)
            print_table(list(_rows(records)), ("#", "speaker", "role", "type", "date", "rule"))
            shown += 1
    if not shown:
        raise InputError(f"{article}: no article{f' {doc_id!r}' if doc_id else ''} there")


def coloured(text: str, records: Sequence[Mapping[str, Any]]) -> Text:
    """The text with its quotations bracketed, numbered and in their speakers' colours."""
    from rich.text import Text

    from quotes.highlight import segments

    colours: dict[str | None, str] = {}
    for record in records:
        colours.setdefault(record["speaker"], COLOURS[len(colours) % len(COLOURS)])
    starts = Counter(record["quote_spans"][0]["start"] for record in records)
    ends: dict[int, list[int]] = {}
    for number, record in enumerate(records, 1):
        ends.setdefault(record["quote_spans"][-1]["end"], []).insert(0, number)
    out = Text()
    for segment in segments(text, records):
        out.append("⟦" * starts[segment.start], "dim")
        style = ""
        if segment.marks:
            mark = segment.marks[0]
            style = STYLES[mark.part].format(colours[records[mark.record]["speaker"]])
        out.append(plain(text[segment.start : segment.end]), style)
        out.append("".join(f"⟧{number}" for number in ends.get(segment.end, ())), "dim")
    out.append("\n")
    return out


def _rows(records: Iterable[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    for number, record in enumerate(records, 1):
        yield {"#": number, "type": record["quote_type"], **{k: record[k] for k in ("speaker", "role", "date", "rule")}}
