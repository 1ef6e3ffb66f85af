"""What leads from a word of saying to what was said: `rằng`, `là`, a colon, a comma, marks, or nothing."""

from __future__ import annotations

from quotes.attributions.line import Line
from quotes.attributions.quoted import Quoted
from quotes.attributions.words import (
    ADJUNCT,
    CLAUSE_AFTER_ALL,
    COMPLEMENTIZERS,
    HOPE,
    MANNER,
    NAMED,
    OCCASION,
    PLURAL,
    PREDICATE,
    PREVERB,
    SOMEBODY,
    STANCE,
    WORDS_SAID,
)
from quotes.lexicon import keys
from quotes.model import Cue

# Adjuncts after which a comma alone leads in the words: `nói với BBC, …`, `cho biết hôm 5/3, …`.
_CHO = frozenset(("ra lệnh", "hạ lệnh", "chỉ thị", "chỉ đạo", "đổ lỗi", "quy kết"))  # they take whom behind `cho`
# `công bố với điểm nhấn là …`: what follows `với` is no addressee.
_NO_ADDRESSEE = frozenset(
    tuple(words.split())
    for words in ("điểm nhấn", "mục tiêu", "mục đích", "lý do", "chủ đề", "nội dung", "tên gọi", "tiêu chí", "tư cách")
)
_WHOM = 8  # words of who is told, before `rằng`
# These begin a clause, or an adjunct.
_BY = frozenset(("khi", "vì", "do", "tin", "hiểu", "nói", "cho", "với", "tại", "trong", "hôm"))
_MADE_KNOWN = frozenset(("thông báo", "gửi thông báo", "khuyến cáo", "nhắn nhủ"))  # đến khách hàng
_SENT = frozenset(("nhắn", "nhắn gửi", "nhắn lại", "nói", "viết", "gửi tin nhắn"))  # … cho chồng: “…”
_DAY = frozenset(("ngày", "sáng", "trưa", "chiều", "tối", "đêm", "rạng", "khoảng", "lúc"))
_LONGEST_DAY = 9  # words of a time with its comma
_LONGEST_OPENER = 16  # words of an adverbial with which the words said begin
_WHERE = frozenset(("tại", "trước", "trong", "trên", "ở"))
_SPEECH = frozenset(("với", "hôm", "ngày", "sáng", "chiều", "tối", "trưa", "thêm"))


def after_cue(line: Line, cue: Cue) -> tuple[str, int]:
    """The marker that leads in the content (``rằng``, ``là``, ``:``, ``,``, ``“`` or nothing) and where it begins.

    Between cue and marker may stand an addressee, a place or a time: `nói với báo giới hôm 5/3 rằng`.
    """
    found = line.led_in.get(cue.first)  # most rules ask
    if found is None:
        found = line.led_in[cue.first] = _after_cue(line, cue)
    return found


def _after_cue(line: Line, cue: Cue) -> tuple[str, int]:
    marked = line.quote_at(cue.first)
    alone = marked is not None and marked.last - 1 == cue.last
    if marked is not None and (alone or line.entry(cue).kind == "accuse" or cue.form == "mách"):
        i = marked.last  # “tố” công ty lừa đảo, “nói thẳng” rằng …
    else:
        i = cue.last
    if i < line.n and line.words[i] == "nhau":
        i += 1  # mách nhau, kháo nhau
    i = _behind_date(line, i)
    if any(c.first == i for c in line.cues if not c.dead):
        return "", i  # phân tích | cho rằng
    if i < line.n and line.words[i] == "thêm":
        i += 1
    while i + 1 < line.n and line.words[i] in ("rõ", "lại", "tiếp") and _is_marker(line, i + 1):
        i += 1
    marker, j = _marker(line, i)
    if marker == "," and any(_begins(line, c, j) and _says_it(line, c) for c in line.cues):
        return "", i  # nói, viết: “…”; thắc mắc, cho rằng …
    if marker or i >= line.n or line.words[i - 1] == "rằng":
        return marker, j
    if line.words[i] == "vào" and keys(cue.form) in HOPE.forms and "sẽ" in line.words[i + 2 : i + _LONGEST_OPENER]:
        return "", i + 1  # bày tỏ tin tưởng vào lớp trẻ sẽ …
    loose = "clause" not in line.entry(cue).takes or STANCE.after(line.words, i) > i
    behind = _behind_object(line, i, 12 if loose else _WHOM, strict=not loose)
    if behind is not None:
        return behind
    if cue.form.endswith("thông báo") and line.words[i : i + 2] == ("về", "việc"):
        return "", i  # thông báo về việc bán tem “Chào xuân quê hương đổi mới”
    manner = MANNER.after(line.words, i)
    always = line.words[i:manner] == ("luôn",) and manner < line.n and not _is_marker(line, manner)
    if line.words[manner : manner + 1] != ("nhất",) and not always:  # cho hay luôn cố gắng
        i = manner  # bày tỏ niềm tin sâu sắc công ty sẽ thành công
    if line.words[i : i + 1] == (":",) and line.quote_from(i + 1) is not None:
        return ":", i + 1  # nhắn đúng hai chữ: “…”
    if (example := _such_as(line, i)) is not None:
        return ":", example  # nói nhiều câu khó nghe như “…”, “…”
    if i == manner and line.quote_from(i) is not None:
        return "“", i  # đáp cộc lốc “…”
    told = line.mention_from(i)
    if told is not None and told.last + 1 < line.n and line.words[told.last] == ":" and line.quote_from(told.last + 1):
        return ":", told.last + 1  # hỏi bị cáo: “…”
    told_whom = i + (cue.form in _SENT and line.words[i] in ("cho", "với", "tới", "đến"))
    if (line.entry(cue).kind == "ask" or told_whom > i) and (asked := _behind_asked(line, told_whom)) is not None:
        return "“", asked.first
    if line.entry(cue).kind == "ask" and (question := _behind_whom(line, i)) is not None:
        return "", question
    if cue.form in ("gửi lời cảm ơn", "gửi lời cám ơn") and line.words[i] in ("tới", "đến"):
        return "", i + 1
    if line.words[i] == "cho" and (told_to := _behind_list(line, i + 1)) is not None:
        return _marker(line, told_to)  # thông báo cho ông Nam, bà Hoa và sở rằng …
    if cue.form in _CHO and line.words[i] == "cho" and CLAUSE_AFTER_ALL.after(line.words, i) == i:
        return "", i + 1  # ra lệnh cho quân đội rút lui, đổ lỗi cho phe kia đã phá thỏa thuận
    if ADJUNCT.after(line.words, i) == i or not addressed(line, i) or _happens_then(line, cue, i):
        return "", i
    far = _far_marker(line, i)
    to = ("với", "cùng", "trước", *(("tới", "đến") if cue.form in _MADE_KNOWN else ()))
    if far is None and line.words[i] in to and (addressee := line.mention_from(i + 1)):
        return "", addressee.last  # nói với BBC điều chắc chắn là …
    return far if far is not None else ("", i)


def _such_as(line: Line, i: int) -> int | None:
    """`nói | nhiều câu khó nghe như “A”, “B”`: where the first of the words begins that are given for many."""
    q = next((q for q in line.quotes if q.first > i), None)
    if q is None or q.first - i > _EXAMPLE or q.words < 3:
        return None
    k = q.first - (line.words[q.first - 1] == ":")
    many = PLURAL.after(line.words, i) > i and WORDS_SAID.within(line.words, i, k - 1)
    return q.first if many and line.words[k - 1] == "như" else None


_EXAMPLE = 9  # words from the word of saying to an example of what was said


def _behind_list(line: Line, i: int) -> int | None:
    """The `rằng` behind the mentions of a list that begins at ``i``."""
    m = line.mention_from(i)
    while m is not None and line.words[m.last : m.last + 1] in ((",",), ("và",)):
        m = line.mention_from(m.last + 1)
    return m.last if m is not None and line.words[m.last : m.last + 1] == ("rằng",) else None


def _behind_date(line: Line, i: int) -> int:
    """The token behind the day in brackets at ``i``: `nhận xét (10/12), giá sẽ tăng`."""
    if line.words[i : i + 1] != ("(",):
        return i
    closing = next((j for j in range(i + 2, min(i + 6, line.n)) if line.words[j] == ")"), None)
    return closing + 1 if closing is not None and line.words[closing - 1][0].isdigit() else i


def _happens_then(line: Line, cue: Cue, i: int) -> bool:
    """`cho biết ngày 24/5, sở đã …`: when it happens that is told; when it was told stands before the verb."""
    told = cue.form.startswith(("cho biết", "cho hay"))
    return told and line.words[i] in _DAY and "," in line.words[i : i + _LONGEST_DAY]


def _begins(line: Line, c: Cue, i: int) -> bool:
    """Whether the cue stands at token ``i``, or behind an adverb there: no `có ý kiến | cho rằng`."""
    return c.first == i or (line.words[i] != "có" and PREVERB.after(line.words, i) == c.first)


def _says_it(line: Line, c: Cue) -> bool:
    """Whether the words said begin right behind the cue."""
    if c.form in ("cho rằng", "nói rằng"):
        return not c.dead
    if line.entry(c).kind == "request" and not c.dead and (whom := line.mention_from(c.last)) is not None:
        return whom.last + 1 < line.n and line.may_begin_clause(whom.last)  # tuyên bố, yêu cầu ông Nam từ chức
    return line.words[c.last : c.last + 1] == (":",)


def _is_marker(line: Line, i: int) -> bool:
    return line.words[i] in COMPLEMENTIZERS or line.quote_from(i) is not None


def _marker(line: Line, i: int) -> tuple[str, int]:
    marker = ""
    if i < line.n and line.words[i] == ";" and line.quote_from(i + 1) is not None:
        return ":", i + 1  # a slip for the colon
    while i < line.n and (w := line.words[i]) in COMPLEMENTIZERS:
        if w == "là" and marker in ("rằng", ":"):
            break
        marker = marker if marker == ":" or (marker and w == ",") else w
        i += 1
    if line.quote_from(i) is not None:
        marker = marker or "“"
    return marker, i


def _behind_object(line: Line, i: int, reach: int, strict: bool) -> tuple[str, int] | None:
    """The marker behind the verb's own object: `nhắc lại lập trường của Moscow rằng`.

    A verb that takes a clause has only somebody or an adverb there: `cảnh báo hai nước rằng`, `nói đùa rằng`.
    """
    spoken = [c.first for c in line.cues if not c.dead]
    for j in range(i + (not strict), min(line.n, i + reach)):
        if line.words[j] == "rằng":
            return _marker(line, j)
        if strict and (PREDICATE.after(line.words, j) > j or line.words[j] in _BY or line.quote_at(j) is not None):
            return None
        if line.words[j] in (",", ";", ":") or j in spoken:
            return None
    return None


def _ends_addressee(line: Line, i: int, j: int) -> bool:
    """Whether the `là` at ``j`` leads in the words, and is not a part of them: `nói với mẹ là …`."""
    return (
        line.words[j - 1] not in ("đây", "đó", "nó")
        and "rằng" not in line.words[j : j + 8]
        and line.words[i + 1 : i + 3] not in _NO_ADDRESSEE
    )


def _behind_asked(line: Line, i: int) -> Quoted | None:
    """`hỏi | chồng chị “…”`: the question in marks behind the few words of who is asked."""
    if line.mention_from(i) is None and SOMEBODY.after(line.words, i) == i:
        return None
    q = next((q for q in line.quotes if i < q.first <= i + 4), None)
    return q if q is not None and q.words > 3 and line.raw(q.first + 1)[:1].isupper() else None


def _behind_whom(line: Line, i: int) -> int | None:
    """`hỏi ông | liệu …`, `hỏi vợ | khi nào về`: where the question begins, behind who is asked."""
    whom = line.mention_from(i)
    k = whom.last if whom is not None else SOMEBODY.after(line.words, i)
    if k == i or k >= line.n:
        return None
    if line.words[k] in _QUESTIONS or (whom is None and line.words[k : k + 2] in _WHEN_OR_WHY):
        return k + (line.words[k] == "rằng")  # but of whom a name is told: hỏi | chị Hoa bao giờ về
    return None


_QUESTIONS = frozenset(("liệu", "rằng", "vì", "có", "về"))
_WHEN_OR_WHY = (("khi", "nào"), ("bao", "giờ"), ("cớ", "sao"), ("sao", "lại"), ("phải", "chăng"))


def addressed(line: Line, i: int) -> bool:
    """Whether the `với` at ``i``, if it is one, names to whom it is said: not `nhấn mạnh với bề dày lâu năm, …`."""
    if line.words[i] != "với" or i + 1 >= line.n:
        return True
    if line.words[i + 1][0].isdigit():
        return False  # cho biết với 500 tỷ đồng vốn góp, …
    return (
        line.mention_from(i + 1) is not None
        or SOMEBODY.after(line.words, i + 1) > i + 1
        or PLURAL.after(line.words, i + 1) > i + 1
        or OCCASION.after(line.words, i + 1) > i + 1
        or not line.raw(i + 1)[:1].islower()
        or "," not in line.words[i : i + _LONGEST_OPENER]
        or bool({":", "rằng"} & set(line.words[i : i + 30]))
    )


def _is_clause(line: Line, i: int, j: int) -> bool:
    """Whether somebody stands at ``i`` with a predicate of his own before ``j``: `…, ông Nam có vẻ khoe rằng …`."""
    who = line.mention_from(i)
    return who is not None and who.last < j and PREDICATE.after(line.words, who.last) > who.last


def _far_marker(line: Line, i: int) -> tuple[str, int] | None:
    """The marker behind an adjunct that begins at ``i``: `với …`, `trong …`, `hôm …`."""
    comma = None
    speech = OCCASION.after(line.words, i + 1) > i + 1 or line.words[i] in _SPEECH
    medium = line.mention_from(i + 1)
    speech = speech or (line.words[i] == "trên" and medium is not None and medium.kind == "media")
    there = line.words[i] in _WHERE and OCCASION.after(line.words, i + 1) > i + 1
    limit, depth = min(line.n, i + 30), 0
    for j in range(i + 1, limit):
        w = line.words[j]
        quoted = line.quote_from(j)
        if quoted is not None and ((comma is not None and j - comma > 2) or PREDICATE.within(line.words, i + 1, j)):
            quoted = None  # nói trong năm qua, nhiều người bị giết vì “…”: the words begin before the marks
        near = w == "là" and comma is None and j - i < 7 and (there or line.words[i] == "với")
        if near and _ends_addressee(line, i, j):
            return _marker(line, j)  # nói với hàng xóm là …, khai tại tòa là …
        if w == "rằng" or w == ":" or (quoted is not None and quoted.words > 3 and NAMED.before(line.words, j) == j):
            if comma is not None and w == "rằng" and (j - comma > 12 or _is_clause(line, comma + 1, j)):
                break
            if comma is not None and w == ":" and line.quote_from(j + 1) is None:
                break  # cho biết sau khi …, A gồm hai phần: …
            return _marker(line, j)
        if line.quote_at(j) is None:
            depth += (w == "(") - (w == ")")
            if w == "," and comma is None and depth <= 0:
                comma = j
            if w in (";", "và", "nhưng") and comma is not None:
                break
            if any(c.first == j for c in line.cues if not c.dead):
                break
    if comma is not None and speech and comma - i <= 14 and not any(c.first == comma + 1 for c in line.cues):
        return _marker(line, comma)
    return None
