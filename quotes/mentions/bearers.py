"""Where what a title goes with ends and its bearer begins: ``người phát ngôn quân đội | John Smith``."""

from __future__ import annotations

from quotes.lexicon import ARTS, FAME, Word
from quotes.mentions.bodies import body
from quotes.mentions.kinds import FIRM_WORDS, LEADS_FIRM
from quotes.mentions.line import (
    BODIES,
    DASHES,
    FIELDS,
    HONORIFICS,
    NEARBY,
    PLACES,
    QUANTITIES,
    TITLES,
    Body,
    Line,
    syllable,
)
from quotes.mentions.names import (
    PLACE_HEADS,
    foreign_name,
    known_place,
    name,
    namings,
    run_end,
    stands_alone,
    vietnamese_name,
)

DEGREES = frozenset(
    ("tiến sĩ", "tiến sỹ", "giáo sư", "phó giáo sư", "thạc sĩ", "thạc sỹ", "bác sĩ", "bác sỹ", "viện sĩ")
)


def learned(head: Word) -> bool:
    """Whether a title tells what somebody has studied, which may stand before any other: ``ThS``, ``bác sĩ``."""
    return head.kind == "degree" or head.form in DEGREES


def given_name(line: Line, j: int, head: Word) -> bool:
    """``vợ | Hà Thu``, ``ca sĩ | Anh Thơ``: a place of one syllable that begins a name; not ``Thủ tướng Anh May``."""
    if not line.caps[j + 1] or head.kind == "kin":
        return line.caps[j + 1]
    end = run_end(line, j)
    return head.kind == "profession" and end - j <= 3 and all(syllable(w) for w in line.words[j:end])


def of_land(line: Line, j: int, head: Word) -> bool:
    """``nghi can | Nga khai``, ``bầu | Đức nói``: one syllable that is a land elsewhere, after what one is called."""
    one = head.group == "before the law" or head.form == "bầu"
    counted = line.words[j - len(head.form.split(" ")) - 1] in QUANTITIES.first
    return one and not counted and line.words[j] in _LANDS and not line.caps[j + 1]


_LANDS = frozenset("đức nga mỹ anh thái hàn lào ý nhật".split())


def surname(line: Line, j: int, inner: Body, head: Word) -> bool:
    """``Bộ trưởng Tài chính Nhật | Tanaka Kenji``: an officer is of no firm; ``nam ca sĩ | Trường Sơn``."""
    if head.official == "yes":
        return inner.word.group == "sport and business known by a short name"
    short = inner.word.form in _ALSO_NAMES and head.group in _BY_NAME and all(line.caps[j : inner.end])
    if (
        not short
        or inner.end - j not in (2, 3)
        or line.acronym(j + 1)
        or not all(map(syllable, line.words[j : inner.end]))
    ):
        return False
    if inner.word.form == "trường" and (line.cue(inner.end) or not line.words[inner.end][:1].isalnum()):
        return True
    known = any(trie.longest(line.words, j + 1) for trie in (FIELDS, BODIES, PLACES))
    return head.group in ARTS and not known and vietnamese_name(line, j + 1) is None


_ALSO_NAMES = frozenset(("trường", "hội", "viện", "ban", "đoàn", "quỹ", "khoa", "sở", "vụ", "phòng"))
_BY_NAME = ARTS | {"press", "sport", "health"}


def over_body(line: Line, j: int, head: Word, loose: bool) -> Body | None:
    """``Phó ban | chỉ đạo 389 tỉnh A``, ``Trưởng văn phòng | luật sư B``: a body that begins in a title and goes on."""
    if head.kind != "office":
        return None
    for k in (j - 1, j - 2):
        known = BODIES.longest(line.words, k) if line.words[k] in BODIES.first and k > 0 else None
        if known is not None and (loose if known[0].form in _LAW else known[1] > j):
            return body(line, k)
    # Trưởng ban | tiếp công dân
    return body(line, j - 1) if line.words[j - 1] == "ban" and line.cue(j) else None


_LAW = frozenset(("vpls", "văn phòng luật sư"))  # with no name before it, that behind it is the bearer's


def before_bearer(line: Line, j: int, inner: Body, head: Word) -> int:
    """``người phát ngôn quân đội | John Smith``: what is no place, right after the state's own word, is a name."""
    found = BODIES.longest(line.words, j)
    k = found[1] if found is not None else inner.end
    firm = inner.word.group == "business" and line.caps[j] and line.words[inner.end] == ","
    acts = (line.cue(inner.end) or line.predicate(inner.end)) and not firm  # Giám đốc Công ty | Phương Nam Phim, …
    if acts and inner.end - k >= 3 and inner.word.form not in _NAMED_AFTER and vietnamese_name(line, k) == inner.end:
        return k  # Phó chủ tịch hiệp hội | Lê Thị Mai Hương
    foreign = 2 <= inner.end - k <= 3 and not any(syllable(w) for w in line.words[k : inner.end])
    subject = head.kind == "profession" and inner.word.form in _SUBJECTS and not line.caps[j]
    if foreign and acts and subject and inner.end - k == 2 and foreign_name(line, k) == inner.end:
        return k  # chuyên gia thương hiệu | Mark Evans
    if not foreign or not inner.word.official or head.kind != "office" or foreign_name(line, k) != inner.end:
        return inner.end
    if known_place(line, k) is not None or known_place(line, inner.end - 1) is not None:
        return inner.end
    if line.words[k - 2 : k] in _LED:
        return inner.end  # quan chức chính quyền Mark Evans
    return inner.end if line.words[k - 1] in _OF_A_PLACE else k


# Bodies that are named after persons: trường Nguyễn Bỉnh Khiêm.
_NAMED_AFTER = frozenset(
    (
        *("trường", "trường học", "trường tiểu học", "trường trung học", "trường thcs", "trường thpt", "tiểu học"),
        *("thcs", "thpt", "trường đại học", "đại học", "học viện", "bệnh viện", "quỹ", "nhà hát", "bảo tàng"),
        *("thư viện", "giải thưởng", "viện", "trung tâm", "phố", "đường"),
    )
)
# What somebody works in as much as for: giáo viên tiểu học, chuyên gia hoàng gia.
_SUBJECTS = frozenset(
    (
        *("thương hiệu", "hoàng gia", "tiểu học", "trung học", "mầm non", "mẫu giáo", "thẩm mỹ", "nha khoa", "đại học"),
        *("thẩm mỹ viện", "hải quân", "không quân", "quân đội", "cảnh sát", "truyền hình", "doanh nghiệp", "ngân hàng"),
    )
)
_OF_A_PLACE = frozenset(("phố", "tỉnh", "bang", "hạt", "quận", "huyện", "vùng", "phương"))


def before_addressed(line: Line, j: int, end: int, head: Word, apposed: bool) -> int:
    """``Chủ tịch Liên đoàn bóng đá Pháp | Jean Turner``: capitals at the end by which the article calls somebody.

    Where a firm or place ends and its officer begins, no list knows; ``ông Turner`` elsewhere in the article tells it.
    """
    run = end
    while run > j and line.caps[run - 1]:
        run -= 1
    if end - run < _NAME or head.kind not in ("office", "rank", "profession") or _of_somebody(line, j, run):
        return end
    first = next((at for k in range(run, end) if (at := known_place(line, k)) is not None), run)
    if first == run and line.words[run - 1] in _PLACE_TYPES and end - run > _NAME:
        first += 1  # tỉnh Gangwon | Kim Dae-won
    elif first == run and end - run > _LONG and not _ARABIC.intersection(line.words[run:end]):
        first = end - _NAME  # K Partnerships | Mary Wells
    for k in sorted({first, max(first, end - _NAME)}):
        foreign = not all(syllable(w) for w in line.words[k:end])
        if k == j or not _NAME <= end - k <= _LONGEST or not (foreign or k == first > run) or known_place(line, k):
            continue
        if (
            _of_club(line, run, k, end, head)
            or _addressed(line, k, end, foreign)
            or (not apposed and _after_state(line, j, k, end, head, k == first > run))
        ):
            return k
    return end


def _of_club(line: Line, run: int, k: int, end: int, head: Word) -> bool:
    """``HLV CLB Sao Mai | Marco Rossi nói``: foreign words behind the Vietnamese name of a club."""
    if head.group != "sport" or line.words[end - 1] in FIRM_WORDS:
        return False
    run += line.acronym(run)
    if k == run or not all(map(syllable, line.words[run:k])) or any(map(syllable, line.words[k:end])):
        return False
    closed = line.cue(end) or line.predicate(end) or line.words[end] == ","
    return closed and not any(line.acronym(i) or known_place(line, i) for i in range(k, end))


def _after_state(line: Line, j: int, k: int, end: int, head: Word, behind_place: bool) -> bool:
    """``Chủ tịch Hội Chữ thập đỏ Lebanon | George Mansfield cho biết``, ``Đại úy Hải quân | Jon Mansfield nói``.

    Two foreign words or three behind a place or the state's own word; not right behind the word for a firm, as in
    ``Giám đốc hãng Mỹ Hudson Bay``.
    """
    if head.kind == "profession" or end - k > _LONG or line.words[end - 1] in FIRM_WORDS:
        return False
    if any(syllable(w) or line.acronym(i) or known_place(line, i) for i, w in enumerate(line.words[k:end], k)):
        return False
    if not behind_place:
        known = [
            t.get(line.words[k - n : k]) for t in (BODIES.phrases, FIELDS.phrases) for n in (1, 2, 3) if k - n >= j
        ]
        state = any(
            word is not None and word.official and word.group in _OF_STATE and word.form not in _IN_PLACES
            for word in known
        )
        return state or (head.official == "yes" and line.cue(end) and any(known) and not line.caps[k - 1])
    firm = BODIES.longest(line.words, k - 3) or BODIES.longest(line.words, k - 2)
    acts = line.cue(end) or line.predicate(end)
    return acts and k - j >= _NAME and (firm is None or firm[0].group != "business")


_OF_STATE = frozenset(("state, named in full", "seats of power"))
_IN_PLACES = frozenset(("cảnh sát", "công an", "phiến quân", "quân nổi dậy", "phe nổi dậy", "lữ đoàn", "sư đoàn"))
_NAME, _LONG, _LONGEST = 2, 3, 5  # words of a name
_ARABIC = frozenset("bin al el ibn de da dos van von".split())
_PLACE_TYPES = frozenset("tỉnh bang hạt huyện quận phố xã vùng".split())


def _of_somebody(line: Line, j: int, run: int) -> bool:
    """``của Thủ tướng Anh Mark Evans``, ``quan chức chính quyền Mark Evans``: those that somebody else leads."""
    if line.words[run - 1] in ("của", "cho", "với", "&") or line.words[run - 2 : run] in _LED:
        return True
    return any(
        HONORIFICS.longest(line.words, k) is not None
        or ((t := TITLES.longest(line.words, k)) is not None and t[1] > k + 1 and BODIES.longest(line.words, k) is None)
        for k in range(j, run)
        if line.words[k - 1] in ("của", "cho")
    )


_LED = (("chính", "quyền"), ("đội", "ngũ"), ("tranh", "cử"))
_CALLED = frozenset(("ông", "bà", "anh", "chị", "ngài", "Ông", "Bà"))  # Anh is England too


def _addressed(line: Line, k: int, end: int, foreign: bool) -> bool:
    """Whether the article calls somebody by these words, or the last or first of them, with an address before."""
    text, around = line.text, line.around(k, end)
    forms = {text[line.starts[k] : line.ends[end - 1]], line.raw(end - 1)}
    if foreign:
        forms |= {line.raw(k), text[line.starts[end - 2] : line.ends[end - 1]]}
    return any(
        word in _CALLED and not text[at + len(form) : at + len(form) + 1].isalnum()
        for form in forms
        for at, word in namings(text, form, around, _LOOKS)
    )


_LOOKS = 20


def organisation(line: Line, j: int, head: Word) -> int | None:
    """``CEO Hoa Mai | Trần Văn A``, ``Chủ tịch HĐQT``: capitals that are no person's name."""
    if not line.caps[j]:
        return None
    if head.form in OF_PLACES and _village(line, j, head):
        return run_end(line, j)
    if vietnamese_name(line, j):
        return _before_full_name(line, j) if head.kind == "office" else None
    if head.form in OF_PLACES and (
        line.words[j] in PLACE_HEADS or all(syllable(k) for k in line.words[j : run_end(line, j)])
    ):
        return run_end(line, j)  # trưởng thôn | Cà Ngo, trưởng buôn | Ea Tul
    if head.form in _FOR_A_BODY and line.words[j - 1] == head.form.split(" ")[-1]:
        return run_end(line, j)  # đại diện | BEST Express
    if line.acronym(j) and "." not in line.raw(j):
        # Tiến sĩ | KC Sharma: after a degree letters are of the name
        return None if (head.form in DEGREES and line.caps[j + 1]) or _initials(line, j, head) else j + 1
    end = run_end(line, j)
    if head.kind == "profession" and head.group == "sport":
        return _firm_before_name(line, j, foreign_name(line, j) or j, head)
    if head.kind in ("profession", "rank", "status", "kin", "people") or head.official == "yes":
        return None
    for k in range(j + 1, end):
        if vietnamese_name(line, k) or line.words[k - 1] in FIRM_WORDS:
            return k
    if line.words[end - 1] in FIRM_WORDS and end > j + 1:
        return end  # Tổng giám đốc | Sunrise Bank
    if head.kind == "office" and line.words[end] in DASHES and _says(line, end + 1):
        return end  # Giám đốc điều hành | Bordeaux Images - Valerie Petit khẳng định
    foreign = foreign_name(line, j) or j
    alone = head.official == "no" or (head.form in LEADS_FIRM and line.words[j - 1] == head.form.split(" ")[-1])
    if alone and foreign - j == 3 and line.words[j] not in _KOREAN and all(line.caps[j:foreign]):
        return j + 1
    return _firm_before_name(line, j, foreign, head) if head.kind == "office" else None


def _says(line: Line, i: int) -> bool:
    """Whether somebody's name of two words or more stands at ``i``, and a word of saying behind it."""
    if not line.caps[i] or line.words[i] in TITLES.first:
        return False
    end = name(line, i)
    return end is not None and end > i + 1 and line.cue(end)


def called(line: Line, j: int, head: Word) -> bool:
    """Whether one capital syllable right after a title is a given name: ``ông Nam, bị cáo | Sơn được đưa vào``."""
    if not (head.kind in ("status", "rank") or head.form == "bầu") or line.words[j - 1] != head.form.split(" ")[-1]:
        return False
    ends = line.predicate(j + 1) or line.cue(j + 1) or not line.words[j + 1][:1].isalnum()
    known = known_place(line, j) is not None and not of_land(line, j, head)
    return line.caps[j] and ends and syllable(line.words[j]) and not known


def _initials(line: Line, j: int, head: Word) -> bool:
    """``Phó Tổng thống Mỹ | JD Brown nói``, ``nhà văn | JK Brown``: two letters before a foreign name are of it."""
    one = head.official == "yes" or head.group in FAME - {"sport"} | {"science, law and letters"}
    if not one or line.ends[j] - line.starts[j] != _INITIALS or not line.caps[j + 1] or line.acronym(j + 1):
        return False
    return not syllable(line.words[j + 1]) and run_end(line, j) == j + _INITIALS


_INITIALS = 2  # letters, and words of such a name


def _village(line: Line, j: int, head: Word) -> bool:
    """``Trưởng thôn | Kim Long Trung``: the article names the village elsewhere, with no head of it."""
    kind = head.form.split(" ")[-1]
    named = f"{kind} {line.text[line.starts[j] : line.ends[run_end(line, j) - 1]]}"
    around = max(0, line.starts[j] - NEARBY), line.starts[j] + NEARBY
    return line.text.count(named, *around) > line.text.count(f"rưởng {named}", *around)


def _before_full_name(line: Line, j: int) -> int | None:
    """``Chủ tịch Trần Mai Legend | Lê Văn An``: before a full name, what has a foreign word in it is a firm."""
    end = run_end(line, j)
    for k in range(j + 2, end - 2):
        if vietnamese_name(line, k) == end and not all(syllable(w) for w in line.words[j:k]):
            return k
    return None


_KOREAN = frozenset(  # surnames; two syllables follow
    "kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song yoo hong jeon ko moon "
    "yang son bae baek heo nam min ryu noh ha joo cha woo gong won byun do rhee yi".split()
)
OF_PLACES = frozenset(("trưởng thôn", "trưởng bản", "trưởng ấp", "trưởng khóm", "trưởng buôn", "trưởng làng"))
_FOR_A_BODY = frozenset(("đại diện", "người đại diện", "lãnh đạo", "nhân viên", "ban lãnh đạo", "ban giám đốc"))


def _firm_before_name(line: Line, j: int, end: int, head: Word) -> int | None:
    """``Giám đốc Solvex | Ricardo Menta``: of three or four foreign words the last two are the name.

    Unless the article has them all elsewhere, with no title before them, or has the last ones nowhere alone.
    """
    cut = end - 2
    if not 1 <= cut - j <= 2 or any(syllable(w) for w in line.words[cut:end]) or not all(line.caps[j:end]):
        return None
    if any(line.ends[k] - line.starts[k] < 3 or "." in line.raw(k) for k in range(j, end)):
        return None  # Joe R. Biden
    if line.caps[j - 1] and line.words[j - 1] != head.form.split(" ")[-1]:
        return None  # Tổng giám đốc WHO | Maria Anna Lopez: the body has been named
    if any(word in _CALLED for _, word in namings(line.text, line.raw(j), line.around(j, end), _LOOKS)):
        return None  # Tổng giám đốc WHO | Tedros Adhanom, who is called ông Tedros
    return cut if stands_alone(line, (j, cut), (j, end)) else None
