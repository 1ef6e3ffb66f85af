"""CoNLL-style columns: a token a line with its offsets and a BIO tag each for content, cue and source.

Columns, with tabs between: number, token, start, end, content, cue, source; the first line names them as CoNLL-U Plus
does (https://universaldependencies.org/ext-format.html), and a token ``#`` is no comment behind its number. An empty
line ends a sentence, ``# doc_id =`` begins an article. Offsets count in the article as it was given. BIO has one layer:
of two contents that overlap the wider stands, and a comment names what was left out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Set

from quotes.exports import Annotated
from quotes.highlight import Part, parts
from quotes.model import Sentence, Span
from quotes.text import View, read, see

PARTS: tuple[Part, ...] = ("content", "cue", "source")
COLUMNS = "# global.columns = ID FORM QUOTES:START QUOTES:END QUOTES:CONTENT QUOTES:CUE QUOTES:SOURCE\n"

# Tokens that go together as one word, by offsets in a text: from where a word starts to where it ends.
Words = Callable[[str, Sentence], Mapping[int, int]]


def write(articles: Iterable[Annotated], words: Words = lambda text, sentence: {}) -> Iterator[tuple[str, bytes]]:
    """All articles in one file; the tokens are those that the rules read, or ``words``."""
    lines = (line for article in articles for line in _article(article, words))
    yield "quotes.conll", (COLUMNS + "".join(f"{line}\n" for line in lines)).encode()


def _article(article: Annotated, words: Words) -> Iterator[str]:
    yield f"# doc_id = {' '.join(article.doc_id.split())}"
    layers, left_out = _layers(article)
    yield from (f"# left out, inside another: {name}" for name in left_out)
    borders = {place for spans in layers.values() for span in spans for place in span}
    view = see(article.text)
    for sentence in read(view.text).sentences:
        open_spans: dict[Part, Span | None] = dict.fromkeys(PARTS)
        tokens = _tokens(view, sentence, words(view.text, sentence), borders)
        for number, (start, end) in enumerate(tokens, 1):
            token = view.original(Span(start, end))
            tags = []
            for part in PARTS:
                while layers[part] and layers[part][0].end <= token.start:
                    layers[part].popleft()
                span = layers[part][0] if layers[part] and layers[part][0].start < token.end else None
                tags.append("O" if span is None else f"{'I' if span == open_spans[part] else 'B'}-{part}")
                open_spans[part] = span
            word = "_".join(view.text[start:end].split())
            yield "\t".join([str(number), word, str(token.start), str(token.end), *tags])
        yield ""


def _tokens(view: View, sentence: Sentence, words: Mapping[int, int], borders: Set[int]) -> Iterator[tuple[int, int]]:
    """Where each token stands in the view; a word that lies over a border of a span is cut there."""
    begun, word_end, last = None, 0, 0
    for start, end in zip(sentence.starts, sentence.ends, strict=True):
        joins = end <= word_end and not {view.original(Span(start, end)).start, last} & borders
        if begun is not None and not joins:
            yield begun
        begun = (begun[0], end) if begun is not None and joins else (start, end)
        word_end = word_end if joins else words.get(start, 0)
        last = view.original(Span(start, end)).end
    if begun is not None:
        yield begun


def _layers(article: Annotated) -> tuple[dict[Part, deque[Span]], list[str]]:
    """For each part the spans that do not overlap, in order, and the ids of records with one that does."""
    layers: dict[Part, list[Span]] = {part: [] for part in PARTS}
    left_out: list[str] = []
    found = {(part, span): str(r["id"]) for r in article.records for part, span in parts(r)}
    for (part, span), name in sorted(found.items(), key=lambda f: (f[0][1].start - f[0][1].end, f[0][1])):
        if any(s.start < span.end and span.start < s.end for s in layers[part]):
            left_out.append(f"{part} of {' '.join(name.split())}")
        else:
            layers[part].append(span)
    return {part: deque(sorted(spans)) for part, spans in layers.items()}, left_out
