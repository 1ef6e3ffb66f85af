"""A title that stands behind a name: ``, Giám đốc Sở Y tế``, ``- chủ quán trên đường A``, and where it ends."""

from __future__ import annotations

from quotes.lexicon import Phrases
from quotes.mentions.bearers import called, learned
from quotes.mentions.bodies import body
from quotes.mentions.ends import and_is, close, closes, onward, small_words, spot, working
from quotes.mentions.found import WITH, Person, cited_by_theo, goes_on
from quotes.mentions.later import leads
from quotes.mentions.line import CUES, DASHES, Line
from quotes.mentions.names import common_word, name, place, run_end, vietnamese_name
from quotes.mentions.reach import OCCUPATION, reach
from quotes.mentions.titles import Title, title

_APPOSITION = 16  # words over which a title may run on to the comma that closes it
_CLOSERS = frozenset('.:;“”"!?')


_FORMER = frozenset(("nguyên", "cựu"))
_LIVING = frozenset(("profession", "people", "status"))  # of an officer what he does is news, not who he is
_IN_FULL = 3  # words: family, middle and given name


def apposed_title(line: Line, j: int, k: int, t: Title, found: Person) -> int | None:
    """An apposition is a title that no name of its own follows; ``ông A, Bộ trưởng Nguyễn Văn B`` is a list."""
    accused = found.head is not None and found.head.group == "before the law"
    if accused and t.head.official == "yes" and line.words[k] not in _FORMER:
        return None  # đối tượng Nam, | Trưởng công an xã; but bị cáo Nam, | nguyên Trưởng công an xã
    end = t.end
    if _next_title(line, end, found) or called(line, end, t.head):
        return None
    if t.head.group == "press" and not t.complete and found.roles and line.words[j] == "," and goes_on(line, end):
        return None  # trao đổi với ông A, Giám đốc Sở Y tế, | phóng viên được biết
    untitled = found.head is None or learned(found.head)
    in_full = found.name is not None and found.name[1] - found.name[0] >= _IN_FULL
    of_firm = found.honorific or (in_full and leads(t.head))
    of_firm = of_firm or (untitled and not _OF_FIRMS.isdisjoint(t.head.form.split(" ")))
    if of_firm and t.head.official != "yes" and line.caps[end] and vietnamese_name(line, end) is None:
        end = place(line, run_end(line, end)) or run_end(line, end)  # bà A, Tổng giám đốc | Sao Biển Việt Nam
    if line.caps[end] and t.head.kind == "profession" and not found.honorific and _named_alone(line, end):
        return None
    named = name(line, end) if line.caps[end] and t.head.kind != "kin" else None
    if t.definite or (named is not None and not common_word(line, end, named)):
        return None
    if line.words[end] == "(":
        end = close(line, end)
        more = title(line, end + 1) if line.words[end] == "kiêm" else None
        end = more.end if more is not None else end
    cited = line.words[j] == "," and cited_by_theo(line, found)
    if (cited or _object(line, j, found)) and goes_on(line, end):
        return None  # Theo ông A, | Giám đốc Sở B đã ký
    end = _up_to_comma(line, end, line.words[j], cited, t.head.kind != "office")
    end = onward(line, end) or and_is(line, end) or working(line, end) or end
    if t.head.kind in _LIVING:
        end = _lives(line, k, end)
    if cited and not (closes(line, end) or line.cue(end)):
        return None
    found.note_title(t, ("degree", "rank"))
    over = next((c for c in range(t.end, end) if line.words[c : c + 2] in _AND_ALSO and not and_is(line, c)), end)
    if found.roles and found.name is not None and found.roles[-1][0] >= found.name[1] and k - found.roles[-1][1] <= 2:
        found.end_role(over)
    else:
        found.roles.append((k, over))
    return end


def _object(line: Line, j: int, found: Person) -> bool:
    """``Vừa gặp anh Nam, | một thanh niên rút dao``: whether somebody is an object in a clause that a comma ends."""
    i = found.start
    if line.words[j] != "," or i < _OF_A_CLAUSE or "," in line.words[:i] or line.words[0] not in _FRONTED:
        return False
    return line.words[i - 1] in _BEFORE_OBJECT or (line.predicate(i - 1) and not line.cue(i - 1))


_OF_A_CLAUSE = 2
_FRONTED = frozenset("khi sau trước trong nếu do vì nhờ để thấy nghe vừa ngay từ dù bởi lúc nhận biết đang mới".split())
_BEFORE_OBJECT = frozenset("của xe nhà kịp gặp thấy đến tới vào bởi".split())


def _lives(line: Line, k: int, end: int) -> int:
    """``bà A, người dân | sống gần chợ cho biết``, ``ông B, nông dân | đang trồng 3ha lúa nói``: what somebody does.

    ``k`` begins the apposition, which was read up to ``end``.
    """
    retired = _RETIRED.after(line.words, end)
    if retired > end and (closes(line, retired) or line.cue(retired)):
        return retired
    start = end - (OCCUPATION.after(line.words, end - 1) == end)  # nông dân trồng | 3ha lúa
    start = _OFTEN.after(line.words, start)
    after = reach(line, k, start, False)
    return after if after > start else end


_RETIRED = Phrases((("nghỉ", "hưu"), ("về", "hưu"), ("đã", "nghỉ", "hưu"), ("đã", "về", "hưu"), ("mới", "nghỉ", "hưu")))
_OFTEN = Phrases(
    tuple(words.split())
    for words in (
        *("đang", "từng", "đã từng", "hiện", "hiện đang", "chuyên", "thường", "thường xuyên", "lâu năm", "nhiều năm"),
        *("đã", "trực tiếp", "vẫn", "vẫn đang", "mới", "cũng", "cũng đang", "tự do", "gắn bó"),
    )
)


def _named_alone(line: Line, j: int) -> bool:
    """``nữ ca sĩ | Hanna (…)``, ``ca sĩ | Sen nói``: one word that is the name of who has the title."""
    return (line.words[j + 1] == "(" or line.cue(j + 1)) and place(line, j) is None and body(line, j) is None


def _next_title(line: Line, end: int, found: Person) -> bool:
    """Whether a title is another's: ``về bé Mai, | Chủ tịch hội - Nghệ sĩ Lê An``, ``với BBC, | CEO … nói``."""
    after = run_end(line, end)  # Chủ tịch HKIMF | Vietnam
    parts = line.words[after] in DASHES or (line.words[after] == "," and _officer(found))
    more = title(line, after + 1) if parts else None
    if more is not None and (vietnamese_name if line.words[after] == "," else name)(line, more.end) is not None:
        return True
    addressed = line.words[found.start - 1] in WITH and not found.honorific and found.head is None
    return addressed and line.cue(end) and found.name is not None and vietnamese_name(line, found.name[0]) is None


def _officer(found: Person) -> bool:
    """``Thủ tướng A, Phó Thủ tướng, | Bộ trưởng B``: who has an office before the name has none of those behind."""
    before = found.roles and found.name is not None and found.roles[0][0] < found.name[0]
    return bool(before) and found.head is not None and found.head.kind == "office"


# Trưởng ban tổ chức | và cũng từng là tay vợt
_AND_ALSO = frozenset(
    (
        ("và", "cũng"),
        ("và", "từng"),
        ("và", "là"),
        ("cũng", "là"),
        ("cũng", "đến"),
        ("cũng", "từng"),
        ("người", "đã"),
        ("người", "từng"),
    )
)


# Posts of firms; after a bare name `đội trưởng John Smith` is the next of a list.
_OF_FIRMS = frozenset("giám chủ ceo cfo coo cto sáng điều diện".split())


_TELLS = frozenset(("từng", "chuyên", "đang", "có"))
_THERE = (("có", "mặt"), ("có", "thể"), ("có", "lời"), ("có", "ý"), ("có", "buổi"), ("có", "bài"), ("có", "văn"))


def _told_more(line: Line, j: int) -> bool:
    """``- ngôi sao | từng thách đấu B -``: whether what two dashes shut in tells more of who is meant."""
    if line.words[j] in _TELLS:
        return line.words[j + 1] != "thể"
    return line.words[j].isalpha() and not line.predicate(j)


_LENDS = (("cho", "vay"), ("cho", "thuê"))  # đồng sáng lập hãng | cho vay tiền số Hoa Mai,


def _says(line: Line, k: int, working: bool) -> bool:
    """Whether a word of saying begins at ``k`` that tells no duty: ``bác sĩ điều trị | cho cháu bé, nói``.

    What an officer says, one who is ``working`` may do all day: ``sĩ quan | chỉ đạo cuộc tìm kiếm, nói``.
    """
    if not line.cue(k):
        return False
    said = CUES.longest(line.words, k)
    phrase = line.words[k : said[1]] if said is not None else ()
    return not (phrase in _DUTIES or (working and phrase in _TASKS))


_DUTIES = frozenset((("cho",), ("tư", "vấn"), ("hướng", "dẫn"), ("dạy",), ("dạy", "học"), ("vận", "động")))
_TASKS = frozenset((("chỉ", "đạo"), ("phân", "tích"), ("cảnh", "báo"), ("dự", "báo"), ("kêu", "gọi"), ("bình", "luận")))


def _up_to_comma(line: Line, end: int, mark: str, cited: bool, working: bool) -> int:
    """``, trưởng khoa thần kinh | giấc ngủ ở Viện B, nói``: the rest of an apposition, up to its mark.

    A word of saying follows the mark, or ``theo`` stands before it all.
    """
    expert = line.words[end - 1] == "gia"  # chuyên gia | dự báo dịch bệnh tại Viện B,
    if line.words[end : end + 2] in _LENDS and (at := spot(line, end + 2)) is not None:
        return at
    if end >= line.n or line.words[end] in (",", "thì", mark) or (_says(line, end, working) and not expert):
        return end
    if line.words[end] == "của" and (owned := small_words(line, end + 1)) is not None:
        return owned
    tells = mark in DASHES and line.words[end] in _TELLS and line.words[end : end + 2] not in _THERE
    for k in range(end, min(end + _APPOSITION, line.n)):
        if tells and k > end + 1 and (line.words[k] == "," or (line.words[k] == "." and k >= line.n - 1)):
            return k  # anh A - chủ cũ từng thuê cô làm việc nhà.
        if (_says(line, k, working) and not (expert and k == end)) or line.words[k] in _CLOSERS:
            return end
        if line.words[k] == mark:
            paired = cited or (mark in DASHES and _told_more(line, end))
            return k if paired or line.cued(k + 1, k + 4) else end
    return end
