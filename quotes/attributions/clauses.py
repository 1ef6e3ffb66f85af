"""Where what was said ends: at the end of the sentence, or where the narrator takes over again."""

from __future__ import annotations

import itertools

from quotes.attributions.line import Line
from quotes.attributions.markers import after_cue
from quotes.attributions.words import (
    ADJUNCT,
    CONJUNCTION,
    DASHES,
    EFFECT,
    HOPE,
    NAMED,
    NO_CLAUSE,
    NOUN_START,
    OCCASION,
    PLURAL,
    PREDICATE,
    PREPOSITION,
    PREVERB,
    UNSAID,
)
from quotes.lexicon import keys
from quotes.model import Attribution, Cue, Mention, QuoteType, Span

_STRONG = frozenset(("say", "opine", "write", "accuse", "deny", "ask"))
# Words of saying that take a clause and hardly ever a mere thing.
_CLAUSE_ONLY = frozenset(("khẳng định", "nói", "nhấn mạnh", "cho là", "hy vọng", "mong", "hứa", "cam kết", "khai"))
# After `nhưng` these tell what the speaker did, whose name is not said again: `nhưng từ chối nêu tên`.
_OF_THE_SPEAKER = frozenset(("tránh", "từ", "lại", "không", "chưa"))
_ASKS = frozenset(("sao", "giờ", "đâu", "gì", "nào", "ai", "mấy", "nhiêu", "chưa", "không"))
# After `nhưng` these go on with what is asked for; anything else tells what came of it.
_STILL_ASKED = frozenset(("phải", "cần", "không", "vẫn", "đừng", "nên", "hãy", "cũng", "chỉ", "đảm", "bảo"))
_ANSWERED = frozenset(("chấp", "đồng", "trả", "đáp", "giải", "phản", "xem", "hồi"))
_SONG = frozenset(("phương", "hành", "ca", "song", "sinh", "tấu", "ngữ", "mã", "thai", "đấu"))  # no conjunction
_PRAISE = frozenset(("khen", "khen ngợi", "phê phán"))  # mostly somebody or something, sometimes a clause
_FINITE = frozenset(("sẽ", "đã", "đang", "là", "vẫn", "cũng", "đều"))
_SOME_DAY = frozenset(("trong", "thời", "tới", "sắp", "từ", "năm", "qua"))
_CONCEDED = frozenset(("dù", "tuy", "không", "chưa"))
_MUCH = frozenset(("về", "hơn", "điều", "thứ", "chuyện", "lần", "thông", "chi"))  # cho biết nhiều về, nhiều chi tiết
_THEREBY = ((",", "theo", "đó"), (",", "qua", "đó"))
_NOUN = 5  # words of a noun phrase that leads to words in marks, with its colon
_BREAKS = frozenset((";", "đồng thời"))


def content_end(line: Line, first: int) -> int:
    """The token after the content that begins at ``first``: where the narrator goes on, or the sentence's end."""
    stop = _narrator(line, first)
    for cue in line.cues:
        if cue.first <= first or cue.dead:
            continue
        end = _break_before(line, cue, first)
        if end is not None and end > first:
            return line.trim(first, min(end, stop))
    return line.trim(first, max(min(line.end, stop), first))


def _narrator(line: Line, first: int) -> int:
    """Where the narrator takes over with no word of saying: `…, nhưng từ chối …`, `…, và dường như …`, `A: “B”`."""
    before = next((c for c in reversed(line.cues) if c.last <= first), None)
    kind = line.entry(before).kind if before is not None else ""
    subordinate = line.subordinate(first)
    conceded = bool(_CONCEDED & set(line.words[first : first + 12]))
    for i in range(first + 3, line.end - 2):
        if (q := line.quote_at(i)) is not None:
            if q.first == i and q.words > 8 and line.quote_at(i - 1) is not None:
                return i  # … gọi ông là “A” “Tôi đến từ sớm, …”: a sentence of its own
            continue
        w, after = line.words[i], line.words[i + 1]
        if w == ":" and _leads_in(line, i + 1):
            return i
        if w in DASHES and after == "ý":
            return i  # “…” – ý chỉ …
        if (w == "nhưng" or (w == "song" and after not in _SONG)) and (
            after == "tránh"
            or line.words[i + 1 : i + 3] == ("sau", "đó")
            or _left_unsaid(line, i + 1)
            or (kind == "request" and _is_outcome(line, i + 1) and line.words[first - 1] != ":")
        ):
            return i - (line.words[i - 1] == "thế")  # yêu cầu … nhưng họ từ chối; nói … nhưng tránh …
        if kind == "request" and (w, after) == (",", "khiến"):
            return i  # kêu gọi tấn công, khiến cả thành phố lo lắng
        if kind == "request" and (w, after) == ("sau", "khi") and _somebody_said(line, i):
            return i  # yêu cầu … sau khi ông Nam thừa nhận …
        if w == "và" and line.words[i + 1 : i + 3] == ("quyết", "định") and kind == "opine":
            return i  # cho rằng … và quyết định đổi tên
        if w == ";" and (m := line.mention_from(i + 1)) is not None and line.words[m.last : m.last + 1] == ("thì",):
            return i
        if w == "," and (
            (subordinate and line.words[i + 1 : i + 3] != ("đồng", "thời")) or _takes_over(line, i, kind, conceded)
        ):
            return i
    return line.end


def _left_unsaid(line: Line, i: int) -> bool:
    """Whether what follows `nhưng` tells what the speaker left out or also did: `nhưng không nói rõ khi nào`."""
    if line.words[i : i + 2] == ("đồng", "thời"):
        k = PREVERB.after(line.words, i + 2)
        return any(c.first == k and c.dead in ("", "hypothetical") for c in line.cues)
    return line.words[i] in ("không", "chưa") and UNSAID.after(line.words, i + 1) > i + 1


def _somebody_said(line: Line, i: int) -> bool:
    return any(c.first > i and not c.dead and line.entry(c).kind in _STRONG for c in line.cues)


def _is_outcome(line: Line, i: int) -> bool:
    """Whether what follows `nhưng` tells what came of a request: `yêu cầu trả tiền nhưng không được trả lời`."""
    return line.words[i] not in _STILL_ASKED or (
        line.words[i : i + 2] == ("không", "được") and line.words[i + 2] in _ANSWERED
    )


def _leads_in(line: Line, i: int) -> bool:
    """Whether words in marks follow that end the sentence: what stands before the colon is told, then quoted."""
    q = line.quote_from(i)
    return q is not None and q.words > 5 and line.trim(0, line.n) <= q.last


def _takes_over(line: Line, i: int, kind: str, conceded: bool) -> bool:
    """Whether the narrator goes on behind the comma at ``i``."""
    after, then = line.words[i + 1], line.words[i + 2]
    if after in ("nhưng", "song") and not conceded and then in _OF_THE_SPEAKER:
        return True
    if after in ("và", "nhưng") and line.words[i + 2 : i + 4] in (("dường", "như"), ("có", "vẻ")):
        return True
    if (after, then) == ("trước", "đó"):
        return True
    return kind == "ask" and line.words[i - 1] in ("không", "chưa", "gì", "đâu", "sao", "nào")


def _break_before(line: Line, cue: Cue, first: int) -> int | None:
    """Where the content stops if ``cue`` is the narrator's again, and not part of what was said."""
    entry = line.entry(cue)
    if line.relays(cue):
        return _relay_at_end(line, cue, first)
    k = line.verb_start(cue.first)
    if k <= first:
        return None
    if line.words[k - 3 : k] in _THEREBY:
        k -= 2
    j = CONJUNCTION.before(line.words, k)
    if line.words[k - 1] == ";" or (line.words[k - 1] == "," and (_says_that(line, cue) or _asks_that(line, cue))):
        j = k - 1
    if j < k:
        conjunction = " ".join(line.words[j:k])
        if conjunction == "," and entry.kind == "request":
            return j
        if (
            conjunction == ";"
            and entry.kind == "request"
            and line.takes_bare_clause(cue)
            and line.may_begin_clause(cue.last)
        ):
            return j
        strong = entry.kind in _STRONG and (
            _marked(line, cue) or cue.form.endswith(("thêm", "rằng", "cho biết", "cho hay", "khẳng định", "nhấn mạnh"))
        )
        return j if strong or (conjunction in _BREAKS and _reports(line, cue)) else None
    near = line.mention_before(k, first)
    if near is None or near.last != k or near.first <= first:
        return None
    j = CONJUNCTION.before(line.words, near.first)
    if line.words[near.first - 1] == ";":
        j = near.first - 1
    if j < near.first and entry.kind in _STRONG | {"request", "commit", "describe"}:
        return j
    return None


def _says_that(line: Line, cue: Cue) -> bool:
    """`…, nói rằng …`, `…, cho biết …`: a further act of saying that needs no conjunction."""
    if cue.form in ("cho biết", "cho hay"):
        return line.mention_before(cue.first) is None and line.verb_start(cue.first) == cue.first
    return (
        line.entry(cue).kind in ("say", "opine")
        and cue.last < line.n
        and "rằng" in (line.words[cue.last], line.words[cue.last - 1])
    )


def _asks_that(line: Line, cue: Cue) -> bool:
    """`…, đề nghị tòa trả hồ sơ`: what the speaker asks for beside what he says."""
    i = cue.last
    return (
        line.entry(cue).kind == "request"
        and cue.form != "chỉ đạo"
        and line.verb_start(cue.first) == cue.first
        and line.takes_bare_clause(cue)
        and i + 2 < line.end
        and line.may_begin_clause(i)
    )


def _reports(line: Line, cue: Cue) -> bool:
    """Whether words follow the cue that could be its content, and not merely its object."""
    marker, i = after_cue(line, cue)
    if marker:
        return True
    takes = line.entry(cue).takes
    return (
        i < line.end
        and line.may_begin_clause(i)
        and bool({"clause", "verb_phrase", "object_clause"} & takes)
        and (
            (line.entry(cue).kind not in ("write", "relay") and not line.entry(cue).noun)
            or line.entry(cue).kind in _STRONG
        )
    )


def _marked(line: Line, cue: Cue) -> bool:
    marker, _ = after_cue(line, cue)
    return bool(marker)


def clausal(line: Line, cue: Cue, first: int, last: int) -> bool:
    """Whether ``first:last`` can be a clause: somebody, and a word that only a predicate has.

    It parts `tiết lộ chợ sẽ đóng cửa` from `tiết lộ hình ảnh cuộc sống`. Verbs that take hardly ever an object are not
    asked.
    """
    near = [q for q in line.quotes if first < q.first < min(last, first + 9) and q.words > 3]
    if any(NAMED.before(line.words, q.first) == q.first for q in near):
        return True  # the verb may stand in the marks
    form = cue.form.removesuffix(" thêm").removeprefix("bày tỏ ")
    if line.words[first] in ("tại", "trong") and OCCASION.after(line.words, first + 1) > first + 1:
        return PREDICATE.within(line.words, first, last)  # nói tại cuộc họp chiều 4/11
    if form in _CLAUSE_ONLY or form.endswith(("rằng", "biết", "hay")):
        return True
    if line.entry(cue).kind == "ask" and not _ASKS.isdisjoint(line.words[first:last]):
        return True
    # An object may hold a relative clause of its own; a clause has its verb near its subject.
    if cue.form in _PRAISE:
        words = itertools.takewhile(lambda w: w not in (",", "khi", "vì"), line.words[first : min(last, first + 8)])
        return PREDICATE.within(line.words, first, first + len(list(words)))
    if line.entry(cue).kind in ("say", "opine", "relay", "write") and _names_subject(line, first, last):
        return True
    if line.entry(cue).kind == "opine":
        return PREDICATE.within(line.words, first, min(last, first + 25)) or _has_effect(line, first, last)
    thing = NOUN_START.after(line.words, first) > first and line.mention_from(first) is None
    reach = 7 if thing and line.words[first + 1] != "đây" else 14  # cách đây mười năm
    return any(
        PREDICATE.after(line.words, i) > i for i in range(first, min(last, first + reach)) if line.quote_at(i) is None
    )


def _names_subject(line: Line, first: int, last: int) -> bool:
    """`thừa nhận đội nhà thua`, `tiết lộ giới chức bang nhận ra rằng …`: who it is told of, and what he does."""
    told = itertools.takewhile(lambda i: not any(c.first == i for c in line.cues), range(first, min(last, first + 14)))
    if any(line.words[i] == "rằng" for i in told):
        return True
    i = PLURAL.after(line.words, first)
    m = line.mention_from(first) or line.mention_from(i)
    if m is None or m.form == "description" or m.last + 2 > last:
        return False
    if m.kind not in ("person", "group", "organization", "country"):
        return False
    w = line.words[m.last]
    return (
        w[0].isalpha()
        and w not in ("vs", "vì")
        and not (
            NO_CLAUSE.after(line.words, m.last) > m.last
            or PREPOSITION.after(line.words, m.last) > m.last
            or CONJUNCTION.after(line.words, m.last) > m.last
            or ADJUNCT.after(line.words, m.last) > m.last
        )
    )


def _has_effect(line: Line, first: int, last: int) -> bool:
    """`nhận định chuyến thăm đánh dấu bước ngoặt`, but no `nhận định về lợi ích mà dự án mang lại`."""
    for i in range(first + 1, min(last, first + 16)):
        if line.words[i] in ("mà", ",", "do", "để", "nhằm"):
            return False
        if EFFECT.after(line.words, i) > i:
            return True
    return False


def hoped(line: Line, cue: Cue, i: int) -> bool:
    """Whether a hope has a clause with a subject of its own; with a verb phrase alone it is only a wish."""
    if keys(cue.form) not in HOPE.forms:
        return True
    if line.mention_from(i) is not None or line.words[i] in ("việc", "đây", "đó", "sau", "với"):
        return True
    if NOUN_START.after(line.words, i) > i:
        return PREDICATE.within(line.words, i, min(line.end, i + 16))  # no `mong sự ủng hộ của bạn bè`
    if line.words[i : i + 2] == ("ngày", "càng"):
        return True
    if line.words[i] in _SOME_DAY:
        return not _FINITE.isdisjoint(line.words[i + 1 : i + 25])  # mong trong năm tới, chợ sẽ mở lại
    near = line.words[i + 1 : i + 10]
    finite = {w for w, then in itertools.pairwise(near) if then != "như"} & _FINITE
    return bool(finite) and line.words[i] not in ("được", "có", "tiếp", "đón", "nhận", "góp")


def may_begin_clause(line: Line, cue: Cue, i: int) -> bool:
    """Whether what was said may begin at token ``i`` with no marker before it."""
    if line.quote_from(i) is not None:
        return True
    w = line.words[i]
    if cue.form.endswith(("rằng", "biết", "hay")) or cue.form in ("khẳng định", "nhấn mạnh"):
        if w == "nhiều" and line.words[i + 1] in _MUCH:
            return False
        return w[0].isalnum() and w not in ("và", "thì", "nhau", "gì", "nào", "về", "của", "lại")
    return line.may_begin_clause(i)


def _relay_at_end(line: Line, cue: Cue, first: int) -> int | None:
    """`…, theo Reuters.`: the tail that names where it is from."""
    if line.words[cue.first - 1] != "," and line.quote_at(cue.first - 1) is None:
        return None
    m = line.mention_from(cue.last)
    if m is None or cue.first - 1 <= first:
        return None
    dated = line.end - m.last <= 4 and ADJUNCT.after(line.words, m.last) > m.last  # , theo TASS ngày 6/2
    if m.last >= line.end - 1 or dated:
        return cue.first
    return None


def quote_type(line: Line, first: int, last: int) -> QuoteType:
    """Direct where all words stand in marks, mixed where some do, else indirect."""
    inside = [q for q in line.quotes if q.first < last and q.last > first]
    if not inside:
        return "indirect"
    i = first
    while i < last:
        quoted = line.quote_at(i)
        if quoted is not None:
            i = quoted.last
        elif line.words[i] in (",", ".", "và", ";"):
            i += 1
        else:
            return "mixed"
    return "direct"


def indirect(
    line: Line, first: int, last: int, rule: str, cue: Cue | None, source: Mention | None
) -> Attribution | None:
    """An attribution of the clause ``first:last``, or none where there is next to nothing in it."""
    last = line.trim(first, last)
    if last - first < 2:
        return None
    first = _behind_noun(line, first, last)
    kind = quote_type(line, first, last)
    if kind == "direct":
        pieces = tuple(p for q in line.quotes if first <= q.first < last for p in q.content.pieces)
        if not pieces:
            return None  # all of it lies in marks that open further left
    else:
        pieces = (line.span(first, last),)
    return make(line, pieces, kind, rule, cue, source)


def _behind_noun(line: Line, first: int, last: int) -> int:
    """`nêu rõ | lý do: “A”`: what is said are the words in marks, where only a noun leads to them."""
    for i in range(first + 1, min(first + _NOUN, last - 1)):
        if line.words[i] == ":" and (q := line.quote_from(i + 1)) is not None and q.last >= last and q.words > 3:
            return q.first if not PREDICATE.within(line.words, first, i) else first
    return first


def make(
    line: Line,
    pieces: tuple[Span, ...],
    kind: QuoteType,
    rule: str,
    cue: Cue | None,
    source: Mention | None,
    via: Mention | None = None,
) -> Attribution:
    return Attribution(
        pieces,
        kind,
        rule,
        line.sentence.index,
        cue.span if cue else None,
        cue.form if cue else None,
        source,
        via or line.via,
    )
