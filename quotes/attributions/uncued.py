"""Rules for words in quotation marks that no word of saying leads in: labels, comments, sentences that stand alone.

Precise first: the first answer wins.
"""

from __future__ import annotations

from quotes.attributions.clauses import make
from quotes.attributions.line import Line, Quoted
from quotes.attributions.marked import STOPS, narrator_after
from quotes.attributions.who import after_closers, is_noun_phrase, subject
from quotes.attributions.words import CLOSERS, DASHES, NO_NOUN, PREDICATE
from quotes.model import Attribution, Mention

_ADDRESSED = frozenset(("ông", "bà", "anh", "chị", "ngài"))
_ME = frozenset(("tôi", "chúng", "mình", "ta", "em"))
_UNSAID = frozenset(("negated", "planned", "asked", "hypothetical"))


def noun_quote(line: Line, q: Quoted) -> Attribution | None:
    """X đưa ra cam kết mạnh mẽ “A”"""
    cue = next((c for c in reversed(line.cues) if c.last <= q.first), None)
    if cue is None or cue.dead not in ("noun", "") or q.first - cue.last > 3 or q.words < 5 or is_title(line, q):
        return None
    if any(w in CLOSERS for w in line.words[cue.last : q.first] if w != ":"):
        return None
    if line.trim(q.last, line.n) > q.last and not narrator_after(line, q.last, "“"):
        return None  # the words in marks are a part of what the sentence goes on to say
    return make(line, q.content.pieces, "direct", "noun_quote", cue, subject(line, cue))


def source_colon_quote(line: Line, q: Quoted) -> Attribution | None:
    """X …: “A”"""
    i = q.first
    if any(c.dead in _UNSAID for c in line.cues if c.last <= i):
        return None
    if (
        i == 0
        or line.words[i - 1] != ":"
        or (line.trim(0, line.n) > q.last + 1 and not (q.words > 5 and narrator_after(line, q.last, ":")))
    ):
        return None
    named = [m for m in line.mentions if m.last < i and not line.governed(m)] or _nameless(line, q)
    if not named:
        return None
    source = next((m for m in named if line.begins_clause(m, 0)), named[0])
    if source.last == i - 1 and source.first <= line.start:
        return make(line, q.content.pieces, "direct", "source_colon_quote", None, source)
    cue = next((c for c in reversed(line.cues) if c.last <= i), None)
    return make(line, q.content.pieces, "direct", "source_colon_quote", cue, source)


def quote_source_verb(line: Line, q: Quoted) -> Attribution | None:
    """“A” - X · “A”, X bức xúc.  (a verb that is no word of saying)"""
    if q.first > line.start or q.words < 3:
        return None
    i = after_closers(line, q.last)
    source = line.mention_from(i) or _tail(line, q, i)
    if source is None or i == q.last:
        return None
    dash = any(w in DASHES for w in line.words[q.last : i])
    if line.end - source.last > (8 if dash else 6):
        return None
    if not dash and source.last >= line.end and (q.words < 6 or source.form not in ("name", "document")):
        return None
    return make(line, q.content.pieces, "direct", "quote_source_verb", None, source)


def _nameless(line: Line, q: Quoted) -> list[Mention]:
    """Whoever leads in a whole sentence in marks, where no mention covers the words: `Ông bố ba con tiếp tục: “…”`."""
    k = line.verb_start(q.first - 1)
    if (
        q.words < 6
        or not 0 < k - line.start <= 8
        or "," in line.words[line.start : k]
        or not is_noun_phrase(line, line.start, k)
    ):
        return []
    return [line.described(line.start, k)]


def _tail(line: Line, q: Quoted, i: int) -> Mention | None:
    """Whoever stands, with one verb, behind a whole sentence in marks: `“…”, trang web của công ty rao.`"""
    j = line.end - 1
    if q.words < 8 or not 2 <= j - i <= 8 or line.words[i] in NO_NOUN or any(c.first >= i for c in line.cues):
        return None
    if not all(w[0].isalnum() for w in line.words[i:j]):
        return None
    return line.described(i, j)


def source_verb_quote(line: Line, q: Quoted) -> Attribution | None:
    """X hối hận “A”  (a verb that is no word of saying, before a whole sentence in marks)"""
    if q.words < 7 or line.trim(q.last, line.n) > q.last or not line.raw(q.first + 1)[:1].isupper():
        return None
    if not _is_clause(line, q):
        return None  # the name of a film, a crime, a button
    source = next((m for m in reversed(line.mentions) if m.last <= q.first), None)
    if (
        is_title(line, q)
        or source is None
        or not 0 < q.first - source.last <= 4
        or source.kind != "person"
        or line.governed(source)
    ):
        return None
    return make(line, q.content.pieces, "direct", "source_verb_quote", None, source)


def quote_alone(line: Line, q: Quoted) -> Attribution | None:
    """“A”  (a sentence that stands in marks)"""
    if q.first > line.start or q.words < 4 or line.trim(q.last, line.n) > q.last or is_title(line, q):
        return None
    if not (q.ends if q.content.closed else q.begins):
        return None  # it goes on below, where its speaker may stand
    if line.words[q.first] in ("'", "‘") and line.words[q.last - 2] not in STOPS:
        return None  # a sub-heading
    if line.words[q.last - 2] == "?" and _ADDRESSED & set(line.words[q.first : q.last]) and not _ME & set(line.words):
        return None  # the interviewer asks
    return make(line, q.content.pieces, "direct", "quote_alone", None, None)


def quote_noun_source(line: Line, q: Quoted) -> Attribution | None:
    """“A”, lời tâm sự của X · “A” là cam kết của X · “A”, tuyên bố của X"""
    i = after_closers(line, q.last)
    if q.first > line.start or i >= line.n:
        return None
    if line.words[i] not in ("lời", "là") and not any(c.first == i and c.dead == "noun" for c in line.cues):
        return None
    source = next((m for m in line.mentions if i < m.first <= i + 6), None)
    if source is None or (line.words[i] != "lời" and "của" not in line.words[i : source.first]):
        return None
    cue = next((c for c in line.cues if i <= c.first < source.first), None)
    if cue is None and line.words[i] != "lời":
        return None
    return make(line, q.content.pieces, "direct", "quote_noun_source", cue, source)


def quote_series(line: Line, q: Quoted) -> Attribution | None:
    """“A”, “B”, “C” …  (what people say, one after the other)"""
    if line.quotes[0].first > line.start or q.words < 5 or len(line.quotes) < 2 or is_title(line, q):
        return None
    others = [o for o in line.quotes if o is not q and o.words >= 5]
    near = any(o.last <= q.first <= o.last + 2 or q.last <= o.first <= q.last + 2 for o in others)
    return make(line, q.content.pieces, "direct", "quote_series", None, None) if near else None


def is_title(line: Line, q: Quoted) -> bool:
    """Whether the words in marks are a name or title: hardly a small letter begins one, or few words and no verb."""
    raw = [line.raw(i) for i in range(q.first + 1, q.last - 1) if line.words[i][0].isalpha()]
    capital = sum(w[0].isupper() for w in raw)
    if len(raw) > 1 and capital >= 0.8 * len(raw):
        return True
    return len(raw) < 6 and not _is_clause(line, q)


def _is_clause(line: Line, q: Quoted) -> bool:
    """Whether the words in marks end as a sentence, or have a predicate or the speaker in them."""
    if line.words[q.last - 2] in STOPS or not _ME.isdisjoint(line.words[q.first + 1 : q.last]):
        return True
    return PREDICATE.within(line.words, q.first + 1, q.last)


QUOTE_RULES = (
    noun_quote,
    source_colon_quote,
    quote_noun_source,
    quote_source_verb,
    source_verb_quote,
    quote_alone,
    quote_series,
)
