"""Words that point back: ``này``, ``đó``, ``nói trên``, ``trên``."""

from __future__ import annotations

from quotes.mentions.line import POINTING, Line


def pointed(line: Line, j: int) -> int:
    """The token after ``này``, ``đó``, ``nói trên``, ``trên``, where it stands at ``j``."""
    if line.words[j] in POINTING and not line.caps[j]:
        return j + 1
    if line.words[j] == "nói" and line.words[j + 1] == "trên" and _over(line, j + 2):
        return j + 2
    if line.words[j] == "trên" and not line.caps[j] and (line.cue(j + 1) or line.words[j + 1] in _GOES_ON):
        return j + 1  # nhân viên trên | cho biết
    return j


_GOES_ON = frozenset("đã cũng còn vẫn sẽ đang".split())


def _over(line: Line, j: int) -> bool:
    """Whether the noun phrase ends at ``j``: ``các công ty nói trên | đã``, not ``bà nói trên | tờ Sao``."""
    return j >= line.n or not line.words[j][0].isalnum() or line.cue(j) or (line.predicate(j) and not line.caps[j])
