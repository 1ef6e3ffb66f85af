"""When a statement was made that does not say so itself: from its neighbours, the occasion, or the article's own day.

After the date section of the annotation guidelines: a time in the statement's own sentence (``explicit``, in
``quotes.dates.stated``), an occasion or statement that the text ties it to (``context``), the article's own day
(``document``), or nothing (``none``). ``RULES`` at the foot is the whole order: what is said outright first, what is
likely last; the first answer wins.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from quotes.dates.acts import act_of_speaker, acted_just_before, after_match, interview_held
from quotes.dates.clauses import has_name
from quotes.dates.deeds import is_deed, is_opinion
from quotes.dates.marks import OCCASIONS, TRIAL
from quotes.dates.met import met_by_reporter
from quotes.dates.occasions import Occasion, Statement
from quotes.dates.old import handed_down
from quotes.dates.others import (
    SOME,
    also_from_there,
    answers,
    goes_on,
    headline_of_lead,
    headline_of_speaker,
    outside,
    same_speaker,
    says_together,
    speaks_for_same,
    speaks_on,
    tells_on,
    thereby,
    told_lately,
)
from quotes.dates.partners import in_turn, match_told, of_same_match, same_writing
from quotes.dates.pointing import pointed_at
from quotes.dates.reader import LEAD_SENTENCES, Reader
from quotes.dates.stated import EXPLICIT, LEAD_IN, Rule
from quotes.dates.tied import (
    NEAR,
    at_occasion,
    back_then,
    occasion_before,
    occasion_named,
    right_after,
    told_before,
    writing_named,
)
from quotes.dates.times import LONGEST
from quotes.dates.told import act_of_past, told_in_case
from quotes.dates.withheld import WITHHELD, opens_elsewhen
from quotes.model import Attribution, Dating, Document, Speaker

_THEN = re.compile(r"\W*(?:tuy nhiên|nhưng|thế nhưng|sau đó|ngay sau đó|tiếp đó|lúc này|đặc biệt)(?!\w)", re.IGNORECASE)
# Trước thông tin trên, Về việc này: the news, and no part of what was told before.
_REACTS = re.compile(r"\W*(?:trước(?! đó| đây| kia| đấy)|về|liên quan)(?!\w)", re.IGNORECASE)
_COURT = re.compile(
    r"(?:(?:các|những|hai|ba) )?(?:HĐXX|hội đồng xét xử|tòa|toà|TAND|viện kiểm sát|VKS|cáo trạng|hồ sơ vụ án|bản án|"
    r"luật sư|bị cáo|bị hại|công tố viên|kiểm sát viên|thẩm phán|bồi thẩm đoàn|chủ tọa|chủ toạ)",
    re.IGNORECASE,
)
# Who comments on what took place, or was asked about it elsewhere.
_SPEAKS_APART = re.compile(
    r"\W*(?:(?:nêu (?:quan điểm|ý kiến)|bình luận|nhận định|nhận xét|đánh giá|lên tiếng) về "
    r"(?:vụ|sự việc|sự kiện|kết quả)"
    r"|(?:trao đổi|trò chuyện|chia sẻ|nói) (?:riêng )?với (?:chúng tôi|phóng viên|pv)"
    r"|trong (?:một )?(?:buổi|cuộc|bài) (?:trả lời )?phỏng vấn|không được mời|vắng mặt)(?!\w)",
    re.IGNORECASE,
)
# Khi được hỏi, …; Trước tin đồn này, …: at the time that was just told.
_ASKED_THEN = re.compile(
    r"\W*(?:khi được hỏi|trước (?:các |những )?(?:cáo buộc|thông tin|tin đồn|nghi vấn|ồn ào|lùm xùm|chỉ trích|phản ứng|"
    r"làn sóng)[^.,;:\n]{0,40}),",
    re.IGNORECASE,
)
_TOLD_TODAY = ("gần đây", "thời gian gần đây", "thời gian qua", "thời điểm")  # what is only told right after
_OF_SAYING = (*OCCASIONS, "meeting", "writing")


def elsewhen_before(reader: Reader, s: Statement) -> Dating | None:
    """``Gần đây, bà mở quán. Bà kêu gọi …``: the sentence before is set at some other time, which is not told.

    What stands in marks of its own may be told today of that time.
    """
    i = s.sentence.index - 1
    if s.times or i < 0 or outside(s) or s.attribution.quote_type == "direct" or told_lately(reader, s):
        return None
    if reader.doc.sentences[i].paragraph != s.sentence.paragraph or _REACTS.match(reader.doc.text, s.sentence.start):
        return None
    times = reader.told_in((i,))
    if any(t.resolved.date and LEAD_IN.match(reader.clause_before(t) + " ") for t in times):
        return None
    m = next(iter(reader.marks(i)), None)
    if m is None or m.kind not in ("elsewhen", "then") or reader.in_words(m.start):
        return None
    if m.word in _TOLD_TODAY and not is_deed(s.attribution):
        return None  # Gần đây, quán mở lại. Ông cho biết …
    if m.start - reader.doc.sentences[i].start > 12 or not opens_elsewhen(reader, i, m):
        return None
    if is_opinion(s.attribution) and not _is_in(reader, s, i):
        return None
    if m.kind == "then" and (t := told_before(reader, i, m.start)) is not None:
        return Dating(t.resolved.date, "context", "elsewhen_before", t.span, f"“{m.word}” in the sentence before")
    return Dating(None, "none", "elsewhen_before", None, f"“{m.word}” in the sentence before")


def time_set_before(reader: Reader, s: Statement) -> Dating | None:
    """``Năm 2010, bà sang Mỹ. Bạn bè khuyên …``: a time that opens a sentence holds on in its paragraph.

    ``Tuy nhiên, …``, ``Sau đó, …``, ``Ngân hàng này …`` carry it into the next one.
    What is told of years past may be told today: a month or year dates no words in marks, no medium and no one cited.
    """
    if s.times or told_lately(reader, s):
        return None
    source = s.attribution.source
    this = source is not None and reader.doc.text[source.span.start : source.span.end].endswith(" này")
    cited = s.attribution.cue is not None and s.attribution.cue.start < s.attribution.contents[0].start
    cited = cited and reader.doc.text[s.place.start : s.place.end].lower().startswith("theo")
    some = s.speaker is not None and s.speaker.name is not None and SOME.match(s.speaker.name)
    if cited and (outside(s) or some):
        return None
    then = _ASKED_THEN.match(reader.doc.text, s.sentence.start) is not None
    only_day = (s.attribution.quote_type == "direct" and not then) or cited or this or outside(s) or some
    grains = ("day",) if only_day else ("day", "month", "year")
    within = s.sentence.paragraph - (1 if this or _THEN.match(reader.doc.text, s.sentence.start) else 0)
    for i in range(s.sentence.index - 1, max(-1, s.sentence.index - 3), -1):
        sentence = reader.doc.sentences[i]
        if sentence.paragraph < within:
            return None
        for t in reader.times.get(i, ()):
            opens = LEAD_IN.match(reader.doc.text[sentence.start : t.span.start])
            if opens and t.resolved.date and t.expression.grain in grains:
                if reader.to_come(t) or reader.is_now(t) or reader.in_words(t.span.start):
                    return None
                told = s.attribution.quote_type == "direct" and i < s.sentence.index - 1 and not is_deed(s.attribution)
                if told and not reader.recent(t.resolved.date):
                    return None
                if is_opinion(s.attribution) and not then and not _is_in(reader, s, i):
                    return None
                return Dating(t.resolved.date, "context", "time_set_before", t.span, "opens a sentence before")
    return None


def _is_in(reader: Reader, s: Statement, sentence: int) -> bool:
    """Whether a sentence names the speaker."""
    told, source = reader.doc.sentences[sentence], s.attribution.source
    text, short = reader.doc.text[told.start : told.end], source.name if source is not None else None
    name = s.speaker.name if s.speaker is not None else None
    return (name is not None and has_name(text, name)) or (short is not None and reader.doc.text[slice(*short)] in text)


def occasion_of_speaker(reader: Reader, s: Statement) -> Dating | None:
    """``Tại cuộc họp ngày 9/1, ông Nam hỏi … “Tôi lo”, ông nói``: the last occasion whose sentence names the speaker.

    Only if nothing that the speaker said since has a day of its own.
    """
    if s.speaker is None or s.speaker.name is None or s.speaker.kind != "person" or outside(s):
        return None
    said = reader.recent_of(reader.who(s.speaker))
    i = bisect_left(said, s.number)
    start = reader.attributions[said[i - 1]].contents[0].start if i else -1
    before = bisect_left(reader.occasions, s.sentence.start, key=lambda o: o.time.span.start)
    for o in reversed(reader.occasions[max(0, before - NEAR) : before]):
        sentence = reader.doc.sentences[o.time.expression.sentence]
        if sentence.start <= start or s.sentence.index - sentence.index > 2 * NEAR:
            return None
        if reader.recent(o.date) and has_name(reader.told_with(o), s.speaker.name):
            return at_occasion(o, "occasion_of_speaker")
    return None


def occasion_reported(reader: Reader, s: Statement) -> Dating | None:
    """The article reports one dated occasion, and a person speaks: said there, if nothing tells of another time.

    An occasion that the article never comes back to is soon left. At a trial the court, the prosecution and their
    papers speak too.
    """
    main = reader.main_occasion
    if main is None or s.speaker is None or outside(s):
        return None
    if s.sentence.index < main.time.expression.sentence and s.sentence.index > NEAR:
        return None  # told before the occasion, and no headline or lead
    if _SPEAKS_APART.match(reader.doc.text, s.sentence.start):
        return None
    if s.speaker.kind == "group" and _is_named_at(reader, main, s.speaker):
        return at_occasion(main, "occasion_reported")
    if s.speaker.kind != "person" and not (TRIAL.search(main.word) and _COURT.match(s.speaker.name or "")):
        return None
    if _takes_part(reader, main, s.speaker):
        return at_occasion(main, "occasion_reported")
    if not main.gathering or reader.calendar.document_date is None or _has_moved_on(reader, main, s):
        return None
    near = s.sentence.index - main.time.expression.sentence <= NEAR
    told = near or reader.is_referred_to(main) or _is_all_news(reader, main)
    return at_occasion(main, "occasion_reported") if told else None


def day_of_news(reader: Reader, s: Statement) -> Dating | None:
    """Of the article's own date no more than the year is known, and up to here it tells of one day, in its lead: the
    day of a meeting or statement, which it reports.
    """
    own = reader.calendar.document_date
    kind = s.speaker.kind if s.speaker is not None else None
    standing = kind == "country" and own is None  # what a country holds may be told of any day
    if (own is not None and len(own) > len("2022")) or outside(s) or kind == "group" or standing:
        return None
    told = reader.told_in(range(max(LEAD_SENTENCES, s.sentence.index)))
    days = [t for t in told if t.expression.grain == "day"]
    if len({t.resolved.date for t in days}) != 1 or days[0].expression.sentence >= LEAD_SENTENCES:
        return None
    t = days[0]
    if not reader.recent(t.resolved.date) or reader.to_come(t) or reader.belongs_elsewhere(t):
        return None
    if not any(m.kind in _OF_SAYING for m in reader.marks(t.expression.sentence)):
        return None
    return Dating(t.resolved.date, "context", "day_of_news", t.span, "the day that the lead tells of")


def day_of_article(reader: Reader, s: Statement) -> Dating | None:
    """Nothing dates the statement, and the article's own date is known."""
    calendar = reader.calendar
    if calendar.document_date is None:
        return None
    return Dating(calendar.document_date, "document", "day_of_article", None, calendar.document_rule)


def no_date(reader: Reader, s: Statement) -> Dating | None:
    """Nothing to go by."""
    return Dating(None, "none", "no_date")


def _takes_part(reader: Reader, occasion: Occasion, speaker: Speaker) -> bool:
    """Whether the words around the day of the occasion, in its paragraph, name the speaker."""
    start, end = occasion.paragraph
    start = max(start, occasion.time.span.start - LONGEST)
    end = min(end, occasion.time.span.end + LONGEST)
    return speaker.name is not None and has_name(reader.doc.text[start:end], speaker.name)


def _is_named_at(reader: Reader, occasion: Occasion, group: Speaker) -> bool:
    """``Chiều 11/1, người dân xã Đông Hà dự đối thoại. Người dân đề nghị …``: whether its sentence names a group."""
    if group.name is None or SOME.match(group.name):
        return False
    return group.name.casefold() in reader.told_with(occasion).casefold()


def _has_moved_on(reader: Reader, occasion: Occasion, s: Statement) -> bool:
    """``Tại cuộc họp ngày 12/1, … Hôm 11/1, bà Lan nói … Một quan chức cho biết …``: another day has been told of
    since.
    """
    for n in range(s.number - 1, -1, -1):
        sentence, dating = reader.attributions[n].sentence, reader.stated(n)
        if sentence <= occasion.time.expression.sentence or s.sentence.index - sentence > 2 * NEAR:
            return False
        if dating is not None and dating.date == occasion.date:
            return False
        if dating is not None and dating.basis == "explicit" and reader.recent(dating.date):
            return all(m.kind != "elsewhen" for m in reader.marks(sentence))  # trước đó, …: and back again
    return False


def _is_all_news(reader: Reader, occasion: Occasion) -> bool:
    """Whether an occasion in the lead has the only recent day of its article: who speaks further on speaks there too.

    A trial tells of what was said long before it.
    """
    if TRIAL.search(occasion.word) or occasion.time.expression.sentence >= LEAD_SENTENCES:
        return False
    if occasion not in reader.all_news:  # of every statement far from it
        times = (t for told in reader.times.values() for t in told if t.resolved.date != occasion.date)
        reader.all_news[occasion] = not any(reader.recent(t.resolved.date) and not reader.to_come(t) for t in times)
    return reader.all_news[occasion]


class DateReader(Reader):
    """Dates the statements of one article.

    ``published`` is the date that came with the article (``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or a timestamp).
    ``attributions`` and ``speakers`` (side by side, in the order of the text) let a statement take its date from
    another; without them each is dated by its own sentence and the article alone.

    >>> from quotes.model import Span
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
        super().__init__(doc, published, attributions, speakers)
        self._numbers = {id(a): i for i, a in enumerate(attributions)}
        self._statements: dict[int, Statement] = {}
        self._stated: dict[int, Dating | None] = {}
        self._datings: list[Dating] = []

    @property
    def document_date(self) -> str | None:
        """The article's own date, in EDTF."""
        return self.calendar.document_date

    def date(self, attribution: Attribution) -> Dating:
        """When the statement was made, by which rule, and the words that tell."""
        number = self._numbers.get(id(attribution), -1)
        if number < 0:
            return self._surely(RULES, self.statement(-1, attribution))
        dating = self.dating(number)
        last = dating.rule in ("day_of_article", "no_date")
        return (self._first(AFTERWARDS, self._statement(number)) if last else None) or dating

    def dating(self, number: int) -> Dating:
        for i in range(len(self._datings), number + 1):  # in the order of the text: each may look back
            stated = self.stated(i)
            self._datings.append(stated or self._surely(FOLLOWING, self._statement(i)))
        return self._datings[number]

    def stated(self, number: int) -> Dating | None:
        if number not in self._stated:
            s = self._statement(number)
            times = self.times.get(s.sentence.index) or any(any(self.times_in(c)) for c in s.attribution.contents)
            rules = STATED if times else STATED[len(EXPLICIT) :]
            self._stated[number] = self._first(rules, s)
        return self._stated[number]

    def _statement(self, number: int) -> Statement:
        if number not in self._statements:
            self._statements[number] = self.statement(number, self.attributions[number])
        return self._statements[number]

    def _first(self, rules: Sequence[Rule], statement: Statement) -> Dating | None:
        for rule in rules:
            if (dating := rule(self, statement)) is not None:
                return dating
        return None

    def _surely(self, rules: Sequence[Rule], statement: Statement) -> Dating:
        dating = self._first(rules, statement)
        assert dating is not None  # the last rule always answers
        return dating


STATED: tuple[Rule, ...] = (
    *EXPLICIT,
    back_then,
    occasion_before,
    *WITHHELD,
    occasion_named,
    writing_named,
    after_match,
)
FOLLOWING: tuple[Rule, ...] = (
    also_from_there,
    same_writing,
    thereby,
    answers,
    in_turn,
    pointed_at,
    goes_on,
    handed_down,
    elsewhen_before,
    time_set_before,
    told_in_case,
    occasion_of_speaker,
    acted_just_before,
    same_speaker,
    interview_held,
    met_by_reporter,
    act_of_speaker,
    right_after,
    speaks_on,
    of_same_match,
    says_together,
    speaks_for_same,
    headline_of_lead,
    act_of_past,
    occasion_reported,
    tells_on,
    match_told,
    day_of_news,
    day_of_article,
    no_date,
)
AFTERWARDS: tuple[Rule, ...] = (headline_of_speaker,)  # once all that follows is dated
RULES: tuple[Rule, ...] = (*STATED, *FOLLOWING, *AFTERWARDS)
