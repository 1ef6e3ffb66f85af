"""Which body ``cơ quan này``, ``bộ này``, ``công ty này`` means."""

from __future__ import annotations

from quotes.lexicon import keys
from quotes.lexicon import words as word_list
from quotes.model import Mention
from quotes.speakers.affiliations import affiliation
from quotes.speakers.persons import Person
from quotes.speakers.roles import body_word, public_body
from quotes.speakers.scene import Scene

_BACK = 8  # sentences over which a body with a name is remembered
_NEAR = 80  # mentions
_COUNTRIES = frozenset(("nước", "quốc", "chính"))
_MEDIA = frozenset(("tờ", "báo", "nhật", "tạp", "đài", "trang", "kênh"))
_AGENCY = ("hãng", "hãng tin", "hãng thông tấn")  # no hãng luật
_FIRMS = frozenset(
    ("công", "doanh", "hãng", "tập", "chuỗi", "thương", "nhà", "sàn", "nền", "startup", "start-up", "gã", "ông")
)
# Of any body, whatever its own word is; `bộ này` is of a `bộ`.
_ANY = _FIRMS | frozenset(("cơ", "đơn", "định", "tổ", "lực", "phía", "ctck"))
_SAY_LITTLE = frozenset(
    (
        "cơ quan",
        "đơn vị",
        "tổ chức",
        "định chế",
        "doanh nghiệp",
        "công ty",
        "hãng",
        "tập đoàn",
        "chuỗi",
        "lực lượng",
        "phía",
    )
)
_SEVERAL = frozenset(("các", "những", "hai", "ba", "bốn", "nhiều", "cả"))
_LESS = 8  # what it weighs that a name might be anybody's
_OWN = 10  # what it weighs that a body is called so


def pointed_body(scene: Scene, source: Mention) -> str | None:
    """The name of the body that was the subject, spoke or was spoken for last; of its own word where that tells one.

    Bodies that nothing names, ``công ty``, count where there is none with a name.
    """
    if source.first and scene.doc.sentences[source.sentence].words[source.first - 1] in _SEVERAL:
        return None
    said = keys(scene.text(source))[:-1]
    kind = " ".join(said[said[:1] == ("phía",) and len(said) > 1 :])
    head = source.head or kind
    known = kind in _ALIKE or tuple(kind.split()) in word_list("bodies").phrases or head.endswith(" này")
    return _last_of_kind(scene, kind if known else head, source)  # hãng | chip này


def short_body(scene: Scene, source: Mention) -> str | None:
    """``hãng`` after ``Tập đoàn Hoa Mai``, ``bệnh viện`` after ``Giám đốc Bệnh viện Nhi``: its name."""
    words = keys(scene.text(source))
    kind = " ".join(words[1:] if words[:1] == ("phía",) else words)
    around = scene.doc.sentences[source.sentence].words
    before = around[source.first - 1] if source.first else ""
    several = before in _SEVERAL or before.isdigit() or "này" in around[source.last : source.last + _WHICH]
    trade = _of_trade(words)
    kind = trade or kind
    called = any(p.full[-1:] == (kind,) for p in scene.persons)  # Trường is somebody's name too
    if not (trade or kind in _MEANS_ONE) or several or called:
        return None
    name = _last_of_kind(scene, kind, source, sure=True)
    return name.removeprefix("một ") if name is not None and _proper(name) else None


def _of_trade(words: tuple[str, ...]) -> str | None:
    """``hãng hàng không`` of ``hãng hàng không Úc``: what a firm makes or does, without whose state it is."""
    if words[:1] != ("hãng",) or words[1:2] in _NO_TRADE or not 1 < len(words) <= _OF_TRADE:
        return None
    places = word_list("places")
    state = next(
        (i for i in range(1, len(words)) if (places.longest(words, i) or ("", 0))[1] == len(words)), len(words)
    )
    field = word_list("fields").longest(words, 1)
    known = word_list("bodies").longest(words, 0)
    told = max(field[1] if field is not None else 1, known[1] if known is not None else 1)
    return " ".join(words[:state]) if told >= state else None


_NO_TRADE = (("này",), ("tin",), ("thông",), ("truyền",), ("luật",))
_OF_TRADE = 6  # words
_WHICH = 4  # words behind a short form that may go on telling which: hãng | xếp hạng này
# What is said of one body spoken of, with no `này` behind it; a `doanh nghiệp` may be any.
_MEANS_ONE = frozenset(
    (
        *(
            "công ty",
            "hãng",
            "hãng xe",
            "tập đoàn",
            "nhà băng",
            "nhà trường",
            "trường",
            "bệnh viện",
            "viện",
            "đội bóng",
        ),
        *(
            "câu lạc bộ",
            "clb",
            "hiệp hội",
            "hội",
            "liên đoàn",
            "trung tâm",
            "hội đồng",
            "quỹ",
            "đài",
            "nhà đài",
            "học viện",
        ),
        *("sở", "cục", "bộ", "ủy ban", "tổng công ty", "đại sứ quán", "ngân hàng"),
    )
)


def firm_spoken_of(scene: Scene, source: Mention) -> str | None:
    """The firm whose `kết quả kinh doanh` it must be: what `công ty` would mean there."""
    name = _last_of_kind(scene, "công ty", source, sure=True)
    return name if name is not None and _proper(name) else None


def medium_of_state(scene: Scene, source: Mention) -> str | None:
    """``nhật báo Tây Ban Nha`` after ``Tờ Marca tiết lộ``: the paper or agency that told something shortly before."""
    words = keys(scene.text(source))
    head = next((n for n in (3, 2) if " ".join(words[:n]) in _PAPERS), 0)
    state = word_list("places").longest(words, head) if head and source.name is None else None
    if state is None or state[0].kind != "country" or state[1] != len(words):
        return None
    at = scene.first_from(source.span.start)
    for m in reversed(scene.mentions[max(0, at - _NEAR) : at]):
        if source.sentence - m.sentence > _BACK:
            break
        if m.kind == "media" and m.name is not None and scene.in_front(m) and not scene.quoted(m):
            return scene.doc.text[m.name.start : m.name.end]
    return None


_PAPERS = frozenset(
    ("tờ báo", "nhật báo", "tờ nhật báo", "tuần báo", "tạp chí", "hãng tin", "hãng thông tấn", "đài truyền hình")
)


def owner_named(scene: Scene, person: Person, role: str) -> str:
    """``giám đốc công ty này`` with the body that is meant: ``giám đốc Công ty Hoa Mai``."""
    mention = next((m for m in person.mentions if _ends_with(scene, m, role)), None)
    if mention is None:
        return role
    words = role.removesuffix(" nói trên").removesuffix(" này").split()
    for n in range(min(3, len(words) - 1), 0, -1):
        kind = " ".join(words[-n:]).lower()
        found = word_list("bodies").longest(keys(kind), 0) or word_list("places").longest(keys(kind), 0)
        if found is not None and found[1] == len(keys(kind)):
            name = _last_of_kind(scene, kind, mention)
            return " ".join((*words[:-n], name)) if name is not None else role
    return role


def _ends_with(scene: Scene, mention: Mention, role: str) -> bool:
    return any(scene.doc.text[r.start : r.end].endswith(role) for r in mention.roles)


def _last_of_kind(scene: Scene, kind: str, source: Mention, *, sure: bool = False) -> str | None:
    """The name of the last body of a kind; with ``sure`` for a firm only what is called one, or is no other body."""
    firms = sure and kind.split(" ")[0] in _FIRMS and kind not in _ALIKE
    at = scene.first_from(source.span.start)
    own_word = _OWN if kind not in _SAY_LITTLE else 0
    named: list[tuple[int, int, str]] = []
    unnamed: list[str] = []
    for mention in scene.mentions[max(0, at - _NEAR) : at]:
        if scene.quoted(mention) or mention.definite or mention.plural:
            continue
        for whole, weight in _bodies(scene, mention):
            name = _from_its_word(whole, kind)
            if not _fits(kind, name, mention) or (firms and not _firm(name)):
                continue
            if kind in _BROKERS and mention.span not in scene.sources and not name.lower().startswith(_BROKERS):
                continue  # the firm that they write about
            if _proper(name):
                named.append((mention.sentence, weight + own_word * name.lower().startswith(kind), name))
            elif name.lower().removeprefix("một ").startswith(kind):
                unnamed.append(name)
    near = [n for n in named if source.sentence - n[0] <= _BACK or n[1] >= _OWN]
    if near:
        own = [n for n in near if n[1] >= _OWN] or [n for n in near if n[1] >= 0] or near
        last = max(n[0] for n in own)
        return max((n for n in reversed(own) if n[0] == last), key=lambda n: n[1])[2]
    return unnamed[-1] if unnamed else None


_BROKERS = ("ctck", "công ty chứng khoán", "chứng khoán")


def _firm(name: str) -> bool:
    """``Tập đoàn Hoa Mai``, ``Pfizer``; no airport, no model of a car, ``HR-9``, and no ``hãng xe 5 tỉ USD``."""
    if not _MONEY.isdisjoint(keys(name)):
        return False
    if keys(name)[0] in _CALLED_FIRMS or _whole(name):
        return True
    return body_word(name) is None and name.replace(" ", "").isalpha()


_MONEY = frozenset("tỉ tỷ triệu usd đồng".split())
_CALLED_FIRMS = frozenset("công hãng tập ngân tổng doanh startup start-up ctcp tcty cty chuỗi".split())


def _from_its_word(name: str, kind: str) -> str:
    """``Khoa Nhi, | Bệnh viện Bạch Mai`` for ``bệnh viện``: the body of that kind that another is part of."""
    at = name.lower().find(f" {kind} ")
    part = at > 0 and (name[at - 1] == "," or keys(name)[0] in _PARTS)
    return name[at + 1 :] if part and kind not in _SAY_LITTLE and name[at + 1].isupper() else name


_PARTS = frozenset(("khoa", "phòng", "trung", "đơn", "bộ"))


def _bodies(scene: Scene, mention: Mention) -> list[tuple[str, int]]:
    """What a mention names: a body itself, or that of somebody's office; and how much it is what is spoken of."""
    speaks = 4 * (mention.span in scene.sources) + 2 * scene.leads_clause(mention)
    if mention.form == "body":
        medium = mention.name if mention.kind == "media" else None
        return [(scene.doc.text[medium.start : medium.end] if medium else scene.text(mention), speaks + 1)]
    if mention.form == "document":
        whose = scene.doc.text[mention.name.start : mention.name.end] if mention.name else ""
        return [(whose, speaks)] if body_word(whose) is not None else []
    if _bare_name(scene, mention):
        return [(scene.text(mention), speaks - _LESS)] if speaks else []
    inside = [affiliation(scene.doc.text[r.start : r.end]) for r in mention.roles]
    return [(" ".join(name.split()), speaks) for name in inside if name and not _place(name)]


def _place(name: str) -> bool:
    found = word_list("places").longest(keys(name), 0)
    return found is not None and found[1] == len(keys(name))


def _bare_name(scene: Scene, mention: Mention) -> bool:
    """``Vinalux cắt giảm nhân sự``: one word that nothing tells to be a person."""
    if mention.form != "name" or mention.name != mention.span or mention.roles or mention.honorific:
        return False
    person = scene.of.get(mention.span)
    return person is not None and len(person.full) == 1 and not (person.roles or person.genders or person.honorifics)


def _fits(kind: str, name: str, mention: Mention) -> bool:
    """Whether a body is of a kind: no town for a firm, no newspaper for a ministry."""
    head = kind.split(" ")[0]
    if kind in _ALIKE:
        alike = name.lower().removeprefix("một ").startswith(_ALIKE[kind])
        return alike or (_bank(name) if kind in _BANKS else kind in _TEAM and _whole(name) and not public_body(name))
    if mention.form == "name" and mention.name == mention.span:
        return head in _FIRMS
    if kind not in _SAY_LITTLE and " " in kind and name.lower().startswith(kind):
        return True
    if (mention.kind == "country" and mention.form == "body") != (head in _COUNTRIES):
        return False
    if (mention.kind == "media") != (head in _MEDIA):
        return (kind in _AGENCY and mention.kind == "media") or (head == "đài" and keys(name)[0] == head)
    if head in _COUNTRIES or head in _MEDIA:
        return True
    if head not in _ANY:
        return keys(name)[0] == head
    if head in _FIRMS:
        return not public_body(name)
    return keys(name)[0] not in _PLACES


def _whole(name: str) -> bool:
    """``Hamas``, ``Hezbollah``: a body that the lexicon has by its name."""
    word = body_word(name)
    return word is not None and word.shape == "whole"


_TEAMS = ("clb", "câu lạc bộ", "đội tuyển", "tuyển ", "đt ")
_SCHOOLS = ("trường ", "đại học", "học viện", "thpt ", "thcs ", "tiểu học", "đh ")
_ALIKE = {
    "đội bóng": _TEAMS,
    "đội": _TEAMS,
    **dict.fromkeys(("câu lạc bộ", "clb"), _TEAMS[:2]),
    **dict.fromkeys(("nhà trường", "trường"), _SCHOOLS),
    **dict.fromkeys(("học viện", "đại học"), _SCHOOLS),
    **dict.fromkeys(("nhà băng", "ngân hàng", "ngân hàng đầu tư"), ("ngân hàng", "nhtm")),
    "hội": ("hội ", "hiệp hội"),
    "nhà đài": ("đài ",),
    "viện": ("viện ", "bệnh viện", "học viện"),
}
_TEAM = frozenset(("đội bóng", "câu lạc bộ", "clb", "đội"))
_BANKS = frozenset(("nhà băng", "ngân hàng", "ngân hàng đầu tư"))
_OTHER_BANKS = frozenset(
    "acb bidv mb msb vib ocb shb scb ncb vpb hsbc ubs agribank citi citigroup jpmorgan barclays".split()
) | {"goldman sachs", "morgan stanley", "jpmorgan chase", "bnp paribas", "credit suisse", "standard chartered"}


def _bank(name: str) -> bool:
    """``Sacombank``, ``ACB``: a bank whose name does not begin with the word."""
    return name.lower().endswith("bank") or name.lower() in _OTHER_BANKS


_PLACES = frozenset("tỉnh thành tp huyện quận xã phường thị bang hạt vùng khu".split())


def _proper(name: str) -> bool:
    """``Bộ Y tế``, ``WHO``; not ``Cơ quan quản lý``."""
    first, *rest = name.split(" ")
    return (
        any(w[0].isupper() or w[0] == "(" for w in rest)
        or any(w.isdigit() for w in rest[-1:])  # Công an quận 7
        or first[1:] != first[1:].lower()
        or (first[0].isupper() and not rest and not public_body(first) and not _common(first))
    )


def _common(word: str) -> bool:
    """``Hãng`` at the head of a sentence: what a body is, and not its name."""
    found = body_word(word)
    return found is not None and found.shape != "whole"
