"""Words that only what stands behind them tells to be somebody's: `“…”. Đó là tâm sự của bà Hoa.`"""

from __future__ import annotations

from quotes.attributions.clauses import indirect, make
from quotes.attributions.line import Line
from quotes.attributions.words import CLOSERS, DASHES, PREDICATE
from quotes.model import Attribution, Cue, Mention, Span

_RULE = "said_pointed_at"
_THAT = frozenset(("đó", "đây"))
_ADVERBS = frozenset(("cũng", "chính", "chỉ", "vẫn", "mới"))
_SOME = (("một", "trong", "những"), ("những",), ("các",), ("một",))
# Nouns of what was said that are no words of saying themselves.
_WORDS = (
    ("lời",),
    ("câu", "nói"),
    ("thông", "điệp"),
    ("điều",),
    ("quan", "điểm"),
    ("ý", "kiến"),
    ("nhấn", "mạnh"),
    ("trăn", "trở"),
)
_WHOSE = 5  # words between the noun and whose it is: `nhận định chung mới nhất của`
_SHORT = 4  # characters: the closing mark and a stop
_FEWEST = 5  # words of a sentence that was said
# Of these one may say that they are his without having said them: `Đó là điều ông Nam mong muốn`.
_THOUGHT = frozenset((("điều",), ("trăn", "trở"), ("thông", "điệp")))
_WISHES = frozenset(("mong muốn", "mong", "hy vọng", "hi vọng", "ước", "muốn", "kỳ vọng"))


def pointed_at(line: Line, made: list[Attribution]) -> Attribution | None:
    """Who said what the sentence before tells, if this one only says whose words they were."""
    told = whose(line, line.start + 1) if line.words[line.start] in _THAT else None
    if told is None or line.sentence.index == 0:
        return None
    cue, source, thought = told
    before = line.doc.sentences[line.sentence.index - 1]
    above = made[-1] if made and made[-1].sentence == before.index else None
    between = line.doc.text[above.contents[-1].end : line.sentence.start] if above is not None else ""
    if above is not None:
        alone = above.rule == "quote_alone" and len(between.strip()) <= _SHORT
        return make(line, above.contents, "direct", _RULE, cue, source) if alone else None
    together = before.paragraph == line.sentence.paragraph or before.paragraph == 0
    if thought or not together or len(before.words) < _FEWEST or before.words[-1] in ("?", "!", ":"):
        return None
    if not PREDICATE.within(before.words, 1, len(before.words)):
        return None
    whole = next(
        (c for c in line.doc.contents if c.outer.start == before.start and c.outer.end >= before.end - 1), None
    )
    if whole is not None:  # a headline in marks
        return make(line, whole.pieces, "direct", _RULE, cue, source)
    end = before.end - (before.words[-1] in (".", "…"))
    return make(line, (Span(before.start, end),), "indirect", _RULE, cue, source)


def clause_that_is(line: Line) -> Attribution | None:
    """A, đó là nhận định của X"""
    if line.quote_from(line.start) is not None or _THAT.isdisjoint(line.words):
        return None
    for j in range(line.start + _FEWEST, line.end - 4):
        if line.words[j] not in _THAT or not (line.words[j - 1] == "," or line.words[j - 1] in DASHES):
            continue
        told = whose(line, j + 1) if line.quote_at(j) is None else None
        if told is None or told[2] or any(line.is_taken(q) for q in line.quotes if q.last < j):
            return None
        if not PREDICATE.within(line.words, line.start, j):
            return None
        return indirect(line, line.start, j - 1, _RULE, told[0], told[1])
    return None


def whose(line: Line, i: int) -> tuple[Cue | None, Mention, bool] | None:
    """The word of saying, who said it, and whether it may only have been thought, for a `là … của X` at ``i``."""
    words = line.words
    while words[i] in _ADVERBS:
        i += 1
    if words[i] != "là":
        return None
    i += 1
    some = next((s for s in _SOME if words[i : i + len(s)] == s), ())
    i += len(some)
    cue = next((c for c in line.cues if c.first == i and (line.entry(c).noun or c.form.endswith(" của"))), None)
    noun = next((n for n in _WORDS if words[i : i + len(n)] == n), None)
    if cue is None and noun is None:
        return None
    last = cue.last - cue.form.endswith(" của") if cue is not None else i + len(noun or ())
    of = next((x for x in range(last, min(last + _WHOSE, line.n)) if words[x] == "của"), None)
    source = line.mention_from(of + 1) if of is not None else None
    if source is None and of is None:
        source, cue = _teller(line, last)
    if source is None or source.kind == "unknown":
        return None
    if cue is None:
        cue = next((c for c in line.cues if c.first >= i and c.first < source.first), None)
    wished = cue is not None and cue.form in _WISHES
    return cue, source, wished or (noun in _THOUGHT and (cue is None or cue.first < source.first))


def _teller(line: Line, i: int) -> tuple[Mention | None, Cue | None]:
    """`điều | ông Nam nhấn mạnh`, `nhận định | mà bà Hoa đưa ra`: who said it, behind the noun, with the verb."""
    i += line.words[i] in ("mà", "được")
    source = line.mention_from(i)
    if source is None or source.last >= line.n or line.words[source.last] in CLOSERS:
        return None, None
    verb = next((c for c in line.cues if source.last <= c.first <= source.last + 2), None)
    given = line.words[source.last : source.last + 2] in (("đưa", "ra"), ("đã", "đưa"), ("chia", "sẻ"), ("gửi", "tới"))
    return (source, verb) if verb is not None or given else (None, None)
