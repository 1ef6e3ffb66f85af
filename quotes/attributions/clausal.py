"""Whether what stands behind a word of saying can be a clause, and not a mere thing."""

from __future__ import annotations

import itertools

from quotes.attributions.line import Line
from quotes.attributions.markers import addressed
from quotes.attributions.words import (
    ADJUNCT,
    BRINGS,
    CLAUSE_AFTER_ALL,
    CONJUNCTION,
    EFFECT,
    HOPE,
    HOPED_OF,
    NAMED,
    NO_CLAUSE,
    NO_PEOPLE,
    NOUN_START,
    OCCASION,
    OWN_PEOPLE,
    PLURAL,
    PREDICATE,
    PREPOSITION,
    SOMEBODY,
    SUBORDINATOR,
    VERBS,
)
from quotes.lexicon import keys
from quotes.model import Cue, Mention

# Words of saying that take a clause and hardly ever a mere thing.
_CLAUSE_ONLY = frozenset(
    "khẳng định, nói, nói thẳng, nói thật, nhấn mạnh, cho là, hy vọng, mong, hứa, cam kết, cam đoan, thề, khai, "
    "đưa tin, loan tin, quả quyết, lấy ví dụ, mách".split(", ")
)
_SHOWN = frozenset(("khẳng định", "nói", "nhấn mạnh", "cam kết"))  # or a thing that is meant, or shown
_ASKS = frozenset(
    ("sao", "giờ", "đâu", "gì", "nào", "ai", "mấy", "nhiêu", "chưa", "không", "liệu", "hay", "bao", "phải")
)
_EXPLAINS = frozenset(("giải thích", "lý giải", "lí giải", "khai", "khai nhận", "phân trần"))
# What follows one of these tells more of a thing, and is no predicate of it: `nỗi lo khi con phải đi xa`.
_OF_THINGS = frozenset(("khi", "mà", "cùng", "kèm"))
_RECKONS = frozenset(("ước tính", "ước đoán", "dự đoán", "dự báo", "phỏng đoán", "dự tính", "tiên lượng"))
_AROUND = frozenset(("khoảng", "hơn", "gần", "vào", "đạt", "mức", "ngày", "tháng", "năm"))
# Mostly somebody or something is praised or blamed, sometimes for what he does.
_PRAISE = frozenset(("khen", "khen ngợi", "phê phán", "chê", "ca ngợi", "khoe"))
_ABOUT_SO_MUCH = frozenset("khoảng hơn gần trên có lên đạt trị vào cỡ chừng tới".split())
_TOLD = (("thông", "tin"), ("hình", "ảnh"), ("cái", "tên"), ("tin", "đồn"), ("con", "số"), ("lời", "động"))
_DOES = frozenset(("làm", "gây", "khiến"))
_SHOWN_OFF = frozenset(
    "được khắp ảnh hình bụng làn da dáng vóc giọng body eo vai chân lưng thân vòng nhan sắc tài xe nhà nội tóc đường "
    "loạt bộ chiếc cặp đôi nhẫn thành kết điểm cuộc trọn khéo nụ gương mặt".split()
)
_CAUSE = 8  # words from the cause to what it was
_RATED = frozenset(("chê", "ca ngợi", "khoe"))
_DECLARED = (("chủ", "quyền"), ("độc", "lập"), ("chiến", "tranh"), ("chiến", "thắng"))
_MONEY = frozenset(("đồng", "usd", "euro", "won", "yên", "bảng", "đô", "tỷ", "tỉ", "triệu"))
_FINITE = frozenset(("sẽ", "đã", "đang", "là", "vẫn", "cũng", "đều"))
# Of whom no mention is made, and who is to do something: `mong | nhà trường xem lại`.
_WISHED_OF = frozenset(
    tuple(words.split())
    for words in (
        "thành phố, nhà trường, nhà nước, công ty, doanh nghiệp, chính quyền, bệnh viện, cơ quan, đất nước, "
        "thị trường, đội bóng, địa phương, các cấp, các ngành, ngân hàng, chủ đầu, nhà đầu, nhà thầu, nhà sản"
    ).split(", ")
)
_NEAR_BY = 12  # words in which what is hoped of does something
_SIDE = 6  # words of the first of two teams that meet
_WITH = frozenset(("dưới", "trên", "bằng", "nhờ", "thông", "cùng"))
_SOME_DAY = frozenset(("trong", "thời", "tới", "sắp", "từ", "năm", "qua"))
_MUCH = frozenset(("về", "hơn", "điều", "thứ", "chuyện", "lần", "thông", "chi"))  # cho biết nhiều về, nhiều chi tiết


def clausal(line: Line, cue: Cue, first: int, last: int) -> bool:
    """Whether ``first:last`` can be a clause: somebody, and a word that only a predicate has.

    It parts `tiết lộ chợ sẽ đóng cửa` from `tiết lộ hình ảnh cuộc sống`. Verbs that take hardly ever an object are not
    asked.
    """
    near = [q for q in line.quotes if first < q.first < min(last, first + 9) and q.words > 3]
    if cue.form in _RATED and any(_only_named(line, first, q.first) for q in near):
        return False  # chê ông Nam “ăn nói vô duyên”, chê phim: “Quá dài”
    if any(NAMED.before(line.words, q.first) == q.first for q in near):
        return True  # the verb may stand in the marks
    if line.entry(cue).kind == "request" and line.words[first] == "sự":
        return False  # những việc yêu cầu sự trả lời ngay
    if "vs" in line.words[first : first + _SIDE]:
        return False  # Nhận định, dự đoán Lào vs Nepal, 18h00 ngày 5/6
    form = cue.form.removesuffix(" thêm").removeprefix("bày tỏ ")
    if line.words[first] in ("tại", "trong") and OCCASION.after(line.words, first + 1) > first + 1:
        return PREDICATE.within(line.words, first, last)  # nói tại cuộc họp chiều 4/11
    if form in _SHOWN and is_thing(line, first, last) and not line.quotes and not _has_effect(line, first, last):
        return False  # khẳng định sự ủng hộ, nhấn mạnh vai trò của nhà trường
    if form in _CLAUSE_ONLY or form.endswith(("rằng", "biết", "hay")):
        return True
    if form in _EXPLAINS and line.words[first] in ("do", "vì", "bởi", "tại"):
        return True
    if line.entry(cue).kind == "say" and _back_then(line, first, last):
        return True
    if line.entry(cue).kind in ("say", "opine") and SUBORDINATOR.after(line.words, first) > first:
        comma = next((j for j in range(first + 2, min(last, first + 20)) if line.words[j] == ","), None)
        if comma is not None and last - comma > 3:
            return True  # kể lại sau khi rời bến, một vị khách đòi xuống
    if line.entry(cue).kind == "ask":
        asked = {w for w, then in itertools.pairwise((*line.words[first:last], "")) if then not in ("đó", "đấy")}
        return not _ASKS.isdisjoint(asked)  # no `hỏi hàng xóm để tìm hiểu`, `hỏi việc gì đó`
    if form in _RECKONS and _reckoned(line, first, last):
        return True
    if form in _EXPLAINS and _names_cause(line, first, last):
        return True
    if (
        line.words[first : first + 2] == ("nguyên", "nhân")
        and "do" in line.words[first + 2 : min(first + _CAUSE, last)]
    ):
        return True  # xác định nguyên nhân ban đầu do chập điện
    if form in ("cáo buộc", "tố") and _does_wrong(line, first, last):
        return True
    # An object may hold a relative clause of its own; a clause has its verb near its subject.
    if cue.form == "khoe" and (line.words[first] in _SHOWN_OFF or is_thing(line, first, first + 2)):
        return False  # khoe dáng thon, khoe được giọng hát, khoe bức ảnh cưới
    if cue.form in _PRAISE:
        words = itertools.takewhile(lambda w: w not in (",", "khi", "vì"), line.words[first : min(last, first + 8)])
        near_by = PREDICATE.within(line.words, first, first + len(list(words)))
        return near_by or _names_subject(line, first, last) or line.words[first] in _POINTS
    if line.entry(cue).kind in ("say", "opine", "relay", "write") and _names_subject(line, first, last):
        return True
    if line.entry(cue).kind == "opine" or form == "chỉ ra":
        told = PREDICATE.within(line.words, first, min(last, first + 25)) or _has_effect(line, first, last)
        return told or (form in _RECKONS and _acts(line, first, last))
    thing = NOUN_START.after(line.words, first) > first and line.mention_from(first) is None
    thing = thing and line.words[first + 1] != "đây"  # cách đây mười năm
    for i in range(first, min(last, first + (7 if thing else 14))):
        if thing and (line.words[i] in _OF_THINGS or line.words[i : i + 2] == ("và", "đã")):
            return False
        if PREDICATE.after(line.words, i) > i and line.quote_at(i) is None:
            return True
    return False


def _only_named(line: Line, first: int, q: int) -> bool:
    """Whether nothing stands before the marks at ``q`` but who or what is praised, and perhaps a colon."""
    m = line.mention_from(first)
    return line.words[q - 1] == ":" or (m is not None and m.form == "name" and m.last == q)


def _acts(line: Line, first: int, last: int) -> bool:
    """`dự đoán mẫu xe tới dùng pin rắn`, `dự đoán hãng bán ba triệu máy`: a plain verb behind what it is told of."""
    if line.words[first : first + 2] in _MATCH or line.words[first] in _MATCHES:
        return False
    for i in range(first + 1, min(last - 1, first + 12)):
        if line.words[i] in (",", "mà", "khi", "để", "của", "cho", "vs"):
            return False
        if is_act(line, i):
            return True
    return False


def is_act(line: Line, i: int) -> bool:
    """Whether a plain verb stands at token ``i``."""
    verb = VERBS.longest(line.words, i)
    return verb is not None and " ".join(line.words[i : verb[1]]) not in _WEAK


# What is reckoned of a match is the score, and whoever meets whom.
_MATCH = frozenset(
    tuple(words.split()) for words in "tỷ số, tỉ số, kết quả, đội hình, bóng đá, xu hướng, thời điểm".split(", ")
)
_MATCHES = frozenset(("trận", "kèo", "vòng", "lượt", "cặp", "soi"))
# Verbs that are as often a part of a name or an adverb.
_WEAK = frozenset("về lên vào bên cùng tới dẫn tiếp dự lập tạo sống sinh đứng đau lo bày gặp cầm".split())


def _back_then(line: Line, first: int, last: int) -> bool:
    """`kể lúc đó chị ôm chặt con`, `nhớ lại ngày nhỏ anh theo cha ra biển`: a time, and who did something then."""
    i = first + 1 + (line.words[first : first + 2] == ("khoảnh", "khắc"))
    if line.words[i - 1] not in _TIMES or line.words[i] not in _THAT:
        return False
    who = line.mention_from(i + 1)
    return who is not None and who.kind in ("person", "group") and who.last + 1 < last and _goes_on(line, who.last)


_POINTS = frozenset(("nó", "đây", "đó"))
_TIMES = frozenset(("lúc", "khi", "hôm", "ngày", "đêm", "sáng", "chiều", "tối", "năm", "hồi", "thời", "khắc"))
_THAT = frozenset(("đó", "ấy", "nhỏ", "xưa", "bé", "trước", "trẻ"))


def _reckoned(line: Line, first: int, last: int) -> bool:
    """`ước tính khoảng hai triệu`, `dự đoán giá vào khoảng 30%`: how much or when, as it is reckoned."""
    near = range(first, min(last, first + 12))
    return any(line.words[i] in _AROUND and line.words[i + 1][:1].isdigit() for i in near if i + 1 < last)


def _names_cause(line: Line, first: int, last: int) -> bool:
    """`lý giải nguyên nhân chia tay là bất đồng`, `giải thích … động chạm quyền công dân nên phải có luật`."""
    told = list(itertools.takewhile(lambda w: w not in ("mà", "dù"), line.words[first : min(last - 3, first + 32)]))
    return line.words[first] != "việc" and any(w in ("là", "nên") for w in told[3:])


def _does_wrong(line: Line, first: int, last: int) -> bool:
    """`cáo buộc các lực lượng Nga xâm nhập`, `tố tàu Triều Tiên chĩa súng`: who is blamed, and a verb behind it."""
    if line.mention_from(first) or line.mention_from(PLURAL.after(line.words, first)):
        return False  # a verb phrase, as it is read: cáo buộc Nga | xâm nhập
    blamed = next((m for m in line.mentions if first <= m.first <= first + 4), None)
    if blamed is None or not all(w[0].isalnum() for w in line.words[first : blamed.last]):
        return False
    if any(PREPOSITION.after(line.words, i) > i for i in range(first, blamed.first)):
        return False
    return blamed.last + 1 < last and line.may_begin_clause(blamed.last) and _goes_on(line, blamed.last)


def _goes_on(line: Line, i: int) -> bool:
    """Whether a predicate may begin at token ``i``, behind its subject: no preposition, conjunction or adjunct."""
    return line.words[i][0].isalpha() and not (
        PREPOSITION.after(line.words, i) > i or CONJUNCTION.after(line.words, i) > i or ADJUNCT.after(line.words, i) > i
    )


def is_thing(line: Line, i: int, end: int) -> bool:
    """Whether a noun phrase with no verb to see follows: `tuyên bố một lệnh ngừng bắn`, `đề xuất giải pháp`."""
    m = line.mention_from(i)
    much = line.words[i][:1].isdigit() and not _MONEY.isdisjoint(line.words[i + 1 : i + 4])
    if much and _FINITE.isdisjoint(line.words[i + 2 : min(end, i + 25)]):
        return True  # đòi 2 tỷ đồng
    if (m is not None and m.form != "document") or _has_verb(line, i, end):
        return False
    if line.words[i][:1].isdigit() and end - i < 5:
        return True  # gợi ý 4 giải pháp
    if line.words[i] in ("điều", "việc", "chuyện", "tin") and line.words[i + 1] in ("này", "đó", "ấy", "tương"):
        return True  # thừa nhận điều đó trên báo, khẳng định điều tương tự
    if line.words[i : i + 2] in _DECLARED:
        return True  # tuyên bố chủ quyền đối với hòn đảo
    if line.words[i] == "những" and line.words[i + 1 : i + 3] in _TOLD:
        return True  # xác nhận những thông tin trên
    whole = line.words[i] == "toàn" and line.words[i + 1] not in ("quốc", "dân", "thể", "đảng", "xã", "quân")
    return (
        whole
        or line.words[i] in ("một", "sự")
        or (
            NOUN_START.after(line.words, i) > i
            and line.words[i] not in ("các", "những", "mọi", "nhiều", "cách")
            and not line.raw(i)[0].isupper()  # yêu cầu Vụ Pháp chế rà soát văn bản
        )
    )


def is_amount(line: Line, source: Mention, cue: Cue, i: int, end: int) -> bool:
    """`thu giữ tài sản | ước tính hơn 5 tỷ đồng`: how much it is, whoever reckoned it; nobody is right before."""
    if source.last >= line.verb_start(cue.first) or line.coordinated(cue):
        return False
    much = line.words[i] in _ABOUT_SO_MUCH or line.words[i][:1].isdigit()
    return much and _FINITE.isdisjoint(line.words[i + 1 : end])


def _has_verb(line: Line, i: int, end: int) -> bool:
    return PREDICATE.within(line.words, i, end) or not _DOES.isdisjoint(line.words[i:end])


def _names_subject(line: Line, first: int, last: int) -> bool:
    """`thừa nhận đội nhà thua`, `tiết lộ giới chức bang nhận ra rằng …`: who it is told of, and what he does."""
    told = itertools.takewhile(lambda i: not any(c.first == i for c in line.cues), range(first, min(last, first + 14)))
    if any(line.words[i] == "rằng" for i in told):
        return True
    i = PLURAL.after(line.words, first)
    m = line.mention_from(first) or line.mention_from(i)
    if (m is None or m.kind == "unknown") and _own_people_do(line, first, last):
        return True
    if m is None or m.last + 2 > last:
        return False
    if m.form == "description" and m.roles:  # kể hai cháu bé | bám vào nhau
        return VERBS.longest(line.words, m.last) is not None and _goes_on(line, m.last)
    if m.kind not in ("person", "group", "organization", "country"):
        return False
    while line.words[m.last] in (",", "và", "cùng") and (also := line.mention_from(m.last + 1)) is not None:
        if also.last + 2 > last:
            return False
        m = also  # dự đoán A, B và C cùng thắng
    w = line.words[m.last]
    if line.quote_from(m.last) is not None:
        return True  # các thủy thủ này “mất tích”
    return w not in ("vs", "vì") and NO_CLAUSE.after(line.words, m.last) == m.last and _goes_on(line, m.last)


def _own_people_do(line: Line, first: int, last: int) -> bool:
    """`kể con gái chị khóc suốt đêm`, `tâm sự vợ mất sớm`: the speaker's own people, and what they did."""
    i = OWN_PEOPLE.after(line.words, first)
    if i == first or NO_PEOPLE.after(line.words, first) > first:
        return False
    i += line.words[i] == "của"
    whose = line.mention_from(i)
    i = whose.last if whose is not None else i + (line.words[i] in ("mình", "tôi", "em", "ấy"))
    return i + 1 < last and _goes_on(line, i) and line.words[i] not in ("của", "là")


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
        if any(verbs.within(line.words, i, min(line.end, i + 16)) for verbs in (PREDICATE, EFFECT)):
            return True  # no `mong sự ủng hộ của bạn bè`
        return "sẽ" in line.words[i : min(line.end, i + 30)]
    if line.words[i : i + 2] in _WISHED_OF and any(is_act(line, j) for j in range(i + 2, min(i + 5, line.end - 1))):
        return True  # mong thành phố mở lại chợ
    if line.end - SOMEBODY.after(line.words, i) > 1 and SOMEBODY.after(line.words, i) > i:
        return True  # mong tòa xử nghiêm, mong con học giỏi
    if line.words[i : i + 2] == ("ngày", "càng"):
        return True
    if HOPED_OF.after(line.words, i) > i:
        return _brings(line, HOPED_OF.after(line.words, i))  # mong chuyến thăm này mở ra cơ hội
    this = next((j for j in range(i + 1, min(i + 6, line.end - 2)) if line.words[j] in ("này", "đó", "ấy")), 0)
    if this and line.words[i][:1].isalpha() and VERBS.longest(line.words, i) is None and _brings(line, this + 1):
        return True  # tin vi khuẩn này từng sống trên Sao Hỏa
    if line.words[i] in _WITH and line.words[i : i + 2] != ("trên", "địa"):
        comma = next((j for j in range(i + 2, min(i + 25, line.end)) if line.words[j] == ","), i)
        return PREDICATE.within(line.words, comma + 1, line.end)  # tin tưởng dưới sự dẫn dắt của …, xã sẽ …
    if line.words[i] in _SOME_DAY:
        return not _FINITE.isdisjoint(line.words[i + 1 : i + 25])  # mong trong năm tới, chợ sẽ mở lại
    near = line.words[i + 1 : i + 10]
    finite = {w for w, then in itertools.pairwise(near) if then != "như"} & _FINITE
    return bool(finite) and line.words[i] not in ("được", "có", "tiếp", "đón", "nhận", "góp")


def _brings(line: Line, i: int) -> bool:
    """`chuyến thăm này | mở ra cơ hội`: whether a verb stands behind what is hoped of, before any comma or `mà`."""
    for j in range(i, min(i + _NEAR_BY, line.end - 1)):
        if line.words[j] in (",", "mà", "khi", "để"):
            return False
        if any(verbs.after(line.words, j) > j for verbs in (PREDICATE, EFFECT, BRINGS)) or is_act(line, j):
            return True
    return False


def may_begin_clause(line: Line, cue: Cue, i: int) -> bool:
    """Whether what was said may begin at token ``i`` with no marker before it."""
    if line.quote_from(i) is not None:
        return True
    w = line.words[i]
    if w == "với" and not addressed(line, i):
        return True  # nhấn mạnh với bề dày lâu năm như vậy, chợ đã …
    if cue.form.endswith(("rằng", "biết", "hay")) or cue.form in ("khẳng định", "nhấn mạnh"):
        if w == "nhiều" and line.words[i + 1] in _MUCH:
            return False
        if w in ("đến", "tới", "vào", "hơn", "về", "ở") and cue.form == "nhấn mạnh":
            return line.words[i + 1] == "việc" or CLAUSE_AFTER_ALL.after(line.words, i) > i
        if w == "về":
            return CLAUSE_AFTER_ALL.after(line.words, i) > i  # cho biết về mặt kỹ thuật, con chip này …
        return w[0].isalnum() and w not in ("và", "thì", "nhau", "gì", "nào", "của", "lại")
    return line.may_begin_clause(i)
