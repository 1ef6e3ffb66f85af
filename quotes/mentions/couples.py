"""Two who speak as one: ``vợ chồng Mai Anh - Lê Nam``."""

from __future__ import annotations

from quotes.mentions.line import DASHES, Line
from quotes.mentions.names import name

COUPLES = frozenset(("vợ chồng", "cặp vợ chồng", "cặp đôi"))


def couple(line: Line, j: int) -> int | None:
    """``vợ chồng | Mai Anh - Lê Nam nói``, ``vợ chồng | anh Nam và chị Hoa nói``: the token after the second."""
    first = _named(line, j)
    if first is None or (line.words[first] not in DASHES and line.words[first] != "và"):
        return None
    second = _named(line, first + 1)
    return second if second is not None and line.cue(second) else None


def _named(line: Line, j: int) -> int | None:
    address = line.address(j) if not line.caps[j] else None
    start = address[1] if address is not None else j
    return name(line, start) if line.caps[start] else None
