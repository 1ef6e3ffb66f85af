"""Mentions: noun phrases that could name who speaks.

A mention is the whole phrase, with title, name and apposition; a time, a relative clause or a
prepositional phrase is no part of it. ``RULES`` are tried at each token at which one of their words
stands; the first that answers wins, and reading goes on after its phrase.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from quotes.lexicon import Trie, Word, keys
from quotes.mentions.bodies import body
from quotes.mentions.line import (
    BODIES,
    DOCUMENTS,
    HONORIFICS,
    MEDIA,
    PLACES,
    QUANTITIES,
    SURNAMES,
    TITLES,
    Line,
    syllable,
)
from quotes.mentions.names import known_place, opener, place, run_end, vietnamese_name
from quotes.mentions.persons import Person, _beside, person
from quotes.model import Document, Gender, Mention, MentionForm, Span, SpeakerKind

Rule = Callable[[Line, int], Mention | None]


def find_mentions(doc: Document) -> list[Mention]:
    """All noun phrases that could be a speaker, in order of place, none over another.

    >>> from quotes.text import read
    >>> doc = read("Ông Trần Văn An, Giám đốc Sở Y tế, cho biết.")
    >>> [doc.text[slice(*m.span)] for m in find_mentions(doc)]
    ['Ông Trần Văn An, Giám đốc Sở Y tế']
    """
    found: list[Mention] = []
    lines = [Line(doc, sentence) for sentence in doc.sentences]
    for line in lines:
        found += _mentions(line)
    found = _without_next_sentence(doc, found)
    names = _given_names(doc, found)
    openings = [m for line in lines for m in _openings(line, names)]
    if openings:
        taken = [m for m in openings if not any(o.sentence == m.sentence and o.first < m.last and m.first < o.last for o in found)]
        found = sorted(found + taken, key=lambda m: m.span)
    return found


def _without_next_sentence(doc: Document, mentions: list[Mention]) -> list[Mention]:
    """``ca sĩ Trần An | Trong buổi …``: where a full stop was lost, a name ends as it does elsewhere in the article."""
    forms = Counter(keys(doc.text[m.name.start : m.name.end]) for m in mentions if m.name is not None)
    for at, m in enumerate(mentions):
        if m.name is None or m.name.end != m.span.end or m.last >= len(doc.sentences[m.sentence].words):
            continue
        form = keys(doc.text[m.name.start : m.name.end])
        if len(form) > 2 and forms[form] == 1 and forms[form[:-1]] and syllable(form[-1]):
            end = doc.sentences[m.sentence].ends[m.last - 2]
            mentions[at] = replace(m, span=Span(m.span.start, end), last=m.last - 1, name=Span(m.name.start, end))
    return mentions


def _given_names(doc: Document, mentions: list[Mention]) -> set[str]:
    """The last word, and the last two, of every personal name: what a person may be called by alone."""
    names: set[str] = set()
    for mention in mentions:
        if mention.name is not None and mention.kind in ("person", "unknown"):
            words = keys(doc.text[mention.name.start : mention.name.end])
            names.add(words[-1])
            names.add(" ".join(words[-2:]))
            if words[0] not in SURNAMES.first:
                names.add(words[0])  # Guo Fei, Park Hang-seo
    return names


def _mentions(line: Line) -> list[Mention]:
    found = []
    words, caps, n = line.words, line.caps, line.n
    i = 0
    while i < n:
        rules = STARTERS.get(words[i])
        if rules is None:
            if not caps[i]:
                i += 1
                continue
            rules = _CAPITAL
        for rule in rules:
            mention = rule(line, i)
            if mention is not None:
                found.append(mention)
                i = mention.last
                break
        else:
            i = known_place(line, i) or i + 1
    return found


def _mention(
    line: Line,
    first: int,
    last: int,
    form: MentionForm,
    kind: SpeakerKind,
    name: tuple[int, int] | None = None,
    head: str | None = None,
    definite: bool = False,
    plural: bool = False,
) -> Mention:
    span = line.span(first, last)
    spot = line.span(*name) if name is not None else None
    return Mention(span, line.sentence.index, first, last, form, kind, spot, (), None, head, None, definite, plural)


def address_title_name(line: Line, i: int) -> Mention | None:
    """``ông Nguyễn Văn A, Giám đốc Sở Y tế``, ``các chuyên gia Nga``, ``vị này``."""
    p = person(line, i)
    if p is None:
        return None
    gender: Gender | None = "male" if p.gender == "male" else "female" if p.gender == "female" else None
    return Mention(
        line.span(i, p.end),
        line.sentence.index,
        i,
        p.end,
        _form(p),
        "group" if p.plural or (p.head is not None and p.head.plural and p.name is None) else "person",
        line.span(*p.name) if p.name else None,
        tuple(line.span(*r) for r in p.roles),
        p.honorific,
        p.head.form if p.head else None,
        gender,
        p.definite or (p.head is None and p.name is None),
        p.plural or (p.head is not None and p.head.plural and p.name is None),
    )


def _form(p: Person) -> MentionForm:
    if p.name:
        return "name"
    if p.head is None:
        return "pronoun"
    return "description" if p.counted or p.head.kind in ("people", "kin", "status", "profession") else "title"


def body_phrase(line: Line, i: int) -> Mention | None:
    """``Sở Y tế Hà Nội``, ``Nhà Trắng``, ``cơ quan này``."""
    b = body(line, i)
    if b is None or _longer_title(line, i):
        return None
    if b.word.form in _MEN_OF and vietnamese_name(line, b.end):
        return None  # công an Trần Văn A: a man of the police
    kind: SpeakerKind = "group" if b.word.kind == "group" else "organization"
    return _mention(line, i, b.end, "body", kind, None, b.word.form, b.definite)


_MEN_OF = frozenset(("công an", "cảnh sát", "biên phòng", "hải quan"))


def _longer_title(line: Line, i: int) -> bool:
    """``Thư ký``, ``cảnh sát trưởng``: a title that begins with the name of a document or body."""
    if line.words[i] not in TITLES.first:
        return False
    longer = TITLES.longest(line.words, i)
    others = (trie.longest(line.words, i) for trie in (BODIES, MEDIA, DOCUMENTS))
    return longer is not None and all(other is None or other[1] < longer[1] for other in others)


def country(line: Line, i: int) -> Mention | None:
    """``Nga``, ``Moscow``; ``Hà Nội`` where a government is meant is told by what it does, not here."""
    if not line.caps[i]:
        return None
    found = PLACES.longest(line.words, i)
    if found is None or found[0].kind not in ("country", "capital"):
        return None
    if any((longer := trie.longest(line.words, i)) and longer[1] > found[1] for trie in (TITLES, BODIES, MEDIA, HONORIFICS)):
        return None  # Ý kiến, Anh ấy
    return _mention(line, i, found[1], "body", "country", None, found[0].form)


def medium(line: Line, i: int) -> Mention | None:
    """``tờ Marca``, ``BBC``, ``truyền thông Pháp``, ``các báo``."""
    found = MEDIA.longest(line.words, i)
    if found is None:
        return None
    word, j = found
    if word.shape == "whole":
        return _mention(line, i, j, "body", "media", (i, j), word.form) if _all_caps(line, i, j) else None
    inner = MEDIA.longest(line.words, j) if line.cap(j) else None
    if inner is not None and inner[0].shape == "whole":
        return _mention(line, i, inner[1], "body", "media", (j, inner[1]), word.form)
    at = place(line, j) if line.word(j) != "xứ" else place(line, j) or j + 1
    if at is not None and not (line.cap(at) and line.cap(j)):
        return _mention(line, i, at, "body", "media", None, word.form)
    if line.cap(j):
        end = run_end(line, j)
        return _mention(line, i, end, "body", "media", (j, end), word.form)
    if word.form in _MEDIA_ALONE:
        while line.word(j) in ("trong", "ngoài", "quốc", "nước", "tế", "địa", "phương"):
            j += 1
        return _mention(line, i, j, "body", "media", None, word.form)
    return None


def _all_caps(line: Line, i: int, j: int) -> bool:
    """Whether every word is capitalised: ``Nhân Dân`` is a paper, ``Nhân dân`` the people."""
    capitals = sum(line.caps[i:j])
    return capitals == j - i or (capitals > 1 and j - i > 2)


_MEDIA_ALONE = frozenset(("truyền thông", "báo chí", "giới truyền thông", "giới báo chí", "báo giới", "các báo", "truyền thông nhà nước", "các hãng tin", "mạng xã hội", "báo đài"))
_BEFORE_DOCUMENT = frozenset("theo trong một bản các trích dẫn nhiều những".split())


def document_of(line: Line, i: int) -> Mention | None:
    """``báo cáo của WHO``, ``kết luận điều tra`` after ``theo`` or at the head of a clause."""
    found = DOCUMENTS.longest(line.words, i)
    if found is None or _longer_title(line, i):
        return None
    word, j = found
    before = line.word(i - 1)
    if not (before in _BEFORE_DOCUMENT or i == 0 or before in (",", "“", ":") or line.word(j) in ("của", "này", "từ")):
        return None
    first = i - 1 if before in ("một", "các", "những", "nhiều", "bản") else i
    definite = False
    while line.word(j) in ("này", "mới", "trên", "chung", "chính", "nhanh", "ban", "thức", "đầu", "nhất", "báo", "chí"):
        definite = definite or line.word(j) == "này"
        j += 1
    if line.word(j) in ("của", "từ", "do"):
        j += 1
    inner = body(line, j) if j < line.n else None
    if inner is not None:
        return _mention(line, first, inner.end, "document", "unknown", (j, inner.end), word.form)
    owner = person(line, j) if j < line.n and line.words[j - 1] in ("của", "từ") else None
    if owner is not None:
        return None  # thông tin từ vị lãnh đạo …: the person is the source
    if line.cap(j) and not vietnamese_name(line, j) and line.words[j - 1] != "từ":
        end = known_place(line, j) or run_end(line, j)
        return _mention(line, first, end, "document", "unknown", (j, end), word.form)
    if line.words[j - 1] in ("của", "từ", "do"):
        j -= 1
    return _mention(line, first, j, "document", "unknown", None, word.form, definite)


def bare_name(line: Line, i: int) -> Mention | None:
    """``Nguyễn Văn A``, ``Wayne Rooney``, ``Marca``: a name with neither address nor title, and what stands beside it."""
    if not line.caps[i] or known_place(line, i) or opener(line, i):
        return None
    end = vietnamese_name(line, i)
    kind: SpeakerKind = "person"
    if end is None:
        end = run_end(line, i)
        opening = i == 0 or line.words[i - 1] in _OPENERS
        foreign = not syllable(line.words[i])
        if opening and (line.predicate(i) or (end == i + 1 and not foreign)):
            return None
        if end == i + 1 and "-" in line.words[i] and all(part in PLACES.first for part in line.words[i].split("-")):
            return None
        if end == i + 1 and (len(line.words[i]) < 2 or not foreign):
            return None  # `_openings` tells whether it is somebody's given name
        if line.acronym(i) and end == i + 1:
            kind = "organization"
        elif not foreign and all(syllable(w) for w in line.words[i:end]):
            kind = "unknown"
    p = Person(end)
    p.name = (i, end)
    if end - i > 1 or kind == "person":
        _beside(line, end, p)
    roles = tuple(line.span(*r) for r in p.roles)
    gender: Gender | None = "male" if p.gender == "male" else "female" if p.gender == "female" else None
    if roles:
        kind = "person"
    return Mention(
        line.span(i, p.end), line.sentence.index, i, p.end, "name", kind, line.span(i, end), roles,
        None, p.head.form if p.head else None, gender,
    )


def _openings(line: Line, names: set[str]) -> list[Mention]:
    """``Mai chia sẻ``: a given name where any word has a capital, once the article has it as a name elsewhere."""
    found = []
    for i in range(line.n):
        if line.caps[i] and (i == 0 or not line.caps[i - 1]):
            end = run_end(line, i)
            key = " ".join(line.words[i:end])
            if end - i <= 2 and key in names and (end - i == 2 or (line.words[i] not in _COMMON and not line.predicate(i))):
                found.append(_mention(line, i, end, "name", "person", (i, end)))
    return found


_OPENERS = frozenset('"“”\'-–—:•.(…?!')
_COMMON = frozenset(w for w in (*HONORIFICS.first, *QUANTITIES.first) if w not in SURNAMES.first)


# The algorithm: what is tried at a token, in this order.
RULES: tuple[tuple[Rule, tuple[Trie[Word], ...]], ...] = (
    (medium, (MEDIA,)),
    (body_phrase, (BODIES,)),
    (document_of, (DOCUMENTS,)),
    (address_title_name, (HONORIFICS, TITLES, QUANTITIES)),
    (country, (PLACES,)),
    (bare_name, ()),
)

_CAPITAL: tuple[Rule, ...] = (bare_name,)
STARTERS: dict[str, tuple[Rule, ...]] = {
    word: (*(rule for rule, tries in RULES if any(word in trie.first for trie in tries)), bare_name)
    for word in {w for _, tries in RULES for trie in tries for w in trie.first}
}
