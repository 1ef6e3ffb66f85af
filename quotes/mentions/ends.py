"""Where what is put beside a name ends: words in brackets, small words up to a mark, a residence."""

from __future__ import annotations

from quotes.lexicon import word_class
from quotes.mentions.bodies import body
from quotes.mentions.goes_with import quoted
from quotes.mentions.line import BODIES, COMPOUNDS, DASHES, FIELDS, HONORIFICS, QUANTITIES, TITLES, Line
from quotes.mentions.names import known_place, name, place, run_end, vietnamese_name
from quotes.mentions.press import medium_named
from quotes.mentions.titles import MARKS, Title, owner, title

RESIDENCE = frozenset("ở ngụ trú quê sống tại thôn xã phường huyện quận thành tp sn sinh hiện tỉnh xóm tổ".split())


_AFTER_PHRASE = frozenset((",", ")", ".", ";", ":", "…", "thì", *DASHES))


def closes(line: Line, j: int) -> bool:
    """Whether a noun phrase is closed by what stands at ``j``."""
    return j >= line.n or line.words[j] in _AFTER_PHRASE


def told(line: Line, t: Title, k: int) -> int:
    """Where a role in brackets ends that close at ``k``: before another name, an age, a residence."""
    named = name(line, t.end) if line.caps[t.end] and t.head.kind not in ("kin", "people") else None
    if (
        not t.complete
        and line.words[t.end] != "tổ"
        and named is not None
        and named <= k
        and line.words[named] in (",", ")")
    ):
        return t.end
    for c in range(t.end, k):
        if line.words[c] in (",", "-", ";") and (line.words[c + 1] in _PERSONAL or line.words[c + 2] == "tuổi"):
            return c
    return k


_PERSONAL = frozenset("sn sinh quê ngụ trú sống thường hktt".split())


def small_words(line: Line, j: int) -> int | None:
    """``thanh tra của | cuộc thử nghiệm vắc-xin.``: words that no list knows, up to the mark that closes them."""
    shut = j
    for k in range(j, min(j + _OWNED, line.n)):
        if k < shut:
            continue
        says = line.cue(k) and line.words[k - 1] != "được"  # cuốn sách được xem là
        if k > j and (closes(line, k) or says or line.words[k] in ("đã", "đang", "sẽ", "cũng")):
            return k
        if k > j and line.words[k] in MARKS and (after := quoted(line, k)) is not None:
            shut = after  # tác giả của cuốn “Mùa gió”, nói
            continue
        address = HONORIFICS.longest(line.words, k) if line.words[k - 1 : k + 1] not in COMPOUNDS else None  # dòng | họ
        if not line.words[k][0].isalnum() or address is not None:
            return None
    return None


_OWNED = 16


def up_to_cue(line: Line, j: int) -> int | None:
    """``của | đội đầu bảng Sao Biển đã nói``, ``thuộc | biên chế quân đội nói``: small words, and a cue."""
    shut = j
    for k in range(j, min(j + _OWNED, line.n)):
        if k >= shut and k > j and cue_behind(line, k):
            return k
        if k < shut:
            continue
        if line.words[k] in MARKS and (after := quoted(line, k)) is not None:
            shut = after  # MC của chương trình “Ai là triệu phú” cho biết
            continue
        if not line.words[k][0].isalnum() or line.words[k] in HONORIFICS.first or line.words[k] in _OF_WHOM:
            return None
        inside = k > j and line.words[k] in _WITHIN and OCCASIONS.after(line.words, k + 1) == k + 1
        if line.predicate(k) and not (inside or line.caps[k]):
            return None
    return None


def cue_behind(line: Line, k: int) -> bool:
    """Whether a word of saying stands at ``k``, or behind a comma and adverbs: ``| , cũng cho biết``."""
    k += line.words[k] == ","
    return line.cue(next((c for c in range(k, min(k + 3, line.n)) if line.words[c] not in _ADVERBS), k))


_ADVERBS = frozenset("đã cũng vừa mới từng phải còn lại".split())
_WITHIN = frozenset("của thuộc tại ở về và".split())
_OF_WHOM = frozenset("họ mình tôi hắn".split())
OCCASIONS = word_class("occasion")


def onward(line: Line, j: int) -> int | None:
    """``Giám đốc Trung tâm giống cây | và tư vấn làm vườn Quảng Nam nói``: on to the place or body that ends it.

    Words of a field that no list knows stand between; the predicate must follow, or it is another phrase.
    """
    joined = line.words[j] in ("và", "&") or (line.words[j] == "," and line.words[j + 1] in FIELDS.first)
    if closes(line, j) and not joined:
        return None
    k = j + joined
    if joined and (body(line, k) is not None or known_place(line, k) is not None):
        return None  # Giám đốc Sở Y tế | và Bộ Y tế
    while k < min(j + _ONWARD, line.n):
        end = _last_part(line, k)
        if end is not None:
            told = end + (line.words[end] in _AFTER_PHRASE)
            return end if line.cued(told, told + 3) else None
        found = FIELDS.longest(line.words, k) if line.words[k] in FIELDS.first else None
        if found is not None:
            k = found[1]
            continue
        if line.words[k] in (",", "&", "-", "và") and k > j:
            k += 1
            continue
        if not line.words[k][0].isalpha() or (line.caps[k] and line.caps[k + 1]) or _another(line, k):
            return None
        if line.predicate(k) and not (k > j and line.words[k - 1] in ("và", "&")):
            return None
        k += 1
    return None


_ONWARD = 12


def and_is(line: Line, j: int) -> int | None:
    """``bác sĩ ở Huế | và là nghị sĩ Công đảng Anh``: the token after what somebody is besides; kin is told apart."""
    if line.words[j : j + 2] != ("và", "là"):
        return None
    more = title(line, j + 2 + (line.words[j + 2] == "một"), loose=True)
    return more.end if more is not None and more.head.kind in ("office", "profession") and not more.definite else None


def working(line: Line, j: int) -> int | None:
    """``kỹ sư | hiện đang làm việc tại Viện B``: the token after where somebody works."""
    k = next((c for c in range(j, min(j + 4, line.n)) if line.words[c] not in _NOW), j)
    if line.words[k : k + 2] not in _WORKS or line.words[k + 2] not in ("tại", "ở", "cho", "trong"):
        return None
    inner = body(line, k + 3)
    if inner is not None:
        return None if inner.definite else inner.end
    return medium_named(line, k + 3) or place(line, k + 3) or spot(line, k + 3)


_NOW = frozenset("hiện đang nay".split())
_WORKS = (("làm", "việc"), ("công", "tác"), ("giảng", "dạy"), ("học", "tập"), ("sinh", "sống"))


def _last_part(line: Line, k: int) -> int | None:
    """The token after a body, a place or ``của``, ``tại`` and what follows, where one begins at ``k``."""
    if line.words[k] in ("của", "thuộc", "tại", "ở"):
        return owner(line, k + 1, line.words[k]) or (spot(line, k + 1) if line.words[k] in ("tại", "ở") else None)
    inner = body(line, k + (line.words[k] == "("))
    if inner is not None and not inner.definite and any(line.caps[k : inner.end]):
        return inner.end + (line.words[k] == "(" and line.words[inner.end] == ")")
    return known_place(line, k)


def spot(line: Line, j: int) -> int | None:
    """``tại | nhà chờ Hoa Mai``: small words and the capitals behind them."""
    for k in range(j, min(j + 4, line.n)):
        if line.caps[k]:
            return run_end(line, k) if k > j and vietnamese_name(line, k) is None else None
        if not line.words[k][0].isalpha() or line.predicate(k) or HONORIFICS.longest(line.words, k):
            return None
        if line.words[k] == "tên":
            return None  # người dân trong xóm | tên Hòa
    return None


def _another(line: Line, k: int) -> bool:
    """Whether somebody else begins at a token: ``và | bà Lan``, ``và | nhiều bác sĩ``, ``và | nhóm tác giả``."""
    return any(trie.longest(line.words, k) is not None for trie in (TITLES, HONORIFICS, QUANTITIES, BODIES))


def close(line: Line, j: int) -> int:
    """The token after a bracket that opens at ``j``; no credit of a picture is one."""
    if line.words[j + 1] in ("ảnh", "nguồn", "video", "clip", "photo"):
        return j
    for k in range(j + 1, min(j + _BRACKET, line.n)):
        if line.words[k] == ")":
            return k + 1
    return j


_BRACKET = 30  # words


def residence(line: Line, k: int) -> int | None:
    """``ở phố Đội Cấn, quận Ba Đình``: up to the last place before a predicate."""
    last, start = None, k + 1
    while k < line.n and (
        line.words[k] in RESIDENCE or line.words[k] == "," or line.caps[k] or line.words[k][0].isdigit()
    ):
        at = place(line, k)
        if at is not None:
            last = k = at
            continue
        if line.words[k] == "," and line.words[k + 1] not in RESIDENCE and place(line, k + 1) is None:
            break
        k += 1
        if line.caps[k - 1] or line.words[k - 1][0].isdigit():
            last = k
    return last if last is not None and any(line.caps[start:last]) else None
