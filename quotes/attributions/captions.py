"""Words in marks that go with what somebody posts, sends or does: `đăng ảnh kèm chú thích “…”`, `với lý do “…”`."""

from __future__ import annotations

from quotes.attributions.line import Line
from quotes.attributions.marked import is_clause, is_title
from quotes.attributions.quoted import Quoted
from quotes.attributions.words import MANNER, NAMED
from quotes.lexicon import Phrases
from quotes.model import Mention

# What somebody writes beside a picture or to somebody, and so are his words, be they few.
_WRITTEN = Phrases(
    tuple(words.split())
    for words in (
        "chú thích, caption, trạng thái, dòng trạng thái, status, dòng tin, dòng chia sẻ, dòng tâm sự, dòng cảm xúc, "
        "dòng viết, lời nhắn, lời nhắn nhủ, lời nhắn gửi, lời tựa, lời đề tặng, lời đề, lời ngỏ, lời bình, lời dẫn, "
        "lời chia sẻ, lời tâm sự, lời chúc, lời cảm ơn, lời bình luận, bình luận, comment, tin nhắn, câu hỏi, "
        "lời thú nhận, lời hứa, lời thề, lời đáp, câu trả lời, lời giải thích, lời khẳng định"
    ).split(", ")
)
# What can also have a name of its own: only a sentence, or small letters, are what somebody says of it.
_GIVEN = Phrases((("lý", "do"), ("lí", "do"), ("nội", "dung"), ("lời", "lẽ"), ("thông", "điệp")))
_WITH = frozenset("kèm theo cùng với bằng lại viện dẫn nêu lấy ra đăng gửi viết".split())
_KINDS = frozenset(("person", "group", "organization", "media", "unknown", "country"))
_FEWEST, _SHORT = 2, 3  # words in marks
_ADJECTIVE = 2  # words between the noun and the marks: bình luận ngọt ngào


def captioned(line: Line, q: Quoted) -> Mention | None:
    """Who says what stands in marks behind a caption, a message or a reason of his."""
    colon = q.first > 0 and line.words[q.first - 1] == ":"
    i = q.first - colon
    if colon and NAMED.before(line.words, i) == i:
        return None  # as any words with a colon
    noun = next((j for j in range(i, max(i - _ADJECTIVE, 1) - 1, -1) if _noun_before(line, j, q) < j), None)
    if noun is None or (noun < i and MANNER.after(line.words, noun) != i and i - noun < _ADJECTIVE):
        return None
    first = _noun_before(line, noun, q)
    first -= line.words[first - 1] in ("dòng", "một", "những", "vài", "mấy", "nhiều")
    if line.words[first - 1] not in _WITH:
        return None
    named = [m for m in line.mentions if m.last < first and m.kind in _KINDS and not line.governed(m)]
    return next((m for m in named if line.begins_clause(m, 0) and m.form != "document"), None)


def _noun_before(line: Line, i: int, q: Quoted) -> int:
    """Where the noun begins that ends before token ``i``; ``i`` where there is none."""
    if q.words < _FEWEST:
        return i
    first = _WRITTEN.before(line.words, i)
    if first < i:
        return first
    first = _GIVEN.before(line.words, i)
    if first == i or not line.raw(q.first + 1)[:1].isupper():
        return first
    return first if q.words > _SHORT and is_clause(line, q) and not is_title(line, q) else i
