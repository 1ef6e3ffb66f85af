"""A name with neither address nor title: of a person, a paper, a firm."""

from __future__ import annotations

from quotes.mentions.beside import beside
from quotes.mentions.found import Person
from quotes.mentions.line import BODIES, FIELDS, HONORIFICS, PLACES, SURNAMES, TITLES, Line, syllable
from quotes.mentions.made import mention
from quotes.mentions.names import known_place, named_like_place, opener, place, run_end, vietnamese_name
from quotes.mentions.titles import title
from quotes.model import Mention, SpeakerKind

OPENING_MARKS = frozenset("\"“”'-–—:•.(…?!")
_TITLE_OF_A_WORK = 5  # syllables with capitals and no surname in front: Năm Tháng Không Trở Lại


def bare_name(line: Line, i: int) -> Mention | None:
    """``Nguyễn Văn A``, ``Wayne Rooney``, ``Marca``: a name with neither address nor title."""
    if not line.caps[i]:
        return None
    if syllable(line.words[i]) and line.words[i + 1] not in _OPEN and run_end(line, i) == i + 1:
        return None  # `_openings` tells whether it is somebody's given name
    if line.words[i] == "theo" and "/" in line.words[i - 1] and TITLES.longest(line.words, i + 1) is not None:
        return None  # Ảnh: Mai/TTXVN | Theo tướng An, …
    if (known_place(line, i) and not named_like_place(line, i)) or opener(line, i) or no_title(line, i):
        return None
    if line.words[i] in _WORKS:
        last = run_end(line, i)
        return mention(line, i, last, "document", "unknown") if last > i + 1 else None
    before = line.words[i - 1]
    if line.words[i] in _FEASTS or before in _FEASTS or (before == "miền" and line.words[i] in _PARTS_OF_LAND):
        return None
    end = vietnamese_name(line, i)
    kind: SpeakerKind = "person"
    if end is None:
        if (nicknamed := _nicknamed(line, i)) is not None:
            return nicknamed
        end = run_end(line, i)
        if end > i + 1:
            end = next((k for k in range(i + 1, end) if _body_begins(line, k)), end)
        opening = i == 0 or line.words[i - 1] in OPENING_MARKS
        foreign = not syllable(line.words[i])
        if opening and (line.predicate(i) or (end == i + 1 and not foreign)):
            return None
        if any("/" in w for w in line.words[i:end]) or (line.acronym(i) and end == i + 1 and _body_begins(line, end)):
            return None  # Ảnh: Mai/TTXVN; VD | Cục Thuế Hải Phòng
        if end == i + 1 and "-" in line.words[i] and all(part in PLACES.first for part in line.words[i].split("-")):
            return None
        if end == i + 1 and (len(line.words[i]) < 2 or not foreign):
            return None
        if line.acronym(i) and end == i + 1:
            kind = "organization"
        elif not foreign and all(syllable(w) for w in line.words[i:end]):
            if end - i >= _TITLE_OF_A_WORK:
                return mention(line, i, end, "document", "unknown")
            kind = "unknown"
        if end - i > 1 and (known := _press_or_firm(line, i, end)) is not None:
            return known
    if _told_a_place(line, end):
        return None
    p = Person(end, i)
    p.name = (i, end)
    at_place = end == i + 1 and kind == "person" and line.words[end] in ("ở", "tại")
    if (end - i > 1 or kind == "person") and not (at_place and _another_acts(line, end)):
        beside(line, end, p)
    roles = tuple(line.span(*r) for r in p.roles)
    if roles:
        kind = "person"
    return Mention(
        line.span(i, p.end),
        line.sentence.index,
        i,
        p.end,
        "name",
        kind,
        line.span(i, end),
        roles,
        None,
        p.head.form if p.head else None,
        p.gender,
    )


# Works and laws, whose names go on with capitals: Phim | Trạm cứu hộ, Luật | Nhà ở; miền | Nam Việt Nam.
_WORKS = frozenset("phim luật kinh sách truyện bài cuốn cuộc tập vở game mv".split())
_FEASTS = frozenset("tết mùa lễ".split())
_PARTS_OF_LAND = frozenset("bắc nam trung đông tây".split())


def _nicknamed(line: Line, i: int) -> Mention | None:
    """``Tuấn “Sẹo” khai``: one syllable, a nickname of a word or two in marks, and the verb right behind."""
    if line.caps[i + 1] or line.words[i + 1] not in _OPEN or not syllable(line.words[i]) or line.predicate(i):
        return None
    if i and (PLACES.longest(line.words, i - 1) or (None, i))[1] > i:
        return None  # châu | Âu “dậy sóng”
    end = next((k + 1 for k in (i + 3, i + 4) if line.words[k] in _SHUT), None)
    if end is None or not (line.cue(end) or line.predicate(end)) or line.words[i] in _ADDRESS:
        return None
    if line.cue(i + 2) or line.predicate(i + 2) or not all(w[0].isalpha() for w in line.words[i + 2 : end - 1]):
        return None
    return mention(line, i, end, "name", "person", (i, end))


_OPEN, _SHUT = frozenset("\"“'‘"), frozenset("\"”'’")
_ADDRESS = frozenset(HONORIFICS.first) - frozenset(SURNAMES.first)


def _press_or_firm(line: Line, i: int, end: int) -> Mention | None:
    """``Chongqing Evening News``, ``Sao Mai Holdings``: foreign words that end as the names of papers or firms do."""
    last = line.words[end - 1]
    kind: SpeakerKind | None = "media" if last in _PRESS or line.words[i] in _PRESS_FIRST else None
    if kind is None and (last in _FIRMS or not _IN_NO_NAME.isdisjoint(line.words[i + 1 : end - 1])):
        kind = "organization"
    if kind is None:
        return None
    return mention(line, i, end, "body", kind, (i, end) if kind == "media" else None)


def _another_acts(line: Line, j: int) -> bool:
    """``Sunstone | ở New York, nữ thống đốc nói``: whether behind the place and its comma somebody else is subject."""
    at = place(line, j + 1)
    if at is None or line.words[at] != ",":
        return False
    other = title(line, at + 1)
    return other is not None and (line.cue(other.end) or line.caps[other.end])


def _told_a_place(line: Line, j: int) -> bool:
    """``Vo Euganeo, | thị trấn nhỏ ở miền bắc``: what is put beside the name says that it is a place."""
    if line.words[j] != ",":
        return False
    j += 1 + (line.words[j + 1] == "một")
    return not line.caps[j] and any(line.words[j : j + len(kind)] == kind for kind in _KINDS_OF_PLACES)


_PRESS = frozenset(
    "news times post herald tribune journal magazine gazette chronicle telegraph newspaper weekly radio tv reporter "
    "insider buzz daily online sport sports".split()
)
_PRESS_FIRST = frozenset(("radio", "daily", "sky", "tv"))
_IN_NO_NAME = frozenset(("of", "for", "and"))  # World of Stars, Doctors for Peace
_FIRMS = frozenset(
    "group inc corp corporation ltd llc holdings securities capital partners university institute foundation research "
    "association economics analytics technologies entertainment pictures studios airlines airways motors "
    "pharmaceuticals investments industries federation hospital council".split()
)
_KINDS_OF_PLACES = (
    *(("thị", "trấn"), ("thành", "phố"), ("thủ", "đô"), ("ngôi", "làng"), ("làng",), ("hòn", "đảo"), ("quốc", "gia")),
    *(("thị", "xã"), ("vùng", "đất"), ("khu", "vực"), ("quốc", "đảo"), ("đảo", "quốc"), ("bãi", "biển"), ("bang",)),
    *(("con", "phố"), ("khu", "phố"), ("quần", "đảo"), ("thị", "tứ"), ("vùng", "ngoại", "ô"), ("tỉnh",), ("cảng",)),
)


def no_title(line: Line, i: int) -> bool:
    """``Chủ Nhật``: a word that the titles know as none."""
    found = TITLES.longest(line.words, i)
    return found is not None and found[0].kind == "none"


def _body_begins(line: Line, k: int) -> bool:
    """``VD | Cục Thuế Hải Phòng``: a body with its field inside a run of capitals."""
    found = BODIES.longest(line.words, k)
    if found is None or found[0].shape != "head":
        return False
    return found[1] > k + 1 or FIELDS.longest(line.words, found[1]) is not None
