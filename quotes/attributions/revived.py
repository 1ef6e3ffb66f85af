"""Words of saying that look like no report, and are one after all for what stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.model import Cue

if TYPE_CHECKING:
    from quotes.attributions.line import Line


def is_verb_after_all(line: Line, c: Cue) -> bool:
    """A word that looked like a noun, but has its subject right before it and something to say behind it."""
    if c.dead == "relative":
        return any(0 < c.first - r.last < 12 for r in line.quoted_by)  # trích lời ông Nam nói rằng
    if c.dead == "nothing_named":  # Mọi người hay gọi là “Tí”; but `còn gọi là “Tí”`
        near = line.mention_ending(line.verb_start(c.first))
        return near is not None and near.form != "document" and line.words[near.first - 1] not in ("mà", "điều", "gì")
    if c.dead == "listed":
        return line.told_behind_comma(c)
    if c.dead == "planned":  # nước có mùi nên đề nghị thành phố kiểm tra; but `ông Nam nên đề nghị …`
        therefore = line.words[c.first - 1] == "nên" and line.entry(c).kind == "request"
        return therefore and not any(m.last == c.first - 1 for m in line.mentions)
    if c.dead == "above":  # Anh Nam nói trên Chợ Quê rằng …
        written = line.raw(c.last + 1)[:1] if c.last + 1 < line.n else ""
        return written.isupper() and line.mention_ending(line.verb_start(c.first)) is not None
    if c.dead != "noun":
        return False
    if line.words[c.last : c.last + 1] == ("rằng",) and _is_given(line, c):
        return True
    if not {"clause", "object_clause", "verb_phrase"} & line.entry(c).takes:
        return False
    near = line.mention_ending(line.verb_start(c.first))
    if near is None or line.governed(near) or near.form == "document":
        return False
    if line.words[c.first - 1] == "có":
        return False  # đã có kết luận
    ends = c.last >= line.n or line.words[c.last] in (".", ":")
    first = c.last + (c.last < line.n and line.words[c.last] == ",")
    return (line.entry(c).after if ends else line.may_begin_clause(first)) and line.begins_clause(near, 0)


def _is_given(line: Line, c: Cue) -> bool:
    """`đưa ra lời hứa | rằng`, `buông lời mỉa mai | rằng`: a noun, with a verb before it and what it says behind it."""
    if _GIVES.isdisjoint(line.words[max(c.first - _NEAR, 0) : c.first]):
        return False
    return any(m.last < c.first and line.begins_clause(m, 0) and not line.governed(m) for m in line.mentions)


_NEAR = 4  # words: `gửi đi một lời | nhắn`
_GIVES = frozenset(("có", "ra", "gửi", "buông", "thốt", "lại", "phát", "trao", "tung", "dành"))
