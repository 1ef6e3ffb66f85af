"""When a statement was made that stands beside one of somebody else: the other side of talks, the other coach."""

from __future__ import annotations

import re

from quotes.dates.marks import OCCASIONS
from quotes.dates.occasions import Statement
from quotes.dates.others import as_other, outside
from quotes.dates.reader import Reader
from quotes.dates.tied import NEAR
from quotes.model import Dating

_IN_TURN = re.compile(r"\W*(?:(?:còn )?về (?:phần|phía) mình|đáp lại|đáp lời|đáp từ)(?!\w)", re.IGNORECASE)
_PLAYS = re.compile(
    r"(?<!\w)(?:hlv|huấn luyện viên|thuyền trưởng|chiến lược gia|nhà cầm quân|thủ môn|thủ thành|hậu vệ|trung vệ|"
    r"tiền vệ|tiền đạo|đội trưởng|thủ quân|cầu thủ|chân sút)(?!\w)",
    re.IGNORECASE,
)
_THIS = re.compile(r"\s+(?:này|trên|nói trên|nêu trên|đó)(?!\w)", re.IGNORECASE)
_OPENS = re.compile(
    r"\W*(?:(?:tuy nhiên|nhưng|ngoài ra|bên cạnh đó|đồng thời|cụ thể|đặc biệt),? )?(?:(?:cũng )?(?:trong|theo|tại) )?"
    r"(?:(?:bức|bản|tờ|lá|cuộc) )?",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"(?<!\w)(?:thắng|thua|hòa|hoà|đánh bại|hạ|vượt qua|tỷ số|tỉ số)(?!\w)[^.;\n]{0,60}?"
    r"(?<!\d)\d{1,2}\s?[-–]\s?\d{1,2}(?!\d|/)",
    re.IGNORECASE,
)
_DAYS = 3  # before the article: a match that is its news
_FEW = 3  # sentences


def in_turn(reader: Reader, s: Statement) -> Dating | None:
    """``Tại hội đàm ngày 9/1, ông Nam nói … Về phần mình, ông Bình khẳng định …``: as who met him."""
    if s.number < 1 or outside(s) or not _IN_TURN.match(reader.doc.text, s.sentence.start):
        return None
    before, dating = reader.attributions[s.number - 1], reader.dating(s.number - 1)
    if s.sentence.index - before.sentence > _FEW or dating.expression is None or not reader.recent(dating.date):
        return None
    told = {before.sentence, *(t.expression.sentence for t in reader.times_in(dating.expression))}
    if not any(m.kind in OCCASIONS for i in told for m in reader.marks(i)):
        return None
    return as_other(dating, "in_turn", "as the one before, in turn")


def of_same_match(reader: Reader, s: Statement) -> Dating | None:
    """``Sau trận, ông Nam nói … HLV Lê Bình thừa nhận …``: who plays or coaches, as who spoke after it."""
    if s.number < 1 or not _plays(reader, s):
        return None
    for n in range(s.number - 1, -1, -1):
        before, dating = reader.attributions[n], reader.dating(n)
        if s.sentence.index - before.sentence > NEAR or dating.date is None:
            return None
        if dating.rule in ("after_match", "of_same_match"):
            between = range(before.sentence + 1, s.sentence.index)
            told = next(reader.told_in(between), None)
            return None if told is not None else as_other(dating, "of_same_match", "as who spoke after the match")
    return None


def _plays(reader: Reader, s: Statement) -> bool:
    """Whether a statement is of a player or coach, and has no time of its own."""
    source = s.attribution.source
    if s.times or outside(s) or source is None or source.kind != "person":
        return False
    return bool(_PLAYS.search(reader.doc.text, max(s.sentence.start, source.span.start - 20), source.span.end))


def match_told(reader: Reader, s: Statement) -> Dating | None:
    """``Huế thua Vinh 0-1 chiều qua. HLV Nam thất vọng: …``: a match with its score told just before."""
    if not _plays(reader, s):
        return None
    for i in range(s.sentence.index - 1, max(-1, s.sentence.index - 1 - _FEW), -1):
        told, sentence = [t for t in reader.times.get(i, ()) if t.expression.grain == "day"], reader.doc.sentences[i]
        if told and not _SCORE.search(reader.doc.text, sentence.start, sentence.end):
            return None
        for t in told:
            news = reader.recent(t.resolved.date, _DAYS) and not reader.to_come(t) and not reader.in_words(t.span.start)
            return Dating(t.resolved.date, "context", "match_told", t.span, "the match just told of") if news else None
    return None


def same_writing(reader: Reader, s: Statement) -> Dating | None:
    """``Theo tài liệu gửi tòa hồi tháng 2, … Văn bản trên cũng viết …``: as what was just told of it."""
    if s.number < 1 or s.times:
        return None
    before = reader.attributions[s.number - 1]
    if s.sentence.index - before.sentence > _FEW or not any(m.kind == "writing" for m in reader.marks(before.sentence)):
        return None
    marks = (m for m in reader.marks(s.sentence.index) if m.kind == "writing" and m.start < s.place.start)
    if not any(_THIS.match(reader.doc.text, m.end) and _opens(reader, s, m.start) for m in marks):
        return None
    dating = reader.dating(s.number - 1)
    return as_other(dating, "same_writing", "as what was told of it") if dating.basis == "explicit" else None


def _opens(reader: Reader, s: Statement, place: int) -> bool:
    """Whether a writing is what a sentence speaks of first: ``Tuy nhiên, văn bản trên …``, ``Trong thư này, …``."""
    return _OPENS.fullmatch(reader.doc.text, s.sentence.start, place) is not None
