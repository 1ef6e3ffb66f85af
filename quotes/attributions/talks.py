"""Turns under labels where nobody interviews: talks, debates, hearings, and what several people think."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence

from quotes.attributions.labels import ME, OPEN_MARKS, body_start
from quotes.attributions.questions import ADDRESS, Unit
from quotes.attributions.words import FIRST_PERSON
from quotes.model import Mention

_SEVERAL = 2  # people who say something in turn
_RUN = 4  # turns right after each other that make a debate


def dialogue(
    units: Sequence[Unit], labels: Mapping[int, Mention], prefixes: Mapping[int, tuple[str, ...]]
) -> list[Unit]:
    """The turns of two or more people who come back: `Lan: … / Vinh: … / Lan: …`."""
    people = {i: prefixes[i] for i, m in labels.items() if m.kind == "person" and i in prefixes}
    turns = Counter(people.values())
    if sum(count > 1 for count in turns.values()) < _SEVERAL:
        return []
    talk = [unit for unit in units if turns[people.get(unit[0].index, ())] > 1]
    spoken = sum(_is_addressed(unit) for unit in talk)
    # line-ups and links have labels too; of two who answer each other fewer words tell that they speak
    return talk if spoken * (4 if _alternates(talk, people) else 2) > len(talk) else []


def _is_addressed(unit: Unit, words: frozenset[str] = ADDRESS | ME) -> bool:
    """Whether a turn speaks of its speaker or to somebody, behind its label."""
    first = unit[0].words
    behind = first[first.index(":") + 1 :]
    return not words.isdisjoint(behind) or any(not words.isdisjoint(s.words) for s in unit[1:])


def _alternates(talk: Sequence[Unit], people: Mapping[int, tuple[str, ...]]) -> bool:
    """Whether two people take turns, a paragraph each and nothing between."""
    pairs = list(itertools.pairwise(talk))
    return len(talk) >= _RUN and all(
        people[a[0].index] != people[b[0].index] and b[0].index == a[-1].index + 1 for a, b in pairs
    )


def debate(units: Sequence[Unit], labels: Mapping[int, Mention]) -> list[Unit]:
    """Turns of people with their offices, one of whom comes back: `Đại biểu Lan: … / Bộ trưởng Vinh: … / …`."""
    heard: list[Unit] = []
    for speaks, group in itertools.groupby(units, key=lambda u: _has_office(u, labels.get(u[0].index))):
        run = list(group)
        if not speaks or len(run) < _RUN:
            continue
        said = [u[0].words[m.first : m.last] for u in run if (m := labels.get(u[0].index)) is not None]
        titles = frozenset(w for words in said for w in words[:2])  # they address each other by them
        spoken = sum(_is_addressed(u, titles | ADDRESS | ME) for u in run)
        if max(Counter(said).values()) > 1 and len(set(said)) >= _SEVERAL and spoken * 2 >= len(run):
            heard += run
    return heard


def voices(units: Sequence[Unit], labels: Mapping[int, Mention]) -> list[Unit]:
    """What several people think, one after the other, most of them as `tôi`: `Anh Đạt (tài xế): … / Chị Hoa: …`."""
    heard = [u for u in units if (m := labels.get(u[0].index)) is not None and m.name and _has_office(u, m)]
    own = sum(any(FIRST_PERSON.within(s.words, 0, len(s.words)) for s in unit) for unit in heard)
    return heard if own >= _SEVERAL and own * 2 > len(heard) else []


def _has_office(unit: Unit, m: Mention | None) -> bool:
    """Whether a turn begins with somebody's address or office, and what he says stands in no marks."""
    if m is None or m.kind != "person" or not (m.honorific or m.roles):
        return False
    s = unit[0]
    behind = s.words[s.words.index(":", m.last) + 1 :]
    return behind[:1] != () and behind[0] not in OPEN_MARKS and m.first == body_start(s)
