"""The persons of an article: the forms of a name, the roles, the mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, lru_cache

from quotes.lexicon import fold, keys
from quotes.lexicon import words as word_list
from quotes.model import Document, Mention
from quotes.speakers.roles import Role, offices, read_role

_FINAL_Y = re.compile(r"(?<=[bcdđghklmnprstvx])y$|(?<=[bcdđghklmnprstvx])[ýỳỷỹỵ]$")
_TO_I = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))
Key = tuple[str, ...]


@cache
def loose(word: str) -> str:
    """A key under which also ``tỷ``/``tỉ`` and ``sỹ``/``sĩ`` are the same."""
    return _FINAL_Y.sub(lambda m: _TO_I[m.group()], fold(word))


_IN_FULL = 3  # words: family, middle and given name
_ROLES = 60  # a text that says one title over and over shall not take all day


def sex_of_name(full: Key) -> str | None:
    """Male or female, as a given name tells: the first of a foreign name, the last of a Vietnamese one.

    >>> sex_of_name(("emma", "brown")), sex_of_name(("lê", "quang", "dũng")), sex_of_name(("emma",))
    ('female', 'male', None)
    """
    if len(full) == 1:
        return None
    abroad, ours = _given_names()
    return ours.get(full[-1]) if full[0] in word_list("surnames").first else abroad.get(full[0], ours.get(full[-1]))


@cache
def _given_names() -> tuple[dict[str, str], dict[str, str]]:
    abroad: dict[str, str] = {}
    ours: dict[str, str] = {}
    for words, name in word_list("given_names").phrases.items():
        assert name.gender is not None
        (ours if name.group.endswith("Vietnamese") else abroad)[loose(words[0])] = name.gender
    return abroad, ours


@dataclass(slots=True, eq=False)
class Person:
    """Somebody of whom the article speaks: the forms of the name, the roles, how one is addressed."""

    mentions: list[Mention] = field(default_factory=list)
    forms: dict[Key, list[Mention]] = field(default_factory=dict)
    full: Key = ()  # the longest form of the name
    roles: list[Role] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)
    by_name: str | None = None  # male or female, as the given name lets one think
    honorifics: set[str] = field(default_factory=set)
    named: bool = True
    told: tuple[str | None, bool, str] | None = None  # role, public office and why: worked out once, when all is read
    held: tuple[int, list[Role], set[str]] | None = None  # offices and ranks, and of how many roles they were read
    spelt: list[Mention] = field(default_factory=list)  # where the full name stands, likewise

    @property
    def vietnamese(self) -> bool:
        """Whether the name is a Vietnamese one in full, family name first."""
        return len(self.full) >= _IN_FULL and self.full[0] in word_list("surnames").first

    def gender(self) -> str | None:
        """Male or female, as most words of address tell."""
        told = Counter(m.gender for m in self.mentions if m.gender and m.honorific).most_common(2)
        return told[0][0] if told and (len(told) == 1 or told[0][1] > told[1][1]) else None

    def offices(self) -> list[Role]:
        """Every office and description of the roles by itself."""
        return self._held()[1]

    def ranks(self) -> set[str]:
        """The ranks of these."""
        return self._held()[2]

    def _held(self) -> tuple[int, list[Role], set[str]]:
        held = self.held
        if held is None or held[0] != len(self.roles):
            found = [o for r in self.roles for o in offices(r)]
            held = self.held = len(self.roles), found, {o.rank for o in found}
        return held

    def roles_by_mention(self) -> list[tuple[Mention, list[Role]]]:
        """Every mention with the roles that it gives."""
        roles = sorted(self.roles, key=lambda r: r.span.start)
        starts = [r.span.start for r in roles]
        bounds = ((bisect_left(starts, m.span.start), bisect_left(starts, m.span.end)) for m in self.mentions)
        return [(m, roles[i:j]) for m, (i, j) in zip(self.mentions, bounds, strict=True)]

    def grouped(self) -> list[list[Role]]:
        """The roles, those of one mention together."""
        return [roles for _, roles in self.roles_by_mention() if roles] if self.roles else []

    def add(self, mention: Mention, key: Key | None, doc: Document, *, addressed: bool = True) -> None:
        """Take a mention in, with its roles and the address if the article gives it."""
        self.mentions.append(mention)
        if key is not None:
            self.forms.setdefault(key, []).append(mention)
            if len(key) > len(self.full):
                self.full = key
        for span in mention.roles if len(self.roles) < _ROLES and not _in_marks(doc.text, mention) else ():
            self.roles.append(read_role(doc, span, mention))
        if mention.gender:
            self.genders.add(mention.gender)
        if mention.honorific and addressed:
            self.honorifics.add(mention.honorific)


def _in_marks(text: str, mention: Mention) -> bool:
    """``bị gọi là “Tổng thống Barton”``: a title and name in marks of their own are a nickname."""
    start, end = mention.span
    return mention.name is not None and text[start - 1 : start] in _MARKS and text[end : end + 1] in _MARKS


_MARKS = tuple("“”\"'‘’")


def name_key(doc: Document, mention: Mention) -> Key:
    """The match key of a mention's name."""
    assert mention.name is not None
    return _key(doc.text[mention.name.start : mention.name.end])


@lru_cache(maxsize=4096)
def _key(name: str) -> Key:
    words = [w for word in keys(name) for w in (word.split(".") if _INITIALS.fullmatch(word) else (word,))]
    return tuple([loose(w) for w in words if w[0].isalnum()])


_INITIALS = re.compile(r"\w{1,2}(?:\.\w{1,2})+")  # N.V.A is called A
