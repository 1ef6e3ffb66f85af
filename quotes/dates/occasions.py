"""What an article tells of times: days, occasions, and the statements that may be of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotes.dates.expressions import TimeExpression
from quotes.dates.marks import TRIAL
from quotes.dates.resolve import Resolved
from quotes.model import Attribution, Sentence, Span, Speaker

_GENERIC = frozenset(
    "tại cuộc buổi phiên đã được và với nhóm xem xét bàn tổ chức phối hợp long trọng thể bài đấu thắng thua hòa "
    "bức bản tờ lá cuốn quyển".split()
)


@dataclass(slots=True, unsafe_hash=True)  # not frozen for the reason that quotes.model.found gives
class Time:
    """A time expression with its day."""

    expression: TimeExpression
    resolved: Resolved

    @property
    def span(self) -> Span:
        return self.expression.span


@dataclass(slots=True, unsafe_hash=True)  # not frozen for the reason that quotes.model.found gives
class Occasion:
    """Something that took place on a day and at which people speak; ``word`` names it.

    At a ``gathering`` all speak; an interview or a match dates only what the text ties to it.
    """

    word: str
    date: str
    time: Time
    paragraph: Span
    gathering: bool

    def alike(self, word: str) -> bool:
        """Whether another word can name the same occasion: ``cuộc họp`` and ``đã họp``, not ``họp báo``."""
        one, other = _core(self.word), _core(word.lower())
        return one == other or f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")


@dataclass(slots=True, unsafe_hash=True)
class Statement:
    """One attribution as the rules see it; ``number`` is its place among the attributions, -1 if it is not there."""

    number: int
    attribution: Attribution
    speaker: Speaker | None
    sentence: Sentence  # where it is said that it was said, if the words run over several
    frame: tuple[Span, ...]  # the sentence without what is said in it
    times: tuple[Time, ...]  # the times in the frame that may be that of the statement
    lately: bool | None = field(default=None, compare=False)  # whether its sentence sets it off from what was told

    @property
    def place(self) -> Span:
        """Where it is said that it was said: the cue, or else the content."""
        return self.attribution.cue or self.attribution.contents[0]


def _core(word: str) -> str:
    words = ["tòa"] if TRIAL.search(word) else word.replace("họp báo", "họp_báo").split()
    return " ".join(w for w in words if w not in _GENERIC)
