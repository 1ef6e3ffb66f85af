"""What a few titles go with that is no body and no place: a network, words in marks, an age."""

from __future__ import annotations

from quotes.lexicon import Word
from quotes.mentions.line import DASHES, Line

_NETWORKS = frozenset(
    "facebook twitter tiktok zalo mạng x instagram youtube weibo reddit threads telegram wechat douyin linkedin".split()
)


SHIPS = frozenset("uss hms hmcs".split())
COMMANDS = frozenset(("hạm trưởng", "thuyền trưởng", "hạm phó", "chỉ huy", "chỉ huy trưởng", "thủy thủ", "tư lệnh"))


def account(line: Line, j: int) -> int | None:
    """``tài khoản | Facebook có tên``: the network, up to the name."""
    if line.words[j] in _NETWORKS:
        return j + 1
    k = j + 2 if line.words[j] in ("có", "mang") and line.words[j + 1] in ("tên", "nickname") else j + 1
    return k if k > j + 1 or line.words[j] == "tên" else None


def quoted(line: Line, j: int, longest: int = 6) -> int | None:
    """``đội trưởng “Tam sư”``: a few words in marks, with no stop among them."""
    for k in range(j + 2, min(j + 2 + longest, line.n)):
        if line.words[k] in ("”", '"', "'", "’"):
            return k + 1
        if not line.words[k][0].isalnum() and line.words[k] not in DASHES:
            return None
    return None


def aged(line: Line, j: int) -> int:
    """The token after ``40 tuổi``, or where it would begin."""
    return j + 2 if line.words[j].isdigit() and line.words[j + 1] == "tuổi" else j


def born(line: Line, j: int) -> int:
    """The token after ``sinh năm 1995``, or where it would begin."""
    return j + 3 if line.words[j : j + 2] == ("sinh", "năm") and line.words[j + 2].isdigit() else j


def of_age(line: Line, j: int) -> int:
    """``nữ diễn viên | 28 tuổi``, ``chiến lược gia | sinh năm 1968``, ``nam ca sĩ | 9X``: the token after the age."""
    return j + 1 if line.words[j] in _GENERATIONS else max(aged(line, j), born(line, j))


_GENERATIONS = frozenset("5x 6x 7x 8x 9x 10x 2k".split())


def school_year(line: Line, j: int, head: Word) -> int:
    """The token after ``lớp 9A``, ``năm thứ ba``, ``năm 3`` of a student, or where it would begin."""
    after = line.words[j + 1]
    if line.words[j] == "lớp":
        return j + 2 if after[:1].isdigit() or line.caps[j + 1] else j
    if after == "thứ":
        return j + 3
    student = head.group == "school" and line.words[j - 1] == head.form.split(" ")[-1]
    return j + 2 if student and ((after.isdigit() and len(after) == 1) or after in _YEARS) else j


_YEARS = frozenset("nhất hai ba tư bốn năm sáu cuối đầu".split())


def shirt(line: Line, j: int) -> int:
    """The token after ``mang áo số 8``, ``số 5`` thế giới, ``hạng 20``, or where it would begin."""
    if line.words[j] in ("số", "hạng") and line.words[j + 1].isdigit():
        return j + 2
    k = j + (line.words[j] in ("mang", "khoác", "đeo"))
    return k + 3 if line.words[k : k + 2] == ("áo", "số") and line.words[k + 2].isdigit() else j


def which_one(line: Line, j: int, head: Word) -> int:
    """The token after ``Tổng thống Mỹ | thứ 47``, ``Đội trưởng đội | 3``, or where it would begin."""
    if line.words[j] == "thứ":
        return j + 2 if head.kind == "office" and _in_order(line, j + 1) else j
    return j + 1 if line.words[j].isdigit() and _numbered(line, j) else j


def _in_order(line: Line, j: int) -> bool:
    """``Tổng thống thứ | 47``, ``Phó thủ tướng thứ | nhất``; ``thứ tư`` is a day, unless a name or ``của`` follows."""
    w = line.words[j]
    if w in _NO_DAY or (w.isdigit() and not 1 < int(w) < 8):
        return True
    return (w in _ALSO_DAYS or w.isdigit()) and not line.caps[j] and (line.words[j + 1] == "của" or line.caps[j + 1])


def _numbered(line: Line, j: int) -> bool:
    """``Đội trưởng đội | 3``, ``Trưởng ban dự án | 2 (Khu A)``: which of several units it is."""
    if line.words[j - 1] not in _UNITS or len(line.words[j]) > 2:
        return False
    after = line.words[j + 1]
    return not after[:1].isalnum() or line.caps[j + 1] or line.cue(j + 1) or after in ("của", "thuộc", "công", "khu")


_UNITS = frozenset("đội tổ phòng ban khu trạm vụ án khoa sở khóa khối cụm nhánh đoàn vùng hạt".split())
_NO_DAY = frozenset("nhất nhì tám chín mười".split())
_ALSO_DAYS = frozenset("hai ba tư năm sáu bảy".split())
