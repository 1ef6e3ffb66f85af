"""``Chồng Emma``, ``bố mẹ Nam``: who is meant is a relative of the person named, not that person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.lexicon import keys
from quotes.model import Document, Mention, Span

_RELATIVES = frozenset(
    (
        "chồng",
        "vợ",
        "mẹ",
        "bố",
        "cha",
        "má",
        "mẹ ruột",
        "bố ruột",
        "cha ruột",
        "mẹ đẻ",
        "bố đẻ",
        "cha đẻ",
        "con trai",
        "con gái",
        "em trai",
        "em gái",
        "anh trai",
        "chị gái",
        "bà xã",
        "ông xã",
        "bạn trai",
        "bạn gái",
        "người yêu",
        "vợ cũ",
        "chồng cũ",
    )
)
_FAMILIES = frozenset(("gia đình", "bố mẹ", "cha mẹ", "ba mẹ", "vợ chồng", "người thân", "người nhà", "thân nhân"))


def with_relatives(doc: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those described where a relative at the head of a clause goes before a name met earlier.

    In ``cùng vợ Emma`` the name may be the wife's own.
    """
    met: set[tuple[str, ...]] = set()
    out: list[Mention] = []
    for mention in mentions:
        if mention.form == "name" and mention.name is not None:
            key = keys(doc.text[mention.name.start : mention.name.end])
            before = " ".join(keys(doc.text[mention.span.start : mention.name.start]))
            several = before in _FAMILIES
            if (several or (before in _RELATIVES and doc.text[mention.span.start].isupper())) and key in met:
                phrase = Span(mention.span.start, mention.name.end)
                mention = replace(
                    mention,
                    span=phrase,
                    form="description",
                    kind="group" if several else "person",
                    name=None,
                    roles=(phrase,),
                    plural=several,
                )
            elif before not in _RELATIVES:
                met.update(key[n:] for n in range(len(key)))
                met.update(key[:n] for n in range(1, len(key)))
        out.append(mention)
    return out
