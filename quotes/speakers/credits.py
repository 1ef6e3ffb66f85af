"""Names of those who wrote an article or took its pictures: nobody of whom it speaks."""

from __future__ import annotations

from collections.abc import Container

from quotes.model import Document, Mention, Span

_SHORT = 12  # words of a line
_CREDITS = frozenset(
    "ảnh theo bài tin thực hiện nguồn tổng hợp dịch lược và ghi clip video image copyright caption".split()
)
_BYLINE = (("(",), ("|",), ("theo",))


def signs(doc: Document, mention: Mention, sources: Container[Span]) -> bool:
    """Whether a name is all that its line says, and no source: who wrote the article or took a picture."""
    if mention.honorific or mention.span in sources:
        return False
    words = doc.sentences[mention.sentence].words
    if mention.last == len(words) and _below_picture(doc, mention):
        return True
    if mention.roles or len(words) >= _SHORT:
        return False
    last = mention.sentence == len(doc.sentences) - 1
    if last and ("/" in words or (mention.first == 0 and words[mention.last : mention.last + 1] in _BYLINE)):
        return True  # Mai Hoa / Theo Báo Mới
    return all(not w[0].isalnum() or w in _CREDITS for w in (*words[: mention.first], *words[mention.last :]))


def _below_picture(doc: Document, mention: Mention) -> bool:
    """``Người dân giao con chim cho kiểm lâm | LÊ AN``: in capitals at the end of a line, and nowhere else."""
    if mention.name is None or mention.name.end != mention.span.end:
        return False
    before = doc.text[doc.sentences[mention.sentence].start : mention.name.start]
    name = doc.text[mention.name.start : mention.name.end]
    below = name.isupper() and " " in name and before.strip() != "" and not before.isupper()
    return below and name.title() not in doc.text
