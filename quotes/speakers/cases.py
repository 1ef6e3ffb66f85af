"""Whom a part in an event means: ``đối tượng`` who was arrested, ``chủ quán`` whose shop it is, ``người mẹ``."""

from __future__ import annotations

from quotes.lexicon import keys
from quotes.model import Gender, Mention
from quotes.speakers.fitting import counted, definite_title, known_gender, same_gender
from quotes.speakers.persons import Person
from quotes.speakers.scene import Scene

_NEAR = 5  # sentences
_BEFORE, _AFTER = 6, 4  # words around a name among which it is said what was done to somebody
_SUSPECTS = frozenset(("đối tượng", "nghi phạm", "nghi can", "hung thủ", "thủ phạm", "kẻ trộm", "kẻ cướp", "tên cướp"))
_SEIZED = frozenset(("bắt", "giữ", "giam", "khởi", "truy", "triệu", "giác"))
_SEIZED_BY = frozenset(("bắt", "khởi", "tạm", "khống", "triệu", "truy"))


def suspect_of_arrest(scene: Scene, mention: Mention) -> list[Person]:
    """``Công an bắt giữ Lê Văn A … Đối tượng khai``: the only person of whom it is said that he was arrested."""
    role = definite_title(scene, mention)
    if role is None or role.head is None or role.head.form not in _SUSPECTS or role.rest or counted(scene, mention):
        return []
    found: list[Person] = []
    for other in _names_before(scene, mention):
        person = scene.of[other.span]
        if len(person.full) > 1 and _seized(scene, other) and same_gender(person, mention) and person not in found:
            found.append(person)
    return found if len(found) == 1 else []


def _seized(scene: Scene, name: Mention) -> bool:
    """``tạm giữ hình sự đối với | Lê Văn A``, ``Lê Văn A | bị bắt``."""
    words = scene.doc.sentences[name.sentence].words
    before, after = words[max(0, name.first - _BEFORE) : name.first], words[name.last : name.last + _AFTER]
    if before[-1:] == ("và",) or after[:1] == ("và",):
        return False  # of several
    seized = before[-1:] != (",",) and not _SEIZED.isdisjoint(before)
    return seized or ("bị" in after and not _SEIZED_BY.isdisjoint(after))


def owner_named_before(scene: Scene, mention: Mention) -> list[Person]:
    """``quán phở của bà Lê Thị A … Chủ quán kể``: who was said to own such a thing."""
    role = definite_title(scene, mention)
    if role is None or role.head is None or counted(scene, mention):
        return []
    words = keys(scene.text(mention))
    words = words[1:] if words[0] in ("bà", "ông") else words
    if len(words) not in (2, 3) or words[0] != "chủ":
        return []
    thing = words[1:]
    found = [scene.of[m.span] for m in _names_before(scene, mention) if _owns(scene, m, thing)]
    return [p for p in found if same_gender(p, mention)][-1:]


def _owns(scene: Scene, name: Mention, thing: tuple[str, ...]) -> bool:
    """``quán phở nhỏ của | bà Hoa``, ``nhà hàng do | anh Long làm chủ``."""
    words = scene.doc.sentences[name.sentence].words
    before = words[max(0, name.first - _BEFORE) : name.first]
    owned = before[-1:] == ("của",) or before[-1:] == thing == ("nhà",)
    runs = before[-1:] == ("do",) and words[name.last : name.last + 2] in (
        ("làm", "chủ"),
        ("mở", ","),
        ("điều", "hành"),
    )
    if not (owned or runs):
        return False
    return any(before[i : i + len(thing)] == thing for i in range(len(before) - len(thing) + 1))


def maker_named_before(scene: Scene, mention: Mention) -> list[Person]:
    """``phim do Lê Văn A đạo diễn … Đạo diễn kể``, ``xe tải do A điều khiển … Tài xế kể``: who was said to do so."""
    role = definite_title(scene, mention)
    made = _DONE.get(role.head.form) if role is not None and role.head is not None and not role.rest else None
    if made is None or counted(scene, mention):
        return []
    found = [scene.of[m.span] for m in _names_before(scene, mention) if _made(scene, m, made)]
    return [p for p in found if same_gender(p, mention)][-1:]


def _made(scene: Scene, name: Mention, verbs: frozenset[tuple[str, ...]]) -> bool:
    """``do | Lê Văn A đạo diễn``."""
    words = scene.doc.sentences[name.sentence].words
    after = words[name.last : name.last + 2]
    return name.first > 0 and words[name.first - 1] == "do" and (after in verbs or after[:1] in verbs)


_WRITTEN = frozenset((("sáng", "tác"), ("viết",), ("chấp", "bút"), ("phổ", "nhạc"), ("biên", "soạn")))
_DRIVEN = frozenset((("điều", "khiển"), ("cầm", "lái"), ("lái",)))
_DONE = {
    "đạo diễn": frozenset((("đạo", "diễn"), ("làm", "đạo"), ("thực", "hiện"), ("dàn", "dựng"))),
    "nhạc sĩ": _WRITTEN,
    "tác giả": _WRITTEN | {("vẽ",), ("chụp",), ("thực", "hiện")},
    "nhà văn": _WRITTEN,
    "nhà thiết kế": frozenset((("thiết", "kế"),)),
    **dict.fromkeys(("tài xế", "lái xe", "nam tài xế", "nữ tài xế"), _DRIVEN),
}


def parent_spoken_of(scene: Scene, mention: Mention) -> list[Person]:
    """``Chị Hoa đưa con đi khám … Người mẹ kể``: who was called a mother before, or is the woman just spoken of."""
    role = definite_title(scene, mention)
    kin = _FAMILY.get(" ".join(w for w in keys(scene.text(mention)) if w not in _YOUNG)) if role is not None else None
    if kin is None or counted(scene, mention):
        return []
    words, gender = kin
    named = [p for p in scene.focus if p.named and known_gender(p) == gender]
    called = [p for p in named if any(not words.isdisjoint(keys(r.text)) for r in p.roles)]
    subject = scene.subject_near(mention)
    private = [p for p in named[:1] if p is subject and p.honorifics & _ADDRESSED and not p.roles]
    return called[:1] or private


_YOUNG = frozenset(("trẻ", "này"))
_ADDRESSED = frozenset(("chị", "anh", "ông", "bà", "cô"))
_MOTHER: tuple[frozenset[str], Gender] = frozenset(("mẹ", "má")), "female"
_FATHER: tuple[frozenset[str], Gender] = frozenset(("bố", "cha", "ba")), "male"
_FAMILY: dict[str, tuple[frozenset[str], Gender]] = {
    **dict.fromkeys(("người mẹ", "bà mẹ"), _MOTHER),
    **dict.fromkeys(("người cha", "người bố", "ông bố"), _FATHER),
    "người vợ": (frozenset(("vợ",)), "female"),
    "người chồng": (frozenset(("chồng",)), "male"),
}


def _names_before(scene: Scene, mention: Mention) -> list[Mention]:
    """The persons named in the sentences before a mention, outside of marks."""
    at = scene.first_from(mention.span.start)
    return [
        m
        for m in scene.mentions[max(0, at - _MENTIONS) : at]
        if m.form == "name"
        and mention.sentence - m.sentence <= _NEAR
        and m.span in scene.of
        and scene.of[m.span].named
        and not scene.quoted(m)
    ]


_MENTIONS = 40
