"""What somebody is or does, told beside a name by no title: ``, bán rau ở chợ B,``, ``- lớp 12A1 Trường C -``."""

from __future__ import annotations

from quotes.lexicon import Phrases
from quotes.mentions.bodies import body
from quotes.mentions.ends import closes
from quotes.mentions.found import WITH, Person, cited_by_theo
from quotes.mentions.line import DASHES, HONORIFICS, Line
from quotes.mentions.reach import reach

_LONGEST = 16  # words of such a phrase
_WORKS = Phrases(
    tuple(words.split())
    for words in (
        *("làm nghề", "làm việc", "làm thuê", "làm công", "làm ruộng", "làm vườn", "làm rẫy", "làm trong", "làm cho"),
        *("công tác", "giảng dạy", "dạy", "dạy học", "hành nghề", "kinh doanh", "buôn bán", "bán", "bán hàng", "buôn"),
        *("chuyên bán", "chuyên kinh doanh", "chuyên trồng", "chuyên thu mua", "thu mua", "trồng", "nuôi", "chăn nuôi"),
        *("chạy xe ôm", "chạy grab", "lái taxi", "lái xe", "chạy taxi", "theo học", "học", "du học", "học lớp"),
        *("có con học", "có con đang học", "có con theo học", "có con gái học", "có con trai học", "phụ trách"),
    )
)
_NOW = Phrases(tuple(words.split()) for words in ("hiện", "đang", "hiện đang", "từng", "đã từng", "vẫn", "vẫn đang"))
# With these after `một` begins when, how long or how often, and no description of somebody.
_NOBODY = frozenset(
    "ngày đêm hôm sáng trưa chiều tối buổi tuần tháng năm quý giờ phút giây lần mặt phần số cách khi lúc thời vài chút "
    "nửa bên phía điều việc sự chuyện câu mình cái chiếc con trận vụ trong khoảng thập thế hai ba".split()
)


def work(line: Line, j: int, k: int, found: Person) -> int | None:
    """``, bán rau ở chợ B, cho biết``, ``- đang công tác tại Viện C -``: the token after what somebody does."""
    if found.roles or not _somebody(found) or line.caps[k]:
        return None
    verb = _NOW.after(line.words, k)
    after = _WORKS.after(line.words, verb)
    if after == verb:
        return None
    end = reach(line, k, verb, False)
    if end == verb:
        end = _shut(line, j, after) or verb
    if end <= after or not (line.cue(end) or line.words[end] in (line.words[j], ",")):
        return None
    found.roles.append((k, end))
    return end


def work_in_bracket(line: Line, first: int, last: int, found: Person) -> bool:
    """``(30 tuổi, làm nghề chạy xe ôm)``: the last thing that a bracket tells, up to the token ``last``."""
    k = next((c + 1 for c in range(last - 1, first, -1) if line.words[c] in (",", "-", ";")), first)
    verb = _NOW.after(line.words, k)
    after = _WORKS.after(line.words, verb)
    if after == verb or after >= last or found.roles or not _somebody(found):
        return False
    found.roles.append((k, last))
    return True


def school_class(line: Line, k: int, found: Person) -> int | None:
    """``em Mai - lớp 12A1 Trường THPT B -``, ``em Mai, lớp 9, Trường THCS C nói``: the class, and its school."""
    if line.words[k] != "lớp" or not (line.words[k + 1][:1].isdigit() or line.caps[k + 1]) or found.roles:
        return None
    end = k + 2
    at = body(line, end + (line.words[end] in (",", "-", "–")))
    if at is not None and not at.definite:
        end = at.end
    if not (closes(line, end) or line.cue(end)):
        return None
    found.roles.append((k, end))
    return end


def some_one(line: Line, j: int, k: int, found: Person) -> int | None:
    """``An, một người làm nghề bảo vệ, nói``, ``An - một hậu duệ của dòng họ - kể``: a noun that no list knows."""
    among = line.words[k + 1] == "trong" and line.words[k + 2] in ("những", "các", "số")
    if line.words[k] != "một" or (line.words[k + 1] in _NOBODY and not among) or line.caps[k + 1] or found.roles:
        return None
    other = HONORIFICS.longest(line.words, k + 1) is not None or line.predicate(k + 1)
    if (other and not among) or cited_by_theo(line, found):
        return None
    k += 2 * among
    end = _shut(line, j, k + 1)
    if end is None or end < k + 3 or line.words[found.start - 1] in WITH:
        return None
    found.roles.append((k + 1, end))
    return end


def _shut(line: Line, j: int, k: int) -> int | None:
    """The mark that closes what the mark at ``j`` opens; a word of saying must stand behind it and none before."""
    for e in range(k, min(k + _LONGEST, line.n)):
        if line.words[e] == line.words[j] or (line.words[e] in DASHES and line.words[j] in DASHES):
            return e if line.cued(e + 1, e + 4) else None
        if line.cue(e) or not line.words[e][0].isalnum():
            return None
    return None


def _somebody(found: Person) -> bool:
    """Whether it is sure that a person is meant: one with an address, or with a name of two words at least."""
    named = found.name is not None and found.name[1] - found.name[0] >= 2
    return found.plural is False and (found.honorific is not None or named)
