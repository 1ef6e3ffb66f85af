"""The article's calendar: which day a time expression means, in EDTF.

``Calendar`` first settles the article's own day (metadata, a dateline, ``hôm nay (12/1)``), then resolves every
expression in the order of the text, so that ``cùng ngày`` and ``hai ngày trước đó`` know the day told before.

How a day finds its year, where none is written: the year that brings it nearest to the article's day, a little
more readily behind than ahead. Without the article's day: a weekday beside a day and month tells it (the first
fitting year from the latest one mentioned on), or else the latest dated mention in the article is the point to
be near to. Where there is nothing of all this, ``XXXX`` stands.

A slip, a weekday that the date beside it does not have: the weekday is believed if another date of the article
within three days bears it, or else the figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quotes.dates.days import as_day, edtf, lunar_day
from quotes.dates.expressions import TimeExpression
from quotes.model import Document

_AHEAD = 60  # days by which a date without a year may lie after the article
_BEHIND = 330
_FEW_DAYS = 10
_LEAP = 2024  # for days whose year is not known
_NEWS = 60  # days before the article in which a day without a year is its own year's
_DATELINE_PARAGRAPHS = 8
_DATELINE_WORDS = re.compile(
    r"^[\s|,\-–•()/.]*+(?:(?:\d{1,2}\s*+(?::|h|giờ)\s*+\d{0,2}+(?:\s*+(?:phút|am|pm))?+|gmt\s*+[+\-]?+\s*+\d*+(?::\d\d)?+|thứ|ngày|"
    r"lúc|cập nhật|đăng|xuất bản|hai|ba|tư|năm|sáu|bảy|chủ nhật|[2-7]|updated?|date)[\s|,\-–•()/.:]*+)*+$",
    re.IGNORECASE,
)
# Hà Nội, ngày 16 tháng 5 năm 2024
_PLACE_OF_DATELINE = re.compile(r"\(?[A-ZĐÀ-Ỹ][^\W\d]*(?:[ -][A-ZĐÀ-Ỹ][^\W\d]*){0,3},(?: ngày)?[\s).]*$")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d])")
_STATED = re.compile(r"\bdate\s+(\d{4}-\d\d(?:-\d\d)?)(?!\d)")
_BORN = re.compile(r"(?<!\w)(?:sinh|sn)\s+(?:vào\s+)?$", re.IGNORECASE)
_PLANNED_YEAR = re.compile(
    r"(?:đến|tới|mục tiêu|tầm nhìn|hướng đến|hướng tới|trước|cuối|giai đoạn)\s+(?:cuối\s+)?$", re.IGNORECASE
)


@dataclass(slots=True, unsafe_hash=True)  # not frozen for the reason that quotes.model.found gives
class Resolved:
    """A date in EDTF (or none), and what has to be said about it."""

    date: str | None
    note: str = ""


class Calendar:
    """An article's own day, and the days of its time expressions (``resolved``, in their order)."""

    def __init__(self, doc: Document, expressions: Sequence[TimeExpression], published: str | None) -> None:
        self._doc, self._expressions = doc, expressions
        self._agreed: set[date] = set()
        self.published = self._metadata(published)
        self.day: date | None = None  # the article's own day, in full
        self._mention = self._latest_mention() if self.published is None else None  # nobody asks for it then
        self.document_date, self.document_rule = self._own_day()
        self.day = as_day(self.document_date)
        for each in expressions:
            if each.anchor == "calendar" and each.weekday is not None and (agreed := self._consistent(each)):
                self._agreed.add(agreed)
        self.today = self._today()
        self._told: date | None = None  # the day told last
        self._told_about: str | None = None  # the time told last, which may be a month or a year
        self._told_in: int | None = None  # the paragraph where it is told
        self.resolved = [self._resolve(each) for each in expressions]

    # The article's own day

    @staticmethod
    def _metadata(published: str | None) -> tuple[int, int | None, int | None] | None:
        m = _ISO.match((published or "").strip())
        if not m:
            return None
        year, month, day = int(m[1]), int(m[2]) if m[2] else None, int(m[3]) if m[3] else None
        return (year, month, day) if edtf(year, month, day) else (year, None, None)

    def _own_day(self) -> tuple[str | None, str]:
        known = edtf(*self.published) if self.published else None
        if as_day(known):
            return known, "published"
        stated = _STATED.search(self._doc.text) if known is None else None
        if stated:
            self.published = self._metadata(stated[1])
            known = stated[1]
        dateline = next((d for e in self._expressions if (d := self._dateline(e)) and d.startswith(known or "")), None)
        if dateline:
            return dateline, "dateline"
        for e in self._expressions:
            if e.rule == "day_by_word" and e.day and e.month:
                day = self._written_day(e)
                if day and day.isoformat().startswith(known or ""):
                    return (day - timedelta(days=e.shift)).isoformat(), "day_beside_word"
                if known is None and self._year_for(e) is None and (day := as_day(edtf(_LEAP, e.month, e.day))):
                    return f"XXXX{(day - timedelta(days=e.shift)).isoformat()[4:]}", "day_beside_word"
        return known, "published" if known else ""

    def _today(self) -> date | None:
        """The day from which ``hôm qua`` counts: the text's ``hôm nay (9/6)`` or dateline, if published about then, or
        the date it came with.
        """
        for e in self._expressions:
            if self.day and e.rule == "day_by_word" and e.day and (written := self._written_day(e)):
                today = written - timedelta(days=e.shift)
                if -1 <= (self.day - today).days <= 3:
                    return today
        if self.document_rule == "published" and self.day is not None:
            datelines = (day for e in self._expressions if (day := as_day(self._dateline(e))))
            written_on = next(datelines, self.day)
            return written_on if 0 <= (self.day - written_on).days <= 1 else self.day
        return self.day

    def _dateline(self, e: TimeExpression) -> str | None:
        """A full date that fills its line, or nearly: ``Thứ ba, 13/12/2016 | 13:51``."""
        sentence = self._doc.sentences[e.sentence]
        if e.anchor != "calendar" or e.year is None or e.day is None or e.lunar:
            return None
        if sentence.paragraph >= _DATELINE_PARAGRAPHS and sentence.paragraph < len(self._doc.paragraphs) - 3:
            return None
        start, end = self._doc.paragraphs[sentence.paragraph]
        rest = self._doc.text[start : e.span.start] + " " + self._doc.text[e.span.end : end]
        return edtf(e.year, e.month, e.day) if self._is_of_dateline(rest) else None

    @classmethod
    def _is_of_dateline(cls, rest: str) -> bool:
        return bool(_DATELINE_WORDS.match(rest) or _PLACE_OF_DATELINE.match(rest)) or cls._ends_byline(rest)

    @staticmethod
    def _ends_byline(rest: str) -> bool:
        """``Nguyễn An (Theo AFP) - Thứ hai, ngày 04/03/2024 08:10 GMT+7``: a short line with the time of day."""
        return len(rest) < 90 and re.search(r"\d{1,2}:\d\d", rest) is not None

    # Years

    def _latest_mention(self) -> date | None:
        """The last day that the article mentions with a year: what its days without one are near to."""
        written = (e for e in self._expressions if e.anchor == "calendar" and e.year and e.month and not e.lunar)
        found = [date(e.year or 0, e.month or 0, e.day or 28) for e in written if edtf(e.year, e.month, e.day)]
        return max(found, default=None)

    def _latest_year(self) -> int | None:
        text = self._doc.text
        return max(
            (
                e.year
                for e in self._expressions
                if e.year is not None and not _PLANNED_YEAR.search(text, max(0, e.span.start - 20), e.span.start)
            ),
            default=None,
        )

    def _year_for(self, e: TimeExpression) -> int | None:
        """The year of a day (or month) written without one."""
        if e.year is not None:
            return e.year
        near = self.day
        if near is None and self.published is not None:
            year, month, _ = self.published
            if month is None:
                return year
            near = date(year, month, 28)
        if near is not None:
            return self._nearest_year(e, near)
        latest = self._latest_year()
        if e.weekday is not None and latest is not None and not self._agreed:
            return next((y for y in range(latest, latest + 12) if self._falls_on(e, y)), None)
        mention = min(self._agreed, default=self._mention)
        if mention is None:
            return latest
        return min(range(mention.year - 1, mention.year + 2), key=lambda y: abs((_safe(y, e) - mention).days))

    @staticmethod
    def _nearest_year(e: TimeExpression, near: date) -> int:
        ahead = (_safe(near.year, e) - near).days
        if ahead > _AHEAD:
            return near.year - 1
        return near.year + 1 if ahead < -_BEHIND else near.year

    @staticmethod
    def _falls_on(e: TimeExpression, year: int) -> bool:
        day = as_day(edtf(year, e.month, e.day))
        return day is not None and day.weekday() == e.weekday

    def _consistent(self, e: TimeExpression) -> date | None:
        day = self._written_day(e)
        return day if day and day.weekday() == e.weekday else None

    def _year_told_with(self, e: TimeExpression) -> int | None:
        """``Tháng 3/2015, ông sang Lào. Đến tháng 9, …``: a past year goes on in its paragraph, for months that follow.

        Not for what may be the news.
        """
        told, own = self._told_about or "", self.document_date
        near = edtf(self._year_for(e), e.month, e.day or 28)
        if e.year is not None or e.weekday is not None or not own or not near or e.month is None or len(told) < 7:
            return None
        if self._told_in != self._doc.sentences[e.sentence].paragraph or told[:4] >= near[:4]:
            return None
        ended = as_day(f"{own}-12-28"[:10]) if len(own) == 4 else as_day(f"{own}-28"[:10])
        recent = (day := as_day(near)) and ended and (ended - day).days <= _NEWS
        return int(told[:4]) if not recent and told[5:7] <= f"{e.month:02d}" else None

    # Expressions

    def _written_day(self, e: TimeExpression) -> date | None:
        if e.lunar:
            return self._lunar(e)
        return as_day(edtf(self._year_for(e), e.month, e.day))

    def _lunar(self, e: TimeExpression) -> date | None:
        year = e.year or (self.day.year if self.day else self.published[0] if self.published else self._latest_year())
        if year is None or e.month is None or e.day is None:
            return None
        if e.month == 12 and e.rule == "tet_day":
            year -= 1  # giao thừa, 29 Tết: the eve of the year that is named or meant
        found = lunar_day(year, e.month, e.day)
        if found and self.day and e.year is None and (found - self.day).days > _AHEAD:
            found = lunar_day(year - 1, e.month, e.day)
        return found

    def _resolve(self, e: TimeExpression) -> Resolved:
        found = getattr(self, f"_from_{e.anchor}")(e)
        assert isinstance(found, Resolved)
        if found.date and found.date[0] != "X" and not self._quoted(e) and not self._of_birth(e):
            self._told_about, self._told_in = found.date, self._doc.sentences[e.sentence].paragraph
            self._told = as_day(found.date) if e.grain == "day" else self._told
        return found

    def _of_birth(self, e: TimeExpression) -> bool:
        """``ông Nam (sinh năm 1961)``: no time from which the story goes on."""
        return _BORN.search(self._doc.text, max(0, e.span.start - 12), e.span.start) is not None

    def _quoted(self, e: TimeExpression) -> bool:
        return any(c.outer.start < e.span.start < c.outer.end for c in self._doc.contents)

    def _from_calendar(self, e: TimeExpression) -> Resolved:
        if e.lunar:
            day = self._lunar(e) if e.day else None
            return Resolved(day.isoformat() if day else None, "lunar calendar")
        year = self._year_told_with(e) or self._year_for(e)
        written = as_day(edtf(year, e.month, e.day)) if e.day else None
        if written is None or e.weekday is None or written.weekday() == e.weekday:
            return Resolved(edtf(year, e.month, e.day), "" if e.year is not None else "year from the article")
        for day in sorted(self._agreed, key=lambda d: abs((d - written).days)):
            if day.weekday() == e.weekday and abs((day - written).days) <= 3:
                return Resolved(day.isoformat(), f"weekday and date disagree; the weekday fits {day.isoformat()}")
        return Resolved(written.isoformat(), "weekday and date disagree; the figures are believed")

    def _from_document(self, e: TimeExpression) -> Resolved:
        if e.day and e.month and (day := self._written_day(e)):
            return Resolved(day.isoformat(), "the date beside the word")
        if e.grain in ("month", "year"):
            return Resolved(self._shifted_month(e))
        if self.today is None:
            days = -e.shift * (7 if e.grain == "week" else 1)
            own, note = self.document_date or "", "the article's own day is not known"
            day = as_day(f"{_LEAP}{own[4:]}") if own.startswith("XXXX") and e.weekday is None else None
            if day is not None and e.grain == "day":
                return Resolved(f"XXXX{(day - timedelta(days=days)).isoformat()[4:]}", note)
            # hôm qua is of the article's month or year
            return Resolved(own or None if 0 < days <= _FEW_DAYS else None, note)
        note = f"counted from {self.today.isoformat()}"
        monday = self.today - timedelta(days=self.today.weekday())
        if e.grain == "week" and e.rule in ("ago", "counted"):
            return Resolved((self.today + timedelta(days=7 * e.shift)).isoformat(), note)
        if e.grain == "week":
            last = monday + timedelta(days=7 * e.shift + 6)  # a range takes its last day, but none to come
            return Resolved((min(last, self.today) if e.shift <= 0 else last).isoformat(), note)
        if e.weekday is None:
            return Resolved((self.today + timedelta(days=e.shift)).isoformat(), note)
        if e.shift and e.rule == "weekday":
            return Resolved((monday + timedelta(days=7 * e.shift + e.weekday)).isoformat(), note)
        if e.rule == "weekend" and e.shift == 0:  # cuối tuần này: the one to come, unless it has begun
            ahead = 6 - self.today.weekday()
            return Resolved((self.today + timedelta(days=ahead if ahead > 1 else 0)).isoformat(), note)
        back = (self.today.weekday() - e.weekday) % 7
        return Resolved((self.today - timedelta(days=back) + timedelta(days=7 * max(e.shift, 0))).isoformat(), note)

    def _shifted_month(self, e: TimeExpression) -> str | None:
        """``tháng trước``, ``năm ngoái``, ``hai tháng trước``, ``tháng 3 năm ngoái``."""
        known = self.published or ((self.day.year, self.day.month, self.day.day) if self.day else None)
        if known is None:
            return None
        year, month_now, _ = known
        if month_now is None:  # about then, what the article tells of first took place
            month_now = next((x.month for x in self._expressions if x.day and x.month and not x.lunar), None)
        if e.grain == "year" or e.month:
            return edtf(year + e.shift, e.month)
        if month_now is None:
            return None
        months = year * 12 + month_now - 1 + e.shift
        return edtf(months // 12, months % 12 + 1)

    def _from_text(self, e: TimeExpression) -> Resolved:
        told = self._told or (None if e.shift else self.day)
        if e.grain in ("month", "year"):
            return Resolved(self._months_from(self._told_about, e))
        month = self._told_about if self._told_about and len(self._told_about) == len("2022-01") else None
        if month and e.shift and (told is None or not told.isoformat().startswith(month)):
            return Resolved(month, "in the month told before")  # một ngày tháng 12, ông ngã; sáng hôm sau
        if told is None:
            return Resolved(None, "no day was told before")
        if e.day:
            return Resolved(edtf(told.year, told.month, e.day), "month of the day told before")
        days = e.shift * (7 if e.grain == "week" else 1)
        return Resolved((told + timedelta(days=days)).isoformat(), f"counted from {told.isoformat()}")

    @staticmethod
    def _months_from(told: str | None, e: TimeExpression) -> str | None:
        """``hai tháng sau``, ``một năm trước đó``, from the time told before."""
        if told is None or (e.grain == "month" and len(told) < 7):
            return None
        months = int(told[:4]) * 12 + int(told[5:7] or 1) - 1 + e.shift * (12 if e.grain == "year" else 1)
        return edtf(months // 12, None if e.grain == "year" else months % 12 + 1)

    def _from_event(self, e: TimeExpression) -> Resolved:
        """Nothing here: which event is meant, and its day, is known to the reader of occasions alone."""
        return Resolved(None)


def _safe(year: int, e: TimeExpression) -> date:
    return date(year, e.month or 1, min(e.day or 28, 28))
