"""Whether the words before a time give it to something else than a statement: an accident, a decree, a deadline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.dates.marks import OCCASIONS, Mark
from quotes.model import Span

_NUMBERED = re.compile(r"(?<!\w)(?:số|điều)\s+\d\S*\s*\(?$", re.IGNORECASE)  # kết luận số 19 (ngày …
# A relative clause; not báo cáo mà bộ gửi hôm 5/3, which dates the report.
_OF_SOMETHING = re.compile(
    r"(?<!\w)mà(?!\w)"
    r"(?!(?:\s+[^\s,.;]+){1,8}?\s+(?:gửi|trình|công bố|đưa ra|phát đi|ban hành|đăng|ra|viết|nộp|ký)(?!\w))",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"(?:^|[\n.,;])\s*(?:(?:để|nhằm|khi)\s+)?(?:đáp trả|đáp lại|phản ứng (?:trước|về|với|sau)|phản đối|bác bỏ|"
    r"hoan nghênh|bình luận về|nói về|trước|sau|căn cứ(?: vào)?|thực hiện|chấp hành|triển khai|"
    r"dựa (?:trên|theo|vào))\s+"
    r"(?:(?:các|những|một|nội dung)\s+)?$",
    re.IGNORECASE,
)
# nhân kỷ niệm Quốc khánh (2/9), mừng Ngày Nhà giáo (20/11)
_OF_FEAST = re.compile(
    r"(?<!\w)(?:kỷ niệm|quốc khánh|sinh nhật|ngày (?:thành lập|truyền thống|sinh|giải phóng|chiến thắng|hội|quốc tế|"
    r"nhà|thầy thuốc|phụ nữ|thương binh|báo chí|doanh nhân|gia đình))(?!\w)[^,.;:()\n]{0,50}\((?:ngày )?$",
    re.IGNORECASE,
)
_STILL = re.compile(r"\s*(?:(?:hết|cuối|đầu)\s*)?", re.IGNORECASE)  # tính đến hết ngày 11/1
_HELD_FROM = re.compile(
    r"(?<!\w)(?:diễn ra|tổ chức|kéo dài|cuộc họp|hội nghị|phiên họp|kỳ họp|phiên tòa|hội thảo)"
    r"(?:\s[^,.;:\n]{1,20})? từ\s+$",
    re.IGNORECASE,
)
TO = re.compile(r"(?<!\w)(?:đến|tới)(?!\w)|[-–]", re.IGNORECASE)


def is_of_something_else(text: str, time: Span, marks: Sequence[Mark]) -> bool:
    """Whether a time is not that of a statement or occasion; ``marks`` stand before it in its clause."""
    if _OF_FEAST.search(text, max(0, time.start - 80), time.start):
        return True
    if not marks:
        return _NUMBERED.search(text, max(0, time.start - 40), time.start) is not None
    answered = any(m.kind == "writing" and _is_answered(text, m) for m in marks)
    if answered and not any(m.kind in OCCASIONS or m.kind == "meeting" for m in marks):
        return True
    occasion = max((m.end for m in marks if m.kind == "writing" or m.kind in OCCASIONS), default=0)
    named = max((m.end for m in marks if m.kind == "meeting"), default=occasion)
    if occasion and _OF_SOMETHING.search(text, occasion, time.start):
        return True
    written = any(m.kind == "writing" for m in marks)
    if not written and _NUMBERED.search(text, max(0, time.start - 40), time.start):
        return True
    if any(m.kind == "planned" or (m.kind == "other" and m.start >= max(occasion, named)) for m in marks):
        return True
    if not occasion and any(m.kind == "topic" for m in marks):
        return True
    bound = any(m.kind == "bound" and _STILL.fullmatch(text, m.end, time.start) for m in marks)
    return bound and not _is_range(text, time)


def _is_answered(text: str, writing: Mark) -> bool:
    """``Đáp trả tuyên bố hôm 11/1, …``: a writing that others answer, carry out or go by."""
    return _ANSWERED.search(text, max(0, writing.start - 40), writing.start) is not None


def _is_range(text: str, time: Span) -> bool:
    """``hội nghị (diễn ra) từ ngày 11 đến 12/1``: held on all its days."""
    held = _HELD_FROM.search(text, max(0, time.start - 40), time.start)
    return held is not None and TO.search(text, time.start, time.end) is not None
