"""Why an answer is what it is: for each quotation the chain of rules, candidates and expressions behind it.

Nothing is worked out anew: the pipeline's own reading is told. The rules tried are those that stand before the
one that answered, for the first answer wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quotes.attributions import CUE_RULES, turns
from quotes.attributions.relayed import RELAY_RULES
from quotes.attributions.uncued import QUOTE_RULES
from quotes.cues import RULES as DEAD_RULES
from quotes.cues import find_cues
from quotes.extract import Answer, Reading, answers, quotation, read_article
from quotes.model import Article, Quotation, Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """One quotation and how it was found."""

    quotation: Quotation
    pattern: str
    tried: tuple[str, ...]
    candidates: tuple[str, ...]
    official_reason: str
    date_rule: str
    date_expression: str | None
    date_note: str

    def __str__(self) -> str:
        q = self.quotation
        lines = [
            f"“{q.quote}”",
            f"  {q.quote_type}, characters {', '.join(f'{s.start}–{s.end}' for s in q.quote_spans)}",
            f"  rule      {q.rule}: {self.pattern}",
        ]
        if self.tried:
            lines.append(f"  tried     {', '.join(self.tried)}")
        lines.append(f"  cue       {_at(q.cue, q.cue_span)}")
        lines.append(f"  mention   {_at(q.source, q.source_span)}")
        if len(self.candidates) > 1:
            lines.append(f"  could be  {', '.join(self.candidates)}")
        lines.append(f"  speaker   {q.speaker or '?'} ({q.speaker_kind}) by {q.speaker_rule or 'no rule'}")
        if q.role:
            lines.append(f"  role      {q.role}")
        lines.append(
            f"  official  {'yes' if q.official else 'no'}{': ' + self.official_reason if self.official_reason else ''}"
        )
        if q.via:
            lines.append(f"  via       {q.via}")
        told = f" from “{self.date_expression}”" if self.date_expression else ""
        note = f" ({self.date_note})" if self.date_note else ""
        lines.append(f"  date      {q.date or 'unknown'}, {q.date_basis}, by {self.date_rule}{told}{note}")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Silence:
    """A word of saying that reports nothing, and why not."""

    cue: str
    span: Span
    reason: str
    meaning: str

    def __str__(self) -> str:
        return f"{self.cue} at {self.span.start}–{self.span.end}: {self.reason} ({self.meaning})"


@dataclass(frozen=True, slots=True)
class Explanations:
    """All of an article: its quotations explained, and the words of saying that gave none."""

    quotations: tuple[Explanation, ...]
    silences: tuple[Silence, ...]

    def __str__(self) -> str:
        parts = [str(e) for e in self.quotations]
        if self.silences:
            parts.append("Words of saying that report nothing:\n" + "\n".join(f"  {s}" for s in self.silences))
        return "\n\n".join(parts)


def explain(text: str, published: str | None = None, *, doc_id: str = "text") -> Explanations:
    """Which rules answered for a text, which were tried, and what they went by.

    >>> told = explain("Ông Nam nói: “Chợ đã đóng cửa”. Bà Hoa không cho biết lý do.")
    >>> told.quotations[0].quotation.rule, [(s.cue, s.reason) for s in told.silences]
    ('source_cue_quote', [('cho biết', 'negated')])
    """
    return explain_article(Article(doc_id, text, published=published))


def explain_article(article: Article) -> Explanations:
    """``explain`` for an article."""
    reading = read_article(article)
    told = tuple(_explained(article, reading, answer) for answer in answers(article, reading))
    return Explanations(told, tuple(_silences(article, reading)))


def _explained(article: Article, reading: Reading, answer: Answer) -> Explanation:
    rule, speaker, dating = answer.attribution.rule, answer.speaker, answer.dating
    expression = reading.doc.text[slice(*dating.expression)] if dating.expression else None
    return Explanation(
        quotation(article, reading, answer),
        _PATTERNS.get(rule, ""),
        _tried(rule),
        speaker.candidates,
        speaker.official_reason,
        dating.rule,
        expression,
        dating.note,
    )


def _tried(rule: str) -> tuple[str, ...]:
    for rules in _ORDERS:
        names = [r.__name__ for r in rules]
        if rule in names:
            return tuple(names[: names.index(rule)])
    return ()


def _silences(article: Article, reading: Reading) -> Iterable[Silence]:
    for sentence in reading.doc.sentences:
        for cue in find_cues(sentence, reading.doc.text):
            if cue.dead:
                span = reading.view.original(cue.span)
                yield Silence(article.text[span.start : span.end], span, cue.dead, _MEANINGS.get(cue.dead, ""))


def _at(text: str | None, span: Span | None) -> str:
    return f"{text} at {span.start}–{span.end}" if text is not None and span is not None else "none"


def _first_lines(rules: Iterable[Callable[..., object]]) -> dict[str, str]:
    return {r.__name__: (r.__doc__ or "").strip().split("\n")[0] for r in rules}


_ORDERS: tuple[tuple[Callable[..., object], ...], ...] = (CUE_RULES, RELAY_RULES, QUOTE_RULES)
_PATTERNS = {
    **{name: line for rules in _ORDERS for name, line in _first_lines(rules).items()},
    **turns.PATTERNS,
}
_MEANINGS = _first_lines(DEAD_RULES)
