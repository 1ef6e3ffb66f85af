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

from quotes.lexicon import TOKEN, fold
from quotes.marks import find_contents
from quotes.model import Content, Document, Sentence, Span

_ODD = re.compile(
    "[\\t\\r\\v\\f\\x00-\\x08\\x0e-\\x1f\\x7f-\\x9f\\u00a0\\u00ad\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff]"
)
# Of combining marks at most thirty, as in Unicode's stream-safe text (UAX 15): normalising is quadratic in them.
_CLUSTER = re.compile(r"\r\n|.[\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{0,30}", re.DOTALL)
_DROPPED = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
_BREAKS = frozenset("\r\v\f\x85\u2028\u2029")

_LINE = re.compile(r"[^\n]+")
# Where a sentence may end: after . ! ? … (and closing marks), before a blank and a capital, mark or figure,
# or glued to a capitalised word. A capital glued to a word with a Vietnamese letter is a lost line break (TâyXuất).
# Possessive and from the first stop on, so that a million stops or blanks are read once.
_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_STOP = re.compile(
    r"(?<![.!?…])[.!?…]++[\"”’»'\)\]]*+(?=\s++[\"“‘«'(\[\-–—•*]*+[^\W_]|\s*+$|[\"“‘«]?[^\W\d_])"
    rf"|(?<=[a-z{_MARKED}])(?=[A-Z{_MARKED.upper()}][a-z{_MARKED}])",
    re.MULTILINE,
)
_MARKED_WORD = re.compile(rf"[{_MARKED}{_MARKED.upper()}][a-z]{{0,3}}\Z")
_WORD_BEFORE = re.compile(r"[^\W_]+(?:\.[^\W_]+)*$")
_ABBREVIATIONS = frozenset(
    "tp tx tt ths bs ts gs pgs st mr mrs ms dr prof ks kts cn ncs nxb hlv bscki bsckii bsck ck ckii cki ths ls vs vđv "
    "th p q đ no vol jr sr tgđ pgđ gđ đ/c đc tr vv v.v co ltd inc corp dn nsnd nsưt ng u.s".split()
)
# Given names cut to their first consonants: chị Nh., em Th.
_INITIALS = frozenset("Ch Gh Gi Kh Ng Ngh Nh Ph Qu Th Tr".split())
# Words that begin a sentence and no name: they tell an initial (Joe R. Biden) from a stop (bị cáo T. Khi đó).
_STARTERS = frozenset(
    "ông bà anh chị cô em theo khi sau trước trong tại tuy nhưng đến ngày từ vì do để với cùng hiện đây đó nếu ngoài "
    "qua về các những một hai ba bị người cơ công nhà sở bộ vụ lúc đồng đáng mặc dù thế vậy như tôi chúng họ".split()
)
# Tokens outside marks, and all of them. Of 2,000 news articles 6 have a longer sentence: tables.
_LONGEST, _LONGEST_WITH_MARKS = 400, 2000
_Token = tuple[str, int, int]


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
    if unicodedata.is_normalized("NFC", text) and not _ODD.search(text):
        return View(text)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for m in _CLUSTER.finditer(text):
        cluster = m.group()
        if len(cluster) > 1:
            cluster = "\n" if cluster == "\r\n" else unicodedata.normalize("NFC", cluster)
        for c in cluster:
            if c in _DROPPED:
                continue
            out.append("\n" if c in _BREAKS else " " if c != "\n" and (c.isspace() or _ODD.match(c)) else c)
            starts.append(m.start())
            ends.append(m.end())
    return View("".join(out), starts, ends)


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
    for number, paragraph in enumerate(paragraphs):
        for start, end in _sentences(text, paragraph, closed, outer_starts):
            tokens = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text, start, end)]
            for part in _parts(tokens, closed, outer_starts):
                words, starts, ends = zip(*part, strict=True)
                # What was cut for its length alone ends with its last token.
                first, last = (start, end) if len(part) == len(tokens) else (starts[0], ends[-1])
                sentences.append(Sentence(len(sentences), number, first, last, tuple(map(fold, words)), starts, ends))
    return Document(text, paragraphs, tuple(sentences), contents)


def _paragraphs(text: str) -> Iterator[Span]:
    for m in _LINE.finditer(text):
        if line := m.group().strip():
            start = m.end() - len(m.group().lstrip())
            yield Span(start, start + len(line))


def _sentences(text: str, paragraph: Span, closed: list[Content], starts: list[int]) -> Iterator[Span]:
    """Cut a paragraph at its full stops, but not inside a closed pair of marks."""
    begin, end = paragraph
    for m in _STOP.finditer(text, begin, end):
        cut = m.end()
        if cut <= begin:
            continue
        i = bisect_right(starts, cut - 1) - 1
        if i >= 0 and m.start() < starts[i] < cut:
            cut = starts[i]  # the mark behind the stop opens the next sentence: `London."Mặc dù`
        i = bisect_right(starts, m.start()) - 1
        if i >= 0:
            outer, inner = closed[i].outer, closed[i].pieces[-1]
            if outer.start < m.start() and cut < outer.end:
                continue
            if m.start() < inner.end and cut >= outer.end:
                cut = outer.end  # the stop stands inside the marks
        if m.end() == m.start():
            if not _MARKED_WORD.search(text, max(begin, m.start() - 7), m.start()):
                continue  # VnExpress, YouTube
        elif not _ends_sentence(text, begin, m.start(), m.end(), cut, end):
            continue
        yield from _stripped(text, begin, cut)
        begin = cut
    yield from _stripped(text, begin, end)


def _parts(tokens: list[_Token], closed: list[Content], starts: list[int]) -> Iterator[list[_Token]]:
    """The tokens of a sentence; of one that no reader would follow to its end, parts, so that time stays linear."""
    begin = outside = 0
    if len(tokens) > _LONGEST:
        for k, (_, at, _) in enumerate(tokens):
            i = bisect_right(starts, at) - 1
            within = i >= 0 and at < closed[i].outer.end
            if (outside >= _LONGEST and not within) or k - begin >= _LONGEST_WITH_MARKS:
                yield tokens[begin:k]
                begin, outside = k, 0
            outside += not within
    if begin < len(tokens):
        yield tokens[begin:]


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _ends_sentence(text: str, begin: int, stop: int, after: int, cut: int, end: int) -> bool:
    """Whether the stop at ``text[stop:after]`` ends a sentence: not after TP., in 3.500 or before a small letter."""
    rest = text[after : after + 40].lstrip(" \"“‘«'([-–—•*")
    if not rest:
        return True
    first = rest[0]
    if not (first.isupper() or first.isdigit()):
        return False
    dashed = text[after : after + 3].strip()[:1] in ("-", "–", "—")
    if dashed and text[after - 1] in "\"”’»'":
        return False  # “…” - Mai chia sẻ: the dash ties the speaker to the words, where marks have just closed
    if text[stop] != "." or text[stop : stop + 2] == "..":
        return True
    m = _WORD_BEFORE.search(text, max(begin, stop - 24), stop)
    word = m.group() if m else ""
    last = word.rpartition(".")[2]
    glued = after < end and not text[after].isspace()
    if glued and text[after] not in '"“‘«':
        return (
            len(last) > 1
            and last[-1].islower()
            and first.isupper()
            and fold(last) not in _ABBREVIATIONS
            and (text[after + 1 : after + 2].islower() or text[after + 1 : after + 2].isspace())
        )
    if fold(last) in _ABBREVIATIONS or fold(word) in _ABBREVIATIONS:
        return False
    if (len(last) == 1 and last.isupper()) or last in _INITIALS:
        return fold(re.split(r"\W", rest, maxsplit=1)[0]) in _STARTERS
    return not (word.isdigit() and text[begin:stop].strip() == word)  # 1. 2. 3. of a list
