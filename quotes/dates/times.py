"""The times of one article: whether the article itself tells them, of what they are, and when they were."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quotes.dates.clauses import in_pair, last_clause
from quotes.dates.days import as_day
from quotes.dates.elsewhere import is_of_something_else
from quotes.dates.find import find_expressions
from quotes.dates.marks import Mark, find_marks
from quotes.dates.occasions import Time
from quotes.dates.resolve import Calendar
from quotes.model import Attribution, Dating, Document, Span, Speaker

# Bức thư, đề ngày 5/3, …; Tại hội nghị tổng kết, tổ chức ở Huế ngày 5/3, …: a clause that dates what stands before it.
_HELD = (
    r"(?:do [^,;:()\n]{1,60} )?(?:(?:được|vừa|đã|phối hợp|đồng) )*"
    r"(?:đề|ký|ghi|viết|gửi|phát đi|công bố|đăng|đăng tải|ban hành|tổ chức|diễn ra|khai mạc|"
    r"bế mạc|phát sóng|lên sóng|phát hành)(?: (?:tại|ở|trên) [^,;:()\n]{1,40}?)?(?: (?:vào|từ|trong))?"
)
# Kỳ họp thứ 5, HĐND tỉnh khóa IX, …; Đại hội Đảng bộ, nhiệm kỳ 2020-2025, …: whose session it is, or which.
_WHOSE = (
    r"(?:(?:HĐND|Hội đồng nhân dân|Quốc hội|Ủy ban|Uỷ ban|UBTVQH|Ban Chấp hành|BCH|Đảng bộ)(?!\w)"
    r"(?:(?! (?:đã|sẽ|vừa|có|ra|gửi|ban|ký|công|và|cho|là|bị|được)(?!\w))[^,;:()\n]){0,60}?"
    r"|(?:khóa|khoá|nhiệm kỳ|lần thứ) [\w–-]+)"
)
_DATED = re.compile(rf"\s*(?:{_WHOSE}(?: {_HELD})?|{_HELD})\s*")
_ASIDES = 3  # such clauses between an occasion and its day
_WILL = re.compile(r",?(?:[ \t]+\w+){0,6}?[ \t]+(?:sẽ|dự kiến)(?!\w)")
_COMING = re.compile(
    r"\s+(?:sắp tới|tới đây|tới(?!\s+(?:[A-ZĐÀ-Ỹ]|thăm|dự|làm|khi|sáng|trưa|chiều|tối|nay|hết|ngày)))(?!\w)"
)
_ONCE = re.compile(r"(?<!\w)(?:hồi|vào)$", re.IGNORECASE)
LONGEST = 600  # characters: sentences that never end must not cost the square of their length
RECENT = 14  # days before the article's own: what is older is told as a background, not as the news
# Where an article's own date tells its month or day, and from when on its year or month is near its end.
_LATE = {"year": (5, "10"), "month": (8, "20")}


def _soon_after(month: str) -> str:
    """The tenth of the month after: an article may come out some days after the month it is filed under."""
    year, number = int(month[:4]), int(month[5:7])
    return f"{year + number // 12:04d}-{number % 12 + 1:02d}-10"


class Times:
    """The times that an article tells, and of what they are."""

    def __init__(
        self,
        doc: Document,
        published: str | None,
        attributions: Sequence[Attribution],
        speakers: Sequence[Speaker | None],
    ) -> None:
        self.doc, self.attributions = doc, attributions
        self.speakers = [*speakers, *[None] * (len(attributions) - len(speakers))]
        self.expressions = find_expressions(doc)
        self._weeks = {e.span for e in self.expressions if e.grain == "week"}
        self.calendar = Calendar(doc, self.expressions, published)
        self._marks: dict[int, tuple[Mark, ...]] = {}
        self._clause_starts: dict[int, int] = {}
        self._elsewhere: dict[Span, bool] = {}
        self.starts = [s.start for s in doc.sentences]
        self.said = self._find_said()
        self._reported = {
            span
            for a, speaker in zip(self.attributions, self.speakers, strict=True)
            if speaker is not None and speaker.kind == "media" and a.quote_type == "indirect"
            for span in a.contents
        }
        self.times: dict[int, list[Time]] = defaultdict(list)  # by sentence
        for e, r in zip(self.expressions, self.calendar.resolved, strict=True):
            self.times[e.sentence].append(Time(e, r))

    def of_week(self, dating: Dating) -> bool:
        """Whether a statement is dated by a week (``tuần trước``): that is seldom the day of the news."""
        return dating.expression in self._weeks

    def _find_said(self) -> dict[int, list[Span]]:
        """What is said, by sentence: quotation marks, and the contents of all statements."""
        found = defaultdict(list)
        for span in [c.outer for c in self.doc.contents] + [s for a in self.attributions for s in a.contents]:
            first = max(0, bisect_right(self.starts, span.start) - 1)
            for i in range(first, max(first + 1, bisect_right(self.starts, span.end - 1))):
                found[i].append(span)
        return found

    def in_words(self, place: int) -> bool:
        """Whether a place lies in somebody's words; what a medium reports is told as the article's own."""
        return any(s not in self._reported for s in self._said_at(place))

    def is_reported(self, place: int) -> bool:
        """Whether a place lies in what a medium reports."""
        return any(s in self._reported for s in self._said_at(place))

    def _said_at(self, place: int) -> Iterator[Span]:
        sentence = max(0, bisect_right(self.starts, place) - 1)
        return (s for s in self.said[sentence] if s.start <= place < s.end)

    def times_in(self, span: Span) -> Iterator[Time]:
        """The times in a stretch of text."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        sentences = range(first, bisect_right(self.starts, max(span.start, span.end - 1)))
        return (t for i in sentences for t in self.times.get(i, ()) if span.start <= t.span.start < span.end)

    def told_in(self, sentences: Iterable[int]) -> Iterator[Time]:
        """The times that the article itself tells in some sentences."""
        return (t for i in sentences for t in self.times.get(i, ()) if not self.in_words(t.span.start))

    def marks(self, sentence: int) -> tuple[Mark, ...]:
        """The words of the lexicon in a sentence."""
        if sentence not in self._marks:
            self._marks[sentence] = find_marks(self.doc.sentences[sentence])
        return self._marks[sentence]

    def clause_start(self, time: Time) -> int:
        """Where the clause of a time begins; an opening bracket is no edge (``cuộc họp (ngày 5/3)``)."""
        at = time.span.start
        if at not in self._clause_starts:
            start = max(self.doc.sentences[time.expression.sentence].start, at - LONGEST)
            before = self.doc.text[start:at].rstrip().removesuffix("(")
            clause = last_clause(before)
            for _ in range(_ASIDES):
                if not clause or not _DATED.fullmatch(before, clause):
                    break
                before = before[: clause - 1]
                clause = last_clause(before)
            self._clause_starts[at] = start + clause
        return self._clause_starts[at]

    def clause_before(self, time: Time) -> str:
        """The words of its clause before a time."""
        return self.doc.text[self.clause_start(time) : time.span.start].rstrip().removesuffix("(")

    def marks_before(self, time: Time) -> list[Mark]:
        """The words of the lexicon in the clause of a time, before it."""
        start, at = self.clause_start(time), time.span.start
        marks = [m for m in self.marks(time.expression.sentence) if start <= m.start < at]
        return [m for m in marks if not in_pair(self.doc.text[start:at], m.start - start)]

    def belongs_elsewhere(self, time: Time) -> bool:
        """Whether the words before a time in its clause give it to something else than a statement or occasion."""
        if time.span not in self._elsewhere:
            self._elsewhere[time.span] = is_of_something_else(self.doc.text, time.span, self.marks_before(time))
        return self._elsewhere[time.span]

    def to_come(self, time: Time) -> bool:
        """Whether a time lies after the article's own (``ngày 5/3 tới``): nobody has spoken then yet.

        A day as written may be the next one: articles are dated by another clock, or changed after they came out.
        """
        own, said, e = self.calendar.document_date, time.resolved.date, time.expression
        if _COMING.match(self.doc.text, e.span.end):
            return True
        will = _WILL.match(self.doc.text, e.span.end) if self.calendar.day is None else None
        if will and not self.in_words(will.end() - 1):
            return True
        if not own or not said or said.startswith("X"):
            return False
        if e.grain in _LATE and own.startswith(said) and self.doc.text.startswith(("cuối", "Cuối"), e.span.start):
            start, late = _LATE[e.grain]
            return own[start : start + 2] < late
        as_written = e.grain == "day" and e.anchor != "text" and e.shift <= 0
        if self.calendar.day and as_written and (day := as_day(said)):
            return (day - self.calendar.day).days > 1
        if len(own) == 7 and as_written and said <= _soon_after(own):
            return False
        shared = min(len(own), len(said))
        return said[:shared] > own[:shared]

    def is_now(self, time: Time) -> bool:
        """Whether a month or year is just the article's own (``năm nay``), which tells less than its date does."""
        own, said = self.calendar.document_date, time.resolved.date
        if time.expression.grain not in ("month", "year") or not own or not said or own == said:
            return False
        part_of_it = self.doc.text[time.span.start : time.span.end].lower().startswith(("đầu", "giữa", "cuối"))
        return own.startswith(said) and not part_of_it and not _ONCE.search(self.clause_before(time))

    def recent(self, date: str | None, days: int = RECENT) -> bool:
        """Whether a date is a day that can be the news: not many days before the article's own."""
        day, own = as_day(date), self.calendar.document_date
        if day is None or own is None:
            return day is not None
        first = as_day(f"{own}-01-01"[:10])
        return first is None or (first - day).days <= days
