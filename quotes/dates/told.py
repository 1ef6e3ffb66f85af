"""When a statement was made that is an act in a story of times past: ``Năm 2016 …; ông gọi X là …``."""

from __future__ import annotations

import re

from quotes.dates.deeds import is_deed
from quotes.dates.occasions import Statement, Time
from quotes.dates.others import outside, told_lately
from quotes.dates.reader import Reader
from quotes.dates.stated import LEAD_IN
from quotes.model import Dating

_STORY = 2  # sentences
_CASE_SENTENCES = 4
_LONG = 30  # days
# A time that says when something was; not báo cáo năm 2015, cuộc bầu cử năm 2021.
_WHEN = re.compile(
    r"(?:(?<!\w)(?:vào|hồi|cách đây|trong)(?: (?:mùa (?:xuân|hè|hạ|thu|đông)|đầu|giữa|cuối|khoảng))?|^\W*)\s*$",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\W*(?:theo )?(?:nội dung |hồ sơ |kết quả )*(?:vụ án|hồ sơ|cáo trạng|kết luận điều tra|điều tra|bản án|"
    r"cơ quan điều tra|cơ quan công an|công an|cảnh sát|viện kiểm sát|vksnd|vks|cqđt)(?!\w)",
    re.IGNORECASE,
)
_TESTIMONY = re.compile(
    r"(?:theo|khai|thừa nhận|thú nhận|trình bày|cho biết|cho hay|cho rằng|xác định|kết luận|khẳng định|kể lại|"
    r"nhận định|truy tố|cáo buộc)(?!\w)",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"(?<!\w)(?:đang|vừa|tiếp tục|sẽ|còn|vẫn|mới|hiện|nay|nhiều người|trong khi đó|đến thời)(?!\w)", re.IGNORECASE
)


def act_of_past(reader: Reader, s: Statement) -> Dating | None:
    """``Bà rời đảng vào năm 2016. Ông Nam yêu cầu …``: who asks, accuses or promises right after a time long past did
    it then, while ``Ông Nam cho biết …`` may tell it today.
    """
    if not is_deed(s.attribution) or outside(s) or told_lately(reader, s) or s.attribution.quote_type == "direct":
        return None
    if any(
        _NOW.search(reader.doc.text, f.start, min(f.end, s.place.start)) for f in s.frame if f.start < s.place.start
    ):
        return None
    for i in range(s.sentence.index, max(-1, s.sentence.index - _STORY - 1), -1):
        if reader.doc.sentences[i].paragraph != s.sentence.paragraph:
            return None
        times = [t for t in reader.times.get(i, ()) if _tells(reader, t, s)]
        if times:
            t = times[-1]
            if reader.belongs_elsewhere(t) or not _WHEN.search(reader.clause_before(t)) or not _is_long_past(reader, t):
                return None
            return Dating(t.resolved.date, "context", "act_of_past", t.span, "told just before")
    return None


def told_in_case(reader: Reader, s: Statement) -> Dating | None:
    """``Theo cáo trạng, tháng 2/2023, ông Nam quen bà Hoa. Ông hứa trả …``: a day told in a case holds on in its
    paragraph for what was said then; not for what is said to the police and in court.
    """
    a = s.attribution
    if a.cue is None or outside(s) or told_lately(reader, s) or s.times or a.quote_type == "direct":
        return None
    if _TESTIMONY.match(reader.doc.text, a.cue.start):
        return None
    for i in range(s.sentence.index - 1, max(-1, s.sentence.index - 1 - _CASE_SENTENCES), -1):
        sentence = reader.doc.sentences[i]
        if sentence.paragraph != s.sentence.paragraph:
            return None
        for t in reversed(reader.times.get(i, ())):
            if t.resolved.date is None or not LEAD_IN.match(reader.clause_before(t) + " "):
                continue
            if not _CASE.match(reader.doc.text, sentence.start, t.span.start) or reader.to_come(t):
                return None
            return Dating(t.resolved.date, "context", "told_in_case", t.span, "told in the case")
    return None


def _tells(reader: Reader, t: Time, s: Statement) -> bool:
    return t.resolved.date is not None and t.span.start < s.place.start and not reader.in_words(t.span.start)


def _is_long_past(reader: Reader, t: Time) -> bool:
    own, said = reader.calendar.document_date, t.resolved.date
    if own is None or said is None or said.startswith("X") or reader.to_come(t):
        return False
    if t.expression.grain == "day":
        return not reader.recent(said, _LONG)
    return said < own[: len(said)]
