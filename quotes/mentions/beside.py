"""What is put beside a name: brackets, ``của Đại học B``, titles after a comma or dash, age and residence."""

from __future__ import annotations

from quotes.mentions.apposed import apposed_title
from quotes.mentions.bearers import learned
from quotes.mentions.bodies import body
from quotes.mentions.clauses import SOMEONE, clause
from quotes.mentions.ends import (
    RESIDENCE,
    close,
    closes,
    onward,
    residence,
    told,
    up_to_cue,
    working,
)
from quotes.mentions.found import WITH, Person, cited_by_theo, goes_on
from quotes.mentions.goes_with import aged
from quotes.mentions.line import DASHES, HONORIFICS, MEDIA, TITLES, Body, Line, syllable
from quotes.mentions.names import known_place, name, place, run_end, vietnamese_name
from quotes.mentions.owned import owner_before
from quotes.mentions.press import medium_named
from quotes.mentions.titles import (
    FOR_OTHERS,
    NEAR_ONE,
    for_whom,
    kin_of,
    opens_title,
    owner,
    title,
)
from quotes.mentions.untitled import school_class, some_one, work, work_in_bracket

_CLOSING = frozenset((",", ")", *DASHES))


def beside(line: Line, j: int, found: Person) -> None:
    """Everything that is put beside the name, piece by piece; each must end where a predicate could begin."""
    for _ in range(6):
        w = line.words[j]
        if w not in _BEGINS and line.words[j - 1] != ")":
            if (after := _unmarked(line, j, found)) is not None:
                found.end = after
            return
        if w == "(":
            after = _bracketed(line, j, found)
        elif w == "," and line.words[j + 1] == "(":
            after = _bracketed(line, j + 1, found)
        elif w == "của" or w == "thuộc":
            after = _of(line, j, found)
        elif (w, line.words[j + 1]) in _COMES_FROM and "từ" in line.words[j + 1 : j + 3]:
            after = _from(line, j + 1 + (line.words[j + 1] == "đến"), found)
        elif w in _FROM and (found.head.kind in _WORKING if found.head is not None else w == "từ"):
            after = _from(line, j, found)
        elif w in _LIVES and (at := residence(line, j)) is not None and (closes(line, at) or line.cue(at)):
            after = at
        elif w == "," or w in DASHES or (w == ";" and line.words[j + 1] in TITLES.first):
            after = _apposed(line, j, found)
        elif line.words[j - 1] == ")" and w in TITLES.first and not line.caps[j] and len(found.roles) == _degree(found):
            after = _apposed(line, j - 1, found)  # em T. (14 tuổi) | học sinh lớp 8 nói
        else:
            after = None
        if after is None:
            return
        found.end = j = after


def _unmarked(line: Line, j: int, found: Person) -> int | None:
    """``ông Lê An | Giám đốc Sở Y tế cho biết``, ``anh Nam | chồng chị Hoa nói``: a title with no comma before it."""
    k = j + (line.words[j] == "một")
    if found.name is None or found.name[1] != j or line.words[k] not in TITLES.first or found.roles or found.plural:
        return None
    addressed = found.honorific is not None or _degree(found)
    if not addressed and found.name[1] - found.name[0] < 2:
        return None
    t = title(line, k, loose=True)
    if t is not None and t.head.kind == "office" and not addressed:
        return None  # Ảnh: Lê An | Chủ tịch xã cho biết
    if t is None or t.definite or not t.complete or t.head.kind not in _SAID_OF:
        return None
    end = close(line, t.end) if line.words[t.end] == "(" else t.end
    if not line.cue(end):
        return None
    found.note_title(t, ("degree",))
    found.roles.append((k, end))
    return end


_SAID_OF = frozenset(("office", "profession", "kin"))
_BEGINS = frozenset(("(", ",", ";", "của", "thuộc", "đến", "từ", "tại", "ở", "trú", "ngụ", "quê", *DASHES))


def _degree(found: Person) -> bool:
    return found.head is not None and learned(found.head)


def _bracketed(line: Line, j: int, found: Person) -> int | None:
    """``(Giám đốc Công ty AIC)``, ``(45 tuổi, ở Hà Nội)``, ``(học sinh lớp 9A)``."""
    for k in range(j + 1, min(j + 40, line.n)):
        if line.words[k] == ")":
            break
    else:
        return None
    if k == j + 1:
        return None
    shut = k + 1
    if line.words[k - 1] in _NOTES and line.words[k - 2] in DASHES:
        k -= 2  # (Giám đốc Sở Y tế - PV)
    if line.words[k - 1] in ("đóng", "vai") and any(line.caps[j + 1 : k]):
        return shut  # Lê Toàn (diễn viên Mai An thủ vai)
    start = _one_of(line, j + 1)
    t = title(line, start, loose=True)
    while t is None and start < k:  # (27 tuổi, nhân viên văn phòng)
        start = next((c + 1 for c in range(start, k) if line.words[c] in (",", "-")), k)
        t = title(line, start, loose=True) if start < k else None
    if t is None and _kin(line, j + 1, found) is not None:
        found.end_role(k)
    elif t is not None and shut > k + 1 and line.caps[t.end]:
        return shut  # (LS Lê Văn An - PV)
    elif t is not None:
        found.note_title(t, ("degree",))
        found.roles.append((start, told(line, t, k)))
    elif line.words[j + 1] == "lớp" and body(line, j + 3 + (line.words[j + 3] == ",")) is not None:
        found.roles.append((j + 1, k))  # em Mai (lớp 9A, Trường THCS B)
    elif work_in_bracket(line, j + 1, k, found):
        pass
    elif body(line, j + 1) is not None and found.roles:
        found.roles.append((j, shut))
    elif _of_body(line, j + 1, found):
        found.roles.append((j + 1, k))
    elif place(line, j + 1) is not None:
        if found.roles and found.head is not None and found.head.group == "parliament and council":
            found.roles.append((j, shut))  # đại biểu Lê An (Hải Dương)
        found.extend_role(j, shut)
    return shut


_NOTES = frozenset(("pv", "nv", "bt", "btv", "tg"))  # of who wrote it down


def _of_body(line: Line, j: int, found: Person) -> bool:
    """``GS An (Đại học B)``, ``em Mai (Trường THPT B)``: a body in brackets beside a name with no title."""
    inner = body(line, j)
    if inner is None or inner.definite or (found.head is not None and found.head.kind != "degree"):
        return False
    person = found.honorific or (found.name is not None and vietnamese_name(line, found.name[0]) is not None)
    return found.head is not None or bool(
        person and line.caps[j] and not place(line, j) and inner.word.form != "đoàn luật sư"
    )


def _of(line: Line, j: int, found: Person) -> int | None:
    """``nhà phân tích Ken F. của Hãng B``: the body goes with the title before the name."""
    inner = body(line, j + 1) if j + 1 < line.n else None
    end = (
        (onward(line, inner.end) or inner.end) if inner is not None else place(line, j + 1) if j + 1 < line.n else None
    )
    if end is None and found.head is not None and found.head.group == "sport":
        end = _young(line, j + 1)
    if end is None and found.head is not None and line.words[j] == "của":
        small = line.words[j + 1].isalpha() and not line.caps[j + 1]
        end = owner(line, j + 1, "của") if small else name(line, j + 1) if line.caps[j + 1] else None
        end = end or (up_to_cue(line, j + 1) if small else None)
    if end is None:
        return None
    inward = line.words[found.start - 1] == "của"  # đơn của bà A | của Sở B
    if found.head is not None or (inner is not None and not inner.definite and not inward):
        found.roles.append((j, end))
    return end


def _young(line: Line, j: int) -> int | None:
    """``HLV An của | U23 Thái Lan``, ``| U17 nữ Việt Nam``: the token after a team of an age."""
    if line.words[j][:1] != "u" or not line.words[j][1:].isdigit():
        return None
    return place(line, j + 1 + (line.words[j + 1] in ("nữ", "nam")))


_LIVES = frozenset("trú ngụ quê ở".split())
_FROM = frozenset("từ tại ở".split())
_HOUSES = frozenset(("khách sạn", "nhà hàng", "sân bay", "quán"))  # where people stay and speak
_WORKING = frozenset(("office", "profession", "degree"))
# An, | từ Bệnh viện B, nói; em An | đến từ Trường C
_COMES_FROM = ((",", "từ"), (",", "đến"), ("đến", "từ"))


def _from(line: Line, j: int, found: Person) -> int | None:
    """``nhà phân tích Ken F. từ Viện B cho biết``: where somebody is from, not where the words were spoken."""
    inner = body(line, j + 1)
    if inner is not None:
        end: int | None = inner.end if line.words[j] == "từ" or inner.word.form not in _HOUSES else None
    elif line.words[j + 1] in MEDIA.first:
        end = owner(line, j + 1, "của")
    elif line.caps[j + 1] and known_place(line, j + 1) is None and not syllable(line.words[j + 1]):
        end = run_end(line, j + 1)
    else:
        return None
    if end is not None and line.words[end] in ("tại", "ở"):
        end = place(line, end + 1) or end
    if end is not None and line.words[end] in ("của", "thuộc") and inner is not None:
        end = owner(line, end + 1, "của") or end  # ở Viện Địa chất | của Đại học Hoa Mai
    if line.words[j] == "từ" and found.head is not None and found.head.group == "sport" and not line.cue(end or j):
        return None  # chiêu mộ hậu vệ A | từ Sao Biển, với giá
    stays = line.words[j] == "từ" and end is not None and line.words[end] == "có"  # An từ Viện B | có bài trên báo
    cited = cited_by_theo(line, found) and end is not None and closes(line, end)
    if end is None or not any(line.caps[j:end]) or not (line.words[end] == "," or line.cue(end) or stays or cited):
        return None
    found.roles.append((j, end))
    return end


def _kin(line: Line, k: int, found: Person) -> int | None:
    """``, chú của nạn nhân``, ``(cô của em Mai)``: words of address that tell whose kin somebody is."""
    end = kin_of(line, k)
    if end is not None:
        found.head = found.head or NEAR_ONE
        found.roles.append((k, end))
    return end


def _apposed(line: Line, j: int, found: Person) -> int | None:
    """``, Giám đốc Sở Y tế``, ``- chủ quán trên đường A``, ``, 37 tuổi``, ``, trú tại xã B``."""
    k = j + 1
    if k >= line.n:
        return None
    if (past := aged(line, k)) > k:
        return past
    if line.words[k] in ("đồng", "cũng", "hiện", "nay") and line.words[k + 1] in ("thời", "là"):
        k += 2 if line.words[k + 1] == "thời" and line.words[k + 2] != "là" else 3 if line.words[k + 1] == "thời" else 2
    if line.words[k] == "vốn":
        return None
    if line.words[k] == "người" and (told_by := clause(line, j, k)) is not None:
        end, head, role = told_by
        # Ông Trump, | người đã gặp ông Kim: of whom everybody knows it tells a story, not who he is
        known = head is SOMEONE and (found.head is not None or found.name is None or found.name[1] - found.name[0] < 2)
        if cited_by_theo(line, found) and _COULD.intersection(line.words[k:end]):
            return None  # Theo Lê An, | người giàu có thể phải nộp thêm, và
        if role[1] > role[0] and not known:
            found.head = found.head or head
            found.roles.append(role)
        return end
    if found.head is not None and found.head.form in FOR_OTHERS and (after := for_whom(line, k)) is not None:
        found.roles.append((k, after))  # luật sư A, | bào chữa cho bị cáo B
        return after
    if (after := _seat(line, j, k, found)) is not None or (after := _kin(line, k, found)) is not None:
        return after
    if found.roles and line.words[k] == "thuộc" and (after := _of(line, k, found)) is not None:
        return after  # Thượng nghị sĩ A, | thuộc đảng B
    if found.roles and (after := working(line, k)) is not None and (closes(line, after) or line.cue(after)):
        found.roles.append((k, after))  # bác sĩ A, | hiện công tác tại Bệnh viện B
        return after
    address = HONORIFICS.longest(line.words, k)
    if address is not None and not opens_title(line, k, address[1]):
        return None
    one, k = k, _one_of(line, k)
    t = title(line, k, loose=True) if k < line.n else None
    if t is not None and (of := owner_before(line, t)) is not None and (closes(line, of) or line.cue(of)):
        t.end, t.complete, t.definite = of, True, False
    bounded = t is not None and t.head.kind == "office" and line.words[t.end] in _CLOSING
    if t is not None and (t.complete or bounded or not t.head.weak):
        return apposed_title(line, j, k, t, found)
    untitled = work(line, j, k, found) or school_class(line, k, found) or some_one(line, j, one, found)
    if untitled is not None:
        return untitled
    if line.words[k] in RESIDENCE:
        after = residence(line, k)
        if after is None or (line.words[j] == "," and cited_by_theo(line, found) and goes_on(line, after)):
            return None  # Theo ông A, | TP HCM là đầu tàu
        found.extend_role(j, after)
        return after
    return None


_COULD = frozenset("thể nên phải cần sẽ".split())


def _one_of(line: Line, k: int) -> int:
    """``một | kế toán``, ``một trong những | nhà sáng lập``, ``1 trong 6 | ngư dân``: the token of the title."""
    if line.words[k] not in ("một", "1"):
        return k
    if line.words[k + 1] != "trong":
        return k + 1 if line.words[k] == "một" else k
    return k + 3 if line.words[k + 2] in ("những", "các", "số") or line.words[k + 2].isdigit() else k


def _seat(line: Line, j: int, k: int, found: Person) -> int | None:
    """``Luật sư A, Đoàn Luật sư Hà Nội``, ``Chủ tịch phường B, TP.HCM``: the body or place after a title."""
    inner = body(line, k)
    if inner is None and (at := _at_medium(line, j, k, found)) is not None:
        return at
    if inner is not None and inner.word.form == "phía":
        return None  # thư của luật sư A, | phía B cho biết
    end = inner.end if inner is not None and not inner.definite else known_place(line, k)
    if end is None and line.words[k + 1].isdigit():
        end = place(line, k)  # quận 1
    elif end is None or not any(line.caps[k:end]):
        return None
    if end is None:
        return None
    closed = closes(line, end) or line.words[end] == "("
    if not (closed or ((line.predicate(end) or line.cue(end)) and not cited_by_theo(line, found))):
        return None
    if (
        not closed
        and not line.cue(end)
        and found.complete
        and inner is not None
        and found.name is not None
        and found.name[1] == j
    ):
        return None  # Bộ trưởng Y tế A, | Bộ Y tế đã làm
    if found.roles and found.roles[-1][1] == j:
        found.end_role(end)
    elif inner is not None and (found.head is not None or _belongs(line, inner, k, found)):
        found.roles.append((k, end))
    else:
        return None
    return end


def _at_medium(line: Line, j: int, k: int, found: Person) -> int | None:
    """``BTV Lê An - VTV24 nói``, ``Trưởng ban Thời sự, Đài Truyền hình Hà Nội,``: where somebody with a title works."""
    end = medium_named(line, k)
    if end is None or not found.roles or cited_by_theo(line, found):
        return None
    dashed = line.words[j] in DASHES or (found.roles[-1][1] == j and line.words[found.roles[-1][0] - 1] in DASHES)
    if not (closes(line, end) or (dashed and line.cue(end))):
        return None
    if found.roles[-1][1] == j:
        found.end_role(end)
    else:
        found.roles.append((j if line.words[j] in DASHES else k, end))
    return end


def _belongs(line: Line, inner: Body, k: int, found: Person) -> bool:
    """``David B., Bảo tàng Lịch sử Đông Hà, nói``: of a name with no title, a body shut in by commas and no address."""
    if inner.end - k < 3 or cited_by_theo(line, found):
        return False
    if line.words[inner.end] != ",":
        return _schooled(line, inner, found)
    follows = line.cued(inner.end + 1, inner.end + 4)
    if inner.word.group == "business" and not (found.honorific or line.caps[k]):
        return False  # Servamax, | công ty của ông A, nói
    if found.honorific:
        return follows and line.words[found.start - 1] not in WITH
    return place(line, k) is None and (follows or TITLES.longest(line.words, inner.end + 1) is not None)


def _schooled(line: Line, inner: Body, found: Person) -> bool:
    """``Em Mai, Trường THPT B cho biết``, ``Quỳnh Chi - Trường THPT B - kể``: a school that no comma closes."""
    if inner.word.group != "schools, hospitals, institutes" or found.name is None:
        return False
    opens = found.start == 0 or line.words[found.start - 1] in _OPENS
    if found.honorific not in _AT_SCHOOL and not (opens and found.name[1] - found.name[0] > 1):
        return False
    end = inner.end
    if line.words[end] == "(":
        end = next((k + 1 for k in range(end, min(end + 10, line.n)) if line.words[k] == ")"), end)
    end += line.words[end] in DASHES
    return line.cued(end, end + 2)


_OPENS = frozenset((",", ".", "”", '"', ":"))
_AT_SCHOOL = frozenset(("em", "bạn", "cháu", "thầy", "cô", "cô giáo", "thầy giáo"))
