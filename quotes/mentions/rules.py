"""The rules of mentions, each for one kind of phrase, and at which words each is tried."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

from quotes.lexicon import Trie, Word
from quotes.mentions.bare import OPENING_MARKS, bare_name, no_title
from quotes.mentions.bodies import body
from quotes.mentions.counted import several
from quotes.mentions.found import Person
from quotes.mentions.line import (
    BODIES,
    DOCUMENTS,
    FIELDS,
    HONORIFICS,
    MEDIA,
    PLACES,
    POINTING,
    QUANTITIES,
    TITLES,
    Line,
)
from quotes.mentions.names import known_place, named_like_place, place, run_end, vietnamese_name
from quotes.mentions.persons import person
from quotes.mentions.press import (
    FAR_LANDS,
    SHORT_STATES,
    WHICH_PRESS,
    given_names,
    in_marks,
    medium_named,
    named_medium,
    of_state,
    site,
    whose_site,
)
from quotes.mentions.rows import row
from quotes.mentions.stands import ends_at
from quotes.mentions.titles import KIN_OF
from quotes.model import Mention, MentionForm, SpeakerKind

Rule = Callable[[Line, int], Mention | None]


def _mention(
    line: Line,
    first: int,
    last: int,
    form: MentionForm,
    kind: SpeakerKind,
    name: tuple[int, int] | None = None,
    head: str | None = None,
    definite: bool = False,
    plural: bool = False,
) -> Mention:
    span = line.span(first, last)
    spot = line.span(*name) if name is not None else None
    return Mention(span, line.sentence.index, first, last, form, kind, spot, (), None, head, None, definite, plural)


def address_title_name(line: Line, i: int) -> Mention | None:
    """``ông Nguyễn Văn A, Giám đốc Sở Y tế``, ``các chuyên gia Nga``, ``vị này``."""
    p = person(line, i)
    if p is None:
        return None
    if p.plural and p.counted and p.name is None and p.head is not None and not p.definite:
        p.end = row(line, i, p.end)
    several_people = _several(p)
    return Mention(
        line.span(i, p.end),
        line.sentence.index,
        i,
        p.end,
        _form(p),
        "group" if several_people else "person",
        line.span(*p.name) if p.name else None,
        tuple([line.span(*r) for r in p.roles]),
        p.honorific,
        p.head.form if p.head else None,
        p.gender,
        p.definite or (p.head is None and p.name is None),
        several_people,
    )


def _several(p: Person) -> bool:
    """Whether several people are meant: ``các chuyên gia``, ``cư dân``; not ``một cư dân``."""
    return p.plural or (p.head is not None and p.head.plural and p.name is None and not p.counted)


def _form(p: Person) -> MentionForm:
    if p.name:
        return "name"
    if p.head is None:
        return "pronoun"
    return "description" if p.counted or p.head.kind in ("people", "kin", "status", "profession") else "title"


def counted_people(line: Line, i: int) -> Mention | None:
    """``một phụ huynh``, ``các chuyên gia Nga``: a quantity before a title or address."""
    quantity = QUANTITIES.longest(line.words, i)
    word = line.words[quantity[1]] if quantity is not None else ""
    person_follows = word in TITLES.first or word in HONORIFICS.first or line.words[i : i + 2] == ("một", "người")
    return address_title_name(line, i) if person_follows else None


def suspect_called(line: Line, i: int) -> Mention | None:
    """``y khai nhận``, ``thị thừa nhận``, ``tên này nói``: as the police pages call one; each is another word too."""
    found = SUSPECTS.longest(line.words, i)
    if found is None:
        return None
    word, j = found
    heads = i == 0 or not line.words[i - 1][0].isalnum() or line.words[i - 1] in _BEFORE_SUSPECT
    if not heads or not (line.cue(j) or (j == i + 1 and ends_at(line, j))):
        return None
    return Mention(
        line.span(i, j), line.sentence.index, i, j, "pronoun", "person", None, (), word.form, None, word.gender, True
    )


_HE, _SHE, _ONE = (HONORIFICS.phrases[w] for w in (("hắn",), ("ả",), ("người", "này")))
SUSPECTS: Trie[Word] = Trie({("y",): _HE, ("thị",): _SHE, ("tên", "này"): _ONE, ("kẻ", "này"): _ONE})
_BEFORE_SUSPECT = frozenset("theo lời nhưng và song khi sau rồi thì mà của".split())


def body_phrase(line: Line, i: int) -> Mention | None:
    """``Sở Y tế Hà Nội``, ``Nhà Trắng``, ``cơ quan này``."""
    b = body(line, i)
    if line.words[i] == "phía" and (side := _side(line, i, b.end if b is not None else i)) is not None:
        return side
    if b is None or _longer_title(line, i):
        return None
    if b.word.form == "nhóm" and (people := counted_people(line, i)) is not None:
        return people  # nhóm | cổ động viên Hải Hà
    if b.word.form in _MEN_OF and vietnamese_name(line, b.end):
        return None  # công an Trần Văn A: a man of the police
    if b.word.form == "tờ báo" and line.words[b.end] in OPENING_MARKS:
        return None  # tờ báo “Sao Mai”
    kind: SpeakerKind = "group" if b.word.kind == "group" else "organization"
    if b.definite and (line.words[i] in _PAPERS or line.words[i : i + 2] == ("hãng", "tin")):
        kind = "media"  # tờ này dẫn lời ông Nam
    return _mention(line, i, b.end, "body", kind, None, b.word.form, b.definite)


_PAPERS = frozenset(("tờ", "báo", "nhật", "tạp", "đài", "trang", "kênh"))


def _side(line: Line, i: int, end: int) -> Mention | None:
    """``phía | luật sư của bà Mai``, ``phía | gia đình nạn nhân``: those on somebody's side; not ``về phía ông An``."""
    heads = i == 0 or not line.words[i - 1][0].isalnum() or line.words[i - 1] in _HEADS_CLAUSE
    p = person(line, i + 1) if heads else None
    named = p is not None and p.name is not None and "," in line.words[i : p.name[0]]
    if p is None or named or p.end <= end or not (line.cue(p.end) or line.predicate(p.end) or line.words[p.end] == ","):
        return None
    return _mention(line, i, p.end, "description", "group", None, "phía", p.definite, True)


_HEADS_CLAUSE = frozenset("theo và còn nhưng song khi mà rằng thì".split())
_MEN_OF = frozenset(("công an", "cảnh sát", "biên phòng", "hải quan"))


def _longer_title(line: Line, i: int) -> bool:
    """``Thư ký``, ``cảnh sát trưởng``: a title that begins with the name of a document or body."""
    longer = TITLES.longest(line.words, i)
    if longer is None:
        return False
    for trie in (BODIES, MEDIA, DOCUMENTS):
        other = trie.longest(line.words, i)
        if other is not None and other[1] >= longer[1]:
            return False
    return True


def counted_bodies(line: Line, i: int) -> Mention | None:
    """``nhiều ngân hàng``, ``các địa phương như A, B và C``, ``một công ty bảo hiểm``: a quantity before a body."""
    found = several(line, i)
    if found is None:
        return None
    end, quantity, word = found
    if not quantity.plural:
        return _mention(line, i, end, "body", "organization", None, word.form if word is not None else None)
    definite = line.words[end - 1] in POINTING
    end = end if definite else row(line, i, end)
    return _mention(line, i, end, "description", "group", None, word.form if word is not None else None, definite, True)


def country(line: Line, i: int) -> Mention | None:
    """``Nga``, ``Moscow``; ``Hà Nội`` where a government is meant is told by what it does, not here."""
    if not line.caps[i] or (i > 0 and no_title(line, i - 1)) or named_like_place(line, i):
        return None
    found = PLACES.longest(line.words, i)
    if found is None or found[0].kind not in ("country", "capital"):
        return None
    if found[0].form == "anh" and line.caps[i + 1] and not line.words[i - 1][:1].isalnum() and not place(line, i + 1):
        return None  # “…”, Anh M.T chia sẻ
    opens = i == 0 or line.words[i - 1] in OPENING_MARKS
    for trie in (TITLES, BODIES, MEDIA, DOCUMENTS, FIELDS, HONORIFICS):
        other = trie.longest(line.words, i)
        if other is not None and (other[1] > found[1] or (other[1] == found[1] and trie is HONORIFICS and opens)):
            return None  # Ý kiến, Pháp luật; Anh at the head of a sentence
    return _mention(line, i, found[1], "body", "country", None, found[0].form)


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
        return _mention(line, i, j, "body", "media", (i, j), word.form) if written else None
    inner = MEDIA.longest(line.words, j) if line.caps[j] else None
    if inner is not None and inner[0].shape == "whole":
        return _mention(line, i, inner[1], "body", "media", (j, inner[1]), word.form)
    if not word.alone and (of := of_state(line, j)) > j and (end := named_medium(line, of)) is not None:
        return _mention(line, i, end, "body", "media", (of, end), word.form)  # hãng thông tấn | Triều Tiên KCNA
    if not word.alone and site(line, j):
        end = run_end(line, j + 1) if line.caps[j + 1] else j + 1  # beIN Sports
        return _mention(line, i, end, "body", "media", (j, end), word.form)
    if word.form == "trang" and line.caps[i] and given_names(line, i):
        return None  # Trang Vũ
    if (site_of := whose_site(line, j, word)) is not None:
        named = site_of if word.group != "portals" else None  # a portal is known by its own name
        return _mention(line, i, site_of[1], "body", "media", named, word.form)
    if not word.alone and (close := in_marks(line, j)) > j:
        return _mention(line, i, close + 1, "body", "media", (j + 1, close), word.form)  # tờ “Người quan sát”
    at = place(line, j) if line.words[j] != "xứ" else place(line, j) or FAR_LANDS.after(line.words, j + 1)
    if at is not None and not (line.caps[at] and line.caps[j]):
        return _mention(line, i, at, "body", "media", None, word.form)
    if line.caps[j]:
        end = run_end(line, j)
        if end == j + 1 and line.words[j] in SHORT_STATES:
            return _mention(line, i, end, "body", "media", None, word.form)
        publisher = BODIES.longest(line.words, end - 1)
        if publisher is not None and publisher[1] > end:  # báo Chính phủ
            return _mention(line, i, publisher[1], "body", "media", None, word.form)
        return _mention(line, i, end, "body", "media", (j, end), word.form)
    writing = DOCUMENTS.longest(line.words, j - 1)
    if word.alone and (writing is None or writing[1] == j):  # các báo | cáo
        while (after := WHICH_PRESS.after(line.words, j)) > j:
            j = after
        j += line.words[j - 1] == "nước" and line.words[j] in POINTING
        return _mention(line, i, j, "body", "media", None, word.form)
    return None


def _all_caps(line: Line, i: int, j: int) -> bool:
    """Whether every word is capitalised: ``Nhân Dân`` is a paper, ``Nhân dân`` the people."""
    capitals = sum(line.caps[k] or line.words[k].isdigit() for k in range(i, j))
    return capitals == j - i or (capitals > 1 and j - i > 2)


_NEWS = frozenset(("thông tin", "tin", "tin tức", "phản ánh", "tiết lộ"))
_BEFORE_DOCUMENT = frozenset("theo trong một bản các trích dẫn nhiều những".split())


def document_of(line: Line, i: int) -> Mention | None:
    """``báo cáo của WHO``, ``kết luận điều tra`` after ``theo`` or at the head of a clause."""
    found = DOCUMENTS.longest(line.words, i)
    if found is None or _longer_title(line, i):
        return None
    word, j = found
    before = line.words[i - 1]
    if not (before in _BEFORE_DOCUMENT or i == 0 or before in ("“", ":") or line.words[j] in ("của", "này", "từ")):
        return None
    first = i - 1 if before in ("một", "các", "những", "nhiều", "bản") else i
    if word.form in _NEWS and line.words[j : j + 2] == ("báo", "chí") and line.words[j + 2] not in ("của", "từ", "do"):
        return _mention(line, first, j + 2, "document", "unknown", (j, j + 2), word.form)  # thông tin | báo chí
    definite = False
    while line.words[j] in (
        "này",
        "mới",
        "trên",
        "chung",
        "chính",
        "nhanh",
        "ban",
        "thức",
        "đầu",
        "nhất",
        "báo",
        "chí",
    ):
        if line.words[j] == "báo" and line.caps[j + 1]:
            break
        definite = definite or line.words[j] == "này"
        j += 1
    paper = medium_named(line, j) if not word.form.endswith("nguồn tin") else None
    head = MEDIA.longest(line.words, j)
    if paper is not None and head is not None:
        k = head[1] if head[1] < paper else j
        inner = body(line, k)
        end = max(paper, inner.end) if inner is not None else paper  # báo Công an TP HCM
        return _mention(line, first, end, "document", "unknown", (k, end), word.form)  # thông tin trên | báo Sao Mai
    field = FIELDS.longest(line.words, j) if not line.caps[j] else None
    if field is not None and (line.words[field[1]] in ("của", "ở", "từ", "tại") or line.cue(field[1])):
        j = field[1]  # nguồn tin | quân sự
    informs = line.words[j] == "từ" and word.form.endswith(("nguồn tin", "tin tức")) and line.caps[j + 1]
    if (line.words[j] in ("ở", "tại") or informs) and (at := place(line, j + 1)) is not None:
        return _mention(line, first, at, "document", "unknown", None, word.form)
    if (counted := several(line, j)) is not None and counted[1].plural:
        return _mention(line, first, counted[0], "document", "unknown", (j, counted[0]), word.form)
    if line.words[j] in ("của", "từ", "do"):
        j += 1
    of = line.words[j - 1] in ("của", "từ", "do")
    several_people = person(line, j) if line.words[j] in QUANTITIES.first and not of else None
    if several_people is not None and several_people.plural and several_people.roles:
        end = several_people.end
        return _mention(line, first, end, "document", "unknown", (j, end), word.form)  # ý kiến | nhiều chuyên gia
    inner = body(line, j) if j < line.n else None
    if inner is not None:
        return _mention(line, first, inner.end, "document", "unknown", (j, inner.end), word.form)
    owner = person(line, j) if j < line.n and line.words[j - 1] in ("của", "từ") else None
    if owner is not None:
        return None  # thông tin từ vị lãnh đạo …: the person is the source
    if line.caps[j] and not vietnamese_name(line, j) and line.words[j - 1] != "từ":
        end = known_place(line, j) or run_end(line, j)
        return _mention(line, first, end, "document", "unknown", (j, end), word.form)
    if line.words[j - 1] in ("của", "từ", "do"):
        j -= 1
    if word.form.endswith("nguồn tin"):
        j = _up_to_cue(line, j)
    return _mention(line, first, j, "document", "unknown", None, word.form, definite)


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


# The algorithm: what is tried at a token, in this order, and the words at which it is.
RULES: tuple[tuple[Rule, tuple[Trie[Word], ...]], ...] = (
    (country, (PLACES,)),
    (medium, (MEDIA,)),
    (body_phrase, (BODIES,)),
    (document_of, (DOCUMENTS,)),
    (address_title_name, (HONORIFICS, TITLES, KIN_OF)),
    (suspect_called, (SUSPECTS,)),
    (counted_bodies, (QUANTITIES,)),
    (counted_people, (QUANTITIES,)),
    (bare_name, ()),
)

_BARE = 1 << (len(RULES) - 1)


def _starts() -> Trie[int]:
    """The phrases of all rules, each with the rules, as bits, that it or its beginning belongs to."""
    bits: dict[tuple[str, ...], int] = {}
    for bit, (_, tries) in enumerate(RULES):
        for phrase in itertools.chain(*(trie.phrases for trie in tries)):
            bits[phrase] = bits.get(phrase, 0) | 1 << bit
    for phrase in sorted(bits, key=len):
        for n in range(1, len(phrase)):
            bits[phrase] |= bits.get(phrase[:n], 0)
    return Trie(bits)


STARTS = _starts()


# What is tried where, by these bits.
_RULES_OF: tuple[tuple[Rule, ...], ...] = tuple(
    [tuple([rule for bit, (rule, _) in enumerate(RULES) if bits >> bit & 1]) for bits in range(1 << len(RULES))]
)

_ONLY_BARE = _RULES_OF[_BARE]


def rules_at(line: Line, i: int) -> tuple[Rule, ...]:
    """The rules that are tried at a token: those one of whose phrases begins there."""
    first = STARTS.first.get(line.words[i])
    if first is None or (first.alone is None and line.words[i + 1] not in first.seconds):
        return _ONLY_BARE if line.caps[i] else ()
    begun = STARTS.longest(line.words, i)
    return _RULES_OF[(begun[0] if begun is not None else 0) | (_BARE if line.caps[i] else 0)]
