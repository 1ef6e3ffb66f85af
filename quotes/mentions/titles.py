"""Titles: rank, office, field, body and place, as one grammar."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.lexicon import FAME, Phrases, Trie, Word
from quotes.mentions.bearers import (
    before_addressed,
    before_bearer,
    called,
    given_name,
    of_land,
    organisation,
    over_body,
    surname,
)
from quotes.mentions.bodies import body, branch, glued
from quotes.mentions.contests import contest
from quotes.mentions.counted import over_listed, several, several_places
from quotes.mentions.couples import COUPLES, couple
from quotes.mentions.fields import held, more_fields
from quotes.mentions.goes_with import COMMANDS, SHIPS, account, aged, born, quoted, school_year, shirt, which_one
from quotes.mentions.kinds import NEAREST
from quotes.mentions.line import (
    BODIES,
    DEEPEST,
    FIELDS,
    HONORIFICS,
    LONGEST,
    MEDIA,
    OVER,
    PLACES,
    QUANTITIES,
    TITLES,
    Line,
    syllable,
)
from quotes.mentions.names import STREETS, known_place, name, named_like_place, place, run_end, vietnamese_name, whose
from quotes.mentions.pointing import pointed
from quotes.mentions.press import at_medium, medium_named
from quotes.mentions.subjects import (
    OF_A_DEPARTMENT,
    WORKERS,
    abroad,
    analyst,
    charged_with,
    department,
    done_for_living,
    learned_in,
    subject,
)
from quotes.model import Gender

_AT = frozenset("tại ở thuộc trong trên".split())
_IN_ROWS = frozenset("xã phường huyện quận tỉnh thôn ấp bản xóm thành".split())  # các | xã A, B và C
_NUMBERS = frozenset("hai ba bốn các nhiều những".split())
_AND_IS = (("kiêm",), ("đồng", "thời", "là"), ("kiêm", "nhiệm"))
_AND = frozenset(p[0] for p in _AND_IS)
MARKS = frozenset("“\"'‘")
_LOOSE = 14  # words that an apposition may run on with no known word in it


@dataclass(slots=True)  # never changed, and not frozen for the reason that quotes.model.found gives
class Title:
    """A title that was read: the token after it, its last head, and whether more than the head was there."""

    end: int
    head: Word
    gender: Gender | None = None
    complete: bool = False
    definite: bool = False
    prefixed: bool = False
    start: int = 0  # of its head


def title(line: Line, i: int, *, loose: bool = False) -> Title | None:
    """``nguyên Phó giám đốc Sở Y tế TP.HCM`` at token ``i``; ``loose`` also takes words that no list knows."""
    if line.depth >= DEEPEST:
        return None
    words = line.words
    if words[i] not in TITLES.first and words[i] not in KIN_OF.first:
        return None
    gender: Gender | None = None
    j, prefixed = i, False
    found = TITLES.longest(words, i)
    while found is not None and found[0].kind == "prefix":
        gender, j, prefixed = found[0].gender or gender, found[1], True
        found = TITLES.longest(words, j)
    if found is None and prefixed and words[j - 2 : j] == ("phụ", "tá"):
        found = _AIDE, j  # một phụ tá | của ông Trump
    if found is None and (of := kin_of(line, j)) is not None:
        return Title(of, NEAR_ONE, gender, True, False, prefixed, j)
    if found is None or found[0].kind in ("degree", "none"):
        return None
    (head, j), start = found, j
    after = pointed(line, j)
    if after > j:
        return Title(after, head, gender or head.gender, True, True, prefixed, start)
    line.depth += 1
    end = before_addressed(line, j, complements(line, j, head, loose), head, loose)
    line.depth -= 1
    after = pointed(line, end)
    return Title(after, head, gender or head.gender, end > j, after > end, prefixed, start)


def complements(line: Line, j: int, head: Word, loose: bool) -> int:
    """The token after everything that goes with a title: fields, places, bodies, ``của …``."""
    stop = min(line.n, j + _LOOSE) if loose else line.n
    last = min(line.n, j + LONGEST)
    if (inner := over_body(line, j, head, loose)) is not None:
        j = max(j, inner.end)
    while j < last and not glued(line, j) and (line.caps[j] or line.words[j] not in OVER):
        after = _complement(line, j, head, loose)
        named = head.group in FAME and line.caps[j] and line.words[run_end(line, j)] == "("
        if after is None and loose and line.words[j] in _DOES and head.group in WORKERS and not line.caps[j]:
            after = j + 1 if line.words[j - 1] == head.form.split(" ")[-1] else None  # nhân viên | bán vé tàu
        if after is None and loose and j < stop and not named:  # nữ ca sĩ | Hanna (Phạm Thị Hân)
            after = quoted(line, j, 16) if line.words[j] in MARKS else _loose(line, j, head)
        if after is None:
            break
        j = after
    return j


_PRESIDENT_HO, _HEADED = ("hồ", "chí", "minh"), frozenset(("chủ tịch", "chủ tịch nước", "lãnh tụ", "cố chủ tịch"))


def _complement(line: Line, j: int, head: Word, loose: bool) -> int | None:
    words = line.words
    w = words[j]
    if head.form in FOR_OTHERS and (whom := for_whom(line, j)) is not None:
        return whom
    if (does := done_for_living(line, j, head) or (charged_with(line, j) if w == "phụ" else None)) is not None:
        return does
    if not line.caps[j] and line.cue(j):
        return analyst(line, j, head)
    if w == "dự" and (forecast := analyst(line, j, head)) is not None:
        return forecast
    if head.group == "sport" and (numbered := shirt(line, j)) > j:
        return numbered
    if (line.caps[j] or w[:1].isdigit()) and (won := contest(line, j, head)) > j:
        return won
    if w in FIELDS.first:
        found = FIELDS.longest(words, j)
        longer = BODIES.longest(words, j) if w in BODIES.first else None
        if (
            found is not None
            and not held(line, j)
            and (found[0].group != "coming into and out of office" or line.caps[found[1]])
            and not (head.group in FAME and found[0].form in _DONE and not line.caps[j])
            and not (found[0].form == "chính" and words[j + 1] in _ADVERB)
            and not (longer and longer[1] >= found[1] and body(line, j) is not None)
            and ((known_place(line, j) if line.caps[j] else None) or 0) <= found[1]
            and not (line.caps[j] and (vietnamese_name(line, j) or (w in ("nam", "nữ") and line.caps[j + 1])))
            and not (line.caps[j] and found[1] == j + 1 and line.caps[j + 1] and not syllable(words[j + 1]))  # Tim Cook
        ):
            return more_fields(line, found[1])
    if words[j + 1] == "kiều" and (there := abroad(line, j)) is not None:
        return there
    if words[j : j + 3] == _PRESIDENT_HO and head.form in _HEADED and line.words[max(j - 3, 0)] != "phó":
        return None  # Chủ tịch | Hồ Chí Minh: the man; of the town one says Chủ tịch TP
    at = place(line, j)
    acts = w == "tổ" and not line.caps[j] and (head.group in FAME or head.official == "yes")  # nam ca sĩ | tổ chức
    inner = body(line, j) if w in BODIES.first and not acts else None
    if inner is not None and not inner.definite and inner.end > (at or 0) and not surname(line, j, inner, head):
        return before_bearer(line, j, inner, head)
    if at is not None and not (at == j + 1 and (given_name(line, j, head) or of_land(line, j, head))):
        return at
    if w in QUANTITIES.first:
        counted = several(line, j) if head.kind == "office" or head.form in _THE_PEOPLE else None
        if counted is not None and counted[1].plural:
            return over_listed(line, counted[0]) if line.words[j + 1] in _IN_ROWS else counted[0]
        if w in _NUMBERS and line.words[j + 1] in PLACES.first:
            return several_places(line, j + 1)
    if w in _AT and head.group == "heads of state and government" and line.words[j - 1] != head.form.split(" ")[-1]:
        return None  # gặp Tổng thống Mỹ | tại Nhà Trắng
    if w == "của" or w in _AT:
        end = owner(line, j + 1, w)
        seat = body(line, j + 1) if w in _AT else None  # lãnh đạo phe đa số tại Hạ viện | Mark Evans
        return before_bearer(line, j + 1, seat, head) if seat is not None and seat.end == end else end
    if head.form in COUPLES and (both := couple(line, j)) is not None:
        return both
    if head.kind in ("kin", "people") and (not line.caps[j] or (head.form in NEAREST and w in TITLES.first)):
        relative = _relative(line, j, head)
        if relative is not None:
            return relative
    if head.form in _FOLK and w in TITLES.first and not line.caps[j]:
        which = title(line, j)  # bà con | tiểu thương chợ Hoa Mai
        return which.end if which is not None and not (which.definite or line.caps[which.end]) else None
    if head.form == "tài khoản":
        return account(line, j)
    if w in SHIPS and line.caps[j + 1] and head.form in COMMANDS:
        return run_end(line, j + 1)  # hạm trưởng | USS Liberty
    if (studied := learned_in(line, j, head)) is not None:
        return studied
    if w == "việt" and line.caps[j] and not line.caps[j + 1] and head.group in FAME and not line.cue(j + 1):
        return j + 1  # nữ diễn viên | Việt
    if w in ("lớp", "năm") and (grade := school_year(line, j, head)) > j:
        return grade
    if w == "sinh" and (at := born(line, j)) > j and line.caps[at]:
        return at  # nam ca sĩ | sinh năm 1995 Lê An
    if w in ("năm", "niên") and loose and line.words[j + 1].isdigit() and len(line.words[j + 1]) in (2, 4):
        return j + 2
    if w == "gen" and len(words[j + 1]) == 1 and head.kind == "people":
        return j + 2
    if w == "mới" and line.words[j + 1] in ("của", "tại"):
        return j + 1
    if w == "được" and line.words[j + 1 : j + 3] in _NOT_YET and line.words[j + 3] == "của":
        return j + 3
    if (one := which_one(line, j, head)) > j:
        return one
    if w == "về" and j + 1 < line.n and _begins_subject(line, j + 1) and words[j + 1] not in _MATTERS:
        return j + 1 if loose and not line.predicate(j + 1) else subject(line, j + 1, head)
    if w == "và" and line.words[j + 1] in ("nguyên", "cựu") and loose:
        more = title(line, j + 1)
        return more.end if more is not None else None
    if loose and (at := aged(line, j)) > j and words[at] in _GOES_ON:
        return at
    if w == "đến" and line.words[j + 1] == "từ" and (loose or head.kind in ("people", "status")):
        return owner(line, j + 2, "của")
    if w in ("người", "gốc", "quốc", "xứ", "phe", "phía") or line.words[j : j + 2] == ("dân", "tộc"):
        j += w == "dân"
        known = place(line, j + 1) if w != "quốc" else None
        return j + 2 if known is None and line.words[j + 1] in _PEOPLES and line.caps[j + 1] else known
    if (paper := medium_named(line, j)) is not None:
        return paper
    if w in MARKS:
        return quoted(line, j) if line.caps[j + 1] else None
    if w in _AND and any(words[j : j + len(p)] == p for p in _AND_IS):
        more = title(line, j + (3 if w == "đồng" else 1))
        return more.end if more is not None else None
    if head.form in OF_A_DEPARTMENT and line.caps[j] and (unit := department(line, j)) is not None:
        return unit
    return organisation(line, j, head)


def _begins_subject(line: Line, j: int) -> bool:
    """Whether what an expert is one for may begin at ``j``: ``về | giao thông``, no ``về | đến nhà``."""
    field = FIELDS.longest(line.words, j) if line.words[j] in FIELDS.first else None
    return not line.predicate(j) or (field is not None and field[1] > j + 1)


_FOLK = frozenset(("bà con", "anh em", "chị em"))
_THE_PEOPLE = frozenset(("cử tri", "người dân", "nhân dân", "cư dân", "hộ dân", "dân cư"))  # cử tri | nhiều địa phương
# What an apposition goes on with behind an age: `dược sĩ 28 tuổi | người Maroc`.
_GOES_ON = frozenset("người gốc đang hiện từng làm sống ở tại đến của thuộc có chuyên sinh quê".split())
# Peoples whose name of one syllable is also one of persons: nghệ nhân người | Thái.
_PEOPLES = frozenset("kinh tày thái mường mông nùng dao hoa thổ lự mạ co cống mảng kháng giáy ngái chứt lào".split())
_MATTERS = frozenset("chuyện việc vấn điều vụ sự câu".split())  # trích lời bác sĩ A | về chuyện này
# What somebody is named after who does it for a living.
_DOES = frozenset(
    "bán mua thu trồng nuôi chở lái giao sửa làm chạy chăm nấu buôn chuyên dạy giữ quét trông may dệt đóng lắp"
    " rửa".split()
)
_NOT_YET = (("chỉ", "định"), ("đề", "cử"), ("bổ", "nhiệm"))  # Bộ trưởng Ngoại giao | được chỉ định của Malaysia


# Who speaks for somebody: `luật sư | bào chữa cho bị cáo An`, `đại diện | cho ông An`.
FOR_OTHERS = frozenset(
    (
        *("luật sư", "ls", "luật sư bào chữa", "đại diện", "người đại diện", "người bào chữa"),
        *("trợ lý", "cố vấn", "cố vấn cấp cao", "thư ký", "vệ sĩ", "phiên dịch"),
    )
)
_DEFENDS = Phrases(
    (
        ("cho",),
        ("bào", "chữa", "cho"),
        ("bào", "chữa", "của"),
        ("đại", "diện", "cho"),
        ("biện", "hộ", "cho"),
        ("bảo", "vệ", "cho"),
        ("bảo", "vệ", "quyền", "lợi", "cho"),
        ("bảo", "vệ", "quyền", "lợi", "của"),
        ("bảo", "vệ", "quyền", "và", "lợi", "ích", "hợp", "pháp", "cho"),
        ("bảo", "vệ", "quyền", "và", "lợi", "ích", "hợp", "pháp", "của"),
        ("bảo", "vệ", "quyền", "lợi", "hợp", "pháp", "cho"),
    )
)


def for_whom(line: Line, j: int) -> int | None:
    """The token after whom somebody speaks for, where ``bào chữa cho`` stands at ``j``."""
    end = _DEFENDS.after(line.words, j)
    return owner(line, end, "của") if end > j else None


def _relative(line: Line, j: int, head: Word) -> int | None:
    """``vợ | anh Nam``, ``vợ | anh`` nói, ``mẹ | nạn nhân``, ``con gái | Tổng thống A``: whose kin somebody is."""
    if (addressed := line.address(j)) is not None:
        return whose(line, addressed[1])
    address = HONORIFICS.longest(line.words, j)
    called_so = address is not None and address[1] == j + 1 and line.words[j - 1] != "người"
    if called_so and line.predicate(j + 1) and line.words[j + 1][:1].isalpha():
        return j + 1
    other = TITLES.longest(line.words, j)
    if other is not None and (other[0].kind in ("status", "people", "kin") or other[0].group in ("school", "health")):
        return name(line, other[1]) or aged(line, other[1])
    if other is None or head.form not in NEAREST or line.words[j - len(head.form.split(" ")) - 1] in _BESIDE_KIN:
        return None
    outer = title(line, j)
    return name(line, outer.end) if outer is not None and not outer.definite and line.caps[outer.end] else None


_ADVERB = frozenset(("thức", "là", "xác"))  # Thủ tướng Anh | chính thức từ chức
_BESIDE_KIN = frozenset("cô anh bà ông nàng cùng với và bên".split())  # cô vợ | diễn viên Lê A; cùng chồng | đạo diễn B
# Words of address, of the family too where somebody follows whose kin is meant: `dì | của cầu thủ A`.
_FAMILY = frozenset("con chú bác cô dì cậu mợ thím anh chị em ông bà cháu bạn ba u".split())
NEAR_ONE = TITLES.phrases["người", "thân"]
_AIDE = TITLES.phrases["trợ", "lý"]
KIN_OF: Trie[Word] = Trie({(w, "của"): NEAR_ONE for w in _FAMILY})


def kin_of(line: Line, j: int) -> int | None:
    """``dì | của cầu thủ A``, ``con của ông B``: the token after whose kin somebody is."""
    if line.words[j] not in KIN_OF.first or line.words[j + 1] != "của":
        return None
    if line.address(j + 2) is None and TITLES.longest(line.words, j + 2) is None:
        known = place(line, j + 2) or body(line, j + 2)
        return name(line, j + 2) if line.caps[j + 2] and known is None else None
    end = owner(line, j + 2, "của")
    return end if end is not None and end > j + 2 else None


def owner(line: Line, j: int, w: str) -> int | None:
    """What stands after ``của`` or ``tại``: a body, a place, a title with its name, a name."""
    if line.words[j] in ("các", "những") or (line.words[j] == "một" and line.words[j + 1] in TITLES.first):
        j += 1
    if j >= line.n:
        return None
    if line.words[j] in MARKS and (w == "của" or line.caps[j + 1]) and (after := quoted(line, j)) is not None:
        return name(line, after) or after
    inner = body(line, j)
    if inner is not None:
        return inner.end
    at = place(line, j)
    if at is not None:
        return run_end(line, j) if w == "của" and named_like_place(line, j) else at
    j += 2 * (w == "trong" and line.words[j : j + 2] == ("lĩnh", "vực"))
    if w == "trên" and line.words[j : j + 3] == ("mạng", "xã", "hội"):
        return j + 3
    if w in ("trong", "trên") and line.words[j] not in FIELDS.first:
        return None
    found = FIELDS.longest(line.words, j) if w == "trong" and line.words[j] in FIELDS.first else None
    if found is not None:
        return found[1]
    if w == "của":
        address = HONORIFICS.longest(line.words, j)
        of = title(line, address[1]) if address is not None and not line.caps[address[1]] else None
        if of is not None:  # bác sĩ của | cô nàng siêu mẫu Lê An
            return name(line, of.end) or aged(line, of.end)
        if address is not None and not opens_title(line, j, address[1]):
            return whose(line, address[1]) or address[1]
        outer = title(line, j)
        if outer is not None:
            return name(line, outer.end) or aged(line, outer.end)
        if line.words[j] in MEDIA.first and (medium := MEDIA.longest(line.words, j)) is not None:
            return at_medium(line, medium[1]) if medium[0].shape == "head" else branch(line, medium[1])
    if line.words[j] in STREETS and line.caps[j + 1] and w in ("tại", "ở"):
        return run_end(line, j + 1)
    if not line.caps[j] or (w != "của" and not line.acronym(j) and syllable(line.words[j])):
        return None
    end = run_end(line, j)
    firm = line.acronym(j) and vietnamese_name(line, j + 1) == end  # Giám đốc của VNX | Lê Thanh Tú
    return j + 1 if firm and end - j > 2 else end


# Fields that are what somebody does: `nữ diễn viên | thiết kế căn nhà`.
_DONE = frozenset(
    (
        "thiết kế, sản xuất, nghiên cứu, kinh doanh, chế biến, bán hàng, phát triển, tư vấn, hỗ trợ, quảng cáo, "
        "phân tích, khai thác, giám sát, kiểm tra, điều hành, vận hành, phụ trách, hoạt động, chỉ huy, quản lý, "
        "thi đấu, tuyên truyền, xây dựng, đầu tư, thanh toán, giao hàng, vận chuyển, kiểm soát, phòng chống, cứu trợ, "
        "tổ chức, phát hành, tuyển sinh"
    ).split(", ")
)


def _loose(line: Line, j: int, head: Word) -> int | None:
    """In an apposition any small word may follow that begins no predicate and no mention."""
    w = line.words[j]
    if line.predicate(j) or not w[0].isalpha() or (w != "tổ" and held(line, j)):
        return None
    if not line.caps[j]:
        return j + 1
    end = run_end(line, j)
    return end if end == j + 1 and not line.caps[j - 1] and not called(line, j, head) else None


def opens_title(line: Line, j: int, end: int) -> bool:
    """Whether what looks like an address opens a title: ``cô giáo``, ``anh trai``, ``dì của nạn nhân``."""
    longer = TITLES.longest(line.words, j)
    if longer is not None and longer[1] > end and not line.caps[end]:
        return True
    return line.words[end] == "của" and end == j + 1 and kin_of(line, j) is not None
