"""Who a person's mention means: ordered rules, the precise ones first, each named by the pattern it reads."""

from __future__ import annotations

from collections.abc import Callable

from quotes.model import Mention
from quotes.speakers.persons import Person
from quotes.speakers.roles import Role, official, places_in
from quotes.speakers.scene import Scene

Sieve = Callable[[Scene, Mention], list[Person]]

_FEW_SENTENCES = 3
_EPITHETS = frozenset(("status", "profession", "people", "kin"))
_ANYBODY = frozenset(
    (
        "đại diện",
        "lãnh đạo",
        "người đại diện",
        "cán bộ",
        "vị lãnh đạo",
        "người phát ngôn",
        "người đứng đầu",
        "quan chức",
    )
)
_SEATS = {"trắng": "mỹ", "kremlin": "nga", "elysee": "pháp", "élysée": "pháp", "xanh": "hàn"}
_BASE = {
    "ông": "male",
    "anh": "male",
    "chú": "male",
    "cậu": "male",
    "ngài": "male",
    "thầy": "male",
    "hắn": "male",
    "gã": "male",
    "bà": "female",
    "chị": "female",
    "cô": "female",
    "dì": "female",
    "mợ": "female",
    "ả": "female",
}


def _ranked(scene: Scene, role: Role) -> list[Person]:
    """Persons who bear this office, those in focus first."""
    bearers = [p for p in scene.persons if any(r.rank == role.rank for r in p.roles)]
    place = {id(p): at for at, p in enumerate(scene.focus)}
    return sorted(bearers, key=lambda p: place.get(id(p), len(place)))


def _rest(person: Person, rank: str) -> frozenset[str]:
    return frozenset().union(*(r.rest for r in person.roles if r.rank == rank))


def _definite_title(scene: Scene, mention: Mention) -> Role | None:
    if mention.form not in ("title", "description") or mention.plural or mention.head is None:
        return None
    role = scene.role(mention)
    return role if role.head is not None else None


def _counted(scene: Scene, mention: Mention) -> bool:
    return scene.text(mention)[:4].lower() in ("một ", "mỗi ")


def title_with_body(scene: Scene, mention: Mention) -> list[Person]:
    """``Ngoại trưởng Nga``: the one person of that office whose roles name that body or country."""
    role = _definite_title(scene, mention)
    if role is None or not role.rest or _counted(scene, mention):
        return []
    return [p for p in _ranked(scene, role) if role.rest <= _rest(p, role.rank)]


def title_alone(scene: Scene, mention: Mention) -> list[Person]:
    """``Thủ tướng``, ``vị tỉ phú``, ``nghệ sĩ này``: who bears that title, the one spoken of last."""
    role = _definite_title(scene, mention)
    if role is None or (role.rest and not mention.definite) or _counted(scene, mention):
        return []
    if (
        role.head is not None
        and role.head.form in ("người", "người dân", "nạn nhân", "bác sĩ")
        and not mention.definite
    ):
        return []
    return _ranked(scene, role)


def title_that_says_more(scene: Scene, mention: Mention) -> list[Person]:
    """``Tổng thống Pháp`` for ``Tổng thống Macron``: the only bearer of the office, whose own role names no body."""
    role = _definite_title(scene, mention)
    if role is None or not role.rest or _counted(scene, mention):
        return []
    bearers = _ranked(scene, role)
    return bearers if len(bearers) == 1 and (_rest(bearers[0], role.rank) <= role.rest) else []


def part_of_title(scene: Scene, mention: Mention) -> list[Person]:
    """``Chủ tịch Vingroup`` for ``Chủ tịch Tập đoàn Vingroup kiêm …``: most words of the one are in the other."""
    role = _definite_title(scene, mention)
    if role is None or not role.rest or _counted(scene, mention):
        return []
    return [
        p
        for p in _ranked(scene, role)
        if 2 * len(role.rest & _rest(p, role.rank)) > len(role.rest)
        and places_in(role.text) <= frozenset().union(*(places_in(r.text) for r in p.roles))
    ]


def seat_of_power(scene: Scene, mention: Mention) -> list[Person]:
    """``ông chủ Nhà Trắng``, ``người đứng đầu Điện Kremlin``: the president of that state."""
    role = _definite_title(scene, mention)
    if (
        role is None
        or role.head is None
        or role.head.form not in ("ông chủ", "bà chủ", "người đứng đầu", "chủ nhân", "nhà lãnh đạo")
    ):
        return []
    states = {_SEATS[w] for w in role.rest & _SEATS.keys()} | (role.rest if role.head.form == "nhà lãnh đạo" else set())
    heads = [
        p
        for p in scene.persons
        for r in p.roles
        if r.rank in ("tổng thống", "thủ tướng", "chủ tịch nước") and states & r.rest
    ]
    return list(dict.fromkeys(heads))[:1]


def representative_of_body(scene: Scene, mention: Mention) -> list[Person]:
    """``đại diện Bộ Công Thương``, ``vị lãnh đạo``: the only person of the article whose role lies in that body."""
    role = _definite_title(scene, mention)
    if role is None or role.head is None or role.head.form not in _ANYBODY:
        return []
    inside = [
        p
        for p in scene.persons
        if p.roles and role.rest <= frozenset().union(*(r.rest | frozenset(r.rank.split()) for r in p.roles))
    ]
    spoken = [p for p in inside if scene.speaks(p)]
    return spoken if len(spoken) == 1 and (role.rest or mention.definite) else []


def pointing_back(scene: Scene, mention: Mention) -> list[Person]:
    """``vị này``, ``người này``, ``nữ ca sĩ này``: the person spoken of last."""
    if not mention.definite or mention.plural or mention.form == "pronoun":
        return []
    return [p for p in scene.focus if _agrees(p, mention)]


def lead_named_later(scene: Scene, mention: Mention) -> list[Person]:
    """``Một nghệ sĩ hài`` in headline or lead: the only person whom the article later gives that description."""
    if mention.sentence > _FEW_SENTENCES or mention.plural or mention.head is None:
        return []
    role = scene.role(mention)
    bearers = [p for p in _ranked(scene, role) if p.named]
    return bearers if len(bearers) == 1 else []


def epithet_of_last_source(scene: Scene, mention: Mention) -> list[Person]:
    """``chân sút sinh năm 1985``, ``nữ diễn viên``: a description in place of the name of who spoke last."""
    role = _definite_title(scene, mention)
    if (
        role is None
        or role.head is None
        or _counted(scene, mention)
        or role.head.group not in ("arts", "women of the arts", "sport", "wealth and fame")
    ):
        return []
    return [p for p in scene.focus[:2] if p.named and _agrees(p, mention) and _could_be(p, role) and scene.speaks(p)]


def expert_who_spoke_last(scene: Scene, mention: Mention) -> list[Person]:
    """``chuyên gia``, ``vị chuyên gia``: who spoke last, if that is no official."""
    role = _definite_title(scene, mention)
    if (
        role is None
        or role.rest
        or _counted(scene, mention)
        or role.rank not in ("chuyên gia", "nhà nghiên cứu", "nhà khoa học")
    ):
        return []
    return [p for p in scene.focus[:1] if p.named and scene.speaks(p) and not official(p.grouped())[0]]


def _could_be(person: Person, role: Role) -> bool:
    """Whether no known role speaks against an epithet: a coach is no striker, a minister no star."""
    if role.head is not None and role.head.kind == "status":
        return not official(person.grouped())[0]
    known = [r for r in person.roles if r.head is not None and r.head.kind in ("office", "profession")]
    return all(
        r.rank == role.rank or (r.head is not None and r.head.group == "posts in any body" and not r.rest)
        for r in known
    )


def pronoun_in_tag(scene: Scene, mention: Mention) -> list[Person]:
    """``“…”, ông nói``: after the words themselves, who spoke last speaks on, whoever was named since."""
    if mention.form != "pronoun" or mention.plural or mention.span not in scene.sources or not scene.tagged(mention):
        return []
    return [p for p in scene.spoken[-1:] if _agrees(p, mention)]


def pronoun_of_same_address(scene: Scene, mention: Mention) -> list[Person]:
    """``Ông`` for who was called ``ông`` before, the one spoken of last."""
    if mention.form != "pronoun" or mention.plural:
        return []
    fitting = [p for p in scene.focus if _agrees(p, mention)]
    if _only_status(fitting[:1]):
        return sorted(fitting, key=lambda p: mention.honorific not in p.honorifics)
    if fitting and not fitting[0].named and not fitting[0].genders:
        addressed = [p for p in fitting[1:_NEAR] if mention.honorific in p.honorifics]
        return addressed + fitting
    return fitting


_NEAR = 4


def _only_status(persons: list[Person]) -> bool:
    """Whether the nearest is known by a part played alone (``bị cáo``): such a person is seldom called ``ông``."""
    return (
        bool(persons)
        and not persons[0].honorifics
        and all(r.head is None or r.head.kind == "status" for r in persons[0].roles)
    )


def pronoun_of_bare_name(scene: Scene, mention: Mention) -> list[Person]:
    """``Ông`` where nobody was spoken of with address or office: the last full name, if there is one."""
    if mention.form != "pronoun" or mention.plural:
        return []
    return [p for p in reversed(scene.background) if _agrees(p, mention)][:1]


def pronoun_named_later(scene: Scene, mention: Mention) -> list[Person]:
    """``Ông`` in a headline, caption or lead: the first person named after it whom the address fits."""
    if mention.form != "pronoun" or mention.plural or scene.focus:
        return []
    later = [
        p for p in scene.persons if p.named and p.mentions[-1].span.start > mention.span.start and _agrees(p, mention)
    ]
    return later[:1]


def _agrees(person: Person, mention: Mention) -> bool:
    """Whether gender and address of a pronoun fit a person; a person never addressed so far fits any."""
    word = (mention.honorific or "").split(" ")[0]
    gender = mention.gender or _BASE.get(word)
    if gender and person.genders and gender not in person.genders:
        return False
    if word in ("tôi", "mình"):
        return False
    if (word in _YOUNG and person.honorifics & _OLD) or (
        word in _OLD and person.honorifics & _YOUNG and not person.honorifics & _OLD
    ):
        return False
    return not (gender == "male" and any(r.head and r.head.gender == "female" for r in person.roles))


_YOUNG = frozenset(("anh", "chị", "em", "cô", "cậu", "cháu", "chàng", "nàng"))
_OLD = frozenset(("ông", "bà", "cụ", "ngài"))

# The algorithm: precise first, the first that answers wins; of several persons the one in focus is meant.
RULES: tuple[Sieve, ...] = (
    title_with_body,
    title_alone,
    seat_of_power,
    representative_of_body,
    title_that_says_more,
    part_of_title,
    pointing_back,
    lead_named_later,
    epithet_of_last_source,
    expert_who_spoke_last,
    pronoun_in_tag,
    pronoun_of_same_address,
    pronoun_of_bare_name,
    pronoun_named_later,
)
