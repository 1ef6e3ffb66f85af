"""Who is interviewed."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from quotes.attributions.labels import is_thanks
from quotes.lexicon import keys
from quotes.model import Document, Mention, Sentence, Span


def interviewee(doc: Document, mentions: Sequence[Mention], begin: int) -> Mention | None:
    """Who is thanked, or the paper has talked with; else who is named most often before the first question.

    Of equals it is who begins a sentence, then the one named last. Whoever is interviewed is named in full there,
    which `tiếng Thái` is not; `chồng Mai Hoa` is not she, and those of whom somebody speaks in marks do not count.
    """
    thanked = [m for m in mentions if m.kind == "person" and m.name and is_thanks(doc.sentences[m.sentence])]
    if thanked:
        return thanked[-1]
    marks = [c.outer for c in doc.contents if c.depth == 0]
    before = [m for m in mentions if m.name and m.sentence < begin and not _of_another(doc, m, marks)]
    named = [m for m in before if m.kind == "person"]
    if not any(m.name and " " in doc.text[m.name.start : m.name.end] for m in named):
        named = [m for m in before if m.kind in ("person", "unknown")]  # a name that no list knows
    if not named:
        asked = (m for m in mentions if m.sentence == begin and m.kind == "person" and m.name is not None)
        return next((m for m in asked if doc.sentences[begin].words[m.first - 1] == "thưa"), None)
    talked = [m for m in named if _is_partner(doc.sentences[m.sentence], m)]
    if talked:
        return talked[-1]
    names = [doc.text[m.name.start : m.name.end].split() for m in named if m.name]
    full = {words[-1] for words in names if len(words) > 1} or {words[-1] for words in names}
    counts = Counter(words[-1] for words in names if words[-1] in full)
    best = max(counts.values())
    chosen = [m for m, words in zip(named, names, strict=True) if counts[words[-1]] == best]
    return max(chosen, key=lambda m: (m.first == 0, m.name.end - m.name.start if m.name else 0, m.span.start))


def is_talk(doc: Document, begin: int) -> bool:
    """Whether an interview is announced before sentence ``begin``: `ông A trả lời …`, `trao đổi với …`."""
    pairs = (pair for s in doc.sentences[:begin] for pair in itertools.pairwise(s.words))
    return any(pair in _TALKS or pair in _ANSWERS for pair in pairs)


_ANSWERS = frozenset((("trả", "lời"), ("giải", "đáp"), ("chia", "sẻ"), ("tâm", "sự"), ("lý", "giải")))


def _of_another(doc: Document, m: Mention, marks: Sequence[Span]) -> bool:
    """Whether a name stands in marks, or only tells whose relative somebody is."""
    kin = m.name is not None and keys(doc.text[m.span.start : m.name.start]) in _KIN
    return kin or any(s.start <= m.span.start and m.span.end <= s.end for s in marks)


_KIN = frozenset((w,) for w in ("chồng", "vợ", "mẹ", "bố", "cha", "con"))


def _is_partner(s: Sentence, m: Mention) -> bool:
    """`đã có cuộc trao đổi với | ông A`, `phỏng vấn | bà B`"""
    before = s.words[max(0, m.first - 5) : m.first]
    if before[-2:] == ("phỏng", "vấn"):
        return True
    return before[-1:] == ("với",) and any(pair in _TALKS for pair in itertools.pairwise(before))


_TALKS = frozenset((("trao", "đổi"), ("trò", "chuyện"), ("nói", "chuyện"), ("phỏng", "vấn"), ("đối", "thoại")))
