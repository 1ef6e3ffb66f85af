"""Where a description without a name ends: ``đại diện đơn vị vận hành``, ``một người bạn cũ của nạn nhân``."""

from __future__ import annotations

from quotes.lexicon import Phrases
from quotes.mentions.bodies import body
from quotes.mentions.ends import OCCASIONS, close, closes, cue_behind, spot, up_to_cue
from quotes.mentions.found import HOLDS_POST, Person, cited_by_theo
from quotes.mentions.goes_with import aged
from quotes.mentions.line import HONORIFICS, Line, syllable
from quotes.mentions.names import STREETS, place, run_end
from quotes.mentions.titles import owner, title

_LONGEST = 12  # small words after the head
# Who speaks for others or is set over them.
_HEADS = frozenset(
    (
        "đại diện",
        "người đại diện",
        "lãnh đạo",
        "người phát ngôn",
        "phát ngôn viên",
        "người đứng đầu",
        "ông chủ",
        "bà chủ",
        "chủ",
        "giám đốc",
        "phó giám đốc",
        "tổng giám đốc",
        "ceo",
        "chủ tịch",
        "quản lý",
        "nhân viên",
        "cán bộ",
        "chỉ huy",
        "chủ tọa",
        "chủ tọa phiên tòa",
        "thành viên",
        "quan chức",
        *("hiệu trưởng", "phó hiệu trưởng", "hiệu phó", "trưởng phòng", "phó chủ tịch", "phó tổng giám đốc"),
        *("kế toán trưởng", "trưởng đại diện", "chủ nhiệm", "nhà sáng lập", "người sáng lập", "đồng sáng lập"),
    )
)
# With these small words what they speak for or are set over begins.
_NOUNS = frozenset(
    (
        *("đơn vị", "nhà", "thương hiệu", "nhãn hàng", "đoàn", "chiến dịch", "doanh nghiệp", "dn", "nh", "công ty"),
        *("hãng", "cửa hàng", "quán", "cơ sở", "khách sạn", "hệ thống", "chuỗi", "sàn", "nền tảng", "ứng dụng", "nhóm"),
        *("đội", "ekip", "ê kíp", "chương trình", "phiên", "lực lượng", "tàu", "ngân hàng", "liên minh", "câu lạc bộ"),
        *("hợp tác xã", "tòa nhà", "siêu thị", "trang trại", "xưởng", "cơ quan", "tổ chức", "văn phòng", "trung tâm"),
        *("quán ăn", "quán nhậu", "quán cà phê", "quán cafe", "quán phở", "tiệm", "tiệm ăn", "tiệm vàng", "nhà hàng"),
        *("shop", "spa", "salon", "homestay", "resort", "phòng khám", "gara", "garage", "cây xăng", "cơ sở kinh doanh"),
        *("ban tổ chức", "ban quản lý", "chủ đầu tư", "dự án", "tập đoàn", "trường", "bệnh viện", "hiệp hội", "quỹ"),
        "hội",
    )
)
# And who owns it.
_OWNED = frozenset(
    (
        *("nhà trọ", "nhà xe", "trại", "vườn", "vựa", "lò", "đại lý", "sạp", "xe", "gian hàng", "kênh", "fanpage"),
        *("phòng trọ", "dãy trọ", "khu trọ", "căn nhà", "căn hộ", "ngôi nhà", "mảnh đất", "lô đất", "thửa đất"),
        *("hộ kinh doanh", "cơ sở sản xuất", "bãi xe", "trang", "ao", "đầm", "hồ", "bè", "khu du lịch"),
    )
)
_OWNERS = frozenset(("chủ", "ông chủ", "bà chủ"))
_OWNABLE = _NOUNS | _OWNED
_MORE = Phrases(
    tuple(words.split())
    for words in (
        *(
            "khác",
            "cũ",
            "giấu tên",
            "giấu tên khác",
            "giấu mặt",
            "ẩn danh",
            "thân cận",
            "thân thiết",
            "thân tín",
            "cấp cao",
        ),
        *("am hiểu vấn đề", "có mặt tại hiện trường", "nào đó", "còn lại"),
    )
)


def whole(line: Line, j: int, found: Person) -> int:
    """The token after a description whose head and known complements end at ``j``."""
    assert found.head is not None
    nouns = _OWNABLE if found.head.form in _OWNERS else _NOUNS
    end = _body(line, j, nouns) if found.head.form in _HEADS else j
    more = _MORE.after(line.words, end)
    if more > end:
        end = (owner(line, more + 1, "của") if line.words[more] == "của" else None) or more
    if line.words[aged(line, end)] in ("của", "thuộc"):
        end = up_to_cue(line, aged(line, end) + 1) or end
    found.extend_role(j, end)
    return end


def located(line: Line, j: int, found: Person) -> int:
    """``chủ một quán ăn | trên đường Lê Lợi cho hay``, ``một thợ | trong nhà xe Hoa Mai``: where, up to the cue."""
    at = aged(line, j)
    if found.head is None or found.head.official == "yes":
        return j
    end = _spot(line, at + 1) if line.words[at] in _WHERE else _placed(line, j)
    while end is not None and (more := _farther(line, end)) is not None:
        end = more
    if end is None or not (cue_behind(line, end) or (cited_by_theo(line, found) and line.words[end] == ",")):
        return j
    found.extend_role(j, end)
    return end


def _farther(line: Line, j: int) -> int | None:
    """``quận Hải Châu | , Đà Nẵng``, ``Cao Lãnh | (Đồng Tháp)``: the token after one more place."""
    if line.words[j] == "," and _is_name(line, j - 1):
        end = place(line, j + 1)
        return end if end is not None and any(_is_name(line, k) for k in range(j + 1, end)) else None
    shut = line.words[j] == "(" and (end := place(line, j + 1)) is not None and line.words[end] == ")"
    return end + 1 if shut and end is not None else None


def _placed(line: Line, j: int) -> int | None:
    """``j`` where a place that is told behind ``ở`` or ``tại`` ends there, and farther ones may follow."""
    if line.words[j] not in (",", "(") or not _is_name(line, j - 1):
        return None
    return j if any(line.words[k] in _WHERE for k in range(max(j - _PLACE, 0), j - 1)) else None


def _is_name(line: Line, k: int) -> bool:
    """``Cao | Lãnh``, ``quận | 7``."""
    return line.caps[k] or line.words[k].isdigit()


_PLACE = 8  # words of a place
_WHERE = frozenset("trên ở tại trong từ".split())


def _spot(line: Line, j: int) -> int | None:
    """The token after a street, a place, a body or another name that begins at ``j``; no occasion."""
    if line.words[j] in STREETS and line.caps[j + 1]:
        return run_end(line, j + 1)
    if j >= line.n or OCCASIONS.after(line.words, j) > j:
        return None
    if (end := place(line, j)) is not None:
        return end
    if line.caps[j]:
        return run_end(line, j) if line.acronym(j) or not syllable(line.words[j]) else None
    return spot(line, j) if line.words[j - 1] in ("ở", "tại", "trong") else None


def _body(line: Line, j: int, nouns: frozenset[str]) -> int:
    """``đại diện | một doanh nghiệp vận tải``, ``ông chủ | tập đoàn này``: up to the predicate or mark after it."""
    start = j + (line.words[j] == "một")
    noun = max((n for n in (1, 2, 3) if " ".join(line.words[start : start + n]) in nouns), default=0)
    if not noun or (line.caps[start] and (start == j or line.words[start] not in _SHORT)):
        return j
    for k in range(start + noun, min(start + _LONGEST, line.n)):
        above = line.words[k] == "trên" and (line.predicate(k + 1) or not line.words[k + 1][:1].isalnum())
        if line.words[k] in ("này", "đó") or above:
            return k + 1
        if line.words[k] == "của":
            return owner(line, k + 1, "của") or k
        if line.words[k] in _GOES_ELSEWHERE:
            return k
        if not line.words[k][0].isalnum() or line.predicate(k) or HONORIFICS.longest(line.words, k):
            return k
    return j


_GOES_ELSEWHERE = frozenset("khiến vì khi mà nên do".split())  # đại diện nhãn hàng | khiến cô đứng hình
_SHORT = frozenset(("dn", "nh", "htx", "clb", "cty"))  # đại diện một | DN vận tải


def predicated(line: Line, i: int, j: int, found: Person) -> int:
    """``Mai hiện là sinh viên | năm ba ngành Báo chí, Đại học B.``: told of somebody, a title runs on to its mark."""
    if line.words[i - 1] not in HOLDS_POST or found.honorific or not found.roles or found.plural or found.definite:
        return j
    t = title(line, found.roles[0][0], loose=True) if len(found.roles) == 1 else None
    if t is None or t.head is not found.head or t.definite or t.head.weak or t.head.kind == "kin":
        return j
    end = close(line, t.end) if line.words[t.end] == "(" else t.end
    while line.words[end] == "," and (inner := _taught(line, end + 1)) is not None:
        end = inner
    if end <= j or not closes(line, end):
        return j
    found.roles[0] = (found.roles[0][0], end)
    found.complete = True
    return end


def _taught(line: Line, j: int) -> int | None:
    """``, lớp 9A trường B``, ``, khoa Báo chí``: the token after the class, the faculty, the school."""
    if line.words[j] in ("lớp", "khóa", "ngành", "chuyên"):
        return next((k for k in range(j + 1, min(j + 12, line.n)) if closes(line, k)), None)
    inner = body(line, j)
    return inner.end if inner is not None and not inner.definite and closes(line, inner.end) else None
