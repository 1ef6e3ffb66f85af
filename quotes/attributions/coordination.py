"""Whether a word of saying behind `và`, `đồng thời`, `song` or a comma goes on for who speaks already.

`Ông Nam cảnh báo giá sẽ tăng và kêu gọi người dân tiết kiệm` says two things; in `Ông Nam cho biết công ty đã họp và
yêu cầu nhân viên nghỉ` the second verb is a part of what he says.
"""

from __future__ import annotations

from quotes.attributions.clausal import clausal, may_begin_clause
from quotes.attributions.line import Line
from quotes.attributions.words import AGREES, PREDICATE
from quotes.model import Cue

_TOLD = frozenset(("say", "opine", "accuse", "deny", "describe", "write"))
# What goes on behind a mere comma.
_COMMA = frozenset(
    "khẳng định, nhấn mạnh, thừa nhận, lưu ý, cảnh báo, nhận định, dự đoán, dự báo, tin tưởng, cáo buộc, đổ lỗi, "
    "phủ nhận, cam kết, hứa, tuyên bố".split(", ")
)
# What somebody claims, and hardly ever a thing that is done in a story.
_CLAIMS = _COMMA | frozenset(
    "tin rằng, cho rằng, nói rằng, cho biết, cho hay, thêm rằng, chỉ trích, tố cáo, viện dẫn, hy vọng, hi vọng".split(
        ", "
    )
)
_APPEALS = frozenset(
    "kêu gọi, yêu cầu, đề nghị, kiến nghị, khuyến cáo, khuyên, thúc giục, hối thúc, bày tỏ mong muốn, "
    "bày tỏ hy vọng, mong".split(", ")
)
_SAYS = _CLAIMS | {"nói"}
_BLAME = frozenset(("cáo buộc", "chỉ trích", "đổ lỗi"))
_WISHES = frozenset(("mong", "mong muốn", "hy vọng", "hi vọng", "bày tỏ mong muốn", "bày tỏ hy vọng", "cảm ơn"))
_STATES = frozenset(("khẳng định", "tái khẳng định", "nhấn mạnh", "đánh giá", "đánh giá cao", "bày tỏ", "cảm ơn"))
_DONE = frozenset(("đã", "vừa", "từng", "mới"))  # a story is told, of which the verb may be a part
_ADVERSATIVE = frozenset(("nhưng", "song", "tuy nhiên", "thế nhưng"))
_CONCEDING = frozenset(("dù", "mặc", "tuy", "dẫu", "cho"))
_CALLED = 12  # words between `gọi` and its `là`


def goes_on(line: Line, cue: Cue, first: int, conjunction: str) -> bool:
    """Whether the cue behind the conjunction is a further act of who says what begins at ``first``."""
    main = line.main_cue(first)
    if main is None:
        return False
    told = line.entry(main).kind
    if line.entry(cue).takes >= {"name_as"}:
        held = told == "describe" and cue.form in ("coi", "xem")  # gọi lệnh này là vô lý và coi nó như trò đùa
        return told in _TOLD | {"request"} and (held or _calls(line, cue))
    if conjunction == "," and main.form == "xin":
        return line.verb_start(cue.first) == cue.first  # xin hoãn phiên tòa, thừa nhận toàn bộ cáo buộc
    if not goes_on_clause(line, cue):
        return False
    k = line.verb_start(cue.first)
    if conjunction == "đồng thời":
        return cue.form in _APPEALS | _CLAIMS and line.entry(cue).kind != "commit"
    story = told != "accuse" and not _DONE.isdisjoint(line.words[first:k])  # who is blamed says nothing
    if story or _another_says(line, main, cue):
        return False
    if conjunction == "," and cue.form in _WISHES and main.form in _STATES and k == cue.first:
        return True  # khẳng định Lào là bạn bè lâu năm, mong muốn mở rộng giao thương
    if conjunction == ",":
        claims = cue.form in _COMMA or (told == "accuse" and cue.form in ("nói", "gọi"))
        claimed = claims and k == cue.first and clausal(line, cue, cue.last, line.end)
        return claimed and (told in _TOLD or cue.form in _BLAME)
    if conjunction in _ADVERSATIVE:
        return cue.form in _CLAIMS and told in _TOLD and line.words[first] not in _CONCEDING
    if conjunction != "và":
        return False
    if k == cue.first and line.words[k - 2] == "," and cue.form in _SAYS and told in _TOLD:
        return True  # cho rằng dự án tốn kém, và nói bà sẽ bỏ phiếu chống
    if told == "request":
        if cue.form == main.form or cue.form in _BLAME:
            return True
        own = line.mention_from(first) is None and not PREDICATE.within(line.words, first, k)
        return own and cue.form in ("tuyên bố", "cam kết", "khẳng định")
    if told == "accuse" and cue.form in _BLAME:
        return True
    if line.entry(cue).kind == "commit" and k == cue.first:  # cáo buộc ông Nam nói dối và thề trả đũa
        return told in ("accuse", "deny", "describe") or (told in _TOLD and not _has_subject(line, first, k))
    return told in _TOLD and cue.form in _APPEALS | _BLAME and k == cue.first


def _has_subject(line: Line, first: int, k: int) -> bool:
    return line.mention_from(first) is not None or PREDICATE.within(line.words, first, k)


def _another_says(line: Line, main: Cue, cue: Cue) -> bool:
    """Whether somebody says something within the words of ``main``, of which ``cue`` can be a part."""
    return any(main.last <= c.first < cue.first and not c.dead and not line.relays(c) for c in line.cues)


def acts_for_many(line: Line, first: int, j: int) -> bool:
    """`cho biết Ủy ban tán thành dự luật | và đề nghị …`: they who agree to something are those who ask for more."""
    i = next((x for x in range(first + 1, j) if AGREES.after(line.words, x) > x), None)
    if i is None or PREDICATE.within(line.words, first, i):
        return False
    return any(m.first < i and first <= m.first and m.kind in ("organization", "group") for m in line.mentions)


def goes_on_clause(line: Line, cue: Cue) -> bool:
    """Whether a clause or verb phrase follows the cue, or whom it is said to and then a clause."""
    i = cue.last + (line.words[cue.last : cue.last + 1] in (("rằng",), ("cho",)))
    if line.words[i : i + 1] == ("với",) and (whom := line.mention_from(i + 1)) is not None:
        i = whom.last  # nhấn mạnh với cử tri việc đền bù sẽ xong sớm
    takes = line.entry(cue).takes
    return (
        i + 2 < line.end
        and may_begin_clause(line, cue, i)
        and line.takes_bare_clause(cue)
        and bool({"clause", "verb_phrase", "object_clause"} & takes)
    )


def _calls(line: Line, cue: Cue) -> bool:
    """Whether `gọi` has its `là`, or the `là` its words in marks."""
    end = min(cue.last + _CALLED, line.end)
    return "là" in line.words[cue.last + 1 : end] and line.words[cue.first] in ("gọi", "mô", "ví", "miêu")
