"""Rules for speech reported without marks, or with marks around a part of it.

Precise first: the first answer wins.
"""

from __future__ import annotations

import itertools

from quotes.attributions.behind import clause_source_cue
from quotes.attributions.clausal import clausal, hoped, is_amount, is_thing, may_begin_clause
from quotes.attributions.clauses import content_end, indirect, quote_type
from quotes.attributions.fronted import fronted_cue_content
from quotes.attributions.line import Line
from quotes.attributions.markers import after_cue
from quotes.attributions.openings import opens, tells_of_what
from quotes.attributions.pleas import pleads, wishes
from quotes.attributions.quoted import Quoted
from quotes.attributions.unsaid import (
    done_by,
    has_subject_beside,
    is_listed,
    is_tail,
    nobody,
    only_somebody,
    only_when,
    reports_nothing,
    told_how,
)
from quotes.attributions.who import shares, source_of
from quotes.attributions.words import (
    CLAIM,
    HOPE,
    HOW_SAID,
    NAMED,
    NOUN_START,
    OCCASION,
    PASSIVE,
    PLURAL,
    PREDICATE,
    PREPOSITION,
    SOMEBODY,
    VERBS,
)
from quotes.lexicon import keys
from quotes.model import Attribution, Cue, Mention

_ADVERBIAL = frozenset(("nhưng", "song", "trong", "tại", "khi", "sau", "trước", "trên", "vào", "hôm", "nhân", "với"))
_POINTING = frozenset(("đây", "đó", "nó", "này", "họ", "ông", "bà", "anh", "cô", "chị", "mình", "tôi"))
# What can be put forward as a thing and not as something said: `đề xuất chủ trương`, `tuyên bố một lệnh ngừng bắn`.
_THINGS = frozenset(("say", "request", "commit"))
_GOES = frozenset(("đến", "tới", "về", "ra", "lên", "vào", "qua"))  # bị công an yêu cầu về trụ sở
# Who is threatened, blamed or talked to follows these, and does not suffice.
_AT_SOMEBODY = frozenset(
    "đe dọa, dọa, hăm dọa, hù dọa, dọa dẫm, khuyên nhủ, khuyên bảo, khuyên can, năn nỉ, van nài, van xin, nài nỉ, "
    "đổ lỗi, quy kết, dặn dò".split(", ")
)
_ACCUSES = frozenset(("cáo buộc", "buộc tội", "tố", "tố cáo"))  # somebody, of what he did
_OWN_DEEDS = frozenset(("phủ nhận", "chối", "thừa nhận", "thú nhận", "khai nhận"))  # what one did, in two words
_BLAMES = _ACCUSES | frozenset(("chỉ trích", "lên án", "phê phán"))
_DECLARES = frozenset(("tuyên bố", "hứa", "cam kết", "dọa"))  # tuyên bố từ chức
_TO_WHOM = frozenset(("bảo", "dặn", "nhắn", "nhắc", "mắng"))
_FEW, _NEAR = 5, 8  # words
_SHOWS = frozenset(("organization", "media"))
_WHERE = frozenset(("trước", "sau", "trong", "tại", "ở", "trên"))
_ABOUT = frozenset("này đó trên nói liên do của từ chống nhằm xung quanh được bị mới gần đây sai trước".split())


def source_denies_claim(line: Line, cue: Cue) -> Attribution | None:
    """X bác bỏ thông tin cho rằng A · X phủ nhận cáo buộc A · X phủ nhận việc A"""
    i = cue.last + (cue.last < line.n and line.words[cue.last] in ("các", "những", "mọi", "tin"))
    if line.entry(cue).kind != "deny" or i >= line.end:
        return None
    noun = CLAIM.after(line.words, i)
    begin = next((j for j in range(i, min(i + 8, line.n)) if line.words[j] in ("rằng", ",", "và", "này", "đó")), i)
    if noun == i and line.words[i] != "việc":
        return None
    if line.words[begin] != "rằng":
        if cue.form == "phản đối":
            return None
        begin = noun if noun > i else i + 1
        if not (_is_claimed(line, begin) or (noun == i and line.end - i > 3)):
            return None
    source = source_of(line, cue)
    if source is None and not shares(line, cue):
        return None
    return indirect(line, cue.last, content_end(line, begin + 1), "source_denies_claim", cue, source)


def _is_claimed(line: Line, i: int) -> bool:
    """Whether a clause follows `cáo buộc`, `tin đồn`, and not what they are about: `tin đồn | công ty đã phá sản`."""
    if i >= line.end - 2 or not line.may_begin_clause(i) or line.words[i] in _ABOUT:
        return False
    near = itertools.takewhile(lambda w: w not in (",", "mà", ";"), line.words[i : i + 9])
    return PREDICATE.within(line.words, i, i + len(list(near)))


def source_name_as(line: Line, cue: Cue) -> Attribution | None:
    """X gọi A là B · X mô tả A là B"""
    if "name_as" not in line.entry(cue).takes or line.entry(cue).doubtful:
        return None
    end = content_end(line, cue.last)
    j = next((i for i in range(cue.last, end) if line.words[i] in ("là", "như") and line.quote_at(i) is None), None)
    source = source_of(line, cue)
    if j is None or source is None or j + 1 >= end or line.words[cue.last] == ",":
        return None
    if j - cue.last > 12 and line.quote_from(j + 1) is None:
        return None
    if cue.form in ("tự xưng", "xưng") and line.words[cue.last] not in ("là", "mình"):
        return None  # tổ chức Nhà nước Hồi giáo tự xưng
    if line.words[j - 1] in ("cũng", "vẫn", "đã", "sẽ", "đều", "không", "chính"):
        return None  # a clause of its own
    if cue.form == "gọi" and line.words[source.first] in ("người", "dân") and line.quote_from(j + 1) is None:
        return None  # Người ta gọi đây là mưa ngâu.
    if cue.form in ("coi", "xem") and not any(j < q.first < end for q in line.quotes):
        return None  # a view held, of which nothing was said
    if quote_type(line, j + 1, end) == "direct":
        return indirect(line, j + 1, end, "source_name_as", cue, source)
    whom = line.mention_from(j + 1) if cue.form == "gọi" and j > cue.last else None
    if (
        whom is not None
        and (whom.form, whom.kind) == ("name", "person")
        and whom.last + 1 < end
        and line.words[whom.last] not in (",", "của")
    ):
        return None  # gọi bạn là Lê Văn Tú ra giúp: somebody is called to come
    q = line.quote_from(j + 1)
    if q is not None:
        last = _row_end(line, q)
        goes_on = last < end and line.words[last] not in _ADVERBIAL and line.words[last] != ","
        if not goes_on and not any(last < later.first < end for later in line.quotes):
            return indirect(line, j + 1, min(last, end), "source_name_as", cue, source)
    if j - cue.last == 1 and line.words[cue.last] in _POINTING and line.entry(cue).kind == "describe":
        return indirect(line, j + 1, end, "source_name_as", cue, source)
    return indirect(line, j + 1 if j == cue.last else cue.last, end, "source_name_as", cue, source)


def _row_end(line: Line, q: Quoted) -> int:
    """The token after `“A”, “B” và “C”`, of which ``q`` is the first."""
    while line.words[q.last : q.last + 1] in ((",",), ("và",)) and (after := line.quote_from(q.last + 1)) is not None:
        q = after
    return q.last


def source_cue_marker_clause(line: Line, cue: Cue) -> Attribution | None:
    """X cho biết rằng A · X nhấn mạnh, A"""
    marker, i = after_cue(line, cue)
    entry = line.entry(cue)
    if not marker or marker == "“" or i >= line.end or not ({"marked", "clause"} & entry.takes):
        return None
    if entry.doubtful and marker != "rằng" and keys(cue.form) not in HOPE.forms:
        return None
    if cue.form == "thông tin" and marker == "," and not (line.made or has_subject_beside(line, cue)):
        return None  # …, thông tin trên mạng phải an toàn, đúng pháp luật
    if marker == "," and (is_tail(line, i) or is_listed(line, cue, i) or _tells_of_somebody(line, cue, i)):
        return None
    if marker == "," and not {"comma", "clause"} & entry.takes and not line.told_behind_comma(cue, i):
        return None
    if marker == "," and not cue.form.endswith("rằng") and line.subordinate(cue.first):
        return None  # Khi được tòa hỏi về số tiền, bị cáo … · Sau khi nghe bà Hoa trình bày, ông Nam …
    source = source_of(line, cue)
    if opens(line, cue, i) or (nobody(line, source) if source is not None else not shares(line, cue, marker)):
        return None
    if marker == "," and source is not None and done_by(line, source, cue):
        return None  # Thông tin được ông Nam chia sẻ trên mạng, kèm theo ảnh.
    end = content_end(line, i)
    if marker == "," and HOW_SAID.after(line.words, i) >= end:
        return None  # trình bày với tòa bằng giọng chậm, rành rọt
    if marker == "," and i > cue.last + 1 and line.words[i] in ("được", "bị"):
        return None  # mẫu xe Ý công bố trong hội chợ ấy, được lắp động cơ mới
    bare = marker == "," and not PREDICATE.within(line.words, i, end)
    if bare and (source is None or (i > cue.last + 1 and NOUN_START.after(line.words, i) > i)):
        return None  # Đồng thời chia sẻ, nhân rộng cách làm …; kể về cuộc sống, kỷ niệm của hai người
    if entry.kind == "show" and not (source and (source.form == "document" or source.kind in _SHOWS)):
        return None  # what somebody shows he does not say
    return indirect(line, i, end, "source_cue_marker_clause", cue, source)


def _tells_of_somebody(line: Line, cue: Cue, i: int) -> bool:
    """`kể về cuộc đời bà Hoa, | một cô giáo nghèo`: who that is of whom a story is told."""
    about = line.words[cue.last] == "về" and line.entry(cue).kind == "say"
    return about and i - cue.last > 2 and line.words[i] in ("một", "những", "vốn", "người")


def source_cue_clause(line: Line, cue: Cue) -> Attribution | None:
    """X cho biết A"""
    marker, i = after_cue(line, cue)
    entry = line.entry(cue)
    if (
        entry.doubtful
        or marker not in ("", "“")
        or i >= line.end
        or not ("clause" in entry.takes or line.told_of(cue))
        or not may_begin_clause(line, cue, i)
    ):
        return None
    if not line.takes_bare_clause(cue) or opens(line, cue, i):
        return None
    source = source_of(line, cue)
    if reports_nothing(line, source) if source is not None else not shares(line, cue):
        return None
    if source is not None and entry.kind == "ask" and line.words[source.first - 1] in PASSIVE:
        return None  # Được con trai hỏi về bữa ăn, ông Nam nói: “…”
    end = content_end(line, i)
    if any(c.first == i and not c.dead and line.words[c.last : c.last + 1] == (":",) for c in line.cues):
        return None  # nguồn tin cho biết cho biết: “A”
    if entry.kind in ("say", "opine", "write") and only_when(line, cue, i, end):
        return None
    if end - i < 3 or told_how(line, cue, i, end) or not clausal(line, cue, i, end) or not hoped(line, cue, i):
        return None
    if cue.form == "tố" and only_somebody(line, i, end):
        return None  # tố chồng cũ trong tâm thư
    whom = line.somebody_from(i)
    if entry.kind == "request" and whom is not None and whom.last >= end and end - i < _FEW:
        return None  # Yêu cầu các hãng hàng không
    said = line.quote_from(whom.last if whom is not None else SOMEBODY.after(line.words, i))
    if cue.form in _TO_WHOM and said is not None and said.first > i and said.last >= end:
        return indirect(line, said.first, end, "source_cue_clause", cue, source)  # bảo vợ “đừng lo quá”
    if cue.form == "ước tính" and source is not None and is_amount(line, source, cue, i, end):
        return None
    if cue.form == "ước tính" and (source is None or source.kind == "unknown"):
        return None  # số lượng đến nay ước tính khoảng 3 tấn
    far = 25 if PREPOSITION.after(line.words, i) > i else 9  # xác định từ đầu năm 2014 tới giữa năm 2015, bà Hoa đã …
    found = {"là", "đã", "có", "do", "không", "bị", "được"} & set(line.words[i + 1 : i + far])
    if cue.form == "xác định" and (source is None or source.kind == "person" or not (found or source == line.relayed)):
        return None  # what somebody makes out; of an authority or a paper it is a finding
    return indirect(line, i, end, "source_cue_clause", cue, source)


def source_cue_verb_phrase(line: Line, cue: Cue) -> Attribution | None:
    """X cam kết A · X yêu cầu Y làm A"""
    marker, i = after_cue(line, cue)
    entry = line.entry(cue)
    if i >= line.end or not ({"verb_phrase", "object_clause"} & entry.takes):
        return None
    source = source_of(line, cue)
    if entry.doubtful and not (source is not None and pleads(line, cue, i, source)):
        return None
    if marker == "," and cue.form in _AT_SOMEBODY:
        return None  # xông vào đe dọa, đập vỡ tủ kính
    if marker == "," and entry.kind == "request" and line.subordinate(cue.first):
        return None  # Sau khi bà con kiến nghị, công ty điện đã sửa.
    done_to = source is not None and source.last <= cue.first and line.words[source.first - 1] in PASSIVE
    if (cue.form == "chúc" and not wishes(line, i, source)) or tells_of_what(line, i):
        return None
    if not line.may_begin_clause(i) and not (done_to and line.words[i] in _GOES):
        return None
    if entry.kind != "request" and only_when(line, cue, i, line.end):
        return None
    if reports_nothing(line, source) if source is not None else not shares(line, cue):
        return None
    end = content_end(line, i)
    act = VERBS.longest(line.words, i) is not None
    denied = act and cue.form in _OWN_DEEDS  # phủ nhận đưa tiền
    if (
        end - i < (2 if denied or (act and (done_to or cue.form in _DECLARES)) else 3)
        or not line.takes_bare_clause(cue)
        or not hoped(line, cue, i)
    ):
        return None
    whom = line.somebody_from(i)
    if entry.kind == "request" and whom is not None and whom.last >= end and end - i < _FEW:
        return None  # Yêu cầu các hãng hàng không
    named = whom if cue.form in _ACCUSES else line.mention_from(i)
    party = (done_to and cue.form in _ACCUSES) or (named is not None and named.form != "document")
    if entry.kind in ("accuse", "deny", "opine") and not (party or denied or clausal(line, cue, i, end)):
        return None
    if told_how(line, cue, i, end):
        return None
    if entry.kind in _THINGS and is_thing(line, i, end) and not _in_own_words(line, i, end):
        return None
    if (cue.form in _AT_SOMEBODY or (named and cue.form in _BLAMES)) and only_somebody(line, i, end):
        return None
    if entry.kind == "request" and line.words[i] == "sự":
        return None  # công việc yêu cầu sự tỉ mỉ
    if entry.kind == "request" and line.words[i] in _WHERE and _on_occasion(line, i + 1, end):
        return None  # những gì tổ chức này khuyến cáo trong thông cáo tháng trước
    if cue.form == "chỉ đạo" and _leads(line, i, named):
        return None
    if cue.form == "chỉ đạo" and named and named.kind == "person" and line.words[named.last] in _WHERE:
        return None  # chỉ đạo Lê An trước loạt luân lưu
    return indirect(line, i, end, "source_cue_verb_phrase", cue, source)


def _in_own_words(line: Line, i: int, end: int) -> bool:
    """`cảnh báo nguy cơ hãng “nhường sân” cho kẻ khác`: a thing, but in words of the speaker, which are no name."""
    said = (
        q for q in line.quotes if i < q.first < min(end, i + _NEAR) and NAMED.before(line.words, q.first) == q.first
    )
    return any(q.words > 1 and line.raw(q.first + 1)[:1].islower() for q in said)


def _on_occasion(line: Line, i: int, end: int) -> bool:
    spoken = OCCASION.after(line.words, i) > i and "," not in line.words[i:end]
    return spoken and not PREDICATE.within(line.words, i, end)


def _leads(line: Line, i: int, named: Mention | None) -> bool:
    """`chỉ đạo các lĩnh vực kinh tế`, `chỉ đạo trận đấu`: what somebody is in charge of, and nobody who is told."""
    j = PLURAL.after(line.words, i)
    if named is not None or line.mention_from(j) is not None:
        return False
    return line.words[j] in _LED


_LED = frozenset("lĩnh biện trận cuộc hoạt công chiến chương giải phương nhiệm khâu mảng".split())


CUE_RULES = (
    fronted_cue_content,
    source_denies_claim,
    source_name_as,
    source_cue_marker_clause,
    clause_source_cue,
    source_cue_clause,
    source_cue_verb_phrase,
)
