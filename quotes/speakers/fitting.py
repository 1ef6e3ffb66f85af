"""What a mention asks of a person: the office it names, the gender, the address."""

from __future__ import annotations

from functools import cache

from quotes.lexicon import Word
from quotes.model import Mention
from quotes.speakers.persons import Person
from quotes.speakers.roles import Role, offices, official
from quotes.speakers.scene import Scene

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


def ranked(scene: Scene, role: Role) -> list[Person]:
    """Persons who bear this office, those in focus first."""
    asked = scene.bearers
    if asked is None or asked[0] != role.rank:  # for one mention several sieves ask
        asked = scene.bearers = role.rank, _ranked(scene, role.rank)
    return asked[1]


def _ranked(scene: Scene, rank: str) -> list[Person]:
    bearers = [p for p in scene.persons if p.roles and rank in p.ranks()]
    if len(bearers) < 2:
        return bearers
    place = {id(p): at for at, p in enumerate(scene.focus)}
    return sorted(bearers, key=lambda p: place.get(id(p), len(place)))


def seat(person: Person, rank: str) -> frozenset[str]:
    """The words that the article has beside a rank of a person: where, and of what."""
    return frozenset().union(*(r.rest for r in person.offices() if r.rank == rank))


def named_by(role: Role, known: frozenset[str]) -> bool:
    """Whether all that a title says is known: ``Chủ tịch UBND Hải Phòng`` of a ``Chủ tịch thành phố Hải Phòng``."""
    return role.rest <= known or core(role, known) <= known


def core(role: Role, known: frozenset[str]) -> frozenset[str]:
    """What a title says without what may go unsaid: a chairman's committee, that a town is one, ``thứ 45``."""
    asked = role.rest
    if "thứ" in asked:
        asked = frozenset(w for w in asked if w != "thứ" and not w.isdigit())
    if role.rank.endswith("chủ tịch") and not _COUNCIL & known:
        asked = asked - _COMMITTEE or asked
    return asked - _KINDS_OF_PLACE or asked


_COMMITTEE, _COUNCIL = frozenset(("ủy", "ban", "nhân", "dân")), frozenset(("hội", "đồng"))
_KINDS_OF_PLACE = frozenset(("tỉnh", "thành", "phố", "huyện", "quận", "phường"))


def definite_title(scene: Scene, mention: Mention) -> Role | None:
    """The role that a single person's title or description gives, if a word in it is known."""
    asked = scene.title
    if asked is None or asked[0] is not mention:  # most sieves ask, one after the other
        asked = scene.title = mention, _definite_title(scene, mention)
        scene.bearers = None
    return asked[1]


def _definite_title(scene: Scene, mention: Mention) -> Role | None:
    if mention.form not in ("title", "description") or mention.plural or mention.head is None:
        return None
    role = offices(scene.role(mention))[0]
    return role if role.head is not None else None


def counted(scene: Scene, mention: Mention) -> bool:
    """``một chuyên gia``, ``2 đối tượng``, ``đại diện | các địa phương``: somebody new, or several."""
    asked = scene.count
    if asked is None or asked[0] is not mention:
        asked = scene.count = mention, _counted(scene, mention)
    return asked[1]


def _counted(scene: Scene, mention: Mention) -> bool:
    if scene.doc.text[mention.span.start : mention.span.start + 4].lower() in ("một ", "mỗi "):
        return True
    words = scene.doc.sentences[mention.sentence].words
    before, after = words[mention.first - 1] if mention.first else "", words[mention.last : mention.last + 2]
    many = after[:1] in _MANY and after[1:] != ("con",)  # bà mẹ | hai con
    return before.isdigit() or many or after == ("một", "số")


_MANY = (("các",), ("những",), ("nhiều",), ("hai",), ("ba",), ("cả",))


def anybody(role: Role, mention: Mention) -> bool:
    """``nhân viên cho biết``, ``cán bộ đến nhà``: said with no word that points back, whoever it is of that kind."""
    return role.head is not None and role.head.form in _KINDS and not role.rest and not mention.definite


_KINDS = frozenset(
    (
        "người",
        "người dân",
        "nạn nhân",
        "bác sĩ",
        "nhà chức trách",
        "người dùng",
        "nhà mạng",
        "cán bộ",
        "nhân viên",
        "lãnh đạo",
        "thành viên",
        "quan chức",
        "hàng xóm",
        "chiến sĩ",
        "chiến sỹ",
        "bộ đội",
        "công nhân",
        "nông dân",
        "ngư dân",
        "công chức",
        "đảng viên",
        "người lao động",
        "hội viên",
        "cử tri",
        "hành khách",
        "khách hàng",
        "du khách",
        "tội phạm",
    )
)


def agrees_with(person: Person, mention: Mention) -> bool:
    """Whether gender and address of a pronoun fit a person; a person never addressed so far fits any."""
    word = address(mention.honorific or "")
    if word in ("tôi", "mình"):
        return False
    if (word in _YOUNG and person.honorifics & _OLD) or (
        word in _OLD and person.honorifics & _YOUNG and not person.honorifics & _OLD
    ):
        return False
    if word in _YOUNG and person.named and not person.honorifics and official(person.grouped())[0]:
        return not _IN_THE_RANKS.isdisjoint(person.ranks()) and same_gender(person, mention)
    return same_gender(person, mention)


# Who holds a public office is called ông or bà, and not chị; but for those who serve, and are mostly young.
_IN_THE_RANKS = frozenset(
    (
        *("đại úy", "thượng úy", "trung úy", "thiếu úy", "thượng sĩ", "trung sĩ", "hạ sĩ", "binh nhất", "binh nhì"),
        *("chiến sĩ", "chiến sỹ", "cán bộ chiến sĩ", "công an viên", "cảnh sát", "cảnh sát khu vực", "cán bộ"),
        *("cảnh sát giao thông", "csgt", "bí thư đoàn", "phó bí thư đoàn", "bí thư chi đoàn", "bí thư đoàn xã"),
        *("kiểm lâm viên", "nhân viên", "chuyên viên"),
    )
)


def same_gender(person: Person, mention: Mention) -> bool:
    """Whether what is known of a person's gender does not speak against a mention."""
    gender = gender_of(mention)
    if gender is None:
        return True
    if person.genders and gender not in person.genders:
        return False
    if not person.genders and person.by_name not in (None, gender):
        return False
    for r in person.roles:
        if r.head is not None and (told := _of_word(r.head)) is not None and told != gender:
            return False
    return True


def known_gender(person: Person) -> str | None:
    """Male or female, where all that is told of a person says the same; as the name tells where nothing else does."""
    told = person.genders | {g for r in person.roles if r.head is not None and (g := _of_word(r.head)) is not None}
    return next(iter(told)) if len(told) == 1 else None if told else person.by_name


def gender_of(mention: Mention) -> str | None:
    """Male or female, as the address tells or the description: ``nữ sinh``, ``chàng trai``."""
    base = _BASE.get(address(mention.honorific or ""))
    return mention.gender or base or (_of_form(mention.head) if mention.head else None)


@cache
def address(honorific: str) -> str:
    """``ông`` of ``ông bác``: the word that tells how somebody is addressed."""
    return honorific.split(" ")[0]


def _of_word(head: Word) -> str | None:
    return head.gender or _of_form(head.form)


@cache
def _of_form(form: str) -> str | None:
    first = form.split(" ")[0]
    if first in ("nữ", "nàng") or form in _GIRLS:
        return "female"
    return "male" if first in ("nam", "chàng") or form in _BOYS else None


_GIRLS = frozenset(
    (
        "cô gái",
        "cô gái trẻ",
        "cô bé",
        "bé gái",
        "cô giáo",
        "cô hiệu trưởng",
        "người đẹp",
        "mỹ nhân",
        "hot girl",
        "hotgirl",
    )
)
_BOYS = frozenset(("cậu bé", "bé trai", "thầy giáo", "thầy hiệu trưởng", "nam thần", "hot boy", "ông hoàng", "mỹ nam"))
_YOUNG = frozenset(("anh", "chị", "em", "cô", "cậu", "cháu", "chàng", "nàng"))
_OLD = frozenset(("ông", "bà", "cụ", "ngài"))
