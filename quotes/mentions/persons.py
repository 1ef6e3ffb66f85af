"""Persons: address, title, name and what is put beside the name."""

from __future__ import annotations

from dataclasses import replace

from quotes.lexicon import ARTS, FAME, Word
from quotes.mentions.bearers import DEGREES
from quotes.mentions.beside import beside
from quotes.mentions.bodies import glued
from quotes.mentions.counted import such_as
from quotes.mentions.found import WITH, Person, asks, of_another, spoken_of
from quotes.mentions.goes_with import aged, of_age
from quotes.mentions.later import (
    leads,
    name_after_comma,
    name_behind_firm,
    name_behind_owner,
    name_of_kin,
    name_shut_in,
    of_work,
)
from quotes.mentions.line import BODIES, DASHES, HONORIFICS, OVER, QUANTITIES, TITLES, Line, syllable
from quotes.mentions.names import common_word, foreign_name, name, place, vietnamese_name
from quotes.mentions.owned import name_beside, of_another_name, owner_before
from quotes.mentions.pointing import pointed
from quotes.mentions.reach import reach
from quotes.mentions.stands import ends_at, stands
from quotes.mentions.titles import Title, opens_title, title
from quotes.mentions.whole import located, predicated, whole

_SAID_TO_BE = frozenset("ông bà anh chị cô hiện đang từng hắn".split())
_MEDALS = frozenset("nsnd nsưt nsut".split())


def person(line: Line, i: int) -> Person | None:
    """``ông Nguyễn Văn A, Giám đốc Sở Y tế``, ``một phụ huynh``, ``các chuyên gia Nga``, ``vị này``, ``Ông``."""
    found = Person(i, i)
    j = _quantity(line, i, found) if line.words[i] in QUANTITIES.first else i
    j = _address(line, j, found)
    j = _titles(line, j, found)
    if found.head is not None and found.head.form in _DOES and line.words[i - 1] in _TO_DO and found.start == i > 0:
        return None  # để | bảo vệ Mai An
    if line.words[i] == "bầu" and HONORIFICS.longest(line.words, i + 1):
        return None  # Quốc hội | bầu ông An làm …
    if j == i:
        return None
    if (at := aged(line, j)) > j and found.roles and line.caps[at] and not found.definite:
        j = at  # nữ ca sĩ 30 tuổi | Mary Evans
    if found.honorific or found.head:
        named = name(line, j) if not found.definite or line.words[i] == "vị" else None
        if named is not None and found.honorific is None and common_word(line, j, named):
            named = None
        if named == j + 1 and found.roles and found.honorific is None and of_work(line, j, found):
            found.end_role(named)  # nam diễn viên phim | Tấm
            j, named = named, None
        firm = named is not None and found.head is not None and leads(found.head)
        said = line.words[i - 1] == "là" and line.words[i - 2] in _SAID_TO_BE
        if firm and named is not None and said and vietnamese_name(line, j) is None and found.honorific is None:
            found.end_role(named)  # bà là | giám đốc Blue Works
            found.end = named
            return found
        if firm and named is not None and (behind := name_behind_firm(line, named, j, found)) is not None:
            found.end_role(named)
            _named(line, behind[0], behind[1], found)
            return found
        if named is not None and (behind := name_of_kin(line, j, named, found)) is not None:
            _named(line, behind[0], behind[1], found)
            return found
        if named is not None and (behind_owner := name_behind_owner(line, j, named, found)) is not None:
            found.end_role(behind_owner)
            j = behind_owner
        if named is not None and found.honorific is None and found.roles and of_another_name(line, j, named, found):
            found.end_role(named)
            found.end = named
            return found
        if named is not None and not (found.plural and found.head is None):
            _named(line, j, named, found)
            return found
        later = name_after_comma(line, j, found) or name_shut_in(line, j, found)
        if later is not None:
            _named(line, later[0], later[1], found)
            return found
    j = predicated(line, i, j, found)
    end = whole(line, j, found) if found.head is not None and not found.definite else j
    found.complete = found.complete or end > j
    if end > j and line.words[end] == "," and (later := name_after_comma(line, end, found)) is not None:
        _named(line, later[0], later[1], found)  # Giám đốc công ty này, | ông Lê Nam
        return found
    if not stands(line, i, j, found):
        return None
    j = located(line, end, found) if end >= j and not found.definite else j
    young = found.honorific in _YOUNG  # cô nàng | sinh năm 1999
    j = of_age(line, j) if young or (found.head is not None and found.head.kind != "office") else j
    if found.plural and found.head is not None:
        j = such_as(line, j)
    found.end = j = _reach(line, i, j, found) if found.head is not None and not found.definite else j
    called = line.words[j] == "tên" and line.caps[j + 1] and found.head is not None and not found.plural
    if called and (last := name(line, j + 1)) is not None:
        _named(line, j + 1, last, found)  # một cư dân trong xóm | tên Lê An
    return found


# Titles that are verbs too, and the words behind which they are; `bị bảo vệ Lê An đuổi` has the man.
_DOES = frozenset(("bảo vệ", "quản lý", "chỉ huy", "lãnh đạo", "đại diện", "giám sát", "cố vấn", "giúp việc"))
_TO_DO = frozenset("để sẽ phải cần nên muốn nhằm cách không chưa luôn từng đang đã vẫn tiếp hãy quyết sức giúp".split())


def _reach(line: Line, i: int, j: int, found: Person) -> int:
    """``nhân viên | trực tổng đài``, ``một số chủ vườn | hoa lan rừng``: where a description with no name ends."""
    assert found.head is not None
    known = not found.counted and not found.head.plural
    if (end := pointed(line, j)) > j:
        found.definite = True  # danh thủ 39 tuổi | này
        return end
    if known and found.head.group in _KNOWN:
        return j
    end = reach(line, i, j, not known or found.head.group in _AT_WORK)
    found.extend_role(j, end)
    return end


# Who is mostly somebody named elsewhere, and whose are the words that say how he speaks: nữ ca sĩ | ngầm tiết lộ.
_KNOWN = FAME | {"before the law", "press"}
_AT_WORK = frozenset(("work", "posts in any body", "business", "civil servants", "owners"))


_YOUNG = frozenset(("cô nàng", "anh chàng"))


def _quantity(line: Line, i: int, found: Person) -> int:
    quantity = QUANTITIES.longest(line.words, i)
    if quantity is None:
        return i
    whole = TITLES.longest(line.words, i)
    if whole is not None and whole[1] > quantity[1]:
        return i  # ba mẹ, vị tướng
    address = HONORIFICS.longest(line.words, i)
    people = TITLES.longest(line.words, quantity[1])
    if people is not None and address is not None and people[1] > address[1] > quantity[1]:
        address = None  # hai | người bạn của Harry
    if address is not None and (address[1] > quantity[1] or (address[1] == quantity[1] and ends_at(line, address[1]))):
        return i
    inside = quantity[1] - 1
    longer = TITLES.longest(line.words, inside) if inside > i else None
    if longer is not None and longer[1] > quantity[1]:
        quantity = (quantity[0], inside)  # một | người mua hàng
    found.counted = quantity[0].form != "vị"
    found.definite = not found.counted
    found.plural = quantity[0].plural
    return quantity[1]


def _address(line: Line, j: int, found: Person) -> int:
    """``ông``, ``đồng chí``, ``GS.TS``: words before a name or title."""
    while j < line.n:
        w = line.words[j]
        if found.honorific is None and w in HONORIFICS.first:
            address = HONORIFICS.longest(line.words, j)
            none = address is not None and not (address[0].before or address[0].pronoun)
            if address is not None and none and line.words[address[1]] in TITLES.first:
                break  # thầy trò | HLV Lê Văn An
            if address is not None and not opens_title(line, j, address[1]):
                found.note_address(address[0])
                found.plural = found.plural or address[0].plural
                j = address[1]
                if not address[0].before:
                    found.definite = True
                    break
                if (after := pointed(line, j)) > j:
                    found.definite = True
                    return after
                continue
        one = _degree(line, j)
        if one is None:
            break
        found.head = found.head or one[0]
        j = one[1]
    return j


def _titles(line: Line, j: int, found: Person) -> int:
    """Titles before a name: ``Phó bí thư Thành ủy, Chủ tịch UBND TP``."""
    first = j
    while j < line.n:
        j = _degrees(line, j) if found.head is not None else j
        t = title(line, j)
        if t is None:
            if j == first and found.head is not None:
                j = _over_small_words(line, j) or j  # ThS tâm lý | Lê Văn An
            break
        if found.head is not None and t.head.form in DEGREES and name(line, t.end) is not None:
            return t.end  # Chủ tịch Hội Tim mạch, Tiến sĩ | Lê An
        small = _over_small_words(line, t.end, t.head) if not (t.definite or line.words[t.end] in OVER) else None
        if small is not None:
            t = replace(t, end=small, complete=True)
        beside_it = _beside_owner(line, t, found)
        if beside_it is not None:
            t = replace(t, end=beside_it[0], complete=True, definite=False)
        _take(found, j + (line.words[j] == "kiêm" and not found.roles), t)
        j = t.end
        if beside_it is not None:
            return beside_it[1]
        if found.definite:
            break
        joins = line.words[j] in DASHES or line.words[j] in (",", "kiêm")
        sided = line.words[found.start - 1] == "phía"  # Về phía chủ nhà Hải Hòa, | Chủ tịch xã Lê Văn An
        others = line.words[j] == "," and (asks(line, first, j) or of_another(line, found.start))
        others = others or (line.words[j] == "," and spoken_of(line, found.start) and not _in_office(line, j + 1))
        one = joins and not (found.plural or sided or others) and _one_bearer(line, j + 1, found)
        if one and (_leads_to_name(line, j + 1) or _party_and_state(line, j + 1, found)):
            j += 1
            continue
        if line.words[j] == "và" and t.head.form in _MADE and _runs_it(line, j + 1):
            j += 1
            continue
        ranked = found.head is not None and found.head.kind in ("rank", "degree") and line.words[j] == "."
        if ranked and line.caps[j + 1] and _leads_to_name(line, j + 1):
            j += 1
            continue
        if (line.words[j] in TITLES.first or line.words[j] in _MEDALS) and not glued(line, j):
            continue
        break
    # Address may follow the title too: Bộ trưởng, bác sĩ; Chủ tịch ông A; but luật sư Ông Ích Nam
    surname = line.caps[j] and line.words[j] == "ông"
    titled = found.head is not None and not found.definite and not surname
    if found.honorific is None and line.words[j] in HONORIFICS.first and titled:
        address = line.address(j)
        if address is not None and not opens_title(line, j, address[1]):
            found.honorific, found.gender = address[0].form, address[0].gender or found.gender
            return address[1]
    return j


_MADE = frozenset(
    ("chủ tịch", "nhà sáng lập", "người sáng lập", "đồng sáng lập", "nhà đồng sáng lập", "founder", "co-founder")
)
_RUNS = frozenset(("ceo", "giám đốc điều hành", "tổng giám đốc", "giám đốc", "chủ tịch", "giám đốc sáng tạo"))


def _runs_it(line: Line, j: int) -> bool:
    """``Chủ tịch và | CEO Sao Mai Lê An``, ``Nhà sáng lập và | Giám đốc …, bà B``: one who made a firm and runs it."""
    t = title(line, j)
    return t is not None and t.head.form in _RUNS and _leads_to_name(line, j)


def _beside_owner(line: Line, t: Title, found: Person) -> tuple[int, int] | None:
    """``Ngoại trưởng nước này, | ông Lê An``: the token after the title, and that of the address or name beside it."""
    if found.plural or found.definite or found.honorific is not None or line.words[found.start - 1] in WITH:
        return None
    end = owner_before(line, t)
    named = name_beside(line, end) if end is not None else None
    if end is None or named is None:
        return None
    j = named[0]
    address = HONORIFICS.longest(line.words, j)
    if address is not None and address[1] < named[1] and address[0].before and not line.caps[j]:
        found.honorific, found.gender = address[0].form, address[0].gender or found.gender
        j = address[1]
    return end, j


def _degrees(line: Line, j: int) -> int:
    """The token after ``PGS.TS``, ``ThS.``: of ``Giám đốc Bệnh viện B, PGS.TS A``."""
    while (one := _degree(line, j)) is not None:
        j = one[1]
    return j


def _degree(line: Line, j: int) -> tuple[Word, int] | None:
    """One degree at ``j``, and the token after it and the marks that part it from what follows."""
    known = TITLES.longest(line.words, j) if line.caps[j] else None
    if known is None or known[0].kind != "degree":
        return None
    j = known[1]
    while line.words[j] in (".", ",", "-") and line.caps[j + 1]:
        j += 1
    return known[0], j


def _over_small_words(line: Line, j: int, head: Word | None = None) -> int | None:
    """``nhà báo tự do | Phạm Đoan T.``, ``cầu thủ dự bị | Mark Evans``: small words before a name."""
    for k in range(j, min(j + 5, line.n)):
        if line.caps[k]:
            if line.words[k - 1] == "tên" or line.words[k - 2 : k] == ("tên", "là"):
                return None  # một nhân chứng | tên Lê An
            named = k > j and (vietnamese_name(line, k) or _acts(line, k, head)) and not place(line, k)
            return k if named else None
        if not line.words[k][0].isalnum() or line.predicate(k) or HONORIFICS.longest(line.words, k):
            return None
        if head is not None and head.group in _LEARNED and BODIES.longest(line.words, k):
            return None  # nhà nghiên cứu | hãng Mercury Research
    return None


def _acts(line: Line, k: int, head: Word | None) -> bool:
    """Whether a foreign name stands behind what only people are, and a predicate follows."""
    if (
        head is None
        or head.group not in _PEOPLE | _LEARNED
        or head.form.startswith("người")
        or line.words[k - 1] == "tên"
    ):
        return False
    end = foreign_name(line, k)
    if end is None or end - k < 2 or all(map(syllable, line.words[k:end])):
        return False
    return line.cue(end) or line.predicate(end) or line.words[end] == ","


_PEOPLE = ARTS | {"sport", "before the law", "work"}
_LEARNED = frozenset(("science, law and letters", "health", "press", "business"))


def _take(found: Person, start: int, t: Title) -> None:
    found.note_title(t, ("degree", "rank"))
    found.complete = found.complete or t.complete or t.prefixed
    found.definite = found.definite or t.definite
    if found.roles and start - found.roles[-1][1] <= 1:
        found.end_role(t.end)
    else:
        found.roles.append((start, t.end))


def _one_bearer(line: Line, j: int, found: Person) -> bool:
    """Whether a further title may be the same person's: not ``PV, đại tá A``."""
    if found.head is None or found.head.kind in ("office", "rank", "degree"):
        return True
    asked = found.head.group == "press" and line.words[found.start - 1] in WITH  # trao đổi với PV, | TS An
    if (after := _degrees(line, j)) > j and name(line, after) is not None:
        return not asked
    more = title(line, j) if j < line.n else None
    if more is None:
        return False
    acts = found.head.kind == "profession" and found.head.group not in ("press", "school", "health")
    return more.head.kind == found.head.kind or (acts and more.head.kind == "office" and more.head.official != "yes")


def _in_office(line: Line, j: int) -> bool:
    """Whether a further title is an office, and no profession or degree."""
    more = title(line, j) if j < line.n else None
    return more is not None and more.head.kind == "office"


def _party_and_state(line: Line, j: int, found: Person) -> bool:
    """``Tổng Bí thư, | Chủ tịch nước đề nghị``: an office of the party, and that of the state which goes with it."""
    more = title(line, j) if j < line.n and found.head is not None and found.head.form in _OF_PARTY else None
    if more is None or not more.head.form.startswith(("chủ tịch", "phó chủ tịch", "trưởng đoàn", "thủ tướng")):
        return False
    return line.words[j - 1] in (",", "-", "–") and (line.cue(more.end) or line.predicate(more.end))


_OF_PARTY = frozenset(("tổng bí thư", "bí thư", "phó bí thư", "phó bí thư thường trực"))


def _leads_to_name(line: Line, j: int) -> bool:
    """Whether a title at ``j`` runs on, over further titles, to a person's name."""
    for _ in range(4):
        degrees = _degrees(line, j)
        t = title(line, degrees) if degrees < line.n else None
        if t is None:
            return degrees > j and name(line, degrees) is not None
        if name(line, t.end) is not None:
            return True
        if line.words[t.end] == "," and line.words[t.end + 1] in HONORIFICS.first and line.caps[t.end + 2]:
            return True
        if line.words[t.end] != "," and line.words[t.end] not in DASHES:
            return False
        j = t.end + 1
    return False


def _named(line: Line, start: int, end: int, found: Person) -> None:
    """Note the name, and read on: brackets, ``của Đại học B``, appositions."""
    found.name = (start, end)
    if line.words[end - 1] == ".":
        found.name = (start, end - 1)
    found.end = end
    if found.plural and found.head is not None and found.head.kind == "people":
        return
    beside(line, end, found)
