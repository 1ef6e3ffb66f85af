"""Time expressions: from words to structured values, no calendar yet.

Finding is apart from resolving (as in duckling): ``chiều qua`` is found here as one day before the day of
the article; which day that is, ``quotes.dates.resolve`` says once the article's own day is known.

A rule is a pattern with the words that it can begin with. At each word of a sentence that begins a rule, the
rules of that word are tried in the order of ``RULES``; the first that reads something wins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

from quotes.dates.expressions import (
    GRAINS,
    NUMBERS,
    TimeExpression,
    Value,
    ago,
    before_event,
    calendar_day,
    calendar_day_in_words,
    counted,
    day_by_word,
    day_of_month,
    full_moon,
    iso_day,
    month,
    same_day,
    start_of,
    tet_day,
    week_month_or_year,
    weekday,
    weekend,
    year,
)
from quotes.model import Document, Sentence, Span


class Rule(NamedTuple):
    """A pattern, the words it begins with (``#``: a figure), and what its match means."""

    pattern: re.Pattern[str]
    starts: tuple[str, ...]
    read: Callable[[re.Match[str]], Value | None]


def find_expressions(doc: Document) -> list[TimeExpression]:
    """All time expressions of a document, in the order of the text.

    >>> from quotes.text import read
    >>> [(e.rule, e.day, e.month) for e in find_expressions(read("Hôm 11/1, ông thua 1-0 lần thứ ba."))]
    [('calendar_day', 11, 1)]
    """
    found: list[TimeExpression] = []
    for sentence in doc.sentences:
        words = sentence.words
        telling = not _TELLING.isdisjoint(words) or "tết" in words
        if telling or _FIGURES.search(doc.text, sentence.start, sentence.end):
            places = [i for i, word in enumerate(words) if word in _BY_START or (word < ":" and word >= "0")]
            found += _in_sentence(doc.text, sentence, places)
    return found


def _in_sentence(text: str, sentence: Sentence, places: list[int]) -> list[TimeExpression]:
    words, starts, after = sentence.words, sentence.starts, sentence.start
    found: list[TimeExpression] = []
    for i in places:
        start = starts[i]
        if start < after or not _goes_on(words[i], words[i + 1] if i + 1 < len(words) else ""):
            continue
        for rule in _BY_START.get(words[i]) or _BY_START["#"]:
            m = rule.pattern.match(text, start, sentence.end)
            if m and (value := rule.read(m)):
                found.append(TimeExpression(Span(start, m.end()), sentence.index, rule.read.__name__, **value))
                after = m.end()
                break
    return found


def _goes_on(word: str, following: str) -> bool:
    """Whether what follows a word can be the rest of a time: most figures and numbers count something else."""
    if word.isdigit():
        return len(word) == _DIGITS_OF_A_YEAR or following.startswith(_AFTER_FIGURE)
    if word in NUMBERS and word != "năm":
        return following in GRAINS
    return word not in _SECONDS or following.startswith(_SECONDS[word])


_DIGITS_OF_A_YEAR = 4
_AFTER_FIGURE = (*GRAINS, "tết", *"-–—,/.", "và", "đến", "tới")
_GRAINS_LEFT = ("tuần", "tháng", "năm")
# Of words that begin much else, what goes on as a time does.
_SECONDS = {
    "đầu": ("giờ", *_GRAINS_LEFT),
    "giữa": _GRAINS_LEFT,
    "cuối": ("giờ", *_GRAINS_LEFT),
    "chủ": ("nhật",),
    "chúa": ("nhật",),
    "buổi": ("sáng", "trưa", "chiều", "tối", "đêm"),
    "trước": ("đó",),
    "sau": ("đó",),
    "nửa": ("đêm",),
    "giao": ("thừa",),
    "cách": ("đây", "nay"),
}
_PART = (
    r"(?:(?:buổi\s+)?(?:rạng sáng|sáng sớm|(?:đêm|tối|chiều) muộn|nửa đêm|(?:đầu|cuối) giờ (?:sáng|chiều)"
    r"|sáng|trưa|chiều tối|chiều|tối|đêm|khuya))"
)
_PARTS = ("buổi", "rạng", "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "nửa", "đầu", "cuối")
_WEEKDAY = r"(?:thứ\s*(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w)|(?P<sunday>ch(?:ủ|úa)\s*nhật|cn)(?!\w))"
_MONTH = r"(?P<month>mười hai|mười một|giêng|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười|chạp|1[0-2]|0?[1-9])(?!\w)"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"
_COUNT = r"(?P<count>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_FIRST_TEN = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_EVENT = r"cuộc|buổi|phiên|lễ|trận|vòng|hội|kỳ|chuyến|ngày"
_UNIT = r"(?P<unit>ngày|hôm|tuần|tháng|năm)"
_AND = r"\s*(?:-|–|—|,|và|đến|tới)\s*(?:ngày\s+)?"  # joins the days of a range or list: 5-8/3, ngày 5 và 6/3
_AND_BY = rf"(?:{_AND}|(?:\s*(?:,|-|–|và|đến|tới))?\s+(?:rạng\s+)?sáng\s+(?:ngày\s+)?)"  # tối 14, rạng sáng 15/5
_LEAD = rf"(?:{_PART}\s+)?(?:(?:các|hai|ba|trong|cùng)\s+)?(?:(?:ngày|hôm)\s+)?(?:(?:mùng|mồng)\s+)?"
_BEFORE_DAY = (
    rf"(?:(?:{_PART}\s+)?(?:(?:hôm|ngày)\s+)?{_WEEKDAY}\s*[,(\-–]*\s*(?:(?:tức|nhằm)\s+)?)?"
    rf"(?P<lead>{_LEAD})(?:\d{{1,2}}(?:[/.-]\d{{1,2}})?{_AND_BY}){{0,4}}"
)
_LUNAR = r"(?P<lunar>\s*\(?(?:âm lịch|AL\b)\)?)?"
_SLASHED = (
    r"(?P<day>\d{1,2})(?P<sep>\s?/\s?|\.|-)(?P<month>\d{1,2})"
    r"(?:(?P=sep)(?P<year>\d{4}|\d\d(?![.,]?\d)))?(?![\d/%]|[.,:]\d|-\d{4})"
)
_IN_BRACKETS = (
    r"(?:(?:\s*[(,]\s*(?:tức\s+)?(?:ngày\s+|hôm\s+)?|\s+(?:ngày\s+)?(?=\d{1,2}[/-]\d))"
    r"(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})(?:[/.\-](?P<year>\d{4}))?(?![\d/]|[.,]\d)\)?)?"
)
_DAY_STARTS = ("#", "ngày", "hôm", "thứ", "chủ", "chúa", "cn", "cùng", "mùng", "mồng", *_PARTS)


def _rule(read: Callable[[re.Match[str]], Value | None], starts: tuple[str, ...], pattern: str) -> Rule:
    return Rule(re.compile(pattern, re.IGNORECASE), starts, read)


RULES: tuple[Rule, ...] = (
    _rule(
        iso_day,
        ("#",),
        r"(?P<year>(?:19|20)\d\d)(?P<sep>[-./])(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
    ),
    _rule(
        tet_day,
        ("mùng", "mồng", "giao", "ngày", "hôm", "#", *_PARTS),
        rf"(?:{_PART}\s+)?(?:(?:ngày|hôm)\s+)?(?:(?:(?:(?:mùng|mồng)\s+)?(?P<day>\d{{1,2}})"
        rf"|(?:mùng|mồng)\s+(?P<number>{_FIRST_TEN}))\s+tết|giao thừa)(?!\w)"
        rf"(?:(?:\s+\w+){{0,4}}?\s+{_YEAR})?",
    ),
    _rule(full_moon, ("rằm", "ngày", "đêm"), rf"(?:(?:ngày|đêm)\s+)?rằm\s+tháng\s+{_MONTH}"),
    _rule(calendar_day, _DAY_STARTS, _BEFORE_DAY + _SLASHED + _LUNAR),
    _rule(
        calendar_day_in_words,
        _DAY_STARTS,
        rf"{_BEFORE_DAY}(?P<day>\d{{1,2}})\s+tháng\s+{_MONTH}(?:\s*(?:,|/|-|\.|năm)?\s*{_YEAR})?{_LUNAR}",
    ),
    _rule(
        day_by_word,
        ("hôm", "ngày", *_PARTS),
        rf"(?:{_PART}\s+)?(?:ngày\s+)?(?:hôm\s+)?(?P<word>nay|qua|kìa|kia|mai|mốt)(?!\w)" + _IN_BRACKETS,
    ),
    _rule(
        before_event,
        ("đêm", "#", "một", "hai", "ba"),
        rf"(?:đêm|{_COUNT}\s+(?:ngày|hôm))\s+trước(?=\s+(?:khi|{_EVENT}))",
    ),
    _rule(
        same_day,
        ("cùng", "hôm", "ngày", *_PARTS),
        rf"(?:{_PART}\s+)?(?:cùng\s+(?:ngày|hôm)|(?:ngày\s+)?hôm\s+(?P<word>đó|ấy|sau|trước)|ngày\s+(?:đó|ấy))(?!\w)"
        rf"|(?<=cũng trong )ngày(?:\s+này)?(?=\s*,)|{_PART}\s+(?:đó|ấy)(?!\w)",
    ),
    _rule(
        counted,
        ("#", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "ngày", "tuần", "tháng"),
        rf"(?:{_COUNT}\s+)?{_UNIT}\s+(?P<tail>(?:trước|sau)(?P<that>\s+đó)?)(?!\w)",
    ),
    _rule(
        counted,
        ("trước", "sau"),
        rf"(?P<tail>(?:trước|sau)(?P<that>\s+đó))\s+(?:(?:đúng|khoảng|gần|hơn|chừng)\s+)?{_COUNT}\s+{_UNIT}(?!\w)",
    ),
    _rule(ago, ("cách",), rf"cách\s+(?:đây|nay)\s+(?:(?:khoảng|gần|hơn|chừng)\s+)?{_COUNT}\s+{_UNIT}(?!\w)"),
    _rule(
        weekday,
        ("thứ", "chủ", "chúa", "hôm", "ngày", *_PARTS),
        rf"(?P<lead>(?:{_PART}\s+)?(?:(?:ngày|hôm)\s+)?){_WEEKDAY}"
        r"(?:\s+(?P<week>tuần\s+(?:trước|rồi|qua|này|tới|sau)|vừa\s+(?:rồi|qua)|(?:trước|qua|này|tới)(?!\s+\d)))?",
    ),
    _rule(
        weekend,
        ("cuối", "hôm"),
        r"(?:hôm\s+)?cuối\s+tuần(?:\s+(?:vừa\s+)?(?P<word>trước|qua|rồi|này|tới|sau))?(?!\w)"
        r"(?!\s+(?:đầu tiên|cuối cùng|thứ|nào|đó|ấy))",
    ),
    _rule(
        week_month_or_year,
        ("tuần", "tháng", "năm", "đầu", "giữa", "cuối"),
        r"(?:(?:đầu|giữa|cuối)\s+)?(?P<unit>tuần|tháng|năm)\s+"
        r"(?P<word>vừa\s+rồi|vừa\s+qua|(?<=tuần\s)qua|trước|ngoái|rồi|này|nay|tới|sau)(?!\w)",
    ),
    _rule(
        month,
        ("tháng", "đầu", "giữa", "cuối"),
        rf"(?:(?:đầu|giữa|cuối)\s+)?tháng\s+{_MONTH}"
        rf"(?:\s*(?:/|-|\.|,|năm)?\s*{_YEAR}|\s+năm\s+(?P<word>ngoái|nay|trước|tới|sau))?(?![\d/])",
    ),
    _rule(
        year,
        ("năm", "đầu", "giữa", "cuối", "#"),
        rf"(?:(?:(?:đầu|giữa|cuối)\s+)?năm\s+|(?<=vào )|(?<=hồi )){_YEAR}(?!\s*[-–]\s*\d)(?![/.]\d)",
    ),
    _rule(
        start_of,
        ("đầu", "hôm", "sáng", "chiều", "tối"),
        r"(?:(?:hôm|sáng|chiều|tối)\s+(?=đầu tuần)|(?<=hồi ))đầu\s+(?P<unit>tuần|tháng|năm)"
        r"(?!\w|\s+(?:\d|này|nay|qua|trước|sau|tới|học))",
    ),
    _rule(
        day_of_month,
        ("ngày", "hôm", *_PARTS),
        rf"(?:{_PART}\s+)?(?:ngày|hôm)\s+(?:(?:mùng|mồng)\s+)?(?P<day>\d{{1,2}})"
        r"(?=[,)]|\s+vừa qua|\s*$|(?<=hôm \d)\s|(?<=hôm \d\d)\s)(?!\s*(?:tháng|[/.-]\d))",
    ),
)

_BY_START: dict[str, list[Rule]] = defaultdict(list)
for _each in RULES:
    for _start in _each.starts:
        _BY_START[_start].append(_each)
_BY_START = dict(_BY_START)
# A sentence that has none of these tells no time; numbers in words do so only beside a unit, which is one of them.
_TELLING = frozenset(_BY_START) - (NUMBERS.keys() - {"năm"})
_FIGURES = re.compile(r"\d[/.\-]\d|\d{4}")
