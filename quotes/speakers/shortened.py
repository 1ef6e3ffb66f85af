"""Bodies by their letters: ``HHB`` after ``Hiệp hội Hoa Biển (HHB)``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quotes.lexicon import keys
from quotes.lexicon import words as word_list
from quotes.model import Document, Mention, SpeakerKind
from quotes.speakers.affiliations import affiliation

Words = tuple[str, ...]


@dataclass(slots=True, frozen=True)
class Full:
    """A body's name in full, with the short form in brackets behind it as the article has it."""

    name: str
    kind: SpeakerKind


_BRACKETS = re.compile(
    r"\( ?(?:(?:viết|gọi|tên) tắt(?: là)?:? |tên viết tắt(?: là)?:? |sau đây gọi(?: tắt)? là:? )?"
    r"(?P<short>[^\W\d_][\w&.-]*(?: [^\W\d_][\w&.-]*){0,2}) ?\)"
)
_LETTERS = 2  # capitals that make a word a short form
_PLACE = re.compile(r"(?:TP|TX|TT|[QPHX])\.")
_OF_STATE = 3  # words: a state's own name is shorter than that of a union
_CREDITS = frozenset((("pv",), ("nv",), ("ctv",), ("th",), ("t.h",)))


def short_forms(doc: Document, mentions: Sequence[Mention]) -> dict[Words, Full]:
    """The short forms that the article gives in brackets behind a body, with the name in full."""
    found: dict[Words, Full] = {}
    for match in _brackets(doc.text):
        short = match["short"]
        words = keys(short)
        if words in found or not _is_short(short, words) or (not _letters(short) and _is_person(doc, mentions, words)):
            continue
        after = bisect_left(mentions, match.start("short"), key=lambda m: m.span.start)
        owner = mentions[after - 1] if after else None
        full = _full(doc, owner, match) if owner is not None else None
        if full is not None and len(keys(full.name)) > len(words) + 1:
            found[words] = full
    return found


def _brackets(text: str) -> Iterator[re.Match[str]]:
    """The brackets that could hold a short form; looked for by their mark, for few do."""
    at = text.find("(")
    while at >= 0:
        match = _BRACKETS.match(text, at)
        if match is not None:
            yield match
        at = text.find("(", at + 1)


def _is_short(short: str, words: Words) -> bool:
    """Whether letters or a name stand for a body: no place, no medium that took the picture, no body above it."""
    if not short[0].isupper() or len(short) < _LETTERS or words in _CREDITS or _PLACE.match(short):
        return False
    if any(word_list(name).longest(words, 0) is not None for name in ("places", "media")):
        return False
    return _letters(short) or len(words) == 1


def _letters(short: str) -> bool:
    return sum(c.isupper() for c in short.split(" ")[0]) >= _LETTERS


def _is_person(doc: Document, mentions: Sequence[Mention], words: Words) -> bool:
    """``câu lạc bộ cũ (Mendes)`` of ``Carlos Mendes``: whether the article has it as the name of somebody."""
    named = (m for m in mentions if m.name is not None and m.form == "name")
    called = ((m, keys(doc.text[m.name.start : m.name.end])) for m in named if m.name is not None)
    return any(
        key[-len(words) :] == words and (len(key) > len(words) or m.honorific is not None or bool(m.roles))
        for m, key in called
    )


def _full(doc: Document, owner: Mention, match: re.Match[str]) -> Full | None:
    """What stands before the bracket, where it is a body, or lies at the end of somebody's office or of a document."""
    opening, closing = match.start(), match.end()
    if owner.span.end < opening - 1 or owner.definite or owner.plural:
        return None
    if owner.kind == "country" and owner.last - owner.first < _OF_STATE:
        return None  # Cơ quan Quản lý thuốc của | Anh (HHB)
    if owner.form == "body":
        if owner.kind == "media" and owner.name is not None:
            return Full(_plain(doc.text[owner.name.start : min(owner.name.end, opening)]), "media")
        return _named(doc.text[owner.span.start : max(owner.span.end, closing)], owner.kind)
    if owner.form == "document" and owner.name is not None and owner.name.end >= opening - 1:
        return _named(doc.text[owner.name.start : closing], "organization")
    role = next((r for r in owner.roles if r.start < opening <= r.end + 1), None)
    body = affiliation(_plain(doc.text[role.start : opening])) if role is not None else None
    return _named(f"{body} ({match['short']})", "organization") if body is not None else None


def _named(text: str, kind: SpeakerKind) -> Full | None:
    """A name has a capital before its bracket; ``bảo hiểm xã hội`` is no name of anybody."""
    name = text.partition("(")[0]
    return Full(_plain(text), kind) if name != name.lower() else None


def _plain(text: str) -> str:
    return " ".join(text.split())


def as_bodies(doc: Document, mentions: Sequence[Mention], shorts: dict[Words, Full]) -> list[Mention]:
    """The mentions, names that stand for a body as bodies: ``HoaBi`` after ``Hiệp hội Hoa Biển (HoaBi)``."""
    return [
        replace(m, form="body", kind=full.kind, head=None, name=m.name if full.kind == "media" else None)
        if m.form == "name"
        and m.name is not None
        and m.name == m.span
        and (full := shorts.get(keys(doc.text[m.name.start : m.name.end]))) is not None
        else m
        for m in mentions
    ]


def in_full(shorts: dict[Words, Full], text: str, head: str | None = None) -> Full | None:
    """The full name for a short one, alone or behind the word for what it is: ``HHB``, ``hiệp hội HHB``."""
    if not shorts:
        return None
    words, first = keys(text), keys(head or "")
    first = first[:1] if first == words else first  # Bộ GD-ĐT: a word of the lexicon as a whole
    full = shorts.get(words)
    if full is None and first and words[: len(first)] == first:
        full = shorts.get(words[len(first) :])
        if full is not None and first != ("phía",) and keys(full.name)[: len(first)] != first:
            return None  # Cục HHB is no Phòng Hoa Biển (HHB)
    return full if full is not None and full.name != text else None
