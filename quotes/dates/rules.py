"""From days to statements: which time in the article is the time at which something was said.

After the date section of the annotation guidelines: a time in the statement's own sentence (``explicit``), an
occasion or statement that the text ties it to (``context``), the article's own day (``document``), or nothing
(``none``). A rule answers with a ``Dating``, or with ``None`` to leave the question to the rules after it.
``RULES`` at the foot is their order: what is said outright first, what is likely last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta

from quotes.dates.reader import CLAUSE_EDGE, Occasion, Reader, Statement, Time, words
from quotes.dates.resolve import as_day
from quotes.model import Attribution, Dating, Document, Span, Speaker

_LEAD_IN = re.compile(
    r"^[\s\-–•.…]*(?:(?:vào|hồi|trong|lúc|ngay|mới đây|vừa qua|cũng|chỉ|khoảng|rồi|và|thì|khuya|sớm)\s+"
    r"|\d{1,2}\s*(?:h|giờ|g|:)\s*(?:\d{1,2})?\s*(?:phút)?\s*)*$",
    re.IGNORECASE,
)
_AT = r"(?<!\w)(?:tại|trong|ở|sau|bên lề|kết thúc|mở đầu|khép lại|kết luận|bế mạc|dự|tham dự|chủ trì|phát biểu\s+(?:\w+\s+){0,2}?)"
_HERE = re.compile(r"(?<!\w)(?:tại đây|cũng tại|dịp này|nhân dịp này)(?!\w)", re.IGNORECASE)
_ALSO_FROM = re.compile(r"^\W*cũng\s+(?:theo|tại|trong)(?!\w)", re.IGNORECASE)


def _explicit(time: Time | None, rule: str) -> Dating | None:
    if time is None or time.resolved.date is None:
        return None
    return Dating(time.resolved.date, "explicit", rule, time.span, time.resolved.note)


def _nearest(s: Statement, times: Sequence[Time]) -> Time | None:
    at = s.place
    return min(times, key=lambda t: max(t.span.start - at.end, at.start - t.span.end), default=None)


def time_before_event(dates: DateReader, s: Statement) -> Dating | None:
    """``… nói vào đêm trước cuộc đàm phán``: counted back from the day of the event, where the article tells that."""
    for t in s.times:
        if t.expression.anchor != "event":
            continue
        named = words("occasion").search(dates.reader.doc.text, t.span.end, t.span.end + 30)
        occasion = _occasion_alike(dates.reader, named.group() if named else "", s.place.start)
        if occasion and (day := as_day(occasion.date)):
            date = (day + timedelta(days=t.expression.shift)).isoformat()
            return Dating(date, "explicit", "time_before_event", t.span, f"“{occasion.word}” was on {occasion.date}")
    return None


def time_of_occasion(dates: DateReader, s: Statement) -> Dating | None:
    """``Trong buổi làm việc ngày 9/7, …``, ``Trả lời BBC hôm 13/12, …``: the time of an occasion in the sentence."""
    found = []
    for t in s.times:
        left = dates.reader.clause_before(s.sentence.start, t)
        named = words("occasion", "writing", "meeting").search(left)
        if t.expression.grain == "day" and named and not dates.reader.belongs_elsewhere(left):
            found.append(t)
    return _explicit(_nearest(s, [t for t in found if not dates.reader.to_come(t)]), "time_of_occasion")


def time_beside_cue(dates: DateReader, s: Statement) -> Dating | None:
    """``Ông Nam hôm 11/1 nói rằng …``, ``… thông báo hôm 18/7 rằng …``: a time in the clause of the cue."""
    a, text, found = s.attribution, dates.reader.doc.text, []
    if a.cue is None:
        return None
    for t in s.times:
        before = t.span.end <= a.cue.start
        between = text[t.span.end : a.cue.start] if before else text[a.cue.end : t.span.start]
        if CLAUSE_EDGE.search(between.lstrip(") ")) or dates.reader.to_come(t):
            continue
        if dates.reader.belongs_elsewhere(dates.reader.clause_before(s.sentence.start, t)):
            continue
        adjacent = before and len(between.split()) <= 3 and a.source is not None and t.span.start >= a.source.span.end
        if t.expression.grain in ("day", "week") or adjacent:
            found.append(t)
    return _explicit(_nearest(s, found), "time_beside_cue")


def time_opens_clause(dates: DateReader, s: Statement) -> Dating | None:
    """``Ngày 30/11, Bộ Y tế ra thông cáo, nêu rõ: …``: a time that stands first in a clause before the cue."""
    found = []
    for t in s.times:
        left = dates.reader.doc.text[s.sentence.start : t.span.start]
        edge = max((m.end() for m in CLAUSE_EDGE.finditer(left)), default=0)
        if t.span.end <= s.place.start and _LEAD_IN.match(left[edge:]) and not dates.reader.to_come(t):
            found.append(t)
    return _explicit(_nearest(s, found), "time_opens_clause")


def told_elsewhen(dates: DateReader, s: Statement) -> Dating | None:
    """``Trước đó, ông tuyên bố …``, ``… nhiều lần cảnh báo …``: at some other time, which is not told."""
    m = words("elsewhen").search(dates.reader.before_content(s))
    return Dating(None, "none", "told_elsewhen", None, f"“{m.group()}”: at some other time") if m else None


def also_from_there(dates: DateReader, s: Statement) -> Dating | None:
    """``Cũng theo bài báo này, …``: as the statement before, whatever its date."""
    if s.number < 1 or not _ALSO_FROM.match(dates.reader.doc.text[s.sentence.start : s.sentence.end]):
        return None
    return _as(dates.date(dates.reader.attributions[s.number - 1]), "also_from_there", "as the statement before")


def goes_on(dates: DateReader, s: Statement) -> Dating | None:
    """``Ông Nam hôm 11/1 nói … Ông cho biết …``: the same speaker goes on in the paragraph, or another at once."""
    if s.number < 1:
        return None
    before = dates.reader.attributions[s.number - 1]
    if dates.reader.doc.sentences[before.sentence].paragraph != s.paragraph:
        return None
    dating = dates.date(before)
    if _same(s.speaker, dates.reader.speakers[s.number - 1]):
        return _as(dating, "goes_on", "as the statement before") if dating.basis in ("explicit", "context") or dating.note else None
    if dating.basis != "explicit" or _outside(s) or s.attribution.sentence - before.sentence > 1:
        return None
    return _as(dating, "goes_on", "as the statement before")


def occasion_named(dates: DateReader, s: Statement) -> Dating | None:
    """``Phát biểu tại buổi lễ, …``, ``Tại đây, …``, ``Cuộc họp kết luận …``: an occasion dated elsewhere in the article."""
    left = dates.reader.before_content(s)
    occasion = words("occasion").pattern
    named = re.search(rf"(?:{_AT}\s+(?:\w+\s+){{0,3}}?|^\W*)({occasion})", left, re.IGNORECASE)
    if named is None and not _HERE.search(left):
        return None
    found = _occasion_alike(dates.reader, named[1] if named else "", s.place.start)
    return _at(found, "occasion_named") if found else None


def same_speaker(dates: DateReader, s: Statement) -> Dating | None:
    """An earlier statement of the same speaker has a date of its own; for a headline or lead, a later one."""
    if s.speaker is None or s.number < 0:
        return None
    order = list(range(s.number - 1, -1, -1))
    if s.paragraph <= 1:
        order += range(s.number + 1, len(dates.reader.attributions))
    for i in order:
        if _same(s.speaker, dates.reader.speakers[i]):
            dating = dates.date(dates.reader.attributions[i], told=True)
            if dating.basis == "explicit" or dating.rule == "occasion_named":
                return _as(dating, "same_speaker", "as another statement of the speaker")
    return None


def occasion_reported(dates: DateReader, s: Statement) -> Dating | None:
    """The article reports one dated occasion, and a person speaks: said there, if nothing tells of another time."""
    main = dates.reader.main_occasion
    if main is None or s.speaker is None or s.speaker.kind != "person" or _outside(s):
        return None
    if dates.reader.calendar.document_date is None and not _takes_part(dates.reader, main, s.speaker):
        return None
    return _at(main, "occasion_reported")


def day_of_article(dates: DateReader, s: Statement) -> Dating | None:
    """Nothing dates the statement, and the article's own date is known."""
    calendar = dates.reader.calendar
    if calendar.document_date is None:
        return None
    return Dating(calendar.document_date, "document", "day_of_article", None, calendar.document_rule)


def no_date(dates: DateReader, s: Statement) -> Dating | None:
    """Nothing to go by."""
    return Dating(None, "none", "no_date")


def _as(dating: Dating, rule: str, note: str) -> Dating:
    if dating.date is None:
        return Dating(None, "none", rule, dating.expression, note)
    return Dating(dating.date, "document" if dating.basis == "document" else "context", rule, dating.expression, note)


def _at(occasion: Occasion, rule: str) -> Dating:
    return Dating(occasion.date, "context", rule, occasion.time.span, f"said at “{occasion.word}”")


def _occasion_alike(reader: Reader, word: str, place: int) -> Occasion | None:
    """The last dated occasion before a place that the word can name, or else a later one, or else what is reported."""
    before = [o for o in reader.occasions if o.time.span.start < place]
    if not word:
        return before[-1] if before else None
    alike = [o for o in before if o.alike(word)] or [o for o in reader.occasions if o.alike(word)][:1]
    return alike[-1] if alike else reader.main_occasion


def _same(one: Speaker | None, other: Speaker | None) -> bool:
    return one is not None and other is not None and one.name is not None and one.name == other.name


def _outside(s: Statement) -> bool:
    """Who tells of an occasion from outside: a medium, or somebody who speaks to one."""
    return (s.speaker is not None and s.speaker.kind == "media") or s.attribution.via is not None


def _takes_part(reader: Reader, occasion: Occasion, speaker: Speaker) -> bool:
    """Whether the paragraph that dates the occasion names the speaker."""
    return speaker.name is not None and speaker.name in reader.doc.text[occasion.paragraph.start : occasion.paragraph.end]


class DateReader:
    """Dates the statements of one article.

    ``published`` is the date that came with the article (``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or a timestamp).
    ``attributions`` and ``speakers`` (side by side, in the order of the text) let a statement take its date from
    another; without them each is dated by its own sentence and the article alone.

    >>> from quotes.text import read
    >>> doc = read("Hôm 11/1, ông Nam nói giá sẽ giảm.")
    >>> saying = Attribution((Span(22, 33),), "indirect", "example", 0, Span(18, 21), "nói")
    >>> reader = DateReader(doc, "2022-01-12")
    >>> reader.document_date, reader.date(saying).date, reader.date(saying).basis
    ('2022-01-12', '2022-01-11', 'explicit')
    """

    def __init__(
        self,
        doc: Document,
        published: str | None,
        attributions: Sequence[Attribution] = (),
        speakers: Sequence[Speaker | None] = (),
    ) -> None:
        self.reader = Reader(doc, published, attributions, speakers)
        self._numbers = {id(a): i for i, a in enumerate(attributions)}
        self._datings: dict[tuple[int, bool], Dating] = {}

    @property
    def document_date(self) -> str | None:
        """The article's own date, in EDTF."""
        return self.reader.calendar.document_date

    def date(self, attribution: Attribution, told: bool = False) -> Dating:
        """When the statement was made, by which rule, and the words that tell; ``told``: as far as its sentence tells."""
        number = self._numbers.get(id(attribution), -1)
        if (number, told) not in self._datings or number < 0:
            statement = self.reader.statement(number, attribution)
            rules = (*TOLD, no_date) if told else RULES
            self._datings[number, told] = next(d for rule in rules if (d := rule(self, statement)))
        return self._datings[number, told]


Rule = Callable[[DateReader, Statement], Dating | None]
TOLD: tuple[Rule, ...] = (
    time_before_event,
    time_of_occasion,
    time_beside_cue,
    time_opens_clause,
    told_elsewhen,
    occasion_named,
)
RULES: tuple[Rule, ...] = (
    time_before_event,
    time_of_occasion,
    time_beside_cue,
    time_opens_clause,
    told_elsewhen,
    also_from_there,
    occasion_named,
    goes_on,
    same_speaker,
    occasion_reported,
    day_of_article,
    no_date,
)
