"""What a time expression says: its structured value, and how the match of a pattern is read as one.

A reader takes a match of the pattern of its name (in ``quotes.dates.find``) and gives the fields of a
``TimeExpression``, or ``None`` if it is no time after all. Which day is meant is not asked here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from quotes.model import Span

Grain = Literal["day", "week", "month", "year"]
Anchor = Literal["calendar", "document", "text", "event"]
Value = dict[str, Any]  # fields of a TimeExpression

_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, **{str(n): n - 2 for n in range(2, 8)}}
NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "giêng": 1, "chạp": 12,
}  # fmt: skip
GRAINS: dict[str, Grain] = {"ngày": "day", "hôm": "day", "tuần": "week", "tháng": "month", "năm": "year"}
_SHIFTS = {"này": 0, "nay": 0, "tới": 1, "sau": 1, "mai": 1, "mốt": 2, "kia": -2, "kìa": -3}  # all others: -1


_ON = re.compile(
    r"(?<!\w)(?:vào|hồi|ngày (?:khai mạc|bế mạc|đầu tiên|đầu|cuối cùng|cuối|ra mắt|hội|lễ|ra viện|"
    r"xuất viện|ra quân|khai giảng|khai trường|tựu trường|bầu cử|làm việc|thi|cưới|thi đấu|mở màn|công chiếu))\s$",
    re.IGNORECASE,
)
_ONE_DAY = re.compile(r"(?<!\w)(?:một|những|các|mỗi|mọi) (?:ngày|dịp|hôm)\s$", re.IGNORECASE)
# Some days, no one day; not 18 giờ 20 hôm nay, 18h00 hôm nay.
_SOME = re.compile(
    r"(?:mấy|vài|những|các|nhiều|bao|(?<![:hg\d])(?<!giờ )\d{1,2}|hai|ba|bốn|năm|mười)\s$", re.IGNORECASE
)
_DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}\s$")
_AND_THEN = re.compile(r"(?:^|[.!?…”\"]\s|\n)(?:đến|tới|sang|qua)\s$", re.IGNORECASE)


@dataclass(slots=True, unsafe_hash=True)  # not frozen for the reason that quotes.model.found gives
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


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[" ".join(word.lower().split())]


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
    before = max(0, m.start() - 16)
    opens = m.string[m.end() : m.end() + 1] == "," and _AND_THEN.search(m.string, before, m.start())
    placed = m["sep"] == "/" and (bracketed or opens or _ON.search(m.string, before, m.start()) is not None)
    if not m["lead"].strip() and weekday is None and m["year"] is None and not placed:
        return None  # 24/7, 1-0, 3.5 are figures, unless brackets or a word before say that a day is meant
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
    """``mùng 7 Tết``, ``mồng Một Tết``, ``29 Tết``, ``giao thừa``: a day of the lunar new year; before it if the
    figure is high.
    """
    told = m["day"] or m["number"]
    day = _number(told) if told else 30
    return {"day": day, "month": 12 if day > 15 else 1, "year": _year(m["year"]), "lunar": True}


def full_moon(m: re.Match[str]) -> Value | None:
    """``rằm tháng Giêng``: the fifteenth of a lunar month."""
    return {"day": 15, "month": _number(m["month"]), "lunar": True}


def day_by_word(m: re.Match[str]) -> Value | None:
    """``hôm nay (12/1)``, ``chiều qua``, ``ngày mai``: counted from the article's day; the brackets may tell that."""
    if m.group().lower().split()[:2] in (["ngày", "nay"], ["ngày", "qua"]):
        return None  # nowadays; (some) days past
    if m.group()[0] in "hHnN" and _SOME.search(m.string, max(0, m.start() - 8), m.start()):
        return None  # mấy hôm nay, hai hôm nay: some days up to now
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
    """``hai ngày trước đó``, ``một tuần sau``, ``tháng trước đó``: from the day told before; ``3 ngày trước``: from
    the article's.
    """
    if m["count"] is None and (not m["that"] or _SOME.search(m.string, max(0, m.start() - 8), m.start())):
        return None  # tháng trước is the one before the article's; vài tháng trước đó
    tail, count = m["tail"].lower().split(), _number(m["count"] or "một")
    grain = GRAINS[m["unit"].lower()]
    return {
        "grain": grain,
        "anchor": "document" if tail == ["trước"] else "text",
        "shift": count if tail[0] == "sau" else -count,
    }


def ago(m: re.Match[str]) -> Value | None:
    """``cách đây 2 ngày``: counted back from the article's day."""
    return {"grain": GRAINS[m["unit"].lower()], "anchor": "document", "shift": -_number(m["count"])}


def weekday(m: re.Match[str]) -> Value | None:
    """``hôm thứ Hai``, ``thứ Ba tuần trước``; not ``lần thứ ba``: an ordinal has no lead, no week and no capital."""
    name = m["weekday"] or m["sunday"]
    if not (m["lead"].strip() or m["week"] or name[0].isupper()) or m.string.startswith("lần ", m.start() - 4):
        return None
    week = (m["week"] or "").lower()  # thứ Ba tuần trước: of the week before; thứ Ba (vừa qua): the last one
    return {
        "anchor": "document",
        "weekday": _weekday(m),
        "shift": _shift(week) if week.startswith(("tuần", "tới")) else 0,
    }


def weekend(m: re.Match[str]) -> Value | None:
    """``cuối tuần qua``: its Sunday; without a word for which, the last one; not ``một ngày cuối tuần``."""
    if _ONE_DAY.search(m.string, max(0, m.start() - 10), m.start()):
        return None
    return {"anchor": "document", "weekday": 6, "shift": _shift(m["word"] or "qua")}


def week_month_or_year(m: re.Match[str]) -> Value | None:
    """``tuần trước``, ``đầu tháng này``, ``năm ngoái``: counted from the article's day; not ``vài tháng trước``."""
    if _SOME.search(m.string, max(0, m.start() - 8), m.start()):
        return None
    return {"grain": GRAINS[m["unit"].lower()], "anchor": "document", "shift": _shift(m["word"])}


def start_of(m: re.Match[str]) -> Value | None:
    """``hồi đầu năm``, ``sáng đầu tuần``: of the article's own year, month or week (its Monday)."""
    grain = GRAINS[m["unit"].lower()]
    return {"anchor": "document", "weekday": 0} if grain == "week" else {"grain": grain, "anchor": "document"}


def month(m: re.Match[str]) -> Value | None:
    """``tháng 6/2021``, ``cuối tháng Bảy``, ``tháng 3 năm ngoái``; not ``đường 2 Tháng 9``."""
    if m.group()[0] in "tT" and _DAY_BEFORE.search(m.string, max(0, m.start() - 4), m.start()):
        return None
    value: Value = {"grain": "month", "month": _number(m["month"]), "year": _year(m["year"])}
    value["lunar"] = m["month"].lower() in ("giêng", "chạp")
    return value | ({"anchor": "document", "shift": _shift(m["word"])} if m["word"] else {})


def year(m: re.Match[str]) -> Value | None:
    """``cuối năm 2021``; not ``năm 2019-2020``, a span of time."""
    return {"grain": "year", "year": int(m["year"])}


def day_of_month(m: re.Match[str]) -> Value | None:
    """``sáng ngày 15,``: a day of the month told before."""
    return {"day": int(m["day"]), "anchor": "text"} if 1 <= int(m["day"]) <= 31 else None
