"""Relative clauses beside a name: ``, người từng là đội trưởng B,``, ``, người viết tiểu sử cho ông A,``."""

from __future__ import annotations

from quotes.lexicon import Word
from quotes.mentions.line import CUES, DASHES, TITLES, Line
from quotes.mentions.titles import title

# Who is where in a picture, and what one wears, tells of nobody: `, người đứng giữa,`.
_SHOWN = frozenset("trái phải giữa áo mặc đứng ngồi cầm hàng bìa mà này".split())
_STANDS_FOR = (("đứng", "tên"), ("đứng", "đầu"), ("đứng", "sau"), ("đứng", "lớp"), ("đứng", "ra"), ("đứng", "đơn"))
_SEEN = 4  # words of a clause among which one of these stands
_LONGEST = 25
_VERB = 9  # words of a clause after `người` among which `là`, `với vai trò`, `giữ chức` stands
_SAYS = (
    ("cho", "biết"),
    ("cho", "hay"),
    ("cho", "rằng"),
    ("kể", "lại"),
    ("kể", "rằng"),
    ("nói", "rằng"),
    ("nhớ", "lại"),
)
_NEAR = 4
_OF = frozenset("của tại thuộc ở cho trong".split())
_FOR_WHAT = frozenset(("với", "vì", "nhờ", "khi", "qua"))  # người nổi tiếng | với nhiều bộ phim
_DID = frozenset(("đã", "vừa", "mới"))  # người dẫn chương trình của đài A | đã tiết lộ
_MARKS = frozenset('“"«')
_POSTS = frozenset(("là", "trò", "chức", "làm"))
SOMEONE = TITLES.phrases[("người",)]


def clause(line: Line, mark: int, k: int) -> tuple[int, Word, tuple[int, int]] | None:
    """The token after a clause that ``người`` at ``k`` opens behind a mark, and the role it tells, with its head.

    It ends with the comma or dash that closes it, or before ``cho biết`` of the sentence.
    """
    famous = line.words[k : k + 3] == ("người", "nổi", "tiếng") and line.words[k + 3] in _FOR_WHAT
    begins = line.predicate(k + 1) or line.words[k + 1] in ("cùng", "quen")
    if line.words[k] != "người" or line.caps[k] or not (begins or famous):
        return None
    known = TITLES.longest(line.words, k)
    if known is not None and known[1] > k + 1 and not famous:
        return None
    closing = DASHES if line.words[mark] in DASHES else (",",)
    end = next((e for e in range(k + 2, min(k + _LONGEST, line.n)) if _closes(line, e, k, closing)), None)
    if end is None:
        return None
    for p in range(k + 1, min(k + _VERB, end)):
        t = title(line, p + 1, loose=True) if line.words[p] in _POSTS else None
        if t is not None and not t.head.weak:  # người từng là | đội trưởng
            return end, t.head, (p + 1, end if end - t.end <= _NEAR or line.words[t.end] in _OF else t.end)
    told = _SHOWN.isdisjoint(line.words[k + 1 : k + _SEEN]) or line.words[k + 1 : k + 3] in _STANDS_FOR
    return end, SOMEONE, (k, end) if told else (k, k)


def _closes(line: Line, j: int, k: int, closing: frozenset[str] | tuple[str, ...]) -> bool:
    if line.words[j] in closing or (line.words[j] == "." and j >= line.n - 1):
        return True
    if j <= k + 3:
        return False
    return line.words[j : j + 2] in _SAYS or (line.words[j] in _DID and line.cue(j + 1)) or _leads_to_marks(line, j)


def _leads_to_marks(line: Line, j: int) -> bool:
    """``người cũng là giám đốc hãng B | nói “…”``: a word of saying with marks right behind it."""
    said = CUES.longest(line.words, j)
    if said is None or not said[0]:
        return False
    i = said[1] + (line.words[said[1]] in (":", "rằng"))
    return line.words[i] in _MARKS
