"""What one person can be called: a coach is no striker, a minister no star; who sings may act."""

from __future__ import annotations

from quotes.lexicon import ARTS
from quotes.speakers.fitting import address
from quotes.speakers.persons import Person
from quotes.speakers.roles import Role, official

OWNERS = frozenset(("chủ nhân",))
PRESS = frozenset(("nhà báo", "ký giả", "phóng viên", "nhà phân tích", "biên tập viên", "bình luận viên", "cây bút"))
LAWMAKER = frozenset(("hạ nghị sĩ", "thượng nghị sĩ", "hạ nghị sỹ", "thượng nghị sỹ", "dân biểu", "nghị sĩ", "nghị sỹ"))
_COACH, _STRIKER, _HOST = (
    frozenset(("huấn luyện viên", "hlv trưởng", "trợ lý huấn luyện viên")),
    frozenset(("tiền đạo", "trung phong", "cầu thủ")),
    frozenset(("mc", "người dẫn chương trình", "host", "phát thanh viên")),
)
OTHER_WORDS = {
    "chiến lược gia": _COACH,
    "chiến lược gia bóng đá": _COACH,
    "nhà cầm quân": _COACH,
    "thuyền trưởng": _COACH,
    "ông thầy": _COACH,
    "thẩm phán": frozenset(("chủ tọa", "thẩm phán chủ tọa", "chủ tọa phiên tòa")),
    "chân sút": _STRIKER,
    "tay săn bàn": _STRIKER,
    "thủ thành": frozenset(("thủ môn",)),
    "mc": _HOST,
    "người dẫn chương trình": _HOST,
    "host": _HOST,
    **dict.fromkeys(("nghị sĩ", "nghị sỹ", "nhà lập pháp"), LAWMAKER),
    "nhà làm phim": frozenset(("đạo diễn",)),
    "tác giả": frozenset(("nhà văn", "nhà thơ", "thi sĩ", "nhà soạn kịch", "nhà báo", "họa sĩ", "nhạc sĩ", "cây bút")),
    **dict.fromkeys(("nhà báo", "ký giả", "phóng viên", "cây viết", "cây bút"), PRESS),
}


def performs(person: Person, role: Role) -> bool:
    """``nam ca sĩ`` for an actor: who sings acts, and writes songs too."""
    known = [r for r in person.offices() if r.head is not None and r.head.kind in ("office", "profession")]
    return role.rank in _PERFORMERS and all(r.rank in _PERFORMERS or r.rank in _ON_STAGE for r in known)


def could_be(person: Person, role: Role) -> bool:
    """Whether no known role speaks against an epithet: a coach is no striker, a minister no star."""
    if role.head is not None and (role.head.kind in ("status", "people", "kin") or role.head.form in OWNERS):
        return not official(person.grouped())[0]
    if role.head is not None and role.head.group == "sport" and role.rank not in _LED and _aged(person):
        return role.rank in _COACH and any(r.rank in _COACH for r in person.roles)
    if OTHER_WORDS.get(role.rank) is _COACH:
        return any(r.rank in _COACH for r in person.offices())
    if role.rank == "chính trị gia" and official(person.grouped())[0]:
        return True
    known = [r for r in person.offices() if r.head is not None and r.head.kind in ("office", "profession")]
    return all(r.rank == role.rank or _goes_with(r, role) for r in known)


_LED = frozenset(("chiến lược gia", "nhà cầm quân", "thuyền trưởng", "trọng tài", "bầu"))


def _coaches(rank: str) -> bool:
    """``huấn luyện viên``, ``nhà cầm quân``."""
    return rank in _COACH or OTHER_WORDS.get(rank) is _COACH


def _aged(person: Person) -> bool:
    """Whether somebody is called ``ông``: then no player."""
    return any(address(m.honorific or "") == "ông" for m in person.mentions)


def _goes_with(known: Role, role: Role) -> bool:
    """Whether one can be both: a chairman of nothing named, an artist of a more telling name."""
    if known.head is None or role.head is None:
        return True
    if (known.head.group == "posts in any body" and not known.rest) or role.rank in _DEGREES:
        return True
    if role.head.group == "business" and known.head.group in _IN_BUSINESS:
        return True
    if role.head.group == "sport" and known.rank in _CAPTAINS:
        return True
    if known.head.group == role.head.group == "sport":
        return _coaches(known.rank) == _coaches(role.rank)
    if {known.rank, role.rank} <= _STUDENTS or {known.rank, role.rank} <= _BEAUTIES:
        return True
    both, groups = {known.rank, role.rank}, (known.head.group, role.head.group)
    if not _HOST.isdisjoint(both):
        return all(g in ARTS or r in _PRESENTERS for g, r in zip(groups, (known.rank, role.rank), strict=True))
    return all(g in ARTS for g in groups) and not _ANY_ARTIST.isdisjoint(both)


_IN_BUSINESS = frozenset(("business", "posts in any body"))
_CAPTAINS = frozenset(("đội trưởng", "đội phó"))
_DEGREES = frozenset(("tiến sĩ", "giáo sư", "phó giáo sư", "thạc sĩ"))
_PRESENTERS = _HOST | frozenset(("biên tập viên", "btv", "nhà báo"))
_ANY_ARTIST = frozenset(
    (
        *("nghệ sĩ", "nsưt", "nsnd", "nsut", "nghệ sĩ ưu tú", "nghệ sĩ nhân dân"),
        *("minh tinh", "tài tử", "giám khảo", "idol", "diva"),
    )
)
_STUDENTS = frozenset(
    ("học sinh", "sinh viên", "nữ sinh", "nam sinh", "nữ sinh viên", "du học sinh", "tân sinh viên", "thí sinh", "sinh")
)
_BEAUTIES = frozenset(
    ("hoa hậu", "á hậu", "hoa khôi", "á khôi", "nàng hậu", "kiều nữ", "mỹ nữ", "người mẫu", "siêu mẫu")
)

_PERFORMERS = _BEAUTIES | frozenset(
    (
        *("ca sĩ", "ca sỹ", "nhạc sĩ", "nhạc sỹ", "ca nhạc sĩ", "ca - nhạc sĩ", "rapper", "dj", "producer"),
        *("diễn viên", "diễn viên hài", "nghệ sĩ hài", "danh hài", "minh tinh", "tài tử", "idol", "diva"),
        *("danh ca", "vũ công"),
    )
)
_ON_STAGE = _HOST | frozenset(("giám khảo", "nhóm trưởng", "thí sinh"))
