"""The words of ``lexicon/dates.toml`` in a sentence: what decides whether a time is that of a statement."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from quotes.lexicon import Trie, check, entries, keys
from quotes.model import Sentence

OCCASIONS = ("occasion", "talks", "event", "match")


@cache
def _lexicon() -> Trie[str]:
    check("dates", ("form", "kind", "example"))
    return Trie({keys(e["form"]): e["kind"] for e in entries("dates")})


class Mark(NamedTuple):
    """A word of ``lexicon/dates.toml`` where it stands; ``word`` is its match key."""

    start: int
    end: int
    kind: str
    word: str


def find_marks(sentence: Sentence) -> tuple[Mark, ...]:
    return tuple(
        [
            Mark(sentence.starts[i], sentence.ends[end - 1], kind, " ".join(sentence.words[i:end]))
            for i, kind, end in _lexicon().begun(sentence.words)
        ]
    )
