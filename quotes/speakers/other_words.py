"""Another title than the one told: ``chiến lược gia`` of a coach, ``chuyên gia``, ``nhà ngoại giao Nga``."""

from __future__ import annotations

from quotes.model import Mention
from quotes.speakers.callings import LAWMAKER, OTHER_WORDS, PRESS
from quotes.speakers.fitting import agrees_with, counted, definite_title
from quotes.speakers.persons import Person
from quotes.speakers.roles import Role, official
from quotes.speakers.scene import Scene


def title_in_other_words(scene: Scene, mention: Mention) -> list[Person]:
    """``chiến lược gia``, ``nhà cầm quân`` for a coach, ``chân sút`` for a striker: who bears that title."""
    role = definite_title(scene, mention)
    if role is None or counted(scene, mention):
        return []
    meant = OTHER_WORDS.get(role.rank)
    if meant is None:
        return []
    if meant is LAWMAKER and role.rest and not {"bang", "tiểu"} & role.rest:
        return []  # nghị sĩ | đảng Dân chủ: of a party there are many
    near = [*scene.focus, *([scene.hero] if scene.hero else [])]
    bearers = [p for p in near if p.named and not meant.isdisjoint(p.ranks()) and agrees_with(p, mention)]
    if meant is not PRESS or not role.rest - _OF_IT:
        return bearers
    return [p for p in bearers if any(role.rest - _OF_IT <= o.rest for o in p.offices())]


_OF_IT = frozenset(("của", "từ", "kỳ", "cựu"))


def expert_who_spoke_last(scene: Scene, mention: Mention) -> list[Person]:
    """``chuyên gia``, ``vị chuyên gia``: who spoke last, if that is no official."""
    role = definite_title(scene, mention)
    if (
        role is None
        or role.rest
        or counted(scene, mention)
        or role.rank not in ("chuyên gia", "nhà nghiên cứu", "nhà khoa học")
    ):
        return []
    knows = [p for p in scene.focus[:1] if p.named and scene.speaks(p) and not official(p.grouped())[0]]
    return [p for p in knows if _trained(p)]


def _trained(person: Person) -> bool:
    """Whether somebody is called by office, profession or degree."""
    degree = any(m.name is not None and m.span.start < m.name.start and not m.honorific for m in person.mentions)
    return degree or any(r.head is not None and r.head.kind in _TRAINED for r in person.offices())


_TRAINED = ("office", "profession", "degree")


def diplomat_of_state(scene: Scene, mention: Mention) -> list[Person]:
    """``nhà ngoại giao Nga``, ``nhà ngoại giao hàng đầu của Mỹ``: the foreign minister or envoy spoken of last."""
    role = definite_title(scene, mention)
    if role is None or role.rank != "nhà ngoại giao" or counted(scene, mention):
        return []
    asked = role.rest - _FOREMOST
    diplomats = (p for p in scene.focus if p.named)
    return [p for p in diplomats if any(_diplomat(o) and asked <= o.rest and not o.former for o in p.offices())]


def _diplomat(role: Role) -> bool:
    if role.rank == "người đồng cấp":  # Ngoại trưởng Mỹ gặp | người đồng cấp Nga
        return bool(role.rest)
    return role.rank in _DIPLOMATS or (role.rank == "bộ trưởng" and "ngoại" in role.rest)


_DIPLOMATS = frozenset(("ngoại trưởng", "thứ trưởng ngoại giao", "đại sứ", "đặc phái viên", "đặc sứ", "công sứ"))
_FOREMOST = frozenset(("hàng", "đầu", "số", "kỳ", "cựu"))


def counterpart(scene: Scene, mention: Mention) -> list[Person]:
    """``Ông A nói … Người đồng cấp Mỹ đáp``: who has the office of that state, and has not spoken last."""
    role = definite_title(scene, mention)
    if role is None or role.rank != "người đồng cấp" or not role.rest or counted(scene, mention):
        return []
    spoke = scene.spoken[-1:]
    others = [p for p in scene.focus if p.named and p not in spoke]
    return [p for p in others if any(_of_that_state(o, role) and not o.former for o in p.offices())]


def _of_that_state(known: Role, role: Role) -> bool:
    return known.head is not None and known.head.kind == "office" and role.rest <= known.rest
