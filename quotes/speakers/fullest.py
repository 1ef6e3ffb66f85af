"""The role that says most of a person: an office before a profession, of the same the fullest form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.lexicon import keys
from quotes.lexicon import words as word_list
from quotes.model import Mention
from quotes.speakers.fitting import gender_of
from quotes.speakers.persons import Person
from quotes.speakers.roles import DEGREES, HONOURS, Role, in_full, offices
from quotes.speakers.scene import plain

# Which of a person's roles says most: an office before a profession, a profession before a part played.
_WEIGHT = {"office": 4, "profession": 3, "status": 2, "kin": 2, "people": 1, "rank": 0, "degree": 0}
_VAGUE = frozenset(
    ("người đồng cấp", "thành viên", "lãnh đạo", "đại diện", "nhà lãnh đạo", "cán bộ", "đại biểu", "đảng viên")
)
# Of several, and of no one of them: `bố mẹ của cậu bé A`.
_FAMILIES = frozenset(
    (
        *("vợ chồng", "bố mẹ", "cha mẹ", "ba mẹ", "gia đình", "đại gia đình", "bạn bè", "họ hàng", "con cháu"),
        *("chị em", "anh em", "anh chị em", "mẹ con", "bố con", "cha con", "vợ con", "bà cháu", "ông cháu"),
    )
)
_ANYBODY = frozenset(("people", "kin", "status"))
# Degrees and ranks in front of another title are address: `Giáo sư, nhà nghiên cứu`; not in `giáo sư danh dự`.
_RANKS = (
    r"phó giáo sư|giáo sư|tiến s[iĩỹ]|thạc s[iĩỹ]|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy"
    r"|thiếu tướng|trung tướng|thượng tướng|đại tướng|chuẩn tướng|chuẩn đô đốc|phó đô đốc|đô đốc"
)
_DEGREE_FIRST = re.compile(rf"^(?:{_RANKS})[,\-– ]+(?=\w)", re.IGNORECASE)

# Likewise behind one: `Phó giám đốc Công an tỉnh, Thiếu tướng`.
_DEGREE_LAST = re.compile(rf"(?:\s*[,\-–]\s*(?:{_RANKS}))+$", re.IGNORECASE)

# `Thứ trưởng Bộ Y tế, đại diện các bộ ngành`, `Chính ủy Quân khu 1 cùng lãnh đạo tỉnh`: who else was there.
_OTHERS_AFTER = re.compile(
    r"(?:[,;] (?:và |cùng )?(?:đại diện |lãnh đạo |đại biểu )+(?:các|một số|nhiều|những)\b"
    r"|(?<!cuối) cùng(?: (?:đại diện|lãnh đạo|đại biểu|các|một số|nhiều|những|đoàn|đồng chí|lực lượng|toàn thể"
    r"|đồng nghiệp|cộng sự|gia đình)\b|$)).*$",
    re.IGNORECASE,
)


# `CEO Hoa Mai (đơn vị sở hữu công nghệ)`, `(mã chứng khoán: HM)`: what the body is; not `(huyện A)`, `(Bộ Y tế)`.
_OF_THE_BODY = re.compile(
    r"\s*\((?:đơn vị|chủ đầu tư|mã|nơi|nay|tên|chuyên|sở hữu|doanh nghiệp|công ty|tập đoàn|hãng|tổ chức"
    r"|nhà (?:thầu|phân phối|sản xuất|cung cấp|đầu tư|phát triển)|tổng thầu|trụ sở|đóng|đang|từng|trước|một|viết tắt"
    r"|gọi tắt|thành lập|có|được|vừa|do|tiền thân|đại diện|quản lý|vận hành|kênh|thương hiệu|cơ quan|trường"
    r"|thành viên)\b[^()]*\)$"
)
_SUFFERED = re.compile(r"(?<=\w)(?: người)? (?:đang|đã|vừa|mới|từng) bị\b.*$")  # vợ của luật sư An | đang bị giam
_ANOTHER = re.compile(r" khác(?: của\b| trong\b|$)")
POINTING = (" này", " nói trên")  # giám đốc công ty này: of one that was named before


def fullest_role(person: Person) -> str | None:
    """The fullest role: of each mention all its phrases together, then the weightiest and longest.

    What stands beside the name is the role; a title in place of the name tells it where the name stands bare, or in
    more words.
    """
    if not person.roles:
        return None
    told = [
        (mention, telling)
        for mention, roles in person.roles_by_mention()
        if roles and (telling := _telling(person, mention, roles))
    ]
    beside = [r for mention, roles in told if mention.name is not None for r in roles if _says_what(r)]
    new = _new_posts(told)
    best: tuple[int, int, int, bool, int, int] | None = None
    answer: str | None = None
    for mention, roles in told:
        if (
            person.named
            and mention.name is None
            and beside
            and not any(r.after_name for r in roles)
            and not any(_same_post(r, b) for r in roles for b in beside)
        ):
            continue
        text = _OTHERS_AFTER.sub("", _DEGREE_LAST.sub("", _without_degree(_joined(roles))))
        text = _OF_THE_BODY.sub("", text)
        text = _SUFFERED.sub("", text) if roles[-1].head is not None and roles[-1].head.kind == "kin" else text
        weight = max((_weight(r) for r in roles if r.head is not None), default=0)
        weight += bool(new) and any(o.rank in new for r in roles for o in offices(r))
        words = frozenset().union(*(r.rest | set(r.rank.split()) for r in roles)) - _OF_THE_DAY
        named = mention.name is not None
        told_by = 0 if text.endswith(POINTING) else len(words) - (not named and text.endswith(" Việt"))  # Bác sĩ Việt
        whole = mention.name is not None and mention.name.end - mention.name.start
        score = (weight, told_by, -_shortened(text), named, whole, -mention.span.start)
        if best is None or score > best:
            best, answer = score, text
    return answer


def _new_posts(told: Sequence[tuple[Mention, list[Role]]]) -> frozenset[str]:
    """The offices that somebody has come into, as the article tells: of ``tân Chủ tịch Quốc hội`` that of chairman."""
    fresh = [r for _, roles in told for r in roles if "tân " in r.text.lower()]
    posts = [o for r in fresh for o in offices(r) if "tân" in keys(o.text)[:2]]
    return frozenset(o.rank for o in posts if o.head is not None and o.head.kind == "office")


def _telling(person: Person, mention: Mention, roles: list[Role]) -> list[Role]:
    """Those of a mention's roles that tell what the person is; none where the mention only points at somebody."""
    if any(r.head is not None and r.head.kind in ("office", "profession") for r in roles):
        roles = [r for r in roles if r.head is None or r.head.kind != "rank"]
    if person.named:
        roles = [r for r, after in zip(roles, (*roles[1:], None), strict=False) if not _bare(r, after)]
        roles = [r for r in roles if not (_FAMILIES & {r.text.lower(), r.rank} or _own_kin(r, person))]
    if any(r.head is not None and r.head.form in HONOURS for r in person.roles):
        roles = [r for r in roles if r.rank not in ("nghệ sĩ", "nghệ sỹ") or r.rest]
    roles = [r for r in roles if not _ANOTHER.search(r.text)]
    if not roles or (mention.definite and len(person.mentions) > 1 and not _tells_which(roles[-1])):
        return []
    gender = person.gender() if mention.name is None else None
    if gender is not None and gender_of(mention) not in (None, gender):
        return []
    if any(r.head is not None and r.head.kind in ("office", "profession", "status") for r in roles):
        roles = [r for r in roles if r.head is None or r.head.kind not in ("kin", "people")]
    pointing = mention.name is None and roles[-1].text.endswith(" này")
    if pointing and mention.span.end == roles[-1].span.end and len(person.mentions) > 1:
        return []  # đại diện hãng này
    if person.named and roles[-1].text.endswith(" của mình"):
        return []  # người cha của mình: whose it is, is told of somebody else
    if person.named and mention.name is None and all(_anybody(r) for r in roles):
        return []
    head = next((r.head for r in roles if r.head is not None), None)
    vague = head is not None and not roles[0].rest and (head.kind in _ANYBODY or head.form in _VAGUE)
    return [] if vague and not person.named else roles


def _own_kin(role: Role, person: Person) -> bool:
    """``chồng của Lê Mai`` of Lê Mai: somebody else was meant."""
    if role.head is None or role.head.kind != "kin":
        return False
    return role.rest.issuperset(person.full) or any(len(k) > 1 and role.rest.issuperset(k) for k in person.forms)


def _tells_which(role: Role) -> bool:
    """``vị | chiến lược gia người Tây Ban Nha``; not ``vị bác sĩ``, ``vị bác sĩ này``."""
    words = keys(role.text)
    return role.head is not None and role.head.kind == "profession" and "người" in words[1:-1]


def _anybody(role: Role) -> bool:
    """``Bà mẹ trẻ``, ``cô gái``: in place of a name it tells no more than sex and age."""
    return role.head is not None and role.head.kind in ("people", "kin") and role.rest <= _AGES


_AGES = frozenset("trẻ già nhỏ tuổi trung niên".split())


def _says_what(role: Role) -> bool:
    return role.head is not None and role.head.kind != "kin" and _weight(role) >= _WEIGHT["status"]


def _same_post(role: Role, other: Role) -> bool:
    return role.head is not None and (role.rank == other.rank or role.head is other.head)


def _shortened(text: str) -> int:
    """How many words its short forms leave out: ``NTK`` for ``nhà thiết kế``."""
    words = keys(text)
    return len(in_full(words)) - len(words)


# `Tổng thống sắp mãn nhiệm`, `tổng thống của họ`, `quan chức khác` say no more than `Tổng thống`, `quan chức`.
_OF_THE_DAY = frozenset(
    "sắp mới vừa mãn nhiệm đắc cử nhậm chức nghỉ về hưu quá cố tương lai hiện thứ hai ba tư đầu tiên duy nhất khác"
    " ấy họ hắn".split()
)


_CALLED = frozenset(("tài khoản", "nickname"))  # under which somebody writes


def _bare(role: Role, after: Role | None) -> bool:
    """A degree with nothing that goes with it: of ``Giáo sư An``, but not of ``Giáo sư An từ Đại học B``."""
    if role.rank in _CALLED or role.text.lower() == "người":  # người có nick Mai An
        return True
    return role.rank in DEGREES and not role.rest and (after is None or after.head is not None)


def _without_degree(text: str) -> str:
    while (found := _DEGREE_FIRST.match(text)) is not None:
        if word_list("titles").longest(keys(text[found.end() :]), 0) is None:
            break
        text = text[found.end() :]
    return text


def _weight(role: Role) -> int:
    """An officer of a body holds an office: ``đại úy Công an quận 6``."""
    assert role.head is not None
    if role.head.kind == "rank" and role.rest:
        return _WEIGHT["office"]
    if role.head.form in HONOURS and not role.rest:
        return _WEIGHT["people"]
    return _WEIGHT.get(role.head.kind, 0) - (role.head.form in _VAGUE)


def _joined(roles: list[Role]) -> str:
    """Title before and apposition after the name, as one phrase."""
    text, offices = "", 0
    for role in roles:
        piece = role.text
        offices += role.head is not None
        if offices > _MOST:
            break
        if not text:
            text = _PREPOSITION.sub("", piece)
        elif piece.startswith(("(", "- ", "– ", "của ", "thuộc ", "từ ", "tại ", "ở ")):
            text += " " + piece
        else:
            text += ", " + piece
    return plain(text)


_PREPOSITION = re.compile(r"^(?:của|thuộc|từ|tại|ở) ")
_MOST = 2  # offices that one record names
