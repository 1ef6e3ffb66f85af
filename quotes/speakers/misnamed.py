"""Names that are not the person's: of a relative (``chồng Emma``), of a nation (``người Maroc``), of no person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quotes.lexicon import keys
from quotes.lexicon import words as word_list
from quotes.model import Attribution, Document, Mention, Span
from quotes.speakers.roles import head_word

_RELATIVES = frozenset(
    (
        "chồng",
        "vợ",
        "mẹ",
        "bố",
        "cha",
        "má",
        "mẹ ruột",
        "bố ruột",
        "cha ruột",
        "mẹ đẻ",
        "bố đẻ",
        "cha đẻ",
        "con trai",
        "con gái",
        "em trai",
        "em gái",
        "anh trai",
        "chị gái",
        "bà xã",
        "ông xã",
        "bạn trai",
        "bạn gái",
        "người yêu",
        "vợ cũ",
        "chồng cũ",
    )
)
_FAMILIES = frozenset(("gia đình", "bố mẹ", "cha mẹ", "ba mẹ", "vợ chồng", "người thân", "người nhà", "thân nhân"))
_KIN = _RELATIVES | _FAMILIES


def as_meant(doc: Document, mentions: Sequence[Mention], peoples: set[tuple[str, ...]]) -> list[Mention]:
    """The mentions, those described where a relative goes before a name met earlier without one: ``vợ Bình``.

    Whom the article first names so, ``cùng vợ Emma``, has the name, but not at the head of a sentence, ``Vợ Bình …``,
    where the article names one without the word too. Those described too where the name is a nation's.
    """
    if not peoples and not any(_before_name(doc, m) in _KIN for m in mentions if m.form == "name"):
        return list(mentions)
    alone = {_key(doc, m) for m in mentions if m.form == "name" and _before_name(doc, m) not in _KIN}
    met: set[tuple[str, ...]] = set()
    out: list[Mention] = []
    for mention in mentions:
        if mention.form == "name" and mention.name is not None:
            key = _key(doc, mention)
            before = _before_name(doc, mention)
            several = before in _FAMILIES
            nation = key in peoples and mention.span.start < mention.name.start and not mention.honorific
            relative = several or before in _RELATIVES
            if nation or (relative and (key in met or (mention.first == 0 and key in alone))):
                phrase = Span(mention.span.start, mention.name.end)
                mention = replace(
                    mention,
                    span=phrase,
                    form="description",
                    kind="group" if several else "person",
                    name=None,
                    roles=(phrase,),
                    plural=several,
                )
            elif before not in _RELATIVES:
                met.update(key[n:] for n in range(len(key)))
                met.update(key[:n] for n in range(1, len(key)))
        out.append(mention)
    return out


def of_their_bodies(doc: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those described where a post goes before a body: ``CEO Volta`` of ``CEO hãng xe Volta``.

    The article has the name within the same post of somebody else, whom it names beside it.
    """
    within: dict[str, set[tuple[str, ...]]] = {}
    for m in mentions:
        if m.form == "name" and m.head in _POSTS:
            key = _key(doc, m)
            words = [keys(doc.text[r.start : r.end]) for r in m.roles]
            runs = {w[i : i + n] for w in words for n in (1, 2, 3) for i in range(1, len(w) - n + 1)}
            within.setdefault(m.head or "", set()).update(r for r in runs if r != key)
    if not within:
        return list(mentions)
    return [_of_body(m) if _stands_for_body(doc, m, within) else m for m in mentions]


def _stands_for_body(doc: Document, m: Mention, within: dict[str, set[tuple[str, ...]]]) -> bool:
    if m.form != "name" or m.honorific or m.head not in within or m.name is None or len(m.roles) != 1:
        return False
    one_phrase = m.roles[0].end < m.name.start and m.name.end == m.span.end
    return one_phrase and _key(doc, m) in within[m.head or ""]


def _of_body(m: Mention) -> Mention:
    return replace(m, form="description", kind="person", name=None, roles=(m.span,))


_POSTS = frozenset(
    (
        "ceo",
        "chủ tịch",
        "phó chủ tịch",
        "giám đốc",
        "tổng giám đốc",
        "phó tổng giám đốc",
        "giám đốc điều hành",
        "nhà sáng lập",
        "đồng sáng lập",
        "nhà đồng sáng lập",
        "hlv",
        "huấn luyện viên",
        "đội trưởng",
    )
)


def britain(doc: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, ``Anh`` at the head of a sentence as a country where the article calls nobody ``anh``.

    Players and artists are called so by sports pages and magazines without ever being named with it.
    """
    if "Anh" not in doc.text or not any(m.form == "pronoun" and _says(doc, m, "Anh") for m in mentions):
        return list(mentions)
    named = any(m.kind == "country" and m.form == "body" and _says(doc, m, "Anh") for m in mentions)
    called = any((m.honorific == "anh" and not _says(doc, m, "Anh")) or _star(m) for m in mentions)
    if called or not named:
        return list(mentions)
    return [
        replace(m, form="body", kind="country", honorific=None, gender=None, definite=False)
        if m.form == "pronoun" and _says(doc, m, "Anh")
        else m
        for m in mentions
    ]


def as_cut(doc: Document, mentions: Sequence[Mention], attributions: Sequence[Attribution]) -> list[Mention]:
    """The mentions, without a cue that was read as a part of one: ``vị cán bộ công an quận 1 | thông tin``."""
    sources = {a.source.span.start: a.source for a in attributions if a.source is not None}
    out = [_cut(m, sources[m.span.start]) if m.span.start in sources else m for m in mentions]
    return apart(doc, out, attributions)


def _cut(m: Mention, source: Mention) -> Mention:
    """A mention up to where the source that begins there ends, if nothing names anybody in the rest."""
    if not (source.first < source.last < m.last and m.roles) or m.name or m.plural:
        return m
    end = source.span.end
    roles = tuple(Span(r.start, min(r.end, end)) for r in m.roles if r.start < end)
    return replace(m, span=source.span, last=source.last, roles=roles)


def apart(doc: Document, mentions: list[Mention], attributions: Sequence[Attribution]) -> list[Mention]:
    """The mentions, in two where a source begins behind a name: ``Nói về anh Nam, | đội trưởng Duy Mạnh cho biết``."""
    sources = {a.source.span.end: a.source for a in attributions if a.source is not None and a.source.name is None}
    if not any(m.name is not None and m.span.end in sources for m in mentions):
        return mentions
    out: list[Mention] = []
    for m in mentions:
        source = sources.get(m.span.end)
        if source is None or not _governed(doc, m, source):
            out.append(m)
            continue
        assert m.name is not None
        roles = tuple(r for r in m.roles if r.end <= m.name.end)
        out.append(replace(m, span=Span(m.span.start, m.name.end), last=source.first - 1, roles=roles))
        out.append(_with_name(doc, source, mentions))
    return out


def _governed(doc: Document, mention: Mention, source: Mention) -> bool:
    """Whether a source is of somebody else than the name before it: ``của bà Hoa (trú ở Hải Phòng) tố cáo`` is hers."""
    if mention.name is None or mention.name.end >= source.span.start or source.form == "document":
        return False
    return "(" not in doc.text[mention.name.end : source.span.start]


def _with_name(doc: Document, title: Mention, mentions: Sequence[Mention]) -> Mention:
    """``đội trưởng Duy Mạnh``: a title as a name, where it ends with what the article calls somebody elsewhere."""
    sentence = doc.sentences[title.sentence]
    head = word_list("titles").longest(sentence.words, title.first)
    title = replace(title, head=head[0].form if head is not None else title.head)
    first = title.last
    while first > title.first + 1 and doc.text[sentence.starts[first - 1]].isupper():
        first -= 1
    name = Span(sentence.starts[min(first, title.last - 1)], title.span.end)
    key = keys(doc.text[name.start : name.end])
    known = (_key(doc, m) for m in mentions if m.form == "name" and m.kind in ("person", "unknown"))
    if first == title.last or not title.roles or not any(key in (k, k[-len(key) :]) for k in known):
        return title
    role = Span(title.roles[0].start, sentence.ends[first - 1])
    return replace(title, form="name", kind="person", name=name, roles=(role,))


def _star(mention: Mention) -> bool:
    head = head_word(mention)
    return head is not None and head.group in ("sport", "arts")


def _says(doc: Document, mention: Mention, word: str) -> bool:
    return doc.text[mention.span.start : mention.span.end] == word


def with_relatives(doc: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Names that follow a relative's word, ``bố ruột Drake``: of people, whatever else the article says of them."""
    return [m for m in mentions if m.form == "name" and _before_name(doc, m) in _KIN]


def _key(doc: Document, mention: Mention) -> tuple[str, ...]:
    assert mention.name is not None
    return keys(doc.text[mention.name.start : mention.name.end])


def _before_name(doc: Document, mention: Mention) -> str:
    if mention.name is None or mention.name.start == mention.span.start:
        return ""
    return " ".join(keys(doc.text[mention.span.start : mention.name.start]))


def nations(doc: Document, mentions: Sequence[Mention]) -> set[tuple[str, ...]]:
    """The names that the article has after ``người``, ``gốc``, ``tiếng``: ``chân sút Maroc`` names nobody then.

    But ``người Hùng yêu`` is of Hùng where anybody is called so in full, or addressed so.
    """
    named = [(m, m.name) for m in mentions if m.name is not None and m.form == "name"]
    told = [_after_nation(doc.text[max(0, at.start - _AHEAD) : at.start]) or _is_ours(doc, m, at) for m, at in named]
    if True not in told:
        return set()
    found, persons = set(), set()
    for (mention, name), after_nation in zip(named, told, strict=True):
        key = keys(doc.text[name.start : name.end])
        titled = len(key) == _WORDS and mention.roles and mention.roles[0].start < name.start
        if mention.honorific or (titled and not after_nation):
            persons.add(key)
        elif after_nation and (len(key) == 1 or (len(key) == _WORDS and key[0] not in _SURNAMES)):
            found.add(key)
        persons.update(key[n:] for n in range(1, len(key)))
        persons.update(key[:n] for n in range(1, len(key)))
    return found - persons


def _is_ours(doc: Document, mention: Mention, name: Span) -> bool:
    """``nữ du học sinh | Việt``: of Vietnam, where nobody is called so in full or addressed so."""
    titled = bool(mention.roles) and mention.roles[0].start < name.start and not mention.honorific
    return titled and doc.text[name.start : name.end] == "Việt"


def _after_nation(before: str) -> bool:
    return before.lower().endswith(_NATION_WORDS) and _OF_A_NATION.search(before) is not None


def names_nobody(doc: Document, mention: Mention, of_nations: set[tuple[str, ...]]) -> bool:
    """Whether a name is a nation's, or has figures (``Covid-19``), with no address or office before it."""
    if mention.name is None or mention.honorific or mention.form != "name":
        return False
    if of_nations and keys(doc.text[mention.name.start : mention.name.end]) in of_nations:
        return True
    if mention.name.start > mention.span.start:
        return False
    name = doc.text[mention.name.start : mention.name.end]
    return not name.replace(" ", "").isalpha() and any(map(str.isdigit, name))


_WORDS = 2
_AHEAD = 12  # characters in which the word before a name stands
_NATION_WORDS = ("người ", "gốc ", "nước ", "xứ ", "tiếng ")
_OF_A_NATION = re.compile(r"(?:\b(?:người|gốc|nước|xứ)|(?<!nổi )(?<!danh )(?<!lên )(?<!có )\btiếng) $", re.IGNORECASE)
_SURNAMES = word_list("surnames").first
