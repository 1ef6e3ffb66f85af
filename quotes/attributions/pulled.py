"""Pull quotes: words set apart from the text, with the name of who said them behind or below."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from quotes.attributions.labels import says_i
from quotes.attributions.words import PREDICATE
from quotes.lexicon import fold
from quotes.model import Attribution, Content, Document, Mention, Sentence, Span

_RUN = 4  # words in a row that make a repetition
_ABOUT = ("nói", "về")
_DESCRIBED = 16  # words that a name set apart is described with, at most


def find_pull_quotes(doc: Document, mentions: Sequence[Mention]) -> tuple[list[Attribution], set[int]]:
    """Words set apart, with the name of who said them on the line below or at their end; and their sentences.

    They stand in marks, are said in the first person, or repeat what the text holds elsewhere. A name that ends the
    article is its author's, unless the article speaks of that person.
    """
    below = [m for m in mentions if _may_say(m) and _stands_alone(doc, m)]
    if not below:
        return [], set()
    by_paragraph: dict[int, list[Sentence]] = {}
    for s in doc.sentences:
        by_paragraph.setdefault(s.paragraph, []).append(s)
    marked = {c.outer.start: c for c in doc.contents}
    names = Counter(doc.text[m.name.start : m.name.end] for m in mentions if m.name)
    given = Counter(fold(name.split()[-1]) for name in names.elements())
    found = []
    apart: set[int] = set()
    for m in below:
        s = doc.sentences[m.sentence]
        here = [other for other in by_paragraph[s.paragraph] if other.index < s.index]
        above = here or by_paragraph.get(s.paragraph - 1)
        if above is None:
            continue
        start, end = m.name or m.span
        name = doc.text[start:end]
        # NGUYỄN VĂN TÁM, whom the article calls ông Tám
        named_again = names[name] > 1 or (name.isupper() and given[fold(name.split()[-1])] > 1)
        if s.paragraph == len(doc.paragraphs) - 1 and not named_again:
            continue
        pieces = _set_apart(doc, m, above, marked.get(above[0].start), bool(here), named_again)
        if pieces:
            found.append(Attribution(pieces, "direct", "pull_quote", s.index, None, None, m))
            apart.update(other.index for other in above)
            apart.add(s.index)
    return found, apart


def _may_say(m: Mention) -> bool:
    """Whether a name set apart can be of who said the words above it."""
    return (m.kind == "person" and m.name is not None) or (m.kind == "organization" and m.form == "body")


def _set_apart(
    doc: Document, m: Mention, above: Sequence[Sentence], content: Content | None, inline: bool, named_again: bool
) -> tuple[Span, ...]:
    """The words above a name, if they are that person's."""
    start, end = above[0].start, above[-1].end
    named = m.name or m.span
    name = doc.text[named.start : named.end]
    whole = _is_whole_line(doc, m)
    if content is not None and content.outer.end >= end - 1 and whole and not inline:
        # what a colon leads in has its speaker above it: the name below is a heading
        return () if doc.text[:start].rstrip().endswith(":") else content.pieces
    if not named_again or name.split()[-1] in doc.text[start:end]:
        return ()
    if m.kind != "person":
        return ()
    below = doc.sentences[m.sentence]
    about = below.words[m.last : m.last + 2] == _ABOUT and below.words[-1][0].isalnum() and above[0].paragraph > 1
    if about and not inline and PREDICATE.within(above[0].words, 0, len(above[0].words)):
        return (Span(start, end),)
    own = (name.isupper() or (whole and not inline)) and _speaks_of_self(doc, above)
    return (Span(start, end),) if own or _is_repeated(doc, m, above) else ()


def _is_repeated(doc: Document, m: Mention, sentences: Sequence[Sentence]) -> bool:
    """Whether the text holds most of the words, in the same order, in marks, or as the answer of who bears a label."""
    runs = _runs([w for s in sentences for w in s.words])
    if not runs:
        return False
    first, last = sentences[0].index, sentences[-1].index
    others = [s for s in doc.sentences if not first <= s.index <= last]
    label = (*doc.sentences[m.sentence].words[m.first : m.last], ":")
    if any(s.words[: len(label)] == label for s in others):
        said = [w for s in others for w in s.words]
    else:
        spans = [p for c in doc.contents if c.depth == 0 for p in c.pieces]
        starts = [p.start for p in spans]
        said = [w for s in others for w, at in zip(s.words, s.starts, strict=True) if _lies_in(at, spans, starts)]
    return len(runs & _runs(said)) * 3 > len(runs) * 2


def _lies_in(at: int, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    i = bisect_right(starts, at) - 1
    return i >= 0 and at < spans[i].end


def _runs(words: Iterable[str]) -> set[tuple[str, ...]]:
    """The words, a few at a time."""
    said = [w for w in words if w[0].isalnum()]
    return set(zip(*(said[i:] for i in range(_RUN)), strict=False))


def _speaks_of_self(doc: Document, sentences: Sequence[Sentence]) -> bool:
    """Whether a paragraph is said by whoever says `tôi`, or `mình` as a subject, in it, outside of any marks."""
    if len(sentences[0].words) < 6:
        return False
    said = [s.starts[i] for s in sentences for i in range(len(s.words)) if says_i(s.words, i)]
    start, end = sentences[0].start, sentences[-1].end
    marked = [c.outer for c in doc.contents if c.outer.start < end and c.outer.end > start]
    return any(not any(m.start < at < m.end for m in marked) for at in said)


def _stands_alone(doc: Document, m: Mention) -> bool:
    """Whether a name ends its paragraph as a sentence of its own: `Chị Lan, ngụ Hà Nội` · `Ông Tám nói về lũ`."""
    s = doc.sentences[m.sentence]
    if s.end != doc.paragraphs[s.paragraph].end or any(w[0].isalnum() for w in s.words[: m.first]):
        return False
    rest = s.words[m.last :]
    if not any(w[0].isalnum() for w in rest):
        return True
    if rest[:2] == _ABOUT:
        return len(rest) <= 2 * _DESCRIBED
    return rest[0] in (",", "(") and len(rest) <= _DESCRIBED and not PREDICATE.within(s.words, m.last, len(s.words))


def _is_whole_line(doc: Document, m: Mention) -> bool:
    start, end = doc.paragraphs[doc.sentences[m.sentence].paragraph]
    if start < m.span.start and doc.text[start].isalnum():
        return False
    return doc.text[start : m.span.start].strip(" -–—*•~") == "" and doc.text[m.span.end : end].strip(" .,") == ""
