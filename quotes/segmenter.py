"""underthesea's words and word classes with the places where they stand; the only importer of underthesea.

Its functions give no places and mend spelling on the way, so a word is found again by counting what is no blank.
They are given sentences of limited length only: their time grows with the square.
"""

from __future__ import annotations

import logging.config
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

from quotes.model import Sentence

_LONGEST = 1000  # characters


class Segmenter:
    """Asks underthesea about single sentences.

    >>> from quotes.text import read
    >>> text = "Ông An khẳng định."
    >>> [text[start:end] for start, end in Segmenter().ends(text, read(text).sentences[0]).items()]
    ['Ông', 'An', 'khẳng định', '.']
    """

    def __init__(self) -> None:
        with _logging_kept():
            from underthesea import pos_tag, word_tokenize  # a third of a second

        self._pos_tag = lru_cache(maxsize=4096)(pos_tag)
        self._word_tokenize = lru_cache(maxsize=4096)(word_tokenize)

    def classes(self, text: str, sentence: Sentence) -> dict[int, str]:
        """The word class by the place where a word starts, and by that of each syllable of it."""
        tagged = self._pos_tag(text[sentence.start : min(sentence.end, sentence.start + _LONGEST)])
        places = _places(text, sentence, [word for word, _ in tagged])
        return {at: tag for (_, tag), inside in zip(tagged, places, strict=False) for at in inside}

    def ends(self, text: str, sentence: Sentence) -> dict[int, int]:
        """Where the word ends that starts at a place."""
        words = self._word_tokenize(text[sentence.start : min(sentence.end, sentence.start + _LONGEST)])
        return {inside[0]: inside[-1] + 1 for inside in _places(text, sentence, words) if inside}


@contextmanager
def _logging_kept() -> Iterator[None]:
    """underthesea sets logging up on import; that closes the handlers of all others, and stderr with absl's."""
    configure = logging.config.dictConfig
    logging.config.dictConfig = lambda config: None
    try:
        yield
    finally:
        logging.config.dictConfig = configure


def _places(text: str, sentence: Sentence, words: Sequence[str]) -> Iterator[list[int]]:
    """The places of each word's characters."""
    solid = [i for i in range(sentence.start, sentence.end) if not text[i].isspace()]
    at = 0
    for word in words:
        length = sum(not c.isspace() for c in word)
        yield solid[at : at + length]
        at += length
