"""Who is cited behind `theo`, where no mention covers it: in words, in marks, or as who made the words public."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from quotes.attributions.line import Line
from quotes.attributions.markers import after_cue
from quotes.attributions.phrases import in_brackets
from quotes.attributions.words import ADJUNCT, CONJUNCTION, DASHES, MADE_KNOWN, OPENER, PREDICATE, PREPOSITION
from quotes.lexicon import Phrases
from quotes.model import Cue, Mention

_LONGEST_MAKER, _LONGEST_DATE = 30, 12
_NICKNAME = 6  # words
_DAY = 4  # words
_PUBLISHING = frozenset(("đăng tải", "đăng", "công bố", "phản hồi", "ghi nhận", "chia sẻ", "thông báo", "đưa tin"))
_MAKERS = frozenset(("trên", "của", "từ", "bởi", "được", "do", "tại"))


def named_in_marks(line: Line, i: int) -> Mention | None:
    """`Theo lời kể của | “phường săn”, …`: a name in marks, and the comma behind it."""
    q = line.quote_from(i)
    if q is None or not 1 < q.words < _NICKNAME or line.words[q.last : q.last + 1] not in ((",",), ("thì",)):
        return None
    return replace(line.described(q.first + 1, q.last - 1), last=q.last)


def published_by(line: Line, source: Mention, i: int) -> Mention | None:
    """`thông tin đăng tải trên | tờ AS`, `số liệu công bố bởi | Viện A`: who has made the words known up to ``i``."""
    if source.form != "document" or not 1 < i - source.last < _LONGEST_MAKER:
        return None
    owner = line.mention_from(source.last)
    if owner is not None and owner.form != "document" and MADE_KNOWN.after(line.words, owner.last) > owner.last:
        return owner  # thông tin ông Nam cung cấp, …
    done = next((c for c in line.cues if source.last <= c.first < i and not c.dead), None)
    if done is None or done.form not in _PUBLISHING or "," in line.words[source.last : i]:
        return None
    if source.name is not None:
        return source  # một bài báo của tờ A đăng hồi tháng 5, …
    by = next((m for m in line.mentions if source.last < m.first and m.last <= i and m.form != "document"), None)
    return by if by is not None and line.words[by.first - 1] in _MAKERS else None


def shown_by(line: Line, cue: Cue) -> tuple[Mention, int] | None:
    """`Theo báo cáo của bộ | cho thấy số ca đã giảm`: the paper, and where begins what it shows."""
    shows = (c for c in line.cues if cue.last < c.first < cue.last + _LONGEST_MAKER and not c.dead)
    shown = next((c for c in shows if line.entry(c).kind == "show"), None)
    if shown is None:
        return None
    k, (_, i) = line.verb_start(shown.first), after_cue(line, shown)
    if i >= line.end or not _NO_PART.isdisjoint(line.words[cue.last : k]):
        return None
    paper = line.mention_from(cue.last)
    whole = paper is not None and paper.form == "document" and paper.last <= k
    return (paper if paper is not None and whole else line.described(cue.last, k)), i


_NO_PART = frozenset((",", ";", ":", "mà", "thì", "và"))


def told_of(line: Line, source: Mention) -> bool:
    """`…, theo bài báo của tờ A | đăng hồi tháng 5`, `…, theo một người dân | sống gần đó`: nothing else follows."""
    i, end = source.last, line.end
    if line.words[i] in _MAKERS and (maker := line.mention_from(i + 1)) is not None:
        i = maker.last  # một bài báo | của tờ A
    while line.words[i] in _JUST and i < end:
        i += 1
    j = MADE_KNOWN.after(line.words, i)
    if j == i and (said := next((c for c in line.cues if c.first == i and not c.dead), None)) is not None:
        j = said.last if line.entry(said).after else i
    if j == i and source.name is None and source.kind in ("person", "group") and line.words[i] in _IS_WHO:
        j = i + 1
    told = line.words[i:end]
    return i < j and len(told) < _LONGEST_MAKER and not {",", ":", "rằng", "là"} & set(told)


_JUST = frozenset(("được", "vừa", "mới", "đã", "từng", "do"))
# What somebody without a name is told by: một người dân sống gần đó, hai quan chức giấu tên.
_IS_WHO = frozenset("sống sinh ngụ trú làm có chứng thân am nắm hiểu biết đề yêu xin giấu không tham phụ".split())


def whose(line: Line, m: Mention | None, cue: Cue) -> Mention | None:
    """`Thông tin từ câu lạc bộ, …`: whose information it is, where all of it is read as one document."""
    if m is None:  # Theo thông báo của | Cục A, …
        m = next((d for d in line.mentions if d.first < cue.last < d.last), None)
    if m is None or m.form != "document" or m.name is None or m.last <= cue.last:
        return None
    return replace(m, span=m.name, first=bisect_left(line.sentence.starts, m.name.start))


def made_known(line: Line, source: Mention) -> int | None:
    """The comma behind `theo công văn do ông Nam, phó chủ tịch, ký`, `theo khảo sát được Viện A công bố hôm qua`."""
    if source.form != "document" or not {"do", "được"} & set(line.words[source.first + 1 : source.last + 1]):
        return None
    reach = min(source.last + _LONGEST_MAKER, line.end)
    done = next((j for j in range(source.last, reach) if MADE_KNOWN.after(line.words, j) > j), None)
    if done is None:
        return None
    return next((j for j in range(done, min(done + _LONGEST_DATE, line.end)) if line.words[j] == ","), None)


def without_subject(line: Line, source: Mention) -> Mention:
    """`Theo tờ A, người đàn ông | đã …`: the source without what only looks like its apposition."""
    comma = next((j for j in reversed(range(source.first, source.last)) if line.words[j] == ","), None)
    if comma is None:
        return source
    end = source.last
    if line.words[end : end + 1] in (("và",), ("cùng",)) and (other := line.mention_from(end + 1)) is not None:
        end = other.last
    if not PREDICATE.after(line.words, end) > end:
        return source
    span = line.span(source.first, comma)
    shorter = replace(source, span=span, last=comma, roles=tuple(r for r in source.roles if r.end <= span.end))
    if source.name is None or source.name.end <= span.end:
        return shorter
    return replace(shorter, name=None, form="title" if shorter.roles else "description", honorific=None)


def named_until_comma(line: Line, i: int) -> Mention | None:
    """A source that no mention covers: the words up to the comma; of many, whoever is named at their end."""
    j = i
    while j < line.end and line.words[j] not in (",", ":", "thì", "“", '"') and j - i < 22:
        j += 1
    if j == i or j - i >= 22 or not line.words[i][0].isalpha():
        return None
    if j - i >= 12:
        day = next((x for x in range(j - 1, max(j - _DAY, i), -1) if line.words[x] in ("ngày", "hôm", "năm")), j)
        named = (m for m in line.mentions if m.last in (day, j) and line.words[m.first - 1] in ("của", "từ", "bởi"))
        return next(named, None) or next((m for m in line.mentions if m.last == j and m.kind != "unknown"), None)
    return line.described(i, j)


def topic_of(line: Line, k: int, i: int) -> tuple[int, int] | None:
    """What the words behind `theo X` are said of: `Nguyên nhân, theo ông Nam, | là do đường trơn`."""
    first, last = line.start, k - (line.words[k - 1] == ",")
    if not 0 < last - first <= _TOPIC or i >= line.n or PREDICATE.after(line.words, i) == i:
        return None
    if OPENER.after(line.words, first) > first or line.words[first] in _NO_TOPIC:
        return None
    if last == k and not (line.words[first] in _MATTERS and line.words[i] == "là"):
        return None
    if not all(w[0].isalnum() for w in line.words[first:last]) or CONJUNCTION.before(line.words, last) < last:
        return None
    matter = line.words[first] in _MATTERS and line.words[i] == "là"  # nguyên nhân khiến giá tăng, theo ông, là …
    return (first, last) if matter or not PREDICATE.within(line.words, first, last) else None


_TOPIC = 16  # words
# What is told of with no comma: lý do, nguyên nhân, điều, vấn đề, nhu cầu, giải pháp, mục tiêu …
_MATTERS = frozenset("lý nguyên điều vấn nhu giải mục yếu bài thách khó cái ý mấu cốt".split())
_NO_TOPIC = frozenset(
    "năm tháng ngày hôm sáng trưa chiều tối đêm tuần quý nay hiện trước sau đến từ cùng đồng "
    "đó đây này thế vậy như và nhưng song còn bởi vì cũng vẫn riêng".split()
)


SEPARATORS = (",", ":", "thì")
_ASIDE = 8  # words
_CONCEDING = (("dù",), ("tuy",), ("nếu",))
_FINITE = frozenset(("vẫn", "hiện", "đã", "đang", "có", "sẽ", "không", "chưa"))
_LIVES = frozenset(("ngụ", "trú", "quê"))
_PLACES = frozenset("xã phường huyện quận thành tỉnh thị tp thôn ấp bản làng khu đường phố số".split())
_PLACE = 9  # words of one place
_APPOSITION = 26  # words of it
_WHO = (
    ("đứng", "đầu"),
    ("phụ", "trách"),
    ("sáng", "lập"),
    ("chịu", "trách"),
    ("trực", "tiếp"),
    ("từng", "là"),
)  # người đứng đầu, người từng …
_FIRMS = (("công", "ty"), ("tổ", "chức"), ("đơn", "vị"), ("tập", "đoàn"), ("cơ", "quan"), ("trang", "web"))
_WHICH = frozenset(("nổi", "chuyên", "hàng", "quản", "phụ", "cung", "theo", "phi", "lớn"))
_OWNERS = Phrases(
    tuple(words.split())
    for words in (
        "chủ đầu tư, chủ dự án, chủ sở hữu, chuyên trang, nhà thầu, nhà phân phối, nhà tổ chức, công ty mẹ, "
        "công ty con, đơn vị vận hành, đơn vị quản lý, đơn vị chủ quản, đơn vị thi công, đơn vị tổ chức, "
        "đơn vị phân phối, đơn vị phát hành, đơn vị sở hữu, tổ chức đại diện, một đơn vị, một tổ chức, một trang"
    ).split(", ")
)


def content_begins(line: Line, source: Mention) -> int | None:
    """Where the content can begin behind `theo X`: at the comma, or at once where none is near."""
    near = _first_separator(line, source)
    return _behind_row(line, source, near) if near is not None and line.words[near] == "," else near


def _behind_row(line: Line, source: Mention, near: int) -> int:
    """`Theo Reuters, AP và AFP, …`, `Theo ông Nam, bà Hoa và ông Minh, …`: the comma behind the last of a row."""
    i = near
    while i + 1 < line.end:
        m = line.mention_from(i + 1)
        if m is None and not line.raw(i + 1).isupper():
            return near
        if m is not None and m.kind not in (source.kind, "unknown", "organization"):
            return near
        last = i
        i = m.last if m is not None else i + 2
        if line.words[last] == "và":
            return i if line.words[i : i + 1] == (",",) else near
        if line.words[i : i + 1] not in _ROW:
            return near
    return near


_ROW = ((",",), ("và",))


def _first_separator(line: Line, source: Mention) -> int | None:
    i = source.last
    if in_brackets(line, max(source.first - 1, 0), i):  # Theo cuốn A (Nhà xuất bản B, 1994), …
        i = next((j + 1 for j in range(i, min(i + _ASIDE, line.n)) if line.words[j] == ")"), i)
    separators = (j for j in range(i, min(i + 30, line.n)) if line.words[j] in SEPARATORS)
    near = next((j for j in separators if not in_brackets(line, i, j)), None)
    if i < line.end and line.words[i] in DASHES and not DASHES.isdisjoint(line.words[source.first : i]):
        return i  # Theo ông Nam - chủ quán - khách đã đông trở lại
    end = line.end if near is None else near
    if line.words[i : i + 1] in _CONCEDING or line.words[i : i + 2] == ("mặc", "dù"):
        return i  # Theo các bác sĩ | dù bệnh không lây nhanh, song …
    finite = source.form in ("description", "title", "document") and i < line.end and line.words[i] in _FINITE
    if near is None and finite:
        return i  # theo phản ánh của bà con vẫn có nơi chưa có điện
    if source.form not in ("name", "pronoun", "body") or end - i < 8:
        return _behind_residence(line, i, near)
    w = line.words[i]
    if near is not None and not PREDICATE.within(line.words, i + 1, end):
        return _behind_residence(line, i, near)
    if not w[0].isalpha() or w == "là" or ADJUNCT.after(line.words, i) > i or PREPOSITION.after(line.words, i) > i:
        return near
    return i if CONJUNCTION.after(line.words, i) == i else near  # Theo ông Nam chợ sẽ mở cửa vào tuần sau


def _behind_residence(line: Line, i: int, near: int | None) -> int | None:
    """`Theo bà Hoa, | ngụ xã An Phú, huyện Tịnh Biên, …`: the comma behind the last place where somebody lives."""
    if near is None or line.words[near] != "," or near + 1 >= line.n:
        return near
    commas = (j for j in range(near + 1, min(near + _APPOSITION, line.end)) if line.words[j] == ",")
    if _is_apposed(line, near + 1):
        further = next((j for j in commas if not in_brackets(line, near, j)), None)
        return near if further is None or line.end - further < 5 else further
    if _OWNERS.after(line.words, near + 1) > near + 1:
        further = next(commas, near)
        row = _OWNERS.after(line.words, further + 1) > further + 1
        if not row and further > near + 2 and not PREDICATE.within(line.words, near + 1, further):
            return further  # Theo công ty A, chủ đầu tư khu nhà, …
    begins = near + 1 if near == i else i
    if line.words[begins] not in _LIVES and not (begins == i and line.words[i] in ("ở", "tại")):
        return near
    while near < line.end:
        further = next((j for j in range(near + 1, min(near + _PLACE, line.end)) if line.words[j] == ","), None)
        lives = near + 1 == begins
        if further is None or not (lives or _is_place(line, near + 1, further)):
            break
        near = further
    return near


def _is_apposed(line: Line, i: int) -> bool:
    """`Theo trang A, | nơi tổng hợp số liệu, …`, `Theo bà Hoa, | người từng làm ở chợ, …`: what the source is."""
    head, after = line.words[i], line.words[i + 1]
    if head == "nơi":
        return after not in ("này", "đây", "đó")
    return (head == "người" and line.words[i + 1 : i + 3] in _WHO) or (
        (head, after) in _FIRMS and line.words[i + 2] in _WHICH
    )


def _is_place(line: Line, first: int, last: int) -> bool:
    """Whether `huyện Tịnh Biên`, `quận 3`, `Hà Nội` and nothing else is in ``first:last``."""
    named = all(line.raw(j)[0].isupper() or line.raw(j)[0].isdigit() for j in range(first + 1, last))
    return named and (line.words[first] in _PLACES or line.raw(first)[0].isupper()) and last - first < _PLACE
