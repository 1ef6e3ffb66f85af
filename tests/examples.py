"""The examples of the rules: ``tests/examples/<stage>/<rule>.txt``, an annotated sentence a line.

``{cue nói}`` names a stretch; without the braces and their labels the line is the text. `` / `` stands for the end of a
line, for what takes more than one. A line that begins with ``!`` is one in which the rule must not answer.
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).parent / "examples"
_LABELLED = re.compile(r"\{(\w+) ([^{}]*)\}")


def lines(stage: str) -> list[tuple[str, str]]:
    """All examples of a stage, each with the name of its rule."""
    files = sorted((FOLDER / stage).glob("*.txt"))
    return [(path.stem, line) for path in files for line in path.read_text("utf-8").splitlines() if line]


def plain(annotated: str) -> str:
    """The text of an example."""
    return _LABELLED.sub(r"\2", annotated.removeprefix("!")).replace(" / ", "\n")


def stretches(annotated: str, label: str) -> tuple[tuple[int, int], ...]:
    """Where in the text the stretches of a label stand."""
    annotated = annotated.removeprefix("!")
    found = []
    for match in _LABELLED.finditer(annotated):
        if match[1] == label:
            start = len(plain(annotated[: match.start()] + "\0")) - 1  # the mark keeps a line's end before it whole
            found.append((start, start + len(match[2])))
    return tuple(found)
