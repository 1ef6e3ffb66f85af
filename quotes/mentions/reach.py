"""How far a description reaches: to the word of saying, or the comma of `theo`, unless a predicate begins before."""

from __future__ import annotations

from quotes.lexicon import word_class
from quotes.mentions.bodies import body
from quotes.mentions.line import BODIES, COMPOUNDS, FIELDS, HONORIFICS, PREDICATES, TITLES, Line
from quotes.mentions.names import STREETS, name, place, run_end

_REACH = 15  # tokens
_PLAIN, _TIED = 4, 9  # words in a row that no list knows, before and behind a verb or preposition
OCCUPATION = word_class("occupation")
_ADVERBS = word_class("preverb")
_OCCASIONS = word_class("occasion")
_PREDICATE = word_class("predicate")
_WHERE = frozenset("trong trên tại ở quanh gần cạnh bên đối ven dọc sát ngoài dưới giữa khắp từ".split())
_TIES = frozenset("của thuộc như về".split())
_POINTING = frozenset("này đó kia trên khác".split())
_SIDES = frozenset("sau trước bên trong ngoài".split())
_WHEN = frozenset("lúc hôm ngày sáng trưa chiều tối đêm tuần tháng năm hồi khi quý thời".split())
_NO_PLACE = _WHEN | {"việc", "lời", "đó"}  # trong | việc này, từ | đó
_HOW = frozenset("một hai ba nhiều mấy vài càng nhau toàn cầu tự".split())  # they say how often, or how
_CITED = frozenset(("theo", "của", "từ", "lời"))  # theo chia sẻ của | các tiểu thương
_GOVERNS = frozenset("với của cho có về bởi từ đến tới giữa trên trong giao nhờ".split())
_PARTS = frozenset("đội phòng ban nhóm tổ phận bộ".split())  # đội | phản ứng nhanh: no word of saying behind these
_FAR_CUE = 6  # words of a time before the word of saying


def reach(line: Line, i: int, j: int, free: bool) -> int:
    """``một tài xế | chở cát``, ``các cửa hàng | bán hoa trong tỉnh``: the token after all that tells who is meant.

    ``i`` begins the phrase, which was read up to ``j``. Words that no list knows go right behind it only where it is
    ``free``: of a definite actor they would rather say how he speaks.
    """
    cited = i > 0 and line.words[i - 1] in _CITED and "theo" in line.words[max(i - 4, 0) : i]
    if j >= line.n or not line.words[j][0].isalpha() or (i and line.words[i - 1] in _GOVERNS and not cited):
        return j
    if line.words[j : j + 2] == ("thông", "tin") and line.cue(j + 2):
        return j  # lãnh đạo huyện | thông tin cho biết
    k, tied, plain = j, j, 0  # `tied` is the token after the last word that takes an object or a place
    while k < min(j + _REACH, line.n):
        if (k > tied or (k > j and line.words[k - 2 : k] in _WHOLE)) and _ends(line, k, cited):
            return k
        after = _tie(line, k)
        if after > k and (free or k > j or line.words[k] != "về"):
            tied, plain = after, 0
        else:
            after = _known(line, k, tied > j, k == tied > j)
            plain = 0 if after > k else plain + 1
            if after == k and plain <= (_TIED if tied > j else _PLAIN) and (free or k > j):
                after = _small(line, k)
        if after == k:
            return j
        k = after
    return k if k > tied and _ends(line, k, cited) else j


_TAKES_SIDES = frozenset((("phản", "đối"), ("ủng", "hộ"), ("chỉ", "trích")))
# What somebody does, with no object: `những người | phản đối` cho rằng.
_WHOLE = _TAKES_SIDES | frozenset(
    tuple(form.split())
    for form in (
        *("biểu tình", "chứng kiến", "tham gia", "tham dự", "hâm mộ"),
        *("có mặt", "sống sót", "may mắn", "di cư", "nhập cư", "đình công", "khiếu nại", "khiếu kiện", "khởi kiện"),
        *("tố giác", "dự khán", "nổi dậy", "bất đồng"),
    )
)


def _ends(line: Line, k: int, cited: bool) -> bool:
    """Whether the word of saying stands at ``k``, behind adverbs or a time, or the comma of `theo`."""
    if (cited and line.words[k] in (",", "thì")) or (line.words[k] == "tên" and line.caps[k + 1]):
        return True
    k += line.words[k] == ","
    e = k
    for _ in range(3):
        e = e if line.cue(e) else _ADVERBS.after(line.words, e)
    if line.cue(e):
        object_of = line.cue(e + 2) and line.words[e - 2 : e] in _TAKES_SIDES  # người phản đối | đề xuất cho rằng
        return line.words[e - 1] not in _PARTS and not object_of
    return _when(line, k) and line.cued(k + 1, k + _FAR_CUE)


def _when(line: Line, k: int) -> bool:
    """Whether a time begins at ``k``: ``chiều nay``, ``đầu tuần này``; not the ``ca | đêm`` of who works then."""
    if line.words[k : k + 2] == ("ban", "đầu"):
        return True
    k += line.words[k] in ("đầu", "cuối", "giữa") and line.words[k + 1] in _WHEN
    return line.words[k] in _WHEN and line.words[k - 1] != "ca"


def _tie(line: Line, k: int) -> int:
    """The token after what takes an object or a place: ``bán``, ``phụ trách``, ``đối diện``, ``của``."""
    if line.caps[k]:
        return k
    after = OCCUPATION.after(line.words, k)
    if after == k and line.words[k] in _WHERE:
        after = k + 1 + (line.words[k : k + 2] in (("bên", "cạnh"), ("đối", "diện")))
    if after == k and line.words[k] in _TIES:
        after = k + 1
    longer = PREDICATES.longest(line.words, k)
    if longer is not None and longer[1] > after:
        return k  # từ | chối
    said = _OCCASIONS.after(line.words, after) > after and line.words[after - 1] in _WHERE and not line.caps[after]
    return k if said or line.words[after] in _NO_PLACE else after


def _known(line: Line, k: int, tied: bool, right_behind: bool) -> int:
    """The token after a place, body, name or pointing word by which the phrase goes on; ``k`` where there is none."""
    w = line.words[k]
    address = HONORIFICS.longest(line.words, k)
    if address is not None and not line.caps[k]:
        if not (right_behind and address[0].before):
            return k
        return (name(line, address[1]) if line.caps[address[1]] else None) or address[1]
    if (at := place(line, k)) is not None:
        return max(at, run_end(line, k)) if right_behind and line.caps[k] else at
    if tied and w in BODIES.first and (inner := body(line, k)) is not None:
        return inner.end
    if line.caps[k]:
        return run_end(line, k) if right_behind or line.words[k - 1] in STREETS else k
    if w[0].isdigit():
        return k + 1 if tied else k
    return k + 1 if w in _POINTING or (w in _SIDES and line.words[k - 1] == "phía") else k


def _small(line: Line, k: int) -> int:
    """The token after a field or small word at ``k``; ``k`` where a predicate, a time or a person begins."""
    w = line.words[k]
    if line.caps[k] or not w[0].isalpha() or w in _HOW or _when(line, k):
        return k
    if line.cue(k):
        if line.words[k - 2 : k] in _TAKES_SIDES and line.cue(k + 2):
            return k + 2  # người phản đối | đề xuất cho rằng
        return k + 1 if line.words[k - 1] in _PARTS else k  # phòng | thông tin
    for trie in (FIELDS, TITLES):
        found = trie.longest(line.words, k)
        if found is not None and (trie is FIELDS or found[1] > k + 1):
            return found[1]
    if line.words[k : k + 2] in COMPOUNDS and (PREDICATES.longest(line.words, k) or (True, k))[1] <= k + 1:
        return k + 2  # gần | hiện trường
    begins = w == "thành" or line.predicate(k) or _PREDICATE.after(line.words, k) > k
    return k if begins or HONORIFICS.longest(line.words, k) is not None else k + 1
