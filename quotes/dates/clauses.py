"""Where clauses begin and end: what stands in a pair of brackets or short marks is a part of its clause."""

from __future__ import annotations

import re

_PAIRED = re.compile(r"\([^()\n]{1,80}\)|“[^“”\n]{1,80}”|\"[^\"\n]{1,80}\"|«[^«»\n]{1,80}»")
_EDGE = re.compile(r"[,;:()“”\"«»–—\n]|(?<=\s)-(?=\s)")
_FILLER = "_"


def solid(text: str) -> str:
    """The text, as long as before, with every bracket and every short pair of marks made one long word.

    >>> solid("Đài Sông Xanh (ĐSX) hôm 11/1")
    'Đài Sông Xanh _____ hôm 11/1'
    """
    return _PAIRED.sub(lambda m: _FILLER * len(m.group()), text)


def has_edge(text: str) -> bool:
    """Whether a clause ends within the text.

    >>> has_edge(" tại “Ngày hội đọc sách” (Huế) "), has_edge(" ở Huế, nơi ông ")
    (False, True)
    """
    return _EDGE.search(solid(text)) is not None


def last_clause(text: str) -> int:
    """Where the last clause of the text begins.

    >>> last_clause("Ở Huế, ông (55 tuổi) nói")
    6
    """
    return max((m.end() for m in _EDGE.finditer(solid(text))), default=0)


def in_pair(text: str, place: int) -> bool:
    """Whether a place lies in brackets or in short marks."""
    return any(m.start() < place < m.end() for m in _PAIRED.finditer(text))
