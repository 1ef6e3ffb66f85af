"""The columns of ``quotes.exports.conll`` with underthesea's words for tokens: ``khẳng_định``.

Models such as PhoBERT are trained on Vietnamese whose syllables are joined to words, with ``_`` between them.
A word that lies over the border of a content, cue or source is cut there, so that no tag is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotes.exports import Annotated, conll
from quotes.segmenter import Segmenter


def write(articles: Iterable[Annotated]) -> Iterator[tuple[str, bytes]]:
    """All articles in one file."""
    return conll.write(articles, Segmenter().ends)
