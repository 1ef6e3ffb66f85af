"""Descriptions in place of a name: ``nữ diễn viên``, ``chân sút``, ``nam sinh``, ``chủ nhân bản hit``."""

from __future__ import annotations

from quotes.lexicon import FAME, Word
from quotes.model import Mention
from quotes.speakers.callings import OWNERS, could_be, performs
from quotes.speakers.fitting import agrees_with, counted, definite_title, gender_of, known_gender
from quotes.speakers.persons import Person
from quotes.speakers.roles import Role, official
from quotes.speakers.scene import Scene


def epithet_of_last_source(scene: Scene, mention: Mention) -> list[Person]:
    """``chân sút sinh năm 1985``, ``nữ diễn viên``: a description in place of the name of who spoke last."""
    role = _epithet(scene, mention)
    if role is None:
        return []
    subject = _subject(scene, mention, role)
    newcomer = scene.newcomer(mention) if subject is None else None
    if newcomer is not None and newcomer.named and _fits(scene, newcomer, mention, role):
        return [newcomer]
    found = [p for p in scene.focus[:2] if p.named and _fits(scene, p, mention, role)]
    return [p for p in found if scene.speaks(p) and subject in (None, p)]


def epithet_of_protagonist(scene: Scene, mention: Mention) -> list[Person]:
    """``thần tượng người Hàn Quốc``: a description in place of the name of whom the article is about."""
    role, hero = _epithet(scene, mention), scene.hero
    if role is None or hero is None or not scene.in_front(mention):
        return []
    return [hero] if _fits(scene, hero, mention, role) and _subject(scene, mention, role) in (None, hero) else []


def epithet_of_subject(scene: Scene, mention: Mention) -> list[Person]:
    """``Mai Hoa vào phim. Nữ diễn viên …``: in place of the name of who was the subject of the sentence before."""
    role = _epithet(scene, mention)
    if role is None or not scene.in_front(mention):
        return []
    subject = _subject(scene, mention, role)
    if subject is not None:
        return [subject]
    kin = any(_only_kin_of_star(scene, p, role) for p in scene.focus[:1])  # bà Hoa, mẹ Mai Anh, kể. Nữ ca sĩ …
    return [p for p in scene.focus[1:_BESIDE] if p.named and _fits(scene, p, mention, role)][:1] if kin else []


_BESIDE = 3  # persons


def epithet_of_topic(scene: Scene, mention: Mention) -> list[Person]:
    """``Lê Nam đến muộn. Anh xin lỗi. Nam ca sĩ …``: in place of the name of whom it has been about, of that gender."""
    role, gender = _epithet(scene, mention), gender_of(mention)
    if role is None or gender is None or not scene.in_front(mention):
        return []
    return [p for p in scene.focus[:1] if p.named and known_gender(p) == gender and _fits(scene, p, mention, role)]


def _fits(scene: Scene, person: Person, mention: Mention, role: Role) -> bool:
    if not agrees_with(person, mention) or _cited_alone(scene, person) or _only_kin_of_star(scene, person, role):
        return False
    return could_be(person, role) or (performs(person, role) and _surely_so(scene, person, mention))


def _cited_alone(scene: Scene, person: Person) -> bool:
    """``Theo Opta, tiền vệ người Đức …``: a word of another tongue of whom nothing is told but that it is cited."""
    if len(person.full) > 1 or person.roles or person.honorifics or not person.named:
        return False
    sentences = scene.doc.sentences
    return all(m.first and sentences[m.sentence].words[m.first - 1] == "theo" for m in person.mentions)


def former_post_of_last_source(scene: Scene, mention: Mention) -> list[Person]:
    """``Ông A khai … Cựu cục trưởng nói thêm``, ``ứng cử viên của đảng B``: what who spoke last was, or would be."""
    role = definite_title(scene, mention)
    if role is None or role.head is None:
        return []
    stands = role.head.form in _CANDIDATES
    if not (stands or role.former):
        return []
    return [
        p
        for p in _last_source(scene, mention)
        if any(0 <= mention.sentence - m.sentence <= _NEAR and m.span.start < mention.span.start for m in p.mentions)
        and (stands or all(r.former or r.head is None or r.head.kind not in _POSTS for r in p.offices()))
        and not any(r.head is role.head for r in p.offices())
    ]


_NEAR = 2  # sentences
_CANDIDATES = frozenset(("ứng cử viên", "ứng viên", "ứng viên tổng thống"))
_POSTS = ("office", "profession")


def post_of_magnate(scene: Scene, mention: Mention) -> list[Person]:
    """``Tỷ phú A lên tiếng. Ông chủ Sao Mai viết``: the firm of a magnate, which nobody else is said to lead."""
    role = definite_title(scene, mention)
    if role is None or role.head is None or role.head.group not in _IN_FIRMS or not role.rest or official([[role]])[0]:
        return []
    return [
        p
        for p in _last_source(scene, mention)
        if not _MAGNATES.isdisjoint(p.ranks())
        and all(r.head is None or r.rank in _MAGNATES or r.head.group in _IN_FIRMS for r in p.offices())
    ]


_MAGNATES = frozenset(
    (
        "tỷ phú",
        "tỉ phú",
        "triệu phú",
        "đại gia",
        "doanh nhân",
        "nhà tài phiệt",
        "tài phiệt",
        "ông trùm",
        "nữ doanh nhân",
    )
)
_IN_FIRMS = frozenset(("business", "posts in any body", "directors", "owners"))


def _last_source(scene: Scene, mention: Mention) -> list[Person]:
    """Who spoke last, or is who the article is about, if a title can stand for the name and no subject is between."""
    if counted(scene, mention) or not scene.in_front(mention) or scene.quoted(mention):
        return []
    subject = scene.subject_near(mention)
    return [
        p
        for p in scene.focus[:1]
        if p.named and (scene.speaks(p) or p is scene.hero) and subject in (None, p) and agrees_with(p, mention)
    ]


def _only_kin_of_star(scene: Scene, person: Person, role: Role) -> bool:
    """``tiền đạo``, ``nàng hậu`` when the wife or mother has spoken: whether somebody is a relative alone."""
    if role.head is None or role.head.group not in FAME or scene.hero is person or not person.roles:
        return False
    kin = all(r.head is not None and r.head.kind == "kin" for r in person.roles)
    return kin and any(r.rest for r in person.roles)


def _surely_so(scene: Scene, person: Person, mention: Mention) -> bool:
    """Whether gender or renown tell that it is this one."""
    return person is scene.hero or gender_of(mention) in person.genders


def _subject(scene: Scene, mention: Mention, role: Role) -> Person | None:
    """Whose name leads the clause before an epithet, if it could be that person's."""
    person = scene.subject_near(mention)
    if person is None:
        person = scene.subject_near(mention, surely=False)
        if person is None or not _opens_sentence(scene, person, mention):
            return None
    return person if _fits(scene, person, mention, role) else None


def _opens_sentence(scene: Scene, person: Person, mention: Mention) -> bool:
    """``Emma Brown về quê. Nữ ca sĩ …``: a full name that nothing else tells to be a person's, no headline's."""
    led = next((m for m in reversed(person.mentions) if m.span.start < mention.span.start), None)
    if led is None or not scene.named_in_full(person) or led.sentence == mention.sentence:
        return False
    words = scene.doc.sentences[led.sentence].words
    behind_time = led.first < _NEAR_HEAD and words[led.first - 1] == ","
    acts = words[led.last : led.last + 1] not in _LISTED and words[-1] == "."
    return (led.first == 0 or behind_time) and acts


_NEAR_HEAD, _LISTED = 8, ((",",), ("và",), ("cùng",), ("-",), ("–",), ("(",), (".",))


_MEN_AND_WOMEN = frozenset(("anybody, women", "anybody, men"))
_OF_SOMEBODY = (" của mình", " của ông", " của anh", " của cô", " của bà", " của họ", " của chúng tôi", " của tôi")
_NO_EPITHETS = frozenset(("fan", "tội phạm", "nhân vật", "gương mặt"))


def lead_of_protagonist(scene: Scene, mention: Mention) -> list[Person]:
    """``Nam sinh vừa học vừa bán hàng``, ``Một nghệ sĩ hài …`` at the head of an article: whom it then names most."""
    role, hero = _description(scene, mention, anybody=True), scene.hero
    if role is None or hero is None or not scene.early(mention, _LEAD) or not scene.leads_clause(mention):
        return []
    if counted(scene, mention) and not scene.text(mention).lower().startswith("một "):
        return []
    if hero.mentions[0].span.start < mention.span.start or any(
        p.named and agrees_with(p, mention) for p in scene.focus
    ):
        return []
    works = [r for r in hero.offices() if r.head is not None and r.head.kind in ("office", "profession")]
    anybody = role.head is not None and role.head.kind in ("people", "kin")
    return [hero] if _fits(scene, hero, mention, role) and not (anybody and works) else []


_LEAD = 2  # sentences: the headline and what stands under it


def _epithet(scene: Scene, mention: Mention) -> Role | None:
    asked = scene.epithet
    if asked is None or asked[0] is not mention:  # four sieves ask, one after the other
        asked = scene.epithet = mention, None if counted(scene, mention) else _description(scene, mention)
    return asked[1]


def _description(scene: Scene, mention: Mention, *, anybody: bool = False) -> Role | None:
    role = definite_title(scene, mention)
    if role is None or role.head is None or scene.quoted(mention):
        return None
    if (
        role.head.form in _NO_EPITHETS
        or role.head.group == "before the law"
        or (role.head.kind == "kin" and not (role.head.form in _PARENTS or _mother(scene, mention) or _pupil(mention)))
    ):
        return None
    text = scene.text(mention).lower()
    if not (
        role.head.group in FAME
        or (anybody and role.head.group in _MEN_AND_WOMEN)
        or _tells_age_or_gender(mention, text, role.head)
        or _known_for(scene, mention, text, role.head)
    ):
        return None
    before = scene.doc.sentences[mention.sentence].words[mention.first - 1] if mention.first else ""
    return None if text.endswith(_OF_SOMEBODY) or before in ("và", "cùng", "với") else role


def _pupil(mention: Mention) -> bool:
    """``cậu học trò``, ``cô học trò nhỏ``: no matter whose."""
    return mention.head == "học trò" and mention.honorific in ("cậu", "cô")


def _mother(scene: Scene, mention: Mention) -> bool:
    """``Mẹ bỉm``, ``mẹ một con``, ``mẹ đơn thân``: a mother told apart by how many she has, no matter whose."""
    words = scene.doc.sentences[mention.sentence].words[mention.first : mention.last + 2]
    return words[:1] in (("mẹ",), ("bố",)) and (words[1:2] in _BY_HERSELF or words[1:3] in _WITH_CHILDREN)


_BY_HERSELF = (("bỉm",), ("đơn",))
_WITH_CHILDREN = tuple((n, "con") for n in "một hai ba bốn năm 1 2 3 4 5".split())


def _tells_age_or_gender(mention: Mention, text: str, head: Word) -> bool:
    """``nam sinh``, ``nữ tiến sĩ``, ``chính trị gia 48 tuổi``: so somebody is called who is known already."""
    words = text.removeprefix("một ").split(" ")
    told = words[0] in ("nam", "nữ", "chàng", "nàng", "cậu") or words[-1] in ("tuổi", "trẻ") or _pupil(mention)
    return told or head.form in _YOUNG


def _known_for(scene: Scene, mention: Mention, text: str, head: Word) -> bool:
    """``ông bố hai con``, ``chủ nhân bản hit``, ``nhà đầu tư huyền thoại``: what tells one known already apart."""
    if _mother(scene, mention):
        return True
    if head.form in _PARENTS or head.form in OWNERS:
        words = scene.doc.sentences[mention.sentence].words
        telling = _OF_PARENTS if head.form in _PARENTS else _WON_OR_MADE
        return not telling.isdisjoint(words[mention.first : mention.last + _AFTER])
    return head.form == "cây viết" or text.endswith(_RENOWNED)


_AFTER = 3  # words behind a mention that go on telling who it is
_PARENTS = frozenset(("bà mẹ", "ông bố"))
_OF_PARENTS = frozenset(("con", "bỉm", "đơn", "trẻ", "tuổi", "9x", "8x"))
_WON_OR_MADE = frozenset(("hit", "khúc", "giải", "danh", "huy", "cúp", "kỷ", "cú", "bàn"))
_RENOWNED = (
    " huyền thoại",
    " kỳ cựu",
    " nổi tiếng",
    " lừng danh",
    " danh tiếng",
    " gạo cội",
    " tài ba",
    " tài năng",
    " đình đám",
    " điển trai",
    " xinh đẹp",
)
_YOUNG = frozenset(("chàng trai", "cô gái", "cô gái trẻ", "du học sinh", "cậu bé", "cô bé", "tân sinh viên"))
