"""Several kinds of people or bodies in a row: ``các bác sĩ, điều dưỡng khoa Nhi``, ``nhiều hiệp hội, doanh nghiệp``."""

from __future__ import annotations

from quotes.mentions.bodies import body
from quotes.mentions.counted import NOUNS
from quotes.mentions.line import Line
from quotes.mentions.titles import title

_KINDS = 4  # behind the first
_JOINS = frozenset((",", "và", "hoặc", "hay", "lẫn"))
_GOES_ON = _JOINS | {"của", "thuộc", "ở", "tại", "trong", "từ", "về", "với", "cho", "đến", "trên"}
_BEFORE = frozenset("nay qua đó này đây rồi".split())  # the last words of a time: hôm nay | các bác sĩ, …


def row(line: Line, i: int, end: int) -> int:
    """``Các bác sĩ | , điều dưỡng và bệnh nhân cho biết``: the token after the last of them; ``end`` where none follow.

    Behind a comma another subject may stand: so they must head their clause, and what they all say or do must follow.
    """
    if line.words[end] != "," or (i and line.words[i - 1][0].isalnum() and line.words[i - 1] not in _BEFORE):
        return end
    j = end
    for _ in range(_KINDS):
        after = _kind(line, j + 1) if line.words[j] in _JOINS else None
        if after is None:
            break
        j = after
    acts = line.cue(j) or (line.predicate(j) and line.words[j][:1].isalpha() and line.words[j] not in _GOES_ON)
    return j if j > end and acts and not line.caps[j] else end


def _kind(line: Line, j: int) -> int | None:
    """The token after a further kind of people or bodies, none of them named."""
    j += line.words[j] in ("các", "những")
    people = title(line, j) if j < line.n else None
    if people is not None and people.head.kind != "prefix":
        return None if people.definite or line.caps[people.end] else people.end
    inner = body(line, j) if j < line.n else None
    if inner is not None:
        return None if inner.definite or any(line.caps[j : inner.end]) else inner.end
    noun = NOUNS.longest(line.words, j)
    return noun[1] if noun is not None and not line.caps[j] else None
