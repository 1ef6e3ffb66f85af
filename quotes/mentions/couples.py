"""Two who speak as one: ``vợ chồng Mai Anh - Lê Nam``."""

from __future__ import annotations

from quotes.mentions.line import DASHES, TITLES, Line
from quotes.mentions.names import name

COUPLES = frozenset(("vợ chồng", "cặp vợ chồng", "cặp đôi"))


def couple(line: Line, j: int) -> int | None:
    """``vợ chồng | Mai Anh - Lê Nam nói``, ``vợ chồng | ca sĩ A và chị B nói``: the token after the second."""
    work = TITLES.longest(line.words, j)
    j = work[1] if work is not None and work[0].kind in ("profession", "status") and line.caps[work[1]] else j
    first = _named(line, j)
    if first is None or (line.words[first] not in DASHES and line.words[first] != "và"):
        return None
    second = _named(line, first + 1)
    return second if second is not None and line.cue(second) else None


def _named(line: Line, j: int) -> int | None:
    address = line.address(j) if not line.caps[j] else None
    start = address[1] if address is not None else j
    return name(line, start) if line.caps[start] else None
