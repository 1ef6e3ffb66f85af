"""Bodies by a short form: ``Bộ`` after ``Bộ Công Thương``, ``Bộ Quốc phòng`` after ``Bộ Quốc phòng Nga``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from quotes.lexicon import keys
from quotes.model import Mention
from quotes.speakers.roles import body_word, in_full, places_in
from quotes.speakers.scene import Scene

Words = tuple[str, ...]


def fuller_body(scene: Scene, source: Mention) -> Mention | None:
    """The mention that names the body of a source in full, where the source does not."""
    text = scene.text(source)
    full = (
        _last_of_kind(scene, source, text)
        or _of_the_case(scene, text)
        or _of_the_place(scene, text)
        or _of_its_field(scene, text)
        or written_out(scene, source, text)
        or _first_in_full(scene, source, text)
    )
    return full if full is not None and keys(scene.text(full)) != keys(text) else None


def _first_in_full(scene: Scene, source: Mention, text: str) -> Mention | None:
    """``Bộ Quốc phòng`` for ``Bộ Quốc phòng Nga``: where the article begins with the full name, and has one such."""
    if source.head in _WHOLE or places_in(text) or len(text.split()) < len((source.head or "").split()) + 1:
        return None
    short = in_full(keys(text))
    same = [b for b in scene.bodies if b.head == source.head and in_full(keys(scene.text(b)))[: len(short)] == short]
    if not same or in_full(keys(scene.text(same[0]))) == short:
        return None
    return _only(scene, [b for b in same if _says_whose(scene.text(b)[len(text) :])])


def _of_the_place(scene: Scene, text: str) -> Mention | None:
    """``Công an tỉnh``, ``Thanh tra huyện``, ``Tỉnh ủy``: the only one whose place the article names."""
    short = in_full(keys(text))
    level = next((n for n in _LEVELS if short[-len(n) :] == n), None)
    if level is None or (len(short) == len(level) and level not in _COMMITTEES):
        return None
    there = [(b, in_full(keys(scene.text(b)))) for b in scene.bodies if _ends_in_name(scene.text(b))]
    return _only(scene, [b for b, words in there if len(words) > len(short) and words[: len(short)] == short])


def _ends_in_name(text: str) -> bool:
    """Whether more than a word, the last a name or number: ``Công an quận 7``."""
    first, _, last = text.rpartition(" ")
    return bool(first) and (last[:1].isupper() or last.isdigit())


_COMMITTEES = (("tỉnh", "ủy"), ("thành", "ủy"), ("huyện", "ủy"), ("quận", "ủy"), ("thị", "ủy"), ("đảng", "ủy"))
_LEVELS = _COMMITTEES + tuple(
    tuple(words.split()) for words in ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "phường", "xã")
)


def _of_its_field(scene: Scene, text: str) -> Mention | None:
    """``cơ quan thuế`` for ``Cục Thuế TP.HCM``, ``cơ quan khí tượng``: the only one whose name has the field."""
    words = keys(text)
    if words[:2] != ("cơ", "quan") or text[1:] != text[1:].lower() or words[2:] in _NO_FIELD:
        return None
    field = in_full(words[2:])
    there = [(b, in_full(keys(scene.text(b)))) for b in scene.bodies if scene.text(b) != scene.text(b).lower()]
    return _only(
        scene, [b for b, name in there if name[:1] not in _ANY_OF_THEM and name != field and _within(field, name)]
    )


_ANY_OF_THEM = (("cơ",), ("ngành",), ("lực",), ("các",))
_NO_FIELD = frozenset(
    tuple(words.split())
    for words in (
        "",
        "quản lý",
        "nhà nước",
        "chức năng",
        "địa phương",
        "đại diện",
        "báo chí",
        "truyền thông",
        "trung ương",
        "điều tra",
        "cảnh sát điều tra",
        "csđt",
        "an ninh điều tra",
    )
)


def written_out(scene: Scene, source: Mention, text: str) -> Mention | None:
    """``Sở GDĐT``, ``BV Chợ Rẫy``, ``UBND TP Hà Nội``: the only one whose words have these letters first."""
    short = text.replace("(", " ").replace(")", " ").split()
    if len(short) < _OFFICE_AND_LETTERS or not any(map(_letters, short)):
        return None
    there = [b for b in scene.bodies if b.span != source.span and _spells(short, scene.text(b))]
    return _only(scene, there)


_OFFICE_AND_LETTERS = 2


def _letters(word: str) -> bool:
    """``GD&ĐT``, ``TTTT``: whether a word is capitals that stand for words."""
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters) and not word.lower().startswith("tp")


def _spells(short: list[str], full: str) -> bool:
    """Whether a name is what a short one spells, and goes on with no more than its place."""
    words = [w for w in re.findall(r"[\w.]+", full.partition("(")[0]) if w.lower() != "và"]
    skip = words[:1] == ["Trường"] and short[0].lower() != "trường"
    at, told = int(skip), False
    for word in short:
        if at < len(words) and keys(word) == keys(words[at]):
            at += 1
            continue
        initials = [_initial(c) for c in word if c.isalpha()]
        n = len(initials)
        if not _letters(word) or [_initial(w) for w in words[at : at + n]] != initials:
            return False
        told = True
        at += n
    rest = " ".join(words[at:])
    whose = bool(places_in(rest)) or (rest.split() or [""])[0].lower() in _TOWNS
    return told and (not rest or (whose and rest != rest.lower()))


_TOWNS = frozenset(("tỉnh", "thành", "tp", "tp.", "huyện", "quận", "xã", "phường", "thị"))


def _initial(word: str) -> str:
    """``U`` of ``Ủy ban``, but ``Đ`` of ``Đào tạo``."""
    return unicodedata.normalize("NFD", word)[0].upper()


def _within(part: Words, words: Words) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))


def _of_the_case(scene: Scene, text: str) -> Mention | None:
    """``cơ quan điều tra``, ``VKS``: the only one that the article names in full."""
    said = " ".join(keys(text))
    is_one = school if said in _SCHOOLS else _AT_LAW.get(said)
    if is_one is None:
        return None
    there = [(b, keys(scene.text(b))) for b in scene.bodies]
    if is_one is school:
        return _only(scene, [b for b, words in there if school(words) and _ends_in_name(scene.text(b))])
    return _only(scene, [b for b, words in there if is_one(words) and _ABOVE & set(words)])


_ABOVE = frozenset(("tỉnh", "thành", "tp", "tphcm", "tp.hcm", "huyện", "quận", "thị", "bộ", "cao"))


def _says_whose(rest: str) -> bool:
    """Whether words that go on from a name tell its place, or the body above: ``của Mỹ``, ``Bộ Y tế``."""
    if rest.lstrip().startswith("("):
        return False
    return bool(places_in(rest)) or (body_word(rest) is not None and rest.lstrip()[:1].isupper())


def _only(scene: Scene, named: list[Mention]) -> Mention | None:
    """The shortest full name, where all others only go on from it."""
    short = min(named, key=lambda b: (len(keys(scene.text(b))), b.span.start), default=None)
    if short is None:
        return None
    words = in_full(keys(scene.text(short)))
    return short if all(in_full(keys(scene.text(b)))[: len(words)] == words for b in named) else None


def prosecutor(words: Words) -> bool:
    """``Viện KSND tối cao``, ``VKS``."""
    return words[:2] in (("viện", "kiểm"), ("viện", "ks"), ("viện", "ksnd")) or words[0].startswith("vks")


def investigator(words: Words) -> bool:
    """``Cơ quan CSĐT Công an tỉnh A``, ``cơ quan điều tra``."""
    return words[:2] == ("cơ", "quan") and ("csđt" in words or {"điều", "tra"} <= set(words))


def inspector(words: Words) -> bool:
    """``Thanh tra Chính phủ``, ``Thanh tra TP.HCM``."""
    return words[:2] == ("thanh", "tra") and len(words) > len(("thanh", "tra"))


def school(words: Words) -> bool:
    """``Trường THPT Lê Lợi``, ``Đại học Huế``."""
    return words[0] in ("trường", "thpt", "thcs") or words[:2] in (("đại", "học"), ("học", "viện"))


_SCHOOLS = frozenset(("nhà trường", "trường", "ngôi trường"))


def tribunal(words: Words) -> bool:
    """``TAND Hà Nội``, ``Tòa án nhân dân tỉnh A``: the court, and not who sits there."""
    return words[0] in ("tòa", "toà", "tand")


def court(words: Words) -> bool:
    """``TAND Hà Nội``, ``tòa``, ``HĐXX``."""
    return words[0] in ("tòa", "toà", "tand", "hđxx") or words[:4] == ("hội", "đồng", "xét", "xử")


_AT_LAW: dict[str, Callable[[Words], bool]] = {
    **dict.fromkeys(("tòa", "tòa án", "toà", "toà án"), tribunal),
    **dict.fromkeys(("cơ quan điều tra", "cơ quan cảnh sát điều tra", "cơ quan csđt", "cqđt"), investigator),
    **dict.fromkeys(("viện kiểm sát", "vks", "vksnd", "viện ks", "viện ksnd", "cơ quan công tố"), prosecutor),
}


# One that needs no more words, or a firm, which has daughters in other countries.
_WHOLE = frozenset(
    (
        "hãng",
        "công ty",
        "tập đoàn",
        "đảng",
        "chính phủ",
        "nhà nước",
        "quốc hội",
        "cảnh sát",
        "công an",
        "quân đội",
        "truyền thông",
    )
)


def _last_of_kind(scene: Scene, source: Mention, text: str) -> Mention | None:
    """``Bộ``, ``Công ty``, ``Văn phòng`` alone: the body of that kind that was named last."""
    short = keys(text)
    if source.head not in _SHORT or not is_short_body(text):
        return None
    if scene.doc.sentences[source.sentence].words[source.last : source.last + 1] in _SAYS_WHICH:
        return None

    def is_longer(b: Mention) -> bool:
        words, rest = keys(scene.text(b)), scene.text(b)[len(text) :]
        return len(words) > len(short) and in_full(words)[: len(short)] == short and rest != rest.lower()

    earlier = (b for b in reversed(scene.bodies) if b.head and b.span.start < source.span.start)
    return next(filter(is_longer, earlier), None)


_SAYS_WHICH = (("tại",), ("ở",), ("của",), ("giải",), ("cấp",))  # tòa án | tại Evry


def is_short_body(text: str) -> bool:
    """``Bộ``, ``công ty``: what a body is, and no more."""
    return " ".join(keys(text)) in _SHORT and not text.isupper()


_SHORT = frozenset(
    (
        "bộ",
        "viện",
        "sở",
        "cục",
        "công ty",
        "tập đoàn",
        "văn phòng",
        "ngân hàng",
        "bệnh viện",
        "trường",
        "nhà trường",
        "ban",
        "hội đồng",
        "ủy ban",
        "hiệp hội",
        "hội",
        "liên đoàn",
        "tổng cục",
        "chi cục",
        "tổng công ty",
        "trung tâm",
        "học viện",
        "đại sứ quán",
        "câu lạc bộ",
        "quỹ",
        *("đài", "hãng", "tòa", "toà", "tòa án", "toà án", "sứ quán", "sân bay", "liên minh", "mạng lưới", "nhà máy"),
        *("đoàn", "đội bóng", "chuỗi", "nhà xuất bản", "nhà hát", "bảo tàng", "vườn quốc gia", "cảng vụ", "hợp tác xã"),
    )
)
