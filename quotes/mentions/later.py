"""The name that stands behind a title, parted from it: ``Bí thư Tỉnh ủy, | bà Bùi Thị B``, ``Vợ ông, | bà A``."""

from __future__ import annotations

import re

from quotes.lexicon import Word
from quotes.mentions.bodies import body
from quotes.mentions.found import WITH, Person, cited_by_theo, of_another
from quotes.mentions.goes_with import aged
from quotes.mentions.kinds import FIRM_WORDS, LEADS_FIRM
from quotes.mentions.line import DASHES, HONORIFICS, NEARBY, TITLES, Line, syllable
from quotes.mentions.names import foreign_name, name, place, thing, vietnamese_name
from quotes.mentions.titles import title
from quotes.model import Gender


def name_after_comma(line: Line, j: int, found: Person) -> tuple[int, int] | None:
    """``Bí thư Tỉnh ủy, bà Bùi Thị B``, ``Giám đốc kỹ thuật của đội là Hùng``: the name put beside a title."""
    if found.head is None or found.plural or found.definite or found.head.kind in ("degree", "rank"):
        return None
    w = line.words[j]
    if w in ("có", "mang", "với") and (called := _by_name(line, j + 1)) is not None:
        return called
    if w not in _BEFORE_NAME or (w == "," and (of_another(line, found.start) or _listed(line, found))):
        return None
    if w == "," and (shut := _at_head(line, j, found)) is not None:
        return shut
    if (
        found.head.kind == "kin"
        and w in _WHOSE
        and line.words[j + 1] in (",", "là")
        and (of := _kin_of(line, j, found))
    ):
        return of
    if found.head.kind == "people" and w != "tên":
        return None
    in_court = found.head.group == "before the law"
    # em gái là bà Hoa, nạn nhân là anh Nam, chủ quán là chị Mai
    identified = found.complete or in_court or found.head.kind in ("kin", "office", "profession")
    if w == "là" and identified and line.caps[j + 2] and (named := _addressed_name(line, j + 1)) is not None:
        address, start, last = named
        found.note_address(address)
        return start, last
    if line.words[j : j + 3] in (("khi", "đó", "là"), ("lúc", "đó", "là"), ("khi", "ấy", "là")):
        k = _addressed(line, j + 3, found)
        end = name(line, k) if line.caps[k] else None  # Tổng thống Mỹ khi đó là Bill Clinton
        return (k, end) if end is not None else None
    k = j + 1 + (line.words[j + 1] == "là")
    if w == "tên" and line.caps[k]:
        end = name(line, k)
        return (k, end) if end is not None else None
    if w == "là" and line.caps[j + 1] and (found.complete or (in_court and vietnamese_name(line, j + 1))):
        end = name(line, j + 1)
        return (j + 1, end) if end is not None and not place(line, j + 1) and not body(line, j + 1) else None
    if w == "(" and (shut := _behind_place(line, j, found)) is not None:
        return shut
    if w not in (",", "-", "–", "(") or not (found.complete or found.counted or found.head.kind == "office"):
        return None
    k = j + 1
    if w == "," and line.words[found.start - 1] in WITH:
        return None  # Trả lời phóng viên báo A, | ông B
    if (named := _addressed_name(line, k)) is not None and line.words[named[2]] != "và":
        address, start, last = named
        if address.gender is not None and _sex(found) not in (None, address.gender):
            return None  # vụ cô giáo mầm non, | ông Nam nói
        found.note_address(address)
        return start, last
    if w == "(" or k >= line.n or not found.complete or not line.caps[k] or place(line, k) or body(line, k):
        return None
    end = vietnamese_name(line, k)
    if end is not None and (w != "," or line.words[end] not in (",", "và")):
        return k, end
    end = foreign_name(line, k)
    if (
        end is not None
        and end - k >= 2
        and not all(map(syllable, line.words[k:end]))
        and (line.predicate(end) or line.words[end] == ",")
    ):
        return k, end
    return None


def _listed(line: Line, found: Person) -> bool:
    """``cán bộ, phóng viên, | kỹ thuật viên của đài|, ông A nói``: the last of those in a row."""
    i = found.start
    if found.head is None or found.head.kind != "profession":
        return False
    if found.roles and line.words[found.roles[0][0] : found.roles[-1][1]].count(",") > 1:
        return True  # phóng viên, biên tập viên, kỹ thuật viên của đài
    if line.words[i - 1] != "," or i < _ROW:
        return False
    before = ((TITLES.longest(line.words, k), k) for k in range(max(i - _ROW, 0), i - 1))
    return any(t is not None and t[1] == i - 1 and t[0].kind in ("profession", "office") for t, _ in before)


_ROW = 4  # words back to where the title before it begins
_SEXES: dict[str, Gender] = {"cô": "female", "nữ": "female", "bà": "female", "thầy": "male", "ông": "male"}


def _sex(found: Person) -> Gender | None:
    """Man or woman, as the title tells: ``nữ ca sĩ``, ``cô giáo``."""
    return found.gender or (_SEXES.get(found.head.form.split(" ")[0]) if found.head is not None else None)


def _at_head(line: Line, j: int, found: Person) -> tuple[int, int] | None:
    """``Người chồng, | anh Lê Văn A, cho biết``: at the head of a clause, a name that commas shut in."""
    if found.start and line.words[found.start - 1] not in _CLAUSE_BEGINS:
        return None
    k = j + 1
    address = line.address(k)
    if address is not None:
        k = address[1]
    elif found.head is not None and found.head.kind == "kin" and not line.caps[k]:
        return _with_title(line, k, found)
    elif found.head is None or found.head.kind not in ("office", "profession", "kin") or not found.roles:
        return None
    if not line.caps[k] or place(line, k) or body(line, k):
        return None
    end = name(line, k)
    if end is None or (address is None and end - k < 2) or not _verb_follows(line, end):
        return None
    if address is not None:
        found.note_address(address[0])
    return k, end


def _with_title(line: Line, k: int, found: Person) -> tuple[int, int] | None:
    """``Vợ cũ của anh, | ca sĩ Mai Lan, cho biết``: the name behind what somebody's kin is besides."""
    t = title(line, k)
    if t is None or t.head.kind not in ("office", "profession", "status") or not line.caps[t.end]:
        return None
    end = name(line, t.end)
    if end is None or place(line, t.end) or not _verb_follows(line, end):
        return None
    found.roles.append((k, t.end))
    return t.end, end


def _verb_follows(line: Line, j: int) -> bool:
    """Whether behind a name, its age and a comma the verb stands: ``, 42 tuổi, cho biết``."""
    if line.words[j] == "," and (after := aged(line, j + 1)) > j + 1:
        j = after
    return line.words[j] == "," and (line.cue(j + 1) or line.predicate(j + 1))


_CLAUSE_BEGINS = frozenset((",", ":", ";", "nhưng", "rằng", "còn"))


def _addressed(line: Line, j: int, found: Person) -> int:
    """The token after ``ông``, ``bà`` where one stands before a name."""
    address = line.address(j)
    if address is None:
        return j
    found.note_address(address[0])
    return address[1]


def _addressed_name(line: Line, j: int) -> tuple[Word, int, int] | None:
    """``bà Bùi Thị B``: the word of address at ``j``, where the name behind it begins, and the token after it."""
    address = line.address(j)
    end = name(line, address[1]) if address is not None else None
    return (address[0], address[1], end) if address is not None and end is not None else None


def _behind_place(line: Line, j: int, found: Person) -> tuple[int, int] | None:
    """``Thị trưởng Tokyo | (Nhật Bản) Yoichi Sato``: the name behind a place in brackets that goes with the title."""
    at = place(line, j + 1) if found.complete and found.roles else None
    if at is None or line.words[at] != ")" or not line.caps[at + 1] or place(line, at + 1):
        return None
    end = name(line, at + 1)
    if end is not None:
        found.end_role(at + 1)
    return (at + 1, end) if end is not None else None


def _kin_of(line: Line, j: int, found: Person) -> tuple[int, int] | None:
    """``Vợ ông, | bà Lê Thị Hoa``, ``con trai anh là | Nam``: the name of whose kin a pronoun stands for."""
    address = HONORIFICS.longest(line.words, j + 2)
    start = address[1] if address is not None and address[0].before else j + 2
    end = name(line, start) if line.caps[start] and (address is not None or line.words[j + 1] == "là") else None
    if end is None or address is None:
        titled = _with_title(line, j + 2, found) if line.words[j + 1] == "," and found.roles else None
        if titled is not None:
            found.roles[-2] = (found.roles[-2][0], j + 1)
        return titled
    found.end_role(j + 1)
    found.note_address(address[0])
    return start, end


def name_of_kin(line: Line, j: int, end: int, found: Person) -> tuple[int, int] | None:
    """``Mẹ Quân, | bà Lê Thị Hoa, nói``: behind a relative and whose it is, between ``j`` and ``end``, the name."""
    if found.head is None or found.head.kind != "kin" or found.plural or found.honorific or line.words[end] != ",":
        return None
    named = _addressed_name(line, end + 1)
    if named is None or not found.roles or found.roles[-1][1] != j:
        return None
    address, first, last = named
    other = found.head.gender is not None and address.gender not in (None, found.head.gender)
    if other or not (_verb_follows(line, last) or line.words[last] == "("):
        return None
    found.end_role(end)
    found.note_address(address)
    return first, last


_WHOSE = frozenset("ông bà cụ thầy ngài anh chị cô em bé tôi mình chú bác cháu hắn y cậu".split())


def _by_name(line: Line, j: int) -> tuple[int, int] | None:
    """``một độc giả có | nickname Sao Mai``, ``tài khoản mang | tên L.M.H``: what somebody is called."""
    k = j + 1 + (line.words[j + 1] == "là")
    end = name(line, k) if line.words[j] in _CALLS and line.caps[k] else None
    return (k, end) if end is not None else None


_CALLS = frozenset("tên nickname nick".split())
_BEFORE_NAME = _WHOSE | frozenset(", - – ( là tên khi lúc".split())


def name_shut_in(line: Line, j: int, found: Person) -> tuple[int, int] | None:
    """``Người sáng lập | giải thưởng, Marco Rossi, nói``, ``Thuyền trưởng | tàu cá, ông Lê An,``: commas shut it in."""
    if found.head is None or found.plural or found.definite or found.head.kind not in ("office", "profession"):
        return None
    if "," not in line.words[j + 1 : j + 6] or cited_by_theo(line, found) or line.words[found.start - 1] in WITH:
        return None
    owns = line.words[j] == "của"  # Chủ nhân | của ngôi nhà, ông A, nói
    for k in range(j, min(j + 5 + owns, line.n)):
        if line.words[k] == "," and k > j:
            start = _ranked(line, k + 1)
            called = line.caps[start] and (start > k + 1 or line.caps[start + 1])
            end = name(line, start) if called else None
            shut = end is not None and line.words[end] == "," and not place(line, start) and not body(line, start)
            if not shut or end is None:
                return None
            found.end_role(k)
            _addressed(line, k + 1, found)
            return start, end
        if not line.words[k][0].isalpha() or (line.cue(k) if owns else line.predicate(k)):
            return None
        if HONORIFICS.longest(line.words, k) is not None:
            return None
    return None


def _ranked(line: Line, j: int) -> int:
    """The token after ``ông``, ``tướng``, ``Tiến sĩ`` where one stands before a name."""
    if (address := line.address(j)) is not None:
        return address[1]
    rank = TITLES.longest(line.words, j)
    return rank[1] if rank is not None and rank[0].kind in ("rank", "degree") and line.caps[rank[1]] else j


_HOUSES = frozenset("quán tiệm shop kênh fanpage xưởng hãng homestay vựa khách cơ cửa trang gara spa salon".split())


def leads(head: Word) -> bool:
    """Who leads what has a name of its own, which may stand behind the title: ``CEO | Hoa Mai``."""
    return head.form in LEADS_FIRM or _owns_house(head)


def of_work(line: Line, j: int, found: Person) -> bool:
    """``nam diễn viên phim | Tấm``: whether the capital behind a title is of a work or street, and names nobody."""
    return found.head is not None and not found.head.form.endswith(line.words[j - 1]) and thing(line, j)


def _owns_house(head: Word) -> bool:
    """Who owns what has a name: ``chủ quán phở | Thìn``, ``chủ tiệm bánh | Hoa Mai``."""
    first, _, rest = head.form.partition(" ")
    return first == "chủ" and (rest.split(" ")[0] in _HOUSES or rest.startswith(("nhà hàng", "nhà xe")))


def _shut_in(line: Line, start: int) -> bool:
    """``CEO Blue Hope, bà | Karen Lee, nói``: a name between commas, and the verb: nobody else stands before it."""
    end = name(line, start) if line.caps[start] else None
    return end is not None and line.words[end] == "," and (line.cue(end + 1) or line.predicate(end + 1))


_HOUSE = 3  # words of its name


def name_behind_firm(line: Line, end: int, j: int, found: Person) -> tuple[int, int] | None:
    """``CEO NovaTech, | ông Lê An``, ``CEO NovaTech, | Mark Evans, nói``: what stands behind the title is a firm."""
    if found.honorific is not None or not found.roles or found.roles[-1][1] != j or vietnamese_name(line, j):
        return None
    dashed = line.words[end] in DASHES
    house = found.head is not None and _owns_house(found.head) and end - j <= _HOUSE
    one = house or end == j + 1 or line.words[end - 1] in FIRM_WORDS  # not CEO Mark Evans, | ông Lê An
    address = HONORIFICS.longest(line.words, end + 1)
    one = one or (end == j + 2 and address is not None and line.words[end] == "," and _shut_in(line, address[1]))
    if not one or not (dashed or line.words[end] == ","):
        return None
    if address is not None and address[0].before and line.caps[address[1]]:
        last = name(line, address[1])
        if last is None or line.words[last] == "và" or (line.words[found.start - 1] in WITH and not dashed):
            return None
        if cited_by_theo(line, found) and not dashed and line.words[last] != ",":
            return None
        found.honorific, found.gender = address[0].form, address[0].gender or found.gender
        return address[1], last
    if not line.caps[end + 1] or place(line, end + 1) or body(line, end + 1):
        return None
    last = vietnamese_name(line, end + 1)
    if last is None and (last := foreign_name(line, end + 1)) is not None:
        known = last - end > 2 and not all(map(syllable, line.words[end + 1 : last]))
        return (end + 1, last) if known and line.words[last] == line.words[end] and line.cue(last + 1) else None
    shut = last is not None and last - end > 3 and line.words[last] == line.words[end]
    return (end + 1, last) if last is not None and shut else None


def name_behind_owner(line: Line, start: int, end: int, found: Person) -> int | None:
    """``Phát ngôn viên TikGo | Kevin Lau``, ``Thị trưởng Odra | Mark Evans``: where the name of a foreigner begins.

    What stands before it has a capital within, or the article has it elsewhere alone, as a body or town.
    """
    if found.head is None or found.head.form not in _OF_WHAT or found.honorific is not None or not found.roles:
        return None
    if end - start < 3 or found.roles[-1][1] != start or syllable(line.words[start]):
        return None
    word = line.text[line.starts[start] : line.ends[start]]
    near = line.text[max(0, line.starts[start] - NEARBY) : line.starts[start] + NEARBY]
    within = word[1:] != word[1:].lower() and not word.isupper() and "-" not in word
    alone = any(re.search(rf"\b{of} {re.escape(word)}\b(?! [^\W\d_a-z])", near) for of in _BEFORE_OWNER if of in near)
    return start + 1 if within or alone else None


_BEFORE_OWNER = ("của", "tại", "ở", "từ", "thành phố", "hãng", "công ty", "ứng dụng", "nền tảng", "CLB", "cảng", "bang")
_OF_WHAT = LEADS_FIRM | frozenset(
    (
        *("phát ngôn viên", "người phát ngôn", "thị trưởng", "thống đốc", "tỉnh trưởng", "hlv", "huấn luyện viên"),
        *("chủ tịch", "phó chủ tịch", "giám đốc truyền thông", "cảnh sát trưởng", "đội trưởng"),
    )
)
