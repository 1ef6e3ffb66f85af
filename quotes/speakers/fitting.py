"""What a mention asks of a person: the office it names, the gender, the address."""

from __future__ import annotations

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
    bearers = [p for p in scene.persons if any(r.rank == role.rank for r in p.roles)]
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
