"""Several bodies at once: ``nhiều ngân hàng``, ``các địa phương như A, B và C``, ``một công ty bảo hiểm``."""

from __future__ import annotations

from quotes.lexicon import Trie, Word, keys
from quotes.mentions.bodies import body
from quotes.mentions.line import BODIES, DOCUMENTS, FIELDS, MEDIA, QUANTITIES, TITLES, Line
from quotes.mentions.names import known_place, place, run_end
from quotes.mentions.pointing import pointed
from quotes.mentions.reach import reach

# What can be counted and speaks, but is no body by itself: `các | bộ, ngành`, `nhiều | địa phương`.
NOUNS: Trie[bool] = Trie(
    {
        keys(form): True
        for form in (
            *("địa phương", "tỉnh", "thành phố", "tỉnh thành", "tỉnh, thành", "tỉnh, thành phố", "quận", "huyện"),
            *("quận huyện", "quận, huyện", "xã", "phường", "xã phường", "xã, phường", "bang", "tiểu bang", "nước"),
            *("quốc gia", "nền kinh tế", "nước thành viên", "quốc gia thành viên", "nước láng giềng", "bộ ngành"),
            *("bộ, ngành", "sở ngành", "sở, ngành", "ban ngành", "ban, ngành", "đảng", "đảng phái", "đơn vị"),
            *("cơ quan ban ngành", "bộ, ban, ngành", "sở, ban, ngành", "tổ chức", "phe phái", "nhà đài", "nền tảng"),
            *("phương tiện truyền thông", "phương tiện thông tin đại chúng", "trang mạng", "báo đài", "báo, đài"),
        )
    }
)
# Words that say which of them: `các nước | thành viên`, `nhiều công ty | khác`.
_WHICH: Trie[bool] = Trie(
    {
        keys(form): True
        for form in (
            *("khác", "lớn", "nhỏ", "nêu trên", "liên quan", "hàng đầu", "phương tây"),
            *("thành viên", "đồng minh", "láng giềng", "phát triển", "đang phát triển", "giàu có", "trong nước"),
            *("nước ngoài", "trong khu vực", "trong vùng", "trên thế giới", "trên cả nước", "trên địa bàn", "cả nước"),
            *(
                "tiểu bang",
                "cấp tỉnh",
                "cấp huyện",
                "cấp xã",
                "cơ sở",
                "sở tại",
                "chức năng",
                "truyền thông",
                "quản lý",
            ),
            *("địa phương", "tư nhân", "nhà nước", "quốc tế", "vừa và nhỏ", "thân hữu", "còn lại", "tại đây", "ở đây"),
        )
    }
)
_NOT_COUNTED = frozenset(
    ("năm", "cả", "mỗi", "đông", "cả hai", "cả ba", "vị", "một vị", "một người", "một tay", "một tên", "một gã")
)
_COUNTED = frozenset((*BODIES.first, *MEDIA.first, *NOUNS.first))  # words with which begins what is counted
_ITEMS = 12  # of a list of examples


def several(line: Line, i: int) -> tuple[int, Word, Word | None] | None:
    """``một số | ngân hàng lớn``: the token after it, the quantity, and the kind of body where the list knows it."""
    quantity = QUANTITIES.longest(line.words, i)
    if quantity is None or quantity[0].form in _NOT_COUNTED or line.caps[quantity[1]]:
        return None
    if line.words[quantity[1]] not in _COUNTED:
        return None
    noun = _noun(line, quantity[1], quantity[0].plural)
    person = TITLES.longest(line.words, quantity[1])
    if noun is None or (person is not None and person[1] > noun[0]):
        return None
    end = _which(line, noun[0]) if quantity[0].plural else noun[0]
    if (further := reach(line, i, end, True)) > end:
        return further, quantity[0], noun[1]
    apposed = line.words[i - 1] == "," and line.words[end] == ","
    if not quantity[0].plural and (apposed or not _over(line, end)):
        return None  # tại Hoa Mai, một trung tâm sản xuất của tỉnh, …
    return such_as(line, end) if quantity[0].plural else end, quantity[0], noun[1]


def _over(line: Line, j: int) -> bool:
    """Whether a noun phrase may end at ``j``."""
    return j >= line.n or not line.words[j][0].isalpha() or line.caps[j] or line.predicate(j) or line.words[j] in _NEXT


_NEXT = frozenset("của tại ở thuộc về cho khác nước và với từ tên có do".split())


def _noun(line: Line, j: int, plural: bool) -> tuple[int, Word | None] | None:
    inner = body(line, j) if j < line.n else None
    medium = MEDIA.longest(line.words, j)
    known = BODIES.longest(line.words, j)
    shorter = known is not None and medium is not None and known[1] < medium[1]  # nhiều hãng tin, no hãng
    if inner is not None and not inner.word.closed and inner.end > j and not shorter:
        return inner.end, inner.word
    found = NOUNS.longest(line.words, j) if plural else None
    if found is not None:
        return found[1], None
    if DOCUMENTS.longest(line.words, j) is not None:
        return None  # một | bản tin trên báo Sao Mai
    if medium is not None and medium[0].shape == "head" and medium[1] - j > 1 and not medium[0].alone:
        return medium[1], None
    return None


def _which(line: Line, j: int) -> int:
    """The token after the words, fields and places that say which of them are meant."""
    while j < line.n:
        if (after := pointed(line, j)) > j or line.predicate(j):
            return after
        word = _WHICH.longest(line.words, j)
        field = FIELDS.longest(line.words, j)
        known = max((found[1] for found in (word, field) if found is not None), default=j)
        at = place(line, j) if line.caps[j] else known_place(line, j)
        if at is None and line.words[j] in ("tại", "ở", "của") and line.caps[j + 1]:
            at = place(line, j + 1)
        known = max(known, at or j)
        if known == j:
            return j
        j = known
    return j


def such_as(line: Line, j: int) -> int:
    """``các nước | như Pháp, Đức và Ý``: the token after the list of examples; ``j`` where there is none."""
    if line.words[j] != "như":
        return j
    end = _item(line, j + 1)
    for _ in range(_ITEMS):
        if end is None:
            return j
        last = end
        end = _item(line, last + 1) if line.words[last] in (",", "và", "hay", "hoặc") else None
        if end is None:
            break
    while line.words[last] in (".", "…", "..", "...", "v.v"):
        last += 1
    goes_on = line.cue(last) or line.predicate(last) or line.words[last] in (",", "đều", "cũng", "vẫn", "đã")
    return last if goes_on else j


def _item(line: Line, j: int) -> int | None:
    inner = body(line, j) if j < line.n else None
    if inner is not None:
        return inner.end
    return (known_place(line, j) or run_end(line, j)) if line.caps[j] else None


def several_places(line: Line, j: int) -> int | None:
    """``ba | xã Đông Hà, Tây Hà, Trung Hà``: places of one kind in a row."""
    end = place(line, j)
    return over_listed(line, end) if end is not None else None


def over_listed(line: Line, end: int) -> int:
    """``xã Đông Hà | , Tây Hà và Trung Hà``: the token after the last of the names in a row."""
    while line.caps[end - 1] and line.words[end] in (",", "và") and line.caps[end + 1]:
        end = run_end(line, end + 1)
    return end
