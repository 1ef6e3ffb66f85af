"""The words, read from ``quotes/lexicon/*.toml``; the only reader of those files.

A word list is an array of tables ``[[entry]]``. Loading refuses an unknown key, a missing one, a
duplicate form and text that is not NFC, and says in which file and entry.

>>> fold("Hoà")
'hòa'
>>> cues = Trie({("cho", "biết"): "cho biết", ("cho",): "cho"})
>>> cues.longest(("ông", "cho", "biết"), 1)
('cho biết', 3)
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from quotes.model import LexiconError

V = TypeVar("V")

# A token: a number with its separators, a word with inner marks (TP.HCM, K'Bang, Nga-Mỹ), or one mark.
# The number is atomic, or the 4.000 of 4.000m2 would be cut short to let the m follow.
TOKEN = re.compile(r"(?>\d+(?:[.,/:\-]\d+)*)(?![^\W\d_])|\w+(?:['’.&/\-]\w+)*|[^\w\s]")

# New-style tone placement (hoà, thuý, khoẻ) to old style (hòa, thúy, khỏe), for open syllables in oa, oe, uy.
_NEW, _OLD = "oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ", "òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy"
_TONES = {_NEW[i : i + 2]: _OLD[i : i + 2] for i in range(0, len(_NEW), 2)}
_OPEN = re.compile("(?<![qg])(?:" + "|".join(_TONES) + r")(?!\w)")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The key by which two spellings of a word are the same: NFC, lower case, old-style tone marks.

    >>> fold("HOÀ") == fold("hòa"), fold("quý"), fold("toàn")
    (True, 'quý', 'toàn')
    """
    word = unicodedata.normalize("NFC", word).lower()
    return _OPEN.sub(lambda m: _TONES[m.group()], word)


def keys(phrase: str) -> tuple[str, ...]:
    """The match keys of a phrase's tokens.

    >>> keys("Bộ Y tế")
    ('bộ', 'y', 'tế')
    """
    return tuple(fold(t) for t in TOKEN.findall(unicodedata.normalize("NFC", phrase)))


class Trie(Generic[V]):
    """Phrases by their first word; finds the longest that starts at a token.

    A dict of first words with the longest phrases first beats a tree of dicts here: of a hundred
    tokens some ninety start no phrase, and one look-up tells.
    """

    def __init__(self, phrases: Mapping[tuple[str, ...], V]) -> None:
        self.first: dict[str, list[tuple[tuple[str, ...], int, V]]] = {}
        for phrase, value in phrases.items():
            self.first.setdefault(phrase[0], []).append((phrase, len(phrase), value))
        for rest in self.first.values():
            rest.sort(key=lambda p: -p[1])

    def longest(self, words: Sequence[str], i: int) -> tuple[V, int] | None:
        """The value of the longest phrase that starts at token ``i``, and the token after it."""
        for phrase, n, value in self.first.get(words[i], ()):
            if n == 1 or tuple(words[i : i + n]) == phrase:
                return value, i + n
        return None


@cache
def entries(name: str) -> tuple[Mapping[str, Any], ...]:
    """All ``[[entry]]`` tables of ``quotes/lexicon/<name>.toml``, checked to be NFC."""
    text = files("quotes").joinpath("lexicon", f"{name}.toml").read_text(encoding="utf-8")
    if not unicodedata.is_normalized("NFC", text):
        line = next(i for i, s in enumerate(text.splitlines(), 1) if not unicodedata.is_normalized("NFC", s))
        raise LexiconError(f"quotes/lexicon/{name}.toml:{line}: not NFC; normalise the file to NFC")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"quotes/lexicon/{name}.toml: {error}") from error
    if set(table) != {"entry"}:
        raise LexiconError(f"quotes/lexicon/{name}.toml: only [[entry]] tables are known, found {sorted(table)}")
    return tuple(table["entry"])


def check(name: str, required: Iterable[str], optional: Iterable[str] = (), unique: str = "form") -> None:
    """Refuse a word list with an unknown or missing key, or two entries of one form."""
    required, known, seen = set(required), set(required) | set(optional), set()
    for number, entry in enumerate(entries(name), 1):
        where = f"quotes/lexicon/{name}.toml: entry {number} ({entry.get(unique)!r})"
        if unknown := set(entry) - known:
            raise LexiconError(f"{where}: unknown key {sorted(unknown)}; known are {sorted(known)}")
        if missing := required - set(entry):
            raise LexiconError(f"{where}: {sorted(missing)} missing")
        if (form := entry[unique]) in seen:
            raise LexiconError(f"{where}: stands there twice; keep one")
        seen.add(form)
