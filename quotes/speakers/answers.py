"""A speaker made of what the scene knows: name, kind, role, affiliation, public office, and the rule that says why."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from quotes.lexicon import keys
from quotes.lexicon import words as word_list
from quotes.model import Mention, Speaker, SpeakerKind
from quotes.speakers.affiliations import affiliation
from quotes.speakers.documents import full_mention, is_document, issuer_of, owner_beside, sender_of
from quotes.speakers.persons import Person, name_key
from quotes.speakers.roles import Role, body_word, in_full, official, phrase_role, public_body
from quotes.speakers.scene import Scene, plain

# Which of a person's roles says most: an office before a profession, a profession before a part played.
_WEIGHT = {"office": 4, "profession": 3, "status": 2, "kin": 2, "people": 1, "rank": 0, "degree": 0}
_VAGUE = frozenset(("người đồng cấp", "thành viên", "lãnh đạo", "đại diện", "nhà lãnh đạo", "cán bộ", "đại biểu"))
_COURT = frozenset(
    (
        "cáo trạng",
        "bản cáo trạng",
        "bản án",
        "kết luận điều tra",
        "bản kết luận điều tra",
        "kết luận thanh tra",
        "kết luận",
        "chỉ thị",
        "công điện",
        "sắc lệnh",
    )
)


_ANYBODY = frozenset(("people", "kin", "status"))
_DEGREES = frozenset(("giáo sư", "phó giáo sư", "tiến sĩ", "tiến sỹ", "thạc sĩ", "thạc sỹ", "phó giáo sư, tiến sĩ"))
# Degrees and ranks in front of another title are address: `Giáo sư, nhà nghiên cứu`; not in `giáo sư danh dự`.
_RANKS = (
    r"phó giáo sư|giáo sư|tiến s[iĩỹ]|thạc s[iĩỹ]|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy"
    r"|thiếu tướng|trung tướng|thượng tướng|đại tướng"
)
_DEGREE_FIRST = re.compile(rf"^(?:{_RANKS})[,\-– ]+(?=\w)", re.IGNORECASE)

# Likewise behind one: `Phó giám đốc Công an tỉnh, Thiếu tướng`.
_DEGREE_LAST = re.compile(rf"(?:\s*[,\-–]\s*(?:{_RANKS}))+$", re.IGNORECASE)

# `Thứ trưởng Bộ Y tế, đại diện các bộ ngành`: a list of who else was there has begun.
_OTHERS_AFTER = re.compile(
    r"[,;] (?:và |cùng )?(?:đại diện|lãnh đạo|đại biểu) (?:các|một số|nhiều|những)\b.*$", re.IGNORECASE
)


def for_person(scene: Scene, source: Mention, person: Person) -> Speaker:
    """A person's speaker: the fullest name, the fullest role."""
    text = _name(scene, source, person)
    if person.told is None:
        person.told = (_role(person), *official(person.grouped()))
    role, public, reason = person.told
    rule = scene.why.get(source.span) or _name_rule(scene, source, person)
    kind: SpeakerKind = "person"
    if (
        person.named
        and not person.roles
        and not person.honorifics
        and (_is_short_form(text) or all(m.kind == "organization" for m in person.mentions))
    ):
        kind, public = "organization", public_body(text)
        reason = f"public body: {text}" if public else ""
    return Speaker(
        text,
        kind,
        public,
        role,
        affiliation(role) if role else None,
        rule,
        scene.rivals.get(source.span, (text,)),
        reason,
    )


def _is_short_form(name: str) -> bool:
    """``WHO``, ``LĐLĐ TPHCM``: capitals alone at the head name a body, not a person."""
    return name.split(" ")[0].isalpha() and name.split(" ")[0].isupper() and len(name.split(" ")[0]) >= _CAPITALS


_CAPITALS = 3


def _name_rule(scene: Scene, source: Mention, person: Person) -> str:
    if not person.named or source.name is None:
        return "source_as_it_stands"
    key = name_key(scene.doc, source)
    if key == person.full:
        return "full_name"
    full = person.full
    if key == full[-len(key) :] or key == full[: len(key)]:
        return "part_of_name"
    return "other_spelling"


def _name(scene: Scene, source: Mention, person: Person) -> str:
    """The fullest form of the name, spelt as nearest to the source."""
    if not person.named:
        longest = max(person.mentions, key=lambda m: (not m.definite, m.span.end - m.span.start, -m.span.start))
        return scene.text(longest)
    if not person.spelt:
        full = [m for key, forms in person.forms.items() if len(key) == len(person.full) for m in forms]
        person.spelt = sorted(full, key=lambda m: m.span)
    i = bisect_left(person.spelt, source.span.start, key=lambda m: m.span.start)
    nearest = min(person.spelt[max(i - 1, 0) : i + 1], key=lambda m: abs(m.span.start - source.span.start))
    assert nearest.name is not None
    return plain(scene.doc.text[nearest.name.start : nearest.name.end])


def _role(person: Person) -> str | None:
    """The fullest role: of each mention all its phrases together, then the weightiest and longest."""
    best: tuple[int, int, int] | None = None
    answer: str | None = None
    for mention, roles in person.roles_by_mention():
        if any(r.head is not None and r.head.kind in ("office", "profession") for r in roles):
            roles = [r for r in roles if r.head is None or r.head.kind != "rank"]
        roles = [
            r for r, after in zip(roles, (*roles[1:], None), strict=False) if not (person.named and _bare(r, after))
        ]
        if not roles or (mention.definite and len(person.mentions) > 1):
            continue
        if any(r.head is not None and r.head.kind in ("office", "profession", "status") for r in roles):
            roles = [r for r in roles if r.head is None or r.head.kind not in ("kin", "people")]
        if mention.span.end == roles[-1].span.end and roles[-1].text.endswith(" này") and len(person.mentions) > 1:
            continue  # đại diện hãng này
        text = _OTHERS_AFTER.sub("", _DEGREE_LAST.sub("", _without_degree(_joined(roles))))
        heads = [r.head for r in roles if r.head is not None]
        weight = max((_weight(r) for r in roles if r.head is not None), default=0)
        if not person.named and heads and not roles[0].rest and (heads[0].kind in _ANYBODY or heads[0].form in _VAGUE):
            continue
        words = frozenset().union(*(r.rest | set(r.rank.split()) for r in roles)) - _OF_THE_DAY
        score = (weight, len(words), -mention.span.start)
        if best is None or score > best:
            best, answer = score, text
    return answer


# `Tổng thống sắp mãn nhiệm` says no more than `Tổng thống`.
_OF_THE_DAY = frozenset("sắp mới vừa mãn nhiệm đắc cử nhậm chức nghỉ về hưu quá cố tương lai hiện".split())


def _bare(role: Role, after: Role | None) -> bool:
    """A degree with nothing that goes with it: of ``Giáo sư An``, but not of ``Giáo sư An từ Đại học B``."""
    if role.rank == "tài khoản":
        return True
    return role.rank in _DEGREES and not role.rest and (after is None or after.head is not None)


def _without_degree(text: str) -> str:
    while (found := _DEGREE_FIRST.match(text)) is not None:
        if word_list("titles").longest(keys(text[found.end() :]), 0) is None:
            break
        text = text[found.end() :]
    return text


def _weight(role: Role) -> int:
    """An officer of a body holds an office: ``đại úy Công an quận 6``."""
    assert role.head is not None
    if role.head.kind == "rank" and role.rest:
        return _WEIGHT["office"]
    return _WEIGHT.get(role.head.kind, 0) - (role.head.form in _VAGUE)


def _joined(roles: list[Role]) -> str:
    """Title before and apposition after the name, as one phrase."""
    text, offices = "", 0
    for role in roles:
        piece = role.text
        offices += role.head is not None
        if offices > _MOST:
            break
        if not text:
            text = _PREPOSITION.sub("", piece)
        elif piece.startswith(("(", "của ", "thuộc ", "từ ", "tại ", "ở ")):
            text += " " + piece
        else:
            text += ", " + piece
    return plain(text)


_PREPOSITION = re.compile(r"^(?:của|thuộc|từ|tại|ở) ")
_MOST = 2  # offices that one record names


def for_body(scene: Scene, source: Mention) -> Speaker:
    """A body's, country's, medium's or document's speaker."""
    text = scene.text(source)
    if source.form == "document" or is_document(scene, source):
        return _document(scene, source)
    if source.definite and source.form == "body":
        return _pointed_body(scene, source)
    if source.kind == "media":
        name = plain(scene.doc.text[source.name.start : source.name.end]) if source.name else text
        return Speaker(name, "media", False, None, None, "medium", (name,))
    if source.kind == "country":
        return Speaker(text, "country", True, None, None, "country", (text,), f"country: {text}")
    if source.form == "body":
        full = _fuller_body(scene, source, text)
        if full is not None:
            return replace(for_body(scene, full), rule="short_for_body", candidates=())
        public = public_body(text)
        return Speaker(
            text, "organization", public, None, None, "body", (text,), f"public body: {text}" if public else ""
        )
    if source.form == "pronoun":
        return Speaker(text, "person", False, None, None, "source_as_it_stands", ())
    return Speaker(text, source.kind, False, None, None, "source_as_it_stands", (text,))


def _fuller_body(scene: Scene, source: Mention, text: str) -> Mention | None:
    """``Bộ``, ``Công ty``, ``Văn phòng`` alone: the body of that kind that was named last."""
    if len(keys(text)) != len((source.head or "").split()) or not source.head or text.isupper():
        return None
    earlier = [
        b
        for b in scene.bodies
        if b.span.start < source.span.start and b.head and len(keys(scene.text(b))) > len(keys(text))
    ]
    same = [
        b
        for b in earlier
        if in_full(keys(scene.text(b)))[: len(keys(text))] == keys(text)
        and scene.text(b)[len(text) :] != scene.text(b)[len(text) :].lower()
    ]
    return same[-1] if same and source.head in _SHORT else None


_SHORT = frozenset(
    (
        "bộ",
        "viện",
        "sở",
        "cục",
        "công ty",
        "tập đoàn",
        "văn phòng",
        "ngân hàng",
        "bệnh viện",
        "trường",
        "nhà trường",
        "ban",
        "hội đồng",
        "ủy ban",
        "hiệp hội",
        "hội",
        "liên đoàn",
        "tổng cục",
        "chi cục",
        "tổng công ty",
        "trung tâm",
        "học viện",
        "đại sứ quán",
        "câu lạc bộ",
        "quỹ",
    )
)


def _document(scene: Scene, source: Mention) -> Speaker:
    """``báo cáo của WHO`` speaks for WHO; ``báo cáo`` alone for nobody that is named."""
    if source.name is not None:
        inner = plain(scene.doc.text[source.name.start : source.name.end])
        if word_list("media").longest(keys(inner), 0) is not None:
            return Speaker(inner, "media", False, None, None, "document_of_body", (inner,))
        word = body_word(inner)
        role = phrase_role(inner)
        kind: SpeakerKind = "organization" if word is not None or role.head is None else "person"
        public = bool(word and word.official) or word_list("places").longest(keys(inner), 0) is not None
        return Speaker(
            inner, kind, public, None, None, "document_of_body", (inner,), f"public body: {inner}" if public else ""
        )
    owner = owner_beside(scene, source)
    if owner is not None:
        person = scene.of.get(owner.span)
        said = for_person(scene, owner, person) if person is not None else for_body(scene, owner)
        return replace(said, rule="document_of_body")
    full = full_mention(scene, source)
    if full is not None:
        return _document(scene, full)
    issuer = issuer_of(scene, source) or sender_of(scene, source)
    if issuer is not None:
        return replace(for_body(scene, issuer), rule="document_of_body")
    text = scene.text(source)
    public = (source.head or "") in _COURT
    return Speaker(
        text,
        "unknown",
        public,
        None,
        None,
        "document_alone",
        (text,),
        f"document of a public body: {text}" if public else "",
    )


def _pointed_body(scene: Scene, source: Mention) -> Speaker:
    """``cơ quan này``, ``bộ này``: the body spoken of last, of that kind where the word tells one."""
    head = (source.head or "").split(" ")[0]
    earlier = [b for b in scene.bodies if b.span.start < source.span.start]
    country = head in ("nước", "quốc", "chính")
    fitting = [
        b
        for b in earlier
        if (b.kind == "country") == country
        and (b.kind == "media") == (head in ("tờ", "báo", "hãng", "đài", "trang", "kênh") and b.kind == "media")
    ]
    same = [b for b in fitting if (b.head or "").split(" ")[0] == head]
    for found in (same, fitting):
        if found:
            names = tuple(dict.fromkeys(scene.text(b) for b in reversed(found[-4:])))
            beside = [b for b in found[-_BESIDE:] if b.sentence == found[-1].sentence]
            speaking = [b for b in beside if b.span in scene.sources]
            return replace(for_body(scene, (speaking or found)[-1]), rule="body_spoken_of_last", candidates=names)
    return Speaker(scene.text(source), "organization", False, None, None, "source_as_it_stands", ())


_BESIDE = 12  # bodies of one sentence among which one speaks


def nobody() -> Speaker:
    """No source and nobody near who could be speaking."""
    return Speaker(None, "unknown", False, None, None, "unknown")
