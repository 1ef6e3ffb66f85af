"""Names of one person: a name, its end, its beginning, another spelling of it, gathered under the fullest."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from quotes.lexicon import words as word_list
from quotes.model import Document, Mention, Span
from quotes.speakers.marks import Marks
from quotes.speakers.persons import Key, Person, name_key, sex_of_name
from quotes.speakers.roles import head_word

_VIETNAMESE = frozenset(("nguyễn", "văn", "thị"))  # in a name: it is no Chinese or Korean one
_SPOUSE = ("vợ ", "chồng ", "vợ là ", "chồng là ")  # JD Brown và vợ | Mary Lee Brown
_SEX = {"nữ": "female", "nam": "male"}  # nữ ca sĩ | Mai Hoa
_KIN_ALONE = 16  # characters: người chị gái | Ko Min-ah; not `Dì của lãnh đạo A, bà | Ko Min-ah`, of whom one tells
_BEFORE = 10  # characters
_MIDDLE = {"thị": "female", "văn": "male"}
_LONG = 5  # letters from which a word may be misspelt
_SHORT = 2  # words: after an address no name of two fits in
_MANY = 3  # words; of longer foreign names one in the middle may be what people say


def gather(doc: Document, mentions: Iterable[Mention], marks: Marks) -> tuple[list[Person], dict[Span, Person]]:
    """Persons by their names: the fullest names first, then every shorter form joins the one it fits.

    How others address them in marks, ``“Cô Mai Hoa hát hay quá”``, is not how the article does.
    """
    found: list[Mention] = []
    for mention in mentions:
        found.append(mention)
        if mention.last - mention.first > _SHORT:
            found += _inside(doc, mention)
    named = [(name_key(doc, m), m) for m in found if m.name is not None and m.form == "name"]
    named = [(key, m) for key, m in named if key]
    of: dict[Span, Person] = {}
    names = _Names()
    for key, mention in sorted(named, key=lambda item: (-len(item[0]), item[1].span.start)):
        person = names.fitting(key, mention)
        if person is None:
            person = Person()
            names.persons.append(person)
        person.add(mention, key, doc, addressed=not (mention.honorific and marks.cover(mention.span)))
        names.note(person, key, mention, doc.text)
        of[mention.span] = person
    for person in names.persons:
        if not person.genders:
            person.genders.update({_SEX[w] for r in person.roles if (w := r.text.split(" ")[0].lower()) in _SEX})
        if not person.genders and person.vietnamese:
            person.genders.update({_MIDDLE[w] for w in person.full[1:-1] if w in _MIDDLE})
        person.by_name = sex_of_name(person.full)
        person.mentions.sort(key=lambda m: m.span)
        person.roles.sort(key=lambda r: r.span)
    names.persons.sort(key=lambda p: p.mentions[0].span)
    return names.persons, of


def _inside(doc: Document, mention: Mention) -> Iterator[Mention]:
    """``gia đình bà Lê Thị B``: a person named within the description of another."""
    sentence, address = doc.sentences[mention.sentence], word_list("honorifics")
    yield from _of_title(doc, mention)
    if address.first.keys().isdisjoint(sentence.words[mention.first : mention.last - _SHORT]):
        return
    for start in range(mention.first + 1, mention.last - 1):
        found = address.phrases.get((sentence.words[start - 1],))
        inside = mention.name is not None and mention.name.start <= sentence.starts[start] < mention.name.end
        if found is None or not found.before or inside:
            continue
        end, last = start, mention.last
        if mention.name is not None and mention.name.start > sentence.starts[start]:
            last = bisect_left(sentence.starts, mention.name.start)  # luật sư của ông Evans | Mark Holm
        while end < last and doc.text[sentence.starts[end]].isupper():
            end += 1
        if end - start > 1:
            span = Span(sentence.starts[start], sentence.ends[end - 1])
            yield Mention(
                span, mention.sentence, start, end, "name", "person", span, (), found.form, None, found.gender
            )


def _of_title(doc: Document, mention: Mention) -> Iterator[Mention]:
    """``vợ cũ của ca sĩ Lê Hoa``: whose title stands within the description of another."""
    sentence, titles = doc.sentences[mention.sentence], word_list("titles")
    if "của" not in sentence.words[mention.first : mention.last]:
        return
    for i in range(mention.first + 1, mention.last - 2):
        if sentence.words[i] != "của":
            continue
        title = titles.longest(sentence.words, i + 1)
        if title is None and i == mention.first + 1 and (whose := _kin_named(doc, mention, i + 1)) is not None:
            yield whose
        if title is None or title[0].kind not in ("profession", "office"):
            continue
        start = end = title[1]
        while end < mention.last and doc.text[sentence.starts[end]].isupper():
            end += 1
        if end - start > 1 and (doc.text[sentence.starts[i + 1]].islower() or title[0].kind == "office"):
            name = Span(sentence.starts[start], sentence.ends[end - 1])
            span = Span(sentence.starts[i + 1], name.end)
            role = Span(span.start, sentence.ends[start - 1])
            yield Mention(span, mention.sentence, i + 1, end, "name", "person", name, (role,), None, title[0].form)


def _kin_named(doc: Document, mention: Mention, start: int) -> Mention | None:
    """``Mẹ của | Lê Mai Hoa |, bà Lan``: whose full name stands within the description of kin who has another."""
    sentence, head = doc.sentences[mention.sentence], head_word(mention)
    end = start
    while end < mention.last and doc.text[sentence.starts[end]].isupper():
        end += 1
    span = Span(sentence.starts[start], sentence.ends[end - 1])
    if end - start < _SHORT or head is None or head.kind != "kin" or span == mention.name:
        return None
    return Mention(span, mention.sentence, start, end, "name", "person", span)


class _Names:
    """The persons found so far by every form that a name of theirs can take, so that none is compared with all."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._whole: defaultdict[Key, list[Person]] = defaultdict(list)
        self._by_end: defaultdict[Key, list[Person]] = defaultdict(list)
        self._by_beginning: defaultdict[Key, list[Person]] = defaultdict(list)
        self._by_family: defaultdict[str, list[Person]] = defaultdict(list)
        self._by_middle: defaultdict[str, list[Person]] = defaultdict(list)
        self._in_short: defaultdict[Key, list[Person]] = defaultdict(list)
        self._by_spelling: defaultdict[tuple[int, str], list[tuple[Person, Key]]] = defaultdict(list)
        self._first: dict[Person, Key] = {}  # the name under which a person was met first, the longest
        self._places: defaultdict[Person, list[int]] = defaultdict(list)
        self._surely: set[Person] = set()
        self._as_kin: set[Person] = set()  # first named as somebody's kin: người chị gái Ko Min-ah

    def note(self, person: Person, key: Key, mention: Mention, text: str) -> None:
        """Remember that a person was called so."""
        if person not in self._first:
            self._first[person] = key
            if _as_kin(mention, text):
                self._as_kin.add(person)
        insort(self._places[person], mention.span.start)
        if mention.kind == "person" or person.roles or person.honorifics:
            self._surely.add(person)
        if len(person.forms[key]) > 1:
            return
        self._whole[key].append(person)
        if "-" in key[-1]:
            self._by_end[key[-1].rpartition("-")[2:]].append(person)  # ông Un is Kim Jong-un
        for n in range(1, len(key)):
            self._by_end[key[-n:]].append(person)
            self._by_beginning[key[:n]].append(person)
        if len(key) > 1:
            self._by_family[key[0]].append(person)
        if (short := _without_middle(key)) is not None:
            self._in_short[short].append(person)
        if len(key) > _MANY and not _is_surname(key[0]):
            for word in key[1:-1]:
                self._by_middle[word].append(person)
        for back, word in enumerate(reversed(key)):
            if len(word) >= _LONG - 1 and word.isascii():
                for variant in _variants(word):
                    self._by_spelling[back, variant].append((person, key))

    def fitting(self, key: Key, mention: Mention) -> Person | None:
        """The person whose name this could be a form of: the same, then its end, its beginning, another spelling."""
        foreign = any(len(w) >= _LONG and w.isascii() for w in key)
        for candidates in (
            *(self._same, self._ends, self._begins, self._short),
            *(self._spellings, self._within, self._family),
        ):
            possible = candidates(key, mention)
            found = [p for p in dict.fromkeys(possible) if agrees(p, mention)] if possible else []
            if not found:
                continue
            if not foreign and candidates != self._within:
                found = [p for p in found if not {key[0], key[-1]}.isdisjoint(_outer(self._first[p]))]
            found = [p for p in found if p in self._surely or _korean(p)] or ([] if mention.honorific else found)
            if len(found) == 1:
                return found[0]
            if found and candidates in (self._family, self._begins):
                return min(found, key=lambda p: self._of_family_name(p, mention))
            if found and candidates != self._within:
                return min(found, key=lambda p: self._distance(p, mention))
        return None

    def _same(self, key: Key, mention: Mention) -> Sequence[Person]:
        return self._whole.get(key, ())

    def _ends(self, key: Key, mention: Mention) -> Sequence[Person]:
        """``Phúc``, ``Xuân Phúc`` of ``Nguyễn Xuân Phúc``; ``Blinken`` of ``Antony Blinken``."""
        return self._by_end.get(key, ())

    def _begins(self, key: Key, mention: Mention) -> Sequence[Person]:
        """``Tập`` of ``Tập Cận Bình``, ``Park`` of ``Park Hang-seo``; but not a Vietnamese surname alone."""
        return self._by_beginning.get(key, ()) if len(key) > 1 or not _is_surname(key[0]) else ()

    def _short(self, key: Key, mention: Mention) -> Sequence[Person]:
        """``Emma Brown`` of ``Emma J. Brown``, ``Lê Thu Hà`` of ``Lê Thị Thu Hà``."""
        return self._in_short.get(key, ())

    def _spellings(self, key: Key, mention: Mention) -> Sequence[Person]:
        """``Dimitry Peskov`` and ``Dmitry Peskov``: foreign words that differ by one letter, the others alike."""
        found: list[Person] = []
        for back, word in enumerate(reversed(key)):
            if len(word) >= _LONG and word.isascii():
                for variant in _variants(word):
                    for person, form in self._by_spelling.get((back, variant), ()):
                        if _differ_in_one(key, form):
                            found.append(person)
        return found

    def _within(self, key: Key, mention: Mention) -> Sequence[Person]:
        """``ông Lula`` of ``Luiz Inácio Lula da Silva``: one word out of a long foreign name."""
        return self._by_middle.get(key[0], ()) if len(key) == 1 and mention.honorific else ()

    def _family(self, key: Key, mention: Mention) -> Sequence[Person]:
        """``ông Vương`` of ``Vương Nghị``: the family name alone, as Chinese and Koreans are called, no Vietnamese."""
        if len(key) > 1 or not (mention.honorific or mention.roles):
            return []
        return [p for p in self._by_family.get(key[0], ()) if _VIETNAMESE.isdisjoint((p.full[0], *p.full[1:-1]))]

    def _of_family_name(self, person: Person, mention: Mention) -> tuple[bool | int, ...]:
        """``bà Ko``: rather who is spoken of for herself than as kin; then who is called so, and was so last."""
        called = mention.honorific is None or mention.honorific in person.honorifics
        return (person in self._as_kin, not called, *self._distance(person, mention))

    def _distance(self, person: Person, mention: Mention) -> tuple[bool, bool, bool, int]:
        places, at = self._places[person], mention.span.start
        same = not (mention.honorific and person.honorifics and mention.honorific not in person.honorifics)
        i = bisect_left(places, at)
        far = at - places[i - 1] if i else person.mentions[0].span.start
        return (not same, person in self._as_kin, not i, far)


def _outer(key: Key) -> tuple[str, ...]:
    """The first and last word of a name, and what stands behind the last hyphen."""
    return key[0], key[-1], key[-1].rpartition("-")[2]


def _korean(person: Person) -> bool:
    """``Ko Yong-min``: no street or ship is called so."""
    return len(person.full) > 1 and "-" in person.full[-1]


def agrees(person: Person, mention: Mention) -> bool:
    """Whether address and gender do not speak against it."""
    return not (mention.gender and person.genders and mention.gender not in person.genders)


@cache
def _is_surname(word: str) -> bool:
    entry = word_list("surnames").phrases.get((word,))
    return entry is not None and entry.group == "Vietnamese"


def _as_kin(mention: Mention, text: str) -> bool:
    """``người chị gái | Ko Min-ah``, ``và vợ | Mary Lee Brown``: whether a name stands behind a word for kin."""
    start = mention.span.start
    if text[max(0, start - _BEFORE) : start].lower().endswith(_SPOUSE):
        return True
    if mention.head is None or mention.name is None or not mention.roles:
        return False
    head = head_word(mention)
    return head is not None and head.kind == "kin" and 0 < mention.name.start - mention.roles[0].start <= _KIN_ALONE


def _without_middle(key: Key) -> Key | None:
    """A name without the initials, or the ``Thị`` and ``Văn``, in its middle, where enough of it is left."""
    words = (key[0], *(w for w in key[1:-1] if len(w) > 1 and w not in _MIDDLE), key[-1])
    enough = len(words) > _SHORT or not _is_surname(key[0])
    return words if enough and 1 < len(words) < len(key) else None


@lru_cache(maxsize=4096)
def _variants(word: str) -> frozenset[str]:
    """A word, and what is left when a letter is taken out: two words one letter apart have one of these in common.

    After the deletion neighbourhoods of SymSpell (Garbe 2012).
    """
    return frozenset((word, *[word[:i] + word[i + 1 :] for i in range(len(word))]))


def _differ_in_one(key: Key, form: Key) -> bool:
    if len(key) > len(form):
        return False
    differing = [(a, b) for a, b in zip(key, form[-len(key) :], strict=True) if a != b]
    return (
        len(differing) == 1
        and len(differing[0][0]) >= _LONG
        and "".join(differing[0]).isascii()
        and one_apart(*differing[0])
    )


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
