"""Who speaks, in words that no mention covers, or of which a mention is only a part."""

from __future__ import annotations

from dataclasses import replace

from quotes.attributions.line import Line
from quotes.attributions.words import (
    CLOSERS,
    CONJUNCTION,
    CONNECTOR,
    EDGE,
    NO_NOUN,
    NO_SPEAKER,
    OCCASION,
    OCCUPATION,
    PASSIVE,
    PLURAL,
    PREDICATE,
    PREPOSITION,
    SHARE,
    SOMEBODY,
    after_connector,
)
from quotes.model import Cue, Mention, MentionForm

_SOMEBODY_HEADS = frozenset(("người", "kẻ"))
_LISTS_OR_PLACES = frozenset(("gồm", "như", "cả", "ở", "tại", "thuộc"))  # what follows these may go on at a comma
_PRESS = frozenset(("pv", "p.v", "phóng", "nhà", "báo", "ký"))  # phóng viên, nhà báo, báo giới, ký giả
_STYLED = frozenset(
    "ông bà anh chị cô chú cậu nữ yêu quý siêu đại sếp bầu nàng chàng vua thánh trùm gã kẻ".split()
)  # “ông trùm” cho biết
_LONGEST_GROUP = 9
_LONGEST_SHARE = 14
_ABOUT = frozenset("khoảng gần hơn có chỉ tới trên còn và nhưng tuy nhiên hiện đến trung bình cứ tổng cộng".split())
_HOW_MANY = frozenset("khoảng gần hơn trên".split())  # khoảng | 60% người được hỏi
_MORE_OR_LESS = _HOW_MANY | {"chừng", "cả", "tầm"}
_FIGURES = frozenset("một hai ba bốn năm sáu bảy tám chín mười".split())
_TIMES = frozenset(("lần", "năm", "tháng", "ngày", "tuần", "giờ", "phút", "khi", "lúc", "đêm", "hôm"))


def contrasted(line: Line, k: int, floor: int) -> Mention | None:
    """`…, nhưng nhiều tiểu thương | cho rằng`: others, in words that no mention covers."""
    for i in range(k - 1, max(k - _LONGEST_GROUP - 1, floor), -1):
        if line.words[i] in ("nhưng", "song"):
            many = PLURAL.after(line.words, i + 1) > i + 1 and is_noun_phrase(line, i + 1, k)
            return line.described(i + 1, k, group=True) if many else None
        if line.words[i - 1 : i + 1] == ("trong", "khi"):
            other = PLURAL.after(line.words, i + 1) > i + 1 or line.words[i + 1] == "một"
            return line.described(i + 1, k) if other and is_noun_phrase(line, i + 1, k) else None
        if not line.words[i][0].isalpha():
            return None
    return None


def shared_noun_phrase(line: Line, cue: Cue, floor: int) -> Mention | None:
    """`Người mua tố công ty lừa đảo và | đòi lại tiền`: the subject of the verb before, which no mention covers."""
    if not line.coordinated(cue):
        return None
    k = line.verb_start(cue.first)
    before = next((c for c in line.cues if floor <= c.first and c.last < k and line.verb_start(c.first) > floor), None)
    if before is None or before.dead == "noun":
        return None
    found = noun_phrase(line, line.verb_start(before.first), floor)
    return found if found is not None and found.last - found.first > 1 else None


def behind_comma(line: Line, m: Mention) -> Mention | None:
    """`Trả lời phóng viên, luật sư Hoa | nói`, `Sau vụ của anh Nam, đại diện đội bóng | nói`: no apposition after all.

    The first name is governed, so that it is not who speaks; behind the comma stands the subject.
    """
    commas = [j for j in range(m.first, m.last) if line.words[j] == ","]
    if not commas or line.words[m.first - 1] in _LISTS_OR_PLACES or in_brackets(line, 0, m.first):
        return None
    named = m.name is not None and m.name.start > line.sentence.starts[commas[0]]
    if named and not (line.words[m.first] in _PRESS or line.raw(commas[0] - 1)[:1].isupper()):
        return None  # của Tổng Bí thư, Chủ tịch nước Nguyễn Văn An: two titles
    first = (commas[0] if named else commas[-1]) + 1
    span = line.span(first, m.last)
    roles = tuple(r for r in m.roles if r.start >= span.start)
    if named:
        return replace(m, span=span, first=first, roles=roles)
    form: MentionForm = "title" if roles else "description"
    return replace(m, span=span, first=first, name=None, roles=roles, form=form, honorific=None)


def behind_document(line: Line, m: Mention, k: int) -> Mention | None:
    """`Thông tin từ một số trường cho biết`: whose information it is, in words that no mention covers."""
    i = m.last + 1
    if m.form != "document" or m.name is not None or line.words[m.last] not in ("từ", "của") or not 0 < k - i < 12:
        return None
    if not all(w[0].isalpha() for w in line.words[i:k]) or not is_noun_phrase(line, i, k):
        return None
    return line.described(i, k, group=PLURAL.after(line.words, i) > i)


def agent_of(line: Line, k: int, floor: int) -> Mention | None:
    """`bị chồng yêu cầu`, `được cán bộ trực ban đề nghị`: who does it to the subject, behind `bị` or `được`."""
    lowest = max(floor, line.start, k - _LONGEST_GROUP)
    i = next((j + 1 for j in range(k - 2, lowest - 1, -1) if line.words[j] in PASSIVE), None)
    if i is None or not all(w[0].isalpha() for w in line.words[i:k]) or not is_noun_phrase(line, i, k):
        return None
    m = line.mention_from(i)
    if m is not None and m.last == k:
        return m
    return line.described(i, k) if m is not None or SOMEBODY.after(line.words, i) > i else None


def nickname(line: Line, k: int) -> Mention | None:
    """`“Hùm xám” cho biết`: two or three words in marks at the head of a clause, and the verb right behind."""
    q = line.quote_at(k - 1) if k else None
    if q is None or q.last != k or not 1 < q.words < 4:
        return None
    if not (line.raw(q.first + 1)[:1].isupper() or line.words[q.first + 1] in _STYLED):
        return None
    at_head = q.first <= line.start or line.words[q.first - 1] == "," or CONNECTOR.before(line.words, q.first) < q.first
    if not at_head or not all(w[0].isalpha() for w in line.words[q.first + 1 : q.last - 1]):
        return None
    return line.described(q.first + 1, q.last - 1)


def group_with(line: Line, near: Mention, floor: int) -> Mention | None:
    """`Các nhà sinh vật học Úc`, `nhiều hãng tin lớn như AP`: the group of whose name a mention is only the end."""
    if near.form == "pronoun":
        return None
    lowest = max(floor, line.start, near.first - _LONGEST_GROUP)
    for i in range(lowest, near.first):
        begins = i == line.start or line.words[i - 1] in CLOSERS or EDGE.before(line.words, i) < i
        j = PLURAL.after(line.words, i)
        if (begins or line.words[i - 1] in ("có", "thêm")) and j == i and _figure(line, i, near):
            return line.described(i, near.last, group=True)
        if not begins or j == i or j >= line.n or line.words[j] in _TIMES:
            continue
        if any(i <= c.first < near.first and not c.dead for c in line.cues) or not is_noun_phrase(line, i, near.last):
            return None
        if "bởi" in line.words[j : near.first]:
            return None  # nhiều người khai man bởi | ca sĩ này tuyên bố …
        if not all(w[0].isalpha() for w in line.words[i : near.last]):
            return None
        return line.described(i, near.last, group=True)
    return None


def _figure(line: Line, i: int, near: Mention) -> bool:
    """`Gần 200 | công nhân`, `30 | phụ huynh`: whether a figure, with `gần` or `hơn` before it, counts the people."""
    figure = near.first - 1
    if figure - i > 1 or (figure > i and line.words[i] not in _MORE_OR_LESS) or near.name is not None:
        return False
    counted = near.kind in ("person", "group") and near.form in ("title", "description")
    return counted and _many(line.words[figure])


def _many(word: str) -> bool:
    """``200``, ``1.500``, ``10``: a figure of more than one."""
    figure = word.replace(".", "")
    return figure.isdigit() and figure.lstrip("0") not in ("", "1")


def somebody_of(line: Line, near: Mention, floor: int) -> Mention | None:
    """`Người đào tẩu Triều Tiên nói`, `phía gia đình anh Nam cho biết`: of whose name a country or body is the end."""
    if near.kind not in ("country", "organization") or near.form == "pronoun":
        return None
    lowest = max(floor, line.start, near.first - _LONGEST_GROUP)
    i = next((j for j in range(near.first - 1, lowest - 1, -1) if line.words[j] in _SOMEBODY_HEADS), None)
    if i is None or i == near.first - 1 or not all(w[0].isalpha() for w in line.words[i : near.last]):
        return None
    at_head = (
        i == line.start or line.words[i - 1] in CLOSERS or EDGE.before(line.words, i) < i or line.words[i - 1] == "một"
    )
    if not at_head or any(i <= c.first < near.first and not c.dead for c in line.cues):
        return None
    return line.described(i - (line.words[i - 1] == "một"), near.last) if is_noun_phrase(line, i, near.last) else None


def share_of(line: Line, k: int, floor: int, near: Mention | None) -> Mention | None:
    """`Khoảng 60% người được hỏi`, `8 trong số 10 người`, `hơn một nửa số hộ`: a share of many, heading its clause."""
    if near is not None and near.last == k and near.form in ("name", "pronoun"):
        return None
    lowest = max(floor, line.start, k - _LONGEST_SHARE)
    i = k
    while i > lowest and line.words[i - 1] not in CLOSERS:
        i -= 1
    while i < k and line.words[i] in _ABOUT:
        i += 1
    first = i - (line.words[i - 1] in _HOW_MANY and i > lowest)
    if i >= k or not (line.words[i][0].isdigit() or line.words[i] in _FIGURES):
        return None
    single = line.words[i] in ("một", "1") and line.words[i + 1] == "trong"  # một trong những lãnh đạo
    part = SHARE.after(line.words, i + 1) > i + 1 or ("/" in line.words[i] and line.words[i + 1] == "số")
    if single or not part:
        return None
    last = k + (2 if line.words[k : k + 2] == ("còn", "lại") else line.words[k] == "hỏi")  # 60% người được hỏi
    return line.described(first, last, group=True)


def noun_phrase(line: Line, k: int, floor: int) -> Mention | None:
    """The words between the clause's beginning and the verb, as a source that no mention covers."""
    dated = k > 2 and line.words[k - 1][0].isdigit() and line.words[k - 2] in ("ngày", "hôm")
    k -= 2 * dated  # ba nguồn tin hiểu chuyện | ngày 7/4 | cho biết
    i, lowest = k, max(floor, line.start)
    ends = {m.last: m.first for m in line.mentions}
    while i > lowest and k - i < 16:
        if i in ends:
            i = ends[i]
        elif line.words[i - 1][0].isalpha() and line.quote_at(i - 1) is None:
            if k - i >= _LONGEST_GROUP and line.words[lowest] not in _SOMEBODY_HEADS:
                if k not in ends:
                    return None  # it begins further in front
                break
            i -= 1
        else:
            break
    while i < k and (j := after_connector(line.words, i)) > i:
        i = j
    if i < lowest or not 0 < k - i < 16 or PREPOSITION.after(line.words, i) > i or not is_noun_phrase(line, i, k):
        return None
    if dated and PLURAL.after(line.words, i) == i and line.words[i] not in _FIGURES:
        return None
    first = _counted_from(line, i, lowest)
    return line.described(first, k, group=first < i)


def _counted_from(line: Line, i: int, lowest: int) -> int:
    """`hơn | 200 | người`, `18 | phụ nữ`: the token of the figure, or of `hơn` before it; ``i`` where none counts."""
    if i <= lowest or not _many(line.words[i - 1]) or line.words[i] not in _PEOPLE:
        return i
    return i - 2 if i - 1 > lowest and line.words[i - 2] in _MORE_OR_LESS else i - 1


_PEOPLE = frozenset("người phụ nữ nạn nhân gia hộ em cháu thanh bạn đàn".split())


def in_full(line: Line, m: Mention, stop: int) -> Mention:
    """`Nhiều người dân | sống gần chợ`, `các cửa hàng | bán nước mía`: which of many are meant, told up to ``stop``."""
    several = m.name is None and (m.plural or m.kind == "group") and m.form != "pronoun"
    if not several or not 1 < stop - m.last <= _LONGEST_GROUP:
        return m
    told = OCCUPATION.after(line.words, m.last)
    if told == m.last and line.words[m.first : m.last] not in _NOBODY_ELSE:
        return m
    if line.words[m.last] in _WHERE and OCCASION.after(line.words, m.last + 1) > m.last + 1:
        return m  # các chuyên gia | trong cuộc họp cho biết
    if (
        any(not w[0].isalpha() or w in _NO_PART for w in line.words[m.last : stop])
        or line.words[stop - 1] in _BREAKS_OFF
    ):
        return m
    return replace(m, span=line.span(m.first, stop), last=stop, kind="group")


# They mean nobody before it is told which: `những người | hiểu rõ việc này`.
_NOBODY_ELSE = (("những", "người"), ("những", "ai"), ("những", "kẻ"))
_WHERE = frozenset(("trong", "trên", "tại", "ở"))
# Words that begin a predicate, another clause or a time, none of which is part of who is meant.
_NO_PART = frozenset(
    "đã đang sẽ vừa mới cũng vẫn bị được không chưa phải là có rằng thì mà nhưng nên cho để khi "
    "hôm ngày sáng trưa chiều tối đêm tuần tháng năm quý lúc thời".split()
)


def is_noun_phrase(line: Line, first: int, last: int) -> bool:
    """Whether ``first:last``, which no mention covers, can name somebody: no verb in it, and it does not break off."""
    first += 2 * (line.words[first : first + 2] == ("không", "ít") and last - first > 2)  # không ít ý kiến
    if (
        line.words[first] in NO_NOUN
        or line.words[last - 1] in _BREAKS_OFF
        or not line.words[first][0].isalpha()
        or CONJUNCTION.after(line.words, first) > first
        or _says_nothing(line, first, last)
    ):
        return False
    return not PREDICATE.within(line.words, _did(line, first), last)


def _did(line: Line, i: int) -> int:
    """`người được | đề cử`, `một người từng | đoạt giải`: the token at which a verb that tells of somebody begins."""
    one = i + (line.words[i] == "một")
    if line.words[one] not in _SOMEBODY_HEADS:
        return i
    i = one + 1
    while line.words[i] in _DONE:
        i += 1
    return i


_DONE = PASSIVE | {"từng", "vừa", "đã", "mới"}


def _says_nothing(line: Line, first: int, last: int) -> bool:
    """`kèm theo`, `tình trạng này`: what begins no name of a speaker; all in capitals it may be a name: `Đà Nẵng`."""
    j = NO_SPEAKER.after(line.words, first)
    return j > first and not (line.raw(first)[:1].isupper() and line.raw(min(first + 1, last - 1))[:1].isupper())


# Words with which no noun phrase ends: `bỏ trốn khỏi chợ vì | nghĩ …`.
_BREAKS_OFF = frozenset("và hoặc với về trong từ của vì mà nhưng bởi để khi nên thì là song rồi nếu dù".split())


def people_of(line: Line, near: Mention, floor: int) -> Mention | None:
    """`Các con của | bà cho biết`, `Bạn | anh kể`: whose people they are, in words that no mention covers."""
    first = max(floor, line.start)
    if near.form != "pronoun" or near.plural or not 0 < near.first - first < _LONGEST_GROUP:
        return None
    after = PLURAL.after(line.words, first)
    if line.words[after] not in _PEOPLE_OF or any(first <= m.first < near.first for m in line.mentions):
        return None
    if line.words[near.first - 1] != "của" and near.first - after > _BARE:
        return None
    if not all(w[0].isalpha() for w in line.words[first : near.first]) or not is_noun_phrase(line, first, near.last):
        return None
    return line.described(first, near.last, group=after > first)


_BARE = 2  # words after which no `của` need stand: bạn bè | anh
_PEOPLE_OF = frozenset(
    "con cháu bạn đội văn phe học trợ cố đồng cộng fan mẹ bố em chị anh họ người nhóm ê-kíp ekip".split()
)


def in_brackets(line: Line, first: int, i: int) -> bool:
    """Whether a bracket that opens at ``first`` or after it is not yet closed at token ``i``."""
    return line.words[first:i].count("(") > line.words[first:i].count(")")


def said_before(line: Line, k: int) -> Mention | None:
    """`A, ông Nam nói với báo chí, | thêm rằng B`: who has said what stands before, and not the subject of that."""
    if line.words[k - 1] != "," or len(line.cues) < _TWO:
        return None
    before = next((c for c in reversed(line.cues) if c.last < k and not c.dead), None)
    if before is None or k - before.last > _TOLD_WHOM or "," in line.words[before.last : k - 1]:
        return None
    m = line.mention_before(line.verb_start(before.first))
    if m is None or m.kind != "person" or m.form not in ("name", "title") or m.first <= line.start:
        return None
    told = before.first - m.last < _TOLD_WHOM and not PREDICATE.within(line.words, m.last, before.first)
    return m if told and line.words[m.first - 1] == "," and before.last > m.last else None


_TWO, _TOLD_WHOM = 2, 10
