"""Where clauses begin and end: what stands in a pair of brackets or short marks is a part of its clause."""

from __future__ import annotations

import re

_PAIRED = r"\([^()\n]{1,80}\)|“[^“”\n]{1,80}”|\"[^\"\n]{1,80}\"|«[^«»\n]{1,80}»"
_EDGE = re.compile(rf"{_PAIRED}|(?P<edge>[,;:()\[\]“”\"«»–—\n]|(?<=\s)-(?=\s))")


def has_edge(text: str) -> bool:
    """Whether a clause ends within the text.

    >>> has_edge(" tại “Ngày hội đọc sách” (Huế) "), has_edge(" ở Huế, nơi ông ")
    (False, True)
    """
    return any(m["edge"] for m in _EDGE.finditer(text))


def last_clause(text: str) -> int:
    """Where the last clause of the text begins.

    >>> last_clause("Ở Huế, ông (55 tuổi) nói")
    6
    """
    return max((m.end() for m in _EDGE.finditer(text) if m["edge"]), default=0)


def has_name(text: str, name: str) -> bool:
    """Whether a text names somebody; who is only described has a capital where a sentence begins with him.

    >>> has_name("Một nữ phóng viên đặt câu hỏi.", "một nữ phóng viên")
    True
    """
    return name in text or (name[:1].islower() and f"{name[0].upper()}{name[1:]}" in text)


def in_pair(text: str, place: int) -> bool:
    """Whether a place lies in brackets or in short marks."""
    return any(m.start() < place < m.end() for m in _EDGE.finditer(text))
