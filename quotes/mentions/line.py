"""A sentence as the mention rules read it: match keys, capitals, and what the word lists know at each token."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from quotes import lexicon
from quotes.lexicon import Trie, Word, entries, keys, word_class
from quotes.model import Document, Sentence, Span

TITLES: Trie[Word] = lexicon.words("titles")
HONORIFICS: Trie[Word] = lexicon.words("honorifics")
SURNAMES: Trie[Word] = lexicon.words("surnames")
BODIES: Trie[Word] = lexicon.words("bodies")
MEDIA: Trie[Word] = lexicon.words("media")
DOCUMENTS: Trie[Word] = lexicon.words("documents")
PLACES: Trie[Word] = lexicon.words("places")
FIELDS: Trie[Word] = lexicon.words("fields")
OPENERS: Trie[Word] = lexicon.words("openers")
COMPOUNDS = lexicon.word_group("compounds", "second syllables")
BEGIN_ALIKE = frozenset(lexicon.words("compounds").phrases)  # `Thu nhập`: no name of one syllable
_NOUNS = lexicon.word_group("compounds", "nouns that end like a verb")
QUANTITIES: Trie[Word] = lexicon.words("quantities")

# With these nothing goes on that belongs to a title or body, and most of them end before one: soon asked.
OVER = frozenset(", . ; : ) … đang sẽ cũng".split())
POINTING = frozenset("này ấy đó kia nọ".split())
DASHES = frozenset("-–—")
_ONSET = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx]"
_VOWEL = "[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]"
_SYLLABLE = re.compile(rf"(?:{_ONSET})?{_VOWEL}{{1,3}}(?:ng|nh|ch|[cmnpt])?")


DEEPEST = 6  # Trung tâm A thuộc Sở B thuộc UBND tỉnh C is three deep; more is no name
LONGEST = 40  # tokens of a body or title; more is a list or no language
NEARBY = 20_000  # characters of the article in which another naming is looked for: more than most have
_PAD = ("",) * 6
_NO_CAPS = [False] * 6


@dataclass(slots=True)  # never changed, and not frozen for the reason that quotes.model.found gives
class Body:
    """A body that was read: the token after it, and its word in the list."""

    end: int
    word: Word
    definite: bool = False


class Line:
    """One sentence: its tokens, and which of them begin with a capital.

    Both lists have empty places after the end, so that a rule may look a few tokens ahead, or one back from
    the first, without asking whether they are there.
    """

    __slots__ = ("bodies", "caps", "depth", "ends", "n", "sentence", "starts", "text", "words")

    def __init__(self, doc: Document, sentence: Sentence) -> None:
        self.text = doc.text
        self.sentence = sentence
        self.words = sentence.words + _PAD
        self.starts = sentence.starts
        self.ends = sentence.ends
        self.n = len(sentence.words)
        self.depth = 0  # of bodies and titles within one another
        self.bodies: dict[tuple[int, int], Body | None] = {}  # what was read at a token and depth
        text = doc.text
        self.caps = [text[i].isupper() for i in sentence.starts] + _NO_CAPS

    def raw(self, i: int) -> str:
        """Token ``i`` as it stands."""
        return self.text[self.starts[i] : self.ends[i]]

    def acronym(self, i: int) -> bool:
        """Whether token ``i`` is written in capitals: ``ADB``, ``GD&ĐT``."""
        if not self.caps[i]:
            return False
        start, end = self.starts[i], self.ends[i]
        return end - start > 1 and self.text[start:end].isupper()

    def predicate(self, i: int) -> bool:
        """Whether a predicate, another clause or an adjunct begins at token ``i``."""
        found = PREDICATES.longest(self.words, i)
        return found is not None and (found[1] > i + 1 or self.words[i - 1 : i + 1] not in _NOUNS)

    def cue(self, i: int) -> bool:
        """Whether a word of saying begins at token ``i``, and none that holds one: ``bảo vệ``, ``theo dõi``."""
        found = CUES.longest(self.words, i)
        return found is not None and found[0] and (found[1] > i + 1 or self.words[i - 1 : i + 1] not in _NOUNS)

    def cued(self, first: int, last: int) -> bool:
        """Whether a word of saying begins somewhere in ``words[first:last]``."""
        return any(self.cue(i) for i in range(first, min(last, self.n)))

    def address(self, i: int) -> tuple[Word, int] | None:
        """The word of address at token ``i`` that goes before a capital, and the token after it: ``ông | Nam``."""
        found = HONORIFICS.longest(self.words, i)
        return found if found is not None and found[0].before and self.caps[found[1]] else None

    def longer_title(self, i: int) -> bool:
        """``Thư ký``, ``cảnh sát trưởng``: a title at token ``i`` that begins with the name of a document or body."""
        longer = TITLES.longest(self.words, i)
        if longer is None:
            return False
        for trie in (BODIES, MEDIA, DOCUMENTS):
            other = trie.longest(self.words, i)
            if other is not None and other[1] >= longer[1]:
                return False
        return True

    def around(self, first: int, last: int) -> tuple[int, int]:
        """Where in the article another naming of ``words[first:last]`` is looked for."""
        return max(0, self.starts[first] - NEARBY), self.ends[last - 1] + NEARBY

    def span(self, first: int, last: int) -> Span:
        """The text of ``words[first:last]``."""
        return Span(self.starts[first], self.ends[last - 1])


@cache
def syllable(word: str) -> bool:
    """Whether a key could be a Vietnamese syllable.

    >>> syllable("nguyễn"), syllable("blinken")
    (True, False)
    """
    return _SYLLABLE.fullmatch(word) is not None


def _predicates() -> Trie[bool]:
    found: dict[tuple[str, ...], bool] = {keys(entry["form"].split("…")[0]): True for entry in entries("cues")}
    for name in ("preverb", "conjunction", "connector", "edge", "adjunct", "preposition"):
        found |= dict.fromkeys(word_class(name).forms, True)
    found |= dict.fromkeys(lexicon.words("verbs").phrases, True)
    found |= dict.fromkeys(((w,) for w in _SMALL.split()), True)
    return Trie({phrase: True for phrase in found if phrase and phrase not in _NOT_PREDICATES})


_SMALL = "không chưa chẳng bị được sẽ sắp mà rằng này đó thì là có đến đi làm ra vào lên xuống bước khi đã đang thôi"
_NOT_PREDICATES = frozenset((("công",), ("chính",), ("hội",), ("đại",), ("trung",), ("đồng",), ("cùng",)))
CUES: Trie[bool] = Trie(
    dict.fromkeys(lexicon.cue_exclusions(), False)
    | {keys(entry["form"].split("…")[0]): True for entry in entries("cues")}
)
# Words with which a predicate, another clause or an adjunct begins, and a noun phrase ends.
PREDICATES: Trie[bool] = _predicates()
