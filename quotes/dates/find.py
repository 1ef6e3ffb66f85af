"""Time expressions: from words to structured values, no calendar yet.

Finding is apart from resolving (as in duckling): ``chiều qua`` is found here as one day before the day of
the article; which day that is, ``quotes.dates.resolve`` says once the article's own day is known.

A rule is a pattern with the words that it can begin with. At each word of a sentence that begins a rule, the
rules of that word are tried in the order of ``RULES``; the first that reads something wins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from quotes.model import Document, Sentence, Span

Grain = Literal["day", "week", "month", "year"]
Anchor = Literal["calendar", "document", "text", "event"]
Value = dict[str, Any]  # fields of a TimeExpression

_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, **{str(n): n - 2 for n in range(2, 8)}}
_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "giêng": 1, "chạp": 12,
}  # fmt: skip
_GRAINS: dict[str, Grain] = {"ngày": "day", "hôm": "day", "tuần": "week", "tháng": "month", "năm": "year"}
_SHIFTS = {"này": 0, "nay": 0, "tới": 1, "sau": 1, "mai": 1, "mốt": 2, "kia": -2, "kìa": -3}  # all others: -1


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stretch of text that tells a time, and what it says.

    ``anchor`` says from where to count: ``calendar`` (a date as written, in parts), ``document`` (from the
    article's own day), ``text`` (from the day told before), ``event`` (from the day of the event named after
    it). ``shift`` counts in units of ``grain``.
    """

    span: Span
    sentence: int
    rule: str
    grain: Grain = "day"
    anchor: Anchor = "calendar"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int = 0
    lunar: bool = False


class Rule(NamedTuple):
    """A pattern, the words it begins with (``#``: a figure), and what its match means."""

    pattern: re.Pattern[str]
    starts: tuple[str, ...]
    read: Callable[[re.Match[str]], Value | None]


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[" ".join(word.lower().split())]


def _weekday(m: re.Match[str]) -> int | None:
    if m["sunday"]:
        return 6
    return _WEEKDAYS[m["weekday"].lower()] if m["weekday"] else None


def _shift(words: str) -> int:
    return _SHIFTS.get(words.lower().split()[-1], -1)


def _year(figures: str | None) -> int | None:
    if figures is None:
        return None
    return int(figures) + (2000 if len(figures) == 2 else 0)


def calendar_day(m: re.Match[str]) -> Value | None:
    """``ngày 21/1/2022``, ``sáng 5-8/3``, ``thứ Sáu (21/1)``, ``30/4 đến 2/5``: as written, the last of a range."""
    day, month, weekday = int(m["day"]), int(m["month"]), _weekday(m)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    bracketed = m.string[m.start() - 1 : m.start()] == "(" and m.string[m.end() : m.end() + 1] in (")", ",", ";")
    if not m["lead"].strip() and weekday is None and m["year"] is None and not (bracketed and m["sep"] == "/"):
        return None  # 24/7, 1-0, 3.5 are figures, unless brackets say that a day is meant
    return {"day": day, "month": month, "year": _year(m["year"]), "weekday": weekday, "lunar": bool(m["lunar"])}


def calendar_day_in_words(m: re.Match[str]) -> Value | None:
    """``ngày 30 tháng 4 năm 2021``, ``13 tháng 12 2016``, ``mùng 10 tháng Ba âm lịch``."""
    day, lunar = int(m["day"]), bool(m["lunar"]) or m["month"].lower() in ("giêng", "chạp")
    told = m["lead"].strip() or _weekday(m) is not None or m["year"] or lunar
    if not (1 <= day <= 31 and told):
        return None  # đường 2 Tháng 9, quảng trường 30 tháng 4
    return {"day": day, "month": _number(m["month"]), "year": _year(m["year"]), "weekday": _weekday(m), "lunar": lunar}


def iso_day(m: re.Match[str]) -> Value | None:
    """``2022-01-12``: year first, as machines write it."""
    return {"year": int(m["year"]), "month": int(m["month"]), "day": int(m["day"])}


def tet_day(m: re.Match[str]) -> Value | None:
    """``mùng 7 Tết``, ``29 Tết``, ``giao thừa``: a day of the lunar new year; before it if the figure is high."""
    day = int(m["day"]) if m["day"] else 30
    return {"day": day, "month": 12 if day > 15 else 1, "year": _year(m["year"]), "lunar": True}


def full_moon(m: re.Match[str]) -> Value | None:
    """``rằm tháng Giêng``: the fifteenth of a lunar month."""
    return {"day": 15, "month": _number(m["month"]), "lunar": True}


def day_by_word(m: re.Match[str]) -> Value | None:
    """``hôm nay (12/1)``, ``chiều qua``, ``ngày mai``: counted from the article's day; the brackets may tell that."""
    if m.group().lower().split()[:2] in (["ngày", "nay"], ["ngày", "qua"]):
        return None  # nowadays; (some) days past
    value: Value = {"anchor": "document", "shift": _shift(m["word"])}
    if m["day"] and 1 <= int(m["day"]) <= 31 and 1 <= int(m["month"]) <= 12:
        value |= {"day": int(m["day"]), "month": int(m["month"]), "year": _year(m["year"])}
    return value


def before_event(m: re.Match[str]) -> Value | None:
    """``đêm trước cuộc đàm phán``, ``hai ngày trước khi …``: counted back from the day of the event."""
    return {"anchor": "event", "shift": -_number(m["count"] or "một")}


def same_day(m: re.Match[str]) -> Value | None:
    """``cùng ngày``, ``hôm đó``, ``sáng hôm sau``: counted from the day told before."""
    word = (m["word"] or "").lower()
    return {"anchor": "text", "shift": {"sau": 1, "trước": -1}.get(word, 0)}


def counted(m: re.Match[str]) -> Value | None:
    """``hai ngày trước đó``, ``một tuần sau``: from the day told before; ``3 ngày trước``: from the article's."""
    tail, count = m["tail"].lower().split(), _number(m["count"])
    grain = _GRAINS[m["unit"].lower()]
    return {
        "grain": grain,
        "anchor": "document" if tail == ["trước"] else "text",
        "shift": count if tail[0] == "sau" else -count,
    }


def ago(m: re.Match[str]) -> Value | None:
    """``cách đây 2 ngày``: counted back from the article's day."""
    return {"grain": _GRAINS[m["unit"].lower()], "anchor": "document", "shift": -_number(m["count"])}


def weekday(m: re.Match[str]) -> Value | None:
    """``hôm thứ Hai``, ``thứ Ba tuần trước``; not ``lần thứ ba``: an ordinal has no lead, no week and no capital."""
    name = m["weekday"] or m["sunday"]
    if not (m["lead"].strip() or m["week"] or name[0].isupper()):
        return None
    week = (m["week"] or "").lower()  # thứ Ba tuần trước: of the week before; thứ Ba (vừa qua): the last one
    return {
        "anchor": "document",
        "weekday": _weekday(m),
        "shift": _shift(week) if week.startswith(("tuần", "tới")) else 0,
    }


def weekend(m: re.Match[str]) -> Value | None:
    """``cuối tuần qua``: its Sunday; without a word for which, the last one."""
    return {"anchor": "document", "weekday": 6, "shift": _shift(m["word"] or "qua")}


def week_month_or_year(m: re.Match[str]) -> Value | None:
    """``tuần trước``, ``đầu tháng này``, ``năm ngoái``: counted from the article's day."""
    return {"grain": _GRAINS[m["unit"].lower()], "anchor": "document", "shift": _shift(m["word"])}


def month(m: re.Match[str]) -> Value | None:
    """``tháng 6/2021``, ``cuối tháng Bảy``, ``tháng 3 năm ngoái``."""
    value: Value = {"grain": "month", "month": _number(m["month"]), "year": _year(m["year"])}
    value["lunar"] = m["month"].lower() in ("giêng", "chạp")
    return value | ({"anchor": "document", "shift": _shift(m["word"])} if m["word"] else {})


def year(m: re.Match[str]) -> Value | None:
    """``cuối năm 2021``; not ``năm 2019-2020``, a span of time."""
    return {"grain": "year", "year": int(m["year"])}


def day_of_month(m: re.Match[str]) -> Value | None:
    """``sáng ngày 15,``: a day of the month told before."""
    return {"day": int(m["day"]), "anchor": "text"} if 1 <= int(m["day"]) <= 31 else None


def find_expressions(doc: Document) -> list[TimeExpression]:
    """All time expressions of a document, in the order of the text.

    >>> from quotes.text import read
    >>> [(e.rule, e.day, e.month) for e in find_expressions(read("Hôm 11/1, ông thua 1-0 lần thứ ba."))]
    [('calendar_day', 11, 1)]
    """
    return [e for sentence in doc.sentences for e in _in_sentence(doc.text, sentence)]


def _in_sentence(text: str, sentence: Sentence) -> Iterator[TimeExpression]:
    words, starts, after = sentence.words, sentence.starts, sentence.start
    for i, word in enumerate(words):
        rules = _BY_START.get(word) or ("0" <= word < ":" and _BY_START["#"])
        if not rules or starts[i] < after:
            continue
        if word in _NUMBERS and word != "năm" and words[i + 1 : i + 2] not in _COUNTED:
            continue  # most of their many occurrences count something else
        start = starts[i]
        for rule in rules:
            m = rule.pattern.match(text, start, sentence.end)
            if m and (value := rule.read(m)):
                yield TimeExpression(Span(start, m.end()), sentence.index, rule.read.__name__, **value)
                after = m.end()
                break


_PART = (
    r"(?:rạng sáng|sáng sớm|(?:đêm|tối|chiều) muộn|nửa đêm|(?:đầu|cuối) giờ (?:sáng|chiều)"
    r"|sáng|trưa|chiều tối|chiều|tối|đêm|khuya)"
)
_PARTS = ("rạng", "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "nửa", "đầu", "cuối")
_WEEKDAY = r"(?:thứ\s*(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w)|(?P<sunday>chủ\s*nhật|cn)(?!\w))"
_MONTH = r"(?P<month>mười hai|mười một|giêng|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười|chạp|1[0-2]|0?[1-9])(?!\w)"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"
_COUNT = r"(?P<count>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_COUNTED = {(unit,) for unit in _GRAINS}
_EVENT = r"cuộc|buổi|phiên|lễ|trận|vòng|hội|kỳ|chuyến|ngày"
_UNIT = r"(?P<unit>ngày|hôm|tuần|tháng|năm)"
_AND = r"\s*(?:-|–|—|,|và|đến|tới)\s*(?:ngày\s+)?"  # joins the days of a range or list: 5-8/3, ngày 5 và 6/3
_LEAD = rf"(?:{_PART}\s+)?(?:(?:các|hai|ba|trong|cùng)\s+)?(?:(?:ngày|hôm)\s+)?(?:(?:mùng|mồng)\s+)?"
_BEFORE_DAY = (
    rf"(?:(?:{_PART}\s+)?(?:(?:hôm|ngày)\s+)?{_WEEKDAY}\s*[,(\-–]*\s*(?:(?:tức|nhằm)\s+)?)?"
    rf"(?P<lead>{_LEAD})(?:\d{{1,2}}(?:[/.-]\d{{1,2}})?{_AND}){{0,4}}"
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
_DAY_STARTS = ("#", "ngày", "hôm", "thứ", "chủ", "cn", "cùng", "mùng", "mồng", *_PARTS)


def _rule(read: Callable[[re.Match[str]], Value | None], starts: tuple[str, ...], pattern: str) -> Rule:
    return Rule(re.compile(pattern, re.IGNORECASE), starts, read)


RULES: tuple[Rule, ...] = (
    _rule(iso_day, ("#",), r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"),
    _rule(
        tet_day,
        ("mùng", "mồng", "giao", "ngày", "#", *_PARTS),
        rf"(?:{_PART}\s+)?(?:ngày\s+)?(?:(?:(?:mùng|mồng)\s+)?(?P<day>\d{{1,2}})\s+tết|giao thừa)(?!\w)"
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
        rf"(?:{_PART}\s+)?(?:cùng\s+(?:ngày|hôm)|(?:ngày\s+)?hôm\s+(?P<word>đó|ấy|sau|trước)|ngày\s+(?:đó|ấy))(?!\w)",
    ),
    _rule(
        counted,
        ("#", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"),
        rf"{_COUNT}\s+{_UNIT}\s+(?P<tail>trước\s+đó|sau\s+đó|sau|trước)(?!\w)",
    ),
    _rule(ago, ("cách",), rf"cách\s+(?:đây|nay)\s+(?:(?:khoảng|gần|hơn|chừng)\s+)?{_COUNT}\s+{_UNIT}(?!\w)"),
    _rule(
        weekday,
        ("thứ", "chủ", "hôm", "ngày", *_PARTS),
        rf"(?P<lead>(?:{_PART}\s+)?(?:(?:ngày|hôm)\s+)?){_WEEKDAY}"
        r"(?:\s+(?P<week>tuần\s+(?:trước|rồi|qua|này|tới|sau)|vừa\s+(?:rồi|qua)|(?:trước|qua|này|tới)(?!\s+\d)))?",
    ),
    _rule(weekend, ("cuối",), r"cuối\s+tuần(?:\s+(?:vừa\s+)?(?P<word>trước|qua|rồi|này|tới|sau))?(?!\w)"),
    _rule(
        week_month_or_year,
        ("tuần", "tháng", "năm", "đầu", "giữa", "cuối"),
        r"(?:(?:đầu|giữa|cuối)\s+)?(?P<unit>tuần|tháng|năm)\s+"
        r"(?P<word>vừa\s+rồi|vừa\s+qua|trước|ngoái|rồi|này|nay|tới|sau)(?!\w)",
    ),
    _rule(
        month,
        ("tháng", "đầu", "giữa", "cuối"),
        rf"(?:(?:đầu|giữa|cuối)\s+)?tháng\s+{_MONTH}"
        rf"(?:\s*(?:/|-|\.|,|năm)?\s*{_YEAR}|\s+năm\s+(?P<word>ngoái|nay|trước|tới|sau))?(?![\d/])",
    ),
    _rule(year, ("năm", "đầu", "giữa", "cuối"), rf"(?:(?:đầu|giữa|cuối)\s+)?năm\s+{_YEAR}(?!\s*[-–]\s*\d)"),
    _rule(
        day_of_month,
        ("ngày", "hôm", *_PARTS),
        rf"(?:{_PART}\s+)?(?:ngày|hôm)\s+(?:(?:mùng|mồng)\s+)?(?P<day>\d{{1,2}})(?=[,)]|\s+vừa qua|\s*$)",
    ),
)

_BY_START: dict[str, list[Rule]] = defaultdict(list)
for _each in RULES:
    for _start in _each.starts:
        _BY_START[_start].append(_each)
_BY_START = dict(_BY_START)
