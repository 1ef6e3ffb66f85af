"""The words of saying in a sentence, each with the reason why it reports nothing, where there is one.

``find_cues`` matches the lexicon, the longest form first, and asks ``RULES`` about each match: the first rule
that answers gives the cue's ``dead``, the rule's name. A dead cue is kept, so that it can be explained, and
since some reasons (``agentless``, ``noun``, ``relative``) only weaken it.

>>> from quotes.text import read
>>> [(c.form, c.dead) for c in find_cues(read("Ông Nam không nói gì thêm, bà Hoa cho biết.").sentences[0])]
[('cho biết', '')]
"""

from __future__ import annotations

from functools import cache

from quotes.cues.rules import GAP, RULES, Place, dead
from quotes.lexicon import CueEntry, Trie, cue_exclusions, cues, keys, word_class
from quotes.model import Cue, Sentence, Span

__all__ = ["RULES", "find_cues"]

LONGEST_GAP = 5
REACH = 8  # how many words left of a cue a rule may look, within its clause
# The roles that words of the verb group can have; of two phrases of one length, the first role counts.
_ROLES = ("barrier", "affirmation", "negation", "future", "purpose", "passive", "adverb")


def find_cues(sentence: Sentence, text: str = "") -> list[Cue]:
    """All words of saying of a sentence, left to right, none within another.

    ``text`` is the document's text; with it, names that are spelt like a cue (``chị Bảo``) are told apart.
    """
    openers: tuple[tuple[str, int, int], ...] | None = None
    found: list[Cue] = []
    for i, last, entry in _matches(sentence, text):
        openers = _openers(sentence.words) if openers is None else openers
        reason = dead(_place(sentence, text, i, last, entry, openers))
        span = Span(sentence.starts[i], sentence.ends[last - 1])
        found.append(Cue(span, entry.form, sentence.index, i, last, reason))
    return found


def _matches(sentence: Sentence, text: str) -> list[tuple[int, int, CueEntry]]:
    """The lexicon's cues from left to right; an exclusion takes its words away."""
    found: list[tuple[int, int, CueEntry]] = []
    trie, gaps, words, starts = _trie(), _gaps(), sentence.words, _starts()
    after, last = 0, len(words) - 1
    for i in [i for i, word in enumerate(words) if word in starts]:
        seconds, word = starts[words[i]], words[i]
        if i < after or not ("" in seconds or (i < last and words[i + 1] in seconds)):
            continue
        match = trie.longest(words, i)
        if match is None and word in gaps:
            match = _gapped(sentence, text, i)
        if match is not None:
            entry, after = match
            if entry is not None:
                found.append((i, after, entry))
            elif (overlapping := trie.longest(words, after - 1)) is not None and overlapping[1] > after:
                if overlapping[0] is None:
                    after = overlapping[1]  # tung tin nhắn riêng tư
                elif not _cue_at(words, after):
                    after -= 1  # ông Thành | tố cáo: no `thành tố`
    return found


def _cue_at(words: tuple[str, ...], i: int) -> int:
    """The token after the cue that begins at a token, or 0."""
    match = _trie().longest(words, i) if i < len(words) else None
    return match[1] if match is not None and match[0] is not None else 0


@cache
def _trie() -> Trie[CueEntry | None]:
    phrases: dict[tuple[str, ...], CueEntry | None] = dict.fromkeys(cue_exclusions())
    phrases.update({keys(form): entry for form, entry in cues().items() if GAP not in form})
    return Trie(phrases)


@cache
def _starts() -> dict[str, frozenset[str]]:
    """How a form can begin: its first word with those that can be its second, and "" for none."""
    heads = [head for gaps in _gaps().values() for head, _, _ in gaps]
    found: dict[str, set[str]] = {}
    for form in (*_trie().phrases, *heads):
        found.setdefault(form[0], set()).add((*form, "")[1])
    return {first: frozenset(seconds) for first, seconds in found.items()}


@cache
def _gaps() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...], CueEntry]]]:
    """Cues in two parts by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], CueEntry]]] = {}
    for form, entry in cues().items():
        if GAP in form:
            head, tail = (keys(part) for part in form.split(GAP))
            found.setdefault(head[0], []).append((head, tail, entry))
    return found


def _gapped(sentence: Sentence, text: str, i: int) -> tuple[CueEntry, int] | None:
    """The cue in two parts that begins at a token: `cho … biết` with an addressee in the gap."""
    words = sentence.words
    for head, tail, entry in _gaps()[words[i]]:
        start = i + len(head)
        if words[i:start] != head or start >= len(words):
            continue
        someone = word_class("cue_addressee").after(words, start) > start or _is_name(sentence, text, start)
        if head == ("cho",) and not someone:
            continue
        for j in range(start, min(start + LONGEST_GAP, len(words)) + 1):
            if j > start and words[j : j + len(tail)] == tail and words[j - 1] != head[-1]:
                return entry, j + len(tail)
            if j < len(words) and not words[j][0].isalnum():
                break
    return None


def _openers(words: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    found: list[tuple[str, int, int]] = []
    after = 0
    for i, names, end in _opener_words().begun(words):
        if i >= after:
            after = end
            found += [(name, i, after) for name in names]
    return tuple(found)


@cache
def _opener_words() -> Trie[tuple[str, ...]]:
    """The phrases of the classes that ``clause_has`` is asked for; those that only look so (`tài liệu`) have none."""
    phrases: dict[tuple[str, ...], tuple[str, ...]] = dict.fromkeys(word_class("cue_no_opener").forms, ())
    for name in (
        "cue_condition",
        "cue_document",
        "cue_interrogative",
        "cue_relative",
        "cue_relative_noun",
        "cue_request",
    ):
        for phrase in word_class(name).forms:
            phrases[phrase] = (*phrases.get(phrase, ()), name)
    return Trie(phrases)


def _place(
    sentence: Sentence, text: str, first: int, last: int, entry: CueEntry, openers: tuple[tuple[str, int, int], ...]
) -> Place:
    words = sentence.words
    clause, farthest = first, max(0, first - REACH)
    while clause > farthest and words[clause - 1][0].isalnum():
        clause -= 1
    roles: list[str] = []
    left = words[clause:first][::-1]
    i = 0
    while i < len(left) and (match := _verb_group().longest(left, i)):
        role, after = match
        if role == "barrier" or (first - after > clause and _is_title(sentence, text, first - after)):
            break  # Nam Định, quyết định: no future `định`
        roles.append(role)
        i = after
    within = first > clause or (last == first + 1 < len(words) and _is_title(sentence, text, last))
    within = within or (0 < first == last - 1 and words[first - 1] == ",")  # “…”, Đăng nói
    named = within and _is_title(sentence, text, first)
    return Place(words, first, last, entry, first - i, tuple(roles), clause, named, openers)


def _is_name(sentence: Sentence, text: str, i: int) -> bool:
    """Whether token ``i`` begins with a capital."""
    return text[sentence.starts[i] : sentence.ends[i]][:1].isupper()


def _is_title(sentence: Sentence, text: str, i: int) -> bool:
    """Whether token ``i`` is written with a capital and small letters."""
    return text[sentence.starts[i] : sentence.ends[i]].istitle()


@cache
def _verb_group() -> Trie[str]:
    """The words of the verb group, last word first, with their roles."""
    phrases: dict[tuple[str, ...], str] = {}
    for role in _ROLES:
        for phrase in word_class(f"cue_{role}").forms:
            phrases.setdefault(phrase[::-1], role)
    return Trie(phrases)
