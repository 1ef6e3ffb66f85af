"""What a statement's own sentence says of its time: ``explicit`` dates.

A rule takes the article and a statement and answers with a ``Dating``, or with ``None`` to leave the question to
the rules after it. ``EXPLICIT`` at the foot is their order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta

from quotes.dates.clauses import has_edge, last_clause
from quotes.dates.days import as_day
from quotes.dates.deeds import is_deed
from quotes.dates.elsewhere import TO
from quotes.dates.expressions import NUMBERS
from quotes.dates.marks import OCCASIONS, Mark
from quotes.dates.occasions import Statement, Time
from quotes.dates.reader import Reader
from quotes.model import Dating

# What may stand before a time that opens a clause.
LEAD_IN = re.compile(
    r"^[\s\-–•.…]*+(?:(?:ngay từ|những ngày|(?:vừa )?mới|(?:sớm|muộn) nhất là|"
    r"vào|hồi|trong|lúc|ngay|mới đây|vừa qua|cũng|chỉ|khoảng|rồi|và|thì|khuya|sớm|sang|cho|đến|tới|"
    r"một (?:buổi|ngày|hôm)(?: (?:sáng|trưa|chiều|tối|đêm))?|một (?:sáng|trưa|chiều|tối|đêm)|mãi|phải|nhưng|song|"
    r"tuy nhiên|trước đó|sau đó|tiếp đó|riêng|đúng|còn|thời điểm|đặc biệt|cụ thể|do đó|vì vậy|"
    r"thậm chí|ngoài ra|hơn nữa|đồng thời|đáng chú ý|tương tự|theo đó|bên cạnh đó|gần nhất|mới nhất|hơn|gần|"
    r"chừng|qua|đầu|cuối|"
    r"mùa (?:xuân|hè|hạ|thu|đông)|(?:thượng|trung|hạ) tuần|(?:ngày |đêm |dịp |lễ )*+(?:tết (?:trung thu|nguyên đán)|"
    r"quốc khánh|giáng sinh|noel|valentine|tình nhân|halloween|quốc tế (?:phụ nữ|thiếu nhi|lao động)|sinh nhật)),?+\s++"
    r"|\d{1,2}\s*+(?:h|giờ|g|:)\s*+(?:\d{1,2})?+\s*+(?:phút)?+\s*+)*+$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?<!\w)(?:nên|thì|nhưng|song|rồi|và|bởi|vì)(?:\s+(?:vào|hồi|đến|tới))?\s*$", re.IGNORECASE)
# A sentence that follows a caption without a stop: … bên Tháp Rùa Hồi tháng 3, bà nói.
_AFTER_CAPTION = re.compile(r"\s(?:Hồi|Vào|Khoảng|Đến|Tới|Mới đây|Trước đó|Sau đó|Tiếp đó),?(?:\s(?:vào|hồi|lúc))?\s*$")
_WHEN_ELSE = re.compile(
    r"(?<!\w)(?:khi|sau khi|trong khi)(?:\s+(?:vào|hồi))?\s*$", re.IGNORECASE
)  # sau khi năm ngoái X nói
_TOOK_OFFICE = re.compile(
    r"^\W*(?:khi|lúc|ngay khi) (?:mới )?(?:nhậm chức|tuyên thệ|đăng quang|ra tranh cử|tranh cử|nhận giải)(?!\w)",
    re.IGNORECASE,
)
_SOON_AFTER = re.compile(
    r"\W*(?:chỉ )?(?:ngay|ít phút|vài phút|ít giờ|vài giờ|nhiều giờ|"
    r"(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám) (?:giờ|tiếng|phút)|"
    r"(?P<days>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) ngày) sau (?!đó|ấy|này)(?:khi )?",
    re.IGNORECASE,
)
_EVENT_WORDS = 12  # from what took place to its day
SPOKEN_AT = re.compile(
    r"^\W*(?:cũng\s+)?(?:(?:trong|tại|ở|trên|đến)\s(?!khi)|ngay (?:sau|tại|trong)\s"
    r"|(?:nói|trả lời|trao đổi|chia sẻ|phát biểu|thông tin|tâm sự|trò chuyện|trình bày|báo cáo|giải trình|điều trần|"
    r"tham luận|kết luận|góp ý|bày tỏ|viết|bình luận|khai|xuất hiện|có mặt|lên tiếng|gặp gỡ|gặp|tiếp xúc|làm việc|"
    r"(?:khi\s+)?được (?:hỏi|phỏng vấn)|đăng(?: tải)?|thảo luận|chất vấn|tranh luận|chủ trì|tham dự|dự|"
    r"tiếp(?! nối| tục| theo)|(?:đến |tới |đi )?(?:thăm|kiểm tra|khảo sát|thị sát))(?:\s|$))",
    re.IGNORECASE,
)
_AFTER_MATCH = re.compile(r"^\W*sau (?:trận|chiến thắng|thất bại)(?!\w)", re.IGNORECASE)
_SINCE = re.compile(r"^\W*từ(?: hồi)?$", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:đến|tới|[-–])", re.IGNORECASE)
_ALREADY = re.compile(r"(?<!\w)đã\s+(?:(?:từng|liên tục|nhiều lần)\s+)?$", re.IGNORECASE)
_IN = re.compile(r"^\W*(?:chỉ )?trong$", re.IGNORECASE)
_WHEN = re.compile(
    r"^\W*(?:(?:và|nhưng|sau đó|trước đó|cũng|ngay)\s+)*(?:trong|tại|ở|trên|khi|lúc|sau|dịp|nhân|nói|trả lời|trao đổi|"
    r"chia sẻ|phát biểu|viết|gặp)(?!\w)",
    re.IGNORECASE,
)
_ON = re.compile(r"(?<!\w)(?:vào|hồi|công bố|trong|từ hồi|đăng|phát hành|xuất bản|thời điểm)$", re.IGNORECASE)
_IN_MONTH = re.compile(r"(?<!\w)(?:vào|hồi|từ hồi)$", re.IGNORECASE)
_PERIOD = re.compile(
    r"tài chính|tổng kết|kế hoạch|ngân sách|kinh doanh|thường niên|bán niên|quản trị|quý|sơ kết|thường kỳ|"
    r"định kỳ|giao ban|nhiệm vụ|\d tháng",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*(?:\([^()]{1,20}\)\s*)?[(,]?\s*(?:(?:vào|hồi|trong|lúc)\s+)*", re.IGNORECASE)
_BEFORE_CONTENT = re.compile(r"\s*(?:rằng(?!\w)|là(?!\w)|:)", re.IGNORECASE)
_DECLARES = re.compile(r"(?:tuyên bố|thông báo|công bố)$", re.IGNORECASE)
_DECLARED = re.compile(
    r"\s*(?:từ (?:chức|bỏ|nhiệm)|(?:ra )?(?:tranh|ứng) cử|rời|rút|ly (?:hôn|thân)|chia tay|giải (?:nghệ|thể)|giã từ|"
    r"phá sản|thành lập|độc lập|gia nhập|nghỉ hưu|đóng cửa|sáp nhập|h[ủu][ỷy]|dừng|ngừng|tạm (?:dừng|ngừng|hoãn)|"
    r"chấm dứt|cắt đứt|áp|phong tỏa|ban bố|đình chỉ|kết hôn|đính hôn|chiến tranh|tình trạng|bổ nhiệm|sa thải|bãi bỏ|"
    r"dỡ bỏ|công nhận|nối lại|khôi phục|đổi tên|hẹn hò|mang thai)(?!\w)",
    re.IGNORECASE,
)
_BOUND = re.compile(r"(?<!\w)(?:từ|đến|tới|trước|sau|sẽ|bằng|và)(?!\w)(?! (?:chức|bỏ|nhiệm))", re.IGNORECASE)
_ENDS_CLAUSE = re.compile(r"\s?\)?(?:\s(?:ở|tại)\s[^,;:\n]{1,40})?\s?[,:]")
NAMED = (*OCCASIONS, "writing", "meeting")
_FEW_WORDS = 4


def time_before_event(reader: Reader, s: Statement) -> Dating | None:
    """``… nói vào đêm trước cuộc đàm phán``: counted back from the day of the event, where the article tells that."""
    for t in s.times:
        if t.expression.anchor != "event":
            continue
        named = (m.word for m in reader.marks(t.expression.sentence) if m.start >= t.span.end)
        occasion = reader.main_occasion or reader.occasion_alike(next(named, ""), s.place.start)
        if occasion and (day := as_day(occasion.date)):
            date = (day + timedelta(days=t.expression.shift)).isoformat()
            return Dating(date, "explicit", "time_before_event", t.span, f"“{occasion.word}” was on {occasion.date}")
    return None


def time_after_event(reader: Reader, s: Statement) -> Dating | None:
    """``Hai ngày sau vụ nổ hôm 9/1, công an cho biết …``, ``Ngay sau vụ nổ hôm 9/1, …``: counted on from the day."""
    m = _SOON_AFTER.match(reader.doc.text, s.sentence.start, max(s.sentence.start, s.place.start))
    if m is None:
        return None
    for t in s.times:
        if t.expression.grain != "day" or t.expression.rule == "counted" or t.span.start < m.end():
            continue
        between, day = reader.doc.text[m.end() : t.span.start], as_day(t.resolved.date)
        if day is None or has_edge(between) or len(between.split()) > _EVENT_WORDS or t.span.end > s.place.start:
            return None
        days = NUMBERS.get(m["days"].lower()) or int(m["days"]) if m["days"] else 0
        return Dating((day + timedelta(days=days)).isoformat(), "explicit", "time_after_event", t.span, "counted on")
    return None


def time_beside_source(reader: Reader, s: Statement) -> Dating | None:
    """``Báo An ninh hôm 11/6 đưa tin, trong đó viết …``, ``theo AFP (12/12/2016)``: a time right after the source."""
    for end in [m.span.end for m in (s.attribution.source, s.attribution.via) if m]:
        for t in s.times:
            if t.span.start >= end and _BESIDE.fullmatch(reader.doc.text[end : t.span.start]):
                return _explicit(t, "time_beside_source")
    return None


def time_of_occasion(reader: Reader, s: Statement) -> Dating | None:
    """``Trong buổi làm việc ngày 9/7, …``, ``Trả lời BBC hôm 13/12, …``: the time of an occasion in the sentence."""
    found = []
    for t in s.times:
        took_office = _TOOK_OFFICE.match(reader.clause_before(t)) is not None and t.span.end < s.place.start
        if (reader.belongs_elsewhere(t) and not took_office) or _opens_content(reader, s, t):
            continue
        named = [m for m in reader.marks_before(t) if m.kind in NAMED]
        day, left = t.expression.grain in ("day", "week"), reader.clause_before(t)
        if named and not took_office:
            dates_it = day or _is_of_year(reader, named, t)
        else:
            before_cue = t.span.end < s.place.start and _ENDS_CLAUSE.match(reader.doc.text, t.span.end)
            adverbial = day or t.expression.anchor == "document"
            dates_it = took_office or bool(
                adverbial and before_cue and (SPOKEN_AT.match(left) or _AFTER_MATCH.match(left))
            )
        if dates_it:
            found.append(t)
    return _explicit(_nearest(s, found), "time_of_occasion")


def time_beside_cue(reader: Reader, s: Statement) -> Dating | None:
    """``Sáng 3/4 Sở Y tế nói …``, ``… thông báo hôm 18/7 rằng …``: a time in the clause of the cue."""
    a, text, found = s.attribution, reader.doc.text, []
    if a.cue is None:
        return None
    for t in s.times:
        before = t.span.end <= a.cue.start
        between = text[t.span.end : a.cue.start] if before else text[a.cue.end : t.span.start]
        if not before and len(between.split()) <= _FEW_WORDS:
            between = between.removesuffix("(")  # nói (ngày 5/3)
        if has_edge(between.lstrip(") ")) or reader.belongs_elsewhere(t) or _opens_content(reader, s, t):
            continue
        if t.expression.grain in ("day", "week"):
            found.append(t)
        elif before and a.source is not None:
            joined = between.lstrip().startswith("và ")  # bầu cho ông Nam năm 2020 và cho biết: told later
            if len(between.split()) <= 3 and t.span.start >= a.source.span.end and not joined:
                found.append(t)
        elif not before and (
            not between.strip() or _ON.search(between.rstrip()) or _BEFORE_CONTENT.match(text, t.span.end)
        ):
            found.append(t)
    return _explicit(_nearest(s, found), "time_beside_cue")


def time_opens_clause(reader: Reader, s: Statement) -> Dating | None:
    """``Ngày 30/11, Bộ Y tế ra thông cáo, nêu rõ: …``: a time that stands first in a clause before the cue.

    A capital tells of a sentence that follows a heading or caption without a stop.
    """
    found = []
    for t in s.times:
        if t.span.end > s.place.start or _is_of_content(reader, s, t):
            continue
        before, text = reader.clause_before(t), reader.doc.text
        joined = _JOINED.search(before) or _AFTER_CAPTION.search(before)
        opens = LEAD_IN.match(before + " ") or joined or reader.doc.text[t.span.start].isupper()
        to_cue = reader.doc.text[t.span.end : s.place.start].lstrip(", ")
        since = _SINCE.match(before) and (
            _ALREADY.search(reader.doc.text, t.span.end, s.place.start)
            or _is_range(reader, s, t)
            or (
                t.expression.grain in ("month", "year")
                and is_deed(s.attribution)
                and not _RANGE.match(text, t.span.end)
            )
        )
        if opens or since or (_WHEN_ELSE.search(before) and not has_edge(to_cue)):
            found.append(t)
    return _explicit(_nearest(s, found), "time_opens_clause")


def _is_range(reader: Reader, s: Statement, t: Time) -> bool:
    """``Từ ngày 2 đến 4/5, đoàn làm việc ở Huế và yêu cầu …``; not ``Từ ngày 2 đến 4/5, theo ông Nam, trời mưa``."""
    text, cue = reader.doc.text, s.attribution.cue
    if cue is None or not TO.search(text, t.span.start, t.span.end):
        return False
    return not text.startswith("theo", cue.start) and not text.startswith(",", cue.end)


def _is_of_content(reader: Reader, s: Statement, t: Time) -> bool:
    """``Năm ngoái, theo ông Nam, giá tăng``, ``Trong tháng 4, ông Nam cho biết, giá tăng``: what is told is of then."""
    cue, text = s.attribution.cue, reader.doc.text
    if cue is None or t.expression.grain not in ("month", "year"):
        return False
    if text.startswith("theo", cue.start):
        return True
    return text.startswith(",", cue.end) and _IN.search(reader.clause_before(t)) is not None


def _opens_content(reader: Reader, s: Statement, t: Time) -> bool:
    """``Sáng 13/1, ông Nam cho biết chiều 12/1, công an …``: the time before the cue is that of the statement."""
    cue, content = s.attribution.cue, s.attribution.contents[0]
    if cue is None or not cue.end <= t.span.start < content.start or s.attribution.quote_type == "direct":
        return False
    comma = reader.doc.text[t.span.end : content.start].strip() == ","
    return comma and any(other.span.end <= cue.start for other in s.times)


def time_of_subject(reader: Reader, s: Statement) -> Dating | None:
    """``Ông Nam ra mắt xe mới hôm thứ Ba, nhấn mạnh rằng …``: the time of the verb before, of the same subject."""
    a, found = s.attribution, []
    if a.cue is None or a.source is None:
        return None
    for t in s.times:
        if not a.source.span.end <= t.span.start < t.span.end <= a.cue.start or t.expression.grain != "day":
            continue
        between = reader.doc.text[t.span.end : a.cue.start]
        if len(between[last_clause(between) :].split()) <= 2 and not reader.belongs_elsewhere(t):
            found.append(t)
    return _explicit(_nearest(s, found), "time_of_subject")


def time_declared(reader: Reader, s: Statement) -> Dating | None:
    """``Bà Hoa tuyên bố từ chức hồi tháng 3``: what is done by being declared is declared on its day."""
    a, text = s.attribution, reader.doc.text
    if a.cue is None or a.quote_type == "direct" or not _DECLARES.search(text, a.cue.start, a.cue.end):
        return None
    content = a.contents[0]
    if content.start < a.cue.end or not _DECLARED.match(text, content.start):
        return None
    for t in reader.times.get(s.sentence.index, ()):
        if content.start < t.span.start < content.end:
            between = text[content.start : t.span.start]
            past = not (reader.to_come(t) or reader.is_now(t) or _BOUND.search(between))
            return _explicit(t, "time_declared") if past and not has_edge(between) else None
    return None


def day_told_in_words(reader: Reader, s: Statement) -> Dating | None:
    """``“Hôm nay (2/6), chúng tôi ký hợp đồng”, ông Nam nói``: who speaks tells what day it is."""
    if s.attribution.quote_type != "direct":
        return None
    for t in (t for content in s.attribution.contents for t in reader.times_in(content)):
        today = t.expression.rule == "day_by_word" and t.expression.day and not t.expression.shift
        if today and reader.recent(t.resolved.date) and not reader.to_come(t):
            return _explicit(t, "day_told_in_words")
    return None


def month_or_year_before_cue(reader: Reader, s: Statement) -> Dating | None:
    """``Trong thư gửi bạn hồi tháng 3, bà viết …``: a month or year with its own preposition, before the cue."""
    source, found = s.attribution.source, []
    for t in s.times:
        if t.expression.grain not in ("month", "year") or t.span.end > s.place.start or reader.belongs_elsewhere(t):
            continue
        start = reader.clause_start(t)
        if source and start <= source.span.start < t.span.start:
            start = source.span.end
        left = reader.doc.text[start : t.span.start].rstrip()
        if _IN_MONTH.search(left) and _WHEN.match(left):
            found.append(t)
    return _explicit(_nearest(s, found), "month_or_year_before_cue")


def _is_of_year(reader: Reader, named: Sequence[Mark], t: Time) -> bool:
    """``nghiên cứu năm 2018``, ``trong cuộc phỏng vấn năm ngoái``; not ``báo cáo tài chính năm 2018``, of a period."""
    left, words = reader.clause_before(t), len(reader.doc.text[named[-1].end : t.span.start].split())
    told, kinds = SPOKEN_AT.match(left) is not None, {m.kind for m in named}
    if _ON.search(left):
        return told or _WHEN.match(left) is not None or bool(kinds & {"meeting", "writing"})
    if _PERIOD.search(left):
        return False
    if named[-1].kind == "writing":
        return words <= 8
    return words <= 6 if told else words <= 5 and named[-1].kind == "meeting"


def _explicit(time: Time | None, rule: str) -> Dating | None:
    if time is None or time.resolved.date is None:
        return None
    return Dating(time.resolved.date, "explicit", rule, time.span, time.resolved.note)


def _nearest(s: Statement, times: Sequence[Time]) -> Time | None:
    at = s.place
    return min(times, key=lambda t: max(t.span.start - at.end, at.start - t.span.end), default=None)


Rule = Callable[[Reader, Statement], Dating | None]
EXPLICIT: tuple[Rule, ...] = (
    time_before_event,
    time_after_event,
    time_beside_source,
    time_of_occasion,
    time_beside_cue,
    time_opens_clause,
    time_of_subject,
    time_declared,
    month_or_year_before_cue,
    day_told_in_words,
)
