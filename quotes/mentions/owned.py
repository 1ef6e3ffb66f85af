"""Titles of somebody else or of a body named before: ``Ngoại trưởng | nước này``, ``CĐV | Hải Hòa``."""

from __future__ import annotations

from quotes.lexicon import Phrases, keys, words
from quotes.mentions.ends import closes
from quotes.mentions.found import Person
from quotes.mentions.line import DASHES, HONORIFICS, NEARBY, SURNAMES, Line, syllable
from quotes.mentions.names import name, place, vietnamese_name
from quotes.mentions.pointing import pointed
from quotes.mentions.titles import Title

# What people are of, in the words that point back at it.
_OWNERS = Phrases(
    keys(form)
    for form in (
        *("nước", "đất nước", "quốc gia", "đảo quốc", "vương quốc", "chính phủ", "nhà nước", "liên minh", "khối"),
        *("bộ", "sở", "cục", "tổng cục", "vụ", "viện", "ban", "ủy ban", "cơ quan", "đơn vị", "tổ chức", "lực lượng"),
        *("hội", "hiệp hội", "liên đoàn", "quỹ", "phong trào", "nhóm", "mặt trận", "đảng", "phe", "hội đồng"),
        *("công ty", "tập đoàn", "hãng", "hãng xe", "hãng hàng không", "hãng tin", "hãng phim", "hãng dược"),
        *("ngân hàng", "nhà băng", "doanh nghiệp", "nhà máy", "cửa hàng", "chuỗi", "startup", "nền tảng", "sàn"),
        *("trường", "nhà trường", "trường học", "đại học", "trường đại học", "học viện", "viện nghiên cứu", "khoa"),
        *("bệnh viện", "phòng khám", "trung tâm", "phòng thí nghiệm", "bảo tàng", "nhà hát", "thư viện"),
        *("tỉnh", "thành phố", "tp", "thị xã", "thị trấn", "huyện", "quận", "xã", "phường", "thôn", "bản", "ấp"),
        *("làng", "khu phố", "tổ dân phố", "địa phương", "bang", "vùng", "vùng lãnh thổ", "hòn đảo", "khu vực"),
        *("đội", "đội bóng", "đội tuyển", "clb", "câu lạc bộ", "đoàn", "đoàn phim", "ban nhạc", "ê-kíp"),
        *("tờ báo", "báo", "tờ", "tạp chí", "đài", "kênh", "trang", "quán", "nhà hàng", "khách sạn", "chùa"),
        *("tòa", "tòa án", "viện kiểm sát", "văn phòng", "phòng", "đại sứ quán", "dự án", "giải đấu", "hợp tác xã"),
    )
)
_HOSTS = Phrases(keys(form) for form in ("nước chủ nhà", "nước sở tại", "nước bạn", "nước láng giềng", "chủ nhà"))
_WORDS = 3  # of the longest of them
_BEGIN = frozenset((*_OWNERS.first, *_HOSTS.first))


def owner_before(line: Line, t: Title) -> int | None:
    """The token after ``công ty này`` at the end of a title or behind it; nothing after ``tiền đạo này``."""
    if not t.definite:
        j = t.end + (line.words[t.end] == "của")
        if line.words[j] not in _BEGIN:
            return None
        if (host := _HOSTS.after(line.words, j)) > j:
            return host
        after = _OWNERS.after(line.words, j) if not line.caps[j] else j
        end = pointed(line, after) if after > j else after
        addressed = line.words[after] == "," and line.words[after + 1] in HONORIFICS.first and line.caps[after + 2]
        return end if end > after or (end > j and addressed) else None  # hiệu trưởng nhà trường, | thầy Lê An
    last = t.end - 1 - (line.words[t.end - 2 : t.end] == ("nói", "trên"))
    head = len(t.head.form.split(" "))
    for k in range(max(last - _WORDS, t.start + head), last):
        if _OWNERS.after(line.words, k) == last and not line.caps[k]:
            return t.end
    return None


def name_beside(line: Line, k: int) -> tuple[int, int] | None:
    """The address, or the name, and the token after the name, of who has a title of ``nước này`` that ends at ``k``."""
    if line.caps[k]:
        end = name(line, k)
        return (k, end) if end is not None and end - k >= 2 and not place(line, k) else None
    if line.words[k] != "," and line.words[k] not in DASHES and line.words[k] != "là":
        return None
    address = HONORIFICS.longest(line.words, k + 1)
    start = address[1] if address is not None and address[0].before else k + 1
    end = name(line, start) if line.caps[start] and not place(line, start) else None
    if end is None or (start == k + 1 and (end - start < 2 or not (closes(line, end) or line.cue(end)))):
        return None
    return k + 1, end


def of_another_name(line: Line, j: int, end: int, found: Person) -> bool:
    """``người hâm mộ | Lê Văn Hải``, ``CĐV | Hải Hòa``: no name of the one who speaks, but of whom he goes with."""
    if found.head is not None and found.head.form in _SUPPORT:
        woman = line.text[: line.starts[j]].endswith(" nữ ")
        bearer = vietnamese_name(line, j)  # stars have names of two words
        star = bearer is not None and bearer - j == 2 and found.head.form not in _OF_TEAMS
        return found.plural or not (woman or (bearer is not None and not star))
    if found.head is not None and found.head.kind == "kin" and not found.counted:
        sex = _sex(line, j, end)
        if sex is not None and found.head.gender not in (None, sex):
            return True  # vợ | Lê Văn Hùng, chồng | Emma Brown
    if found.head is not None and found.head.form in _LOVERS and not found.counted and end - j == _TWO:
        heads = found.start == 0 or not line.words[found.start - 1][0].isalnum()
        if heads and line.words[j] not in SURNAMES.first and all(syllable(w) for w in line.words[j:end]):
            return True  # Bạn trai | Minh Thư nói
    return _known_before(line, j, end, found)


def _sex(line: Line, j: int, end: int) -> str | None:
    """Male or female, as the given name lets one think."""
    ours = all(syllable(w) for w in line.words[j:end])
    if ours and end - j < 2:
        return None
    given = _GIVEN.phrases.get((line.words[end - 1 if ours else j],))
    return given.gender if given is not None and given.group.endswith("Vietnamese") == ours else None


_GIVEN = words("given_names")
_TWO = 2  # syllables of a stage name
_LOVERS = frozenset(
    (
        *("bạn trai", "bạn gái", "bạn trai cũ", "bạn gái cũ", "người yêu", "người yêu cũ", "tình cũ", "tình mới"),
        *("hôn phu", "hôn thê", "vị hôn phu", "vị hôn thê", "người tình", "bạn trai tin đồn", "bạn gái tin đồn"),
        *("vợ", "chồng", "bà xã", "ông xã", "vợ cũ", "chồng cũ", "vợ sắp cưới", "chồng sắp cưới"),
    )
)
_SUPPORT = frozenset(("người hâm mộ", "nhm", "fan", "fan hâm mộ", "cđv", "cổ động viên"))
_OF_TEAMS = frozenset(("cđv", "cổ động viên"))


def _known_before(line: Line, j: int, end: int, found: Person) -> bool:
    """``bà xã | Lê Văn Hải``, ``đại diện | Lê Văn Hải``: somebody else, whom the article named before without it."""
    stands_for = found.head is not None and found.head.form in _FOR_SOMEBODY
    if found.head is None or not (found.head.kind == "kin" or stands_for) or end - j < 2:
        return False
    named = line.text[line.starts[j] : line.ends[end - 1]]
    at = line.text.find(named, max(0, line.starts[j] - NEARBY), line.starts[j])
    before = line.text[max(0, at - 20) : at].rstrip().lower()
    return at >= 0 and not before.endswith((found.head.form, *(_ADDRESSED if stands_for else ())))


_ADDRESSED = ("ông", "bà", "anh", "chị")
_FOR_SOMEBODY = frozenset(("đại diện", "người đại diện", "quản lý", "người quản lý"))
