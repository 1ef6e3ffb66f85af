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
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from quotes.model import Gender, LexiconError

V = TypeVar("V")

# A token: a number with its separators, a word with inner marks (TP.HCM, K'Bang, Nga-Mỹ), or one mark.
# The number is atomic, or the 4.000 of 4.000m2 would be cut short to let the m follow; it has an end,
# or 1,1,1,…,1a would be read anew from each of its figures.
# TS.Nguyễn is two: the degree with its stop, and the name; so are the district Q.Tân Bình and the ward P.5;
# Dương-Giám of `ông Dương-Giám đốc Sở Y tế` is three.
TOKEN = re.compile(
    r"(?=[PGTtBKL])(?:(?:P?GS|TS(?:KH)?|[Tt]h[Ss]|BS|KS|LS|KTS)\.)+(?=[A-ZĐÀ-Ỹ][a-zà-ỹđ])|"
    r"(?=[TQHP])(?:(?:T[PXpx]|[QH])\.(?=[A-ZĐÀ-Ỹ][a-zà-ỹđ])|P\.(?=[A-ZĐÀ-Ỹ][a-z]*[à-ỹđ])|[QP]\.(?=\d\d?(?!\w)))|"
    r"(?>\d+(?:[.,/:\-]\d+){0,20})(?![^\W\d_])|\d+[.,]\d+[^\W\d_]\w*|"
    r"\w+(?:['’.&/]\w+|-(?!(?:Giám|Trưởng|Phó|Chủ|Hiệu|Nguyên|Chánh)\b)\w+)*|''|‘‘|’’|``|[^\w\s]"
)
# Single marks typed twice are read as the double one.
_DOUBLED = {"''": '"', "‘‘": "“", "’’": "”", "``": "“"}

# New-style tone placement (hoà, thuý, khoẻ) to old style (hòa, thúy, khỏe), for open syllables in oa, oe, uy.
_NEW, _OLD = "oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ", "òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy"
_TONES = {_NEW[i : i + 2]: _OLD[i : i + 2] for i in range(0, len(_NEW), 2)}
_OPEN = re.compile("(?<![qg])(?:" + "|".join(_TONES) + r")(?!\w)")


_DIVISIONS = {"q.": "quận", "h.": "huyện", "p.": "phường"}  # of a province or town, as they are shortened


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The key by which two spellings of a word are the same: NFC, lower case, old-style tone marks.

    >>> fold("HOÀ") == fold("hòa"), fold("quý"), fold("toàn")
    (True, 'quý', 'toàn')
    """
    word = unicodedata.normalize("NFC", word).lower()
    if word[-1:] == "." and len(word) > 1:
        word = _DIVISIONS.get(word, word[:-1])  # the degree in TS.Nguyễn, the district in Q.Tân Bình
    return sys.intern(_OPEN.sub(lambda m: _TONES[m.group()], word))  # one object for each key: dicts find it faster


Tokens = tuple[tuple[str, int, int], ...]


class _Cut(dict[str, str | Tokens]):
    """Key, start and end of each token of a chunk without blanks, remembered until they are too many.

    No token has a blank in it, nor looks beyond one; and of a text's chunks most have been met before. Of a chunk that
    is one token, as most are, it is the key alone.
    """

    def __missing__(self, chunk: str) -> str | Tokens:
        tokens = tuple((_DOUBLED.get(m.group()) or fold(m.group()), *m.span()) for m in TOKEN.finditer(chunk))
        whole = len(tokens) == 1 and tokens[0][1:] == (0, len(chunk))
        cut = tokens[0][0] if whole else tokens
        if len(chunk) <= _REMEMBERED:
            if len(self) >= 1 << 16:
                self.clear()
            self[chunk] = cut
        return cut


_REMEMBERED = 40
CUT = _Cut()


@lru_cache(maxsize=1 << 14)
def keys(phrase: str) -> tuple[str, ...]:
    """The match keys of a phrase's tokens.

    >>> keys("Bộ Y tế")
    ('bộ', 'y', 'tế')
    """
    found: list[str] = []
    for chunk in unicodedata.normalize("NFC", phrase).split():
        cut = CUT[chunk]
        found += [cut] if isinstance(cut, str) else [key for key, _, _ in cut]
    return tuple(found)


class _Second(Generic[V]):
    """How a phrase goes on from its second word: with none, and with so many words in all, the longest first."""

    __slots__ = ("lengths", "pair")

    def __init__(self) -> None:
        self.pair: tuple[V] | None = None
        self.lengths: list[int] = []


class _First(Generic[V]):
    """How a phrase goes on from its first word: with none, and with which."""

    __slots__ = ("alone", "seconds")

    def __init__(self) -> None:
        self.alone: tuple[V] | None = None
        self.seconds: dict[str, _Second[V]] = {}


class Trie(Generic[V]):
    """Phrases by their first two words; finds the longest that starts at a token.

    Two dicts, with the lengths that the phrases of a beginning have, beat a tree of dicts here: of a hundred
    tokens some ninety start no phrase, and one look-up or two tell.
    """

    def __init__(self, phrases: Mapping[tuple[str, ...], V]) -> None:
        self.phrases = dict(phrases)
        self.first: dict[str, _First[V]] = {}
        self._long: dict[tuple[str, ...], tuple[V]] = {}  # those of more than two words
        for phrase in sorted(phrases, key=len, reverse=True):
            first = self.first.setdefault(phrase[0], _First())
            if len(phrase) == 1:
                first.alone = (phrases[phrase],)
                continue
            second = first.seconds.setdefault(phrase[1], _Second())
            if len(phrase) == 2:
                second.pair = (phrases[phrase],)
            else:
                self._long[phrase] = (phrases[phrase],)
                if len(phrase) not in second.lengths:
                    second.lengths.append(len(phrase))

    def longest(self, words: tuple[str, ...], i: int) -> tuple[V, int] | None:
        """The value of the longest phrase that starts at token ``i``, and the token after it."""
        first = self.first.get(words[i])
        if first is None:
            return None
        second = first.seconds.get(words[i + 1]) if i + 1 < len(words) else None
        if second is not None:
            for n in second.lengths:
                found = self._long.get(words[i : i + n])
                if found is not None:
                    return found[0], min(i + n, len(words))  # shorter than n at the end of the words
            if second.pair is not None:
                return second.pair[0], i + 2
        return (first.alone[0], i + 1) if first.alone is not None else None

    def begun(self, words: tuple[str, ...]) -> list[tuple[int, V, int]]:
        """Where phrases begin, each with the longest one's value and the token after it.

        >>> Trie({("cho", "biết"): 1, ("biết",): 2}).begun(("ông", "cho", "biết"))
        [(1, 1, 3), (2, 2, 3)]
        """
        found: list[tuple[int, V, int]] = []
        firsts, last = self.first, len(words) - 1
        # Of a hundred words some thirty begin a phrase of two words or more, but only three or four go on as it does.
        for i in [i for i, word in enumerate(words) if word in firsts]:
            first = firsts[words[i]]
            if first.alone is not None or (i < last and words[i + 1] in first.seconds):
                match = self.longest(words, i)
                if match is not None:
                    found.append((i, match[0], match[1]))
        return found


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
    needed, seen = set(required), set[str]()
    known = needed | set(optional)
    for number, entry in enumerate(entries(name), 1):
        where = f"quotes/lexicon/{name}.toml: entry {number} ({entry.get(unique)!r})"
        if unknown := set(entry) - known:
            raise LexiconError(f"{where}: unknown key {sorted(unknown)}; known are {sorted(known)}")
        if missing := needed - set(entry):
            raise LexiconError(f"{where}: {sorted(missing)} missing")
        if (form := entry[unique]) in seen:
            raise LexiconError(f"{where}: stands there twice; keep one")
        seen.add(form)


class Phrases:
    """A set of phrases, asked whether one begins or ends at a token."""

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        self.forms = frozenset(phrases)
        first: dict[str, set[int]] = {}
        last: dict[str, set[int]] = {}
        for phrase in self.forms:
            first.setdefault(phrase[0], set()).add(len(phrase))
            last.setdefault(phrase[-1], set()).add(len(phrase))
        self.first = {word: tuple(sorted(found, reverse=True)) for word, found in first.items()}
        self._last = {word: tuple(sorted(found, reverse=True)) for word, found in last.items()}

    def after(self, words: tuple[str, ...], i: int) -> int:
        """The token after the longest phrase that begins at ``i``, or ``i`` where none does.

        >>> Phrases([("trong", "khi"), ("trong",)]).after(("ông", "trong", "khi"), 1)
        3
        """
        if i < len(words) and (lengths := self.first.get(words[i])):
            for n in lengths:
                if (phrase := words[i : i + n]) in self.forms:
                    return i + len(phrase)
        return i

    def within(self, words: tuple[str, ...], first: int, last: int) -> bool:
        """Whether a phrase begins at one of the tokens ``first:last``.

        >>> Phrases([("trong", "khi")]).within(("ông", "trong", "khi"), 0, 2)
        True
        """
        begun = [i for i, word in enumerate(words[first:last], first) if word in self.first]
        return bool(begun) and any(self.after(words, i) > i for i in begun)

    def before(self, words: tuple[str, ...], i: int) -> int:
        """Where the longest phrase that ends just before ``i`` begins, or ``i`` where none does."""
        if i > 0 and (lengths := self._last.get(words[i - 1])):
            for n in lengths:
                if n <= i and words[i - n : i] in self.forms:
                    return i - n
        return i


@cache
def word_class(name: str) -> Phrases:
    """A class of small words from ``grammar.toml``.

    >>> word_class("conjunction").after(("trong", "khi", "đó"), 0)
    3
    """
    for entry in entries("grammar") + entries("cue_grammar"):
        if entry["form"] == name:
            return Phrases(keys(word) for word in entry["words"])
    raise LexiconError(f"quotes/lexicon/grammar.toml: no class {name!r}; add an [[entry]] with that form")


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A word of saying: what may follow it, and whether it may be something else. ``cues.toml`` tells each key."""

    form: str
    kind: str
    takes: frozenset[str]
    example: str
    after: bool = False
    noun: bool = False
    doubtful: bool = False
    counter: str = ""


CUE_KINDS = frozenset(
    ("say", "write", "opine", "ask", "request", "commit", "accuse", "deny", "describe", "relay", "feel", "show")
)
CUE_TAKES = frozenset(("clause", "marked", "comma", "quote", "verb_phrase", "object_clause", "name_as", "noun_phrase"))


@cache
def cues() -> Mapping[str, CueEntry]:
    """The words of saying by their form, as ``cues.toml`` lists them.

    >>> "clause" in cues()["cho biết"].takes, cues()["đề nghị"].noun
    (True, True)
    """
    check("cues", ("form", "kind", "takes", "example"), ("after", "noun", "doubtful", "counter"))
    found: dict[str, CueEntry] = {}
    for entry in entries("cues"):
        unknown = (set(entry["takes"]) - CUE_TAKES) | ({entry["kind"]} - CUE_KINDS)
        if unknown or not entry["takes"]:
            raise LexiconError(
                f"quotes/lexicon/cues.toml: {entry['form']!r}: kind or takes not known: {sorted(unknown)}; "
                f"kinds are {sorted(CUE_KINDS)}, takes are one or more of {sorted(CUE_TAKES)}"
            )
        found[entry["form"]] = CueEntry(**{**entry, "takes": frozenset(entry["takes"])})
    return found


@cache
def cue_exclusions() -> tuple[tuple[str, ...], ...]:
    """Phrases that hold a word of saying and say nothing (``nói chung``), as match keys."""
    check("cue_exclusions", ("form", "example"))
    return tuple(keys(entry["form"]) for entry in entries("cue_exclusions"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word that may stand in a mention, and what its file says of it; ``bodies.toml`` and the like tell each key."""

    form: str
    group: str
    kind: str = ""
    official: str | bool = False
    gender: Gender | None = None
    shape: str = ""
    strict: bool = False
    closed: bool = False
    plural: bool = False
    pronoun: bool = False
    before: bool = False
    weak: bool = False
    alone: bool = False


WORD_LISTS: Mapping[str, tuple[str, ...]] = {
    "titles": ("kind", "official", "gender", "plural", "weak"),
    "honorifics": ("gender", "pronoun", "before", "plural"),
    "surnames": (),
    "given_names": ("gender",),
    "bodies": ("kind", "official", "shape", "strict", "closed"),
    "media": ("shape", "alone"),
    "documents": (),
    "places": ("kind",),
    "fields": (),
    "quantities": ("plural",),
    "verbs": (),
    "openers": (),
    "compounds": (),
}

# Groups of titles: of artists, and of all whom the papers write of by name.
ARTS = frozenset(("arts", "women of the arts", "men of the arts"))
FAME = ARTS | {"sport", "wealth and fame", "women of renown", "men of renown"}


@cache
def words(name: str) -> Trie[Word]:
    """A list of words that make up mentions, by their match keys.

    >>> words("titles").longest(keys("Bộ trưởng Y tế"), 0)[0].official
    'yes'
    """
    check(name, ("group", "forms", "example"), WORD_LISTS[name], unique="group")
    found: dict[tuple[str, ...], Word] = {}
    for entry in entries(name):
        about = {key: value for key, value in entry.items() if key not in ("forms", "example")}
        for form in entry["forms"]:
            phrase = keys(form)
            if phrase in found:
                raise LexiconError(f"quotes/lexicon/{name}.toml: {form!r} stands there twice; keep one")
            found[phrase] = Word(form=" ".join(phrase), **about)
    return Trie(found)


@cache
def word_group(name: str, group: str) -> frozenset[tuple[str, ...]]:
    """The phrases of one group of a word list, as match keys.

    >>> ("tổng", "thống") in word_group("titles", "heads of state and government")
    True
    """
    return frozenset(phrase for phrase, word in words(name).phrases.items() if word.group == group)


@cache
def synonyms() -> Trie[tuple[str, ...]]:
    """Short forms and other names, with the match keys of what they stand for.

    >>> synonyms().longest(keys("UBND tỉnh"), 0)
    (('ủy', 'ban', 'nhân', 'dân'), 1)
    """
    check("synonyms", ("form", "same", "example"))
    return Trie({keys(entry["form"]): keys(entry["same"]) for entry in entries("synonyms")})
