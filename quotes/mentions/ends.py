"""Where what is put beside a name ends: words in brackets, small words up to a mark, a residence."""

from __future__ import annotations

from quotes.mentions.line import DASHES, HONORIFICS, Line
from quotes.mentions.names import name, place
from quotes.mentions.titles import Title

RESIDENCE = frozenset("ở ngụ trú quê sống tại thôn xã phường huyện quận thành tp sn sinh hiện tỉnh xóm tổ".split())


_AFTER_PHRASE = frozenset((",", ")", ".", ";", ":", "…", "thì", *DASHES))


def closes(line: Line, j: int) -> bool:
    """Whether a noun phrase is closed by what stands at ``j``."""
    return j >= line.n or line.words[j] in _AFTER_PHRASE


def told(line: Line, start: int, t: Title, k: int) -> int:
    """Where a role in brackets ends that close at ``k``: before another name, an age, a residence."""
    named = name(line, t.end) if line.caps[t.end] and t.head.kind not in ("kin", "people") else None
    if not t.complete and named is not None and named <= k and line.words[named] in (",", ")"):
        return t.end
    for c in range(t.end, k):
        if line.words[c] in (",", "-", ";") and (line.words[c + 1] in _PERSONAL or line.words[c + 2] == "tuổi"):
            return c
    return k


_PERSONAL = frozenset("sn sinh quê ngụ trú sống thường hktt".split())


def small_words(line: Line, j: int) -> int | None:
    """``thanh tra của | cuộc thử nghiệm vắc-xin.``: words that no list knows, up to the mark that closes them."""
    for k in range(j, min(j + _OWNED, line.n)):
        if k > j and (closes(line, k) or line.cue(k) or line.words[k] in ("đã", "đang", "sẽ", "cũng")):
            return k
        if not line.words[k][0].isalnum() or line.words[k] in HONORIFICS.first:
            return None
    return None


_OWNED = 12


def close(line: Line, j: int) -> int:
    """The token after a bracket that opens at ``j``."""
    for k in range(j + 1, min(j + 14, line.n)):
        if line.words[k] == ")":
            return k + 1
    return j


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
