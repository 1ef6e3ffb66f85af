"""The command line as a whole: cheap help, one place for errors, an example in every command's help."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from factories import DOC_ID, TEXT, jsonl, records

from quotes.cli import COMMANDS, main
from quotes.cli.terminal import plain
from quotes.model import QuotesError

HEAVY = {"datasets", "polars", "pyarrow", "pandas", "numpy", "underthesea", "jsonschema", "jsonschema_rs"} | {
    "rich",
    "jinja2",
    "trafilatura",
}


def loaded_by(code: str) -> set[str]:
    """The top-level packages that a fresh interpreter holds after some code."""
    script = f"{code}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}}, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_help_pays_for_no_library() -> None:
    loaded = loaded_by("from quotes.cli import main\nmain(['--help'], standalone_mode=False)")
    assert "click" in loaded
    assert loaded & HEAVY == set()


def test_import_quotes_pays_for_no_library() -> None:
    assert loaded_by("import quotes\nquotes.Article, quotes.QuotesError") & (HEAVY | {"click"}) == set()


@pytest.mark.parametrize(
    "first",
    [
        "",
        "import quotes.extract, quotes.explain, quotes.batch",
        "from quotes.extract import extract_article",
        "from quotes import explain, extract_batch",
        "import quotes; quotes.extract; import quotes.extract",
    ],
)
def test_functions_are_functions_whatever_was_imported_before(first: str) -> None:
    script = f"{first}\nfrom quotes import explain, extract, extract_batch\nprint(*map(callable, (explain, extract)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("True True\n", "")


def test_help_lists_every_command() -> None:
    output = CliRunner().invoke(main, ["--help"]).output
    assert [line.split()[0] for line in output.partition("Commands:\n")[2].splitlines()] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_has_an_example(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert f"quotes {name} " in result.output.partition("Example")[2]
    assert CliRunner().invoke(main, [name, "-h"]).output == result.output


def test_an_error_is_a_message_and_exit_code_2(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise QuotesError("a\x1b[31m.txt: không có; check the name")

    monkeypatch.setattr(type(main), "get_command", lambda *_: click.Command("fail", callback=fail))
    result = CliRunner().invoke(main, ["fail"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: a\\x1b[31m.txt: không có; check the name\n"


def test_a_bug_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(main), "get_command", lambda *_: click.Command("fail", callback=lambda: 1 / 0))
    assert isinstance(CliRunner().invoke(main, ["fail"]).exception, ZeroDivisionError)


def test_unknown_command() -> None:
    assert CliRunner().invoke(main, ["nonsense"]).exit_code == 2
    assert "nonsense" not in COMMANDS


LONG = {
    "validate": ["{records}", "{records}", "--texts", "{texts}"],
    "export": ["conll", "{records}", "--texts", "{texts}", "-o", "{made}"],
    "report": ["{records}", "--texts", "{texts}", "-o", "{made}"],
    "stats": ["{records}"],
    "speakers": ["{records}"],
    "diff": ["{records}", "{records}"],
}
DOING = {"validate": "checking", "export": "writing", "report": "making the page"}


@pytest.mark.parametrize("name", LONG)
def test_what_takes_long_shows_progress_on_a_terminal(name: str, tmp_path: Path) -> None:
    (tmp_path / "quotes.jsonl").write_bytes(jsonl(records()))
    (tmp_path / f"{DOC_ID}.txt").write_bytes(TEXT.encode())
    files = {"records": tmp_path / "quotes.jsonl", "texts": tmp_path / f"{DOC_ID}.txt", "made": tmp_path / "made"}
    command = [
        sys.executable,
        "-c",
        "from quotes.cli import main; main()",
        name,
        *(a.format(**files) for a in LONG[name]),
    ]
    surroundings = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    plain_output = subprocess.run(command, capture_output=True, check=False, env=surroundings).stdout
    ours, theirs = pty.openpty()
    # Only the messages go to the terminal: the output, in a file, must have nothing of the bar.
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=surroundings)
    os.close(theirs)
    output, _ = process.communicate(timeout=120)
    told = os.read(ours, 65536).decode()
    os.close(ours)
    assert DOING.get(name, "reading") in told
    assert output == plain_output
    assert process.returncode == 0


def test_schema_is_printed_as_it_is_written() -> None:
    written = Path(__file__).parents[1] / "schema" / "quotation.schema.json"
    assert CliRunner().invoke(main, ["schema"]).stdout_bytes == written.read_bytes()


@pytest.mark.parametrize("c", ["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u200b", "\ufeff", "\ud800", "\r", "\x00"])
def test_what_could_steer_a_terminal_is_written_out(c: str) -> None:
    assert plain(f"a{c}b").isascii()
    assert plain(f"a{c}b") == f"a{c.encode('unicode_escape').decode()}b"


def test_what_is_plain_stays() -> None:
    assert plain("Đường “mới”,\u00a0ông nói…\n") == "Đường “mới”,\u00a0ông nói…\n"
