"""What is put beside a name: brackets, ``của Đại học B``, titles after a comma or dash, age and residence."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotes.lexicon import Word
from quotes.mentions.bearers import DEGREES
from quotes.mentions.bodies import body
from quotes.mentions.ends import RESIDENCE, and_is, close, closes, onward, residence, small_words, told, up_to_cue
from quotes.mentions.line import DASHES, HONORIFICS, MEDIA, TITLES, Body, Line, syllable
from quotes.mentions.names import common_word, known_place, name, place, run_end, vietnamese_name
from quotes.mentions.owned import owner_before
from quotes.mentions.titles import FOR_OTHERS, Title, called, for_whom, opens_title, owner, title
from quotes.model import Gender

_APPOSITION = 16  # words over which a title may run on to the comma that closes it
_CLOSING = frozenset((",", ")", *DASHES))
_CLOSERS = frozenset('.:;“”"!?')


@dataclass(slots=True)
class Person:
    """What has been read of a person; offsets are tokens."""

    end: int
    start: int = 0
    honorific: str | None = None
    gender: Gender | None = None
    head: Word | None = None
    name: tuple[int, int] | None = None
    roles: list[tuple[int, int]] = field(default_factory=list)
    plural: bool = False
    counted: bool = False
    definite: bool = False
    complete: bool = False


def beside(line: Line, j: int, found: Person) -> None:
    """Everything that is put beside the name, piece by piece; each must end where a predicate could begin."""
    for _ in range(6):
        w = line.words[j]
        if w == "(":
            after = _bracketed(line, j, found)
        elif w == "," and line.words[j + 1] == "(":
            after = _bracketed(line, j + 1, found)
        elif w == "của" or w == "thuộc":
            after = _of(line, j, found)
        elif (w, line.words[j + 1]) in _COMES_FROM:
            after = _from(line, j + 1, found)
        elif w in _FROM and (found.head.kind in _WORKING if found.head is not None else w == "từ"):
            after = _from(line, j, found)
        elif w in _LIVES and (at := residence(line, j)) is not None and (closes(line, at) or line.cue(at)):
            after = at
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
    if t is None and _kin(line, j + 1, found) is not None:
        found.roles[-1] = (j + 1, k)
    elif t is not None:
        found.head = found.head if found.head is not None and found.head.kind != "degree" else t.head
        found.gender = found.gender or t.gender
        found.roles.append((start, told(line, start, t, k)))
    elif body(line, j + 1) is not None and found.roles:
        found.roles.append((j, k + 1))
    elif _of_body(line, j + 1, found):
        found.roles.append((j + 1, k))
    elif place(line, j + 1) is not None:
        if found.roles and found.head is not None and found.head.group == "parliament and council":
            found.roles.append((j, k + 1))  # đại biểu Lê An (Hải Dương)
        _extend(found, j, k + 1)
    return k + 1


def _of_body(line: Line, j: int, found: Person) -> bool:
    """``GS An (Đại học B)``, ``em Mai (Trường THPT B)``: a body in brackets beside a name with no title."""
    inner = body(line, j)
    if inner is None or inner.definite or (found.head is not None and found.head.kind != "degree"):
        return False
    person = found.honorific or (found.name is not None and vietnamese_name(line, found.name[0]) is not None)
    return found.head is not None or bool(
        person and line.caps[j] and not place(line, j) and inner.word.form != "đoàn luật sư"
    )


def _extend(found: Person, j: int, end: int) -> None:
    """A place or body after a title belongs to it: ``Trưởng khoa Dược, Bệnh viện A``, ``chủ quán ở phố B, quận C``."""
    if found.roles and found.roles[-1][1] == j:
        found.roles[-1] = (found.roles[-1][0], end)


def _of(line: Line, j: int, found: Person) -> int | None:
    """``nhà phân tích Ken F. của Hãng B``: the body goes with the title before the name."""
    inner = body(line, j + 1) if j + 1 < line.n else None
    end = inner.end if inner is not None else place(line, j + 1) if j + 1 < line.n else None
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


_LIVES = frozenset("trú ngụ quê ở".split())
_FROM = frozenset("từ tại ở".split())
_HOUSES = frozenset(("khách sạn", "nhà hàng", "sân bay", "quán"))  # where people stay and speak
_WORKING = frozenset(("office", "profession", "degree"))
_COMES_FROM = ((",", "từ"), ("đến", "từ"))  # An, | từ Bệnh viện B, nói; em An | đến từ Trường C


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
    if end is None or not any(line.caps[j:end]) or not (line.words[end] == "," or line.cue(end)):
        return None
    found.roles.append((j, end))
    return end


def _kin(line: Line, k: int, found: Person) -> int | None:
    """``, chú của nạn nhân``, ``(cô của em Mai)``: words of address that tell whose kin somebody is."""
    if line.words[k] not in _KIN or line.words[k + 1] != "của":
        return None
    whose = TITLES.longest(line.words, k + 2)
    end = owner(line, k + 2, "của")
    end = max(end or 0, whose[1] if whose is not None else 0)
    if not end:
        return None
    found.head = found.head or TITLES.phrases["người", "thân"]
    found.roles.append((k, end))
    return end


_KIN = frozenset("chú bác cô dì cậu mợ thím anh chị em ông bà cháu con cha bố ba má mẹ bạn dượng".split())


def _apposed(line: Line, j: int, found: Person) -> int | None:
    """``, Giám đốc Sở Y tế``, ``- chủ quán trên đường A``, ``, 37 tuổi``, ``, trú tại xã B``."""
    k = j + 1
    if k >= line.n:
        return None
    if line.words[k].isdigit() and line.words[k + 1] == "tuổi":
        return k + 2
    if line.words[k] in ("đồng", "cũng", "hiện", "nay") and line.words[k + 1] in ("thời", "là"):
        k += 2 if line.words[k + 1] == "thời" and line.words[k + 2] != "là" else 3 if line.words[k + 1] == "thời" else 2
    if line.words[k] == "vốn":
        return None
    acts = line.predicate(k + 1) or line.words[k + 1] == "cùng"
    if line.words[k] == "người" and not line.caps[k] and line.words[j] == "," and acts:
        known = TITLES.longest(line.words, k)
        if known is None or known[1] == k + 1:
            return _clause(line, k, found)
    if found.head is not None and found.head.form in FOR_OTHERS and (after := for_whom(line, k)) is not None:
        found.roles.append((k, after))  # luật sư A, | bào chữa cho bị cáo B
        return after
    if (after := _seat(line, j, k, found)) is not None or (after := _kin(line, k, found)) is not None:
        return after
    address = HONORIFICS.longest(line.words, k)
    if address is not None and not opens_title(line, k, address[1]):
        return None
    k = _one_of(line, k)
    t = title(line, k, loose=True) if k < line.n else None
    if t is not None and (of := owner_before(line, t)) is not None and (closes(line, of) or line.cue(of)):
        t.end, t.complete, t.definite = of, True, False
    bounded = t is not None and t.head.kind == "office" and line.words[t.end] in _CLOSING
    if t is not None and (t.complete or bounded or not t.head.weak):
        return _apposed_title(line, j, k, t, found)
    if line.words[k] in RESIDENCE:
        after = residence(line, k)
        if after is None or (line.words[j] == "," and cited_by_theo(line, found) and _goes_on(line, after)):
            return None  # Theo ông A, | TP HCM là đầu tàu
        _extend(found, j, after)
        return after
    return None


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
        _extend(found, j, end)
    elif inner is not None and (found.head is not None or _belongs(line, inner, k, found)):
        found.roles.append((k, end))
    else:
        return None
    return end


def _belongs(line: Line, inner: Body, k: int, found: Person) -> bool:
    """``David B., Bảo tàng Lịch sử Đông Hà, nói``: of a name with no title, a body shut in by commas and no address."""
    if line.words[inner.end] != "," or inner.end - k < 3 or cited_by_theo(line, found):
        return False
    follows = any(line.cue(c) for c in range(inner.end + 1, min(inner.end + 4, line.n)))
    if found.honorific:
        return follows and line.words[found.start - 1] not in WITH
    return place(line, k) is None and (follows or TITLES.longest(line.words, inner.end + 1) is not None)


# What stands after these and before a comma is no subject, and what stands after the comma is.
WITH = frozenset("với về cho đến tới gặp trước lời phỏng".split())


def cited_by_theo(line: Line, found: Person) -> bool:
    """Whether ``theo`` stands before the person, and the comma after may end the phrase: ``Theo ông A, | Bộ B …``."""
    return line.words[found.start - 1] == "theo"


def _goes_on(line: Line, j: int) -> bool:
    """Whether a predicate begins at ``j``: of what stood before it that is the subject."""
    if closes(line, j) or line.cue(j) or line.words[j] in _INSIDE or line.words[j : j + 3] == ("có", "trụ", "sở"):
        return False
    return line.predicate(j)


_INSIDE = frozenset("và của tại ở trong về thuộc từ cho trên".split())


def _clause(line: Line, k: int, found: Person) -> int | None:
    """``, người đề xuất cải tiến chữ viết,``: up to the comma that closes it, or ``cho biết`` of the sentence."""
    end = next((e for e in range(k + 2, min(k + 25, line.n)) if _closes_clause(line, e, k)), None)
    for p in range(k + 1, min(k + _CLAUSE_VERB, end or 0)):
        t = title(line, p + 1, loose=True) if line.words[p] in ("là", "trò", "chức") else None
        if t is not None and not t.head.weak:  # người từng là | đội trưởng
            found.head = found.head or t.head
            found.roles.append((p + 1, end if end is not None and end - t.end <= 4 else t.end))
            break
    return end


def _closes_clause(line: Line, j: int, k: int) -> bool:
    return line.words[j] == "," or (j > k + 3 and line.words[j : j + 2] in _SAYS)


_CLAUSE_VERB = 9  # words of a clause after `người` among which `là`, `với vai trò`, `giữ chức` stands


_SAYS = (("cho", "biết"), ("cho", "hay"), ("cho", "rằng"))


def _apposed_title(line: Line, j: int, k: int, t: Title, found: Person) -> int | None:
    """An apposition is a title that no name of its own follows; ``ông A, Bộ trưởng Nguyễn Văn B`` is a list."""
    if found.head is not None and found.head.group == "before the law" and t.head.official == "yes":
        return None  # đối tượng Nam, | Trưởng công an xã
    end = t.end
    if _next_title(line, end, found) or called(line, end, t.head):
        return None
    untitled = found.head is None or found.head.kind == "degree" or found.head.form in DEGREES
    of_firm = found.honorific or (untitled and not _OF_FIRMS.isdisjoint(t.head.form.split(" ")))
    if of_firm and t.head.official != "yes" and line.caps[end] and vietnamese_name(line, end) is None:
        end = place(line, run_end(line, end)) or run_end(line, end)  # bà A, Tổng giám đốc | Sao Biển Việt Nam
    if line.caps[end] and t.head.kind == "profession" and not found.honorific and _named_alone(line, end):
        return None
    named = name(line, end) if line.caps[end] and t.head.kind != "kin" else None
    if t.definite or (named is not None and not common_word(line, end, named)):
        return None
    if line.words[end] == "(":
        end = close(line, end)
        more = title(line, end + 1) if line.words[end] == "kiêm" else None
        end = more.end if more is not None else end
    cited = line.words[j] == "," and cited_by_theo(line, found)
    if cited and _goes_on(line, end):
        return None  # Theo ông A, | Giám đốc Sở B đã ký
    end = _up_to_comma(line, end, line.words[j], cited)
    end = onward(line, end) or and_is(line, end) or end
    if cited and not (closes(line, end) or line.cue(end)):
        return None
    found.head = t.head if found.head is None or found.head.kind in ("degree", "rank") else found.head
    found.gender = found.gender or t.gender
    over = next((c for c in range(t.end, end) if line.words[c : c + 2] in _AND_ALSO and not and_is(line, c)), end)
    if found.roles and found.name is not None and found.roles[-1][0] >= found.name[1] and k - found.roles[-1][1] <= 2:
        found.roles[-1] = (found.roles[-1][0], over)
    else:
        found.roles.append((k, over))
    return end


def _named_alone(line: Line, j: int) -> bool:
    """``nữ ca sĩ | Hanna (…)``, ``ca sĩ | Sen nói``: one word that is the name of who has the title."""
    return (line.words[j + 1] == "(" or line.cue(j + 1)) and place(line, j) is None and body(line, j) is None


def _next_title(line: Line, end: int, found: Person) -> bool:
    """Whether a title is another's: ``về bé Mai, | Chủ tịch hội - Nghệ sĩ Lê An``, ``với BBC, | CEO … nói``."""
    after = run_end(line, end)  # Chủ tịch HKIMF | Vietnam
    more = title(line, after + 1) if line.words[after] in DASHES else None
    if more is not None and name(line, more.end) is not None:
        return True
    addressed = line.words[found.start - 1] in WITH and not found.honorific and found.head is None
    return addressed and line.cue(end) and found.name is not None and vietnamese_name(line, found.name[0]) is None


# Trưởng ban tổ chức | và cũng từng là nhà vô địch
_AND_ALSO = frozenset(
    (
        ("và", "cũng"),
        ("và", "từng"),
        ("và", "là"),
        ("cũng", "là"),
        ("cũng", "đến"),
        ("cũng", "từng"),
        ("người", "đã"),
        ("người", "từng"),
    )
)


# Posts of firms; after a bare name `đội trưởng John Smith` is the next of a list.
_OF_FIRMS = frozenset("giám chủ ceo cfo coo cto sáng điều diện".split())


def _told_more(line: Line, j: int) -> bool:
    """``- ngôi sao | từng thách đấu B -``: whether what two dashes shut in tells more of who is meant."""
    if line.words[j] in ("từng", "chuyên", "đang", "có"):
        return line.words[j + 1] != "thể"
    return line.words[j].isalpha() and not line.predicate(j)


def _up_to_comma(line: Line, end: int, mark: str, cited: bool) -> int:
    """``, trưởng khoa thần kinh | giấc ngủ ở Viện B, nói``: the rest of an apposition, up to its mark.

    A word of saying follows the mark, or ``theo`` stands before it all.
    """
    expert = line.words[end - 1] == "gia"  # chuyên gia | dự báo dịch bệnh tại Viện B,
    if end >= line.n or line.words[end] in (",", "thì", mark) or (line.cue(end) and not expert):
        return end
    if line.words[end] == "của" and (owned := small_words(line, end + 1)) is not None:
        return owned
    for k in range(end, min(end + _APPOSITION, line.n)):
        if (line.cue(k) and not (expert and k == end)) or line.words[k] in _CLOSERS:
            return end
        if line.words[k] == mark:
            paired = cited or (mark in DASHES and _told_more(line, end))
            return k if paired or any(line.cue(c) for c in range(k + 1, min(k + 4, line.n))) else end
    return end
