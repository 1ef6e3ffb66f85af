"""Whether a word of saying only opens a sentence of somebody else: `Trao đổi với báo, ông X cho biết`."""

from __future__ import annotations

from quotes.attributions.line import Line
from quotes.attributions.words import ADJUNCT
from quotes.lexicon import Phrases
from quotes.model import Cue


def opens(line: Line, cue: Cue, i: int) -> bool:
    """Whether the cue, with words from ``i`` on, only opens another's sentence: `Trao đổi với báo, ông X cho biết`."""
    k = line.verb_start(cue.first)
    if k > line.start and not (line.words[k - 1] == "," and cue.form.startswith(("trao đổi", "trả lời"))):
        return tells_of_what(line, i)
    later = _said_behind(line, i)
    named = line.mention_before(line.verb_start(later.first), i) if later is not None else None
    if named is None:
        return False
    apart = line.words[named.first - 1] == "," and ADJUNCT.after(line.words, i) > i
    return named.first == i or apart or not line.may_begin_clause(i)


# Of what somebody speaks: Giải thích cho lý do ông Kim đề xuất ông Park, | người phát ngôn nói …
_ON_WHAT = Phrases(
    tuple(f"{said} {of}".split())
    for said in (
        *("giải thích", "lý giải", "lí giải", "bình luận", "nói", "nói thêm", "trả lời", "đánh giá", "nhận xét"),
        *("phản ứng", "phản hồi", "chia sẻ", "phát biểu", "trao đổi", "nhận định", "thông tin", "đề cập", "cho ý kiến"),
    )
    for of in ("về", "cho", "trước", "lý do", "lí do", "việc", "vì sao", "tại sao")
)


def tells_of_what(line: Line, i: int) -> bool:
    """Whether words from ``i`` on are part of what is spoken of, and behind a comma stands who speaks, and says so."""
    if _ON_WHAT.after(line.words, line.start) == line.start:
        return False
    later = _said_behind(line, i + 1)
    named = line.mention_ending(line.verb_start(later.first), i) if later is not None else None
    return named is not None and line.words[named.first - 1] == ","


def _said_behind(line: Line, i: int) -> Cue | None:
    """The first word of saying from token ``i`` on that does not cite."""
    return next((c for c in line.cues if c.first >= i and not c.dead and not line.relays(c)), None)
