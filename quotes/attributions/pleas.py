"""Whether what is begged, thanked, wished or invited for is told whole, so that the words can be reported."""

from __future__ import annotations

from quotes.attributions.line import Line
from quotes.attributions.words import FIRST_PERSON, PREPOSITION, SOMEBODY
from quotes.model import Cue, Mention


def pleads(line: Line, cue: Cue, i: int, source: Mention) -> bool:
    """`xin tòa giảm án`, `xin được nghỉ`, `cảm ơn bà con đã giúp đỡ`: what is asked or thanked for is said whole.

    With a thing behind it the verb tells what somebody gets or does: `xin tiền`, `cảm ơn khán giả`; and who speaks of
    himself only has manners: `Tôi xin cảm ơn`.
    """
    himself = source.form == "pronoun" and FIRST_PERSON.after(line.words, source.first) > source.first
    unknown = source.kind == "unknown" and source.last - source.first > _BARE_NAME
    if source.kind == "media" or himself or unknown or line.quote_at(cue.first) is not None:
        return False
    asked = line.somebody_from(i)
    if cue.form in _THANKS:
        return thanked_for(line, cue, i, line.end)
    if cue.form in _BIDS:
        return asked is not None and bidden(line, cue, asked, source)
    if cue.form != "xin":
        return False
    if asked is not None:
        i = asked.last
    elif SOMEBODY.after(line.words, i) > i:
        i = SOMEBODY.after(line.words, i)
    if asked is not None and line.words[i : i + 1] in _ASKED_TO:
        return True
    got = line.words[i : i + 1] == ("được",) and line.words[i + 1 : i + 2] in _GOT
    there = line.words[i : i + 1] == ("tại",) and line.words[i + 1 : i + 2] != ("ngoại",)  # xin visa tại sứ quán
    return i < line.end and line.words[i] in _BEGGED and not (got or there)


def bidden(line: Line, cue: Cue, asked: Mention, source: Mention) -> bool:
    """`mời Tổng thống sớm thăm Việt Nam`, `khuyến khích các thí sinh mạnh dạn hơn`: who is bidden, and to do what.

    Who is asked to a table or hired is not spoken to here: `mời bà một ly trà`, `mời ca sĩ Mai Lan làm giám khảo`; and
    what a law or a plan encourages nobody says: `Nhà nước khuyến khích doanh nghiệp đầu tư`.
    """
    i = asked.last
    while line.words[i : i + 1] in (("và",), ("cùng",)) and (other := line.mention_from(i + 1)) is not None:
        i = other.last
    named = source.form in ("name", "title", "body") or (source.form == "pronoun" and not source.plural)
    if cue.form == "mời":
        i += line.words[i : i + 1] == ("sớm",)
        return named and asked.kind != "unknown" and line.words[i : i + 1] in _CALLS_ON
    to_do = line.end - i > 1 and line.words[i][0].isalpha() and PREPOSITION.after(line.words, i) == i
    who = source.kind not in ("country", "media", "group") and asked.kind in ("person", "group")
    return named and who and to_do


_BIDS = frozenset(("mời", "khuyến khích"))
_CALLS_ON = (("thăm",), ("sang",), ("sẽ",), ("trở",), ("tiếp",), ("ra",), ("quay",))


def wishes(line: Line, i: int, source: Mention | None) -> bool:
    """`chúc đồng chí Đại sứ có một nhiệm kỳ thành công`: for whom it is wished; but no `tôi chúc bạn …` of a card."""
    whom = line.somebody_from(i)
    if whom is None or whom.kind == "unknown":
        return False
    own = source is not None and FIRST_PERSON.after(line.words, source.first) > source.first
    return not own and (source is None or source.name is not None or source.form in ("title", "body", "name"))


def thanked_for(line: Line, cue: Cue, i: int, end: int) -> bool:
    """`cảm ơn Bộ trưởng đã dành thời gian tiếp`: what somebody is thanked for is told."""
    those = line.words[i : i + 2] == ("những", "người")  # cảm ơn những người đã giúp
    return cue.form in _THANKS and not those and not _FOR_WHAT.isdisjoint(line.words[i + 1 : min(i + _THANKED, end)])


_THANKS = frozenset(("cảm ơn", "cám ơn", "gửi lời cảm ơn", "gửi lời cám ơn"))
_THANKED = 20
_FOR_WHAT = frozenset(("đã", "vì", "luôn"))
_ASKED_TO = (("tổ",), ("cấp",), ("mở",), ("hỗ",), ("bố",), ("xem",), ("ra",), ("đưa",))  # xin bệnh viện tổ chức khám
_GOT = (("một",), ("công",), ("việc",), ("tiền",), ("giấy",))
_BARE_NAME = 2  # words: `Vũ`, whom no mention covers
# What one asks leave or mercy for begins with these.
_BEGGED = frozenset(
    "được cho giảm miễn hoãn lùi rút thay trả hủy dừng giữ tha gia khất bồi khắc xét tại không đừng chấp áp "
    "nghỉ gặp xử ở giúp hãy đổi giải tạm chuyển nộp nhận khai".split()
)
