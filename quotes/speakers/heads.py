"""Who heads a state, a ministry, a town or a body: ``người đứng đầu Chính phủ``, ``tư lệnh ngành y tế``."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.lexicon import keys
from quotes.model import Mention
from quotes.speakers.fitting import agrees_with, counted, definite_title
from quotes.speakers.persons import Person
from quotes.speakers.roles import Role, in_full
from quotes.speakers.scene import Scene

_OF_STATE = frozenset(("tổng thống", "chủ tịch nước", "quốc vương", "quyền tổng thống", "quốc trưởng"))
_OF_GOVERNMENT = frozenset(("thủ tướng", "quyền thủ tướng", "thủ tướng lâm thời"))
_OF_PARTY = frozenset(("chủ tịch", "tổng bí thư", "lãnh tụ"))
_HEADS_OF_STATE = _OF_STATE | _OF_GOVERNMENT | _OF_PARTY
_OF_TOWN = frozenset(("thị trưởng", "đô trưởng", "tỉnh trưởng", "thống đốc", "thống đốc bang"))
_OF_BODY = frozenset(
    (
        *("người đứng đầu", "lãnh đạo", "ông chủ", "bà chủ", "ceo", "giám đốc", "tổng giám đốc", "chủ tịch"),
        *("giám đốc điều hành", "hiệu trưởng", "viện trưởng", "cục trưởng", "tổng cục trưởng", "trưởng ban"),
        *("bộ trưởng", "ngoại trưởng", "chánh án", "tổng thư ký", "tổng biên tập", "bí thư", "chủ nhiệm"),
    )
)
_SEATS = {"trắng": "mỹ", "kremlin": "nga", "elysee": "pháp", "élysée": "pháp", "xanh": "hàn"}
_CALLED_HEAD = ("người đứng đầu", "ông chủ", "bà chủ", "chủ nhân")
_CALLED_LEADER = (*_CALLED_HEAD, "nhà lãnh đạo")
_HEADS = _CALLED_HEAD[:-1]
_HEADS_OF_BRANCH = (*_HEADS, "tư lệnh", "tổng tư lệnh", "trưởng")
_BODY_WORDS = frozenset("tập đoàn công ty hãng đội bóng câu lạc bộ clb đài ngân hàng quỹ tổ chức".split())
_OF_CHURCH = (("giáo", "hội"), ("tòa", "thánh"), ("vatican",))
# What is headed, behind `người đứng đầu`: the first words, the ranks that head it.
_HEADED: tuple[tuple[tuple[str, ...], frozenset[str]], ...] = (
    (("nhà", "nước"), _OF_STATE),
    (("chính", "phủ"), _OF_GOVERNMENT),
    (("nội", "các"), _OF_GOVERNMENT),
    *((words, frozenset(("giáo hoàng", "đức giáo hoàng"))) for words in _OF_CHURCH),
)
_TOWNS = (
    *(("chính", "quyền"), ("tỉnh",), ("thành", "phố"), ("thủ", "đô"), ("bang",), ("tiểu", "bang"), ("huyện",)),
    ("ủy", "ban", "nhân", "dân"),
)
_PLACE_WORDS = frozenset("chính quyền tỉnh thành phố thủ đô bang tiểu huyện ủy ban nhân dân này đó".split())
_COMMITTEE = frozenset(("ủy", "ban", "nhân", "dân"))
_HERE = frozenset(("việt", "nam"))


def seat_of_power(scene: Scene, mention: Mention) -> list[Person]:
    """``ông chủ Nhà Trắng``, ``người đứng đầu Điện Kremlin``: the president of that state."""
    role = definite_title(scene, mention)
    if role is None or role.head is None or role.head.form not in _CALLED_LEADER:
        return []
    states = {_SEATS[w] for w in role.rest.intersection(_SEATS)}
    if role.head.form == "nhà lãnh đạo":
        states |= role.rest
    heads = [
        p
        for p in scene.persons
        for r in p.roles
        if r.rank in ("tổng thống", "thủ tướng", "chủ tịch nước") and states & r.rest
    ]
    if not heads and role.head.form == "nhà lãnh đạo" and role.rest:  # Chủ tịch Trung Quốc, of nothing less
        heads = [p for p in scene.persons for r in p.roles if r.rank in _OF_PARTY and r.rest == role.rest]
    if not heads and {"lầu", "năm", "góc"} <= role.rest:
        heads = [p for p in scene.persons if any(_of_pentagon(r) for r in p.roles)]
    if not heads and role.head.form != "nhà lãnh đạo":  # ông A gặp | người đồng cấp Mỹ B
        heads = [p for p in scene.persons for r in p.roles if r.rank == "người đồng cấp" and states & r.rest]
    if not heads and "mỹ" in states:  # Tổng thống Walker
        heads = [p for p in scene.persons if any(r.rank == "tổng thống" and not (r.rest or r.former) for r in p.roles)]
        heads = heads if len(heads) == 1 else []
    return list(dict.fromkeys(heads))[:1]


def _of_pentagon(role: Role) -> bool:
    return role.rank == "bộ trưởng" and "quốc" in role.rest and "mỹ" in role.rest and not role.former


def leader_of_state(scene: Scene, mention: Mention) -> list[Person]:
    """``nhà lãnh đạo``: the head of state or government spoken of last."""
    role = definite_title(scene, mention)
    if role is None or role.rank != "nhà lãnh đạo" or role.rest or counted(scene, mention):
        return []
    return [p for p in scene.focus if p.named and any(r.rank in _HEADS_OF_STATE and not r.former for r in p.offices())]


def head_of_government(scene: Scene, mention: Mention) -> list[Person]:
    """``người đứng đầu Nhà nước``, ``người đứng đầu Chính phủ Đức``: who has that office, of that country."""
    words = _headed(scene, mention)
    ranks = next((r for first, r in _HEADED if words[: len(first)] == first), None) if words else None
    if ranks is None:
        return []
    asked = frozenset(words[2:]) - _HERE - {"công", "giáo", "la", "mã"}
    bearers = [(p, o) for p, o in _bearers(scene, mention, ranks) if not o.former]
    return [p for p, o in bearers if (asked <= o.rest if asked else o.rest <= _HERE | {"chính", "phủ"})]


def head_of_branch(scene: Scene, mention: Mention) -> list[Person]:
    """``tư lệnh ngành giao thông``, ``người đứng đầu Bộ Y tế``: its minister, or who heads the office of a town."""
    words = _headed(scene, mention, _HEADS_OF_BRANCH)
    if words[:1] not in (("ngành",), ("bộ",), ("sở",)):
        return []
    asked = frozenset(words[1:])
    ranks = _OF_OFFICE if words[0] == "sở" else _OF_MINISTRY
    found = [p for p, o in _bearers(scene, mention, ranks) if asked <= o.rest | _abroad(o) and not o.former]
    return found if asked or words == ("ngành",) else []


def _abroad(role: Role) -> frozenset[str]:
    return frozenset(("ngoại", "giao")) if role.rank == "ngoại trưởng" else frozenset()


_OF_OFFICE = frozenset(("giám đốc", "quyền giám đốc"))
_OF_MINISTRY = frozenset(("bộ trưởng", "quyền bộ trưởng", "ngoại trưởng")) | _OF_OFFICE


def head_of_town(scene: Scene, mention: Mention) -> list[Person]:
    """``người đứng đầu chính quyền thành phố``, ``người đứng đầu tỉnh A``: its mayor or chairman."""
    words = _headed(scene, mention)
    if not words or not any(words[: len(first)] == first for first in _TOWNS):
        return []
    asked = frozenset(words) - _PLACE_WORDS
    ranks = _OF_TOWN | {"chủ tịch"}
    bearers = [(p, o) for p, o in _bearers(scene, mention, ranks) if not o.former and asked <= o.rest]
    return [p for p, o in bearers if o.rank in _OF_TOWN or o.rest >= _COMMITTEE]


def head_of_body(scene: Scene, mention: Mention) -> list[Person]:
    """``người đứng đầu tập đoàn Apple`` for ``CEO Apple``, ``người đứng đầu bệnh viện``: who heads such a body."""
    body = frozenset(_headed(scene, mention)).difference(_WHICH)
    if not body:
        return []
    body = body - _BODY_WORDS or body
    return [p for p, o in _bearers(scene, mention, _OF_BODY) if body <= o.rest and not o.former]


_WHICH = ("này", "đó", "của", "mới")


def _headed(scene: Scene, mention: Mention, heads: tuple[str, ...] = _HEADS) -> tuple[str, ...]:
    """What somebody is said to head, word by word; nothing where nobody is called its head."""
    role = definite_title(scene, mention)
    if role is None or role.head is None:
        return ()
    form = role.head.form
    if not form.startswith(heads) or counted(scene, mention):
        return ()
    called = tuple(next(h for h in heads if form.startswith(h)).split())
    words = in_full(keys(role.text))
    at = next((i for i in range(len(words)) if words[i : i + len(called)] == called), None)
    return tuple(w for w in words[at + len(called) :] if w[0].isalnum()) if at is not None else ()


def _bearers(scene: Scene, mention: Mention, ranks: frozenset[str]) -> Iterator[tuple[Person, Role]]:
    """Who bears one of these offices, with it, those spoken of last first."""
    near = dict.fromkeys((*scene.focus, *scene.persons))
    for person in near:
        if person.named and not ranks.isdisjoint(person.ranks()) and agrees_with(person, mention):
            yield from ((person, o) for o in person.offices() if o.rank in ranks)
