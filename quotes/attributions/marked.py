"""Rules for words in quotation marks: before, after and around the words of saying.

Precise first: the first answer wins.
"""

from __future__ import annotations

from quotes.attributions.clauses import content_end, make, quote_type
from quotes.attributions.line import Line
from quotes.attributions.markers import after_cue
from quotes.attributions.phrases import is_noun_phrase, nickname
from quotes.attributions.quoted import Quoted
from quotes.attributions.unsaid import told_how
from quotes.attributions.who import after_closers, quote_before, quote_ending, source_of, who_between
from quotes.attributions.words import CLOSERS, CONJUNCTION, NAMED, PREDICATE, PREPOSITION, VERBS
from quotes.model import Attribution, Cue, Mention

_ADVERBIAL = frozenset(("trong", "tại", "khi", "sau", "trước", "trên", "vào", "hôm", "nhân", "với", "ngay"))
ME = frozenset(("tôi", "chúng", "mình", "ta", "em"))
STOPS = frozenset((".", "!", "?", "…"))
_PHRASE = 8  # words of a source that no mention covers
_SIGNED = 12  # words in brackets that tell who said something
_FAR = 12  # words between a name in marks and whatever is said later in the sentence
_GOES_ON = frozenset(", ; và rồi khi trong sau – - ( tại trước với vì nhằm cho cùng kèm bằng lúc như mà".split())


def quote_source_cue(line: Line, cue: Cue) -> Attribution | None:
    """“A”, X nói[, “B”]"""
    if not line.entry(cue).after:
        return None
    k = line.verb_start(cue.first)
    q = quote_before(line, k)
    if q is None or (q.first > line.start and (NAMED.before(line.words, q.first) < q.first or _leads_in(line, cue))):
        return None
    j = after_closers(line, q.last)
    source = who_between(line, j, k)
    if source is None or _is_epithet(line, q, source, k) or _is_asked(line, q):
        return None
    pieces = q.content.pieces
    i = cue.last
    while i < line.n and line.quote_from(i) is None:
        i += 1
    later = line.quote_from(i)
    if later is not None and later.words > 3 and line.trim(0, line.n) <= later.last and line.words[i - 1] in CLOSERS:
        pieces += later.content.pieces
    return make(line, pieces, "direct", "quote_source_cue", cue, source)


def _is_asked(line: Line, q: Quoted) -> bool:
    """Whether the words are somebody's question to who speaks behind them: `Khi được hỏi: “A?”, X nói rằng …`."""
    if q.first <= line.start or line.words[q.first - 1] != ":" or line.words[q.last - 2] != "?":
        return False
    return not _ASKED.isdisjoint(line.words[line.start : q.first])


_ASKED = frozenset(("hỏi", "vấn"))  # hỏi, câu hỏi, chất vấn, thẩm vấn


def _leads_in(line: Line, cue: Cue) -> bool:
    """Whether the words said follow a colon: `Trước câu hỏi: “A?”, X nói: “B”`."""
    marker, i = after_cue(line, cue)
    return marker == ":" and line.quote_from(i) is not None


def _is_epithet(line: Line, q: Quoted, source: Mention, k: int) -> bool:
    """Whether the marks are about a name or epithet: `“ông trùm” Hùng khai`, `“Sóng gió” mà Hùng tin`."""
    if line.words[q.last] in CLOSERS or line.words[q.last - 2] in STOPS or line.words[q.last - 2] == ",":
        return k - q.last > _FAR and is_title(line, q)
    addressed = source.honorific is not None or source.form == "pronoun"  # “Đừng đi” anh Nam gọi
    speaks = addressed and source.first == q.last and line.raw(q.first + 1)[:1].isupper()
    return (q.words < 5 or is_title(line, q)) and not speaks


def quote_cue_source(line: Line, cue: Cue) -> Attribution | None:
    """“A”, lời X · “A”, nói X"""
    q = quote_ending(line, line.verb_start(cue.first))
    source = line.mention_from(cue.last)
    if q is None or line.is_taken(q) or source is None or source.last < line.end - 12:
        return None
    does = source.last < line.end - 1 and VERBS.longest(line.words, source.last) is not None
    if does and line.takes_bare_clause(cue):
        return None  # … “Lộ trình”, khẳng định Việt Nam ủng hộ nước này
    if nickname(line, line.verb_start(cue.first)) is not None and PREDICATE.within(line.words, source.last, line.end):
        return None  # “Hùm xám” cho biết anh sẽ ở lại
    return make(line, q.content.pieces, "direct", "quote_cue_source", cue, source)


def source_cue_quote(line: Line, cue: Cue) -> Attribution | None:
    """X cho biết: “A” · X nói rằng “A” · X nói với Y: “A”"""
    marker, i = after_cue(line, cue)
    q = line.quote_from(i)
    if q is None or not marker or (marker == "“" and NAMED.before(line.words, i) < i):
        return None
    last = _last_quote(line, q, marker) or (q.last if _felt(line, cue, q) else None)
    if last is None or (
        q.words < 4 and marker in ("“", ",") and line.entry(cue).kind not in ("describe", "opine", "say")
    ):
        return None
    behind = line.mention_from(cue.last) if cue.form.endswith("của") else None  # câu nói của ông Nam: “…”
    source = behind or _as_said(line, cue) or source_of(line, cue)
    said = [q]
    for other in line.quotes:
        if q.first < other.first < last:
            if stands_apart(line, other, source):
                break
            said.append(other)
    pieces = tuple(p for part in said for p in part.content.pieces)
    return make(line, pieces, "direct", "source_cue_quote", cue, source)


def _as_said(line: Line, cue: Cue) -> Mention | None:
    """…, như X đã nói: “A”"""
    k = line.verb_start(cue.first)
    near = line.mention_before(k)
    if near is None or near.first == 0 or line.words[near.first - 1] != "như" or near.form == "pronoun":
        return None
    return near if near.kind in ("person", "unknown") else None


def _last_quote(line: Line, q: Quoted, marker: str) -> int | None:
    """The token after the words in marks that begin with ``q``, if all that was said stands in marks."""
    end = line.trim(q.last, content_end(line, q.first))
    if end <= q.last or quote_type(line, q.first, end) == "direct":
        return max(end, q.last)
    if q.words < (2 if marker == ":" else 6) or not narrator_after(line, q.last, marker):
        asked = line.words[q.last] == "khi" and line.words[q.last + 1 : q.last + 3] in _ASKED_THEN
        return q.last if asked and q.words > 2 else None
    return q.last


def _felt(line: Line, cue: Cue, q: Quoted) -> bool:
    """`bày tỏ “quan ngại sâu sắc” | về vụ việc`: in marks stands how somebody feels, and behind them of what."""
    about = PREPOSITION.after(line.words, q.last) > q.last and line.words[q.last] != "của"
    return about and cue.form in _FEELS and q.words > 1 and not line.raw(q.first + 1)[:1].isupper()


_FEELS = frozenset(("bày tỏ", "thể hiện"))
# nói “A” khi trả lời báo giới, khi được hỏi về việc này
_ASKED_THEN = (("trả", "lời"), ("được", "hỏi"), ("bị", "hỏi"), ("phát", "biểu"), ("trao", "đổi"), ("nói", "về"))


def narrator_after(line: Line, i: int, marker: str) -> bool:
    """Whether the narrator speaks again after the marks: `nói: “…” rồi đi`, `nói “…” trong cuộc họp`."""
    if marker == ":":
        return line.words[i] in _GOES_ON or CONJUNCTION.after(line.words, i) > i
    if line.words[i] in _ADVERBIAL or (line.words[i] in ("nhưng", "song") and line.words[i - 2] in STOPS):
        return True
    if line.words[i] == "rồi" and i + 1 < line.n and line.quote_from(i + 1) is None:
        return True  # hỏi “Sao không trả?” rồi bỏ đi
    j = CONJUNCTION.after(line.words, i + (line.words[i] == ","))
    if j == i or j >= line.n or line.words[j] == "rằng":
        return False  # nói rằng “A” và rằng “B”
    return any(j <= c.first <= j + 5 and not c.dead for c in line.cues) or line.words[i] == ","


def is_whole(line: Line, q: Quoted) -> bool:
    """Whether the words in marks are long enough for a sentence, or have a predicate, and are no name."""
    return (q.words > 8 or (q.words > 5 and is_clause(line, q))) and not is_title(line, q)


def stands_apart(line: Line, q: Quoted, source: Mention | None) -> bool:
    """Whether the words in marks are a quotation by themselves in a row of them, and no mere word or name.

    Of many people each says one: `nhiều khán giả bình luận: “Hay quá chị ơi”, “Chúc mừng anh chị”`.
    """
    crowd = source is not None and source.kind == "group"
    begins = q.words > 2 and line.raw(q.first + 1)[:1].isupper() and (crowd or not is_capitalised(line, q))
    return begins or is_whole(line, q)


def is_title(line: Line, q: Quoted) -> bool:
    """Whether the words in marks are a name or title: hardly a small letter begins one, or few words and no verb."""
    if is_capitalised(line, q):
        return True
    words = sum(line.words[i][0].isalpha() for i in range(q.first + 1, q.last - 1))
    return words < 6 and not is_clause(line, q)


def is_capitalised(line: Line, q: Quoted) -> bool:
    """Whether hardly a small letter begins a word in the marks."""
    raw = [line.raw(i) for i in range(q.first + 1, q.last - 1) if line.words[i][0].isalpha()]
    return len(raw) > 1 and sum(w[0].isupper() for w in raw) >= 0.8 * len(raw)


def is_clause(line: Line, q: Quoted) -> bool:
    """Whether the words in marks end as a sentence, or have a predicate or the speaker in them."""
    if line.words[q.last - 2] in STOPS or not ME.isdisjoint(line.words[q.first + 1 : q.last]):
        return True
    return PREDICATE.within(line.words, q.first + 1, q.last)


def spoken_before(line: Line, above: Attribution) -> Attribution | None:
    """`“A.” X nghẹn ngào kể.` · `“A.” (X)`: the speaker of the marks that end the sentence before."""
    between = line.doc.text[above.contents[-1].end : line.sentence.start]
    if len(between) > 4 or "\n" in between:
        return None
    if (signed := _signed(line)) is not None:
        return make(line, above.contents, "direct", "quote_whole", None, signed)
    cue = line.cues[-1] if line.cues else None
    if cue is None or cue.dead or line.quotes or not line.entry(cue).after:
        return None
    adjunct = line.entry(cue).kind == "say" and told_how(line, cue, cue.last, line.end)
    if cue.last < line.end and not adjunct:
        return None  # “…”. X cho biết | trước trận chung kết.
    k = line.verb_start(cue.first)
    source = line.mentions[0] if line.mentions and line.mentions[0].first <= line.start else None
    if source is None and 0 < k - line.start <= _PHRASE and is_noun_phrase(line, line.start, k):
        source = line.described(line.start, k)
    if source is None or k - source.last > 5:
        return None
    return make(line, above.contents, "direct", "quote_source_cue", cue, source)


def _signed(line: Line) -> Mention | None:
    """`“…?” (Lan Anh, Hà Nội)`: a sentence that is only who said the one before, in brackets."""
    m = line.mentions[0] if line.mentions else None
    if m is None or m.first != 1 or line.words[0] != "(" or line.words[line.end - 1] != ")":
        return None
    somebody = m.kind in ("person", "group") or (m.kind == "unknown" and m.form == "name")
    return m if somebody and m.form != "pronoun" and line.end <= _SIGNED else None


CUE_RULES = (quote_source_cue, quote_cue_source, source_cue_quote)
