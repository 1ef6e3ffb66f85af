"""When a statement was made that another sentence points back to: ``Đó là khẳng định của ông Nam sáng 5/3``."""

from __future__ import annotations

import re

from quotes.dates.clauses import has_name
from quotes.dates.occasions import Statement, Time
from quotes.dates.reader import LEAD_SENTENCES, Reader
from quotes.dates.tied import NEAR
from quotes.dates.times import LONGEST
from quotes.model import Dating, Sentence

_WORDS = (
    "thông tin|khẳng định|chia sẻ|nhận định|phát biểu|ý kiến|yêu cầu|chỉ đạo|lời|câu nói|câu hỏi|câu trả lời|nội dung|"
    "tuyên bố|quan điểm|đánh giá|cảnh báo|tâm sự|đề xuất|đề nghị|kiến nghị|bình luận|thông điệp|kết luận|nhấn mạnh|"
    "khuyến cáo|cam kết|trăn trở|băn khoăn|bày tỏ|con số|số liệu|thông báo|phân tích|lưu ý|mong muốn|dự báo|lý giải|"
    "giải thích|tiết lộ|phản hồi|phát ngôn"
)
_POSTS = "bài đăng|bài viết|dòng trạng thái|dòng tweet|đoạn video|đoạn clip"
_GIVEN = (
    "đưa ra|công bố|nêu|phát đi|chia sẻ|cho biết|phát biểu|tiết lộ|thông báo|xác nhận|trình bày|đăng|nói|nhấn mạnh|"
    "khẳng định|trao đổi|thông tin|gửi"
)
_POINTS_BACK = re.compile(
    rf"\W*(?:(?:đó|đây|trên đây)\s+(?:chính\s+)?là\s+(?:(?:một|những|các|trong|phần)\s+)*(?:{_WORDS})(?!\w)"
    rf"|(?:những\s+|các\s+)?(?:{_WORDS}|{_POSTS})(?:\s+(?:này|trên|nêu trên|đó))?(?:\s+(?:vừa|mới|đã))?\s+(?:được|do)"
    rf"(?:\s+[^\s.]+){{0,20}}?\s+(?:{_GIVEN})(?!\w))",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    rf"(?<!\w)(?:{_GIVEN})\s+(?:(?:điều|{_WORDS})\s+(?:này|trên|nêu trên|đó)|như (?:vậy|thế|trên))(?!\w)", re.IGNORECASE
)
_PLACE = re.compile(r",|\s(?:tại|trong|trên)\s", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:sau|trước|bối cảnh|về|liên quan|từ|kể từ|người|vụ|đợt|dịp|nhân)(?!\w)", re.IGNORECASE
)  # of something that is not the occasion: … về vụ cháy ngày 5/3
_AFTER = 2  # sentences


def pointed_at(reader: Reader, s: Statement) -> Dating | None:
    """``“Giá giảm.” Đó là khẳng định của ông Nam sáng 5/3``, ``Ông nói như vậy sáng 5/3``: the sentence after a
    statement, or one shortly before that names the speaker, points back to what was said and tells its day. What it
    points to may be the headline.
    """
    if s.times:
        return None
    i = s.sentence.index
    last = max(i + _AFTER, LEAD_SENTENCES if i < LEAD_SENTENCES else 0)
    for n in range(max(0, i - NEAR), min(last + 1, len(reader.doc.sentences))):
        if not reader.times.get(n):
            continue
        sentence = reader.doc.sentences[n]
        if not i <= n <= i + _AFTER and not _names(reader, s, sentence):
            continue
        if t := _told(reader, sentence):
            return Dating(t.resolved.date, "context", "pointed_at", t.span, "points back to what was said")
    return None


def _names(reader: Reader, s: Statement, sentence: Sentence) -> bool:
    text, source = reader.doc.text[sentence.start : sentence.end], s.attribution.source
    if s.speaker is None or s.speaker.name is None:
        return False
    named = (source.name or source.span) if source is not None else None
    short = reader.doc.text[named.start : named.end] if named is not None else ""  # of a body that has a longer name
    return has_name(text, s.speaker.name) or (s.speaker.kind == "organization" and len(short) > 2 and short in text)


def _told(reader: Reader, sentence: Sentence) -> Time | None:
    """The day of a sentence that points back to a statement."""
    text, end = reader.doc.text, min(sentence.end, sentence.start + LONGEST)
    m = _POINTS_BACK.match(text, sentence.start, end) or _SAYS_SO.search(text, sentence.start, end)
    if m is None or reader.in_words(m.start()):
        return None
    for t in reader.times[sentence.index]:
        if t.span.start < m.end() or t.expression.grain != "day" or not reader.recent(t.resolved.date):
            continue
        between = text[m.end() : t.span.start]
        placed = max((p.end() for p in _PLACE.finditer(between)), default=0)
        return None if reader.to_come(t) or _OTHER_TIME.search(between, placed) else t
    return None
