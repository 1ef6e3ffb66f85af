"""Roles: what an office says of its bearer, and whether it is a public one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from quotes.lexicon import Word, keys, synonyms
from quotes.lexicon import words as word_list
from quotes.model import Document, Mention, Span

_FORMER = frozenset("nguyên cựu cố".split())
_IDLE = frozenset(
    "nguyên cựu cố tân quyền nữ nam vị đương kim các một những ông bà của tại thuộc ở là đồng thời và kiêm".split()
)

_OF_WHOM = frozenset("của thuộc từ tại ở".split())

# Titles of honour stand before a name as degrees do; what somebody is says more.
HONOURS = frozenset(("nsnd", "nsưt", "nsut", "nghệ sĩ ưu tú", "nghệ sĩ nhân dân", "nghệ nhân ưu tú", "nhà giáo ưu tú"))

DEGREES = frozenset(("giáo sư", "phó giáo sư", "tiến sĩ", "tiến sỹ", "thạc sĩ", "thạc sỹ", "phó giáo sư, tiến sĩ"))


@dataclass(slots=True, unsafe_hash=True)  # never changed, and not frozen for the reason that quotes.model.found gives
class Role:
    """A phrase that tells what somebody is, as it stands, and what can be read off it."""

    span: Span
    text: str
    head: Word | None
    rank: str
    rest: frozenset[str]
    former: bool
    after_name: bool


def read_role(doc: Document, span: Span, mention: Mention) -> Role:
    """Read a role phrase: its head, its rank with prefix (``phó chủ tịch``), and the other words of it."""
    text = doc.text[span.start : span.end]
    return _read(span, text, mention.name is not None and span.start > mention.name.start)


def head_word(mention: Mention) -> Word | None:
    """The title that heads a mention, as the lexicon has it."""
    return word_list("titles").phrases.get(keys(mention.head or ""))


def _read(span: Span, text: str, after_name: bool) -> Role:
    return Role(span, text, *_parts(text), after_name)


def in_full(words: tuple[str, ...]) -> tuple[str, ...]:
    """Short forms written out, other names by the usual one: ``UBND`` as ``ủy ban nhân dân``."""
    same = synonyms()
    if same.first.keys().isdisjoint(words):
        return words
    out: list[str] = []
    i = 0
    while i < len(words):
        found = same.longest(words, i)
        out += found[0] if found is not None else (words[i],)
        i = found[1] if found is not None else i + 1
    return tuple(out)


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[Word | None, str, frozenset[str], bool]:
    """What can be read off a role phrase: its head, its rank, its other words, and whether it is a former one."""
    words = in_full(_apart(keys(text)))
    titles = word_list("titles")
    if words and words[0] in _OF_WHOM:  # chị gái Lê An | của siêu sao B
        return None, "", frozenset(w for w in words if w[0].isalnum() and w not in _IDLE), False
    i, former, prefix = 0, False, []
    head: Word | None = None
    while i < len(words):
        found = titles.longest(words, i)
        if found is None:
            if head is None and i < 4:
                i += 1
                continue
            break
        former = former or (found[0].kind == "prefix" and bool(_FORMER & set(words[i : found[1]])))
        if found[0].kind != "prefix":
            head, i = _of_either_sex(words, i) or found
            break
        prefix += [w for w in words[i : found[1]] if w not in _IDLE]
        i = found[1]
    i = i if head is not None or former or prefix else 0  # (đoàn Hà Nội)
    rest = frozenset(w for w in words[i:] if w[0].isalnum() and w not in _IDLE)
    form = head.form if head is not None else ""
    if form == "bộ trưởng" and {"ngoại", "giao"} <= rest:
        form, rest = "ngoại trưởng", rest - {"bộ", "ngoại", "giao"}
    rank = " ".join((*prefix, form))
    return head, rank, rest, former


def _apart(words: tuple[str, ...]) -> tuple[str, ...]:
    """``TP.Hà | Nội``, ``Q.Tân | Bình``: a short form that is written together with a place, by itself."""
    if not any("." in w for w in words):
        return words
    same = synonyms().phrases
    split = ((w,) if (w,) in same else _WITH_PLACE.split(w) for w in words)
    return tuple(part for parts in split for part in parts if part)


_WITH_PLACE = re.compile(r"^(tp|tx|tt|q|h)\.(?=[^\W\d]{2})")


def _of_either_sex(words: tuple[str, ...], i: int) -> tuple[Word, int] | None:
    """``nam ca sĩ`` is a ``ca sĩ``; ``nữ hoàng`` is no ``hoàng``."""
    return word_list("titles").longest(words, i + 1) if words[i] in ("nam", "nữ") else None


@lru_cache(maxsize=4096)
def phrase_role(text: str) -> Role:
    """A role phrase that stands by itself.

    >>> phrase_role("Phó Chủ tịch UBND tỉnh").rank
    'phó chủ tịch'
    """
    return _read(Span(0, len(text)), text, False)


def offices(role: Role) -> tuple[Role, ...]:
    """The offices that one phrase names; what stands after one tells of it too: ``Bí thư, Chủ tịch HĐND tỉnh A``.

    >>> [o.rank for o in offices(phrase_role("Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh"))]
    ['bí thư', 'chủ tịch']
    """
    pieces = _pieces(role.text)
    if len(pieces) == 1:
        return (role,)
    found: list[Role] = []
    rest: frozenset[str] = frozenset()
    for text in reversed(pieces):
        one = phrase_role(text)
        rest |= one.rest
        found.insert(0, replace(one, span=role.span, after_name=role.after_name, rest=rest))
    return tuple(found)


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[str, ...]:
    parts = [t for t in _BETWEEN_OFFICES.split(text) if t] or [text]
    cut = [0, *(n for n in range(1, len(parts)) if _opens_office(parts[n])), len(parts)]
    return tuple(", ".join(parts[i:j]) for i, j in pairwise(cut))


_BETWEEN_OFFICES = re.compile(r"\s*[,;]\s+|\s+[-–]\s+|\s+(?:kiêm|đồng thời là)\s+")


def _opens_office(text: str) -> bool:
    """``Chủ tịch HĐND tỉnh``, ``nguyên Giám đốc Sở``; not ``Thể thao và Du lịch``."""
    words, titles = in_full(keys(text)), word_list("titles")
    i = 0
    while (found := titles.longest(words, i)) is not None and found[0].kind == "prefix":
        i = found[1]
    return found is not None and found[0].kind in ("office", "profession", "rank", "degree")


def _all_words(role: Role) -> frozenset[str]:
    return role.rest.union(role.head.form.split() if role.head is not None else ())


def official(groups: Iterable[Sequence[Role]]) -> tuple[bool, str]:
    """Whether any role is a public office that is still held, and the words that say so; a group for each mention."""
    groups = list(groups)
    over = [_all_words(r) for roles in groups for r in roles if r.former and r.rest]
    for roles in groups:
        for role in roles:
            if role.head is None or role.former or any(_all_words(role) <= gone for gone in over):
                continue
            text = role.text if role.head.official == "yes" else " ".join(r.text for r in roles)
            if role.head.official == "yes" and role.head.form in _BY_BODY and _of_private(text):
                continue
            if role.head.official == "yes" or (role.head.official == "body" and _public(role.head, text)):
                return True, f"public office: {text}"
    return False, ""


# Posts of the state, and of clubs and leagues: `Tổng thư ký | Liên đoàn Bóng đá`, `cán bộ | ngân hàng`.
_BY_BODY = frozenset(
    ("tổng thư ký", "cán bộ", "quan chức", "quan chức cấp cao", "ủy viên", "thành viên", "nhà quản lý")
)


def _of_private(text: str) -> bool:
    word = body_word(text)
    return word is not None and not word.official


def _public(head: Word, text: str) -> bool:
    """Whether a post that any body could have lies in a public one; who founds a body holds no public office."""
    if "sáng lập" in head.form:
        return False
    word = body_word(text)
    if word is not None:
        return bool(word.official)
    if head.form in _SPEAKS_FOR_STATE and (len(keys(text)) == len(head.form.split()) or _of_officer(text)):
        return True
    return head.form in _OF_PLACE and bool(places_in(text) if head.form in _OF_REGION else _states_in(text))


def _of_officer(text: str) -> bool:
    """``người phát ngôn | của Tổng thống``."""
    words, titles = keys(text), word_list("titles")
    found = (titles.longest(words, i + 1) for i, w in enumerate(words) if w == "của")
    return any(f is not None and f[0].kind == "office" and f[0].official == "yes" for f in found)


# Who can be of a part of the world; `Chủ tịch Yokohama` is of a club.
_OF_REGION = frozenset(("lãnh đạo", "người đứng đầu", "quan chức", "người đồng cấp"))
_SPEAKS_FOR_STATE = frozenset(("người phát ngôn", "phát ngôn viên", "nữ phát ngôn viên"))
_OF_PLACE = frozenset(
    (
        "chủ tịch",
        "lãnh đạo",
        "đại diện",
        "quan chức",
        "người phát ngôn",
        "phát ngôn viên",
        "nữ phát ngôn viên",
        "phó chủ tịch",
        "người đứng đầu",
        "cố vấn",
        "người đồng cấp",
        "thường trực",
    )
)


def body_word(text: str) -> Word | None:
    """The body that a phrase names first, after its head: ``Giám đốc | Sở Y tế``."""
    words, titles = keys(text), word_list("titles")
    i = 0
    while i < len(words):
        title = titles.longest(words, i)
        found = body_at(words, i)
        if found is not None and (title is None or found[1] >= title[1]):
            word = found[0]
            outer = _body_after(words, found[1])
            if outer is not None and (word.form in _INSIDE_ANOTHER or (word.form == "trung tâm" and _state(outer))):
                return outer
            return word
        if title is not None:
            over = next((k for k in range(i + 1, title[1]) if _runs_over(words, k, title[1])), None)
            i = over if over is not None else title[1]
        else:
            field = word_list("fields").longest(words, i)
            i = field[1] if field is not None else i + 1  # môi trường is no trường
    return None


def _runs_over(words: tuple[str, ...], k: int, end: int) -> bool:
    """Whether a body begins in a title and goes on after it: ``Trưởng | ban Trị sự``."""
    found = body_at(words, k)
    return found is not None and found[1] > end


@lru_cache(maxsize=4096)
def public_body(text: str) -> bool:
    """Whether a body speaks for the public; ``phía`` does for a country or for what is no name.

    >>> public_body("Sở Y tế Nghệ An"), public_body("phía Nga"), public_body("phía Hoa Mai")
    (True, True, False)
    """
    word = body_word(text)
    if word is not None and word.form == "phía":
        return bool(places_in(text)) or text[1:].islower()
    return bool(word and word.official)


# Offices that are public or not as the body is in which they lie: Văn phòng Bộ Y tế, văn phòng Công ty A; phía công an.
_INSIDE_ANOTHER = frozenset(("văn phòng", "phía", "phòng", "ban", "đội", "tổ", "hội đồng"))


def _state(word: Word) -> bool:
    """A ministry or department, not a district: Trung tâm Dự báo thuộc `Bộ` Thủy lợi, Trung tâm Thể thao `huyện` A."""
    return bool(word.official) and word.group.startswith("state, ")


def body_at(words: tuple[str, ...], i: int) -> tuple[Word, int] | None:
    """The body that begins at a word, unless a field of work does: `khoa học` is no `khoa`."""
    found, field = word_list("bodies").longest(words, i), word_list("fields").longest(words, i)
    return found if found is not None and (field is None or field[1] <= found[1] or field[1] == i + 1) else None


def _body_after(words: tuple[str, ...], i: int) -> Word | None:
    found = next((f for f in (body_at(words, j) for j in range(i, len(words))) if f is not None and f[0].shape), None)
    return found[0] if found is not None else None


@lru_cache(maxsize=4096)
def places_in(text: str) -> frozenset[str]:
    """The countries and places that a phrase names."""
    words, places = keys(text), word_list("places")
    found = (places.longest(words, i) for i in range(len(words)))
    return frozenset(f[0].form for f in found if f is not None and f[0].kind != "type")


@lru_cache(maxsize=4096)
def _states_in(text: str) -> frozenset[str]:
    """The countries, capitals and places of Vietnam that a phrase names."""
    places = word_list("places").phrases
    return frozenset(f for f in places_in(text) if places[keys(f)].group != "regions")
