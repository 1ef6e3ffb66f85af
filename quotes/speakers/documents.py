"""Who issues a document of which the article says no more than what it is: the indictment is the prosecutor's."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from quotes.lexicon import keys
from quotes.model import Mention, Span
from quotes.speakers.bodies import Words, court, inspector, investigator, prosecutor
from quotes.speakers.roles import body_word
from quotes.speakers.scene import Scene

# `báo cáo | tổng kết nội bộ của |`, `bài viết | “Một năm” của |`: what goes between a document and whose it is.
_OWNED = re.compile(r'(?: [“"][^“”"]{1,80}[”"])?(?: \w[\w/.-]*){0,8} (?:của|từ|do|trên|bởi)\s*')
# `báo cáo mới nhất | mà A vừa | công bố`: whose a document is, by who does what with it.
_BY = re.compile(r"(?: \w[\w/.-]*){0,8} (?:mà|được|vừa được|do)\s*")
_DOES = re.compile(
    r"\s*(?:vừa |đã |mới |từng |cũng )?(?:công bố|thực hiện|tiến hành|đưa ra|ban hành|phát hành|đăng tải|phát đi|gửi)\b"
)
_SAID_ONCE = frozenset(
    (
        "báo cáo",
        "cáo trạng",
        "bản cáo trạng",
        "luận tội",
        "bản luận tội",
        "kết luận",
        "thông báo",
        "thông cáo",
        "công văn",
        "tuyên bố",
        "văn bản",
        "khảo sát",
        "nghiên cứu",
        "bài viết",
        "bài báo",
        "bài đăng",
        *("thư ngỏ", "tâm thư", "bức thư", "lá thư", "đơn thư", "đơn tố cáo", "đơn khiếu nại", "đơn kiến nghị"),
        *("đơn kêu cứu", "đơn cầu cứu", "đơn trình báo", "đơn kháng cáo", "đơn kiện", "đơn khởi kiện", "tờ trình"),
        *("bản tường trình", "cuốn sách", "hồi ký", "nhật ký", "dòng trạng thái", "status", "nghị quyết", "sách trắng"),
    )
)
# Of a paper; one may be called another.
_PIECES = frozenset(("bài viết", "bài báo", "bài đăng", "xã luận", "bình luận"))
_LETTERS = frozenset(("bức thư", "lá thư", "thư ngỏ", "tâm thư", "thư"))
_BOOKS = frozenset(("cuốn sách", "sách", "hồi ký", "cuốn hồi ký", "tự truyện"))
_KINDS = (_PIECES, _LETTERS, _BOOKS)  # documents of one kind may be called one by the other's word
_OF_BUSINESS = frozenset(
    (
        *("báo cáo tài chính", "báo cáo tài chính hợp nhất", "bctc", "bctc hợp nhất", "kết quả kinh doanh", "kqkd"),
        *("báo cáo kết quả kinh doanh", "báo cáo thường niên", "báo cáo quản trị", "bản cáo bạch", "tài liệu đại hội"),
        *("tài liệu đhcđ", "tài liệu đhđcđ", "tài liệu họp", "nghị quyết hđqt", "nghị quyết hội đồng quản trị"),
    )
)
_OF_SOMEBODY = (
    _SAID_ONCE
    | _OF_BUSINESS
    | frozenset(("thống kê", "số liệu", "dữ liệu", "cuộc khảo sát", "thăm dò", "cuộc thăm dò", "dự báo", "phân tích"))
)
# `báo cáo | về thị trường M&A 2024 của | Hoa Mai`: all that a document is about may go before whose it is.
_OF = re.compile(r" (?:của|từ) (?=[^\W\d_])")
_STOP = re.compile(r"[,:;“”\"(]")


def poster(scene: Scene, source: Mention) -> Mention | None:
    """``bài viết trên Facebook | của ông Nam``: whose words a social medium carries."""
    if source.name is None or scene.text(source).split(" ")[-1].lower() not in _PLATFORMS:
        return None
    owner = scene.next_to(source, 1)
    if owner is None or scene.doc.text[source.span.end : owner.span.start] != " của " or owner.plural:
        return None
    return owner if owner.kind in ("person", "organization") and owner.form != "pronoun" else None


_PLATFORMS = frozenset(("facebook", "x", "twitter", "instagram", "tiktok", "threads", "weibo", "telegram", "youtube"))


def owner_beside(scene: Scene, source: Mention) -> Mention | None:
    """``công văn chỉ đạo của Sở Y tế nêu rõ``: whose a document is, some words after it."""
    return _next_owner(scene, source) or _owner_behind(scene, source)


def _next_owner(scene: Scene, source: Mention) -> Mention | None:
    owner = scene.next_to(source, 1)
    if owner is None:
        return None
    between = scene.doc.text[source.span.end : owner.span.start]
    words = keys(between)
    if between == " " and owner.kind == "media" and owner.name is not None and scene.text(source).endswith(" trên"):
        return owner  # bài viết trên | tạp chí A
    if owner.form == "document" and owner.name is not None and between == " ":
        return owner  # kết quả | cuộc khảo sát của A
    if owner.form in ("pronoun", "document") or owner.kind == "unknown" or between != between.lower():
        return None
    if not words or (owner.kind == "country" and words[-1] == "từ") or "về" in words:
        return None
    if words[-1] == "trên" and (owner.kind != "media" or owner.name is None):
        return None
    said = any(source.span.end <= cue < owner.span.start for cue in scene.cues)
    if said:
        return None
    does = _BY.fullmatch(between) and _DOES.match(scene.doc.text, owner.span.end)
    return owner if does or _OWNED.fullmatch(between) else None


def _owner_behind(scene: Scene, source: Mention) -> Mention | None:
    """``báo cáo thị trường M&A của Hoa Mai``, ``thông báo từ Biển Lam``: whose it is, behind what it is about."""
    if (source.head or "") not in _OF_SOMEBODY:
        return None
    text, start = scene.doc.text, source.span.end
    end = min((c for c in scene.cues if c >= start), default=len(text))
    end = min(end, scene.doc.sentences[source.sentence].end)
    stop = _STOP.search(text, start, end)
    end = stop.start() if stop else end
    of = _OF.search(text, start, end)
    if of is None:
        return None
    if " về " in text[start : of.end()]:
        return _body_at_end(scene, source, end)
    if not text[of.end()].isupper():
        return None
    owner = next((m for m in scene.across(Span(of.end(), end)) if m.span.start == of.end()), None)
    if owner is None or owner.form == "document":
        return None
    if owner.form == "name" and not (owner.roles or owner.honorific):
        assert owner.name is not None
        return replace(owner, span=owner.name, form="body", kind="organization", name=None, head=None)
    return owner


def _body_at_end(scene: Scene, source: Mention, end: int) -> Mention | None:
    """``báo cáo về khiếu nại của bà Hoa của Thanh tra tỉnh A``: the body with a name that ends all that."""
    *_, of = _OF.finditer(scene.doc.text, source.span.end, end)
    name = Span(of.end(), of.end() + len(scene.doc.text[of.end() : end].rstrip()))
    words = scene.doc.text[name.start : name.end]
    word = body_word(words)
    if word is None or not words[0].isupper() or not words.rpartition(" ")[2][:1].isupper():
        return None
    return replace(source, span=name, form="body", kind="organization", name=None, head=word.form)


def is_document(scene: Scene, source: Mention) -> bool:
    """``“…”, công văn viết``, ``theo nội dung tâm thư``: a document where no mention of one is read."""
    return source.kind == "unknown" and source.name is None and _called(scene, source) in _SAID_ONCE


def _called(scene: Scene, source: Mention) -> str:
    """``thư ngỏ`` for ``nội dung thư ngỏ``, ``nội dung của thư ngỏ``."""
    text = scene.text(source).lower()
    return text.removeprefix("nội dung ").removeprefix("của ").removeprefix("bức ")


def _met_before(scene: Scene, source: Mention) -> str | None:
    """What a document is called that may have been named before: no ``một báo cáo``, ``các báo cáo``."""
    text = scene.text(source).lower()
    head = source.head or _called(scene, source)
    known = head in _SAID_ONCE or (text.endswith(_POINTING) and head not in ("thông tin", _INFORMANT))
    return head if known and not text.startswith(_NEW) else None


_POINTING = (" này", " trên", " đó")


def full_mention(scene: Scene, source: Mention) -> Mention | None:
    """``Báo cáo``, ``nguồn tin này`` after ``báo cáo của WHO``: the same document, where it was said whose it is."""
    head = _met_before(scene, source)
    if head is None:
        return None
    at = scene.first_from(source.span.start)
    for earlier in reversed(scene.mentions[:at]):
        if earlier.form != "document" or not _alike(earlier, head):
            continue
        if earlier.name is not None or owner_beside(scene, earlier):
            return earlier
        if scene.text(earlier).lower().startswith(_NEW):
            return None  # another one
    return None


def _alike(document: Mention, head: str) -> bool:
    """Whether a document may be called so afterwards: ``một bài bình luận … Bài viết``, ``bức thư … Lá thư``."""
    longer = f" {document.head} "  # kết luận thanh tra … Kết luận; bản báo cáo … Báo cáo
    same = f" {head} " in longer and longer.startswith((f" {head} ", " bản "))
    return same or any(head in kind and document.head in kind for kind in _KINDS)


def announcer_of(scene: Scene, source: Mention) -> Mention | None:
    """``Trong một tuyên bố, bà Hoa nói … Tuyên bố khẳng định``: who spoke where the document was first told of."""
    head = _met_before(scene, source)
    if head is None:
        return None
    at = scene.first_from(source.span.start)
    near = scene.mentions[max(0, at - _NEAR) : at]
    for earlier in reversed(near):
        if source.sentence - earlier.sentence > _SENTENCES:
            return None
        before = scene.doc.sentences[earlier.sentence].words[: earlier.first][-1:]
        if earlier.form == "document" and earlier.head == head and before == ("trong",):
            there = (m for m in near if m.sentence == earlier.sentence and m.span in scene.sources)
            return next((m for m in there if m.form != "document" and not m.plural), None)
    return None


def pointed_document(scene: Scene, source: Mention) -> Mention | None:
    """``nguồn tin này``, ``nguồn tin`` after ``một nguồn tin quân đội Chile``: what it was called at first."""
    text = scene.text(source).lower()
    if not text.endswith(_POINTING) and text != _INFORMANT:
        return None
    at = scene.first_from(source.span.start)
    documents = [m for m in scene.mentions[:at] if m.form == "document"]
    same = [m for m in documents if m.head == (source.head or text) or (informant(source) and informant(m))]
    longer = [m for m in same if len(scene.text(m).split()) > len(text.split()) + 1]
    return longer[-1] if longer and not scene.text(longer[-1]).lower().endswith(_POINTING) else None


_INFORMANT = "nguồn tin"


def informant(source: Mention) -> bool:
    """``nguồn tin của Reuters``, ``nguồn tin Nga``: whoever it is, it is not the medium or the country."""
    return _INFORMANT in (source.head or "")


def sender_of(scene: Scene, source: Mention) -> Mention | None:
    """``Sở Y tế vừa có công văn gửi … Công văn nêu rõ``: who was said just before to have sent or published one."""
    head = _met_before(scene, source)
    if head not in _SENDS:
        return None
    at = scene.first_from(source.span.start)
    for body in reversed(scene.mentions[max(0, at - _NEAR) : at]):
        if source.sentence - body.sentence > _SENTENCES:
            return None
        if body.form not in _SENDERS or body.plural or not scene.leads_clause(body) or scene.quoted(body):
            continue
        if body.form == "body" and body.definite:
            continue
        end = scene.doc.sentences[body.sentence].ends[-1]
        if _SENDS[head].match(scene.doc.text, body.span.end, end):
            return body
    return None


_SENDERS = ("body", "name", "title", "pronoun")
_NEAR, _SENTENCES = 40, 4  # mentions and sentences back in which the sender stands
# `| hôm 5/3 đã có | văn bản trả lời, thông báo`: what the sender does with the document.
_ISSUES = (
    r"(?: (?:vừa|đã|mới|cũng|tiếp tục|chính thức|hôm|ngày|sáng|chiều|tối|nay|qua|\d[\d/.-]*)){0,6}"
    r" (?:có|ra|phát|phát đi|phát hành|gửi|ban hành|công bố|đưa ra|đăng tải|đăng|gửi đi|soạn"
    r"|viết|nộp|làm|chia sẻ|xuất bản|ra mắt)"
    r"(?: \w[\w/.-]*){0,3} HEAD\b"
)
_NEW = ("một ", "nhiều ", "các ", "những ", "số ")


def issuer_of(scene: Scene, source: Mention) -> Mention | None:
    """The body whose document it must be, by the fullest form that the article gives."""
    issues = _ISSUERS.get(source.head or "") or _ISSUERS.get(" ".join(keys(scene.text(source))))
    if issues is None:
        return None
    return max(
        (b for b in scene.bodies if issues(keys(scene.text(b)))),
        key=lambda b: (sum(w[0].isupper() for w in scene.text(b).split()), b.span.start - b.span.end, -b.span.start),
        default=None,
    )


def of_business(source: Mention) -> bool:
    """``báo cáo tài chính quý 2``, ``kết quả kinh doanh``: what only the firm itself puts out."""
    return source.head in _OF_BUSINESS


def _sends(head: str) -> re.Pattern[str]:
    same = next((kind for kind in _KINDS if head in kind), frozenset((head,)))
    return re.compile(_ISSUES.replace("HEAD", f"(?:{'|'.join(sorted(same))})"), re.IGNORECASE)


_SENDS = {head: _sends(head) for head in _SAID_ONCE}
_ISSUERS: dict[str, Callable[[Words], bool]] = {
    "cáo trạng": prosecutor,
    "bản cáo trạng": prosecutor,
    "luận tội": prosecutor,
    "bản luận tội": prosecutor,
    "kết luận điều tra": investigator,
    "bản kết luận điều tra": investigator,
    "kết quả điều tra": investigator,
    "bản án": court,
    "kết luận thanh tra": inspector,
    "bản kết luận thanh tra": inspector,
}
