"""A stretch in quotation marks as one sentence sees it."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.model import Content


@dataclass(slots=True)  # never changed, and not frozen for the reason that quotes.model.found gives
class Quoted:
    """A stretch in marks within a sentence: tokens ``first:last`` with its marks; ``words`` counts what is inside.

    One that runs over paragraphs is in each of them; ``begins`` and ``ends`` tell where.
    """

    first: int
    last: int
    words: int
    content: Content
    begins: bool = True
    ends: bool = True
