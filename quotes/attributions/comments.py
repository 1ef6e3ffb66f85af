"""Comments in a row under the line that leads them in: `Nhiều khán giả bình luận: / - A / - B`."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence

from quotes.attributions.labels import body_start
from quotes.attributions.words import PLURAL
from quotes.model import Attribution, Content, Cue, Document, Mention, Sentence, Span

_BULLETS = frozenset("-–—•+*")
_REMARKS = frozenset(
    tuple(words.split())
    for words in (
        "bình luận, ý kiến, phản hồi, comment, lời bình, cảm xúc, cảm nhận, cảm nghĩ, nhận xét, phản ứng, chia sẻ, "
        "lời chúc, lời khen, lời chê, thắc mắc, tranh cãi, tranh luận, bàn tán, bày tỏ, khen ngợi, bênh vực, trêu đùa, "
        "chê bai, chỉ trích, mỉa mai, bức xúc, lo lắng, hoang mang, thích thú, ngỡ ngàng, động viên, an ủi, chúc mừng"
    ).split(", ")
)
_NOUNS = frozenset((("bình", "luận"), ("ý", "kiến"), ("phản", "hồi"), ("comment",), ("lời", "bình")))
_CROWD = frozenset("khán độc mạng netizen fan xem mộ người dân bạn khoản".split())  # khán giả, dân mạng, tài khoản
_NEAR = 8  # words from whoever comments, or from the word for it, to the colon
_OF = 3  # words between the noun and whose comments they are: bình luận nổi bật của
_LABEL = 6  # words before a colon with which an item names a thing
_FEWEST = 2


def find_comments(
    doc: Document, by_sentence: Mapping[int, Sequence[Mention]], find_cues: Callable[[Sentence, str], Sequence[Cue]]
) -> tuple[list[Attribution], set[int]]:
    """What a crowd says in items, one relation each, and the sentences of these items."""
    made: list[Attribution] = []
    claimed: set[int] = set()
    for s in doc.sentences:
        if s.words[-1] != ":" or s.words[0] in _BULLETS or s.end != doc.paragraphs[s.paragraph].end:
            continue
        items = _items(doc, s)
        if not items:
            continue
        told = _commenters(doc, s, by_sentence.get(s.index, ()), find_cues(s, doc.text))
        if told is None or any(_is_entry(item) for item in items):
            continue
        cue, source = told
        for item in items:
            claimed.update(each.index for each in item)
            form, span = (cue.form, cue.span) if cue is not None else (None, None)
            made.append(
                Attribution(_said(doc, item), "direct", "cue_colon_paragraph", item[0].index, span, form, source)
            )
    return made, claimed


def _items(doc: Document, s: Sentence) -> list[list[Sentence]]:
    """The paragraphs below that begin with one bullet, two at least."""
    behind = (doc.sentences[i] for i in range(s.index + 1, len(doc.sentences)))
    items: list[list[Sentence]] = []
    for paragraph, group in itertools.groupby(behind, key=lambda other: other.paragraph):
        item = list(group)
        bullet = item[0].words[0]
        if bullet not in _BULLETS or len(item[0].words) < _FEWEST or (items and bullet != items[0][0].words[0]):
            break
        if paragraph != s.paragraph + 1 + len(items):
            break
        items.append(item)
    return items if len(items) >= _FEWEST else []


def _is_entry(item: Sequence[Sentence]) -> bool:
    """Whether an item asks, numbers or names a thing, or links to one: `- VTV3: https://…`, `- Bước 1: …`."""
    words = item[0].words
    i = body_start(item[0])
    return words[i][0].isdigit() or ":" in words[i : i + _LABEL] or any("http" in s.words for s in item)


def _commenters(
    doc: Document, s: Sentence, mentions: Sequence[Mention], cues: Sequence[Cue]
) -> tuple[Cue | None, Mention] | None:
    """Who comments in a line that ends with a colon, and with which word: `Một số bình luận của dân mạng:`."""
    words = s.words
    end = len(words) - 1
    at = next((i for i in range(end - 1, -1, -1) if words[i : i + 2] in _REMARKS or words[i : i + 1] in _REMARKS), None)
    if at is None:
        return None
    cue = next((c for c in cues if c.first <= at < c.last and c.dead in ("", "noun")), None)
    crowds = [m for m in mentions if m.kind == "group" and m.plural and not _CROWD.isdisjoint(words[m.first : m.last])]
    of = next((m for m in crowds if at < m.first <= at + _OF + 2 and words[m.first - 1] in ("của", "từ")), None)
    before = next((m for m in reversed(crowds) if m.last <= at), None)
    source = of or before
    if source is not None:
        return (cue, source) if end - at <= _NEAR + (source.last - source.first) else None
    noun = next((n for n in (2, 1) if words[at : at + n] in _NOUNS), 0)  # words of it
    first = next((i for i in range(at) if PLURAL.after(words, i) == at), None)
    if not noun or first is None:
        return None
    last = at + noun
    span = Span(s.starts[first], s.ends[last - 1])
    return None, Mention(span, s.index, first, last, "description", "group", plural=True)


def _said(doc: Document, item: Sequence[Sentence]) -> tuple[Span, ...]:
    """The words of an item behind its bullet, or those in its marks if they hold all of it."""
    start = item[0].starts[body_start(item[0])]
    end = item[-1].end
    marked: Content | None = next((c for c in doc.contents if c.outer.start == start and c.outer.end >= end - 1), None)
    return marked.pieces if marked is not None else (Span(start, end),)
