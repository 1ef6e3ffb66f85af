"""The scene of an article as its sentences pass: who has been spoken of, and who was spoken of last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from quotes.lexicon import keys
from quotes.model import Attribution, Document, Mention, Span
from quotes.speakers.aliases import aliases, join
from quotes.speakers.copulas import Copulas
from quotes.speakers.couples import tell_spouses
from quotes.speakers.credits import signs
from quotes.speakers.marks import Marks
from quotes.speakers.misnamed import (
    as_cut,
    as_meant,
    britain,
    names_nobody,
    nations,
    of_their_bodies,
    with_relatives,
)
from quotes.speakers.names import gather
from quotes.speakers.persons import Person, loose, name_key
from quotes.speakers.roles import Role, phrase_role, read_role
from quotes.speakers.shortened import as_bodies, short_forms

_BEFORE_SUBJECT = frozenset((",", ".", "–", "-", "rằng", "khi", "và", "nhưng", "với", "theo", "vậy", "còn", "riêng"))
_OFTEN, _FAR_MORE = 3, 1.5
_STORY = 8  # clauses that `tôi` leads outside of marks
_FINAL, _OPENING = frozenset('.!?…”"'), 4
_AROUND = 12  # mentions before one among which a subject is looked for
_REMEMBERED = 30  # persons that a pronoun or title can still mean
_TURNS_TO = ((), ("còn",), ("riêng",), ("về", "phía"), ("về", "phần"), ("còn", "về", "phía"), ("còn", "phía"))
_AGE = 3  # words: a comma or bracket, a number, `tuổi`
_BORN = (("sinh",), ("sn",), ("quê",), ("ngụ",), ("trú",))


def plain(text: str) -> str:
    """A phrase with single blanks, as a name is written in a record."""
    return " ".join(text.split())


class Scene:
    """What is known when a mention is reached. ``focus`` has the persons spoken of, the last first."""

    def __init__(self, doc: Document, mentions: Sequence[Mention], attributions: Sequence[Attribution]) -> None:
        self.doc = doc
        self.marks = Marks(doc)
        peoples = nations(doc, mentions)
        related = {name_key(doc, m) for m in with_relatives(doc, mentions)}
        mentions = as_meant(doc, of_their_bodies(doc, britain(doc, as_cut(doc, mentions, attributions))), peoples)
        self.shorts = short_forms(doc, mentions)
        self.mentions = mentions = as_bodies(doc, mentions, self.shorts) if self.shorts else mentions
        self._places = {id(m): i for i, m in enumerate(mentions)}
        self.sources = {a.source.span for a in attributions if a.source is not None}
        self.cues = [a.cue.start for a in attributions if a.cue is not None]
        named = (
            m
            for m in mentions
            if m.form not in ("body", "document", "pronoun")
            and not signs(doc, m, self.sources)
            and not names_nobody(doc, m, peoples)
        )
        told = aliases(doc, mentions)
        known = {m.span for m in mentions} if told else set()
        self.persons, self.of = gather(doc, [*named, *(a.other for a in told if a.other.span not in known)], self.marks)
        join(self.persons, self.of, told)
        tell_spouses(doc, mentions, self.of)
        self.why: dict[Span, str] = {}
        self._labels: dict[Person, str] = {}
        self.title: tuple[Mention, Role | None] | None = None  # of the mention that was asked about last
        self.count: tuple[Mention, bool] | None = None  # likewise
        self.epithet: tuple[Mention, Role | None] | None = None  # likewise
        self.bearers: tuple[str, list[Person]] | None = None  # of its rank
        self._roles: dict[tuple[Span, tuple[Span, ...], Span | None], Role] = {}
        self._speaking: set[Person] = set()
        self._silent: dict[Person, int] = {}
        self._opening: list[int] | None = None  # the first sentences that end in a full stop
        self.rivals: dict[Span, tuple[str, ...]] = {}
        self.focus: list[Person] = []
        self.background: list[Person] = []
        self.spoken: list[Person] = []
        self.spoken_at = -1  # the paragraph in which somebody spoke last
        self.subject: tuple[Person, int] | None = None  # who begins the last sentence that begins with a person
        self.copulas = Copulas(doc, mentions, self.of, self.why, self.marks)
        self.copulas.add()
        self.said = self.copulas.named_by
        self._acting = {p for p in self.persons if p.vietnamese and any(map(self._acts, p.mentions))}
        self._acting |= {p for p in self.persons if any(map(self._aged, p.mentions))}
        self._acting |= {p for p in self.persons if not related.isdisjoint(p.forms)}
        self.hero = self._protagonist()
        self.bodies: list[Mention] = []
        self.groups: list[Mention] = []
        self.own_story = self._tells_own_story()
        there = {m.span for m in self.mentions}
        self._named_in = {span.start: p for span, p in self.of.items() if span not in there}
        self._acting.update(self._named_in.values())
        self._families = sorted(self._named_in)
        self._ages: dict[str, list[Person]] | None = None  # read when first asked for

    def text(self, mention: Mention) -> str:
        """A mention as it stands."""
        return plain(self.doc.text[mention.span.start : mention.span.end])

    def words(self, mention: Mention) -> tuple[str, ...]:
        """The match keys of a mention."""
        return self.doc.sentences[mention.sentence].words[mention.first : mention.last]

    def place(self, mention: Mention) -> int | None:
        """The number of a mention among those of the article."""
        return self._places.get(id(mention))

    def next_to(self, mention: Mention, step: int) -> Mention | None:
        """The mention that stands some places before or after one."""
        at = self.place(mention)
        return self.mentions[at + step] if at is not None and 0 <= at + step < len(self.mentions) else None

    def first_from(self, start: int) -> int:
        """The number of the first mention that begins at a place of the text or behind it."""
        return bisect_left(self.mentions, start, key=lambda m: m.span.start)

    def across(self, span: Span) -> list[Mention]:
        """The mentions that have a part of a span in them."""
        after = self.first_from(span.end)
        first = bisect_right(self.mentions, span.start, key=lambda m: m.span.end)
        return list(self.mentions[first:after])

    def lead_in(self, start: int) -> Span:
        """What stands before words in marks: their sentence up to them, or, where they begin it, the one before."""
        i = bisect_right(self.doc.sentences, start, key=lambda s: s.start) - 1
        if i > 0 and not any(c.isalnum() for c in self.doc.text[self.doc.sentences[i].start : start]):
            i -= 1
        return Span(self.doc.sentences[max(i, 0)].start, start)

    def called(self, name: str | None) -> Person | None:
        """The person of a name."""
        key = tuple(loose(w) for w in keys(name or "") if w[0].isalnum())
        return next((p for p in self.persons if key in p.forms), None)

    def caption(self, sentence: int) -> bool:
        """Whether a sentence tells who took the picture: then it is not of the text around it."""
        words = self.doc.sentences[sentence].words
        return any(w in ("ảnh", "video") and ":" in words[i : i + 4] for i, w in enumerate(words))

    def became(self, person: Person, nameless: Person) -> None:
        """Take in that somebody described so far, who spoke, is this person."""
        self._speaking.add(person)
        self.persons.remove(nameless)
        self.focus[0] = person

    def speaks(self, person: Person) -> bool:
        """Whether a person is the source of any words."""
        if person not in self._speaking:  # of the mentions only those are asked that were not there last time
            silent = self._silent.get(person, 0)
            if any(m.span in self.sources for m in person.mentions[silent:]):
                self._speaking.add(person)
            self._silent[person] = len(person.mentions)
        return person in self._speaking

    def quoted(self, mention: Mention) -> bool:
        """Whether a mention lies in quotation marks: then it is not the article that speaks of the person."""
        return self.marks.cover(mention.span)

    def leads_clause(self, mention: Mention) -> bool:
        """Whether a mention stands where a subject does: ``Sáng nay, chị Hoa …``."""
        words = self.doc.sentences[mention.sentence].words
        return mention.first == 0 or words[mention.first - 1] in _BEFORE_SUBJECT

    def in_front(self, mention: Mention) -> bool:
        """Whether a mention is what its clause speaks of: the source of words, or where a subject stands."""
        return mention.span in self.sources or self.leads_clause(mention)

    def tagged(self, mention: Mention) -> bool:
        """Whether quoted words end just before a mention: ``“…”, ông nói``."""
        end = self.marks.closed_before(mention.span.start)
        return end is not None and not self.doc.text[end : mention.span.start].strip(" ,.-–")

    def told_in(self, mention: Mention) -> int:
        """The sentence in which the words begin that end just before a mention: ``“A. B. C”, ông nói``."""
        start = self.marks.opened_before(mention.span.start)
        if start is None or not self.tagged(mention):
            return mention.sentence
        return bisect_right(self.doc.sentences, start, key=lambda s: s.start) - 1

    def role(self, mention: Mention) -> Role:
        """The role that a mention without a name gives."""
        key = mention.span, mention.roles[:1], mention.name
        if key not in self._roles:  # most sieves ask
            self._roles[key] = (
                read_role(self.doc, mention.roles[0], mention) if mention.roles else phrase_role(self.text(mention))
            )
        return self._roles[key]

    def sentences(self) -> Iterator[list[Mention]]:
        """The mentions sentence by sentence, those in quotation marks left out."""
        line: list[Mention] = []
        for mention in self.mentions:
            if line and mention.sentence != line[0].sentence:
                yield line
                line = []
            line.append(mention)
        if line:
            yield line

    def move(self, line: Sequence[Mention]) -> None:
        """Bring the persons of a sentence that has passed to the fore: its sources first, then its subject.

        Of those who do not speak here, whoever is surely a person.
        """
        if not line:
            return
        paragraph = self.doc.sentences[line[0].sentence].paragraph
        people: list[tuple[Mention, Person]] = []
        for mention in line:
            if self.quoted(mention):
                continue
            person = self.of.get(mention.span) or self._of_couple(mention)
            band = mention.kind == "group" and mention.form == "name"  # nhóm nghệ sĩ Sao Mai
            if person is not None and not (band and all(m.kind == "group" for m in person.mentions)):
                people.append((mention, person))
            if mention.form == "body" and not mention.definite:
                self.bodies.append(mention)
            if mention.plural and mention.form != "pronoun":
                self.groups.append(mention)
        if not people:
            return
        first, subject = people[0]
        if self.spoken and any(person is self.spoken[-1] for _, person in people):
            self.subject = None
        elif first.form != "pronoun" and (self.opens(first) or self._behind_adjunct(first)):
            self.subject = (subject, paragraph)
        speaking: list[Person] = []
        silent: list[Person] = []
        for mention, person in people:
            if mention.span in self.sources:
                speaking.append(person)
            elif self.surely(person) if person.named else self.speaks(person):
                silent.append(person)
        for _, person in reversed(people):
            if person.named and len(person.full) > 1:
                self.background.append(person)
        self.spoken += speaking
        self.spoken_at = paragraph if speaking else self.spoken_at
        for person in reversed(speaking + silent):
            if person in self.focus:
                self.focus.remove(person)
            self.focus.insert(0, person)
        del self.focus[_REMEMBERED:]

    def early(self, mention: Mention, sentences: int) -> bool:
        """Whether a mention stands in the headline or the first sentences; date lines and captions are none."""
        if self._opening is None:
            ends = (
                i for i, s in enumerate(self.doc.sentences) if self.doc.text[s.start : s.end].rstrip()[-1:] in _FINAL
            )
            self._opening = list(islice(ends, _OPENING))
        last = self._opening[:sentences][-1:]
        return mention.sentence <= max([sentences, *last])

    def surely(self, person: Person) -> bool:
        """Whether a name is surely a person's: addressed, with an office, or of two words and speaking or acting.

        A bare ``Apple`` that speaks is seldom one, ``Emma Brown`` mostly is.
        """
        if person.roles or person.genders or person.honorifics:
            return True
        return person in self._acting or (len(person.full) > 1 and self.speaks(person))

    def named_in_full(self, person: Person) -> bool:
        """``Emma Brown``: two words or more, and nothing that speaks against a person."""
        return len(person.full) > 1 and all(m.kind == "person" for m in person.mentions)

    def _acts(self, mention: Mention) -> bool:
        """Whether a full name begins a sentence: ``Lê Thu Hà bước vào``; no street does that twice."""
        return mention.first == 0 and mention.form == "name" and mention.kind == "person"

    def _aged(self, mention: Mention) -> bool:
        """``Mai Hoa (26 tuổi, ở Huế)``, ``Mai Hoa, 26 tuổi, …``: a person's age beside the name."""
        if mention.name is None:
            return False
        sentence = self.doc.sentences[mention.sentence]
        at = bisect_left(sentence.starts, mention.name.end)
        after = sentence.words[at : at + _AGE]
        aged = len(after) == _AGE and after[1].isdigit() and after[2] in ("tuổi", "t")
        return after[:1] in ((",",), ("(",)) and (aged or after[1:2] in _BORN)

    def age_at(self, sentence: int, first: int, last: int) -> str | None:
        """``41 tuổi``, ``sinh năm 1994`` among some words: the number."""
        words = self.doc.sentences[sentence].words
        for i in range(first, min(last, len(words) - 1)):
            if words[i + 1] == "tuổi" and words[i].isdigit():
                return words[i]
            if words[i] == "năm" and words[i - 1] == "sinh" and words[i + 1].isdigit():
                return words[i + 1]
        return None

    def aged(self, age: str) -> list[Person]:
        """Those whom the article gives this age or year of birth beside the name."""
        if self._ages is None:
            self._ages = {}
            for person in self.persons if " tuổi" in self.doc.text or "sinh năm" in self.doc.text else ():
                for m in person.mentions if person.named else ():
                    told = self.age_at(m.sentence, m.first, m.last + _AGE) if m.name is not None else None
                    if told is not None and person not in self._ages.setdefault(told, []):
                        self._ages[told].append(person)
        return self._ages.get(age, [])

    def _of_couple(self, mention: Mention) -> Person | None:
        """``Vợ chồng | anh Lê Văn Nam``, ``gia đình | chị Hoa``: who is named for all of them, and may speak next."""
        if not mention.plural or mention.form != "description" or not self._families:
            return None
        at = bisect_right(self._families, mention.span.start)
        inside = at < len(self._families) and self._families[at] < mention.span.end
        return self._named_in[self._families[at]] if inside else None

    def opens(self, mention: Mention) -> bool:
        """Whether a sentence begins with somebody: ``Chị Hoa …``, ``Còn | chị Hoa, …``, ``Về phía | chị Hoa, …``."""
        return self.doc.sentences[mention.sentence].words[: mention.first] in _TURNS_TO

    def _behind_adjunct(self, mention: Mention) -> bool:
        """``Rời Huế năm 20 tuổi, | Lê Văn Nam về quê``: a name that is the first of its sentence, behind a comma."""
        return mention.form == "name" and self.doc.sentences[mention.sentence].words[mention.first - 1] == ","

    def newcomer(self, mention: Mention) -> Person | None:
        """Who became the subject in a paragraph after who spoke last, next to a mention: ``Bà B vào quân ngũ …``."""
        if self.subject is None:
            return None
        person, paragraph = self.subject
        near = 0 <= self.doc.sentences[mention.sentence].paragraph - paragraph <= 1
        return person if near and paragraph > self.spoken_at and (not person.named or self.surely(person)) else None

    def subject_near(self, mention: Mention, *, surely: bool = True) -> Person | None:
        """Whose name leads the clause before a mention, in its sentence or the one before."""
        before = self._named_shortly_before(mention)
        named = [m for m in before if self.leads_clause(m)]
        named = [m for m in named if self.doc.sentences[m.sentence].words[m.first - 1] != "với" or not m.first]
        if not named:  # … chính là Mai Hoa. Nữ ca sĩ …
            named = before if len({id(self.of.get(m.span)) for m in before}) == 1 else []
        if not named:
            return None
        last = [m for m in named if m.sentence == named[-1].sentence]
        person = self.of.get(last[0 if last[0].first == 0 else -1].span)
        return person if person is not None and (self.surely(person) or not surely) else None

    def named_last(self, mention: Mention) -> Person | None:
        """Who was named last before a mention, in its sentence or the one before."""
        named = [m for m in self._named_shortly_before(mention) if m.span in self.of]
        return self.of[named[-1].span] if named else None

    def _named_shortly_before(self, mention: Mention) -> list[Mention]:
        """The names outside of marks before a mention, in its sentence or the one before."""
        at = self._places.get(id(mention), 0)
        near = self.mentions[max(0, at - _AROUND) : at]
        return [m for m in near if mention.sentence - m.sentence <= 1 and m.form == "name" and not self.quoted(m)]

    def _tells_own_story(self) -> bool:
        """``Tôi lấy chồng năm 20 tuổi. Tôi nghĩ …``: whether somebody writes of himself."""
        told = [m for m in self.mentions if m.form == "pronoun" and m.honorific == "tôi" and not self.quoted(m)]
        return sum(map(self.leads_clause, told)) >= _STORY

    def _protagonist(self) -> Person | None:
        """Whom the article is about: the person named far more often than any other."""
        sure = [p for p in self.persons if p.named and (p.roles or p.genders or p.honorifics or self.speaks(p))]
        most = sorted(sure, key=lambda p: -len(p.mentions))[:2]
        if not most or len(most[0].mentions) < _OFTEN:
            return None
        return most[0] if len(most) == 1 or len(most[0].mentions) >= _FAR_MORE * len(most[1].mentions) else None

    def label(self, person: Person) -> str:
        """A person's fullest name or description, for the record of candidates."""
        if person not in self._labels or not person.named:
            self._labels[person] = self._label(person)
        return self._labels[person]

    def _label(self, person: Person) -> str:
        if person.named:
            mention = max(person.forms[person.full], key=lambda m: -m.span.start)
            assert mention.name is not None
            return plain(self.doc.text[mention.name.start : mention.name.end])
        return plain(self.text(max(person.mentions, key=lambda m: m.span.end - m.span.start)))
