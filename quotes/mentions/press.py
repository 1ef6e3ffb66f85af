"""Papers and agencies: whose and what they are, before their name; names that begin with a small letter."""

from __future__ import annotations

from quotes.lexicon import Phrases, Word
from quotes.mentions.bodies import body
from quotes.mentions.line import MEDIA, PLACES, SURNAMES, Line, syllable
from quotes.mentions.names import known_place, run_end, vietnamese_name


def of_state(line: Line, j: int) -> int:
    """``Nhà nước Iran``, ``Nga``, ``tư nhân``: the token after what an agency or paper is and whose."""
    start = j
    j = _KINDS_OF_PRESS.after(line.words, j)
    of = j + (line.words[j] == "của")
    state = PLACES.longest(line.words, of) if line.caps[of] else None
    if state is None or state[0].kind != "country":
        return j if of == j else start
    ours = line.acronym(state[1]) or all(syllable(w) for w in line.words[of : state[1]])
    return state[1] if ours else start  # not Japan | Times


_KINDS_OF_PRESS = Phrases(
    tuple(words.split())
    for words in (
        *("nhà nước", "quốc gia", "chính thức", "bán chính thức", "tư nhân", "độc lập", "địa phương", "trung ương"),
        *(
            "thể thao",
            "kinh tế",
            "tài chính",
            "công nghệ",
            "giải trí",
            "âm nhạc",
            "thời trang",
            "quân sự",
            "quốc phòng",
        ),
        *(
            "khoa học",
            "y khoa",
            "chuyển nhượng",
            "võ thuật",
            "bóng đá",
            "thống kê",
            "tin tức",
            "điện ảnh",
            "phim ảnh",
            "xe",
            "lá cải",
            "uy tín",
            "nổi tiếng",
            "hàng đầu",
            "danh tiếng",
            "chuyên ngành",
            "quốc tế",
        ),
    )
)


def foreign_medium(line: Line, j: int) -> int | None:
    """``The Seoul Mirror``, ``KCNA``, ``Sunrise``: the token after a name that no Vietnamese words make."""
    if not line.caps[j]:
        return None
    known = MEDIA.longest(line.words, j)
    if known is not None and known[0].shape == "whole":
        return known[1]
    return run_end(line, j) if line.acronym(j) or not syllable(line.words[j]) else None


def site(line: Line, j: int) -> bool:
    """``cangbien.net``, ``tvN``, ``transfermarkt``: a name that begins with a small letter."""
    if line.caps[j] or not line.words[j][:1].isalpha():
        return False
    raw = line.raw(j)
    known = MEDIA.phrases.get((line.words[j],))
    listed = known is not None and known.shape == "whole" and not syllable(line.words[j])
    return listed or raw != raw.lower() or (raw.isascii() and "." in raw[1:-1] and ".." not in raw)


def in_marks(line: Line, j: int) -> int:
    """``“Le Journal”``, ``"Người quan sát"``: the token of the closing mark behind a short name in marks, or ``j``."""
    closing = _CLOSING.get(line.words[j])
    if closing is None or not line.caps[j + 1]:
        return j
    reach = range(j + 2, min(j + _LONGEST_NAME, len(line.words)))
    close = next((k for k in reach if line.words[k] == closing), j)
    return close if all(line.words[k][0].isalnum() or line.words[k] in _JOINTS for k in range(j + 1, close)) else j


_CLOSING = {"“": "”", '"': '"', "«": "»", "‘": "’", "'": "'"}
_JOINTS = frozenset(("-", "–", "&"))
_LONGEST_NAME = 8  # tokens, with the marks


def given_names(line: Line, i: int) -> bool:
    """``Trang Vũ``, ``Trang Nhung``: one more syllable alone, and somebody's, for what she does stands behind it."""
    if not _two_syllables(line, i) or known_place(line, i + 1) is not None:
        return False
    end, name = i + 2, line.raw(i + 1)
    given = line.words[i + 1] in SURNAMES.first or not (f"trang {name}" in line.text or f"báo {name}" in line.text)
    return given and (line.cue(end) or line.words[end] in (",", "."))


def _two_syllables(line: Line, i: int) -> bool:
    return run_end(line, i) == i + 2 and syllable(line.words[i + 1]) and not line.acronym(i + 1)


def medium_named(line: Line, j: int) -> int | None:
    """``Đài Truyền hình Hà Nội``, ``VTV24``: the token after a paper or station that is there with its name."""
    medium = MEDIA.longest(line.words, j) if line.words[j] in MEDIA.first else None
    if medium is None or not (line.caps[j] or line.caps[medium[1]]):
        return None
    if line.words[j] == "trang" and line.caps[j] and medium[1] == j + 1 and _two_syllables(line, j):
        return None  # người mẫu | Trang Nhung
    return at_medium(line, medium[1]) if medium[0].shape == "head" else medium[1]


def at_medium(line: Line, j: int) -> int:
    """The name after ``đài``, ``báo``: one that the list knows, an acronym, or the run up to a person's name."""
    known = MEDIA.longest(line.words, j) if line.caps[j] else None
    if known is not None and known[0].shape == "whole":
        return known[1]
    if line.acronym(j):
        return j + 1
    end = run_end(line, j)
    return next((k for k in range(j + 1, end) if vietnamese_name(line, k)), end)


def whose_site(line: Line, j: int, word: Word) -> tuple[int, int] | None:
    """``trang chủ | Liên đoàn Bóng đá châu Á``, ``website của | Bộ Y tế``: the tokens of the body it belongs to."""
    of = j + (line.words[j] == "của")
    whose = body(line, of) if word.group in ("sites of bodies", "portals") else None
    if whose is None or whose.definite or not any(line.caps[of : whose.end]):
        return None
    return of, whose.end


# Which of the press: báo chí | nhà nước, truyền thông | trong nước và quốc tế.
WHICH_PRESS = Phrases(
    tuple(words.split())
    for words in (
        *("trong nước", "ngoài nước", "quốc tế", "địa phương", "nhà nước", "chính thống", "độc lập", "tư nhân"),
        *("trong và ngoài nước", "trong nước và quốc tế", "thế giới", "khu vực", "sở tại", "bản địa", "lá cải"),
        *("lề phải", "lề trái", "lề đảng", "hải ngoại", "nước ngoài", "quốc doanh", "trung ương", "nước", "đại chúng"),
        *("và quốc tế", "và ngoài nước", "và nước ngoài", "và thế giới"),
    )
)
# What states are called: truyền thông xứ | sương mù.
FAR_LANDS = Phrases(
    tuple(words.split())
    for words in (
        *("sương mù", "sở sương mù", "sở kim chi", "kim chi", "củ sâm", "sở củ sâm", "hàn", "trung", "nhật", "đài"),
        *("bạch dương", "sở bạch dương", "chuột túi", "sở chuột túi", "mặt trời mọc", "sở mặt trời mọc", "cờ hoa"),
        *("hoa anh đào", "sở hoa anh đào", "bò tót", "sở bò tót", "chùa vàng", "tỷ dân", "cảng thơm", "gấu trúc"),
        *("samba", "sở samba", "tango", "sở vạn đảo", "vạn đảo", "triệu voi", "lá phong", "lá phong đỏ", "kangaroo"),
        *("đấu bò", "sở đấu bò", "chùa tháp", "sở chùa tháp", "nụ cười", "sở nụ cười", "kim tự tháp", "lục lăng"),
        *("gà trống", "mì ống", "mỳ ống", "pizza", "anh đào", "sở mì ống", "sở kim tự tháp", "sở tulip", "cà ri"),
        *(
            "catalan",
            "catalonia",
            "bắc âu",
            "ba tư",
            "phù tang",
            "đông lào",
            "thiên đường",
            "sở hoa tulip",
            "hoa tulip",
        ),
    )
)
SHORT_STATES = frozenset("hàn trung nhật mỹ anh pháp đức ý nga thái đài tây triều ấn úc".split())  # báo Hàn
