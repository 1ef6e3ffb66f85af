"""A speaker made of what the scene knows: name, kind, role, affiliation, public office, and the rule that says why."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from quotes.lexicon import keys
from quotes.lexicon import words as word_list
from quotes.model import Mention, Speaker, SpeakerKind
from quotes.speakers.affiliations import affiliation
from quotes.speakers.bodies import fuller_body, is_short_body, written_out
from quotes.speakers.documents import (
    announcer_of,
    full_mention,
    informant,
    is_document,
    issuer_of,
    of_business,
    owner_beside,
    pointed_document,
    poster,
    sender_of,
)
from quotes.speakers.fullest import POINTING, fullest_role
from quotes.speakers.persons import Person, loose, name_key
from quotes.speakers.pointed import firm_spoken_of, medium_of_state, owner_named, pointed_body, short_body
from quotes.speakers.roles import body_word, official, phrase_role, places_in, public_body
from quotes.speakers.scene import Scene, plain
from quotes.speakers.shortened import in_full

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


def for_person(scene: Scene, source: Mention, person: Person) -> Speaker:
    """A person's speaker: the fullest name, the fullest role."""
    text = _name(scene, source, person)
    if person.told is None:
        told = fullest_role(person)
        public, reason = official(person.grouped())
        if told is not None and told.endswith(POINTING):
            told = owner_named(scene, person, told)
            public, reason = (public, reason) if public else official([[phrase_role(told)]])
        person.told = (told, public, reason)
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
        reason = _reason(text, public)
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
    if full[-1].endswith("-" + key[0]) or key == full[-len(key) :] or key == full[: len(key)]:
        return "part_of_name"
    return "other_spelling"


def _name(scene: Scene, source: Mention, person: Person) -> str:
    """The fullest form of the name, spelt as nearest to the source."""
    if not person.named:
        longest = max(person.mentions, key=lambda m: (not m.definite, m.span.end - m.span.start, -m.span.start))
        return scene.text(longest)
    if not person.spelt:
        full = [m for key, forms in person.forms.items() if len(key) == len(person.full) for m in forms]
        small = [m for m in full if m.name is not None and not scene.doc.text[m.name.start : m.name.end].isupper()]
        person.spelt = sorted(small or full, key=lambda m: m.span)  # LÊ MAI HOA in a headline
    i = bisect_left(person.spelt, source.span.start, key=lambda m: m.span.start)
    nearest = min(person.spelt[max(i - 1, 0) : i + 1], key=lambda m: abs(m.span.start - source.span.start))
    assert nearest.name is not None
    return plain(scene.doc.text[nearest.name.start : nearest.name.end])


def for_body(scene: Scene, source: Mention) -> Speaker:
    """A body's, country's, medium's or document's speaker."""
    text = scene.text(source)
    if source.form == "description" and source.kind == "unknown" and is_short_body(text):  # Đài cũng cho biết
        source = replace(source, form="body", kind="organization", head=text.lower())
    if source.form == "document" or is_document(scene, source):
        return _document(scene, source)
    if source.definite and source.form == "body":
        return _pointed_body(scene, source)
    if source.kind == "media":
        name = plain(scene.doc.text[source.name.start : source.name.end]) if source.name else text
        whole = in_full(scene.shorts, name)
        if whole is not None:
            return Speaker(whole.name, "media", False, None, None, "short_for_body", (whole.name,))
        if (named := medium_of_state(scene, source)) is not None:
            return Speaker(named, "media", False, None, None, "body_spoken_of_last", (named,))
        return Speaker(name, "media", False, None, None, "medium", (name,))
    if source.kind == "country":
        return Speaker(text, "country", True, None, None, "country", (text,), f"country: {text}")
    if source.form == "body":
        whole = in_full(scene.shorts, text, source.head)
        full = fuller_body(scene, source) if whole is None else None
        short = short_body(scene, source) if whole is None and full is None else None
        name = whole.name if whole is not None else scene.text(full) if full is not None else short or text
        rule = "body" if name == text else "short_for_body"
        name = _without_place(name)
        public, rivals = public_body(name), (name,) if rule == "body" else ()
        return Speaker(name, "organization", public, None, None, rule, rivals, _reason(name, public))
    if source.form == "pronoun":
        return Speaker(text, "person", False, None, None, "source_as_it_stands", ())
    return Speaker(text, source.kind, False, None, None, "source_as_it_stands", (text,))


def _without_place(name: str) -> str:
    """``Bệnh viện Nhi`` of ``Bệnh viện Nhi (Hà Nội)``: what is in brackets stays where it is the short form."""
    before, _, inside = name.removesuffix(")").rpartition(" (")
    letters = [c for c in inside if c.isalpha()]
    short = not places_in(inside) and sum(c.isupper() for c in letters) * 2 > len(letters)
    return name if short or not (name.endswith(")") and before) else before


def _document(scene: Scene, source: Mention) -> Speaker:
    """``báo cáo của WHO`` speaks for WHO; ``báo cáo`` alone for nobody that is named."""
    posted = poster(scene, source)
    if posted is not None:
        return _whose(scene, posted)
    if source.name is not None:
        answer = whose_document(scene, source)
        secret = informant(source) and (answer.kind == "media" or body_word(answer.name or "") is None)
        return _nameless_document(scene, source) if secret else answer
    owner = owner_beside(scene, source)
    if owner is not None:
        return _whose(scene, owner)
    full = full_mention(scene, source)
    if full is not None:
        return _document(scene, full)
    issuer = announcer_of(scene, source) or issuer_of(scene, source) or sender_of(scene, source)
    if issuer is not None:
        return _whose(scene, issuer)
    if of_business(source) and (firm := firm_spoken_of(scene, source)) is not None:
        whole = in_full(scene.shorts, firm)
        firm = whole.name if whole is not None else firm
        return Speaker(firm, "organization", False, None, None, "document_of_body", (firm,))
    return _nameless_document(scene, pointed_document(scene, source) or source)


def _whose(scene: Scene, owner: Mention) -> Speaker:
    """The person or body that speaks through a document."""
    person = scene.of.get(owner.span) if owner.form != "body" else None
    said = for_person(scene, owner, person) if person is not None else for_body(scene, owner)
    return replace(said, rule="document_of_body")


def whose_document(scene: Scene, source: Mention) -> Speaker:
    """The body, medium or person that a document's mention names."""
    assert source.name is not None
    inner = plain(scene.doc.text[source.name.start : source.name.end])
    whole = in_full(scene.shorts, inner)
    inner, rule = whole.name if whole is not None else inner, "document_of_body"
    pointed = inner.endswith(" này")
    if pointed or is_short_body(inner):
        body = replace(
            source, span=source.name, form="body", kind="organization", name=None, head=None, definite=pointed
        )
        return replace(for_body(scene, replace(body, head=inner.lower())), rule=rule)
    if word_list("media").longest(keys(inner), 0) is not None:
        return Speaker(inner, "media", False, None, None, rule, (inner,))
    word = body_word(inner)
    if word is not None and (full := written_out(scene, source, inner)) is not None:  # công văn của | Sở GDĐT
        return _whose(scene, full)
    person = (scene.called(inner) or _given(scene, inner)) if word is None else None
    told = source.head in _TOLD
    if person is not None and (told or person.roles or person.honorifics):
        return replace(for_person(scene, source, person), rule=rule)  # lời kể của | Lê An
    if told and word is None and inner.istitle():
        return Speaker(inner, "person", False, None, None, rule, (inner,))
    kind: SpeakerKind = "organization" if word is not None or phrase_role(inner).head is None else "person"
    counted = word_list("quantities").longest(keys(inner), 0)
    if counted is not None and counted[0].plural:
        kind = "group"  # ý kiến | nhiều chuyên gia
    public = bool(word and word.official) or word_list("places").longest(keys(inner), 0) is not None
    return Speaker(inner, kind, public, None, None, rule, (inner,), _reason(inner, public))


# What a person tells, and no body.
_TOLD = frozenset(("lời kể", "lời khai"))


def _given(scene: Scene, name: str) -> Person | None:
    """Whose name begins or ends so, if it is one person's alone: ``lời khai của | Bình`` of ``Trần Văn Bình``."""
    key = tuple(loose(w) for w in keys(name) if w[0].isalnum())
    n = len(key)
    found = [p for p in scene.persons if n and n < len(p.full) and key in (p.full[-n:], p.full[:n])]
    return found[0] if len(found) == 1 else None


def _nameless_document(scene: Scene, source: Mention) -> Speaker:
    text, public = scene.text(source), (source.head or "") in _COURT
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
    name = pointed_body(scene, source)
    if name is None:
        return Speaker(scene.text(source), "organization", False, None, None, "source_as_it_stands", ())
    whole = in_full(scene.shorts, name)
    name, rule = whole.name if whole is not None else name, "body_spoken_of_last"
    if word_list("media").longest(keys(name), 0) is not None:
        return Speaker(name, "media", False, None, None, rule, (name,))
    if body_word(name) is None and places_in(name):
        return Speaker(name, "country", True, None, None, rule, (name,), f"country: {name}")
    public = public_body(name)
    return Speaker(name, "organization", public, None, None, rule, (name,), _reason(name, public))


def _reason(body: str, public: bool) -> str:
    return f"public body: {body}" if public else ""


def nobody() -> Speaker:
    """No source and nobody near who could be speaking."""
    return Speaker(None, "unknown", False, None, None, "unknown")
