"""The persons of an article: mentions of one person brought together under the fullest name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from quotes.lexicon import fold, keys
from quotes.lexicon import words as word_list
from quotes.model import Document, Gender, Mention, Span
from quotes.speakers.roles import Role, read_role

_FINAL_Y = re.compile(r"(?<=[bcdđghklmnprstvx])y$|(?<=[bcdđghklmnprstvx])[ýỳỷỹỵ]$")
_TO_I = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))
Key = tuple[str, ...]


@cache
def loose(word: str) -> str:
    """A key under which also ``tỷ``/``tỉ`` and ``sỹ``/``sĩ`` are the same."""
    return _FINAL_Y.sub(lambda m: _TO_I[m.group()], fold(word))


_ROLES = 60  # a text that says one title over and over shall not take all day


@dataclass(slots=True, eq=False)
class Person:
    """Somebody of whom the article speaks: the forms of the name, the roles, how one is addressed."""

    mentions: list[Mention] = field(default_factory=list)
    forms: dict[Key, list[Mention]] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)
    honorifics: set[str] = field(default_factory=set)
    named: bool = True
    told: tuple[str | None, bool, str] | None = None  # role, public office and why: worked out once, when all is read
    spelt: list[Mention] = field(default_factory=list)  # where the full name stands, likewise

    @property
    def full(self) -> Key:
        """The longest form of the name."""
        return max(self.forms, key=len)

    def roles_by_mention(self) -> list[tuple[Mention, list[Role]]]:
        """Every mention with the roles that it gives."""
        roles = sorted(self.roles, key=lambda r: r.span.start)
        starts = [r.span.start for r in roles]
        bounds = ((bisect_left(starts, m.span.start), bisect_left(starts, m.span.end)) for m in self.mentions)
        return [(m, roles[i:j]) for m, (i, j) in zip(self.mentions, bounds, strict=True)]

    def grouped(self) -> list[list[Role]]:
        """The roles, those of one mention together."""
        return [roles for _, roles in self.roles_by_mention() if roles]

    def add(self, mention: Mention, key: Key | None, doc: Document) -> None:
        """Take a mention in, with its roles and address."""
        self.mentions.append(mention)
        if key is not None:
            self.forms.setdefault(key, []).append(mention)
        for span in mention.roles if len(self.roles) < _ROLES else ():
            self.roles.append(read_role(doc, span, mention))
        if mention.gender:
            self.genders.add(mention.gender)
        if mention.honorific:
            self.honorifics.add(mention.honorific)


def name_key(doc: Document, mention: Mention) -> Key:
    """The match key of a mention's name."""
    assert mention.name is not None
    return tuple(loose(w) for w in keys(doc.text[mention.name.start : mention.name.end]) if w[0].isalnum())


def gather(doc: Document, mentions: Iterable[Mention]) -> tuple[list[Person], dict[Span, Person]]:
    """Persons by their names: the fullest names first, then every shorter form joins the one it fits."""
    found = [m for mention in mentions for m in (mention, *_inside(doc, mention))]
    named = [(name_key(doc, m), m) for m in found if m.name is not None and m.form == "name"]
    named = [(key, m) for key, m in named if key]
    persons: list[Person] = []
    of: dict[Span, Person] = {}
    named_so: dict[str, list[Person]] = {}
    for key, mention in sorted(named, key=lambda item: (-len(item[0]), item[1].span.start)):
        near: Iterable[Person] = persons
        if not any(len(w) >= _LONG and w.isascii() for w in key):
            near = dict.fromkeys([*named_so.get(key[-1], ()), *named_so.get(key[0], ())])
        person = _fitting(key, mention, near)
        if person is None:
            person = Person()
            persons.append(person)
            for word in {key[0], key[-1]}:
                named_so.setdefault(word, []).append(person)
        person.add(mention, key, doc)
        of[mention.span] = person
    for person in persons:
        person.mentions.sort(key=lambda m: m.span)
        person.roles.sort(key=lambda r: r.span)
    persons.sort(key=lambda p: p.mentions[0].span)
    return persons, of


def _inside(doc: Document, mention: Mention) -> Iterator[Mention]:
    """``gia đình bà Lê Thị B``: a person named within the description of another."""
    sentence = doc.sentences[mention.sentence]
    i = mention.first
    while i < mention.last - 2:
        start = i + 1
        found = word_list("honorifics").phrases.get((sentence.words[i],))
        inside = mention.name is not None and mention.name.start <= sentence.starts[start] < mention.name.end
        i += 1
        if found is None or not found.before or inside:
            continue
        end = start
        while end < mention.last and doc.text[sentence.starts[end]].isupper():
            end += 1
        if end - start > 1:
            span = Span(sentence.starts[start], sentence.ends[end - 1])
            gender: Gender | None = "male" if found.gender == "male" else "female" if found.gender == "female" else None
            yield Mention(span, mention.sentence, start, end, "name", "person", span, (), found.form, None, gender)


def _fitting(key: Key, mention: Mention, persons: Iterable[Person]) -> Person | None:
    """The person whose name this could be a form of: the same, then its end, its beginning, another spelling."""
    for fits in (_same, _end, _beginning, _spelling, _family_name):
        found = [p for p in persons if any(fits(key, form) for form in p.forms) and agrees(p, mention)]
        sure = [p for p in found if p.roles or p.honorifics or any(m.kind == "person" for m in p.mentions)]
        found = sure or ([] if mention.honorific else found)
        if fits is _family_name and (len(found) != 1 or not mention.honorific):
            continue
        if len(found) == 1:
            return found[0]
        if found:
            return min(found, key=lambda p: _distance(p, mention))
    return None


def agrees(person: Person, mention: Mention) -> bool:
    """Whether address and gender do not speak against it."""
    return not (mention.gender and person.genders and mention.gender not in person.genders)


def _distance(person: Person, mention: Mention) -> tuple[bool, bool, int]:
    same = not (mention.honorific and person.honorifics and mention.honorific not in person.honorifics)
    before = [m.span.start for m in person.mentions if m.span.start < mention.span.start]
    return (not same, not before, mention.span.start - max(before) if before else person.mentions[0].span.start)


def _same(key: Key, form: Key) -> bool:
    return key == form


def _end(key: Key, form: Key) -> bool:
    """``Phúc``, ``Xuân Phúc`` of ``Nguyễn Xuân Phúc``; ``Blinken`` of ``Antony Blinken``."""
    return len(key) < len(form) and form[-len(key) :] == key


def _beginning(key: Key, form: Key) -> bool:
    """``Tập`` of ``Tập Cận Bình``, ``Kim`` of ``Kim Jong-un``, ``Park`` of ``Park Hang-seo``; no Vietnamese surname."""
    if len(key) >= len(form) or form[: len(key)] != key:
        return False
    return len(key) > 1 or not _family(key[0])


@cache
def _family(word: str) -> bool:
    entry = word_list("surnames").phrases.get((word,))
    return entry is not None and entry.group == "Vietnamese"


_LONG = 5  # letters from which a word may be misspelt


def _spelling(key: Key, form: Key) -> bool:
    """``Dimitry Peskov`` and ``Dmitry Peskov``: foreign words that differ by one letter, the others alike."""
    if len(key) > len(form):
        return False
    pairs = list(zip(key, form[-len(key) :], strict=True))
    differing = [(a, b) for a, b in pairs if a != b]
    return (
        len(differing) == 1
        and len(differing[0][0]) >= _LONG
        and "".join(differing[0]).isascii()
        and one_apart(*differing[0])
    )


def _family_name(key: Key, form: Key) -> bool:
    """``ông Vương`` of ``Vương Nghị``: the family name alone, as Chinese and Koreans are called."""
    return len(key) == 1 and len(form) > 1 and form[0] == key[0]


def one_apart(a: str, b: str) -> bool:
    """Whether one letter put in, left out or changed makes one word the other.

    >>> one_apart("dimitry", "dmitry"), one_apart("lavrov", "laurent")
    (True, False)
    """
    if abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]
