"""Who speaks, as far as one sentence shows it: the subject of a verb of saying, or what stands beside the marks."""

from __future__ import annotations

from quotes.attributions.line import Line, Quoted
from quotes.attributions.words import (
    CLOSERS,
    CONJUNCTION,
    CONNECTOR,
    DASHES,
    EDGE,
    NO_NOUN,
    PASSIVE,
    PLURAL,
    PREDICATE,
    PREPOSITION,
    SHARE,
    SOMEBODY,
    after_connector,
)
from quotes.model import Cue, Mention

_DONE_TO_SOMEBODY = frozenset(("request", "accuse", "ask", "describe"))
_WRITINGS = frozenset(
    tuple(words.split())
    for words in (
        "báo cáo",
        "nghiên cứu",
        "khảo sát",
        "bài viết",
        "bài báo",
        "tuyên bố",
        "phân tích",
        "lời khai",
        "đơn thư",
    )
)
_SOMEBODY_HEADS = frozenset(("người", "kẻ"))
_SHARED_ACTS = frozenset(("say", "opine", "request", "feel"))
_LONGEST_GROUP = 9
_LONGEST_SHARE = 14
_ABOUT = frozenset("khoảng gần hơn có chỉ tới trên còn và nhưng tuy nhiên hiện đến trung bình cứ".split())
_FIGURES = frozenset("một hai ba bốn năm sáu bảy tám chín mười".split())
_TIMES = frozenset(("lần", "năm", "tháng", "ngày", "tuần", "giờ", "phút", "khi", "lúc", "đêm", "hôm"))


def subject(line: Line, cue: Cue, floor: int = 0) -> Mention | None:
    """The mention that is the subject of the cue's verb, from token ``floor`` on."""
    k = line.verb_start(cue.first)
    near = line.mention_before(k, floor)
    if line.entry(cue).kind in _SHARED_ACTS and (share := _share(line, k, floor, near)) is not None:
        return share
    if line.entry(cue).kind in _DONE_TO_SOMEBODY and (doer := _agent(line, k, floor)) is not None:
        return doer
    if near is None and (nicknamed := nickname(line, k)) is not None and nicknamed.first >= floor:
        return nicknamed
    if near is not None and near.kind == "country" and line.words[near.first - 1] in DASHES:
        near = None  # quan hệ Mỹ - Nga
    if near is not None and near.last == k and (group := _group_with(line, near, floor)) is not None:
        return group
    if near is not None and near.last == k and (described := _somebody_of(line, near, floor)) is not None:
        return described
    if near is not None and near.last == k and not line.governed(near):
        agent = near.first > 0 and line.words[near.first - 1] in ("được", "bị", "việc")
        if agent or line.begins_clause(near, floor) or near.form == "pronoun" or near.honorific:
            return near
    elif near is not None and near.last == k and _is_informant(line, near):
        return near
    elif line.coordinated(cue):
        # `…, nói rằng`, `…; cho biết`: the sentence's subject, and not the last thing it spoke of
        first = [
            m
            for m in line.mentions
            if floor <= m.first and m.last <= k and line.begins_clause(m, floor) and not line.governed(m)
        ]
        if first and not (len(first) > 1 and _is_verb(line, *first[:2])):
            return first[0]
        if first:
            return first[1]
    best = near if near is not None and near.last == k and not line.governed(near) else None
    for m in reversed(line.mentions):
        if m.last > k:
            continue
        if m.first < floor:
            break
        if line.governed(m) or _in_brackets(line, m, k):
            if _cited_at_head(line, m.first) and all(w[0].isalpha() for w in line.words[m.last : k]):
                return m  # Theo một người dân sống gần đó kể lại, …
            continue
        if line.begins_clause(m, floor):
            return _behind_document(line, m, k) or m
        best = best or m
    return best or _noun_phrase(line, k, floor)


def _cited_at_head(line: Line, i: int) -> bool:
    """Whether `theo` stands before token ``i`` and begins a clause."""
    return line.words[i - 1] == "theo" and (i - 1 <= line.start or line.words[i - 2] in CLOSERS)


def _behind_document(line: Line, m: Mention, k: int) -> Mention | None:
    """`Thông tin từ một số trường cho biết`: whose information it is, in words that no mention covers."""
    i = m.last + 1
    if m.form != "document" or m.name is not None or line.words[m.last] not in ("từ", "của") or not 0 < k - i < 12:
        return None
    if not all(w[0].isalpha() for w in line.words[i:k]) or not is_noun_phrase(line, i, k):
        return None
    return line.described(i, k, group=PLURAL.after(line.words, i) > i)


def _agent(line: Line, k: int, floor: int) -> Mention | None:
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
    if q is None or q.last != k or not 1 < q.words < 4 or not line.raw(q.first + 1)[:1].isupper():
        return None
    at_head = q.first <= line.start or line.words[q.first - 1] == "," or CONNECTOR.before(line.words, q.first) < q.first
    if not at_head or not all(w[0].isalpha() for w in line.words[q.first + 1 : q.last - 1]):
        return None
    return line.described(q.first + 1, q.last - 1)


def _group_with(line: Line, near: Mention, floor: int) -> Mention | None:
    """`Các nhà sinh vật học Úc`, `nhiều hãng tin lớn như AP`: the group of whose name a mention is only the end."""
    if near.form == "pronoun":
        return None
    lowest = max(floor, line.start, near.first - _LONGEST_GROUP)
    for i in range(lowest, near.first):
        begins = i == line.start or line.words[i - 1] in CLOSERS or EDGE.before(line.words, i) < i
        j = PLURAL.after(line.words, i)
        if not begins or j == i or j >= line.n or line.words[j] in _TIMES:
            continue
        if any(i <= c.first < near.first and not c.dead for c in line.cues) or not is_noun_phrase(line, i, near.last):
            return None
        if not all(w[0].isalpha() for w in line.words[i : near.last]):
            return None
        return line.described(i, near.last, group=True)
    return None


def _somebody_of(line: Line, near: Mention, floor: int) -> Mention | None:
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


def _share(line: Line, k: int, floor: int, near: Mention | None) -> Mention | None:
    """`Khoảng 60% người được hỏi`, `8 trong số 10 người`, `hơn một nửa số hộ`: a share of many, heading its clause."""
    if near is not None and near.last == k and near.form in ("name", "pronoun"):
        return None
    lowest = max(floor, line.start, k - _LONGEST_SHARE)
    i = k
    while i > lowest and line.words[i - 1] not in CLOSERS:
        i -= 1
    while i < k and line.words[i] in _ABOUT:
        i += 1
    if i >= k or not (line.words[i][0].isdigit() or line.words[i] in _FIGURES):
        return None
    single = line.words[i] in ("một", "1") and line.words[i + 1] == "trong"  # một trong những lãnh đạo
    if single or SHARE.after(line.words, i + 1) == i + 1:
        return None
    last = k + (2 if line.words[k : k + 2] == ("còn", "lại") else line.words[k] == "hỏi")  # 60% người được hỏi
    return line.described(i, last, group=True)


def _is_verb(line: Line, m: Mention, after: Mention) -> bool:
    """`Đánh giá cuộc gặp, bà Hoa, chuyên gia, cho rằng`: what looks like a document that says something is a verb."""
    return (
        m.form == "document" and m.first == line.start and not any(m.last <= c.first < after.first for c in line.cues)
    )


def _noun_phrase(line: Line, k: int, floor: int) -> Mention | None:
    """The words between the clause's beginning and the verb, as a source that no mention covers."""
    i, lowest = k, max(floor, line.start)
    ends = {m.last: m.first for m in line.mentions}
    while i > lowest and k - i < 16:
        if i in ends:
            i = ends[i]
        elif line.words[i - 1][0].isalpha() and line.quote_at(i - 1) is None and k - i < 9:
            i -= 1
        else:
            break
    while i < k and (j := after_connector(line.words, i)) > i:
        i = j
    if i < lowest or not 0 < k - i < 16 or PREPOSITION.after(line.words, i) > i or not is_noun_phrase(line, i, k):
        return None
    return line.described(i, k)


def is_noun_phrase(line: Line, first: int, last: int) -> bool:
    """Whether ``first:last``, which no mention covers, can name somebody: no verb in it, and it does not break off."""
    if (
        line.words[first] in NO_NOUN
        or line.words[last - 1] in _BREAKS_OFF
        or not line.words[first][0].isalpha()
        or CONJUNCTION.after(line.words, first) > first
        or line.words[first] in _NO_SPEAKER
        or line.words[first : first + 2] in _NO_SPEAKERS
    ):
        return False
    return not PREDICATE.within(line.words, first, last)


# Words with which no noun phrase ends: `bỏ trốn khỏi chợ vì | nghĩ …`.
_BREAKS_OFF = frozenset("và hoặc với về trong từ của vì mà nhưng bởi để khi nên thì là song rồi nếu dù".split())
# What can mean or show something, but says nothing: `Điều này ngụ ý …`, `Động thái này cho biết …`.
_NO_SPEAKER = frozenset(("điều", "việc", "chuyện", "điểm", "cách"))
_NO_SPEAKERS = frozenset(
    tuple(pair.split())
    for pair in (
        "động thái, hành động, tình trạng, tình hình, thực tế, diễn biến, bối cảnh, hiện tượng, sự việc, vụ việc, "
        "sự kiện, xu hướng, con số"
    ).split(", ")
)


def _is_informant(line: Line, m: Mention) -> bool:
    """`Thông tin từ công an tỉnh cho biết`: it is the police who say it."""
    i = m.first - 1
    if i >= 0 and (line.words[i] == "theo" or line.words[max(i - 1, 0) : i + 1] == ("theo", "như")):
        return True  # Theo truyền thông đưa tin, …
    if i < 1 or line.words[i] not in ("từ", "của"):
        return False
    return line.words[i - 1] in ("tin", "nguồn") or line.words[i - 2 : i] in _WRITINGS


def _in_brackets(line: Line, m: Mention, k: int) -> bool:
    return in_brackets(line, 0, m.first) and ")" in line.words[m.last : k]


def in_brackets(line: Line, first: int, i: int) -> bool:
    """Whether a bracket that opens at ``first`` or after it is not yet closed at token ``i``."""
    return line.words[first:i].count("(") > line.words[first:i].count(")")


def source_of(line: Line, cue: Cue) -> Mention | None:
    """The subject of the cue; for a coordinated verb phrase that of the act of saying before it."""
    if line.relayed is not None and line.relayed.last <= cue.first and not line.made:
        return line.relayed
    if line.made and line.coordinated(cue):
        k = line.verb_start(cue.first)
        near = line.mention_before(k)
        if near is None or near.last != k:
            return line.made[-1].source
    return subject(line, cue)


def opens(line: Line, cue: Cue, i: int) -> bool:
    """Whether the cue, with words from ``i`` on, only opens another's sentence: `Trao đổi với báo, ông X cho biết`."""
    if line.verb_start(cue.first) > line.start:
        return False
    for later in line.cues:
        if later.first < i or later.dead or line.relays(later):
            continue
        named = line.mention_before(line.verb_start(later.first), i)
        return named is not None and (named.first == i or not line.may_begin_clause(i))
    return False


def shares(line: Line, cue: Cue, marker: str = "") -> bool:
    """Whether a cue without subject goes on for the speaker of the sentence before: `Đồng thời khẳng định …`."""
    k = line.verb_start(cue.first)
    if line.made:
        return True
    return (k <= line.start and line.connected) or (marker == "rằng" and (k <= line.start or line.words[k - 1] == ","))


def who_between(line: Line, j: int, k: int) -> Mention | None:
    """Who stands between the marks and the verb: `“…”, các nhà hàng xóm than`."""
    if any(j <= c.first and c.last < k and not c.dead and not line.relays(c) for c in line.cues):
        return None
    named = [m for m in line.mentions if j <= m.first and m.last <= k]
    first = next((m for m in named if m.first == j), None)
    if first is None and named and named[0].first - j > 3:
        first = next((m for m in named if not line.governed(m)), None)
    first = first or (named[0] if named else None)
    if first is not None and (line.via is None or first.first >= line.via.last):
        return first
    later = next((m for m in named if line.via is None or m.first >= line.via.last), None)
    if later is not None or k - j > 12 or k <= j or not is_noun_phrase(line, j, k):
        return later
    return line.described(j, k)


def after_last_comma(line: Line, k: int) -> Mention | None:
    """Who stands between the last comma and the verb: `…, các nhà vận động nhân quyền nói.`"""
    j = k
    while j > 0 and line.words[j - 1] not in CLOSERS and line.quote_at(j - 1) is None:
        j -= 1
    if j < 4 or not 0 < k - j <= 10 or not is_noun_phrase(line, j, k):
        return None
    m = line.mention_from(j)
    return m or line.described(j, k)


def quote_before(line: Line, k: int) -> Quoted | None:
    """The stretch in marks before token ``k`` that still wants a speaker; a nickname in marks is none."""
    for q in reversed(line.quotes):
        if q.last > k:
            continue
        if line.is_taken(q) or k - q.last > 32 or ":" in line.words[q.last : k]:
            return None
        before = line.words[q.first - 1] if q.first > line.start else "."
        if before in CLOSERS or q.words > 5:
            return q
        if q.words > 3:
            return None
    return None


def quote_ending(line: Line, i: int) -> Quoted | None:
    """The stretch in marks that ends right before token ``i``, with at most a comma or dash between."""
    j = i
    while j > 0 and (line.words[j - 1] in CLOSERS) and line.quote_at(j - 1) is None:
        j -= 1
    q = line.quote_at(j - 1) if j > 0 else None
    if q is None or q.last != j or i - j > 3:
        return None
    before = line.words[q.first - 1] if q.first > line.start else "."
    return q if before in CLOSERS or q.words > 5 else None


def after_closers(line: Line, i: int) -> int:
    while i < line.n and line.words[i] in CLOSERS:
        i += 1
    return i
