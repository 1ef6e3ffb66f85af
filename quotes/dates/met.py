"""When a statement was made to a reporter who tells of the meeting: ``Gặp chị Hoa một chiều cuối tháng 8, …``."""

from __future__ import annotations

import re

from quotes.dates.occasions import Statement, Time
from quotes.dates.reader import Reader
from quotes.dates.times import LONGEST
from quotes.model import Dating

_MEETS = (
    r"gặp|gặp gỡ|gặp lại|tìm gặp|trò chuyện (?:với|cùng)|ghé thăm|về thăm|đến thăm|"
    r"tìm (?:về|đến|tới) (?:nhà|gia đình)|(?:đến|tới|ghé) nhà"
)
_OPENS = re.compile(
    r"\W*(?:(?:trong )?một (?:lần|dịp|ngày|buổi)[^.;:\n]{0,40}?,? )?(?:(?:tình cờ|có dịp|có duyên|hẹn|tìm) )?"
    rf"(?:{_MEETS})\s",
    re.IGNORECASE,
)
_WE = re.compile(
    rf"(?<!\w)(?:chúng tôi|phóng viên|pv|người viết|tôi) (?:[^\s.;:,]+ ){{0,6}}?(?:{_MEETS})(?!\w)", re.IGNORECASE
)
_RECEIVES = re.compile(
    r"(?<!\w)(?:tiếp|đón|tiếp đón|mở cửa đón|hẹn|hẹn gặp|gặp|gặp gỡ|dẫn|đưa|(?:trò chuyện|tâm sự) (?:với|cùng)) "
    r"(?:chúng tôi|phóng viên|pv|người viết)(?!\w)",
    re.IGNORECASE,
)
_LATELY = 62  # days before the article in which a reporter met whom he writes of
_WORDS = 12  # from the word of meeting to the name, or from the name to that word


def met_by_reporter(reader: Reader, s: Statement) -> Dating | None:
    """``Gặp chị Hoa một chiều cuối tháng 8, tôi …``: what somebody says all through an article was said to the
    reporter, on the day or in the month of their meeting.
    """
    if s.speaker is None or s.speaker.kind != "person" or s.speaker.name is None or s.attribution.via is not None:
        return None
    if reader.meetings is None:
        reader.meetings = [(t, near) for i in sorted(reader.times) for t, near in _meeting(reader, i)]
    names = _names(reader, s) if reader.meetings else ()
    for t, near in reader.meetings:
        if t.expression.sentence > s.sentence.index:
            break
        if any(name in near for name in names):
            return Dating(t.resolved.date, "context", "met_by_reporter", t.span, "the reporter met the speaker")
    return None


def _meeting(reader: Reader, sentence: int) -> list[tuple[Time, str]]:
    """The time of a reporter's meeting that a sentence tells of, with the words in which it names who was met."""
    times = [t for t in reader.times[sentence] if _may_be(reader, t)]
    if not times:
        return []
    text, start = reader.doc.text, reader.doc.sentences[sentence].start
    end = min(reader.doc.sentences[sentence].end, start + LONGEST)
    m = _OPENS.match(text, start, end) or _WE.search(text, start, end)
    near = text[m.end() : end].split()[:_WORDS] if m else []
    if m is None and (m := _RECEIVES.search(text, start, end)):
        near = text[start : m.start()].split()[-_WORDS:]
    return [(times[0], " ".join(near))] if m and not reader.in_words(m.end() - 1) else []


def _may_be(reader: Reader, t: Time) -> bool:
    told = t.resolved.date
    if told is None or reader.in_words(t.span.start) or reader.belongs_elsewhere(t) or reader.to_come(t):
        return False
    if t.expression.grain == "day":
        return reader.recent(told)
    return t.expression.grain == "month" and not reader.is_now(t) and reader.recent(f"{told}-28"[:10], _LATELY)


def _names(reader: Reader, s: Statement) -> set[str]:
    """The name of a speaker, and those by which he is the source of something (``Quốc Nam`` for ``Trần Quốc Nam``)."""
    assert s.speaker is not None
    told = (reader.attributions[n].source for n in reader.by_speaker[reader.who(s.speaker)])
    short = {reader.doc.text[m.name.start : m.name.end] for m in told if m is not None and m.name is not None}
    return short | {reader.who(s.speaker)}
