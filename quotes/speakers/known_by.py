"""Whom age, kin or sex alone mean: ``người phụ nữ 41 tuổi``, ``người em gái``, ``người đàn ông``."""

from __future__ import annotations

import re

from quotes.lexicon import keys
from quotes.model import Gender, Mention
from quotes.speakers.fitting import counted, definite_title, gender_of, same_gender
from quotes.speakers.persons import Person
from quotes.speakers.roles import official
from quotes.speakers.scene import Scene


def same_age(scene: Scene, mention: Mention) -> list[Person]:
    """``Bà Hoa, 41 tuổi, … Người phụ nữ 41 tuổi kể``, ``cụ bà 96 tuổi``: the only one of that age in the article."""
    words = scene.doc.sentences[mention.sentence].words[mention.first : mention.last + _BEHIND + 1]
    if mention.plural or ("tuổi" not in words and "năm" not in words):
        return []
    if not any(w[0].isdigit() for w in words[: mention.last + _BEHIND - mention.first]):
        return []
    if counted(scene, mention) or scene.quoted(mention):
        return []
    age = scene.age_at(mention.sentence, mention.first, mention.last + _BEHIND)
    found = [p for p in scene.aged(age) if same_gender(p, mention)] if age is not None else []
    return found if len(found) == 1 and found[0].mentions[0].span.start < mention.span.start else []


_BEHIND = 2  # words behind a mention where its age may stand: cụ bà | 96 tuổi


def teller_of_own_name(scene: Scene, mention: Mention) -> list[Person]:
    """``Đối tượng khai tên là | Lê Văn An``, ``Người phụ nữ cho biết mình tên Hoa``: who tells how he is called."""
    after = scene.next_to(mention, 1) if mention.span in scene.sources and not mention.plural else None
    if after is not None and after.form == "pronoun":  # cho biết | mình | tên Hoa
        after = scene.next_to(mention, 2)
    if after is None or after.form != "name" or after.sentence != mention.sentence:
        return []
    own = _TELLS_NAME.fullmatch(scene.doc.text, mention.span.end, after.span.start)
    person = scene.of.get(after.span) if own is not None else None
    return [person] if person is not None and same_gender(person, mention) else []


_TELLS_NAME = re.compile(
    r" (?:(?:đã|bước|ban|đầu|cũng|tự|khai|nhận|báo|cho|biết|hay|xưng|giới|thiệu|nói|họ|và|mình|với \w+ \w+) ){1,6}"
    r"tên(?: thật)?(?: là)?:? "
)


def kin_spoken_of(scene: Scene, mention: Mention) -> list[Person]:
    """``Bà Lành và em gái là bà Hiền … Người em kể``: who was called so; ``người chị`` is the other of the two."""
    role = definite_title(scene, mention)
    words = scene.words(mention) if role is not None else ()
    if words[:1] != ("người",) or len(words) not in (2, 3) or words[1] not in _ELDER or counted(scene, mention):
        return []
    gender = _OF_KIN.get(words[-1])
    named = [p for p in scene.focus if p.named and (gender is None or not p.genders or p.genders == {gender})]
    called = [p for p in named if any(words[1] in keys(r.text)[:2] for r in p.roles)]
    if called or words[1] not in _OTHER:
        return called[:1]
    return [other for p in scene.focus for other in _beside_kin(scene, p, _OTHER[words[1]]) if other in named][:1]


def _beside_kin(scene: Scene, person: Person, word: str) -> list[Person]:
    """``Bà Lành và | em gái là bà Hiền``: who was named first, in the sentence where somebody is told to be kin."""
    roles = [r for r in person.roles if word in keys(r.text)[:2]]
    if not roles or not person.named:
        return []
    told = next((m for m in person.mentions if any(m.span.start <= r.span.start < m.span.end for r in roles)), None)
    first = scene.next_to(told, -1) if told is not None else None
    if told is None or first is None or first.sentence != told.sentence or first.name is None:
        return []
    other = scene.of.get(first.span)
    return [other] if other is not None and other is not person else []


_OTHER = {"chị": "em", "anh": "em", "em": "chị"}
_ELDER = frozenset(("em", "chị", "anh", "con", "cháu", "dì", "cô", "chú", "bác", "cậu"))
_OF_KIN: dict[str, Gender] = {"gái": "female", "trai": "male", "chị": "female", "anh": "male"}


def man_or_woman_spoken_of(scene: Scene, mention: Mention) -> list[Person]:
    """``Ông Tám gặp bà Hoa. Người phụ nữ nói``: the only woman of whom the sentence before was."""
    role = definite_title(scene, mention)
    if role is None or role.head is None or role.rest or counted(scene, mention) or not scene.in_front(mention):
        return []
    gender = gender_of(mention)
    if role.head.form not in _MAN_OR_WOMAN or gender is None or scene.quoted(mention):
        return []
    at = scene.first_from(mention.span.start)
    near = [m for m in scene.mentions[max(0, at - _AROUND) : at] if mention.sentence - m.sentence <= 1]
    persons = dict.fromkeys(scene.of[m.span] for m in near if m.span in scene.of and not scene.quoted(m))
    same = [p for p in persons if p.named and p.genders == {gender}]
    return same if len(same) == 1 and same[0] in scene.focus and not official(same[0].grouped())[0] else []


_AROUND = 12  # mentions
_MAN_OR_WOMAN = frozenset(("người đàn ông", "người phụ nữ", "người đàn bà", "chàng thanh niên", "gã đàn ông"))
