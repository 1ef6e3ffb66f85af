"""The command line: thin click commands over the library, one file for each or for a small family.

A command is a line in ``COMMANDS`` and is imported when it is called, so that ``quotes --help`` pays for no
library. A ``QuotesError`` becomes a message and the exit code 2 here and nowhere else.
"""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

import click

from quotes import __version__
from quotes.cli.terminal import plain
from quotes.model import QuotesError


class Entry(NamedTuple):
    """Where a command stands, as ``module:attribute``, and its line in ``quotes --help``."""

    target: str
    help: str


COMMANDS: dict[str, Entry] = {
    "extract": Entry("quotes.cli.extract:extract", "Extract the quotations of articles into a dataset."),
    "explain": Entry("quotes.cli.explain:explain", "Tell which rules answered for an article, and why."),
    "show": Entry("quotes.cli.show:show", "Show an article with its quotations in colour."),
    "report": Entry("quotes.cli.report:report", "Make one HTML page of an output folder."),
    "stats": Entry("quotes.cli.stats:stats", "Count by speaker, role, type and date."),
    "speakers": Entry("quotes.cli.speakers:speakers", "List what each person said, by date."),
    "cues": Entry("quotes.cli.cues:cues", "List the words of saying that the rules know."),
    "validate": Entry("quotes.cli.validate:validate", "Check records against the schema and their text."),
    "schema": Entry("quotes.cli.schema:schema", "Print the JSON Schema of a record."),
    "evaluate": Entry("quotes.cli.evaluate:evaluate", "Score extracted quotations against gold."),
    "diff": Entry("quotes.cli.diff:diff", "Compare two outputs: gains, losses, changed fields."),
    "export": Entry("quotes.cli.export:export", "Write the quotations in another tool's format."),
    "import": Entry("quotes.cli.imports:import_", "Read corrected annotations back as gold."),
    "push": Entry("quotes.cli.push:push", "Upload the dataset to a Hub repository."),
}


class Failure(click.ClickException):
    """An error that the user can put right."""

    exit_code = 2


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].target.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # click would import every command to read its first line.
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except QuotesError as error:
            raise Failure(plain(str(error))) from error


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quotes")
def main() -> None:
    """Who said what, in which role and when: quotations from Vietnamese news.

    \b
    Examples:
      quotes extract seeds/
      quotes validate output/ --texts seeds/
    """
