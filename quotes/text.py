"""An article's text cut up: the view that is matched, its paragraphs, sentences and words.

``read`` is the whole stage. Everything after it counts in the view, which is the article's text itself
unless that holds decomposed letters or odd blanks; ``View.original`` leads back.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.lexicon import CUT, fold
from quotes.marks import find_contents
from quotes.model import Content, Document, Sentence, Span

_ODD = re.compile(
    "[\\t\\r\\v\\f\\x00-\\x08\\x0e-\\x1f\\x7f-\\x9f\\u00a0\\u00ad\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff]"
)
_COMBINING = "\\u0300-\\u036f\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f"
_DROPPED = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
# What does not stand in the view as one character for one.
_SHIFTS = re.compile(f"[{_DROPPED}{_COMBINING}]|\r\n")
# Of combining marks at most thirty, as in Unicode's stream-safe text (UAX 15): normalising is quadratic in them.
_CLUSTER = re.compile(f"\r\n|.[{_COMBINING}]{{1,30}}|[{_DROPPED}]", re.DOTALL)
_BREAKS = "\r\v\f\x85\u2028\u2029"
_PLAIN = dict.fromkeys(_BREAKS, "\n") | dict.fromkeys(_DROPPED, "")

_LINE = re.compile(r"[^\n]+")
# Where a sentence may end: after . ! ? … (and closing marks), before a blank and a capital, mark or figure,
# or glued to a capitalised word. A capital glued to a word with a Vietnamese letter is a lost line break (TâyXuất).
# Possessive and from the first stop on, so that a million stops or blanks are read once; a class of characters first,
# which the engine finds fastest.
_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_CAPITAL, _SMALL = f"[A-Z{_MARKED.upper()}]", f"[a-z{_MARKED}]"
_STOP = re.compile(
    f"[.!?…){_CAPITAL[1:]}(?:"
    r"(?<=[.!?…])(?<![.!?…]{2})[.!?…]*+[\"”’»'\)\]]*+(?=\s++(?:[\-–—•*+]\s)?[\"“‘«'(\[\-–—•*]*+[^\W_]|\s++[“«]\s|\s*+$|[\"“‘«]?[^\W\d_])"
    rf"|(?<={_SMALL}{_CAPITAL})(?={_SMALL})"
    r"|(?<=\))(?=\s++[\"“‘«\[\-–—]*+[^\W_]))",
    re.MULTILINE,
)
# A photo's credit ends its caption: (Ảnh: Reuters) Tòa phúc thẩm …
_CREDIT = re.compile(r"\((?:nguồn ảnh|ảnh minh họa|ảnh|nguồn|đồ họa|video|clip)\b[^()]*\)\Z", re.IGNORECASE)
_LONGEST_CREDIT = 80
# The interviewer's label behind a word, and the words behind which it is no label: trả lời PV: “…”.
_ASKER = r"(?:P(?:V|\.V|hóng viên)(?: \(PV\))?|Hỏi):\s"
_LABELS = ("PV:", "PV):", "P.V:", "hóng viên:", "Hỏi:")  # soon found or not; `_ASKS` begins to match at every word
_ASKS = re.compile(rf"(?<!\w)([^\W\d_]++) ++({_ASKER})")
_TOLD_TO = frozenset("lời với cho của đáp hỏi nhóm và là báo một các gặp tiếp nhờ".split())
# Behind a word or bracket, with a capital and no stop between: a caption or heading has run into the text.
# The capital is asked for first: behind most blanks there is none.
_LOST_STOP = re.compile(
    r" (?=[ A-ZĐ])(?<=[\w)] )(?<!\bbài )(?<!\blời ) *+(?=(?:"
    r"Mặc dù|Tuy nhiên,|Tuy vậy,|Bên cạnh đó,|Ngoài ra,|Trước đó,|Sau đó,|Do đó,|Vì vậy,|Vì thế,|Trong khi đó,|Cụ thể,|"
    r"Đáng chú ý,|Được biết,|Đồng thời,|Hiện nay,|Hiện tại,|Mới đây,|Gần đây,|Nói về|Chia sẻ (?:với|về)|"
    r"Trao đổi (?:với|nhanh)|Phát biểu (?:tại|trước|khai mạc|kết luận|chỉ đạo)|"
    r"Trả lời (?:phỏng vấn|báo|PV|phóng viên|câu hỏi)|Liên quan (?:đến|tới)|"
    r"Theo (?:ông|bà|anh|chị|đó,|lời|báo cáo|thông tin|kết quả|số liệu|nguồn tin|đại diện|lãnh đạo)|"
    r"Trong (?:cuộc|buổi|bài|phiên)|Tại (?:buổi|cuộc|hội nghị|phiên|lễ|họp báo)|Cũng (?:theo|trong|tại)|Ngay sau|"
    r"Nhưng|Sau khi|Trước khi|Nhiều người|"
    r"Ngày \d|(?:Sáng|Trưa|Chiều|Tối|Đêm|Hôm) (?:nay|qua|\d|ngày)"
    r")(?!\w))"
)
_CREDITS = ("Ảnh: ", "Nguồn: ", "minh họa: ")  # soon found or not
# Behind a photo's credit, where a name is over: Ảnh: Hoàng Lan | Từ những chứng cứ này, …
_CREDITED = re.compile(
    r"(?=[ẢN])(?<!\w)(?:Ảnh|Nguồn)(?: minh họa)?: [^.,:;()\n\"“”]{2,40}?( ++)(?=(?:"
    r"Từ|Về|Hôm|Sáng|Chiều|Tối|Đêm|Khi|Sau|Trước|Trong|Tại|Theo|Với|Để|Nếu|Vì|Do|Đây|Đó|Năm|Ngày|Tháng|Mới|Hiện|Tuy|"
    r"Nhưng|Cũng|Không|Ông|Bà|Chị|Họ|Các|Những|Nhiều|Một|Ngoài|Bên|Trên|Liên|Phát|Trao|Trả|Nói|Cụ|Đáng|Đặc|Người|"
    r"Cảnh sát|Cơ quan|Chính phủ|Giới chức|Quân đội|Đại (?:diện|tá|sứ|úy)|(?:Trung|Thiếu|Thượng) (?:tướng|tá|úy)|"
    r"Phó (?:Thủ|Chủ|Giám|Tổng|Bí)|Trưởng|Lãnh đạo|Giám đốc|Chủ tịch|Bộ trưởng|Thứ trưởng|Bí thư|Thủ tướng|Tổng thống|"
    r"Luật sư|Bác sĩ|Chuyên gia|Giáo sư|Tiến sĩ|Huấn luyện"
    rf") (?:{_SMALL}|\d))"
)
_MARKED_WORD = re.compile(rf"[{_MARKED}{_MARKED.upper()}][a-z]{{0,3}}\Z")
_STOPS = frozenset(".!?…")
_WORD_BEFORE = re.compile(r"[^\W_]+(?:\.[^\W_]+)*$")
_ABBREVIATIONS = frozenset(
    "tp tx tt ths bs ts gs pgs st mr mrs ms dr prof ks kts cn ncs nxb hlv bscki bsckii bsck ck ckii cki ths ls vs vđv "
    "th p q đ no vol jr sr tgđ pgđ gđ đ/c đc tr vv v.v co ltd inc corp dn nsnd nsưt ng u.s atl ath".split()
)
_TELLS_WHERE = re.compile(r"\s++theo (?:(?:ông|bà|anh|chị|tờ|báo) )?([^\W\d_])")
_LONGEST_TITLE = 3  # letters of one in capitals, glued to the next: BS.CKII, but `của ASEAN.Cùng với …`
# Given names cut to their first consonants: chị Nh., em Th.
_INITIALS = frozenset("Ch Gh Gi Kh Ng Ngh Nh Ph Qu Th Tr".split())
# Words that begin a sentence and no name: they tell an initial (Joe R. Biden) from a stop (bị cáo T. Khi đó).
_STARTERS = frozenset(
    "ông bà anh chị cô em theo khi sau trước trong tại tuy nhưng đến ngày từ vì do để với cùng hiện đây đó nếu ngoài "
    "qua về các những một hai ba bị người cơ công nhà sở bộ vụ lúc đồng đáng mặc dù thế vậy như tôi chúng họ "
    "mẹ bố cha vợ chồng cháu nạn luật bác lãnh hôm cách còn bên phía cuối đầu bởi nhờ nhằm rồi ngay vào mọi mỗi nhiều "
    "hầu được không chưa có cũng và sự việc mới liên riêng chính sáng chiều tối đêm gần kết cảnh tòa trường lực".split()
)
# Tokens outside marks, and all of them. Of 2,000 news articles 6 have a longer sentence: tables.
_LONGEST, _LONGEST_WITH_MARKS = 400, 2000


@dataclass(frozen=True, slots=True)
class View:
    """A text as it is matched, and the way back: ``starts[i]`` and ``ends[i]`` are where its character ``i`` stands."""

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def original(self, span: Span) -> Span:
        """A span of the view as a span of the text it was made from.

        >>> view = see("cho bie\\u0302\\u0301t")
        >>> view.text, view.original(Span(4, 8))
        ('cho biết', Span(start=4, end=10))
        """
        if self.starts is None or self.ends is None or span.start >= span.end:
            return span
        return Span(self.starts[span.start], self.ends[span.end - 1])


def see(text: str) -> View:
    """The view of a text: NFC, blanks of every kind plain, what has no width left out."""
    # All that is odd cannot be printed, and of a plain text nothing but its line breaks; that is soon asked.
    plain = text.replace("\n", "").isprintable() or not _ODD.search(text)
    if plain and unicodedata.is_normalized("NFC", text):
        return View(text)
    if not _SHIFTS.search(text):
        return View(_plain(text))
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for m in _CLUSTER.finditer(text):
        begin, end = m.span()
        out.append(_plain(text[at:begin]))
        starts += range(at, begin)
        ends += range(at + 1, begin + 1)
        cluster = "\n" if m.group() == "\r\n" else _plain(unicodedata.normalize("NFC", m.group()))
        out.append(cluster)
        starts += [begin] * len(cluster)
        ends += [end] * len(cluster)
        at = end
    out.append(_plain(text[at:]))
    starts += range(at, len(text))
    ends += range(at + 1, len(text) + 1)
    return View("".join(out), starts, ends)


def _plain(text: str) -> str:
    """A text with plain blanks and line breaks, and without what has no width."""
    return _ODD.sub(lambda m: _PLAIN.get(m.group(), " "), text)


def read(text: str) -> Document:
    """Paragraphs, quotation marks, sentences and words of a text that is a view already.

    >>> [s.words for s in read("Ông Nam nói: “Tôi đi. Anh ở lại”. TP.HCM có mưa.").sentences][1]
    ('tp.hcm', 'có', 'mưa', '.')
    """
    paragraphs = tuple(_paragraphs(text))
    contents = find_contents(text, paragraphs)
    sentences: list[Sentence] = []
    closed = [c for c in contents if c.depth == 0 and c.closed]
    outer_starts = [c.outer.start for c in closed]
    labelled = any(label in text for label in _LABELS)
    for number, paragraph in enumerate(paragraphs):
        asked = _asking(text, paragraph, closed, outer_starts) if labelled else []
        cuts = sorted(asked + _lost(text, paragraph, closed, outer_starts))
        for start, end in _sentences(text, paragraph, cuts, closed, outer_starts):
            keys, starts, ends = _tokens(text, start, end)
            if len(keys) <= _LONGEST:
                if keys:
                    sentences.append(Sentence(len(sentences), number, start, end, keys, starts, ends))
                continue
            for i, j in _parts(starts, closed, outer_starts):
                # What was cut for its length alone ends with its last token.
                first, last = (start, end) if j - i == len(keys) else (starts[i], ends[j - 1])
                sentences.append(Sentence(len(sentences), number, first, last, keys[i:j], starts[i:j], ends[i:j]))
    return Document(text, paragraphs, tuple(sentences), contents)


def _paragraphs(text: str) -> list[Span]:
    found: list[Span] = []
    for m in _LINE.finditer(text):
        if line := m.group().strip():
            start = m.end() - len(m.group().lstrip())
            found.append(Span(start, start + len(line)))
    return found


def _sentences(
    text: str, paragraph: Span, cuts: list[tuple[int, int]], closed: list[Content], starts: list[int]
) -> list[tuple[int, int]]:
    """Cut a paragraph at its full stops and before who asks, but not inside a closed pair of marks."""
    begin, end = paragraph
    found: list[tuple[int, int]] = []
    for stop, asks in cuts:
        found += _cut_at_stops(text, begin, stop, closed, starts)
        begin = asks
    return found + _cut_at_stops(text, begin, end, closed, starts)


def _asking(text: str, paragraph: Span, closed: list[Content], starts: list[int]) -> list[tuple[int, int]]:
    """Where the interviewer's label is glued to a caption: `Ông Nam, chủ tịch hội | PV: Thưa ông, …`"""
    found: list[tuple[int, int]] = []
    for m in _ASKS.finditer(text, *paragraph):
        if m.group(1)[0].isupper() and m.group(2)[0] == "H":
            continue  # ông Nguyễn Văn Hỏi: “…”
        if m.group(1).lower() not in _TOLD_TO and not _within(m.start(), closed, starts):
            found.append((m.end(1), m.start(2)))
    return found


def _lost(text: str, paragraph: Span, closed: list[Content], starts: list[int]) -> list[tuple[int, int]]:
    """Where a stop was lost: `Ảnh: Hoàng Lan | Trao đổi với báo chí, ông Nam nói`."""
    lost = [m.span() for m in _LOST_STOP.finditer(text, *paragraph)]
    if any(text.find(credit, *paragraph) >= 0 for credit in _CREDITS):
        lost += [m.span(1) for m in _CREDITED.finditer(text, *paragraph)]
    return [(stop, begins) for stop, begins in sorted(set(lost)) if not _within(stop, closed, starts)]


def _within(at: int, closed: list[Content], starts: list[int]) -> bool:
    """Whether a place lies in quotation marks that close."""
    i = bisect_right(starts, at) - 1
    return i >= 0 and at < closed[i].outer.end


def _cut_at_stops(text: str, begin: int, end: int, closed: list[Content], starts: list[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for m in _STOP.finditer(text, begin, end):
        at, after = m.span()
        credit = text[at] == ")"
        if credit and not _ends_credit(text, max(begin, after - _LONGEST_CREDIT), after):
            continue
        glued = not credit and text[at] not in _STOPS
        cut = after = at if glued else after
        if cut <= begin:
            continue
        i = bisect_right(starts, cut - 1) - 1
        if i >= 0 and at < starts[i] < cut:
            cut = after = starts[i]  # the mark behind the stop opens the next sentence: `London."Mặc dù`
        i = bisect_right(starts, at) - 1
        if i >= 0:
            outer, inner = closed[i].outer, closed[i].pieces[-1]
            if outer.start < at and cut < outer.end:
                continue
            if at < inner.end and cut >= outer.end:
                cut = outer.end  # the stop stands inside the marks
        if glued:
            if not _MARKED_WORD.search(text, max(begin, at - 7), at):
                continue  # VnExpress, YouTube
        elif not credit and not _ends_sentence(text, begin, at, after, cut, end):
            continue
        _add_stretch(found, text, begin, cut)
        begin = cut
    _add_stretch(found, text, begin, end)
    return found


def _add_stretch(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add a stretch without the blanks before it; there are none at its end: a stop or the paragraph ended there."""
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        found.append((start, end))


def _tokens(text: str, start: int, end: int) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
    """The match keys of the tokens of a stretch, and where each starts and ends.

    No token has a blank in it, nor looks beyond one: the chunks between blanks are cut up each by itself.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for chunk in text[start:end].split(" "):
        cut = CUT[chunk]
        after = start + len(chunk)
        if isinstance(cut, str):
            words.append(cut)
            starts.append(start)
            ends.append(after)
        else:
            for key, first, last in cut:
                words.append(key)
                starts.append(start + first)
                ends.append(start + last)
        start = after + 1
    return tuple(words), tuple(starts), tuple(ends)


def _parts(places: Sequence[int], closed: list[Content], starts: list[int]) -> Iterator[tuple[int, int]]:
    """The tokens of a sentence; of one that no reader would follow to its end, parts, so that time stays linear."""
    begin = outside = 0
    for k, at in enumerate(places):
        within = _within(at, closed, starts)
        if (outside >= _LONGEST and not within) or k - begin >= _LONGEST_WITH_MARKS:
            yield begin, k
            begin, outside = k, 0
        outside += not within
    if begin < len(places):
        yield begin, len(places)


def _ends_credit(text: str, begin: int, end: int) -> bool:
    """Whether a photo's credit ends here, and a new sentence begins behind it: ``(Ảnh: Reuters) | Tòa phúc thẩm``."""
    opening = text.rfind("(", begin, end)
    if opening < 0 or not _CREDIT.match(text, opening, end):
        return False
    following = text[end : end + 4].lstrip(' "“‘«[-–—')
    return following[:1].isupper() or following[:1].isdigit()


def _tells_where(text: str, stop: int, after: int) -> bool:
    """Whether a source follows the stop, in small letters: `… đã hỏng. theo ông Nam, …`."""
    found = _TELLS_WHERE.match(text, after) if text[stop] == "." else None
    return found is not None and found.group(1).isupper()


def _ends_sentence(text: str, begin: int, stop: int, after: int, cut: int, end: int) -> bool:
    """Whether the stop at ``text[stop:after]`` ends a sentence: not after TP., in 3.500 or before a small letter."""
    rest = text[after : after + 40].lstrip(" \"“‘«'([-–—•*+")
    if not rest:
        return True
    first = rest[0]
    closed = text[stop - 1] in '"”»'  # what marks close is no abbreviation
    if closed and first.islower() and text[stop : after + 2] == f". {first}":
        return True  # “…”. ông Nam
    if not (first.isupper() or first.isdigit() or _tells_where(text, stop, after)):
        return False
    if text[after - 1] in "\"”’»'" and text[after : after + 3].strip()[:1] in ("-", "–", "—"):
        return False  # “…” - Mai chia sẻ: the dash ties the speaker to the words, where marks have just closed
    if text[stop] != "." or text[stop : stop + 2] == "..":
        return True
    if closed and first.isupper():
        return True  # “…”.Ông Nam
    last = word = text[max(begin, stop - 24) : stop].rpartition(" ")[2]
    if not word.isalpha():
        m = _WORD_BEFORE.search(text, max(begin, stop - 24), stop)
        word = m.group() if m else ""
        last = word.rpartition(".")[2]
    glued = after < end and not text[after].isspace()
    if glued and text[after] not in '"“‘«':
        word_ends = last[-1:].islower() or len(last) > _LONGEST_TITLE or word.isdigit() or text[stop - 1] in ")%"
        return (
            (len(last) != 1 or word.isdigit())
            and word_ends
            and first.isupper()
            and fold(last) not in _ABBREVIATIONS
            and (text[after + 1 : after + 2].islower() or text[after + 1 : after + 2].isspace())
        )
    if fold(last) in _ABBREVIATIONS or (word is not last and fold(word) in _ABBREVIATIONS):
        return False
    if (len(last) == 1 and last.isupper()) or last in _INITIALS:
        return fold(re.split(r"\W", rest, maxsplit=1)[0]) in _STARTERS
    return not (word.isdigit() and text[begin:stop].strip() == word)  # 1. 2. 3. of a list
