"""What lies in quotation marks, and is no word of the article's own."""

from __future__ import annotations

from bisect import bisect_right

from quotes.model import Document, Span


class Marks:
    """The stretches of an article that stand in quotation marks."""

    def __init__(self, doc: Document) -> None:
        outer = [c.outer for c in doc.contents if c.depth == 0]
        self._starts = [s.start for s in outer]
        self._ends = [s.end for s in outer]

    def cover(self, span: Span) -> bool:
        """Whether a stretch of the text lies in marks."""
        if not self._starts:
            return False
        i = bisect_right(self._starts, span.start) - 1
        return i >= 0 and span.end <= self._ends[i]

    def opened_before(self, start: int) -> int | None:
        """Where the marks begin that were closed last before a place of the text."""
        i = bisect_right(self._ends, start) - 1
        return self._starts[i] if i >= 0 else None

    def closed_before(self, start: int) -> int | None:
        """Where the marks end that were closed last before a place of the text."""
        i = bisect_right(self._ends, start) - 1
        return self._ends[i] if i >= 0 else None
