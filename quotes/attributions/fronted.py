"""What somebody says told in front of the clause whose subject he is: `Cho biết A, X nhấn mạnh B`."""

from __future__ import annotations

from quotes.attributions.clausal import clausal
from quotes.attributions.clauses import indirect
from quotes.attributions.line import Line
from quotes.attributions.markers import after_cue
from quotes.attributions.pleas import thanked_for
from quotes.attributions.who import LIST_MARKS
from quotes.attributions.words import PREDICATE, PREPOSITION, THING
from quotes.model import Attribution, Cue, Mention

# `Nói đoạn, …`, `Nhận định bóng đá …`: what follows is told, and not said.
_NO_REPORT = frozenset(("đoạn", "xong", "rồi", "dứt", "thế", "vậy", "bóng", "trận", "kèo"))
_THOUGH = frozenset((("dù",), ("mặc", "dù"), ("tuy",), ("dẫu",), ("cho", "dù"), ("mặc", "dầu")))
_IN = frozenset(("trong", "tại", "từ", "qua", "với"))  # Cho rằng trong năm qua, thị trường đã …
_CONCEDING = frozenset(words[0] for words in _THOUGH)
# With these the clause that follows begins, and what is told in front of it is over.
_LATER = (("thời", "gian"), ("trong", "thời"), ("nhân", "dịp"), ("tại", "hội"), ("tại", "buổi"))


def fronted_cue_content(line: Line, cue: Cue) -> Attribution | None:
    """Cho biết A, X nhấn mạnh B · Khẳng định A, X … · Dù thừa nhận A, X … · Cảm ơn Y đã …, X …"""
    entry = line.entry(cue)
    if not _fronted(line, cue) or not {"clause", "marked"} & entry.takes:
        return None
    marker, i = after_cue(line, cue)
    thanks = i < line.end and thanked_for(line, cue, i, line.end)
    if (entry.doubtful and not thanks) or marker in (":", "“") or i >= line.end or not line.may_begin_clause(i):
        return None
    that = marker == "rằng" or cue.form.endswith("rằng")
    if PREPOSITION.after(line.words, i) > i and not (that and line.words[i] in _IN):
        return None
    if marker not in ("rằng", ",", "là") and "clause" not in entry.takes and not thanks:
        return None
    if line.words[i] in _NO_REPORT or cue.form in ("nghĩ", "xác định", "thông tin"):
        return None
    if (
        not marker
        and not cue.form.endswith("rằng")
        and THING.after(line.words, i) > i
        and "là" not in line.words[i : i + 12]
    ):
        return None  # Chia sẻ lý do vắng mặt, bà Hoa cho biết …
    if line.words[i] in _IN:  # what is said begins with an adverbial, and its subject stands behind the comma
        i_named = next((j + 2 for j in range(i, line.end) if line.words[j] == ","), line.end)
    else:
        i_named = i + (3 if that else 5)
    opens_main = (",", "nhưng", "song") if cue.form == "cho rằng" else (",",)
    named = [
        m for m in line.mentions if m.first >= i_named and line.words[m.first - 1] in opens_main and m.kind != "unknown"
    ]
    source = next((m for m in named if _heads_clause(line, m, marker or that)), None)
    if source is None or any(i <= c.first < source.first and not c.dead and not line.relays(c) for c in line.cues):
        return None
    told = PREDICATE.within(line.words, i, source.first) or line.words[line.start] in _CONCEDING
    if not told or not (that or clausal(line, cue, i, source.first) or thanked_for(line, cue, i, source.first)):
        return None
    if marker == "," and i > cue.last + 1 and line.mention_from(i) is not None:
        return None  # Phát biểu tại hội nghị, ông Nam đã …
    comma = next((j for j in range(source.first - 2, i, -1) if line.words[j] == ","), source.first)
    late = source.first - comma < 7 and line.words[comma + 1 : comma + 3] in _LATER
    end = comma if late else source.first - (line.words[source.first - 1] != ",")
    return indirect(line, i, end, "fronted_cue_content", cue, source)


def _fronted(line: Line, cue: Cue) -> bool:
    """Whether the sentence begins with the verb, or with `dù` and the verb."""
    k = line.verb_start(cue.first)
    return k <= line.start or line.words[line.start : k] in _THOUGH


def _heads_clause(line: Line, m: Mention, marked: str | bool) -> bool:
    """Whether a verb group follows the mention, so that it is the sentence's subject and no item of a list."""
    following = next((c for c in line.cues if c.first >= m.last and not c.dead), None)
    if following is not None and line.verb_start(following.first) <= m.last + 1:
        return True
    known = bool(marked) or (m.kind == "person" and m.form in ("name", "title"))
    return known and m.last < line.end and line.words[m.last] not in LIST_MARKS
