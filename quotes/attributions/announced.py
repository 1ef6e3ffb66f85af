"""Words led in by a paragraph above them that ends with a colon: `X khẳng định với BBC:`, `Chị Lan (Hà Nội):`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quotes.attributions.clauses import indirect, make
from quotes.attributions.line import Line
from quotes.attributions.who import subject
from quotes.attributions.words import ADJUNCT, PREDICATE
from quotes.model import Attribution, Cue, Mention

_REPLIES = frozenset(("trả lời", "đáp", "hồi đáp", "giải đáp", "tư vấn"))  # Bác sĩ Khôi trả lời:
_LAW = frozenset(("luật", "điều", "định", "lệnh", "tư", "khoản"))  # luật, nghị định, thông tư, pháp lệnh
_RELAYED = 6  # words between `trích` and whom it cites: trích câu hỏi của | đại biểu Nam
_RULE = "cue_colon_paragraph"


@dataclass(slots=True)
class Lead:
    """A paragraph that ends with a colon: who says something there, who reports it, and which paragraph says it."""

    line: Line
    cue: Cue | None
    source: Mention | None
    via: Mention | None
    below: int


def lead(line: Line) -> Lead | None:
    """The sentence as what leads in the paragraph below, if it ends its own with a colon."""
    if line.words[line.n - 1] != ":" or line.sentence.end != line.doc.paragraphs[line.sentence.paragraph].end:
        return None
    cue = next((c for c in reversed(line.cues) if not c.dead), None)
    below = line.sentence.paragraph + 1
    if cue is None:
        source = _label(line)
        return Lead(line, None, source, None, below) if source is not None else None
    if cue.form.endswith(" của"):  # Một số ý kiến của | cư dân mạng:
        return Lead(line, cue, next((m for m in line.mentions if m.first >= cue.last), None), None, below)
    source = subject(line, cue)
    if line.relays(cue):
        near = (m for m in line.mentions if cue.last <= m.first <= cue.last + _RELAYED and m.kind != "media")
        if (cited := next(near, None)) is not None:
            return Lead(line, cue, cited, source, below)
    return Lead(line, cue, source, line.via, below)


def _label(line: Line) -> Mention | None:
    """Who stands there with no verb: `Nhà báo Lan trên Facebook:`, `Ông Nam, giám đốc bến xe:`"""
    m = line.mentions[0] if line.mentions else None
    if m is None or m.first != line.start or m.name is None or m.kind not in ("person", "media"):
        return None
    return None if PREDICATE.within(line.words, m.last, line.end) else m


def announced(line: Line, above: Lead) -> Attribution | None:
    """What stands under `X khẳng định với BBC:`, in marks or as a sentence."""
    if line.sentence.paragraph != above.below:
        return None
    cue, source = above.cue, above.source
    q = line.quote_from(line.start) or line.quote_from(0)
    if q is not None and line.words[q.last : q.last + 1] == ("của",):
        return None  # đã đăng bài viết: / “…” của ông Nam
    if q is not None:
        return make(above.line, q.content.pieces, "direct", _RULE, cue, source, above.via)
    if cue is None or source is None or not _leads_to(above.line, cue):
        return None
    last = source.last if source.form == "document" else source.first
    if _LAW & set(above.line.words[max(source.first - 4, 0) : last]):
        return None  # what it provides, and not what somebody said
    if not PREDICATE.within(line.words, line.start, line.end):
        return None  # a caption, a heading, an item of a list
    if indirect(line, line.start, line.end, _RULE, None, None) is None:
        return None
    return make(above.line, (line.span(line.start, line.end),), "indirect", _RULE, cue, source, above.via)


def _leads_to(line: Line, cue: Cue) -> bool:
    """Whether the colon that ends the sentence is the cue's: nothing but a place, time or addressee is between."""
    entry = line.entry(cue)
    clause = cue.form in _REPLIES or {"clause", "object_clause", "verb_phrase"} & entry.takes
    if entry.doubtful or not clause:
        return False
    rest = line.words[cue.last : line.n - 1]
    near = 14 if ADJUNCT.after(line.words, cue.last) > cue.last else 8
    return not rest or rest[0] in ("như", "rằng") or len(rest) < near


def add_announced(made: list[Attribution], said: Attribution, above: Lead) -> None:
    """Add what a paragraph led in, in place of what the lead-in itself seemed to say.

    `Theo BBC, ông Nam cho biết:` · `Trước câu hỏi “…?”, ông Nam nói:` · `Báo A dẫn lời ông Nam, giám đốc bến xe:`
    """
    kept = []
    while made and made[-1].sentence == above.line.sentence.index:
        a = made.pop()
        if not _is_lead(a, above):
            kept.append(a)
        elif a.cue != said.cue:
            said = replace(said, via=a.source)
    made += [*reversed(kept), said]


def _is_lead(a: Attribution, above: Lead) -> bool:
    cue = above.cue
    if cue is None or a.sentence != above.line.sentence.index:
        return False
    if any(s.start <= cue.span.start < s.end for s in a.contents):
        return a.cue_form is not None and a.cue_form.startswith("theo")
    if a.cue != cue.span:
        return False
    asked = a.contents[-1].end < cue.span.start and "?" in above.line.doc.text[a.contents[-1].end - 1 : cue.span.start]
    return asked or (above.line.relays(cue) and a.contents[0].start >= cue.span.end)
