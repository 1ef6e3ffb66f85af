"""Interviews: a text cut into units of one voice, and which of them ask."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence

from quotes.attributions.labels import ME, OPEN_MARKS, body_start
from quotes.attributions.words import DASHES
from quotes.model import Document, Mention, Sentence

Unit = list[Sentence]

ADDRESS = frozenset("thưa ông bà anh chị bạn em thầy cô bác chú cháu ngài mọi vậy".split())
BULLETS = DASHES | {"*", "•", "+"}
_PARTNERS = ADDRESS - {"thưa", "mọi", "vậy"}
_TELL = frozenset("cho chia nói kể đánh giới giải phân bình tiết so".split())  # cho biết, chia sẻ, đánh giá, bình luận
_REQUEST = 50  # words of a request that is a turn of its own
LABEL = 5  # words that the name of an interviewer has at most
_SEVERAL = 2  # questions that make a paragraph an interview


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
            asked[name] += unit[-1].words[-1] == "?"
    return {name for name, count in asked.items() if count >= 2 and count * 2 > turns[name]}


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
        if (unit[-1].words[-1] == "?" and _asks(unit, addressed)) or (addressed and _requests(unit))
    }


def _requests(unit: Unit) -> bool:
    """`Xin ông cho biết về vụ mùa năm nay.` · `Thưa bà, bà có thể nói rõ hơn.`"""
    words = [w for s in unit for w in s.words]
    i = body_start(unit[0])
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


def _is_struck(unit: Unit, after: Unit) -> bool:
    """`* …?` before `- …`: a question and its answer, told apart by what they begin with."""
    first, then = unit[0].words[0], after[0].words[0]
    return unit[-1].words[-1] == "?" and first in BULLETS and then in BULLETS and first != then
