"""The rules for one cue: each reads one pattern of saying, answers with an attribution or with none.

``CUE_RULES`` is the algorithm: precise first, the first answer wins.
"""

from __future__ import annotations

from dataclasses import replace

from quotes.attributions.clauses import clausal, content_end, indirect, make, may_begin_clause, quote_type
from quotes.attributions.line import (
    ADJUNCT,
    CLOSERS,
    CONJUNCTION,
    DASHES,
    NO_CLAUSE,
    NO_NOUN,
    Line,
    Quoted,
)
from quotes.model import Attribution, Cue, Mention


def quote_source_cue(line: Line, cue: Cue) -> Attribution | None:
    """“A”, X nói[, “B”]"""
    if not line.entry(cue).after:
        return None
    k = line.verb_start(cue.first)
    q = _quote_before(line, k)
    if q is None:
        return None
    j = _after_closers(line, q.last)
    source = _who_between(line, j, k)
    if source is None:
        return None
    pieces = q.content.pieces
    i = cue.last
    while i < line.n and line.quote_from(i) is None:
        i += 1
    later = line.quote_from(i)
    if later is not None and later.words > 3 and line.trim(0, line.n) <= later.last and line.words[i - 1] in CLOSERS:
        pieces += later.content.pieces
    return make(line, pieces, "direct", "quote_source_cue", cue, source)


def _quote_before(line: Line, k: int) -> Quoted | None:
    """The stretch in marks before token ``k`` that still wants a speaker."""
    q = next((q for q in reversed(line.quotes) if q.last <= k), None)
    if q is None or line.is_taken(q) or k - q.last > 32 or ":" in line.words[q.last : k]:
        return None
    before = line.words[q.first - 1] if q.first > line.start else "."
    return q if before in CLOSERS or q.words > 5 else None


def _after_closers(line: Line, i: int) -> int:
    while i < line.n and line.words[i] in CLOSERS:
        i += 1
    return i


def _who_between(line: Line, j: int, k: int) -> Mention | None:
    """Who stands between the marks and the verb: `“…”, một người dùng mạng xã hội thắc mắc`."""
    if any(j <= c.first and c.last < k and not c.dead and not line.relays(c) for c in line.cues):
        return None
    named = [m for m in line.mentions if j <= m.first and m.last <= k]
    first = next((m for m in named if m.first == j), None)
    if first is None and named and named[0].first - j > 3:
        first = next((m for m in named if not line.governed(m)), None)
    first = first or (named[0] if named else None)
    if first is not None and (line.via is None or first.first >= line.via.last):
        return first
    later = next((m for m in named if line.via is None or m.first >= line.via.last), None)
    if later is not None or k - j > 12 or k <= j or line.words[j] in NO_NOUN:
        return later
    return Mention(line.span(j, k), line.sentence.index, j, k, "description", "unknown")


def quote_cue_source(line: Line, cue: Cue) -> Attribution | None:
    """“A”, lời X · “A”, nói X"""
    q = _quote_ending(line, line.verb_start(cue.first))
    source = line.mention_from(cue.last)
    if q is None or line.is_taken(q) or source is None or source.last < line.end - 12:
        return None
    return make(line, q.content.pieces, "direct", "quote_cue_source", cue, source)


def source_cue_quote(line: Line, cue: Cue) -> Attribution | None:
    """X cho biết: “A” · X nói rằng “A” · X nói với Y: “A”"""
    marker, i = line.after_cue(cue)
    q = line.quote_from(i)
    if q is None or not marker:
        return None
    last = _last_quote(line, q, marker)
    if last is None or (q.words < 4 and marker in ("“", ",") and line.entry(cue).kind not in ("describe", "opine", "say")):
        return None
    pieces = tuple(p for other in line.quotes if q.first <= other.first < last for p in other.content.pieces)
    return make(line, pieces, "direct", "source_cue_quote", cue, _source(line, cue))


def _last_quote(line: Line, q: Quoted, marker: str) -> int | None:
    """The token after the words in marks that begin with ``q``, if all that was said stands in marks."""
    end = line.trim(q.last, content_end(line, q.first, None))
    if end <= q.last or quote_type(line, q.first, end) == "direct":
        return max(end, q.last)
    # The narrator goes on after a full sentence of somebody's words: `nói “…”, đồng thời …`, `nói: “…” khi rời đi`.
    goes_on = line.words[q.last] in _GOES_ON or CONJUNCTION.after(line.words, q.last) > q.last
    return q.last if goes_on and q.words >= (3 if marker == ":" else 6) else None


def fronted_cue_content(line: Line, cue: Cue) -> Attribution | None:
    """Cho biết A, X nhấn mạnh B · Khẳng định A, X …"""
    entry = line.entry(cue)
    if line.verb_start(cue.first) > line.start or not {"clause", "marked"} & entry.takes:
        return None
    marker, i = line.after_cue(cue)
    if marker in (":", "“") or i >= line.end or line.words[i] in NO_CLAUSE:
        return None
    if marker not in ("rằng", ",", "là") and "clause" not in entry.takes:
        return None
    named = [m for m in line.mentions if m.first - i >= 5 and line.words[m.first - 1] == "," and m.kind != "unknown"]
    source = next((m for m in reversed(named) if _heads_clause(line, m, marker)), None)
    if source is None:
        return None
    return indirect(line, i, source.first, "fronted_cue_content", cue, source)


def _heads_clause(line: Line, m: Mention, marker: str) -> bool:
    """Whether a verb group follows the mention, so that it is the sentence's subject and no item of a list."""
    following = next((c for c in line.cues if c.first >= m.last and not c.dead), None)
    if following is not None and line.verb_start(following.first) <= m.last + 1:
        return True
    return bool(marker) and m.last < line.end and line.words[m.last] not in _LIST_MARKS


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
    if source is None and not _shares(line, cue, marker):
        return None
    end = content_end(line, i, source)
    return indirect(line, i, end, "source_cue_marker_clause", cue, source)


def source_cue_clause(line: Line, cue: Cue) -> Attribution | None:
    """X cho biết A"""
    marker, i = line.after_cue(cue)
    entry = line.entry(cue)
    if marker not in ("", "“") or i >= line.end or "clause" not in entry.takes or not may_begin_clause(line, cue, i):
        return None
    source = _source(line, cue)
    if source is None and not _shares(line, cue):
        return None
    end = content_end(line, i, source)
    if end - i < 3 or not clausal(line, cue, i, end):
        return None
    return indirect(line, i, end, "source_cue_clause", cue, source)


def source_cue_verb_phrase(line: Line, cue: Cue) -> Attribution | None:
    """X cam kết A · X yêu cầu Y làm A"""
    marker, i = line.after_cue(cue)
    entry = line.entry(cue)
    if i >= line.end or not ({"verb_phrase", "object_clause"} & entry.takes) or line.words[i] in NO_CLAUSE:
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
    k = line.verb_start(cue.first)
    source = line.mention_before(k) or _after_last_comma(line, k)
    if source is None or source.first < 4 or line.words[source.first - 1] not in (",", "-", "–"):
        return None
    if line.words[line.n - 1] == ":":
        return None
    first = line.start
    end = source.first - 1
    if _is_opener(line, first, end) or any(line.is_taken(q) for q in line.quotes if first <= q.first < end):
        return None
    return indirect(line, first, end, "clause_source_cue", cue, source)


def _after_last_comma(line: Line, k: int) -> Mention | None:
    """Who stands between the last comma and the verb: `…, các nhà vận động nhân quyền nói.`"""
    j = k
    while j > 0 and line.words[j - 1] not in CLOSERS and line.quote_at(j - 1) is None:
        j -= 1
    if j < 4 or not 0 < k - j <= 10 or line.words[j] in NO_NOUN:
        return None
    m = line.mention_from(j)
    return m or Mention(line.span(j, k), line.sentence.index, j, k, "description", "unknown")


def _source(line: Line, cue: Cue) -> Mention | None:
    """The subject of the cue; for a coordinated verb phrase that of the act of saying before it."""
    if line.made and line.coordinated(cue):
        k = line.verb_start(cue.first)
        near = line.mention_before(k)
        if near is None or near.last != k:
            return line.made[-1].source
    return line.subject(cue)


def _shares(line: Line, cue: Cue, marker: str = "") -> bool:
    """Whether a cue without subject goes on for the speaker of the sentence before: `Đồng thời khẳng định …`."""
    k = line.verb_start(cue.first)
    if line.made:
        return True
    return k <= line.start and k > 0 or (marker in ("rằng", ":") and (k <= line.start or line.words[k - 1] == ","))


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
    i = cue.last
    rest = line.end - i
    return rest <= 0 or (rest <= 14 and ADJUNCT.after(line.words, i) > i and not {":", "rằng"} & set(line.words[i : line.end]))


_LIST_MARKS = frozenset((",", ";", "và", "-", "–", "(", ")", "…", ".", "của"))
_GOES_ON = frozenset((",", ";", "và", "rồi", "khi", "trong", "sau", "–", "-", "(", "tại", "trước", "với", "vì", "nhằm", "cho"))
_OPENERS = frozenset(
    "theo khi phát trả trong tại sau trước ngày hôm trao chia nói về để qua từ bên với đánh bình liên cùng đồng nhân lý đáp".split()
)


def _is_opener(line: Line, first: int, end: int) -> bool:
    """Whether nothing but adverbials stand in ``first:end``: `Trong buổi họp báo sáng nay,`."""
    end = line.trim(first, end)
    begin = first
    for i in range(first, end):
        if line.words[i] == "," and line.quote_at(i) is None:
            begin = i + 1
    return end - begin < 4 or line.words[begin] in _OPENERS


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
    k = line.verb_start(cue.first)
    if k > line.start and line.words[k - 1] not in CLOSERS and not line.raw(cue.first)[0].isupper():
        return None
    end = content_end(line, i, source)
    return indirect(line, i, end, "theo_source_content", cue, source)


def content_theo_source(line: Line, cue: Cue) -> Attribution | None:
    """A, theo X."""
    source = line.mention_from(cue.last) or _named_until_comma(line, cue.last)
    if source is None or cue.first <= line.start + 2 or line.words[cue.first - 1] not in CLOSERS:
        return None
    q = _quote_ending(line, cue.first)
    if q is not None and not line.is_taken(q) and q.first <= line.start + 1:
        return make(line, q.content.pieces, "direct", "content_theo_source", cue, source)
    if cue.first - line.start < 6 or _is_opener(line, line.start, cue.first):
        return None
    rest = line.end - source.last
    described = rest > 2 and line.words[source.last] == "," and line.mention_from(source.last + 1) is not None
    if (rest > 14 and not described) or (rest > 1 and line.words[source.last] not in (",", "(", "-", "–")):
        return None
    if any(c.first > source.last and not c.dead for c in line.cues):
        return None
    return indirect(line, line.start, cue.first, "content_theo_source", cue, source)


def _named_until_comma(line: Line, i: int) -> Mention | None:
    """A source that no mention covers: the words up to the comma, where they are few and the first is no number."""
    j = i
    while j < line.end and line.words[j] not in (",", ":", "thì", "“", '"') and j - i < 12:
        j += 1
    if j == i or j - i >= 12 or not line.words[i][0].isalpha():
        return None
    return Mention(line.span(i, j), line.sentence.index, i, j, "description", "unknown")


def quote_relay_source(line: Line, cue: Cue) -> Attribution | None:
    """“A”, M dẫn lời X."""
    q = _quote_before(line, cue.first)
    source = line.mention_from(cue.last)
    if q is None or source is None or line.words[cue.first] == "theo":
        return None
    return make(line, q.content.pieces, "direct", "quote_relay_source", cue, source, line.mention_before(cue.first))


def relay_source_content(line: Line, cue: Cue) -> Attribution | None:
    """M dẫn lời X rằng A · M dẫn lời X: “A”"""
    source = line.mention_from(cue.last)
    if source is None or line.words[cue.first] == "theo":
        return None
    i = source.last
    if i >= line.end or line.words[i] not in ("rằng", ":", ",", "là"):
        return None
    while i < line.end and line.words[i] in ("rằng", ":", ",", "là"):
        i += 1
    answer = indirect(line, i, content_end(line, i, source), "relay_source_content", cue, source)
    return replace(answer, via=line.subject(cue)) if answer else None


THEO_RULES = (quote_relay_source, relay_source_content, content_theo_source, theo_source_content)


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


def quote_source_verb(line: Line, q: Quoted) -> Attribution | None:
    """“A” - X · “A”, X bức xúc.  (a verb that is no word of saying)"""
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
    return make(line, q.content.pieces, "direct", "quote_source_verb", None, source)


def source_verb_quote(line: Line, q: Quoted) -> Attribution | None:
    """X hối hận “A”  (a verb that is no word of saying, before a whole sentence in marks)"""
    if q.words < 7 or line.trim(q.last, line.n) > q.last or not line.raw(q.first + 1)[:1].isupper():
        return None
    source = next((m for m in reversed(line.mentions) if m.last <= q.first), None)
    if source is None or not 0 < q.first - source.last <= 4 or source.kind != "person" or line.governed(source):
        return None
    return make(line, q.content.pieces, "direct", "source_verb_quote", None, source)


def quote_alone(line: Line, q: Quoted) -> Attribution | None:
    """“A”  (a sentence that stands in marks)"""
    if q.first > line.start or q.words < 4 or line.trim(q.last, line.n) > q.last:
        return None
    if line.words[q.first] in ("'", "‘") and not line.words[q.last - 2] in (".", "!", "?", "…"):
        return None  # a sub-heading
    return make(line, q.content.pieces, "direct", "quote_alone", None, None)


def noun_quote(line: Line, q: Quoted) -> Attribution | None:
    """X đưa ra cam kết mạnh mẽ “A”"""
    cue = next((c for c in reversed(line.cues) if c.last <= q.first), None)
    if cue is None or cue.dead not in ("noun", "") or q.first - cue.last > 3 or q.words < 5:
        return None
    if any(w in CLOSERS for w in line.words[cue.last : q.first] if w != ":"):
        return None
    return make(line, q.content.pieces, "direct", "noun_quote", cue, line.subject(cue))


QUOTE_RULES = (noun_quote, source_colon_quote, quote_source_verb, source_verb_quote, quote_alone)


def relayed_by(line: Line, cue: Cue) -> Mention | None:
    """The medium in `Theo BBC, ông X cho biết …` and `tờ Marca dẫn lời ông X nói …`: it relays what another says."""
    source = line.mention_from(cue.last)
    later = next((c for c in line.cues if c.first > cue.last and not c.dead and not line.relays(c)), None)
    if source is None or later is None:
        return None
    k = line.verb_start(later.first)
    if not cue.form.startswith("theo"):
        return line.subject(cue) if k - source.last < 25 else None
    subject = line.mention_before(k, source.last)
    return source if subject is not None and line.words[subject.first - 1] in (",", "thì") else None
