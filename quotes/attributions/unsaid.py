"""Words of saying that report nothing in their sentence, as only the clause around them shows.

``quotes/cues`` sees `sẽ đề xuất`; it takes the subject to see `sẽ rà soát, tổng hợp và đề xuất`, and what stands
behind the comma to see that `phân tích, làm rõ` are verbs of a row.
"""

from __future__ import annotations

from quotes.attributions.clausal import is_act, is_thing
from quotes.attributions.line import Line
from quotes.attributions.who import subject
from quotes.attributions.words import ADJUNCT, HOW_SAID, LISTED, NOUN_START, PREDICATE, PREPOSITION, YET
from quotes.lexicon import word_class
from quotes.model import Cue, Mention

_ADVERB = word_class("cue_adverb")
# With these the sentence comes back to what was done, or to somebody's reasons: `cần tiền nên đề nghị …`.
_DONE = frozenset("đã rằng nhưng song vì nên khi do bởi thì mà để trong : ; ( )".split())
_LONGEST = 30  # words from the first verb to the word of saying
# Said of plans themselves: `ông Nam sẽ tranh cử và cho biết …`.
_TELLS = ("cho biết", "cho hay", "cho rằng")
# Verbs of which several stand in a row, or that are nouns there: `trả lời, giải đáp`, `tin tức, phân tích, phỏng vấn`.
_ROWED = frozenset(
    (
        "chia sẻ, trả lời, bổ sung, phân tích, trình bày, đánh giá, dự đoán, dự báo, nhận định, giải thích, công bố, "
        "phản ánh, xác định, báo cáo, nêu, thông tin, bày tỏ, tâm sự, chất vấn"
    ).split(", ")
)
_NOBODY = (("không", "ai"), ("chẳng", "ai"), ("chưa", "ai"))
_AMONG = 4  # words: `không ai trong số`
_PUBLISHES = frozenset(("chia sẻ", "công bố", "đăng", "đăng tải", "thông báo"))


def goes_on_planned(line: Line, cue: Cue) -> bool:
    """`Sở sẽ rà soát, tổng hợp và đề xuất …`, `Các xã cần hướng dẫn, khuyến cáo bà con …`: not said yet."""
    if line.made or line.relays(cue) or cue.form.startswith(_TELLS):
        return False
    if not YET.within(line.words, line.start, cue.first):
        return False
    k = line.verb_start(cue.first)
    source = subject(line, cue)
    if source is None or source.last >= k:
        return False
    i = source.last
    while (j := _ADVERB.after(line.words, i)) > i:
        i = j
    last = YET.after(line.words, i)
    return i < last < k < i + _LONGEST and _DONE.isdisjoint(line.words[last:k]) and line.quote_at(k - 1) is None


def is_listed(line: Line, cue: Cue, i: int) -> bool:
    """`phân tích, làm rõ các ý kiến`, `tin tức, phân tích, chân dung`: the comma parts verbs or nouns of a row."""
    if cue.form == "trao đổi" and (i == cue.last + 1 or not has_subject_beside(line, cue) or _asks_others(line, cue)):
        return True  # hai bên trao đổi, thống nhất … · phóng viên trao đổi với bà Hoa, chủ quán
    k = line.verb_start(cue.first)
    if line.words[k - 1] == "," and line.entry(cue).noun and any(c.last == k - 1 for c in line.cues):
        return True  # nhận định, đánh giá, thiết lập …
    is_said = any(line.words[j] == "là" and line.words[j - 1] != "biệt" for j in range(i, min(i + 12, line.n)))
    if cue.form not in _ROWED or is_said:
        return False  # Ông phân tích, làm rõ nguồn gốc là việc của tòa
    if LISTED.after(line.words, i) > i:
        return True
    if any(c.first == i and line.words[c.last : c.last + 1] in ((",",), ("của",)) for c in line.cues):
        return True
    return line.words[k - 1] == "," and "," in line.words[max(k - 5, 0) : k - 1] and "," in line.words[i : i + 4]


def _asks_others(line: Line, cue: Cue) -> bool:
    """Whether it is a reporter who talks with somebody."""
    near = line.mention_before(line.verb_start(cue.first))
    return near is not None and (near.kind == "media" or line.words[near.first] in ("phóng", "pv", "p.v", "chúng"))


def done_by(line: Line, source: Mention, cue: Cue) -> bool:
    """Whether something is made public by the mention: `được ông Nam chia sẻ`, but no `Theo thư được ông Nam …`."""
    if cue.form not in _PUBLISHES or source.last != line.verb_start(cue.first) or "theo" in line.words[: source.first]:
        return False
    return line.words[source.first - 1] in ("được", "do", "bị")


def reports_nothing(line: Line, source: Mention) -> bool:
    """`Việc ông Nam chỉ trích tòa là bất thường`, `Không nhiều người nghĩ chợ sẽ mở`: the clause is only a subject."""
    k = source.first - 1
    if nobody(line, source):
        return True
    if k < 0:
        return False
    if line.words[k] in ("không", "chẳng", "ít") and source.plural:
        return line.words[k - 1 : k + 1] != ("không", "ít")  # Không ít người nghĩ …
    if line.words[k] != "việc":
        return False
    return k <= line.start or line.words[k - 1] in (",", "về", "trước", "với", "nhưng", "song")


def nobody(line: Line, source: Mention) -> bool:
    """`Chưa quan chức | nào xác nhận …`, `Không có bác sĩ | nào nói …`, `Không ai trong số | họ thừa nhận …`."""
    k = source.first
    if k > line.start and line.words[k - 1] == "để":
        return True  # nhắn tin để mọi người tin rằng …
    if line.words[k : source.last] == ("ai",):
        return True  # Ai bảo con trai không được khóc
    if line.words[source.last : source.last + 1] == ("nào",):
        return line.words[source.last + 1] not in ("đó", "đấy")  # một quan chức nào đó nói …
    among = k >= _AMONG and line.words[k - 2 : k] in (("trong", "số"), ("trong", "nhóm"))
    return among and line.words[k - _AMONG : k - 2] in _NOBODY


def is_tail(line: Line, i: int) -> bool:
    """Whether nothing but a new clause or an adjunct of the narrator follows a comma: `X nói, rồi bỏ đi`."""
    if line.words[i] in ("kèm", "gồm") or line.words[i : i + 2] in (("trong", "đó"), ("bao", "gồm")):
        return True
    if line.words[i] == "nhằm" and "," not in line.words[i : line.end]:
        return True
    if all(w in _OF_A_DAY or w[0].isdigit() for w in line.words[i : line.end]):
        return True  # Tin này được bà Hoa cho biết tại hội nghị, chiều 8/1
    return line.words[i] in ("rồi", "khi", "sau", "trước") and line.end - i < 6


_OF_A_DAY = frozenset("hôm ngày sáng trưa chiều tối đêm qua nay tháng năm vừa lúc giờ".split())


def only_somebody(line: Line, i: int, end: int) -> bool:
    """`rút dao đe dọa nữ nhân viên ở phố biển`, `chỉ trích ông Nam`: who is threatened or blamed, not with what."""
    m = line.somebody_from(i)
    if m is None:
        return NOUN_START.after(line.words, i) > i and not PREDICATE.within(line.words, i, end)
    while line.words[m.last : m.last + 1] == ("và",):
        also = line.somebody_from(m.last + 1)
        if also is None:
            break
        m = also  # chỉ trích ông Nam và các cộng sự
    if m.last < end and line.words[m.last] == "là":
        return False
    if m.last >= end or not line.may_begin_clause(m.last):
        return True
    return m.kind != "group" and PREPOSITION.after(line.words, m.last) > m.last


def told_how(line: Line, cue: Cue, i: int, end: int) -> bool:
    """`chia sẻ rất cởi mở cùng bạn bè`, `đưa tin tại điểm sạt lở`: how or where somebody speaks, not what he says."""
    if line.entry(cue).kind in ("request", "commit", "deny") or any(i <= q.first < end for q in line.quotes):
        return False
    if ADJUNCT.after(line.words, i) > i and (_tells_next(line, i, end) or _when_and_of_what(line, i, end)):
        return True
    j = i
    while j < end and (k := HOW_SAID.after(line.words, j)) > j:
        j = k
    if j >= end:
        return True
    if j > i and not line.may_begin_clause(j):
        return True  # ra thông báo chính thức về lịch thi đấu
    if j > i and (is_thing(line, j, end) or (line.entry(cue).kind == "accuse" and only_somebody(line, j, end))):
        return True  # thông báo chính thức lịch thi đấu, chỉ trích mạnh ông Nam
    if not (ADJUNCT.after(line.words, j) > j if j > i else line.words[i] in _PLACES) or "," in line.words[j:end]:
        return False
    tells = (x for x in range(j + 1, end) if PREDICATE.after(line.words, x) > x and line.words[x] != "để")
    return all(line.words[x - 1] in ("mà", "để", "nhằm") for x in tells)


def only_when(line: Line, cue: Cue, i: int, end: int) -> bool:
    """`cảnh báo sau khi bị lừa`, `chia sẻ hồi cuối tháng 5`: when it was said, with nobody of whom it is told."""
    then = line.words[i + 1 : i + 2] in (("đó",), ("ấy",))  # kể lúc ấy chị ôm chặt con
    if line.words[i] not in _WHEN or then or not {",", "thì"}.isdisjoint(line.words[i:end]):
        return False
    if not PREDICATE.within(line.words, i, end) and not any(is_act(line, j) for j in range(i, end)):
        return True
    if cue.form not in _PUBLISHES and cue.form not in _STATES:
        return False
    told_of = (m for m in line.mentions if i + 2 < m.first < end and m.form in ("pronoun", "name", "title"))
    return not any(m.last < end and PREDICATE.after(line.words, m.last) > m.last for m in told_of)


_STATES = frozenset(("cảnh báo", "tiết lộ", "tuyên bố", "xác nhận", "tâm sự", "bình luận", "khẳng định"))
_WHEN = frozenset(("khi", "sau", "trước", "hồi", "lúc"))
_PLACES = frozenset(("trong", "tại", "trên", "ngay", "trước", "sau"))
_ADJUNCT = 8  # words of it


def _tells_next(line: Line, i: int, end: int) -> bool:
    """`ra thông cáo hôm nay 3/6, xác nhận …`: behind when or where it was said stands the verb that tells what."""
    comma = next((j for j in range(i + 1, min(i + _ADJUNCT, end)) if line.words[j] == ","), None)
    if comma is None or PREDICATE.within(line.words, i, comma):
        return False
    told = (c for c in line.cues if c.first == comma + 1 and not c.dead)
    return any(line.words[c.last] not in ("và", ",") for c in told)  # sau khi kiểm tra, đánh giá và có chứng cứ, …


def _when_and_of_what(line: Line, i: int, end: int) -> bool:
    """`nói hôm 6/12 | về hai nhân vật này`: when somebody spoke and of what, not what he said."""
    about = next((j for j in range(i + 1, min(i + _ADJUNCT, end)) if line.words[j] == "về"), None)
    if about is None or line.words[about + 1] in ("việc", "chuyện", "đích", "nước", "nhà", "quê"):
        return False
    return line.words[i] in _OF_A_DAY and not PREDICATE.within(line.words, i, about)


def has_subject_beside(line: Line, cue: Cue) -> bool:
    """Whether somebody is named right before the verb, so that it is no noun."""
    near = line.mention_before(line.verb_start(cue.first))
    return near is not None and near.kind != "unknown" and near.form != "document" and not line.governed(near)
