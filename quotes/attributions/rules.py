"""The rules for one cue: each reads one pattern of saying, answers with an attribution or with none.

``CUE_RULES`` is the algorithm: precise first, the first answer wins.
"""

from __future__ import annotations

from dataclasses import replace

from quotes.attributions.clauses import content_end, indirect, make, quote_type
from quotes.attributions.line import CLOSERS, DASHES, Line, Quoted
from quotes.model import Attribution, Cue, Mention


def quote_source_cue(line: Line, cue: Cue) -> Attribution | None:
    """“A”, X nói[, “B”]"""
    if not line.entry(cue).after:
        return None
    k = line.verb_start(cue.first)
    source = line.subject(cue)
    if source is None:
        return None
    q = _quote_ending(line, source.first)
    if q is None or line.governed(source) and source.last != k:
        return None
    pieces = q.content.pieces
    j = cue.last
    while j < line.n and line.quote_from(j) is None:
        j += 1
    later = line.quote_from(j)
    if later is not None and later.words > 3 and line.trim(0, line.n) <= later.last and line.words[j - 1] in (",", ".", ":", ";", "-", "–"):
        pieces += later.content.pieces
    return make(line, pieces, "direct", "quote_source_cue", cue, source)


def quote_cue_source(line: Line, cue: Cue) -> Attribution | None:
    """“A”, lời X · “A”, nói X"""
    q = _quote_ending(line, line.verb_start(cue.first))
    source = line.mention_from(cue.last)
    if q is None or source is None or source.last < line.end - 12:
        return None
    return make(line, q.content.pieces, "direct", "quote_cue_source", cue, source)


def source_cue_quote(line: Line, cue: Cue) -> Attribution | None:
    """X cho biết: “A” · X nói rằng “A” · X nói với Y: “A”"""
    marker, i = line.after_cue(cue)
    q = line.quote_from(i)
    if q is None or not marker:
        return None
    end = content_end(line, q.first, None)
    if quote_type(line, q.first, max(end, q.last)) != "direct":
        return None
    if marker not in (":", "rằng", "là", ",") and q.words < 4 and line.entry(cue).kind not in ("describe", "opine"):
        return None
    source = _source(line, cue)
    pieces = tuple(p for other in line.quotes if q.first <= other.first < max(end, q.last) for p in other.content.pieces)
    return make(line, pieces, "direct", "source_cue_quote", cue, source)


def fronted_cue_content(line: Line, cue: Cue) -> Attribution | None:
    """Cho biết A, X nhấn mạnh B"""
    if line.verb_start(cue.first) > line.start or line.entry(cue).kind == "relay":
        return None
    following = next((c for c in line.cues if c.first > cue.last and not c.dead and line.entry(c).kind != "relay"), None)
    marker, i = line.after_cue(cue)
    if following is None or ("clause" not in line.entry(cue).takes and marker not in ("rằng", "là")):
        return None
    source = line.mention_before(line.verb_start(following.first), i)
    if source is None or line.words[source.first - 1] != "," or source.first - i < 5:
        return None
    if marker not in ("rằng", "là", ",") and line.words[i] in ("về", "với", "tại", "trong", "trước", "thêm", "sau", "ở", "trên", "khi"):
        return None
    return indirect(line, i, source.first, "fronted_cue_content", cue, source)


def source_name_as(line: Line, cue: Cue) -> Attribution | None:
    """X gọi A là B · X mô tả A là B"""
    if "name_as" not in line.entry(cue).takes:
        return None
    end = content_end(line, cue.last, None)
    j = next((i for i in range(cue.last, end) if line.words[i] in ("là", "như") and line.quote_at(i) is None), None)
    source = _source(line, cue)
    if j is None or source is None or j + 1 >= end:
        return None
    if quote_type(line, j + 1, end) == "direct":
        return indirect(line, j + 1, end, "source_name_as", cue, source)
    return indirect(line, cue.last, end, "source_name_as", cue, source)


def source_cue_marker_clause(line: Line, cue: Cue) -> Attribution | None:
    """X cho biết rằng A · X nhấn mạnh, A"""
    marker, i = line.after_cue(cue)
    entry = line.entry(cue)
    if not marker or marker == "“" or i >= line.end or not ({"marked", "clause"} & entry.takes):
        return None
    if marker == "," and _is_tail(line, i):
        return None
    source = _source(line, cue)
    if source is None and not _shares(line, cue):
        return None
    end = content_end(line, i, source)
    return indirect(line, i, end, "source_cue_marker_clause", cue, source)


def source_cue_clause(line: Line, cue: Cue) -> Attribution | None:
    """X cho biết A"""
    marker, i = line.after_cue(cue)
    entry = line.entry(cue)
    if marker not in ("", "“") or i >= line.end or "clause" not in entry.takes:
        return None
    source = _source(line, cue)
    if source is None and not _shares(line, cue):
        return None
    end = content_end(line, i, source)
    if end - i < 3:
        return None
    return indirect(line, i, end, "source_cue_clause", cue, source)


def source_cue_verb_phrase(line: Line, cue: Cue) -> Attribution | None:
    """X cam kết A · X yêu cầu Y làm A"""
    marker, i = line.after_cue(cue)
    entry = line.entry(cue)
    if i >= line.end or not ({"verb_phrase", "object_clause"} & entry.takes):
        return None
    source = _source(line, cue)
    if source is None and not _shares(line, cue):
        return None
    end = content_end(line, i, source)
    if end - i < 3:
        return None
    return indirect(line, i, end, "source_cue_verb_phrase", cue, source)


def clause_source_cue(line: Line, cue: Cue) -> Attribution | None:
    """A, X cho biết."""
    if not line.entry(cue).after:
        return None
    marker, i = line.after_cue(cue)
    if i < line.end and not _is_adjunct_only(line, cue):
        return None
    source = line.mention_before(line.verb_start(cue.first))
    if source is None or source.first < 4 or line.words[source.first - 1] not in (",", "-", "–"):
        return None
    if line.words[line.n - 1] == ":":
        return None
    first = line.start
    end = source.first - 1
    if _is_opener(line, first, end):
        return None
    return indirect(line, first, end, "clause_source_cue", cue, source)


def _source(line: Line, cue: Cue) -> Mention | None:
    """The subject of the cue; for a coordinated verb phrase that of the act of saying before it."""
    if line.made and line.coordinated(cue):
        k = line.verb_start(cue.first)
        near = line.mention_before(k)
        if near is None or near.last != k:
            return line.made[-1].source
    return line.subject(cue)


def _shares(line: Line, cue: Cue) -> bool:
    """Whether a cue without subject goes on for the speaker of the sentence before: `Đồng thời khẳng định …`."""
    return bool(line.made) or line.verb_start(cue.first) <= line.start


def _quote_ending(line: Line, i: int) -> Quoted | None:
    """The stretch in marks that ends right before token ``i``, with at most a comma or dash between."""
    j = i
    while j > 0 and (line.words[j - 1] in CLOSERS) and line.quote_at(j - 1) is None:
        j -= 1
    q = line.quote_at(j - 1) if j > 0 else None
    if q is None or q.last != j or i - j > 3:
        return None
    before = line.words[q.first - 1] if q.first > line.start else "."
    return q if before in CLOSERS or q.words > 5 else None


def _is_tail(line: Line, i: int) -> bool:
    """Whether nothing but a new clause of the narrator follows a comma: `X nói, rồi bỏ đi`."""
    return line.words[i] in ("rồi", "khi", "sau", "trước") and line.end - i < 6


def _is_adjunct_only(line: Line, cue: Cue) -> bool:
    """Whether only a place, time or addressee stands behind the cue: `… , X nói với BBC hôm 5/3.`"""
    from quotes.attributions.line import ADJUNCT

    i = cue.last
    rest = line.end - i
    return rest <= 0 or (rest <= 14 and ADJUNCT.after(line.words, i) > i and not {":", "rằng"} & set(line.words[i : line.end]))


_OPENERS = frozenset(
    "theo khi phát trả trong tại sau trước ngày hôm trao chia nói về để qua từ bên với đánh bình liên cùng đồng nhân lý đáp".split()
)


def _is_opener(line: Line, first: int, end: int) -> bool:
    return end - first < 4 or line.words[first] in _OPENERS


CUE_RULES = (
    quote_source_cue,
    quote_cue_source,
    source_cue_quote,
    fronted_cue_content,
    source_name_as,
    source_cue_marker_clause,
    clause_source_cue,
    source_cue_clause,
    source_cue_verb_phrase,
)


def theo_source_content(line: Line, cue: Cue) -> Attribution | None:
    """Theo X, A"""
    source = line.mention_from(cue.last) or _named_until_comma(line, cue.last)
    if source is None:
        return None
    i = source.last
    while i < line.n and line.words[i] not in (",", ":", "thì") and i < source.last + 14:
        if line.quote_at(i) is not None:
            return None
        i += 1
    if i >= line.end - 1:
        return None
    while i < line.n and line.words[i] in (",", ":", "thì"):
        i += 1
    if cue.first > line.start and line.words[cue.first - 1] not in CLOSERS:
        return None
    end = content_end(line, i, source)
    return indirect(line, i, end, "theo_source_content", cue, source)


def content_theo_source(line: Line, cue: Cue) -> Attribution | None:
    """A, theo X."""
    source = line.mention_from(cue.last) or _named_until_comma(line, cue.last)
    if source is None or source.last < line.end - 8 or cue.first < 3 or cue.first <= line.start + 2:
        return None
    if line.words[cue.first - 1] not in CLOSERS:
        return None
    q = _quote_ending(line, cue.first)
    if q is not None and q.first <= line.start + 1:
        return make(line, q.content.pieces, "direct", "content_theo_source", cue, source)
    return indirect(line, line.start, cue.first, "content_theo_source", cue, source)


def _named_until_comma(line: Line, i: int) -> Mention | None:
    """A source that no mention covers: the words up to the comma, where they are few and the first is no number."""
    j = i
    while j < line.end and line.words[j] not in (",", ":", "thì", "“", '"') and j - i < 12:
        j += 1
    if j == i or j - i >= 12 or not line.words[i][0].isalpha():
        return None
    return Mention(line.span(i, j), line.sentence.index, i, j, "description", "unknown")


THEO_RULES = (theo_source_content, content_theo_source)


def source_colon_quote(line: Line, q: Quoted) -> Attribution | None:
    """X …: “A”"""
    i = q.first
    if i == 0 or line.words[i - 1] != ":" or line.trim(0, line.n) > q.last + 1:
        return None
    named = [m for m in line.mentions if m.last < i and not line.governed(m)]
    if not named:
        return None
    source = next((m for m in named if line.begins_clause(m, 0)), named[0])
    if source.last == i - 1 and source.first <= line.start:
        return make(line, q.content.pieces, "direct", "source_colon_quote", None, source)
    cue = next((c for c in reversed(line.cues) if c.last <= i), None)
    return make(line, q.content.pieces, "direct", "source_colon_quote", cue, source)


def quote_dash_source(line: Line, q: Quoted) -> Attribution | None:
    """“A” - X"""
    if q.first > line.start or q.words < 3:
        return None
    i = q.last
    while i < line.n and line.words[i] in CLOSERS:
        i += 1
    source = line.mention_from(i)
    if source is None or i == q.last:
        return None
    dash = any(w in DASHES for w in line.words[q.last : i])
    if line.end - source.last > (8 if dash else 6) or (not dash and source.last >= line.end):
        return None
    return make(line, q.content.pieces, "direct", "quote_dash_source", None, source)


def quote_alone(line: Line, q: Quoted) -> Attribution | None:
    """“A”  (a sentence that stands in marks)"""
    if q.first > line.start or q.words < 4 or line.trim(q.last, line.n) > q.last:
        return None
    if not (line.sentence.words[0] in ("“", '"', "«", "‘", "'", "”") or line.words[0] in CLOSERS):
        return None
    return make(line, q.content.pieces, "direct", "quote_alone", None, None)


QUOTE_RULES = (source_colon_quote, quote_dash_source, quote_alone)


def with_via(attribution: Attribution, via: Mention | None) -> Attribution:
    return replace(attribution, via=via) if via is not None else attribution
