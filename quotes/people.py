"""Who is the same person across articles, joined where it is safe, with the evidence.

Two names are one person when

1. they are the same name of two words or more, and it is no Vietnamese name, or the offices agree
   (Vietnam has many a Nguyễn Văn Hùng: without an office the name alone says little);
2. one is the last word of the other (``Lavrov``), or the other with first names as initials (``S. Lavrov``), no other
   person of the collection could be meant, and their offices agree.

Offices agree when the words of one are among the words of the other: ``Ngoại trưởng``, ``Ngoại trưởng Nga``.
Bodies, countries and media are joined by their name alone. What is only described (``chủ quán``,
``nhiều phụ huynh``, ``cơ quan điều tra``) is another one in each article. What is not joined stays apart: two people
under one name mislead, one person under two names only costs a look.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from quotes.lexicon import entries, keys
from quotes.records import Record

BODIES = frozenset({"organization", "country", "media"})
PARTICLES = frozenset("al bin da de del der di dos du el ibn la le van von y".split())


@dataclass(slots=True)
class Person:
    """A speaker over all articles: names and offices with how often each is used, and statements in order of date."""

    name: str
    kind: str
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    statements: list[Record] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)

    @property
    def dates(self) -> list[str]:
        """The dates that lie on the calendar, in order."""
        return sorted(r["date"] for r in self.statements if r["date"] and not r["date"].startswith("X"))


def people(records: Iterable[Record]) -> list[Person]:
    """All speakers, those who say most first; records without a speaker are left out.

    >>> said = {"doc_id": "a", "date": None, "speaker_kind": "person", "role": "Ngoại trưởng Nga"}
    >>> lavrov, = people([said | {"speaker": "Sergei Lavrov"}, said | {"speaker": "Lavrov", "role": "Ngoại trưởng"}])
    >>> lavrov.names.most_common(), lavrov.evidence
    ([('Sergei Lavrov', 1), ('Lavrov', 1)],
     ['“Lavrov” is “Sergei Lavrov”: the only one of that last name, both “Ngoại trưởng”'])
    """
    found: dict[tuple[tuple[str, ...], str], list[Person]] = defaultdict(list)
    for record in records:
        if record["speaker"] is not None:
            _add(found, record)
    everyone = [person for group in found.values() for person in group]
    everyone = _join_short_names(everyone)
    for person in everyone:
        person.statements.sort(key=lambda r: (r["date"] is None or r["date"].startswith("X"), r["date"] or ""))
    return sorted(everyone, key=lambda p: (-len(p.statements), p.name))


def find(everyone: Iterable[Person], name: str) -> list[Person]:
    """Those one of whose names has all words of ``name``, diacritics aside.

    >>> [p.name for p in find([Person("Nguyễn Thị Hằng", "person", Counter(["Nguyễn Thị Hằng"]))], "hang nguyen")]
    ['Nguyễn Thị Hằng']
    """
    wanted = set(bare(name).split())
    return [person for person in everyone if any(wanted <= set(bare(own).split()) for own in person.names)]


def bare(text: str) -> str:
    """A text as it is typed without diacritics.

    >>> bare("Đỗ Hoà")
    'do hoa'
    """
    letters = (c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return "".join(letters).replace("đ", "d")


def _add(found: dict[tuple[tuple[str, ...], str], list[Person]], record: Record) -> None:
    name, body = record["speaker"], record["speaker_kind"] in BODIES
    group = found[keys(name), "body" if body else "person"]
    for person in group:
        # One article calls two people by one name only where it tells them apart.
        if person.statements[-1]["doc_id"] == record["doc_id"] or _same(name, person, record):
            break
    else:
        person = Person(name, record["speaker_kind"])
        group.append(person)
    person.names[name] += 1
    if record["role"]:
        person.roles[record["role"]] += 1
    person.statements.append(record)


def _same(name: str, person: Person, record: Record) -> bool:
    """Whether a name is that person's in another article too."""
    if record["speaker_kind"] in BODIES:
        return _names_body(name)
    words = keys(name)
    return _is_name(name) and ((len(words) > 1 and not _vietnamese(words)) or _office(person, record) is not None)


def _names_body(text: str) -> bool:
    """Whether it names a body: a capital, not counting one that only begins a sentence.

    >>> _names_body("Bộ Y tế"), _names_body("WHO"), _names_body("Cơ quan điều tra"), _names_body("trường")
    (True, True, False, False)
    """
    first, *rest = text.split()
    return any(word[0].isupper() for word in rest) or (first[0].isupper() and not rest)


def _is_name(text: str) -> bool:
    """Whether it names a person and does not describe one.

    >>> _is_name("Ursula von der Leyen"), _is_name("Lavrov"), _is_name("Người phụ nữ"), _is_name("Bộ trưởng Nga")
    (True, True, False, False)
    """
    return all(word[0].isupper() or word in PARTICLES for word in text.split())


def _vietnamese(words: tuple[str, ...]) -> bool:
    return any(words[0] in entry["forms"] for entry in entries("surnames"))


def _office(person: Person, record: Record) -> str | None:
    """The office that a person and a record have in common, if any."""
    return _shared(person.roles, [record["role"]] if record["role"] else [])


def _shared(some: Iterable[str], others: Iterable[str]) -> str | None:
    others = list(others)
    for one in some:
        for other in others:
            first, second = set(keys(one)), set(keys(other))
            if first <= second or second <= first:
                return min(one, other, key=len)
    return None


def _join_short_names(everyone: list[Person]) -> list[Person]:
    """Give what is said under a surname or initials to the one person of that name, where office and number agree."""
    by_last: dict[str, list[Person]] = defaultdict(list)
    for person in everyone:
        words = keys(person.name)
        if person.kind not in BODIES and _is_name(person.name) and len(words) > 1 and "." not in words:
            by_last[words[-1]].append(person)
    kept = []
    for person in everyone:
        words = keys(person.name)
        full = [p for p in by_last[words[-1]] if p is not person and _shortened(words, keys(p.name))]
        office = _shared(person.roles, full[0].roles) if len(full) == 1 else None
        if person.kind in BODIES or not _is_name(person.name) or office is None:
            kept.append(person)
            continue
        [whole] = full
        whole.names += person.names
        whole.roles += person.roles
        whole.statements += person.statements
        whole.evidence.append(f"“{person.name}” is “{whole.name}”: the only one of that last name, both “{office}”")
    return kept


def _shortened(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name is another's last word, or has its first names as initials (``s``, ``.``, ``lavrov``)."""
    if short[-1] != full[-1] or short == full:
        return False
    firsts = [word for word in short[:-1] if word != "."]
    if not firsts:
        return True
    return len(firsts) <= len(full) - 1 and all(
        len(word) == 1 and word == name[0] for word, name in zip(firsts, full, strict=False)
    )
