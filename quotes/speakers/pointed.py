"""Which body ``cơ quan này``, ``bộ này``, ``công ty này`` means."""

from __future__ import annotations

from quotes.lexicon import keys
from quotes.lexicon import words as word_list
from quotes.model import Mention
from quotes.speakers.affiliations import affiliation
from quotes.speakers.persons import Person
from quotes.speakers.roles import body_word, public_body
from quotes.speakers.scene import Scene

_BACK = 8  # sentences over which a body with a name is remembered
_NEAR = 80  # mentions
_COUNTRIES = frozenset(("nước", "quốc", "chính"))
_MEDIA = frozenset(("tờ", "báo", "nhật", "tạp", "đài", "trang", "kênh"))
_FIRMS = frozenset(("công", "doanh", "hãng", "tập", "chuỗi", "thương", "nhà"))
# Of any body, whatever its own word is; `bộ này` is of a `bộ`.
_ANY = _FIRMS | frozenset(("cơ", "đơn", "tổ", "lực", "phía"))
_SAY_LITTLE = frozenset(
    ("cơ quan", "đơn vị", "tổ chức", "doanh nghiệp", "công ty", "hãng", "tập đoàn", "chuỗi", "lực lượng", "phía")
)
_SEVERAL = frozenset(("các", "những", "hai", "ba", "bốn", "nhiều", "cả"))
_OWN = 10  # what it weighs that a body is called so


def pointed_body(scene: Scene, source: Mention) -> str | None:
    """The name of the body that was the subject, spoke or was spoken for last; of its own word where that tells one.

    Bodies that nothing names, ``công ty``, count where there is none with a name.
    """
    if source.first and scene.doc.sentences[source.sentence].words[source.first - 1] in _SEVERAL:
        return None
    return _last_of_kind(scene, " ".join(keys(scene.text(source))[:-1]), source)


def owner_named(scene: Scene, person: Person, role: str) -> str:
    """``giám đốc công ty này`` with the body that is meant: ``giám đốc Công ty Hoa Mai``."""
    mention = next((m for m in person.mentions if _ends_with(scene, m, role)), None)
    if mention is None:
        return role
    words = role.removesuffix(" nói trên").removesuffix(" này").split()
    for n in range(min(3, len(words) - 1), 0, -1):
        kind = " ".join(words[-n:]).lower()
        found = word_list("bodies").longest(keys(kind), 0) or word_list("places").longest(keys(kind), 0)
        if found is not None and found[1] == len(keys(kind)):
            name = _last_of_kind(scene, kind, mention)
            return " ".join((*words[:-n], name)) if name is not None else role
    return role


def _ends_with(scene: Scene, mention: Mention, role: str) -> bool:
    return any(scene.doc.text[r.start : r.end].endswith(role) for r in mention.roles)


def _last_of_kind(scene: Scene, kind: str, source: Mention) -> str | None:
    at = scene.first_from(source.span.start)
    own_word = _OWN if kind not in _SAY_LITTLE else 0
    named: list[tuple[int, int, str]] = []
    unnamed: list[str] = []
    for mention in scene.mentions[max(0, at - _NEAR) : at]:
        if scene.quoted(mention) or mention.definite or mention.plural:
            continue
        for name, weight in _bodies(scene, mention):
            if not _fits(kind, name, mention):
                continue
            if _proper(name):
                named.append((mention.sentence, weight + own_word * name.lower().startswith(kind), name))
            elif name.lower().startswith(kind):
                unnamed.append(name)
    near = [n for n in named if source.sentence - n[0] <= _BACK or n[1] >= _OWN]
    if near:
        own = [n for n in near if n[1] >= _OWN] or near
        last = max(n[0] for n in own)
        return max((n for n in reversed(own) if n[0] == last), key=lambda n: n[1])[2]
    return unnamed[-1] if unnamed else None


def _bodies(scene: Scene, mention: Mention) -> list[tuple[str, int]]:
    """What a mention names: a body itself, or that of somebody's office; and how much it is what is spoken of."""
    speaks = 4 * (mention.span in scene.sources) + 2 * scene.leads_clause(mention)
    if mention.form == "body":
        medium = mention.name if mention.kind == "media" else None
        return [(scene.doc.text[medium.start : medium.end] if medium else scene.text(mention), speaks + 1)]
    if mention.form == "document":
        whose = scene.doc.text[mention.name.start : mention.name.end] if mention.name else ""
        return [(whose, speaks)] if body_word(whose) is not None else []
    inside = [affiliation(scene.doc.text[r.start : r.end]) for r in mention.roles]
    return [(" ".join(name.split()), speaks) for name in inside if name]


def _fits(kind: str, name: str, mention: Mention) -> bool:
    """Whether a body is of a kind: no town for a firm, no newspaper for a ministry."""
    head = kind.split(" ")[0]
    if kind not in _SAY_LITTLE and " " in kind and name.lower().startswith(kind):
        return True
    if (mention.kind == "country" and mention.form == "body") != (head in _COUNTRIES):
        return False
    if (mention.kind == "media") != (head in _MEDIA):
        return (kind == "hãng" and mention.kind == "media") or (head == "đài" and keys(name)[0] == head)
    if head in _COUNTRIES or head in _MEDIA:
        return True
    if head not in _ANY:
        return keys(name)[0] == head
    if head in _FIRMS:
        return not public_body(name)
    return keys(name)[0] not in _PLACES


_PLACES = frozenset("tỉnh thành tp huyện quận xã phường thị bang hạt vùng khu".split())


def _proper(name: str) -> bool:
    """``Bộ Y tế``, ``WHO``; not ``Cơ quan quản lý``."""
    first, *rest = name.split(" ")
    return (
        any(w[0].isupper() or w[0] == "(" for w in rest)
        or first[1:] != first[1:].lower()
        or (first[0].isupper() and not rest and not public_body(first))
    )
