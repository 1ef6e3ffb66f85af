"""Interviews: a text cut into units of one voice, and which of them ask."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence

from quotes.attributions.labels import ME, OPEN_MARKS, body_start, is_thanks
from quotes.attributions.words import DASHES, INDIRECT_QUESTION
from quotes.model import Document, Mention, Sentence

Unit = list[Sentence]

ADDRESS = frozenset("thưa ông bà anh chị bạn em thầy cô bác chú cháu ngài mọi vậy".split())
BULLETS = DASHES | {"*", "•", "+"}
_PARTNERS = ADDRESS - {"thưa", "mọi", "vậy"}
_TELL = frozenset("cho chia nói kể đánh giới giải phân bình tiết so".split())  # cho biết, chia sẻ, đánh giá, bình luận
_REQUEST = 50  # words of a request that is a turn of its own
LABEL = 5  # words that the name of an interviewer has at most
_SEVERAL = 2  # questions that make a paragraph an interview
_ADDRESSED = 4  # words at the end of a question among which it is to somebody: thưa bác sĩ.


def units_of(doc: Document, begin: Mapping[int, object] | set[int], apart: set[int]) -> list[Unit]:
    """The units of a text: paragraphs, cut where a sentence of ``begin`` stands or a dash or bullet begins one.

    Pull quotes, which are set ``apart``, are no part of it.
    """
    units: list[Unit] = []
    for s in doc.sentences:
        if s.index in apart:
            continue
        if not units or s.paragraph != units[-1][-1].paragraph or s.index in begin or s.words[0] in BULLETS:
            units.append([])
        units[-1].append(s)
    return units


def inline_questions(doc: Document) -> set[int]:
    """Where questions begin that stand in their answers' paragraph, and only the answers bear a dash: `Ai? - Tôi.`"""
    begins: set[int] = set()
    asked: int | None = None  # the first of the sentences in a row that ask
    for before, s in itertools.pairwise(doc.sentences):
        asks = before.words[-1] == "?" and s.paragraph == before.paragraph
        asked = (before.index if asked is None else asked) if asks else None
        if asked is not None and s.words[0] in BULLETS and doc.sentences[asked].words[0] not in BULLETS:
            begins.add(asked)
    return begins if len(begins) >= _SEVERAL else set()


def answers_behind(doc: Document) -> set[int]:
    """Where answers begin that stand in their questions' paragraph, and only the questions bear a dash: `- Ai? Tôi.`"""
    begins: set[int] = set()
    asking = False  # whether what a dash has begun is still a question
    for before, s in itertools.pairwise(doc.sentences):
        if before.words[0] in BULLETS:
            asking = True
        if s.paragraph != before.paragraph or s.words[0] in BULLETS:
            asking = False
        elif asking and before.words[-1] == "?" and s.words[-1] != "?":
            begins.add(s.index)
            asking = False
    return begins if len(begins) > _SEVERAL else set()


def asked_in_text(doc: Document) -> tuple[set[int], set[int]]:
    """Where questions to somebody begin, and the answers behind them, in text with no break, label or dash between.

    `… đã trao đổi với báo. Thưa ông, vì sao giá tăng? Vì chúng tôi phải nhập hàng. Ông có lo không? Tôi không lo.`
    """
    asks: set[int] = set()
    answers: set[int] = set()
    for before, s in itertools.pairwise(doc.sentences):
        if s.paragraph != before.paragraph:
            continue
        asked = before.index in asks
        if s.words[-1] == "?" and (asked or _is_put(s)):
            asks.add(s.index)
        elif asked and s.words[-1] != "?":
            answers.add(s.index)
    begins = {i for i in asks if i - 1 not in asks}
    return (begins, answers) if len(answers) > _SEVERAL else (set(), set())


def _is_put(s: Sentence) -> bool:
    """`Thưa ông, …?` · `Ông có thể cho biết …?`: a question that begins with whom it is put to."""
    words = s.words
    to = words[0] in _PARTNERS | {"thưa", "vậy", "theo", "xin"} or "thưa" in words[-_ADDRESSED:]
    return to and len(words) < _REQUEST and not ADDRESS.isdisjoint(words) and ME.isdisjoint(words)


def prefix(s: Sentence) -> tuple[str, ...]:
    """The few words before a colon, with which a sentence begins."""
    i = body_start(s)
    words = s.words[i : i + LABEL + 1]
    return words[: words.index(":")] if ":" in words else ()


def interviewers(units: Sequence[Unit], prefixes: Mapping[int, tuple[str, ...]]) -> set[tuple[str, ...]]:
    """The labels that come back, mostly with a question: `BBC: …?`, `Báo Lúa Mới: …?`."""
    turns: Counter[tuple[str, ...]] = Counter()
    asked: Counter[tuple[str, ...]] = Counter()
    for unit in units:
        if name := prefixes.get(unit[0].index):
            turns[name] += 1
            asked[name] += ends_asking(unit) or is_thanks(unit[0])
    return {name for name, count in asked.items() if count >= 2 and count * 2 > turns[name]}


def ends_asking(unit: Unit) -> bool:
    """`… ra sao?` · `… ra sao, thưa ông.`"""
    words = unit[-1].words
    return words[-1] == "?" or (words[-1] in (".", "…") and "thưa" in words[-_ADDRESSED:-1])


def asked_by_people(units: Sequence[Unit], labels: Mapping[int, Mention], known: bool) -> set[int]:
    """The questions of those who only ask, right before the answer of somebody who does not: readers, a judge.

    One is enough where others are ``known`` to ask.
    """
    labelled = [(n, unit, label) for n, unit in enumerate(units) if (label := _name_of(unit, labels))]
    turns = Counter(label for _, _, label in labelled)
    asked = Counter(label for _, unit, label in labelled if ends_asking(unit))
    answer = {n for n, _, label in labelled if asked[label] * 2 <= turns[label]}
    found = {n for n, unit, _ in labelled if n not in answer and n + 1 in answer and ends_asking(unit)}
    return {units[n][0].index for n in found} if known or len(found) >= _SEVERAL else set()


def _name_of(unit: Unit, labels: Mapping[int, Mention]) -> tuple[str, ...]:
    m = labels.get(unit[0].index)
    return unit[0].words[m.first : m.last] if m is not None else ()


def asked_before_labels(units: Sequence[Unit], labels: Mapping[int, Mention]) -> set[int]:
    """Questions without label, right before answers that bear one: where several do, it is an interview."""
    asked = asked_units(units, addressed=True) | asked_units(units, addressed=False)
    answered = {
        units[n][0].index
        for n in asked
        if n + 1 < len(units) and units[n][0].index not in labels and units[n + 1][0].index in labels
    }
    return answered if len(answered) >= 2 else set()


def asked_units(units: Sequence[Unit], addressed: bool) -> set[int]:
    """The units that ask somebody something: they end with `?`, stand in no marks and address a person.

    In what is known to be an interview a question need address nobody, as long as nobody says `tôi` in it.
    """
    return {
        n
        for n, unit in enumerate(units)
        if (ends_asking(unit) and _asks(unit, addressed)) or (addressed and (_requests(unit) or _wonders(unit)))
    }


def _wonders(unit: Unit) -> bool:
    """`- Chị nghĩ sao về phim Việt`: a question to somebody that has lost its mark."""
    first, i = unit[0].words, body_start(unit[0])
    if len(unit) > 1 or first[i] not in _PARTNERS or not first[-1][0].isalnum() or not ME.isdisjoint(first):
        return False
    asks = "sao" in first or "gì" in first or "nào" in first or INDIRECT_QUESTION.within(first, i, len(first))
    return asks and len(first) < _REQUEST


_BEGIN_REQUEST = frozenset((w,) for w in _PARTNERS | {"thưa", "xin"})


def _requests(unit: Unit) -> bool:
    """`Xin ông cho biết về vụ mùa năm nay.` · `Thưa bà, bà có thể nói rõ hơn.`"""
    i = body_start(unit[0])
    if unit[0].words[i : i + 1] not in _BEGIN_REQUEST:
        return False
    words = [w for s in unit for w in s.words]
    if words[i] == "thưa" and "," in words[i : i + LABEL]:
        i = words.index(",", i) + 1
    polite = words[i : i + 1] == ["xin"]
    i += polite
    if words[i : i + 1] == [] or words[i] not in _PARTNERS or len(words) >= _REQUEST or not ME.isdisjoint(words):
        return False
    i += 1
    for asking in (["có", "thể"], ["hãy"], ["vui", "lòng"]):
        if words[i : i + len(asking)] == asking:
            polite, i = True, i + len(asking)
    return polite and words[i : i + 1] != [] and words[i] in _TELL


def _asks(unit: Unit, addressed: bool) -> bool:
    words = [w for s in unit for w in s.words]
    if len(words) >= 120 or unit[0].words[body_start(unit[0])] in OPEN_MARKS:
        return False
    return not ADDRESS.isdisjoint(words) if addressed else len(words) < 50 and ME.isdisjoint(words)


def asked_between(units: Sequence[Unit], asked: set[int], labels: Mapping[int, Mention]) -> set[int]:
    """The questions of an interview in which only the first bear a label.

    Where most do, a paragraph that ends with `?` is an answer's; so is one right before the next question.
    """
    begin = min(asked)
    free = {
        n
        for n in range(begin + 1, len(units) - 1)
        if n not in asked and units[n][0].index not in labels and n + 1 not in asked
    }
    struck = {n for n in range(begin + 1, len(units) - 1) if n not in asked and _is_struck(units[n], units[n + 1])}
    addressed = asked_units(units, addressed=True) & free
    if len(addressed) < max(2, len(asked)):
        return struck
    return addressed | struck | (asked_units(units, addressed=False) & free)


def struck_units(units: Sequence[Unit]) -> set[int]:
    """The questions of an interview that bear one bullet, where the answers bear another: `* …?`, `- …`."""
    struck = {n for n, (unit, after) in enumerate(itertools.pairwise(units)) if _is_struck(unit, after)}
    return struck if len(struck) >= _SEVERAL else set()


def _is_struck(unit: Unit, after: Unit) -> bool:
    """`* …?` before `- …`: a question and its answer, told apart by what they begin with."""
    first, then = unit[0].words[0], after[0].words[0]
    return unit[-1].words[-1] == "?" and first in BULLETS and then in BULLETS and first != then
