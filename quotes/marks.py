"""Quotation marks, paired on the text before it is cut into sentences.

A paragraph at a time, with a stack: curly, straight, guillemets, single, mixed pairs
(`“Không thể", ông nói`) and marks turned the wrong way round. A mark that never closes ends with its
paragraph; a paragraph that opens again continues it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from quotes.model import Content, Span
from quotes.unclosed import STOPS, UPPER, WORDS, Pair, forgotten_end

# One class of characters first, which the engine finds fastest; then whether it is doubled, as ` and , must be.
MARK = re.compile(r"[\"“”„‟″«»‘’'‹›`,](?:(?<=\")\"|(?<=')'|(?<=`)`|(?<=,),|(?<=‘)‘|(?<=’)’|(?<![`,]))")
_SINGLE = frozenset("‘’'‹›")
_LEFT = frozenset(("“", "„", "«", "‘", "‹", "``", ",,", "‘‘"))
_RIGHT = frozenset(("”", "»", "’", "›", "’’"))
_BEFORE_OPEN = frozenset(" \n\t([{<:-–—/,;.!?…“\"‘'«")
_AFTER_CLOSE = frozenset(" \n\t)]}>:-–—/,;.!?…”\"’'»")
_NEVER_FIRST = frozenset(",;:!?)]}")
_UNMARKED = 8  # paragraphs that a quotation may run through without a mark
_CREDIT = re.compile(r"\b(?:[ẢA]nh|Nguồn|Video|Clip|Đồ họa)\s*:", re.I)
_PICTURE = re.compile(r"Image (?:caption|copyright)\b|Nguồn hình ảnh\b|Chụp lại hình ảnh\b|Ảnh:")
# A line of its own under a pull quote: Lê Thu An, nhà báo
_NAME = re.compile(rf"{UPPER}[^\W\d_]*(?: {UPPER}[^\W\d_]*)+(?:,[^.!?:]{{0,60}})?\Z")
_ROW = 3  # paragraphs
_END = frozenset('”"»')
_PULLED = 2  # paragraphs behind a pull quote in marks by which it is told
_ITEM = ("- ", "– ", "• ", "* ")
_NAMES_SPEAKER = re.compile(r"\s*(?:,|[-–—]\s)[^.!?…]{4,80}[.!?…]?\s*\Z")


class _Open(NamedTuple):
    start: int  # of the mark
    inner: int  # of what it holds
    single: bool


def find_contents(text: str, paragraphs: Sequence[Span]) -> tuple[Content, ...]:
    """All stretches in quotation marks, in order of place, outer before inner.

    >>> text = "“Không thể\\", ông nói."
    >>> [text[slice(*c.pieces[0])] for c in find_contents(text, [Span(0, len(text))])]
    ['Không thể']
    """
    found: list[Content] = []
    waiting: list[Pair] = []  # the pieces of a quotation that a later paragraph may go on with
    unmarked: list[Pair] = []  # the paragraphs without any mark since
    signature = 0  # where the name under a pull quote stands
    for number, paragraph in enumerate(paragraphs):
        if signature and paragraph.start == signature:
            continue
        pairs, stray, loose = _pairs(text, paragraph, paragraphs[number + 1 : number + 1 + _UNMARKED])
        if waiting and text[waiting[0].start] in _SINGLE:
            stray = loose[0] if loose else stray
        if waiting and pairs and _is_pulled(text, paragraph, pairs[0], paragraphs[number + 1 : number + 3]):
            found.extend(_single(p) for p in pairs)
            signature = paragraphs[number + 1].start
            continue
        if not pairs and stray is None and not waiting:
            continue
        if waiting and stray is None and len(unmarked) < _UNMARKED and _only_words(text, paragraph, pairs):
            start, end = paragraph
            unmarked.append(Pair(start, start, end, end, 0, False))
            found.extend(_single(p) for p in pairs)
            continue
        if waiting:
            continued = _continuation(text, paragraph, pairs, stray)
            if continued is not None and unmarked and continued.inner > continued.start:
                among = _set_in(text, waiting[-1], unmarked)
                if among is None:
                    continued = None  # it opens anew
                else:
                    unmarked = among
            if continued is not None:
                pairs = [p for p in pairs if p.inner < continued.inner or p.start >= continued.end]
                waiting += [p for p in unmarked if not _between(text, waiting[-1], p)]
                waiting.append(continued)
                unmarked = []
                if continued.closed:
                    found.append(_joined(waiting))
                    waiting = []
                found.extend(_single(p) for p in pairs)
                continue
            found.append(_joined(waiting))
            waiting, unmarked = [], []
        alone = (
            pairs == [] and stray == paragraph.end - 1 and _in_row(text, paragraphs[max(0, number - 1) : number + 2])
        )
        if stray is not None and (alone or _forgotten(text, paragraph, pairs, stray)):
            pairs = [Pair(paragraph.start, paragraph.start, stray, stray + 1, 0, True), *pairs]
        tail = next((p for p in pairs if not p.closed), None)
        found.extend(_single(p) for p in pairs if p is not tail)
        if tail is not None:
            waiting = [tail]
    if waiting:
        found.append(_joined(waiting))
    found.sort(key=lambda c: (c.outer.start, -c.outer.end))
    return tuple(_nested(found))


def _is_pulled(text: str, paragraph: Span, pair: Pair, below: Sequence[Span]) -> bool:
    """Whether a paragraph is a pull quote in marks: a name stands below, and there somebody goes on in marks."""
    if pair.start != paragraph.start or not pair.closed or pair.end < paragraph.end or len(below) < _PULLED:
        return False
    name, then = below
    return _NAME.match(text[name.start : name.end]) is not None and MARK.match(text, then.start) is not None


def _nested(found: list[Content]) -> Iterator[Content]:
    """What stands within a quotation that began in an earlier paragraph is inner, whatever its own paragraph showed."""
    covered = 0
    for content in found:
        if content.outer.start < covered:
            yield content if content.depth else replace(content, depth=1)
        else:
            covered = content.outer.end
            yield content


def _single(pair: Pair) -> Content:
    return Content((Span(pair.inner, pair.inner_end),), Span(pair.start, pair.end), pair.depth, pair.closed)


def _joined(pairs: list[Pair]) -> Content:
    # A paragraph that is the closing mark and no word more ends the quotation and adds nothing to it.
    pieces = tuple(Span(p.inner, p.inner_end) for p in pairs if p.inner < p.inner_end)
    return Content(pieces, Span(pairs[0].start, pairs[-1].end), 0, pairs[-1].closed)


def _continuation(text: str, paragraph: Span, pairs: list[Pair], stray: int | None) -> Pair | None:
    """The piece with which this paragraph goes on a quotation left open above it, if it does."""
    start = paragraph.start
    if pairs and pairs[0].start == start and pairs[0].depth == 0:
        return pairs[0]
    before = [p for p in pairs if stray is not None and p.start < stray]
    if stray is not None and _only_words(text, paragraph, before):
        # It closes without having opened again.
        return Pair(start, start, stray, stray + 1, 0, True)
    return None


def _only_words(text: str, paragraph: Span, pairs: list[Pair]) -> bool:
    """Whether a paragraph has no marks, or only what a quotation can hold: marks about words, and single ones."""
    return all(
        p.closed and p.start > paragraph.start and (p.inner_end - p.inner < WORDS or text[p.start] in _SINGLE)
        for p in pairs
    )


def _between(text: str, before: Pair, piece: Pair) -> bool:
    """Whether a paragraph is no part of what is said around it: a caption, or a heading after a full stop."""
    words = text[piece.inner : piece.inner_end].strip()
    if _CREDIT.search(words):
        return True
    finished = text[before.inner : before.inner_end].rstrip().endswith(STOPS)
    return finished and len(words) < 80 and words[-1].isalnum()


def _set_in(text: str, before: Pair, unmarked: list[Pair]) -> list[Pair] | None:
    """Of the paragraphs between one left open and one that opens again those that go on, if the others are set in.

    Set in are pictures (`Image caption …`), and a pull quote with its name below; what goes on is a list.
    """
    kept: list[Pair] = []
    signed = False
    for piece, below in itertools.zip_longest(unmarked, unmarked[1:]):
        words = text[piece.inner : piece.inner_end]
        if signed or _PICTURE.match(words):
            signed = False
        elif below is not None and _NAME.match(text[below.inner : below.inner_end].strip()):
            signed = True
        elif words[:2] in _ITEM and (kept or text[before.inner : before.inner_end].rstrip().endswith(":")):
            kept.append(piece)
        else:
            return None
    return kept


def _forgotten(text: str, paragraph: Span, pairs: list[Pair], stray: int) -> bool:
    """Whether a paragraph forgot to open what it closes: `Chúng tôi sẽ đến”, ông Nam nói.`"""
    first = all(p.start > stray for p in pairs)
    within = text.rfind("(", paragraph.start, stray) > text.rfind(")", paragraph.start, stray)
    return (
        first
        and not within
        and stray - paragraph.start > 40
        and text[stray + 1 : stray + 3] in (", ", " -", " –", ".,")
    )


def _in_row(text: str, paragraphs: Sequence[Span]) -> bool:
    """Whether a paragraph stands between two in marks, the first of them all in marks: then it is in marks too."""
    if len(paragraphs) < _ROW:
        return False
    before, _, after = paragraphs
    return all(MARK.match(text, p.start) for p in (before, after)) and text[before.end - 1] in _END


def _closes(text: str, paragraphs: Sequence[Span]) -> bool:
    """Whether the first of these paragraphs that has a mark closes with it what was opened above."""
    first = next((p for p in paragraphs if MARK.search(text, *p)), None)
    pairs, stray, _ = _pairs(text, first, ()) if first is not None else ([], None, [])
    return stray is not None and all(p.start > stray for p in pairs)


def _closes_single(text: str, paragraphs: Sequence[Span]) -> bool:
    """Whether one of these paragraphs closes a single mark, as only what somebody says is closed: `…', ông Nam nói`."""
    for paragraph in paragraphs:
        pairs, stray, loose = _pairs(text, paragraph, ())
        if pairs and pairs[0].start == paragraph.start:
            return pairs[0].closed and text[paragraph.start] in _SINGLE  # it opens again
        if stray is not None and not pairs:
            return True  # closed by a mark of the other kind
        if loose:
            return text[loose[0] + 1 : loose[0] + 3] in (", ", " -", " –", ".", "")
    return False


def _pairs(text: str, paragraph: Span, below: Sequence[Span]) -> tuple[list[Pair], int | None, list[int]]:
    """The pairs of one paragraph, and where a closing mark stands that nothing opened, if any; the same of single ones.

    The paragraphs ``below`` tell whether a mark left open is closed there.
    """
    start, end = paragraph
    stack: list[_Open] = []
    doubles = singles = 0
    pairs: list[Pair] = []
    loose: list[int] = []  # single marks that close what no single mark opened
    stray = None
    for m in MARK.finditer(text, start, end):
        mark, at, after = m.group(), m.start(), m.end()
        single = mark in _SINGLE
        left = text[at - 1] if at > start else "\n"
        right = text[after] if after < end else "\n"
        if single and left.isalnum() and right.isalnum():
            continue  # an apostrophe: K'Bang
        if mark == ",," and (right.isspace() or not left.isspace()):
            continue  # a comma typed twice
        is_open = bool(singles if single else doubles)
        if _opens(mark, left, right, is_open):
            if (single and not right.isalnum() and right not in '“"(') or (mark == "″"):
                continue
            stack.append(_Open(at, after, single))
            singles, doubles = singles + single, doubles + (not single)
        elif is_open or (not single and singles and right in _AFTER_CLOSE and _leads(text, start, stack[-1].start)):
            single = single or not is_open  # cho biết: 'Tôi sẽ về".
            while True:  # marks left open inside are apostrophes or slips
                top = stack.pop()
                singles, doubles = singles - top.single, doubles - (not top.single)
                if top.single == single:
                    break
            pairs.append(Pair(top.start, top.inner, at, after, len(stack), True))
        elif single:
            if not left.isspace() and not left.isdigit() and right in _AFTER_CLOSE:
                loose.append(at)  # no minute of a match: phút 80'
        elif stray is None and (mark in _RIGHT or (right in _AFTER_CLOSE and not left.isdigit())):
            stray = at  # closes what an earlier paragraph opened
    opened = next((o for o in stack if not o.single), None)
    if opened is not None:
        inside = [p for p in pairs if p.start > opened.start]
        outside = [p for p in pairs if p.start < opened.start]
        again = forgotten_end(text, opened.start, opened.inner, inside, end)
        if again is not None and _closes(text, below):
            again = None
        slip = next((at for at in loose if at > opened.inner), None)
        stop = after = end
        if again is not None:
            stop = after = again
        elif slip is not None:
            # “ông hoàng' is closed by a mark of the other kind; in “A “B' C” that is the inner one.
            stop, after = slip, slip + 1
            torn = next((i for i, p in enumerate(inside) if p.start < slip < p.end), None)
            if torn is not None:
                stop, after = inside[torn].inner_end, inside[torn].end
                inside[torn] = inside[torn]._replace(inner_end=slip, end=slip + 1)
        elif inside and _NAMES_SPEAKER.match(text, inside[-1].end, end):
            stop, after = inside[-1].inner_end, inside[-1].end  # “A … “B”, ông Nam nói: one mark closes both
        closed = again is not None or slip is not None or after < end
        pairs = _depths([*outside, Pair(opened.start, opened.inner, stop, after, 0, closed), *inside])
    elif stack:
        at = stack[0].start
        runs_on = _leads(text, start, at) and _closes_single(text, below)
        first = [Pair(at, stack[0].inner, end, end, 0, False)] if runs_on else []
        pairs = _depths([*first, *pairs])  # a lone apostrophe had made them inner
    pairs.sort(key=lambda p: (p.start, -p.end))
    return [p for p in pairs if text[p.inner : p.inner_end].strip()], stray, loose


def _leads(text: str, start: int, at: int) -> bool:
    """Whether the mark at ``at`` begins its paragraph, or stands behind a colon."""
    return at == start or text.endswith((": ", ":"), start, at)


def _opens(mark: str, left: str, right: str, is_open: bool) -> bool:
    """Whether a mark opens; its shape counts less than the blanks beside it, for shapes are mistyped."""
    may_open = not right.isspace() and left in _BEFORE_OPEN and (right not in _NEVER_FIRST or left.isspace())
    may_close = not left.isspace() and right in _AFTER_CLOSE
    if mark in _LEFT:
        return not (is_open and may_close and not may_open)
    if mark in _RIGHT:
        return not is_open and may_open and not may_close
    if not is_open:
        if not may_open and (left.isdigit() or left in STOPS or (left == "," and right.isspace())):
            return False  # inches; `đi." - ông Nam nói` closes what nothing opened
        if right == "\n" and left != "\n":
            return False  # the last of a paragraph closes what one above it opened
        return may_open or not may_close or (left in _BEFORE_OPEN and right not in _NEVER_FIRST)
    # Within an open pair a straight mark opens another only after a blank: `cộng đồng."Nhắn nhủ` is a lost one.
    return may_open and not may_close and left in " \t([" and right not in ",;:!?)."


def _depths(pairs: list[Pair]) -> list[Pair]:
    out: list[Pair] = []
    ends: list[int] = []
    for p in sorted(pairs, key=lambda p: (p.start, -p.end)):
        while ends and ends[-1] <= p.start:
            ends.pop()
        out.append(p._replace(depth=len(ends)))
        ends.append(p.end)
    return out
