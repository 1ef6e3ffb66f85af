"""What a post is for: ``chuyên gia về khí hậu``, ``Trưởng khoa Ngoại Lồng ngực``; where that ends."""

from __future__ import annotations

from quotes.lexicon import Phrases, Word, keys
from quotes.mentions.fields import more_fields
from quotes.mentions.line import DASHES, FIELDS, HONORIFICS, Line, syllable
from quotes.mentions.names import known_place, name, place

# What goes on with `chuyên gia phân tích` where that is what somebody is.
_ANALYST = frozenset("cấp cao chính thị tại của thuộc từ quân kinh hàng dữ trưởng kỹ năng chứng".split())
_EXPERTS = frozenset(("chuyên gia", "chuyên viên", "cán bộ", "nhân viên", "nhà nghiên cứu", "trưởng phòng"))
_FORECAST = Phrases(
    keys(form)
    for form in (
        *("thời tiết", "khí tượng", "khí tượng thủy văn", "thủy văn", "khí hậu", "thiên tai", "bão", "lũ", "động đất"),
        *("kinh tế", "thị trường", "tài chính", "công nghệ", "xu hướng", "dịch bệnh", "dịch tễ"),
    )
)


def analyst(line: Line, j: int, head: Word) -> int | None:
    """``chuyên gia | phân tích Lê An``, ``chuyên gia | dự báo thời tiết Lê An``; not ``chuyên gia | dự báo rằng``."""
    if head.form not in _EXPERTS or line.words[j : j + 2] not in (("phân", "tích"), ("dự", "báo")):
        return None
    end = j + 2 if line.words[j] == "phân" else _FORECAST.after(line.words, j + 2)
    if end == j + 2 and line.words[j] == "dự":
        return None
    named = line.caps[end] and not known_place(line, end) and name(line, end) is not None
    return end if named or (line.words[j] == "phân" and line.words[end] in _ANALYST) else None


_LEARNED = frozenset(
    (
        *("tiến sĩ", "tiến sỹ", "giáo sư", "phó giáo sư", "thạc sĩ", "thạc sỹ", "nhà nghiên cứu", "chuyên gia", "nhà"),
        *("học giả", "giảng viên", "nghiên cứu sinh", "trợ lý giáo sư", "bác sĩ", "nhà khoa học"),
    )
)


def learned_in(line: Line, j: int, head: Word) -> int | None:
    """``Tiến sĩ | nhân loại học``: the token after what somebody is learned in."""
    studies = line.words[j + 2] == "học" and head.form in _LEARNED and syllable(line.words[j])
    return j + 3 if studies and not (line.caps[j + 1] or line.predicate(j)) else None


def abroad(line: Line, j: int) -> int | None:
    """``thủ môn | Việt kiều Nga Lê An``, ``tiền vệ | Thái kiều``: of which people abroad somebody is, and where."""
    if line.words[j + 1] != "kiều" or line.words[j] not in _ABROAD or line.caps[j + 1]:
        return None
    return place(line, j + 2) or j + 2


_ABROAD = frozenset("việt thái hoa hàn nhật lào pháp đức".split())

# Who is called by the subject of his work.
_ABOUT = frozenset(
    (
        "chuyên gia, chuyên gia cao cấp, nhà nghiên cứu, học giả, nhà phân tích, giáo sư, luật sư, nhà báo, tác giả, "
        "bình luận viên, cố vấn, cố vấn cấp cao, trợ lý, trợ lý ngoại trưởng, đặc phái viên, đặc sứ, đại sứ, "
        "quan chức, báo cáo viên, báo cáo viên đặc biệt, cao ủy, đại diện cấp cao, điều phối viên, giám đốc, "
        "phát ngôn viên, bộ trưởng, thứ trưởng, phó chủ tịch, phó tổng thống"
    ).split(", ")
)
_SUBJECT = 9  # words of what an expert is one for


def subject(line: Line, j: int, head: Word) -> int | None:
    """``chuyên gia về | biến đổi khí hậu,``: a place, a field, or small words up to a mark, a name or ``của``."""
    if head.form not in _ABOUT or line.words[j] in ("nước", "nhà", "quê", "hưu", "phía", "phần", "tội", "chất"):
        return None
    found = FIELDS.longest(line.words, j)
    if found is not None and (line.caps[found[1]] or _SUBJECT_ENDS.issuperset(line.words[found[1] : found[1] + 1])):
        return more_fields(line, found[1])
    at = place(line, j)
    if at is not None:
        return at
    k = j
    while k < min(j + _SUBJECT + 1, line.n):
        if line.words[k] in _SUBJECT_ENDS or (k > j and (line.cue(k) or (line.caps[k] and name(line, k)))):
            return k if k > j else None
        if not line.words[k][0].isalpha() or (line.predicate(k) and not line.caps[k] and line.words[k] != "và"):
            return None
        found = FIELDS.longest(line.words, k)
        k = found[1] if found is not None else k + 1
    return None


_SUBJECT_ENDS = frozenset((",", ")", "của", "tại", "thuộc", "ở", *DASHES))


def done_for_living(line: Line, j: int, head: Word) -> int | None:
    """``chuyên gia | dự báo bão | của đài cho biết``: work that is a word of saying too, before what is said."""
    if line.words[j : j + 2] not in _WORK or head.group not in _ADVISERS:
        return None
    if line.words[j - 1] in _DEPARTMENTS and not line.caps[j]:
        return j + 2  # trưởng phòng | dự báo Đài Khí tượng A
    end: int | None = None
    for k in range(j + 2, min(j + _WORK_REACHES, line.n)):
        if line.caps[k] and end is None:
            return None  # chuyên gia | dự báo bão Mai sẽ tan
        if line.words[k : k + 2] in _REPORTS and line.cue(k):
            return end or k
        if line.words[k] in _WORKS_FOR:
            end = end or k
        elif not line.words[k][0].isalpha() or line.predicate(k):
            return None
    return None


_DEPARTMENTS = frozenset(("phòng", "ban", "tổ", "khoa", "phận"))
_WORK = frozenset((("dự", "báo"), ("cảnh", "báo"), ("tư", "vấn"), ("hướng", "dẫn"), ("đánh", "giá"), ("phân", "tích")))
_REPORTS = frozenset(
    (("cho", "biết"), ("cho", "hay"), ("cho", "rằng"), ("nhận", "định"), ("khẳng", "định"), ("tiết", "lộ"))
)
_WORKS_FOR = frozenset(("của", "tại", "ở", "thuộc"))
WORKERS = frozenset(("work", "business", "posts in any body", "school", "health"))
_ADVISERS = WORKERS | {"science, law and letters", "civil servants"}
_WORK_REACHES = 14  # words


def charged_with(line: Line, j: int) -> int | None:
    """``Thứ trưởng | phụ trách các vấn đề châu Á | Lê An``: what somebody has charge of, up to a name or mark."""
    if line.words[j : j + 2] != ("phụ", "trách"):
        return None
    k = j + 2
    while k < min(j + _CHARGE, line.n):
        field = FIELDS.longest(line.words, k)
        at = field[1] if field is not None and not line.caps[k] else place(line, k)
        at = k + 2 if line.words[k] == "châu" and line.caps[k + 1] else at
        named = at is None and line.caps[k] and (name(line, k) or k) > k + 1
        if named or line.words[k] in _CHARGE_ENDS or line.cue(k):
            return k if k > j + 2 else None
        if at is None and (not line.words[k][0].isalpha() or (line.predicate(k) and line.words[k] not in _ABOUT_IT)):
            return None
        k = at or k + 1
    return None


_CHARGE = 16  # words
_CHARGE_ENDS = frozenset((",", ")", "(", "của", "thuộc", *DASHES))
_ABOUT_IT = frozenset(("và", "về", "tại"))


OF_A_DEPARTMENT = frozenset(("trưởng khoa", "phó khoa", "trưởng bộ môn", "trưởng phòng", "phó phòng", "trưởng ban"))


def department(line: Line, j: int) -> int | None:
    """``Trưởng khoa Ngoại | Lồng ngực mạch máu``: one capital and the small words after it, up to a mark or a name."""
    known = syllable(line.words[j]) or "-" in line.words[j]  # Virus-Ký sinh trùng
    if line.caps[j + 1] or line.cue(j + 1) or not (known and syllable(line.words[j + 1])):
        return None
    for k in range(j + 2, min(j + 8, line.n)):
        if not line.words[k][0].isalpha() or line.caps[k] or line.cue(k) or line.words[k] == "cùng":
            return k
        if line.predicate(k) or HONORIFICS.longest(line.words, k):
            break
    return None
