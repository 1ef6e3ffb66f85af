"""Persons: address, title, name and what is put beside the name."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotes.lexicon import Word
from quotes.mentions.bodies import body, pointed
from quotes.mentions.line import DASHES, FIELDS, HONORIFICS, PLACES, QUANTITIES, TITLES, Line, syllable
from quotes.mentions.names import foreign_name, name, place, vietnamese_name
from quotes.mentions.titles import Title, title

# Heads that need more than themselves: `người` alone is nobody, `người Đài Loan` is.
_WEAK = frozenset(
    ("người", "dân", "giới", "nhà", "phe", "khách", "lao động", "thành phần", "ý kiến", "tổ chức", "doanh nghiệp")
    + ("phụ trách", "quản lý", "phụ nữ", "nam giới", "chủ")
)
_RESIDENCE = frozenset("ở ngụ trú quê sống tại thôn xã phường huyện quận sn sinh hiện tỉnh xóm tổ".split())
_MEDALS = frozenset("nsnd nsưt nsut".split())


@dataclass(slots=True)
class Person:
    """What has been read of a person; offsets are tokens."""

    end: int
    honorific: str | None = None
    gender: str = ""
    head: Word | None = None
    name: tuple[int, int] | None = None
    roles: list[tuple[int, int]] = field(default_factory=list)
    plural: bool = False
    counted: bool = False
    definite: bool = False
    complete: bool = False


def person(line: Line, i: int) -> Person | None:
    """``ông Nguyễn Văn A, Giám đốc Sở Y tế``, ``một phụ huynh``, ``các chuyên gia Nga``, ``vị này``, ``Ông``."""
    found = Person(i)
    j = _quantity(line, i, found)
    j = _address(line, j, found)
    j = _titles(line, j, found)
    if found.honorific or found.head:
        named = name(line, j) if not found.definite or line.words[i] == "vị" else None
        if named is not None and not (found.plural and found.head is None):
            _named(line, j, named, found)
            return found
        later = _name_after_comma(line, j, found)
        if later is not None:
            _named(line, later[0], later[1], found)
            return found
    found.end = j
    return found if _stands(line, i, j, found) else None


def _quantity(line: Line, i: int, found: Person) -> int:
    quantity = QUANTITIES.longest(line.words, i) if line.words[i] in QUANTITIES.first else None
    if quantity is None:
        return i
    address = HONORIFICS.longest(line.words, i) if line.words[i] in HONORIFICS.first else None
    if address is not None and (address[1] > quantity[1] or (address[1] == quantity[1] and _ends(line, address[1]))):
        return i
    found.counted = quantity[0].form != "vị"
    found.definite = not found.counted
    found.plural = quantity[0].plural
    return quantity[1]


def _ends(line: Line, j: int) -> bool:
    """Whether a noun phrase is over at ``j``: a predicate, a mark or nothing follows."""
    return j >= line.n or (line.predicate(j) and not line.caps[j]) or not line.words[j][0].isalnum()


def _address(line: Line, j: int, found: Person) -> int:
    """``ông``, ``đồng chí``, ``GS.TS``: words before a name or title."""
    while j < line.n:
        w = line.words[j]
        if found.honorific is None and w in HONORIFICS.first:
            address = HONORIFICS.longest(line.words, j)
            if address is not None and not _is_title(line, j, address[1]):
                found.honorific = address[0].form
                found.gender = found.gender or address[0].gender
                found.plural = found.plural or address[0].plural
                j = address[1]
                if not address[0].before:
                    found.definite = True
                    break
                if (after := pointed(line, j)) > j:
                    found.definite = True
                    return after
                continue
        title_word = TITLES.longest(line.words, j) if w in TITLES.first else None
        if title_word is None or title_word[0].kind != "degree" or not line.caps[j]:
            break
        j = title_word[1]
        found.head = found.head or title_word[0]
        while line.word(j) in (".", ",", "-") and line.cap(j + 1) and j + 1 < line.n:
            j += 1
    return j


def _is_title(line: Line, j: int, end: int) -> bool:
    """Whether what looks like an address opens a longer title: ``cô giáo``, ``bà con``, ``anh trai``."""
    longer = TITLES.longest(line.words, j) if line.words[j] in TITLES.first else None
    return longer is not None and longer[1] > end and not any(line.caps[end : longer[1]])


def _titles(line: Line, j: int, found: Person) -> int:
    """Titles before a name: ``Phó bí thư Thành ủy, Chủ tịch UBND TP``."""
    while j < line.n:
        t = title(line, j)
        if t is None:
            break
        small = _over_small_words(line, t.end) if not t.definite else None
        if small is not None:
            t = t._replace(end=small, complete=True)
        _take(found, j, t)
        j = t.end
        if found.definite:
            break
        if line.word(j) in DASHES or line.word(j) == "," or line.word(j) == "kiêm":
            more = _leads_to_name(line, j + 1)
            if more:
                j += 1
                continue
        if found.head is not None and found.head.kind in ("rank", "degree") and line.word(j) in (",", "."):
            if line.word(j + 1) in TITLES.first and line.cap(j + 1) and _leads_to_name(line, j + 1):
                j += 1
                continue
        if line.word(j) in TITLES.first or line.word(j) in _MEDALS:
            continue
        break
    # Address may follow the title too: Bộ trưởng, bác sĩ; Chủ tịch ông A
    if found.honorific is None and line.word(j) in HONORIFICS.first and found.head is not None and not found.definite:
        address = HONORIFICS.longest(line.words, j)
        if address is not None and address[0].before and line.cap(address[1]) and not _is_title(line, j, address[1]):
            found.honorific, found.gender = address[0].form, address[0].gender or found.gender
            return address[1]
    return j


def _over_small_words(line: Line, j: int) -> int | None:
    """``nhà báo tự do | Phạm Đoan T.``, ``tài xế xe tải | Trần Văn A``: small words between a title and a Vietnamese name."""
    for k in range(j, min(j + 5, line.n)):
        if line.caps[k]:
            return k if k > j and vietnamese_name(line, k) and not place(line, k) else None
        if not line.words[k][0].isalnum() or line.predicate(k) or line.words[k] in HONORIFICS.first:
            return None
    return None


def _take(found: Person, start: int, t: Title) -> None:
    found.head = t.head if found.head is None or found.head.kind in ("degree", "rank") else found.head
    found.gender = found.gender or t.gender
    found.complete = found.complete or t.complete or t.prefixed
    found.definite = found.definite or t.definite
    if found.roles and start - found.roles[-1][1] <= 1:
        found.roles[-1] = (found.roles[-1][0], t.end)
    else:
        found.roles.append((start, t.end))


def _leads_to_name(line: Line, j: int) -> bool:
    """Whether a title at ``j`` runs on, over further titles, to a person's name."""
    for _ in range(4):
        t = title(line, j) if j < line.n else None
        if t is None:
            return False
        if name(line, t.end) is not None:
            return True
        if line.word(t.end) == "," and line.word(t.end + 1) in HONORIFICS.first and line.cap(t.end + 2):
            return True
        if line.word(t.end) not in (",", *DASHES):
            return False
        j = t.end + 1
    return False


def _name_after_comma(line: Line, j: int, found: Person) -> tuple[int, int] | None:
    """``Bí thư Tỉnh ủy, bà Bùi Thị B``, ``Giám đốc thể thao của Barca là Deco``: the name put beside a title."""
    if found.head is None or found.plural or found.definite or found.head.kind in ("degree", "rank", "people"):
        return None
    w = line.word(j)
    if w == "là" and found.complete and line.cap(j + 1):
        end = name(line, j + 1)
        return (j + 1, end) if end is not None and not place(line, j + 1) and not body(line, j + 1) else None
    if w not in (",", "-", "–", "(") or not (found.complete or found.head.kind == "office"):
        return None
    k = j + 1
    address = HONORIFICS.longest(line.words, k) if line.word(k) in HONORIFICS.first else None
    if address is not None and address[0].before and line.cap(address[1]):
        end = name(line, address[1])
        if end is not None and line.word(end) not in ("và",):
            found.honorific, found.gender = address[0].form, found.gender or address[0].gender
            return address[1], end
    if w == "(" or k >= line.n or not found.complete or not line.caps[k] or place(line, k) or body(line, k):
        return None
    end = vietnamese_name(line, k)
    if end is not None and (w != "," or line.word(end) not in (",", "và")):
        return k, end
    end = foreign_name(line, k)
    if end is not None and end - k >= 2 and not syllable(line.words[k]) and (line.predicate(end) or line.word(end) == ","):
        return k, end
    return None


def _named(line: Line, start: int, end: int, found: Person) -> None:
    """Note the name, and read on: brackets, ``của Đại học B``, appositions."""
    found.name = (start, end)
    if line.words[end - 1] == ".":
        found.name = (start, end - 1)
    found.end = end
    if found.plural and found.head is not None and found.head.kind == "people":
        return
    _beside(line, end, found)


def _beside(line: Line, j: int, found: Person) -> None:
    """Everything that is put beside the name, piece by piece; each must end where a predicate could begin."""
    for _ in range(6):
        w = line.word(j)
        if w == "(":
            after = _bracketed(line, j, found)
        elif w == "của" or w == "thuộc":
            after = _of(line, j, found)
        elif w == "," or w in DASHES:
            after = _apposed(line, j, found)
        else:
            after = None
        if after is None:
            return
        found.end = j = after


def _bracketed(line: Line, j: int, found: Person) -> int | None:
    """``(Giám đốc Công ty AIC)``, ``(45 tuổi, ở Hà Nội)``, ``(học sinh lớp 9A)``."""
    for k in range(j + 1, min(j + 40, line.n)):
        if line.words[k] == ")":
            break
    else:
        return None
    if k == j + 1:
        return None
    start = j + 1
    t = title(line, start, loose=True)
    while t is None and start < k:  # (27 tuổi, nhân viên văn phòng)
        start = next((c + 1 for c in range(start, k) if line.words[c] in (",", "-")), k)
        t = title(line, start, loose=True) if start < k else None
    if t is not None:
        found.head = found.head if found.head is not None and found.head.kind != "degree" else t.head
        found.gender = found.gender or t.gender
        found.roles.append((start, k))
    elif body(line, j + 1) is not None and found.roles:
        found.roles.append((j, k + 1))
    return k + 1


def _of(line: Line, j: int, found: Person) -> int | None:
    """``nhà phân tích Ken F. của Hãng B``: the body goes with the title before the name."""
    inner = body(line, j + 1) if j + 1 < line.n else None
    end = inner.end if inner is not None else place(line, j + 1) if j + 1 < line.n else None
    if end is None and found.head is not None and line.cap(j + 1) and line.word(j) == "của":
        end = name(line, j + 1)
    if end is None:
        return None
    if found.head is not None:
        found.roles.append((j, end))
    return end


def _apposed(line: Line, j: int, found: Person) -> int | None:
    """``, Giám đốc Sở Y tế``, ``- chủ quán trên đường A``, ``, 37 tuổi``, ``, trú tại xã B``."""
    k = j + 1
    if k >= line.n:
        return None
    if line.words[k].isdigit() and line.word(k + 1) == "tuổi":
        return k + 2
    if line.words[k] in ("đồng", "cũng", "hiện", "nay") and line.word(k + 1) in ("thời", "là"):
        k += 2 if line.word(k + 1) == "thời" and line.word(k + 2) != "là" else 3 if line.word(k + 1) == "thời" else 2
    if line.word(k) == "vốn":
        return None
    if line.word(k) == "người" and not line.cap(k) and line.words[j] == "," and line.predicate(k + 1):
        known = TITLES.longest(line.words, k)
        if known is None or known[1] == k + 1:
            return _clause(line, k)
    address = HONORIFICS.longest(line.words, k) if line.word(k) in HONORIFICS.first else None
    if address is not None and not _is_title(line, k, address[1]):
        return None
    if line.word(k) == "một":
        k += 3 if line.words[k : k + 3] in (("một", "trong", "những"), ("một", "trong", "các"), ("một", "trong", "số")) else 1
    t = title(line, k, loose=True) if k < line.n else None
    if t is not None and (t.complete or t.head.form not in _WEAK):
        return _apposed_title(line, j, k, t, found)
    if line.words[k] in _RESIDENCE:
        return _residence(line, k)
    return None


def _clause(line: Line, k: int) -> int | None:
    """``, người đề xuất cải tiến chữ viết,``: up to the comma that closes it."""
    for end in range(k + 2, min(k + 25, line.n)):
        if line.words[end] == ",":
            return end
    return None


def _apposed_title(line: Line, j: int, k: int, t: Title, found: Person) -> int | None:
    """An apposition is a title that no name of its own follows; ``ông A, Bộ trưởng Nguyễn Văn B`` is a list."""
    end = t.end
    if t.definite or (line.cap(end) and name(line, end) is not None and t.head.kind not in ("kin",)):
        return None
    if line.word(end) == "(":
        end = _close(line, end)
    end = _up_to_comma(line, end, line.words[j])
    found.head = t.head if found.head is None or found.head.kind in ("degree", "rank") else found.head
    found.gender = found.gender or t.gender
    if found.roles and found.name is not None and found.roles[-1][0] >= found.name[1] and k - found.roles[-1][1] <= 2:
        found.roles[-1] = (found.roles[-1][0], end)
    else:
        found.roles.append((k, end))
    return end


def _up_to_comma(line: Line, end: int, mark: str) -> int:
    """``, trưởng khoa gây mê | giảm đau ở Bệnh viện A, nói``: the rest of an apposition that its mark closes before a cue."""
    if end >= line.n or line.words[end] == "," or line.words[end] == mark or line.cue(end):
        return end
    for k in range(end, min(end + _APPOSITION, line.n)):
        if line.cue(k) or line.words[k] in _CLOSERS:
            return end
        if line.words[k] == mark:
            return k if any(line.cue(c) for c in range(k + 1, min(k + 4, line.n))) else end
    return end


_APPOSITION = 16
_CLOSERS = frozenset(".:;“”\"!?")


def _close(line: Line, j: int) -> int:
    for k in range(j + 1, min(j + 14, line.n)):
        if line.words[k] == ")":
            return k + 1
    return j


def _residence(line: Line, k: int) -> int | None:
    """``ở phố Đội Cấn, quận Ba Đình``: up to the last place before a predicate."""
    last, start = None, k + 1
    while k < line.n and (line.words[k] in _RESIDENCE or line.words[k] == "," or line.caps[k] or line.words[k][0].isdigit()):
        at = place(line, k)
        if at is not None:
            last = k = at
            continue
        if line.words[k] == "," and line.word(k + 1) not in _RESIDENCE and place(line, k + 1) is None:
            break
        k += 1
        if line.caps[k - 1] or line.words[k - 1][0].isdigit():
            last = k
    return last if last is not None and any(line.caps[start:last]) else None


def _stands(line: Line, i: int, j: int, found: Person) -> bool:
    """Whether a phrase with no name in it can be somebody: ``ông``, ``các chuyên gia``, ``vị này``; not ``một`` or ``GS``."""
    if j <= i:
        return False
    if found.head is not None:
        if found.head.kind == "degree":
            return False
        weak = found.head.form in _WEAK or found.head.kind == "kin" and " " not in found.head.form
        return not weak or found.complete or found.counted or found.definite
    if found.counted:
        return found.honorific is not None and found.definite
    if found.honorific is None:
        return False
    address = HONORIFICS.longest(line.words, i)
    return address is not None and address[0].pronoun and not _is_noun(line, i, j)


def _is_noun(line: Line, i: int, j: int) -> bool:
    """``Anh`` the country, ``em út``, ``cô dâu``: a pronoun's word that is something else here."""
    if line.caps[i] and i > 0 and line.words[i - 1] not in ('"', "“", "”", "'", ":", "-", "–", "(", ".", "…", "?", "!"):
        return line.words[i] in PLACES.first
    return False
