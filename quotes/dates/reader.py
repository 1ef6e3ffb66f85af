"""The times, occasions and statements of one article, laid out for the rules that date a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from quotes.dates.find import TimeExpression, find_expressions
from quotes.dates.resolve import Calendar, Resolved, as_day
from quotes.lexicon import entries
from quotes.model import Attribution, Document, Span, Speaker

CLAUSE_EDGE = re.compile(r"[,;:()“”\"«»–—\n]|(?<=\s)-(?=\s)")
_LEAD_SENTENCES = 10


@cache
def words(*kinds: str) -> re.Pattern[str]:
    """A pattern for the words of these kinds in ``lexicon/dates.toml``."""
    forms = sorted((e["form"] for e in entries("dates") if e["kind"] in kinds), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its day."""

    expression: TimeExpression
    resolved: Resolved

    @property
    def span(self) -> Span:
        return self.expression.span


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that took place on a day and at which people speak; ``word`` names it."""

    word: str
    date: str
    time: Time
    paragraph: Span

    def alike(self, word: str) -> bool:
        """Whether another word can name the same occasion: ``cuộc họp`` and ``đã họp``, not ``lễ`` and ``phiên tòa``.

        >>> Occasion("đã họp", "2016-05-20", None, Span(0, 9)).alike("cuộc họp")  # type: ignore[arg-type]
        True
        """
        return bool(set(self.word.split()) & set(word.lower().split()) - _GENERIC)


_GENERIC = frozenset("cuộc buổi phiên đã và với kỳ bài bản chuyến".split())


@dataclass(frozen=True)
class Statement:
    """One attribution as the rules see it: its sentence, what stands around its content, and who speaks."""

    number: int
    attribution: Attribution
    speaker: Speaker | None
    sentence: Span
    paragraph: int
    frame: tuple[Span, ...]  # the sentence without what is said in it
    times: tuple[Time, ...]  # the times in the frame

    @property
    def place(self) -> Span:
        """Where it is said that it was said: the cue, or else the content."""
        return self.attribution.cue or self.attribution.contents[0]


class Reader:
    """What the rules may ask of an article."""

    def __init__(
        self,
        doc: Document,
        published: str | None,
        attributions: Sequence[Attribution],
        speakers: Sequence[Speaker | None],
    ) -> None:
        self.doc, self.attributions = doc, attributions
        self.speakers = [*speakers, *[None] * (len(attributions) - len(speakers))]
        self.expressions = find_expressions(doc)
        self.calendar = Calendar(doc, self.expressions, published)

    @cached_property
    def times(self) -> list[Time]:
        """All times of the article that lie in no quotation marks and in nobody's words."""
        said = [c.outer for c in self.doc.contents] + [s for a in self.attributions for s in a.contents]
        pairs = zip(self.expressions, self.calendar.resolved, strict=True)
        return [Time(e, r) for e, r in pairs if not any(s.start <= e.span.start < s.end for s in said)]

    @cached_property
    def occasions(self) -> list[Occasion]:
        """All occasions to which the article gives a day."""
        return [o for t in self.times if (o := self._occasion(t))]

    @cached_property
    def main_occasion(self) -> Occasion | None:
        """What the article reports: its first dated occasion, if it is among the first things told and is recent."""
        first = next(iter(self.occasions), None)
        if first is None or first.time.expression.sentence >= _LEAD_SENTENCES:
            return None
        day, own = as_day(first.date), self.calendar.day
        return None if day and own and (own - day).days > 14 else first

    def _occasion(self, time: Time) -> Occasion | None:
        """The occasion that a time belongs to: named before it in its clause, or after it in its sentence."""
        if time.expression.grain != "day" or time.resolved.date is None or self.to_come(time):
            return None
        sentence = self.doc.sentences[time.expression.sentence]
        left = self.clause_before(sentence.start, time)
        if self.belongs_elsewhere(left):
            return None
        named = list(words("occasion").finditer(left))
        found = named[-1] if named else words("occasion").search(self.doc.text, time.span.end, sentence.end)
        if found is None or found.string[: found.start()].rstrip().endswith(("trước", "sau", "trước khi", "sau khi")):
            return None
        return Occasion(found.group().lower(), time.resolved.date, time, self.doc.paragraphs[sentence.paragraph])

    def clause_before(self, start: int, time: Time) -> str:
        """The text from the last clause edge to the time; an opening bracket is no edge (``cuộc họp (ngày 5/3)``)."""
        text = self.doc.text[start : time.span.start].rstrip()
        text = text.removesuffix("(")
        edge = max((m.end() for m in CLAUSE_EDGE.finditer(text)), default=0)
        return text[edge:]

    @staticmethod
    def belongs_elsewhere(left: str) -> bool:
        """Whether the words before a time in its clause give it to something else than a statement or occasion."""
        named = max((m.end() for m in words("occasion", "writing", "meeting").finditer(left)), default=0)
        if words("other").search(left, named):
            return True
        return any(not left[m.end() :].strip() for m in words("bound").finditer(left))

    def to_come(self, time: Time) -> bool:
        """Whether a time lies after the article's own: nobody has spoken then yet."""
        own, said = self.calendar.document_date, time.resolved.date
        return bool(own and said and said[0] != "X" and said > own[: len(said)] and said[: len(own)] > own[: len(said)])

    def statement(self, number: int, a: Attribution) -> Statement:
        """An attribution with its surroundings; ``number`` is its place in ``attributions``, -1 if it is not there."""
        sentence = self.doc.sentences[a.sentence]
        at = (a.cue or a.contents[0]).start
        holes = [*a.contents, *(c.outer for c in self.doc.contents)]
        holes += [s for b in self.attributions for s in b.contents if not s.start <= at < s.end]
        frame = tuple(_without(Span(sentence.start, sentence.end), holes))
        times = tuple(t for t in self.times if any(f.start <= t.span.start < f.end for f in frame))
        speaker = self.speakers[number] if number >= 0 else None
        return Statement(number, a, speaker, Span(sentence.start, sentence.end), sentence.paragraph, frame, times)

    def before_content(self, s: Statement) -> str:
        """What the sentence says before the cue and content, without the source: where an adverbial of it stands."""
        a = s.attribution
        end = max(a.cue.end if a.cue else 0, min(a.contents[0].start, s.sentence.end))
        if a.cue and a.contents[0].start < a.cue.start:
            end = a.cue.end
        cut = [Span(p.start, min(p.end, end)) for p in s.frame if p.start < end]
        holes = [a.source.span] if a.source else []
        return " … ".join(self.doc.text[q.start : q.end] for p in cut for q in _without(p, holes))


def _without(whole: Span, holes: Sequence[Span]) -> list[Span]:
    """A span less some others."""
    parts, at = [], whole.start
    for hole in sorted(holes):
        if hole.end <= at:
            continue
        if hole.start >= whole.end:
            break
        if hole.start > at:
            parts.append(Span(at, hole.start))
        at = hole.end
    return parts + ([Span(at, whole.end)] if at < whole.end else [])
