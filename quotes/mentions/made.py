"""A mention made of tokens."""

from __future__ import annotations

from quotes.mentions.line import Line
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
