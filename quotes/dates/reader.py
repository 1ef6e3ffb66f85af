"""The times, occasions and statements of one article, laid out for the rules that date a statement."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotes.dates.clauses import in_pair, last_clause
from quotes.dates.days import as_day
from quotes.dates.elsewhere import is_of_something_else
from quotes.dates.find import find_expressions
from quotes.dates.marks import OCCASIONS, Mark, find_marks
from quotes.dates.occasions import Occasion, Statement, Time
from quotes.dates.resolve import Calendar
from quotes.model import Attribution, Dating, Document, Span, Speaker

LEAD_SENTENCES = 5
_REFERRED_TO = re.compile(r"(?<!\w)(?:tại|trong|ở|sau|kết thúc|khai mạc|bế mạc)\s+(?:\w+\s+)?$", re.IGNORECASE)
_BEFORE_OR_AFTER = re.compile(r"(?<!\w)(?:trước|sau)(?:\s+khi)?\s*$", re.IGNORECASE)
# Bức thư, đề ngày 5/3, …
_DATED = re.compile(r"\s*(?:được )?(?:đề|ký|ghi|viết|gửi|phát đi|công bố|đăng|đăng tải|ban hành)(?: vào)?\s*$")
_WILL = re.compile(r",?(?:[ \t]+\w+){0,6}?[ \t]+(?:sẽ|dự kiến)(?!\w)")
_COMING = re.compile(
    r"\s+(?:sắp tới|tới đây|tới(?!\s+(?:[A-ZĐÀ-Ỹ]|thăm|dự|làm|khi|sáng|trưa|chiều|tối|nay|hết|ngày)))(?!\w)"
)
_KIND_OF_BODY = re.compile(
    r"^(?:(?:hãng|tờ|báo|tạp chí|đài|kênh|trang|công ty|tập đoàn|ngân hàng|nhóm|câu lạc bộ|clb|đảng|tổ chức|phía)\s+)"
    r"(?:tin\s+|tin tức\s+|thông tấn\s+|truyền hình\s+|hàng không\s+|xe\s+|luật\s+|cổ phần\s+|tnhh\s+)*(?=\S{3})"
)
_ONCE = re.compile(r"(?<!\w)(?:hồi|vào)$", re.IGNORECASE)
LONGEST = 600  # characters: sentences that never end must not cost the square of their length
RECENT = 14  # days before the article's own: what is older is told as a background, not as the news
# Where an article's own date tells its month or day, and from when on its year or month is near its end.
_LATE = {"year": (5, "10"), "month": (8, "20")}
_ANY_EVENT = ("sự kiện", "chương trình")


def _soon_after(month: str) -> str:
    """The tenth of the month after: an article may come out some days after the month it is filed under."""
    year, number = int(month[:4]), int(month[5:7])
    return f"{year + number // 12:04d}-{number % 12 + 1:02d}-10"


def _bare(name: str) -> str:
    return _KIND_OF_BODY.sub("", name.casefold())


class Reader:
    """What the rules may ask of an article."""

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
        self._referred: dict[Occasion, bool] = {}
        self.all_news: dict[Occasion, bool] = {}  # whether an occasion has the only recent day
        self._recent_of: dict[str, list[int]] = {}
        self.days_of_news: dict[int, list[Time]] = {}  # by sentence
        self.late: str | None = None  # what the article says of those it calls late
        self.meetings: list[tuple[Time, str]] | None = None  # of the reporter, with the words that name who was met
        self._clause_starts: dict[int, int] = {}
        self._elsewhere: dict[Span, bool] = {}
        self._starts = [s.start for s in doc.sentences]
        self._said = self._find_said()
        self._reported = {
            span
            for a, speaker in zip(self.attributions, self.speakers, strict=True)
            if speaker is not None and speaker.kind == "media" and a.quote_type == "indirect"
            for span in a.contents
        }
        self._in_full = self._find_in_full()
        self.times: dict[int, list[Time]] = defaultdict(list)  # by sentence
        for e, r in zip(self.expressions, self.calendar.resolved, strict=True):
            self.times[e.sentence].append(Time(e, r))
        self.by_speaker: dict[str, list[int]] = defaultdict(list)  # the numbers of the statements
        for i, speaker in enumerate(self.speakers):
            if speaker and speaker.name:
                self.by_speaker[self.who(speaker)].append(i)
        self._occasions: list[Occasion] | None = None
        self._writings: list[Occasion] | None = None
        self._main_occasion: tuple[Occasion | None] | None = None

    def who(self, speaker: Speaker) -> str:
        """The name to know a speaker by: a body is named in full once and then in short (``Viện Hải dương``), with
        its kind or without (``hãng Sao Biển``, ``Sao Biển``), and its first letter hangs on its place.
        """
        name = speaker.name or ""
        if speaker.kind == "person":
            return name
        bare = _bare(name)
        return self._in_full.get(bare, bare)

    def _find_in_full(self) -> dict[str, str]:
        bodies = sorted({_bare(s.name) for s in self.speakers if s and s.name and s.kind != "person"})
        pairs = ((one, other) for one, other in pairwise(bodies) if other.startswith(f"{one} ") and " " in one)
        return dict(pairs)

    def recent_of(self, name: str) -> list[int]:
        """The numbers of a speaker's statements that have a recent day of their own."""
        if name not in self._recent_of:
            stated = ((i, self.stated(i)) for i in self.by_speaker[name])
            self._recent_of[name] = [i for i, d in stated if d and self.recent(d.date) and not self.of_week(d)]
        return self._recent_of[name]

    def of_week(self, dating: Dating) -> bool:
        """Whether a statement is dated by a week (``tuần trước``): that is seldom the day of the news."""
        return dating.expression in self._weeks

    def _find_said(self) -> dict[int, list[Span]]:
        """What is said, by sentence: quotation marks, and the contents of all statements."""
        found = defaultdict(list)
        for span in [c.outer for c in self.doc.contents] + [s for a in self.attributions for s in a.contents]:
            first = max(0, bisect_right(self._starts, span.start) - 1)
            for i in range(first, max(first + 1, bisect_right(self._starts, span.end - 1))):
                found[i].append(span)
        return found

    def in_words(self, place: int) -> bool:
        """Whether a place lies in somebody's words; what a medium reports is told as the article's own."""
        return any(s not in self._reported for s in self._said_at(place))

    def is_reported(self, place: int) -> bool:
        """Whether a place lies in what a medium reports."""
        return any(s in self._reported for s in self._said_at(place))

    def _said_at(self, place: int) -> Iterator[Span]:
        sentence = max(0, bisect_right(self._starts, place) - 1)
        return (s for s in self._said[sentence] if s.start <= place < s.end)

    @property
    def occasions(self) -> list[Occasion]:
        """All occasions to which the article gives a day, in the order of the text."""
        if self._occasions is None:
            self._occasions = [o for t in self._told_times() if (o := self._occasion(t))]
        return self._occasions

    @property
    def main_occasion(self) -> Occasion | None:
        """What the article reports: its first dated occasion, if that is recent, and stands in the lead or is
        referred to afterwards (``Tại chương trình, …``).
        """
        if self._main_occasion is None:
            self._main_occasion = (self._find_main_occasion(),)
        return self._main_occasion[0]

    def _find_main_occasion(self) -> Occasion | None:
        told = (o for o in self.occasions if not self.is_reported(o.time.span.start))
        first = next((o for o in told if self.recent(o.date)), None)
        if first is None:
            return None
        sentence = first.time.expression.sentence
        if sentence < LEAD_SENTENCES:
            return first
        if sentence >= 3 * LEAD_SENTENCES:
            return None
        return first if self.calendar.day is None or self.is_referred_to(first) else None

    def is_referred_to(self, occasion: Occasion) -> bool:
        """Whether the article comes back to an occasion: ``tại hội nghị``, ``sau phiên họp``."""
        if occasion not in self._referred:
            after = range(occasion.time.expression.sentence + 1, len(self.doc.sentences))
            marks = (m for i in after for m in self.marks(i) if m.kind in OCCASIONS)
            named = (
                m for m in marks if m.kind in ("occasion", "talks") or m.word in _ANY_EVENT or occasion.alike(m.word)
            )
            found = any(_REFERRED_TO.search(self.doc.text, max(0, m.start - 20), m.start) for m in named)
            self._referred[occasion] = found
        return self._referred[occasion]

    @property
    def writings(self) -> list[Occasion]:
        """All letters, reports and statements to which the article gives a day, in the order of the text."""
        if self._writings is None:
            told = self._told_times()
            self._writings = [w for t in told if (w := self._occasion(t, ("writing",), ("writing",)))]
        return self._writings

    def _told_times(self) -> Iterator[Time]:
        """The times that the article itself tells, in the order of the text."""
        return (t for i in sorted(self.times) for t in self.times[i] if not self.in_words(t.span.start))

    def _occasion(
        self, time: Time, before: Sequence[str] = OCCASIONS, after: Sequence[str] = ("occasion", "talks", "match")
    ) -> Occasion | None:
        """The occasion (or writing) that a time belongs to: named before it in its clause, or after it."""
        date = time.resolved.date
        if time.expression.grain != "day" or date is None or len(date) < len("2022-01-12") or self.to_come(time):
            return None
        sentence = self.doc.sentences[time.expression.sentence]
        start = self.clause_start(time)
        if self.belongs_elsewhere(time):
            return None
        marks = [m for m in self.marks(sentence.index) if not self.in_words(m.start)]
        earlier = [m for m in marks if m.kind in before and start <= m.start < time.span.start]
        if not earlier and "writing" in before and _DATED.match(self.clause_before(time)):
            earlier = [m for m in marks if m.kind == "writing" and self.doc.text[m.end : start].strip() == ","]
        later = [m for m in marks if m.kind in after and m.start >= time.span.end]
        found = earlier[-1] if earlier else later[0] if later else None
        if found is None or _BEFORE_OR_AFTER.search(self.doc.text, sentence.start, found.start):
            return None
        paragraph = self.doc.paragraphs[sentence.paragraph]
        of_one = any(m.kind == "event" for m in earlier[:-1])  # bài phát biểu tại đại hội hôm 5/3
        gathering = (found.kind == "occasion" and not of_one) or found.word == "lên sóng"
        return Occasion(found.word, date, time, paragraph, gathering)

    def told_with(self, occasion: Occasion) -> str:
        """The sentence that gives an occasion its day."""
        sentence = self.doc.sentences[occasion.time.expression.sentence]
        return self.doc.text[sentence.start : sentence.end]

    def times_in(self, span: Span) -> Iterator[Time]:
        """The times in a stretch of text."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        sentences = range(first, bisect_right(self._starts, max(span.start, span.end - 1)))
        return (t for i in sentences for t in self.times.get(i, ()) if span.start <= t.span.start < span.end)

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
            self._clause_starts[at] = start + last_clause(self.doc.text[start:at].rstrip().removesuffix("("))
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

    def statement(self, number: int, a: Attribution) -> Statement:
        """An attribution with its surroundings."""
        at = (a.cue or (a.source.span if a.source else a.contents[0])).start
        sentence = self.doc.sentences[max(0, bisect_right(self._starts, at) - 1)]
        own = set(a.contents)
        holes = [s for s in self._said[sentence.index] if s in own or not s.start <= at < s.end]
        frame = tuple(_without(Span(sentence.start, sentence.end), holes))
        near = [t for t in self.times.get(sentence.index, ()) if abs(t.span.start - at) <= LONGEST]
        told = [t for t in near if _within(frame, t.span.start) or self._in_brackets(a, t)]
        times = tuple(t for t in told if not self.to_come(t) and not self.is_now(t))
        speaker = self.speakers[number] if number >= 0 else None
        return Statement(number, a, speaker, sentence, frame, times)

    def _in_brackets(self, a: Attribution, t: Time) -> bool:
        """``ông nhận xét (10/12): …``: a time that is no part of what is said."""
        return a.cue is not None and self.doc.text[a.cue.end : t.span.start].strip() == "("

    def occasion_alike(self, word: str, place: int) -> Occasion | None:
        """The last dated occasion before a place that the word can name, a recent one first; or else the last one of
        the paragraph, a later one, or what is reported.
        """
        before = [o for o in self.occasions if o.time.span.start < place]
        alike = [o for o in before if o.alike(word)]
        alike = [o for o in alike if self.recent(o.date)] or alike
        if alike or not word:
            return (alike or before)[-1] if alike or before else None
        if before and before[-1].paragraph.end > place:
            return before[-1]
        later = next((o for o in self.occasions if o.alike(word)), None)
        return later or self.main_occasion or self._only_gathering()

    def _only_gathering(self) -> Occasion | None:
        """The one gathering to which the article gives a day, wherever it does."""
        recent = [o for o in self.occasions if self.recent(o.date)]
        one = len({o.date for o in recent}) == 1
        return next((o for o in recent if o.gathering), None) if one else None

    def dating(self, number: int) -> Dating:
        """The date of another statement."""
        raise NotImplementedError

    def stated(self, number: int) -> Dating | None:
        """The date of another statement as far as its own sentence tells it."""
        raise NotImplementedError


def _within(parts: Sequence[Span], place: int) -> bool:
    """Whether a place lies in one of the parts, which are in order."""
    i = bisect_right(parts, place, key=lambda part: part.start)
    return i > 0 and place < parts[i - 1].end


def _without(whole: Span, holes: Sequence[Span]) -> list[Span]:
    """A span less some others."""
    parts, at = [], whole.start
    for hole in sorted(holes):
        if hole.start >= whole.end:
            break
        if hole.end > at:
            if hole.start > at:
                parts.append(Span(at, hole.start))
            at = hole.end
    return parts + ([Span(at, whole.end)] if at < whole.end else [])
