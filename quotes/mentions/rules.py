"""The rules of mentions, each for one kind of phrase, and at which words each is tried."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from quotes.lexicon import Trie, Word
from quotes.mentions.bare import OPENING_MARKS, bare_name, no_title
from quotes.mentions.bodies import body
from quotes.mentions.called import CALLED, called_at_head
from quotes.mentions.counted import several
from quotes.mentions.found import Person
from quotes.mentions.line import (
    BODIES,
    DOCUMENTS,
    FIELDS,
    HONORIFICS,
    MEDIA,
    PLACES,
    POINTING,
    QUANTITIES,
    TITLES,
    Line,
)
from quotes.mentions.made import mention
from quotes.mentions.names import named_like_place, place, vietnamese_name
from quotes.mentions.papers import document_of, medium
from quotes.mentions.persons import person
from quotes.mentions.rows import row
from quotes.mentions.titles import KIN_OF
from quotes.model import Mention, MentionForm, SpeakerKind

Rule = Callable[[Line, int], Mention | None]


def address_title_name(line: Line, i: int) -> Mention | None:
    """``ông Nguyễn Văn A, Giám đốc Sở Y tế``, ``các chuyên gia Nga``, ``vị này``."""
    p = person(line, i)
    if p is None:
        return None
    if p.plural and p.counted and p.name is None and p.head is not None and not p.definite:
        p.end = row(line, i, p.end)
    several_people = _several(p)
    return Mention(
        line.span(i, p.end),
        line.sentence.index,
        i,
        p.end,
        _form(p),
        "group" if several_people else "person",
        line.span(*p.name) if p.name else None,
        tuple([line.span(*r) for r in p.roles]),
        p.honorific,
        p.head.form if p.head else None,
        p.gender,
        p.definite or (p.head is None and p.name is None),
        several_people,
    )


def _several(p: Person) -> bool:
    """Whether several people are meant: ``các chuyên gia``, ``cư dân``; not ``một cư dân``."""
    return p.plural or (p.head is not None and p.head.plural and p.name is None and not p.counted)


def _form(p: Person) -> MentionForm:
    if p.name:
        return "name"
    if p.head is None:
        return "pronoun"
    return "description" if p.counted or p.head.kind in ("people", "kin", "status", "profession") else "title"


def counted_people(line: Line, i: int) -> Mention | None:
    """``một phụ huynh``, ``các chuyên gia Nga``: a quantity before a title or address."""
    quantity = QUANTITIES.longest(line.words, i)
    word = line.words[quantity[1]] if quantity is not None else ""
    person_follows = word in TITLES.first or word in HONORIFICS.first or line.words[i : i + 2] == ("một", "người")
    return address_title_name(line, i) if person_follows else None


def body_phrase(line: Line, i: int) -> Mention | None:
    """``Sở Y tế Hà Nội``, ``Nhà Trắng``, ``cơ quan này``."""
    b = body(line, i)
    if line.words[i] == "phía" and (side := _side(line, i, b.end if b is not None else i)) is not None:
        return side
    if b is None or line.longer_title(i):
        return None
    if b.word.form == "nhóm" and (people := counted_people(line, i)) is not None:
        return people  # nhóm | cổ động viên Hải Hà
    if b.word.form in _MEN_OF and vietnamese_name(line, b.end):
        return None  # công an Trần Văn A: a man of the police
    if b.word.form == "tờ báo" and line.words[b.end] in OPENING_MARKS:
        return None  # tờ báo “Sao Mai”
    kind: SpeakerKind = "group" if b.word.kind == "group" else "organization"
    if b.definite and (line.words[i] in _PAPERS or line.words[i : i + 2] == ("hãng", "tin")):
        kind = "media"  # tờ này dẫn lời ông Nam
    return mention(line, i, b.end, "body", kind, None, b.word.form, b.definite)


_PAPERS = frozenset(("tờ", "báo", "nhật", "tạp", "đài", "trang", "kênh"))


def _side(line: Line, i: int, end: int) -> Mention | None:
    """``phía | luật sư của bà Mai``, ``phía | gia đình nạn nhân``: those on somebody's side; not ``về phía ông An``."""
    heads = i == 0 or not line.words[i - 1][0].isalnum() or line.words[i - 1] in _HEADS_CLAUSE
    p = person(line, i + 1) if heads else None
    named = p is not None and p.name is not None and "," in line.words[i : p.name[0]]
    if p is None or named or p.end <= end or not (line.cue(p.end) or line.predicate(p.end) or line.words[p.end] == ","):
        return None
    return mention(line, i, p.end, "description", "group", None, "phía", p.definite, True)


_HEADS_CLAUSE = frozenset("theo và còn nhưng song khi mà rằng thì".split())
_MEN_OF = frozenset(("công an", "cảnh sát", "biên phòng", "hải quan"))


def counted_bodies(line: Line, i: int) -> Mention | None:
    """``nhiều ngân hàng``, ``các địa phương như A, B và C``, ``một công ty bảo hiểm``: a quantity before a body."""
    found = several(line, i)
    if found is None:
        return None
    end, quantity, word = found
    if not quantity.plural:
        return mention(line, i, end, "body", "organization", None, word.form if word is not None else None)
    definite = line.words[end - 1] in POINTING
    end = end if definite else row(line, i, end)
    return mention(line, i, end, "description", "group", None, word.form if word is not None else None, definite, True)


def country(line: Line, i: int) -> Mention | None:
    """``Nga``, ``Moscow``; ``Hà Nội`` where a government is meant is told by what it does, not here."""
    if not line.caps[i] or (i > 0 and no_title(line, i - 1)) or named_like_place(line, i):
        return None
    found = PLACES.longest(line.words, i)
    if found is None or found[0].kind not in ("country", "capital"):
        return None
    if found[0].form == "anh" and line.caps[i + 1] and not line.words[i - 1][:1].isalnum() and not place(line, i + 1):
        return None  # “…”, Anh M.T chia sẻ
    opens = i == 0 or line.words[i - 1] in OPENING_MARKS
    for trie in (TITLES, BODIES, MEDIA, DOCUMENTS, FIELDS, HONORIFICS):
        other = trie.longest(line.words, i)
        if other is not None and (other[1] > found[1] or (other[1] == found[1] and trie is HONORIFICS and opens)):
            return None  # Ý kiến, Pháp luật; Anh at the head of a sentence
    return mention(line, i, found[1], "body", "country", None, found[0].form)


# The algorithm: what is tried at a token, in this order, and the words at which it is.
RULES: tuple[tuple[Rule, tuple[Trie[Word], ...]], ...] = (
    (country, (PLACES,)),
    (medium, (MEDIA,)),
    (body_phrase, (BODIES,)),
    (document_of, (DOCUMENTS,)),
    (address_title_name, (HONORIFICS, TITLES, KIN_OF)),
    (called_at_head, (CALLED,)),
    (counted_bodies, (QUANTITIES,)),
    (counted_people, (QUANTITIES,)),
    (bare_name, ()),
)

_BARE = 1 << (len(RULES) - 1)


def _starts() -> Trie[int]:
    """The phrases of all rules, each with the rules, as bits, that it or its beginning belongs to."""
    bits: dict[tuple[str, ...], int] = {}
    for bit, (_, tries) in enumerate(RULES):
        for phrase in itertools.chain(*(trie.phrases for trie in tries)):
            bits[phrase] = bits.get(phrase, 0) | 1 << bit
    for phrase in sorted(bits, key=len):
        for n in range(1, len(phrase)):
            bits[phrase] |= bits.get(phrase[:n], 0)
    return Trie(bits)


STARTS = _starts()


# What is tried where, by these bits.
_RULES_OF: tuple[tuple[Rule, ...], ...] = tuple(
    [tuple([rule for bit, (rule, _) in enumerate(RULES) if bits >> bit & 1]) for bits in range(1 << len(RULES))]
)

_ONLY_BARE = _RULES_OF[_BARE]


def rules_at(line: Line, i: int) -> tuple[Rule, ...]:
    """The rules that are tried at a token: those one of whose phrases begins there."""
    first = STARTS.first.get(line.words[i])
    if first is None or (first.alone is None and line.words[i + 1] not in first.seconds):
        return _ONLY_BARE if line.caps[i] else ()
    begun = STARTS.longest(line.words, i)
    return _RULES_OF[(begun[0] if begun is not None else 0) | (_BARE if line.caps[i] else 0)]
