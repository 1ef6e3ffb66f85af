"""What a body is for: fields joined and in a row, and words of its name that no list knows."""

from __future__ import annotations

from quotes.lexicon import Word
from quotes.mentions.line import BODIES, DASHES, FIELDS, HONORIFICS, MEDIA, PLACES, TITLES, Line, syllable
from quotes.mentions.names import known_place, place, vietnamese_name

# Between two fields of one body: Văn hóa, Thể thao và Du lịch; Lao động - Thương binh và Xã hội.
_BETWEEN = frozenset(("và", "&", ",", *DASHES))


def more_fields(line: Line, j: int) -> int:
    """``Giáo dục | và Đào tạo``: fields joined to the one that ended before ``j``."""
    while j + 1 < line.n and line.words[j] in _BETWEEN:
        found = FIELDS.longest(line.words, j + 1)
        if found is None or not (line.caps[j + 1] or line.words[j] in ("và", "&") or _of_one_name(line, j, found[1])):
            break
        j = found[1]
    return j


def _of_one_name(line: Line, mark: int, j: int) -> bool:
    """``Văn hóa - thông tin | thị xã B``, ``Văn hóa, thể thao | và du lịch``: whether fields in small letters go on."""
    if line.words[j] in ("và", "&"):
        return line.words[j + 1] in FIELDS.first and FIELDS.longest(line.words, j + 1) is not None
    return line.words[mark] in DASHES and not line.caps[j] and place(line, j) is not None


def begins_capital(line: Line, j: int) -> bool:
    """Whether the field that ends at ``j`` begins with a capital: ``Bệnh viện Quân y | 175``."""
    return line.caps[j - 1] and FIELDS.longest(line.words, j - 1) is not None


def one_word(line: Line, j: int) -> bool:
    """``Cục | Tuyên huấn``: a capital syllable and a small one make a field that no list knows."""
    after = line.words[j + 1]
    if line.acronym(j) or not (syllable(line.words[j]) and syllable(after)) or line.predicate(j + 1):
        return False
    return after[0].isalpha() and after not in _NOT_LISTED and known_place(line, j) is None


def over_small_words(line: Line, j: int, head: Word) -> int | None:
    """``Công ty Cây cảnh sân vườn | Mai Vàng``: small words that no list knows, when capitals go on after them."""
    if head.strict and not line.caps[j - 1]:
        return None
    for k in range(j, min(j + _SMALL_WORDS, line.n)):
        if line.caps[k]:
            return k if k > j and not vietnamese_name(line, k) else None
        if not line.words[k][0].isalpha() or line.predicate(k) or HONORIFICS.longest(line.words, k):
            break
    return _up_to_short_form(line, j)


_SMALL_WORDS = 5


def _up_to_short_form(line: Line, j: int) -> int | None:
    """``Viện Nghiên cứu | hòa bình (PRX)``, ``Tổ chức | theo dõi tiếng ồn (NWO)``: small words up to a bracket."""
    if "(" not in line.words[j + 1 : j + _LONG_NAME]:
        return None
    for k in range(j, min(j + _LONG_NAME, line.n)):
        if line.words[k] == "(":
            return k if k > j and line.acronym(k + 1) and line.words[k + 2] == ")" else None
        if line.caps[k] or not line.words[k][0].isalpha() or line.cue(k) or line.words[k] in _OF_A_CLAUSE:
            return None
    return None


_LONG_NAME = 10
_OF_A_CLAUSE = frozenset("đã đang sẽ là có bị được không cũng này đó ông bà anh chị".split())


def listed(line: Line, j: int) -> int | None:
    """``Hiệp hội gạo | , cà phê, hồ tiêu Việt Nam``: small words in a row, up to the place that closes the name."""
    over = j
    for k in range(j + 1, min(j + _LISTED, line.n)):
        if line.caps[k]:
            closed = known_place(line, k) is not None or (
                line.words[k - 1] in FIELDS.first and vietnamese_name(line, k)
            )
            return k if closed and k > j + 1 else None
        if line.words[k] in _BETWEEN or k < over:
            continue
        if k > j + 1 and line.words[k] in PLACES.first and (at := place(line, k)) is not None and line.caps[at - 1]:
            return k
        if line.words[k - 1] == "," and _opens_name(line, k):
            return None
        field = FIELDS.longest(line.words, k) if line.words[j] == "các" else None
        if field is not None and field[1] > k + 1:
            over = field[1]
            continue
        if not line.words[k][0].isalpha() or line.predicate(k) or line.words[k] in _NOT_LISTED:
            return None
        if line.words[k - 1] in _BETWEEN and line.words[k] in BODIES.first and line.words[k] not in FIELDS.first:
            return None
    return None


def _opens_name(line: Line, k: int) -> bool:
    """``tại hội trường, | đại biểu Lê An``: whether a title stands here with the name of its bearer."""
    found = TITLES.longest(line.words, k)
    return found is not None and found[0].kind in ("office", "profession") and line.caps[found[1]]


_LISTED = 12  # words of a list of fields inside one name


_NOT_LISTED = frozenset(HONORIFICS.first) | frozenset("các những nhiều một của người nước tỉnh xã huyện quận".split())


def policed(line: Line, j: int) -> bool:
    """``Phòng Cảnh sát điều tra tội phạm | về ma túy``, ``Cảnh sát quản lý hành chính | về trật tự xã hội``."""
    return line.words[j - 1] in _OF_CRIME or line.words[j - 2 : j + 2] == ("hành", "chính", "về", "trật")


# After these the police name what they are set over: Cảnh sát điều tra tội phạm | về ma túy.
_OF_CRIME = frozenset(("phạm", "csđttp", "csđtp", "cshs", "csđt"))


def second_field(line: Line, j: int, head: Word) -> bool:
    """``Cục Phòng vệ và | Ngăn ngừa Hỏa hoạn Lào``: what a body is for besides, and no other thing.

    A place, a bracket, ``của`` or the word of saying closes the name, or nobody could tell where it ends.
    """
    if head.group not in _WITH_FIELDS or not line.caps[j] or line.caps[j + 1] or line.words[j] in _LAWS:
        return False
    if not (syllable(line.words[j]) and syllable(line.words[j + 1])) or known_place(line, j):
        return False
    if any(trie.longest(line.words, j) for trie in (TITLES, MEDIA, BODIES, HONORIFICS)):
        return False
    for k in range(j + 2, min(j + _SECOND, line.n)):
        if known_place(line, k) or line.words[k] in ("(", "của") or line.cue(k) or line.acronym(k):
            return True
        if not line.words[k][0].isalpha() or (line.predicate(k) and not line.caps[k - 1]):
            return False
    return False


_SECOND = 8  # words of the second thing that a body is for


_WITH_FIELDS = frozenset(
    (
        *("state, national", "state, named in full", "business", "schools, hospitals, institutes"),
        *("societies and clubs", "societies, short", "places of work"),
    )
)


# With these a law, a plan, a prize begins.
_LAWS = frozenset("nghị luật quy kế đề giấy huân siêu cúp kỳ đại dự chương chỉ thông quyết hiệp hiến".split())


def held(line: Line, j: int) -> bool:
    """Whether what could be a field is the verb: ``Sở Y tế đã | tổ chức họp``, ``UBND huyện | kiểm tra việc …``."""
    if line.words[j : j + 2] == ("tổ", "chức"):
        return not line.caps[j] and line.words[j + 2] in _HELD
    behind = any(line.caps[max(j - 2, 0) : j]) or line.words[j - 1] in _LEVELS
    return behind and not line.caps[j] and line.words[j : j + 2] in _DONE and line.words[j + 2] in _TO_WHAT


# Done by a body rather than its field where one of these follows: UBND huyện | kiểm tra hiện trường.
_DONE = frozenset(
    tuple(form.split(" "))
    for form in (
        *("tư vấn", "hỗ trợ", "kiểm tra", "giới thiệu", "hướng dẫn", "giám sát", "điều tra", "phục vụ", "trao đổi"),
        *("tuyên truyền", "bảo vệ", "quản lý", "thanh tra", "khám"),
    )
)
_TO_WHAT = frozenset(
    "cho về với hiện các việc công người tình tiến bà học thí khách những một nhiều bệnh vụ thực đột chéo trực".split()
)
_LEVELS = frozenset("tỉnh huyện quận xã phường phố trấn trường bang thôn".split())
# With these words what is held begins: the verb `tổ chức` | lễ khởi công, kiểm tra, cuộc thi.
_HELD = frozenset(
    "kiểm họp lễ thi hội cuộc buổi chương đoàn thực triển tuyên tập lấy đấu khám phun truy tuần cưỡng khai tìm bắt xét "
    "xác rà lại tang đám sinh sự giải trao đón thăm khởi bầu bán dạy sản quán vận phân diễn đợt phiên chuyến đêm tiệc "
    "tour lớp vòng trận hiến thu nhiều các tốt".split()
)
