"""A mention made of tokens, and whether a longer title begins with a body's or a document's name."""

from __future__ import annotations

from quotes.mentions.line import BODIES, DOCUMENTS, MEDIA, TITLES, Line
from quotes.model import Mention, MentionForm, SpeakerKind


def mention(
    line: Line,
    first: int,
    last: int,
    form: MentionForm,
    kind: SpeakerKind,
    name: tuple[int, int] | None = None,
    head: str | None = None,
    definite: bool = False,
    plural: bool = False,
) -> Mention:
    span = line.span(first, last)
    spot = line.span(*name) if name is not None else None
    return Mention(span, line.sentence.index, first, last, form, kind, spot, (), None, head, None, definite, plural)


def longer_title(line: Line, i: int) -> bool:
    """``Thư ký``, ``cảnh sát trưởng``: a title that begins with the name of a document or body."""
    longer = TITLES.longest(line.words, i)
    if longer is None:
        return False
    for trie in (BODIES, MEDIA, DOCUMENTS):
        other = trie.longest(line.words, i)
        if other is not None and other[1] >= longer[1]:
            return False
    return True
