"""When a statement was made whose speaker the article tells of on a day: what he did then, or the match he comes from.

``Ngày 11/1, Bộ Y tế công bố dịch. … Bộ Y tế yêu cầu …``: whoever announces, meets or writes on a day is taken to have
spoken on it. What merely happens on a day (``Ngày 11/1, ông Nam bị ngã``) dates nothing that is said of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache

from quotes.dates.clauses import has_edge
from quotes.dates.marks import OCCASIONS
from quotes.dates.occasions import Statement, Time
from quotes.dates.reader import LEAD_SENTENCES, Reader
from quotes.dates.stated import LEAD_IN
from quotes.lexicon import Phrases, cues, keys, words
from quotes.model import Attribution, Dating, Span

_INTRODUCTION = 12  # sentences
_HEADLINE_SENTENCES = 3
_NEAR = 8  # sentences
_JUST = 3
_AFTER = re.compile(
    r"\W*(?:ngay )?sau (?:trận|buổi|cuộc|lễ|chiến thắng|thất bại)(?: [^\s,.;:]+){0,6}\s*", re.IGNORECASE
)
# What befalls somebody is told of afterwards.
_SUFFERS = re.compile(
    r"[^.;:\n]{0,60}?\s(?:chưa|không|bị|được|qua đời|mất|tử vong|chết|ngã|gặp nạn|gặp tai nạn|nhập viện|mắc|sinh|"
    r"phát hiện|thấy|nhận)(?!\w)",
    re.IGNORECASE,
)
_WEEK = 7  # days before the article's own: what was done earlier is told as a background
_ACT_WORDS = 25  # words from a name on in which its predicate can stand
_CUE_KINDS = frozenset(("say", "write", "opine", "ask", "request", "commit", "accuse", "deny", "describe"))
_MARK_KINDS = frozenset((*OCCASIONS, "meeting", "writing", "act"))
_BESIDE_WORDS = 4  # words between a name and its day: Bộ Y tế (Việt Nam) hôm 11/1
_WORD = re.compile(r"\w")
_SIDE = re.compile(
    r"^(?:(?:phía|đại diện|ê-kíp|ê kíp|êkíp|nhóm|luật sư) (?:của )?)+(?=[A-ZĐÀ-Ỹ])", re.IGNORECASE
)  # phía ca sĩ Hoa
_NOT = frozenset(("chưa", "không", "chẳng"))
_MET = re.compile(
    r"(?<!\w)(?:trao đổi|trò chuyện|phỏng vấn|đối thoại|làm việc|"
    r"(?:phóng viên|pv|chúng tôi)\s[^,.;:\n]{0,20}?(?:liên hệ|liên lạc|gặp|gặp gỡ|tìm đến|có mặt|đến nhà))(?!\w)"
    r"[^,.;:\n]{0,60}$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?<!\w)số\s+\d\S*\s*\(?$", re.IGNORECASE)  # quyết định số 12 ngày 5/3
_TALKED = re.compile(
    r"(?<!\w)(?:trao đổi|trò chuyện|phỏng vấn|đối thoại|gặp gỡ|gặp|trả lời|chia sẻ|giao lưu)(?!\w)", re.IGNORECASE
)
_OF = re.compile(r"(?<!\w)(?:của|về|cho|bởi|vụ)(?:\s+\w+){0,4}\s+$", re.IGNORECASE)  # của ca sĩ Mai Hoa
_PAGE_OF = re.compile(
    r"(?<!\w)(?:trang(?: (?:cá nhân|facebook|instagram|fanpage|weibo|mạng xã hội))*|facebook|instagram|fanpage|weibo|"
    r"tiktok|kênh youtube|tài khoản(?: [^\s,.]+){0,3})(?: cá nhân)? của(?:\s+\w+){0,4}\s+$",
    re.IGNORECASE,
)  # trang cá nhân của ca sĩ Mai Hoa
# Tại văn bản ngày 5/3, bộ giao sở …: whose day it is is told before.
_TO_OR_FROM = re.compile(
    r"(?<!\w)(?:giao|yêu cầu|đề nghị|gửi|cho|của|với|và|được|bị|do|theo|chỉ đạo|thông báo|trả lời|nêu|nói|"
    r"rằng|là)(?!\w)",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r"(?:\.\.\.|…)\s*$")  # a teaser: Chiều 11/1, bà Hoa …
_CITED = re.compile(
    r"(?<!\w)(?:theo|đài|bị)\s+(?:(?:tờ|báo|tờ báo|hãng|hãng tin|hãng thông tấn|đài|kênh|trang|tạp chí)\s+){0,2}$",
    re.IGNORECASE,
)
_AT = re.compile(r"\W*(?:trong|tại|ở|trên|sau|qua|trả lời|trao đổi|phát biểu|nói)(?!\w)", re.IGNORECASE)
_AFTER_MATCH = re.compile(r"(?<!\w)sau trận(?: đấu)?(?: này)?(?=\s*(?:[^\w\s]|$)|\s+(?:rằng|là)(?!\w))", re.IGNORECASE)
_OPENS_AFTER_MATCH = re.compile(
    r"\W*(?:(?:phát biểu|trả lời|chia sẻ|nói|có mặt|xuất hiện)[^,.]{0,40}\s)?(?:ngay )?sau trận(?: đấu)?(?: này)?,",
    re.IGNORECASE,
)
_PLAYED = re.compile(
    r"(?<!\w)(?:trận|thắng|chiến thắng|thua|hòa|hoà|đánh bại|hạ gục|hạ|vượt qua|chung kết|bán kết|tứ kết|vòng \d+|"
    r"lượt (?:đi|về|trận)|đăng quang|vô địch|thảm bại|thất bại)(?!\w)",
    re.IGNORECASE,
)


@cache
def _said() -> Phrases:
    """The words of saying that tell of an act when they stand in no attribution; not ``tin``, ``xem``, ``ghi``."""
    return Phrases(
        keys(form) for form, cue in cues().items() if cue.kind in _CUE_KINDS and " " in form and "…" not in form
    )


def act_of_speaker(reader: Reader, s: Statement) -> Dating | None:
    """``Ngày 11/1, Bộ Y tế công bố dịch. … Bộ Y tế yêu cầu …``: on a day told shortly before, or in the lead, the
    speaker acted in public.

    A sentence with another day ends the search.
    """
    name = _name(s)
    if name is None:
        return None
    for i in range(s.sentence.index - 1, max(-1, s.sentence.index - 1 - _NEAR), -1):
        if _days(reader, i):
            if found := _acted(reader, i, name):
                return found
            break
    told_again = s.sentence.index < _HEADLINE_SENTENCES  # a headline and what is beneath it tell what the lead tells
    sentences = range(
        min(LEAD_SENTENCES if told_again else s.sentence.index, LEAD_SENTENCES, len(reader.doc.sentences))
    )
    lead = (i for i in sentences if i != s.sentence.index)
    return next((d for i in lead if (d := _beside(reader, i, name) or _acted(reader, i, name))), None)


def acted_just_before(reader: Reader, s: Statement) -> Dating | None:
    """``Hôm 1/4, bà Hoa lần thứ hai lên tiếng. ¶ “Tôi ổn”, bà nói``: on the day just told, whatever she said before
    it; in the sentence before, whatever the speaker did.
    """
    name = _name(s)
    if name is None or s.times or s.attribution.via is not None:
        return None
    for i in range(s.sentence.index - 1, max(-1, s.sentence.index - 1 - _JUST), -1):
        if reader.doc.sentences[i].paragraph < s.sentence.paragraph - 1:
            return None
        if s.number > 0 and reader.attributions[s.number - 1].sentence >= i:
            return None
        if _days(reader, i):
            adjacent = i == s.sentence.index - 1
            found = _acted(reader, i, name) or (_did(reader, i, name) if adjacent else None)
            return replace(found, rule="acted_just_before") if found else None
    return None


def _did(reader: Reader, i: int, name: str) -> Dating | None:
    """``Sáng 5/5, ông Nam đến trụ sở công an``: a day that opens a sentence, and then who does something."""
    text, end = reader.doc.text, reader.doc.sentences[i].end
    for t in _days(reader, i):
        if not LEAD_IN.match(reader.clause_before(t) + " "):
            continue
        for place in _places(text[t.span.end : end], name, t.span.end):
            if len(text[t.span.end : place.start].split()) > _BESIDE_WORDS or has_edge(
                text[t.span.end : place.start].lstrip(") ,")
            ):
                break
            return None if _SUFFERS.match(text, place.end) else _dating(t)
    return None


def after_match(reader: Reader, s: Statement) -> Dating | None:
    """``Chiều 12/1, Huế thắng 2-0. … Sau trận, ông Nam nói …``: the last match that was told of on a day."""
    if s.speaker is None or s.speaker.kind != "person" or s.times:
        return None
    before = (reader.doc.text[f.start : min(f.end, s.place.end + 40)] for f in s.frame if f.start < s.place.end + 40)
    if not any(_AFTER_MATCH.search(part) for part in before) and not _comes_from_match(reader, s):
        return None
    for i in range(s.sentence.index, -1, -1):
        sentence = reader.doc.sentences[i]
        if _PLAYED.search(reader.doc.text, sentence.start, sentence.end):
            for t in _days(reader, i):
                return Dating(t.resolved.date, "context", "after_match", t.span, "the day of the match")
    return None


def interview_held(reader: Reader, s: Statement) -> Dating | None:
    """``Chiều 12/1, ca sĩ trò chuyện với chúng tôi. ¶ Chị có vui không? ¶ Tôi rất vui``: told before the questions."""
    if not _answers(s.attribution) and not _heads_interview(reader, s):
        return None
    for i in range(min(_INTRODUCTION, len(reader.doc.sentences))):
        sentence = reader.doc.sentences[i]
        if _TALKED.search(reader.doc.text, sentence.start, sentence.end):
            for t in _days(reader, i):
                if not reader.belongs_elsewhere(t):
                    return Dating(t.resolved.date, "context", "interview_held", t.span, "the day of the interview")
    return None


def _answers(a: Attribution) -> bool:
    return a.rule.startswith("interview")


def _heads_interview(reader: Reader, s: Statement) -> bool:
    """``Ca sĩ Hoa: “Tôi rất vui”``: the headline of the interview below."""
    if s.sentence.index >= _HEADLINE_SENTENCES or s.speaker is None or s.speaker.name is None:
        return False
    return any(_answers(reader.attributions[n]) for n in reader.by_speaker[reader.who(s.speaker)])


def _comes_from_match(reader: Reader, s: Statement) -> bool:
    """``Sau trận, ông Nam rất vui. “Đội đá hay”, ông nói``: the sentence before sets the scene for the speaker."""
    if s.sentence.index == 0 or s.speaker is None or s.speaker.name is None:
        return False
    before = reader.doc.sentences[s.sentence.index - 1]
    near = before.paragraph >= s.sentence.paragraph - 1
    opens = near and _OPENS_AFTER_MATCH.match(reader.doc.text, before.start, before.end)
    return bool(opens) and s.speaker.name in reader.doc.text[before.start : before.end]


def _name(s: Statement) -> str | None:
    if s.speaker is None or s.speaker.kind not in ("person", "organization", "media"):
        return None
    name = _SIDE.sub("", s.speaker.name or "")
    if name != s.speaker.name and keys(name) in words("places").phrases:
        return None  # phía Mỹ: most that has to do with a country names it
    return name if len(name) > 1 else None  # cháu H.


def _days(reader: Reader, sentence: int) -> list[Time]:
    """The days of a sentence that are this week's news, and that the article itself tells."""
    if sentence not in reader.days_of_news:
        reader.days_of_news[sentence] = [t for t in reader.times.get(sentence, ()) if _is_news(reader, t)]
    return reader.days_of_news[sentence]


def _is_news(reader: Reader, t: Time) -> bool:
    day = t.expression.grain == "day" and reader.recent(t.resolved.date, _WEEK)
    return day and not reader.to_come(t) and not reader.in_words(t.span.start)


def _beside(reader: Reader, i: int, name: str) -> Dating | None:
    """``Bà Hoa hôm qua thăm chợ``: a day right after the name."""
    start = reader.doc.sentences[i].start
    for t in _days(reader, i):
        if reader.doc.text[start : t.span.start].rstrip().endswith(name):
            return _dating(t)
    return None


def _acted(reader: Reader, i: int, name: str) -> Dating | None:
    """``Ngày 11/1, Bộ Y tế công bố …``, ``Bộ Y tế công bố hôm 11/1 …``, ``Hôm 11/1, BBC trao đổi với ông Nam``."""
    sentence, text = reader.doc.sentences[i], reader.doc.text
    days = _days(reader, i)
    places = _places(text[sentence.start : sentence.end], name, sentence.start) if days else []
    for t in days:
        if reader.belongs_elsewhere(t) or _NUMBERED.search(text, max(sentence.start, t.span.start - 40), t.span.start):
            continue
        clause = reader.clause_before(t)
        opens = bool(LEAD_IN.match(clause + " ") or _AFTER.fullmatch(clause)) or text[t.span.start].isupper()
        at = any(m.kind in _MARK_KINDS for m in reader.marks_before(t)) and _AT.match(reader.clause_before(t))
        for place in places:
            before = max(sentence.start, place.start - 60)
            of_another = _OF.search(text, before, place.start) and not _PAGE_OF.search(text, before, place.start)
            if reader.in_words(place.start) or of_another:
                continue
            if _CITED.search(text, before, place.start):
                continue
            if _MET.search(text, sentence.start, place.start):
                return _dating(t)
            words = len(text[place.end : t.span.start].split())
            if place.end > t.span.start:
                cut = _CUT_OFF.search(text, sentence.start, sentence.end)
                acts = (opens and (cut or _acts(reader, i, place.end, sentence.end))) or (
                    at and _is_next(reader, t, place)
                )
            else:
                acts = words <= _ACT_WORDS and _acts(
                    reader, i, place.end, sentence.end if words <= _BESIDE_WORDS else t.span.start
                )
            if acts:
                return _dating(t)
    return None


def _is_next(reader: Reader, t: Time, place: Span) -> bool:
    """``Trong bài viết ngày 5/3, giáo sư Nam``: whether a name stands in the clause after that of a time."""
    between = reader.doc.text[t.span.end : place.start].lstrip(") ")
    of_another = _TO_OR_FROM.search(between) is not None
    return between.startswith(",") and not (of_another or has_edge(between[1:])) and len(between.split()) <= _ACT_WORDS


def _places(sentence: str, name: str, start: int) -> list[Span]:
    """Where a name stands as words of their own. A pattern made for each name would cost more than all else here."""
    found = []
    if name[:1].islower() and sentence.startswith(f"{name[0].upper()}{name[1:]}"):
        found.append(Span(start, start + len(name)))
    at = sentence.find(name)
    while at >= 0:
        end = at + len(name)
        if not _WORD.match(sentence, at - 1, at) and not _WORD.match(sentence, end):
            found.append(Span(start + at, start + end))
            at = sentence.find(name, end)
        else:
            at = sentence.find(name, at + 1)
    return found


def _acts(reader: Reader, i: int, start: int, end: int) -> bool:
    """Whether the predicate of a name tells of speaking, writing, meeting, announcing."""
    sentence = reader.doc.sentences[i]
    first = bisect_left(sentence.starts, start)
    marks = {m.start: m.kind for m in reader.marks(i)}
    for n in range(first, min(first + _ACT_WORDS, bisect_left(sentence.starts, end))):
        kind = marks.get(sentence.starts[n])
        if sentence.words[n] in _NOT or kind == "planned":
            return False
        if kind in _MARK_KINDS or _said().after(sentence.words, n) > n:
            return True
    return False


def _dating(t: Time) -> Dating:
    return Dating(t.resolved.date, "context", "act_of_speaker", t.span, "what the speaker did on that day")
