"""``quotes cues``: the words of saying, as a list that others can use."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

import click

from quotes.lexicon import CUE_KINDS, CueEntry
from quotes.lexicon import cues as lexicon


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "toml", "markdown"]),
    default="text",
    show_default=True,
    help="text: one form a line; json, toml: all that is known of each; markdown: a table with examples.",
)
@click.option("--kind", help="Only cues of this kind: say, write, opine, ask, request, commit, accuse, deny, …")
def cues(form: str, kind: str | None) -> None:
    """List the Vietnamese words of saying that the rules know.

    \b
    Examples:
      quotes cues
      quotes cues --format json --kind accuse
    """
    if kind is not None and kind not in CUE_KINDS:
        raise click.BadParameter(f"{kind!r} is none of {', '.join(sorted(CUE_KINDS))}", param_hint="--kind")
    chosen = [entry for entry in lexicon().values() if kind in (None, entry.kind)]
    click.echo(WRITERS[form](chosen), nl=False)


def _text(entries: list[CueEntry]) -> str:
    return "".join(f"{entry.form}\n" for entry in entries)


def _facts(entry: CueEntry) -> dict[str, Any]:
    """An entry with its ``takes`` in a fixed order, and without what is at its default."""
    facts = {**asdict(entry), "takes": sorted(entry.takes)}
    return {key: value for key, value in facts.items() if value not in (False, "")}


def _json(entries: list[CueEntry]) -> str:
    return json.dumps([_facts(entry) for entry in entries], ensure_ascii=False, indent=2) + "\n"


def _toml(entries: list[CueEntry]) -> str:
    # A JSON string, list of strings or truth value of these is the TOML one.
    return "\n".join(
        "[[entry]]\n" + "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items())
        for facts in map(_facts, entries)
    )


def _markdown(entries: list[CueEntry]) -> str:
    rows = ["| form | kind | takes | example |", "| --- | --- | --- | --- |"]
    rows += (f"| {e.form} | {e.kind} | {', '.join(sorted(e.takes))} | {_plain(e.example)} |" for e in entries)
    return "\n".join(rows) + "\n"


def _plain(example: str) -> str:
    """The example as a sentence, its cue in bold."""
    example = re.sub(r"\{cue ([^{}]*)\}", r"**\1**", example)
    return re.sub(r"\{\w+ ([^{}]*)\}", r"\1", example)


WRITERS = {"text": _text, "json": _json, "toml": _toml, "markdown": _markdown}
