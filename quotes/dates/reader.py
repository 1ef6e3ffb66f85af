"""The times, occasions and statements of one article, laid out for the rules that date a statement."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotes.dates.marks import OCCASIONS, Mark
from quotes.dates.occasions import Occasion, Statement, Time
from quotes.dates.times import LONGEST, Times
from quotes.model import Attribution, Dating, Document, Sentence, Span, Speaker

LEAD_SENTENCES = 5
_REFERRED_TO = re.compile(r"(?<!\w)(?:tại|trong|ở|sau|kết thúc|khai mạc|bế mạc)\s+(?:\w+\s+)?$", re.IGNORECASE)
_BEFORE_OR_AFTER = re.compile(r"(?<!\w)(?:trước|sau)(?:\s+khi)?\s*$", re.IGNORECASE)
_HELD = re.compile(
    r"(?<!\w)(?:diễn ra|được (?:tổ chức|khai mạc))(?: (?:tại|ở) [^,;:()\n]{1,60}?)?(?: (?:vào|từ|trong))?\s*$"
)  # Lễ tốt nghiệp cho bác sĩ, dược sĩ diễn ra tại Huế ngày 5/3
_KIND_OF_BODY = re.compile(
    r"^(?:(?:hãng|tờ|báo|tạp chí|đài|kênh|trang|công ty|tập đoàn|ngân hàng|nhóm|câu lạc bộ|clb|đảng|tổ chức|phía)\s+)"
    r"(?:tin\s+|tin tức\s+|thông tấn\s+|truyền hình\s+|hàng không\s+|xe\s+|luật\s+|cổ phần\s+|tnhh\s+)*(?=\S{3})"
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")  # Trung tâm Kiểm soát bệnh (CDC) Mỹ
_OPENS = re.compile(r"\W*(?:\([^()]{1,20}\)\s*[-–]?\s*)?(?:(?:vào|trong|cũng trong)\s+)?", re.IGNORECASE)
_DONE = re.compile(
    r"(?<!\w)(?:(?<!được )(?<!sẽ )trao (?:\d+|hơn|gần|tặng|quà|học bổng|nhà|giải|thưởng|bằng|quyết định|"
    r"số tiền|hỗ trợ|kỷ niệm|cờ|huy)|tặng (?:\d+|quà|học bổng|nhà)|phát động|ra quân|bàn giao|khai giảng|bế giảng|"
    r"thông xe|hiến máu|dâng hương|tri ân|"
    r"gắn biển|hợp long|sơ kết|tổng kết|xuất quân|tổ chức (?:khám|tập huấn|tuyên truyền|ngày|hội|đêm|giải|tiệc))(?!\w)",
    re.IGNORECASE,
)
_SIDE = re.compile(r"\((?:bên |thứ \w+ từ |ngoài cùng |bìa )?(?:trái|phải|giữa)(?!\w)", re.IGNORECASE)
_PICTURE = re.compile(r"\s*\(?(?:Ảnh|Nguồn)(?!\w)")
_SOON = 12  # sentences in which an article comes back to what its lead tells of
_ANY_EVENT = ("sự kiện", "chương trình")
_OPEN_TO_ALL = ("sự kiện", "diễn đàn", "ngày hội", "triển lãm", "hội chợ", "hội thi")
# Tại buổi lễ, …; Phát biểu khai mạc buổi họp, …; not Trong đại hội năm sau đó, …
_COMES_BACK = re.compile(
    r"\W*(?:cũng |ngay )?(?:(?:(?:phát biểu|chia sẻ|chỉ đạo|kết luận|trao đổi|thông tin)(?: \w+){0,2}? )?(?:tại|trong)|"
    r"(?:phát biểu |ý kiến )?(?:khai mạc|kết luận|bế mạc)|kết thúc|sau)(?: (?:cuộc|buổi|phiên))?\s*$",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?: (?!năm|tháng|tuần|khác|mới|gần|trước|sau|lần)[^\W\d]+){0,4}\s*(?:,|$)")
_TAKES = re.compile(r"(?<!\w)(?:có|tổ chức|ghi hình|tham gia)\s+(?:(?:một|cuộc)\s+)?$", re.IGNORECASE)  # có buổi tập


def _bare(name: str) -> str:
    return _KIND_OF_BODY.sub("", _IN_BRACKETS.sub("", name.casefold()))


class Reader(Times):
    """What the rules may ask of an article."""

    def __init__(
        self,
        doc: Document,
        published: str | None,
        attributions: Sequence[Attribution],
        speakers: Sequence[Speaker | None],
    ) -> None:
        super().__init__(doc, published, attributions, speakers)
        self._referred: dict[Occasion, bool] = {}
        self.all_news: dict[Occasion, bool] = {}  # whether an occasion has the only recent day
        self._recent_of: dict[str, list[int]] = {}
        self.days_of_news: dict[int, list[Time]] = {}  # by sentence
        self.late: str | None = None  # what the article says of those it calls late
        self.meetings: list[tuple[Time, str]] | None = None  # of the reporter, with the words that name who was met
        self._in_full = self._find_in_full()
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
            return self._named_further_on()
        sentence = first.time.expression.sentence
        if sentence < LEAD_SENTENCES:
            return first
        if sentence >= 3 * LEAD_SENTENCES:
            return None
        return first if self.calendar.day is None or self.is_referred_to(first) else None

    def _named_further_on(self) -> Occasion | None:
        """``Chiều 2/6, bí thư đến động viên công an. … Tại buổi lễ, …``: what took place on the one day of the lead and
        is called an occasion only where the article comes back to it.
        """
        days = [t for t in self.told_in(range(LEAD_SENTENCES)) if t.expression.grain == "day"]
        if len({t.resolved.date for t in days}) != 1 or days[0].resolved.date is None:
            return None
        t, first = days[0], days[0].expression.sentence
        if not self.recent(t.resolved.date) or self.to_come(t) or self.belongs_elsewhere(t):
            return None
        if any(m.kind in ("other", "elsewhen") for m in self.marks(first)):
            return None
        for i in range(first + 1, min(first + 1 + _SOON, len(self.doc.sentences))):
            named = next((m for m in self.marks(i) if self._comes_back(i, m)), None)
            if named is not None and not self.in_words(named.start):
                sentence = self.doc.sentences[first]
                return Occasion(named.word, days[0].resolved.date, t, self.doc.paragraphs[sentence.paragraph], True)
            if any(x.expression.grain == "day" for x in self.told_in((i,))):
                return None
        return None

    def _comes_back(self, sentence: int, m: Mark) -> bool:
        """``Tại buổi lễ, …``: an occasion known to the reader opens a sentence."""
        if m.kind != "occasion" and m.word not in _OPEN_TO_ALL:
            return False
        text, start = self.doc.text, self.doc.sentences[sentence].start
        opens = _COMES_BACK.fullmatch(text, start, m.start) or (m.word.startswith("tại ") and m.start - start < 4)
        return bool(opens) and _BARE.match(text, m.end) is not None

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
        return self.told_in(sorted(self.times))

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
        if not earlier and _HELD.search(self.clause_before(time)):
            earlier = [m for m in marks if m.kind in before and m.start < start][:1]
        later = [
            m
            for m in marks
            if m.start >= time.span.end
            and (m.kind in after or (m.kind == "event" and self._is_had(m) and "occasion" in after))
        ]
        found = earlier[-1] if earlier else later[0] if later else None
        if found is None and "occasion" in after and (done := self._done_in_public(time)):
            return Occasion(done, date, time, self.doc.paragraphs[sentence.paragraph], True)
        if found is not None and found.kind == "talks" and earlier and self._is_pictured(sentence):
            return None
        if found is None or _BEFORE_OR_AFTER.search(self.doc.text, sentence.start, found.start):
            return None
        paragraph = self.doc.paragraphs[sentence.paragraph]
        of_one = any(m.kind == "event" for m in earlier[:-1])  # bài phát biểu tại đại hội hôm 5/3
        gathering = (found.kind == "occasion" and not of_one) or found.word in ("lên sóng", "buổi tập")
        return Occasion(found.word, date, time, paragraph, gathering)

    def _is_pictured(self, sentence: Sentence) -> bool:
        """``Bà Hoa (trái) gặp Thủ tướng Lào hôm 5/3. Ảnh: TTX``: a caption, whose picture may be an older one."""
        text = self.doc.text
        return bool(_SIDE.search(text, sentence.start, sentence.end) or _PICTURE.match(text, sentence.end))

    def _done_in_public(self, time: Time) -> str | None:
        """``Sáng 5/3, hội phụ nữ trao 20 suất học bổng``: what many take part in, on a day that opens a lead."""
        sentence = self.doc.sentences[time.expression.sentence]
        if sentence.index >= LEAD_SENTENCES or not _OPENS.fullmatch(self.doc.text, sentence.start, time.span.start):
            return None
        end = min(sentence.end, time.span.end + LONGEST)
        m = _DONE.search(self.doc.text, time.span.end, end)
        return m.group().lower() if m and not self.in_words(m.start()) else None

    def _is_had(self, m: Mark) -> bool:
        """``Chiều 5/3, đội có buổi tập``: an event that somebody has, and does not only speak of."""
        return _TAKES.search(self.doc.text, max(0, m.start - 20), m.start) is not None

    def told_with(self, occasion: Occasion) -> str:
        """The sentence that gives an occasion its day."""
        sentence = self.doc.sentences[occasion.time.expression.sentence]
        return self.doc.text[sentence.start : sentence.end]

    def statement(self, number: int, a: Attribution) -> Statement:
        """An attribution with its surroundings."""
        at = (a.cue or (a.source.span if a.source else a.contents[0])).start
        sentence = self.doc.sentences[max(0, bisect_right(self.starts, at) - 1)]
        own = set(a.contents)
        holes = [s for s in self.said[sentence.index] if s in own or not s.start <= at < s.end]
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
