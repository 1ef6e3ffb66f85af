"""What the narrator writes among and behind the answers of an interview."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from quotes.attributions.labels import ME, OPEN_MARKS, says_i
from quotes.attributions.words import FIRST_PERSON, PREVERB, REPORTS
from quotes.lexicon import fold
from quotes.model import Document, Mention, Sentence

_APPOSITION = 10  # words between two commas behind a name, at most
_MANNER = 8  # words between a name and the colon of what is said: `Khang viết trên trang của mình: “…”`, at most
_SHUT = {"“": "”", "«": "»", "‘": "’", "„": "”", "”": "”"}


def is_back(unit: Sequence[Sentence], by_sentence: Mapping[int, Sequence[Mention]]) -> bool:
    """Whether the narrator speaks again behind an interview."""
    return any(_says(s, by_sentence.get(s.index, ())) for s in unit) and not speaks_of_self(unit)


def is_reported(s: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether somebody who is named says something, and nobody speaks of himself: `Bà Hoa lại cho rằng …`"""
    return _says(s, mentions) and not speaks_of_self((s,))


def _says(s: Sentence, mentions: Sequence[Mention]) -> bool:
    for m in mentions:
        if m.kind != "person" or m.name is None:
            continue
        i = m.last
        if ":" in s.words[i : i + _MANNER] and _opens_marks(s, s.words.index(":", i) + 1):
            return True
        if not (m.honorific or m.roles):
            continue
        if s.words[i : i + 1] == (",",) and "," in s.words[i + 1 : i + _APPOSITION]:
            i = s.words.index(",", i + 1) + 1  # bà Hoa, một phụ huynh, cho biết
        while REPORTS.after(s.words, i) == i and (j := PREVERB.after(s.words, i)) > i:
            i = j
        if REPORTS.after(s.words, i) > i:
            return True
    return False


def _opens_marks(s: Sentence, i: int) -> bool:
    return i < len(s.words) and s.words[i] in OPEN_MARKS


def speaks_of_self(unit: Sequence[Sentence]) -> bool:
    """Whether somebody speaks of himself, other than in marks."""
    words: list[str] = []
    shut: str | None = None
    for w in itertools.chain.from_iterable(s.words for s in unit):
        if shut is not None:
            shut = None if w == shut else shut
        elif w in OPEN_MARKS:
            shut = _SHUT.get(w, w)
        else:
            words.append(w)
    own = tuple(words)
    return any(says_i(own, i) for i in range(len(own))) or FIRST_PERSON.within(own, 0, len(own))


def last_word(doc: Document, m: Mention | None) -> str:
    return fold(doc.text[m.name.start : m.name.end].split()[-1]) if m is not None and m.name else ""


def is_named(doc: Document, s: Sentence, name: str) -> bool:
    """Whether a sentence names somebody: `cô Hoa`, and neither `hoa` nor `Hoa đã nở`."""
    return any(s.words[i] == name and doc.text[s.starts[i]].isupper() for i in range(1, len(s.words)))


def ends_paragraph(doc: Document, s: Sentence) -> bool:
    return s.end == doc.paragraphs[s.paragraph].end


def is_told(doc: Document, s: Sentence, marked: Mapping[int, int]) -> bool:
    """A line between two paragraphs of an answer that the narrator writes: `“…”, X chia sẻ.`"""
    end = marked.get(s.start)
    return end is not None and s.start == doc.paragraphs[s.paragraph].start and doc.text[end : end + 2] == ", "


def is_picture(sentence: Sentence) -> bool:
    """Image caption Nhà máy ở Bình Dương · Ảnh: …"""
    return any(sentence.words[: len(p)] == p for p in _PICTURES)


_PICTURES = (("image",), ("ảnh", ":"), ("chụp", "lại", "hình", "ảnh"), ("nguồn", "hình", "ảnh"), ("video", ":"))
# Ông Nam và vợ. Ảnh: Tư liệu.
CREDITS = frozenset(("ảnh", "video", "nguồn", "clip"))


def is_caption(doc: Document, s: Sentence, name: str) -> bool:
    """A line between two paragraphs of an answer that is about the person who answers, or a credit."""
    start, end = doc.paragraphs[s.paragraph]
    if s.start != start or s.end != end or ME & set(s.words):
        return False
    return (
        is_named(doc, s, name)
        or s.words[0] in CREDITS | {"image", "(", "theo"}
        or (s.words[-1] not in (".", "!", "?", "…", "”", '"') and len(s.words) < 16)
    )
