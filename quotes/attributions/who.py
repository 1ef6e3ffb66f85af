"""Who speaks, as far as one sentence shows it: the subject of a verb of saying, or what stands beside the marks."""

from __future__ import annotations

from quotes.attributions.line import CLOSERS, NO_NOUN, Line, Quoted
from quotes.model import Cue, Mention


def source_of(line: Line, cue: Cue) -> Mention | None:
    """The subject of the cue; for a coordinated verb phrase that of the act of saying before it."""
    if line.relayed is not None and line.relayed.last <= cue.first and not line.made:
        return line.relayed
    if line.made and line.coordinated(cue):
        k = line.verb_start(cue.first)
        near = line.mention_before(k)
        if near is None or near.last != k:
            return line.made[-1].source
    return line.subject(cue)


def shares(line: Line, cue: Cue, marker: str = "") -> bool:
    """Whether a cue without subject goes on for the speaker of the sentence before: `Đồng thời khẳng định …`."""
    k = line.verb_start(cue.first)
    if line.made:
        return True
    return (k <= line.start and k > 0) or (marker in ("rằng", ":") and (k <= line.start or line.words[k - 1] == ","))


def who_between(line: Line, j: int, k: int) -> Mention | None:
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


def after_last_comma(line: Line, k: int) -> Mention | None:
    """Who stands between the last comma and the verb: `…, các nhà vận động nhân quyền nói.`"""
    j = k
    while j > 0 and line.words[j - 1] not in CLOSERS and line.quote_at(j - 1) is None:
        j -= 1
    if j < 4 or not 0 < k - j <= 10 or line.words[j] in NO_NOUN:
        return None
    m = line.mention_from(j)
    return m or Mention(line.span(j, k), line.sentence.index, j, k, "description", "unknown")


def quote_before(line: Line, k: int) -> Quoted | None:
    """The stretch in marks before token ``k`` that still wants a speaker; a nickname in marks is none."""
    for q in reversed(line.quotes):
        if q.last > k:
            continue
        if line.is_taken(q) or k - q.last > 32 or ":" in line.words[q.last : k]:
            return None
        before = line.words[q.first - 1] if q.first > line.start else "."
        if before in CLOSERS or q.words > 5:
            return q
        if q.words > 3:
            return None
    return None


def quote_ending(line: Line, i: int) -> Quoted | None:
    """The stretch in marks that ends right before token ``i``, with at most a comma or dash between."""
    j = i
    while j > 0 and (line.words[j - 1] in CLOSERS) and line.quote_at(j - 1) is None:
        j -= 1
    q = line.quote_at(j - 1) if j > 0 else None
    if q is None or q.last != j or i - j > 3:
        return None
    before = line.words[q.first - 1] if q.first > line.start else "."
    return q if before in CLOSERS or q.words > 5 else None


def after_closers(line: Line, i: int) -> int:
    while i < line.n and line.words[i] in CLOSERS:
        i += 1
    return i
