"""Cuts a text at the edges of its quotations, for whoever shows one: the page, the terminal.

Quotations may lie in one another and share a source, so a stretch can belong to several parts of
several records. The narrowest comes first: it is the one a reader points at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from quotes.model import Span

Part = Literal["content", "cue", "source"]
Record = Mapping[str, Any]


class Mark(NamedTuple):
    """A part of the record with this index among those given."""

    record: int
    part: Part


class Segment(NamedTuple):
    """A stretch of text and every part it belongs to, the narrowest first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def parts(record: Record) -> Iterator[tuple[Part, Span]]:
    """The spans of a record with what they are.

    >>> list(parts({"quote_spans": [{"start": 9, "end": 12}], "cue_span": {"start": 4, "end": 7}, "source_span": None}))
    [('content', Span(start=9, end=12)), ('cue', Span(start=4, end=7))]
    """
    for span in record["quote_spans"]:
        yield "content", Span(span["start"], span["end"])
    for part, field in (("cue", "cue_span"), ("source", "source_span")):
        if span := record[field]:
            yield part, Span(span["start"], span["end"])  # type: ignore[misc]


def segments(text: str, records: Sequence[Record], offset: int = 0) -> list[Segment]:
    """The whole of ``text`` in stretches, none empty, in order; ``offset`` is where it begins in its article.

    Spans outside the text are cut to it: a page for a text that changed shows something, and
    ``quotes validate`` says what is wrong.

    >>> nam = {"quote_spans": [{"start": 9, "end": 15}], "cue_span": {"start": 4, "end": 7}, "source_span": None}
    >>> [(s.start, s.end, [m.part for m in s.marks]) for s in segments("Nam nói: trời mưa", [nam])]
    [(0, 4, []), (4, 7, ['cue']), (7, 9, []), (9, 15, ['content']), (15, 17, [])]
    """
    starts: dict[int, list[tuple[int, Mark, int]]] = {}
    edges = {0, len(text)}
    for index, record in enumerate(records):
        for part, span in parts(record):
            start, end = max(span.start - offset, 0), min(span.end - offset, len(text))
            if start < end:
                starts.setdefault(start, []).append((end - start, Mark(index, part), end))
                edges |= {start, end}
    cuts = sorted(edges)
    found: list[Segment] = []
    live: list[tuple[int, Mark, int]] = []
    for start, end in pairwise(cuts):
        live = sorted([m for m in live if m[2] > start] + starts.get(start, []))
        found.append(Segment(start, end, tuple(mark for _, mark, _ in live)))
    return found


def context_offset(record: Record) -> int | None:
    """Where ``context`` begins in the article, or None where the quotation is not in it.

    A record does not carry this number, but the quotation stands in its context and knows its own place.

    >>> said = {"quote_spans": [{"start": 109, "end": 112}], "quote": "mưa", "context": "Nam nói: mưa."}
    >>> context_offset(said)
    100
    """
    spans = record["quote_spans"]
    first = record["quote"][: spans[0]["end"] - spans[0]["start"]]
    found = record["context"].find(first)
    return None if found < 0 else spans[0]["start"] - found
