"""Who a pronoun means: ``ông``, ``cô``, ``người này``; ordered in ``sieves``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from quotes.lexicon import FAME
from quotes.lexicon import words as word_list
from quotes.model import Mention
from quotes.speakers.fitting import agrees_with, gender_of, known_gender, same_gender
from quotes.speakers.fullest import POINTING
from quotes.speakers.persons import Person
from quotes.speakers.roles import head_word
from quotes.speakers.scene import Scene


def pronoun_in_tag(scene: Scene, mention: Mention) -> list[Person]:
    """``“…”, ông nói``: after the words themselves, who spoke last speaks on, but for a paragraph about another."""
    if mention.form != "pronoun" or mention.plural or mention.span not in scene.sources or not scene.tagged(mention):
        return []
    newcomer = scene.newcomer(mention) or _turned_to(scene, mention)
    if newcomer is not None and agrees_with(newcomer, mention):
        return [newcomer]
    told = scene.told_in(mention)
    return [p for p in scene.spoken[-1:] if agrees_with(p, mention) and not _long_ago(p, mention, told)]


def _turned_to(scene: Scene, mention: Mention) -> Person | None:
    """``Ông A khen B. Vậy B nói gì? “…”, anh nói``, ``Còn anh B ngồi buồn``: to whom the article has turned since."""
    subject = scene.subject_near(mention, surely=False)
    if subject is None or not scene.spoken or subject is scene.spoken[-1]:
        return None
    spoke = _last_before(scene.spoken[-1], mention)
    led = next(
        (m for m in reversed(subject.mentions) if m.span.start < mention.span.start and not scene.quoted(m)), None
    )
    if led is None or (spoke is not None and spoke.sentence >= led.sentence):
        return None
    asked = scene.doc.text.endswith("?", led.span.end, scene.doc.sentences[led.sentence].end)
    before = scene.doc.sentences[led.sentence].words[: led.first][-1:]
    return subject if asked or before in (("còn",), ("riêng",)) else None


def _long_ago(person: Person, mention: Mention, sentence: int | None = None) -> bool:
    """Whether somebody was spoken of sentences before: who has been spoken of since then is meant."""
    before = (m.sentence for m in reversed(person.mentions) if m.span.start < mention.span.start)
    here = mention.sentence if sentence is None else sentence
    return here - max(before, default=-_LONG_AGO) > _LONG_AGO


_LONG_AGO = 2  # sentences


def pointing_at_stranger(scene: Scene, mention: Mention) -> list[Person]:
    """``PV gặp quản lý của ca sĩ, người này nói``, ``Công tố viên xin lỗi. Vị này …``: who is near by with no name."""
    if mention.form != "pronoun" or mention.honorific not in _POINTING or mention.plural:
        return []
    if mention.first and scene.doc.sentences[mention.sentence].words[mention.first - 1] == "theo":
        spoke = [p for p in scene.spoken[-1:] if not p.named and agrees_with(p, mention)]
        if spoke:
            return spoke
    for other in _before(scene, mention):
        person = scene.of.get(other.span)
        if person is None or not agrees_with(person, mention):
            continue
        if other.sentence == mention.sentence:
            if not person.named and _asked(scene, other):
                return [person]
        elif scene.in_front(other):
            return [] if person.named else [person]
    return []


_POINTING = frozenset(("người này", "vị này"))


def _before(scene: Scene, mention: Mention) -> Iterator[Mention]:
    """The single persons of the sentence, the last first, then those of the one before, which is no caption."""
    at = scene.place(mention) or 0
    last = mention.sentence
    for other in reversed(scene.mentions[max(0, at - _AROUND) : at]):
        if other.sentence < last and last < mention.sentence:
            return
        if scene.caption(other.sentence) or scene.quoted(other) or other.plural or other.form == "body":
            continue
        last = other.sentence
        yield other


def _asked(scene: Scene, mention: Mention) -> bool:
    """``liên lạc với | quản lý của nữ ca sĩ``: whom somebody has turned to."""
    words = scene.doc.sentences[mention.sentence].words
    return not _TURNED_TO.isdisjoint(words[max(0, mention.first - _WORDS) : mention.first])


_AROUND, _WORDS = 12, 4
_TURNED_TO = frozenset(("gặp", "hệ", "lạc", "đổi", "hỏi", "vấn", "cận", "điện", "tìm"))


def pointing_back(scene: Scene, mention: Mention) -> list[Person]:
    """``vị này``, ``người này``, ``nữ ca sĩ này``: the person spoken of last."""
    if not mention.definite or mention.plural or mention.form == "pronoun" or _kin_of_one(scene, mention):
        return []
    if _of_somebody_else(scene, mention):
        return []
    if scene.doc.text.endswith(" trên", 0, mention.span.end) and not scene.text(mention).endswith(" nói trên"):
        return []  # thẩm phán của tòa trên
    return [p for p in scene.focus if agrees_with(p, mention)]


def _of_somebody_else(scene: Scene, mention: Mention) -> bool:
    """``vị luật sư của bị cáo Nga``, ``vị đại diện Viện kiểm sát``: who is told apart, and does not point back."""
    text = scene.text(mention).lower()
    if mention.head not in _SPEAK_FOR or not text.startswith("vị ") or text.endswith(POINTING):
        return False
    return bool(scene.role(mention).rest)


_SPEAK_FOR = frozenset(
    "luật sư, ls, luật sư bào chữa, đại diện, người đại diện, người bào chữa, trợ lý, thư ký, phát ngôn viên, "
    "người phát ngôn, kiểm sát viên, công tố viên, thẩm phán, chủ tọa, hội thẩm, giám khảo, hiệu trưởng".split(", ")
)


def _kin_of_one(scene: Scene, mention: Mention) -> bool:
    """``vợ | bác sĩ này``, ``người nhà | nạn nhân này``: whose kin is meant, and not who was spoken of."""
    head = head_word(mention)
    if head is None or head.kind not in ("kin", "people") or head.form == "người":
        return False
    after = word_list("titles").longest(scene.words(mention), head.form.count(" ") + 1)
    return after is not None and after[0].kind in ("profession", "office", "status")


def pronoun_of_same_address(scene: Scene, mention: Mention) -> list[Person]:
    """``Ông`` for who was called ``ông`` before, the one spoken of last."""
    if mention.form != "pronoun" or mention.plural:
        return []
    fitting: list[Person] = []
    for person in scene.focus:
        if agrees_with(person, mention):
            fitting.append(person)
            if len(fitting) == _NEAR and not _only_status(fitting[:1]):
                break
    if len(fitting) > 1 and _met(scene, mention, fitting[0]) and not _long_ago(fitting[1], mention):
        fitting = fitting[1:]
    unsure = _unsure_subject(scene, mention, fitting) if fitting else None
    if unsure is not None:
        return [unsure, *fitting]
    stranger = _silent_stranger(scene, mention, fitting)
    if stranger is not None:
        return [stranger, *fitting]
    if _only_status(fitting[:1]):
        return sorted(fitting, key=lambda p: mention.honorific not in p.honorifics)
    if fitting and not fitting[0].named and not fitting[0].genders:
        far = fitting[0] in scene.spoken[-1:]
        addressed = [p for p in fitting[1:] if mention.honorific in p.honorifics and not (far and _far(p, mention))]
        return addressed + fitting
    if not fitting:
        return [p for p in scene.focus[:_NEAR] if p.named and same_gender(p, mention) and _just_named(p, mention)]
    return _addressed_beside(scene, mention, fitting) + fitting


def _met(scene: Scene, mention: Mention, person: Person) -> bool:
    """``Khi nhắc đến bà Lan, | bà …``, ``Sau khi gặp anh Nam, | anh …``: whom another has met or speaks of there."""
    words = scene.doc.sentences[mention.sentence].words
    last = _last_before(person, mention)
    if last is None or last.sentence != mention.sentence or words[mention.first - 1 : mention.first] != (",",):
        return False
    return last.last == mention.first - 1 and words[max(last.first - 1, 0)] in _MEETS


_MEETS = frozenset(
    "gặp hỏi về đến tới chào đón thăm nghe khen chê thắng thua bại hạ đấu giúp cưới yêu ôm tặng vấn nhắc cùng".split()
)


def _far(person: Person, mention: Mention) -> bool:
    last = _last_before(person, mention)
    return last is None or mention.sentence - last.sentence > _FAR


_FAR = 5  # sentences


def _just_named(person: Person, mention: Mention) -> bool:
    """``Cô Lê Thị Hà dạy Văn. Bà nói``: who was called otherwise a moment ago, and nobody else could be meant."""
    last = _last_before(person, mention)
    return last is not None and mention.sentence - last.sentence <= 1 and last.gender is not None


def _unsure_subject(scene: Scene, mention: Mention, fitting: list[Person]) -> Person | None:
    """``Emma Brown trở về quê. Cô nói``: a full name that leads the sentence before, though it is all that is told."""
    subject = scene.subject_near(mention, surely=False)
    if (
        subject is None
        or scene.surely(subject)
        or not scene.named_in_full(subject)
        or not agrees_with(subject, mention)
    ):
        return None
    if fitting[0] is scene.hero or known_gender(fitting[0]) == gender_of(mention) is not None:
        return None
    led, last = _last_before(subject, mention), _last_before(fitting[0], mention)
    return subject if led is not None and (last is None or last.sentence < led.sentence) else None


def _silent_stranger(scene: Scene, mention: Mention, fitting: list[Person]) -> Person | None:
    """``Chủ quán nhậu bị mời lên phường. Bà nói``: who leads the sentence before without a name, or a word so far.

    Where somebody with a name was spoken of since, then only as ``chồng của | Mai Lan``, or as what is spoken of now.
    """
    at = scene.place(mention) or 0
    near = scene.mentions[max(0, at - _AROUND) : at]
    here = [m for m in near if m.sentence == mention.sentence and scene.opens(m)]
    line = here or [m for m in near if m.sentence == mention.sentence - 1]
    led = next((m for m in line if scene.leads_clause(m) and m.form != "pronoun"), None)
    if (
        led is None
        or _joins(scene, led)
        or led.form not in ("title", "description")
        or led.kind != "person"
        or led.plural
        or scene.quoted(led)
    ):
        return None
    topic = bool(here) and scene.doc.text[led.span.end : mention.span.start].strip() == ","  # Còn vợ cũ anh, | cô …
    last = _last_before(fitting[0], mention) if fitting and not _long_ago(fitting[0], mention) else None
    if last is not None and not topic and not led.span.start < last.span.start < led.span.end:
        return None
    person, head = scene.of.get(led.span), head_word(led)
    if person is None or person.named or led.head in _ALL_OF_THEM or (head is not None and head.group in FAME):
        return None
    return person if agrees_with(person, mention) else None


def _joins(scene: Scene, mention: Mention) -> bool:
    """``một con trai và | một con gái``: no subject of its own."""
    return mention.first > 0 and scene.doc.sentences[mention.sentence].words[mention.first - 1] in ("và", "với", "theo")


_ALL_OF_THEM = frozenset(
    ("người", "người dân", "dân", "trẻ em", "phụ nữ", "học sinh", "sinh viên", "công nhân", "nông dân")
)


def _addressed_beside(scene: Scene, mention: Mention, fitting: list[Person]) -> list[Person]:
    """``Luật sư Lê An gặp chị Hoa. Chị kể``: who was called so, beside a silent subject whom nobody addresses.

    Likewise who is of that sex beside one of whom that is not known: ``Lê An cưới hoa hậu Mai Hoa. Cô …``.
    """
    if not fitting or fitting[0].honorifics or known_gender(fitting[0]) or not fitting[0].named:
        return []
    last = _last_before(fitting[0], mention)
    if last is None or mention.sentence - last.sentence > 1 or last.span in scene.sources:
        return []
    gender = gender_of(mention)
    fit = (p for p in fitting[1:] if mention.honorific in p.honorifics or (gender and known_gender(p) == gender))
    near = ((p, _last_before(p, mention)) for p in fit)
    return [p for p, m in near if m is not None and m.sentence == last.sentence]


def _last_before(person: Person, mention: Mention) -> Mention | None:
    return next((m for m in reversed(person.mentions) if m.span.start < mention.span.start), None)


_NEAR = 4


def _only_status(persons: list[Person]) -> bool:
    """Whether the nearest is known by a part played alone (``bị cáo``): such a person is seldom called ``ông``."""
    return (
        bool(persons)
        and not persons[0].honorifics
        and bool(persons[0].roles)
        and all(r.head is None or r.head.kind == "status" for r in persons[0].roles)
    )


def pronoun_of_bare_name(scene: Scene, mention: Mention) -> list[Person]:
    """``Ông`` where nobody was spoken of with address or office: the last full name, if there is one."""
    if mention.form != "pronoun" or mention.plural:
        return []
    last = dict.fromkeys(reversed(scene.background[-_NAMES:]))  # nobody further back was spoken of just now
    near = (p for p in last if any(m.kind == "person" for m in p.mentions))
    return list(islice((p for p in near if agrees_with(p, mention) and not _long_ago(p, mention)), 1))


_NAMES = 24


_LEAD = 3  # sentences


def pronoun_named_later(scene: Scene, mention: Mention) -> list[Person]:
    """``Ông`` in a headline, caption or lead: the first person named after it whom the address fits."""
    if mention.form != "pronoun" or mention.plural or scene.focus or not scene.early(mention, _LEAD):
        return []
    later = [
        p
        for p in scene.persons
        if p.named and p.mentions[-1].span.start > mention.span.start and agrees_with(p, mention)
    ]
    return later[:1]
