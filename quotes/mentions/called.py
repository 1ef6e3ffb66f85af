"""Words for somebody spoken of that are other words too: ``y``, ``thị``, ``nàng``, ``tên này``."""

from __future__ import annotations

from quotes.lexicon import Trie, Word
from quotes.mentions.line import HONORIFICS, Line
from quotes.mentions.stands import ends_at
from quotes.model import Mention


def called_at_head(line: Line, i: int) -> Mention | None:
    """``y khai nhận``, ``tên này nói``, ``nàng tiết lộ``: who is spoken of, by a word that is another one too."""
    found = CALLED.longest(line.words, i)
    if found is None:
        return None
    word, j = found
    heads = i == 0 or not line.words[i - 1][0].isalnum() or line.words[i - 1] in _AT_HEAD
    if not heads or not (line.cue(j) or (j == i + 1 and ends_at(line, j))):
        return None
    return Mention(
        line.span(i, j), line.sentence.index, i, j, "pronoun", "person", None, (), word.form, None, word.gender, True
    )


CALLED: Trie[Word] = Trie(
    {
        tuple(word.split()): HONORIFICS.phrases[tuple(meant.split())]
        for word, meant in (
            *(("y", "hắn"), ("thị", "ả"), ("tên này", "người này"), ("kẻ này", "người này")),
            *(("chàng", "anh ấy"), ("nàng", "cô ấy")),
        )
    }
)
_AT_HEAD = frozenset("theo lời nhưng và song khi sau rồi thì mà của".split())
