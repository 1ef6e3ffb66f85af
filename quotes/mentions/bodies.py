"""Bodies: ministries, companies, courts, schools; where the name of one ends."""

from __future__ import annotations

from quotes.lexicon import Word
from quotes.mentions.fields import (
    begins_capital,
    held,
    listed,
    more_fields,
    one_word,
    over_small_words,
    policed,
    second_field,
)
from quotes.mentions.kinds import FIRM_WORDS, OF_SOMEBODY, PARTS, POINTED, SEATED, WHOLES, opens
from quotes.mentions.line import (
    BODIES,
    DASHES,
    DEEPEST,
    FIELDS,
    HONORIFICS,
    LONGEST,
    MEDIA,
    OVER,
    PLACES,
    POINTING,
    TITLES,
    Body,
    Line,
    syllable,
)
from quotes.mentions.names import known_place, place, run_end, vietnamese_name, whose
from quotes.mentions.pointing import pointed

_OF = frozenset("của thuộc".split())


def body(line: Line, i: int) -> Body | None:
    """``Sở Y tế Hà Nội``, ``Công ty CP Hoa Mai (HM)``, ``Nhà Trắng``, ``cơ quan này`` at token ``i``."""
    found = BODIES.longest(line.words, i)
    if found is None or line.depth >= DEEPEST:
        return None
    # A token is asked for again by every body around it, and within each by several rules.
    at = i, line.depth
    if at not in line.bodies:
        line.depth += 1
        read = _body(line, i, found)
        line.depth -= 1
        line.bodies[at] = read
    return line.bodies[at]


def _body(line: Line, i: int, found: tuple[Word, int]) -> Body | None:
    words = line.words
    word, j = found
    if word.shape == "none":
        return None
    if word.closed:
        return Body(j, word, definite=True)
    if word.strict and line.caps[i] and vietnamese_name(line, i) and not FIELDS.longest(words, j):
        return None  # Đoàn Văn A is a person
    if word.form == "ban" and line.caps[i] and _no_syllables(line, j):
        return None  # Ban Ki-moon
    if held(line, i):
        return None
    if word.shape == "whole":
        return Body(_over_it(line, _bracket(line, branch(line, j)), i, word), word) if any(line.caps[i:j]) else None
    if line.words[j] in ("này", "đó", "nói") and not line.caps[j]:
        if word.strict and word.form not in POINTED:
            return None
        after = pointed(line, j)
        if after == j:
            return None if word.strict else Body(j, word)
        return Body(after, word, definite=True)
    if (after := _which_one(line, j, word)) > j:
        return Body(after, word, definite=True)
    inner = body(line, j) if word.form == "phía" and line.words[j] in BODIES.first else None
    if inner is not None and inner.definite and line.words[inner.end - 1] in POINTING:
        return Body(inner.end, word, definite=True)  # phía | công ty này
    end = _rest(line, j, word)
    if word.strict and end == j and not (line.caps[i] and line.predicate(j)):
        return None
    if word.strict and not line.caps[i] and not _marked(line, j, end):
        return None
    end = _districts(line, _bracket(line, end), i, word)
    return Body(_seated(line, _over_it(line, end, i, word), i, word), word)


def _which_one(line: Line, j: int, word: Word) -> int:
    """``hãng | chip này``, ``ngân hàng | Mỹ này``, ``đội bóng | thành London này``: the token after it."""
    if word.form.split(" ")[0] not in _ONE_OF_ITS_TRADE:
        return j
    for k in range(j, min(j + _TRADE, line.n)):
        if line.words[k] == "này":
            return k + 1
        if not line.words[k][0].isalpha() or (line.predicate(k) and not line.caps[k]) or line.words[k] in _OF:
            return j
    return j


_TRADE = 4  # words of what a firm makes or where it is
_ONE_OF_ITS_TRADE = frozenset(("hãng", "công", "tập", "ngân", "chuỗi", "sàn", "đội", "clb", "câu", "doanh", "cơ"))


def _seated(line: Line, end: int, i: int, word: Word) -> int:
    """``Đại sứ quán Mỹ | tại Hà Nội``, ``TAND cấp cao | tại TP.HCM``: one of several, told by its seat."""
    if line.words[end] not in ("tại", "ở", "bên") or not any(line.caps[i:end]):
        return end
    high = line.words[end - 2 : end] == ("cấp", "cao") and word.official
    if not (high or word.form in SEATED or _abroad(line, i, end)):
        return end
    at = place(line, end + 1 + (line.words[end] == "bên"))
    return at if at is not None and any(line.caps[end:at]) else end


def _abroad(line: Line, i: int, end: int) -> bool:
    """``Tổng cục Du lịch Thái Lan | tại Việt Nam``: whether it is another state's, and here."""
    here = line.words[end + 1 : end + 3] == ("việt", "nam")
    return here and any(known_place(line, k) == end and _country(line, k) for k in range(max(i, end - 3), end))


def _no_syllables(line: Line, j: int) -> bool:
    """``Ki-moon``, ``Ki Moon``: of another tongue, and no field or short name."""
    if not line.caps[j] or line.acronym(j) or FIELDS.longest(line.words, j) is not None:
        return False
    return not syllable(line.words[j]) or line.words[j] == "ki"


def _over_it(line: Line, end: int, i: int, word: Word) -> int:
    """``Cục Quản lý Dược | , Bộ Y tế cho biết``, ``Khoa Nhi | - Bệnh viện B``: the body that a part belongs to.

    After ``theo`` a comma must close it: the word of saying behind it would be its own.
    """
    bracket = line.words[end - 1] == ")" and line.caps[end]  # Phòng Cảnh sát hình sự (PC02) | Công an tỉnh A
    if (
        not (bracket or (line.caps[end + 1] and (line.words[end] == "," or line.words[end] in DASHES)))
        or not any(line.caps[i:end])
        or not opens(word.form, PARTS)
        or word.group.startswith("societies")
    ):
        return end
    above = body(line, end if bracket else end + 1)
    if above is None or above.definite or not opens(above.word.form, WHOLES) or above.word.form == word.form:
        return end
    closed = above.end >= line.n or line.words[above.end] in _SHUTS
    named = vietnamese_name(line, above.end)
    closed = closed or (named is not None and named - above.end > 2)  # Cục trưởng Cục A, | Bộ Y tế Lê Văn Nam
    says = line.cue(above.end) or (line.predicate(above.end) and not line.caps[above.end])
    return above.end if closed or (says and line.words[i - 1] != "theo") else end


_SHUTS = frozenset((",", ".", ")", ";", *DASHES))


def _districts(line: Line, end: int, i: int, word: Word) -> int:
    """``chính quyền xã Tân Hà | , huyện Lâm Hà, Lâm Đồng``: the places above one that is named small to large.

    A predicate after the last would be its own; after ``theo`` so would a word of saying.
    """
    if line.words[end] != "," or not word.official:
        return end
    above, cited = end, line.words[i - 1] == "theo"
    while line.words[above] == "," and (at := place(line, above + 1)) is not None:
        if above == end and line.words[above + 1] not in _ABOVE:
            break
        above = at
    dated = line.words[above] in _DATES and line.cued(above + 1, above + 5)
    closes = line.words[above] in (",", ")") or ((line.cue(above) or dated) and not cited)
    return above if above > end and closes and not line.caps[above] else end


_DATES = frozenset("lúc hôm ngày sáng trưa chiều tối mới vừa cũng".split())
_ABOVE = frozenset("huyện quận tỉnh thành tp thị h q t.p".split())


def branch(line: Line, j: int) -> int:
    """``BIDV | Bắc Sài Gòn``, ``Suzuki | Motor``: the place or word that goes with a body named in full."""
    while line.caps[j] and line.words[j] in FIRM_WORDS:
        j += 1
    alone = line.caps[j] and not line.caps[j + 1] and not syllable(line.words[j]) and known_place(line, j) is None
    if alone and (line.words[j + 1] == "(" or line.cue(j + 1)):
        return j + 1  # Warner Bros | Discovery (WBD)
    return (place(line, j) if line.caps[j] else None) or j


def _marked(line: Line, i: int, end: int) -> bool:
    """Whether a small ``bộ``, ``sở``, ``vụ`` is followed by what only a body is followed by."""
    return any(line.caps[i:end]) or line.words[i] in _FIRST_OF_FIELDS


_FIRST_OF_FIELDS = frozenset("y giáo tài tư nội quốc ngoại công an cảnh nhà cơ".split())


def _rest(line: Line, j: int, word: Word) -> int:
    """The token after what follows the head: fields, places, names, figures and the body above it."""
    start = j
    cited = line.words[j - len(word.form.split(" ")) - 1] == "theo"  # Theo Trung tâm A, | thời tiết Hà Nội …
    if word.form == "phía" and line.words[j] in BODIES.first and (inner := body(line, j)) is not None:
        return inner.end
    while j < min(line.n, start + LONGEST):
        if line.words[j - 1] == ")" and line.caps[j] and known_place(line, j) is None:
            break
        after = _piece(line, j, not any(line.caps[start:j]), word)
        joined = line.words[j] in (",", "và") and j > start and not line.caps[j - 1]
        if after is None and line.words[j] == "các" and word.form in _OVER_SEVERAL:
            inner = body(line, j + 1)
            after = inner.end if inner is not None and not inner.definite else listed(line, j)
        elif after is None and joined and not (cited and line.words[j] == ","):
            after = listed(line, j)
        if after is None:
            break
        j = after
    return j


def _piece(line: Line, j: int, first: bool, head: Word) -> int | None:
    words = line.words
    w = words[j]
    if w == "số" and not first and line.words[j + 1].isdigit() and len(line.words[j + 1]) < 3:
        return j + 2  # Công ty Xây dựng | số 1
    if w in OVER and not line.caps[j]:
        return None
    if w in FIELDS.first:
        found = FIELDS.longest(words, j)
        higher = BODIES.longest(words, j) if w in BODIES.first else None
        at = known_place(line, j) if line.caps[j] else None  # trường THCS | Nam Từ Liêm
        informs = words[j - 1] in _INFORMS and words[j - 2] != "hải"  # Phòng | thông tin; Hải Phòng | thông tin
        if found and found[0].form == "thông tin" and not (line.caps[j] or informs):
            return None
        if found and found[0].form == "phụ trách" and not line.caps[j]:
            return None  # Ngoại trưởng Mỹ | phụ trách châu Á
        if held(line, j) or (found and found[0].form == "tổ chức" and not (first or line.caps[j])):
            return None  # Bộ Y tế | tổ chức hội nghị
        if found and (at or 0) <= found[1] and not (higher and higher[1] > found[1] and (line.caps[j] or not first)):
            return more_fields(line, found[1])
    if w == "về" and line.words[j + 1] in FIELDS.first and (head.form in _ABOUT or policed(line, j)):
        found = FIELDS.longest(words, j + 1)
        return more_fields(line, found[1]) if found is not None else None
    if w == "và" and line.caps[j + 1] and not first and second_field(line, j + 1, head):
        return _piece(line, j + 1, True, head)
    if w == "lớp" and head.form.startswith(_OF_A_CLASS) and line.words[j + 1][:1].isdigit():
        return j + 2
    at = place(line, j)
    if at is not None:
        whole = body(line, j) if w in BODIES.first else None
        return max(at, whole.end) if whole is not None and not whole.definite else at
    if w in _OF and j + 1 < line.n:
        if line.words[j + 1] == "đảng":
            return j + 2
        inner = body(line, j + 1)
        if inner is not None and not inner.definite:
            return inner.end
        return place(line, j + 1) or (_led_by(line, j + 1) if head.form in OF_SOMEBODY else None)
    organised = w == "tổ" and words[j + 1] == "chức" and not (first or line.caps[j])
    inner = body(line, j) if w in BODIES.first and not organised else None
    if inner is not None and not inner.word.closed:
        return inner.end
    if w == "các" and head.form in _OF_SEVERAL and (line.words[j + 1], line.words[j + 2]) == ("địa", "phương"):
        return j + 3
    if w[:1].isdigit() and (first or line.caps[j - 1] or head.official or begins_capital(line, j - 1)):
        return j + 1 if _number(w) else None
    if not first and glued(line, j):
        return None
    if line.caps[j] and not _person_begins(line, j, first, head):
        end = _run(line, j, first)
        alone = first or (head.official and not line.caps[j - 1])  # Bộ Tham mưu trưởng | Liên quân
        if alone and end == j + 1 and one_word(line, j) and (head.official or not over_small_words(line, end, head)):
            return end + 1
        return end
    after = over_small_words(line, j, head)
    if after is not None:
        return after
    if w in ("-", "–") and line.caps[j + 1]:
        if line.acronym(j + 1) and not line.caps[j + 2] and head.official is False:
            return j + 2  # Ngân hàng Sài Gòn - SCB
        inner = body(line, j + 1)  # Ngân hàng Nhà nước - Chi nhánh TP.HCM
        return inner.end if inner is not None and inner.word.form == "chi nhánh" else None
    return None


def _led_by(line: Line, j: int) -> int | None:
    """``ê-kíp của | Mai Anh``, ``văn phòng luật sư của | ông Bình``: whose team or office it is."""
    address = HONORIFICS.longest(line.words, j)
    start = address[1] if address is not None and address[0].before else j
    title = TITLES.longest(line.words, start)
    if title is not None and not line.caps[title[1]] and not title[0].weak:
        return title[1]  # nhóm luật sư của | bị cáo
    return whose(line, title[1] if title is not None else start)


# Small `thông tin` belongs to the name behind these: phòng thông tin, Văn hóa thông tin; else it is the verb.
_INFORMS = frozenset(("phòng", "tâm", "sở", "cục", "vụ", "trạm", "hóa", "tổ"))
# With these, or with a byline, what follows a lost full stop or colon begins: `Cục Hàng hải | PV: Thưa ông`.
_GLUED = frozenset("pv p.v mc btv ảnh nguồn theo photo video clip về trong tại khi sau trên".split())
_OVER_SEVERAL = frozenset(
    (
        "ban",
        "phòng",
        "trung tâm",
        "ban quản lý",
        "hiệp hội",
        "liên hiệp",
        "hội",
        "mạng lưới",
        "câu lạc bộ",
        "clb",
        "liên minh",
        "hội đồng",
        "khối",
    )
)
_OF_SEVERAL = frozenset(("chính quyền", "cơ quan", "lực lượng chức năng", "công an"))
_OF_A_CLASS = ("ban đại diện", "hội phụ huynh", "ban phụ huynh", "chi hội phụ huynh")
# Bodies whose name may go on with what they are about: Ban Chỉ đạo quốc gia | về phòng chống thiên tai.
_ABOUT = frozenset(("ban chỉ đạo", "ủy ban", "hội đồng", "tổ công tác", "ủy ban quốc gia"))


def glued(line: Line, j: int) -> bool:
    """Whether what a lost full stop should close has ended before a token."""
    return line.caps[j] and line.words[j] in _GLUED and not known_place(line, j)


def _number(w: str) -> bool:
    return w.isdigit() and len(w) <= 4


def _person_begins(line: Line, j: int, first: bool, head: Word) -> bool:
    """Whether a name begins here and the body ends: ``Sở Y tế | Nguyễn Văn A``, ``Bộ Ngoại giao Mỹ | Ned Price``."""
    first = first and not (head.form.startswith("đảng ") or head.form.endswith(" đảng"))  # đảng Dân chủ | Chris Murphy
    if head.official is False and first:
        return False  # Trường Nguyễn Trãi, Công ty Trần Anh
    if vietnamese_name(line, j):
        return True
    if line.words[j] == "the":
        return False  # viện nghiên cứu Mỹ The Hoover Institution
    after = next((k for k in range(max(0, j - 4), j) if known_place(line, k) == j), None)
    foreign = any(not syllable(w) for w in line.words[j : run_end(line, j)])
    if after is not None and (head.official or (_country(line, after) and foreign)):
        length = run_end(line, j) - j
        if length >= 3 or (
            length == 2
            and (head.official or head.form in _TEAMS)
            and _country(line, after)
            and not known_place(line, j)
        ):
            return True  # Thành ủy TPHCM | Ngũ Thành Cang; Bộ Ngoại giao Trung Quốc | Cảnh Sảng
    foreign = not (syllable(line.words[j]) and syllable(line.words[j + 1]))
    return bool(head.official) and not first and not line.acronym(j) and line.caps[j + 1] and foreign


_TEAMS = frozenset(
    (
        *("đội tuyển", "tuyển", "đt", "đtqg", "đội tuyển quốc gia", "đội tuyển nữ"),
        *("liên đoàn", "liên đoàn bóng đá", "hiệp hội"),
    )
)


def _country(line: Line, i: int) -> bool:
    found = PLACES.longest(line.words, i)
    return found is not None and found[0].kind == "country"


def _run(line: Line, j: int, first: bool) -> int:
    """A run of capitals, up to a person's name, a place or a title in it."""
    end = run_end(line, j)
    k = j + 1
    if first and vietnamese_name(line, j):
        k = min(j + 2, end)
    while k < end:
        person = vietnamese_name(line, k)
        if (person and person - k >= 3 and not known_place(line, k + 1)) or (
            TITLES.longest(line.words, k) or (None, k)
        )[1] - k >= 2:
            return k
        if known_place(line, k):
            return k
        k += 1
    return end


def _bracket(line: Line, j: int) -> int:
    """``(AIC)``, ``(Bộ Công Thương)``: a short bracket that names the same body, or the one above it."""
    if line.words[j] != "(" or not line.caps[j + 1]:
        return j
    if line.words[j + 2] == ")" and line.acronym(j + 1) and (at := place(line, j + 3)) is not None:
        return at if line.caps[at - 1] else j + 3  # Trung tâm Y tế (TTYT) | huyện Đông Hà
    for k in range(j + 2, min(j + 10, line.n)):
        if line.words[k] == ")":
            return j if MEDIA.longest(line.words, j + 1) and k - j > 6 else k + 1
        if line.words[k] in (":", ";") or line.words[k].isdigit():
            return j
    return j
