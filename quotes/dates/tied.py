"""When a statement was made that is tied by name to a time told before: ``khi đó``, ``tại hội nghị``, ``văn bản``."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import takewhile

from quotes.dates.clauses import has_edge
from quotes.dates.marks import OCCASIONS, Mark
from quotes.dates.occasions import Occasion, Statement, Time
from quotes.dates.reader import Reader
from quotes.dates.stated import LEAD_IN
from quotes.dates.withheld import is_adverbial_of
from quotes.model import Dating

_AT = re.compile(
    r"(?:(?<!\w)(?:tại|trong|ở|sau|bên lề|bắt đầu|kết thúc|mở đầu|khép lại|kết luận|bế mạc|dự|chủ trì|phát biểu|"
    r"chỉ đạo)\s+"
    r"(?:(?:khi|cùng|toàn bộ|suốt|khuôn khổ|ý kiến|khai mạc|bế mạc|tại)\s+)*(?P<a>một\s+)?(?:cuộc\s+|buổi\s+)?|^\W*)$",
    re.IGNORECASE,
)
_JUST_BEFORE = re.compile(r"(?<!\w)trước(?P<a>) $", re.IGNORECASE)  # trước buổi tập, to which reporters are let in
_IN_WRITING = re.compile(
    r"(?:(?<!\w)(?:theo|tại|trong)\s+(?:nội dung\s+)?|^[\W]*(?:(?:nội dung|đại ý)\s+)?|[”\"»]\W*)"
    r"(?:(?:bức|bản|tờ|lá|cuốn|quyển)\s+)?$",
    re.IGNORECASE,
)
_KINS = (
    (("bài báo", "bài viết"), re.compile("bài|phóng sự")),
    (("bài đăng", "bài viết", "dòng trạng thái", "status"), re.compile("bài|dòng|status|tweet")),
    (("văn bản", "tài liệu"), re.compile("công|tờ trình|chỉ thị|thông báo|quyết định|kết luận|báo cáo|tài liệu|văn")),
    (("clip", "video", "đoạn clip"), re.compile("clip|video|đoạn")),
)
_OF_OTHERS = re.compile(r"\s+(?:của|từ|mới|khác|do|gần đây|trước đó)(?!\w)", re.IGNORECASE)
_OWNER = re.compile(r"\s+(?:của|từ|do)\s+(?P<who>[^,.;:“\"\n]{1,60})")
_NAMES = re.compile(r"[A-ZĐÀ-Ỹ]\w+(?:\s+[A-ZĐÀ-Ỹ]\w+)*")
_ANOTHER = re.compile(r"(?:\s+\w+){0,3}?\s+(?:mới đây|gần đây|khác|trước đó|trước đây)(?!\w)", re.IGNORECASE)
_UNTIL = re.compile(r"(?<!\w)(?:trước|sau) khi(?!\w)", re.IGNORECASE)
_RIGHT_AFTER = re.compile(
    r"\W*(?:(?:ngay|(?:chỉ )?(?:ít|vài) (?:phút|giờ)) sau|(?:ngay )?lập tức)(?!\w)",
    re.IGNORECASE,
)
_JUST = 2  # sentences
_HERE = re.compile(r"(?<!\w)(?:tại đây|dịp này)(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REACH = 40  # characters after a cue
_BACK, _PARAGRAPHS = 5, 3  # sentences and paragraphs that khi đó points back over
NEAR = 6  # sentences


def back_then(reader: Reader, s: Statement) -> Dating | None:
    """``Năm 2010, bà sang Mỹ. Khi đó, bạn bè khuyên …``: a word that points back to the time that was told last."""
    if not any(m.kind == "then" and is_adverbial_of(reader, s, m) for m in reader.marks(s.sentence.index)):
        return None
    t = told_before(reader, s.sentence.index, s.place.start)
    return Dating(t.resolved.date, "context", "back_then", t.span, "told before") if t else None


def right_after(reader: Reader, s: Statement) -> Dating | None:
    """``Kho cháy tối 9/1. Ngay sau vụ cháy, ông Nam nói …``: on the recent day that was just told."""
    opens = _RIGHT_AFTER.match(reader.doc.text, s.sentence.start, max(s.sentence.start, s.place.start))
    if s.times or opens is None or not has_edge(reader.doc.text[opens.end() : s.place.start]):
        return None
    for i in range(s.sentence.index - 1, max(-1, s.sentence.index - 1 - _JUST), -1):
        if reader.doc.sentences[i].paragraph < s.sentence.paragraph - 1:
            return None
        for t in reversed(reader.times.get(i, ())):
            if t.expression.grain != "day" or not reader.recent(t.resolved.date) or reader.in_words(t.span.start):
                continue
            if reader.to_come(t):
                return None
            return Dating(t.resolved.date, "context", "right_after", t.span, "told just before")
    return None


def told_before(reader: Reader, sentence: int, place: int) -> Time | None:
    """The time told last before a sentence, to which a word in it points back."""
    for i in range(sentence - 1, max(-1, sentence - 1 - _BACK), -1):
        if reader.doc.sentences[i].paragraph < reader.doc.sentences[sentence].paragraph - _PARAGRAPHS:
            return None
        for t in reversed(reader.times.get(i, ())):
            if not t.resolved.date or reader.to_come(t) or reader.in_words(t.span.start):
                continue
            before = reader.clause_before(t)
            of_event = any(m.kind == "other" for m in reader.marks_before(t))  # vụ cháy năm 2018
            other = reader.is_now(t) or (reader.belongs_elsewhere(t) and not of_event) or _UNTIL.search(before)
            if LEAD_IN.match(before + " ") or not other:
                return None if _YEAR.search(reader.doc.text, t.span.end, place) else t  # it may be that year
    return None


def occasion_named(reader: Reader, s: Statement) -> Dating | None:
    """``Phát biểu tại buổi lễ, …``, ``Tại đây, …``, ``Cuộc họp kết luận …``: an occasion dated elsewhere."""
    for m in reader.marks(s.sentence.index):
        if m.kind not in OCCASIONS or (m.start >= s.place.start and not _beside_cue(reader, s, m)):
            continue
        if not any(f.start <= m.start < f.end for f in s.frame):
            continue
        if _ANOTHER.match(reader.doc.text, m.end):
            continue
        before = reader.doc.text[max(s.sentence.start, m.start - 50) : m.start]
        at = _AT.search(before) or (_JUST_BEFORE.search(before) if m.word == "buổi tập" else None)
        found = reader.occasion_alike(m.word, s.place.start) if at else None
        if at and found and (not at["a"] or found.word == m.word):
            return at_occasion(found, "occasion_named")  # tại một cuộc họp: another one, unless it has the very name
    if reader.occasions and any(_HERE.search(reader.doc.text, f.start, min(f.end, s.place.start)) for f in s.frame):
        found = reader.occasion_alike("", s.place.start)
        return at_occasion(found, "occasion_named") if found else None
    return None


def occasion_before(reader: Reader, s: Statement) -> Dating | None:
    """``Trước đó, tại cuộc họp báo, bà nói …``: an occasion by the very name under which the article gives it a day."""
    marks = reader.marks(s.sentence.index) if reader.occasions else ()
    earlier = next((m.start for m in marks if m.kind == "elsewhen"), s.place.start)
    for m in marks:
        if m.kind not in OCCASIONS or not earlier < m.start < s.place.start or _ANOTHER.match(reader.doc.text, m.end):
            continue
        at = _AT.search(reader.doc.text[max(s.sentence.start, m.start - 50) : m.start])
        if at is None or at["a"] or not any(f.start <= m.start < f.end for f in s.frame):
            continue
        found = reader.occasion_alike(m.word, s.place.start)
        if found and found.alike(m.word) and reader.recent(found.date):
            return at_occasion(found, "occasion_before")
    return None


def _beside_cue(reader: Reader, s: Statement, m: Mark) -> bool:
    """``…, ông nói với báo giới sau cuộc gặp``: an adverbial after the cue."""
    cue = s.attribution.cue
    if m.kind == "match":
        return False  # it may be another one than the one told before
    return (
        cue is not None and cue.end <= m.start <= cue.end + _REACH and not has_edge(reader.doc.text[cue.end : m.start])
    )


def writing_named(reader: Reader, s: Statement) -> Dating | None:
    """``Văn bản nêu rõ …``, ``Trong thư, …``: a writing whose day is told before; not ``theo một báo cáo của …``."""
    for m in writings_in(reader, s) if reader.writings else ():
        told = reader.writings[: bisect_left(reader.writings, m.start, key=lambda w: w.time.span.start)]
        near = takewhile(lambda w: s.sentence.index - w.time.expression.sentence <= 2 * NEAR, reversed(told))
        if alike := next((w for w in near if _is_kin(w, m.word) and _is_meant(reader, s, m, w)), None):
            return at_occasion(alike, "writing_named")
    return None


def _is_kin(writing: Occasion, word: str) -> bool:
    """Whether a word can name a writing: its own, or one that is said of all of its kind (``văn bản``, ``bài báo``)."""
    return writing.alike(word) or any(word in general and kind.match(writing.word) for general, kind in _KINS)


def _is_meant(reader: Reader, s: Statement, m: Mark, writing: Occasion) -> bool:
    """Whether a writing can be one told before: nobody is named whose it is, or the one whom that sentence names."""
    owner = _OWNER.match(reader.doc.text, m.end)
    if owner is not None:
        told = reader.told_with(writing)
        return any(name in told for name in _NAMES.findall(owner["who"]))
    near = s.sentence.index - writing.time.expression.sentence <= NEAR
    return near and not _OF_OTHERS.match(reader.doc.text, m.end)


def writings_in(reader: Reader, s: Statement) -> list[Mark]:
    """The writings that a statement is said to stand in: ``trong thư``, ``theo báo cáo``, ``văn bản nêu``."""
    marks = [m for m in reader.marks(s.sentence.index) if m.kind == "writing" and m.start < s.place.start + 40]
    return [
        m
        for m in marks
        if any(f.start <= m.start < f.end for f in s.frame)
        and _IN_WRITING.search(reader.doc.text[max(s.sentence.start, m.start - 30) : m.start])
    ]


def at_occasion(occasion: Occasion, rule: str) -> Dating:
    return Dating(occasion.date, "context", rule, occasion.time.span, f"said at “{occasion.word}”")
