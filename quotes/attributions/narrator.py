"""Where the narrator takes over with no word of saying, though the sentence goes on."""

from __future__ import annotations

from quotes.attributions.line import Line
from quotes.attributions.outcomes import PRONOUNS, answers, came_of_it, happened, is_outcome, later, leaves, to_be_done
from quotes.attributions.quoted import Quoted
from quotes.attributions.words import DASHES, HOPE, NAMED, PREVERB, UNSAID
from quotes.lexicon import Phrases, keys

STRONG = frozenset(("say", "opine", "write", "accuse", "deny", "ask"))
# After `nhưng` these tell what the speaker did, whose name is not said again: `nhưng từ chối nêu tên`.
_OF_THE_SPEAKER = frozenset(("tránh", "từ", "lại", "không", "chưa"))
_SONG = frozenset(("phương", "hành", "ca", "song", "sinh", "tấu", "ngữ", "mã", "thai", "đấu"))  # no conjunction
_THOUGH = frozenset(("dù", "tuy", "dẫu"))
_OPENS = 14  # words from `dù` to the words said
_CONCEDED = frozenset(("dù", "tuy", "không", "chưa"))
# Behind `điều`: what it was before, or who is surprised by it, though no name follows.
_UNNAMED = frozenset(
    tuple(words.split())
    for words in ("trước đó, dư luận, giới quan, giới chuyên, giới phân, ít ai, không ai, ít người, nhiều người").split(
        ", "
    )
)
_DENIED = frozenset(("không", "phủ", "bác", "chưa", "phản", "gọi", "coi", "xem"))
_BEHIND = ((",",), ("-",), ("–",), ("—",))
_SENTENCE = 8  # words in marks that are hardly less than a sentence
_ENDS_QUESTION = frozenset("không chưa gì đâu sao nào vậy thế à hả".split())
_NAME = 16  # words of who says it, up to the word of saying
# What is done in words at a meeting: nobody is asked for these, while wishes may be asked for.
_ACTS = Phrases(
    tuple(act.split())
    for act in (
        "hoan nghênh",
        "cảm ơn",
        "bày tỏ",
        "đánh giá cao",
        "chúc mừng",
        "trân trọng",
        "vui mừng",
        "biểu dương",
        "ghi nhận",
    )
)
_WISHES = Phrases((("chúc",), ("mong",)))
_UNEXPECTED = (("nào", "ngờ"), ("ai", "ngờ"), ("ai", "dè"), ("đâu", "ngờ"), ("không", "ngờ"), ("chẳng", "ngờ"))
_COMPLIES = (("đã",), ("liền",), ("quyết",), ("chấp",), ("đồng",), ("bác",), ("từ",), ("tuyên",), ("đành",), ("bèn",))
_OWN_ACTS = Phrases((("bày", "tỏ"), ("gửi", "lời"), ("ngỏ", "lời")))


def narrator(line: Line, first: int) -> int:
    """Where the narrator takes over with no word of saying: `…, nhưng từ chối …`, `…, và dường như …`, `A: “B”`."""
    before = next((c for c in reversed(line.cues) if c.last <= first), None)
    kind = line.entry(before).kind if before is not None else ""
    asked = before is not None and before.form == "hỏi"
    declared = before is not None and before.form == "tuyên bố" and line.mention_from(first) is None
    thinking = before is not None and before.form.startswith(("nghĩ", "tưởng", "ngỡ"))
    hoping = before is not None and keys(before.form) in HOPE.forms
    subordinate = line.subordinate(first)
    though = subordinate and not _THOUGH.isdisjoint(line.words[max(first - _OPENS, 0) : first])
    conceded = bool(_CONCEDED & set(line.words[first : first + 12]))
    said = line.quote_from(first)
    if said is not None and said.words > 2 and _goes_on_behind(line, said):
        return said.last
    marked = bool(line.quotes)
    for i in range(first + 2, line.end - 2):
        if marked and (q := line.quote_at(i)) is not None:
            if q.first == i and q.words > 8 and (line.quote_at(i - 1) is not None or _has_own_speaker(line, q)):
                return i  # … gọi ông là “A” “Tôi đến từ sớm, …”: a sentence of its own
            continue
        w, after = line.words[i], line.words[i + 1]
        if w not in _TURNS or (i == first + 2 and w not in ("nhưng", "và")):
            continue
        but = w == "nhưng" or (w == "song" and after not in _SONG)
        if w == ":" and line.words[i - 1] != "là" and _leads_in(line, i + 1) and not _tells_within(line, first, i):
            return i
        if w in DASHES and after == "ý":
            return i  # “…” – ý chỉ …
        if but and (
            after == "tránh"
            or later(line, i + 1)
            or _left_unsaid(line, i + 1)
            or (kind == "request" and is_outcome(line, i + 1) and line.words[first - 1] != ":")
        ):
            return i - (line.words[i - 1] == "thế")  # yêu cầu … nhưng họ từ chối; nói … nhưng tránh …
        if w in _STARTS and _begins_anew(line, i):
            return i
        if but and (kind in ("commit", "deny") or hoping or declared) and came_of_it(line, i + 1):
            return i  # cam kết trả nợ trong năm nhưng đến nay …
        if w == "nhưng" and thinking and (line.words[i - 1] == "thế" or came_of_it(line, i + 1)):
            return i - (line.words[i - 1] == "thế")  # nghĩ mình đạt 9 điểm, nhưng kết quả là 8
        if w in ("đồng", "và") and kind not in ("", "relay") and _acts_next(line, first, i):
            return i
        if w == "nhưng" and _denies_further(line, first, i + 1, kind):
            return i
        if w == "và" and ((after in ("nay", "hiện") and declared) or (kind == "request" and _brings_up(line, i + 1))):
            return i  # tuyên bố từ bỏ quốc tịch và nay sống ở nước ngoài
        if w == "," and (line.words[i + 1 : i + 5] in _MADE_STIR or (hoping and after in ("đó", "đây"))):
            return i
        if but and though:
            return i  # Dù ông Nam khẳng định chợ an toàn, nhưng bà con vẫn lo
        if kind == "request" and w == "và" and after in PRONOUNS | {"hắn"} and line.words[i + 2] == "đã":
            return i  # van xin tha mạng và hắn đã mềm lòng
        if asked and w == "nhưng" and line.mention_from(i + 1) is not None:
            return i  # hỏi sao không về, nhưng vợ chồng chị quyết định ở lại
        if kind == "accuse" and w == "," and line.words[i + 1 : i + 3] == ("tuy", "nhiên"):
            return i  # đổ lỗi cho hàng nhập, tuy nhiên chính quyền chưa xác định
        if w == "rồi" and kind in ("say", "commit", "request") and leaves(line, first, i + 1):
            return i  # nói đi mua nước rồi bỏ chạy
        if w == "," and kind in ("opine", "feel") and line.words[i + 1 : i + 3] in _UNEXPECTED:
            return i  # nghĩ rằng con đã lên bờ, nào ngờ …
        if kind == "request" and w == "," and answers(line, i + 1):
            return i  # đòi chia đất, bà Hoa không chịu
        if w == "và" and (declared or kind == "commit") and after == "đã" and to_be_done(line, first, i):
            return i  # tuyên bố sẽ rút quân và đã làm như vậy
        if kind == "request" and (w, after) == (",", "khiến"):
            return i  # kêu gọi tấn công, khiến cả thành phố lo lắng
        if kind == "request" and (w, after) == ("sau", "khi") and (_somebody_said(line, i) or happened(line, i)):
            return i  # yêu cầu … sau khi ông Nam thừa nhận …
        if w == "thì" and subordinate and _IF.isdisjoint(line.words[first:i]):
            return i  # Khi anh yêu cầu dừng xe thì họ bỏ chạy
        if w == "nên" and _acts_upon(line, i + 1, kind):
            return i
        if kind == "request" and w == "và" and line.words[i + 1 : i + 3] in _DOES_ELSE:
            return i  # kêu gọi trấn áp và có những tuyên bố gây tranh cãi
        if w == "và" and line.words[i + 1 : i + 3] == ("quyết", "định") and kind == "opine":
            return i  # cho rằng … và quyết định đổi tên
        if w in (",", "nên", "và") and kind == "opine" and line.words[i + 1 : i + 3] in _JUDGES:
            return i  # nhận định bị cáo xem thường pháp luật, tuyên phạt 10 năm tù
        if w in ("và", ",") and _keeps_silent(line, i + 1) and not _somebody_speaks(line, first, i):
            return i
        if w == ";" and kind and _next_act(line, i + 1, kind):
            return i
        if w == ";" and (m := line.mention_from(i + 1)) is not None and line.words[m.last : m.last + 1] == ("thì",):
            return i
        if (w == "," or w in DASHES) and (_is_called(line, i + 1) or _explained(line, i)):
            return i
        if w == "," and (
            (subordinate and line.words[i + 1 : i + 3] != ("đồng", "thời")) or _takes_over(line, i, kind, conceded)
        ):
            return i
    return line.end


# With one of these the narrator takes over.
_STARTS = frozenset(("và", "tuy", "nhưng", "theo", "cũng", "ngoài", "đây", "tháng", "ngày"))
_TURNS = frozenset((":", ",", ";", "đồng", "nhưng", "song", "sau", "và", "thì", "nên", "rồi", *DASHES)) | _STARTS
# What came of what was said, and no part of it: `tuyên bố ủng hộ bà Lan, chấm dứt những đồn đoán …`.
_MADE_STIR = frozenset(
    tuple(words.split())
    for words in (
        "chấm dứt những đồn, chấm dứt mọi đồn, dập tắt những đồn, dập tắt mọi đồn, dập tắt tin đồn, "
        "khép lại những đồn, khép lại mọi đồn, xua tan những đồn, xua tan mọi đồn"
    ).split(", ")
)
_SAID_THINGS = frozenset(("kiến", "tuyên", "phát", "lời", "ý", "bình", "cảnh", "đề", "yêu", "nhận"))
# With these somebody acts upon what he thinks.
_THEN = frozenset(("đã", "liền", "bèn"))
_DOES_ELSE = (("có", "những"), ("có", "nhiều"), ("đã", "có"), ("đã", "đưa"), ("đã", "gửi"), ("đã", "ký"))
_JUDGES = (("tuyên", "phạt"), ("tuyên", "án"), ("tuyên", "buộc"))
_THEREUPON = (("quyết", "định"), ("nảy", "sinh"), ("tiến", "hành"), ("lập", "tức"), ("nhanh", "chóng"))
_AGREES = (("đồng", "ý"), ("bỏ", "qua"), ("nghe", "theo"), ("làm", "theo"), ("chấp", "nhận"), ("tin", "thật"))
_IF = frozenset(("nếu", "khi", "hễ", "mà", "còn"))
# `…, một phán quyết mà Bắc Kinh không công nhận`: what the narrator calls it.
_CALLED = frozenset(("phán", "cáo", "tuyên", "động", "quyết", "yêu", "nhận", "bình", "phát", "lời", "ý", "đề", "điều"))


def _begins_anew(line: Line, i: int) -> bool:
    """`tuyên bố chia tay đội bóng | Và lẽ dĩ nhiên …`: a capital where a full stop was lost, and no name."""
    if not line.raw(i)[0].isupper() or not line.words[i - 1][0].isalnum():
        return False
    follows = line.raw(i + 1)[:1]
    return follows.isdigit() if line.words[i] in ("tháng", "ngày") else follows.islower()


def _denies_further(line: Line, first: int, i: int, kind: str) -> bool:
    """`nhưng | ông không phủ nhận …`, `kêu gọi ở nhà nhưng | không yêu cầu …`: what the speaker did not say."""
    he = line.words[i] in PRONOUNS and any(
        m.last < first and line.words[m.first] == line.words[i] for m in line.mentions
    )
    k = i + he
    denied = next((c for c in line.cues if k < c.first <= k + 3), None)
    if denied is None or denied.dead != "negated":
        return False
    told = line.entry(denied).kind
    return told == "request" if k == i and kind == "request" else k > i and told in STRONG


def _brings_up(line: Line, i: int) -> bool:
    """`và | đưa ra nhiều kiến nghị`, `và | có những tuyên bố gây tranh cãi`: further words, of which none is told."""
    if line.words[i : i + 2] != ("đưa", "ra") and line.words[i : i + 2] not in (("có", "những"), ("có", "nhiều")):
        return False
    return not _SAID_THINGS.isdisjoint(line.words[i + 2 : i + 5])


def _acts_upon(line: Line, i: int, kind: str) -> bool:
    """`nhận định vụ án nghiêm trọng nên | đã báo cáo cấp trên`, `hứa trả tiền nên | anh Nam đồng ý`."""
    if kind == "opine":
        done = line.words[i] in _THEN and line.words[i + 1] != "không"
        return done or line.words[i : i + 2] in _THEREUPON
    m = line.mention_from(i) if kind in ("say", "commit", "request") else None
    if kind == "request":  # thúc giục anh T. bấm vào đường link nên anh T. đã làm theo
        return m is not None and line.words[m.last : m.last + 1] in _COMPLIES
    return m is not None and line.words[m.last : m.last + 2] in _AGREES


def _goes_on_behind(line: Line, q: Quoted) -> bool:
    """`nói: “A” khiến ai cũng khóc`, `đăng: “A” kèm ảnh`, `nói: “A” Thống đốc bang …`: nothing of his follows."""
    if q.last >= line.end - 2:
        return False
    if line.words[q.last] in ("khiến", "kèm") or line.words[q.last : q.last + 2] == (",", "khiến"):
        return True
    led_in = q.first > 0 and line.words[q.first - 1] == ":"
    return led_in and q.words > _SENTENCE and line.raw(q.last)[:1].isupper()


def _has_own_speaker(line: Line, q: Quoted) -> bool:
    """`cho biết rất khó cấm lễ hội “Đây là tục lệ lâu đời, …”, ông Nam cho hay`: a stop was lost before the marks."""
    begins = line.words[q.first - 1][0].isalnum() and line.raw(q.first + 1)[:1].isupper()
    if not begins or NAMED.before(line.words, q.first) < q.first or line.words[q.last : q.last + 1] not in _BEHIND:
        return False
    told = next((c for c in line.cues if c.first > q.last and not c.dead), None)
    return told is not None and told.first - q.last < _NAME and line.entry(told).after


def _is_called(line: Line, i: int) -> bool:
    """`…, một phán quyết mà nước này không công nhận`, `…, điều mà ông Nam phủ nhận`: what others make of it."""
    if line.words[i] == "điều":
        told = i + 1
    elif line.words[i] == "một" and line.words[i + 1] in _CALLED:
        told = next((j for j in range(i + 2, min(i + 5, line.end)) if line.words[j] == "mà"), line.end)
    else:
        return False
    if line.words[told + 1 : told + 3] in _UNNAMED:
        return True  # … – điều mà ít ai ngờ tới
    if line.words[told : told + 1] != ("mà",) or line.mention_from(told + 1) is None:
        return False
    return not _DENIED.isdisjoint(line.words[told + 2 : told + 8])


def _explained(line: Line, i: int) -> bool:
    """`… những tướng lĩnh “tỉnh thức”, một thuật ngữ chỉ …`: what words in marks mean, for the reader."""
    j = i + 1 + (line.words[i + 1] == "một")
    return line.quote_at(i - 1) is not None and _TERMS.after(line.words, j) > j


_TERMS = Phrases(
    tuple(term.split())
    for term in (
        *("thuật ngữ", "cụm từ", "khái niệm", "cách gọi", "cách nói", "tên gọi", "biệt danh", "biệt hiệu", "từ lóng"),
        *("tiếng lóng", "thành ngữ", "ám chỉ", "ý chỉ", "ý nói", "hàm ý", "ngụ ý", "muốn nói đến", "nhắc đến"),
        *("từ chỉ", "từ dùng", "từ để", "từ mà", "tức chỉ"),
    )
)


def _left_unsaid(line: Line, i: int) -> bool:
    """Whether what follows `nhưng` tells what the speaker left out or also did: `nhưng không nói rõ khi nào`."""
    if line.words[i : i + 2] == ("đồng", "thời"):
        k = PREVERB.after(line.words, i + 2)
        return any(c.first == k and c.dead in ("", "hypothetical") for c in line.cues)
    return line.words[i] in ("không", "chưa") and UNSAID.after(line.words, i + 1) > i + 1


def _next_act(line: Line, i: int, kind: str) -> bool:
    """`…; hoan nghênh Việt Nam …`, `…; bày tỏ vui mừng …`: the next of the acts that a report lists."""
    if kind == "request" and line.words[i] == "giao" and line.raw(i + 1)[:1].isupper():
        return True  # yêu cầu các tỉnh ứng phó; giao Tổng cục …
    return _ACTS.after(line.words, i) > i or (kind != "request" and _WISHES.after(line.words, i) > i)


def _acts_next(line: Line, first: int, i: int) -> bool:
    """`khẳng định A, đồng thời | bày tỏ …`, `cho biết A và | gửi lời cảm ơn …`: what the speaker did beside it."""
    together = line.words[i : i + 2] == ("đồng", "thời")
    if not together and line.words[i] != "và":
        return False
    k = PREVERB.after(line.words, i + 1 + together)
    if _somebody_speaks(line, first, i):
        return False  # cho biết bà Hoa nói A và bày tỏ …
    if together:
        return _ACTS.after(line.words, k) > k or _WISHES.after(line.words, k) > k
    return _OWN_ACTS.after(line.words, k) > k and not _OWN_ACTS.within(line.words, first, i)


def _keeps_silent(line: Line, i: int) -> bool:
    """`…, từ chối bình luận`, `…, không nói rõ lý do`, `… và không nói gì thêm`: what the speaker would not say."""
    if line.words[i : i + 2] == ("từ", "chối"):
        return UNSAID.after(line.words, i + 2) > i + 2
    j = UNSAID.after(line.words, i + 1) if line.words[i] in ("không", "chưa") else i
    return j > i + 1 and (line.words[j] in ("gì", "thêm") or line.words[j - 1] in ("rõ", "thể", "tiết", "cập"))


def _somebody_speaks(line: Line, first: int, last: int) -> bool:
    return any(first <= c.first < last and not c.dead for c in line.cues)


def _somebody_said(line: Line, i: int) -> bool:
    return any(c.first > i and not c.dead and line.entry(c).kind in STRONG for c in line.cues)


def _tells_within(line: Line, first: int, i: int) -> bool:
    """`tường thuật rằng ông Nam đã tuyên bố: “…”`: the words in marks are what somebody told of says."""
    told = next((c for c in reversed(line.cues) if first < c.first < i and not c.dead), None)
    if told is None or i - told.last > _MANNER:
        return False
    who = line.mention_ending(line.verb_start(told.first), first)
    return who is not None and who.first == first


_MANNER = 2  # words between a word of saying and its colon: tuyên bố | cụ thể


def _leads_in(line: Line, i: int) -> bool:
    """Whether words in marks follow that end the sentence, or have their own speaker behind them.

    What stands before the colon is told, then quoted: `giá sẽ tăng: “…”`, `giá sẽ tăng: “…”, ông nói`.
    """
    q = line.quote_from(i)
    if q is None or q.words < 4:
        return False
    behind = line.words[q.last : q.last + 1]
    named = line.mention_from(q.last + 1) if behind == (",",) or not DASHES.isdisjoint(behind) else None
    if named and any(not c.dead and named.last <= line.verb_start(c.first) <= named.last + 2 for c in line.cues):
        return True
    return q.words > 5 and line.trim(0, line.n) <= q.last


def _takes_over(line: Line, i: int, kind: str, conceded: bool) -> bool:
    """Whether the narrator goes on behind the comma at ``i``."""
    after, then = line.words[i + 1], line.words[i + 2]
    if after in ("nhưng", "song") and not conceded and then in _OF_THE_SPEAKER:
        return True
    if after in ("và", "nhưng") and line.words[i + 2 : i + 4] in (("dường", "như"), ("có", "vẻ")):
        return True
    if (after, then) == ("trước", "đó"):
        return True
    return kind == "ask" and line.words[i - 1] in _ENDS_QUESTION
