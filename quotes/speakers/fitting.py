"""What a mention asks of a person: the office it names, the gender, the address."""

from __future__ import annotations

from quotes.lexicon import Word
from quotes.model import Mention
from quotes.speakers.persons import Person
from quotes.speakers.roles import Role
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
    rank = role.rank
    bearers = [p for p in scene.persons if p.roles and rank in [r.rank for r in p.roles]]
    if len(bearers) < 2:
        return bearers
    place = {id(p): at for at, p in enumerate(scene.focus)}
    return sorted(bearers, key=lambda p: place.get(id(p), len(place)))


def definite_title(scene: Scene, mention: Mention) -> Role | None:
    """The role that a single person's title or description gives, if a word in it is known."""
    if mention.form not in ("title", "description") or mention.plural or mention.head is None:
        return None
    role = scene.role(mention)
    return role if role.head is not None else None


def counted(scene: Scene, mention: Mention) -> bool:
    """``một chuyên gia``: somebody new."""
    return scene.text(mention)[:4].lower() in ("một ", "mỗi ")


def agrees_with(person: Person, mention: Mention) -> bool:
    """Whether gender and address of a pronoun fit a person; a person never addressed so far fits any."""
    word = (mention.honorific or "").split(" ")[0]
    if word in ("tôi", "mình"):
        return False
    if (word in _YOUNG and person.honorifics & _OLD) or (
        word in _OLD and person.honorifics & _YOUNG and not person.honorifics & _OLD
    ):
        return False
    return same_gender(person, mention)


def same_gender(person: Person, mention: Mention) -> bool:
    """Whether what is known of a person's gender does not speak against a mention."""
    gender = gender_of(mention)
    if gender is None:
        return True
    if person.genders and gender not in person.genders:
        return False
    return all(r.head is None or _of_word(r.head) in (None, gender) for r in person.roles)


def gender_of(mention: Mention) -> str | None:
    """Male or female, as the address tells or the description: ``nữ sinh``, ``chàng trai``."""
    base = _BASE.get((mention.honorific or "").split(" ")[0])
    return mention.gender or base or (_of_form(mention.head) if mention.head else None)


def _of_word(head: Word) -> str | None:
    return head.gender or _of_form(head.form)


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
