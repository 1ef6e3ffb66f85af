"""Where a quotation ends whose closing mark was forgotten: where the narrator speaks again, as his words tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_NEAR = 60  # characters in which somebody is said to go on
_ANNOUNCES = 200  # characters from a full stop to the colon before a quotation
WORDS = 40  # characters between marks that are about words and not around a sentence
UPPER = "[A-ZĐÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯẠ-Ỹ]"
STOPS = (".", "!", "?", "…")
_TELLS = re.compile(r"\b(?:tôi|mình|em|con|cháu|tao|tớ|nó|hắn|mẹ|bố|ba)\b", re.I)
_SAID = r"\b(?:nói|rằng|biết|hay|thêm|kể|viết|sẻ|định|mạnh|bố|biểu|bày|lộ|thích|hỏi|đáp|lời|rõ|bảo|luận|nhắn|nhủ|sự|tỏ)"
_SAYS = re.compile(_SAID + r"\s*:\Z", re.I)
# The same without a colon: Bà cho biết thêm “…
_GOES_ON_SAYING = re.compile(
    r"[.!?…]\s+(?:Ông|Bà|Anh|Chị|Cô|Họ)(?: [^\W\d_]+){0,4} (?:nói|biết|thêm|rằng|định|mạnh|kể)\s*\Z"
)
# The narrator's next sentence, with somebody by name: `… năm tới. Chị Lê Thị Hoa, Chủ tịch xã, chia sẻ, …`.
_TOLD_ANEW = re.compile(
    rf"[.!?…]\s++(?=(?:Ông|Bà|Anh|Chị|Cô|Theo|[^.!?…:\"“”]{{0,120}}{UPPER}[^\W\d_]+ {UPPER})"
    r"[^.!?…:\"“”]{1,200}"
    r" (?:cho biết|cho hay|khẳng định|nhấn mạnh|cho rằng|nhận định|chia sẻ|tâm sự|bày tỏ|nói|kể)"
    r"(?: thêm| rõ)?(?:,|:| rằng))"
)
# Who speaks, at the end of a paragraph: `… vui lắm, chị Hoa chủ quán cho biết.`
_TAGGED = re.compile(
    r",\s++(?:ông|bà|anh|chị|cô|em|chú|bác|cụ|thầy) [^.!?…:\"“”]{2,120}"
    r" (?:cho biết|cho hay|chia sẻ|tâm sự|bày tỏ|nói|kể)(?: thêm)?[.…]?\s*\Z"
)
# The same in the middle of it, with the full stop of the tag: `… hạnh phúc, một người dùng chia sẻ. Trước đó, …`.
_TAG = re.compile(
    r",\s++(?=(?:ông|bà|anh|chị|cô|em|chú|bác|cụ|thầy|một|nhiều|người|tài khoản|cư dân|nữ|nam|vị|cựu|"
    rf"{UPPER})\w*+)(?P<who>[^.!?…,:;\"“”]{{2,80}}?)"
    r" (?:cho biết|cho hay|chia sẻ|tâm sự|bày tỏ|nói|kể|viết|bình luận|nhận xét|khẳng định|nhấn mạnh|nhận định|"
    r"thắc mắc|giới thiệu|trả lời|đáp|thừa nhận|giải thích|tuyên bố|phát biểu|phân tích|thuật lại|cảnh báo|kết luận)"
    r"(?: thêm| rõ| lại)?(?: (?:với|trên|tại|trong|khi|sau|hôm|hồi|ngày|về) [^.!?…:\"“”]{2,60})?[.…](?=\s|\Z)"
)
_SAYING = re.compile(_SAID + r"\s*\Z", re.I)
_WORD = 10  # characters in which a word of saying is looked for
_NEXT_SENTENCE = re.compile(rf"[.!?…](?=\s+{UPPER})")
_SENTENCE_END = re.compile(r"[.!?…:]")


class Pair(NamedTuple):
    start: int
    inner: int
    inner_end: int
    end: int
    depth: int
    closed: bool


def forgotten_end(text: str, start: int, inner: int, inside: Sequence[Pair], end: int) -> int | None:
    """Where what was opened at ``start`` ends, if that can be told; ``inside`` are the pairs of marks behind it."""
    again = _before_pair(text, inner, inside)
    again = _told_anew(text, inner, again or end) or again
    tag = _tag(text, inner, again or end)
    if tag is not None:
        return tag
    return _phrase_end(text, start, inner, again or end) or again


def _tag(text: str, floor: int, end: int) -> int | None:
    """Where it is told who has said it: `… hạnh phúc|, một người dùng chia sẻ. Trước đó, …`."""
    for tag in _TAG.finditer(text, floor, end):
        if not _TELLS.search(tag.group("who")):
            return tag.start()
    return None


def _phrase_end(text: str, start: int, inner: int, end: int) -> int | None:
    """The end of the sentence in which a few words were to stand in marks: `là vùng “yếu ớt nhất nước|. Trạm xá …`."""
    at = start
    while at and text[at - 1] in " \t":
        at -= 1
    if (
        at == start
        or inner >= end
        or not text[at - 1].isalnum()
        or (text[inner].isupper() and _SAYING.search(text, at - _WORD, at))
    ):
        return None
    stop = _NEXT_SENTENCE.search(text, inner, end)
    return stop.start() if stop is not None else None


def _before_pair(text: str, floor: int, inside: Sequence[Pair]) -> int | None:
    """Where a quotation that was never closed ends before a pair of marks that is no part of it, if one follows.

    Such a pair begins a sentence, or a sentence of the narrator announces it with a colon:
    `… năm tới. Bà Hoa nói: “Chúng tôi …”`.
    """
    words_only, last = True, floor
    for pair in sorted(inside):
        at = pair.start
        while at > floor and text[at - 1].isspace():
            at -= 1
        if at > floor and text[at - 1] in STOPS:
            return at
        if words_only and at > floor and text[at - 1] == ":":
            stop = max(text.rfind(f"{s} ", max(last, at - _ANNOUNCES), at) for s in STOPS)
            # Somebody who tells of a talk says `tôi nói:` in the middle of it.
            if stop >= 0 and _SAYS.search(text, stop, at) and not _TELLS.search(text, stop, at):
                return stop + 1
        elif words_only and (told := _GOES_ON_SAYING.search(text, max(last, at - _NEAR), at)):
            return told.start() + 1
        words_only = words_only and pair.inner_end - pair.inner < WORDS
        last = max(last, pair.end)
    return None


def _told_anew(text: str, floor: int, end: int) -> int | None:
    """Where the narrator goes on behind a quotation that was never closed; not where its speaker tells of a talk."""
    for told in _TOLD_ANEW.finditer(text, floor, end):
        stop = _SENTENCE_END.search(text, told.end(), end)
        if not _TELLS.search(text, told.end(), stop.start() if stop is not None else end):
            return told.start() + 1
    tag = _TAGGED.search(text, max(floor, end - _ANNOUNCES), end)
    return tag.start() if tag is not None else None
