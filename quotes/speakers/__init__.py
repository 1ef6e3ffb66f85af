"""Speakers: the person or body behind each source, with role, affiliation and whether the office is a public one.

Within one article alone. Persons are gathered by their names first; then the sentences pass one after the
other, and each title and pronoun is answered by the first of ``sieves.RULES`` that knows. Where the evidence
does not decide, the speaker is the source as it stands, and the rule's name says so. After the sieves of
CoreNLP's quote attribution (Muzny et al. 2017).
"""

from __future__ import annotations

from collections.abc import Sequence

from quotes.lexicon import ARTS, FAME, Word, fold, keys
from quotes.lexicon import words as word_list
from quotes.model import Attribution, Document, Mention, Speaker
from quotes.speakers.answers import for_body, for_person, whose_document
from quotes.speakers.fitting import gender_of
from quotes.speakers.groups import for_group
from quotes.speakers.joined import joined
from quotes.speakers.persons import Person, loose
from quotes.speakers.roles import Role, head_word
from quotes.speakers.scene import Scene
from quotes.speakers.sieves import PRONOUN_RULES, TITLE_RULES, title_with_body
from quotes.speakers.silent import without_source

__all__ = ["resolve"]


def resolve(doc: Document, mentions: Sequence[Mention], attributions: Sequence[Attribution]) -> list[Speaker]:
    """The speaker of each attribution, in the same order.

    >>> from quotes.mentions import find_mentions
    >>> from quotes.model import Attribution, Span
    >>> from quotes.text import read
    >>> doc = read("Ông Trần Văn An, Giám đốc Sở Y tế, đã đến. Ông An nói.")
    >>> source = find_mentions(doc)[1]
    >>> speaker = resolve(doc, find_mentions(doc), [Attribution((Span(0, 1),), "indirect", "x", 1, source=source)])[0]
    >>> speaker.name, speaker.role, speaker.official, speaker.rule
    ('Trần Văn An', 'Giám đốc Sở Y tế', True, 'part_of_name')
    """
    scene = Scene(doc, mentions, attributions)
    _read_through(scene)
    scene.copulas.add_to_pronouns()
    _read_again(scene, attributions)
    spoken = [_of_source(scene, a.source) for a in attributions]
    return [
        speaker or without_source(scene, attributions, number, spoken, _interviewed(scene, attributions[number].owner))
        for number, speaker in enumerate(spoken)
    ]


def _read_again(scene: Scene, attributions: Sequence[Attribution]) -> None:
    """``Ông là Giám đốc Sở Y tế. … Giám đốc Sở Y tế nói``: titles of nobody so far, now that pronouns have roles."""
    scene.bearers = None
    for source in {a.source.span: a.source for a in attributions if a.source is not None}.values():
        person = scene.of.get(source.span)
        if person is None or person.named or source.form not in ("title", "description"):
            continue
        bearers = [p for p in title_with_body(scene, source) if p.named]
        if len(bearers) == 1 and bearers[0].mentions[0].span.start < source.span.start:
            scene.of[source.span], scene.why[source.span] = bearers[0], title_with_body.__name__


def _read_through(scene: Scene) -> None:
    """Answer every person's mention in the order of the text."""
    for line in scene.sentences():
        for at, mention in enumerate(line):
            if (
                mention.kind in ("person", "unknown")
                and mention.span not in scene.of
                and mention.form not in ("body", "document", "name")
            ):
                scene.move(line[: min(at, _SUBJECTS)])
                _answer(scene, mention)
            elif mention.span in scene.of:
                _introduce(scene, mention)
        scene.move(line)


def _answer(scene: Scene, mention: Mention) -> None:
    for rule in PRONOUN_RULES if mention.form == "pronoun" else TITLE_RULES:
        found = rule(scene, mention)
        if found:
            person = found[0]
            scene.of[mention.span] = person
            scene.why[mention.span] = rule.__name__
            scene.rivals[mention.span] = tuple(scene.label(p) for p in found[:4])
            if mention.gender and not scene.quoted(mention) and not _as_well(found, mention):
                person.genders.add(mention.gender)
            if mention.form == "pronoun" and scene.quoted(mention):
                person.mentions.append(mention)
            elif not person.named or _tells_role(scene, rule.__name__, mention, person):
                person.add(mention, None, scene.doc)
            else:
                person.mentions.append(mention)
            return
    if mention.span in scene.said:
        scene.of[mention.span] = scene.said[mention.span]
        scene.why[mention.span] = "said_to_be"
    elif mention.form in ("title", "description") and not scene.quoted(mention):
        person = Person(named=False)
        person.add(mention, None, scene.doc)
        if not _in_headline(scene, mention):
            scene.persons.append(person)
        scene.of[mention.span] = person


def _in_headline(scene: Scene, mention: Mention) -> bool:
    """``Cô gái bỏ phố về quê``: nobody yet to whom ``cô gái này`` could point back; the article tells who it is."""
    if mention.sentence or mention.span in scene.sources:
        return False
    first = scene.doc.sentences[0]
    return len(scene.doc.sentences) > 1 and scene.doc.text[first.start : first.end].rstrip()[-1:] not in _FINAL


_FINAL = frozenset('.!?…:”"')


def _as_well(found: Sequence[Person], mention: Mention) -> bool:
    """``Lê Quang gặp Mai Thu. Anh …``: whether it could be another as well of whom no sex is told."""
    if mention.form != "pronoun" or found[0].genders:
        return False
    others = (p for p in found[1:3] if p.named and not p.genders)
    near = mention.sentence - 1
    return any(m.sentence >= near and m.span.start < mention.span.start for p in others for m in p.mentions)


def _tells_role(scene: Scene, rule: str, mention: Mention, person: Person) -> bool:
    """Whether a mention tells what somebody is: ``nam ca sĩ``, ``nữ diễn viên người Anh`` where nothing else does."""
    leads = scene.in_front(mention)
    role = scene.role(mention)
    words = scene.doc.sentences[mention.sentence].words
    if not leads and (
        words[mention.first - 1] in _BECOMES or (words[0] in _WHEN and "," not in words[: mention.first])
    ):
        return False  # từ chối làm | HLV đội Sao Biển, hẹn hò với | nam ca sĩ; Khi dạy | nhà văn trẻ ở Hội A, ông …
    if rule in _TELLS_ROLE or (rule in _IN_OTHER_WORDS and not mention.definite and _says_more(role, person)):
        return leads or _names_whose(role)
    # nạn nhân, bị cáo; đồng đội
    told = any(
        r.head is not None and r.head.group != "before the law" and r.head.kind not in ("kin", "people")
        for r in person.roles
    )
    if told or rule == "expert_who_spoke_last":
        return False
    head = head_word(mention)
    if rule in _EPITHETS and head is not None and head.kind == "kin" and not role.rest:
        return False  # ông bố: whose, is not told
    if rule in ("epithet_of_last_source", "epithet_of_subject"):
        told_by = head is not None and head.group in ARTS and (role.former or gender_of(mention) is not None)
        return leads or told_by
    if rule == "pointing_back" and scene.named_last(mention) not in (None, person):
        return False  # … chính là A. Tiền đạo này …: not who spoke before
    return head is not None and (head.kind == "profession" or (leads and mention.sentence > 0 and _of_renown(head)))


def _of_renown(head: Word) -> bool:
    """``nam danh hài``, ``mỹ nhân lai Pháp``; ``gương mặt`` could be anybody's."""
    return head.group in FAME and not head.form.startswith("gương mặt")


_WHEN = frozenset(("khi", "sau", "trước", "lúc", "từ"))
_BECOMES = frozenset(("làm", "thành", "chức", "với", "cử", "ghế", "trí", "đua"))


def _names_whose(role: Role) -> bool:
    """An office, or what names a body or place: ``thủ môn người Đức``; not ``thế hệ | diễn viên trẻ``: any of them."""
    if role.head is None or role.head.kind in ("office", "rank"):
        return True
    words = role.text.split()
    name = next((i for i, w in enumerate(words) if i and w[0].isupper()), None)
    if name is None:
        return False
    said = keys(role.text)  # sinh viên | dùng AI: what he does names nothing
    return not any(_VERBS.longest(said, i) for i in range(len(role.head.form.split()), min(name, len(said))))


_VERBS = word_list("verbs")


def _says_more(role: Role, person: Person) -> bool:
    """``Tiền đạo Lê An …``, then ``tiền đạo CLB Bình Minh``: the same post with more words; not with where he is."""
    if " tại " in role.text:
        return False
    return any(r.head is not None and r.head is role.head and r.rest < role.rest for r in person.roles)


_EPITHETS = frozenset(("epithet_of_last_source", "epithet_of_subject", "epithet_of_topic"))
_IN_OTHER_WORDS = frozenset(
    ("epithet_of_last_source", "epithet_of_subject", "epithet_of_protagonist", "title_alone", "title_in_other_words")
)


def _introduce(scene: Scene, mention: Mention) -> None:
    """``Chánh văn phòng Bộ Y tế cho biết … ông Trường nói``: a short name after a title of nobody."""
    person = scene.of[mention.span]
    if (
        person.roles
        or mention is not person.mentions[0]
        or len(person.full) > 1
        or not mention.honorific
        or mention.span not in scene.sources
        or not scene.focus
    ):
        return
    nameless = scene.focus[0]
    if nameless.named or not (scene.speaks(nameless)):
        return
    heads = [r.head for r in nameless.roles if r.head is not None]
    if (
        not heads
        or heads[0].kind not in ("office", "profession")
        or heads[0].group == "press"  # theo ghi nhận của phóng viên A … cụ Hường nói
        or (nameless.genders and person.genders and nameless.genders != person.genders)
    ):
        return
    for earlier in nameless.mentions:
        scene.of[earlier.span] = person
        scene.why[earlier.span] = "title_named_later"
    person.mentions = sorted([*person.mentions, *nameless.mentions], key=lambda m: m.span)
    person.roles += nameless.roles
    scene.became(person, nameless)


_FIRST_PERSON = frozenset(("tôi", "mình", "chúng tôi"))
# Rules by which the words of the mention are themselves a role of the person.
_TELLS_ROLE = frozenset(
    (
        "title_with_body",
        "title_that_says_more",
        "part_of_title",
        "epithet_of_protagonist",
        "former_post_of_last_source",
    )
)


def _of_source(scene: Scene, source: Mention | None) -> Speaker | None:
    """Whom a source means; nothing where there is none, or none but ``tôi``."""
    if source is None or (source.form == "pronoun" and source.honorific in _FIRST_PERSON):
        return None
    given, source = source, _read_source(scene, source)
    together = joined(scene, source) if source.span.end == given.span.end else None
    if together is not None:
        return for_group(scene, together[1], together[0], "joined_sources")
    if source.plural or source.kind == "group":
        return for_group(scene, source, None, "group")
    if source.form == "document" and source.name == given.span:
        return whose_document(scene, source)
    person = scene.of.get(source.span) or _called_by_given_name(scene, source)
    return for_person(scene, source, person) if person is not None else for_body(scene, source)


def _interviewed(scene: Scene, owner: Mention | None) -> Speaker | None:
    """Who answers: of ``NSƯT A và chồng B`` in a headline whom the article is about."""
    hero = scene.hero
    if owner is not None and hero is not None and joined(scene, owner) is not None:
        return for_person(scene, hero.mentions[0], hero)
    return _of_source(scene, owner)


def _called_by_given_name(scene: Scene, source: Mention) -> Person | None:
    """``Bảo kể``, ``Theo Hải Đăng`` of ``Lê Hải Đăng``: a given name that is no mention, for it is another word too."""
    words = scene.text(source).split()
    if words == ["Người"] and (president := scene.called("Hồ Chí Minh")) is not None:  # so he alone is called
        scene.why[source.span] = "pronoun_of_same_address"
        return president
    if source.form != "description" or not all(w.isalpha() and w.istitle() for w in words):
        return None
    key = tuple(loose(fold(w)) for w in words)
    named = (p for p in scene.persons if p.vietnamese or all(len(w) == 1 for w in p.full))  # em P.A.K
    found = [p for p in named if len(p.full) > len(key) and p.full[-len(key) :] == key]
    if len(found) != 1:
        return None
    scene.why[source.span] = "part_of_name"
    return found[0]


def _read_source(scene: Scene, source: Mention) -> Mention:
    """The mention that was read where a source was cut otherwise: the whole document, the name at its end."""
    if scene.place(source) is not None:
        return source
    same = [
        m
        for m in scene.across(source.span)
        if (m.span.end == source.span.end and m.form != "pronoun")  # đội ngũ của | ông
        or m.span.start == source.span.start
        or m.name == source.span
        or (source.kind == "unknown" and _owner_ends_within(m, source))
    ]
    widest = max(same, key=lambda m: m.span.end - m.span.start, default=source)
    if source.kind == "group" and (
        widest.first - source.first > _PLURAL_WORDS
        or any(c.isdigit() for c in scene.doc.text[source.span.start : widest.span.start])
        or (widest.first == source.first and widest.last < source.last)
    ):
        return source  # gần 70 | phụ huynh; nhiều cửa hàng trên phố | Hồ Thị Kỷ; nhiều người dân | sống gần chợ
    return widest


def _owner_ends_within(document: Mention, source: Mention) -> bool:
    """``thông báo của | Cục A | được báo chí dẫn lại``: whose it is, and what became of it."""
    name = document.name if document.form == "document" else None
    return name is not None and name.start == source.span.start and name.end < source.span.end


_PLURAL_WORDS = 2
_SUBJECTS = 12  # mentions at the head of a sentence among which its subject is
