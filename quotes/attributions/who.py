"""Who speaks, as far as one sentence shows it: the subject of a verb of saying, or what stands beside the marks."""

from __future__ import annotations

from quotes.attributions.line import Line
from quotes.attributions.phrases import (
    agent_of,
    behind_comma,
    behind_document,
    contrasted,
    group_with,
    in_brackets,
    in_full,
    is_noun_phrase,
    nickname,
    noun_phrase,
    people_of,
    said_before,
    share_of,
    shared_noun_phrase,
    somebody_of,
)
from quotes.attributions.quoted import Quoted
from quotes.attributions.words import (
    ADJUNCT,
    CLOSERS,
    DASHES,
    MET,
    NOUN_START,
    PLURAL,
    PREDICATE,
    VERBS,
)
from quotes.model import Cue, Mention

_DONE_TO_SOMEBODY = frozenset(("request", "accuse", "ask", "describe"))
_TOLD_SOMEBODY = frozenset(
    "thông báo, báo, báo tin, kể, kể lại, mách, bảo, nhắc, cho biết, cho hay, tiết lộ".split(", ")
)
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
_SHARED_ACTS = frozenset(("say", "opine", "request", "feel"))


_HEADS = frozenset("giới phía nguồn báo tờ hãng trang đài kênh người dân một dư đại lãnh cựu nhà bên".split())
_PAPERS = frozenset(
    tuple(words.split())
    for words in (
        "thông cáo, thông báo, cáo trạng, bản án, tuyên bố, văn bản, công văn, tài liệu, kết luận, hồ sơ, cáo phó, "
        "biên bản, thống kê, khảo sát, nghiên cứu, bức thư, lá thư, tin trên, tin từ, bản tin, bài báo"
    ).split(", ")
)
LIST_MARKS = frozenset((",", ";", "và", "-", "–", "(", ")", "…", ".", "của"))
_ASIDES = 18  # words
_FAR = 32  # words behind the marks, up to the word of saying
_DESCRIBED = 48  # the same, where the sentence begins with the marks


def subject(line: Line, cue: Cue, floor: int = 0) -> Mention | None:
    """The mention that is the subject of the cue's verb, from token ``floor`` on."""
    k = line.verb_start(cue.first)
    if _received(line, cue.first):
        return None
    near = line.mention_before(k, floor)
    kind = line.entry(cue).kind
    if kind in _SHARED_ACTS and (part := share_of(line, k, floor, near)) is not None:
        return part
    done = kind in _DONE_TO_SOMEBODY or cue.form in _TOLD_SOMEBODY
    if done and (doer := agent_of(line, k, floor)) is not None:
        return doer
    if near is None and (nicknamed := nickname(line, k)) is not None and nicknamed.first >= floor:
        return nicknamed
    beside = near if near is not None and near.last == k else None
    if beside is not None and beside.form == "document" and _in_document(line, cue, beside.first - 1):
        return beside
    if beside is not None and beside.kind == "country" and line.words[beside.first - 1] in DASHES:
        beside = None  # quan hệ Mỹ - Nga
    if beside is None and (other := contrasted(line, k, floor)) is not None:
        return other
    if beside is not None and line.words[beside.first - 2 : beside.first] in (("một", "trong"), ("1", "trong")):
        return line.described(beside.first - 2, k)  # Một trong những tờ báo lớn nhất nước | cho biết …
    if beside is not None and (whole := _of_whom(line, beside, floor)) is not None:
        return whole
    governed = beside is not None and line.governed(beside)
    if beside is not None and not governed:
        agent = beside.first > 0 and line.words[beside.first - 1] in ("được", "bị", "việc")
        if agent or line.begins_clause(beside, floor) or beside.form == "pronoun" or beside.honorific:
            return beside
    elif beside is not None and _is_informant(line, beside):
        return beside
    elif beside is not None and (behind := behind_comma(line, beside)) is not None:
        return behind
    elif (said := said_before(line, k)) is not None:
        return said
    elif line.coordinated(cue) or line.words[k - 3 : k] == (",", "trong", "đó"):
        # `…, nói rằng`, `…; cho biết`: the sentence's subject, and not the last thing it spoke of
        first = [
            m
            for m in line.mentions
            if floor <= m.first and m.last <= k and line.begins_clause(m, floor) and not line.governed(m)
        ]
        if len(first) > 1:
            acts = [m for m in first[1:] if _heads_main_clause(line, m, k)]
            return acts[-1] if acts else first[_is_verb(line, *first[:2])]
        if first:
            return first[0]
    best = None if governed else beside
    for m in reversed(line.mentions):
        if m.last > k:
            continue
        if m.first < floor:
            break
        if m.form == "document" and _in_document(line, cue, m.first - 1) and _only_then(line, m.last, k):
            return m  # Trong công văn của sở ngày 5/4 thể hiện, …
        if line.governed(m) or _in_brackets(line, m, k) or _asks_them(line, m, k):
            if _cited_at_head(line, m.first) and all(w[0].isalpha() for w in line.words[m.last : k]):
                of_words = line.words[m.first - 1] != "theo" and best is not None and best.last == k
                return best if of_words else m  # Theo một người dân sống gần đó kể lại, …
            continue
        if line.begins_clause(m, floor):
            return behind_document(line, m, k) or m
        best = best or m
    return best or noun_phrase(line, k, floor) or shared_noun_phrase(line, cue, floor) or _with_reason(line, k)


def _of_whom(line: Line, m: Mention, floor: int) -> Mention | None:
    """The group, somebody or the people of whose name the mention is only the end."""
    return group_with(line, m, floor) or somebody_of(line, m, floor) or people_of(line, m, floor)


def _received(line: Line, k: int) -> bool:
    """`Nữ ca sĩ nhận được nhiều bình luận | khen ngợi: “…”`: words of others, and not of who got them."""
    if line.words[k - 2 : k] not in _REMARKS and line.words[k - 1] not in ("lời", "comment"):
        return False
    return any(line.words[i : i + 2] in GOT for i in range(max(k - _REMARKED, line.start), k - 2))


_REMARKS = frozenset((("bình", "luận"), ("ý", "kiến"), ("phản", "hồi"), ("tin", "nhắn"), ("câu", "hỏi"), ("lời", "lẽ")))
GOT = frozenset(
    (("nhận", "được"), ("nhận", "về"), ("nhận", "lại"), ("nhận", "nhiều"), ("thu", "hút"), ("hứng", "chịu"))
)
_REMARKED = 10  # words from the verb


def _with_reason(line: Line, k: int) -> Mention | None:
    """`Một số nơi | kiêng hoa này vì cho rằng …`: the many that do something for what they think."""
    i = line.start
    if line.words[k - 1] not in ("vì", "bởi", "do") or PLURAL.after(line.words, i) == i:
        return None
    does = next((j for j in range(i + 2, k - 1) if PREDICATE.after(line.words, j) > j or _does(line, j)), None)
    return line.described(i, does, group=True) if does is not None and does - i < _ASIDES else None


def _does(line: Line, i: int) -> bool:
    return VERBS.longest(line.words, i) is not None


def _in_document(line: Line, cue: Cue, i: int) -> bool:
    """`Trong văn bản của Sở nêu rõ …`: the paper says so; but `Trong báo cáo công bố hôm qua, ông Nam …`."""
    return (
        cue.form not in _PUBLISHED
        and i >= 0
        and line.words[i] == "trong"
        and (i <= line.start or line.words[i - 1] in CLOSERS)
    )


_PUBLISHED = frozenset("công bố, đăng, đăng tải, thông báo, phát hành, phát đi, gửi, chia sẻ, trình bày".split(", "))


def _only_then(line: Line, i: int, k: int) -> bool:
    """Whether only a time, or what a paper is about, stands between tokens ``i`` and ``k``."""
    led_on = ADJUNCT.after(line.words, i) > i or line.words[i : i + 1] in (("của",), ("do",))
    apart = led_on and 1 < k - i < _ABOUT and all(w[0].isalnum() for w in line.words[i:k])
    return apart and not PREDICATE.within(line.words, i, k)


_ABOUT = 14  # words of it


def _heads_main_clause(line: Line, m: Mention, k: int) -> bool:
    """`Trường đã họp, chị Hoa | đồng ý nhưng yêu cầu …`: a subject of its own behind a comma, with its predicate."""
    named = m.form in ("name", "title", "pronoun") or (m.kind in ("organization", "country") and m.form == "body")
    if (
        not named
        or PLURAL.after(line.words, m.first) > m.first
        or line.words[m.first - 1] not in (",", ";")
        or m.last >= line.n
    ):
        return False
    if m.form == "body" and line.words[k - 1] == "," and any(b.last == m.first - 1 for b in line.mentions):
        return False  # ông Nam, chủ tịch Quỹ Hoa Mai, tổ chức được thành lập năm ngoái, nhận định
    return PREDICATE.after(line.words, m.last) > m.last or VERBS.longest(line.words, m.last) is not None


def _asks_them(line: Line, m: Mention, k: int) -> bool:
    """`Các chuyên gia mà | VOA | phỏng vấn cho rằng …`: who has asked them, and does not speak."""
    noun = m.first > 1 and line.words[m.first - 1] == "mà" and line.words[m.first - 2] not in ("thế", "vậy", "để", ",")
    return noun and MET.within(line.words, m.last, k)


def _cited_at_head(line: Line, i: int) -> bool:
    """Whether `theo`, or `theo lời kể của`, stands before token ``i`` and begins a clause."""
    k = i - 1
    if line.words[k] in ("của", "từ"):
        k = next((j for j in range(k - 1, max(k - _CITING, line.start) - 1, -1) if line.words[j] == "theo"), k)
        if any(k < m.first < i for m in line.mentions):
            return False  # Theo tờ báo của Tây Ban Nha, …
    return line.words[k] == "theo" and (k <= line.start or line.words[k - 1] in CLOSERS)


_CITING = 4  # words of `theo dòng chia sẻ`


def _is_verb(line: Line, m: Mention, after: Mention) -> bool:
    """`Đánh giá cuộc gặp, bà Hoa, chuyên gia, cho rằng`: what looks like a document that says something is a verb."""
    return (
        m.form == "document" and m.first == line.start and not any(m.last <= c.first < after.first for c in line.cues)
    )


def _is_informant(line: Line, m: Mention) -> bool:
    """`Thông tin từ công an tỉnh cho biết`: it is the police who say it."""
    i = m.first - 1
    if i >= 0 and (line.words[i] == "theo" or line.words[max(i - 1, 0) : i + 1] == ("theo", "như")):
        return True  # Theo truyền thông đưa tin, …
    if i < 1 or line.words[i] not in ("từ", "của"):
        return False
    if line.words[i] == "từ" and "tin" in line.words[max(i - 4, 0) : i] and "," not in line.words[max(i - 4, 0) : i]:
        return True  # thông tin mới nhất từ chính phủ Nhật Bản cho biết
    return line.words[i - 1] in ("tin", "nguồn") or line.words[i - 2 : i] in _WRITINGS


def _in_brackets(line: Line, m: Mention, k: int) -> bool:
    return in_brackets(line, 0, m.first) and ")" in line.words[m.last : k]


def _cites(line: Line, near: Mention) -> Mention | None:
    """`CNN dẫn | ba quan chức Mỹ cho biết`: the medium that quotes somebody, with no word for what it quotes."""
    i = near.first - 1
    bare = near.form == "document" and near.name is None  # M dẫn nguồn tin cho biết
    medium = line.mention_ending(i) if i > line.start and line.words[i] == "dẫn" and not bare else None
    return medium if medium is not None and medium.kind == "media" else None


def source_of(line: Line, cue: Cue) -> Mention | None:
    """The subject of the cue; for a coordinated verb phrase that of the act of saying before it."""
    if line.relayed is not None and line.relayed.last <= cue.first and not line.made:
        return line.relayed
    k = line.verb_start(cue.first)
    beside = line.mention_ending(k)
    if line.made and beside is None and line.coordinated(cue):
        return line.made[-1].source
    if beside is not None and not line.made and (medium := _cites(line, beside)) is not None:
        line.via = medium
        return beside
    named = subject(line, cue)
    return named and in_full(line, named, k)


def shares(line: Line, cue: Cue, marker: str = "") -> bool:
    """Whether a cue without subject goes on for the speaker of the sentence before: `Đồng thời khẳng định …`."""
    k = line.verb_start(cue.first)
    if line.made:
        return True
    if k <= line.start and line.words[cue.first - 1] == "phải":
        return False  # Song phải thừa nhận là …
    if k <= line.start and line.goes_on and line.entry(cue).kind == "request" and _asks_somebody(line, cue.last):
        return True
    if k <= line.start and line.connected:
        return True
    wished = line.entry(cue).kind == "feel" and not line.goes_on  # Mong rằng năm mới bạn gặp nhiều may mắn
    return marker == "rằng" and not wished and (k <= line.start or line.words[k - 1] == ",")


def _asks_somebody(line: Line, i: int) -> bool:
    """`Đề nghị | các trường cùng phối hợp.`: in a whole sentence somebody is asked to do something."""
    asked = line.somebody_from(i)
    ends = line.words[line.n - 1] == "."
    return asked is not None and asked.form != "document" and ends and line.end - asked.last > _SHORT


_SHORT = 3  # words with which nobody is asked for anything


def who_between(line: Line, j: int, k: int) -> Mention | None:
    """Who stands between the marks and the verb: `“…”, các nhà hàng xóm than`."""
    if any(j <= c.first and c.last < k and not c.dead and not line.relays(c) for c in line.cues):
        return None
    if (part := share_of(line, k, j, None)) is not None:
        return part
    named = [m for m in line.mentions if j <= m.first and m.last <= k]
    first = next((m for m in named if m.first == j), None)
    if first is None and named and named[0].first - j > 3:
        first = next((m for m in named if not line.governed(m)), None)
    first = first or (named[0] if named else None)
    if first is not None and first.first > j and line.words[first.first - 1] in _CAUSES:
        return None  # “A”, dòng chữ ấy khiến cô Tâm bật khóc
    if first is not None and (line.via is None or first.first >= line.via.last):
        return first
    later = next((m for m in named if line.via is None or m.first >= line.via.last), None)
    if later is not None or k - j > 12 or k <= j or not is_noun_phrase(line, j, k):
        return later
    return line.described(j, k)


_CAUSES = frozenset(("khiến", "làm", "buộc"))


def after_last_comma(line: Line, k: int) -> Mention | None:
    """Who stands between the last comma and the verb: `…, các nhà vận động nhân quyền nói.`"""
    j = k
    while j > 0 and line.words[j - 1] not in CLOSERS and line.quote_at(j - 1) is None:
        j -= 1
    if j < 4 or not 0 < k - j <= 10 or not is_noun_phrase(line, j, k):
        return None
    m = line.mention_from(j)
    return m or line.described(j, k)


def who_behind(line: Line, k: int) -> Mention | None:
    """Who stands behind what is said and before the verb at ``k``: `A, các báo trong nước | đưa tin`."""
    source = line.mention_before(k)
    if source is not None and source.plural and line.words[source.first - 1] in ("và", "cùng"):
        source = line.mention_ending(source.first - 1) or source  # ông Nam | và những người ủng hộ chợ
    if source is None:
        source = after_last_comma(line, k)
    elif source.last == k and line.words[source.first - 1] not in LIST_MARKS:
        phrase = after_last_comma(line, k)  # a mention has only the end of the phrase
        source = phrase if phrase is not None and names_somebody(line, phrase.first) else None
    if source is None or line.governed(source):
        return _before_asides(line, k) or source
    return source


def _before_asides(line: Line, k: int) -> Mention | None:
    """`A, bà Hoa, giảng viên, trường có cơ sở tại Huế, | nói`: whom asides stand behind that no mention covers."""
    if line.words[k - 1] != ",":
        return None
    for m in reversed(line.mentions):
        if m.last < k and m.kind == "person" and m.form == "name":
            opened = line.words[m.first - 1] == "," or line.words[m.first - 1] in DASHES
            near = opened and line.words[m.last] == "," and k - m.last < _ASIDES
            return m if near and not PREDICATE.within(line.words, m.last, k) else None
    return None


def names_somebody(line: Line, i: int) -> bool:
    """Whether words that no mention covers can begin a noun phrase of persons or papers."""
    return line.words[i] in _HEADS or line.words[i : i + 2] in _PAPERS or NOUN_START.after(line.words, i) > i


def quote_before(line: Line, k: int) -> Quoted | None:
    """The stretch in marks before token ``k`` that still wants a speaker; a nickname in marks is none."""
    for q in reversed(line.quotes):
        if q.last > k:
            continue
        far = _FAR if q.first > line.start else _DESCRIBED
        if line.is_taken(q) or k - q.last > far or ":" in line.words[q.last : k]:
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
