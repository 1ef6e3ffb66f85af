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
_HEADING = 16  # words
_SIGNATURE = 8  # words
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


def is_heading(doc: Document, s: Sentence) -> bool:
    """A sub-heading among answers: `KHÔNG CÓ PHÉP MÀU` · `“Tôi từng ngủ ở bến xe”`"""
    if (s.start, s.end) != tuple(doc.paragraphs[s.paragraph]) or not 1 < len(s.words) < _HEADING:
        return False
    written = doc.text[s.start : s.end]
    within = s.words[0] in OPEN_MARKS and any(c.outer == (s.start, s.end) for c in doc.contents)
    return written.isupper() or (within and s.words[-2][0].isalnum())


def is_signature(doc: Document, s: Sentence) -> bool:
    """What ends an article: `theo Trí Thức Trẻ` · `Lan Anh (thực hiện)` · `Hà My/VOV.VN`"""
    if s is not doc.sentences[-1] or len(s.words) > _SIGNATURE or s.words[-1] in (".", "!", "?", "…"):
        return False
    first, last = s.words[0], " ".join(s.words).removesuffix(" )")
    if (first == "theo" and doc.text[s.start] == "t") or last.endswith("thực hiện"):
        return True
    words = doc.text[s.start : s.end].split()
    return len(words) > 1 and all(w[0].isupper() for w in words)


def is_picture(sentence: Sentence) -> bool:
    """Image caption Nhà máy ở Bình Dương · Ảnh: …"""
    return any(sentence.words[: len(p)] == p for p in _PICTURES)


_PICTURES = (("image",), ("ảnh", ":"), ("chụp", "lại", "hình", "ảnh"), ("nguồn", "hình", "ảnh"), ("video", ":"))
# Ông Nam và vợ. Ảnh: Tư liệu.
CREDITS = frozenset(("ảnh", "video", "nguồn", "clip"))


def is_caption(doc: Document, s: Sentence, name: str) -> bool:
    """A line between two paragraphs of an answer that is about the person who answers, or a credit."""
    start, end = doc.paragraphs[s.paragraph]
    if is_heading(doc, s):
        return True
    if s.start != start or s.end != end or ME & set(s.words):
        return False
    return (
        is_named(doc, s, name)
        or s.words[0] in CREDITS | {"image", "(", "theo"}
        or (s.words[-1] not in (".", "!", "?", "…", "”", '"') and len(s.words) < 16)
    )
