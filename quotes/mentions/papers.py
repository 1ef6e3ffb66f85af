"""Papers and stations, and the documents that speak for somebody: ``tờ Marca``, ``báo cáo của WHO``."""

from __future__ import annotations

from dataclasses import replace

from quotes.lexicon import Phrases
from quotes.mentions.bodies import body
from quotes.mentions.counted import several
from quotes.mentions.line import (
    BODIES,
    DOCUMENTS,
    FIELDS,
    MEDIA,
    POINTING,
    QUANTITIES,
    Line,
)
from quotes.mentions.made import mention
from quotes.mentions.names import known_place, place, run_end, vietnamese_name
from quotes.mentions.persons import person
from quotes.mentions.press import (
    FAR_LANDS,
    SHORT_STATES,
    WHICH_PRESS,
    foreign_medium,
    given_names,
    in_marks,
    medium_named,
    of_state,
    site,
    whose_site,
)
from quotes.model import Mention

_OF_STATE = ("nhà nước", "quốc gia")  # đài truyền hình quốc gia
_BEFORE_PAPER = frozenset("theo với từ trên của cho lời dẫn nguồn viên gửi bởi và".split())


def medium(line: Line, i: int) -> Mention | None:
    """``tờ Marca``, ``BBC``, ``truyền thông Pháp``, ``các báo``, ``tờ Sport (Tây Ban Nha)``."""
    m = _medium(line, i)
    if m is None or m.name is None or line.words[m.last] != "(":
        return m
    at = place(line, m.last + 1)
    return replace(m, span=line.span(i, at + 1), last=at + 1) if at is not None and line.words[at] == ")" else m


def _medium(line: Line, i: int) -> Mention | None:
    found = MEDIA.longest(line.words, i)
    if found is None:
        return None
    other = BODIES.longest(line.words, i)
    if other is not None and other[1] > found[1] and other[0].shape != "whole":
        return None  # Đài Quan sát …
    word, j = found
    if word.shape == "whole":
        # Papers write their names so themselves: theo | Dân trí, trả lời | Tuổi trẻ
        within = line.caps[i] and not line.caps[j] and i > 0 and line.words[i - 1] in _BEFORE_PAPER
        written = within or _all_caps(line, i, j)
        return mention(line, i, j, "body", "media", (i, j), word.form) if written else None
    inner = MEDIA.longest(line.words, j) if line.caps[j] else None
    if inner is not None and inner[0].shape == "whole":
        return mention(line, i, inner[1], "body", "media", (j, inner[1]), word.form)
    if not word.alone and (of := of_state(line, j)) > j and (end := foreign_medium(line, of)) is not None:
        return mention(line, i, end, "body", "media", (of, end), word.form)  # hãng thông tấn | Triều Tiên KCNA
    if not word.alone and site(line, j):
        end = run_end(line, j + 1) if line.caps[j + 1] else j + 1  # beIN Sports
        return mention(line, i, end, "body", "media", (j, end), word.form)
    if word.form == "trang" and line.caps[i] and given_names(line, i):
        return None  # Trang Vũ
    if (site_of := whose_site(line, j, word)) is not None:
        named = site_of if word.group != "portals" else None  # a portal is known by its own name
        return mention(line, i, site_of[1], "body", "media", named, word.form)
    if not word.alone and (close := in_marks(line, j)) > j:
        return mention(line, i, close + 1, "body", "media", (j + 1, close), word.form)  # tờ “Người quan sát”
    at = place(line, j) if line.words[j] != "xứ" else place(line, j) or FAR_LANDS.after(line.words, j + 1)
    if at is not None and not (line.caps[at] and line.caps[j]):
        return mention(line, i, at, "body", "media", None, word.form)
    if line.caps[j]:
        end = run_end(line, j)
        if end == j + 1 and line.words[j] in SHORT_STATES:
            return mention(line, i, end, "body", "media", None, word.form)
        publisher = BODIES.longest(line.words, end - 1)
        if publisher is not None and publisher[1] > end:  # báo Chính phủ
            return mention(line, i, publisher[1], "body", "media", None, word.form)
        return mention(line, i, end, "body", "media", (j, end), word.form)
    writing = DOCUMENTS.longest(line.words, j - 1)
    alone = word.alone or word.form.endswith(_OF_STATE)
    if alone and (writing is None or writing[1] == j):  # các báo | cáo
        while (after := WHICH_PRESS.after(line.words, j)) > j:
            j = after
        j += line.words[j - 1] == "nước" and line.words[j] in POINTING
        return mention(line, i, j, "body", "media", None, word.form)
    return None


def _all_caps(line: Line, i: int, j: int) -> bool:
    """Whether every word is capitalised: ``Nhân Dân`` is a paper, ``Nhân dân`` the people."""
    capitals = sum(line.caps[k] or line.words[k].isdigit() for k in range(i, j))
    return capitals == j - i or (capitals > 1 and j - i > 2)


_NEWS = frozenset(("thông tin", "tin", "tin tức", "phản ánh", "tiết lộ"))
_WHICH_WRITING = Phrases(
    tuple(words.split())
    for words in (
        *("này", "mới", "mới nhất", "mới đây", "trên", "chung", "chính", "chính thức", "nhanh", "ban đầu", "nhất"),
        *("báo chí", "sơ bộ", "bước đầu", "gần nhất", "gần đây", "gần đây nhất", "riêng", "khẩn", "thường niên"),
        *("hàng năm", "hằng năm", "nội bộ", "cập nhật", "đầy đủ", "chi tiết", "tổng hợp", "thêm", "ban", "đầu", "thức"),
    )
)
_BEFORE_DOCUMENT = frozenset("theo trong một bản các trích dẫn nhiều những".split())


def document_of(line: Line, i: int) -> Mention | None:
    """``báo cáo của WHO``, ``kết luận điều tra`` after ``theo`` or at the head of a clause."""
    found = DOCUMENTS.longest(line.words, i)
    if found is None or line.longer_title(i):
        return None
    word, j = found
    before = line.words[i - 1]
    tells = before == "," and word.form not in _NEWS and line.cue(j)  # Về tội rửa tiền, cáo trạng nêu …
    if not (
        before in _BEFORE_DOCUMENT or i == 0 or before in ("“", ":") or line.words[j] in ("của", "này", "từ") or tells
    ):
        return None
    first = i - 1 if before in ("một", "các", "những", "nhiều", "bản") else i
    if word.form in _NEWS and line.words[j : j + 2] == ("báo", "chí") and line.words[j + 2] not in ("của", "từ", "do"):
        return mention(line, first, j + 2, "document", "unknown", (j, j + 2), word.form)  # thông tin | báo chí
    definite = False
    while not line.caps[j] and (after := _WHICH_WRITING.after(line.words, j)) > j:
        definite = definite or line.words[j] == "này"
        j = after
    paper = medium_named(line, j) if not word.form.endswith("nguồn tin") else None
    head = MEDIA.longest(line.words, j)
    if paper is not None and head is not None:
        k = head[1] if head[1] < paper else j
        inner = body(line, k)
        end = max(paper, inner.end) if inner is not None else paper  # báo Công an TP HCM
        return mention(line, first, end, "document", "unknown", (k, end), word.form)  # thông tin trên | báo Sao Mai
    field = FIELDS.longest(line.words, j) if not line.caps[j] else None
    if field is not None and (line.words[field[1]] in ("của", "ở", "từ", "tại") or line.cue(field[1])):
        j = field[1]  # nguồn tin | quân sự
    informs = line.words[j] == "từ" and word.form.endswith(("nguồn tin", "tin tức")) and line.caps[j + 1]
    if (line.words[j] in ("ở", "tại") or informs) and (at := place(line, j + 1)) is not None:
        return mention(line, first, at, "document", "unknown", None, word.form)
    if (counted := several(line, j)) is not None and counted[1].plural:
        return mention(line, first, counted[0], "document", "unknown", (j, counted[0]), word.form)
    if line.words[j] in ("của", "từ", "do"):
        j += 1
    of = line.words[j - 1] in ("của", "từ", "do")
    several_people = person(line, j) if line.words[j] in QUANTITIES.first and not of else None
    if several_people is not None and several_people.plural and several_people.roles:
        end = several_people.end
        return mention(line, first, end, "document", "unknown", (j, end), word.form)  # ý kiến | nhiều chuyên gia
    inner = body(line, j) if j < line.n else None
    if inner is not None:
        return mention(line, first, inner.end, "document", "unknown", (j, inner.end), word.form)
    owner = person(line, j) if j < line.n and line.words[j - 1] in ("của", "từ") else None
    if owner is not None:
        return None  # thông tin từ vị lãnh đạo …: the person is the source
    if line.caps[j] and not vietnamese_name(line, j) and line.words[j - 1] != "từ":
        end = known_place(line, j) or run_end(line, j)
        return mention(line, first, end, "document", "unknown", (j, end), word.form)
    if line.words[j - 1] in ("của", "từ", "do"):
        j -= 1
    if word.form.endswith("nguồn tin"):
        j = _up_to_cue(line, j)
    return mention(line, first, j, "document", "unknown", None, word.form, definite)


def _up_to_cue(line: Line, j: int) -> int:
    """``nguồn tin | thân cận với gia đình cho biết``: the words that tell what kind of source it is."""
    if line.words[j] in ("của", "từ") and (line.caps[j + 1] or line.words[j + 1] in MEDIA.first):
        return j  # nguồn tin từ | Reuters
    for k in range(j, min(j + _OF_A_SOURCE, line.n)):
        if k > j and line.cue(k):
            return k
        if not line.words[k][0].isalpha() or line.words[k] in ("cho", "đã", "cũng", "vừa", "là", "còn", "lại"):
            return k if line.words[k] in ("cũng", "còn", "lại") else j
    return j


_OF_A_SOURCE = 9
