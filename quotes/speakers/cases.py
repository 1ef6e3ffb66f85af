"""Whom a part in an event means: ``đối tượng`` who was arrested, ``chủ quán`` whose shop it is, ``người mẹ``."""

from __future__ import annotations

from itertools import pairwise

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


def accused_of_trial(scene: Scene, mention: Mention) -> list[Person]:
    """``Tòa xét xử Lê Văn A … Bị cáo khai``: the only person of whom it is said that he was tried or charged."""
    role = definite_title(scene, mention)
    if role is None or role.head is None or role.head.form not in _ACCUSED or role.rest or counted(scene, mention):
        return []
    at = scene.first_from(mention.span.start)
    names = (m for m in scene.mentions[max(0, at - _MENTIONS) : at] if m.form == "name" and m.span in scene.of)
    tried = dict.fromkeys(scene.of[m.span] for m in names if not scene.quoted(m) and _tried(scene, m))
    found = [p for p in tried if len(p.full) > 1 and same_gender(p, mention)]
    return found if len(found) == 1 else []


def _tried(scene: Scene, name: Mention) -> bool:
    """``xét xử | Lê Văn A``, ``Lê Văn A | bị đưa ra xét xử``, ``Lê Văn A | hầu tòa``."""
    words = scene.doc.sentences[name.sentence].words
    before, after = words[max(0, name.first - _VERB) : name.first], words[name.last : name.last + _BEHIND]
    if before[-1:] == ("và",) or after[:1] == ("và",):
        return False
    pairs = set(pairwise(before))
    charged = before[-1:] in _PASSED or not pairs.isdisjoint(_CHARGED)
    court = not set(pairwise(after)).isdisjoint(_IN_COURT)
    return charged or court or (after[:1] == ("bị",) and not set(pairwise(after)).isdisjoint(_CHARGED))


_ACCUSED = frozenset(("bị cáo", "bị can"))
_VERB, _BEHIND = 4, 10  # words before and behind a name among which it is said
_PASSED = (("xử",), ("tố",), ("phạt",))  # xét xử, truy tố, tuyên phạt
_CHARGED = frozenset(
    (("xét", "xử"), ("khởi", "tố"), ("truy", "tố"), ("tuyên", "phạt"), ("tuyên", "án"), ("tạm", "giam"))
)
_IN_COURT = frozenset((("hầu", "tòa"), ("hầu", "toà"), ("ra", "tòa"), ("lĩnh", "án"), ("lãnh", "án")))


def lawyer_of_side(scene: Scene, mention: Mention) -> list[Person]:
    """``Luật sư của bị cáo``, ``luật sư bào chữa``: the only lawyer of whom it is said that he stands on that side."""
    role = definite_title(scene, mention)
    if role is None or role.head is None or not role.head.form.startswith("luật sư") or counted(scene, mention):
        return []
    asked = " ".join(scene.words(mention))
    side = next((n for n, words in enumerate(_SIDES) if any(w in asked for w in words)), None)
    if side is None:
        return []
    lawyers = [p for p in scene.persons if p.named and any(r.startswith("luật sư") for r in p.ranks())]
    stand = [p for p in lawyers if any(_stands(scene, m, _DEFENCE[side]) for m in p.mentions)]
    return stand if len(stand) == 1 else []


def _stands(scene: Scene, lawyer: Mention, verb: tuple[str, str]) -> bool:
    words = scene.doc.sentences[lawyer.sentence].words
    return verb in pairwise(words[lawyer.first : lawyer.last + _VERB])


_SIDES = (("bào chữa", "bị cáo", "bị can", "thân chủ"), ("bị hại", "nguyên đơn", "nạn nhân"))
_DEFENCE = (("bào", "chữa"), ("bảo", "vệ"))


def owner_named_before(scene: Scene, mention: Mention) -> list[Person]:
    """``quán phở của bà Lê Thị A … Chủ quán kể``: who was said to own such a thing."""
    role = definite_title(scene, mention)
    if role is None or role.head is None or counted(scene, mention):
        return []
    words = scene.words(mention)
    words = words[1:] if words[0] in ("bà", "ông") else words
    if len(words) not in (2, 3) or words[0] != "chủ":  # bà chủ | quán
        return []
    thing = words[1:]
    called = [p for p in scene.focus if p.named and any(keys(r.text) == words for r in p.roles)]
    if called:
        return [p for p in called if same_gender(p, mention)][:1]
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
    words = scene.words(mention)
    kin = _FAMILY.get(" ".join([w for w in words if w not in _YOUNG])) if role is not None and len(words) < 5 else None
    if kin is None or counted(scene, mention):
        return []
    called_so, gender = kin
    named = [p for p in scene.focus if p.named and known_gender(p) == gender]
    called = [p for p in named if any(not called_so.isdisjoint(keys(r.text)) for r in p.roles)]
    subject = scene.subject_near(mention)
    private = [p for p in named[:1] if p.honorifics & _ADDRESSED and not p.roles]
    married = len(named) == 1 and called_so & _SPOUSES and mention.sentence - named[0].mentions[-1].sentence <= _NEAR
    return called[:1] or [p for p in private if p is subject or married]


_SPOUSES = frozenset(("vợ", "chồng"))  # of a couple there is one
_YOUNG = frozenset(("trẻ", "này"))
_ADDRESSED = frozenset(("chị", "anh", "ông", "bà", "cô"))
_MOTHER: tuple[frozenset[str], Gender] = frozenset(("mẹ", "má")), "female"
_FATHER: tuple[frozenset[str], Gender] = frozenset(("bố", "cha", "ba")), "male"
_FAMILY: dict[str, tuple[frozenset[str], Gender]] = {
    **dict.fromkeys(("người mẹ", "bà mẹ"), _MOTHER),
    **dict.fromkeys(("người cha", "người bố", "ông bố"), _FATHER),
    **dict.fromkeys(("người vợ", "cô vợ", "bà vợ"), (frozenset(("vợ",)), "female")),
    **dict.fromkeys(("người chồng", "ông chồng"), (frozenset(("chồng",)), "male")),
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
