"""Descriptions in place of a name: ``nữ diễn viên``, ``chân sút``, ``nhà lãnh đạo``, ``người đứng đầu Apple``."""

from __future__ import annotations

from quotes.lexicon import ARTS, FAME, Word
from quotes.model import Mention
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
    return could_be(person, role) or (_performs(person, role) and _surely_so(scene, person, mention))


def _cited_alone(scene: Scene, person: Person) -> bool:
    """``Theo Opta, tiền vệ người Đức …``: a word of another tongue of whom nothing is told but that it is cited."""
    if len(person.full) > 1 or person.roles or person.honorifics or not person.named:
        return False
    sentences = scene.doc.sentences
    return all(m.first and sentences[m.sentence].words[m.first - 1] == "theo" for m in person.mentions)


def former_post_of_last_source(scene: Scene, mention: Mention) -> list[Person]:
    """``Ông A khai … Cựu cục trưởng nói thêm``, ``ứng cử viên của đảng B``: what who spoke last was, or would be."""
    role = definite_title(scene, mention)
    if role is None or role.head is None or counted(scene, mention) or not scene.in_front(mention):
        return []
    stands = role.head.form in _CANDIDATES
    if not (stands or role.former) or scene.quoted(mention):
        return []
    subject = scene.subject_near(mention)
    return [
        p
        for p in scene.focus[:1]
        if p.named
        and scene.speaks(p)
        and subject in (None, p)
        and any(0 <= mention.sentence - m.sentence <= _NEAR and m.span.start < mention.span.start for m in p.mentions)
        and agrees_with(p, mention)
        and (stands or all(r.former or r.head is None or r.head.kind not in _POSTS for r in p.offices()))
        and not any(r.head is role.head for r in p.offices())
    ]


_NEAR = 2  # sentences
_CANDIDATES = frozenset(("ứng cử viên", "ứng viên", "ứng viên tổng thống"))
_POSTS = ("office", "profession")


def _only_kin_of_star(scene: Scene, person: Person, role: Role) -> bool:
    """``tiền đạo``, ``nàng hậu`` when the wife or mother has spoken: whether somebody is a relative alone."""
    if role.head is None or role.head.group not in FAME or scene.hero is person or not person.roles:
        return False
    kin = all(r.head is not None and r.head.kind == "kin" for r in person.roles)
    return kin and any(r.rest for r in person.roles)


def _performs(person: Person, role: Role) -> bool:
    """``nam ca sĩ`` for an actor: who sings acts, and writes songs too."""
    known = [r for r in person.offices() if r.head is not None and r.head.kind in ("office", "profession")]
    return role.rank in _PERFORMERS and all(r.rank in _PERFORMERS or r.rank in _ON_STAGE for r in known)


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


def title_in_other_words(scene: Scene, mention: Mention) -> list[Person]:
    """``chiến lược gia``, ``nhà cầm quân`` for a coach, ``chân sút`` for a striker: who bears that title."""
    role = definite_title(scene, mention)
    if role is None or counted(scene, mention):
        return []
    meant = _OTHER_WORDS.get(role.rank)
    if meant is None:
        return []
    if meant is _LAWMAKER and role.rest and not {"bang", "tiểu"} & role.rest:
        return []  # nghị sĩ | đảng Dân chủ: of a party there are many
    near = [*scene.focus, *([scene.hero] if scene.hero else [])]
    bearers = [p for p in near if p.named and not meant.isdisjoint(p.ranks()) and agrees_with(p, mention)]
    if meant is not _PRESS or not role.rest - _OF_IT:
        return bearers
    return [p for p in bearers if any(role.rest - _OF_IT <= o.rest for o in p.offices())]


_OF_IT = frozenset(("của", "từ", "kỳ", "cựu"))
_PRESS = frozenset(("nhà báo", "ký giả", "phóng viên", "nhà phân tích", "biên tập viên", "bình luận viên", "cây bút"))
_LAWMAKER = frozenset(
    ("hạ nghị sĩ", "thượng nghị sĩ", "hạ nghị sỹ", "thượng nghị sỹ", "dân biểu", "nghị sĩ", "nghị sỹ")
)
_COACH, _STRIKER, _HOST = (
    frozenset(("huấn luyện viên", "hlv trưởng", "trợ lý huấn luyện viên")),
    frozenset(("tiền đạo", "trung phong", "cầu thủ")),
    frozenset(("mc", "người dẫn chương trình", "host", "phát thanh viên")),
)
_OTHER_WORDS = {
    "chiến lược gia": _COACH,
    "chiến lược gia bóng đá": _COACH,
    "nhà cầm quân": _COACH,
    "thuyền trưởng": _COACH,
    "ông thầy": _COACH,
    "thẩm phán": frozenset(("chủ tọa", "thẩm phán chủ tọa", "chủ tọa phiên tòa")),
    "chân sút": _STRIKER,
    "tay săn bàn": _STRIKER,
    "thủ thành": frozenset(("thủ môn",)),
    "mc": _HOST,
    "người dẫn chương trình": _HOST,
    "host": _HOST,
    **dict.fromkeys(("nghị sĩ", "nghị sỹ", "nhà lập pháp"), _LAWMAKER),
    "nhà làm phim": frozenset(("đạo diễn",)),
    "tác giả": frozenset(("nhà văn", "nhà thơ", "thi sĩ", "nhà soạn kịch", "nhà báo", "họa sĩ", "nhạc sĩ", "cây bút")),
    **dict.fromkeys(("nhà báo", "ký giả", "phóng viên", "cây viết", "cây bút"), _PRESS),
}


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
        or (role.head.kind == "kin" and role.head.form not in _PARENTS and not _pupil(mention))
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


def _tells_age_or_gender(mention: Mention, text: str, head: Word) -> bool:
    """``nam sinh``, ``nữ tiến sĩ``, ``chính trị gia 48 tuổi``: so somebody is called who is known already."""
    words = text.removeprefix("một ").split(" ")
    told = words[0] in ("nam", "nữ", "chàng", "nàng", "cậu") or words[-1] in ("tuổi", "trẻ") or _pupil(mention)
    return told or head.form in _YOUNG


def _known_for(scene: Scene, mention: Mention, text: str, head: Word) -> bool:
    """``ông bố hai con``, ``chủ nhân bản hit``, ``nhà đầu tư huyền thoại``: what tells one known already apart."""
    if head.form in _PARENTS or head.form in _OWNERS:
        words = scene.doc.sentences[mention.sentence].words
        telling = _OF_PARENTS if head.form in _PARENTS else _WON_OR_MADE
        return not telling.isdisjoint(words[mention.first : mention.last + _AFTER])
    return head.form == "cây viết" or text.endswith(_RENOWNED)


_AFTER = 3  # words behind a mention that go on telling who it is
_PARENTS, _OWNERS = frozenset(("bà mẹ", "ông bố")), frozenset(("chủ nhân",))
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


def could_be(person: Person, role: Role) -> bool:
    """Whether no known role speaks against an epithet: a coach is no striker, a minister no star."""
    if role.head is not None and (role.head.kind in ("status", "people", "kin") or role.head.form in _OWNERS):
        return not official(person.grouped())[0]
    if role.head is not None and role.head.group == "sport" and role.rank not in _LED and _aged(person):
        return role.rank in _COACH and any(r.rank in _COACH for r in person.roles)
    if _OTHER_WORDS.get(role.rank) is _COACH:
        return any(r.rank in _COACH for r in person.offices())
    known = [r for r in person.offices() if r.head is not None and r.head.kind in ("office", "profession")]
    return all(r.rank == role.rank or _goes_with(r, role) for r in known)


_LED = frozenset(("chiến lược gia", "nhà cầm quân", "thuyền trưởng", "trọng tài", "bầu"))


def _aged(person: Person) -> bool:
    """Whether somebody is called ``ông``: then no player."""
    return any((m.honorific or "").split(" ")[0] == "ông" for m in person.mentions)


def _goes_with(known: Role, role: Role) -> bool:
    """Whether one can be both: a chairman of nothing named, an artist of a more telling name."""
    if known.head is None or role.head is None:
        return True
    if (known.head.group == "posts in any body" and not known.rest) or role.rank in _DEGREES:
        return True
    if role.head.group == "business" and known.head.group in _IN_BUSINESS:
        return True
    if role.head.group == "sport" and known.rank in _CAPTAINS:
        return True
    if known.head.group == role.head.group == "sport":
        return (known.rank in _COACH) == (role.rank in _COACH)
    if {known.rank, role.rank} <= _STUDENTS or {known.rank, role.rank} <= _BEAUTIES:
        return True
    both, groups = {known.rank, role.rank}, (known.head.group, role.head.group)
    if not _HOST.isdisjoint(both):
        return all(g in ARTS or r in _PRESENTERS for g, r in zip(groups, (known.rank, role.rank), strict=True))
    return all(g in ARTS for g in groups) and not _ANY_ARTIST.isdisjoint(both)


_IN_BUSINESS = frozenset(("business", "posts in any body"))
_CAPTAINS = frozenset(("đội trưởng", "đội phó"))
_DEGREES = frozenset(("tiến sĩ", "giáo sư", "phó giáo sư", "thạc sĩ"))
_PRESENTERS = _HOST | frozenset(("biên tập viên", "btv", "nhà báo"))
_ANY_ARTIST = frozenset(
    (
        *("nghệ sĩ", "nsưt", "nsnd", "nsut", "nghệ sĩ ưu tú", "nghệ sĩ nhân dân"),
        *("minh tinh", "tài tử", "giám khảo", "idol", "diva"),
    )
)
_STUDENTS = frozenset(
    ("học sinh", "sinh viên", "nữ sinh", "nam sinh", "nữ sinh viên", "du học sinh", "tân sinh viên", "thí sinh", "sinh")
)
_BEAUTIES = frozenset(
    ("hoa hậu", "á hậu", "hoa khôi", "á khôi", "nàng hậu", "kiều nữ", "mỹ nữ", "người mẫu", "siêu mẫu")
)

_PERFORMERS = _BEAUTIES | frozenset(
    (
        *("ca sĩ", "ca sỹ", "nhạc sĩ", "nhạc sỹ", "ca nhạc sĩ", "ca - nhạc sĩ", "rapper", "dj", "producer"),
        *("diễn viên", "diễn viên hài", "nghệ sĩ hài", "danh hài", "minh tinh", "tài tử", "idol", "diva"),
        *("danh ca", "vũ công"),
    )
)
_ON_STAGE = _HOST | frozenset(("giám khảo", "nhóm trưởng", "thí sinh"))
