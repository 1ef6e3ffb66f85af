"""``quotes speakers``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotes.cli.reading import records_of
from quotes.cli.tables import print_rows, shown, style_option
from quotes.cli.terminal import counted
from quotes.model import InputError

if TYPE_CHECKING:
    from quotes.people import Person


@click.command()
@click.argument("path", metavar="PATH", type=click.Path(exists=True, path_type=Path))
@click.argument("name", required=False)
@click.option("--since", metavar="DATE", help="Only statements from this day, month or year on (YYYY[-MM[-DD]]).")
@click.option("--top", type=click.IntRange(min=1), default=20, show_default=True, help="Rows, where no name is given.")
@style_option
def speakers(path: Path, name: str | None, since: str | None, top: int, style: str) -> None:
    """List what each person said, in order of date, across articles.

    PATH is an output folder or a JSONL of records. Without NAME, who there is; with it, all statements of those whose
    name has its words, diacritics aside. Names are joined where it is safe (Sergei Lavrov, Ngoại trưởng Lavrov), and
    the evidence is told.

    \b
    Examples:
      quotes speakers output/
      quotes speakers output/ lavrov
      quotes speakers output/ "nguyen thi hang" --since 2022-05 --format csv
    """
    from quotes.people import find, people

    everyone = people(r for r in records_of(path) if since is None or _since(r, since))
    if name is None:
        print_rows({"speakers": [_summary(person) for person in everyone[:top]]}, style)
        return
    found = find(everyone, name)
    if not found:
        raise InputError(f"{path}: nobody there is called {name!r}; `quotes speakers {path}` lists who is")
    if style == "text":
        for line in _told(found):
            click.echo(line)
    else:
        print_rows({"statements": [row for person in found for row in _statements(person)]}, style)


def _since(record: Any, since: str) -> bool:
    date = record["date"]
    return date is not None and not date.startswith("X") and date >= since[: len(date)]


def _summary(person: Person) -> dict[str, Any]:
    return {
        "speaker": person.name,
        "role": next((role for role, _ in person.roles.most_common(1)), None),
        "statements": len(person.statements),
        "articles": len({r["doc_id"] for r in person.statements}),
        "first": next(iter(person.dates), None),
        "last": next(reversed(person.dates), None),
        "also": ", ".join(other for other in person.names if other != person.name) or None,
    }


def _statements(person: Person) -> Iterator[dict[str, Any]]:
    for record in person.statements:
        names = ("date", "quote_type", "quote", "role", "source", "via", "doc_id", "id", "url")
        yield {"speaker": person.name, "called": record["speaker"], **{key: record[key] for key in names}}


def _told(found: list[Person]) -> Iterator[str]:
    for person in found:
        roles = "; ".join(role for role, _ in person.roles.most_common(3))
        yield shown(person.name) + (f" – {shown(roles)}" if roles else "")
        articles = len({r["doc_id"] for r in person.statements})
        yield f"  {counted(len(person.statements), 'statement')} in {counted(articles, 'article')}"
        yield from (f"  {shown(line)}" for line in person.evidence)
        for record in person.statements:
            yield f"  {record['date'] or 'undated':<10}  {shown(record['quote'])}"
            yield f"  {'':<10}  {shown(record['id'])}"
        yield ""
