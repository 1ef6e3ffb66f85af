"""Affiliation: the body or country inside a role, and where it ends."""

from __future__ import annotations

from functools import lru_cache

from quotes.lexicon import TOKEN, Word, fold, word_group
from quotes.lexicon import words as word_list
from quotes.speakers.roles import body_at


@lru_cache(maxsize=4096)
def affiliation(text: str) -> str | None:
    """The body or country inside a role.

    >>> affiliation("Ngoại trưởng Nga"), affiliation("Giám đốc Sở Y tế TP.HCM"), affiliation("Trưởng khoa Nhi")
    ('Nga', 'Sở Y tế TP.HCM', 'khoa Nhi')
    """
    tokens = [(fold(m.group()), m.start(), m.end()) for m in TOKEN.finditer(text)]
    words = tuple(t[0] for t in tokens)
    titles, places = word_list("titles"), word_list("places")
    head: Word | None = None
    i = 0
    while i < len(words):
        title = titles.longest(words, i)
        found = body_at(words, i) if words[i - 1 : i + 1] not in _COMPOUNDS else None
        if found is not None and found[0].shape == "none":
            i = found[1]  # kế toán của tòa nhà
            continue
        if found is not None and (title is None or found[1] >= title[1]):
            return _until_next_title(text, tokens, i)
        capital = text[tokens[i][1]].isupper()
        at = places.longest(words, i)
        if head is not None and head.kind == "kin" and words[i - 1] != "người":
            at = None  # vợ của Phạm Nhật An
        if at is not None and not capital and at[0].kind != "type" and i:
            capital = any(text[t[1]].isupper() for t in tokens[i : at[1]])  # vùng Vịnh
        if at is not None and capital and at[0].kind != "type" and at[0].form not in _NOWHERE and i:
            of = next((j + 1 for j in range(at[1], len(words) - 1) if words[j] == "của"), None)
            if of is not None and (body_at(words, of) is not None or text[tokens[of][1] : tokens[of][2]].isupper()):
                return _until_next_title(text, tokens, of)  # giám đốc châu Á của HRW
            return text[tokens[i][1] : tokens[at[1] - 1][2]]
        if title is not None and words[i] == "người" and i + 1 < len(words) and text[tokens[i + 1][1]].isupper():
            title = None  # người Anh
        if title is not None:
            inside = next((k for k in range(i + 1, title[1]) if _reaches(words, k, title[1])), None)
            if inside is not None and (title[1] < len(words) or title[1] - inside > 1):
                return _until_next_title(text, tokens, inside)
            head = head if head is not None or title[0].kind == "prefix" else title[0]
        elif capital and at is None and head is not None and head.kind != "kin":
            field = word_list("fields").longest(words, i)
            if field is None and (words[i - 1] in _OF or (head.kind == "office" and head.official != "yes")):
                return _capitals(text, tokens, i)
            i = field[1] - 1 if field is not None else i
        i = title[1] if title is not None else i + 1
    return None


_COMPOUNDS = word_group("compounds", "second syllables")
_NOWHERE = frozenset(("quốc tế", "thế giới", "toàn cầu", "địa phương", "quốc gia", "nhà nước"))
_OF = frozenset(("của", "tại", "từ"))


def _reaches(words: tuple[str, ...], k: int, end: int) -> bool:
    """Whether a title holds a body at ``k`` that ends with it: ``trưởng | khoa``, ``chánh | văn phòng``."""
    found = word_list("bodies").longest(words, k) if words[k - 1 : k + 1] not in _COMPOUNDS else None
    return found is not None and found[1] >= end and found[0].shape == "head"


def _capitals(text: str, tokens: list[tuple[str, int, int]], i: int) -> str | None:
    """``đại diện | Hoa Mai Foods``: a name that no list knows, as far as its capitals go; not ``Trang | sức``."""
    j = i + 1
    while j < len(tokens) and text[tokens[j][1]].isupper():
        j += 1
    alone = j == i + 1 and j < len(tokens) and text[tokens[j][1]].islower()
    if alone and not text[tokens[i][1] : tokens[i][2]].isupper():
        return None
    return text[tokens[i][1] : tokens[j - 1][2]]


def _until_next_title(text: str, tokens: list[tuple[str, int, int]], i: int) -> str:
    words = tuple(t[0] for t in tokens)
    titles, end = word_list("titles"), len(words)
    for j in range(i + 1, len(words)):
        parted = words[j] in _PARTING and j + 1 < len(words)
        after = titles.longest(words, j + 1) if parted else None
        if after is not None and after[0].kind in _POSTS:
            end = j
            break
        if words[j] in ("“", '"') or (words[j] == "người" and text[tokens[j][1]] == "n"):
            end = j
            break
    found = text[tokens[i][1] : tokens[end - 1][2]].rstrip(" ,;.-–")
    return found[: found.index(")")] if found.count(")") > found.count("(") else found


_PARTING = frozenset((",", ";", "-", "–", "kiêm"))
_POSTS = frozenset(("office", "profession", "rank", "degree", "prefix"))
