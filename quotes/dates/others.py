"""When a statement was made that takes the day of another one: its speaker goes on, is answered, says it again."""

from __future__ import annotations

import re
from bisect import bisect_left

from quotes.dates.deeds import is_deed
from quotes.dates.occasions import Statement, Time
from quotes.dates.reader import Reader
from quotes.dates.stated import LEAD_IN
from quotes.dates.tied import NEAR, at_occasion, writings_in
from quotes.model import Attribution, Dating, Speaker

_ALSO_FROM = re.compile(r"\W*cũng\s+(?:theo|(?P<there>tại|trong))(?!\w)", re.IGNORECASE)
_THEREBY = re.compile(r"\W*(?:theo đó|trong đó|cụ thể),", re.IGNORECASE)
SOME = re.compile(r"(?:những|nhiều|một số|một vài|không ít|có)\s|(?:chúng )?tôi$", re.IGNORECASE)
_THIS_BODY = re.compile(
    r"(?<!\w)(?:bộ|cơ quan|sở|hãng|công ty|tập đoàn|tổ chức|đơn vị|ủy ban|trường|bệnh viện|ngân hàng) này$",
    re.IGNORECASE,
)  # người phát ngôn bộ này
_LATELY = re.compile(
    r"(?<!\w)(?:mới (?:nhất|đây)|(?:hiện|đến|tới|ngày|hôm) nay|hiện (?:tại|giờ)|bây giờ|giờ đây|"
    r"hiện(?= (?:ông|bà|anh|chị|cô|nam|nữ|gia đình|họ)))(?!\w)",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?:cả )?hai (?:bên|phía|đoàn|nước|vị|ông|bà|nhà lãnh đạo|lãnh đạo|nguyên thủ|thủ tướng|phó thủ tướng|"
    r"ngoại trưởng|bộ trưởng|thứ trưởng|tổng thống|chủ tịch|tổng bí thư|đảng|chính phủ|quốc gia|cơ quan)(?!\w)"
    r"|các bên(?!\w)",
    re.IGNORECASE,
)
_ANSWERS = frozenset(
    "trả lời, đáp, đáp lại, đáp lời, trả lời lại, hồi đáp, nói lại, hỏi lại, vặn lại, tiếp lời".split(", ")
)
_HEADLINE_SENTENCES = 4
_WEEK = 7  # days
_FAR = 15  # sentences
_JUST = 3
_WORD = re.compile(r"\w+")
_COMMON = frozenset(
    "và là của các những một này đó đã sẽ đang cho với trong không có được bị khi thì mà tại vào để từ về đến như cũng "
    "rất ông bà anh chị cô họ mình tôi người".split()
)


def also_from_there(reader: Reader, s: Statement) -> Dating | None:
    """``Cũng theo bài báo này, …``: as the statement before, whatever its date; ``Cũng trong bài phỏng vấn, bà Hoa …``:
    as what she said shortly before.
    """
    also = _ALSO_FROM.match(reader.doc.text, s.sentence.start) if s.number > 0 else None
    if also is None:
        return None
    before = s.number - 1
    if also["there"] and s.speaker is not None and s.speaker.name is not None:
        n = _said_before(reader, s, s.speaker)
        if n is not None and s.sentence.index - reader.attributions[n].sentence <= NEAR:
            before = n
    return as_other(reader.dating(before), "also_from_there", "as the statement before")


def thereby(reader: Reader, s: Statement) -> Dating | None:
    """``Ngày 12/1, bộ có công văn gửi các sở. Theo đó, bộ trưởng yêu cầu …``: as what was just said or written."""
    if s.times or outside(s) or not _THEREBY.match(reader.doc.text, s.sentence.start):
        return None
    n, i = s.number - 1, s.sentence.index
    if n >= 0 and i - reader.attributions[n].sentence <= 1:
        dating = reader.dating(n)
        return as_other(dating, "thereby", "as what was just said") if dating.basis in ("explicit", "context") else None
    told = (w for w in reader.writings if 0 < i - w.time.expression.sentence <= 1)
    return next((at_occasion(w, "thereby") for w in told), None)


def answers(reader: Reader, s: Statement) -> Dating | None:
    """``Ông Nam hôm 11/1 hỏi … Bà Hoa trả lời …``: who answers speaks on the day of what is answered."""
    if s.number < 1 or s.attribution.cue is None or outside(s):
        return None
    gap = s.sentence.index - reader.attributions[s.number - 1].sentence
    if gap > 1 or reader.doc.text[s.place.start : s.place.end].lower() not in _ANSWERS:
        return None
    if _same(reader, s.speaker, reader.speakers[s.number - 1]):
        return None
    return as_other(reader.dating(s.number - 1), "answers", "as what is answered")


def goes_on(reader: Reader, s: Statement) -> Dating | None:
    """``Ông Nam hôm 11/1 nói … Ông cho biết …``: in a paragraph the same speaker goes on, or another at once; words in
    marks that no verb stands with go on from the paragraph before.
    """
    if s.number < 1:
        return None
    before = reader.attributions[s.number - 1]
    paragraphs = s.sentence.paragraph - reader.doc.sentences[before.sentence].paragraph
    within = paragraphs == 0 or (paragraphs == 1 and s.attribution.cue is None)
    dating, gap = reader.dating(s.number - 1), s.sentence.index - before.sentence
    if _same(reader, s.speaker, reader.speakers[s.number - 1]):
        background = dating.date is not None and not reader.recent(dating.date)
        if dating.rule in ("day_of_article", "no_date") or not within or (background and gap > 1):
            return None
        if background and gap and dating.basis == "context" and is_deed(before) and not is_deed(s.attribution):
            return None  # Tháng 3, ông xin nghỉ. Ông cho biết …: told today
        if (background or dating.date is None) and told_lately(reader, s):
            return None
        if is_deed(s.attribution) and not background and _story_between(reader, before, s):
            return None
    elif not within or dating.basis != "explicit" or gap > 1 or outside(s) or not reader.recent(dating.date):
        return None
    return as_other(dating, "goes_on", "as the statement before")


def same_speaker(reader: Reader, s: Statement) -> Dating | None:
    """Another statement of the same speaker has a recent day of its own: an earlier one, or else the next, if that is
    not far.

    Not if the words stand in a writing, nor for ``những người``, ``một số bạn đọc``, ``tôi``, who need not be the same.
    """
    speaker = _sure_speaker(s)
    if speaker is None or writings_in(reader, s):
        return None
    others = reader.recent_of(reader.who(speaker))
    i = bisect_left(others, s.number)
    if i == 0 and others and not _before(reader, s, others[0]):
        return None
    datings = [d for n in (others[i - 1 : i] or others) if n != s.number and (d := reader.stated(n))]
    if i == 0 and any(not reader.recent(d.date, _WEEK) for d in datings):
        return None  # what was said earlier, and is told further on, is told as a background
    if len({d.date for d in datings}) != 1:
        return None  # what is told further on, of several days, does not say which
    return as_other(datings[0], "same_speaker", "as another statement of the speaker")


def speaks_on(reader: Reader, s: Statement) -> Dating | None:
    """``Tại buổi tập ngày 9/1, ông Nam … Ông nói … Ông nói …``: as what the speaker said shortly before, whatever told
    its day, if no other day stands between.
    """
    speaker = _sure_speaker(s)
    if speaker is None or outside(s) or writings_in(reader, s):
        return None
    n = _said_before(reader, s, speaker)
    if n is None:
        return None
    before, dating = reader.attributions[n], reader.dating(n)
    if dating.basis != "context" or not reader.recent(dating.date) or reader.of_week(dating):
        return None
    if s.sentence.index - before.sentence > 2 * NEAR or _time_between(reader, before, s):
        return None
    return as_other(dating, "speaks_on", "as the speaker's statement before")


def tells_on(reader: Reader, s: Statement) -> Dating | None:
    """``Tháng 4/2020, WHO báo … Theo WHO, …``, ``Bà từng kể … Bà nói …``: as what the speaker said just before at some
    other time, if no time stands between and nothing sets it off from that.
    """
    speaker = _sure_speaker(s)
    if speaker is None or told_lately(reader, s):
        return None
    n = _said_before(reader, s, speaker)
    if n is None:
        return None
    before, dating = reader.attributions[n], reader.dating(n)
    told = dating.rule in ("said_repeatedly", "tells_on") if dating.date is None else dating.basis != "document"
    if s.sentence.index - before.sentence > _JUST or not told or reader.recent(dating.date):
        return None
    if dating.date is None and _is_habit(reader, dating):
        return None  # Bà nhiều lần đề nghị … “Tôi sẽ làm nữa”, bà nói: today
    if is_deed(before) and not is_deed(s.attribution) and dating.basis == "context":
        return None
    if _time_between(reader, before, s, dating.date):
        return None
    return as_other(dating, "tells_on", "as the speaker's statement before")


def speaks_for_same(reader: Reader, s: Statement) -> Dating | None:
    """``Ngày 11/1, Nga cho biết … Bộ Quốc phòng Nga nói …``: a country or body and who speaks for it, as the one said
    shortly before, if no other day stands between.
    """
    speaker = _sure_speaker(s)
    if speaker is None or outside(s) or writings_in(reader, s):
        return None
    for n in range(s.number - 1, -1, -1):
        before = reader.attributions[n]
        if s.sentence.index - before.sentence > NEAR:
            return None
        other, dating = reader.speakers[n], reader.stated(n)
        if other is None or dating is None or dating.basis != "explicit":
            continue
        if not (_speaks_for(reader, s.number, other) or _speaks_for(reader, n, speaker)):
            continue
        if _time_between(reader, before, s):
            return None
        recent = reader.recent(dating.date) and not reader.of_week(dating)
        return as_other(dating, "speaks_for_same", "as whom the speaker speaks for") if recent else None
    return None


def says_together(reader: Reader, s: Statement) -> Dating | None:
    """``Tại hội đàm ngày 9/1, ông Nam nói … Hai bên nhất trí …``: who met, as what one of them said shortly before."""
    if s.speaker is None or not _TOGETHER.match(s.speaker.name or "") or outside(s):
        return None
    for n in range(s.number - 1, -1, -1):
        dating = reader.dating(n)
        if s.sentence.index - reader.attributions[n].sentence > 2 * NEAR:
            return None
        if dating.basis in ("context", "explicit"):
            recent = reader.recent(dating.date) and not reader.of_week(dating)
            return as_other(dating, "says_together", "as one of them before") if recent else None
    return None


def headline_of_lead(reader: Reader, s: Statement) -> Dating | None:
    """``Nga dọa rút quân. ¶ Hôm 11/1, người phát ngôn Nga dọa rút quân …``: what a headline says and the lead repeats.

    Two persons who say alike things are two: then the day of the one is not that of the other. A country or body speaks
    through its people: whatever words they use, if they talk of the same.
    """
    if s.sentence.index >= _HEADLINE_SENTENCES or s.number < 0 or s.speaker is None or s.speaker.kind == "group":
        return None
    said: set[str] = set()
    for n in range(s.number + 1, min(len(reader.attributions), s.number + 1 + NEAR)):
        other, dating = reader.speakers[n], reader.stated(n)
        if dating is None or not reader.recent(dating.date):
            continue
        said = said or _content_words(reader, s.attribution)
        again = said & _content_words(reader, reader.attributions[n])
        if len(again) < (2 if _speaks_for(reader, n, s.speaker) else max(3, 0.6 * len(said))):
            continue
        if other is not None and {s.speaker.kind, other.kind} == {"person"} and not _same(reader, s.speaker, other):
            continue
        return as_other(dating, "headline_of_lead", "as what the lead says again")
    return None


def headline_of_speaker(reader: Reader, s: Statement) -> Dating | None:
    """``Ông Nam: “Giá giảm” ¶ … Tại hội nghị hôm 11/1, ông Nam … Ông nói …``: what a headline or lead gives of somebody
    was said on the one recent day that the article knows of him.
    """
    speaker = _sure_speaker(s)
    if s.sentence.index >= _HEADLINE_SENTENCES or speaker is None or outside(s):
        return None
    if speaker.kind not in ("person", "organization"):
        return None
    said = reader.by_speaker[reader.who(speaker)]
    datings = [reader.dating(n) for n in said if reader.attributions[n].sentence >= _HEADLINE_SENTENCES]
    told = [d for d in datings if d.basis in ("context", "explicit")]
    if not told or datings[0] is not told[0] or len({d.date for d in told}) != 1:
        return None
    recent = reader.recent(told[0].date) and not reader.of_week(told[0])
    return as_other(told[0], "headline_of_speaker", "as what the speaker says below") if recent else None


def _is_habit(reader: Reader, dating: Dating) -> bool:
    """Whether something was said many times, and not once upon a time (``từng``)."""
    told = reader.doc.text[slice(*dating.expression)].lower() if dating.expression else ""
    return "từng" not in told and "những" not in told


def _sure_speaker(s: Statement) -> Speaker | None:
    """Who speaks, if it can be told who it is: ``những người``, ``tôi`` need not be the same as before."""
    named = s.speaker is not None and s.speaker.name is not None and not SOME.match(s.speaker.name)
    return s.speaker if named else None


def _said_before(reader: Reader, s: Statement, speaker: Speaker) -> int | None:
    """The number of the statement of a speaker that comes last before another one."""
    said = reader.by_speaker[reader.who(speaker)]
    i = bisect_left(said, s.number)
    return said[i - 1] if i else None


def _time_between(reader: Reader, before: Attribution, s: Statement, since: str | None = None) -> bool:
    """Whether a time is told behind the sentence of an earlier statement, up to the end of that of a later one; not
    one before ``since``, of which the earlier statement may tell.
    """
    last = s.sentence.index
    told = reader.told_in(range(before.sentence + 1, last + 1))
    return any(since is None or t.expression.sentence == last or not _is_before(t, since) for t in told)


def _is_before(t: Time, day: str) -> bool:
    return t.resolved.date is not None and t.resolved.date[: len(day)] < day


def _story_between(reader: Reader, before: Attribution, s: Statement) -> bool:
    """``Ngày 5/3, bà kể … Năm 2017, con bà mất. Bà yêu cầu …``: a time long past opens a sentence between."""
    for t in reader.told_in(range(before.sentence + 1, s.sentence.index + 1)):
        old = t.resolved.date is not None and not reader.recent(t.resolved.date) and not reader.is_now(t)
        if old and LEAD_IN.match(reader.clause_before(t) + " ") and t.span.start < s.place.start:
            return not reader.to_come(t)
    return False


def _before(reader: Reader, s: Statement, number: int) -> bool:
    """Whether a later statement is near enough to be of the same time; a headline tells what is told anywhere."""
    far = reader.attributions[number].sentence - s.sentence.index
    return far <= _FAR or s.sentence.index < _HEADLINE_SENTENCES


def _speaks_for(reader: Reader, number: int, body: Speaker) -> bool:
    """``Thứ trưởng Ngoại giao Nga``: whether the post of a statement's source names a country or body."""
    source = reader.attributions[number].source
    if body.kind not in ("country", "organization") or body.name is None or source is None:
        return False
    told = reader.doc.text[source.span.start : source.span.end]
    return body.name in told or (body.kind == "organization" and _THIS_BODY.search(told) is not None)


def told_lately(reader: Reader, s: Statement) -> bool:
    """``Còn hiện tại, bà nói …``: the sentence of a statement sets it off from what was told of another time."""
    if s.lately is None:  # many rules ask
        start = s.sentence.start
        s.lately = _LATELY.search(reader.doc.text, start, max(start, s.place.start)) is not None
    return s.lately


def _content_words(reader: Reader, a: Attribution) -> set[str]:
    return {w for c in a.contents for w in _WORD.findall(reader.doc.text[c.start : c.end].casefold())} - _COMMON


def as_other(dating: Dating, rule: str, note: str) -> Dating:
    if dating.date is None:
        return Dating(None, "none", rule, dating.expression, note)
    return Dating(dating.date, "document" if dating.basis == "document" else "context", rule, dating.expression, note)


def _same(reader: Reader, one: Speaker | None, other: Speaker | None) -> bool:
    return one is not None and other is not None and one.name is not None and reader.who(one) == reader.who(other)


def outside(s: Statement) -> bool:
    """Who tells of an occasion from outside: a medium, or somebody who speaks to one."""
    return (s.speaker is not None and s.speaker.kind == "media") or s.attribution.via is not None
