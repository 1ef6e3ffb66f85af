"""What a word for a spouse tells of two: ``nhạc sĩ Lê An và vợ, ca sĩ Mai Hoa``: ``anh`` is he, ``cô`` is she."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotes.model import Document, Gender, Mention, Span
from quotes.speakers.persons import Person

_CALLED: dict[Gender, tuple[str, ...]] = {
    "female": ("vợ", "vợ cũ", "vợ mới", "vợ chưa cưới", "vị hôn thê", "bà xã", "bạn gái"),
    "male": ("chồng", "chồng cũ", "chồng mới", "chồng chưa cưới", "vị hôn phu", "ông xã", "bạn trai"),
}
_SPOUSES = {tuple(form.split(" ")): gender for gender, forms in _CALLED.items() for form in forms}
_OTHER: dict[Gender, Gender] = {"female": "male", "male": "female"}
_LONGEST = max(map(len, _SPOUSES))
_JOINED = frozenset(("và", "cùng", "với"))


def tell_spouses(doc: Document, mentions: Sequence[Mention], of: Mapping[Span, Person]) -> None:
    """Note man and woman of those of whom nothing else tells it."""
    if not any(word in doc.text for word in ("vợ", "chồng", "xã", "bạn ", "hôn")):
        return
    for at, mention in enumerate(mentions):
        end = mention.first
        if mention.name is None or not end:
            continue
        words = doc.sentences[mention.sentence].words
        if words[end - 1] not in (",", "là"):
            continue  # chồng | Mai Hoa: her husband, or one of that name
        person = of.get(mention.span)
        if person is None:
            continue
        end -= 1
        start = next((end - n for n in range(_LONGEST, 0, -1) if words[max(end - n, 0) : end] in _SPOUSES), None)
        if start is None or start < 1:
            continue
        gender = _SPOUSES[words[start:end]]
        _note(person, gender)
        left = mentions[at - 1] if at else None
        if (
            left is not None
            and words[start - 1] in _JOINED
            and left.last == start - 1
            and left.sentence == mention.sentence
        ):
            other = of.get(left.span)
            if other is not None and other is not person:
                _note(other, _OTHER[gender])


def _note(person: Person, gender: Gender) -> None:
    if not person.genders:
        person.genders.add(gender)
