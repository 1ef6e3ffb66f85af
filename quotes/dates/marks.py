"""The words of ``lexicon/dates.toml`` in a sentence: what decides whether a time is that of a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from quotes.lexicon import Trie, check, entries, keys
from quotes.model import Sentence

OCCASIONS = ("occasion", "talks", "event", "match")
TRIAL = re.compile(
    "xét xử|phiên (?:tòa|toà|xử|sơ thẩm|phúc thẩm)|tuyên án|hầu tòa|mở phiên|kết án|tuyên phạt|"
    "(?:tại|trước) (?:tòa|toà)$"
)


@cache
def _lexicon() -> Trie[str]:
    check("dates", ("form", "kind", "example"))
    return Trie({keys(e["form"]): e["kind"] for e in entries("dates")})


@dataclass(slots=True, unsafe_hash=True)  # never changed, and not frozen for the reason that quotes.model.found gives
class Mark:
    """A word of ``lexicon/dates.toml`` where it stands; ``word`` is its match key."""

    start: int
    end: int
    kind: str
    word: str


def _is_numbered(word: str, after: str) -> bool:
    """``Quốc hội khóa | XV``, ``nhiệm kỳ | 2020-2025``: which of its terms a body sits in."""
    return word in _TERMS and _NUMERAL.fullmatch(after) is not None


_TERMS = frozenset(("khóa", "khoá", "nhiệm"))
_NUMERAL = re.compile(r"[ivxl]+|\d{1,4}(?:[-–]\d{4})?")


def find_marks(sentence: Sentence) -> tuple[Mark, ...]:
    """All marks of a sentence; what lies in a longer word that means something else is none (``Bộ Nội vụ``)."""
    found, taken = [], 0  # the token after the longer word
    for i, kind, end in _lexicon().begun(sentence.words):
        if kind == "other" and end < len(sentence.words) and _is_numbered(sentence.words[i], sentence.words[end]):
            continue
        if i >= taken:
            taken = end if kind == "other word" else taken
            found.append(Mark(sentence.starts[i], sentence.ends[end - 1], kind, " ".join(sentence.words[i:end])))
    return tuple(found)
