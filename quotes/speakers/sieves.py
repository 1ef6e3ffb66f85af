"""Who a person's mention means: ordered rules, the precise ones first, each named by the pattern it reads."""

from __future__ import annotations

from collections.abc import Callable

from quotes.lexicon import keys
from quotes.lexicon import words as word_list
from quotes.model import Mention
from quotes.speakers.callings import could_be
from quotes.speakers.cases import (
    accused_of_trial,
    lawyer_of_side,
    maker_named_before,
    owner_named_before,
    parent_spoken_of,
    suspect_of_arrest,
)
from quotes.speakers.epithets import (
    epithet_of_last_source,
    epithet_of_protagonist,
    epithet_of_subject,
    epithet_of_topic,
    former_post_of_last_source,
    lead_of_protagonist,
    post_of_magnate,
)
from quotes.speakers.fitting import (
    agrees_with,
    anybody,
    core,
    counted,
    definite_title,
    gender_of,
    known_gender,
    named_by,
    ranked,
    same_gender,
    seat,
)
from quotes.speakers.heads import (
    head_of_body,
    head_of_branch,
    head_of_government,
    head_of_town,
    leader_of_state,
    seat_of_power,
)
from quotes.speakers.known_by import kin_spoken_of, man_or_woman_spoken_of, same_age, teller_of_own_name
from quotes.speakers.other_words import (
    counterpart,
    diplomat_of_state,
    expert_who_spoke_last,
    title_in_other_words,
)
from quotes.speakers.persons import Person
from quotes.speakers.pronouns import (
    pointing_at_stranger,
    pointing_back,
    pronoun_in_tag,
    pronoun_named_later,
    pronoun_of_bare_name,
    pronoun_of_same_address,
)
from quotes.speakers.roles import Role, in_full, offices, places_in
from quotes.speakers.scene import Scene

Sieve = Callable[[Scene, Mention], list[Person]]

_FEW_SENTENCES = 3
_EXPERTS = frozenset(
    "chuyên gia, nhà phân tích, chuyên viên, nhà kinh tế, nhà kinh tế học, nhà nghiên cứu, nhà khoa học, cố vấn, "
    "học giả, nhà quan sát, chiến lược gia".split(", ")
)
_FROM = frozenset(("đến", "từ", "của", "thuộc", "tại"))
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


def title_with_body(scene: Scene, mention: Mention) -> list[Person]:
    """``Ngoại trưởng Nga``: the one person of that office whose roles name that body or country."""
    role = definite_title(scene, mention)
    if role is None or not role.rest or counted(scene, mention):
        return []
    known = [p for p in ranked(scene, role) if named_by(role, seat(p, role.rank)) and not _held_once(p, role)]
    if role.head is None or role.head.form not in _ANYBODY:
        return known
    return [p for p in known if not all(_another_body(role, r) for r in p.roles)]


def _held_once(person: Person, role: Role) -> bool:
    """``cựu Ngoại trưởng Ấn Độ`` where ``Ngoại trưởng Ấn Độ`` speaks: another holds that office now."""
    held = [o for o in person.offices() if o.rank == role.rank]
    return not role.former and role.head is not None and role.head.kind == "office" and all(o.former for o in held)


def title_alone(scene: Scene, mention: Mention) -> list[Person]:
    """``Thủ tướng``, ``vị tỉ phú``, ``nghệ sĩ này``: who bears that title, the one spoken of last."""
    role = definite_title(scene, mention)
    if role is None or (role.rest and not mention.definite) or counted(scene, mention):
        return []
    if anybody(role, mention) and not mention.gender:  # Bác sĩ khuyến cáo …
        works = role.head is not None and role.head.kind == "profession"
        return [p for p in scene.spoken[-1:] if works and p.named and role.rank in p.ranks()]
    bearers = _in_their_own_right(ranked(scene, role), role)
    longer = role.rank + " "
    if not bearers and role.head is not None and role.head.kind in ("office", "profession"):  # giáo viên | dạy Toán
        bearers = [p for p in scene.focus if p.named and any(o.rank.startswith(longer) for o in p.offices())]
    if not bearers:  # một chuyên gia kinh tế … Chuyên gia này
        spoke = [p for p in scene.spoken[-1:] if not p.named]
        bearers = [p for p in spoke if any(o.rank.startswith(longer) for o in p.offices())]
    if not bearers:
        return []
    early = scene.early(mention, _FEW_SENTENCES)
    known = [p for p in bearers if early or p.mentions[0].span.start < mention.span.start]
    known = [p for p in known if same_gender(p, mention)]
    if anybody(role, mention):  # bác sĩ Trần Văn A … Bác sĩ khuyên … Nam bác sĩ
        known = [p for p in known if p.named]
    if known and not (known[0].named or mention.definite or _at_hand(scene, known[0], mention)):
        return []
    other = _other_subject(scene, mention, bearers[0])
    if other is not None:
        return [] if same_gender(bearers[0], mention) else [other]
    if known and _another_is_nearer(scene, mention, known[0], role):
        return []
    if known or len(bearers) != 1 or role.head is None or role.head.group != "heads of state and government":
        return known
    return [p for p in bearers if p.named and seat(p, role.rank) <= _GOVERNMENT]


def _at_hand(scene: Scene, person: Person, mention: Mention) -> bool:
    """Whether somebody described without a name has spoken, or was spoken of shortly before."""
    return scene.speaks(person) or mention.sentence - person.mentions[-1].sentence <= _FEW_SENTENCES


def _in_their_own_right(bearers: list[Person], role: Role) -> list[Person]:
    """Without whom a list of offices has that of a head of state too: ``gửi Thủ tướng, Phó thủ tướng Lê Văn A``."""
    if len(bearers) < _SEVERAL or role.head is None or role.head.group != "heads of state and government":
        return bearers
    own = [p for p in bearers if any(role.rank in ranks and not any(map(_below, ranks)) for ranks in _ranks_of(p))]
    return own or bearers


def _ranks_of(person: Person) -> list[list[str]]:
    return [[o.rank for o in offices(r)] for r in person.roles]


def _below(rank: str) -> bool:
    """Whether no head of state or government has such an office beside his own."""
    return rank.startswith(("phó ", "thứ trưởng", "tổng giám đốc", "giám đốc", "tổng cục trưởng", "cục trưởng"))


_SEVERAL = 2


def _another_is_nearer(scene: Scene, mention: Mention, bearer: Person, role: Role) -> bool:
    """``Người đẹp này`` where another was the subject just before, of whom it could be said, and the bearer was not."""
    if not mention.definite or not scene.text(mention).endswith(" này"):
        return False
    last = max((m.sentence for m in bearer.mentions if m.span.start < mention.span.start), default=0)
    subject = scene.subject_near(mention) if mention.sentence - last >= _FEW_SENTENCES else None
    if subject is None or subject is bearer or not agrees_with(subject, mention):
        return False
    return could_be(subject, role)


def _other_subject(scene: Scene, mention: Mention, bearer: Person) -> Person | None:
    """``Mai Hoa hẹn hò ca sĩ Bi. Nữ ca sĩ …``: the subject, where a gender is told that is not known of the bearer."""
    gender, subject = gender_of(mention), scene.subject_near(mention, surely=False)
    if gender is None or known_gender(bearer) == gender or subject in (None, bearer):
        return None
    if subject is None or len(subject.full) < _SEVERAL or all(m.kind != "person" for m in subject.mentions):
        return None
    return subject if same_gender(subject, mention) and not any(r.head for r in subject.roles) else None


def same_description(scene: Scene, mention: Mention) -> list[Person]:
    """``Cô gái bị thương. … Cô gái kể``: who was described so before, and has no name."""
    role = definite_title(scene, mention)
    if role is None or (role.rest and not mention.definite) or counted(scene, mention) or anybody(role, mention):
        return []
    return [p for p in ranked(scene, role) if not p.named and p.mentions[0].span.start < mention.span.start]


_GOVERNMENT = frozenset(("chính", "phủ"))  # Thủ tướng, Thủ tướng Chính phủ: there is one, named later or not


def title_with_given_name(scene: Scene, mention: Mention) -> list[Person]:
    """``luật sư Huế`` for ``luật sư Trần Danh Huế``: a name that is a place's too."""
    role = definite_title(scene, mention)
    if role is None or len(role.rest) != 1 or counted(scene, mention) or " của " in role.text:
        return []  # lái xe của Vũ
    called = [p for p in scene.persons if p.named and len(p.full) > 1 and p.full[-1] in role.rest]
    if not called:
        return []
    same = [p for p in ranked(scene, role) if p in called]
    works = role.head is not None and role.head.kind in ("profession", "office")
    return same or [p for p in called if works and p.vietnamese and _titled(p)]


def _titled(person: Person) -> bool:
    """Whether somebody was introduced with degree or office: ``bác sĩ Đức`` is ``TS Trần Văn Đức``."""
    return any(m.head is not None for m in person.mentions)


def title_that_says_more(scene: Scene, mention: Mention) -> list[Person]:
    """``Tổng thống Pháp`` for ``Tổng thống Macron``: the only bearer of the office, whose own role names no body.

    Of several the one spoken of last, where all others are of another body.
    """
    role = definite_title(scene, mention)
    if role is None or not role.rest or counted(scene, mention):
        return []
    bearers = [p for p in ranked(scene, role) if not _held_once(p, role)]
    if len(bearers) > 1 and role.head is not None and role.head.kind == "office":
        bearers = [p for p in bearers if seat(p, role.rank) <= role.rest]
        return [p for p in bearers if p.named] if bearers == scene.focus[:1] else []
    royal = role.rank in _ROYAL and bool(bearers) and bearers[0].named  # Vương phi xứ Wales, Vương phi nước Anh
    return bearers if len(bearers) == 1 and (royal or seat(bearers[0], role.rank) <= role.rest) else []


_ROYAL = frozenset("vương phi, công nương, thân vương, hoàng hậu, nữ hoàng, thái tử, hoàng tử, công chúa".split(", "))


def part_of_title(scene: Scene, mention: Mention) -> list[Person]:
    """``Chủ tịch Vingroup`` for ``Chủ tịch Tập đoàn Vingroup kiêm …``: most words of the one are in the other."""
    role = definite_title(scene, mention)
    if role is None or not role.rest or counted(scene, mention):
        return []
    return [
        p
        for p in ranked(scene, role)
        if _mostly_in(role, seat(p, role.rank))
        and places_in(role.text) <= frozenset().union(*(places_in(r.text) for r in p.roles))
        and (not role.former or any(o.former for o in p.offices()))
        and not _held_once(p, role)
        and (role.head is None or role.head.form not in _ANYBODY or not all(_another_body(role, r) for r in p.roles))
    ]


def _mostly_in(role: Role, known: frozenset[str]) -> bool:
    """Whether of what a title says more than half is known."""
    asked = core(role, known)
    return 2 * len(asked & known) > len(asked)


def representative_of_body(scene: Scene, mention: Mention) -> list[Person]:
    """``đại diện Bộ Công Thương``, ``vị lãnh đạo``: the only person of the article whose role lies in that body."""
    role = definite_title(scene, mention)
    if role is None or role.head is None or not (role.head.form in _ANYBODY or role.head.form in _EXPERTS):
        return []
    if counted(scene, mention) or _of_state(role):
        return []
    if role.head.form in _EXPERTS:  # chuyên gia của Quỹ Hoa Mai, whose director has just spoken
        whose = role.rest - _FROM
        return [p for p in scene.spoken[-1:] if p.named and whose and whose <= _words_of_roles(p)]
    if role.text.endswith(" này"):  # đại diện hãng hàng không A … Đại diện hãng bay này
        same = [p for p in scene.spoken[-1:] if not p.named and role.rank in p.ranks()]
        if same:
            return same
    inside = [p for p in scene.persons if p.roles and scene.speaks(p) and role.rest <= _words_of_roles(p)]
    spoken = [p for p in inside if not all(_another_body(role, r) for r in p.roles)]
    return spoken if len(spoken) == 1 and (role.rest or mention.definite) else []


def _words_of_roles(person: Person) -> set[str]:
    words: set[str] = set()
    for role in person.roles:
        words.update(role.rest, role.rank.split())
    return words


def _of_state(role: Role) -> bool:
    """``lãnh đạo Mỹ``, ``đại diện Triều Tiên``: of a state many speak."""
    words = keys(role.text)
    places = word_list("places")
    state = next((places.phrases.get(words[-n:]) for n in (3, 2, 1) if words[-n:] in places.phrases), None)
    return state is not None and state.kind == "country" and role.rest <= frozenset(keys(state.form))


def _another_body(role: Role, known: Role) -> bool:
    """``Trường Đại học Luật Hà Nội``: whether a name has a word of its own amid those of ``Trường Đại học Hà Nội``."""
    words = [(w[0].isupper(), w.lower()) for w in known.text.split()]
    there = [i for i, (_, w) in enumerate(words) if role.rest.issuperset(in_full((w,)))]
    amid = words[there[0] : there[-1]] if there else []
    own = any(c and w not in _TOWN and not role.rest.issuperset(in_full((w,))) for c, w in amid)
    return own and (False, "tại") not in amid


_TOWN = frozenset(("tp", "tp.", "thành", "phố", "tỉnh", "ubnd", "hđnd"))


def lead_named_later(scene: Scene, mention: Mention) -> list[Person]:
    """``Một nghệ sĩ hài`` in headline or lead: the only person whom the article later gives that description.

    Where somebody is named already whom it could mean, that may be another name for him.
    """
    if not scene.early(mention, _FEW_SENTENCES) or mention.plural or mention.head is None:
        return []
    role = scene.role(mention)
    bearers = [p for p in ranked(scene, role) if p.named]
    many = counted(scene, mention) and not scene.text(mention).lower().startswith("một ")
    if len(bearers) != 1 or many or (role.head is not None and role.head.form in _ANYBODY):
        return []
    if _other_subject(scene, mention, bearers[0]) is not None:
        return []
    works = role.head is not None and role.head.kind == "profession"
    of_body = works and any(w[0].isupper() for w in role.text.split()[1:])
    if of_body and not named_by(role, seat(bearers[0], role.rank)):
        return []  # chuyên gia | Viện A
    met = [p for p in scene.focus if p.named and agrees_with(p, mention)]
    if counted(scene, mention) or not met or met[0] is bearers[0]:
        return bearers
    office = role.head is not None and role.head.kind == "office"
    return bearers if office and role.rest and named_by(role, seat(bearers[0], role.rank)) else []


# The algorithm: precise first, the first that answers wins; of several persons the one in focus is meant.
TITLE_RULES: tuple[Sieve, ...] = (
    teller_of_own_name,
    title_with_given_name,
    title_with_body,
    same_age,
    maker_named_before,
    title_alone,
    seat_of_power,
    head_of_government,
    head_of_branch,
    head_of_town,
    head_of_body,
    representative_of_body,
    title_that_says_more,
    part_of_title,
    leader_of_state,
    counterpart,
    diplomat_of_state,
    title_in_other_words,
    suspect_of_arrest,
    accused_of_trial,
    lawyer_of_side,
    owner_named_before,
    pointing_back,
    lead_named_later,
    lead_of_protagonist,
    epithet_of_last_source,
    epithet_of_protagonist,
    epithet_of_subject,
    epithet_of_topic,
    former_post_of_last_source,
    post_of_magnate,
    expert_who_spoke_last,
    parent_spoken_of,
    kin_spoken_of,
    same_description,
    man_or_woman_spoken_of,
)
PRONOUN_RULES: tuple[Sieve, ...] = (
    teller_of_own_name,
    same_age,
    pronoun_in_tag,
    pointing_at_stranger,
    pronoun_of_same_address,
    pronoun_of_bare_name,
    pronoun_named_later,
)
RULES = TITLE_RULES + PRONOUN_RULES
