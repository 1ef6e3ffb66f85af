"""What a statement's own sentence says of its time without telling it: at some other time, more than once."""

from __future__ import annotations

import re

from quotes.dates.clauses import has_edge, last_clause
from quotes.dates.marks import Mark
from quotes.dates.occasions import Statement
from quotes.dates.reader import Reader
from quotes.dates.stated import LEAD_IN, NAMED, SPOKEN_AT, Rule
from quotes.dates.times import LONGEST
from quotes.model import Dating, Span

_BARE_LEAD_IN = re.compile(
    r"^[\s\-–•.…]*+(?:(?:vào|và|nhưng|song|tuy nhiên|ngay từ|không lâu|ít lâu|"
    r"trong|do|vì|là|khi|ngay|cũng|qua)\s++)*+$",
    re.IGNORECASE,
)
_BECAUSE = re.compile(r"(?<!\w)(?:do|vì|bởi)\s+$", re.IGNORECASE)
_MEANWHILE = re.compile(r"(?<!\w)trong (?:khi|lúc) đó(?!\w)", re.IGNORECASE)
_WHO_WAS = re.compile(r"(?:người|ai) từng|từng là", re.IGNORECASE)
_EACH = re.compile(r"(?<!\w)(?:cho|đến|tới|với|của|ở|tại|trong|theo)\s+$", re.IGNORECASE)
_REACH = 60  # characters after a cue in which its adverbial can stand
# Tại nhiều hội thảo, …; Từng chia sẻ về chuyện cũ, cô …
_OFTEN = re.compile(
    r"\W*(?:(?:tuy nhiên|nhưng|song|vì vậy|do đó),? )?(?P<when>"
    r"(?:tại|trong|qua|ở) (?:rất )?(?:nhiều|không ít|hàng loạt|những(?= lần)) "
    r"(?:hội thảo|hội nghị|cuộc|buổi|bài|lần|phiên|diễn đàn|chương trình|dịp|phát biểu|tuyên bố|văn bản|tài liệu|"
    r"báo cáo|thư|đơn|video|clip|xuất hiện|gặp)(?!\w)"
    r"|từng (?:chia sẻ|trả lời|nói|tiết lộ|phát biểu|tâm sự|bộc bạch|trải lòng|kể|thừa nhận|bày tỏ|lên tiếng)(?!\w))",
    re.IGNORECASE,
)


def time_not_known(reader: Reader, s: Statement) -> Dating | None:
    """``Một năm sau, bà kể …``: a time before the cue that cannot be counted out; not ``hôm nay``."""
    for t in s.times:
        if t.expression.anchor == "document" and not t.expression.shift and reader.calendar.document_date:
            continue
        if t.resolved.date is None and t.span.end <= s.place.start and LEAD_IN.match(reader.clause_before(t) + " "):
            return Dating(None, "none", "time_not_known", t.span, t.resolved.note)
    return None


def told_elsewhen(reader: Reader, s: Statement) -> Dating | None:
    """``Trước đó, ông tuyên bố …``, ``Ông gần đây nói …``: at some other time, which is not told."""
    for m in reader.marks(s.sentence.index):
        if m.kind in ("elsewhen", "then") and is_adverbial_of(reader, s, m):
            return Dating(None, "none", "told_elsewhen", Span(m.start, m.end), f"“{m.word}”: at some other time")
    return None


def said_repeatedly(reader: Reader, s: Statement) -> Dating | None:
    """``Ông từng tâm sự …``, ``… nhiều lần công khai cảnh báo …``, ``Tại nhiều hội thảo, …``: more than once, or once
    upon a time.
    """
    a, text = s.attribution, reader.doc.text
    if a.cue is None:
        return None
    if often := _OFTEN.match(text, s.sentence.start, max(s.sentence.start, s.place.start)):
        return Dating(None, "none", "said_repeatedly", Span(*often.span("when")), "at some other time")
    for m in reader.marks(s.sentence.index):
        if m.kind != "repeated" or not s.sentence.start <= m.start < a.cue.start:
            continue
        between = text[m.end : a.cue.start]
        near = len(between.split()) <= 2 and not has_edge(between)
        end = a.source.span.end if a.source else m.end + 1
        of_source = end <= m.start and len(text[end : m.start].split()) <= 2
        each = _EACH.search(text, max(0, m.start - 8), m.start)
        if (near or of_source) and not each and not _WHO_WAS.search(text, max(0, m.start - 6), m.end + 3):
            return Dating(None, "none", "said_repeatedly", Span(m.start, m.end), f"“{m.word}”: at some other time")
    return None


def opens_elsewhen(reader: Reader, sentence: int, m: Mark) -> bool:
    """Whether an adverbial of another time opens a clause, or ends one like ``Trong tuyên bố trước đó, …``."""
    text, start = reader.doc.text, reader.doc.sentences[sentence].start
    if _MEANWHILE.search(text, max(0, m.start - 12), m.end):
        return False
    start = max(start, m.start - LONGEST)
    clause = start + last_clause(text[start : m.start])
    if _BARE_LEAD_IN.match(text[clause : m.start]) or _BECAUSE.search(text, max(clause, m.start - 6), m.start):
        return True
    before = {n.kind for n in reader.marks(sentence) if clause <= n.start < m.start}
    return (
        not before.isdisjoint(NAMED) and "topic" not in before and SPOKEN_AT.match(text[clause : m.start]) is not None
    )


def is_adverbial_of(reader: Reader, s: Statement, m: Mark) -> bool:
    """Whether an adverbial says when the statement was made: before the source, beside the cue or after it."""
    a, text = s.attribution, reader.doc.text
    if not any(f.start <= m.start < f.end for f in s.frame):
        return False
    if a.source is not None and a.source.span.start <= m.start < a.source.span.end:
        return False
    if m.start < s.place.start and opens_elsewhen(reader, s.sentence.index, m):
        return True
    if a.cue is None:
        return False
    if m.start >= a.cue.end:
        end = min((c.start for c in a.contents if c.start >= a.cue.end), default=s.sentence.end)
        topics = (n for n in reader.marks(s.sentence.index) if n.kind == "topic" and a.cue.end <= n.start < m.start)
        beside = not has_edge(text[a.cue.end : m.start]) and next(topics, None) is None
        return m.end <= min(end, a.cue.end + _REACH) and beside
    if a.source is None or not a.source.span.end <= m.start < a.cue.start:
        return False
    return not has_edge(text[a.source.span.end : a.cue.start])


WITHHELD: tuple[Rule, ...] = (time_not_known, told_elsewhen, said_repeatedly)
