"""Several sources that say it together: ``ông A và bà B``, ``Nga, Anh và Mỹ``."""

from __future__ import annotations

from dataclasses import replace

from quotes.model import Mention, Span
from quotes.speakers.scene import Scene


def joined(scene: Scene, source: Mention) -> tuple[Mention, Mention] | None:
    """``ông A, chị C và bà B``: the first and last of those who say it together, at the head of a clause."""
    at = scene.place(source)
    if at is None:
        return None
    if at and _pair(scene, scene.mentions[at - 1], source):
        return scene.mentions[at - 1], source
    if source.kind not in _CAN_JOIN:
        return None
    if source.first and scene.doc.sentences[source.sentence].words[source.first - 1] == "theo":
        right = scene.next_to(source, 1)
        return (source, right) if right is not None and between(scene, source, right) in AND else None
    if source.plural and source.name is not None:  # hai luật sư Lê An | và Trần Bình
        right = scene.next_to(source, 1)
        if right is not None and right.name is not None and between(scene, source, right) in AND:
            return source, right
    first = nearest = None
    for n in range(at - 1, -1, -1):
        left, right = scene.mentions[n : n + 2]
        if first is not None and _body_listed(scene, left, right):
            first = left
            continue
        if between(scene, left, right) not in (AND if first is None else _COMMA):
            break
        unnamed = left.kind == "person" and right.name is not None and left.name is None
        if unnamed and not (_of_both(scene, left, right) or _of_two_bodies(left, right)):
            break  # nhà văn và nhà báo Lê A
        if first is not None and _cited(scene, left):
            break  # theo Reuters, | Bộ Y tế và Bộ Công an
        first = left
        nearest = nearest or left
    if first is None:
        return _with_right(scene, source)
    if not _leads(scene, first):
        first = nearest  # Khác với ông C, | ông A và bà B
    if first is None or not _leads(scene, first):
        return None
    if first.form == "document" and first.name is not None:
        first = replace(first, span=first.name)  # báo cáo của | A và B
    return first, source


def _with_right(scene: Scene, source: Mention) -> tuple[Mention, Mention] | None:
    """``Ông A | và bà B hôm qua nói``, ``Ông A | và vợ nói``: where the first of them was taken for the subject."""
    if source.form == "pronoun" or source.plural or not _leads(scene, source):
        return None
    right = scene.next_to(source, 1)
    if right is not None and between(scene, source, right) in AND and right.form != "pronoun":
        both_named = source.kind != "person" or (source.name is None) == (right.name is None) or right.plural
        apposed = source.name is not None and source.name.end < source.span.end and right.last == right.first + 1
        return (source, right) if both_named and not apposed else None  # A - người vẹn toàn cả sự nghiệp | và gia đình
    words = scene.doc.sentences[source.sentence].words[source.last : source.last + 3]
    spouse = words[:1] in (("và",), ("cùng",)) and words[1:2] in (("vợ",), ("chồng",)) and words[2:] not in _NO_SPOUSE
    if not spouse or source.kind != "person":
        return None
    sentence, last = scene.doc.sentences[source.sentence], source.last + 2
    span = Span(sentence.starts[last - 1], sentence.ends[last - 1])
    return source, Mention(span, source.sentence, last - 1, last, "description", "group", plural=True)


def _pair(scene: Scene, left: Mention, right: Mention) -> bool:
    """``Hai diễn viên Lê An | - Trần Bình``: two names with a dash, and a word before them that says they are two."""
    if not left.plural or left.name is None or right.name is None or right.name != right.span:
        return False
    dashed = scene.doc.text[left.span.end : right.span.start].strip() in ("-", "–")
    return dashed and left.sentence == right.sentence and scene.text(left).lower().startswith(_TWO)


_TWO = ("hai ", "2 ", "cặp ", "bộ đôi ", "vợ chồng ")
_NO_SPOUSE = (("con",), ("cũ",), ("cưới",))  # vợ con, chồng cũ
_CAN_JOIN = frozenset(("person", "group", "organization", "country", "media"))
_BOTH = frozenset((n, w) for n in ("hai", "ba", "các") for w in ("ông", "bà", "anh", "chị", "em", "cô", "cụ"))
_BODIES = frozenset(("group", "organization", "media"))
AND, _COMMA = frozenset(("và", "cùng", "lẫn")), frozenset((",",))


def between(scene: Scene, left: Mention, right: Mention) -> str | None:
    """What stands between two mentions of a kind in one sentence."""
    alike = left.kind == right.kind or {left.kind, right.kind} <= _BODIES or _and_others(left, right)
    alike = alike or _of_both(scene, left, right) or _of_two_bodies(left, right)
    if left.sentence != right.sentence or not alike:
        return None
    return scene.doc.text[left.span.end : right.span.start].strip()


def _and_others(left: Mention, right: Mention) -> bool:
    """``Ông An và | các đồng nghiệp``, ``Tác giả sách và | các cộng sự``: somebody, and others with him."""
    if left.plural and left.name is not None and left.form != "body":
        return right.kind == "person" and right.name is not None
    known = left.name is not None or (left.form in ("title", "description") and not left.plural)
    return left.kind == "person" and known and right.plural and right.form == "description"


def _of_both(scene: Scene, left: Mention, right: Mention) -> bool:
    """``Gia đình anh Nam và | chị Hoa``, ``Phụ huynh của em An và | em Bình``: whose people, of two with an address."""
    words = scene.doc.sentences[left.sentence].words[left.first + 1 : left.last]
    return left.name is None and bool(right.honorific) and right.name is not None and not _ADDRESSES.isdisjoint(words)


def _body_listed(scene: Scene, left: Mention, right: Mention) -> bool:
    """``Chính phủ, | lãnh đạo ngành Y tế và …``: a body that heads the clause, before who stands for another."""
    post = right.kind == "person" and right.name is None and bool(right.roles)
    listed = post and left.form == "body" and left.sentence == right.sentence and left.last == right.first - 1
    words = scene.doc.sentences[left.sentence].words
    return listed and words[left.last] == "," and (not left.first or words[left.first - 1] in (",", "-", "–"))


def _of_two_bodies(left: Mention, right: Mention) -> bool:
    """``Đại diện Sở Y tế và | Sở Công Thương``, ``Ngoại trưởng Anh và | Pháp``, ``Báo cáo của A và | B``."""
    person = left.kind == "person" and left.name is None and left.form in ("title", "description") and not left.definite
    of_body = left.form == "document" and left.name is not None and left.name.end == left.span.end
    return right.form == "body" and (of_body or (person and bool(left.roles)))


_ADDRESSES = frozenset("ông bà anh chị em cháu cô bé cụ".split())


def _leads(scene: Scene, mention: Mention) -> bool:
    """Whether a clause begins with a mention: ``Hôm qua, bà A và …``; not ``lãnh đạo Đức, | Pháp và …``."""
    words, first = scene.doc.sentences[mention.sentence].words, mention.first
    if words[max(0, first - 2) : first] in _BOTH:
        first -= 2  # hôm qua, | hai ông A và B
    before = words[max(0, first - 2) : first]
    if first <= 1 or before == ("về", "phía"):
        return True
    left = scene.next_to(mention, -1)
    near = left is not None and left.sentence == mention.sentence and left.last == first - 1
    joins = left is not None and left.kind in _CAN_JOIN and not _cited(scene, left)
    listed = near and mention.kind != "person" and joins
    return before[-1] in (",", "-", "–") and not listed


def _cited(scene: Scene, mention: Mention) -> bool:
    """Whether ``theo`` stands before a mention."""
    words = scene.doc.sentences[mention.sentence].words
    return mention.first > 0 and words[mention.first - 1] == "theo"
