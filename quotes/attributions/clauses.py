"""Where what was said ends: at the end of the sentence, or where the narrator takes over again."""

from __future__ import annotations

from quotes.attributions.coordination import acts_for_many, goes_on, goes_on_clause
from quotes.attributions.line import Line
from quotes.attributions.markers import after_cue
from quotes.attributions.narrator import STRONG, narrator
from quotes.attributions.phrases import contrasted, in_brackets
from quotes.attributions.words import (
    ADJUNCT,
    CONJUNCTION,
    PREDICATE,
)
from quotes.model import Attribution, Cue, Mention, QuoteType, Span

_THEREBY = ((",", "theo", "đó"), (",", "qua", "đó"))
_NOUN = 5  # words of a noun phrase that leads to words in marks, with its colon
_ASIDES = frozenset((",", "(", "và"))
_BREAKS = frozenset((";", "đồng thời"))
_TAIL = 8


def content_end(line: Line, first: int) -> int:
    """The token after the content that begins at ``first``: where the narrator goes on, or the sentence's end."""
    stop = narrator(line, first)
    if ")" in line.words and in_brackets(line, 0, first):
        stop = _bracket_closed(line, first, stop)
    for cue in line.cues:
        if cue.first <= first or cue.dead:
            continue
        end = _break_before(line, cue, first)
        if end is not None and end > first:
            return line.trim(first, min(end, stop))
    return line.trim(first, max(min(line.end, stop), first))


def _bracket_closed(line: Line, first: int, stop: int) -> int:
    """Where the bracket closes in which the words said begin: `(phía Kiev cho biết 19 người chết |) …`; no `1)`."""
    depth = 0
    for i in range(first, stop):
        if line.words[i] == "(":
            depth += 1
        elif line.words[i] == ")" and depth:
            depth -= 1
        elif line.words[i] == ")" and len(line.words[i - 1]) > 1 and not line.words[i - 1].isdigit():
            return i
    return stop


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
    if (both := _both(line, k, first)) is not None:
        return both
    if "nên" in (line.words[k], line.words[k - 1]) and entry.kind == "request" and goes_on_clause(line, cue):
        return k - (line.words[k] != "nên")  # phản ánh nước có mùi nên đề nghị thành phố kiểm tra
    if entry.kind == "request" and line.words[k - 3 : k] == (",", "trong", "đó") and _asked_before(line, cue, first):
        return k - 3
    j = CONJUNCTION.before(line.words, k)
    if line.words[k - 1] == ";" or (line.words[k - 1] == "," and (_says_that(line, cue) or _asks_that(line, cue))):
        j = k - 1
    if j < k:
        conjunction = " ".join(line.words[j:k])
        if conjunction == "," and _is_subject(line, first, j) and line.entry(cue).kind != "request":
            return None
        if conjunction in ("và", "đồng thời") and acts_for_many(line, first, j):
            return None
        if conjunction == "," and entry.kind == "request":
            return j
        if (
            conjunction == ";"
            and entry.kind == "request"
            and line.takes_bare_clause(cue)
            and line.may_begin_clause(cue.last)
        ):
            return j
        strong = entry.kind in STRONG and (
            _marked(line, cue) or cue.form.endswith(("thêm", "rằng", "cho biết", "cho hay", "khẳng định", "nhấn mạnh"))
        )
        if strong or (conjunction in _BREAKS and _reports(line, cue)):
            return j
        return j if goes_on(line, cue, first, conjunction) else None
    if line.words[k - 1] == "," and goes_on(line, cue, first, ","):
        return k - 1
    near = line.mention_ending(k, first)
    if near is None or near.first <= first:
        return _other_speaker(line, cue, k, first)
    marker, i = after_cue(line, cue)
    if line.words[near.first - 1] == "," and marker == ":" and line.quote_from(i) is not None:
        return near.first - 1  # Trước thông tin công ty A cho rằng máy tốt, ông Hùng nói: “…”
    j = CONJUNCTION.before(line.words, near.first)
    if line.words[near.first - 1] == ";":
        j = near.first - 1
    if line.words[j : near.first] == ("và",) and _tells_nothing(line, first, j):
        return None
    if line.words[j : near.first] == ("và",) and entry.doubtful:
        return None  # … và bạn của ông đã cảm ơn về “món quà” này
    if line.words[j : near.first] == ("và",) and (
        (near.plural and _joins_bodies(line, j)) or any(m.first == first and m.last == j for m in line.mentions)
    ):
        return None  # cho biết Sở A và các đơn vị liên quan yêu cầu …, cho biết công ty B và ông Nam báo cáo …
    if j < near.first and entry.kind in STRONG | {"request", "commit", "describe"}:
        return j
    return None


def _both(line: Line, k: int, first: int) -> int | None:
    """`vừa cam kết A, | vừa yêu cầu B`, `không chỉ yêu cầu A | mà còn đề nghị B`: two acts, told as a pair."""
    i, words = k, line.words
    pair: tuple[tuple[str, ...], ...] = (("vừa",),)
    if words[k - 1] == "mà" and words[k] in ("còn", "cũng"):
        i, pair = k - 1, (("không", "chỉ"), ("không", "những"), ("chẳng", "những"))
    elif words[k] != "vừa" or words[k - 1] not in (",", "lại"):
        return None
    main = line.main_cue(first)
    if main is None or not any(words[main.first - len(p) : main.first] == p for p in pair):
        return None
    return i - (words[i - 1] in (",", "lại"))


def _asked_before(line: Line, cue: Cue, first: int) -> bool:
    """`đề nghị viện bổ sung hồ sơ, trong đó | đề nghị nêu rõ …`: one more thing that the same asks for."""
    main = line.main_cue(first)
    return main is not None and line.entry(main).kind == "request" and goes_on_clause(line, cue)


def _is_subject(line: Line, first: int, last: int) -> bool:
    """`xác định, ông Nam và vợ, cư trú tại thị trấn, | tuyên bố phá sản`: of what was said only a subject was told."""
    m = line.mention_from(first)
    return (
        m is not None
        and m.last < last
        and not PREDICATE.within(line.words, first, last)
        and _ASIDES.issuperset(line.words[m.last : m.last + 1])
    )


def _other_speaker(line: Line, cue: Cue, k: int, first: int) -> int | None:
    """`…, nhưng các nguồn tin ở thành phố | khẳng định …`: another speaks against it, whom no mention covers."""
    if not goes_on_clause(line, cue):
        return None
    other = contrasted(line, k, first)
    if other is None:
        return None
    return other.first - (2 if line.words[other.first - 1] == "khi" else 1)


def _tells_nothing(line: Line, first: int, end: int) -> bool:
    """`do sếp | và đồng nghiệp hay hỏi`, `hãng A | và ông Nam báo cáo`: only the first of those who do it."""
    m = line.mention_from(first)
    if m is not None and m.last >= line.trim(first, end):
        return True
    return line.words[first] in ("do", "vì", "bởi") and not PREDICATE.within(line.words, first + 1, end)


def _joins_bodies(line: Line, j: int) -> bool:
    """Whether a body ends before the conjunction at ``j``, and what follows shares its verb."""
    return any(m.last == j and m.kind in ("organization", "country", "group") for m in line.mentions)


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
            or line.entry(cue).kind in STRONG
        )
    )


def _marked(line: Line, cue: Cue) -> bool:
    marker, _ = after_cue(line, cue)
    return bool(marker)


def _relay_at_end(line: Line, cue: Cue, first: int) -> int | None:
    """`…, theo Reuters.`: the tail that names where it is from."""
    if line.raw(cue.first)[0].isupper() and line.words[cue.first - 1][0].isalnum():
        return cue.first  # … một tiêu chí Theo ông Nam, …: a full stop was lost
    if line.words[cue.first - 1] != "," and line.quote_at(cue.first - 1) is None:
        return None
    if cue.first - 1 <= first:
        return None
    if _names_at_end(line, cue.last):
        return cue.first
    m = line.mention_from(cue.last)
    if m is None:
        return None
    dated = line.end - m.last <= 4 and ADJUNCT.after(line.words, m.last) > m.last  # , theo TASS ngày 6/2
    if m.last >= line.end - 1 or dated:
        return cue.first
    return None


def _names_at_end(line: Line, i: int) -> bool:
    """Whether few words with a name among them end the sentence: `, theo tin tức trên báo Thanh Niên`, `, theo Sun`."""
    few = 0 < line.end - i <= _TAIL and all(w[0].isalpha() for w in line.words[i : line.end])
    named = few and any(line.raw(j)[0].isupper() for j in range(i, line.end))
    return named and not PREDICATE.within(line.words, i, line.end)


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
    if (last - first < 2 and not _yes_or_no(line, first, last)) or _only_brackets(line, first, last):
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


def _yes_or_no(line: Line, first: int, last: int) -> bool:
    """`Bà Hoa đáp: | Không.`: one word that is an answer."""
    return last > first > 0 and line.words[first - 1] == ":" and line.words[first] in _SHORT_ANSWERS


_SHORT_ANSWERS = frozenset("không có rồi chưa vâng dạ đúng được phải ừ ok".split())


def _only_brackets(line: Line, first: int, last: int) -> bool:
    """`nói rằng | (qua mạng X) |:`: where it was said."""
    return line.words[first] == "(" and ")" not in line.words[first : last - 1] and line.words[last - 1] == ")"


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
