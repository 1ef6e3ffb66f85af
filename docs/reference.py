"""Makes the reference pages when the site is built, from what they describe: commands, record, rules, lexicon."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from quotes.attributions import turns
from quotes.cli import COMMANDS, main
from quotes.confidence import RULES as PRECISION
from quotes.confidence import SPEAKER_RULES
from quotes.exports import FORMATS
from quotes.records import schema

ROOT = Path(__file__).parents[1]
STAGES = {
    "cues": "Cues: is this word of saying one here?",
    "mentions": "Mentions: who could be speaking?",
    "attributions": "Attributions: who says what, and where it ends",
    "speakers": "Speakers: which person or body it is",
    "dates": "Dates: when it was said",
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Called by mkdocs: adds the pages."""
    for name, page in (("commands", commands), ("record", record), ("rules", rules), ("lexicon", lexicon)):
        files.append(File.generated(config, f"reference/{name}.md", content="\n".join(page()) + "\n"))
    return files


def commands() -> Iterator[str]:
    """Every command with its help, as the terminal shows it."""
    yield "# Commands\n\nEvery command prints this with `--help`.\n"
    quotes = main.make_context("quotes", ["--help"], resilient_parsing=True)
    for name in main.list_commands(quotes):
        command = main.get_command(quotes, name)
        assert command is not None
        context = click.Context(command, quotes, name, max_content_width=96, terminal_width=96)
        yield f"## {name}\n\n{COMMANDS[name].help}\n\n```text\n{command.get_help(context)}\n```\n"
    yield "## Formats of `quotes export`\n\n| format | makes | for | needs the text |\n| --- | --- | --- | --- |"
    for name, entry in FORMATS.items():
        yield f"| `{name}` | `{entry.output}` | {entry.help} | {'yes' if entry.texts else 'no'} |"


def record() -> Iterator[str]:
    """The record, field by field, from its schema."""
    yield f"# The record\n\n{schema()['description']}\n\n`quotes schema` prints the JSON Schema (Draft 2020-12).\n"
    required = set(schema()["required"])
    for name, spec in schema()["properties"].items():
        yield f"## {name}\n\n{spec['description']}\n"
        yield f"- Type: {_type(spec)}{'' if name in required else '; may be missing'}"
        if examples := [f"`{json.dumps(example, ensure_ascii=False)}`" for example in spec.get("examples", ())]:
            yield f"- Examples: {', '.join(examples)}"
        yield ""


def _type(spec: dict[str, Any]) -> str:
    if "enum" in spec:
        return "one of " + ", ".join(f"`{value}`" for value in spec["enum"])
    if "anyOf" in spec:
        return " or ".join(_type(option) for option in spec["anyOf"])
    if "$ref" in spec:
        return "`{start, end}`"
    if "const" in spec:
        return f"`{spec['const']!r}`"
    kind = spec.get("type", "any")
    return kind if isinstance(kind, str) else " or ".join(kind)


def rules() -> Iterator[str]:
    """Every rule: its docstring, whose first line is the pattern, its examples, and its precision where measured."""
    yield "# The rules\n"
    yield "In the order in which they are tried. An example that begins with `!` must leave the rule silent.\n"
    for stage, heading in STAGES.items():
        yield f"## {heading}\n"
        for rule in _rules_of(stage):
            yield from _rule(stage, rule.__name__, _code(inspect.getdoc(rule) or "No description yet."))
        if stage == "attributions":
            # These read an article and not a sentence, so that no table holds them.
            for name, pattern in turns.PATTERNS.items():
                yield from _rule(stage, name, pattern)


def _rule(stage: str, name: str, description: str) -> Iterator[str]:
    yield f"### {name}\n\n{description}\n"
    if (measured := PRECISION.get(name, SPEAKER_RULES.get(name))) is not None:
        yield f"Precision: {measured:.2f}, see [Accuracy and speed](../accuracy.md).\n"
    examples = ROOT / "tests" / "examples" / stage / f"{name}.txt"
    if examples.is_file():
        yield f"```text\n{examples.read_text(encoding='utf-8').strip()}\n```\n"


def _rules_of(stage: str) -> Iterator[Callable[..., object]]:
    package = importlib.import_module(f"quotes.{stage}")
    seen: list[object] = []
    for module in (package, *_submodules(package)):
        for name, table in vars(module).items():
            if re.fullmatch(r"(\w+_)?RULES", name) and isinstance(table, tuple):
                for rule in filter(None, map(_function, table)):
                    if rule not in seen:
                        seen.append(rule)
                        yield rule


def _submodules(package: ModuleType) -> list[ModuleType]:
    names = (found.name for found in pkgutil.iter_modules(getattr(package, "__path__", [])))
    return [importlib.import_module(f"{package.__name__}.{name}") for name in names]


def _function(entry: Any) -> Callable[..., object] | None:
    """The function of an entry of a rule table: itself, or the one that stands in it beside what it needs."""
    if inspect.isfunction(entry):
        return entry
    within = entry if isinstance(entry, tuple) else [getattr(entry, name) for name in getattr(entry, "__slots__", ())]
    return next(filter(inspect.isfunction, within), None)


def _code(text: str) -> str:
    """A docstring as Markdown: double backquotes are single ones, examples are blocks."""
    text = re.sub(r"(?m)^>>> (?:.|\n)*?(?=\n\n|\Z)", lambda m: f"```pycon\n{m.group()}\n```", text)
    return text.replace("``", "`") if "```" not in text else re.sub(r"(?<!`)``(?!`)", "`", text)


def lexicon() -> Iterator[str]:
    """Every word list: what its head says, and its entries."""
    yield "# The lexicon\n\nThe words, as `quotes/lexicon/*.toml` has them. [How to add one](../howto/extend.md).\n"
    for path in sorted((ROOT / "quotes" / "lexicon").glob("*.toml")):
        source = path.read_text(encoding="utf-8")
        head = re.match(r"(?:#.*\n)*", source)
        notes = (
            "\n".join(line.removeprefix("#").removeprefix(" ") for line in head.group().splitlines()) if head else ""
        )
        entries = tomllib.loads(source)["entry"]
        yield f"## {path.stem}\n\n{len(entries)} entries.\n\n```text\n{notes}\n```\n"
        yield "| words | what is known of them | example |\n| --- | --- | --- |"
        yield from (_entry(entry) for entry in entries)
        yield ""


def _entry(entry: dict[str, Any]) -> str:
    words = [entry["form"]] if "form" in entry else []
    for key in ("words", "forms"):
        words += entry.get(key, [])
    rest = {k: v for k, v in entry.items() if k not in ("form", "words", "forms", "example")}
    known = "; ".join(f"{k}: {', '.join(map(str, v)) if isinstance(v, list) else v}" for k, v in rest.items())
    cells = (", ".join(words), known, str(entry.get("example", "")))
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
