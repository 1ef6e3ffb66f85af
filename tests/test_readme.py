"""What the README and the docs show is what happens.

``>>>`` examples are doctests. After ``$ quotes …`` stands what the command prints; there a line ``…`` leaves lines out,
and `` …`` at the end of a line its rest. ``$ make …`` and other commands are not run here. The commands of a page run
one after the other in one folder, which holds ``seeds/`` and ``tests/gold/`` as a clone does.
"""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from quotes.cli import main

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
page = pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))


def commands(text: str) -> list[tuple[str, str]]:
    """Every ``$ quotes …`` with the output shown under it; a command may go on after a backslash."""
    found = []
    for block in BLOCK.findall(text):
        for part in re.split(r"^\$ ", block.replace("\\\n", ""), flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            if command.startswith("quotes "):
                found.append((command.partition("  #")[0], shown.strip("\n")))
    return found


def as_pattern(shown: str) -> str:
    """Lines as they stand; a line ``…`` for any lines, an `` …`` at the end of one for any words."""
    lines = (r"(?:.*\n)*?" if line.strip() == "…" else _line(line.rstrip()) + "\n" for line in shown.splitlines())
    return "".join(lines)


def _line(line: str) -> str:
    return re.escape(line.removesuffix(" …")) + " .*" if line.endswith(" …") else re.escape(line)


@page
def test_python_examples(path: Path) -> None:
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    assert doctest.testfile(str(path), module_relative=False, optionflags=flags).failed == 0


@page
def test_commands(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "tests" / "gold", tmp_path / "tests" / "gold")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for command, shown in commands(path.read_text(encoding="utf-8")):
        command, _, kept = command.partition(" > ")
        result = CliRunner().invoke(main, shlex.split(command)[1:])
        assert result.exit_code in (0, 1), f"{command}\n{result.output}"
        if kept:
            Path(kept).write_text(result.stdout, encoding="utf-8")
        if shown:
            output = "".join(line.rstrip() + "\n" for line in result.output.strip("\n").splitlines())
            assert re.fullmatch(as_pattern(shown), output), f"{command}\n{result.output}"


def test_the_readme_shows_a_run() -> None:
    shown = commands((ROOT / "README.md").read_text(encoding="utf-8"))
    assert any(command.startswith("quotes extract") and output for command, output in shown)


def test_a_wrong_output_would_be_seen() -> None:
    assert re.fullmatch(as_pattern("a\n…\nd"), "a\nb\nc\nd\n")
    assert not re.fullmatch(as_pattern("a\n…\nd"), "a\nb\nc\n")
    assert commands("```console\n$ make extract\n$ quotes a \\\n  b  # why\nx\n```\n") == [("quotes a   b", "x")]
