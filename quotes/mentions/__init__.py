"""Mentions: noun phrases that could name who speaks.

A mention is the whole phrase, with title, name and apposition; a time, a relative clause or a
prepositional phrase is no part of it. ``rules.RULES`` are tried at each token at which one of their words
stands; the first that answers wins, and reading goes on after its phrase.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import compress, count

from quotes.lexicon import keys
from quotes.mentions.contests import SHOWS, show
from quotes.mentions.line import BEGIN_ALIKE, COMPOUNDS, HONORIFICS, QUANTITIES, SURNAMES, Line, syllable
from quotes.mentions.made import mention
from quotes.mentions.names import ENDS_OF_THINGS, known_place, run_end, thing
from quotes.mentions.rules import STARTS, rules_at
from quotes.model import Document, Mention, Span

__all__ = ["find_mentions"]


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
    found = _without_countries(doc, found, lines)
    names = _given_names(doc, found)
    firsts = {name.split(" ")[0] for name in names}
    by_sentence: dict[int, list[Mention]] = {}
    for m in found:
        by_sentence.setdefault(m.sentence, []).append(m)
    openings: list[Mention] = []
    for line in lines:
        openings += _openings(line, names, firsts, by_sentence.get(line.sentence.index, []))
    if openings:
        found = sorted(found + openings, key=lambda m: m.span)
    return found


def _without_next_sentence(doc: Document, mentions: list[Mention]) -> list[Mention]:
    """``ca sĩ Trần An | Trong buổi …``: where a full stop was lost, a name ends as it does elsewhere in the article."""
    named = [(at, m, m.name, keys(doc.text[m.name.start : m.name.end])) for at, m in enumerate(mentions) if m.name]
    forms = {form for _, _, _, form in named}
    longer = [each for each in named if len(each[3]) > 2 and each[3][:-1] in forms]
    if not longer:
        return mentions
    times = Counter([form for _, _, _, form in named])
    for at, m, name, form in longer:
        if name.end != m.span.end or m.last >= len(doc.sentences[m.sentence].words):
            continue
        if times[form] == 1 and syllable(form[-1]):
            end = doc.sentences[m.sentence].ends[m.last - 2]
            mentions[at] = replace(m, span=Span(m.span.start, end), last=m.last - 1, name=Span(name.start, end))
    return mentions


def _without_countries(doc: Document, mentions: list[Mention], lines: list[Line]) -> list[Mention]:
    """``Đức Anh kể``: where the article has a Vũ Đức Anh, it speaks of no country."""
    full = {keys(doc.text[m.name.start : m.name.end]) for m in mentions if m.name is not None and m.kind == "person"}
    given = {words[-2:] for words in full if len(words) > 2 and words[0] in SURNAMES.first}
    if not any(known[:1] in _COUNTRIES for known in given):
        return mentions
    line_of = {line.sentence.index: line for line in lines}
    apart: set[tuple[int, int]] = set()
    for m in mentions:
        line, i = line_of[m.sentence], m.first
        if m.kind != "country" or m.last != i + 1 or line.words[i : i + 2] not in given:
            continue
        if line.caps[i + 1] and _begins(line, i) and run_end(line, i) == i + 2:
            apart |= {(m.sentence, i), (m.sentence, i + 1)}
    return [m for m in mentions if (m.sentence, m.first) not in apart]


def _given_names(doc: Document, mentions: list[Mention]) -> set[str]:
    """The last word, and the last two, of every personal name: what a person may be called by alone."""
    names: set[str] = set()
    for m in mentions:
        if m.name is not None and m.kind in ("person", "unknown"):
            words = keys(doc.text[m.name.start : m.name.end])
            names.add(words[-1])
            names.add(" ".join(words[-2:]))
            if words[0] not in SURNAMES.first:
                names.add(words[0])  # Guo Fei, Park Hang-seo
    return names


def _mentions(line: Line) -> list[Mention]:
    found = []
    words, caps, firsts = line.words, line.caps, STARTS.first
    after = 0
    tried = [
        i
        for i, word in enumerate(line.sentence.words)
        if caps[i] or (word in firsts and (firsts[word].alone is not None or words[i + 1] in firsts[word].seconds))
    ]
    for i in tried:
        if i < after or not (rules := rules_at(line, i)) or (not caps[i] and (words[i - 1], words[i]) in COMPOUNDS):
            continue
        if caps[i] and words[i - 1] in ENDS_OF_THINGS and thing(line, i):
            after = run_end(line, i)
            continue
        if caps[i] and words[i] in SHOWS.first and (end := show(line, i)) > i:
            after = end
            continue
        for rule in rules:
            m = rule(line, i)
            if m is not None:
                found.append(m)
                after = m.last
                break
        else:
            after = (known_place(line, i) if caps[i] else None) or i + 1
    return found


def _openings(line: Line, names: set[str], firsts: set[str], here: list[Mention]) -> list[Mention]:
    """``Mai chia sẻ``: a given name where any word has a capital, once the article has it as a name elsewhere."""
    found: list[Mention] = []
    words = line.words
    places = [i for i in compress(count(), line.caps) if words[i] in firsts and _begins(line, i)]
    taken = {k for m in here for k in range(m.first, m.last)} if places else set()
    for i in places:
        if i not in taken:
            word = line.words[i]
            end = run_end(line, i)
            key = " ".join(line.words[i:end])
            common = word in _COMMON or line.predicate(i)
            if end - i == 2 and known_place(line, i) == end:
                continue
            if end - i == 1 and line.words[i : i + 2] in BEGIN_ALIKE:
                continue
            if end - i <= 2 and key in names and (end - i == 2 or not common) and end - 1 not in taken:
                found.append(mention(line, i, end, "name", "person", (i, end)))
    return found


def _begins(line: Line, i: int) -> bool:
    """Whether no capital stands before, but that of a sentence: ``Theo | Mai, …``."""
    return not line.caps[i - 1] or line.words[i - 1] == "theo"


_COUNTRIES = frozenset((w,) for w in ("đức", "nhật", "nga", "mỹ", "hàn", "anh", "pháp", "lào", "ý", "thái", "úc"))
_COMMON = frozenset(w for w in (*HONORIFICS.first, *QUANTITIES.first) if w not in SURNAMES.first)
