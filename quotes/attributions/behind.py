"""Who is named at the end of what was said: `Chợ đã mở cửa, ông Nam cho biết.`"""

from __future__ import annotations

from quotes.attributions.clauses import indirect
from quotes.attributions.line import Line
from quotes.attributions.markers import after_cue
from quotes.attributions.who import names_somebody, who_behind
from quotes.attributions.words import ADJUNCT, CLAUSE_AFTER_ALL, OPENER, PREDICATE
from quotes.model import Attribution, Cue, Mention

# What follows these is done, and not where or when it is said: `xác nhận cho cầu thủ nghỉ`, `khai đến đâu`.
_BENEFIT = frozenset(("cho", "từ", "đến", "tới", "lại"))
# What an answer is about, and not what it says: `Về việc chợ bị cháy, …`.
_TOPICS = frozenset(
    tuple(words.split())
    for words in (
        "về việc, về vấn, về thắc, về thông, về câu, về nội, về vụ, về trường, về chuyện, về phản, về kiến, về đề, "
        "nhân dịp, nhân chuyến, liên quan"
    ).split(", ")
)


def clause_source_cue(line: Line, cue: Cue) -> Attribution | None:
    """A, X cho biết."""
    entry = line.entry(cue)
    if not entry.after or entry.doubtful or not {"clause", "comma"} & entry.takes:
        return None
    _, i = after_cue(line, cue)
    if i < line.end and (not _is_adjunct_only(line, cue) or line.words[cue.last] == "về"):
        return None
    k = line.verb_start(cue.first)
    source = who_behind(line, k)
    if source is None or source.first < 4 or line.words[source.first - 1] not in (",", "-", "–"):
        return None
    if line.words[line.n - 1] == ":":
        return None
    first = line.start
    end = source.first - 1
    named = line.mention_ending(end)
    if named is not None and named.form == "name" and line.words[named.first - 1] == ",":
        if source.form in ("title", "description"):
            source, end = named, named.first - 1  # A, Tên Người, giám đốc công ty, cho biết
        elif source.kind == "person" and named.kind == "person":
            end = named.first - 1  # A, bà Hoa, ông Nam và nhiều người khác cho biết: one more who says it
    if source.kind == "unknown" and not names_somebody(line, source.first):
        return None
    if is_adverbial(line, first, end) or any(line.is_taken(q) for q in line.quotes if first <= q.first < end):
        return None
    if i < line.end and end - first < 7 and not PREDICATE.within(line.words, first, end):
        return None
    if line.words[first] in ("(", "là") or line.words[first : first + 2] == ("không", "chỉ"):
        return None
    return indirect(line, first, end, "clause_source_cue", cue, source)


def told_at_end(line: Line) -> tuple[Cue, Mention] | None:
    """Who tells all of a sentence, named at its end, where somebody speaks within it too: `X hứa A, Y cho biết.`"""
    live = [c for c in line.cues if not c.dead and not line.relays(c)]
    if len(live) < 2 or not line.entry(live[-1]).after:
        return None
    cue = live[-1]
    k = line.verb_start(cue.first)
    source = line.mention_before(k)
    quoted = [q for q in line.quotes if q.words > _FEW]
    if quoted and (source is None or source.kind != "media" or quoted[0].first < live[0].last):
        return None  # “A”, ông Nam nói; not `ông Lee nói giá “sẽ tăng thêm nữa”, báo Sao Mai đưa tin`
    if source is None or source.last != k or line.words[source.first - 1] != "," or live[-2].first > source.first:
        return None
    if not _is_adjunct_only(line, cue) or is_adverbial(line, line.start, source.first - 1):
        return None
    return cue, source


_FEW = 3  # words in marks that are a part of what is said


def _is_adjunct_only(line: Line, cue: Cue) -> bool:
    """Whether only a place, time or addressee stands behind the cue: `… , X nói với BBC hôm 5/3.`"""
    i = cue.last
    rest = line.end - i
    if rest > 1 and line.words[i] == "theo" and (m := line.mention_from(i + 1)) is not None and m.last >= line.end:
        return True  # …, báo A đưa tin theo Reuters
    if rest > 0 and (line.words[i] in _BENEFIT or CLAUSE_AFTER_ALL.after(line.words, i) > i):
        return False
    return rest <= 0 or (
        rest <= 14 and ADJUNCT.after(line.words, i) > i and not {":", "rằng"} & set(line.words[i : line.end])
    )


def _last_clause(line: Line, first: int, end: int) -> int:
    """The token after the last comma of ``first:end``."""
    return max((i + 1 for i in range(first, end) if line.words[i] == "," and line.quote_at(i) is None), default=first)


def is_adverbial(line: Line, first: int, end: int) -> bool:
    """Whether nothing but adverbials stand in ``first:end``: `Trong buổi họp báo sáng nay,`."""
    end = line.trim(first, end)
    if line.words[first : first + 2] in _TOPICS:
        return True  # Về việc có chợ bị cháy, tiểu thương mất trắng, Sở đã trả lời
    begin = _last_clause(line, first, end)
    if OPENER.after(line.words, first) == first and begin - first > 6 and PREDICATE.within(line.words, first, begin):
        return False  # the main clause comes first: `Chợ đã đóng cửa, trước khi bão vào, …`
    if end - begin < 4 and end - first >= 12:
        begin = first  # the last of a list, or a place after another, tells nothing
    return end - begin < 4 or OPENER.after(line.words, begin) > begin
